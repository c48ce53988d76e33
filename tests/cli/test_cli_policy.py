"""`check --policy`, `--waivers` and `--baseline` as people run them: exit codes, messages, and what may not be weakened unnoticed."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from support import ROOT, shipped

from involve_audit.render import FORMATS, TEXTS, reports

HOLDS, FAILS, BROKEN = 0, 1, 2
DATE = ("--date", "2026-11-23")
PIN = f"rubric: {{id: co-production, sha256: {shipped().sha256}}}\n"
REASON = "The fund pays from the second year on, and we have asked it for more"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Three projects (the small one, which is judged quickest, where any does), and policies that are light, hard and not readable."""
    monkeypatch.chdir(tmp_path)
    for name in ("full", "bad", "minimal"):
        shutil.copy(ROOT / "examples" / name / "project.yaml", tmp_path / f"{name}.yaml")
    texts = {
        "light": PIN + "label: honest\n",
        "hard": PIN + "rung: led\n",
        "invalid": "score: 70\n",
        "other": f"rubric: {{id: co-production, sha256: {'0' * 64}}}\n",
        "gateless": "gates: [lone-voices]\n",
        "strict": "waivers: no\nbaseline: no\n",
    }
    for name, text in texts.items():
        (tmp_path / f"{name}-policy.yaml").write_text("policy: 1\ntitle: A fund’s policy\n" + text, encoding="utf-8")
    return tmp_path


def waivers(folder, *rules, name="waivers.yaml", more="", until="2027-03-31"):
    lines = [
        f'  - {{rule: {r}, reason: "{REASON}", owner: lead, until: {until}, agreed_with: {{who: contributors, how_many: 4, when: 2026-10}}{more}}}\n'
        for r in rules
    ]
    (folder / name).write_text("waivers: 1\nwaived:\n" + "".join(lines), encoding="utf-8")
    return name


WHOLE = [name for name in TEXTS if not FORMATS[name].export]
"""The formats that tell a whole run; an export tells what a file says, and nothing of the check."""


def failing(run, *names):
    audit = json.loads(run("check", *names, *DATE, "--format", "json").out)
    return [f"gate/{c['id']}" for c in audit["policy"]["conditions"] if c["state"] in ("not held", "open")]


# --- policy ----------------------------------------------------------------------------------------------


# Every format where a policy fails and where a project is missing, and every outcome in a few formats.
@pytest.mark.parametrize(
    ("policy", "project", "code", "format_"),
    [
        *((*outcome, name) for outcome in (("hard", "minimal", FAILS), ("light", "missing", BROKEN)) for name in sorted(TEXTS)),
        *((*outcome, name) for outcome in (("light", "full", HOLDS), ("light", "bad", FAILS), ("invalid", "full", BROKEN), ("other", "full", BROKEN),
                                           ("gateless", "full", BROKEN), ("missing", "full", BROKEN)) for name in ("html", "json", "text")),
    ],
)  # fmt: skip
def test_the_exit_code_is_the_same_for_every_format(run, folder, format_, policy, project, code):
    arguments = ("check", f"{project}.yaml", "--policy", f"{policy}-policy.yaml", *DATE, "--format", format_)
    found = run(*arguments)
    assert found.code == code, found.err
    assert run(*arguments, "--report-only").code == (HOLDS if code == FAILS else code)
    if code == BROKEN:
        # A project that could not be audited stands in the report; without a policy that can be read there is no report.
        assert bool(found.out) is (project == "missing" and format_ != "text")
        assert "Traceback" not in found.err
    elif format_ in reports() and format_ != "json":
        assert "A fund’s policy" in " ".join(found.out.split())
        assert f"{policy}-policy.yaml:4" in found.out


def test_another_rubric_is_refused_and_the_one_that_fits_is_named(run, folder):
    shutil.copy(ROOT / "examples" / "own-rubric" / "rubric.yaml", folder / "small.yaml")
    found = run("check", "full.yaml", "--policy", "light-policy.yaml", "--rubric", "small.yaml", *DATE)
    assert found.code == BROKEN
    assert "light-policy.yaml:3: this policy is for the rubric co-production with the sha256" in found.err
    assert "leave out --rubric: the shipped rubric co-production" in found.err
    assert "nothing was judged" in found.err
    gone = run("check", "full.yaml", "--policy", "other-policy.yaml", *DATE)
    assert "its sha256 begins with 000000000000" in gone.err


