"""Honest purpose and limits."""

from __future__ import annotations

from typing import Literal

from involve_audit.project.fields import asks, needs
from involve_audit.project.practice import Entry, Practice, WithNote, Writers
from involve_audit.project.values import DatesField, YesNo


class Meaning(Practice):
    """What is meant by involvement here, and what it is for, written down."""

    written_by: Writers | None = asks("Who wrote it: contributors, together, team, above …")
    given_to_contributors: YesNo | None = asks("Whether the people involved were given it.")
    revised: DatesField | None = asks("When it was last looked at again and changed; `no` where it never was.")


class Limit(Entry):
    """Something that cannot change here, or not now."""

    what: str = needs("What is not possible, or not open to change.")
    reason: str | None = asks("Why: money, rules, evidence, scope, time.")
    told: DatesField | None = asks("When contributors were told; `no` where they were not; `before design` will do.")
    ideal: str | None = asks("What one would do if it were possible.")
    explored_together: YesNo | None = asks("Whether contributors took part in finding out what is possible.")
    excludes: str | None = asks("The group that it keeps out, where it does: also a group of the contributors' own.")
    updated: DatesField | None = asks("When it was looked at again.")
    source: tuple[str, ...] | None = asks("What shows it: names of entries under `sources`.")


class Advert(Practice):
    """The advert or invitation."""

    names: tuple[Literal["decisions open", "time", "pay", "support", "limits"], ...] | None = asks(
        "What it says plainly: decisions open, time, pay, support, limits. `none` where it names nothing."
    )
    promises_influence: YesNo | None = asks("Whether it promises a say, as in 'shape our research'.")
    checked_by_contributors: YesNo | None = asks("Whether contributors checked it for honesty before it went out.")


class WaysOfWorking(Practice):
    """Agreed ways of working: how people want to work together, and what to do when something goes wrong."""

    written_by: Writers | None = asks("Who wrote them: contributors, together, team, above …")
    how_to_raise_problems: YesNo | None = asks("Whether they say how to raise a problem.")
    confidentiality: YesNo | None = asks("Whether they say what stays among those who are there, and what cannot.")
    reviewed: DatesField | None = asks("When they were last reviewed; `no` where they never were.")
    changed: YesNo | None = asks("Whether a review changed them.")


class IdeasKept(Practice):
    """Ideas that were set aside are kept on a list that contributors can see."""


class Honesty(WithNote):
    """Honest purpose and limits: what involvement means here, what cannot change and why, what was promised."""

    meaning: Meaning | None = asks("What involvement means here and what it is for, in writing.")
    limits: tuple[Limit, ...] | None = asks("What cannot change, and why. `none` where nobody has named a limit.")
    ideas_kept: IdeasKept | None = asks("Ideas set aside, kept on a list for later.")
    advert: Advert | None = asks("The advert or invitation.")
    ways_of_working: WaysOfWorking | None = asks("Agreed ways of working.")
