"""What leads on from a statement: who published it, who speaks in a long sitting, the messages before and after."""

from __future__ import annotations

import re
from html import unescape
from itertools import cycle, islice
from pathlib import Path

import msgspec

from onrecord.model import Linked, Outline, Speaker, Turn
from onrecord.publishing import Profile, publish_site
from onrecord.publishing.lists.messages import entry_of, sort_entries
from onrecord.publishing.statement.pages import view_statement
from onrecord.publishing.statement.voices import Stretch, Voice, view_voices
from publishing_record import AT, RecordInMemory, a_statement, a_turn

CHAIR, HARROW, NEM, ASKS = "The Chair", "Ilse Harrow", "Orla Nem", "A Member:"


def a_sitting(*speakers: str) -> list[Turn]:
    """Return a turn for each of these, and then so many of chair and minister in turn that it is long."""
    names = [*speakers, *islice(cycle((CHAIR, HARROW)), 100 - len(speakers))]
    return [
        a_turn(
            n, name if name.endswith(":") else None, "So it is.", speaker=None if name.endswith(":") else name
        )
        for n, name in enumerate(names, start=1)
    ]


def test_who_speaks_in_a_long_sitting_and_where() -> None:
    """Each in the order of their first words; turns with at most two others between them are one stretch."""
    turns = a_sitting(NEM, CHAIR, NEM, CHAIR, ASKS, CHAIR, ASKS, HARROW, NEM)
    assert view_voices(turns) == (
        Voice(NEM, 3, (Stretch(1, 3), Stretch(9, 9))),
        Voice(CHAIR, 49, (Stretch(2, 6), Stretch(10, 100))),
        Voice("A Member", 2, (Stretch(5, 7),)),
        Voice(HARROW, 46, (Stretch(8, 99),)),
    )


def test_neither_of_a_short_text_nor_where_only_two_speak() -> None:
    """An interview needs no list of who speaks, however long; ninety-nine turns are short."""
    assert view_voices(a_sitting()) == ()
    assert view_voices(a_sitting(NEM)[:99]) == ()


def test_turns_of_nobody_are_of_no_voice() -> None:
    """Applause has no line in the list."""
    nobody = a_turn(1, None, "(Applause.)", role="narration", speaker=None)
    voices = view_voices([nobody, *a_sitting(NEM, ASKS)[1:]])
    assert [voice.name for voice in voices] == ["A Member", CHAIR, HARROW]


def pages_of(record: RecordInMemory, folder: Path, **profile: object) -> dict[str, str]:
    """Return the page of each statement by its folder."""
    publish_site(record, folder, Profile(publish="full", **profile), AT)  # type: ignore[arg-type]
    found = folder.glob("statements/*/index.html")
    return {path.parent.name: path.read_text(encoding="utf-8") for path in found}


def test_each_link_of_the_list_leads_to_a_turn(tmp_path: Path) -> None:
    """In every language of the interface; without a script."""
    record = RecordInMemory()
    record.keep(a_statement("st-sitting", "Sitting", a_sitting(NEM, CHAIR, NEM, ASKS, HARROW, CHAIR, NEM)))
    pages_of(record, tmp_path / "site", interface=("en", "fr", "ar"))
    for language, heading in (("", "Who speaks"), ("fr/", "Qui parle"), ("ar/", "من يتحدث")):
        page = (tmp_path / f"site/{language}statements/st-sitting/index.html").read_text(encoding="utf-8")
        (listed,) = re.findall(r'<nav class="voices".*?</nav>', page, re.DOTALL)
        assert heading in listed
        links = re.findall(r'href="#(t\d+)"', listed)
        assert links == ["t1", "t7", "t2", "t6", "t4", "t5", "t9"]
        assert all(f'id="{each}"' in page for each in links)


def test_of_fifty_speakers_the_first_stand_beside_the_words(tmp_path: Path) -> None:
    """The others are there for who asks, on the same page; of eight all are."""
    record = RecordInMemory()
    words = [a_turn(1, None, "So it is.")]
    for id_, count in (("st-fifty", 50), ("st-eight", 8)):
        speakers = tuple(Speaker(f"Member {n}", None) for n in range(1, count + 1))
        record.keep(a_statement(id_, "Sitting", words, speakers=speakers))
    pages = pages_of(record, tmp_path / "site")
    beside, _, folded = pages["st-fifty"].partition('<details class="many">')
    assert [f"Member {n}<" in beside for n in (1, 6, 7)] == [True, True, False]
    assert "44 more" in folded
    assert all(f"Member {n}<" in folded for n in range(7, 51))
    assert '<details class="many">' not in pages["st-eight"]


