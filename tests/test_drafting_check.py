"""Messages of one's own: begun from a template or a Word text, and checked; each fault names line and field."""

from __future__ import annotations

from pathlib import Path

import pytest

from drafting_office import FERRY, OFFICE, WRITER, made_office, write
from onrecord import KINDS, STATUSES, Archive, Draft, NotFound, WrongCall
from onrecord.drafting.word import write_docx


def checked(folder: Path, text: str) -> Draft:
    """Return what is found of a message in a new office."""
    office = made_office(folder / "office")
    write(office, text)
    with Archive.open(office) as archive:
        return archive.check_draft("night-ferry")


def faults(folder: Path, text: str) -> list[str]:
    """Return what is wrong in a message, without the name of its file."""
    return [issue.message.removeprefix("drafts/night-ferry.md, ") for issue in checked(folder, text).issues]


def test_a_message_is_read_as_it_says(tmp_path: Path) -> None:
    """Fields are what they say, and turns what the conventions of pages make of them."""
    draft = checked(tmp_path, FERRY)
    assert draft.issues == ()
    assert draft.read is not None
    assert (draft.read.kinds, draft.read.given_on, draft.read.place) == (
        ("interview",),
        "2026-05-14",
        "Vessel City",
    )
    assert [(one.name, one.office) for one in draft.read.speakers] == [("Ilse Varga", "Foreign Minister")]
    assert [(turn.label, turn.role, turn.speaker) for turn in draft.read.turns] == [
        ("Question", "questioner", None),
        ("Ilse Varga", "official", "Ilse Varga"),
    ]
    assert draft.read.turns[1].directions[0].text == "(Laughter.)"


def test_what_is_not_published_is_no_part_of_the_page(tmp_path: Path) -> None:
    """Who wrote it, the embargo, the address and the source stand nowhere in what is read."""
    told = FERRY.replace("written by", "embargo: 2026-05-14T18:00:00+02:00\nwritten by")
    draft = checked(tmp_path, told)
    assert draft.out_from == "2026-05-14T16:00:00Z"
    assert draft.read is not None
    assert draft.read.status == ()
    assert WRITER not in repr(draft.read)


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("title: Ilse Varga on the night ferry", "titel: X", "line 2, titel: this field is not known, did you mean 'title'?"),
        ("kinds: interview", "kinds: intervew", "line 3, kinds: 'intervew' is not known, did you mean 'interview'?"),
        ("kinds: interview", "kinds: interview, speech, letter", "line 3, kinds: 3 values are too many: give 2 values at most."),
        ("given on: 2026-05-14", "given on: 14 May", "line 6, given on: '14 May' is no day: write it with year, month and day, as in 2026-05-14."),
        ("given on: 2026-05-14", "given on: 2026-02-30", "line 6, given on: '2026-02-30' is no day: write it with year, month and day, as in 2026-05-14."),
        ("place: Vessel City", "venue: Vessel City", "line 7, venue: this field is not known, did you mean 'place'?"),
        ("language: en", "language: English!", "line 8, language: 'English!' is no language tag: write one like en, fr or pt-BR."),
        ("language: en", "language: en\nembargo: 18:00", "line 9, embargo: '18:00' is no time with its zone: write it as in 2026-05-14T18:00:00+02:00."),
        ("language: en", "language: en\nembargo: 2026-05-14T18:00:00", "line 9, embargo: '2026-05-14T18:00:00' is no time with its zone: write it as in 2026-05-14T18:00:00+02:00."),
        ("language: en", "language: en\ncontinues: perhaps", "line 9, continues: 'perhaps' is not known: write one of yes, no."),
        ("language: en", "language: en\npart: two", "line 9, part: 'two' is no number of a part: write 1, 2, …."),
        ("language: en", "language: en\nlanguage: fr", "line 9, language: it stands in line 8 already: keep one of them."),
        ("language: en", "language: en\nas agreed", "line 9: 'as agreed' is no field: write a name, a colon and a value, as in 'place: Vessel City'."),
        ("language: en", "language: en\naddress: https://elsewhere.example/1", "line 9, address: sources/office.toml does not speak for https://elsewhere.example/1: write one that begins with https://press.ferries.example/messages/."),
        ("- Ilse Varga, Foreign", "- Ilse Varga; Foreign", "line 5, speakers: 'Ilse Varga; Foreign Minister' has a semicolon: write name, comma, office, as in 'Ilse Varga, Foreign Minister', each speaker on a line."),
        ("written by: Ines Marr\n", "", "written by: this field is needed (who wrote it; is not published), write it as in 'written by: Ines Marr'."),
        ("given on: 2026-05-14\n", "", "given on: no day is told, write the day on which it is said as in 'given on: 2026-05-14', or posted on."),
        ("Will the night ferry", "[Write the question here.] Will the night ferry", "line 12: this is still the template’s: write the words in its place."),
        ("\n---\n\n**Question", "\n\n**Question", "line 1: the fields have no end: write a line --- below the last of them."),
    ],
)  # fmt: skip
def test_a_fault_names_line_and_field(old: str, new: str, said: str, tmp_path: Path) -> None:
    """And says what to do; nothing is guessed in its place."""
    assert said in faults(tmp_path, FERRY.replace(old, new, 1))


