"""Which two texts are one statement: words, facts and days in, a judgement out."""

from __future__ import annotations

from random import Random
from typing import Any

import pytest

from onrecord.model import Part, Speaker, Statement, Turn
from onrecord.witnessing import (
    Copy,
    Decided,
    compare,
    group_copies,
    letters_of,
    marks_of,
    member_of,
    text_key,
    words_compared,
)
from onrecord.witnessing.align import align, regions
from onrecord.witnessing.member import Member

PIER = (
    "The council of Ostrava Bay opened the new pier this morning, after four winters of work by two hundred masons. "
    "It will carry the night ferry, the grain barges and whoever walks out to see the lamps being lit. "
    "Nobody who voted against it has to walk on it, said the harbour master, but everybody is invited to. "
    "The first boat, the Lady Ansel, moored at noon with ninety sacks of salt from Merrow and left before the tide turned. "
    "Dues are eleven marks a night until the summer, and fishermen of the bay pay half of that. "
    "Whoever loses a rope on the pier may ask for it at the tower, where all ropes go in the end. "
)
"""A hundred words of an invented harbour."""
GREETING = (
    "Your Excellency, on the occasion of the National Day of {land} it gives me great pleasure to convey to you and to the "
    "people of {land} my warmest congratulations. Over {years} years our countries have worked in a spirit of mutual respect, "
    "and I am confident that this will remain so. I wish you good health and success in your work, and peace to all of {land}."
)


def member(words: str, **told: Any) -> Member:
    """Return what a statement with these words is compared by."""
    turn = Turn(1, None, None, "official", "en", words, (0, len(words)))
    values: dict[str, Any] = {
        "id": "s" + str(text_key(letters_of(words + str(sorted(told.items()))))),
        "kinds": ("statement",), "title": "On the pier", "given_on": None, "posted_on": "2031-05-02", "language": "en",
        "speakers": (), "status": (), "source": "bay.example", "part": None,
    } | told  # fmt: skip
    values["speakers"] = tuple(Speaker(name, None) for name in values["speakers"])
    statement = Statement(
        updated_on=None, place=None, occasion=None, outlet=None, text_status="unknown", turns=(turn,), evidence={}, **values
    )  # fmt: skip
    text = words_compared(statement)
    return member_of(statement, text, text_key(letters_of(text)))


def kind(one: Member, other: Member) -> str | None:
    """Return what makes the two one, the same whichever is asked first."""
    found, turned = compare(one, other), compare(other, one)
    assert (found and found[:3]) == (turned and turned[:3])
    return found.kind if found else None


def test_the_same_words_in_other_type_are_one() -> None:
    """Case, quotes, dashes and spacing are typesetting."""
    assert (
        kind(member(PIER), member(PIER.upper().replace(",", " –"), title="Pier open", source="m.example"))
        == "same"
    )


def test_small_edits_leave_a_copy() -> None:
    """A word changed, one dropped, a sentence added, and a number: what changed is counted."""
    edited = PIER.replace("masons", "builders").replace("whoever walks", "who walks") + "Bring a lamp."
    found = compare(member(PIER), member(edited, source="mirror.example"))
    assert found is not None
    assert (found.kind, found.changes) == ("same", 3)
    assert kind(member(PIER), member(PIER.replace("ninety", "80"), source="mirror.example")) == "same"


def test_an_excerpt_is_of_the_longer_text() -> None:
    """Half of it, also with a cut that it marks; the longer one is the whole."""
    sentences = PIER.split(". ")
    half = ". ".join([*sentences[:2], "(…)", sentences[4]])
    whole, part = member(PIER * 1), member(half, source="paper.example", title="Pier, in short")
    found = compare(whole, part)
    assert found is not None
    assert (found.kind, found.excerpt_of) == ("excerpt", whole.id)


