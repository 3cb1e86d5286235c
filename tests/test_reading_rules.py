"""What a source's file tells, and what the reader makes of the same page with it and without."""

from __future__ import annotations

from datetime import date, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from onrecord.model import Evidence, Reading, Speaker
from onrecord.reading.page.selectors import why_refused
from onrecord.reading.rules import Guide
from onrecord.reading.told import SourceRules
from onrecord.reading.words.dates import find_dates
from reading_pages import lines, only, read_html, read_text

INTERVIEW = """
    Minister of Ferries Anna Verne’s answers to media questions, Halvane

    Question: Will the night ferry sail?

    Minister Verne: It will sail every night of the summer.

    Question: And in winter?

    A. Verne: In winter it sleeps, as we all should.

    The spokesperson: Thank you, that was the last question.
"""
NOTICES = """
    <main><h1>Latest messages</h1><ul>
    <li>05/06/2020 - <a href="/1">Anna Verne’s interview with the Tarn Courier</a></li>
    <li>08/05/2020 - <a href="/2">Remarks by Anna Verne at the opening of the quay</a></li>
    </ul></main>
"""
DATED = "<main><h1>{title}</h1><p>{line}</p><p>The night ferry will sail again, and it will sail on time.</p></main>"


def chosen(reading: Reading, field: str) -> Evidence:
    """Return the evidence that decided a field of the one statement of a page."""
    (evidence,) = (one for one in only(reading).evidence[field] if one.chosen)
    return evidence


def test_labels_are_the_speakers_told() -> None:
    """Each label that is told has its speaker, with the office told; what is not told is read as before."""
    rules = SourceRules(
        aliases={
            "Minister Verne": Speaker("Anna Verne", None),
            "A. VERNE": Speaker("Anna Verne", None),
            "The Spokesperson": Speaker("Bel Harrow", "Spokesperson of the Ministry"),
        }
    )
    reading = read_text(INTERVIEW, rules)
    assert [turn.speaker for turn in only(reading).turns] == [
        None, "Anna Verne", None, "Anna Verne", "Bel Harrow",
    ]  # fmt: skip
    assert only(reading).speakers == (
        Speaker("Anna Verne", "Minister of Ferries"),
        Speaker("Bel Harrow", "Spokesperson of the Ministry"),
    )
    told = [one for one in only(reading).evidence["speakers"] if one.from_ == "source file"]
    assert [one.value for one in told] == ["Anna Verne", "Anna Verne", "Bel Harrow"]
    assert [reading.page.text[slice(*one.span)] for one in told if one.span] == [
        "Minister Verne", "A. Verne", "The spokesperson",
    ]  # fmt: skip
    assert reading.page.told == ("aliases",)
    assert lines(only(reading).turns) == [
        "questioner Question: Will the night",
        "official Minister Verne: It will sail",
        "questioner Question: And in winter?",
        "official A. Verne: In winter it",
        "chair The spokesperson: Thank you, that",
    ]


def test_a_label_that_is_told_is_a_label() -> None:
    """A mark that no rule takes for a label is one where it is told, with a colon, a dash or a stop behind it."""
    page = """
        Minister of Ferries Anna Verne’s answers to media questions, Halvane

        in the chair: Who wants to begin?

        A. Verne. – I do, since nobody else does.

        in the chair (to the gallery): Quiet, please.

        in the chair we trust, as they say here.

        In the chair — and I mean the chair — sat a gull.
    """
    rules = SourceRules(
        aliases={"In the Chair": Speaker("Jo Quill", None), "A. Verne": Speaker("Anna Verne", None)}
    )
    turns = only(read_text(page, rules)).turns
    assert [(turn.label, turn.speaker) for turn in turns] == [
        ("in the chair", "Jo Quill"), ("A. Verne", "Anna Verne"), ("in the chair (to the gallery)", "Jo Quill"),
    ]  # fmt: skip
    assert turns[2].text.endswith("sat a gull.")


def test_a_label_for_nobody_may_be_told() -> None:
    """Who "Moderator" is does not stand on the page; the part she plays still follows from the word."""
    page = """
        Interview with Minister of Ferries Anna Verne

        Moderator: Shall we begin?

        Anna Verne: Let us begin with the quay.

        Moderator: With the quay, then. Who paid for it?

        Anna Verne: The harbour dues did.
    """
    rules = SourceRules(aliases={"moderator": Speaker("Jo Quill", None)})
    turns = only(read_text(page, rules)).turns
    assert [turn.speaker for turn in turns] == ["Jo Quill", "Anna Verne"] * 2
    assert [turn.role for turn in turns] == [turn.role for turn in only(read_text(page)).turns]


