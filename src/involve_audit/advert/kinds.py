"""Kinds of sentences: what an act promises or names, by who does it, what is done, to what, and how sure it is.

A kind is told in classes of words and never in sentences: *people who are invited* + *decide* + anything that is no private matter =
a promise of a decision. A new word belongs into the lexicon, and every kind then knows it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from involve_audit.english.grammar import BE, KEPT, Act, acts, whose
from involve_audit.english.lexicon import (
    ADVERBS,
    ASKING,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    bases,
    noun_classes,
    people_classes,
    verb_classes,
)
from involve_audit.english.sentence import blank

INVITED = frozenset({"you", "member"})
"""Those who are invited, and nobody else."""
PEOPLE = INVITED | {"affected"}
"""And people like them."""
_ANYBODY = frozenset({"anybody"})
"""In a row: whoever it is."""
_TEAM = frozenset({"we", "team", "others", "above", "thing"})
"""Those who invite, as a row speaks of them: also an organisation that is named, or a group that has no class."""


class Found(NamedTuple):
    """What an act says."""

    rule: str
    act: Act


@dataclass(frozen=True)
class Kind:
    """A kind of act.

    Attributes:
        rule: what it promises, or what it names.
        who: whose act it is; `team` where it is not those who are invited.
        does: what is done.
        what: what stands behind it: a class of nouns (`@cost`), of people (`&you`), or a word. One of them is enough.
        also: as `what`; one of these, too.
        subject: as `what`, of the subject.
        unless: as `what`: it means something else.
        topic: as `what`, anywhere in the subject.
        agent: by whom it is done, where the act is passive.
        passive: whether the subject is what it is done to.
        how: a mark that the act must have; empty where it may be anything but past.
        denied: whether it is one that is not done.
    """

    rule: str
    who: frozenset[str]
    does: frozenset[str]
    what: frozenset[str] = frozenset()
    also: frozenset[str] = frozenset()
    subject: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    topic: frozenset[str] = frozenset()
    agent: frozenset[str] = frozenset()
    passive: bool = False
    how: frozenset[str] = frozenset()
    denied: bool = False


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SURE = _set("will can help invited imperative asked wish")
_STUDY_VISIT = _set(
    "questionnaire survey visit trial arm completion scan diary appointment treatment operation surgery"
)
"""What is done by those who are studied."""
_OWN_MATTER = _set(
    "slot morning afternoon password meal hospital surgery operation appointment if if-you not own day date suit suits treatment doctor gp medicine tablet tablets school college breakfast pronoun"
)
"""What people decide for themselves, and no part of the work."""
_ME = _set("us me")
_MATTERS = _set("@work @decision &member how what which who where them it it's things this")
_CAME = _set(
    "found sorted fixed mended did done changed changes happened happens came made used responded response considered heard difference outcome outcomes decided decision decisions acted learned learnt progress adopted became taken rejected dropped"
)
"""What came of it."""

_GERUNDS = _set(
    "rewriting designing redesigning planning drafting writing editing choosing research interviewing analysing testing"
)
"""What is done, as a noun: `do the rewriting with us`."""

ROWS: tuple[Kind, ...] = (
    # --- a say ---------------------------------------------------------------------------------------------------
    Kind("promise-decision", INVITED, _set("decide"), unless=_OWN_MATTER),
    Kind("promise-decision", _set("affected"), _set("decide"), how=_SURE, unless=_OWN_MATTER),
    Kind("promise-decision", _set("affected"), _set("decide"), _set("fund money budget grant priority project research topic agenda strategy trial study"), unless=_OWN_MATTER | _set("their treatment @others")),
    Kind("promise-decision", _set("affected"), _set("decide"), _set("us"), _set("with together jointly"), unless=_OWN_MATTER | _set("their treatment")),
    Kind("promise-decision", _set("member"), _set("decide fix"), _set("own"), _set("agenda topic priority question project theme chair rule"), unless=_set("treatment")),
    Kind("promise-decision", _set("they"), _set("decide"), how=_set("help"), unless=_OWN_MATTER),
    Kind("promise-decision", _set("affected"), _set("fix"), _set("agenda priority question term topic pace"), unless=_OWN_MATTER | _set("treatment gp")),
    Kind("promise-decision", _ANYBODY, _set("be lie"), _set("with to"), _set("&member &you &room"), subject=_set("decision approval say verdict choice selection adoption sign-off word"), unless=_set("&above &others &we whether if not your") | _OWN_MATTER),
    Kind("promise-decision", _TEAM, _set("get want other"), _set("consent approval agreement permission go-ahead say-so"), _set("your members' panel's group's residents'"), how=_set("can will"), unless=_STUDY_VISIT | _set("data record records form blood sample samples gp")),
    Kind("promise-decision", PEOPLE, _set("tell"), _set("whether which"), how=_set("cleft"), unless=_set("need us")),
    Kind("promise-decision", PEOPLE, _set("get exist carry give"), _set("@vote vote"), unless=_set("@payment")),
    Kind("promise-decision", _set("we"), _set("vote"), unless=_set("&others")),
    Kind("promise-decision", _TEAM | {"they"}, _set("obey"), _set("whatever whichever everything anything all"), _set("&you &member recommendation recommendations decision decisions"), unless=_OWN_MATTER),
    Kind("promise-decision", _TEAM | {"they"}, _set("bind"), _set("it them that this")),
    Kind("promise-decision", _set("bring said"), _set("be"), _set("binding final"), unless=_set("not")),
    Kind("promise-decision", _TEAM | {"they"}, _set("obey"), _set("your member's panel's group's jury's assembly's members' residents'"), _set("decision decisions vote choice choices verdict ranking recommendation recommendations"), unless=_OWN_MATTER),
    Kind("promise-decision", INVITED, _set("tell"), _set("which"), _set("in out stay goes go"), unless=_set("need us")),
    Kind("promise-lead", PEOPLE, _set("lead"), _set("this it project everything study research group service @power budget money own themselves we charge show thing scheme programme program initiative fund clinic network charity organisation board collective grant part whole every"), unless=_set("own treatment risk life course bath stall test tap jointly together with")),
    Kind("promise-influence", PEOPLE | {"bring"}, _set("shape"), unless=_set("own life")),
    Kind("promise-influence", _set("bring"), _set("guide"), unless=_set("own life")),
    Kind("promise-influence", INVITED, _set("guide"), _set("the our how what which this future better"), _MATTERS, unless=_set("own your us me gp doctor home car appointment if")),
    Kind("promise-influence", _set("affected"), _set("guide"), _set("the our how what which this"), _MATTERS, how=_set("will help invited"), unless=_set("own their your gp doctor home car")),
    Kind("promise-influence", _set("you"), _set("make"), _set("our this new better"), _set("@work"), how=_set("imperative"), unless=_set("own your sure")),
    Kind("promise-influence", INVITED, _set("make"), _MATTERS, how=_SURE - {"imperative"}, unless=_set("own sure appointment your complaint difference yourself")),
    Kind("promise-influence", INVITED, _set("make"), _set("the our this a an new these better"), how=_set("help"), unless=_set("own sure appointment your complaint difference yourself")),
    Kind("promise-influence", _TEAM, _set("make alter"), _set("comments comment suggestions suggestion feedback advice views ideas input"), _set("your members' panel's group's"), how=_set("will"), unless=_set("sure summary list note report record")),
    Kind("promise-influence", _set("member"), _set("make"), _set("@work"), unless=_OWN_MATTER | _set("their complaint difference funding expenses @payment @money available")),
    Kind("promise-influence", INVITED | {"affected"}, _set("happen other"), _GERUNDS, _set("with alongside for"), how=_set("invited will"), unless=_set("own your")),
    Kind("promise-influence", _set("affected"), _set("make"), _MATTERS | {"our"}, how=_set("will help invited"), unless=_set("own sure appointment your their")),
    Kind("promise-influence", INVITED, _set("assist"), _set("designing redesigning planning drafting writing developing creating testing running analysing interpreting evaluating reviewing choosing setting design redesign development planning analysis interpretation evaluation writing delivery governance oversight rewriting shaping improving")),
    Kind("promise-influence", _set("affected"), _set("author"), _MATTERS - {"how", "what", "which", "who", "where"}, unless=_set("own their your letter appointment") | _OWN_MATTER),
    Kind("promise-influence", _set("we team"), _set("make author"), _set("with-people"), _set("@work"), unless=_set("&others sure appointment difference treatment")),
    Kind("promise-influence", _set("affected"), _set("make author"), _set("with-us"), _MATTERS),
    Kind("promise-influence", _set("bring"), _set("assist"), _MATTERS, unless=_set("your own")),
    Kind("promise-influence", _TEAM | {"they", "affected"}, _set("workin"), _set("@views @experience"), _set("theirs"), unless=_set("anonymised stored training contact quote quotes reply")),
    Kind("promise-influence", INVITED, _set("be"), _set("author authors co-author co-authors")),
    Kind("promise-influence", _set("bring"), _set("use"), _set("to in into for on"), passive=True, unless=_set("anonymised stored training")),
    # Whose view is only considered, while somebody else has the last word, is promised no more than to be read.
    Kind("promise-influence", _set("bring"), _set("weigh"), passive=True, unless=_set("by ,")),
    Kind("promise-influence", _set("bring"), _set("help"), _MATTERS | {"us"}, unless=_set("difference understand see know learn")),
    Kind("promise-views", _set("bring"), _set("help"), _set("understand see know learn")),
    Kind("promise-influence", INVITED, _set("lead"), _MATTERS, how=_set("help"), unless=_set("own stall")),
    Kind("promise-views", _TEAM, _set("want"), _set("hear listen"), _set("&you &affected from what how which where your @views @experience about"), unless=_set("more applications employers companies businesses investors")),
    Kind("promise-views", _TEAM, _set("want"), _set("know understand learn find"), _set("&you from your"), unless=_set("more applications contact reach if whether")),
    Kind("promise-views", _TEAM, _set("want"), _set("@views"), _set("&you &affected from your people's residents' patients' carers' members' public's")),
    Kind("promise-views", _set("we"), _set("hear"), how=_set("will wish"), what=_set("&you what how your")),
    Kind("promise-views", INVITED, _set("say"), _set("on about draft what how our us whether @work @views your their"), unless=_set("letter insurance")),
    Kind("promise-views", _TEAM | {"member"}, _set("want"), _set("views view opinions thoughts ideas suggestions comments feedback"), _set("on about"), unless=_set("&others grant applicant applicants complaint")),
    Kind("promise-influence", INVITED, _set("workon"), _set("@work"), how=_SURE, unless=_STUDY_VISIT | _set("own your")),
    Kind("promise-views", INVITED, _set("assist"), _set("discussion discussions conversation conversations debate debates"), unless=_set("treatment doctor")),
    Kind("promise-views", INVITED, _set("tell"), _set("which what how"), _set("hard easy like clear wrong right good bad unclear difficult best works"), unless=_OWN_MATTER | _set("life people")),
    Kind("promise-views", INVITED, _set("hear"), _set("@views"), passive=True, unless=_set("complaint not")),
    Kind("promise-views", _TEAM, _set("be"), _set("@views"), _set("grateful glad pleased thankful delighted interested"), unless=_set("&others all")),
    Kind("promise-views", PEOPLE, _set("tell say"), _set("what how which where why when"), how=_set("invited"), unless=_set("need they if-you cost access reach apply name gp doctor")),
    Kind("promise-views", _TEAM | {"member"}, _set("consult"), _set("&you &member &room public"), unless=_set("@cost not age back file record notes appointment")),
    Kind("promise-views", INVITED, _set("tell"), _ME, _set("if whether"), how=_set("will"), unless=_set("if-you need access cost travel @cost late come")),
    Kind("promise-views", INVITED, _set("consult"), passive=True, unless=_set("@cost not age back")),
    # What people think, given by whatever verb: `members make suggestions`, `parents voice their concerns`.
    Kind("promise-views", INVITED | {"they"}, _set("give tell form contribute"), _set("@views guidance steer issue"), unless=_set("@payment &you your application complaint") | _OWN_MATTER - {"not"}),
    Kind("promise-views", _set("affected"), _set("give tell form contribute"), _set("@views guidance"), unless=_set("@payment &you your application complaint shop online") | _OWN_MATTER - {"not"}),
    Kind("promise-views", INVITED | {"affected"}, _set("tell"), _set("&others &we surgery hospital practice clinic service school"), _set("what how whether about which why where"), unless=_set("if-you own-need conflict conviction convictions change cost access application address happened manager") | _OWN_MATTER - {"if", "not", "surgery", "hospital"}),
    Kind("promise-views", _set("member"), _set("utter"), _set("whether which what how where"), unless=_set("@payment own-need if-you") | _OWN_MATTER - {"if", "not"}),
    Kind("promise-views", _set("you"), _set("utter"), _set("whether which what how where"), how=_set("will can invited"), unless=_set("@payment own-need if-you") | _OWN_MATTER - {"if", "not"}),
    Kind("promise-views", INVITED | {"they"}, _set("say"), _set("to that for where word words &others &above &we improvement improvements change changes any"), unless=_set("letter insurance date time friend") | _OWN_MATTER - {"not"}),
    Kind("promise-views", _set("above they thing"), _set("give form"), _set("advice guidance recommendation recommendations"), _set("&others &above &we"), subject=_set("council board committee commission partnership parliament it they role task aim purpose remit"), unless=_set("&you your")),
    Kind("promise-views", _set("we"), _set("ask"), _set("what how which"), _set("matters matter think thinks"), unless=_set("&others own-need application")),
    Kind("promise-views", _set("we team"), _set("ask"), _set("&you &member &affected &room"), _set("@views think"), unless=_set("own-need application &others")),
    Kind("promise-views", INVITED | {"they"}, _set("suggest"), unless=_set("date time friend doctor") | _OWN_MATTER - {"not"}),
    Kind("promise-views", _set("affected"), _set("advise"), _set("&we &others &above"), unless=_set("their your")),
    Kind("promise-views", INVITED, _set("tell"), _set("what how"), _set("think feel want"), unless=_set("&you own-need your")),
    Kind("promise-views", INVITED, _set("tell"), _set("@experience"), _set("&we &others"), unless=_set("own-need application your-doctor gp")),
    Kind("promise-views", INVITED, _set("handle"), _set("your their"), _set("@experience @views"), unless=_set("doctor gp treatment application")),
    Kind("promise-views", _set("member"), _set("tell"), _set("their your"), _set("@experience"), unless=_set("&you")),
    Kind("promise-views", INVITED, _set("ask"), _set("about"), _set("@experience @views"), passive=True, unless=_set("own-need")),
    Kind("promise-views", _set("above they thing"), _set("advise"), _set("&others &above &we on"), subject=_set("council board committee commission partnership parliament it they")),
    Kind("promise-views", INVITED | {"affected"}, _set("ask"), _set("what how whether which for"), _set("think feel make like view views opinion opinions advice @views"), passive=True, unless=_set("if-you need access")),
    Kind("promise-views", _set("you"), _set("hear"), _set("it them"), how=_set("imperative")),
    Kind("promise-views", INVITED, _set("answer"), _set("consultation consultations request requests draft drafts proposals plans"), unless=_set("application")),
    Kind("promise-views", _set("you member"), _set("assist"), _set("consultation consultations listening"), unless=_set("not treatment doctor")),
    Kind("promise-views", _set("you"), _set("tell"), _ME, _set("what how where which why straight whether @experience @views"), how=_set("imperative asked invited wish can will"), unless=_set("need if-you for-you cost access dietary requirement time date contact reach heard apply name")),
    Kind("promise-views", _set("you"), _set("tell give make exist"), _set("@views"), _set("your you"), how=_set("imperative invited wish can"), unless=_set("@payment")),
    # --- being told ------------------------------------------------------------------------------------------------
    Kind("promise-feedback", _TEAM | {"they", "affected"}, _set("inform"), _set("what how which why outcome difference whether result progress response"), _CAME),
    Kind("promise-feedback", PEOPLE | {"they"}, _set("inform"), _set("what how which outcome difference result response progress"), _CAME, passive=True, unless=_set("by applicant")),
    Kind("promise-feedback", PEOPLE, _set("learn get"), _set("@report"), _CAME),
    Kind("promise-feedback", PEOPLE, _set("learn"), _set("what which how"), _CAME, how=_set("will")),
    Kind("promise-feedback", _TEAM | {"they"}, _set("tell"), _set("what how which"), _set("did done changed changes happened used decided adopted outcome acted"), how=_set("will"), unless=_set("me us")),
    Kind("promise-feedback", PEOPLE, _set("give inform"), _set("finding findings result results"), passive=True, how=_set("will"), unless=_STUDY_VISIT | _set("test tests blood")),
    Kind("promise-feedback", _set("bring said"), _set("receive"), _set("reply response answer explanation")),
    Kind("promise-feedback", _ANYBODY, _set("inform"), _set("what which how"), _CAME, subject=_set("@report")),
    Kind("promise-feedback", _ANYBODY, _set("inform give"), passive=True, subject=_set("@report"), topic=_CAME),
    Kind("promise-feedback", _ANYBODY, _set("inform"), _set("@report"), _set("acted response responded used changed did done came became"), passive=True, subject=_set("@views")),
    Kind("promise-feedback", _TEAM, _set("inform"), _set("result results finding findings outcome"), _set("&you &member everyone everybody"), how=_set("will"), unless=_STUDY_VISIT | _set("test tests blood your application applicants applicant interview shortlist")),
    Kind("promise-feedback", _TEAM | {"they"}, _set("tell"), _set("why"), how=_set("will"), unless=_STUDY_VISIT | _set("application")),
    Kind("promise-feedback", _TEAM | {"they"}, _set("inform"), _set("reason reasons"), how=_set("will"), unless=_set("leave withdraw withdrawing leaving test")),
    Kind("promise-feedback", _ANYBODY, _set("answer"), passive=True, subject=_set("@views issue question matter request"), topic=_set("your you &you &member &room &affected"), unless=_set("application email")),
    Kind("promise-feedback", _TEAM | {"they"}, _set("bring inform use"), _set("result results finding findings"), _set("back"), unless=_set("test tests blood application")),
    Kind("promise-feedback", _ANYBODY, _set("use inform give"), _set("back"), _set("&you &member &affected &room &body"), passive=True, subject=_set("result finding analysis show outcome"), unless=_set("test blood application")),
    Kind("promise-feedback", _TEAM | {"they"}, _set("answer"), _set("each every all"), _set("one point points @views"), unless=_set("question questions email e-mail message call letter application enquiry")),
    # --- money -------------------------------------------------------------------------------------------------------
    Kind("promise-pay", INVITED, _set("pay"), passive=True, unless=_STUDY_VISIT | _set("@cost by for-travel")),
    Kind("promise-pay", _set("affected"), _set("pay"), passive=True, subject=_set("everyone everybody anyone anybody all"), unless=_STUDY_VISIT | _set("@cost by")),
    Kind("promise-pay", _set("we"), _set("pay"), _set("@money"), subject=_set("we"), unless=_STUDY_VISIT | _set("@cost &others fee fees rent tax grant staff nurse nurses researcher researchers cleaner employee employees towards")),
    # By the hour it is for time, whatever else is paid with it: "£25 an hour and travel".
    Kind("promise-pay", _set("we"), _set("pay"), _set("@money"), _set("hour session meeting"), subject=_set("we"), unless=_STUDY_VISIT | _set("&others fees fee rent tax grant staff nurse nurses researcher researchers cleaner employee employees towards mileage childcare room venue for-travel parking")),
    Kind("promise-pay", INVITED, _set("receive"), _set("@payment @money"), unless=_STUDY_VISIT | _set("benefit benefits @cost grant grants funding core raffle")),
    Kind("promise-pay", INVITED, _set("get"), _set("@payment"), how=_set("can will"), unless=_STUDY_VISIT | _set("benefit benefits @cost grant grants funding to pay")),
    Kind("promise-pay", _set("affected they"), _set("receive"), _set("@payment @money"), _set("us"), unless=_STUDY_VISIT | _set("benefit benefits @cost grant")),
    Kind("promise-pay", INVITED, _set("give"), _set("@payment @money"), passive=True, unless=_STUDY_VISIT | _set("@cost grant")),
    Kind("promise-pay", _set("affected"), _set("receive"), _set("@payment @money"), subject=_set("each every everyone everybody"), unless=_STUDY_VISIT | _set("benefit benefits @cost grant @large")),
    Kind("promise-pay", _TEAM | {"they"}, _set("give"), _set("@money"), _set("meeting session hour workshop review day visit half-day"), unless=_STUDY_VISIT | _set("benefit grant &others @cost @large ticket")),
    Kind("promise-pay", _ANYBODY, _set("be"), _set("@money"), _set("for-you time"), subject=_set("there"), unless=_STUDY_VISIT | _set("grant @large @cost people patients")),
    Kind("promise-pay", _ANYBODY, _set("give pay repay present"), _set("&you &member each everyone meeting session hour hui workshop review"), passive=True, subject=_set("@payment"), unless=_STUDY_VISIT | _set("benefit grant &others licence application")),
    Kind("promise-pay", _ANYBODY, _set("be exist"), _set("honorarium honoraria stipend"), subject=_set("there"), unless=_STUDY_VISIT | _set("grant &others no")),
    Kind("promise-pay", _ANYBODY, _set("be exist"), _set("@payment"), _set("@money"), subject=_set("there"), unless=_STUDY_VISIT | _set("grant @large @cost people patients course class entry licence application school visa")),
    Kind("promise-pay", _ANYBODY, _set("happen other be give"), subject=_set("cheque fee payment honorarium voucher"), topic=_set("@money"), unless=_STUDY_VISIT | _set("grant @cost application licence")),
    Kind("promise-pay", INVITED, _set("other put make"), _set("payroll salary contract"), passive=True, unless=_STUDY_VISIT),
    Kind("promise-pay", INVITED, _set("be"), _set("entitled eligible due"), _set("@payment @money"), unless=_STUDY_VISIT | _set("benefit benefits grant grants funding")),
    Kind("promise-pay", _set("affected"), _set("receive"), _set("@payment @money"), how=_set("will can"), unless=_STUDY_VISIT | _set("benefit benefits @cost grant")),
    Kind("promise-pay", _TEAM, _set("give pay"), _set("&you &member everyone each @time"), _set("@payment @money"), unless=_STUDY_VISIT | _set("benefit @cost grant")),
    Kind("promise-pay", _TEAM, _set("give"), _set("@money"), _set("recognition thanks thank-you gesture"), unless=_STUDY_VISIT | _set("benefit grant &others")),
    Kind("promise-pay", _set("we"), _set("give"), _set("@payment"), unless=_STUDY_VISIT | _set("benefit @cost grant to @training &others")),
    Kind("promise-pay", _TEAM, _set("pay"), _set("&you &member everyone everybody each time"), unless=_STUDY_VISIT | _set("@cost tax attention back spend spent cost advice adviser")),
    Kind("promise-pay", _TEAM, _set("carry"), _set("@payment @money"), subject=_set("session role post position meeting work workshop place call involvement commitment job"), unless=_STUDY_VISIT),
    Kind("promise-expenses", _ANYBODY, _set("repay arrange pay"), passive=True, subject=_set("@cost"), unless=_set("appointment treatment treated news energy media insurance")),
    Kind("promise-expenses", _TEAM, _set("repay"), _set("@cost"), unless=_set("appointment treatment council's")),
    Kind("promise-expenses", _TEAM, _set("arrange"), _set("cab taxi taxis car train ticket tickets coach hotel hotels flight flights lift minibus sitter babysitter childcare fare fares travel transport"), unless=_set("appointment treatment timetable")),
    Kind("promise-expenses", INVITED, _set("give receive"), _set("refund reimbursement"), _set("@cost"), passive=True, unless=_set("appointment treatment")),
    Kind("promise-expenses", _TEAM, _set("repay pay arrange"), _set("carer sitter nurse"), _set("relative mother father mum dad husband wife partner child children parent while"), unless=_set("appointment treatment")),
    Kind("promise-expenses", _set("you"), _set("other give use happen bring"), _set("receipt receipts"), how=_set("imperative"), unless=_set("tax warranty")),
    Kind("promise-expenses", _ANYBODY, _set("make give pay"), _set("towards toward"), _set("@cost"), passive=True, subject=_set("contribution payment allowance"), unless=_set("appointment treatment")),
    Kind("promise-expenses", INVITED, _set("get repay"), _set("mile mileage"), unless=_set("appointment treatment")),
    Kind("promise-expenses", _ANYBODY, _set("give repay"), passive=True, subject=_set("voucher permit pass ticket card token"), topic=_set("fuel petrol travel parking bus train taxi lunch meal rail"), unless=_set("appointment treatment")),
    Kind("promise-expenses", _ANYBODY, _set("be"), _set("available hand provided offer there place"), subject=_set("childcare creche crèche transport lunch taxi"), topic=_set("free"), unless=_set("appointment patients")),
    Kind("promise-expenses", _ANYBODY, _set("cost"), _set("&you"), _set("nothing")),
    Kind("promise-expenses", _ANYBODY, _set("be"), _set("free"), subject=_set("travel transport fare childcare lunch food meal van minibus taxi crèche creche journey ride"), unless=_set("appointment patients staff not school persons person over aged public on under residents visitors children")),
    Kind("promise-expenses", INVITED, _set("refund"), _set("@cost"), passive=True, unless=_set("appointment treatment by")),
    Kind("promise-expenses", _ANYBODY, _set("give"), _set("free"), passive=True, subject=_set("travel transport fare childcare lunch food meal taxi accommodation"), unless=_set("appointment patients staff school residents")),
    Kind("promise-expenses", _ANYBODY, _set("mind"), _set("free charge next you meeting session creche crèche"), passive=True, subject=_set("@children"), unless=_set("study research patients ward school nursery work by")),
    Kind("promise-expenses", INVITED | {"they"}, _set("receive get give"), _set("travel transport fare mileage childcare"), _set("allowance allowances voucher vouchers stipend stipends payment subsidy"), unless=_set("appointment treatment benefit")),
    Kind("promise-expenses", INVITED, _set("give"), _set("travel transport fare mileage childcare"), _set("allowance allowances voucher vouchers stipend subsidy card pass"), passive=True, unless=_set("appointment treatment benefit")),
    Kind("expenses", _ANYBODY, _set("be exist"), _set("crèche creche childcare minibus"), subject=_set("there"), unless=_set("no shortage")),
    Kind("promise-expenses", _TEAM, _set("give"), _set("ticket tickets pass"), _set("prepaid train bus rail coach travel"), unless=_set("appointment")),
    Kind("promise-expenses", INVITED, _set("get repay"), _set("spend spent"), unless=_set("appointment treatment")),
    Kind("promise-expenses", _ANYBODY, _set("be exist give lead"), subject=_set("crèche creche"), unless=_set("closed staff not")),
    Kind("promise-expenses", _TEAM, _set("repay pay"), _set("data broadband internet wifi"), _set("your"), unless=_set("study research")),
    Kind("promise-expenses", _ANYBODY, _set("repay give"), passive=True, subject=_set("money anything whatever"), topic=_set("spend spent"), unless=_set("appointment treatment")),
    Kind("promise-expenses", INVITED, _set("be"), _set("reimbursement refund"), _set("@cost"), unless=_set("appointment treatment applicant")),
    Kind("promise-expenses", _TEAM | {"helper", "they", "member", "affected"}, _set("mind"), _set("@children ones"), unless=_set("study research your-doctor patients ward policy @work")),
    Kind("promise-expenses", INVITED, _set("bring"), _set("@children ones"), _set("creche crèche playroom toys play mind")),
    Kind("promise-expenses", _TEAM | {"they"}, _set("give"), _set("@cost"), _set("back"), unless=_set("appointment treatment")),
    Kind("promise-expenses", _TEAM, _set("repay"), _set("card pass"), _set("travel bus train oyster tram metro"), unless=_set("appointment treatment")),
    Kind("promise-expenses", _TEAM, _set("put other"), _set("diesel petrol fuel"), _set("car tank van"), unless=_set("price prices")),
    Kind("promise-expenses", _TEAM, _set("give"), _set("transport taxi taxis cab cabs minibus childcare creche crèche"), unless=_set("information advice appointment appointments patients strategy plan plans policy study research survey")),
    Kind("promise-expenses", _TEAM, _set("give"), _set("@cost"), _set("reimbursement refund compensation"), unless=_set("appointment treatment")),
    Kind("promise-expenses", _TEAM, _set("help assist"), _set("with towards"), _set("@cost"), unless=_set("appointment treatment patients")),
    Kind("promise-expenses", _TEAM, _set("fetch"), _set("&you"), _set("up car home taxi cab minibus station door")),
    Kind("promise-expenses", _ANYBODY, _set("cost"), _set("&you"), subject=_set("it this that"), denied=True),
    Kind("promise-expenses", INVITED, _set("get pay repay"), _set("@cost"), _set("back paid covered refunded reimbursed for repaid reimburse refund claim their your"), unless=_set("appointment treatment own")),
    Kind("promise-expenses", _ANYBODY, _set("be"), _set("available payable claimable refundable recoverable reimbursable place offer"), subject=_set("expense expenses fare fares mileage reimbursement subsistence"), unless=_set("appointment treatment form")),
    Kind("promise-pay", _ANYBODY, _set("be"), _set("available payable offer place @money"), subject=_set("honorarium honoraria remuneration stipend sitting-fee per-diem"), unless=_STUDY_VISIT),
    # --- being looked after ---------------------------------------------------------------------------------------------
    Kind("promise-change", _ANYBODY, _set("alter"), subject=_set("something things everything services care lives this"), how=_set("will"), unless=_set("address price")),
    Kind("promise-change", _set("you bring together thing"), _set("render"), _set("better safer kinder fairer easier"), _set("@work life lives things kids families children us"), how=_set("will"), unless=_set("own your")),
    Kind("promise-support", _TEAM | {"helper", "together"}, _set("support"), _set("&you &member everyone anyone another each us"), unless=_STUDY_VISIT | _set("travel expenses study research fund")),
    Kind("promise-support", _set("member they"), _set("support"), _set("&you"), unless=_STUDY_VISIT | _set("travel expenses study research fund if-you")),
    Kind("promise-support", _set("helper"), _set("reach"), passive=True, unless=_STUDY_VISIT | _set("patients if-you apply application")),
    Kind("promise-support", INVITED | {"we"}, _set("other happen obey be exist lie"), _set("alone"), denied=True, unless=_STUDY_VISIT | _set("medicine money research think")),
    Kind("promise-support", _TEAM | {"helper", "member", "they"}, _set("lookin"), _set("right ok okay fine well alright safe"), _set("&you everyone"), unless=_STUDY_VISIT),
    Kind("promise-change", _set("you bring together"), _set("end"), how=_set("help"), unless=_set("meeting meetings session call costs backlog")),
    Kind("promise-support", _TEAM | {"helper"}, _set("attend"), _set("&you"), _set("time throughout always whole side"), unless=_STUDY_VISIT | _set("patients")),
    Kind("promise-support", _set("none"), _set("other happen obey be"), _set("alone"), denied=True, unless=_STUDY_VISIT),
    Kind("promise-support", INVITED, _set("reach"), _set("@helper"), _set("time whenever day night always"), how=_set("can"), unless=_STUDY_VISIT | _set("question questions apply interest")),
    Kind("promise-support", INVITED, _set("mind"), passive=True, unless=_STUDY_VISIT),
    Kind("promise-support", _set("helper"), _set("be"), _set("site call hand building room near nearby next-door present"), _set("throughout during anyone everyone each every any all &you"), unless=_STUDY_VISIT | _set("patients ward")),
    # Somebody does something for people where it is hard: whatever it is, they are not left to themselves.
    Kind("promise-support", _TEAM | {"helper", "they", "member"}, _set("support attend lookin reach hear help mind be tell other"), _set("&you there available listen near nearby hand call"), how=_set("if-hard"), unless=_STUDY_VISIT | _set("gp doctor 999 samaritans withdraw stop application apply")),
    Kind("promise-support", INVITED, _set("reach"), _set("us me"), _set("time whenever day night always"), how=_set("if-hard"), unless=_STUDY_VISIT),
    Kind("promise-support", INVITED, _set("attend reach hear"), _set("@helper"), how=_set("if-hard"), unless=_STUDY_VISIT | _set("gp doctor 999 samaritans own")),
    Kind("promise-support", _TEAM | {"helper", "member", "they"}, _set("lookin"), _set("&you everyone"), _set("with on before after each every during"), unless=_STUDY_VISIT | _set("desk reception hotel online")),
    Kind("promise-support", _ANYBODY, _set("be"), _set("someone somebody"), subject=_set("there"), unless=_set("who-has")),
    Kind("promise-support", INVITED, _set("support"), passive=True, unless=_set("grant grants fund funding trust charity foundation")),
    Kind("promise-support", _set("helper"), _set("be"), _set("available hand call standby"), _set("&you &member everyone anyone anybody whenever always any"), unless=_STUDY_VISIT | _set("patients")),
    Kind("promise-support", _ANYBODY, _set("be"), _set("there around"), _set("for-you"), unless=_STUDY_VISIT | _set("patients money place places fund")),
    Kind("promise-support", _set("helper"), _set("be"), _set("there"), _set("everyone anyone anybody whenever always listen"), unless=_STUDY_VISIT | _set("patients")),
    # --- as equals ---------------------------------------------------------------------------------------------------------
    Kind("promise-partnership", _set("together"), _set("make decide co lead share exist"), _set("together jointly equally side-by-side equals common alongside"), unless=_set("treatment care")),
    Kind("promise-partnership", PEOPLE | {"we", "thing"}, _set("share"), _set("@power every everything"), _set("with @power"), unless=_set("award applicant stage step")),
    Kind("promise-partnership", PEOPLE | {"together", "thing", "we"}, _set("exist get"), _set("same equal"), _set("say voice power weight standing")),
    Kind("promise-partnership", _ANYBODY, _set("lead make decide co"), passive=True, agent=_set("together")),
    Kind("promise-partnership", PEOPLE | {"together"}, _set("make co"), _set("between-us"), how=_SURE, unless=_OWN_MATTER),
    Kind("promise-everyone", _set("affected"), _set("urge"), _set("apply join come along get take attend"), passive=True, subject=_set("all any everyone everybody anyone anybody"), unless=_set("to-staff")),
    # --- named, and no promise ------------------------------------------------------------------------------------------
    Kind("decisions open", _set("we thing none") | INVITED, _set("fix decide"), _set("yet"), denied=True),
    Kind("limits", INVITED | {"we", "affected"}, _set("decide"), denied=True, unless=_OWN_MATTER - {"not"} | _set("your their treatment today now yet mind whether pay fee cash voucher advice have-to")),
    Kind("limits", INVITED | {"we", "thing", "affected"}, _set("alter"), denied=True, unless=_set("yet mind own your their treatment benefit pension detail whether if pay fee cash voucher")),
    Kind("decisions open", _set("thing none"), _set("fix decide"), _set("yet"), passive=True, denied=True),
    Kind("limits", INVITED | {"we", "thing", "affected"}, _set("alter decide"), passive=True, denied=True, unless=_set("yet place")),
    Kind("limits", _set("we thing organisation member you above"), _set("handle"), how=_set("can"), denied=True, unless=_set("yet your own email call letter application @payment @cost everyone")),
    Kind("limits", _set("above member"), _set("handle decide"), denied=True, subject=_set("board committee council panel group forum jury partnership network member"), unless=_set("yet own your alone outside")),
    Kind("limits", _set("thing bring"), _set("alter happen handle obey use"), subject=_set("not"), how=_set("can will"), passive=True, unless=_set("your")),
    Kind("limits", _ANYBODY, _set("happen"), passive=True, subject=_set("decision choice"), topic=_set("funding the final all any on about over which these those"), agent=_set("others above we"), unless=_set("&you your together")),
    Kind("limits", _ANYBODY, _set("fix decide"), passive=True, subject=_set("version draft text plan wording design report change"), agent=_set("others above"), unless=_set("&you &member together")),
    Kind("limits", _set("above organisation"), _set("fix decide"), _set("price date rate rule criterion deadline scope what which budget timetable dates limit level content design wording text"), unless=_set("&you &member together with by whether to own")),
    Kind("limits", _set("above organisation"), _set("decide"), _set("to each every"), how=_set("will"), unless=_set("&you together with by")),
    Kind("limits", _ANYBODY, _set("fix"), passive=True, subject=_set("design protocol budget question topic method drug dose site scope timetable criterion outcome location"), how=_set("past"), unless=_set("&you &member by with together not yet")),
    Kind("limits", INVITED, _set("fix"), how=_set("can"), denied=True, unless=_set("yet your own aside")),
    Kind("limits", _set("bring said"), _set("be"), _set("binding"), denied=True),
    Kind("limits", _set("thing bring"), _set("alter happen"), subject=_set("not"), how=_set("can"), unless=_set("your")),
    Kind("limits", _ANYBODY, _set("be"), _set("up down"), _set("&above &organisation &others"), unless=_set("&you &member speed late")),
    Kind("limits", _set("thing above organisation"), _set("other want"), _set("us you"), denied=True, subject=_set("rule law licence term contract policy funder grant board committee ministry"), unless=_set("mind want need")),
    Kind("limits", _ANYBODY, _set("be"), _set("beyond outside"), _set("control power reach remit mandate scope we anything us gift"), unless=_set("your")),
    Kind("limits", _set("thing bring"), _set("be happen"), _set("possible"), subject=_set("not"), unless=_set("your")),
    Kind("limits", _set("we"), _set("alter decide"), denied=True, how=_set("can"), what=_set("what who how which treatment medicine doctor law"), unless=_set("yet mind detail whether if pay fee cash voucher")),
    Kind("limits", _set("we"), _set("promise act"), denied=True, unless=_set("place interview job role work seat")),
    Kind("limits", PEOPLE, _set("exist get"), _set("@power vote votes say decision-making authority"), denied=True, unless=_set("training")),
    Kind("pay", INVITED, _set("receive"), _set("@payment remuneration"), denied=True, unless=_set("@cost benefit")),
    Kind("pay", _TEAM, _set("pay give exist carry"), _set("@payment remuneration"), denied=True, unless=_set("@cost benefit place guarantee")),
    Kind("pay", INVITED, _set("pay"), passive=True, denied=True),
    Kind("pay", _ANYBODY, _set("pay give"), passive=True, denied=True, subject=_set("payment compensation remuneration fee honorarium honoraria stipend")),
    Kind("pay", _ANYBODY, _set("be sit exist other"), _set("unpaid voluntary without unremunerated"), _set("unpaid voluntary unremunerated @payment"), subject=_set("&you &member role post position attendance involvement it this work membership one"), unless=_set("sector organisation organisations study carers carer withdraw take survey questionnaire")),
    Kind("expenses", _TEAM, _set("repay arrange"), _set("@cost"), denied=True),
    Kind("limits", _ANYBODY, _set("be other exist"), _set("responsibility matter"), _set("&above &others &we"), unless=_set("your you shared @training matters most")),
    Kind("limits", _set("bring said member"), _set("be exist"), _set("advisory")),
    Kind("limits", _ANYBODY, _set("fix decide"), passive=True, subject=_set("@decision"), agent=_set("others above we"), unless=_set("&you &member together")),
    Kind("limits", _ANYBODY, _set("be lie"), _set("&above &others"), _set("reserved rest rests lie lies with for to by up belong belongs"), subject=_set("determination decision approval say verdict choice selection adoption sign-off"), unless=_set("&you &member together")),
    Kind("limits", _set("above others"), _set("decide"), _set("final last ultimate overall"), unless=_set("&you &member together")),
    Kind("limits", _set("they above others thing"), _set("last-word"), unless=_set("&you &member")),
    Kind("limits", _set("they above"), _set("decide"), unless=_OWN_MATTER | _set("&member to eligible by who when with together alongside &you")),
    Kind("support", _ANYBODY, _set("be"), _set("@training"), subject=_set("meeting session day")),
    Kind("support", _set("helper"), _set("help"), _set("anyone everyone &you &member &room members each"), unless=_OWN_MATTER | _set("decide choose @work improve shape make change understand")),
    Kind("support", _set("helper team others member"), _set("attend"), _set("&you members everyone anyone each")),
    Kind("support", INVITED, _set("attend"), passive=True),
    Kind("support", INVITED, _set("give"), _set("support help"), passive=True, unless=_STUDY_VISIT | _set("if-you")),
    Kind("support", _set("we"), _set("lead exist other"), _set("@training"), unless=_set("&others course courses research service network")),
    Kind("support", _set("we"), _set("give"), _set("@training"), unless=_set("&others course courses research")),
    Kind("support", _set("we helper"), _set("help"), _set("prepare practise practice ready"), _set("&you members everyone"), unless=_set("treatment surgery operation")),
    Kind("support", _set("member"), _set("support"), _set("another other")),
    Kind("support", INVITED, _set("pair"), _set("with"), passive=True, unless=_STUDY_VISIT),
    Kind("support", _set("we team"), _set("attend"), _set("&you members everyone"), _set("through"), unless=_STUDY_VISIT | _set("result results")),
    Kind("support", _ANYBODY, _set("be act"), _set("buddy mentor guide coach companion contact"), _set("your"), unless=_set("who tell apply")),
    Kind("support", INVITED, _set("get exist"), _set("carer friend supporter interpreter assistant companion relative worker advocate"), _set("with"), how=_set("can"), unless=_STUDY_VISIT),
    Kind("access", INVITED, _set("get exist"), _set("carer friend supporter interpreter assistant companion worker advocate"), _set("with"), how=_set("can"), unless=_STUDY_VISIT),
    Kind("support", _TEAM | {"helper", "member"}, _set("lookin"), unless=_set("desk reception hotel online that")),
    Kind("support", _TEAM | {"helper", "member"}, _set("train"), _set("&you &member newcomers"), _set("all every each our its their how to up with a the in what @training"), unless=_set("what-we appointment @report happened result results did done")),
    Kind("support", INVITED, _set("train"), passive=True),
    Kind("support", INVITED, _set("get exist undertake"), _set("@training")),
    Kind("support", INVITED, _set("give"), _set("@training course"), passive=True),
    Kind("support", INVITED, _set("get receive"), _set("support supervision guidance"), unless=_set("financial benefit grant for if-you")),
    Kind("support", _ANYBODY, _set("happen"), _set("place"), subject=_set("@training"), unless=_set("&others")),
    Kind("support", _ANYBODY, _set("train"), subject=_set("there"), unless=_set("&others")),
    Kind("support", INVITED, _set("learn"), _set("about how"), topic=_set("session course day workshop induction @training")),
    Kind("support", _ANYBODY, _set("be exist"), _set("@training course"), subject=_set("there"), unless=_set("&others applicants @money fee cost")),
    Kind("support", _ANYBODY, _set("be"), _set("available offer free required mandatory part compulsory"), subject=_set("@training"), unless=_set("&others applicants staff")),
    Kind("support", _set("we"), _set("train"), _set("&affected"), _set("to how"), unless=_set("&others")),
    Kind("support", _TEAM, _set("give"), _set("@training"), _set("&you &member everyone everybody"), unless=_set("&others")),
    Kind("support", _ANYBODY, _set("be exist"), _set("@helper"), _set("talk turn listen speak ring"), subject=_set("there")),
    Kind("support", _ANYBODY, _set("give exist be happen arrange"), passive=True, subject=_set("@training")),
)  # fmt: skip


def _features(words: tuple[str, ...]) -> frozenset[str]:
    """Words, their shortest forms, and the classes of nouns (`@`) and of people (`&`) among them."""
    found: set[str] = set()
    for n, word in enumerate(words):
        if word == "course" and words[n - 1] == "of":
            continue
        found.add(word)
        found.update(bases(word))
        found.update(f"@{name}" for name in noun_classes(word))
        found.update(f"&{name}" for name in people_classes(word))
        if word[0] in "£€$":
            found.add("@money")
            if "," in word or words[n + 1 : n + 2] in (("million",), ("m",), ("k",), ("bn",), ("billion",)):
                found.add("@large")
        if word == "your" or (word.endswith(("'s", "s'")) and people_classes(word) & {"member", "affected", "room"}):
            found.add("theirs")
        if people_classes(word) & {"member", "affected", "room"} and {"views", "experience"} & noun_classes(
            "".join(words[n + 1 : n + 2])
        ):
            # `The advisers' ideas`, where the mark of whose they are is lost.
            found.add("theirs")
        if (
            "views" in noun_classes(word)
            and words[n + 1 : n + 2] in (("of",), ("from",))
            and any(people_classes(one) & {"member", "affected", "room"} for one in words[n + 2 : n + 4])
        ):
            found.add("theirs")
        if word in ("need", "needs", "require") and n and words[n - 1] == "you":
            found.add("own-need")
        if word == "with" and any(
            people_classes(one) & {"member", "affected", "you", "we", "room"} for one in words[n + 1 : n + 4]
        ):
            found.add("with-us" if words[n + 1 : n + 2] == ("us",) else "with-people")
        if (
            word in _WHATEVER
            and words[n + 1 : n + 2] in _PAYERS
            and {"spend", "spent", "paid"} & set(words[n + 1 : n + 5])
        ):
            found.add("@cost")
        if word in ("if", "whether") and "you" in people_classes(words[n + 1] if n + 1 < len(words) else ""):
            found.add("if-you")
        if word == "between" and words[n + 1 : n + 2] and words[n + 1] in ("us", "you", "them", "ourselves"):
            found.add("between-us")
        if (
            word == "for"
            and words[n + 1 : n + 2]
            and (
                "you" in people_classes(words[n + 1]) or words[n + 1] in ("everyone", "everybody", "anyone", "anybody")
            )
        ):
            found.add("for-you")
        if n + 1 < len(words) and word in ("gift", "thank-you"):
            found.add("@payment") if words[n + 1] in (
                "card",
                "cards",
                "voucher",
                "vouchers",
                "token",
                "payment",
            ) else None
    if {"panel", "group"} & found and "&room" in found:
        found.add("&member")
    return frozenset(found)


def _subject_classes(act: Act) -> frozenset[str]:
    """Whose act it is; `team` and `thing` where the subject has no class of people."""
    found = set(act.who)
    if (
        "bring" in found
        and not act.how
        and not any(w in ("your", "you") or w.endswith(("'", "'s")) for w in act.subject)
        and not any(
            people_classes(word) & {"member", "room"} or word in ("survey", "consultation") for word in act.subject
        )
    ):
        # What people know is praised, and nothing is promised.
        found.discard("bring")
        found.add("said")
    if {"they", "he", "she"} & set(act.subject):
        found.add("they")
    if not found and act.subject:
        found.add("thing")
    if any("helper" in noun_classes(w) for w in act.subject) and "you" not in found:
        found.add("helper")
    return frozenset(found)


def _agent(act: Act) -> frozenset[str]:
    """Who does it, where the act is passive and says so."""
    if "by" in act.rest:
        by = act.rest[act.rest.index("by") + 1 :]
        return whose(by[: next((n for n, word in enumerate(by) if n and word in BE), len(by))])
    return frozenset()


def _near(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words behind a verb up to a question or a relative among them."""
    return words[
        : next(
            (
                n
                for n, word in enumerate(words)
                if (word in ASKING or word == "instead")
                and not (words[n + 1 : n + 2] in _PAYERS and {"spend", "spent", "paid"} & set(words[n + 2 : n + 5]))
            ),
            len(words),
        )
    ]


