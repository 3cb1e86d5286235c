"""The record as TEI P5: what is read back is what was told. All places and people are invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from msgspec.structs import replace

from onrecord import Archive
from onrecord.custody import Tombstone
from onrecord.model import Aside, Capture, Correction, Held, Part, Removal, Speaker, Statement, Turn
from onrecord.publishing import export_tei
from quoting_statements import statement_of
from search_record import InventedRecord
from tei_schema import tei_dtd

TEI = "{http://www.tei-c.org/ns/1.0}"
ID = "{http://www.w3.org/XML/1998/namespace}id"
DTD = tei_dtd()
PAGE = """\
Answers by Minister Oda Verrin to media questions, Halvane, May 3, 2030

QUESTION: Does the ferry sail & is it <late>?

ODA VERRIN: It sails. (Laughter.) On [every] Monday, too.

At noon.
"""


def document(held: Sequence[Held], tombstones: Sequence[Tombstone] = ()) -> etree._Element:
    """Return the export as a parsed document that keeps TEI's rules: its DTD, names that are one, pointers that resolve."""
    text = "".join(export_tei(([each] for each in held), tombstones))
    parsed = etree.fromstring(text.encode(), etree.XMLParser(huge_tree=True, resolve_entities=False))
    assert DTD.validate(parsed), DTD.error_log
    names = [each.get(ID) for each in parsed.iter() if each.get(ID) is not None]
    assert len(set(names)) == len(names)
    pointers = [each.get(key)[1:] for each in parsed.iter() for key in ("who", "ana", "ref") if each.get(key)]
    assert set(pointers) <= set(names)
    return parsed


def said(node: etree._Element) -> str:
    """Return the text of an element, characters that XML cannot carry with it."""
    if node.tag == f"{TEI}g":
        return chr(int(node.get("n")[2:], 16))
    return (node.text or "") + "".join(said(each) + (each.tail or "") for each in node)


def marked(node: etree._Element, kind: str) -> list[str]:
    """Return the texts of the notes of a kind within an element."""
    return [said(each) for each in node.iter(f"{TEI}note") if each.get("type") == kind]


def held_of(statement: Statement, version: int = 1, capture: Capture | None = None) -> Held:
    """Return a version of the record that shows the statement."""
    record = InventedRecord(Path())
    record.put(statement)
    held = record.held(statement.id)
    return replace(held, version=version, capture=capture or held.capture)


def test_a_page_as_tei(tmp_path: Path) -> None:
    """Labels, speakers, roles, directions apart from words, the day and the place, and the captured bytes."""
    (tmp_path / "page.txt").write_text(PAGE, encoding="utf-8")
    with Archive.create(tmp_path / "archive") as archive:
        archive.add(
            tmp_path / "page.txt",
            url="https://press.verrin.example/1?a=1&b",
            captured_at="2030-05-04T08:00:00Z",
        )
        (held,) = (archive.show(each.id) for each in archive.list())
        once, again = "".join(archive.export("tei")), "".join(archive.export("tei"))
    assert once == again
    parsed = document([held])
    question, answer = parsed.iter(f"{TEI}u")
    assert said(question) == "Does the ferry sail & is it <late>?"
    assert (question.get("who"), question.get("ana")) == (None, "#role-questioner")
    assert marked(parsed, "speaker") == ["QUESTION", "ODA VERRIN"]
    assert said(answer) == "It sails. (Laughter.) On [every] Monday, too.\n\nAt noon."
    assert [said(each) for each in answer.iter(f"{TEI}seg")] == said(answer).split("\n\n")
    assert (marked(answer, "direction"), marked(answer, "editorial")) == (["(Laughter.)"], ["[every]"])
    (person,) = parsed.iter(f"{TEI}person")
    assert answer.get("who") == f"#{person.get(ID)}"
    assert [said(each) for each in person] == ["Oda Verrin", "Minister"]
    (bibl,) = parsed.iter(f"{TEI}bibl")
    told = {each.get("type"): (said(each), each.get("when")) for each in bibl}
    assert told["URL"] == ("https://press.verrin.example/1?a=1&b", None)
    assert told["captured"] == ("2030-05-04T08:00:00Z", "2030-05-04T08:00:00Z")
    assert told["digest"] == (held.capture.digest, None)
    (setting,) = parsed.iter(f"{TEI}setting")
    assert [said(each) for each in setting] == ["Halvane", "2030-05-03"]