LESS = (("--allow-unknown",), DATE, ("--rubric", "co-production"))


@pytest.mark.parametrize(("format_", "option"), [*(("text", less) for less in LESS), *zip(("html", "json", "sarif"), LESS, strict=True)])  # fmt: skip
def test_an_option_that_asks_for_less_is_said_in_every_report(run, folder, format_, option):
    said = f"{' '.join(option)} was given"
    found = run("check", "minimal.yaml", "--policy", "strict-policy.yaml", *option, "--format", format_)
    assert said.replace("--", "") in " ".join(found.out.replace("\\", "").split()).replace("--", "").replace(
        "\u2011", "-"
    )
    assert said not in run("check", "minimal.yaml", *option, "--format", format_).out


def test_require_knows_the_names_of_the_policy_file(run, folder):
    assert run("check", "full.yaml", *DATE, "--require", "told-reward", "--require", "lone-voice").code == HOLDS
    found = run("check", "full.yaml", *DATE, "--require", "told-rewards")
    assert found.code == BROKEN
    assert "--require 'told-rewards' is not known; allowed: honest-label" in found.err
    assert "did you mean 'told-reward'?" in found.err


def test_policy_show_says_what_holds_and_who_asks(run, folder):
    found = run("policy", "show", "--policy", "hard-policy.yaml", "--require", "told-care", "--width", "200")
    assert found.code == HOLDS
    for part in ("A fund’s policy", "led: At least led is shown", "asked by hard-policy.yaml:4", "asked by the default policy", "told-care",
                 "asked by --require", f"sha256: {shipped().sha256}", "There is no pass mark on the whole"):  # fmt: skip
        assert part in found.out, part
    assert run("policy", "show").code == HOLDS
    assert run("policy", "show", "--policy", "invalid-policy.yaml").code == BROKEN
    assert run("policy", "show", "--policy", "none.yaml").code == BROKEN
    assert run("policy", "show", "--require", "score-60").code == BROKEN


def test_a_report_can_be_held_to_a_policy_as_a_check_is(run, folder):
    found = run(
        "report",
        "minimal.yaml",
        "--policy",
        "hard-policy.yaml",
        "--require",
        "told-care",
        *DATE,
        "-o",
        "r.md",
        "-o",
        "r.json",
    )
    assert found.code == HOLDS, found.err  # it says whether reports could be written
    text = " ".join((folder / "r.md").read_text("utf-8").split())
    assert "A fund’s policy" in text
    assert "hard-policy.yaml:4" in text
    assert "date 2026-11-23 was given" in text.replace("\\", "")
    checked = json.loads(
        run(
            "check", "minimal.yaml", "--policy", "hard-policy.yaml", "--require", "told-care", *DATE, "--format", "json"
        ).out
    )
    assert json.loads((folder / "r.json").read_text("utf-8"))["policy"] == checked["policy"]


@pytest.mark.parametrize(("options", "says"), [(("--policy", "other-policy.yaml"), "this policy is for the rubric"), (("--policy", "invalid-policy.yaml"), "'score'"),
                                               (("--policy", "none.yaml"), "no such file"), (("--require", "told-rewards"), "did you mean 'told-reward'?")])  # fmt: skip
def test_a_report_by_a_policy_that_cannot_be_held_to_is_not_written(run, folder, options, says):
    found = run("report", "minimal.yaml", *options, *DATE, "-o", "r.md")
    assert found.code == BROKEN
    assert says in found.err
    assert not (folder / "r.md").exists()


