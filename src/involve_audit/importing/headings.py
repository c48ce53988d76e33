"""What the columns of people's logs are called, and where their cells belong: the one list of it.

A heading is read as plain words, without its brackets and polite words. It is known where it is one of the phrases below, or
holds one of them; where it fits two places alike, it is not guessed but asked about.
"""

from __future__ import annotations

import re
from functools import cache

from involve_audit.importing.heading_words import HEADINGS
from involve_audit.language import _
from involve_audit.survey.identifying import words_of

LOG, DECISIONS, ACTIVITIES, PAYMENTS, BUDGET = "log", "decisions", "activities", "payments", "budget"

ROLES: dict[str, tuple[str, str]] = {
    "said": ("influence.log.said", _("what was said")),
    "changed": ("influence.log.changed", _("what changed because of it")),
    "answer": ("influence.log.answer", _("what came of it: taken up, partly, put off, refused, unanswered")),
    "reason": ("influence.log.reason", _("the reason, where it was not taken up")),
    "by": ("influence.log.by", _("who said it, as a side: contributors, researchers …")),
    "arose": ("influence.log.arose", _("how it came about: asked, in a room, on their own, in public")),
    "told_back": ("influence.log.told_back", _("when those who said it heard what came of it")),
    "checked_by_speaker": ("influence.log.checked_by_speaker", _("whether those who said it checked the entry")),
    "reopened": ("influence.log.reopened", _("whether it was looked at again")),
    "when_and_how": ("influence.log.when and how", _("a date at its beginning or end, and the whole as a note")),
    "when": ("when", _("the date of whatever the row becomes")),
    "stage": ("stage", _("the part of the work")),
    "about": ("about", _("what kind of thing it was about")),
    "source": ("source", _("names under `sources`; whatever else stands there goes into the note")),
    "disputed": ("disputed", _("other accounts, as the export writes them")),
    "decision": ("power.decisions.what", _("what was decided")),
    "decided_by": ("power.decisions.decided_by", _("who decided: contributors, together, team, above")),
    "announced_as": ("power.decisions.announced_as", _("what the say was announced as")),
    "became": ("power.decisions.became", _("what became of the decision")),
    "set_aside_by": ("power.decisions.set_aside_by", _("who set it aside")),
    "room": ("rooms.name", _("the group that met; its meetings are counted")),
    "activity": ("sources.title", _("a meeting or activity, which becomes a source")),
    "contributors": ("sources.contributors", _("how many contributors took part; in the note of that source")),
    "hours": ("sources.hours", _("how long it took; in the note of that source")),
    "amount": ("sources.amount", _("what was paid; in the note of that source")),
    "rate": ("reward.pay.rate", _("the rate of pay, where all rows have the same; else in the note")),
    "form": ("reward.pay.form", _("in what form it was paid, where all rows have the same; else in the note")),
    "item": ("reward.budget.lines.item", _("a line of the budget")),
    "cost": ("reward.budget.lines.amount", _("how much the line of the budget is")),
    "note": ("note", _("the note of whatever the row becomes, with its heading")),
    "person": ("leave out", _("nowhere: it may hold names")),
    "leave out": ("leave out", _("nowhere")),
}
"""What a column may hold: how it is called in `--map` and in the table, and what that means."""

