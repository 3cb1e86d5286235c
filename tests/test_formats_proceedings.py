"""Proceedings in XML: TEI and Akoma Ntoso say who speaks, and what is read of them goes by that, not by how lines look."""

from __future__ import annotations

from pathlib import Path

import pytest

from invented_formats import places_of, read_file, turns_of
from onrecord import Archive
from onrecord.errors import NotTaken

HEADER = """<teiHeader><fileDesc><titleStmt><title type="main">Sitting of the Assembly of Harland</title></titleStmt></fileDesc>
<profileDesc><settingDesc><setting><settlement>Tern</settlement><date when="2031-05-04">4 May 2031</date></setting></settingDesc>
<particDesc><listPerson><person xml:id="verne"><persName><surname>Verne</surname><forename>Ada</forename></persName></person>
<person xml:id="moss"><persName>Ben Moss</persName></person></listPerson></particDesc></profileDesc></teiHeader>"""


def tei(body: str, header: str = HEADER) -> bytes:
    """A text in TEI around what stands in its body."""
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en" xml:id="sitting">{header}<text><body><div>{body}</div></body></text></TEI>""".encode()


def akoma(body: str, preface: str = "", meta: str = "") -> bytes:
    """A debate in Akoma Ntoso around what stands in its body."""
    return f"""<?xml version="1.0"?>
<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><debate name="debate"><meta>{meta}</meta>
<preface>{preface}</preface><debateBody><debateSection name="oral">{body}</debateSection></debateBody></debate></akomaNtoso>""".encode()


def test_speeches_of_tei_are_turns_with_the_labels_printed_before_them(tmp_path: Path) -> None:
    """Paragraphs of one speech stay together; title, day and place are those of the header."""
    content = tei(
        """<head>HARBOUR DUES</head>
        <note type="speaker">MINISTER VERNE:</note>
        <u who="#verne"><seg xml:id="s1">The dues fall in June.</seg><seg xml:id="s2">Note: they fall for all.</seg></u>
        <note type="speaker">MR MOSS:</note>
        <u who="#moss"><seg xml:id="s3">I thank the Minister.</seg></u>"""
    )
    (reading,), issues = read_file(tmp_path, "sitting.xml", content)
    (statement,) = reading.statements
    assert (issues, reading.capture.media_type) == ([], "application/tei+xml")
    assert (statement.title, statement.given_on, statement.place) == (
        "Sitting of the Assembly of Harland", "2031-05-04", "Tern",
    )  # fmt: skip
    assert turns_of(reading) == [
        ("MINISTER VERNE", "Ada Verne", "The dues fall in June. Note: they fall for all."),
        ("MR MOSS", "Ben Moss", "I thank the Minister."),
    ]
    assert ("#s3", "I thank the Minister.") in places_of(reading)


def test_whoever_is_told_by_an_id_is_called_by_the_name_behind_it(tmp_path: Path) -> None:
    """No label is printed then, and the turn has none; an id that leads nowhere is all that is known of a speaker."""
    content = tei(
        """<u who="#verne"><seg>The dues fall in June.</seg></u><u who="#ElseWhere"><seg>And in July?</seg></u>
        <u><seg>Order.</seg></u>"""
    )
    (reading,), _ = read_file(tmp_path, "sitting.xml", content)
    assert turns_of(reading) == [
        (None, "Ada Verne", "The dues fall in June."),
        (None, "ElseWhere", "And in July?"),
        (None, None, "Order."),
    ]


def test_an_id_without_a_name_is_whom_a_label_elsewhere_calls(tmp_path: Path) -> None:
    """Some corpora cut a speech into several, and print the label once."""
    content = tei(
        """<note type="speaker">MINISTER CORA LAND:</note><u who="#cl"><seg>The dues fall.</seg></u>
        <u who="#cl"><seg>They fall in June.</seg></u>"""
    )
    (reading,), _ = read_file(tmp_path, "sitting.xml", content)
    assert [turn.speaker for turn in reading.statements[0].turns] == ["Cora Land", "Cora Land"]
    assert [turn.label for turn in reading.statements[0].turns] == ["MINISTER CORA LAND", None]


