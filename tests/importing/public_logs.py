"""Eight more logs in the shapes of published templates, as people keep them, each with where its cells belong, written down before any was read.

Cells over several rows and columns, two rows of headings, rows of notes and sums, dates as text, ditto marks and several tables on a sheet.
All of it is invented. The letters are those of `further_logs`.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

from further_logs import LETTERS
from odd_logs import book

D = dt.date
PUBLIC: list[dict[str, Any]] = []


def plan(sheet: str, head: int, letters: str, entries: list[int], other: dict[Any, Any] | None = None) -> Any:
    """Where the cells of one table belong."""
    wanted = {n: LETTERS[c] for n, c in enumerate(letters) if c != "."}
    told = {at: (LETTERS[v] if isinstance(v, str) else (LETTERS[v[0]], v[1])) for at, v in (other or {}).items()}
    return (sheet, head, wanted, entries, told)


# 1 impact log as funders' support services hand it out: stages as rows of their own, a merged block above, notes below
PUBLIC.append(book("nihr_impact_log.xlsx", {"Impact log": [
    ["Public Involvement Impact Log", None, None, None, None, None, None, None],
    ["Study title:", "STEADY: falls after stroke", None, "Chief Investigator:", "Dr R. Ellis", None, None, None],
    ["Guidance: complete a new row after every activity. Delete the grey text.", None, None, None, None, None, None, None],
    [],
    ["Date", "Who was involved?", "Method of involvement", "What was suggested?", "How was this acted on?", "If not acted on, why?", "How was this fed back to contributors?", "Reflections"],
    ["Identifying and prioritising"],
    ["12th Jan 2025", "Stroke club, 14 people", "Workshop", "Ask about confidence and not only about falls", "Confidence scale added", None, "Email, 20th Jan 2025", "Tea helped"],
    ["Design"],
    ["03.02.2025", "3 public contributors", "Zoom", "Home visits rather than clinic visits", "Home visits budgeted", None, "Letter", None],
    ["mid-Feb 2025", "3 public contributors", "E-mail", "Pay for taxis after dark", "Not acted on", "Sponsor's policy allows buses only", "Phone call", "We should have asked sooner"],
    ["Undertaking"],
    ["tbc", None, "Focus group (planned)", None, None, None, None, None],
    ["NB: rows 6-8 moved from the old log on 1 March."],
]}, [plan("Impact log", 5, "DnnSCRFn", [7, 9, 10, 12], {
    (7, 0): ("D", "2025-01-12"), (9, 0): ("D", "2025-02-03"), (10, 0): ("D", "mid-Feb 2025"), (10, 4): "n",
    (7, 6): ("F", "2025-01-20"), (9, 6): "n", (10, 6): "n", (12, 0): "-", (12, 2): "t", (2, 4): "x",
})], merge={"Impact log": ["A1:H1", "A3:H3", "A6:H6", "A8:H8", "A11:H11"]}))  # fmt: skip

# 2 a tracking tool with the activity merged over its contributions, seasons as dates, and what it counts at the end
PUBLIC.append(book("tracking_tool.xlsx", {"PI tracking": [
    ["Public Involvement Tracking Tool", None, None, None, None],
    ["Public involvement activity", "When and how this was done", "What public contributors hoped to influence", "What changed as a result", "Why does this matter?"],
    ["Lay panel", "Spring 2025, two Zoom calls", "Fewer blood tests", "Blood tests cut from six to three", "Needles put people off"],
    [None, "June 2025, by post", "Clearer consent form", "Consent form on two pages", "People understand what they sign"],
    [None, "30/06/2025 phone", "A helpline at night", "Nothing changed yet", None],
    ["Patient co-applicant", "Monthly TMG", "Recruitment in the mosque", "Two mosques joined", "Wider reach"],
    ["Number of contributions: 4", None, None, None, None],
]}, [plan("PI tracking", 2, "nDSCn", [3, 4, 5, 6], {
    (3, 1): ("D", "spring 2025"), (4, 1): ("D", "2025-06"), (5, 1): ("D", "2025-06-30"), (5, 3): "n", (6, 1): "n", (7, 0): "-",
})], merge={"PI tracking": ["A3:A5"]}))  # fmt: skip

# 3 an impact assessment framework: aims, what was expected, what was seen, evidence and when it was looked at
PUBLIC.append(book("piiaf_plan.xlsx", {"Impact assessment": [
    ["Approach", None, "Impact", None, None, None],
    ["Public involvement activity", "Purpose", "Intended impact", "Observed impact", "Evidence", "Date reviewed"],
    ["Advisory group", "Relevant questions", "Outcomes that matter", "Fatigue is the main outcome", "Protocol v3, p. 7", "2025-05-11"],
    ["Co-applicant", "Plain materials", "Better recruitment", "No difference seen so far", "Screening log", "2025-09-30"],
    ["TOTAL IMPACTS", None, None, 2, None, None],
]}, [plan("Impact assessment", 2, "nnnCn.", [3, 4], {(4, 0): "t", (4, 3): "n", (5, 0): "-", (5, 3): "-"})], merge={"Impact assessment": ["A1:B1", "C1:F1"]}))  # fmt: skip

# 4 an activity log: meetings by quarter with sums, the same heading twice, and a second table below
PUBLIC.append(book("activity_log.xlsx", {"Activity 2025": [
    [None, "PPIE ACTIVITY LOG", None, None, None, None],
    [None, "Date", "Activity", "Attended (public)", "Attended (staff)", "Hours"],
    [None, "Q1", None, None, None, None],
    [None, "Tues 14 January 2025", "Panel meeting", 7, 3, 2],
    [None, "18/2/25", "Panel meeting", 6, 2, 2],
    [None, "Subtotal Q1", None, 13, 5, 4],
    [None, "Q2", None, None, None, None],
    [None, "8 April 2025", "Reading group", 4, 1, 1.5],
    [None, "cancelled - 6 May 2025", "Panel meeting", None, None, None],
    [None, "Total", None, 17, 6, 5.5],
    [],
    [None, "Decisions taken", None, None, None, None],
    [None, "Date", "Decision", "Decided by", "Outcome", None],
    [None, "14 January 2025", "Panel meets at noon", "Panel", "Done", None],
    [None, "8 April 2025", "Glossary before each paper", "Panel and team", "Under way", None],
]}, [plan("Activity 2025", 2, ".dtnnn", [4, 5, 8], {
    (4, 1): ("d", "2025-01-14"), (5, 1): ("d", "2025-02-18"), (8, 1): ("d", "2025-04-08"), (6, 1): "-", (6, 3): "-", (10, 3): "-", (9, 1): ("d", "2025-05-06"),
}), plan("Activity 2025", 13, ".DWYn", [14, 15], {
    (14, 1): ("D", "2025-01-14"), (15, 1): ("D", "2025-04-08"), (14, 3): ("Y", "contributors"), (15, 3): ("Y", "together"), (14, 4): ("U", "done"), (15, 4): ("U", "under way"),
})]))  # fmt: skip

# 5 payments: names and bank details, two rows of headings, sums, a claim that was not paid
PUBLIC.append(book("payments_2025.xlsx", {"Payments": [
    ["INVOLVEMENT PAYMENTS", None, None, None, None, None, None, None],
    ["Payee", None, "Activity", None, "Payment", None, None, None],
    ["Name", "Sort code / account", "Date", "What for", "Hours", "Rate", "Amount", "Paid?"],
    ["Asha Rao", "20-11-33 / 12345678", "3-Mar-25", "Steering group", 2, "£25.00", "£50.00", "Y 10/3"],
    ["Ben Cole", "20-11-34 / 87654321", "3-Mar-25", "Steering group", 2, "£25.00", "£50.00", "Y 10/3"],
    ["Asha Rao", "20-11-33 / 12345678", "7-Apr-25", "Reading of leaflet", 1, "£25.00", "£25.00", "declined"],
    ["Total", None, None, None, 5, None, "£125.00", None],
    ["Signed off by finance 30/4"],
]}, [plan("Payments", 3, "xxdtnrnn", [4, 5, 6], {
    (4, 2): ("d", "2025-03-03"), (5, 2): ("d", "2025-03-03"), (6, 2): ("d", "2025-04-07"),
    **{(row, 5): ("r", "25") for row in (4, 5, 6)}, (7, 4): "-", (7, 6): "-",
})], merge={"Payments": ["A2:B2", "C2:D2", "E2:H2"]}))  # fmt: skip

# 6 both sides' log: each writes how it was
PUBLIC.append(book("both_sides.xlsx", {"Joint log": [
    [None, None, "Public contributors' view", None, "Researchers' view", None],
    ["Date", "Topic", "What we said", "What changed", "What we heard", "What changed"],
    ["2 May 2025", "Diary", "A diary every day is too much", "Diary once a week", "Too many questions", "Diary shortened"],
    ["9 June 2025", "Posters", "Nobody like us on the posters", "Still the same posters", "More photos", "New poster ordered"],
    ["General comment: we meet too rarely.", None, None, None, None, None],
]}, [plan("Joint log", 2, "DoSCnn", [3, 4], {(4, 1): ("o", "leaflets"), (3, 0): ("D", "2025-05-02"), (4, 0): ("D", "2025-06-09"), (4, 3): "n", (4, 5): "n"})],
    merge={"Joint log": ["C1:D1", "E1:F1"]}))  # fmt: skip

# 7 you said, we did: dates merged over rows, ditto marks, a legend, one row turned into a remark
PUBLIC.append(book("you_said.xlsx", {"YSWD": [
    ["Key: G = done, A = in progress, R = not possible", None, None, None, None],
    ["When", "You said", "We did", "RAG", "Reason if red"],
    ["Sept 2025", "Meetings end too late", "Meetings end at 6", "G", None],
    [None, "No step-free way in", "Moved to the library", "G", None],
    ["Oct 2025", "Send papers in print", "Printed for all who ask", "G", None],
    ['"', "Pay before the meeting", None, "R", "Finance pays in arrears only"],
    [None, "Childcare on site", "Looking for a room", "A", None],
    ["<- rows above agreed with panel 3/11", None, None, None, None],
]}, [plan("YSWD", 2, "DSCAR", [3, 4, 5, 6, 7], {
    (3, 0): ("D", "2025-09"), (4, 0): ("D", "2025-09"), (5, 0): ("D", "2025-10"), (3, 3): "n", (4, 3): "n", (5, 3): "n", (6, 3): ("A", "refused"), (7, 3): "n", (7, 2): "n", (6, 0): "n",
})], merge={"YSWD": ["A3:A4", "A1:E1"]}))  # fmt: skip

# 8 a CSV out of a database, with a byte-order mark, long headings, quotes and semicolons; and a budget sheet with sums is another matter
PUBLIC.append(book("export.csv", "\ufeffRecord ID;Date of contact (dd/mm/yyyy);Research cycle stage;Public contributor feedback (verbatim);Action taken by team;Was the feedback used? (1=yes, 2=no, 3=partly);Reason not used;Date feedback loop closed;Entered by\n"
    "17;25/09/2025;Analysis;\"The theme \"\"burden\"\" is rude; call it \"\"load\"\"\";Theme renamed;1;;30/09/2025;jt\n"
    "18;02/10/2025;Dissemination;Make an audio version;;2;No budget for audio;;jt\n"
    "19;02/10/2025;Dissemination;Send the summary to GPs, too;Sent to half of the GPs;3;Addresses of the others unknown;10/10/2025;kr\n",
    [plan("", 1, ".DGSCARF.", [2, 3, 4], {
        (2, 1): ("D", "2025-09-25"), (3, 1): ("D", "2025-10-02"), (4, 1): ("D", "2025-10-02"), (2, 2): ("G", "analysis"), (3, 2): ("G", "sharing"), (4, 2): ("G", "sharing"),
        (2, 5): ("A", "taken up"), (3, 5): ("A", "refused"), (4, 5): ("A", "partly"), (2, 7): ("F", "2025-09-30"), (4, 7): ("F", "2025-10-10"),
    })], delim=";"))  # fmt: skip