_PHRASES: dict[str, str] = {
    "when": (
        "date | dates | when | period | year | month and year | day | month | date of activity | activity date | date of meeting | meeting date | date of involvement | "
        "date of event | event date | date of session | date raised | date of feedback | date of contribution | date of payment | payment date | "
        "date paid | date of decision | decision date | when was this | when did this happen | when it happened | date of workshop | "
        "date of input | date received | received on | raised on | heard on | date heard | timing | date held | when did it take place | date of engagement | date of impact | on | timing in study | timing in the study | timing in project | held on | happened on | took place | took place on | took place when"
    ),
    "when_and_how": (
        "when and how | how and when | when how | date and how | date and method | date and activity | date and type of activity | date method | "
        "when where and how | where and when | when and where | where when | when where | date activity | when and in what way"
    ),
    "stage": (
        "stage | stages | research stage | stage of research | stage of the research | stage of project | stage of the project | project stage | "
        "study stage | stage of study | phase | research phase | phase of research | part of the research | part of the project | part of the work | research cycle | "
        "stage of the research cycle | where in the research cycle | stage of research process | at what stage | which stage"
    ),
    "said": (
        "said | what was said | what they said | what people said | what contributors said | what did they say | what the public said | you said | suggestion | "
        "suggestions | suggestions made | recommendation | recommendations | feedback | feedback received | feedback given by contributors | comment made | comments made | "
        "comments from contributors | public comment | advice | advice given | advice received | issue raised | issues raised | point raised | "
        "points raised | concern raised | concerns raised | what was raised | contribution | contributions | contribution made | what they contributed | "
        "what did they contribute | what contributors contributed | input | input given | public input | contributor input | what was suggested | "
        "what did contributors suggest | what did they suggest | what was the feedback | hoped to influence | hope to influence | hoping to influence | wanted to influence | "
        "intended to influence | aim to influence | aimed to influence | trying to influence | what was the advice | ideas | idea | proposal | proposals | "
        "key points raised | summary of feedback | feedback summary | summary of contribution | patient feedback | ppi feedback | public feedback | request | "
        "what was asked for | what did they want to change | feedback from | comments from | comment from | suggestions from | suggestion from | advice from | input from | ideas from | recommendations from | contribution from | "
        "contributions from | what people told us | what they told us | told us | what contributors told us | what did contributors say | what did people say | what did the public say | what did patients say | views expressed | "
        "discussion points | key messages | message from contributors | feedback comments | in their words | in their own words | in people s own words | in people s words | what we heard | we heard | heard from people | what people asked for | what people wanted"
    ),
    "changed": (
        "changed | what changed | researcher s view of impact | researchers view of impact | researcher view of impact | researcher s view of the impact | contributor s view of impact | contributors view of impact | "
        "contributor view of impact | contributor s view of the impact | public contributor s view of impact | public contributor view of impact | view of impact | view of the impact | perspective on impact | "
        "researcher perspective on impact | contributor perspective on impact | what has changed | what did it change | what did change | change | changes | change made | changes made | agreed change | agreed changes | we did | what we did | action taken | "
        "actions taken | what was done | impact | impacts | impact made | description of impact | impact description | details of impact | details of change | description of change | summary of impact | summary of changes | impact on the research | impact on research | impact on the project | impact on project | impact on study | "
        "impact on the study | impact of involvement | what was the impact | what impact | what impact did it have | what difference | difference made | what difference did it make | "
        "what happened as a result | as a result | result | results of involvement | result of involvement | outcome | outcomes | what was the outcome | influence | "
        "influence on the research | how it influenced | how did it influence | how has it influenced | what was influenced | actual influence | actual impact | what was different | "
        "what was done differently | how was it used | how the input was used | how was this acted on | how was it acted on | how was this acted upon | how was the feedback acted on | how feedback was acted on | how did we act on it | amendments made | resulting change | change as a result | what is different now | what is now different | what s different now | different now"
    ),
    "answer": (
        "response | our response | our decision | team decision | response from | reply | team response | research team response | researcher response | response from team | response of the team | status | adopted | taken up | "
        "accepted | acted on | acted upon | was the feedback used | was it used | was this used | feedback used | action status | was it taken up | was it acted on | was this acted on | implemented | answer | what came of it | agreed | "
        "outcome of suggestion | taken forward | incorporated | change made yes no | was a change made | did anything change | did it change anything"
    ),
    "reason": (
        "reason | reasons | reason given | why not | if not why | if not why not | reason not taken up | reason for not | reasons for not | reason if not | "
        "reason for decision | rationale | explanation | reason for rejection | justification | reason why | what did not change and why | why no change"
    ),
    "by": (
        "by | who | who said it | who said this | said by | raised by | suggested by | who raised it | who raised this | source of feedback | source of suggestion | "
        "who suggested | from | from whom | who contributed | contributed by | contributor type | type of contributor | who was involved | who was there | who took part | "
        "who attended | attended by | attendees | who gave it | stakeholder | stakeholder group | people involved | who gave feedback | public contributors involved | "
        "participants | contributor | members present"
    ),
    "arose": "how | how it came about | how it arose | how was it raised | arose",
    "about": (
        "about | type of change | kind of change | type of impact | area of impact | area of influence | kind of thing | what kind of thing | category | area | topic | theme | "
        "what it was about | aspect | aspect of research | subject"
    ),
    "told_back": (
        "told back | fed back | date fed back | feedback given | feedback to contributors | fed back to contributors | told contributors | when told | "
        "date feedback given | how and when fed back | contributors told | loop closed | closing the loop | feedback provided to contributors | feedback to public contributors | "
        "feedback to the public | fed back to public | have contributors been told | was feedback given | date told back | reported back | date reported back"
    ),
    "checked_by_speaker": "checked by those who said it | checked by contributors | agreed by contributors | checked by speaker",
    "reopened": "reopened | looked at again",
    "decision": (
        "decision | decisions | decision made | decisions made | decision taken | decisions taken | what was decided | what did we decide | decision reached | key decision | key decisions"
    ),
    "decided_by": "decided by | who decided | decision maker | decision makers | who made the decision | decision made by | decision taken by | made by | who took the decision | taken by",
    "announced_as": "announced as | type of say | kind of say | how much say | advisory or binding | binding or advisory",
    "became": "became | what became of it | implementation | implementation status | carried out | was it carried out | progress | decision status | implemented",
    "set_aside_by": "set aside by | who set it aside",
    "room": (
        "group | room | panel | committee | forum | board | which group | which panel | advisory group | group name | name of group | name of panel | name of the group | "
        "meeting group | ppi group | ppie group | steering group | group or panel | group panel | which meeting | group or meeting | working group | group that met"
    ),
    "activity": (
        "activity | activities | activity description | description of activity | description of the activity | involvement activity | ppi activity | ppie activity | type of activity | activity type | event | "
        "event name | name of event | name of activity | activity name | meeting | meeting title | meeting name | name of meeting | title of meeting | type of meeting | session | workshop | task | "
        "what happened | nature of activity | nature of involvement | type of involvement | involvement type | method of involvement | method | how people were involved | "
        "how were people involved | what was the activity | what did people do | engagement activity | details of activity | activity details | type of event | purpose of meeting"
    ),
    "contributors": (
        "number of contributors | no of contributors | contributors | number of people | number of public contributors | no of public contributors | number of members | "
        "number of participants | no of participants | number attending | number of attendees | number attended | attendance | how many | how many people | how many contributors | "
        "how many attended | number involved | number of people involved | no of people | headcount | attended public | public attended | number of patients | public contributors | number of public members | "
        "number of members present | contributors present | number of ppi contributors | number of public partners | number of partners | number paid | people paid | contributors paid | "
        "number of contributors paid | number of people paid"
    ),
    "hours": (
        "hours | number of hours | hours spent | hours per person | hours each | total hours | duration | length | length of meeting | length in hours | time spent | time | "
        "contributor hours | hours of involvement | duration hours | hours contributed | time taken | hours including preparation | preparation time | hours claimed | hours paid"
    ),
    "amount": (
        "amount | amount paid | total | total paid | total amount | payment | payments | payment made | fee | fees | fee paid | paid | sum | sum paid | honorarium | "
        "stipend | stipends | total cost | expenses | expenses paid | travel | travel expenses | travel costs | payment amount | amount claimed | total payment | cost of meeting | involvement fee | reimbursement | "
        "expenses claimed | amount per person | payment per person | voucher value | value | gross"
    ),
    "rate": "rate | rate of pay | pay rate | hourly rate | rate per hour | payment rate | rate paid | day rate | rate used | fee rate | per hour | hourly payment | rate offered",
    "form": "payment method | method | method of payment | form of payment | type of payment | payment type | how paid | paid by | paid how | payment form | in what form",
    "item": "what | budget line | budget item | item | cost item | budget heading | cost heading | item of expenditure | type of cost | type of expenditure | line | what for | expenditure",
    "cost": "planned | cost | costs | budget | budgeted amount | budgeted cost | budgeted | planned cost | estimated cost | amount budgeted",
    "person": (
        "lead | leads | led by | responsible | person responsible | who is responsible | responsibility | staff lead | lead researcher | lead person | researcher lead | recorded by | completed by | entered by | logged by | "
        "contact | contact person | contact details | facilitator | facilitators | facilitated by | organiser | organised by | organiser name | owner | action owner | action by | actions by | author | chair | chaired by | reported by | "
        "staff | staff involved | staff present | staff member | researcher | researchers | researchers involved | researchers present | payee | recipient | initials | signed | signed off by | approved by | authorised by | "
        "claimant | paid to | list of attendees | names of attendees | apologies"
    ),
    "source": "source | sources | evidence | evidence of impact | evidence for this | where recorded | link to evidence | document | documents | reference documents | supporting documents | minutes | link to minutes | minute reference",
    "disputed": "other accounts",
    "note": (
        "note | notes | comments | comment | further comments | any other comments | other comments | additional comments | additional information | other information | "
        "why it matters | why this matters | why does it matter | why is this important | why it is important | significance | importance | so what | why it was important | why did it matter | why it mattered | "
        "related standard | related standards | relevant standard | relevant standards | standard | standards | uk standard | uk standards | which standard | which standards | "
        "uk standards for public involvement | link to standards | link to uk standards | standards met | standard addressed | learning | lessons | lessons learned | lessons learnt | what we learned | what was learned | "
        "what did we learn | reflection | reflections | next steps | follow up | further action | action required | actions | action | benefits | benefit to contributors | impact on contributors | "
        "impact on contributor | impact on public contributors | impact on people involved | impact on researchers | impact on researcher | impact on the team | impact on you | impact on others | wider impact | challenges | barriers | what went well | "
        "what could be better | what worked | what did not work | purpose | aim | aims | aim of activity | objective | why | location | venue | where | format | mode | online or in person | "
        "researcher view | researcher s view | researchers view | researchers views | researcher perspective | researcher reflections | team view | team s view | contributor view | contributor s view | "
        "contributors view | contributors views | contributor perspective | contributor reflections | public contributor view | public contributor s view | public view | view of contributor | view of contributors | "
        "view of researcher | view of researchers | view of the team | patient view | support given | training given | expected impact | anticipated impact | intended impact | planned impact | intended outcome | expected outcome | "
        "unintended consequences | negative impact | recorded | date recorded | date logged | date entered | date updated | last updated | number | no | ref | id | row | entry | due date | deadline | review date | target date | "
        "voting | vote | votes | result of vote | spent | spend | spent so far | actual | actual spend | actual cost | quarter | qtr | anything else | anything to add | anything else to add | completion time | which project | project | study | planned date | evidence needed | priority | what this means | long term impact | short term impact"
    ),
}  # fmt: skip

