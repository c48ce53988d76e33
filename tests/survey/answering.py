"""Answers made by hand, as the questionnaire saves them."""

from __future__ import annotations

import json
from pathlib import Path

from involve_audit.project.practice import PRINCIPLES
from involve_audit.survey.collect import ANSWERS, PersonAnswers, Round

YES, PARTLY, NO, CANNOT, RATHER_NOT = ANSWERS
COUNTED = dict(zip(ANSWERS, ("agree", "partly", "disagree", "unsure", "unsure"), strict=True))
PROJECT = "# what we do\nformat: 1\nproject:\n  title: Waiting well   # working title\n\nstages: none\n"


def answers(number: int, said: dict[str, str] | str | None = YES, **more: object) -> dict[str, object]:
    """What one person answered: the same to all, or by principle."""
    if isinstance(said, str):
        said = dict.fromkeys(PRINCIPLES, said)
    made: dict[str, object] = {
        "involve_audit_answers": "1",
        "of": "contributors",
        "round": "2026-05",
        "page": f"{number:016x}",
    }
    return {**made, "answers": said or {}, **more}


def hand_in(folder: Path, *people: dict[str, object]) -> Path:
    folder.mkdir(exist_ok=True)
    for number, person in enumerate(people):
        (folder / f"answers-{number}.json").write_text(
            json.dumps(person, indent=2, ensure_ascii=False) + "\n", encoding="utf-8"
        )
    return folder


def round_of(*said: str | None, principle: str = "power", of: str = "contributors", when: str = "2026-05") -> Round:
    """A round in which each person answered one question, or left it blank."""
    people = [PersonAnswers({principle: COUNTED[s]} if s else {}, page=str(n)) for n, s in enumerate(said)]
    return Round(of, when, (principle,), people)
