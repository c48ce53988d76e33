"""Markdown, text, HTML and DOCX come to the same sentences, each at its line; hostile files come to a clear message."""

from __future__ import annotations

import struct
import time
import tracemalloc

import pytest
from advert.documents import docx, paragraph
from hypothesis import given
from hypothesis import strategies as st
from support import rows

from involve_audit.documents.blocks import MAX_TEXT, Link, NotReadable
from involve_audit.documents.reading import MAX_BYTES, read_text


def told(text: str | bytes, name: str = "advert.md") -> list[tuple[int, str]]:
    advert = read_text(text.encode() if isinstance(text, str) else text, name)
    return [(s.line, s.text) for s in advert.sentences]


def quoted(text: str, name: str = "advert.md") -> list[str]:
    return [s.text[a:b] for s in read_text(text.encode(), name).sentences for a, b in s.quoted]


# --- Markdown ---------------------------------------------------------------------------------------------


def test_markdown_becomes_sentences_with_the_lines_where_they_begin():
    text = "---\ntitle: x\n---\n# Join *us*\n\nWe want your\nviews. Tell us\nmore!\n\n- One [link](https://a.example) here\n- Two\n"
    assert told(text) == [
        (4, "Join us"),
        (6, "We want your views."),
        (7, "Tell us more!"),
        (10, "One link here"),
        (11, "Two"),
    ]


def test_an_underlined_line_is_a_heading():
    (heading, *_) = read_text(b"What cannot change\n------\n\nThe drug.", "a.md").sentences
    assert heading.heading
    assert heading.text == "What cannot change"


def test_code_comments_images_and_struck_words_are_not_read():
    text = "```\nShape our research\n```\n<!-- hidden\nthing -->\nSee ![a picture](x.png) ~~old~~ **new** `code`.\n"
    assert told(text) == [(6, "See new “code”.")]


def test_marks_inside_a_phrase_do_not_hide_it():
    assert told("**Shape** _our_ [research](x)!") == [(1, "Shape our research!")]


def test_table_cells_are_read_one_by_one():
    assert told("| Pay | Time |\n|---|---|\n| £20 | 2 hours |\n") == [
        (1, "Pay"),
        (1, "Time"),
        (3, "£20"),
        (3, "2 hours"),
    ]


def test_of_two_cells_the_first_may_name_the_second():
    """`Travel | paid back` says what happens with costs; the heads of the columns name nothing."""
    rows = "| What | Details |\n|---|---|\n| Travel | paid back |\n| Who leads? | the team |\n"
    assert told(rows) == [(1, "What"), (1, "Details"), (3, "Travel: paid back"), (4, "Who leads?"), (4, "the team")]


def test_a_block_quotation_is_a_quotation_unless_all_of_it_is_one():
    assert quoted("Hello there.\n\n> Shape our research.\n") == ["Shape our research."]
    assert quoted("> Shape our research.\n>\n> Ring us.\n") == []


def test_links_are_kept_for_the_contact():
    links = read_text(b"[Write to us](mailto:a@b.example) or <c@d.example>.\n\n[x]: tel:0123", "a.md").links
    assert links == (Link("mailto:a@b.example", "Write to us"), Link("c@d.example"), Link("tel:0123"))


def test_a_hard_break_ends_a_line():
    assert told("Pay: none  \nTime: two hours") == [(1, "Pay: none"), (2, "Time: two hours")]


def test_abbreviations_and_initials_do_not_end_a_sentence():
    text = "Write to Dr. Smith or A. Example, e.g. Monday. Then come. It is at No. 5."
    assert [s for _, s in told(text)] == [
        "Write to Dr. Smith or A. Example, e.g. Monday.",
        "Then come.",
        "It is at No. 5.",
    ]


# --- quotation marks ----------------------------------------------------------------------------------------


@rows(
    "text, parts",
    [
        ("She said “yes. And no.” Then left.", ["“yes.", "And no.”"]),
        ('He said "yes" and "no".', ['"yes"', '"no"']),
        ("They call it 'a say' here.", ["'a say'"]),
        ("They say ‘don’t ask’ here.", ["‘don’t ask’"]),
        ("The carers' views and the patients' views.", []),
        ("It's ours, isn't it?", []),
        ('A 5" screen and a 7" screen.', []),
        ("An open “mark that never ends.", []),
    ],
)
def test_quotation_marks_of_all_kinds_and_apostrophes_that_are_none(text, parts):
    assert quoted(text) == parts


# --- text -------------------------------------------------------------------------------------------------


