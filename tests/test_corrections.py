"""The keeper's corrections: what they mend, that they hold when the reader changes, and that they are named where they do not."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from invented_captures import NOW, captured, exported, html_page, kept
from onrecord import Archive, Issue, Reading, explain, read
from onrecord.errors import NotFound, WrongCall
from onrecord.model import Statement
from onrecord.record import Record
from onrecord.record.keeper.correctionfile import parse_corrections
from onrecord.record.keeper.corrections import Corrections, read_corrections
from onrecord.record.keeper.mended import mend_reading

URL = "https://ferries.example/1"
TITLE = "Minister Anna Verne’s answers to media questions, Halvane, June 5, 2020"
PAGE = html_page(
    TITLE,
    "<b>Question:</b> Will the night ferry sail?",
    "<b>Anna Verne:</b> It will sail every night of the summer. Note: the pier is closed. And who asks, asks well.",
    "<b>Question:</b> And in winter?",
    "<b>Anna Verne:</b> In winter it sleeps, as we all should.",
)
WHO: dict[str, Any] = {"by": "Ines Marr", "why": "The recording has it so."}


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Return an archive of one page with four turns."""
    folder = tmp_path / "archive"
    kept(folder, [captured(PAGE, URL, "2020-06-06T08:00:00Z")]).close()
    return folder


def only(folder: Path) -> Statement:
    """Return the one statement of an archive, as it is shown."""
    with Archive.open(folder) as archive:
        (line,) = archive.list()
        return archive.show(line.id).statement


def correct(folder: Path, **wished: Any) -> Any:
    """Correct the one statement of an archive."""
    with Archive.open(folder) as archive:
        (line,) = archive.list()
        return archive.correct(line.id, now=NOW, **{**WHO, **wished})


def turns(statement: Statement) -> list[tuple[str | None, str | None, str | None, str]]:
    """Return label, speaker, role and words of each turn."""
    return [(turn.label, turn.speaker, turn.role, turn.text) for turn in statement.turns]


def test_a_speaker_is_corrected_and_both_are_shown(archive: Path) -> None:
    """What the reader read, what the keeper says, who, when and why stand beside the turn; the version stays."""
    before = only(archive)
    known = correct(archive, turn=1, sets={"speaker": "Bel Olm", "role": "questioner"})
    assert (known.versions, known.issues, known.undone) == ((1,), (), None)
    statement = only(archive)
    assert (before.turns[0].speaker, statement.turns[0].speaker) == (None, "Bel Olm")
    (mended,) = statement.corrections  # the role was read so before
    assert (mended.field, mended.turn, mended.read, mended.says) == ("speaker", 1, None, "Bel Olm")
    assert (mended.by, mended.on, mended.why) == ("Ines Marr", NOW, "The recording has it so.")
    with Archive.open(archive) as opened:
        assert [len(line.versions) for line in opened.list(speaker="Olm")] == [1]
        assert opened.verify().findings == ()


def test_no_captured_byte_is_touched(archive: Path) -> None:
    """The captures are the same, the ledger has one line more, the words are in a file of their own."""
    warc = (archive / "captures" / "000001.warc.gz").read_bytes()
    ledger = (archive / "ledger.jsonl").read_bytes()
    known = correct(archive, turn=2, sets={"label": "MINISTER VERNE"})
    assert (archive / "captures" / "000001.warc.gz").read_bytes() == warc
    added = (archive / "ledger.jsonl").read_bytes().removeprefix(ledger)
    event = json.loads(added)
    assert (event["event"], event["id"], event["by"]) == ("correction", known.id, "Ines Marr")
    assert "MINISTER VERNE" in (archive / known.file).read_text()
    assert "MINISTER VERNE" not in added.decode()


@pytest.mark.parametrize("field", ["given_on", "posted_on", "updated_on"])
def test_a_date_is_corrected(archive: Path, field: str) -> None:
    """The evidence says that the keeper decided, and has what was read as passed over."""
    read_as = getattr(only(archive), field)
    correct(archive, sets={field: "2020-06-04"})
    statement = only(archive)
    assert getattr(statement, field) == "2020-06-04"
    first, *others = statement.evidence[field]
    assert (first.value, first.from_, first.chosen) == ("2020-06-04", "keeper’s correction", True)
    assert not any(one.chosen for one in others)
    (mended,) = statement.corrections
    assert (mended.turn, mended.read) == (None, read_as)


