"""Closed words that the file, what is found and every report have in common; each list stands here alone, the smallest first."""

from __future__ import annotations

from typing import Literal, get_args

Rung = Literal["none", "informed", "consultation", "involvement", "collaboration", "co-production", "led"]
"""How much say people have, by what can be shown of it."""
RUNGS: tuple[str, ...] = get_args(Rung)

Role = Literal[
    "none", "informed", "consulted", "consulted or involved", "involved", "involved or decided together", "decided together",
    "led", "unknown",
]  # fmt: skip
"""People's part in a stage of the work, as the file tells it."""
ROLE_WORDS: tuple[str, ...] = get_args(Role)[:-1]
"""All words that tell a role."""
OR_INVOLVED = "consulted or involved"
"""People took part as the involved do, and it is not told whether they were answered: one of the two, and nobody says which."""
OR_TOGETHER = "involved or decided together"
"""People took part and were answered, and it is not told who decided: one of the two, and nobody says which."""
EITHER_ROLE = {OR_INVOLVED: ("consulted", "involved"), OR_TOGETHER: ("involved", "decided together")}
"""The words that leave open which of two neighbouring roles it was, with the smaller and the larger one."""
ROLES: tuple[str, ...] = tuple(word for word in ROLE_WORDS if word not in EITHER_ROLE)
"""The roles themselves."""
