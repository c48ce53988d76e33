"""Rubrics of one's own: what they may change, what is refused, and that every report says how they differ."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache

import pytest
from support import ROOT, shipped

from involve_audit import shelf
from involve_audit.extending import load_own
from involve_audit.judge import audit_document
from involve_audit.judge.examples import wrong_examples
from involve_audit.load import read
from involve_audit.messages import InputError
from involve_audit.render import FORMATS, render
from involve_audit.render.json import read_saved

HEAD = 'rubric: "1"\nextends: co-production\nid: ours\nversion: "1"\ntitle: Our rubric\n'
DAY = dt.date(2026, 11, 1)
REASON = "Our grants are for three months, and nobody can leave so soon."


@cache
def base(name):
    return shelf.base(name, whole=True)


def load(text, name="ours.yaml"):
    return load_own((HEAD + text).encode(), name, shelf.names(), base)


def problems(text):
    with pytest.raises(InputError) as caught:
        load(text)
    return caught.value.text(excerpts=False)


def test_a_rubric_that_changes_nothing_judges_like_the_shipped_one_and_says_who_it_is():
    loaded = load("")
    assert loaded.differs == ()
    assert [c.id for c in loaded.rubric.criteria] == [c.id for c in shipped().rubric.criteria]
    assert list(wrong_examples(loaded)) == []
    text = (ROOT / "examples/full/project.yaml").read_bytes()
    ours, theirs = (audit_document(read(text), r, DAY) for r in (loaded, shipped()))
    assert (ours.verdict, ours.principles, ours.gates) == (theirs.verdict, theirs.principles, theirs.gates)
    assert ours.rubric.id == "ours"
    assert ours.rubric.sha256 != theirs.rubric.sha256


def test_the_hash_changes_with_the_file_and_with_what_it_extends():
    data = HEAD.encode()
    assert load("").sha256 == hashlib.sha256(base("co-production").sha256.encode() + data).hexdigest()
    assert load("about: Something else.\n").sha256 != load("").sha256


def test_a_threshold_and_a_text_change_and_the_rest_stays():
    criterion = next(c for c in shipped().rubric.criteria if c.id == "agreed-meaning")
    loaded = load("change:\n  criteria:\n    agreed-meaning:\n      why: Ours.\n      levels:\n        3: {when: {meaning_written: yes}}\n")
    changed = next(c for c in loaded.rubric.criteria if c.id == "agreed-meaning")
    assert changed.why == "Ours."
    assert changed.levels["3"].says == criterion.levels["3"].says
    assert "meaning_written" in changed.levels["3"].when
    assert changed.levels["2"] == criterion.levels["2"]
    (difference,) = loaded.differs
    assert "agreed-meaning" in difference
    assert "level 3 now asks for meaning_written is yes" in difference


def test_what_is_switched_off_is_not_asked_and_the_reason_stands_in_every_report():
    flag = shipped().rubric.flags[0].id
    loaded = load(f"switch_off:\n  - {{id: agreed-meaning, reason: '{REASON}'}}\n  - {{id: {flag}, reason: '{REASON}'}}\n")
    assert "agreed-meaning" not in {c.id for c in loaded.rubric.criteria}
    assert flag not in {f.id for f in loaded.rubric.flags}
    audit = audit_document(read((ROOT / "examples/minimal/project.yaml").read_bytes()), loaded, DAY)
    assert all(REASON in " ".join(d.split()) for d in audit.rubric.differs)
    for name, kind in FORMATS.items():
        if name in ("text", "markdown", "html", "json"):
            text = " ".join(render(name, [audit]).replace("&#39;", "'").split())
            assert text.count(REASON) >= 2, kind
    assert read_saved(render("json", [audit]))[0].rubric.differs == audit.rubric.differs


def test_the_summary_says_that_the_rubric_is_a_changed_one(tmp_path):
    import subprocess
    import sys

    (tmp_path / "ours.yaml").write_text(HEAD + f"switch_off: {{id: agreed-meaning, reason: '{REASON}'}}\n")
    found = subprocess.run(
        [sys.executable, "-m", "involve_audit", "check", str(ROOT / "examples/minimal/project.yaml"), "--rubric", str(tmp_path / "ours.yaml"), "--summary-only"],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert found.returncode == 1, found.stderr
    assert "changes the shipped rubric in 1 place" in " ".join(found.stdout.split())
    assert REASON in " ".join(found.stdout.split())


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("change: {criteria: {agred-meaning: {why: x}}}\n", "did you mean 'agreed-meaning'?"),
        ("change: {criteria: {agreed-meaning: {levels: {2: {when: {meaning_writen: yes}}}}}}\n", "ours.yaml:6:"),
        ("change: {criteria: {agreed-meaning: {levels: {2: {when: {meaning_writen: yes}}}}}}\n", "did you mean 'meaning_written'?"),
        ("change: {criteria: {agreed-meaning: {weight: 3}}}\n", "'weight' is not a key here"),
        ("switch_off: {id: agreed-meaning}\n", "'reason' is missing"),
        ("switch_off: {id: agreed-meaning, reason: n/a}\n", "is no reason"),
        ("switch_off: {id: agreed-meaning, reason: '....................'}\n", "is no reason"),
        ("switch_off: {id: agreed-meaning, reason: to be confirmed}\n", "is no reason"),
        ("switch_off: {id: nobody-involved, reason: We do not want to be judged by it.}\n", "a gate cannot be switched off"),
        ("switch_off: {id: nothing-like-it, reason: We do not want to be judged by it.}\n", "is not a criterion or flag"),
    ],
)
def test_what_is_refused_is_refused_with_its_place(text, says):
    assert says in problems(text)


def test_an_entry_may_be_added_and_must_be_whole():
    criterion = dict(base("co-production").tree["criteria"][0])
    import yaml

    added = yaml.safe_dump({"criteria": [{**criterion, "id": "our-own"}]}, allow_unicode=True)
    loaded = load(added)
    assert loaded.rubric.criteria[-1].id == "our-own"
    assert loaded.differs == (f"Added: the criterion “{criterion['title']}” (our-own).",)
    assert "is there already" in problems(yaml.safe_dump({"criteria": [criterion]}, allow_unicode=True))
    del criterion["why"]
    assert "'why' is missing" in problems(yaml.safe_dump({"criteria": [{**criterion, "id": "our-own"}]}, allow_unicode=True))


def test_every_principle_keeps_a_criterion():
    off = [{"id": c.id, "reason": REASON} for c in shipped().rubric.criteria if c.principle == "care"]
    import yaml

    assert "no criterion is left for the principle 'care'" in problems(yaml.safe_dump({"switch_off": off}))


def test_only_a_shipped_rubric_can_be_extended():
    with pytest.raises(InputError) as caught:
        load_own(HEAD.replace("co-production", "co-prodution").encode(), "ours.yaml", shelf.names(), base)
    assert "did you mean 'co-production'?" in caught.value.text()


def test_examples_that_no_longer_fit_are_found_at_their_place():
    loaded = load("change:\n  criteria:\n    agreed-meaning:\n      levels:\n        1: {when: {nobody_involved: yes}}\n")
    wrong = list(wrong_examples(loaded))
    assert wrong
    assert loaded.document.at(wrong[0][0])[0] in range(1, 12)


def test_the_example_is_the_page_and_its_examples_hold():
    import re

    data = (ROOT / "examples/own-rubric/rubric.yaml").read_bytes()
    loaded = load_own(data, "rubric.yaml", shelf.names(), base)
    assert list(wrong_examples(loaded)) == []
    assert len(loaded.differs) == 2
    (page,) = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / "docs/rubrics.md").read_text("utf-8"), flags=re.M | re.S)
    assert len(load_own(page.encode(), "page.yaml", shelf.names(), base).differs) == 2
