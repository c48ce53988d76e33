"""Forms: everybody gets a way in, on a screen or on paper, without YAML.

`project_form` makes the whole project file one HTML page, from the declarations of the model and the rubric.
"""