def test_what_the_record_tells_is_nobodys_words(tmp_path: Path) -> None:
    """Notes between speeches stand in none; inside one they are directions, in brackets where words stand on both sides."""
    content = tei(
        """<note type="speaker">MINISTER VERNE:</note>
        <u who="#verne"><seg>The dues fall <kinesic type="applause"><desc>Applause</desc></kinesic> in June.</seg>
        <note>Bell rings</note><seg>And they stay low.</seg></u>
        <note>The Minister leaves the hall.</note><head>FERRIES</head>
        <note type="speaker">MR MOSS:</note><u who="#moss"><seg>I have <gap reason="inaudible"/> to ask.</seg></u>
        <note type="time">The sitting ended at six.</note>"""
    )
    (reading,), _ = read_file(tmp_path, "sitting.xml", content)
    first, second = reading.statements[0].turns
    assert first.text == "The dues fall (Applause) in June.\n\nBell rings\n\nAnd they stay low."
    assert [aside.text for aside in first.directions] == ["(Applause)", "Bell rings"]
    assert (second.text, [aside.text for aside in second.directions]) == (
        "I have [inaudible] to ask.", ["[inaudible]"],
    )  # fmt: skip


def test_the_role_that_is_told_is_believed(tmp_path: Path) -> None:
    """By the customs of ParlaMint in TEI; by the names of elements in Akoma Ntoso."""
    chaired = tei('<u who="#verne" ana="#chair"><seg>Who asks?</seg></u><u who="#moss"><seg>I do.</seg></u>')
    (reading,), _ = read_file(tmp_path, "sitting.xml", chaired)
    assert reading.statements[0].turns[0].role == "chair"
    asked = akoma(
        """<question by="#m"><from>Ben Moss</from><p>When do the dues fall.</p></question>
        <answer by="#v"><from>Ada Verne</from><p>Shall I say June?</p></answer>""",
        "<p><docTitle>Oral questions</docTitle></p>",
    )
    (reading,), _ = read_file(tmp_path, "asked.xml", asked)
    assert [turn.role for turn in reading.statements[0].turns] == ["questioner", "official"]


def test_a_debate_in_akoma_ntoso(tmp_path: Path) -> None:
    """The title is the one that the preface marks, the day the one that it prints."""
    content = akoma(
        """<heading>HARBOUR DUES</heading>
        <speech by="#verne"><from>The Minister of Ports (Ada Verne):</from><p>The dues fall in June.</p>
        <p>They <remark>[laughter]</remark> fall for all.</p></speech>
        <narrative>The House divided.</narrative>
        <speech by="#moss"><p>I thank the Minister.</p></speech>""",
        """<p><docTitle>Debate on the Harbours Bill</docTitle></p><p>Sunday, <docDate date="2031-05-04">4 May 2031</docDate></p>""",
        '<references source="#x"><TLCPerson eId="moss" href="/moss" showAs="Ben Moss"/></references>',
    )
    (reading,), issues = read_file(tmp_path, "debate.xml", content)
    (statement,) = reading.statements
    assert (issues, statement.title, statement.given_on) == ([], "Debate on the Harbours Bill", "2031-05-04")
    assert turns_of(reading) == [
        (
            "The Minister of Ports (Ada Verne)",
            "Ada Verne",
            "The dues fall in June. They [laughter] fall for all.",
        ),
        (None, "Ben Moss", "I thank the Minister."),
    ]
    assert [aside.text for aside in statement.turns[0].directions] == ["[laughter]"]


