"""What pages tell of versions and copies: steps, changes in their places, texts side by side, events, citations."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from onrecord.model import Change, CopyChange, CopySeen, Event, Held, Revision, Statement
from onrecord.publishing import Contents, Profile, Terms, publish_site
from onrecord.publishing.citing.boxes import cite_version
from onrecord.publishing.statement.revised import BesideView, Fold, RowView, view_beside, view_step
from onrecord.publishing.wings.histories import steps_of, view_copies
from onrecord.publishing.wings.stream import view_event
from publishing_record import AT, RecordInMemory, a_statement, a_turn, an_interview

SEEN = ("2031-02-03T08:00:00Z", "2031-03-05T08:00:00Z")


def a_change(
    old: str, new: str, kind: str = "wording", *, declared: bool = False, turn: int | None = 1
) -> Change:
    """Return a change of these words."""
    return Change(turn, kind, old, new, "The ferry ", " tonight.", declared)  # type: ignore[arg-type]


def a_record(*texts: str) -> RecordInMemory:
    """Return a record of one statement with these versions."""
    record = RecordInMemory()
    for text in texts:
        record.keep(a_statement("st-a", "Remarks", [a_turn(1, "Odo Prell", text)]), "https://tern.example/1")
    return record


def beside(record: RecordInMemory, *, apart: bool = False) -> BesideView:
    """Return its first two versions side by side."""
    revision = record.between("st-a", 1, 2)
    assert revision is not None
    step = view_step(revision, "st-a", shown=True)
    return view_beside(record.held("st-a", 1), record.held("st-a", 2), step, apart=apart)


def marks(row: RowView) -> list[tuple[str, str, int | None]]:
    """Return the marked pieces of both texts in one: mark, words, and the change that they are."""
    return [(each.mark, each.text, each.change) for one in row.both for each in one.pieces if each.mark]


def test_a_step_tells_its_interval_and_its_kinds() -> None:
    """The most frequent kind first; spacing is none; how much of it the source declares."""
    changes = (
        a_change("sails", "rests"),
        a_change("5", "7", "number", declared=True),
        a_change("a", "b"),
        a_change("", "", "cosmetic"),
    )
    step = view_step(Revision("st-a", 1, 2, SEEN, changes), "st-a", shown=True)
    assert (step.before, step.after) == ("3 February 2031, 08:00 UTC", "5 March 2031, 08:00 UTC")
    assert step.counts == (("wording", 2), ("number", 1))
    assert (step.declared, len(step.changes)) == (1, 3)
    assert step.path == "statements/st-a/diff/1-2/index.html"


def test_a_step_of_what_is_told_beside_the_words_has_no_page() -> None:
    """Both its ends are one version: it stands in the history alone."""
    step = view_step(
        Revision("st-a", 2, 2, SEEN, (a_change("Press", "Minister", "author", turn=None),)),
        "st-a",
        shown=True,
    )
    assert step.path is None
    assert step.counts == (("author", 1),)


def test_words_that_are_not_published_are_not_told() -> None:
    """The kind of a change is."""
    (change,) = view_step(
        Revision("st-a", 1, 2, SEEN, (a_change("sails", "rests"),)), "st-a", shown=False
    ).changes
    assert (change.kind, change.old, change.new, change.prefix, change.suffix) == ("wording", "", "", "", "")


def test_what_stands_around_a_change_is_cut_to_words() -> None:
    """As `diff` gives it, it may begin in the middle of one."""
    change = a_change("three", "five")
    change = msgspec.structs.replace(
        change, prefix="tes. The inspection itself took ", suffix=" hours; for the rest of the nigh"
    )
    (shown,) = view_step(Revision("st-a", 1, 2, SEEN, (change,)), "st-a", shown=True).changes
    assert (shown.prefix, shown.suffix) == ("… The inspection itself took ", " hours; for the rest of the …")


def test_words_of_one_version_alone_stand_around_no_change_of_the_other() -> None:
    """Where two changes stand near each other, what is around each ends at the other; the same words further apart do not."""
    was = "The ferry sails on three nights, and nobody has decided otherwise, and nobody has to pay."
    now = "The ferry sails on two nights, and somebody has decided otherwise, and nobody pays."
    places = [("three", "two"), ("nobody", "somebody"), ("has to pay", "pays")]
    told = []
    for old, new in places:
        at, end = now.index(new), now.index(new) + len(new)
        told.append(
            msgspec.structs.replace(
                a_change(old, new), prefix=now[max(0, at - 32) : at], suffix=now[end : end + 32]
            )
        )
    shown = view_step(Revision("st-a", 1, 2, SEEN, tuple(told)), "st-a", shown=True).changes
    assert [(each.prefix, each.suffix) for each in shown] == [
        ("The ferry sails on ", " nights, and …"),
        ("… nights, and ", " has decided otherwise, and …"),
        ("… decided otherwise, and nobody ", "."),
    ]
    for each, (old, new) in zip(shown, places, strict=True):
        for words, whole in ((old, was), (new, now)):
            assert (each.prefix + words + each.suffix).strip(" …") in whole


def test_changes_next_to_each_other_have_nothing_between() -> None:
    """One that is taken out at the other has no words of it around it; of two without words around them nothing is told."""
    before = msgspec.structs.replace(a_change("a", "b"), prefix="It is ", suffix=" and so")
    behind = msgspec.structs.replace(a_change("c", ""), prefix="It is b", suffix=" and so")
    shown = view_step(Revision("st-a", 1, 2, SEEN, (before, behind)), "st-a", shown=True).changes
    assert [(each.prefix, each.suffix) for each in shown] == [("It is ", "…"), ("…", " and so")]
    bare = msgspec.structs.replace(a_change("2031-03-02", "2031-03-03"), prefix="", suffix="")
    shown = view_step(Revision("st-a", 1, 2, SEEN, (bare, bare)), "st-a", shown=True).changes
    assert [(each.prefix, each.suffix) for each in shown] == [("", ""), ("", "")]


def test_what_differs_has_the_number_of_its_change() -> None:
    """Its first mark is the place that links lead to; no space is marked with the words."""
    view = beside(a_record("The ferry sails at five.", "The ferry rests at seven."))
    (row,) = (each for each in view.rows if isinstance(each, RowView))
    assert marks(row) == [("del", "sails", 1), ("ins", "rests", 1), ("del", "five", 2), ("ins", "seven", 2)]
    assert [(piece.first, piece.spaced) for piece in row.both[0].pieces if piece.mark] == [
        (True, True),
        (False, True),
    ] * 2
    assert (sorted(view.placed), view.unnamed) == ([1, 2], 0)


def test_side_by_side_the_places_stand_in_the_sides() -> None:
    """Each change has one place on the page, whichever view it is."""
    view = beside(a_record("The ferry sails.", "The ferry rests."), apart=True)
    (row,) = (each for each in view.rows if isinstance(each, RowView))
    firsts = [[piece.first for one in side for piece in one.pieces] for side in (row.old, row.new, row.both)]
    assert [sum(each) for each in firsts] == [1, 0, 0]


def test_long_stretches_that_are_the_same_are_folded() -> None:
    """One paragraph stays on either side of what differs; how many are folded is told."""
    same = [f"This is paragraph {n} of the speech on the harbour." for n in range(12)]
    view = beside(a_record("\n\n".join(["We sail.", *same]), "\n\n".join(["We rest.", *same])))
    assert [each if isinstance(each, Fold) else each.differs for each in view.rows] == [
        True,
        False,
        Fold(10, 1, 1),
        False,
    ]


def test_a_first_word_that_changes_stays_in_its_paragraph() -> None:
    """Both forms open one paragraph, with what follows behind them."""
    view = beside(a_record("We sail at five.\n\nGood night.", "They sail at five.\n\nGood night."))
    row = next(each for each in view.rows if isinstance(each, RowView) and each.differs)
    assert len(row.both) == 1
    assert [piece.text for piece in row.both[0].pieces] == ["We", "They", "sail at five."]


def test_steps_with_pages_are_those_seen_and_the_whole_way() -> None:
    """A text that comes back is told as it was seen; each pair once."""
    record = a_record("One is said.", "Two is said.", "Three is said.")
    entry = Contents(record, Profile(), Terms(lambda source: None, "full")).entries[0]
    assert steps_of(record.revisions("st-a"), entry) == [(1, 2), (2, 3), (1, 3)]
    assert steps_of([], entry) == []


def test_an_edit_leads_to_its_step() -> None:
    """With the kinds of its changes; what is new says nothing but that."""
    record = a_record("The ferry sails.", "The ferry does not sail.")
    contents = Contents(record, Profile(), Terms(lambda source: None, "full"))
    edited, new = (view_event(each, contents.by_id["st-a"]) for each in contents.events)
    assert (edited.what, edited.path, edited.kinds) == (
        "Edited",
        "statements/st-a/diff/1-2/index.html",
        ("negation",),
    )
    assert (new.what, new.path, new.because) == ("New", "statements/st-a/index.html", None)


def test_events_come_by_when_they_were_seen() -> None:
    """The latest first, in whatever order the record learnt of them."""

    class Late(RecordInMemory):
        def events(self) -> list[Event]:
            seen = ("2031-03-01T08:00:00Z", "2031-05-01T08:00:00Z", "2031-02-01T08:00:00Z")
            return [Event(at, "new", "st-a", None, None, None, (None, at), at, "", "@1") for at in seen]

    record = Late()
    record.keep(a_statement("st-a", "Remarks", [a_turn(1, None, "We sail.")]))
    contents = Contents(record, Profile(), Terms(lambda source: None, "full"))
    assert [each.id[:7] for each in contents.events] == ["2031-05", "2031-03", "2031-02"]


def test_copies_stand_in_their_tree() -> None:
    """Each below the one it is most like, with what it has otherwise; without the words where these are not published."""
    seen = ("2031-02-03T08:00:00Z", None)
    cut = (CopyChange("left_out", "not", "", "has"),)
    copies = (
        CopySeen(
            "a",
            "https://tern.example/1",
            "original",
            "tern.example",
            "Remarks",
            "2031-02-03",
            *seen,
            None,
            (),
        ),
        CopySeen(
            "b", "javascript:alert(1)", "syndicated", "courier.example", "In full", None, *seen, "a", cut
        ),
        CopySeen("c", None, "mirror", None, None, None, *seen, "b", ()),
    )
    first, second, third = view_copies(copies, shown=True)
    assert [(each.n, each.nearest, each.depth) for each in (first, second, third)] == [
        (1, None, 0),
        (2, 1, 1),
        (3, 2, 2),
    ]
    assert second.changes == (("leaves out", "has", "not", ""),)
    assert second.link is None
    assert view_copies(copies, shown=False)[1].changes == (("leaves out", "", "", ""),)


def held(statement: Statement) -> Held:
    """Return a statement as a record of one holds it."""
    record = RecordInMemory()
    record.keep(statement, "https://ministry.example/en/1")
    return record.held(statement.id)


def test_a_version_is_cited_in_every_form() -> None:
    """Who spoke, what it is, where and when; its address where there is one, else its record number."""
    box = cite_version(held(an_interview()), ("a", "b"), None, Profile(keeper="The press section"))
    forms = dict(box.forms)
    (csl,) = json.loads(forms["CSL-JSON"])
    assert csl["author"] == [{"literal": "Ilse Varga"}]
    assert csl["type"] == "interview"
    assert csl["archive_location"] == "st-interview/v1"
    assert csl["note"].startswith("version 1, sha256:")
    assert "author = {{Ilse Varga}}" in forms["BibTeX"]
    assert "UR  - https://ministry.example/en/1" in forms["RIS"]
    address = "https://record.example/statements/st-interview/v1/"
    assert f"AN  - {address}" in dict(cite_version(held(an_interview()), (), address, Profile()).forms)["RIS"]


def test_what_no_form_can_hold_is_no_fault() -> None:
    """Lone surrogates, controls and marks of other forms are written so that each form stays one."""
    hostile = a_statement("st-a", "}\\end{x}\ud800\x00\nTY  - X", [a_turn(1, None, "We sail.")])
    forms = dict(cite_version(held(hostile), (), None, Profile()).forms)
    assert json.loads(forms["CSL-JSON"])[0]["title"] == hostile.title
    assert forms["RIS"].count("\nTY  - ") == 0
    assert [line[:6] for line in forms["RIS"].splitlines()][:2] == ["TY  - ", "TI  - "]
    assert "\\textbraceright{}" in forms["BibTeX"]


@pytest.mark.parametrize(
    ("tag", "said"),
    [
        ("en", ": first seen 1 May 2026, 08:00 UTC, last seen at a time not known"),
        ("fr", " : vue pour la première fois le 1er mai 2026, 08:00 UTC, pour la dernière fois à une heure inconnue"),
    ],
)  # fmt: skip
def test_when_a_version_was_seen_is_said_as_the_language_says_it(tmp_path: Path, tag: str, said: str) -> None:
    """With the word that the language sets before a day, and none before a time that is not known."""
    record = RecordInMemory()
    for words in ("We will answer in May.", "We will answer in June."):
        record.keep(a_statement("st-edited", "Reply", [a_turn(1, None, words)]), "https://ministry.example/1")
    publish_site(record, tmp_path / "site", Profile(publish="full", interface=(tag,)), AT)
    (page,) = (tmp_path / "site" / "statements").glob("*/index.html")
    assert said in page.read_text(encoding="utf-8").replace("\u202f", " ").replace("\xa0", " ")