def test_a_report_replaces_no_policy_and_a_saved_audit_keeps_its_own(run, folder):
    before = (folder / "hard-policy.yaml").read_bytes()
    found = run(
        "report", "minimal.yaml", "--policy", "hard-policy.yaml", "--format", "markdown", "-o", "hard-policy.yaml"
    )
    assert found.code == BROKEN
    assert "read or written already" in found.err
    assert (folder / "hard-policy.yaml").read_bytes() == before
    assert run("report", "minimal.yaml", "-o", "saved.json").code == HOLDS
    for others in ((), ("bad.yaml",)):
        for option in (("--policy", "hard-policy.yaml"), ("--require", "led")):
            found = run("report", "saved.json", *others, *option, "-o", "r.md")
            assert found.code == BROKEN
            assert "a saved audit keeps its policy" in found.err
            assert not (folder / "r.md").exists()


# --- waivers -----------------------------------------------------------------------------------------------


def test_waivers_let_a_check_hold_and_every_format_says_so(run, folder):
    name = waivers(folder, *failing(run, "bad.yaml"))
    for format_ in sorted(WHOLE):
        found = run("check", "bad.yaml", "--waivers", name, *DATE, "--format", format_)
        assert found.code == HOLDS
        assert "second year on" in " ".join(found.out.split())
    assert run("check", "bad.yaml", "--waivers", name, "--no-waivers", *DATE).code == FAILS
    assert run("check", "bad.yaml", "--waivers", name, "--policy", "strict-policy.yaml", *DATE).code == FAILS
    assert run("check", "bad.yaml", "--waivers", name, "--date", "2027-03-31").code == HOLDS
    assert run("check", "bad.yaml", "--waivers", name, "--date", "2027-04-01").code == FAILS


HIDDEN = "quagga"


def test_a_reason_for_a_waiver_stays_out_of_logs_that_others_read(run, folder, monkeypatch):
    rules = failing(run, "bad.yaml")
    name = waivers(folder, *rules)
    text = (
        (folder / name)
        .read_text("utf-8")
        .replace(REASON, f"The {HIDDEN} of the team is ill, and nobody else may sign")
        .replace("lead", f"{HIDDEN} lead")
    )
    (folder / name).write_text(text.replace("when: 2026-10", f"when: 2026-10, how: in the house of {HIDDEN}"), "utf-8")
    outputs = [x for f in WHOLE for x in ("--output", f"{f}:out-{f}")]
    page = folder / "page.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(page))
    for options, code in (((), HOLDS), (("--date", "2027-04-01"), FAILS), (("--policy", "strict-policy.yaml"), FAILS)):
        bare = run(
            "check", "bad.yaml", "--waivers", name, *DATE, *options, "--no-excerpts", "--format", "github", *outputs
        )
        assert bare.code == code, bare.err
        told = [bare.out, bare.err, page.read_text("utf-8"), *((folder / f"out-{f}").read_text("utf-8") for f in WHOLE)]
        assert not [text for text in told if HIDDEN in text]
    # That there is a reason is said, and how long it is; and everything that is nobody's own words.
    tree = json.loads((folder / "out-json").read_text("utf-8"))
    assert {w["reason"] for w in tree["waivers"]} == {"given in 12 words, left out here"}
    assert {w["agreed_with"] for w in tree["waivers"]} == {"contributors (4), 2026-10"}
    assert {w["until"] for w in tree["waivers"]} == {"2027-03-31"}
    assert "given in 12 words, left out here" in " ".join(
        run("check", "bad.yaml", "--waivers", name, *DATE, "--no-excerpts").out.lower().split()
    )
    # With excerpts it stands there: what is tested above can fail.
    assert HIDDEN in run("check", "bad.yaml", "--waivers", name, *DATE, "--format", "json").out


@pytest.mark.parametrize("command", ["check", "portfolio", "report"])
@pytest.mark.parametrize("option", ["--waivers", "--policy", "--rubric", "--baseline"])
def test_what_is_wrong_with_a_file_beside_the_project_is_said_without_its_words(
    run, folder, monkeypatch, command, option
):
    if option in ("--waivers", "--baseline") and command != "check":
        return
    (folder / "wrong.yaml").write_text(
        f"waivers: 1\n{HIDDEN}: 1\nwaived:\n  - {{rule: the {HIDDEN}, reason: {HIDDEN}}}\n", "utf-8"
    )
    more = ("-o", "r.md") if command == "report" else ()
    found = run(command, "bad.yaml", option, "wrong.yaml", *more, "--no-excerpts")
    assert found.code == BROKEN
    assert HIDDEN not in found.err + found.out
    assert "wrong.yaml:" in found.err
    monkeypatch.setenv("CI", "true")
    assert HIDDEN not in run(command, "bad.yaml", option, "wrong.yaml", *more).err