def test_no_more_words_than_may_be_published(tmp_path: Path) -> None:
    """Of a source that is shown as an excerpt its first words, of one shown by what is known of it none."""
    (tmp_path / "page.txt").write_text(PAGE.replace("At noon.", "At noon it sails from the bay. " * 40))
    texts = {}
    with Archive.create(tmp_path / "a") as archive:
        archive.add(tmp_path / "page.txt", url="https://press.verrin.example/1")
        for level in ("full", "excerpt", "metadata"):
            (tmp_path / "site.toml").write_text(f'publish = "{level}"\n')
            pieces = archive.export("tei", published=True, profile=tmp_path / "site.toml")
            parsed = etree.fromstring("".join(pieces).encode())
            assert DTD.validate(parsed)
            texts[level] = "".join(said(each) for each in parsed.iter(f"{TEI}u"))
            sampled = {each.get("n") for each in parsed.iter(f"{TEI}samplingDecl")}
            assert sampled == (set() if level == "full" else {level})
    assert len(texts["full"]) > 1000
    assert 0 < len(texts["excerpt"]) <= 300
    assert texts["metadata"] == ""


# Every character, those that XML cannot carry or a parser would change with them, but lone surrogates, which no text holds.
ANY_TEXT = st.lists(
    st.one_of(
        st.text(st.characters(exclude_categories=["Cs"]), max_size=8),
        st.sampled_from(
            ["\n\n", "\n", "\r", "\x00", "\x1b[2J", "\u202e", "\ufffe", "\x85", "]]>", "<u>", "&amp;", "  "]
        ),
    ),
    max_size=8,
).map("".join)


@st.composite
def turns(draw: st.DrawFn) -> tuple[Turn, ...]:
    """Return turns of any text, with asides that do not overlap."""
    made = []
    for n in range(1, draw(st.integers(1, 4)) + 1):
        text = draw(ANY_TEXT)
        cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=6)))
        asides = [Aside((a, b), text[a:b]) for a, b in zip(cuts[::2], cuts[1::2], strict=False)]
        speaker, label = draw(st.none() | ANY_TEXT), draw(st.none() | ANY_TEXT)
        made.append(
            Turn(
                n,
                label,
                speaker,
                "official",
                None,
                text,
                (0, len(text)),
                tuple(asides[::2]),
                tuple(asides[1::2]),
            )
        )
    return tuple(made)


@settings(max_examples=150, deadline=None)
@given(turns=turns(), title=ANY_TEXT, name=ANY_TEXT)
def test_what_is_exported_reads_back(turns: tuple[Turn, ...], title: str, name: str) -> None:
    """Whatever the characters: the same text, label, speaker, directions and insertions of every turn."""
    statement = replace(statement_of(id=name or "s"), title=title, turns=turns)
    parsed = document([held_of(statement, 1), held_of(statement, 2)])
    for text in parsed.iter(f"{TEI}TEI"):
        names = {each.get(ID): said(each.find(f"{TEI}persName")) for each in text.iter(f"{TEI}person")}
        spoken = list(text.iter(f"{TEI}u"))
        assert [said(each) for each in spoken] == [turn.text for turn in turns]
        assert [names.get((each.get("who") or "#")[1:]) for each in spoken] == [
            turn.speaker for turn in turns
        ]
        assert marked(text, "speaker") == [turn.label for turn in turns if turn.label is not None]
        for each, turn in zip(spoken, turns, strict=True):
            assert marked(each, "direction") == [aside.text for aside in turn.directions]
            assert marked(each, "editorial") == [aside.text for aside in turn.editorial]
        assert said(text.find(f".//{TEI}head")) == title