def test_a_name_in_the_title_is_the_name_told() -> None:
    """The title's own form of a name gives way to the one told, and the evidence says so."""
    page = """
        Remarks by Minister of Ferries Ana Verne at the opening of the quay

        The quay is open, and it will stay open for every boat that needs it.
    """
    rules = SourceRules(aliases={"Ana Verne": Speaker("Anna Verne", None)})
    reading = read_text(page, rules)
    assert only(reading).speakers == (Speaker("Anna Verne", "Minister of Ferries"),)
    assert [turn.speaker for turn in only(reading).turns] == ["Anna Verne"]
    assert chosen(reading, "speakers").from_ == "title (alias: source file)"


@pytest.mark.parametrize(("order", "day"), [("dmy", "2020-06-05"), ("mdy", "2020-05-06"), (None, None)])
def test_day_and_month_are_read_in_the_order_told(order: str | None, day: str | None) -> None:
    """05/06/2020 is a day where the order is told, in a title and in a line; where it is not, it is left out."""
    rules = SourceRules(day_month_order=order)  # type: ignore[arg-type]
    titled = read_html(
        DATED.format(title="Remarks by Anna Verne, Halvane, 05/06/2020", line="Press release"), rules=rules
    )
    assert only(titled).given_on == day
    assert [issue.code for issue in titled.issues] == ([] if day else ["date_ambiguous"])
    lined = read_html(DATED.format(title="Remarks by Anna Verne", line="Posted: 05/06/2020"), rules=rules)
    assert only(lined).posted_on == day
    if day:
        assert chosen(titled, "given_on").from_ == "title (day-month order: source file)"
        assert chosen(lined, "posted_on").from_ == "line “Posted” (day-month order: source file)"
        assert lined.page.told == ("day_month_order",)


def test_the_order_decides_nothing_that_is_plain() -> None:
    """A date that can be read in one way only is read so, whatever order is told; points are day first unless told."""
    for written, day in (
        ("27/04/2020", "2020-04-27"),
        ("2020-04-05", "2020-04-05"),
        ("5 April 2020", "2020-04-05"),
    ):
        guide = Guide(SourceRules(day_month_order="mdy"))
        assert [one.iso for one in guide.dates_in(written)] == [day]
        assert not guide.decided
    guide = Guide(SourceRules(day_month_order="mdy"))
    assert [one.iso for one in guide.dates_in("05.06.2020")] == ["2020-05-06"]
    assert guide.decided == {"day_month_order"}


@given(some.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1)), some.sampled_from("/.-"))
def test_what_is_written_in_an_order_is_read_back_in_it(day: date, mark: str) -> None:
    """Any day written in figures comes back when its order is told."""
    for order, form in (("dmy", "%d{0}%m{0}%Y"), ("mdy", "%m{0}%d{0}%Y")):
        guide = Guide(SourceRules(day_month_order=order))  # type: ignore[arg-type]
        (found,) = guide.dates_in(day.strftime(form.format(mark)))
        assert (found.iso, found.ambiguous) == (day.isoformat(), False)


def test_a_list_of_dates_in_figures_announces() -> None:
    """An entry whose date may be two days is a notice where the order is told."""
    assert [notice.posted_on for notice in read_html(NOTICES).notices] == []
    told = read_html(NOTICES, rules=SourceRules(day_month_order="dmy"))
    assert [notice.posted_on for notice in told.notices] == ["2020-06-05", "2020-05-08"]
    assert told.page.told == ("day_month_order",)