_GENERIC = frozenset(("no", "number", "by", "who", "how", "from", "why", "what for", "ref", "id", "row", "value", "line", "item", "paid", "total", "time", "result", "change", "changes", "request",
                      "input", "idea", "ideas", "area", "topic", "cost", "costs", "day", "month", "group", "board", "panel", "length", "where", "task", "session", "action", "actions", "aim", "aims",
                      "progress", "travel", "budget", "event", "expenditure", "standard", "standards", "importance", "subject", "made by", "paid by", "number of people", "how many", "per hour", "gross",
                      "sum", "entry", "agreed", "advice", "said", "about", "contributor", "contributors", "participants", "attendance", "meeting", "activity", "activities", "document", "documents",
                      "minutes", "source", "purpose", "on", "took place", "heard", "what", "planned", "spent", "spend", "actual", "vote", "votes", "voting", "project", "study", "quarter", "note", "response", "status", "phase", "when", "date", "dates", "became", "answer", "format", "mode", "category", "theme", "method", "priority",
                      "public contributors", "forum", "committee", "room", "workshop", "fee", "fees", "payment", "payments", "amount", "expenses", "implementation", "implemented", "accepted",
                      "benefits", "we did", "influence", "outcome", "outcomes", "impact", "impacts", "decision", "decisions", "feedback", "comment", "comments", "contribution", "contributions", "evidence",
                      "learning", "rate", "hours", "duration", "stage", "stages", "reason", "reasons", "suggestion", "suggestions", "proposal", "proposals", "recommendation", "recommendations", "timing", "as a result", "recorded"))  # fmt: skip
