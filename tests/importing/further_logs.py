"""Thirty more logs, in shapes and words that are not among `odd_logs`, each with where its cells belong, written down before any was read.

Columns are told by one letter: `D` the date of an entry, `d` the date of a source, `t` its title, `S` what people said, `C` what changed, `A` what
came of it, `R` the reason, `B` by whom, `G` the stage, `W` what was decided, `Y` who decided, `U` what became of a decision, `o` what it is about, `F` when it was told back, `n` the note, `x` what
must stand nowhere in the file, `-` what is no entry, `r` the rate, `i` the item of a budget, `a` its amount, `.` nothing.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from odd_logs import book

D = dt.date
FURTHER: list[dict[str, Any]] = []
LETTERS = {
    "D": "when", "d": "date", "t": "title", "S": "said", "C": "changed", "A": "answer", "R": "reason", "B": "by", "G": "stage",
    "U": "became", "o": "about", "W": "what", "Y": "decided_by", "F": "told_back", "n": "note", "x": "out", "-": "drop", "r": "rate", "i": "item", "a": "amount",
}  # fmt: skip


def log(name: str, rows: list[list[Any]], head: int, letters: str, entries: list[int], other: dict[Any, Any] | None = None, sheet: str = "Log", sheets: Any = None, **more: Any) -> None:  # fmt: skip
    """One of the logs: its rows, where its headings stand, what each column holds, and which rows are entries."""
    wanted = {n: LETTERS[c] for n, c in enumerate(letters) if c != "."}
    told = {at: (LETTERS[v] if isinstance(v, str) else (LETTERS[v[0]], v[1])) for at, v in (other or {}).items()}
    if name.endswith(".csv"):
        delimiter = more.get("delim", ",")
        text = "".join(delimiter.join("" if c is None else str(c) for c in row) + "\n" for row in rows)
        FURTHER.append(book(name, text, [("", head, wanted, entries, told)], **more))
        return
    FURTHER.append(book(name, {sheet: rows, **(sheets or {})}, [(sheet, head, wanted, entries, told)], **more))


# 1 tracking tool in other words, two heading rows, merged
log("tracker.xlsx", [
    ["Public involvement tracker - HEART study", None, None, None, None, None],
    ["Please complete after each activity."],
    [None, None, "During the activity", None, "Afterwards", None],
    ["Date of activity", "Type of activity", "What did public contributors say?", "Who was there", "What difference did it make?", "Next steps"],
    [D(2025, 3, 4), "Focus group", "Letters come too late", "6 public contributors, 2 staff", "Letters go out three weeks earlier", "Check in June"],
    [D(2025, 5, 20), "Online meeting", "No more than one scan", "5 public contributors", "One scan dropped", None],
], 4, "DnSnCn", [5, 6], merge={"Log": ["C3:D3", "E3:F3"]})  # fmt: skip
# 2 impact log like a health body's: theme, learning, action, owner
log("impact_phw.xlsx", [
    ["Theme", "What we heard", "What we have done", "Lead officer", "Date heard", "Status"],
    ["Access", "The clinic has no ramp", "Ramp built", "A. Pugh", "12/01/2025", "Complete"],
    ["Language", "Leaflets in Welsh come last", "Both languages come out together", "B. Rees", "23/02/2025", "Complete"],
], 1, "nSCxDn", [2, 3], {(2, 4): ("D", "2025-01-12"), (3, 4): ("D", "2025-02-23")})  # fmt: skip
# 3 decision log of a community organisation
log("decisions.csv", [
    ["Date agreed", "Decision", "Agreed by", "Vote", "Follow up"],
    ["3 March 2025", "Open on Sundays", "Members", "9 to 2", "Hire a second cook"],
    ["7 April 2025", "Buy the van", "Trustees", "5 to 0", ""],
], 1, "DWYnn", [2, 3], {(2, 0): ("D", "2025-03-03"), (3, 0): ("D", "2025-04-07"), (2, 2): ("Y", "contributors"), (3, 2): "n"})  # fmt: skip
# 4 payments by meeting, US dates
log("stipends.csv", [
    ["Participant ID", "Session", "Session Date", "Stipend", "Paid On"],
    ["CAB-01", "Advisory board", "03/25/2025", "$50", "04/02/2025"],
    ["CAB-02", "Advisory board", "03/25/2025", "$50", "04/02/2025"],
], 1, ".td.n", [2, 3], {(2, 2): ("d", "2025-03-25"), (3, 2): ("d", "2025-03-25")})  # fmt: skip
# 5 action log: actions are no answers
log("actions.xlsx", [
    ["Action log"],
    ["No", "Action", "Raised by", "Date raised", "Owner", "Due", "RAG"],
    [1, "Send the new consent form to the panel", "PPI panel", D(2025, 2, 3), "Ruth", D(2025, 3, 1), "G"],
    [2, "Find a room with a hoist", "PPI panel", D(2025, 2, 3), "Ken", D(2025, 2, 20), "R"],
], 2, "----x--", [3, 4])  # fmt: skip
# 6 Microsoft Forms export
log("forms.xlsx", [
    ["ID", "Start time", "Completion time", "Email", "Name", "What is one thing you told us?", "What happened because of it?", "Date of the meeting"],
    [1, dt.datetime(2025, 6, 1, 9, 0), dt.datetime(2025, 6, 1, 9, 7), "anonymous", None, "Use pictures", "Pictures were added", D(2025, 5, 28)],
    [2, dt.datetime(2025, 6, 2, 9, 0), dt.datetime(2025, 6, 2, 9, 9), "anonymous", None, "Meet at weekends", None, D(2025, 5, 28)],
], 1, "...xxSCD", [2, 3], {(2, 3): "-", (3, 3): "-"})  # fmt: skip
# 7 German headings
log("protokoll.csv", [
    ["Datum", "Anregung", "Was wurde geändert?", "Bemerkung"],
    ["12.03.2025", "Kürzere Fragebögen", "Zwei Seiten gestrichen", "Beirat"],
    ["14.05.2025", "Treffen am Abend", "Treffen ab 18 Uhr", ""],
], 1, "DSCn", [2, 3], {(2, 0): ("D", "2025-03-12"), (3, 0): ("D", "2025-05-14")}, delim=";")  # fmt: skip
# 8 you said, we did with why not and date ranges
log("yswd_ranges.xlsx", [
    ["You said", "We did", "If not, why?", "Period"],
    ["Waiting is too long", "Two more nurses", None, "January to March 2025"],
    ["Free parking", None, "The trust sets the charge", "April 2025"],
], 1, "SCRD", [2, 3], {(3, 3): ("D", "2025-04")})  # fmt: skip
# 9 meetings, Excel serial numbers as dates
log("serials.xlsx", [
    ["Meeting date", "Meeting", "Public members present", "Apologies", "Notes"],
    [45717, "Steering group", 4, 1, "Budget seen"],
    [45748, "Steering group", 5, 0, None],
], 1, "dtnnn", [2, 3], {(2, 0): ("d", "2025-03-01"), (3, 0): ("d", "2025-04-01")})  # fmt: skip
# 10 hidden old sheet, totals, blank rows
log("with_hidden.xlsx", [
    ["Suggestion from the group", "Team's response", "Date"],
    ["Larger print", "Taken up", D(2025, 1, 9)],
    [None, None, None],
    ["A film in sign language", "Not taken up", D(2025, 2, 9)],
    [None, None, None],
    ["Total: 2", None, None],
], 1, "SAD", [2, 4], {(2, 1): ("A", "taken up"), (4, 1): ("A", "refused"), (6, 0): "-"},
    sheets={"Old": [["You said", "We did"], ["Secret wish", "Secret answer"]]}, hidden=("Old",))  # fmt: skip
# 11 several people per cell
log("several.xlsx", [
    ["Who commented", "Comment", "Change", "When"],
    ["Patient partners; carers", "Say 'people', not 'cases'", "'Cases' replaced", "May 2025"],
    ["Nurses, doctors", "Shorter form", "Form cut", "May 2025"],
], 1, "BSCD", [2, 3], {(2, 0): ("B", "contributors"), (3, 0): "n", (2, 3): ("D", "2025-05"), (3, 3): ("D", "2025-05")})  # fmt: skip
# 12 minutes as a table
log("minutes.xlsx", [
    ["Minutes of 14 May 2025"],
    ["Item", "Discussion", "Decision", "Action by"],
    ["1 Recruitment", "Panel thought the poster childish", "New poster with photographs", "Tessa"],
    ["2 Dates", "Next meeting", None, "All"],
], 2, "-nWx", [3], {(4, 0): "-", (4, 1): "-", (3, 0): "n"})  # fmt: skip
# 13 headings in the first column
log("form_down.xlsx", [
    ["When was it?", D(2025, 4, 1), D(2025, 6, 3)],
    ["What did people say?", "No calls before ten", "Ask about money"],
    ["What changed?", "Calls after ten", "A question on money"],
    ["Anything else?", "Thanks from all", None],
], 1, "", [], {(1, 1): ("D", "2025-04-01"), (2, 1): ("S", "No calls before ten"), (3, 1): ("C", "Calls after ten"), (4, 1): ("n", "Thanks from all"),
    (1, 2): ("D", "2025-06-03"), (2, 2): ("S", "Ask about money"), (3, 2): ("C", "A question on money")}, across=True)  # fmt: skip
# 14 budget
log("budget.xlsx", [
    ["PPI budget 2025"],
    ["Budget heading", "Cost", "Comment"],
    ["Payments to panel", "£4,800", "12 x 8 x £50"],
    ["Travel", "£900", None],
    ["Total", "£5,700", None],
], 2, "ian", [3, 4], {(5, 0): "-", (5, 1): "-"})  # fmt: skip
# 15 semicolons, quarters between rows, text dates
log("quarters.csv", [
    ["Feedback received", "Outcome of feedback", "Received on"],
    ["Quarter 1", "", ""],
    ["Signs are hard to find", "New signs put up", "2nd Feb 2025"],
    ["Quarter 2", "", ""],
    ["Tea is cold", "Flasks bought", "14th May 2025"],
], 1, "SCD", [3, 5], {(2, 0): "-", (4, 0): "-", (3, 2): ("D", "2025-02-02"), (5, 2): ("D", "2025-05-14")}, delim=";")  # fmt: skip
# 16 contributor and researcher views
log("both_views.xlsx", [
    ["Contribution", "Impact (researcher view)", "Impact (contributor view)", "Date"],
    ["Ask about sleep", "Question on sleep added", "They put it last", D(2025, 3, 3)],
], 1, "SCnD", [2])  # fmt: skip
# 17 training log
log("training.xlsx", [
    ["Training session", "Date", "Trainer", "Attended (public)", "Feedback score"],
    ["Research basics", D(2025, 2, 4), "Dr Lowe", 7, 4.5],
    ["Reading statistics", D(2025, 3, 4), "Dr Lowe", 5, 4.1],
], 1, "tdxnn", [2, 3])  # fmt: skip
# 18 suggestions with codes
log("codes.xlsx", [
    ["Suggestion", "Outcome (A = accepted, P = partly, R = rejected)", "Reason if R"],
    ["Fewer blood tests", "A", None],
    ["Home visits", "R", "No drivers"],
    ["Text reminders", "P", None],
], 1, "S.R", [2, 3, 4], {(2, 1): ("A", "taken up"), (3, 1): ("A", "refused"), (4, 1): ("A", "partly")})  # fmt: skip
# 19 survey comments: no influence, only answers of patients
log("survey.csv", [
    ["Respondent", "Age group", "How was the clinic?", "Would you come again?"],
    ["R1", "50-59", "Friendly", "Yes"],
    ["R2", "60-69", "Cold rooms", "No"],
], 1, "----", [2, 3])  # fmt: skip
# 20 lay reviewers' comments on applications
log("lay_review.xlsx", [
    ["Application no.", "Lay reviewer comment", "Applicant response", "Panel date"],
    ["2025-014", "The summary is too hard", "Summary rewritten", D(2025, 6, 12)],
    ["2025-022", "Why no women?", "We explain it now", D(2025, 6, 12)],
], 1, "nSCD", [2, 3])  # fmt: skip
# 21 diary of a co-design project
log("diary.xlsx", [
    ["Week", "What we did together", "What came up", "What we changed", "Mood"],
    ["Week 1", "Walk around the estate", "The lights are broken", "Lights first on the list", ":)"],
    ["Week 2", "Drawing", "Nobody sits in the square", "Benches added to the plan", ":("],
], 1, "nnSCn", [2, 3])  # fmt: skip
# 22 feedback with day, month, year in columns of their own
log("split_date.xlsx", [
    ["Day", "Month", "Year", "Public said", "Result"],
    [3, "March", 2025, "Use first names", "First names used"],
    [9, "May", 2025, "Shorter calls", "Calls cut to 20 minutes"],
], 1, "...SC", [2, 3])  # fmt: skip
# 23 list of what was not done
log("refused.xlsx", [
    ["Request of the panel", "Declined because", "Told the panel on"],
    ["A second site", "No money this year", D(2025, 5, 2)],
    ["Paid parking", "The trust forbids it", D(2025, 5, 2)],
], 1, "SRF", [2, 3])  # fmt: skip
# 24 text dates of two kinds, ambiguous
log("ambiguous.csv", [
    ["Date", "You said", "We did"],
    ["03/04/2025", "Open earlier", "Open at eight"],
    ["05/06/2025", "Warmer hall", "Heater bought"],
], 1, ".SC", [2, 3])  # fmt: skip
# 25 group names and frequency
log("groups.xlsx", [
    ["Name of group", "Date of meeting", "Topic", "Number attending"],
    ["Youth forum", D(2025, 1, 14), "App names", 9],
    ["Carers' panel", D(2025, 2, 11), "Leaflets", 6],
    ["Youth forum", D(2025, 3, 11), "Colours", 8],
], 1, ".dtn", [2, 3, 4])  # fmt: skip
# 26 payments, one rate
log("hours.xlsx", [
    ["Month", "Activity", "Hours", "Rate (£/hour)", "Total (£)"],
    ["May 2025", "Reading group", 2, 25, 50],
    ["June 2025", "Reading group", 3, 25, 75],
], 1, "dtnrn", [2, 3], {(2, 0): ("d", "2025-05"), (3, 0): ("d", "2025-06"), (2, 3): ("r", "25"), (3, 3): ("r", "25")})  # fmt: skip
# 27 French
log("journal.csv", [
    ["Date", "Proposition des patients", "Suite donnée"],
    ["2025-03-04", "Moins de questions", "Cinq questions retirées"],
], 1, "D--", [2])  # fmt: skip
# 28 status words that are none of the answers
log("status.xlsx", [
    ["What you told us", "Status", "Update", "Logged"],
    ["Toilets are locked", "In progress", "Keys ordered", D(2025, 4, 4)],
    ["More benches", "Closed", "Six benches set up", D(2025, 4, 9)],
], 1, "Sn.D", [2, 3])  # fmt: skip
# 29 comments and replies on a draft policy
log("policy.xlsx", [
    ["Para", "Comment from residents", "Council reply", "Amended?"],
    ["3.2", "Say how many homes", "Number given", "Yes"],
    ["4.1", "No towers", "Towers stay, there is no other land", "No"],
], 1, "nS.A", [2, 3], {(2, 3): ("A", "taken up"), (3, 3): ("A", "refused")})  # fmt: skip
# 30 notes above, empty first column, two tables
log("two_tables.xlsx", [
    [None, "Involvement log 2025 (do not print)"],
    [None],
    [None, "Date", "What was said", "What was changed"],
    [None, D(2025, 1, 5), "Use larger type", "Type is 14 point"],
    [None],
    [None, "Date", "Decision", "Decided by"],
    [None, D(2025, 2, 5), "The name of the app", "Patients and researchers together"],
], 3, ".DSC", [4], {(7, 1): ("D", "2025-02-05"), (7, 2): ("W", "The name of the app"), (7, 3): ("Y", "together")})  # fmt: skip