@pytest.mark.parametrize(
    "moment", ["2020-06-05T22:30:00Z", "Fri, 5 Jun 2020 22:30:00 GMT", "5 Jun 2020 17:30 -0500"]
)
def test_the_day_of_a_time_is_that_of_the_source(moment: str) -> None:
    """Half past ten in the evening by UTC is the next day where the source sits; a time without an offset is its own."""
    body = "<main><h1>Remarks by Anna Verne</h1><p>The night ferry will sail again, and on time.</p></main>"
    head = f'<meta property="article:published_time" content="{moment}">'
    rules = SourceRules(time_zone=ZoneInfo("Europe/Moscow"))
    told = read_html(body, head, rules=rules)
    assert (only(read_html(body, head)).posted_on, only(told).posted_on) == ("2020-06-05", "2020-06-06")
    assert chosen(told, "posted_on").from_ == "meta article:published_time (time zone: source file)"
    own = read_html(body, head.replace(moment, "2020-06-05T22:30:00"), rules=rules)
    assert only(own).posted_on == "2020-06-05"
    assert own.page.told == ()


def test_the_page_says_its_time_with_the_offset() -> None:
    """The first clock of a page is read in the time zone told, summer time included."""
    page = """
        3 July 2021
        Port Ellery: 10:15

        Remarks by Minister of Harbours Ada Verne

        The old quay stays open for every boat that needs it.
    """
    told = read_text(page, SourceRules(time_zone=ZoneInfo("Europe/Lisbon")))
    assert read_text(page).page.page_says_at == "2021-07-03T10:15"
    assert told.page.page_says_at == "2021-07-03T10:15+01:00"
    assert told.page.told == ("time_zone",)


@given(
    some.datetimes(timezones=some.timezones()),
    some.timezones(),
)
def test_a_moment_has_the_same_day_however_its_offset_is_written(moment: object, zone: tzinfo) -> None:
    """The day told does not depend on the zone in which a page writes the moment."""
    from datetime import UTC, datetime

    assert isinstance(moment, datetime)
    if (
        not 1900 < moment.year < 2100
        or moment.astimezone(UTC).second
        or (moment.utcoffset() or moment.dst()) is None
    ):
        return
    guide = Guide(SourceRules(time_zone=zone))
    written = {moment.astimezone(one).isoformat(timespec="minutes") for one in (UTC, ZoneInfo("Asia/Tokyo"))}
    assert len({found.iso if (found := guide.day_of(each)) else None for each in written}) == 1


def test_the_language_is_the_one_told() -> None:
    """A page that declares the language of its template is in the one told, and so are its turns."""
    body = "<main><h1>Remarks by Anna Verne</h1><p>Le bac de nuit reprendra son service dès le printemps.</p></main>"
    reading = read_html(body, rules=SourceRules(language="fr"))
    assert (reading.page.language, only(reading).language, only(reading).turns[0].language) == (
        "fr",
        "fr",
        "fr",
    )
    assert chosen(reading, "language") == Evidence("fr", "source file", None, True)
    assert only(read_html(body)).language == "en"


def test_the_source_is_the_one_told() -> None:
    """The name told stands for the host, and the id of the statement does not move."""
    body = "<main><h1>Remarks by Anna Verne</h1><p>The night ferry will sail again, and on time.</p></main>"
    address = "https://ferries.example/1"
    told = only(read_html(body, url=address, rules=SourceRules(name="Ministry of Ferries of Verland")))
    plain = only(read_html(body, url=address))
    assert (plain.source, told.source) == ("ferries.example", "Ministry of Ferries of Verland")
    assert plain.id == told.id
    assert told.evidence["source"] == (Evidence("Ministry of Ferries of Verland", "source file", None, True),)


WRAPPED = """
    <h1>Remarks by Minister of Ferries Anna Verne</h1>
    <div class="about"><p>The Ministry of Ferries was founded in a storm, and has kept its feet dry ever since then.</p>
    <p>It publishes what its ministers say, in the order in which they say it, and no later than the next tide.</p></div>
    <div class="words"><p>The night ferry will sail again.</p>
    <p class="friends">Share this with 12 friends</p><p>It will sail on time.</p></div>
    <div class="more"><p>Our shop sells model ferries in four sizes, and a whistle that can be heard across the bay.</p></div>
"""


def test_the_statement_stands_where_it_is_told() -> None:
    """Only the element told is looked at for the words; what stands around it keeps its place in the text."""
    rules = SourceRules(statement="div.words")
    reading = read_html(WRAPPED, rules=rules)
    (turn,) = only(reading).turns
    assert (
        turn.text == "The night ferry will sail again.\n\nShare this with 12 friends\n\nIt will sail on time."
    )
    assert only(reading).title == "Remarks by Minister of Ferries Anna Verne"
    assert reading.page.text == read_html(WRAPPED).page.text
    assert chosen(reading, "turns").value == "div.words"
    around = [region.name for region in reading.page.regions if region.name not in ("title", "turn")]
    assert set(around) <= {"banner", "footer", "unclassified"}
    assert reading.page.told == ("statement",)


