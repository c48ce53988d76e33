"""The private half of the room analysis: counts of people by group, which `check`, `report` and CI never read.

`private` reads a file of counts or a roster; `room_entry` turns it into the part of the project file that holds no
counts, deciding what may be said from public facts alone; `chance` and `patterns` compute, exactly, what a fair
draw would hold and which combinations nobody stands for; `statistics` puts them together, and `private_page` and
`picture` show them on a page that stays private. `places` is about where to go next. Standard library only.
"""