def test_a_turn_begins_where_none_was_read(archive: Path) -> None:
    """Its label leaves the words before it; a label that other turns have brings their speaker and role."""
    correct(archive, begins="And who asks, asks well", sets={"label": "Question"})
    said = turns(only(archive))
    assert said[1][3] == "It will sail every night of the summer. Note: the pier is closed."
    assert said[2] == ("Question", None, "questioner", "And who asks, asks well.")
    assert len(said) == 5
    statement = only(archive)
    assert [turn.n for turn in statement.turns] == [1, 2, 3, 4, 5]
    with Archive.open(archive) as opened:
        page = opened.record.page(statement.id).page
    spans = {region.span for region in page.regions if region.name == "turn"}
    assert {turn.span for turn in statement.turns} <= spans


def test_a_printed_label_that_was_no_label_is_taken_out(archive: Path) -> None:
    """“Note: the pier” becomes a turn of Note, and the word stands in nobody's words."""
    correct(archive, begins="the pier is closed", sets={"label": "Note", "role": "narration"})
    said = turns(only(archive))
    assert said[1][3] == "It will sail every night of the summer."
    assert said[2] == ("Note", None, "narration", "the pier is closed. And who asks, asks well.")


def test_two_turns_become_one(archive: Path) -> None:
    """The label between them is words then; nothing of the page is lost."""
    correct(archive, turn=3, joins=True)
    said = turns(only(archive))
    assert len(said) == 3
    assert said[1][3].endswith("asks well.\n\nQuestion: And in winter?") or "And in winter?" in said[1][3]
    with Archive.open(archive) as opened:
        assert opened.verify().findings == ()


def test_a_speaker_of_the_whole_statement(archive: Path) -> None:
    """Without a turn, whom the statement names is another, in all turns of hers."""
    correct(archive, sets={"speaker": "Anne Vern", "office": "Minister of Ferries"})
    statement = only(archive)
    assert [(each.name, each.office) for each in statement.speakers] == [("Anne Vern", "Minister of Ferries")]
    assert [turn.speaker for turn in statement.turns] == [None, "Anne Vern"] * 2


def test_a_correction_survives_rebuild_and_loss_of_all_that_is_derived(archive: Path) -> None:
    """It is truth: the export is the same byte for byte."""
    correct(archive, turn=1, sets={"speaker": "Bel Olm"})
    with Archive.open(archive) as opened:
        before = list(opened.export())
        opened.rebuild()
        assert list(opened.export()) == before
    for name in ("record.sqlite", "record.sqlite-wal", "record.sqlite-shm"):
        (archive / name).unlink(missing_ok=True)
    with Archive.open(archive) as opened:
        assert list(opened.export()) == before
        assert opened.verify().findings == ()


def test_a_correction_is_taken_back(archive: Path) -> None:
    """What was read is shown again, the correction and its end are kept, and both stay in the ledger."""
    before = only(archive)
    known = correct(archive, turn=1, sets={"speaker": "Bel Olm"})
    with Archive.open(archive) as opened:
        undone = opened.undo(known.id, by="Odo Prell", why="It was another.", now=NOW)
        assert (undone.versions, undone.undone) == ((), f"{NOW}, Odo Prell: It was another.")
        assert opened.undo(known.id, by="Odo Prell", why="Again.", now=NOW) == undone
        assert [each.id for each in opened.corrections()] == [known.id]
        with pytest.raises(NotFound, match=r"^There is no correction 'cnone' in this archive"):
            opened.undo("cnone", by="Odo Prell", why="It was another.", now=NOW)
    assert only(archive) == before
    events = [json.loads(line)["event"] for line in (archive / "ledger.jsonl").read_text().splitlines()]
    assert events[-2:] == ["correction", "undone"]


def test_search_and_check_go_by_the_correction(archive: Path) -> None:
    """The index is caught up, and a verdict tells that its attribution rests on what the keeper says."""
    with Archive.open(archive) as opened:
        opened.index()
        (line,) = opened.list()
        opened.correct(line.id, turn=3, sets={"speaker": "Bel Olm"}, now=NOW, **WHO)
        (hit,) = opened.search('"and in winter"')
        assert hit.speaker == "Bel Olm"
        verdict = opened.check("And in winter?", speaker="Bel Olm")
        assert [(each.field, each.says) for each in verdict.corrections] == [("speaker", "Bel Olm")]
        assert opened.check("It will sail every night of the summer").corrections == ()