def test_without_a_date_a_waiver_ends_by_the_clock_in_utc(run, folder, monkeypatch):
    import datetime as dt

    from involve_audit.cli import policy

    class Clock(dt.datetime):
        @classmethod
        def now(cls, tz=None):
            assert tz is dt.UTC
            return dt.datetime(2020, 1, 1, 23, 59, tzinfo=tz)

    name = waivers(folder, *failing(run, "bad.yaml"), until="2020-01-01")
    text = (folder / name).read_text("utf-8").replace("2026-10", "2019-10")
    (folder / name).write_text(text, "utf-8")
    assert run("check", "bad.yaml", "--waivers", name).code == FAILS
    monkeypatch.setattr(policy.dt, "datetime", Clock)
    assert run("check", "bad.yaml", "--waivers", name).code == HOLDS


def test_a_waiver_that_cannot_be_used_stops_the_run_before_anything_is_printed(run, folder):
    (folder / "w.yaml").write_text(
        "waivers: 1\nwaived: [{rule: gate/tokenism, reason: tbd, owner: lead, until: 2027-01-01}]\n", "utf-8"
    )
    found = run("check", "bad.yaml", "--waivers", "w.yaml", *DATE)
    assert (found.code, found.out) == (BROKEN, "")
    assert "w.yaml:2:" in found.err
    assert run("check", "bad.yaml", "--waivers", "missing.yaml", *DATE).code == BROKEN


def test_of_several_files_a_waiver_says_which_it_is_for(run, folder):
    rules = failing(run, "bad.yaml")
    assert run("check", "bad.yaml", "full.yaml", "--waivers", waivers(folder, *rules), *DATE).code == BROKEN
    (folder / "sub").mkdir()
    named = waivers(folder, *rules, name="sub/waivers.yaml", more=", file: ../bad.yaml")
    assert run("check", "bad.yaml", "full.yaml", "--waivers", named, *DATE).code == HOLDS
    elsewhere = waivers(folder, *rules, more=", file: baad.yaml")
    found = run("check", "bad.yaml", "full.yaml", "--waivers", elsewhere, *DATE)
    assert found.code == FAILS
    assert "baad.yaml is not among the files that were judged" in found.err


# --- baseline ------------------------------------------------------------------------------------------------


def test_a_baseline_excuses_what_was_known_wherever_the_checkout_stands(run, folder, tmp_path_factory, monkeypatch):
    written = run("check", "bad.yaml", *DATE, "--write-baseline", "base.json")
    assert written.code == FAILS, "writing a baseline is no pass"
    assert "wrote base.json" in written.err
    for format_ in sorted(WHOLE):
        assert run("check", "bad.yaml", *DATE, "--baseline", "base.json", "--format", format_).code == HOLDS
    assert run("check", "bad.yaml", "full.yaml", *DATE, "--baseline", "base.json").code == HOLDS
    assert run("check", "bad.yaml", *DATE, "--baseline", "base.json", "--policy", "strict-policy.yaml").code == FAILS
    other = tmp_path_factory.mktemp("elsewhere")
    shutil.copytree(folder, other / "checkout")
    monkeypatch.chdir(other)
    assert run("check", "checkout/bad.yaml", *DATE, "--baseline", "checkout/base.json").code == HOLDS
    shutil.copy("checkout/bad.yaml", "checkout/again.yaml")
    assert run("check", "checkout/again.yaml", *DATE, "--baseline", "checkout/base.json").code == FAILS


