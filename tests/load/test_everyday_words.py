"""What people call things: a message offers what the file calls it, and only what is allowed there."""

from __future__ import annotations

import re

import pytest
from support import rows

from involve_audit.load import read, read_project
from involve_audit.schema import vocabulary
from involve_audit.wording import everyday_words
from involve_audit.wording.messages import InputError, nearest

STAGE = "stages: {{ {}: {{role: involved}} }}"
ROLE = "stages: {{design: {{role: {} }} }}"
STATUS = "stages: {{design: {{status: {} }} }}"
KIND = "sources: {{p: {{kind: {} }} }}"
PHASE = "project: {{title: x, phase: {} }}"
CASES = {
    STAGE: {"dissemination": "sharing", "Disseminating": "sharing", "publication": "sharing", "recruitment": "delivery", "data collection": "delivery",
            "protocol": "design", "study design": "design", "bid": "funding", "grant application": "funding", "steering": "governance", "oversight": "governance",
            "evaluation": "analysis", "interpretation": "analysis", "roll-out": "implementation", "rollout": "implementation", "uptake": "implementation",
            "priority setting": "priorities", "writing up": "sharing", "data_collection": "delivery"},
    ROLE: {"co-produced": "decided together", "coproduced": "decided together", "advised": "consulted", "participated": "involved", "partnered": "decided together",
           "user-led": "led", "attended": "informed", "asked": "consulted", "survey": "consulted", "decided": "decided together", "took part": "involved", "Partnership": "decided together"},
    STATUS: {"completed": "done", "complete": "done", "finished": "done", "current": "ongoing", "in progress": "ongoing", "In Progress": "ongoing", "future": "planned",
             "to do": "planned", "todo": "planned", "postponed": "planned", "delayed": "planned", "rescheduled": "planned", "cancelled": "stopped", "not started": "planned", "underway": "ongoing", "on hold": "stopped"},
    KIND: {"paper": "publication", "article": "publication", "journal article": "publication", "email": "letter", "e-mail": "letter", "website": "page", "blog": "page",
           "terms of reference": "policy", "ToR": "policy", "agreement": "contract", "memorandum of understanding": "contract", "questionnaire": "survey",
           "meeting notes": "minutes", "bid": "application", "video": "recording", "focus group": "interview", "diary": "log", "thesis": "publication"},
    PHASE: {"in progress": "running", "completed": "finished", "submitted": "applying", "awarded": "funded", "planning": "idea", "in set-up": "funded"},
    "power: {{final_say: {} }}": {"researchers": "team", "PI": "team", "the PI": "team", "academics": "team", "the research team": "team", "the board": "above",
                                  "patients": "contributors", "the funder": "above", "everyone": "together"},
    "format: 1\n{}: yes": {"payment": "reward.pay", "expenses": "reward.expenses", "title": "project.title", "feedback": "influence.feedback", "evidence": "sources",
                           "recruitment": "voices.recruitment", "ground rules": "honesty.ways_of_working", "committees": "rooms", "safeguarding": "care.plan"},
    "reward: {{ {}: yes }}": {"payment": "pay", "expense": "expenses", "costs": "budget"},
    "stages: {{design: {{ {}: 2024 }} }}": {"date": "when", "start": "since", "responsible": "owner", "evidence": "source", "participants": "people"},
    "rooms: {{a: {{power: {} }} }}": {"advisory": "advises", "decision-making": "decides"},
    "power: {{decisions: [{{what: x, became: {} }}]}}": {"implemented": "done", "rejected": "set aside", "in progress": "under way"},
}  # fmt: skip


def says(text: str) -> str:
    head = "" if text.startswith("format") else "format: 1\n"
    with pytest.raises(InputError) as error:
        read_project(read(head + text, "p"))
    return error.value.text(excerpts=False)


@rows("frame, word, meant", [(f, w, m) for f, words in CASES.items() for w, m in words.items()])
def test_a_word_that_people_use_is_met_with_what_the_file_calls_it(frame, word, meant):
    said = says(frame.format(word))
    assert f"did you mean '{meant}'?" in said or f"write '{meant}'" in said


def test_every_word_leads_to_what_the_format_knows():
    known = vocabulary()
    for ours in everyday_words.ours():
        assert known.issuperset(ours.split(".")), ours


def test_a_guess_is_one_of_what_is_allowed_and_slips_are_still_met():
    for allowed in (["done", "stopped"], ["sharing"], ["a", "b"]):
        for word in ("completed", "dissemination", "paper", "cancelled"):
            assert nearest(word, allowed) in (None, *allowed)
    assert nearest("anlysis", ["analysis", "design"]) == "analysis"
    assert "did you mean 'recruitment'?" in says("voices: {recruitmnt: yes}")
    assert "it stands at the top level of the file" in says("power: {rooms: none}")
    assert "did you mean" not in says("voices: {quagga: yes}")


def test_a_word_stands_once_in_a_line_and_never_for_itself():
    for table in (everyday_words._WORDS, everyday_words._PLACES):
        for ours, theirs in table.items():
            words = [everyday_words.plain(w) for w in theirs.split(",")]
            assert len(set(words)) == len(words), ours
            assert ours not in words, ours
            assert not [w for w in words if not re.search(r"\w", w)], ours


def test_what_is_guessed_holds_no_words_of_the_file(capsys, monkeypatch, tmp_path):
    from involve_audit.__main__ import main

    (tmp_path / "p.yaml").write_text("format: 1\npayment: quagga\nproject: {title: x, phase: in progress}\n", "utf-8")
    assert main(["check", str(tmp_path / "p.yaml"), "--no-excerpts"]) == 2
    said = capsys.readouterr().err
    assert "did you mean 'reward.pay'?" in said
    assert "did you mean 'running'?" in said
    assert "quagga" not in said


def test_an_article_changes_nothing():
    for word in everyday_words._MEANT:
        for article in ("the", "The", "our", "a"):
            assert everyday_words.meant(f"{article} {word}") == everyday_words.meant(word)