def test_a_correction_by_hand_is_taken_up_and_entered(archive: Path) -> None:
    """A file that somebody wrote mends at once; the ledger has its digest from then on, and `verify` agrees."""
    id_ = only(archive).id
    by_hand(archive, id_)
    assert only(archive).turns[0].speaker == "Bel Olm"
    assert b'"event":"correction","id":"first-question"' in (archive / "ledger.jsonl").read_bytes()
    with Archive.open(archive) as opened:
        assert opened.verify().findings == ()
    (archive / "corrections" / "hand.toml").unlink()
    with Archive.open(archive) as opened:
        (finding,) = opened.verify().findings
        assert (finding.code, finding.severity, finding.where) == (
            "lost_correction", "error", "corrections/hand.toml",
        )  # fmt: skip
        assert [hit.speaker for hit in opened.search("sail") if hit.turn == 1] == [None]


def by_hand(folder: Path, statement: str, **other: str) -> None:
    """Write a file with one correction, as somebody would by hand."""
    values = {
        "id": "first-question", "statement": statement, "by": "Ines Marr", "on": NOW, "why": "She said so.",
        "exact": "Will the night ferry sail?", "speaker": "Bel Olm",
    }  # fmt: skip
    lines = [f"{key} = {json.dumps(value)}" for key, value in (values | other).items()]
    folder.joinpath("corrections").mkdir(exist_ok=True)
    name = other.get("id", "hand")
    (folder / "corrections" / f"{name}.toml").write_text(
        "\n".join(["# by hand", "[[corrections]]", *lines]), encoding="utf-8"
    )


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("<b>Question:</b>  Will the   night ferry <i>sail</i>?", "<b>Anna Verne:</b> It will."),
        ("<b>Q:</b> Before. Will the night ferry sail? After.", "<b>Anna Verne:</b> It will."),
        ("<b>Bel Olm (Tarn Courier):</b> Will the “night” ferry sail?", "<b>Anna Verne:</b> It will."),
    ],
)
def test_the_anchor_holds_when_the_text_is_read_in_another_way(
    tmp_path: Path, paragraphs: tuple[str, ...]
) -> None:
    """Spacing, marks, case and borders of turns may change: the words are found again."""
    folder = tmp_path / "archive"
    kept(folder, [captured(html_page(TITLE, *paragraphs), URL, "2020-06-06T08:00:00Z")]).close()
    by_hand(folder, only(folder).id, speaker="Bel Olm-Tarn")
    assert "Bel Olm-Tarn" in [turn.speaker for turn in only(folder).turns]


@pytest.mark.parametrize(
    ("other", "code"),
    [
        ({"exact": "Will the day ferry sail?"}, "correction_unanchored"),
        ({"exact": "the"}, "correction_ambiguous"),
        ({"speaker": "none"}, "correction_needless"),
    ],
)
def test_what_does_not_hold_is_named(archive: Path, other: dict[str, str], code: str) -> None:
    """As an issue of the page and of the correction, with its file; nothing is guessed."""
    statement = only(archive)
    by_hand(archive, statement.id, **other)
    assert only(archive) == statement
    with Archive.open(archive) as opened:
        (known,) = opened.corrections()
        assert [(issue.code, "corrections/hand.toml" in issue.message) for issue in known.issues] == [
            (code, True)
        ]
        assert [issue.code for issue in opened.record.page(statement.id).issues][-1:] == [code]
        assert known.versions == ()


@pytest.mark.parametrize("other", [{"exact": "Will the day ferry sail?"}, {"speaker": "Bel Olm-Tarn"}])
def test_a_capture_that_shows_the_same_is_mended_by_itself(tmp_path: Path, other: dict[str, str]) -> None:
    """What was read is not taken over from a page that the keeper has a hand in, whether or not his correction holds."""
    page = PAGE.replace(
        "</body>", "<p>Whoever sails at night brings a lamp, and whoever has none walks.</p>" * 9 + "</body>"
    )
    archive = tmp_path / "archive"
    kept(archive, [captured(page, URL, "2020-06-06T08:00:00Z")]).close()
    by_hand(archive, only(archive).id, **other)
    with Record.open(archive) as record:
        (first,) = record.page_captures()
        record.add([captured(f"{page}<!-- printed anew -->", URL, "2020-06-07T08:00:00Z")], now=NOW)
        (again,) = record.page_captures()
        assert again.capture.captured_at == "2020-06-07T08:00:00Z"
        assert [issue.code for issue in again.issues] == [issue.code for issue in first.issues]
        assert again.statements == first.statements
        assert record.verify().findings == ()


