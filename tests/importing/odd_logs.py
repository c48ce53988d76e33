"""Logs in the shapes in which teams really keep them, each with where its cells belong, written down before any of them was read.

All of it is invented. `books` gives each log with its sheets and, for each table, what its columns hold: a key of the entry that
the row becomes (`said`, `when`, `title` …), `note` for what stands in the entry's note, `out` for what must stand nowhere in the
file, `drop` for what is no entry. A pair names the value where it is not the cell itself.
"""

from __future__ import annotations

import datetime as dt
from typing import Any

D = dt.date
BOOKS: list[dict[str, Any]] = []


def book(name: str, sheets: Any, plan: list[Any], **more: Any) -> dict[str, Any]:
    """A log with where its cells belong."""
    return {"name": name, "sheets": sheets, "plan": plan, "more": more}


# --- lot 1 ---

# 1 PIRIT-like tool, title & notes above, two rows of headings, standards ticked in columns, hidden column, blank rows, example row
H1 = [None, "Planning your involvement", None, None, "What happened", None, None, None, None]
H2 = [
    "No.",
    "Activity planned",
    "When and how public contributors were involved",
    "What public contributors hoped to influence",
    "What changed as a result",
    "Why this matters",
    "UK Standards this relates to",
    "Evidence (where is it kept?)",
    "Recorded by",
]
rows = [
    ["PIRIT Tracking Tool – Study: Breathing easier"],
    ["Fill in one row for each contribution. Add rows as needed."],
    [],
    H1,
    H2,
    [
        1,
        "Advisory meetings",
        "14 May 2024, online meeting with 5 contributors",
        "That the questionnaire is not too long",
        "Questionnaire cut from 14 to 6 pages",
        "Fewer people will drop out",
        "Working together; Impact",
        "Minutes 14/05/2024",
        "Priya Nair",
    ],
    [
        2,
        "Advisory meetings",
        "June 2024 by email",
        "Wording of the leaflet",
        "Leaflet rewritten in plain English",
        "Easier to read",
        "Communications",
        "Email chain",
        "Priya Nair",
    ],
    [
        3,
        "Workshop",
        "25/09/2024 – workshop in person",
        "More evening sessions",
        "No change – funder did not allow it",
        None,
        "Inclusive opportunities",
        None,
        "Tom Hale",
    ],
]
BOOKS.append(
    book(
        "pirit_tool.xlsx",
        {"Tracking tool": rows},
        [
            (
                "Tracking tool",
                5,
                {0: "note", 1: "note", 2: "when", 3: "said", 4: "changed", 5: "note", 6: "note", 7: "note", 8: "out"},
                [6, 7, 8],
                {
                    (6, 2): ("when", "2024-05-14"),
                    (7, 2): ("when", "2024-06"),
                    (8, 2): ("when", "2024-09-25"),
                    (8, 4): ("changed", "none"),
                },
            )
        ],
        merge={"Tracking tool": ["B4:D4", "E4:I4"]},
    )
)
# 2 researcher's impact log, columns in odd order, dates as text in several styles
rows = [
    ["Impact log (researchers)"],
    [
        "Ref",
        "Study stage",
        "Who gave the input",
        "Date of input",
        "Input received",
        "Did we act on it? (Y/N/Partly)",
        "If not, why not",
        "Change made to study",
        "Date fed back to contributors",
    ],
    [
        "IL-01",
        "Protocol",
        "PPI panel",
        "3rd March 2025",
        "Ask about sleep as well as pain",
        "Y",
        None,
        "Sleep scale added",
        "1 Apr 2025",
    ],
    [
        "IL-02",
        "Recruitment",
        "2 carers",
        "Mar-25",
        "Recruit through churches and mosques",
        "Partly",
        "No time for mosques before Ramadan",
        "Three churches added",
        "n/a",
    ],
    ["IL-03", "Dissemination", "PPI panel", "2025", "Make a film", "N", "No money left in budget", None, "Not yet"],
    ["IL-04", "Protocol", "Jo Baxter", "17.4.25", "Drop the diary", "Y", None, "Diary dropped", "17.5.25"],
]
BOOKS.append(
    book(
        "impact_log.xlsx",
        {"Impact log": rows},
        [
            (
                "Impact log",
                2,
                {
                    0: "note",
                    1: "stage",
                    2: "by",
                    3: "when",
                    4: "said",
                    5: "answer",
                    6: "reason",
                    7: "changed",
                    8: "told_back",
                },
                [3, 4, 5, 6],
                {
                    (3, 1): ("stage", "design"),
                    (6, 1): ("stage", "design"),
                    (4, 1): ("stage", "delivery"),
                    (5, 1): ("stage", "sharing"),
                    (3, 2): ("by", "contributors"),
                    (4, 2): ("by", "contributors"),
                    (5, 2): ("by", "contributors"),
                    (6, 2): "out",
                    (3, 3): ("when", "2025-03-03"),
                    (4, 3): ("when", "2025-03"),
                    (6, 3): ("when", "2025-04-17"),
                    (3, 5): ("answer", "taken up"),
                    (6, 5): ("answer", "taken up"),
                    (4, 5): ("answer", "partly"),
                    (5, 5): ("answer", "refused"),
                    (3, 8): ("told_back", "2025-04-01"),
                    (6, 8): ("told_back", "2025-05-17"),
                    (4, 8): "drop",
                    (5, 8): ("told_back", "not yet"),
                },
            )
        ],
    )
)
# 3 contributor's impact log (their own voice)
rows = [
    ["My log – public contributor"],
    [],
    [
        "When was it?",
        "What did you take part in?",
        "What did you say?",
        "What did the team do about it?",
        "How did that make you feel?",
        "Were you told what happened?",
    ],
    [
        D(2025, 2, 4),
        "Steering group",
        "The letter sounds like a bill",
        "They wrote it again with me",
        "Listened to",
        "Yes",
    ],
    [D(2025, 3, 4), "Steering group", "Meet after school hours", "Nothing", "Ignored", "No"],
    [
        D(2025, 5, 6),
        "Interview guide session",
        "Do not start with the diagnosis",
        "Order changed",
        "Good",
        "Yes, by phone",
    ],
]
BOOKS.append(
    book(
        "my_log.xlsx",
        {"Sheet1": rows},
        [
            (
                "Sheet1",
                3,
                {0: "when", 1: "note", 2: "said", 3: "changed", 4: "note", 5: "note"},
                [4, 5, 6],
                {(5, 3): ("changed", "none")},
            )
        ],
    )
)
# 4 activity log with totals, merged date cells, currency cells
rows = [
    ["Date", "Event", "Venue", "No. of public contributors", "No. of researchers", "Duration (hrs)", "Notes"],
    [D(2024, 10, 1), "PPI group meeting 1", "Library", 6, 3, 2, "Introduced study"],
    [D(2024, 11, 12), "PPI group meeting 2", "Zoom", 5, 2, 1.5, None],
    [None, "Training session", "Zoom", 4, 1, 2, "Research methods"],
    [D(2025, 1, 14), "PPI group meeting 3", "Library", 7, 3, 2, None],
    ["TOTAL", None, None, 22, 9, 7.5, None],
]
BOOKS.append(
    book(
        "activity_log.xlsx",
        {"Activity": rows},
        [
            (
                "Activity",
                1,
                {0: "date", 1: "title", 2: "note", 3: "note", 4: "note", 5: "note", 6: "note"},
                [2, 3, 4, 5],
                {(6, 0): "drop", (6, 3): "drop", (6, 4): "drop", (6, 5): "drop", (4, 0): ("date", "2024-11-12")},
            )
        ],
        merge={"Activity": ["A3:A4"]},
    )
)
# 5 payment log with names & emails, currency text
rows = [
    ["PPI payments 2024/25"],
    [
        "Name of contributor",
        "Email",
        "Meeting attended",
        "Date of meeting",
        "Hours claimed",
        "Rate per hour",
        "Total payment",
        "Travel",
        "Method of payment",
        "Date paid",
    ],
    [
        "Maria Ortega",
        "m.ortega@example.org",
        "Advisory group",
        "12/09/2024",
        2,
        "£25.00",
        "£50.00",
        "£4.20",
        "BACS",
        "30/09/2024",
    ],
    [
        "Samuel Okoro",
        "sam.okoro@example.org",
        "Advisory group",
        "12/09/2024",
        2,
        "£25.00",
        "£50.00",
        None,
        "Voucher",
        "30/09/2024",
    ],
    [
        "Maria Ortega",
        "m.ortega@example.org",
        "Data workshop",
        "21/11/2024",
        3,
        "£25.00",
        "£75.00",
        "£11",
        "BACS",
        "02/12/2024",
    ],
    ["Total", None, None, None, 7, None, "£175.00", "£15.20", None, None],
]
BOOKS.append(
    book(
        "payments.xlsx",
        {"Payments": rows},
        [
            (
                "Payments",
                2,
                {
                    0: "out",
                    1: "out",
                    2: "title",
                    3: "date",
                    4: "note",
                    5: "note",
                    6: "note",
                    7: "note",
                    8: "note",
                    9: "note",
                },
                [3, 4, 5],
                {
                    (3, 3): ("date", "2024-09-12"),
                    (4, 3): ("date", "2024-09-12"),
                    (5, 3): ("date", "2024-11-21"),
                    **{(6, k): "drop" for k in range(10)},
                },
            )
        ],
    )
)
# 6 Microsoft Forms export of feedback after a meeting used as log
rows = [
    [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Date of the session",
        "Which part of the research was it about?",
        "What did you or others suggest?",
        "What has changed because of this?",
        "Has the research team explained their decision?",
    ],
    [
        1,
        dt.datetime(2025, 6, 2, 9, 1),
        dt.datetime(2025, 6, 2, 9, 9),
        "anonymous",
        None,
        D(2025, 5, 29),
        "Designing the study",
        "Use bigger print",
        "Print size 14 used",
        "Yes",
    ],
    [
        2,
        dt.datetime(2025, 6, 3, 10, 1),
        dt.datetime(2025, 6, 3, 10, 12),
        "kay.l@example.org",
        "Kay Lund",
        D(2025, 5, 29),
        "Sharing the findings",
        "Put results on local radio",
        "Not sure yet",
        "No",
    ],
]
BOOKS.append(
    book(
        "forms.xlsx",
        {"Form1": rows},
        [
            (
                "Form1",
                1,
                {
                    0: "note",
                    1: "note",
                    2: "note",
                    3: "out",
                    4: "out",
                    5: "when",
                    6: "stage",
                    7: "said",
                    8: "changed",
                    9: "note",
                },
                [2, 3],
                {(2, 6): ("stage", "design"), (3, 6): ("stage", "sharing"), (2, 3): "drop", (3, 8): "note"},
            )
        ],
    )
)
# 7 minutes and actions log
rows = [
    ["Meeting date", "Agenda item", "Discussion", "Decision", "Who decided", "Action", "Owner", "Due", "Status"],
    [
        "2025-01-15",
        "Recruitment",
        "Members worried about cold calls",
        "Send letters first",
        "Agreed by whole group",
        "Draft letter",
        "AB",
        "2025-02-01",
        "Complete",
    ],
    [
        "2025-01-15",
        "Budget",
        "Travel costs went up",
        "Raise travel budget by 10%",
        "Research team",
        "Ask funder",
        "CD",
        "2025-02-15",
        "In progress",
    ],
    [
        "2025-03-19",
        "Newsletter",
        None,
        "Quarterly newsletter",
        "PPI group",
        "First issue",
        "EF",
        "2025-06-01",
        "Not done",
    ],
]
BOOKS.append(
    book(
        "minutes_actions.xlsx",
        {"Decisions & actions": rows},
        [
            (
                "Decisions & actions",
                1,
                {
                    0: "when",
                    1: "note",
                    2: "note",
                    3: "what",
                    4: "decided_by",
                    5: "note",
                    6: "drop",
                    7: "note",
                    8: "note",
                },
                [2, 3, 4],
                {
                    (2, 4): ("decided_by", "together"),
                    (3, 4): ("decided_by", "team"),
                    (4, 4): ("decided_by", "contributors"),
                    (2, 6): "drop",
                    (3, 6): "drop",
                    (4, 6): "drop",
                },
            )
        ],
    )
)
# 8 wide: a column for each meeting (attendance)
rows = [
    ["Attendance", None, None, None, None],
    ["Member", "12 Jan 2025", "9 Mar 2025", "11 May 2025", "Total"],
    ["Public member 1", "Y", "Y", "N", 2],
    ["Public member 2", "Y", "N", "Y", 2],
    ["Researcher 1", "Y", "Y", "Y", 3],
    ["Total attending", 3, 2, 2, None],
]
BOOKS.append(
    book(
        "attendance_wide.xlsx",
        {"Attendance": rows},
        [("Attendance", 2, {0: "drop", 1: "drop", 2: "drop", 3: "drop", 4: "drop"}, [3, 4, 5, 6], {})],
    )
)
# 9 wide: rows are questions, a column for each meeting
rows = [
    ["", "Meeting 1", "Meeting 2", "Meeting 3"],
    ["Date", D(2025, 1, 20), D(2025, 3, 24), D(2025, 5, 26)],
    ["What was said", "Shorter consent form", "Hold it at the hub", "More breaks"],
    ["What changed", "Consent form is 2 pages", "Venue moved", "Breaks every 45 min"],
    ["Still to do", "Check with ethics", None, "Tea"],
]
BOOKS.append(
    book(
        "wide_questions.xlsx",
        {"Log": rows},
        [
            (
                "Log",
                1,
                {},
                [],
                {
                    (2, 1): "when",
                    (2, 2): "when",
                    (2, 3): "when",
                    (3, 1): "said",
                    (3, 2): "said",
                    (3, 3): "said",
                    (4, 1): "changed",
                    (4, 2): "changed",
                    (4, 3): "changed",
                    (5, 1): "note",
                    (5, 3): "note",
                },
            )
        ],
    )
)
BOOKS[-1]["more"]["across"] = True
# 10 you said we did csv, semicolon, windows
text = 'You said;We did;When;If we did not, why\nThe waiting room is too loud;Quiet corner set up;02/2025;\nNo more surveys by text;;03/2025;We need them for the trial\n"Pay us on the day; not in six weeks";Payments now within 5 days;April 2025;\n'
BOOKS.append(
    book(
        "ysawd.csv",
        text,
        [
            (
                "",
                1,
                {0: "said", 1: "changed", 2: "when", 3: "reason"},
                [2, 3, 4],
                {(2, 2): ("when", "2025-02"), (3, 2): ("when", "2025-03"), (4, 2): ("when", "2025-04")},
            )
        ],
        delim=";",
    )
)
# 11 several sheets: readme, lists, log, old log hidden
log = [
    ["Date raised", "Raised by", "Point raised", "Team response", "Outcome"],
    [D(2025, 4, 1), "Lay members", "Consent video needed", "Accepted", "Video made"],
    [D(2025, 4, 8), "Ethics committee", "Shorten PIS", "Accepted", "PIS shortened"],
    [D(2025, 4, 9), "Lay members", "Use WhatsApp", "Rejected", "Not allowed by sponsor"],
]
BOOKS.append(
    book(
        "several.xlsx",
        {
            "READ ME": [["How to use this workbook"], ["Fill in the log after each meeting. Do not write names."]],
            "Lists": [["Accepted"], ["Rejected"], ["Pending"]],
            "Log": log,
            "Old log": [
                ["Date raised", "Raised by", "Point raised", "Team response", "Outcome"],
                [D(2020, 1, 1), "x", "y", "z", "w"],
            ],
        },
        [
            (
                "Log",
                1,
                {0: "when", 1: "by", 2: "said", 3: "answer", 4: "changed"},
                [2, 3, 4],
                {
                    (2, 1): ("by", "contributors"),
                    (4, 1): ("by", "contributors"),
                    (3, 1): ("by", "above"),
                    (2, 3): ("answer", "taken up"),
                    (3, 3): ("answer", "taken up"),
                    (4, 3): ("answer", "refused"),
                    (4, 4): "note",
                },
            ),
            ("READ ME", 1, {}, [], {(1, 0): "drop", (2, 0): "drop"}),
            ("Lists", 1, {}, [], {(1, 0): "drop"}),
            ("Old log", 1, {0: "drop", 2: "drop"}, [2], {}),
        ],
        hidden=("Old log",),
    )
)
# 12 hidden columns with ids and phone
rows = [
    ["Contributor ID", "Phone", "Date", "Contribution", "Difference it made", "Stage of research cycle"],
    [
        "PC014",
        "07700 900123",
        "12 March 2025",
        "Suggested parents be asked too",
        "Parents added to sample",
        "Identifying and prioritising",
    ],
    [
        "PC021",
        "07700 900456",
        "13 March 2025",
        "Said results should go to schools first",
        "Schools get results in June",
        "Dissemination",
    ],
]
BOOKS.append(
    book(
        "hidden_cols.xlsx",
        {"Impact": rows},
        [
            (
                "Impact",
                1,
                {0: "out", 1: "out", 2: "when", 3: "said", 4: "changed", 5: "stage"},
                [2, 3],
                {(2, 5): ("stage", "priorities"), (3, 5): ("stage", "sharing")},
            )
        ],
        hide_columns={"Impact": ["A", "B"]},
    )
)
# 13 budget
rows = [
    ["PPI budget – grant"],
    ["Item", "Unit cost", "Quantity", "Cost (£)", "Justification"],
    ["Advisory group meetings (8 people x 6)", "£75", 48, 3600, "NIHR payment guidance"],
    ["Travel", "£15", 48, 720, None],
    ["Training", None, 1, 500, "Two half days"],
    ["Total", None, None, 4820, None],
]
BOOKS.append(
    book(
        "budget.xlsx",
        {"Budget": rows},
        [
            (
                "Budget",
                2,
                {0: "item", 1: "note", 2: "note", 3: "amount", 4: "note"},
                [3, 4, 5],
                {(6, 0): "drop", (6, 3): "drop"},
            )
        ],
    )
)
# 14 teaching-hospital log w/ quarter headings rows inside the table
rows = [
    ["Date", "Source of feedback", "Feedback", "Action taken", "RAG"],
    ["Q1 2025", None, None, None, None],
    [D(2025, 1, 9), "Focus group", "Clinic hours do not suit carers", "Evening clinic piloted", "G"],
    [D(2025, 2, 18), "Patient letter", "Nobody phones back", "None so far", "R"],
    ["Q2 2025", None, None, None, None],
    [D(2025, 4, 22), "Focus group", "Signs are confusing", "Signs replaced", "G"],
]
BOOKS.append(
    book(
        "quarters.xlsx",
        {"2025": rows},
        [
            (
                "2025",
                1,
                {0: "when", 1: "note", 2: "said", 3: "changed", 4: "note"},
                [3, 4, 6],
                {(2, 0): "drop", (5, 0): "drop", (4, 3): "note"},
            )
        ],
    )
)
# 15 co-design sticky notes: numbered, no date, priority
rows = [
    ["#", "Idea from the workshop", "Votes", "Taken forward?", "What happened next", "Reason if not"],
    [1, "Buddy system", 12, "Yes", "Buddies start in May", None],
    [2, "Free parking", 9, "No", None, "Car park is run by the council"],
    [3, "Text reminders", 7, "Partially", "Reminders for first visit only", "Cost"],
]
BOOKS.append(
    book(
        "workshop_ideas.xlsx",
        {"Ideas": rows},
        [
            (
                "Ideas",
                1,
                {0: "note", 1: "said", 2: "note", 3: "answer", 4: "changed", 5: "reason"},
                [2, 3, 4],
                {(2, 3): ("answer", "taken up"), (3, 3): ("answer", "refused"), (4, 3): ("answer", "partly")},
            )
        ],
    )
)
# 16 excel serials and typed dates mixed, trailing spaces, newlines in cells & headings
rows = [
    ["Date \n(dd/mm/yy)", "Who was\ninvolved", "What they\ntold us", "What we\nchanged "],
    ["05/06/24", "Young people's group", "Use emojis \nnot numbers", "Scale has emojis"],
    ["25/06/24", "Young people's group", " Let us choose the music ", "  Playlist made"],
    ["w/c 8 July 2024", "Parents", "Too many forms", "One form"],
]
BOOKS.append(
    book(
        "newlines.xlsx",
        {"YPAG": rows},
        [
            (
                "YPAG",
                1,
                {0: "when", 1: "by", 2: "said", 3: "changed"},
                [2, 3, 4],
                {
                    (2, 0): ("when", "2024-06-05"),
                    (3, 0): ("when", "2024-06-25"),
                    (4, 0): "note",
                    (2, 1): ("by", "contributors"),
                    (3, 1): ("by", "contributors"),
                    (4, 1): ("by", "contributors"),
                },
            )
        ],
    )
)
# 17 Google-form csv, long questions
text = 'Timestamp,"Please tell us the date of the activity","Briefly, what was discussed with patients and the public?","What suggestions were made by patients and the public?","What did the research team do in response?","If you did not act on a suggestion, please explain why"\n2025/03/03 10:11:12 AM GMT,28/02/2025,The consent form,"Make it shorter, and add pictures","Cut to two pages; pictures added",\n2025/04/01 2:01:00 PM GMT+1,31/03/2025,Recruitment,Ask GPs to text people,,GPs did not agree\n'
BOOKS.append(
    book(
        "gform.csv",
        text,
        [
            (
                "",
                1,
                {0: "note", 1: "when", 2: "note", 3: "said", 4: "changed", 5: "reason"},
                [2, 3],
                {(2, 1): ("when", "2025-02-28"), (3, 1): ("when", "2025-03-31")},
            )
        ],
    )
)
# 18 communities charity: plain headings
rows = [
    ["When", "Where", "Who came", "What people wanted", "What we promised", "Done?"],
    ["Feb 2025", "Church hall", "12 residents", "A crossing by the school", "Ask the council", "Yes"],
    ["Mar 2025", "Mosque", "8 residents", "Warm space in winter", "Open the hall on Fridays", "Started"],
    ["Apr 2025", "Library", "Nobody", "-", "-", "-"],
]
BOOKS.append(
    book(
        "charity.xlsx",
        {"Meetings 2025": rows},
        [
            (
                "Meetings 2025",
                1,
                {0: "when", 1: "note", 2: ("by", "contributors"), 3: "said", 4: "note", 5: "note"},
                [2, 3],
                {(4, 0): "drop", (4, 1): "drop", (4, 2): "drop", (4, 3): "drop", (4, 4): "drop", (4, 5): "drop"},
            )
        ],
    )
)
# 19 trial unit: comments on documents
rows = [
    ["Document", "Version", "Reviewer", "Section", "Comment", "Response from trial team", "Change made? Y/N", "Date"],
    [
        "Participant information sheet",
        "v0.3",
        "Lay reviewer A",
        "2",
        "Jargon: 'randomised'",
        "Explained in a box",
        "Y",
        "2025-02-11",
    ],
    [
        "Participant information sheet",
        "v0.3",
        "Lay reviewer B",
        "5",
        "Say who sees my data",
        "Added",
        "Y",
        "2025-02-11",
    ],
    ["Diary", "v1", "Lay reviewer A", "all", "Daily is too often", "Needed for primary outcome", "N", "2025-02-20"],
]
BOOKS.append(
    book(
        "doc_review.xlsx",
        {"PIS review": rows},
        [
            (
                "PIS review",
                1,
                {0: "note", 1: "note", 2: "note", 3: "note", 4: "said", 5: "note", 6: "answer", 7: "when"},
                [2, 3, 4],
                {(2, 6): ("answer", "taken up"), (3, 6): ("answer", "taken up"), (4, 6): ("answer", "refused")},
            )
        ],
    )
)
# 20 bank export-like payments with group rows, negative & euro format
text = (
    "Buchungsdatum;Reference;Activity;Hours;Amount\n".replace("Buchungsdatum", "Date paid")
    + "01.02.2025;PPI-1;Advisory board meeting;2,5;62,50 €\n15.02.2025;PPI-2;Review of leaflet;1;25,00 €\n28.02.2025;PPI-3;Advisory board meeting;2,5;62,50 €\n"
)
BOOKS.append(
    book(
        "euro.csv",
        text,
        [
            (
                "",
                1,
                {0: "date", 1: "note", 2: "title", 3: "note", 4: "note"},
                [2, 3, 4],
                {(2, 0): ("date", "2025-02-01"), (3, 0): ("date", "2025-02-15"), (4, 0): ("date", "2025-02-28")},
            )
        ],
        delim=";",
    )
)
# --- lot 2 ---

