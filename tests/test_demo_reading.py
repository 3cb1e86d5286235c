"""Every page of the invented sample read, and compared with what a careful person reads on it."""

from __future__ import annotations

import re
from functools import cache
from itertools import zip_longest
from typing import Any

import pytest

from demo_sample import TrueText, TrueTurn, load_builder, plain_label, true_texts
from onrecord.capture import Captured, decode, read_captures
from onrecord.demo import sample_paths
from onrecord.model import Reading, Statement, Turn
from onrecord.reading import read_page

FIELDS = ("given_on", "place", "outlet")


@cache
def readings() -> dict[tuple[str, str], Reading]:
    """Return what is read from each capture of the sample, by address and time of capture."""
    found = {}
    for path in sample_paths():
        for captured in read_captures(path):
            assert isinstance(captured, Captured), captured
            decoded = decode(captured)
            reading = read_page(decoded.text, captured.capture, decoded.issues)
            found[captured.capture.url or "", captured.capture.captured_at or ""] = reading
    return found


def held() -> list[Any]:
    """Return each text with each of its captures, as parameters."""
    builder = load_builder()
    truths = {(text.site, text.name): text for text in true_texts()}
    return [
        pytest.param(
            truths[site.name, entry["page"]], entry, id=f"{site.name}-{entry['page']}-{entry['at'][:10]}"
        )
        for site in builder.read_sites()
        for entry in site.captures
        if (site.name, entry["page"]) in truths and "page" not in truths[site.name, entry["page"]].truth
    ]


@pytest.mark.parametrize(("truth", "entry"), held())
def test_a_page_is_read_as_one_statement_with_its_facts(truth: TrueText, entry: dict[str, Any]) -> None:
    """Title, dates, kinds, place, outlet, speakers with their offices."""
    statement = only_statement(truth, entry)
    differ = facts_that_differ(truth, entry, statement)
    assert not differ, "\n".join(differ)


@pytest.mark.parametrize(("truth", "entry"), held())
def test_the_turns_of_a_page_are_those_a_person_reads(truth: TrueText, entry: dict[str, Any]) -> None:
    """As many turns, with their labels, speakers, roles and words, and nothing of the page around them."""
    statement = only_statement(truth, entry)
    differ = turns_that_differ(truth, entry, statement.turns)
    assert not differ, "\n".join(differ)


@pytest.mark.parametrize("place", sorted(readings()), ids=lambda place: "-".join(place))
def test_nothing_of_a_page_is_left_unnamed(place: tuple[str, str]) -> None:
    """What a page shows is a statement, a notice or furniture; the reader can name all of it."""
    reading = readings()[place]
    left = [reading.page.text[start:end] for start, end in reading.unclassified.spans]
    assert not left, "\n".join(left)


def lists() -> list[Any]:
    """Return each capture of a page that shows dated messages of its site, as parameters."""
    builder = load_builder()
    return [
        pytest.param(site, entry, id=f"{site.name}-{entry['page']}-{entry['at'][:10]}")
        for site in builder.read_sites()
        for entry in site.captures
        if entry.get("kind") not in ("revisit", "missing") and site.name != "courier"
    ]


@pytest.mark.parametrize(("site", "entry"), lists())
def test_the_list_of_a_page_is_read_as_notices(site: Any, entry: dict[str, Any]) -> None:
    """Date and title of each message, and its lead where the page gives one; a lead is nobody's turn."""
    builder = load_builder()
    reading = readings()[builder.url_of(site, entry["page"]), entry["at"]]
    # Beside its statements the embassy shows leads, the ministry of Ostrelle and of Vesselmark on their list pages.
    leads = (site.name == "embassy") != (entry["page"] == "all")
    local = builder.moment(entry["at"]).astimezone(builder.ZoneInfo(site.settings["zone"]))
    announced = builder.latest(site, entry["page"], local.date().isoformat())
    right = [(each.posted_on, each.title, each.lead if leads else None) for each in announced]
    read = [(each.posted_on, each.title, each.lead) for each in reading.notices if each.kind == "statement"]
    differ = [f"{one} was read as {other}" for one, other in zip_longest(right, read) if one != other]
    assert not differ, "\n".join(differ)


