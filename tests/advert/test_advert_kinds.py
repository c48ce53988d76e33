"""Lists as they are pasted, what a Word file keeps outside its text, texts in other languages, and pipelines."""

from __future__ import annotations

import json

import pytest
from advert.documents import docx, paragraph
from support import rows

from involve_audit.advert.review import review
from involve_audit.documents.blocks import Link
from involve_audit.documents.in_english import NotEnglish, only_english
from involve_audit.documents.reading import read_text

# --- lists ------------------------------------------------------------------------------------------------------------

MARKS = ["·", "●", "•", "o", "\uf0b7", "\uf0a7", "‣", "✓", "✔", "➢", "►", "▪", "■", "–", "—", "⁃", "-", "*", "+", "◦", "→", "✅", "👉", "☐", "1.", "1)", "(1)", "a)", "(a)", "a.", "i.", "ii)", "(iv)", "-\t", "•\t", "§", "»"]  # fmt: skip
POINTS = [
    "come to one short meeting each month with the team",
    "read a leaflet and tell us which words are hard to read",
    "talk with others in the room about what matters to you",
    "help us to plan the next steps of the study",
]


def told(data: bytes, name: str) -> list[tuple[int, str]]:
    return [(s.line, s.text) for s in read_text(data, name).sentences]


@rows("name", ["a.txt", "a.md"])
@rows("mark", MARKS)
def test_each_point_of_a_pasted_list_stands_at_its_line(mark, name):
    lines = ["What you will do:", *(f"{mark} {point}" for point in POINTS)]
    assert told("\n".join(lines).encode(), name) == [(1, lines[0]), *((n + 2, point) for n, point in enumerate(POINTS))]
    found = review(read_text("\n".join(lines).encode(), name)).findings
    assert not [f for f in found if f.rule == "sentence-long"]
    assert ("promise-influence", 5) in [(f.rule, f.line) for f in found]


@rows("mark", ["•", "●", "·", "\uf0b7", "✓", "▪"])
def test_points_that_were_pasted_into_one_line_are_cut(mark):
    text = f"We ask you to: {f' {mark} '.join(['', *POINTS])}"
    assert [s for _, s in told(text.encode(), "a.txt")] == ["We ask you to:", *POINTS]
    html = f"<p>We ask you to:</p><p>{mark} {POINTS[0]}<br>{mark} {POINTS[1]}</p>"
    assert [s for _, s in told(html.encode(), "a.html")] == ["We ask you to:", *POINTS[:2]]
    word = f"<w:p><w:r><w:t>We ask you to:</w:t><w:br/><w:t>{mark}</w:t><w:tab/><w:t>{POINTS[0]}</w:t><w:br/><w:t>{mark} {POINTS[1]}</w:t></w:r></w:p>"
    assert [s for _, s in told(docx(word), "a.docx")] == ["We ask you to:", *POINTS[:2]]


@rows(
    "text",
    [
        "We meet on Monday - and on Friday.",
        "A cup of tea – or two – is on us.",
        "It is 5 · 3 metres.".replace(" · ", "·"),
        "Write to A. Example.",
        "Come at 5. We wait.",
        "One (a) or two.",
        "Vitamin e. g.",
    ],
)
def test_what_only_looks_like_a_mark_cuts_nothing(text):
    assert len({s.block for s in read_text(text.encode(), "a.txt").sentences}) == 1


def test_a_wrapped_point_is_one():
    assert told("● come to a meeting\n  each month\n● talk".encode(), "a.txt") == [
        (1, "come to a meeting each month"),
        (3, "talk"),
    ]


# --- Word -------------------------------------------------------------------------------------------------------------

R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def relations(**targets: str) -> bytes:
    return (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        + "".join(f'<Relationship Id="{name}" Type="{R}/hyperlink" Target="{target}" TargetMode="External"/>' for name, target in targets.items())
        + "</Relationships>"
    ).encode()  # fmt: skip


def beside(kind: str, text: str) -> bytes:
    return f'<w:{kind} xmlns:w="{W}">{paragraph(text)}</w:{kind}>'.encode()


def linked(words: str) -> str:
    return f'<w:p><w:hyperlink xmlns:r="{R}" r:id="rId1"><w:r><w:t>{words}</w:t></w:r></w:hyperlink></w:p>'