# 21 community group ledger, merged group cells, two header rows, £ in cells, totals per month
rows = [
    ["Community researchers – time and money"],
    [None, "Session", None, "Money", None],
    ["Date", "What", "How long", "Fee", "Travel"],
    ["Mon 3 Feb 2025", "Training in interviewing", "3 hrs", "£45", "£5.60"],
    ["Wed 5 Feb 2025", "Doing interviews", "4 hrs", "£60", "-"],
    ["February total", None, "7 hrs", "£105", "£5.60"],
    ["Tue 4 March 2025", "Looking at findings together", "2.5 hrs", "£37.50", "£5.60"],
    ["March total", None, "2.5 hrs", "£37.50", "£5.60"],
]
BOOKS.append(
    book(
        "ledger.xlsx",
        {"Ledger": rows},
        [
            (
                "Ledger",
                3,
                {0: "date", 1: "title", 2: "note", 3: "note", 4: "note"},
                [4, 5, 7],
                {
                    (4, 0): ("date", "2025-02-03"),
                    (5, 0): ("date", "2025-02-05"),
                    (7, 0): ("date", "2025-03-04"),
                    (5, 4): "drop",
                    **{(r, k): "drop" for r in (6, 8) for k in range(5)},
                },
            )
        ],
        merge={"Ledger": ["B2:C2", "D2:E2"]},
    )
)
# 22 council you said we did we didn't
rows = [
    ["You told us", "So we", "We couldn't", "Because", "Update (Nov 2025)"],
    ["Benches are too low", "Raised six benches", None, None, "Done in June"],
    ["Buses should stop at the clinic", None, "Move the stop", "The road belongs to the county", "Asked again"],
    ["Toilets close too early", "Toilets open until 8pm", None, None, None],
]
BOOKS.append(
    book(
        "council.xlsx",
        {"YSWD": rows},
        [("YSWD", 1, {0: "said", 1: "changed", 2: "note", 3: "reason", 4: "note"}, [2, 3, 4], {})],
    )
)
# 23 researcher reflective diary with long text, month names
rows = [
    [
        "Month",
        "Reflection",
        "Contribution by lived experience team",
        "Effect on our thinking",
        "Effect on study documents",
    ],
    [
        "January 2025",
        "I was nervous",
        "They asked why we only recruit in English",
        "We saw our bias",
        "Materials now in Urdu and Polish",
    ],
    ["February 2025", "Better", "Nothing this month", None, None],
    ["April 2025", None, "Said to stop saying 'burden'", "Language matters", "'Burden' removed from protocol"],
]
BOOKS.append(
    book(
        "diary.xlsx",
        {"Diary": rows},
        [
            (
                "Diary",
                1,
                {0: "when", 1: "note", 2: "said", 3: "note", 4: "changed"},
                [2, 4],
                {(3, 0): "drop", (3, 1): "drop", (3, 2): "drop"},
            )
        ],
    )
)
# 24 Action tracker from advisory board; status words; dates US style with clue
rows = [
    ["Action #", "Raised at", "Suggestion", "Suggested by", "Assigned to", "Deadline", "Status", "Outcome"],
    [
        "A1",
        "01/28/2025",
        "Offer childcare",
        "Board member (public)",
        "Kim",
        "02/28/2025",
        "Closed",
        "Childcare budgeted for all meetings",
    ],
    ["A2", "01/28/2025", "Pay within a week", "Board member (public)", "Lee", "03/15/2025", "Open", "Pending finance"],
    ["A3", "04/08/2025", "Film the meetings", "Researchers", "Kim", "05/01/2025", "Rejected", "Members did not agree"],
]
BOOKS.append(
    book(
        "advisory_actions.xlsx",
        {"Tracker": rows},
        [
            (
                "Tracker",
                1,
                {0: "note", 1: "when", 2: "said", 3: "by", 4: "out", 5: "note", 6: "note", 7: "changed"},
                [2, 3, 4],
                {
                    (2, 1): ("when", "2025-01-28"),
                    (3, 1): ("when", "2025-01-28"),
                    (4, 1): ("when", "2025-04-08"),
                    (2, 3): "note",
                    (3, 3): "note",
                    (4, 3): ("by", "researchers"),
                    (4, 6): ("answer", "refused"),
                    (3, 7): "note",
                    (4, 7): "note",
                },
            )
        ],
    )
)
# 25 LimeSurvey-like CSV with code headings + tabs
text = "id\tsubmitdate\tlastpage\tQ1. On which date did the activity take place?\tQ2. Which group was involved?\tQ3. What did the group recommend?\tQ4. What was changed in the study as a result?\n1\t2025-05-01 10:00:00\t4\t2025-04-28\tCarers' panel\tCall carers in the evening\tCalls after 6pm\n2\t2025-05-09 11:30:00\t4\t2025-05-06\tCarers' panel\tExplain blood tests\tA page on blood tests added\n"
BOOKS.append(
    book(
        "lime.csv",
        text,
        [
            (
                "",
                1,
                {0: "note", 1: "note", 2: "note", 3: "when", 4: "note", 5: "said", 6: "changed"},
                [2, 3],
                {(2, 4): "note", (3, 4): "note"},
            )
        ],
        delim="\t",
    )
)
# 26 names everywhere, free text with emails & phones inside
rows = [
    ["Full name", "DOB", "Postcode", "Date", "Comments made", "How we used this"],
    [
        "Grace Mbeki",
        "01/02/1960",
        "LS6 2AB",
        D(2025, 1, 7),
        "Call me on 0113 496 0000 about the leaflet",
        "Leaflet reworded",
    ],
    ["Tim Fox", "03/04/1971", "LS7 1CD", D(2025, 1, 8), "The font is tiny", "Font size 14"],
]
BOOKS.append(
    book(
        "names.xlsx",
        {"Feedback": rows},
        [("Feedback", 1, {0: "out", 1: "out", 2: "out", 3: "when", 4: "said", 5: "changed"}, [2, 3], {(2, 4): "out"})],
    )
)
# 27 meeting list with cancelled & planned & blanks, group per row
rows = [
    ["Meeting", "Group", "Held on", "Present (public)", "Present (team)", "Chair"],
    ["1st", "Patient Advisory Group", D(2025, 1, 15), 8, 3, "Public co-chair"],
    ["2nd", "Patient Advisory Group", "Cancelled", None, None, None],
    ["3rd", "Patient Advisory Group", D(2025, 5, 14), 6, 4, "Public co-chair"],
    ["4th", "Patient Advisory Group", "TBC", None, None, None],
    ["1st", "Steering Committee", D(2025, 2, 20), 2, 9, "Chief investigator"],
]
BOOKS.append(
    book(
        "meeting_list.xlsx",
        {"Meetings": rows},
        [
            (
                "Meetings",
                1,
                {0: "title", 1: "room", 2: "date", 3: "note", 4: "note", 5: "note"},
                [2, 4, 6],
                {(3, 0): "title", (3, 1): "room", (3, 2): "note", (5, 0): "title", (5, 1): "room", (5, 2): "drop"},
            )
        ],
    )
)
# 28 decision log, several columns with options, votes
rows = [
    ["DECISION LOG", None, None, None, None, None, None],
    ["ID", "Date of decision", "Issue", "Options considered", "Decision taken", "Made by", "Rationale"],
    [
        "D1",
        "2 Sept 2024",
        "Name of study",
        "A, B or C",
        "B: 'Breathing easier'",
        "Public contributors (vote)",
        "Most votes",
    ],
    [
        "D2",
        "10/10/2024",
        "Outcome measure",
        "QoL or symptoms",
        "Quality of life first",
        "Co-applicants together",
        "Matters most to patients",
    ],
    ["D3", "14/11/2024", "Honorarium", "£20 or £25", "£25 per hour", "Sponsor", "NIHR rate"],
]
BOOKS.append(
    book(
        "decision_log.xlsx",
        {"Decision log": rows},
        [
            (
                "Decision log",
                2,
                {0: "note", 1: "when", 2: "note", 3: "note", 4: "what", 5: "decided_by", 6: "reason"},
                [3, 4, 5],
                {
                    (3, 1): ("when", "2024-09-02"),
                    (4, 1): ("when", "2024-10-10"),
                    (5, 1): ("when", "2024-11-14"),
                    (3, 5): ("decided_by", "contributors"),
                    (4, 5): "note",
                    (5, 5): ("decided_by", "above"),
                },
            )
        ],
    )
)
# 29 transposed / wide by month, counts
rows = [
    ["Involvement by month", "Jan 2025", "Feb 2025", "Mar 2025"],
    ["Meetings held", 1, 0, 2],
    ["People involved", 5, 0, 9],
    ["Hours", 10, 0, 18],
    ["Spent (£)", 250, 0, 450],
]
BOOKS.append(
    book(
        "wide_months.xlsx",
        {"Summary": rows},
        [("Summary", 1, {0: "drop", 1: "drop", 2: "drop", 3: "drop"}, [2, 3, 4, 5], {})],
    )
)
# 30 CSV latin1-ish with quotes, BOM, blank lines, trailing commas, both views
text = '\ufeffDate,"Researcher view: what did public involvement change?","Contributor view: what did we change?",Stage,,\n"12th Feb, 2025","Recruitment letter rewritten","We got rid of the scary letter",Recruitment,,\n,,,,,\n"March 2025","Nothing changed","We were not listened to",Analysis,,\n'
BOOKS.append(
    book(
        "both_views.csv",
        text,
        [
            (
                "",
                1,
                {0: "when", 1: "changed", 2: "note", 3: "stage"},
                [2, 4],
                {
                    (2, 0): ("when", "2025-02-12"),
                    (4, 0): ("when", "2025-03"),
                    (4, 1): ("changed", "none"),
                    (2, 3): ("stage", "delivery"),
                    (4, 3): ("stage", "analysis"),
                },
            )
        ],
    )
)
# --- lot 3 ---