"""Words that say enough alone and too little beside others: `time` is a duration, `time for change` is none."""

OUR_LOG = {
    "when": "When", "stage": "Stage", "by": "By", "arose": "How it arose", "said": "What was said", "answer": "Answer", "reason": "Reason", "changed": "What changed", "about": "About",
    "told_back": "Told back", "checked_by_speaker": "Checked by those who said it", "reopened": "Reopened", "note": "Note", "source": "Source", "disputed": "Other accounts",
}  # fmt: skip
"""The headings of the log in an export, by role."""
OUR_DECISIONS = {
    "when": "When", "stage": "Stage", "decision": "Decision", "about": "About", "decided_by": "Decided by", "announced_as": "Announced as", "became": "What became of it", "set_aside_by": "Set aside by",
    "reason": "Reason", "reopened": "Reopened", "room": "Room", "note": "Note", "source": "Source", "disputed": "Other accounts",
}  # fmt: skip
"""The headings of the decisions in an export, by role."""

_FILLERS = frozenset(("the", "a", "an", "please", "of", "this", "that", "your", "our", "optional", "eg", "any", "for", "in", "to", "s", "did", "was", "were", "has", "have", "is", "are", "it", "they", "on"))  # fmt: skip

_PUBLIC = r"(?:public|ppie?|patients?|carers?|contributors?|lay|members?|panel|service users?|community|people|partners?|residents?|citizens?|young people|young persons?|children|parents?|survivors?|tenants?|group|they|i|you)"
_SAYING = r"(?:comments?|suggest\w*|recommend\w*|feedback|advice|advised|input|ideas?|concerns?|points|issues|requests?|proposals?|contributions?|messages?)"
_SHAPES: tuple[tuple[str, str], ...] = (
    (
        "said",
        (
            r"^what (?:did|do|does|would|have|has|had) (?!(?:the |our |your )?(?:\w+ )?(?:team|researchers?|staff|study|we)\b)(?:the |our |your )?(?:\w+ )?(?:you|they|people|contributors?|members?|panel|group|patients?|public|carers?|residents?|service users?|community|anyone|someone) (?:\w+ ){0,2}?"
            r"(?:tell|told|say|said|ask|asked|want|wanted|suggest(?:ed)?|raised?|recommend(?:ed)?|think|thought|proposed?|mention(?:ed)?|advised?|request(?:ed)?|feel|felt|comment(?:ed)?)\b"
        ),
    ),
    ("decided_by", r"^(?:decided|agreed) by\b|^(?:decision )?(?:taken|made|decided|agreed) by (?:whom|which|what)\b"),
    ("person", r"^(?:created|modified|added|edited|updated|keyed|typed) by\b"),
    (
        "note",
        # What a list keeps of itself, times of day, what became of a bill, counts of staff, and years of a budget.
        (
            r"^(?:created|modified|added|edited|updated|logged|recorded|entered)(?: on| at)?$|^(?:time ?stamp|(?:submission|completion) (?:date|time)|date (?:of )?(?:submitted|submission)|submitted(?: on| at)?)$|^(?:start|begin|end|finish)\w*(?: time)?(?: (?:to|and|until) | )?(?:end|finish)?\w*(?: time)?$"
            r"|\bstatus of (?:the )?(?:claim|payment|invoice|expenses?)\b|^(?:claim|payment|invoice|po) status$"
            r"|\b(?:no|number|num|how many)\b.*\b(?:staff|researchers?|professionals|clinicians)\b|^(?:year|yr) ?[0-9]{1,2}$|^20[0-9]{2}(?: [0-9]{2,4})?$"
        ),
    ),
    ("source", r"\b(?:strength|quality|type|kind) of (?:the )?evidence\b"),
    (
        "said",
        rf"\b{_PUBLIC} s? ?(?:points?|words|voices?|ideas?|messages?|requests?|asks?|questions?|comments?)$|^(?:their|your) (?:comments?|feedback|views?|ideas?|questions?|points?|messages?)$",
    ),
    (
        "changed",
        r"^(?:and )?so what happened\b|^what (?:\w+ ){0,2}changed because\b|\bdetails? of (?:the |any )?(?:changes?|impacts?)\b",
    ),
    ("changed", r"^what (?:has |have )?(?:happened|came|was done|we did) because\b"),
    ("said", rf"^(?:the )?{_PUBLIC} (?:said|told us|asked(?: for)?|wanted|suggested)$"),
    ("told_back", r"^(?:told|informed|updated) (?:them|people|members|the group)\b"),
    (
        "said",
        r"\b(?:issues?|concerns?|points?|problems?|questions?|topics?|matters?) (?:brought|put|voiced|named)\b|\bbrought up by\b",
    ),
    (
        "told_back",
        r"\bdid (?:you|we|the team) (?:tell|inform|update|report|feed|get|go)\b(?: back)?(?: to)? (?:them|people|the|your|contributors|members)\b",
    ),
    (
        "activity",
        r"^what (?:we|they|people) did (?:together|with|at|in)\b|^what i did\b|^what (?:did|have) (?:you|i|they|we|people|contributors) (?:take|taken) part in\b|^what (?:you|i|they|we|people|contributors) took part in\b",
    ),
    (
        "changed",
        r"^what (?:did|have|has) (?:the )?(?:\w+ )?(?:team|researchers?|study|trial|project|staff|service|council)\b(?: \w+)? (?:do|done|change|changed|respond)\b|^what (?:the )?(?:\w+ )?(?:team|researchers?|staff|service|council) (?:did|have done|has done|changed)\b",
    ),
    (
        # What one of several things costs is not what the line comes to.
        "note",
        r"^(?:unit|item|individual|single) (?:cost|price|rate)s?$|\b(?:cost|price|amount) (?:each|per (?:unit|item|head|person|piece))\b",
    ),
    (
        "answer",
        r"\b(?:chang\w*|act(?:ed|ion)?|adopt\w*|accept\w*|taken|implemented)\b.*\b(?:y n|yes no)(?: (?:partly|partially|p|part))?$",
    ),
    ("said", r"^(?:summary of|main|key|the) views\b|^views (?:given|expressed|shared|heard|of the group)\b"),
    ("answer", r"^(?:our|team|the team s|research team) (?:response|reply|answer) (?:to|given)\b"),
    ("told_back", r"\b(?:went|gone|go|going|got|came|come) back to\b"),
    ("stage", r"^(?:which |at what |what )?(?:stage|phase)\b"),
    ("about", r"^(?:impact|influence|change|research|outcome) (?:area|type|category|theme|domain)s?$"),
    (
        "note",
        r"\b(?:comment|suggestion|payment|invoice|item|row|entry|claim|activity|meeting) (?:number|no|ref|reference|id)$|\bagreed actions?\b|\bactions? (?:arising|agreed|points?|completed|needed|required|to take|log)\b",
    ),
    ("reason", r"\bgive (?:a |the )?reasons?$|^reason(?:s|ing)?\b|^explanation\b"),
    ("answer", r"\b(?:reply|response)$"),
    (
        "said",
        r"\b(?:hop(?:e|ed|ing)|aim(?:ed|ing)?|want(?:ed|ing)?|intend(?:ed|ing)?|try|trying|tried|plan(?:ned)?|seek(?:ing)?|sought) .*\binfluenc",
    ),
    (
        "person",
        r"\b(?:logged|recorded|completed|entered|submitted|reported|facilitated|led|chaired|organised|approved|authorised|signed|processed|requested) by\b|\bby whom\b|\b(?:responsible|lead|leads|owner|(?<!date of )(?<!of )contact|facilitators?|initials|organisers?)$",
    ),
    (
        "note",
        r"^(?:date|when) (?:\w+ )*(?:logged|recorded|entered|updated|processed|due|reviewed|approved|closed|sent|raised with)\b|\b(?:due|deadline|by when|review date|target date)\b|\bform (?:sent|received|returned|completed)\b",
    ),
    (
        "about",
        r"^(?:areas?|aspects?|types?|parts?|kinds?) of (?:the )?(?:\w+ )?(?:research|study|project|change|influence|impact|work)\b",
    ),
    (
        "told_back",
        r"\b(?:contributors?|public|members|people|group|they|patients) (?:were )?(?:informed|told|updated)\b(?! us)",
    ),
    (
        "told_back",
        r"\b(?:fed|feed|feedback|told|reported|reporting|loop)\b(?!.*\b(?:from|by|received|raised)\b).*\b(?:back|given|provided|sent|closed|to (?:the )?(?:contributors?|public|members|panel|group|people|them|patients))\b",
    ),
    (
        "reason",
        r"^(?:if|where) (?:\w+ ){0,3}(?:n|no|not|nothing|none|didn t|wasn t|haven t|hasn t|weren t)\b.*\bwhy\b|\bwhy (?:not|no|was it not|were they not)\b|\breasons?\b.*\b(?:no|not|declin\w+|reject\w+|refus\w+)\b|\bif (?:not|no)\b.*\b(?:reasons?|explain|why)\b",
    ),
    (
        "note",
        r"^(?:(?:and|but|what) )?we (?:couldn t|could not|can t|cannot|didn t|did not|haven t|won t)(?: do| change)?$",
    ),
    ("reason", r"\bbecause\b|\bcouldn t\b|\bcould not because\b"),
    (
        "answer",
        r"\bact(?:ed)? (?:up)?on\b|\btaken (?:up|forward|on board)\b|\baccept\w*\b.*\breject\w*|\badopt(?:ed)?\b|^(?:team|our|researchers?|research team) (?:decision|response|reply|answer)$",
    ),
    (
        "decided_by",
        r"\bfinal say\b|\bdecision makers?\b|\bwho (?:made|took|makes|takes)\b.*\bdecision|\bdecided by\b|\bdecision (?:made|taken) by\b",
    ),
    (
        "when_and_how",
        r"\b(?:date|when)\b(?: and)? (?:how|format|method|type|mode|activity)\b|\bhow and (?:when|date)\b",
    ),
    (
        "note",
        r"\b(?:aims?|purpose|objectives?|planned|intended|expected|anticipated|follow up|next steps?|learn\w*|lessons?|will (?:be )?(?:changed?|done|different|happen)|going to change|reflections?|challenges?|barriers?|why|standards?|agenda|options|update|rag|priority|location|venue|platform|felt|feel|feelings?|discussed|would have|evaluation|critical perspective|extent|background|context|resources|support|training|confidence)\b",
    ),
    (
        "note",
        r"\bimpacts?\b.*\bon (?:the )?(?:\w+ )?(?:contributors?|people|researchers?|team|staff|you|me|us|members|patients|panel|public|community|others|practice)\b|\b(?:benefits?|costs and benefits)\b",
    ),
    (
        "said",
        rf"\b{_PUBLIC}\b.*\b{_SAYING}\b|\b{_SAYING}\b.*\b(?:from|by|of|raised|made|received|offered)\b|\bwhat\b.*\b(?:said|say|says|suggest\w*|raised?|recommend\w*|advised?|asked for|told us|told)\b|^{_SAYING} {_SAYING}$",
    ),
    (
        "said",
        r"\binsights?\b|\bwhat (?:feedback|comments?|advice|suggestions?|input|ideas?|concerns?)\b|\b(?:you|they|people|contributors|members) (?:told|said|asked)\b",
    ),
    (
        "changed",
        r"\beffects? on (?:the )?(?:\w+ )?(?:study|research|project|protocol|documents?|service)\b|\bchanges? (?:to|in)\b|\bamended\b|^influence (?:achieved|had|made|on)\b|^so we\b|^we (?:did|have|changed)\b",
    ),
    (
        "changed",
        r"\bwhat\b.*\b(?:changed?|done|did|happened (?:next|then|afterwards|as a result)|happens next)\b|\b(?:outcomes?|impacts?|results?)\b(?! measures?)|\b(?:influenced|difference|changes? made|actions? taken|(?:research\w*|team|study team) actions?|actions? (?:we|by the team)|amendments?)\b|\bhow\b.*\b(?:used|influenced|shaped|acted)\b",
    ),
    ("rate", r"\b(?:hourly|daily|pay|payment|fee)?\s?rate\b"),
    (
        "when",
        r"\b(?:which|what) (?:date|day)\b|^(?:\w+ ){0,3}dates?$|\bdates? (?:of|for|held|when)\b|^when\b|^date \w+$",
    ),
    (
        "contributors",
        rf"\b(?:number|no|nos|num|how many|count|total)\b.*\b(?:{_PUBLIC}|attend\w*|participants?|attendees)\b",
    ),
    (
        "hours",
        r"^how long$|\bhow long (?:was|did|were)\b|\b(?:hours?|hrs|duration)\b|\blength of (?:meeting|session|activity|time)\b|\btime (?:spent|taken|given|claimed)\b",
    ),
    (
        "amount",
        r"\b(?:fees?|amounts?|payments?|paid|claimed|expenses|travel|costs?|honorari\w+|vouchers?|subsistence|reimburse\w+|mileage|parking)\b",
    ),
    (
        "activity",
        r"\b(?:type|name|title|nature|description|details|kind|form|summary) of (?:the )?(?:\w+ )?(?:involvement|activity|event|meeting|session|engagement|ppie?|workshop)\b|\b(?:involvement|activity|event|meeting|session|engagement|workshop|ppie?) (?:type|name|title|description|details|activity)\b|^(?:brief |short )?description$|\b(?:session|meeting|event|workshop)s? attended\b|\bhow\b.*\binvolved\b|\b(?:involvement|engagement) (?:method|approach)$|^what was the (?:involvement|activity|event)\b|^(?:\w+ )?events?$",
    ),
    ("stage", r"\b(?:stage|phase)\b"),
    ("by", r"^who\b(?! knows)|\brole\b|^i am\b|^are you\b|\b(?:attended|contributed|raised|suggested|given|said) by\b"),
    (
        "room",
        r"^(?:which |name of )?(?:the )?(?:ppie? |public |patient |advisory |steering |working |research |lived experience )*(?:group|panel|committee|board|forum)(?: name)?$",
    ),
    (
        "note",
        r"\b(?:notes?|comments?|remarks?|further|additional)\b|^(?:id|ref|reference|no|number|quantity|qty|votes?|version|section|page|item no|\w+ no|\w+ number|\w+ ref)$|^(?:summary of |key )?discussions?(?: points)?$|^issues?$|\b(?:lay|public|patient|contributor|member)s?(?: \w+)? s? ?views?$",
    ),
)
"""Headings by how they are put, in the order in which they are tried, where none of the phrases is the whole heading.

What is meant, hoped, felt or learned is looked for before what changed: "expected impact" is no change.
"""
_LONGEST = 16
"""So many words may a heading have; a sentence of a log has more."""
_NUMBER = re.compile(r"[(\[]\s*(?:number|no\.?|n|nr|count|how many|#)(?:\s+of\b[^)\]]*)?\s*[)\]]", re.IGNORECASE)


