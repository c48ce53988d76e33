"""What contributors say, from their answers to the `views` of a project file.

`collect` reads answer files and survey exports and counts them, `view_entry` decides what may be written of the counts, and
`insert` puts it into the text of a project file so that everything else stays as it is.
"""