def test_a_part_of_a_speech_that_another_wrote_down_is_no_excerpt() -> None:
    """He heard a word otherwise, or one less; who only takes a part leaves the words, and who writes an article may mend one."""
    part = ". ".join(PIER.split(". ")[:3])
    told: dict[str, Any] = {"source": "paper.example", "title": "Lamps lit"}
    whole = member(PIER * 1, kinds=("speech",))
    assert kind(member(part, kinds=("remarks",), **told), whole) == "excerpt"
    for heard in (part.replace("masons", "mazons"), part.replace("who voted", "voted")):
        assert kind(member(heard, kinds=("remarks",), **told), whole) is None
        assert kind(member(heard, kinds=("article",), **told), whole) == "excerpt"
    left_out = part.replace(
        "It will carry the night ferry, the grain barges and whoever walks out", "Whoever walks out"
    )
    assert kind(member(left_out, kinds=("remarks",), **told), whole) == "excerpt"


@pytest.mark.parametrize("title", ["Message of greeting", "Message to {land}"])
def test_two_messages_of_one_formula_stay_two(title: str) -> None:
    """Another country, another number: the words are those of every such message."""
    ostrelle = {"land": "Ostrelle", "years": "thirty"}
    merrow = {"land": "Merrow", "years": "12"}
    one = member(GREETING.format(**ostrelle), title=title.format(**ostrelle))
    other = member(GREETING.format(**merrow), title=title.format(**merrow))
    assert kind(one, other) is None
    only_land = member(GREETING.format(land="Merrow", years="thirty"), title=title.format(**merrow))
    assert kind(one, only_land) is None
    assert (
        kind(one, member(GREETING.format(**ostrelle), title=title.format(**ostrelle), source="m.example"))
        == "same"
    )


@pytest.mark.parametrize(("about", "found"), [("mole", None), ("pier", "same"), ("new pier", "same")])
def test_what_a_source_says_under_another_title_with_another_number_is_another_statement(
    about: str, found: str | None
) -> None:
    """Much the same words on one day, under a title about another thing: the number is no slip. Another source may title its copy anew."""
    words = PIER.replace("ninety sacks", "90 sacks")
    one = member(words, title="Statement by Harbour Master Ada Verne on the pier")
    told = {"title": f"Statement by Harbour Master Ada Verne on the {about}"}
    other = words.replace("90 sacks", "40 sacks").replace("before the tide turned", "soon")
    assert kind(one, member(other, **told)) == found
    assert kind(one, member(other, source="courier.example", **told)) == "same"


def test_the_same_formula_on_another_day_is_another_message() -> None:
    """A greeting that comes each year in the same words; a copy that comes a few days later."""
    one = member(GREETING.format(land="Merrow", years="many"), source="a.example")
    assert kind(one, member(one.text, posted_on="2032-05-02", source="b.example")) is None
    assert kind(one, member(one.text, posted_on="2031-05-09", source="b.example")) == "same"
    assert (
        kind(member(PIER, given_on="2031-05-02"), member(PIER, given_on="2031-05-04", posted_on=None)) is None
    )


def test_a_few_words_are_the_same_by_custom() -> None:
    """Below forty words the facts around them have to be told, and to agree."""
    words = "The consulate will be closed on Thursday and opens again on Friday at nine."
    assert kind(member(words), member(words, posted_on="2031-05-09")) is None
    assert kind(member(words, posted_on=None), member(words, posted_on=None, source="x.example")) is None
    assert kind(member(words), member(words, source="mirror.example")) == "same"
    assert kind(member("We sail."), member("We sail.", source="mirror.example")) is None


def test_other_speakers_languages_or_parts_are_other_statements() -> None:
    """What is told around the words counts where it contradicts."""
    assert kind(member(PIER, speakers=["Ada Verne"]), member(PIER, speakers=["Bel Olm"])) is None
    assert kind(member(PIER), member(PIER.replace("bay", "harbour"), language="de")) is None
    assert kind(member(PIER), member(PIER, part=Part(2, continues=False))) is None
    assert kind(member(PIER, speakers=["Ada Verne"]), member(PIER, speakers=["A. Verne"])) == "same"