OUTCOMES = frozenset(("outcome", "outcomes", "result", "results", "what was the outcome"))
"""Headings of what came of something, whatever it was."""
PUBLIC = re.compile(
    r"\b(?:public|contributors?|patients?|carers?|members?|service users?|people with lived experience|lived experience|residents?|citizens?|community|you said)\b"
)
"""Words in the heading of what was said that tell who said it."""
PEOPLE = re.compile(
    r"(?:the )?public|(?:the )?(?:public|ppie?|lay|patient|community|lived experience)?(?: and (?:public|carer))? ?(?:contributors?|patients?|carers?|members?|service users?|people with lived experience|residents?|citizens?|partners?|volunteers?)(?: (?:present|there|taking part))?"
)
"""A heading that names people who are involved, and nothing else."""
_PARTED = re.compile(r"\([^)]*\)|\[[^\]]*\]")


def plain(heading: str) -> str:
    """A heading as plain words, without what stands in brackets.

    >>> plain("What changed? (please describe)")
    'what changed'
    """
    return words_of(_PARTED.sub(" ", heading)) or words_of(heading)


def _bare(words: str) -> str:
    return " ".join(w for w in words.split() if w not in _FILLERS)


@cache
def _known() -> tuple[dict[str, tuple[str, ...]], tuple[tuple[str, str], ...]]:
    """Each phrase with the roles that it may stand for, and those that may stand within a longer heading."""
    exact: dict[str, list[str]] = {}
    inside: dict[tuple[str, str], None] = {}
    phrases = [(role, phrase.strip()) for role, listed in _PHRASES.items() for phrase in listed.split("|")]
    for role, phrase in phrases:
        exact.setdefault(phrase, [])
        if role not in exact[phrase]:
            exact[phrase].append(role)
        if phrase not in _GENERIC and (len(phrase.split()) > 1 or len(phrase) > 6):
            inside[(phrase, role)] = None
    whole = set(exact)
    for role, listed in HEADINGS.items():
        # A word that is one of English too is read as that.
        for phrase in (p.strip() for p in listed.split("|")):
            if phrase not in whole and role not in exact.setdefault(phrase, []):
                exact[phrase].append(role)
    for role, phrase in phrases:
        # "Our decision" is an answer, and "decision" on its own is none.
        bare = _bare(phrase)
        if bare and bare not in whole and role not in exact.setdefault(bare, []):
            exact[bare].append(role)
    return {k: tuple(v) for k, v in exact.items()}, tuple(inside)


