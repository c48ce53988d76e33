"""Whatever is done in the page needs only what is packed into it: this runs where nothing else can be imported."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
import textwrap

from the_page import EXAMPLES, ROOT, Page, handed_in

from involve_audit.page.packing import _NEVER_USED, LIBRARIES

WALK = """
import json, sys
never, paths = json.loads(sys.argv[1])
sys.path[:0] = paths

class Nothing:
    def find_spec(self, name, path=None, target=None):
        if name in never:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)

sys.meta_path.insert(0, Nothing())
from involve_audit.cli.in_page import session
asked = json.loads(sys.stdin.read())
page = session(asked["given"])
for does, given in asked["walk"]:
    state = {"text": asked["text"]}
    reply = json.loads(page.act(json.dumps({"does": does, "given": given, "state": state, "date": "2026-11-29"})))
    said = " ".join(str(reply.get(k, "")) for k in ("refused", "main", "says"))
    saved = sum(len(f["data"]) for f in reply.get("save", ()))
    print(json.dumps([does, given.get("how") or given.get("format") or "", "error of the page" in said or "could not be done" in said, saved, said[-300:]]))
"""


def test_nothing_that_is_done_in_the_page_needs_more_than_is_in_it(tmp_path):
    text = EXAMPLES["dsni-1984"].read_text(encoding="utf-8")
    one = Page()
    one.open(text)
    one.do("report", format="json", edition="team", ending=".json", layer="talk")
    saved = handed_in("project.json", one.saved())
    project = handed_in("b.yaml", EXAMPLES["freshstart-before-2020"].read_bytes())
    policy = handed_in("funder.yaml", (ROOT / "examples" / "policy" / "funder.yaml").read_bytes())
    walk = [
        ["open", {"files": [project]}], ["open", {"files": [saved]}],
        *(["show", {"screen": screen}] for screen in ("question", "answers", "results", "together")),
        *(["report", {"format": kind, "edition": edition, "ending": ending}]
          for kind, edition, ending in (("html", "team", ".html"), ("docx", "team", ".docx"), ("markdown", "meeting", ".md"), ("text", "contributors", ".txt"),
                                        ("json", "team", ".json"), ("gripp2", "team", ".html"), ("crosswalk", "team", ".md"), ("application", "team", ".md"))),
        *(["compare", {"files": [before], "how": how}] for before in (project, saved) for how in (".html", ".json")),
        *(["portfolio", {"files": [project], "policy": [policy], "how": how}] for how in (".html", ".xlsx", ".csv", ".jsonl", ".md", ".txt")),
        *(["questionnaire", {"side": "contributors", "how": how}] for how in ("screen", "paper", "aloud")),
        ["merge", {"files": [project]}], ["workbook", {}], ["flip", {"how": "single"}],
        ["passages", {"files": [handed_in("a.md", "We pay panel members £27.50 an hour.")]}],
        ["log", {"files": [handed_in("log.csv", "What was said,What changed\\nLess,Half of it\\n")]}],
        *(["advert", {"files": [handed_in("a.md", "Join our panel and shape our research. Every idea will be used.")], "how": how}] for how in ("look", ".json")),
        ["course", {"files": [{**project, "name": "b-2020-01-31.yaml"}], "how": ".html"}],
    ]  # fmt: skip
    for name in LIBRARIES:
        (place,) = importlib.util.find_spec(name).submodule_search_locations
        (tmp_path / name).symlink_to(place, target_is_directory=True)
    never = [
        "yaml._yaml",
        "_yaml",
        "markupsafe._speedups",
        *(n.removesuffix("/").removesuffix(".py") for n in _NEVER_USED),
    ]
    found = subprocess.run(
        [sys.executable, "-I", "-S", "-c", textwrap.dedent(WALK), json.dumps([never, [str(ROOT / "src"), str(tmp_path)]])],
        input=json.dumps({"given": json.dumps({"examples": []}), "walk": walk, "text": text}), capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert found.returncode == 0, found.stderr[-2000:]
    done = [json.loads(line) for line in found.stdout.splitlines()]
    assert len(done) == len(walk)
    assert [one for one in done if one[2]] == []
    handed_out = ("report", "portfolio", "questionnaire", "workbook")
    assert [one for one in done if one[0] in handed_out and not one[3]] == []