def test_two_who_write_down_one_speech_make_two_records() -> None:
    """They hear the same and write it otherwise all through: linked, not merged."""
    heard = PIER * 2
    other = (
        heard.replace("this morning", "in the morning").replace("Nobody who", "No one who").replace("moored", "docked")
        .replace("whoever", "whomever").replace("eleven", "11").replace("invited", "welcome")
    )  # fmt: skip
    one = member(heard, kinds=("speech",), title="Remarks by Ada Verne at the pier")
    assert (
        kind(one, member(other, kinds=("speech",), title="Ada Verne’s speech", source="paper.example"))
        == "transcript"
    )


def test_unrelated_texts_are_nothing_to_each_other() -> None:
    """Not even where they end with the same formula."""
    closing = "Please accept my wishes of good health, peace and success in all your work."
    assert kind(member(PIER + closing), member(" ".join(sorted(PIER.split())) + closing)) is None


def test_a_text_has_the_marks_of_its_parts() -> None:
    """So an excerpt finds the whole; and the marks are the same on every machine."""
    whole, part = marks_of(letters_of(PIER)), marks_of(letters_of(PIER[200:420]))
    assert len(set(part) - set(whole)) == 0
    assert len(part) >= 5
    assert marks_of(letters_of("the pier")) == []
    assert marks_of(letters_of(PIER))[:2] == sorted(whole)[:2]
    assert marks_of(letters_of(PIER.upper().replace(",", ";"))) == whole


def test_long_texts_are_aligned_by_what_they_have_once() -> None:
    """Thirty thousand words with changes here and there: every run is found, in little time."""
    chance = Random(7)
    words = [f"w{chance.randrange(5_000)}" for _ in range(30_000)]
    other = [*words[:1_000], "new", *words[1_000:20_000], *words[20_050:]]
    runs = align(words, other)
    assert sum(run.length for run in runs) == 29_950
    assert [(each.a, each.b) for each in regions(runs, len(words), len(other))] == [
        ((1_000, 1_000), (1_000, 1_001)),
        ((20_000, 20_050), (20_001, 20_001)),
    ]


ORDER = {each: (False, f"2031-05-0{n}") for n, each in enumerate("abcdef", 1)}


def groups(
    *copies: tuple[str, str] | tuple[str, str, bool], decided: tuple[Decided, ...] = ()
) -> dict[str, str]:
    """Return the members of each group by its id, excerpts in capitals."""
    made = [Copy(*each, *(() if len(each) == 3 else (False,))) for each in copies]
    found = group_copies(list("abcdef"), made, decided, ORDER)
    turned = group_copies(list("fedcba"), made[::-1], decided[::-1], ORDER)
    assert found == turned
    return {
        each.id: "".join(m.upper() if m in each.excerpts else m for m in each.members)
        for each in found
        if len(each.members) > 1
    }


def test_the_one_seen_first_gives_the_group_its_id() -> None:
    """Copies of copies belong together."""
    assert groups(("b", "c"), ("c", "d")) == {"b": "bcd"}


def test_an_excerpt_never_gives_the_id() -> None:
    """Even if it was seen first; and an excerpt of an excerpt belongs to the whole."""
    assert groups(("a", "c", True)) == {"c": "Ac"}
    assert groups(("a", "b", True), ("b", "c", True), ("a", "c", True)) == {"c": "ABc"}


def test_an_excerpt_of_two_statements_is_of_neither() -> None:
    """Nothing tells of which it is; of two copies of one statement it is."""
    assert groups(("a", "b", True), ("a", "c", True)) == {}
    assert groups(("a", "b", True), ("a", "c", True), ("b", "c")) == {"b": "Abc"}


def test_the_keeper_joins_and_sets_apart() -> None:
    """His word comes before what was found, and leaves the rest together."""
    assert groups(decided=(Decided("b", "d", joined=True),)) == {"b": "bd"}
    apart = Decided("c", "a", joined=False)
    assert groups(("a", "b"), ("b", "c"), ("a", "c"), decided=(apart,)) == {"a": "ab"}
    assert groups(("c", "a", True), decided=(apart,)) == {}