# 31 Forms export of impact "log an impact"
rows = [
    [
        "ID",
        "Start time",
        "Completion time",
        "Email",
        "Name",
        "Language",
        "I am a…",
        "When did this take place?",
        "Tell us what happened",
        "What difference did it make to the research?",
        "Can you show us where this is recorded?",
        "May we contact you?",
    ],
    [
        1,
        dt.datetime(2025, 9, 1, 9, 0),
        dt.datetime(2025, 9, 1, 9, 5),
        "anonymous",
        None,
        "English (UK)",
        "Public contributor",
        D(2025, 8, 20),
        "I said the app must work offline",
        "It now works offline",
        "Minutes of 20 August",
        "No",
    ],
    [
        2,
        dt.datetime(2025, 9, 2, 9, 0),
        dt.datetime(2025, 9, 2, 9, 5),
        "d.hart@example.org",
        "Dee Hart",
        "English (UK)",
        "Researcher",
        D(2025, 8, 21),
        "Group chose the logo",
        "Logo used everywhere",
        None,
        "Yes",
    ],
]
BOOKS.append(
    book(
        "forms_impact.xlsx",
        {"Form1": rows},
        [
            (
                "Form1",
                1,
                {
                    0: "note",
                    1: "note",
                    2: "note",
                    3: "out",
                    4: "out",
                    5: "note",
                    6: "by",
                    7: "when",
                    8: "note",
                    9: "changed",
                    10: "note",
                    11: "note",
                },
                [2, 3],
                {(2, 6): ("by", "contributors"), (3, 6): ("by", "researchers"), (2, 3): "drop"},
            )
        ],
    )
)
# 32 spreadsheets with subtotals inside, expenses, "paid Y/N"
rows = [
    ["Expenses claims", None, None, None, None],
    ["Claim no", "For meeting on", "Mileage", "Childcare", "Paid?"],
    [1, "4/2/2025", "£3.15", None, "Y"],
    [2, "4/2/2025", None, "£20.00", "Y"],
    ["Sub-total", None, "£3.15", "£20.00", None],
    [3, "18/3/2025", "£6.30", None, "N"],
    ["Grand total", None, "£9.45", "£20.00", None],
]
BOOKS.append(
    book(
        "claims.xlsx",
        {"Claims": rows},
        [
            (
                "Claims",
                2,
                {0: "note", 1: "date", 2: "note", 3: "note", 4: "note"},
                [3, 4, 6],
                {
                    (3, 1): ("date", "2025-02-04"),
                    (4, 1): ("date", "2025-02-04"),
                    (6, 1): ("date", "2025-03-18"),
                    **{(r, k): "drop" for r in (5, 7) for k in range(5)},
                },
            )
        ],
    )
)
# 33 feedback on feedback: response codes
rows = [
    ["Theme", "What we heard", "What we will do", "By when", "Who", "Progress so far"],
    ["Access", "Stairs are a barrier", "Move to ground floor", "Dec 2025", "Estates", "Room booked"],
    ["Information", "Letters are full of Latin", "Plain English review", "Jan 2026", "Comms", "Not started"],
]
BOOKS.append(
    book(
        "action_plan.xlsx",
        {"Plan": rows},
        [
            (
                "Plan",
                1,
                {0: "about", 1: "said", 2: "note", 3: "note", 4: "note", 5: "note"},
                [2, 3],
                {(2, 0): "note", (3, 0): "note", (2, 4): "drop", (3, 4): "drop"},
            )
        ],
    )
)
# 34 PIRIT planning tool (plans only!)
rows = [
    ["Stage of research", "Planned involvement activity", "Number of people", "Cost", "When (planned)", "Lead"],
    ["Design", "2 workshops", "8", "£800", "Spring 2026", "R. Singh"],
    ["Dissemination", "Co-write summary", "4", "£400", "2027", "R. Singh"],
]
BOOKS.append(
    book(
        "pirit_planning.xlsx",
        {"Planning tool": rows},
        [("Planning tool", 1, {0: "drop", 1: "drop", 2: "drop", 3: "drop", 4: "drop", 5: "out"}, [2, 3], {})],
    )
)
# 35 two tables side by side
rows = [
    ["You said", "We did", None, "Date", "Payment"],
    ["More breaks", "Added breaks", None, D(2025, 1, 2), "£25"],
    ["Less jargon", "Glossary made", None, D(2025, 2, 2), "£25"],
]
BOOKS.append(
    book(
        "side_by_side.xlsx",
        {"Mix": rows},
        [("Mix", 1, {0: "said", 1: "changed", 3: "note", 4: "note"}, [2, 3], {(2, 3): "when", (3, 3): "when"})],
    )
)
# 36 Teams list export (CSV) with Title, Created By, Modified
text = "Title,Date of meeting,Suggestion from members,Response,Reason,Feedback given,Created By,Modified,Item Type,Path\nItem 1,2025-01-10,Pay for printing,Accepted,,2025-02-01,Sue Ray,2025-02-02,Item,sites/ppi\nItem 2,2025-01-10,Record meetings,Declined,Members feel watched,2025-02-01,Sue Ray,2025-02-02,Item,sites/ppi\n"
BOOKS.append(
    book(
        "teams_list.csv",
        text,
        [
            (
                "",
                1,
                {
                    0: "note",
                    1: "when",
                    2: "said",
                    3: "answer",
                    4: "reason",
                    5: "told_back",
                    6: "out",
                    7: "note",
                    8: "note",
                    9: "note",
                },
                [2, 3],
                {(2, 3): ("answer", "taken up"), (3, 3): ("answer", "refused")},
            )
        ],
    )
)
# 37 Numbers as text, "approx", ranges, ditto marks
rows = [
    ["Date", "Activity", "How many public contributors", "How many hours"],
    ["10/1/25", "Advisory group", "about 6", "2"],
    ['"', "Review of PIS", "3-4", "1.5"],
    ["24/1/25", "Advisory group", "7", "2"],
]
BOOKS.append(
    book(
        "ditto.xlsx",
        {"Log": rows},
        [
            (
                "Log",
                1,
                {0: "date", 1: "title", 2: "note", 3: "note"},
                [2, 3, 4],
                {(2, 0): ("date", "2025-01-10"), (4, 0): ("date", "2025-01-24"), (3, 0): "note"},
            )
        ],
    )
)
# 38 Welsh/English bilingual headings
rows = [
    ["Dyddiad / Date", "Beth ddywedwyd / What was said", "Beth newidiodd / What changed"],
    ["2025-03-01", "Ffurflen Gymraeg", "Welsh form added"],
    ["2025-03-08", "Shorter form", "Form halved"],
]
BOOKS.append(book("bilingual.xlsx", {"Log": rows}, [("Log", 1, {0: "when", 1: "said", 2: "changed"}, [2, 3], {})]))
# 39 trial master: change log of documents after PPI (version, date, summary), not always by people
rows = [
    ["Document", "Version no.", "Date", "Summary of change", "Reason for change", "Changed because of PPI?"],
    ["Protocol", "2.0", "2025-02-02", "Follow-up cut from 24 to 12 months", "Patients said 24 is too long", "Yes"],
    ["Protocol", "2.1", "2025-04-04", "New site added", "Recruitment slow", "No"],
]
BOOKS.append(book("change_log.xlsx", {"Changes": rows}, [("Changes", 1, dict.fromkeys(range(6), "drop"), [2, 3], {})]))
# 40 LARGE messy: title rows, logo, merged title, header row 6, footnotes below
rows = [
    ["Northern Trial – PPIE Impact Record", None, None, None],
    ["Version 3, updated 1 May 2025", None, None, None],
    [None] * 4,
    ["Please add one row per impact", None, None, None],
    [None] * 4,
    ["Date(s)", "Involvement activity", "Key messages from PPI members", "Influence on study"],
    ["5 & 12 May 2025", "Two workshops", "Ask about work, not only pain", "Work outcome added"],
    ["June-July 2025", "Survey of panel", "Use text messages", "Texts instead of calls"],
    [None] * 4,
    ["* Influence = a change that would not have happened otherwise", None, None, None],
    ["Contact: ppi@northern.example", None, None, None],
]
BOOKS.append(
    book(
        "northern.xlsx",
        {"Record": rows},
        [("Record", 6, {0: "when", 1: "note", 2: "said", 3: "changed"}, [7, 8], {(10, 0): "drop", (11, 0): "out"})],
        merge={"Record": ["A1:D1", "A2:D2"]},
    )
)
# --- lot 4 ---