@pytest.mark.parametrize("text", ["", "The night ferry sails on Sunday.\n"])
def test_a_file_without_fields_is_told_so_once(text: str, tmp_path: Path) -> None:
    """Not one fault for each field that would be needed."""
    told = [each for each in faults(tmp_path, text) if "field" in each and "no words" not in each]
    assert told == [
        "line 1: there are no fields: begin with a line ---, below it the fields and a line --- again; `onrecord draft new` writes such a file."
    ]


def test_every_fault_is_told_at_once_in_the_order_of_lines(tmp_path: Path) -> None:
    """Who mends one does not have to look for the next."""
    told = faults(tmp_path, FERRY.replace("interview", "intervew").replace("2026-05-14", "today"))
    assert [each.split(",")[0] for each in told] == ["line 3", "line 6"]


def test_what_would_be_read_otherwise_is_told_before_it_is_out(tmp_path: Path) -> None:
    """A label that is taken for words, as nobody is named so, is told with its line."""
    draft = checked(tmp_path, FERRY.replace("**Ilse Varga:**", "**The other lady:**"))
    assert any("line 14" in issue.message and "The other lady" in issue.message for issue in draft.issues)


def test_a_label_that_is_nearly_a_speakers_name_is_told(tmp_path: Path) -> None:
    """A letter too many makes another person of the minister: who releases it is warned."""
    draft = checked(tmp_path, FERRY.replace("**Ilse Varga:**", "**Ilse Vargas:**"))
    (warned,) = [each for each in draft.issues if each.severity == "warning"]
    assert (
        "line 14: the label 'Ilse Vargas' is none of the speakers: did you mean 'Ilse Varga'?"
        in warned.message
    )


def test_what_is_only_read_from_the_title_is_told(tmp_path: Path) -> None:
    """A place that no field says is not taken over in silence."""
    text = FERRY.replace("on the night ferry", "’s remarks at the harbour, Port Orlin, May 14, 2026").replace(
        "place: Vessel City\n", ""
    )
    (issue,) = [each for each in checked(tmp_path, text).issues if "place" in each.message]
    assert (issue.severity, issue.code) == ("note", "draft_read_so")
    assert "Port Orlin" in issue.message


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Press contact: +44 20 7946 0000", "'Press contact: +44 20 7946 0000' is read as the end of a page"),
        ("The lamp *burns*. See <https://ferries.example/lamp>.", "'The lamp burns. See https://ferries.example/lamp.' is read as the end of a page"),
    ],
)  # fmt: skip
def test_words_that_nobody_would_see_are_told_with_their_line(
    written: str, said: str, tmp_path: Path
) -> None:
    """What the reader takes for the furniture of a page is on no page, and is not released in silence."""
    (fault,) = faults(tmp_path, f"{FERRY}\n{written}\n")
    assert (
        fault
        == f"line 18: {said}, not as words, so nobody would see it: write it otherwise, or leave it out."
    )


def test_a_dateline_and_a_field_among_the_words_are_told(tmp_path: Path) -> None:
    """A first line with town and day, and a line that looks like a field, are no words to a reader either."""
    above = "**Vessel City, 14 May 2026** – The ferries will sail, the Minister said.\n\n"
    speech = FERRY.replace("interview", "speech").split("**Question:**")[0]
    (dateline,) = faults(tmp_path / "dateline", f"{speech}{above}Good evening to all of you here.\n")
    assert dateline.startswith("line 12: 'Vessel City, 14 May 2026 – The ferries will sail,")
    told = faults(tmp_path / "field", f"{speech}Outlet: Orlin Post\n\nGood evening to all of you here.\n")
    assert any("'Outlet: Orlin Post' is read as a field of the page, not as words" in each for each in told)


