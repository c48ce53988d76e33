"""`check`: exit codes, streams, inputs."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from involve_audit.cli import files, outcome, streams

pytestmark = pytest.mark.usefixtures("judge")

HOLDS, FAILS, BROKEN = 0, 1, 2


# Every format, in every outcome: test_cli_formats.py. Here each outcome, alone and beside another.
@pytest.mark.parametrize("format_", ["html", "json", "text"])
@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["good"], HOLDS),
        (["failing"], FAILS),
        (["good", "failing"], FAILS),
        (["invalid"], BROKEN),
        (["good", "invalid"], BROKEN),
        (["failing", "invalid"], BROKEN),
        (["missing"], BROKEN),
        (["good", "missing"], BROKEN),
        (["breaking"], BROKEN),
        (["failing", "breaking"], BROKEN),
    ],
)
def test_the_exit_code_is_the_same_for_every_format(run, here, format_, names, code):
    paths = [f"{n}.yaml" for n in names]
    assert run("check", "--format", format_, *paths).code == code
    soft = run("check", "--format", format_, "--report-only", *paths)
    assert soft.code == (HOLDS if code == FAILS else code)


@pytest.mark.parametrize("audited", [0, 1, 3])
@pytest.mark.parametrize("failing", [0, 1])
@pytest.mark.parametrize("broken", [0, 2])
@pytest.mark.parametrize("report_only", [False, True])
def test_one_function_decides_the_exit_code(audited, failing, broken, report_only):
    code = outcome.exit_code(audited=audited, failing=failing, broken=broken, report_only=report_only)
    assert (code == BROKEN) == (broken > 0 or audited == 0)
    if code != BROKEN:
        assert code == (FAILS if failing and not report_only else HOLDS)


def test_results_go_to_standard_output_and_everything_else_to_standard_error(run, here):
    found = run("check", "good.yaml", "invalid.yaml", "missing.yaml")
    assert "Holds" in found.out
    assert "fase" not in found.out
    assert "invalid.yaml:2:27: project.fase: 'fase' is not a key here" in found.err
    assert "did you mean 'phase'?" in found.err
    assert "missing.yaml: there is no such file" in found.err
    assert "Holds" not in found.err


def test_all_readable_files_are_printed_though_others_are_not(run, here):
    found = run("check", "invalid.yaml", "good.yaml", "breaking.yaml", "failing.yaml", "--format", "json")
    assert [a["project"]["title"] for a in json.loads(found.out)["audits"]] == ["Holds", "Fails"]
    assert "1 hold, 1 do not, 2 could not be audited" in found.err


def test_one_file_gives_one_object_and_several_give_a_list(run, here):
    assert "verdict" in json.loads(run("check", "good.yaml", "--format", "json").out)
    assert len(json.loads(run("check", "good.yaml", "failing.yaml", "--format", "json").out)["audits"]) == 2
    # However many can be audited: a program must not have to guess the shape.
    assert len(json.loads(run("check", "good.yaml", "missing.yaml", "--format", "json").out)["audits"]) == 1


def test_the_quick_way_and_the_parser_say_the_same(run, here):
    assert run("check", "good.yaml", "failing.yaml") == run("check", "--format", "text", "good.yaml", "failing.yaml")


def test_standard_input_is_a_file(run, here):
    assert run("check", "-", stdin="format: 1\nproject: {title: Holds}\n").code == HOLDS
    found = run("check", "-", stdin="format: 1\nfoo: 1\n")
    assert (found.code, found.out) == (BROKEN, "")
    assert found.err.startswith("<standard input>:2:1: foo: 'foo' is not a key here")


def test_empty_input_is_no_pass(run, here):
    assert run("check", "-", stdin="").code == BROKEN
    assert run("check").code == BROKEN
    (here / "empty").mkdir()
    found = run("check", "empty")
    assert (found.code, found.out) == (BROKEN, "")
    assert "no project files in this folder" in found.err


def test_a_folder_is_the_project_files_in_it_sorted_and_the_rest_is_named(run, tmp_path):
    for name, text in {
        "b.yaml": "format: 1\nproject: {title: Holds}\n",
        "a/deep/z.yml": '{"format": 1, "project": {"title": "Holds"}}\n',
        "c.YAML": "\ufeffproject: {title: Holds}\nformat: 1\n",
        "d.yaml": "project: {title: no format}\n",
        "e.yaml": "rubric: 1\n",
        "f.txt": "format: 1\nproject: {}\n",
        ".hidden/g.yaml": "format: 1\nproject: {}\n",
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = run("check", tmp_path, "--format", "json")
    assert [os.path.basename(a["project"]["file"]) for a in json.loads(found.out)["audits"]] == [
        "z.yml",
        "b.yaml",
        "c.YAML",
    ]
    assert found.code == BROKEN
    problems = {p["file"]: p["says"] for p in json.loads(found.out)["problems"]}
    assert "'format' is missing" in problems["d.yaml"]
    assert "reads like a project file; let its name end in .yaml" in problems["f.txt"]
    assert "passed over: e.yaml (a rubric)" in found.err
    assert "1 is hidden (its name begins with a dot), and was left alone: .hidden" in found.err


def test_a_project_file_that_cannot_be_read_is_not_passed_over_in_a_folder(run, tmp_path):
    (tmp_path / "good.yaml").write_text("format: 1\nproject: {title: Holds}\n", encoding="utf-8")
    (tmp_path / "wide.yaml").write_text("format: 1\nproject: {title: Holds}\n", encoding="utf-16")
    found = run("check", tmp_path)
    assert found.code == BROKEN
    assert "UTF-16" in found.err


def test_a_file_named_twice_is_judged_once_and_patterns_are_filled_in(run, here):
    assert files.find(("good.yaml", "./good.yaml")).files == ["good.yaml"]
    assert files.find(("*ing.yaml",)).files == ["breaking.yaml", "failing.yaml"]
    assert "there is no such file" in str(files.find(("*.nothing",)).problems[0])


def test_a_missing_file_is_guessed(run, here):
    assert "did you mean 'failing.yaml'?" in run("check", "faling.yaml").err
    assert "there is no folder 'nowhere' either" in run("check", "nowhere/x.yaml").err


@pytest.mark.parametrize(
    ("options", "says"),
    [
        (["--date", "2026-13-01"], "--date '2026-13-01' is not a day in the calendar; write it as 2026-01-31"),
        (["--date", "20260101"], "not a day in the calendar"),
        (["--date", "2026-W01-1"], "not a day in the calendar"),
        (["--format", "markdwn"], "did you mean 'markdown'?"),
        (["--require", "honest-lable"], "did you mean 'honest-label'?"),
        (["--rubric", "co-produktion"], "did you mean 'co-production'?"),
        (["--no-such-option"], "No such option"),
    ],
)
def test_wrong_usage_is_2_and_says_what_is_allowed(run, here, options, says):
    found = run("check", "good.yaml", *options)
    assert (found.code, found.out) == (BROKEN, "")
    assert says in found.err


def test_the_date_is_handed_on(run, here):
    found = run("check", "good.yaml", "--date", "2024-02-29", "--format", "json")
    assert json.loads(found.out)["date"] == "2024-02-29"


def test_an_internal_error_never_looks_like_a_pass_and_repeats_no_words(run, here, monkeypatch):
    found = run("check", "breaking.yaml")
    assert (found.code, found.out) == (BROKEN, "")
    assert "internal error: KeyError in conftest.py, line" in found.err
    assert "not a pass" in found.err
    assert "secret" not in found.err
    assert "Traceback" not in found.err
    monkeypatch.setenv("INVOLVE_AUDIT_DEBUG", "1")
    assert "Traceback" in run("check", "breaking.yaml").err


def test_an_error_anywhere_else_is_2_as_well(run, here, monkeypatch):
    monkeypatch.setattr(files, "find", lambda *_: 1 / 0)
    found = run("check", "good.yaml")
    assert found.code == BROKEN
    assert "internal error: ZeroDivisionError" in found.err


@pytest.mark.parametrize("options", [[], ["--format", "text"]])
def test_ctrl_c_is_130_and_quiet(run, here, monkeypatch, options):
    def interrupt(*_):
        raise KeyboardInterrupt

    monkeypatch.setattr(files, "find", interrupt)
    found = run("check", "good.yaml", *options)
    assert (found.code, found.out, found.err) == (130, "", "")


def test_without_excerpts_no_words_of_the_file_are_in_messages(run, here):
    (here / "private.yaml").write_text(
        "format: 1\n"
        "rooms:\n  ward_seven: {chair: Mrs Private}\n"
        "stages:\n  design: {role: led, rooms: [ward_nine], colour: Aunt Private}\n"
        "project: {phase: Uncle Private, titel: x}\n"
        "views: {- private\n",
        encoding="utf-8",
    )
    (here / "names.yaml").write_text(
        "format: 1\nsources: {letter_of_anna: {kind: letter}}\nreward: {pay: {source: letter_of_ann}}\n",
        encoding="utf-8",
    )
    (here / "choices.yaml").write_text(
        "format: 1\nrooms:\n  ward_seven: {chair: Mrs Private, colour: Aunt Private}\nproject: {phase: Uncle Private's boys' home, titel: x}\n",
        encoding="utf-8",
    )
    found = run("check", "private.yaml", "names.yaml", "choices.yaml", "--no-excerpts")
    assert found.code == BROKEN
    for word in (
        "Private",
        "private\n",
        "ward_",
        "boys",
        "home",
        "Mrs",
        "Aunt",
        "Uncle",
        "anna",
        "letter_of",
        "colour",
        "titel",
        "    ",
    ):
        assert word not in found.err.replace("private.yaml", "")
    assert "choices.yaml:3:" in found.err
    assert "rooms.….chair: '…' is not one of the choices; allowed: contributor, shared, researcher" in found.err
    assert "did you mean 'title'?" in found.err
    assert "names.yaml:3:" in found.err
    assert "Private" in run("check", "choices.yaml").err


def test_without_excerpts_findings_name_lines_and_do_not_quote_them(run, here):
    assert "offered: none" in run("check", "good.yaml", "--all").out
    found = run("check", "good.yaml", "--all", "--no-excerpts").out
    assert "offered: none" not in found
    assert "Line 61" in found


def test_the_summary_can_stand_alone(run, here):
    whole, short = run("check", "good.yaml").out, run("check", "good.yaml", "--summary-only").out
    assert set(short.splitlines()) - set(whole.splitlines()) <= {
        line for line in short.splitlines() if "check --all" in line
    }
    assert len(short) < len(whole)


def test_colours_follow_the_terminal_and_the_two_variables(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    assert not streams.colours()
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert streams.colours()
    monkeypatch.setenv("NO_COLOR", "1")
    assert not streams.colours()


def test_a_width_is_kept(run, here):
    assert max(map(len, run("check", "good.yaml", "--width", "60").out.splitlines())) <= 60
    assert run("check", "good.yaml", "--width", "10").code == BROKEN


def _process(arguments, **more):
    """The command line in a process of its own, with a judge that needs no rubric."""
    code = (
        "import sys; sys.path[:0] = sys.argv[1].split('|')\n"
        "from render import samples\nimport involve_audit.assess\nfrom involve_audit.rubric import shipped\n"
        "involve_audit.assess.audit_document = lambda *a, **k: samples.rich()\nshipped.load = lambda *a, **k: object()\n"
        "from involve_audit.__main__ import main\nsys.exit(main(sys.argv[2:]))"
    )
    folders = "|".join([os.path.dirname(os.path.dirname(__file__)), *(p for p in sys.path if p.endswith("src"))])
    environment = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")} | more.pop("env", {})
    return subprocess.Popen([sys.executable, "-c", code, folders, *arguments], env=environment, **more)


def test_a_closed_pipe_ends_quietly(here):
    (here / "many").mkdir()
    for n in range(40):
        (here / "many" / f"{n}.yaml").write_text("format: 1\nproject: {title: Holds}\n", encoding="utf-8")
    for options in ([], ["--format", "json"]):
        with _process(["check", "many", *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
            process.stdout.read(10)
            process.stdout.close()
            said = process.stderr.read().decode()
        assert process.returncode in (HOLDS, FAILS)
        assert said == "involve-audit: 40 inputs: 0 hold, 40 do not, 0 could not be audited\n"


def _printed(*arguments, **environment):
    with _process(["check", "good.yaml", *arguments], stdout=subprocess.PIPE, env=environment) as process:
        return process.stdout.read()


def test_redirected_output_is_utf_8_and_an_ascii_terminal_gets_ascii(here):
    assert "•" in _printed(LC_ALL="C", PYTHONCOERCECLOCALE="0").decode("utf-8")
    plain = _printed(PYTHONIOENCODING="ascii")
    assert plain.isascii()
    assert b"\\u" not in plain
    # A page for a browser says that it is UTF-8, and is.
    page = _printed("--format", "html", PYTHONIOENCODING="ascii")
    assert not page.isascii()
    assert page.decode("utf-8")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="there is no full device on this system")
@pytest.mark.parametrize("options", [[], ["--format", "json"]])
def test_a_disk_that_is_full_is_no_pass(here, options):
    with (
        open("/dev/full", "w") as full,
        _process(["check", "good.yaml", *options], stdout=full, stderr=subprocess.PIPE) as process,
    ):
        said = process.stderr.read().decode()
    assert process.returncode == BROKEN
    assert said == "involve-audit: results cannot be written: no space left on device\n"


@pytest.mark.skipif(sys.platform == "win32", reason="a shell closes the stream")
def test_without_standard_output_nothing_passes(here):
    script = f"exec {sys.executable} -m involve_audit check good.yaml >&-"
    path = os.pathsep.join(p for p in sys.path if p.endswith("src"))
    done = subprocess.run(
        ["/bin/sh", "-c", script], stderr=subprocess.PIPE, check=False, env=os.environ | {"PYTHONPATH": path}
    )
    assert done.returncode == BROKEN
    assert done.stderr.decode() == "involve-audit: results cannot be written: standard output is closed\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("command", ["check", "portfolio"])
def test_a_pipe_in_a_folder_is_not_waited_for(run, here, command):
    os.mkfifo(here / "pipe.yaml")
    found = run(command, here)
    assert found.code == BROKEN
    assert "pipe.yaml: this is not a file" in found.err