def said(data: bytes) -> set[str]:
    return set(review(read_text(data, "a.docx")).said)


def test_the_target_of_a_link_is_read():
    data = docx(linked("Send us a note"), more={"word/_rels/document.xml.rels": relations(rId1="mailto:a@example.org")})
    assert read_text(data, "a.docx").links == (Link("mailto:a@example.org", "Send us a note"),)
    assert "contact" in said(data)


def test_a_link_that_word_keeps_as_a_field_is_read():
    field = (
        '<w:p><w:r><w:instrText> HYPERLINK "tel:01234567890" </w:instrText></w:r><w:r><w:t>Ring us</w:t></w:r></w:p>'
    )
    assert "contact" in said(docx(field))
    simple = '<w:p><w:fldSimple w:instr="HYPERLINK &quot;mailto:a@example.org&quot;"><w:r><w:t>us</w:t></w:r></w:fldSimple></w:p>'
    assert "contact" in said(docx(simple))


@rows(
    "target",
    [
        "https://example.org/privacy",
        "https://example.org/cookies",
        "mailto:dpo@example.org",
        "https://example.org/asthma",
    ],
)
def test_a_link_to_something_else_is_no_contact(target):
    assert "contact" not in said(
        docx(linked("Our notice"), more={"word/_rels/document.xml.rels": relations(rId1=target)})
    )


@rows("part", ["header1", "header2", "footer1", "footer3", "footnotes", "endnotes"])
def test_headers_footers_and_notes_are_read_after_the_text(part):
    kind = {"header": "hdr", "footer": "ftr"}.get(part[:6], part)
    data = docx(paragraph("Join us."), more={f"word/{part}.xml": beside(kind, "Ring 01234 567890")})
    advert = read_text(data, "a.docx")
    assert [(s.line, s.text) for s in advert.sentences] == [(1, "Join us."), (2, "Ring 01234 567890")]
    assert advert.aside == 2
    assert "contact" in said(data)


def test_a_link_in_a_footer_has_relations_of_its_own():
    footer = f'<w:ftr xmlns:w="{W}">{linked("Write to us")}</w:ftr>'.encode()
    more = {"word/footer1.xml": footer, "word/_rels/footer1.xml.rels": relations(rId1="mailto:a@example.org")}
    assert "contact" in said(docx(paragraph("Join us."), more=more))


def test_the_same_header_twice_is_read_once_and_a_damaged_one_is_named():
    more = {
        "word/header1.xml": beside("hdr", "Our panel"),
        "word/header2.xml": beside("hdr", "Our panel"),
        "word/footer1.xml": b"<w:ftr",
    }
    advert = read_text(docx(paragraph("Join us."), more=more), "a.docx")
    assert [s.text for s in advert.sentences] == ["Join us.", "Our panel"]
    assert advert.not_looked_at == ("a header, footer or note that is damaged",)


def test_what_a_word_file_holds_besides_is_said(run, tmp_path):
    more = {"word/comments.xml": b"<x/>", "word/media/image1.png": b"x", "word/charts/chart1.xml": b"<x/>"}
    (tmp_path / "a.docx").write_bytes(
        docx(
            paragraph("Join us.") + paragraph("Ring 01234 567890."),
            more={**more, "word/footer1.xml": beside("ftr", "Our panel")},
        )
    )
    out = " ".join(run(tmp_path / "a.docx", "--width", "400").out.split())
    assert "Not looked at: comments." in out
    assert "Not looked at: words in pictures." in out
    assert "Not looked at: charts, diagrams and embedded files." in out
    assert "Paragraphs from 3 on stand in headers, footers and notes." in out
    assert json.loads(run(tmp_path / "a.docx", "--format", "json").out)["advert"]["headers_footers_notes_from"] == 3


def test_a_part_that_unpacks_to_far_too_much_is_named_and_not_read():
    advert = read_text(docx(paragraph("Join us."), more={"word/header1.xml": b" " * 30_000_000}), "a.docx")
    assert advert.not_looked_at == ("a header, footer or note that is damaged",)


def test_pictures_of_a_page_are_named():
    assert read_text(b"<p>Join us.<img src='a.png'></p>", "a.html").not_looked_at == ("words in pictures",)
    assert read_text(b"Join us. ![poster](a.png)", "a.md").not_looked_at == ("words in pictures",)


# --- language -----------------------------------------------------------------------------------------------------------

