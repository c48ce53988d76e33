"""What a project says of itself: the model of the project file, `format: 1`.

`values` reads counts, dates and money; `practice` has the parts that several sections share; each of the
nine principles has its section; `model` puts them together; `references` checks what refers to what.
"""