def test_plain_text_keeps_marks_and_joins_wrapped_lines():
    text = "COME AND JOIN\n\nWe would like you to come to the library and to tell us what\nyou think of *it*.\nWhen: Monday\nWhere: library\n"
    assert told(text, "a.txt") == [
        (1, "COME AND JOIN"), (3, "We would like you to come to the library and to tell us what you think of *it*."), (5, "When: Monday"), (6, "Where: library"),
    ]  # fmt: skip


@rows(
    "data",
    ["Über uns.\r\nKomm!".encode("utf-16"), b"\xef\xbb\xbf\xc3\x9cber uns.\r\nKomm!", "Über uns.\rKomm!".encode()],
)
def test_encodings_and_line_ends(data):
    assert [s for _, s in told(data, "a.txt")] == ["Über uns.", "Komm!"]


def test_a_line_that_is_no_utf_8_is_named():
    with pytest.raises(NotReadable, match="line 3 is not text in UTF-8"):
        read_text(b"One.\nTwo.\n\xa320 an hour\n", "a.txt")


# --- HTML -------------------------------------------------------------------------------------------------

PAGE = """<!DOCTYPE html>
<html><head><title>Shape our research</title><style>p {}</style>
<body><!-- We want your views -->
<script>var x = "Your decision";</script>
<h1>Join&nbsp;us</h1>
<p>We want <b>your</b>
 views.<br>Ring us.</p>
<ul><li>One<li>Two</ul>
<blockquote><p>An equal partner</p></blockquote>
<p hidden>Hidden words</p><p aria-hidden="true">Unseen words</p>
<p>He said <q>yes</q>. <a href="tel:0123">Call</a> 5 < 7</p>
"""


def test_a_page_becomes_what_a_reader_sees():
    assert told(PAGE, "a.html") == [
        (5, "Join us"), (6, "We want your views."), (7, "Ring us."), (8, "One"), (8, "Two"), (9, "An equal partner"),
        (11, "He said “yes”."), (11, "Call 5 < 7"),
    ]  # fmt: skip
    assert quoted(PAGE, "a.html") == ["An equal partner", "“yes”"]
    assert read_text(PAGE.encode(), "a.html").links == (Link("tel:0123", "Call"),)


# --- DOCX -------------------------------------------------------------------------------------------------


def test_a_docx_becomes_paragraphs():
    body = (
        paragraph("Join us", "Heading1") + "<w:p/>" + "<w:p><w:r><w:t>We want </w:t></w:r><w:r><w:t>your</w:t><w:br/><w:t>views.</w:t></w:r></w:p>"
        + paragraph("An equal partner", "IntenseQuote")
        + "<w:tbl><w:tr><w:tc>" + paragraph("£20") + "</w:tc></w:tr></w:tbl>"
        + "<w:p><w:del><w:r><w:t>gone</w:t><w:delText>gone</w:delText></w:r></w:del><w:ins><w:r><w:t>Come.</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r><w:r><w:t> Now.</w:t></w:r></w:p>"
    )  # fmt: skip
    advert = read_text(docx(body), "a.docx")
    assert [(s.line, s.text) for s in advert.sentences] == [
        (1, "Join us"), (2, "We want your views."), (3, "An equal partner"), (4, "£20"), (5, "Come."), (5, "Now."),
    ]  # fmt: skip
    assert advert.unit == "paragraph"
    assert advert.sentences[0].heading
    assert advert.sentences[2].quoted


def test_text_boxes_are_read_once():
    box = f"<mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('Boxed.')}</w:txbxContent></mc:Choice><mc:Fallback>{paragraph('Boxed.')}</mc:Fallback></mc:AlternateContent>"
    assert [s for _, s in told(docx(f"<w:p><w:r>{box}</w:r><w:r><w:t>Around.</w:t></w:r></w:p>"), "a.docx")] == [
        "Boxed.",
        "Around.",
    ]


def test_the_same_words_come_out_of_all_four_kinds():
    sentences = ["We want your views.", "You will be paid."]
    every = {
        "a.md": "\n\n".join(sentences).encode(),
        "a.txt": "\n\n".join(sentences).encode(),
        "a.html": "".join(f"<p>{s}</p>" for s in sentences).encode(),
        "a.docx": docx("".join(paragraph(s) for s in sentences)),
    }
    assert {name: [t for _, t in told(data, name)] for name, data in every.items()} == dict.fromkeys(every, sentences)


@pytest.mark.parametrize("name", ["<standard input>", "advert"])
def test_without_an_ending_the_beginning_tells_the_kind(name):
    assert read_text(docx(paragraph("Join us.")), name).kind == "docx"
    assert read_text(b"\n<!doctype html><p>Join us.", name).kind == "html"
    assert read_text(b"# Join us", name).kind == "markdown"