ELSEWHERE = {
    "German": "Wir suchen Menschen, die mit Rheuma leben. Kommen Sie zu uns und sprechen Sie mit. Wir zahlen 20 Euro und die Fahrt.",
    "French": "Nous cherchons des personnes qui vivent avec le diabète. Venez nous parler de votre expérience. Les frais sont payés.",
    "Spanish": "Buscamos personas con asma para hablar de su experiencia con nosotros. Los gastos de viaje se pagan.",
    "Italian": "Cerchiamo persone che vivono con il diabete per parlare della vostra esperienza con noi.",
    "Portuguese": "Procuramos pessoas que vivem com asma para falar da sua experiência. Não é preciso saber de ciência.",
    "Dutch": "Wij zoeken mensen met reuma die met ons willen praten over hun ervaringen. Reiskosten worden betaald.",
    "Welsh": "Rydym yn chwilio am bobl sydd ag asthma. Bydd croeso i bawb yn y cyfarfod. Dewch i siarad gyda ni.",
    "Polish": "Szukamy osób, które chorują na astmę. Zapraszamy do rozmowy o tym, jak można lepiej pomóc.",
    "": "Etsimme ihmisiä joilla on astma kertomaan kokemuksistaan meille ja muille tutkijoille ensi keväänä Helsingissä yhteisessä tapaamisessa",
    "Arabic": "نبحث عن أشخاص مصابين بالربو للانضمام إلى مجموعتنا",
    "Bengali": "আমরা হাঁপানি আছে এমন মানুষ খুঁজছি",
    "Chinese": "我们正在寻找患有哮喘的人参加我们的小组。",
    "Russian": "Мы ищем людей с астмой, которые хотят поговорить с нами.",
}  # fmt: skip


@pytest.mark.parametrize("language", ELSEWHERE)
def test_a_text_in_another_language_is_not_judged_and_that_is_said_in_one_line(run, tmp_path, language):
    (tmp_path / "a.txt").write_text(ELSEWHERE[language], encoding="utf-8")
    for arguments in ([], ["--format", "json"], ["--report-only"]):
        found = run(tmp_path / "a.txt", *arguments)
        assert (found.code, found.out) == (2, "")
        assert "does not seem to be in English" in found.err
        assert found.err.count("\n") == 1


@rows("text", ["Etsimme ihmisiä, joilla on astma. Päätät yhdessä kanssamme.", "Kërkojmë njerëz me astmë. Ju vendosni bashkë me ne.", "Tunatafuta watu wenye pumu. Utaamua pamoja nasi.", "Hledáme lidi s astmatem. Budete rozhodovat s námi, jak bude studie probíhat."])  # fmt: skip
def test_more_languages_are_no_english(text):
    with pytest.raises(NotEnglish):
        only_english(read_text(text.encode(), "a.txt"))


def test_where_no_common_english_word_stands_it_is_said_that_it_may_be_none():
    for text, unsure in (
        ("Mitmachen lohnt sich!", True),
        ("Zeit: 2 Stunden\n\nGeld: 25 Euro", True),
        ("Join us!", False),
    ):
        told = only_english(read_text(text.encode(), "a.txt")).not_looked_at
        assert any(each.startswith("whether this is English") for each in told) == unsure, text


ENGLISH = [
    "Come and join!", "COFFEE MORNING", "Gout panel, Leeds, Tuesday 7pm", "Shape our research!", "Pay: £20. Time: two hours.", "Ring Ana.", "Zoom, Monday, 6pm", "Asthma research panel: Manchester Royal Infirmary, Oxford Road, Tuesday evenings, refreshments, parking, creche",
    "We work with the Société de la Santé in Paris, and with Señora de la Cruz.", "Herr Braun and Frau von der Leyen will be there to answer your questions.",
]  # fmt: skip


@rows("text", ENGLISH)
def test_short_texts_names_and_lists_of_words_count_as_english(text):
    advert = read_text(text.encode(), "a.txt")
    assert only_english(advert).sentences == advert.sentences


def test_no_labelled_invitation_counts_as_another_language():
    from advert.labelled import HALVES, invitations

    for half in HALVES:
        for says, _ in invitations(half, "names"):
            advert = read_text(says.encode(), "a.txt")
            assert only_english(advert).sentences == advert.sentences, says