def test_of_several_places_the_one_with_what_stands_around_is_meant(archive: Path) -> None:
    """Prefix and suffix choose."""
    by_hand(archive, only(archive).id, exact="Question", prefix="asks well.", suffix="And in winter")
    with Archive.open(archive) as opened:
        (known,) = opened.corrections()
    assert [issue.code for issue in known.issues] in (["correction_unanchored"], [])


def test_two_that_contradict_each_other_mend_nothing(archive: Path) -> None:
    """Neither is taken, both are named."""
    statement = only(archive)
    by_hand(archive, statement.id)
    by_hand(archive, statement.id, id="second", speaker="Odo Prell")
    assert only(archive).turns[0].speaker is None
    with Archive.open(archive) as opened:
        issues = [issue.code for known in opened.corrections() for issue in known.issues]
    assert issues == ["correction_conflict"] * 2


def test_what_the_reader_reads_otherwise_by_now_is_told(archive: Path) -> None:
    """The correction still holds, and says that it was written against another reading."""
    folder = archive / "corrections"
    by_hand(archive, only(archive).id)
    text = (folder / "hand.toml").read_text() + '\n[corrections.was]\nspeaker = "Anna Verne"\n'
    (folder / "hand.toml").write_text(text)
    assert only(archive).turns[0].speaker == "Bel Olm"
    with Archive.open(archive) as opened:
        (known,) = opened.corrections()
    assert ([issue.code for issue in known.issues], known.versions) == (["correction_outdated"], (1,))


def test_a_statement_that_is_not_there_is_named(archive: Path) -> None:
    """Its correction waits, and says so."""
    by_hand(archive, "nowhere")
    with Archive.open(archive) as opened:
        (known,) = opened.corrections()
    assert ([issue.code for issue in known.issues], known.versions) == (["correction_unanchored"], ())


@pytest.mark.parametrize(
    ("wished", "sentence"),
    [
        ({"turn": 9, "sets": {"label": "X"}}, r"Version 1 has the turns 1 to 4, there is no turn 9\."),
        ({"turn": 1}, r"This correction, \w+ mends nothing: write what is right"),
        ({"turn": 1, "sets": {"role": "officer"}}, r"'officer' is no role, did you mean 'official'\?"),
        ({"turn": 1, "sets": {"given_on": "2020-01-01"}}, r"given_on is of the whole statement"),
        ({"sets": {"given_on": "2020-13-01"}}, r"given_on '2020-13-01' is no day"),
        ({"sets": {"label": "X"}}, r"say which turn's label"),
        ({"turn": 1, "quote": "sail", "sets": {"label": "X"}}, r"Say one of the turn's number, words of it"),
        ({"quote": "the", "sets": {"label": "X"}}, r"“the” stands \d times in version 1: give more of it"),
        ({"quote": "winter came", "sets": {"label": "X"}}, r"“winter came” does not stand in version 1"),
        ({"turn": 1, "joins": True}, r"Nothing was corrected: no turn stands before that one"),
        (
            {"turn": 2, "sets": {"speaker": "Anna Verne"}},
            r"Nothing was corrected: the reader reads “Anna Verne” by now",
        ),
    ],
)
def test_a_wish_that_cannot_be_met_is_one_sentence(
    archive: Path, wished: dict[str, Any], sentence: str
) -> None:
    """And nothing is written."""
    with pytest.raises(WrongCall, match=sentence):
        correct(archive, **wished)
    assert list((archive / "corrections").iterdir()) == []


def test_a_contradicting_wish_is_refused(archive: Path) -> None:
    """The sentence says to take the other back first; saying the same again changes nothing."""
    known = correct(archive, turn=1, sets={"speaker": "Bel Olm"})
    assert correct(archive, turn=1, sets={"speaker": "Bel Olm"}) == known
    with pytest.raises(
        WrongCall, match=r"say different things of the same speaker; take the other back first"
    ):
        correct(archive, turn=1, sets={"speaker": "Odo Prell"})


FAULTS = {
    'id = "../../etc"': r"the id '../../etc' is not one",
    'id = "a/b"': r"the id 'a/b' is not one",
    'statment = "x"': r"unknown key 'statment', did you mean 'statement'\?",
    "by = 1": r"by is a number, write it as in",
    'exact = "—"': r"exact '—' has no letter in it",
    'on = "yesterday"': r"on 'yesterday' is no time",
    'role = "boss"': r"'boss' is no role",
    "begins = 1": r"begins is a number, write it as in begins = true",
    "begins = true\njoins = true": r"a turn cannot begin and be joined at one place",
    'why = ""': r"why is empty",
    'exact = "' + "x" * 2001 + '"': r"exact has more than 2,000 characters",
    "was = 1": r"was is a number",
}