def test_the_comma_of_a_script_parts_name_and_office(tmp_path: Path) -> None:
    """As people write it, in Arabic and in Chinese; the name alone is who speaks."""
    name, office = "إلزا فارغا", "وزيرة الخارجية"
    text = FERRY.replace("Ilse Varga on the", "On the")
    written = text.replace("Ilse Varga, Foreign Minister", f"{name}، {office}")
    draft = checked(tmp_path / "arabic", written.replace("**Ilse Varga:**", f"**{name}:**"))
    assert [issue.message for issue in draft.issues] == []
    assert draft.read is not None
    assert [(one.name, one.office) for one in draft.read.speakers] == [(name, office)]
    assert draft.read.turns[1].speaker == name
    chinese = text.replace("Ilse Varga, Foreign Minister", "王丽，外交部长").replace(
        "**Ilse Varga:**", "**王丽:**"
    )
    told = checked(tmp_path / "chinese", chinese).read
    assert told is not None
    assert [(one.name, one.office) for one in told.speakers] == [("王丽", "外交部长")]


def test_two_speakers_on_one_line_are_told(tmp_path: Path) -> None:
    """Else one of them would stand in the other's office."""
    one_line = "Ilse Varga, Foreign Minister, Marek Halm, Minister of Ferries"
    text = FERRY.replace("Ilse Varga, Foreign Minister", one_line) + "\n**Marek Halm:** On Sunday.\n"
    draft = checked(tmp_path, text)
    (warning,) = [issue for issue in draft.issues if issue.severity == "warning"]
    assert "line 4, speakers: 'Marek Halm' stands in the office of 'Ilse Varga'" in warning.message


def test_the_wrong_office_is_told(tmp_path: Path) -> None:
    """A message is of a source file that says own = true; several are told apart by name."""
    folder = made_office(tmp_path / "a", OFFICE.replace("own = true\n", ""))
    with (
        Archive.open(folder) as archive,
        pytest.raises(NotFound, match="do so once with `onrecord draft office"),
    ):
        archive.draft("night-ferry")
    (folder / "sources" / "office.toml").write_text(OFFICE, "utf-8")
    other = OFFICE.replace("Ferries", "Locks").replace("ferries", "locks")
    (folder / "sources" / "locks.toml").write_text(other, "utf-8")
    with Archive.open(folder) as archive:
        with pytest.raises(WrongCall, match="Several offices write here"):
            archive.draft("night-ferry")
        draft, _ = archive.draft("night-ferry", {"source": ["ministry of locks of verland"]})
        assert draft.url == "https://press.locks.example/messages/night-ferry"


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_is_kept(kind: str, tmp_path: Path) -> None:
    """Each kind of the model can be written."""
    text = FERRY.replace("kinds: interview", f"kinds: {kind}")
    assert [issue for issue in checked(tmp_path, text).issues if issue.severity == "error"] == []


@pytest.mark.parametrize("status", [each for each in STATUSES if each != "embargo"])
def test_every_status_is_kept(status: str, tmp_path: Path) -> None:
    """Each status of the model can be written, but that of an embargo, which is a time."""
    draft = checked(tmp_path, FERRY.replace("language: en", f"language: en\nstatus: {status}"))
    assert [issue for issue in draft.issues if issue.severity == "error"] == []
    assert draft.read is not None
    assert draft.read.status == (status,)


def test_a_template_becomes_a_message(tmp_path: Path) -> None:
    """What is known is filled in, what is not is asked for, and what is still the template's is not right."""
    office = made_office(tmp_path / "office")
    with Archive.open(office) as archive:
        values = {
            "kinds": ["interview"],
            "speakers": ["Ilse Varga, Foreign Minister"],
            "written by": [WRITER],
        }
        draft, _ = archive.draft("night-ferry", values)
        told = [issue.message.split(", ", 1)[1] for issue in draft.issues]
        assert [each.partition(":")[0] for each in told] == [
            *("line 4, title", "line 9, given on", "line 17, language", "line 28", "line 30"),
        ]
        with pytest.raises(WrongCall, match="is there already"):
            archive.draft("night-ferry", {})
    text = (office / draft.file).read_text("utf-8")
    for old, new in (
        ("\ntitle:\n", "\ntitle: On the night ferry\n"),
        ("given on:\n", "given on: 2026-05-14\n"),
        ("language:\n", "language: en\n"),
        ("[Write the question here.]", "Will it sail?"),
        ("[Write the words here.]", "It will sail on Sunday, and on every Sunday behind that."),
    ):
        text = text.replace(old, new)
    (office / draft.file).write_text(text, "utf-8")
    with Archive.open(office) as archive:
        assert archive.check_draft("night-ferry").issues == ()