FINDING = (
    "Under the statute of the bay, and after a hearing of the guilds, I find that {thing} are needed for the defence of the harbour"
    " and of those who live by it. Without the help of the council the yards cannot be expected to build {thing} in time, nor in"
    " such numbers as the winter asks for. To buy {thing}, to make commitments to buy them, and to lend to who makes them is the"
    " cheapest and quickest way to what is wanted. So that nothing is lost to delay I set aside what the statute says of notice"
    " and of tenders, and have the clerk of the bay put this finding up at the tower, in the market and on the pier, where it stays"
    " until the ice is gone. Whoever would be heard against it may come on any morning of the week before the bell has been rung."
)


def test_orders_of_one_form_that_are_about_other_things_stay_two() -> None:
    """Of one source and day, in words without a capital: what the titles name is what the texts tell otherwise."""
    one, other = (
        member(FINDING.format(thing=thing), title=f"Finding on {thing}", kinds=("other",))
        for thing in ("wooden ice breakers", "copper lamps and long ropes")
    )
    assert kind(one, other) is None
    copy = member(
        FINDING.format(thing="wooden ice breakers").replace("cheapest", "best"), title="A finding of the bay"
    )
    assert kind(one, copy) == "same"


def test_statements_of_one_form_whose_titles_and_words_name_another_thing_stay_two() -> None:
    """Though what the other has in its place is in no title: "on the ice … forty boats", "on tugs … forty tugs"."""
    ice = PIER + " We shall send forty boats to the strait, and each of them will stay there."
    tugs = ice.replace("boats", "tugs")
    told = {"source": "bay.example", "posted_on": "2031-05-03"}
    one = member(ice, title="Statement by Minister Ada Verne on the ice", **told)
    other = member(tugs, title="Statement by Minister Ada Verne on tugs", **told)
    assert kind(one, other) is None
    assert kind(one, member(tugs, title="Statement by Minister Ada Verne on the ice", **told)) == "same"
    assert kind(one, member(ice, title="Statement by Minister Ada Verne on tugs", **told)) == "same"


def test_what_was_not_said_has_no_two_records() -> None:
    """Orders with differences all through are linked as nothing; of a speech the same is two who wrote it down."""
    words = FINDING.format(thing="lamps") * 2
    heard = words.replace("the ", "a ").replace("cannot", "can not").replace("nothing", "naught")
    assert kind(member(words, kinds=("other",)), member(heard, kinds=("other",), source="m.example")) is None
    spoken = {"kinds": ("speech",)}
    assert kind(member(words, **spoken), member(heard, **spoken, source="m.example")) == "transcript"


def test_what_an_office_wrote_and_read_aloud_is_no_excerpt() -> None:
    """A readout of its own, quoted at its briefing; what a newspaper prints of that briefing is an excerpt."""
    briefing = member(
        f"{FINDING.format(thing='lamps')} {PIER} {GREETING.format(land='Merrow', years=3)}",
        kinds=("briefing",),
    )
    assert kind(member(PIER, kinds=("readout",)), briefing) is None
    assert kind(member(PIER, kinds=("article",), source="paper.example"), briefing) == "excerpt"


def test_a_title_without_spaces_names_another_thing_in_two_signs_or_more() -> None:
    """One greeting to two countries on one day is two; at another office it would be a copy under its own title."""
    words = "閣下、{}の建国記念日にあたり、閣下ならびに貴国国民の皆様に心からお祝いを申し上げます。両国の友好は互いを敬う心のうちに育ってきました。これからも両国民のために育ち続けると信じております。"
    told = [
        {"title": f"高嵐港務大臣から{land}への祝辞", "language": "ja", "posted_on": "2031-05-03"}
        for land in ("オストレル", "メロー")
    ]
    lands = [
        member(words.format(land), **each) for land, each in zip(("オストレル", "メロー"), told, strict=True)
    ]
    assert kind(*lands) is None
    assert kind(lands[0], member(words.format("オストレル"), **told[0], source="paper.example")) == "same"