def test_lines_that_look_like_labels_are_words_where_the_format_says_so(tmp_path: Path) -> None:
    """In a page they would be turns, topics, marks of the record; here they stand inside one speech."""
    said = [
        "QUESTION: so she asked me.",
        "HARBOUR DUES",
        "The sitting was suspended at 10.15 and resumed at 10.30.",
        "Tern, 3 April 2030",
    ]
    content = tei(f'<u who="#verne">{"".join(f"<seg>{line}</seg>" for line in said)}</u>')
    (reading,), _ = read_file(tmp_path, "sitting.xml", content)
    assert turns_of(reading) == [(None, "Ada Verne", " ".join(said))]


def test_words_as_tokens_have_the_spaces_that_are_told(tmp_path: Path) -> None:
    """By `c` in one custom, by `join` in another: the line ends between the elements are none of them."""
    by_c = "<s><w>Order</w>\n<pc>,</pc>\n<c> </c>\n<w>order</w>\n<pc>!</pc></s>"
    by_join = '<s><w join="right">Order</w>\n<pc>,</pc>\n<w join="right">order</w>\n<pc>!</pc></s>'
    for spoken in (by_c.replace("<s>", "<s><c> </c>"), by_join):
        (reading,), _ = read_file(tmp_path, "a.xml", tei(f'<u who="#verne"><seg>{spoken}</seg></u>'))
        assert turns_of(reading) == [(None, "Ada Verne", "Order, order!")]


def test_a_correction_of_the_edition_gives_both_readings(tmp_path: Path) -> None:
    """What was said first is struck and what the editors put in its place inserted; of two spellings the first is read."""
    content = tei(
        """<u who="#verne"><seg>The dues fall in <choice><sic>Juny</sic><corr>June</corr></choice>, as I
        <choice><orig>sayde</orig><reg>said</reg></choice>.</seg></u>"""
    )
    (reading,), _ = read_file(tmp_path, "sitting.xml", content)
    (turn,) = reading.statements[0].turns
    assert turn.text == "The dues fall in Juny June, as I sayde."
    assert [aside.text for aside in turn.editorial] == ["June"]


def test_a_text_without_speeches_is_read_as_any_page(tmp_path: Path) -> None:
    """Then labels are learnt from its lines."""
    content = tei("<p>QUESTION: Is the harbour open?</p><p>MINISTER VERNE: It is open, and stays open.</p>")
    (reading,), _ = read_file(tmp_path, "talk.xml", content)
    assert [label for label, *_ in turns_of(reading)] == ["QUESTION", "MINISTER VERNE"]


def test_each_text_of_a_corpus_is_a_page_of_its_own(tmp_path: Path) -> None:
    """The corpus is the list of them; the bytes of each are found in the file, under whatever charset."""
    texts = "".join(
        f"""<TEI><teiHeader><fileDesc><titleStmt><title>Sitting {n} of the Chambre de Tern, séance</title></titleStmt>
        <sourceDesc><bibl><idno type="URL">https://harland.example/{n}</idno></bibl></sourceDesc></fileDesc>
        <profileDesc><settingDesc><setting><date when="2031-05-0{n}"/></setting></settingDesc></profileDesc></teiHeader>
        <text><body><u who="#v"><seg>Séance {n} is open.</seg></u></body></text></TEI>"""
        for n in (1, 2)
    )
    corpus = f"""<?xml version="1.0" encoding="ISO-8859-1"?><teiCorpus xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>
        <fileDesc><titleStmt><title>All sittings</title></titleStmt></fileDesc></teiHeader>{texts}</teiCorpus>"""
    content = corpus.encode("latin-1")
    (whole, *readings), issues = read_file(tmp_path, "all.xml", content)
    assert (issues, whole.page.kind, len(whole.notices)) == ([], "listing", 2)
    assert [one.capture.url for one in readings] == ["https://harland.example/1", "https://harland.example/2"]
    assert [turns_of(one) for one in readings] == [[(None, "v", f"Séance {n} is open.")] for n in (1, 2)]
    for one in readings:
        place = one.capture.locator
        cut = content[place.offset : place.offset + place.length]
        assert (cut[:5], cut[-6:]) == (b"<TEI>", b"</TEI>")