def test_captured_text_cannot_steer_a_terminal() -> None:
    """Control and bidi characters are in the document as references, or named; none is there bare."""
    statement = replace(statement_of(), title="\x9b2J\u202eevil\x1b[31m\r\u200b")
    text = "".join(export_tei([[held_of(statement)]]))
    assert not set(text) & set("\x9b\u202e\x1b\r\u200b")
    assert said(document([held_of(statement)]).find(f".//{TEI}head")) == statement.title


@pytest.mark.parametrize(
    ("day", "when"),
    [
        ("2030-05-03", "2030-05-03"),
        ("2030-05", "2030-05"),
        ("2030", "2030"),
        ("2030-05-03T10:15:00+02:00", "2030-05-03T10:15:00+02:00"),
        ("2030-05-03T10:15", None),
    ],
)
def test_when_is_a_date_of_schema(day: str, when: str | None) -> None:
    """A date that W3C Schema does not take stands as text alone."""
    parsed = document([held_of(statement_of(posted_on=day))])
    (posted,) = (each for each in parsed.iter(f"{TEI}date") if each.get("type") == "posted")
    assert (posted.text, posted.get("when")) == (day, when)


def test_people_are_those_of_a_version() -> None:
    """Two of one name in two statements are two: that they are one is not known. An id of any form is a name."""
    ids = ("s1", "1.s", "s_1", "s.1", "é/../x", "s1.v1")
    parsed = document([held_of(statement_of(id=each)) for each in ids])
    assert [said(each) for each in parsed.iter(f"{TEI}persName")] == ["Anna Berg"] * len(ids)
    assert [each.text for each in parsed.iter(f"{TEI}idno") if each.get("type") == "statement"] == list(ids)


def test_what_the_keeper_mended_or_removed_is_told() -> None:
    """Corrections and removals of a version in its header, tombstones in that of the whole."""
    mended = Correction(
        "c1",
        "speaker",
        2,
        None,
        Speaker("Bel Olm", None),
        "Ines Marr",
        "2031-06-01T12:00:00Z",
        "I heard her.",
    )
    removal = Removal("r1", "Ines Marr", "2031-06-02T12:00:00Z", "Order 12/2031.", "sha256:" + "0" * 64)
    statement = replace(statement_of(), corrections=(mended,), removals=(removal,), part=Part(2, True))
    tombstone = Tombstone("t1", "Ines Marr", "2031-06-03T12:00:00Z", "Order 13/2031.", "capture", ("s9",), ())
    changes = [
        (each.get("type"), each.get("when"), said(each))
        for each in document([held_of(statement)], [tombstone]).iter(f"{TEI}change")
    ]
    assert changes == [
        ("removal", "2031-06-03T12:00:00Z", "Removed t1, by Ines Marr: Order 13/2031."),
        (
            "correction",
            "2031-06-01T12:00:00Z",
            'turn 2, speaker: read none, the keeper says {"name":"Bel Olm","office":null} (Ines Marr: I heard her.)',
        ),
        ("removal", "2031-06-02T12:00:00Z", "A passage was removed (Ines Marr: Order 12/2031.)"),
    ]


def test_nothing_held_is_a_document_too() -> None:
    """A corpus without a text is no TEI: an empty record is one text that says so."""
    assert "No statement is held." in said(document([]))


def test_the_dtd_refuses_what_is_no_tei() -> None:
    """The yardstick of these tests measures."""
    sound = "".join(export_tei([[held_of(replace(statement_of(), turns=()))]]))
    assert DTD.validate(etree.fromstring(sound.encode()))
    for wrong in (sound.replace("<head>", "<head><u/>"), sound.replace("titleStmt>", "titelStmt>")):
        assert not DTD.validate(etree.fromstring(wrong.encode()))


def test_pieces_come_one_statement_at_a_time() -> None:
    """A record of any length: when the first statement is written, no other was asked for."""
    asked = []

    def many() -> Iterator[list[Held]]:
        for n in range(1000):
            asked.append(n)
            yield [held_of(statement_of(id=f"s{n}"))]

    pieces = export_tei(many())
    while "<body>" not in next(pieces):
        pass
    assert asked == [0]
