"""`init`, and the file that it writes."""

from __future__ import annotations

import io
import sys

from support import rows, with_examples

from involve_audit.cli.start import QUESTIONS, quoted, starting_file
from involve_audit.load import read, read_project
from involve_audit.project.fields import LAST, Told, annotation
from involve_audit.project.model import Project

BROKEN = 2


def _project(text):
    return read_project(read(text, "project.yaml"))


def test_the_starting_file_loads_and_tells_nothing():
    project = _project(starting_file())
    assert project.format == "1"
    assert {k: v for k, v in vars(project.project).items() if v is not None} == {}
    assert set(vars(project)) == {"format", "project"}


def test_every_example_in_the_starting_file_loads_all_at_once():
    text = with_examples(starting_file(schema="./x.json"))
    project = _project(text)
    assert project.rooms["advisory_group"].power == "advises"
    assert project.stages.design[1].role == "decided together"
    assert project.influence.log.entries[1].answer == "refused"
    assert not [line for line in text.splitlines() if line.startswith("# ")]


def test_every_section_and_everything_directly_in_it_has_its_example():
    project = _project(with_examples(starting_file()))
    told = {(name, key) for name, part in vars(project).items() if isinstance(part, Told) for key in vars(part)}
    asked = set()
    for name in Project.questions:
        kind = annotation(Project, name)
        assert name in vars(project), f"the starting file has no example of `{name}`"
        if isinstance(kind, type) and issubclass(kind, Told) and "entries" not in kind.questions:
            asked |= {(name, key) for key in kind.questions}
    # What every section takes is explained at the beginning. The rest exclude other examples; comments say what they are for.
    asked = {(name, key) for name, key in asked if key not in LAST}
    assert asked - told <= {("stages", "answer"), ("stages", "work_has"), ("stages", "implementation")} | {
        ("project", key) for key in QUESTIONS
    }


def test_the_file_explains_early_when_a_practice_counts():
    head = starting_file().split("project:")[0]
    assert "A practice counts once the file says that it is done or ongoing." in head
    assert "Without a source it is a claim." in head


def test_lines_of_the_file_fit_on_a_screen():
    assert [line for line in starting_file().splitlines() if len(line) > 118] == []


@rows("answer", ["a: b", 'say "hi"', "back\\slash", "# no comment", "- item", "no", "null", "[x]", "é – “x”", "1.10"])
def test_an_answer_comes_back_as_it_was_given(answer):
    assert _project(starting_file({"title": answer})).project.title == answer
    assert quoted(" two  words ") == "two words"


def test_init_writes_a_file_that_can_be_checked_and_the_schema_beside_it(run, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    found = run("init", "--yes")
    assert (found.code, found.out) == (0, "")
    text = (tmp_path / "project.yaml").read_text(encoding="utf-8")
    assert text.splitlines()[0] == "# yaml-language-server: $schema=./involve-audit.schema.json"
    assert (tmp_path / "involve-audit.schema.json").is_file()
    assert _project(text)
    assert "wrote project.yaml" in found.err


def test_init_never_writes_over_a_file_unless_told_to(run, tmp_path):
    path = tmp_path / "mine.yaml"
    path.write_text("mine", encoding="utf-8")
    found = run("init", path, "--yes")
    assert found.code == BROKEN
    assert "--force" in found.err
    assert path.read_text(encoding="utf-8") == "mine"
    assert not (tmp_path / "involve-audit.schema.json").exists()
    (tmp_path / "involve-audit.schema.json").write_text("theirs", encoding="utf-8")
    assert run("init", path, "--yes", "--force").code == 0
    assert path.read_text(encoding="utf-8") != "mine"
    assert (tmp_path / "involve-audit.schema.json").read_text(encoding="utf-8") == "theirs"


def test_init_can_leave_the_schema_out_take_a_folder_or_print(run, tmp_path):
    assert run("init", tmp_path, "--yes", "--no-schema").code == 0
    assert [p.name for p in tmp_path.iterdir()] == ["project.yaml"]
    assert "yaml-language-server" not in (tmp_path / "project.yaml").read_text(encoding="utf-8")
    assert run("init", "-").out == starting_file()
    assert run("init", tmp_path / "no" / "folder.yaml", "--yes").code == BROKEN


class _Terminal(io.StringIO):
    def isatty(self):
        return True


def test_in_a_terminal_init_asks_and_asks_again_where_an_answer_is_not_one(run, tmp_path, monkeypatch, capsys):
    from involve_audit.cli import init

    monkeypatch.setattr(sys, "stdin", _Terminal("Sleep: after a stroke\nrunnning\nrunning\n\nyes\nco-production\n"))
    answers = init.questions()
    assert answers == {
        "title": "Sleep: after a stroke",
        "phase": "running",
        "topic_sensitive": "yes",
        "called": "co-production",
    }
    assert "did you mean 'running'?" in capsys.readouterr().err
    head = _project(starting_file(answers)).project
    assert (head.title, head.phase, head.kind, head.called) == (
        "Sleep: after a stroke",
        "running",
        None,
        ("co-production",),
    )


def test_in_a_terminal_init_ends_in_the_interview_if_somebody_wishes(run, tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    for wish, asked in (("yes", True), ("no", False)):
        path = tmp_path / f"{wish}.yaml"
        monkeypatch.setattr(sys, "stdin", _Terminal(f"Sleep\nrunning\nresearch\nyes\nPPI\n{wish}\ndesign\nstop\n"))
        assert run("init", path, "--no-schema").code == 0
        assert (_project(path.read_text(encoding="utf-8")).stages is not None) == asked


def test_without_a_terminal_or_at_the_end_of_input_nothing_hangs(run, tmp_path, monkeypatch):
    from involve_audit.cli import init

    monkeypatch.setattr(sys, "stdin", _Terminal(""))
    assert init.questions() == {}
    assert run("init", tmp_path / "p.yaml", stdin="").code == 0