# --- what cannot be read, or means harm -------------------------------------------------------------------


def refused(data: bytes, name: str = "a.docx") -> str:
    start = time.perf_counter()
    with pytest.raises(NotReadable) as told_:
        read_text(data, name)
    assert time.perf_counter() - start < 20
    return str(told_.value)


def test_a_docx_that_unpacks_to_far_too_much_is_refused_and_is_not_unpacked():
    data = docx(b"<w:document>" + b" " * 120_000_000)
    assert len(data) < 200_000
    tracemalloc.start()
    try:
        assert "unpacks to far more" in refused(data)
        assert tracemalloc.get_traced_memory()[1] < 80_000_000
    finally:
        tracemalloc.stop()


def test_a_docx_that_lies_about_its_size_is_refused():
    data = docx(b" " * 30_000_000)
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    lying = data[: at + 24] + struct.pack("<I", 100) + data[at + 28 :]
    assert refused(lying)


@rows(
    "head",
    [
        '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE x SYSTEM "http://127.0.0.1/x.dtd">',
    ],
)
def test_a_docx_with_entities_is_refused_and_nothing_is_opened(head):
    said = refused(docx(paragraph("&a;" if "ENTITY" in head else "x"), head=head))
    assert "document type" in said
    assert "root:" not in said


def test_a_docx_that_is_nested_too_deeply_is_refused():
    assert "nested deeper" in refused(docx("<w:p>" * 100_000))


def test_a_docx_with_too_many_parts_is_refused():
    assert "parts" in refused(docx(paragraph("x"), more={f"x{n}": b"" for n in range(5_100)}))


