"""Forms: everybody gets a way in, on a screen, on paper or read out, without YAML.

`project_form` makes the whole project file one HTML page, from the declarations of the model and from the rubric;
`contributors` makes the questions that contributors answer themselves.
"""