# 41 hospice: one row each meeting, bullets in cells
rows = [
    ["Meeting", "Who attended", "Points raised by carers", "What we have done about these", "Still open"],
    [
        "Carers' forum 3 March 2025",
        "9 carers, 2 staff",
        "• Parking costs\n• Visiting after 8pm",
        "Visiting hours now until 10pm",
        "Parking with estates",
    ],
    ["Carers' forum 7 July 2025", "6 carers", "• Nobody explains the pump", "Pump leaflet written with carers", None],
]
BOOKS.append(
    book(
        "hospice.xlsx",
        {"Forum": rows},
        [
            (
                "Forum",
                1,
                {0: "note", 1: "by", 2: "said", 3: "changed", 4: "note"},
                [2, 3],
                {(2, 1): "note", (3, 1): ("by", "contributors")},
            )
        ],
    )
)
# 42 young people's project: emojis, informal
rows = [
    ["📅 Date", "💬 What we said", "✅ What happened", "😀 How it felt"],
    ["1 Feb 2025", "Snapchat not email", "Group on Snapchat", "👍"],
    ["2 Mar 2025", "Pizza!!", "Pizza at every meeting", "👍👍"],
]
BOOKS.append(book("yp.xlsx", {"Us": rows}, [("Us", 1, {0: "when", 1: "said", 2: "changed", 3: "note"}, [2, 3], {})]))
# 43 payments summary by person wide (months as columns) -> must not be read as entries
rows = [
    ["Contributor", "Jan", "Feb", "Mar", "Total paid"],
    ["P01", 25, 50, 25, 100],
    ["P02", 25, 0, 50, 75],
    ["Total", 50, 50, 75, 175],
]
BOOKS.append(book("paid_wide.xlsx", {"Paid": rows}, [("Paid", 1, dict.fromkeys(range(5), "drop"), [2, 3, 4], {})]))
# 44 recruitment log (who was approached) - not a log of influence
rows = [
    ["Date contacted", "Organisation", "Contact person", "Outcome", "Follow up"],
    [D(2025, 1, 3), "Mosque committee", "Imam Y. Khan", "Will discuss", "Feb"],
    [D(2025, 1, 9), "Food bank", "Jean Price", "Happy to help", "Visit"],
]
BOOKS.append(
    book(
        "outreach.xlsx",
        {"Outreach": rows},
        [("Outreach", 1, {0: "drop", 1: "drop", 2: "out", 3: "drop", 4: "drop"}, [2, 3], {})],
    )
)
# 45 REDCap-labelled export
text = "Record ID,Event Name,Date of PPI activity,Type of PPI activity,Who took part?,What was the key suggestion?,Was the suggestion implemented?,If no - why?,What changed?,Complete?\n1,Arm 1,2025-02-14,Focus group,Patients,Shorter visits,Yes,,Visits cut to 30 min,Complete\n2,Arm 1,2025-02-14,Focus group,Patients,Home visits,No,No staff for it,,Complete\n3,Arm 1,2025-03-14,Email,Carers,Letters to carers too,Partially,,Carers copied in if patient agrees,Incomplete\n"
BOOKS.append(
    book(
        "redcap_log.csv",
        text,
        [
            (
                "",
                1,
                {
                    0: "note",
                    1: "note",
                    2: "when",
                    3: "note",
                    4: "by",
                    5: "said",
                    6: "answer",
                    7: "reason",
                    8: "changed",
                    9: "note",
                },
                [2, 3, 4],
                {
                    (2, 4): ("by", "contributors"),
                    (3, 4): ("by", "contributors"),
                    (4, 4): ("by", "contributors"),
                    (2, 6): ("answer", "taken up"),
                    (3, 6): "note",
                    (4, 6): ("answer", "partly"),
                },
            )
        ],
    )
)
# 46 evaluation scores — no log
rows = [["Question", "Strongly agree", "Agree", "Disagree"], ["I felt heard", 5, 3, 1], ["I was paid on time", 4, 4, 1]]
BOOKS.append(book("scores.xlsx", {"Scores": rows}, [("Scores", 1, dict.fromkeys(range(4), "drop"), [2, 3], {})]))
# 47 GRIPP2-like table, single column of text
rows = [
    ["GRIPP2 section", "Text"],
    ["Aim", "To involve people with MS in the design"],
    ["Methods", "A panel of eight met six times"],
    ["Results", "They changed the outcome measure"],
    ["Reflections", "We started too late"],
]
BOOKS.append(book("gripp2.xlsx", {"GRIPP2": rows}, [("GRIPP2", 1, {0: "drop", 1: "drop"}, [2, 3, 4, 5], {})]))
# 48 log with merged stage cells down the side and blank header for numbering
rows = [
    [None, "Research stage", "Date", "Suggestion made", "By whom", "Response", "Impact"],
    [1, "Design", D(2025, 1, 5), "Ask about sleep", "PPI", "Yes", "Sleep item added"],
    [2, None, D(2025, 1, 6), "Drop item 12", "PPI", "Yes", "Item dropped"],
    [3, "Analysis", D(2025, 6, 5), "Group themes by age", "PPI + researchers", "Agreed", "Themes by age"],
]
BOOKS.append(
    book(
        "merged_stage.xlsx",
        {"Log": rows},
        [
            (
                "Log",
                1,
                {0: "note", 1: "stage", 2: "when", 3: "said", 4: "by", 5: "answer", 6: "changed"},
                [2, 3, 4],
                {
                    (2, 1): ("stage", "design"),
                    (4, 1): ("stage", "analysis"),
                    (2, 5): ("answer", "taken up"),
                    (3, 5): ("answer", "taken up"),
                    (4, 5): ("answer", "taken up"),
                    (3, 1): ("stage", "design"),
                    (2, 4): ("by", "contributors"),
                    (3, 4): ("by", "contributors"),
                    (4, 4): ("by", "together"),
                },
            )
        ],
        merge={"Log": ["B2:B3"]},
    )
)
# 49 annual report table, quarter columns text dates "Winter 2024"
rows = [
    ["When", "Activity", "Contributors", "Result"],
    ["Winter 2024", "Citizens' jury", "16", "Seven recommendations"],
    ["Spring 2025", "Street survey", "212 residents", "List of priorities"],
]
BOOKS.append(
    book("annual.xlsx", {"Report": rows}, [("Report", 1, {0: "date", 1: "title", 2: "note", 3: "note"}, [2, 3], {})])
)
# 50 ODS-like csv with semicolons & decimal commas & quoted newline headings
text = '"Date\n(day/month/year)";"Event";"Public\nmembers";"Hours\nper person";"Paid €"\n03.02.2025;Workshop 1;7;2,5;437,50\n17.02.2025;Workshop 2;6;2,5;375,00\n;Sum;13;5,0;812,50\n'
BOOKS.append(
    book(
        "workshops.csv",
        text,
        [
            (
                "",
                1,
                {0: "date", 1: "title", 2: "note", 3: "note", 4: "note"},
                [2, 3],
                {
                    (2, 0): ("date", "2025-02-03"),
                    (3, 0): ("date", "2025-02-17"),
                    (4, 1): "drop",
                    (4, 2): "drop",
                    (4, 3): "drop",
                    (4, 4): "drop",
                },
            )
        ],
        delim=";",
    )
)

