"""What a page can be made of: every writer says every word of it, and none says more."""

from __future__ import annotations

import html as entities
import io
import re
import zipfile

from support import rows

from involve_audit.render import html, markdown, text, word
from involve_audit.render.blocks import (
    TONES,
    Bar,
    Bars,
    Drawing,
    Filter,
    Heading,
    PageDocument,
    Quote,
    Register,
    SideBySide,
    Table,
    items,
    paragraph,
    state,
    strong,
)
from involve_audit.render.blocks import table as table_of
from involve_audit.render.blocks import text as runs
from involve_audit.render.charts.svg import Picture

PICTURE = Picture("p", "A picture", "what it says", 20, "<rect/>", (("Head", "Other"), ("in the picture", "beside it")))
CHANGES = Table(
    tuple(map(runs, ("What", "Before", "After", "How"))),
    (tuple(map(runs, ("Role", "consulted", "led", "higher"))), tuple(map(runs, ("Pay", "same", "same", "as before")))),
    changes=True,
)
COUNTS = Table(tuple(map(runs, ("What", "Projects"))), (tuple(map(runs, ("Paid", "3 of 7"))),), short=True)
STATES = Table(tuple(map(runs, ("What", "Met", "Not met"))), (tuple(map(runs, ("Told", "4", "5"))),), short=True)


def entries():
    told = (runs("running"), (*runs("for all"), *runs("\n"), *runs("26 an hour")))
    yield SideBySide(
        (*runs("A walk"), *runs("\n"), *runs("walk.yaml")), told, ("Seen: a thing.",), {"phase": "running"}, {2: 26}
    )
    yield SideBySide(runs("slip.yaml"), (), ("Could not be audited: line 1.",))


def page(*, register: bool = True) -> PageDocument:
    """A page with a block of each kind; what a register holds is read once."""
    wide = Register(
        "All", ("Project", "Phase", "Pay"), frozenset({0}), entries(), (Filter("phase", "Phase", ("running",)),)
    )
    beside = table_of(("Day", "Verdict"), [("2025-01-01", "Promises")])
    bars = (Bar(runs("2025-01-01"), "Promises", 0, 40), Bar(runs("2025-02-02"), "Not judged", None, 0))
    return PageDocument(
        "A title",
        (
            paragraph(strong("A headline"), look="headline"),
            *((wide,) if register else ()),
            Heading(2, runs("A part"), "across"),
            *items((paragraph(state(tone, tone), f" it is {tone}"), paragraph("more of it", look="minor")) for tone in TONES),
            *items([(paragraph("Is it asked?", look="asks"),)]),
            CHANGES,
            COUNTS,
            STATES,
            Quote((paragraph("They said so"),)),
            Bars("Bars", 6, bars, PICTURE, "how it is read", beside),
            Drawing(PICTURE, told=False),
        ),
    )  # fmt: skip


def in_word(document: PageDocument) -> str:
    with zipfile.ZipFile(io.BytesIO(word.written(document))) as parts:
        return parts.read("word/document.xml").decode()


FORMATS = {
    "text": lambda: text.written(page(), 100),
    "markdown": lambda: markdown.written(page()),
    "markdown, in pieces": lambda: "".join(markdown.pieces(page())),
    "html": lambda: html.written(page(register=False), css="page.css"),
    "html, in pieces": lambda: "".join(
        html.pieces(page(), css="portfolio.css", frame="register", script="portfolio.js")
    ),
    "word": lambda: in_word(page()),
}
IN_ALL = (
    "A title", "A headline", "A part", *(f"it is {tone}" for tone in TONES), "more of it", "Is it asked?", "Role", "consulted", "led",
    "higher", "Paid", "3 of 7", "Told", "They said so", "Promises", "in the picture", "beside it",
)  # fmt: skip
IN_REGISTER = ("A walk", "walk.yaml", "running", "for all", "26 an hour", "Seen: a thing.", "slip.yaml", "Could not be audited: line 1.")  # fmt: skip


@rows("name", FORMATS)
def test_every_writer_says_what_the_page_says(name):
    said = FORMATS[name]().replace("\\", "")
    body = said.partition("</style>")[2] or said
    flat = " ".join(entities.unescape(re.sub("<[^>]*>", " ", body)).split())
    wanted = (*IN_ALL, *(IN_REGISTER if name != "html" else ()))
    assert [part for part in wanted if part not in flat] == []
    assert ("how it is read" in flat) == (name.startswith("html"))


def test_text_has_short_forms_of_what_became_of_counts_and_of_bars():
    said = text.written(page(), 100)
    assert "      consulted → led; higher\n" in said
    assert "      same (as before)\n" in said
    assert "  3 of 7  Paid\n" in said
    assert "  Told: 4 met, 5 not met\n" in said
    assert "  2025-02-02  ––––––  Not judged\n" in said
    assert "  ● bad: it is bad\n" in said
    assert "  ? Is it asked?\n" in said


def test_a_table_is_told_by_its_bars_only_where_no_table_stands_beside_them():
    said = markdown.written(page())
    assert "| 2025-01-01 | Promises |" in said
    assert "█" not in said


def test_in_pieces_a_page_is_the_same_as_whole():
    assert "".join(text.pieces(page(), 60)) == text.written(page(), 60)
    assert " ".join("".join(markdown.pieces(page())).split()) == " ".join(markdown.written(page()).split())