def test_of_a_mixed_text_the_english_part_is_read_and_the_rest_is_named(run, tmp_path):
    welsh, english = (
        ELSEWHERE["Welsh"],
        "You will be paid for your time. We want you to help us decide what the new leaflet says about asthma.",
    )
    (tmp_path / "a.txt").write_text(f"{welsh}\n\n{english}\n", encoding="utf-8")
    out = " ".join(run(tmp_path / "a.txt", "--width", "400").out.split())
    assert "Not looked at: what does not seem to be in English (it looks like Welsh): line 1." in out
    assert "a.txt:3: note: promise-pay" in out


def test_a_few_words_of_english_in_another_language_are_not_enough():
    with pytest.raises(NotEnglish, match="German"):
        only_english(read_text(f"Have your say!\n\n{ELSEWHERE['German']}".encode(), "a.txt"))


# --- pipelines -----------------------------------------------------------------------------------------------------------

PROJECT = """format: 1
project: {title: T, phase: running, called: co-production}
rooms: {WORDSPRIVATE: {contributors: 8, power: advises}}
power: {all_rooms_told: yes, final_say: team}
honesty:
  limits:
    - {what: WORDSPRIVATE about the budget of the ward, told: 2025-01}
reward: {pay: {offered: none}}
"""


@pytest.mark.parametrize("ci", ["true", "1"])
@pytest.mark.parametrize("format_", ["text", "json"])
def test_peoples_own_words_are_left_out_where_ci_is_set(run, tmp_path, monkeypatch, ci, format_):
    monkeypatch.setenv("CI", ci)
    (tmp_path / "a.txt").write_text("You will decide about the budget of the ward. You will be paid.", encoding="utf-8")
    (tmp_path / "p.yaml").write_text(PROJECT, encoding="utf-8")
    arguments = (tmp_path / "a.txt", "--project", tmp_path / "p.yaml", "--format", format_)
    out = " ".join(run(*arguments).out.split())  # where a line is folded depends on the length of the folder's name
    assert "WORDSPRIVATE" not in out
    assert "what: …" in out
    assert "power: advises" in out
    assert "offered: none" in out
    assert "WORDSPRIVATE" in run(*arguments, "--excerpts").out
    monkeypatch.delenv("CI")
    assert "WORDSPRIVATE" in run(*arguments).out
    assert "WORDSPRIVATE" not in run(*arguments, "--no-excerpts").out


def test_a_project_file_that_is_wrong_is_not_quoted_where_ci_is_set(run, tmp_path, monkeypatch):
    monkeypatch.setenv("CI", "true")
    (tmp_path / "a.txt").write_text("You will be paid.", encoding="utf-8")
    (tmp_path / "p.yaml").write_text("format: 1\nreward: {pay: {offered: WORDSPRIVATE}}\n", encoding="utf-8")
    found = run(tmp_path / "a.txt", "--project", tmp_path / "p.yaml")
    assert (found.code, found.out) == (2, "")
    assert "p.yaml:2:" in found.err
    assert "WORDSPRIVATE" not in found.err


def test_what_an_advert_quotes_is_left_out_and_its_own_words_stay(run, tmp_path):
    (tmp_path / "a.txt").write_text("You will be paid, and “WORDSPRIVATE helped”, says one member.", encoding="utf-8")
    out = run(tmp_path / "a.txt", "--no-excerpts").out
    assert "WORDSPRIVATE" not in out
    assert "You will be paid" in out


@rows("text", ["We pay £25 an hour and travel.", "We pay £25 an hour and your fares.", "We pay £25 per hour plus travel.", "We pay £25 an hour.", "You will be paid the living wage.", "We pay you and our researchers the living wage."])  # fmt: skip
def test_pay_by_the_hour_is_pay_whatever_is_paid_with_it(text):
    assert "promise-pay" in {f.rule for f in review(read_text(text.encode(), "a.txt")).findings}


@rows("text", ["We pay our researchers the living wage.", "We are a living wage employer.", "Our staff are paid £15 an hour.", "We pay our nurses £20 an hour.", "We pay £5 an hour for parking.", "We pay £15 an hour for childcare."])  # fmt: skip
def test_what_others_are_paid_and_what_costs_by_the_hour_is_no_pay_of_those_invited(text):
    assert "promise-pay" not in {f.rule for f in review(read_text(text.encode(), "a.txt")).findings}