def test_what_is_left_out_stands_behind_the_words() -> None:
    """An element told to be left out is no part of the turn it stood in; its text is kept, at the end and by name."""
    rules = SourceRules(statement=".words", leave_out=(".friends", ".more"))
    reading = read_html(WRAPPED, rules=rules)
    (turn,) = only(reading).turns
    assert turn.text == "The night ferry will sail again.\n\nIt will sail on time."
    left = [reading.page.text[slice(*each.span)] for each in reading.page.regions if each.name == "left_out"]
    assert [text[:14] for text in left] == ["Share this wit", "Our shop sells"]
    assert reading.page.text.endswith(left[-1])
    assert reading.page.told == ("statement", "leave_out")


@pytest.mark.parametrize("selector", ["h1, .words", "body", "main", "span.in"])
def test_a_selector_may_name_any_element(selector: str) -> None:
    """The title's element with the words', the whole page, or a stretch inside a line."""
    page = (
        "<main><h1>Remarks by Minister of Ferries Anna Verne</h1><p>Ferries: <span class='in'>The night ferry"
        " will sail again.</span></p><p class='words'><span class='in'>It will sail on time.</span></p></main>"
    )
    reading = read_html(page, rules=SourceRules(statement=selector))
    assert reading.page.told == ("statement",)
    assert only(reading).turns[-1].text.endswith("It will sail on time.")
    assert only(reading).title == "Remarks by Minister of Ferries Anna Verne"


def test_a_selector_that_names_nothing_is_an_issue() -> None:
    """The page is then read by the general rules, and the issue is a warning, or a note where no statement is read."""
    rules = SourceRules(statement="div.speech")
    reading = read_html(WRAPPED, rules=rules)
    assert only(reading).turns == only(read_html(WRAPPED)).turns
    assert [(issue.code, issue.severity) for issue in reading.issues] == [("selector_unmatched", "warning")]
    assert [issue.severity for issue in read_html(NOTICES, rules=rules).issues] == ["note"]
    assert read_text(INTERVIEW, rules).issues == ()


@settings(deadline=None)
@given(
    some.lists(some.sampled_from(("div", "p", "span", "li", "b")), min_size=1, max_size=12),
    some.sampled_from(("div", "p", "span", "b", "li", "*", "p + div", "body > :first-child")),
    some.sampled_from(("div", "p", "span", "b", "li", "p + p", "body > :last-child")),
)
def test_nothing_is_dropped_whatever_is_told(tags: list[str], statement: str, leave_out: str) -> None:
    """Each word of the page stands once in its text, in some region, whichever elements are told."""
    words = [f"word{n}" for n in range(len(tags))]
    body = "".join(f"<{tag}>{word} was said here </{tag}>" for tag, word in zip(tags, words, strict=True))
    reading = read_html(body, rules=SourceRules(statement=statement, leave_out=(leave_out,)))
    text = reading.page.text
    assert sorted(text.split()) == sorted(read_html(body).page.text.split())
    covered = "".join(text[slice(*region.span)] for region in reading.page.regions)
    assert "".join(covered.split()) == "".join(text.split())
    for statement_read in reading.statements:
        assert all(text[slice(*turn.span)] == turn.text for turn in statement_read.turns)


@pytest.mark.parametrize("wrong", ["div[", "p:::x", "", "a,,b", "\ud800"])
def test_a_selector_is_known_to_be_one(wrong: str) -> None:
    """What is no selector is told before any page is read."""
    assert why_refused(wrong) == "is no CSS selector"
    assert why_refused("article > .words:not(.share), #text") is None


def test_without_rules_a_guide_answers_what_the_page_says() -> None:
    """Nothing told decides nothing."""
    guide = Guide()
    assert guide.dates_in("05/06/2020") == find_dates("05/06/2020")
    assert (guide.told(), guide.name(), guide.language(), guide.alias_of("Question")) == (
        (),
        None,
        None,
        None,
    )
    assert guide.with_offset("2021-07-03T10:15") == "2021-07-03T10:15"