def test_what_is_exported_is_read_again(tmp_path: Path) -> None:
    """Export and import: labels, speakers, roles, words and what is marked in them are as they were."""
    page = tmp_path / "page.txt"
    page.write_text(
        "Interview of Minister of Ports Ada Verne with River Wire, Tern, 4 May 2031\n\n"
        "Question: When do the dues fall?\n\nAda Verne: In June. (Laughter.)\n\nNot before.\n\n"
        "Question: For all?\n\nAda Verne: For all [ships].\n",
        "utf-8",
    )
    with Archive.create(tmp_path / "archive") as archive:
        archive.add(page, url="https://harland.example/1", captured_at="2031-05-05T10:00:00Z")
        (before,) = (archive.show(each.id).statement for each in archive.list())
        exported = "".join(archive.export("tei")).encode()
    (_, reading), _ = read_file(tmp_path, "export.xml", exported)
    (statement,) = reading.statements
    assert (statement.title, statement.given_on, reading.capture.url) == (
        before.title, before.given_on, "https://harland.example/1",
    )  # fmt: skip
    for turn, other in zip(before.turns, statement.turns, strict=True):
        assert (turn.label, turn.speaker, turn.role, turn.text) == (
            other.label, other.speaker, other.role, other.text,
        )  # fmt: skip
        assert (turn.directions, turn.editorial) == (other.directions, other.editorial)
    assert statement.speakers == before.speakers


@pytest.mark.parametrize("cut", [0.55, 0.75, 0.95])
def test_a_damaged_text_is_read_up_to_the_fault(tmp_path: Path, cut: float) -> None:
    """And it is said where it is damaged; what came before the fault is not lost."""
    speech = '<note type="speaker">MR MOSS:</note><u who="#moss"><seg>One more thing.</seg></u>'
    content = tei(speech * 40)
    (reading,), _ = read_file(tmp_path, "cut.xml", content[: int(cut * len(content))])
    assert reading.issues[0].code == "proceedings_damaged"
    assert 10 < len(reading.statements[0].turns) < 41


def test_xml_that_declares_entities_is_kept_and_not_read(tmp_path: Path) -> None:
    """It could reach for other files, or grow without end."""
    content = tei("<u><seg>&boom;</seg></u>").replace(
        b"<TEI", b'<!DOCTYPE TEI [<!ENTITY boom "bang">]>\n<TEI', 1
    )
    (reading,), _ = read_file(tmp_path, "boom.xml", content)
    assert [issue.code for issue in reading.issues] == ["proceedings_damaged"]
    assert "declares an entity" in reading.issues[0].message


def test_other_xml_is_refused_with_what_would_be_taken(tmp_path: Path) -> None:
    """One sentence, that names the two kinds of XML that are read."""
    with pytest.raises(NotTaken, match=r"is XML; this version reads .*TEI, Akoma Ntoso"):
        read_file(tmp_path, "other.xml", b"<?xml version='1.0'?><minutes><p>Hello</p></minutes>")


def test_a_page_cannot_claim_what_only_a_format_tells(tmp_path: Path) -> None:
    """Marks of ours in a page of HTML are classes like any other."""
    page = """<html><head><title>Speech by Minister Ada Verne</title></head><body><main><h1>Speech by Minister Ada Verne</h1>
    <div class="onrecord-words"><div class="onrecord-role:chair"><div class="onrecord-who"><p>Ben Moss</p></div></div>
    <p>The dues fall in June, and they stay low for all who come.</p></div></main></body></html>"""
    (reading,), _ = read_file(tmp_path, "page.html", page.encode())
    assert all(turn.speaker != "Ben Moss" for turn in reading.statements[0].turns)