def test_what_is_new_fails_and_what_has_changed_is_said(run, folder):
    run("check", "bad.yaml", *DATE, "--write-baseline", "base.json")
    found = run("check", "bad.yaml", *DATE, "--baseline", "base.json", "--require", "led")
    assert found.code == FAILS
    assert "New since then: policy/led" in " ".join(found.out.split())
    text = (folder / "base.json").read_text("utf-8").replace(shipped().sha256, "0" * 64)
    (folder / "base.json").write_text(text, "utf-8")
    changed = run("check", "bad.yaml", *DATE, "--baseline", "base.json")
    assert "The rubric has changed since the baseline was written" in changed.err
    assert "The rubric has changed since the baseline was written" in " ".join(changed.out.split())


def test_a_baseline_is_not_written_half(run, folder):
    found = run("check", "bad.yaml", "missing.yaml", *DATE, "--write-baseline", "base.json")
    assert found.code == BROKEN
    assert not (folder / "base.json").exists()
    assert "base.json was not written" in found.err
    assert run("check", "bad.yaml", *DATE, "--write-baseline", "no/base.json").code == BROKEN
    assert run("check", "bad.yaml", *DATE, "--baseline", "missing.json").code == BROKEN
    (folder / "base.json").write_text("{}", "utf-8")
    broken = run("check", "bad.yaml", *DATE, "--baseline", "base.json")
    assert (broken.code, broken.out) == (BROKEN, "")


def test_standard_input_has_a_place_in_a_baseline(run, folder):
    text = (folder / "bad.yaml").read_text("utf-8")
    run("check", "-", *DATE, "--write-baseline", "base.json", stdin=text)
    assert run("check", "-", *DATE, "--baseline", "base.json", stdin=text).code == HOLDS


@pytest.mark.parametrize("option", ["--output", "--write-baseline"])
@pytest.mark.parametrize("name", ["bad.yaml", "./light-policy.yaml", "waivers.yaml", "own.yaml", "twice.json"])
def test_no_file_that_is_read_is_written_over(run, folder, name, option):
    waivers(folder, "gate/expenses-refused")
    shutil.copy(ROOT / "examples" / "own-rubric" / "rubric.yaml", folder / "own.yaml")
    (folder / "light-policy.yaml").write_text("policy: 1\ntitle: A fund’s policy\nlabel: honest\n", encoding="utf-8")
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    more = ("--output", "html:twice.json") if name == "twice.json" else ()
    found = run(
        "check", "bad.yaml", *DATE, "--policy", "light-policy.yaml", "--waivers", "waivers.yaml", "--rubric", "own.yaml", *more,
        option, f"json:{name}" if option == "--output" else name,
    )  # fmt: skip
    assert (found.code, found.out) == (BROKEN, "")
    assert "read or written already" in found.err
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before


def test_a_baseline_may_be_written_anew_and_no_report_takes_its_place(run, folder):
    assert run("check", "bad.yaml", *DATE, "--write-baseline", "base.json").code == FAILS
    before = (folder / "base.json").read_bytes()
    assert run("check", "bad.yaml", *DATE, "--baseline", "base.json", "--output", "json:base.json").code == BROKEN
    assert (folder / "base.json").read_bytes() == before
    assert run("check", "full.yaml", *DATE, "--baseline", "base.json", "--write-baseline", "base.json").code == HOLDS
    assert (folder / "base.json").read_bytes() != before


def test_a_baseline_that_cannot_be_written_leaves_no_report(run, folder):
    found = run("check", "bad.yaml", *DATE, "--output", "json:out.json", "--write-baseline", "no/base.json")
    assert (found.code, found.out) == (BROKEN, "")
    assert not (folder / "out.json").exists()


def test_a_baseline_of_many_applications_is_longer_than_a_project_file_may_be_and_can_be_read(run, folder):
    run("check", "bad.yaml", *DATE, "--write-baseline", "base.json")
    tree = json.loads((folder / "base.json").read_text("utf-8"))
    tree["files"] |= {f"applications/{n}.yaml": tree["files"]["bad.yaml"] for n in range(300)}
    (folder / "base.json").write_text(json.dumps(tree), "utf-8")
    assert (folder / "base.json").stat().st_size > 1_000_000
    found = run("check", "bad.yaml", *DATE, "--baseline", "base.json")
    assert (found.code, found.err) == (HOLDS, "")


# --- clumsy and hostile ------------------------------------------------------------------------------------