def test_who_published_a_statement_stands_above_its_title(tmp_path: Path) -> None:
    """With a link to the page of the source; not where the whole site has its name, nor where nobody knows."""
    record = RecordInMemory()
    words = [a_turn(1, None, "So it is.")]
    record.keep(a_statement("st-told", "A reply", words, source="The Ministry of Tern"))
    record.keep(a_statement("st-unknown", "Another reply", words, source=None))
    pages = pages_of(record, tmp_path / "site")
    assert re.search(
        r'<p class="from"><bdi><a href="../../sources/[^"]+">The Ministry of Tern</a></bdi></p>\s*<h1',
        pages["st-told"],
    )
    assert 'class="from"' not in pages["st-unknown"]
    assert 'class="from"' not in pages_of(record, tmp_path / "own", name="The Ministry of Tern")["st-told"]


def beside(page: str) -> dict[str, tuple[str, str]]:
    """Return where the links to other messages lead, by what they are to this one, and what they say."""
    found = re.findall(r'<a href="../../statements/([^"/]+)/index.html" rel="(prev|next)">(.*?)</a>', page)
    return {which: (folder, unescape(re.sub("<.*?>", "", text))) for folder, which, text in found}


def test_a_message_leads_to_the_ones_before_and_after_it_of_its_source(tmp_path: Path) -> None:
    """Other sources stand between them, and are none of them; what has no day has no place among them."""
    record = RecordInMemory()
    words = [a_turn(1, None, "So it is.")]
    for id_, source, day in (
        ("st-first", "Tern", "2026-05-01"), ("st-other", "Halm", "2026-05-02"), ("st-second", "Tern", "2026-05-03"),
        ("st-third", "Tern", "2026-05-03"), ("st-undated", "Tern", None), ("st-nobody", None, "2026-05-02"),
    ):  # fmt: skip
        record.keep(a_statement(id_, f"Title of {id_}", words, source=source, posted_on=day))
    pages = pages_of(record, tmp_path / "site")
    first = beside(pages["st-first"])
    assert first.keys() == {"next"}
    then = first["next"][0]
    assert beside(pages[then])["prev"] == ("st-first", "Title of st-first")
    last = beside(pages[then])["next"][0]
    assert {then, last} == {"st-second", "st-third"}
    assert beside(pages[last]).keys() == {"prev"}
    # Which of two of one day was earlier is not known.
    assert [
        re.findall(r"<dt>(Earlier message|Later message|Of the same day)", pages[each])
        for each in (then, last)
    ] == [
        ["Earlier message", "Of the same day"],
        ["Of the same day"],
    ]
    assert [beside(pages[each]) for each in ("st-other", "st-undated", "st-nobody")] == [{}, {}, {}]


def test_of_one_day_what_was_taken_last_stands_first() -> None:
    """A message that comes out in the evening is above that of the morning, whatever their numbers; else their numbers tell."""
    morning, evening, other = (
        entry_of(a_line(id_, at))
        for id_, at in (
            ("st-a", "2026-05-03T08:00:00Z"),
            ("st-b", "2026-05-03T19:00:00Z"),
            ("st-c", "2026-05-03T08:00:00Z"),
        )
    )
    assert [each.id for each in sort_entries([other, morning, evening])] == ["st-b", "st-a", "st-c"]


def a_line(id_: str, added_at: str) -> Outline:
    """Return the outline of a message of one day."""
    return Outline(
        id_, "Title", "Tern", ("statement",), "en", "2026-05-03", None, None, 1, 1, added_at, added_at
    )


def test_a_translation_stands_beside_the_words() -> None:
    """Whoever reads another language need not look below the proof for it."""
    words = [a_turn(1, None, "So it is.")]
    record = RecordInMemory()
    record.keep(a_statement("st-told", "A reply", words))
    held = record.held("st-told")
    linked = (
        Linked(
            "st-told-fr",
            "translation",
            "fr",
            "Une réponse",
            None,
            "their addresses differ in the language alone",
        ),
        Linked("st-event", "transcript", "en", "Another text of it", None, "of one day and place"),
    )
    held = msgspec.structs.replace(held, listed=msgspec.structs.replace(held.listed, linked=linked))
    view = view_statement(held, next(iter(record.entries())), (), Profile(publish="full"))
    (line,) = [each for each in view.lines if each.label == "Other languages"]
    assert [(each.text, each.path) for each in line.values] == [
        ("French (fr)", "statements/st-told-fr/index.html")
    ]