def _head(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words of a subject up to its first preposition: `the summary of what you said` is a summary."""
    return words[: next((n for n, word in enumerate(words) if n and word in PREPOSITIONS), len(words))]


_NEAR = _set("promise-pay promise-expenses pay expenses")
"""What is given stands close to the giving: `the final say on how the money is spent` gives no money."""
_WHATEVER = _set("what whatever anything everything money")
_PAYERS = (("you",),)
"""Who spends what taking part costs: `what you spend`."""
_SAY = _set("promise-lead promise-partnership promise-decision promise-influence promise-views")
GIVEN = frozenset(("promise-pay", "promise-expenses", "promise-support", "promise-feedback"))
"""What is promised by those who invite; what they would only like to give is none."""
_SPENT = _set("spend spent cost @cost")
_READERS = _set("&you &member each every everyone everybody anyone them")


def _for_others(act: Act, behind: frozenset[str]) -> bool:
    """Whether what those who invite do is done for others than those who are invited: `we pay doctors`."""
    if (
        act.who & PEOPLE
        or behind & _READERS
        or act.passive
        or not act.does & {"give", "pay", "repay", "support", "train", "inform"}
    ):
        return False
    people = [people_classes(word) for word in act.rest[:_NEAR_BY] if word not in ("nurse", "volunteer")]
    return any(one & {"others", "participant"} and not one & {"organisation", "affected", "member"} for one in people)


_NEAR_BY = 7
_NO_GIVER = _set("grant award bid fellowship insurance scheme benefit allowance policy")
"""What pays, and pays nobody who reads an invitation."""


@cache
def _rows(does: frozenset[str]) -> tuple[Kind, ...]:
    """The rows of a verb, in order."""
    return tuple(kind for kind in ROWS if kind.does & does)


def _fits(kind: Kind, act: Act, who: frozenset[str], behind: frozenset[str], subject: frozenset[str]) -> bool:
    if kind.passive != act.passive or kind.denied != act.denied:
        return False
    if (
        kind.who != _ANYBODY
        and not kind.who & who
        and not ("them" in who and "member" in kind.who and kind.rule in _OF_THEM)
    ):
        return False
    if (
        "you" not in kind.who
        and kind.who & {"we", "team"}
        and who & INVITED
        and "helper" not in kind.who
        and not kind.who & INVITED
    ):
        return False
    if kind.how and not kind.how & act.how:
        return False
    if (
        not kind.how
        and "past" in act.how
        and not (kind.denied and kind.rule in ("limits", "decisions open"))
        and not (kind.passive and kind.rule == "promise-feedback")
    ):
        return False
    if ("asked" in act.how and kind.rule not in _SAY) or ("helped" in act.how and kind.rule in _SAY):
        return False
    if (
        kind.rule == "support"
        and _features(act.subject) & {"&others", "&participant"}
        and not who & {"helper", "member", "together"}
    ):
        return False
    if kind.rule == "promise-views" and {"voice", "voices"} & set(act.rest[:2]) and "to" in act.rest[1:3]:
        # To give a voice to somebody is no view of one's own.
        return False
    if kind.rule == "promise-views" and (
        act.verb in ("value", "appreciate") or (act.verb == "bring" and "to" not in act.rest)
    ):
        # Praise: what people say is valued, or they bring a fresh view.
        return False
    if "ideal" in subject:
        # Whom one would like to have.
        return False
    if kind.rule == "limits" and ("help" in act.how or (act.verb == "vote" and not act.denied)):
        return False
    if kind.rule in ("promise-influence", "promise-views") and "done" in act.how and not who & {"bring", "you", "we"}:
        # What others have shaped so far.
        return False
    if kind.rule == "promise-support" and act.passive and _ROOM & subject:
        # Who does the work of a group is not there for its members.
        return False
    if kind.rule == "promise-pay" and _CHARGED & subject:
        return False
    if kind.rule == "promise-lead" and "done" in act.how and not {"since", "always"} & set(act.rest):
        # What people have led elsewhere.
        return False
    if (
        kind.rule == "promise-influence"
        and act.verb == "make"
        and any("views" in noun_classes(word) for word in act.rest[:3])
    ):
        # `Members make recommendations`: they say what they think.
        return False
    if kind.rule == "promise-pay" and _features(_head(act.subject)) & _SPENT:
        return False
    if kind.rule in GIVEN and _for_others(act, behind):
        return False
    if kind.rule in GIVEN and "wish" in act.how and "we" in act.who:
        return False
    if kind.rule == "limits" and act.denied and "past" in act.how and not act.passive:
        return False
    if kind.rule == "promise-feedback" and act.passive and {"your", "application"} <= behind:
        return False
    if kind.rule == "promise-feedback" and act.subject[:1] == ("your",) and "others" in act.who:
        # `Your consultant tells you what he found`.
        return False
    if kind.rule == "limits" and "your" in act.subject and "bring" not in who:
        return False
    if kind.what and not kind.what & behind:
        return False
    if kind.also and not kind.also & behind:
        return False
    if kind.subject and not kind.subject & subject:
        return False
    if kind.topic and not kind.topic & _features(act.subject):
        return False
    if kind.agent and not kind.agent & _agent(act):
        return False
    if kind.rule == "promise-expenses" and act.verb == "claim" and not who & (PEOPLE | {"they"}) and not act.passive:
        # Whoever claims what it costs gives nothing.
        return False
    if kind.rule in ("promise-pay", "promise-expenses") and subject & _NO_GIVER and "expense" not in subject:
        return False
    if kind.rule == "promise-decision" and "help" in act.how:
        # `Help us to choose the medicines`: what people help the team to decide is no private matter.
        return True
    return not (kind.unless & behind or kind.unless & subject & _STUDY_VISIT)


@lru_cache(maxsize=KEPT)
def said_of(text: str, *, ours: bool = False) -> tuple[Found, ...]:
    """What the acts of a sentence promise and name; each rule once, at its first act.

    Args:
        text: the sentence.
        ours: whether people whom the work affects speak in it, as *we*.
    """
    found: dict[str, Found] = {}
    text = _LEAD_IN.sub(blank, _ADDRESS.sub(blank, text))
    cleft, hard = _CLEFT.search(text), _HARD.search(text) is not None
    if cleft is not None:
        # `It is the group that says …`: the group says it.
        text = text[: cleft.start()] + " " * (cleft.end() - cleft.start()) + text[cleft.end() :]
        text = text[: cleft.end()] + _WHO_SAYS.sub(blank, text[cleft.end() :], count=1)
    told = acts(text)
    for act in told:
        reports = act.under == "relative" and "@report" in _features(_head(act.subject))
        adds = act.under == "relative" and "member" in act.who and _ADDS.search(text[: act.at]) is not None
        if not act.does or (act.under != "main" and not reports and not adds):
            continue
        if _only_a_question(act, text) or (act.verb == "be" and act.rest[:1] == ("able",)):
            continue
        if cleft is not None:
            act = replace(act, how=act.how | {"cleft"})  # noqa: PLW2901
        if act.denied and text[: act.at].rstrip().endswith(("have to", "need to")):
            # What nobody has to do is open to everybody.
            continue
        if hard:
            act = replace(act, how=act.how | {"if-hard"})  # noqa: PLW2901
        if not act.who and _is_named(text, act):
            act = replace(act, who=frozenset({"helper"}))  # noqa: PLW2901
        if ours and "we" in act.who:
            act = replace(act, who=act.who | {"member"})  # noqa: PLW2901  (the people who write are those whom the work affects)
        who, behind, subject = (
            _subject_classes(act),
            _features(act.rest) | (act.how & {"yet"}),
            _features(_head(act.subject)),
        )
        if act.subject == ("they",) and _THEY.search(text) is not None:
            who |= {"them"}
        near = _features(_near(act.rest))
        for kind in _rows(act.does):
            if kind.rule not in found and _fits(kind, act, who, near if kind.rule in _NEAR else behind, subject):
                if kind.rule == "promise-views" and _SEEKS.search(text) is not None:
                    continue
                if (
                    kind.rule == "limits"
                    and "they" in who
                    and (
                        act.verb not in ("make", "take", "decide", "have")
                        or _TAKES_PART.search(text[: act.at]) is not None
                    )
                ):
                    continue
                if kind.rule == "promise-decision" and "decide" in kind.does and not _matter_of_the_work(act):
                    continue
                found[kind.rule] = Found(kind.rule, act)
                if kind.rule == "promise-decision" and _names_what(act):
                    found.setdefault("decisions open", Found("decisions open", act))
    waits = _waits_for(told)
    if waits is not None:
        for rule in ("promise-decision", "decisions open"):
            found.setdefault(rule, Found(rule, waits))
    return tuple(found.values())


_ADDRESS = re.compile(r"\S+@\S+\w|(?:https?://|www\.)\S+\w")
"""Whose words say nothing: `voices@example.org`."""
_LEAD_IN = re.compile(
    r"^\W*(?:please (?:note|be aware|remember|know)(?: that)?|(?:we are|we're) (?:very )?(?:pleased|happy|proud|delighted|glad) to (?:say|tell you|announce|confirm) that|(?:this|that|which) means(?: that)?|rest assured(?: that)?|you will be (?:glad|pleased) to (?:hear|know) that"
    r"|in (?:short|other words|return|practice|exchange)|of course|as a (?:thank[- ]you|result|matter of course|member of (?:the|our) \w+)|as (?:always|ever|usual))\b,?"
    r"|^\W*(?:together|along|jointly|side by side) with (?:the|our|a) (?:[\w'-]+ ){1,3}?(?=(?:the|our|this|you|we|members)\b)",
    re.IGNORECASE,
)
"""What leads to what a sentence says and adds nothing to who says it: with whom people decide, too."""
_CLEFT = re.compile(
    r"^\W*it (?:is|was|will be|'s|'ll be)(?= (?:the |our |these |those )?(?:\w+ ){0,3}?(?:who|that) \w)", re.IGNORECASE
)
_WHO_SAYS = re.compile(r"\b(?:who|that)\b", re.IGNORECASE)
_SEEKS = re.compile(
    r"\b(?:particularly|especially) (?:\w+ ){0,4}hear from\b|\bhop(?:e|es|ing) to hear from\b(?!.*\b(?:what|how|about)\b)"
    r"|\btell us (?:a (?:bit|little) )?(?:more )?(?:about yourself|why you|who you are|how you heard|how (?:we|you) can (?:best )?(?:help|support) you)\b",
    re.IGNORECASE,
)
"""Who is looked for or applies, and no word of what they are to say."""
_ADDS = re.compile(r",\s*(?:who|which)\b[^,]*$", re.IGNORECASE)
"""A relative that says more of somebody, and does not say which one is meant."""
_HARD = re.compile(
    r"\b(?:if|when|whenever|should|in case|feeling|because|after|finds?)\b[^.!]*\b(?:upset\w*|upsetting|distress\w*|hard|hurts?|heavy|wobbl\w+|shak(?:es?|en|y)|rough|tough|sad|low|difficult|too much|overwhelm\w*|troubl\w+|bother\w*|anxious|scared|worried|worries|painful|weighs on|on your mind|trigger\w*"
    r"|stir\w*|burn out|struggl\w+|brings? (?:\w+ ){1,3}(?:back|up)|gets to you|wears you|cry|tears|memories|feelings)\b",
    re.IGNORECASE,
)
"""Where something may get hard for people."""
_ASKS_FACT = re.compile(
    r"^\W*(?:is|are|was|were|am|do|does|did|has|have|had|will|would|should|shall|may|must|can|could|why|when|who|where|how)\b(?! (?:not|don't|you|your|anyone|anybody|somebody|someone|we interest|we tempt)\b)|^\W*(?:do|does|did|were|was|are|will|should) (?:you|your \w+|we)\b(?! (?:want|like|wish|fancy|have|care|feel|know|think|fancy|interested|able|up for|keen|help|join|be (?:willing|interested|happy|able|keen)))",
    re.IGNORECASE,
)
"""A question that asks what is so; `could you …?`, `would you like to …?` and `do you have ideas?` invite."""


def _only_a_question(act: Act, text: str) -> bool:
    """Whether an act stands in a question that asks what is so, and invites to nothing."""
    return act.asks and asks_fact(text, act.at)


def asks_fact(text: str, at: int) -> bool:
    """Whether a place of a text stands in a question that asks what is so: `is it true that …?`."""
    begin = max(text.rfind(mark, 0, at) for mark in ".!?:") + 1
    end = next((n for n in range(at, len(text)) if text[n] in ".!?"), len(text))
    return text[end : end + 1] == "?" and _ASKS_FACT.search(text[begin:end]) is not None


def _is_named(text: str, act: Act) -> bool:
    """Whether the subject of an act is somebody by name: `Kim will sit with you`, `Auntie Hodan minds them`."""
    subject = [word for word in act.subject if word not in (",", "and")]
    if not subject or len(subject) > _LONGEST_NAME:
        return False
    last = subject[-1] if len(subject) > 1 else subject[0]
    if act.passive or last.endswith(("tions", "sions", "ments", "ings", "tion", "ment", "ness")):
        return False
    if noun_classes(last) or people_classes(last) or verb_classes(last) or last in PRONOUNS | DETERMINERS | ADVERBS:
        return False
    at = text.lower().rfind(last, act.start, act.at)
    return at >= 0 and text[at].isupper() and not text[at : at + len(last)].isupper()


_LONGEST_NAME = 3


def _waits_for(told: tuple[Act, ...]) -> Act | None:
    """The act by which people say yes to what would not happen before: `nothing is printed until the group has agreed to it`."""
    if not any(act.denied and act.who & {"none"} and act.under == "main" for act in told):
        return None
    return next(
        (
            act
            for act in told
            if act.under in ("loose", "relative")
            and act.who & PEOPLE
            and not act.who & {"others", "above"}
            and (act.does & {"decide"} or _CONTENT & set(act.rest))
        ),
        None,
    )


_CONTENT = _set("content happy satisfied yes agreed agreement")


_US = (("us",), ("them",), ("me",))


def _names_what(act: Act) -> bool:
    """Whether an act says which decision it is."""
    if act.verb in ("make", "take", "have") and act.does & {"decide"}:
        after = next(
            (n for n, word in enumerate(act.rest) if {"decision", "choice", "call", "say", "word"} & set(bases(word))),
            len(act.rest),
        )
        return bool(
            {"on", "about", "over", "of", "which", "what", "how", "whether", "where", "to"}
            & set(act.rest[after + 1 : after + 4])
        )
    if (act.does & {"decide", "tell"} or act.verb == "set") and act.verb not in ("elect", "vote"):
        rest = act.rest
        while rest and (rest[0] in ("together", "jointly") or (rest[0] in ("with", "alongside") and rest[1:2] in _US)):
            rest = rest[1:] if rest[0] in ("together", "jointly") else rest[2:]
        return bool(rest) and rest[0] not in ("with", "alongside", "by", ",", "and")
    if {"whatever", "whichever"} & set(act.rest):
        return True
    return act.verb != "be" and (any(one in ("on", "which") for one in act.rest[:5]))


def of_others(text: str, start: int, end: int) -> bool:
    """Whether words are said of others than those who are invited, or tell of what was."""
    here = [act for act in acts(text) if start <= act.at < end and act.does]
    if here and all(_for_others(act, _features(act.rest)) for act in here):
        return True
    if not here:
        around = speaks_at(text, start)
        here = [around] if around is not None and around.does else []
    if here and all(_features(_head(act.subject)) & _NO_INVITATION for act in here):
        return True
    return bool(here) and all(
        (act.who & {"others", "participant"} and not act.who & PEOPLE and not _features(act.rest) & {"&you", "&member"})
        or (act.who & {"we"} and "past" in act.how)
        or ("past" in act.how and _features(act.subject) & _BEFORE)
        or (
            act.who == {"affected"}
            and not act.how
            and act.does & {"receive"}
            and not act.passive
            and not _features(act.subject) & _EACH
        )
        for act in here
    )


_OF_THEM = _set("promise-views promise-influence promise-pay promise-expenses promise-feedback pay expenses support")
"""What is read of *they* at the beginning of a sentence as of those who are invited: who decides may as well be others."""
_THEY = re.compile(r"^\W*they\b", re.IGNORECASE)
_ROOM = _set("group panel board forum network committee council partnership")
_CHARGED = _set("membership entry entrance registration subscription prize")
"""What people pay, or may win."""
_EACH = _set("each every everyone everybody anyone all")
_BEFORE = _set("previous former earlier last")
_NO_INVITATION = _set("budget bid application proposal applicant grant award fellowship")
"""What speaks to those who apply for money."""


def denied_of_others(text: str, start: int, end: int) -> bool:
    """Whether words deny something of others, of what was for people, or of what is people's own: `your licence cannot be changed`."""
    here = [act for act in acts(text) if start <= act.at < end and act.denied]
    return bool(here) and all(
        act.subject[:1] == ("your",)
        or (
            bool(act.subject)
            and act.subject[:1] != ("it",)
            and not act.who
            and act.does & {"decide"}
            and not act.passive
        )
        or ("past" in act.how and not act.passive and bool(act.who & (PEOPLE)))
        for act in here
    )


def only_asks(text: str, start: int, end: int) -> bool:
    """Whether words stand in a question that a sentence asks, or say if and when."""
    here = [act for act in acts(text) if start <= act.at < end]
    return bool(here) and all(act.under in ("asking", "loose") for act in here)


def only_was(text: str, start: int, end: int) -> bool:
    """Whether words tell of what was, and nothing in their sentence of what is or will be."""
    told = [act for act in acts(text) if act.does and act.under == "main" and not act.asks]
    was = [_surely_was(act) for act in told]
    return (
        any(was)
        # `Members decided to fund six`: a verb behind *to* has the time of the one before.
        and all(so or text[: act.at].endswith("to ") for so, act in zip(was, told, strict=True))
        and any(act.start <= start and end <= act.end for act in told)
    )


def _surely_was(act: Act) -> bool:
    """Whether an act was; `travel costs paid` and `members paid £20` may also tell of what is."""
    return (
        "past" in act.how
        and "since" not in act.rest
        and (act.passive or not act.does & {"pay", "repay", "give"} or act.verb in ("get", "receive"))
    )


def private(text: str, start: int, end: int) -> bool:
    """Whether what is decided is a private matter, or what people in general decide."""
    here = [act for act in acts(text) if start <= act.at < end and act.does & {"decide"}]
    # `Nothing is sent before you approve it` gives them the decision; `when you choose what to eat` does not.
    denied = any(act.denied and act.under == "main" for act in acts(text))
    return bool(here) and all(
        not _matter_of_the_work(act)
        or _features(act.rest) & _OWN_MATTER
        or (act.under == "loose" and not denied)
        or (act.who == {"affected"} and not act.how and not act.passive and not _TAKES_PART.search(text[: act.at]))
        for act in here
    )


_TAKES_PART = re.compile(
    r"\b(?:(?:take|takes|taking|have|play|plays) (?:an? \w+ )?(?:part|role)|involved) in\b", re.IGNORECASE
)
_ASKS_TIME = _set(
    "round role post position meeting session workshop call commitment appointment term event group application review survey questionnaire interview visit training activity preparation "
    "hearing workload it this that there time work reading gathering focus-group discussion class course task work shift place membership they everything webinar reading voting @training"
)
"""What people's time is asked for."""


_COMMITTEE = _set(
    "the each every most our this these all both committee committees board boards council councils commission panel partnership group it usually normally will can must"
)


def asks_time(text: str, at: int, end: int) -> bool:
    """Whether the act around a span of time may ask it of those who are invited; also where no act is there."""
    act = speaks_at(text, at)
    if act is not None and _features(act.subject) & _set("clinic hospital ward surgery grant award bid permit"):
        return False
    if act is not None and act.who == {"we"} and act.verb in ("post", "publish", "send", "share", "report", "update"):
        return False
    if act is not None and act.verb in ("publish", "issue", "release", "award", "elect", "host"):
        return False
    last = speaks_at(text, end - 1)
    if last is not None and last.verb in ("open", "close"):
        return False
    if act is not None and act.verb in ("meet", "sit", "convene") and set(act.subject) <= _COMMITTEE:
        # When a committee meets is asked of those who sit on it.
        return True
    if act is not None and at < act.at:
        return not act.who & {"others", "above", "participant"}
    if act is not None and "team" in act.subject and "we" not in act.subject:
        return False
    if act is None or not act.subject or act.who & {"you", "member", "we", "together"}:
        return act is None or "past" not in act.how or act.passive
    if act.who & {"others", "above", "participant"} or ("past" in act.how and not act.passive):
        return False
    return bool(_features(act.subject) & _ASKS_TIME) or (bool(act.who & {"affected", "bring"}) and not act.passive)


def speaks_at(text: str, at: int) -> Act | None:
    """The act that a place of a sentence belongs to."""
    here = [act for act in acts(text) if act.start <= at <= act.end]
    before = [act for act in here if act.at <= at]
    return before[-1] if before else here[0] if here else None


_FORMS = _set("paper online phone telephone post e-mail format way version time language")


def _matter_of_the_work(act: Act) -> bool:
    """Whether what is decided is no private matter: not `to come`, not `what you eat`."""
    rest = act.rest
    if (
        rest[:1] in (("to",), ("not",), ("that",))
        or (rest[:1] == ("with",) and (act.verb == "agree" or "your" in rest[1:2]))
        or (act.verb == "settle" and rest[:1] == ("in",))
    ):
        return False
    if (
        act.verb in ("choose", "pick", "select")
        and "can" in act.how
        and "you" in act.who
        and rest[:1] in (("a",), ("an",))
        and _FORMS & set(rest)
    ):
        # What one chooses for oneself: `you can choose a questionnaire on paper`.
        return False
    asked = next(
        (n for n, word in enumerate(rest[:4]) if word in ("what", "when", "where", "how", "which", "whether", "if")),
        None,
    )
    if rest[:1] == ("how",) and rest[1:2] in (("often",), ("much",), ("long",), ("many",)):
        return False
    if (
        asked is not None
        and rest[asked] in ("when", "where", "how", "whether")
        and rest[asked + 1 : asked + 2] == ("to",)
    ):
        return False
    return asked is None or "you" not in rest[asked : asked + 3]