@pytest.mark.parametrize("at", [entry["at"] for entry in load_builder().read_sites()[0].captures])
def test_the_embassy_puts_the_moment_of_the_capture_around_every_page(at: str) -> None:
    """Dateline, two clocks, the consular line and two counters with the day they count from."""
    found = [reading for (_, captured_at), reading in readings().items() if captured_at == at]
    if at == "2025-09-12T05:15:21Z":  # the page that was not there
        assert [issue.code for issue in found[0].issues] == ["not_found"]
        return
    builder, page = load_builder(), found[0].page
    local = builder.moment(at).astimezone(builder.ZoneInfo("Europe/Lisbon"))
    assert page.dateline == f"{local.day} {local:%B %Y}"
    clocks = [
        (place, builder.clock(local, zone)) for place, zone in builder.read_sites()[0].settings["clocks"]
    ]
    assert [(clock.place, clock.time) for clock in page.clocks] == clocks
    assert [(contact.label, contact.value) for contact in page.contacts] == [
        ("Consular queries", "+999 20 555 0142")
    ]
    assert [(counter.since, counter.days) for counter in page.counters] == [
        ("2024-12-02", builder.days("2024-12-02", local.date().isoformat())),
        ("2025-01-18", builder.days("2025-01-18", local.date().isoformat())),
    ]


ASIDES = {
    ("embassy", "121"): (["(Laughs.)"], ["[of 1987]"]),
    ("embassy", "126"): (["[The Minister shows a chart of the survey lines of 2023 and 2024.]"], []),
    ("embassy", "134"): (["(Laughs.)"], []),
    ("vesselmark", "interview-merrow-courier"): (["(Laughs.)"], []),
    # Headings inside a speech are the source's, nobody said them.
    ("vesselmark", "speech-harbour-assembly"): (
        ["(Laughter.)"],
        ["The season", "The voyage", "The neighbour"],
    ),
    ("vesselmark", "briefing-january"): (["(Laughter.)", "[Inaudible]"], ["[of eight points]"]),
    ("ostrelle", "430"): (["(Rires.)"] * 3, ["[de la Convention de 1987]"]),
    ("ostrelle", "447"): (["(Laughter.)"] * 2, []),
    ("ostrelle", "452"): (["[The Minister shows the photocopy.]"], []),
    ("vesselmark", "joint-statement-lantern-bank"): ([], []),
}


@pytest.mark.parametrize(("site", "name"), ASIDES)
def test_what_is_not_the_speakers_word_is_set_apart(site: str, name: str) -> None:
    """Directions and the source's own insertions stay in the text of their turn, and are told apart."""
    url = next(text.url for text in true_texts() if (text.site, text.name) == (site, name))
    turns = next(reading.statements[0].turns for (at, _), reading in readings().items() if at == url)
    directions = [aside.text for turn in turns for aside in turn.directions]
    editorial = [aside.text for turn in turns for aside in turn.editorial]
    assert (directions, editorial) == ASIDES[site, name]


def test_the_words_of_an_interpreter_are_marked_as_such() -> None:
    """ "(via interpreter)" and "(in English)" after a label are directions, and no part of the name."""
    url = next(text.url for text in true_texts() if text.name == "news-conference")
    turns = readings()[url, "2025-06-26T08:01:45Z"].statements[0].turns
    texts = [
        " ".join(aside.text for aside in turn.directions)
        for turn in turns
        if turn.speaker == "Lucan Desmarey"
    ]
    assert len(texts) == 5
    assert [("interpreter" in text, "in English" in text) for text in texts] == [
        (True, False),
        (True, False),
        (True, False),
        (False, True),
        (True, False),
    ]


@pytest.mark.parametrize(
    ("site", "entry"), [each for each in lists() if each.values[1]["page"] in ("all", "front")]
)
def test_a_page_that_only_lists_messages_is_no_statement(site: Any, entry: dict[str, Any]) -> None:
    """Leads are announcements of statements that stand elsewhere."""
    reading = readings()[load_builder().url_of(site, entry["page"]), entry["at"]]
    assert [statement.title for statement in reading.statements] == []
    assert reading.page.kind == "listing"