@cache
def roles_of(heading: str) -> tuple[str, ...]:
    """The roles that a column of this heading may have, best first; empty where it is not known.

    >>> roles_of("What they hoped to influence")
    ('said',)
    >>> roles_of("Favourite colour")
    ()
    """
    words = plain(heading)
    if not words:
        return ()
    if _NUMBER.search(heading) and re.search(rf"\b(?:{_PUBLIC}|attend\w*|participants?)\b", words):
        return ("contributors",)
    exact, inside = _known()
    for form in dict.fromkeys((words, _bare(words))):
        if form in exact:
            return exact[form]
    if len(words.split()) <= _LONGEST:
        for role, shape in _SHAPES:
            if re.search(shape, words):
                return (role,)
    if _PARTED.search(heading) and (found_in := roles_of(_PARTED.sub(lambda m: f" {m[0][1:-1]} ", heading))):
        return found_in  # only what stands in brackets says it: "Time commitment (hours)"
    padded, best = f" {words} ", 0
    found: list[str] = []
    for phrase, role in inside:
        if f" {phrase} " not in padded:
            continue
        # Longer phrases say more; a phrase at the beginning says what a question is about.
        weight = len(phrase) * 2 + (3 if padded.startswith(f" {phrase} ") else 0)
        if weight > best:
            best, found = weight, [role]
        elif weight == best and role not in found:
            found.append(role)
    return tuple(found)


def is_known(heading: str) -> bool:
    """Whether a text is a heading that is known."""
    return len(heading) <= 200 and bool(roles_of(heading))


_BY_TARGET = {target: role for role, (target, __) in ROLES.items() if role != "person"}
_BY_TARGET |= {
    f"{group}.{key}": key
    for group in ("influence.log", "power.decisions")
    for key in ("when", "stage", "about", "note", "source", "disputed")
}
_BY_TARGET |= {"power.decisions.reason": "reason", "power.decisions.reopened": "reopened", "power.decisions.room": "room", "sources.date": "when", "sources.note": "note", "sources.when": "when",
               "rooms": "room", "power.decisions.decision": "decision", "skip": "leave out", "none": "leave out", "when and how": "when_and_how", "influence.log.when_and_how": "when_and_how"}  # fmt: skip


def role_for(target: str) -> str | None:
    """The role that `--map HEADING=TARGET` means; None where there is none.

    >>> role_for("influence.log.said")
    'said'
    """
    word = " ".join(target.strip().lower().split())
    return _BY_TARGET.get(word) or (word if word in ROLES else None)


def targets() -> tuple[str, ...]:
    """Every target that `--map` knows."""
    return tuple(_BY_TARGET)