@pytest.mark.parametrize("reached", ["NaN", "Infinity", "-Infinity", "1" + "0" * 400, "1" + "0" * 5000])
def test_no_number_of_a_baseline_excuses_what_is_reached_less_far(run, folder, reached):
    run("check", "bad.yaml", *DATE, "--require", "reward-at-least-3", "--write-baseline", "base.json")
    text = (folder / "base.json").read_text("utf-8")
    changed = re.sub(r'("reached": )[\d.]+', rf"\g<1>{reached}", text)
    assert changed != text
    (folder / "base.json").write_text(changed, "utf-8")
    found = run("check", "bad.yaml", *DATE, "--require", "reward-at-least-3", "--baseline", "base.json")
    assert found.code == BROKEN
    assert found.err.startswith("base.json:1:1: ")
    assert "internal error" not in found.err


def test_nothing_on_standard_error_moves_the_cursor_of_a_terminal(run, folder):
    run("check", "bad.yaml", *DATE, "--write-baseline", "base.json")
    tree = json.loads((folder / "base.json").read_text("utf-8"))
    tree["tool"]["version"] = "\x1b[2J\u202e9"
    (folder / "base.json").write_text(json.dumps(tree), "utf-8")
    found = run("check", "bad.yaml", *DATE, "--baseline", "base.json")
    assert "The baseline was written by" in found.err
    assert not {"\x1b", "\u202e"} & {*found.err, *found.out}


def test_a_saved_audit_names_no_file_that_a_terminal_would_obey(run, folder):
    assert run("report", "full.yaml", *DATE, "-o", "saved.json").code == HOLDS
    tree = json.loads((folder / "saved.json").read_text("utf-8"))
    tree["project"]["file"] = "../../a\x1b[2Jb\n:c.yaml"
    (folder / "saved.json").write_text(json.dumps(tree), "utf-8")
    (folder / "out").mkdir()
    found = run("report", "saved.json", "-o", "out/")
    assert found.code == HOLDS
    assert [p.name for p in (folder / "out").iterdir()] == ["a[2Jb:c.html"]
    assert "\x1b" not in found.err


def test_a_number_that_is_too_long_is_said_in_words(run, folder):
    (folder / "big.json").write_text('{"schema_version": 1' + "0" * 5000 + "}", "utf-8")
    for command in (("report", "big.json", "-o", "r.md"), ("compare", "big.json", "full.yaml")):
        found = run(*command)
        assert found.code == BROKEN
        assert "big.json: this holds a number that is too long to be read" in found.err


def test_standard_input_is_read_once_and_is_nothing_to_write_to(run, folder):
    for options in (
        ("-", "--policy", "-"),
        ("-", "--baseline", "-"),
        ("full.yaml", "--policy", "-", "--waivers", "-"),
        ("-", "--rubric", "-"),
    ):
        found = run("check", *options, stdin="format: 1\nproject: {title: x}\n")
        assert found.code == BROKEN
        assert "standard input can be read only once" in found.err
    found = run("check", "full.yaml", "--write-baseline", "-")
    assert found.code == BROKEN
    assert "--write-baseline '-'" in found.err
    assert not (folder / "-").exists()


@pytest.mark.parametrize("option", ["--policy", "--rubric"])
@pytest.mark.parametrize("command", [("check",), ("report", "-o", "r.md"), ("portfolio",)])
def test_no_command_takes_standard_input_for_a_project_and_for_what_it_is_held_to(
    run, tmp_path, monkeypatch, command, option
):
    monkeypatch.chdir(tmp_path)
    found = run(command[0], "-", *command[1:], option, "-", stdin="format: 1\nproject: {title: x}\n")
    assert found.code == 2
    assert "standard input can be read only once" in found.err
    assert not found.out
    assert not (tmp_path / "r.md").exists()


@pytest.mark.parametrize("option", ["--policy", "--rubric", "--waivers", "--baseline", ""])
def test_a_name_that_is_empty_is_called_so(run, folder, option):
    found = run("check", *(("full.yaml", option, "") if option else ("",)))
    assert found.code == BROKEN
    assert "'' (an empty name)" in found.err