@pytest.mark.parametrize("line", FAULTS)
def test_a_file_that_says_what_it_must_not_is_one_sentence(archive: Path, line: str) -> None:
    """Ids that would be paths too; nothing is answered until it is mended, and `verify` names the file."""
    values = {
        "id": '"one"', "statement": '"s"', "by": '"I"', "on": f'"{NOW}"', "why": '"w"', "exact": '"sail"', "speaker": '"B"',
    }  # fmt: skip
    for each in line.splitlines():
        key, _, value = each.partition(" = ")
        values[key] = value
    text = "\n".join(["[[corrections]]", *(f"{key} = {value}" for key, value in values.items())])
    (archive / "corrections" / "x.toml").write_text(text)
    with Record.open(archive) as record:
        with pytest.raises(WrongCall, match=rf"^corrections/x\.toml.*{FAULTS[line]}"):
            list(record.listed())
        assert "broken_correction_file" in [finding.code for finding in record.verify().findings]


def test_one_id_twice_and_an_end_without_a_beginning() -> None:
    """Each is one sentence."""
    one = {"id": "a", "statement": "s", "by": "I", "on": NOW, "why": "w", "given_on": "2020-01-01"}
    file = parse_corrections({"corrections": [one, {**one, "statement": "t"}]}, "x.toml")
    with pytest.raises(
        WrongCall, match=r"^x\.toml and x\.toml both have a correction a: give one another id\.$"
    ):
        Corrections([file])
    end = parse_corrections({"undone": [{"id": "b", "by": "I", "on": NOW, "why": "w"}]}, "y.toml")
    with pytest.raises(WrongCall, match=r"^y\.toml takes back b, and there is no such correction\.$"):
        Corrections([end])


def test_hostile_words_go_through_a_file_unchanged(archive: Path) -> None:
    """Quotation marks, line ends, bidi and terminal escapes are written so that the same is read again."""
    why = 'He said "\\no"\n\x1b[31mred\x1b[0m \u202eback\u202c = [[corrections]]'
    known = correct(archive, turn=1, sets={"speaker": "Bel \u202eOlm"}, why=why)
    (again,) = read_corrections(archive / "corrections").every.values()
    assert again.why == why
    assert known.why == why
    assert only(archive).corrections[0].says == "Bel \u202eOlm"


def test_read_and_explain_take_corrections(archive: Path, tmp_path: Path) -> None:
    """`read` and `explain` of a page show them as the archive does; the explanation has both values and who says so."""
    correct(archive, turn=1, sets={"speaker": "Bel Olm"})
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    (reading,) = read(page, url=URL, corrections=archive / "corrections")
    assert isinstance(reading, Reading)
    assert reading.statements[0].turns[0].speaker == "Bel Olm"
    (explained,) = explain(page, url=URL, corrections=archive / "corrections")
    assert not isinstance(explained, Issue)
    reason = explained.statements[0].reasons[-1]
    assert (reason.field, reason.value, reason.rule) == ("speaker of turn 1", "Bel Olm", "keeper.correction")
    assert reason.evidence.startswith(f"the keeper says so: Ines Marr, {NOW}: The recording has it so.")
    assert [one.value for one in reason.passed_over] == ["nothing"]
    with pytest.raises(NotFound, match=r"^There are no corrections at "):
        list(read(page, corrections=tmp_path / "none"))


def test_corrections_do_not_depend_on_when_they_came(tmp_path: Path) -> None:
    """Before the page was added or after it, in one file or in many: the record is the same."""
    first, second = tmp_path / "a", tmp_path / "b"
    one = captured(PAGE, URL, "2020-06-06T08:00:00Z")
    kept(first, [one]).close()
    id_ = only(first).id
    by_hand(first, id_)
    with Record.create(second, now=NOW) as record:
        by_hand(second, id_)
        record.add([one], now=NOW)
    with Record.open(first) as record, Record.open(second) as other:
        assert exported(record) == exported(other)
        assert [record.verify().findings, other.verify().findings] == [(), ()]


def test_a_reading_without_corrections_is_itself(archive: Path) -> None:
    """Nothing is copied where nothing is mended."""
    with Archive.open(archive) as opened:
        (line,) = opened.list()
        reading = opened.record.page(line.id)
    assert mend_reading(reading, lambda statement: ()) is reading
