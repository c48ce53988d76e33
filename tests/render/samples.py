"""Audits made by hand, so that reports can be tested without a judge. The project in them is invented."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from involve_audit.results import audit as a

if TYPE_CHECKING:
    from collections.abc import Callable


def because(path: str, line: int, says: str) -> a.Evidence:
    return a.Evidence(path=path, line=line, column=3, says=says)


NIHR_PAY = a.Citation(
    id="payment-guidance",
    cites="Payment guidance for researchers and professionals. An invented citation for tests, 2024.",
    says="People should be offered payment for their time, and be free to decline it.",
)
ARTICLE = a.Citation(
    id="in-it-together",
    cites="Gates, Farley and Mark. In it together: where research and real world experience meet.",
    says="Being present is not the same as being involved.",
)


def criterion(
    name: str,
    title: str,
    low: int,
    high: int,
    *,
    core: bool = True,
    applies: bool = True,
    planned: int | None = None,
    support: str = "",
    found: str = "",
    capped: str = "",
    not_told: tuple[str, ...] = (),
    lines: tuple[a.Evidence, ...] = (),
) -> a.CriterionFound:
    return a.CriterionFound(
        id=name,
        title=title,
        asks=f"How far is this so here: {title.lower()}?",
        core=core,
        applies=applies,
        level=a.Range(low, high),
        planned=planned,
        support=support,
        found=found,
        capped=capped,
        anchors=(
            "There is none, or another answer contradicts it.",
            "It is promised, or was done once.",
            "It is done, and it fits the people concerned.",
            "Contributors shaped it and can change it.",
        ),
        why="People who cannot see what became of what they said stop saying it.",
        good="Good: each point has an answer with a date. Beware: thanks in place of an answer.",
        advice="Send a short note to the group within a month of each meeting, with what changed and what did not.",
        question="When did you last tell someone that their idea was refused, and why?",
        not_told=not_told,
        because=lines,
        sources=(ARTICLE,),
    )


_TITLES = {
    "honesty": "Honest purpose and limits",
    "timing": "Early and continuous",
    "power": "Power and decisions",
    "voices": "Who is in the room, and who is not",
    "access": "Access and communication",
    "reward": "Reward and resources",
    "care": "Safety and care",
    "relationships": "Relationships and learning",
    "influence": "Influence and feedback",
}


def _principle(
    name: str, low: float, high: float, letter: str, confirmed: str, *criteria: a.CriterionFound
) -> a.PrincipleFound:
    return a.PrincipleFound(
        id=name,
        title=_TITLES[name],
        says="What it is about, in a sentence.",
        low=low,
        high=high,
        letter=letter,
        confirmed=confirmed,
        criteria=criteria,
    )


def rich() -> a.Audit:
    """A project of which much is told: good, bad and open."""
    pay_line = because("reward.pay", 61, "pay: offered: none, reason: no budget line")
    late = because("timing.first_involved", 24, "first_involved: 2025-06")
    locked = because("timing.design_locked", 25, "design_locked: 2025-03")
    minutes = because("stages.analysis", 44, "role: decided together, status: done, when: 2026-02")
    advert = because("honesty.advert", 18, "names: none, promises_influence: yes")
    return a.Audit(
        tool=a.Tool("involve-audit", "0.1.0"),
        rubric=a.RubricStamp("core", "1.0", "Involvement, honestly", "9f2c" * 16),
        project=a.Head(
            title="Waiting well",
            file="examples/waiting-well/project.yaml",
            summary="What helps people while they wait for a talking therapy, and who waits longest.",
            phase="running",
            kind="research",
            stamp="Written from published text; the people concerned were not asked.",
            filled_in="Filled in in October 2026 by a researcher and two contributors, who were paid for it",
        ),
        date="2026-11-02",
        verdict=a.Verdict(
            id="involvement",
            title="Involvement",
            says="Involvement, overclaimed: called co-produced; not told: support after meetings",
            means="Contributors take part more than once, and others take the decisions.",
            possible=(
                a.VerdictName("involvement", "Involvement"),
                a.VerdictName("tokenism", "Tokenism"),
                a.VerdictName("consultation", "Consultation"),
                a.VerdictName("working-partnership", "Working partnership"),
            ),
            not_told=("support after meetings", "what became of six of nine suggestions"),
            rests_on=(
                "contributors took part in design and analysis",
                "one joint decision on how the results were read, with minutes",
                "nobody was paid",
            ),
            because=(minutes, late, locked, pay_line),
        ),
        label=a.LabelFit(
            state="overclaimed",
            called=("co-produced", "equal partners"),
            claims="collaboration",
            says="The work is called co-produced, and the design was fixed before anyone was asked.",
            missing=("pay (not there)", "safety (not told)"),
            because=(because("project.called", 5, "called: co-produced; equal partners"), locked),
        ),
        honesty=a.HonestyFound(
            state="partly",
            says="Limits were told with their reasons; the word used runs ahead of what is shown.",
            parts=(
                a.HonestyPart("label", "bad", "The word claims more than is shown"),
                a.HonestyPart("limits", "good", "Two limits were told with reasons before the first meeting"),
                a.HonestyPart("refusals", "open", "Whether refusals came with reasons is not told"),
                a.HonestyPart("failures", "good", "The late start is admitted in the report to the funder"),
            ),
            because=(because("honesty.limits[0]", 14, "what: only six sessions can be offered, told: 2025-05"),),
        ),
        rung=a.RungFound(
            called="collaboration",
            aims_for="co-production",
            promised="",
            told="collaboration",
            shown=a.Steps("involvement", "collaboration"),
            stages=(
                a.StageFound("priorities", "Choosing the question", "none", a.Steps("none", "none"), "", "", "", (because("stages.priorities", 38, "priorities: none"),)),
                a.StageFound("design", "Design of the study", "involved", a.Steps("consulted", "involved"), "", "", "People came in after the design was fixed.", (late, locked)),
                a.StageFound("governance", "Steering and oversight", "", a.Steps("none", "led"), "", "", "", ()),
                a.StageFound("analysis", "Making sense of results", "decided together", a.Steps("decided together", "decided together"), "", "", "", (minutes,)),
                a.StageFound("sharing", "Papers and talks", "", a.Steps("none", "led"), "decided together", "in words", "", (because("stages.sharing", 48, "role: decided together, status: planned"),)),
            ),
        ),
        score=a.Score(low=31.25, high=58.6, at_level=(4, 9, 8, 2), open=20, not_applicable=2),
        principles=(
            _principle("honesty", 40, 66.7, "B", "split", criterion("limits-told", "Limits told early, with reasons", 2, 2, support="documented", found="Limits were told with reasons before the work began.", lines=(because("honesty.limits[0]", 14, "what: only six sessions can be offered, told: 2025-05"),)), criterion("advert-honest", "An advert that says what is open", 0, 0, support="specific", found="The advert promises a say and names nothing that is open.", lines=(advert,))),
            _principle("timing", 0, 33.3, "D", "not told", criterion("first-contact", "First contact", 0, 1, support="specific", lines=(late, locked), not_told=("Was anyone asked before the bid was written?",))),
            _principle("power", 33.3, 66.7, "C", "confirmed", criterion("joint-decisions", "Decisions taken together", 2, 3, support="confirmed", found="At least one decision on more than wording was taken together.", lines=(minutes,)), criterion("chair", "Who is in the chair", 0, 3, core=False)),
            _principle("voices", 16.7, 50, "C", "not told", criterion("missing-asked", "Asking who is missing", 1, 2, planned=2, support="claimed", capped="It is a claim: no date, number, role or source is told.", lines=(because("voices.question_asked", 52, "question_asked: yes"),))),
            _principle("access", 66.7, 100, "A", "confirmed", criterion("papers-ahead", "Papers ahead of meetings", 3, 3, support="confirmed", found="Papers come two weeks ahead, in the form that people asked for.", lines=(because("access.papers_ahead", 57, "papers_ahead: 14 days, formats: large print; audio"),))),
            _principle("reward", 0, 0, "D", "disputed", criterion("pay", "Fair pay", 0, 0, support="documented", found="Nobody was offered pay.", capped="Most contributors see it otherwise.", lines=(pay_line,)), criterion("benefits-advice", "Advice on benefits", 0, 0, applies=False)),
            _principle("care", 0, 100, "?", "not asked", criterion("support-after", "Support after meetings", 0, 3, not_told=("Is there someone to talk to after a hard meeting?",)), criterion("own-story", "Say over one's own story", 0, 3)),
            _principle("relationships", 33.3, 33.3, "C", "too few", criterion("training", "Training that people asked for", 1, 1, support="claimed", lines=(because("relationships.training", 70, "training: yes"),))),
            _principle("influence", 33.3, 88.9, "B", "split", criterion("told-back", "Telling people what changed", 1, 3, support="specific", lines=(because("influence.log.entries[0]", 74, "said: fewer questionnaires, answer: taken up, told_back: 2026-03"),), not_told=("What became of the other six suggestions?",))),
        ),
        signs=(
            a.SignFound("involved-after", "holds", "People came in after the decisions that they were there for", (late, locked)),
            a.SignFound("heard-no", "clear", "Nobody says that people were not heard", ()),
            a.SignFound("nothing-taken-up", "open", "Whether anything was taken up is told for three of nine suggestions", ()),
        ),
        flags=(
            a.FlagFound("lone-seat", "A lone seat", "note", "power", "One contributor sits among nine researchers.", "What would make it easier to disagree from that seat?", (because("rooms.steering_group", 31, "contributors: 1, researchers: 9"),), (ARTICLE,)),
            a.FlagFound("late-invitation", "Late invitation", "warning", "timing", "People were first involved three months after the design was fixed.", "What could still be opened again, and who would decide that?", (late, locked), (ARTICLE,)),
            a.FlagFound("money-does-not-add-up", "Money that does not add up", "error", "reward", "The budget line holds less than the meetings would cost at the rate that is named.", "Who can look at the sums with you this week?", (because("reward.budget", 64, "budget: 400"), because("rooms.advisory_group", 28, "meetings: 6")), (NIHR_PAY,)),
        ),
        gates=(
            a.GateFound("nobody-involved", "Somebody is involved", "clear", "nobody involved", True, "Nobody is involved.", "", "", (), ()),
            a.GateFound("unpaid", "Time is paid, or freely given", "holds", "involvement", True, "Contributors gave days of work, and nobody was offered pay.", "Offer pay to everyone, for preparation too, with the freedom to decline", "Who is paid to be in the room, and who is not?", (pay_line,), (NIHR_PAY,)),
            a.GateFound("unsafe", "On a sensitive topic, people are looked after", "open", "working partnership", True, "The topic is sensitive and nobody is there to turn to.", "Name a person to turn to before, during and after meetings", "Where could someone go after a meeting that hurt?", (because("project.topic_sensitive", 7, "topic_sensitive: yes"),), (ARTICLE,)),
            a.GateFound("not-credited", "People are credited as they wish", "not due", "", False, "", "", "", (), ()),
        ),
        questions=(
            a.Question("q-support", "Is there someone to talk to after a hard meeting?", "care.support", 66, ("verdict", "gate: on a sensitive topic, people are looked after")),
            a.Question("q-log", "What became of the other six suggestions?", "influence.log.entries", 73, ("sign: nothing taken up",)),
            a.Question("q-chair", "Who is in the chair of the steering group?", "rooms.steering_group.chair", 31, ()),
        ),
        steps=(
            a.Step("say it truly", ("Call the work “involvement in design and analysis”",), "The label would fit", "Involvement", (("project.called", "involvement"),), ""),
            a.Step("do", ("Offer everyone pay for meetings and preparation, from the next meeting on",), "Lifts the gate on unpaid work", "Involvement", (("reward.pay.offered", "all"), ("reward.pay.preparation", "paid")), ""),
            a.Step("do", ("Name a person to turn to before, during and after meetings", "Let the group choose who that is"), "Involvement → Working partnership, with the step above", "Working partnership", (("care.support.who", "independent"), ("power.decisions[+]", "{what: who is turned to, decided_by: contributors}")), "before the papers are written (March 2027)"),
            a.Step("tell", ("Write down what became of the other six suggestions",), "Settles whether anything was taken up", "Involvement", (("influence.log.complete", "yes"),), ""),
        ),
        doors=(
            a.Door("Choosing the question: closed, because the work is funded", "closed"),
            a.Door("Papers and talks can still be decided together", "until March 2027"),
        ),
        voices=a.VoicesFound(
            asked="yes",
            says="The group asked in May 2025, and has named two groups that are not there",
            matters=("ethnicity", "age", "being housed"),
            missing=(
                a.Missing(
                    "young Black men", ("trust", "never asked"), "people told us", "contributors", "two visits to a barber shop, by the peer researcher, January 2027", (because("voices.missing[0]", 54, "group: young Black men, why: trust; never asked"),),
                    matters=True, state="planned", rooms=("The circle",), stages=("analysis",), since="2025-05",
                    reasons=(
                        a.ReasonFound("trust", "People were let down before.", "people told us", ("Stay in touch for long", "Say what became of it"), (ARTICLE,)),
                        a.ReasonFound("never asked", "Nobody invited them.", "assumed", ("Go where people are",), ()),
                    ),
                    owner="the involvement lead", when="2027-01", cost="300", effect="The findings say little about being stopped and searched",
                ),
                a.Missing("people without a phone", (), "", "", "", (because("voices.missing[1]", 55, "group: people without a phone"),), state="acknowledged"),
            ),
            excluded=("people who speak no English",),
            matter=(a.Matter("young Black men", "They are sectioned more often than they are offered therapy", ("contributors",)), a.Matter("people who wait alone", "", ())),
            exclusions=(a.Exclusion("people who speak no English", "yes", "therapy is given in English only", ("contributors", "team"), "a list of services in other languages", "2027-06", False, (because("voices.excluded[0]", 57, "group: people who speak no English"),)),),
            rooms=(
                a.RoomFound("circle", "The circle", "advises", 9, "This room has ended.", (
                    a.CharacteristicFound("ethnic_group_5", "Ethnic group", "ethnic_group_5 2021", "yes", "Asked; everybody answered.", (
                        a.GroupInRoom("Black", "missing", "planned", True), a.GroupInRoom("Asian", "present", "", False),
                        a.GroupInRoom("Mixed", "missing", "unmentioned", False), a.GroupInRoom("Other", "missing", "excluded", False),
                        a.GroupInRoom("White", "present", "", False),
                    ), (because("voices.rooms[0]", 58, "room: circle, characteristic: ethnic_group_5"),)),
                    a.CharacteristicFound("disability", "Disability", "", "yes", "Asked; some people did not answer.", (a.GroupInRoom("Disabled", "unknown", "", False),), (because("voices.rooms[1]", 59, "room: circle, characteristic: disability"),)),
                    a.CharacteristicFound("gender_identity", "Gender identity", "", "no", "Not asked, because: the group asked us not to.", (), ()),
                )),
                a.RoomFound("board", "The board", "decides", 0, "", (
                    a.CharacteristicFound("ethnic_group_5", "Ethnic group", "", "yes", "Asked; everybody answered.", (
                        a.GroupInRoom("Black", "missing", "unmentioned", True), a.GroupInRoom("Asian", "missing", "unexplained", False), a.GroupInRoom("White", "present", "", False),
                    ), ()),
                )),
            ),
            signs=(
                a.RoomSign("blind-spot", "Blind spot: missing, and nobody has said so", "people who wait alone", True, "It is not in The circle, and nothing else is said of that.", "Who could tell us why?", (because("voices.matters[1]", 51, "group: people who wait alone"),)),
                a.RoomSign("power-gap", "Power gap: in the building, not in the deciding room", "Ethnic group: Asian", False, "In The circle, and not where it is decided: The board.", "Would they wish to decide too?", (because("voices.rooms[0]", 58, "room: circle, characteristic: ethnic_group_5"),)),
            ),
            places=(
                a.Place("people who wait alone", True, ("a place where they already meet",), ()),
                a.Place("young Black men", True, ("a barber shop", "an organisation that they lead themselves"), ("take time before there is anything to ask for",)),
            ),
            next_meeting=("Who could tell us why?", "Would they wish to decide too?", "Gender identity was not asked. Would people rather not?"),
        ),
        views=(
            a.ViewFound(
                of="contributors",
                says="Contributors, 2026-09: 9 of 12 asked answered.",
                counts="",
                by_principle=(("power", "most agree"), ("reward", "most disagree"), ("influence", "split")),
                words=("We changed how the results were read, and that was real.",),
                dissent=("They thanked me for my courage.\nNobody answered my question.\n\nI will not come again.",),
                statement="We read this file together. Section 6 is not how we remember it.",
                because=(because("views[0]", 80, "of: contributors, asked: 12, answered: 9"),),
                reply="The file is not the one that it replied to, since it was sealed (2026-10-02): changed: reward, stages.",
            ),
            a.ViewFound("researchers", "Researchers: 4 of 9 asked answered.", "Asked by the team itself, so it confirms nothing", (), ("We were afraid of promising too much.",), (), "", ()),
        ),
        findings=(a.FindingFound("evaluation", "An outside evaluation, 2026", "People were heard in the analysis, and not before it", (because("findings[0]", 90, "heard: split"),)),),
        limits=(
            "What people meant, and whether they trust each other, does not stand in any file.",
            "The rubric has not been validated.",
        ),
        policy=a.Policy(
            holds=False,
            conditions=(
                a.PolicyCondition("failing-gates", "Every gate that fails the check is clear: unpaid work holds", "not held"),
                a.PolicyCondition("known", "Enough is known for a verdict", "held"),
                a.PolicyCondition("safe", "Where the topic is sensitive, people are safe", "open"),
            ),
        ),
        sides=(
            a.SidesFound("power", "Power and decisions", (a.SideSays("contributors", "2026-09", "most disagree"), a.SideSays("researchers", "2026-08", "most agree")), "lower", "Contributors see it lower than researchers."),
            a.SidesFound("care", "Safety and care", (a.SideSays("contributors", "2026-09", "not most agree"), a.SideSays("researchers", "", "not asked")), "cannot be told", "Only one side has been asked about this."),
        ),
        not_heard=("Contributors, 2026-09: 3 of 12 who were asked did not answer.", "Researchers have not been asked about: Safety and care."),
    )  # fmt: skip


_hints = cache(get_type_hints)


def made(kind: Any, text: Callable[[], str], *, many: int, number: float = 50.0, yes: bool = True) -> Any:
    """A value of a type in which every text is `text()`, and every list of any length has `many` entries."""
    if is_dataclass(kind):
        hints = _hints(kind)
        return kind(**{f.name: made(hints[f.name], text, many=many, number=number, yes=yes) for f in fields(kind)})
    if get_origin(kind) is tuple:
        inner = get_args(kind)
        parts = [inner[0]] * many if inner[-1] is Ellipsis else inner
        return tuple(made(part, text, many=many, number=number, yes=yes) for part in parts)
    if kind is str:
        return text()
    if kind is bool or bool in get_args(kind):  # `applies` may be unknown, too
        return yes
    if kind is float:
        return number
    if kind is int:
        return 3
    if get_args(kind) and type(None) in get_args(kind):
        return made(get_args(kind)[0], text, many=many, number=number, yes=yes) if many else None
    raise TypeError(f"no sample for {kind}")


def empty() -> a.Audit:
    """Nothing at all: every text empty, every list without entries."""
    return replace(made(a.Audit, str, many=0, number=0.0, yes=False), schema_version=a.SCHEMA_VERSION)


HOSTILE = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "\"><svg onload='alert(1)'>",
    "javascript:alert(1)",
    "[a](javascript:alert(1)) ![b](http://example.org/x.png)",
    "a | b || c \\| d",
    "`code` ``` ```` ~~~ ~~gone~~",
    "# head\n## head\n=====\n-----\n- item\n1. item\n> quote\n\n    code",
    "| a | b |\n|---|---|\n| 1 | 2 |",
    "*a* **b** _c_ __d__ \\*e\\*",
    "&lt;b&gt; &#60;i&#62; &amp; &colon;",
    "{{ 7 * 7 }} {% raw %} {# x #}",
    "\x1b[31mred\x1b[0m \x1b]8;;http://example.org\x07link\x1b]8;;\x07 \x07\x08\r over",
    "abc \u202egnp.exe\u202c \u2066x\u2069 \u200f\u200e שלום",
    "line\u2028separator\u2029paragraph\x85next\x0bvertical\x0cfeed\x00nul",
    "<!-- --> --> ]]> <![CDATA[ x ]]> </style> </details> </table>",
    "<http://example.org> <a@example.org> $x$ [^1] [ ] :: ::: +++",
    "  leading and trailing  ",
    "+ plus", "- minus", "12) paren", "1. one", "> quoted", "===", "\t\ttabs", "\\", "`", "|", "-->",
    "👩🏽‍🔬 Zoë ﷽ ｗｉｄｅ",
)  # fmt: skip


def hostile(text: str | None = None) -> a.Audit:
    """Every text hostile: one text everywhere, or all of them in turn."""
    turn = iter(range(10**9))

    def next_text() -> str:
        return HOSTILE[next(turn) % len(HOSTILE)] if text is None else text

    made_up: a.Audit = made(a.Audit, next_text, many=2)
    return replace(made_up, schema_version=a.SCHEMA_VERSION)


def renamed(audit: a.Audit, change: Callable[[str], str]) -> a.Audit:
    """The audit with every text changed by a function, but for the version of the schema."""

    def walk(value: Any) -> Any:
        if is_dataclass(value) and not isinstance(value, type):
            return type(value)(**{f.name: walk(getattr(value, f.name)) for f in fields(value)})
        if isinstance(value, tuple):
            return tuple(walk(v) for v in value)
        return change(value) if isinstance(value, str) else value

    changed: a.Audit = walk(audit)
    return replace(changed, schema_version=a.SCHEMA_VERSION)
