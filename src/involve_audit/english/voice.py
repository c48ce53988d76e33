"""Who speaks in a text."""

from __future__ import annotations

from involve_audit.english.grammar import acts
from involve_audit.english.lexicon import people_classes


def speak_themselves(text: str) -> bool:
    """Whether *we* are people whom the work affects, by what a sentence says of us: `we are patients`, `we have all had kidney failure`."""
    for act in acts(text):
        if act.subject[:1] == ("we",) and act.under == "main" and not act.denied and act.does & {"be", "exist"}:
            nouns = [w for w in act.rest[:6] if w not in ("the", "a", "all")]
            if act.verb in ("be", "are") and any(
                "affected" in people_classes(w)
                and w not in ("people", "person", "community", "public", "local", "team", "youth")
                for w in nouns[:3]
            ):
                return True
            if any(w in ("people", "adults", "women", "men", "families", "parents") for w in nouns[:3]) and {
                "with",
                "who",
                "living",
            } & set(act.rest[:7]):
                return True
    return False