# --- lot 5 ---

rows = [
    ["PPI impact tracker", None, None, None, None, None],
    ["#", "Meeting date", "Contributor comment", "Research team comment", "Agreed change", "Completed?"],
    [1, "2 May 25", "The title frightens people", "We had not noticed", "New title", "Y"],
    [2, "2 May 25", "Use fewer visits", "Regulator needs six", "None", "N/A"],
]
BOOKS.append(
    book(
        "tracker5.xlsx",
        {"T": rows},
        [
            (
                "T",
                2,
                {0: "note", 1: "when", 2: "said", 3: "note", 4: "changed", 5: "note"},
                [3, 4],
                {
                    (3, 1): ("when", "2025-05-02"),
                    (4, 1): ("when", "2025-05-02"),
                    (4, 4): ("changed", "none"),
                    (4, 5): "drop",
                },
            )
        ],
    )
)
rows = [
    ["Date", "Type", "Detail", "Cost"],
    ["03/06/2025", "Refreshments", "Panel meeting", "£42.10"],
    ["03/06/2025", "Taxi", "For one member", "£18"],
    ["17/06/2025", "Fee", "Panel meeting x 6", "£300"],
]
BOOKS.append(book("spend5.xlsx", {"Spend": rows}, [("Spend", 1, dict.fromkeys(range(4), "drop"), [2, 3, 4], {})]))
rows = [
    [
        "Area",
        "What people with lived experience recommended",
        "Accepted / rejected / partly",
        "Why",
        "Evidence of change",
    ],
    ["Recruitment", "Posters in barbers", "Accepted", None, "Posters in 12 barbers"],
    ["Consent", "Verbal consent", "Rejected", "Ethics would not allow", None],
    ["Visits", "Home visits", "Partly", "Only two nurses", "Home visits on Tuesdays"],
]
BOOKS.append(
    book(
        "recs5.xlsx",
        {"Recs": rows},
        [
            (
                "Recs",
                1,
                {0: "about", 1: "said", 2: "answer", 3: "reason", 4: "changed"},
                [2, 3, 4],
                {
                    (2, 0): ("about", "methods"),
                    (3, 0): "note",
                    (4, 0): "note",
                    (2, 2): ("answer", "taken up"),
                    (3, 2): ("answer", "refused"),
                    (4, 2): ("answer", "partly"),
                },
            )
        ],
    )
)
rows = [
    ["Session", "Date", "Co-researchers present", "Academics present", "Decisions made", "Who had the final say"],
    ["S1", "11/09/2024", "5", "2", "Interview in pairs", "Co-researchers"],
    ["S2", "25/09/2024", "4", "2", "No recordings", "Everyone"],
]
BOOKS.append(
    book(
        "cores5.xlsx",
        {"Sessions": rows},
        [
            (
                "Sessions",
                1,
                {0: "note", 1: "when", 2: "note", 3: "note", 4: "what", 5: "decided_by"},
                [2, 3],
                {
                    (2, 1): ("when", "2024-09-11"),
                    (3, 1): ("when", "2024-09-25"),
                    (2, 5): ("decided_by", "contributors"),
                    (3, 5): ("decided_by", "together"),
                },
            )
        ],
    )
)
text = '"Submission Date","Your role","Email","What did you raise?","How did the team respond?","Are you satisfied with the response? (1-5)"\n"2025-07-01 10:00","Carer","k@example.org","Parking permits","Permits bought","5"\n"2025-07-03 11:00","Patient","","Shorter form","They said maybe later","2"\n'
BOOKS.append(
    book(
        "jotform5.csv",
        text,
        [
            (
                "",
                1,
                {0: "note", 1: "by", 2: "out", 3: "said", 4: "note", 5: "note"},
                [2, 3],
                {(2, 1): ("by", "contributors"), (3, 1): ("by", "contributors"), (2, 4): "note", (3, 4): "note"},
            )
        ],
    )
)
rows = [
    ["Board minutes extract"],
    ["Date", "Minute", "Present"],
    ["5 Feb 2025", "Board noted the survey. It was RESOLVED to fund evening classes.", "AB, CD, EF"],
    ["5 Mar 2025", "Discussion of bus routes. No decision.", "AB, CD"],
]
BOOKS.append(
    book(
        "minutes5.xlsx",
        {"Min": rows},
        [("Min", 2, {0: "drop", 1: "drop", 2: "out"}, [3, 4], {(3, 2): "drop", (4, 2): "drop"})],
    )
)
rows = [
    ["Project phase", "Involvement planned", "Involvement done", "Impact so far"],
    ["Set-up", "Two meetings", "One meeting in May 2025", "Aims reworded"],
    ["Recruitment", "Poster review", "Not yet", "None yet"],
]
BOOKS.append(
    book(
        "phase5.xlsx",
        {"Plan": rows},
        [
            (
                "Plan",
                1,
                {0: "stage", 1: "note", 2: "note", 3: "changed"},
                [2],
                {(2, 0): "note", (3, 0): "drop", (3, 1): "drop", (3, 2): "drop", (3, 3): "drop"},
            )
        ],
    )
)
rows = [
    ["YOU SAID", "WE DID", None, "YOU SAID", "WE DID"],
    ["Open on Saturdays", "Open 9-1 Saturdays", None, "More Urdu leaflets", "Leaflets printed"],
    ["Cheaper room hire", "Half price for groups", None, None, None],
]
BOOKS.append(
    book("twice5.xlsx", {"Board": rows}, [("Board", 1, {0: "said", 1: "changed", 3: "note", 4: "note"}, [2, 3], {})])
)
rows = [
    ["Date", "Initials", "Hours", "Task", "Rate", "Claimed"],
    ["06/01/25", "KL", 2, "Read protocol", "£25/hr", "£50"],
    ["20/01/25", "MN", 1.5, "Interview training", "£25/hr", "£37.50"],
    ["Totals", None, 3.5, None, None, "£87.50"],
]
BOOKS.append(
    book(
        "timesheet5.xlsx",
        {"Time": rows},
        [
            (
                "Time",
                1,
                {0: "date", 1: "drop", 2: "note", 3: "title", 4: "rate", 5: "note"},
                [2, 3],
                {(2, 0): ("date", "2025-01-06"), (3, 0): ("date", "2025-01-20"), **{(4, k): "drop" for k in range(6)}},
            )
        ],
    )
)
rows = [
    ["Impact on research", "Impact on researchers", "Impact on contributors", "When"],
    ["Outcome changed to sleep", "We listen more", "I feel useful", "Summer 2025"],
    ["Cheaper design", None, "Less tired", "2025"],
]
BOOKS.append(
    book(
        "impacts5.xlsx",
        {"Impacts": rows},
        [("Impacts", 1, {0: "changed", 1: "note", 2: "note", 3: "when"}, [2, 3], {})],
    )
)