def test_a_news_story_that_quotes_ministers_is_no_statement() -> None:
    """The newspaper's review of the year quotes both; nothing in it is an office's own publication."""
    address = "https://www.merrowcourier.example/politics/2025/12/27/a-year-of-words"
    reading = readings()[address, "2025-12-28T10:20:20Z"]
    assert reading.statements == ()


def only_statement(truth: TrueText, entry: dict[str, Any]) -> Statement:
    """Return the one statement that a capture shows."""
    statements = readings()[truth.url, entry["at"]].statements
    assert len(statements) == 1
    return statements[0]


def facts_that_differ(truth: TrueText, entry: dict[str, Any], read: Statement) -> list[str]:
    """Return a sentence for each field of a statement that was read otherwise."""
    told = truth.truth
    # The text rendering does not show the line with the date of posting.
    posted_on = None if entry.get("kind") == "rendering" else truth.posted_on
    pairs: list[tuple[str, Any, Any]] = [
        ("title", truth.title, read.title),
        ("posted_on", posted_on, read.posted_on),
    ]
    pairs += [(field, told.get(field), getattr(read, field)) for field in FIELDS]
    pairs.append(("language", told.get("language", "en"), (read.language or "").partition("-")[0]))
    pairs.append(("speakers", told.get("speakers", []), officials(truth, read)))
    pairs.append(("status", told.get("status", []), list(read.status)))
    part = None if read.part is None else (read.part.number, read.part.continues)
    pairs.append(
        ("part", (told["part"].get("number"), told["part"]["continues"]) if "part" in told else None, part)
    )
    differ = [f"{name}: {right!r} was read as {value!r}" for name, right, value in pairs if right != value]
    if not set(told["kinds"]) <= set(read.kinds) or len(read.kinds) > 2:
        differ.append(f"kinds: {told['kinds']} was read as {read.kinds}")
    return differ


def officials(truth: TrueText, read: Statement) -> list[list[str | None]]:
    """Return the speakers of a statement with their offices, those who only ask left out."""
    labels = truth.truth.get("labels", {})
    askers = {folded(name).casefold() for name, role in labels.values() if role == "questioner"}
    return [[each.name, each.office] for each in read.speakers if each.name.casefold() not in askers]


def turns_that_differ(truth: TrueText, entry: dict[str, Any], read: tuple[Turn, ...]) -> list[str]:
    """Return a sentence for each turn that was read otherwise; narration is no turn of anybody."""
    spoken = [turn for turn in read if turn.role != "narration"]
    if len(spoken) != len(truth.turns):
        shown = [(turn.label, turn.text[:40]) for turn in spoken]
        return [f"{len(truth.turns)} turns were read as {len(spoken)}: {shown}"]
    return [
        f"turn {n}: {right_value!r} was read as {value!r}"
        for n, (right, turn) in enumerate(zip(truth.turns, spoken, strict=True), start=1)
        for right_value, value in zip(edited(right, entry), seen(truth, turn), strict=True)
        if right_value != value
    ]


def edited(turn: TrueTurn, entry: dict[str, Any]) -> TrueTurn:
    """Return a turn as it stood at the time of the capture."""
    words = turn.words
    for old, new in entry.get("replace", []):
        words = words.replace(old, new)
    return turn._replace(words=folded(words))


def seen(truth: TrueText, turn: Turn) -> TrueTurn:
    """Return a read turn without headings, leading dashes and the marks after its label."""
    lines = [line for line in turn.text.splitlines() if line.strip() not in truth.headings]
    label = None if turn.label is None else plain_label(turn.label)
    speaker = turn.speaker
    if speaker and speaker.isupper():  # the page prints some names in capitals only
        speaker = speaker.title()
    return TrueTurn(label, speaker, turn.role, folded(" ".join(lines).lstrip("– ")))


def folded(words: str) -> str:
    """Return words with their spacing folded."""
    return re.sub(r"\s+", " ", words).strip()