@pytest.mark.parametrize("name", ["Night Ferry", "../ferry", "ferry.md.md", "", "-", "fähre"])
def test_a_name_is_fit_for_an_address(name: str, tmp_path: Path) -> None:
    """It ends the address of the message, and is no way out of the folder of drafts."""
    with (
        Archive.open(made_office(tmp_path / "office")) as archive,
        pytest.raises(WrongCall, match="is no name of a message"),
    ):
        archive.draft(name)


def test_a_word_text_becomes_a_message(tmp_path: Path) -> None:
    """Its first lines are fields, its paragraphs words; bold labels stay bold, and signs of Markdown stay signs."""
    lines = (
        *(
            "Ilse Varga on the night ferry",
            "Kinds: interview",
            "Speakers: Ilse Varga, Foreign Minister",
            "Given on: 2026-05-14",
        ),
        *(
            "Language: en",
            "Written by: Ines Marr",
            "**Question:** Will it sail at 5 * 3 o’clock, or [not](yet)?",
        ),
        "**Ilse Varga:** It will sail on Sunday, as it did before the winter.",
        "# 1 is the berth, & <b>not</b> &amp; 2_3_4.",
    )
    (tmp_path / "ferry.docx").write_bytes(write_docx(lines))
    with Archive.open(made_office(tmp_path / "office")) as archive:
        draft, issues = archive.draft("night-ferry", docx=tmp_path / "ferry.docx")
    assert issues == ()
    assert draft.issues == ()
    assert draft.read is not None
    assert draft.title == "Ilse Varga on the night ferry"
    assert [(turn.label, turn.text) for turn in draft.read.turns] == [
        ("Question", "Will it sail at 5 * 3 o’clock, or [not](yet)?"),
        (
            "Ilse Varga",
            "It will sail on Sunday, as it did before the winter.\n\n# 1 is the berth, & <b>not</b> &amp; 2_3_4.",
        ),
    ]


def test_a_template_as_a_word_text_comes_back(tmp_path: Path) -> None:
    """What was filled in is there again, and what is still the template's is told as in any draft; the bytes are the same."""
    values = {
        "kinds": ["interview"],
        "speakers": ["Ilse Varga, Foreign Minister", "Odo Prell"],
        "language": ["en"],
    }
    with Archive.open(made_office(tmp_path / "office")) as archive:
        text = archive.word_template(values)
        assert text == archive.word_template(values)
        (tmp_path / "ferry.docx").write_bytes(text)
        draft, issues = archive.draft("night-ferry", {"written by": [WRITER]}, docx=tmp_path / "ferry.docx")
    assert issues == ()
    assert draft.written_by == WRITER
    told = [issue.message.split(", ", 1)[1].partition(":")[0] for issue in draft.issues]
    assert told == ["line 4, title", "line 10, given on", "line 28", "line 30"]


def test_what_is_no_word_text_is_told(tmp_path: Path) -> None:
    """A file of another kind, or a broken one, is one sentence, and leaves no draft behind."""
    office = made_office(tmp_path / "office")
    (tmp_path / "a.docx").write_bytes(b"PK\x03\x04 no")
    (tmp_path / "b.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    with Archive.open(office) as archive:
        for name, said in (
            ("a.docx", "save it again as DOCX"),
            ("b.doc", "is no Word text"),
            ("c.docx", "cannot be read"),
        ):
            with pytest.raises((WrongCall, NotFound), match=said):
                archive.draft("night-ferry", docx=tmp_path / name)
    assert list((office / "drafts").iterdir()) == []


def test_markup_in_a_message_is_text(tmp_path: Path) -> None:
    """HTML in the words or a field is shown as it was written, and runs nowhere."""
    hostile = "<script>alert(1)</script>"
    text = FERRY.replace("Vessel City", f"Vessel {hostile}").replace("Nobody has", f"Nobody {hostile} has")
    draft = checked(tmp_path, text)
    assert draft.read is not None
    assert draft.read.place == f"Vessel {hostile}"
    assert hostile in draft.read.turns[1].text