def test_damaged_and_other_files_get_a_message_that_helps():
    good = docx(paragraph("Join us."))
    assert "damaged" in refused(good[: len(good) // 2])
    assert "damaged" in refused(docx(b"<w:document><w:p>"))
    assert "damaged" in refused(b"PK\x03\x04 nothing")
    assert "no Word document" in refused(docx(b"x", name="xl/workbook.xml"))
    at = good.index(b"PK\x01\x02", good.index(b"PK\x01\x02") + 4)
    assert "password" in refused(good[: at + 8] + b"\x01" + good[at + 9 :])
    assert "PDF" in refused(b"%PDF-1.7", "a.pdf")
    assert "PDF" in refused(b"%PDF-1.7", "a.txt")
    assert "old Word" in refused(b"x", "a.doc")
    assert "OpenDocument" in refused(b"x", "a.odt")
    assert ".docx" in refused(good, "a.txt")
    assert "not a text" in refused(b"a\0b", "a.txt")
    assert "no words" in refused(b"\n---\n", "a.md")
    assert "no words" in refused(docx("<w:p/>"))
    assert "bytes" in refused(b"x" * (MAX_BYTES + 1), "a.txt")
    assert "characters" in refused(b"word " * MAX_TEXT, "a.txt")
    assert "characters" in refused(docx(paragraph("word " * MAX_TEXT)))


@rows(
    "unit",
    [
        "[",
        "[](",
        "<a ",
        "<!--",
        "<![a[",
        "</",
        "<?",
        "&#",
        "“a ",
        " 'a",
        "`a",
        "<a@",
        "_a",
        ">",
        "a@",
        "0 ",
        "<q>",
        "<i b='",
    ],
)
@rows("name", ["a.md", "a.html"])
def test_text_made_to_keep_a_reader_busy_does_not(unit, name):
    data = (unit * (MAX_TEXT // len(unit)))[: MAX_TEXT - 1].encode()
    start = time.perf_counter()
    try:
        read_text(data, name)
    except NotReadable as error:
        assert str(error)  # noqa: PT017 (both ways of ending are right; neither may take long)
    assert time.perf_counter() - start < 20


@given(st.binary(max_size=300), st.sampled_from(["a.md", "a.txt", "a.html", "a.docx", "-"]))
def test_any_bytes_are_read_or_refused_in_words(data, name):
    try:
        assert read_text(data, name).sentences
    except NotReadable as error:
        assert len(str(error)) > 10  # noqa: PT017


@given(st.text(max_size=300), st.sampled_from(["a.md", "a.txt", "a.html"]))
def test_lines_of_sentences_never_run_backwards_nor_beyond_the_text(text, name):
    try:
        advert = read_text(text.encode("utf-8", "replace"), name)
    except NotReadable:
        return
    last = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(1 <= s.line <= last for s in advert.sentences)
    assert [s.line for s in advert.sentences] == sorted(s.line for s in advert.sentences)
    for sentence in advert.sentences:
        assert all(0 <= a < b <= len(sentence.text) for a, b in sentence.quoted)


# --- what was found in invitations that were tried afterwards -------------------------------------------------


BULLETS = ["Ø", "ü", "q", "=", "~", "¨", "[ ]", "[x]", "①", "A.", "1.1", "Step 1:", "No. 1", "#1"]


@pytest.mark.parametrize("mark", BULLETS)
def test_a_mark_with_which_several_lines_begin_begins_an_item(mark):
    text = f"What you will do:\n{mark} come to one meeting\n{mark} read the leaflet\n{mark} plan the next steps\n"
    assert told(text, "a.txt")[1:] == [(2, "come to one meeting"), (3, "read the leaflet"), (4, "plan the next steps")]


@pytest.mark.parametrize("line", ["J. Smith will be there", "= is a sign", "q is a letter", "2.5 hours each month"])
def test_one_line_that_begins_so_is_a_line(line):
    assert told(f"You are asked to come, for the team and\n{line}.", "a.txt")[0][1].endswith(f"{line}.")


CELLS = "<w:tbl>" + "".join(
    f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>"
    for row in (("Travel", "paid back"), ("Pay", "£25 an hour", "monthly"), ("You will come to one meeting.", "Yes"))
) + "</w:tbl>"  # fmt: skip


def test_two_cells_of_which_the_first_names_the_second_are_one_line_in_every_kind_of_file():
    for text, name in (
        ("| Travel | paid back |\n| Pay | £25 an hour | monthly |\n", "a.md"),
        ("<table><tr><th>Travel</th><td>paid back</td></tr><tr><td>Pay</td><td>£25 an hour</td><td>monthly</td></tr></table>", "a.html"),
        ("<dl><dt>Travel</dt><dd>paid back</dd></dl><p>Pay</p><p>£25 an hour</p><p>monthly</p>", "a.html"),
        ("<table><tr><td>Travel<td>paid back<tr><td>Pay<td>£25 an hour<td>monthly</table>", "a.html"),
        ("<dl><dt>Travel<dd>paid back<dt>Pay<dd>£25 an hour<dd>monthly</dl>", "a.html"),
        ("<table><tr><td><table><tr><td>Travel</td><td>paid back</td></tr></table>Pay</td><td>£25 an hour</td><td>monthly</td></tr></table>", "a.html"),
    ):  # fmt: skip
        assert [words for _, words in told(text, name)] == ["Travel: paid back", "Pay", "£25 an hour", "monthly"]
    assert [words for _, words in told(docx(CELLS), "a.docx")] == [
        "Travel: paid back",
        "Pay",
        "£25 an hour",
        "monthly",
        "You will come to one meeting.",
        "Yes",
    ]


def test_what_is_struck_out_or_hidden_is_not_read():
    struck = "<w:p><w:r><w:t>We pay. </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>You decide.</w:t></w:r></w:p>"
    assert told(docx(struck), "a.docx") == [(1, "We pay.")]
    assert told(docx(struck.replace("<w:strike/>", '<w:strike w:val="0"/>')), "a.docx")[1:] == [(1, "You decide.")]
    page = '<p>We pay.</p><p style="color:red; DISPLAY : none">You decide.</p><p style="display:block">Come.</p>'
    assert [words for _, words in told(page, "a.html")] == ["We pay.", "Come."]


MAIL = """From: Ana <ana@example.org>
Subject: =?UTF-8?Q?Join_our_panel_=E2=80=93_help_us?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="m"

--m
Content-Type: {kind}; charset="{encoding}"
Content-Transfer-Encoding: quoted-printable

{text}
--m
Content-Type: application/pdf
Content-Disposition: attachment; filename="leaflet.pdf"

%PDF
--m--
"""


def test_of_a_saved_mail_the_text_is_read_as_what_it_is():
    for kind, text in (
        ("text/plain", "You will be paid =C2=A325 a=\nn hour."),
        ("text/html", "<p>You will be paid =C2=A325 an hour.</p>"),
    ):
        mail = MAIL.format(kind=kind, text=text, encoding="utf-8").encode()
        assert [words for _, words in told(mail, "a.eml")] == [
            "Join our panel – help us",
            "You will be paid £25 an hour.",
        ]
        assert read_text(mail, "a.eml").not_looked_at == ("attachments",)
    for broken in (b"", b"Subject: x\n\n", MAIL.format(kind="text/plain", text="x", encoding="none").encode()):
        with pytest.raises(NotReadable):
            read_text(broken, "a.eml")
