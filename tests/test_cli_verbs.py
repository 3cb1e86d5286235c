"""The verbs on a small record of invented harbours: what is printed where, and with which exit code."""

from __future__ import annotations

import io
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from invented_warcs import gzipped, record, response
from onrecord.cli.front import run

PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Minister of Harbours Ada Verne’s interview</title></head>
<body><nav><a href="/">Home</a> <a href="/all">All messages</a></nav>
<main><h1>Minister of Harbours Ada Verne’s interview with the Tarn Courier, Port Ellery, March 2, 2021</h1>
<p><b>Question:</b> Will the old quay be closed this summer?</p>
<p><b>Ada Verne:</b> The old quay stays open for every boat that needs it. We will not sell a single stone of it.</p>
<p><b>Question:</b> And the new one?</p>
<p><b>Ada Verne:</b> The new quay will be ready when the builders say so [bold], and not a day \u202ebefore\u202c.</p>
</main><footer>Ministry of Harbours, 1 Quay Street</footer></body></html>
"""
AS_SAID = "The old quay stays open for every boat that needs it."
ALTERED = "The old quay stays open for every yacht that needs it."
NEVER_SAID = "Sugar grows best where nobody ever counted the windmills."


class Outcome(NamedTuple):
    """What one call printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def values(self) -> list[Any]:
        """Return the JSON values on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]


Call = Callable[..., Outcome]


@pytest.fixture
def call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    """Return a function that calls the command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("ONRECORD_ARCHIVE", raising=False)

    def called(*arguments: str, given: str | None = None) -> Outcome:
        if given is not None:
            monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given.encode())))
        code = run(arguments)
        printed = capfd.readouterr()
        return Outcome(code, printed.out, printed.err)

    return called


@pytest.fixture
def harbours(call: Call, tmp_path: Path) -> Call:
    """Return the same function, in a folder with an archive of one interview."""
    (tmp_path / "quays.html").write_text(PAGE, encoding="utf-8")
    when = "2021-03-03T08:00:00Z"
    added = call("add", "quays.html", "--url", "https://harbours.example/1", "--captured-at", when)
    assert added == (
        0,
        "1 capture new, 0 seen before, 0 not readable.\n1 statement read, 1 new to the record.\n",
        "",
    )
    return call


@pytest.mark.parametrize("refused", ["absent.html", "picture.png", "empty.html", "ftp://harbours.example/2"])
def test_adding_nothing_makes_no_archive(call: Call, tmp_path: Path, refused: str) -> None:
    """Where nothing can be kept, no archive is left behind; a page that stood before what is absent is not half kept."""
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(40))
    (tmp_path / "empty.html").touch()
    (tmp_path / "quays.html").write_text(PAGE, encoding="utf-8")
    assert call("add", refused).code == 2
    assert not (tmp_path / "archive").exists()
    added = call("add", "quays.html", refused)
    assert (tmp_path / "archive").exists() == (refused in {"picture.png", "empty.html"})
    assert added.code == 2
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs" / "letter.txt").write_text("Dear minister,")
    assert "name a new or empty folder" in call("add", "quays.html", "--archive", "theirs").err


def test_an_announcement_names_who_announced_it(call: Call, tmp_path: Path) -> None:
    """Two sources may announce the same a day apart: each line says whose list it was."""
    entry = '<li>{} - <a href="/{}">Minister Ada Verne’s answers to media questions, March 2, 2021</a><p>A lead.</p></li>'
    other = '<li>01.0{}.2021 - <a href="/o{}">On the harbour of Tarn, number {}</a><p>Another lead.</p></li>'
    for host, day in (("harbours.example", "02.03.2021"), ("embassy.example", "03.03.2021")):
        entries = entry.format(day, 7) + "".join(other.format(n, n, n) for n in range(1, 5))
        page = f"<!doctype html><html lang='en'><title>Latest</title><h1>Latest messages</h1><ul>{entries}</ul></html>"
        (tmp_path / "list.html").write_text(page, encoding="utf-8")
        assert (
            call(
                "add", "list.html", "--url", f"https://{host}/", "--captured-at", "2021-03-04T08:00:00Z"
            ).code
            == 0
        )
    lines = [line for line in call("list", "--announced").out.splitlines() if "answers to media" in line]
    title = "Minister Ada Verne’s answers to media questions, March 2, 2021"
    assert lines == [
        f"not held  2021-03-03  {title}  (embassy.example)",
        f"not held  2021-03-02  {title}  (harbours.example)",
    ]


def test_read_shows_a_page_and_keeps_nothing(call: Call, tmp_path: Path) -> None:
    """The summary names what was told of the page, and each turn by its label, role and first words."""
    (tmp_path / "quays.html").write_text(PAGE, encoding="utf-8")
    shown = call("read", "quays.html")
    assert (shown.code, shown.err) == (0, "")
    assert "given on  2021-03-02\n" in shown.out
    assert f"2  Ada Verne  official  {AS_SAID}" in shown.out
    assert "say so [bold], and not a day ⟨U+202E⟩before⟨U+202C⟩." in shown.out
    assert [path.name for path in tmp_path.iterdir()] == ["quays.html"]


def test_read_gives_readings_as_json_lines(call: Call) -> None:
    """Standard input is a page like any other, and each Reading is one line."""
    shown = call("read", "-", "--json", given=PAGE)
    (reading,) = shown.values
    assert shown.code == 0
    assert "\u202e" not in shown.out
    assert [turn["label"] for turn in reading["statements"][0]["turns"]] == ["Question", "Ada Verne"] * 2
    assert "\u202ebefore" in reading["statements"][0]["turns"][3]["text"]


def test_read_names_what_is_not_readable(call: Call, tmp_path: Path) -> None:
    """An unreadable file is one sentence and the exit code 2, whatever else was readable."""
    (tmp_path / "empty.html").write_bytes(b"")
    (tmp_path / "quays.html").write_text(PAGE, encoding="utf-8")
    alone = call("read", "empty.html", "--json")
    assert (alone.code, alone.out) == (2, "")
    assert alone.err.splitlines()[0].startswith("empty.html")
    both = call("read", "empty.html", "quays.html", "--json")
    assert (both.code, len(both.values), len(both.err.splitlines())) == (2, 1, 1)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("plain.warc", b"Ferries sail at dawn.\n", "holds no WARC record: if it is a page"),
        ("moved.warc", response("https://harbours.example/1", status="301 Moved"), "HTTP status: 301: 1"),
        ("asked.warc", record("request", b"GET / HTTP/1.1\r\n\r\n"), "no capture, only request: 1"),
        ("nothing.warc.gz", gzipped([b""]), "holds no WARC record"),
        ("again.warc", record("revisit", b"", "WARC-Refers-To: <urn:uuid:1>"), "a revisit of urn:uuid:1"),
    ],
)
def test_a_warc_without_a_page_is_told(
    call: Call, tmp_path: Path, name: str, content: bytes, said: str
) -> None:
    """Whoever gives one is told what is wrong with it, by `read` and by `add`, and no archive is made of it."""
    (tmp_path / name).write_bytes(content)
    shown = call("read", name)
    assert (shown.code, shown.out) == (2, "")
    assert said in shown.err
    assert name in shown.err
    added = call("add", name)
    if name == "again.warc":  # kept until its page comes
        assert added.code == 0
        assert "1 revisit waits for the page it repeats" in added.out
        assert (tmp_path / "archive").exists()
    else:
        assert added.code == 2
        assert said in added.err
        assert not (tmp_path / "archive").exists()


def test_what_was_passed_over_is_said_beside_what_was_read(call: Call, tmp_path: Path) -> None:
    """Pages that answered with an error or a redirection are counted on standard error; that is no failure."""
    page = response("https://harbours.example/1", PAGE.encode())
    moved = response("https://harbours.example/2", b"", status="301 Moved Permanently")
    (tmp_path / "a.warc").write_bytes(page + moved)
    for verb in ("read", "add"):
        done = call(verb, "a.warc")
        assert done.code == 0
        assert done.err == "In a.warc, captures that are no pages were passed over, by HTTP status: 301: 1.\n"


def test_add_names_the_file_that_was_given(call: Call, tmp_path: Path) -> None:
    """What is wrong with a page is told of the file that the user knows, not of the archive's own."""
    (tmp_path / "blank.txt").write_text(" \n\n")
    (tmp_path / "odd.html").write_bytes(b"<html><meta charset=utf-9><p>Caf\xe9.")
    added = call("add", "blank.txt", "odd.html", "--json")
    assert added.err == "blank.txt: The page holds no text.\n"
    messages = {issue["code"]: issue for issue in added.values[0]["issues"]}
    assert {issue["locator"]["file"] for issue in messages.values()} == {"blank.txt", "odd.html"}
    assert "captures/" not in added.out


def test_what_a_folder_holds_beside_pages_is_counted_as_not_taken(call: Call, tmp_path: Path) -> None:
    """A table and a program among pages are no wrong call; alone they leave nothing to add, and the counts say why."""
    for name, content in {
        "pages/quays.html": PAGE.encode(),
        "pages/tides.csv": b"day,height\n1,4\n",
        "pages/pump": b"\x7fELF\x02\x01\x01" + bytes(9),
        "tables/tides.csv": b"day,height\n1,4\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(content)
    added = call("add", "pages")
    assert (added.code, added.out.splitlines()[0]) == (
        0,
        "1 capture new, 0 seen before, 0 not readable, 2 not taken.",
    )
    assert "tides.csv is a table" in added.err
    alone = call("add", "tables")
    assert (alone.code, alone.out.splitlines()[0]) == (
        2,
        "0 captures new, 0 seen before, 0 not readable, 1 not taken.",
    )


def test_add_twice_changes_nothing(harbours: Call) -> None:
    """The same capture is seen before, and the export stays the same."""
    before = harbours("export").out
    when = "2021-03-03T08:00:00Z"
    again = harbours(
        "add", "quays.html", "--url", "https://harbours.example/1", "--captured-at", when, "--json"
    )
    assert (again.code, again.values[0]["new"], again.values[0]["seen_before"]) == (0, 0, 1)
    assert harbours("export").out == before


@pytest.mark.parametrize("verb", [("list",), ("add", "quays.html"), ("verify",)])
def test_deriving_again_after_an_upgrade_is_said(
    harbours: Call, monkeypatch: pytest.MonkeyPatch, verb: tuple[str, ...]
) -> None:
    """Whatever verb opens the archive first says in one sentence what took so long; the next says nothing."""
    monkeypatch.setattr("onrecord.record.tables.tables._code", lambda: "another reader")
    done = harbours(*verb)
    assert (done.code, done.err) == (
        0,
        "The record in archive was derived again from its captures and ledger.\n",
    )
    assert harbours(*verb).err == ""


def test_a_record_that_cannot_be_read_is_a_finding(harbours: Call, tmp_path: Path) -> None:
    """`verify` says that the tables were damaged, although they are in order again; the next time nothing differs."""
    (tmp_path / "archive" / "record.sqlite").write_bytes(b"junk" * 1000)
    verified = harbours("verify")
    assert verified.code == 1
    assert "could not be read (file is not a database) and was derived again" in verified.out
    assert harbours("verify").code == 0


def test_list_is_one_plain_line_a_statement(harbours: Call) -> None:
    """In a pipe there are no tabs, no folds and no styles."""
    listed = harbours("list")
    assert listed.out.count("\n") == 1
    assert "  2021-03-02  Minister of Harbours Ada Verne’s interview with the Tarn Courier" in listed.out
    assert not {"\t", "\x1b"} & set(listed.out)
    assert harbours("list", "--json").values[0]["given_on"] == "2021-03-02"


def test_list_takes_filters(harbours: Call) -> None:
    """What passes no filter is said on standard error, and is no error."""
    assert (
        harbours("list", "--kind", "interview", "--speaker", "Verne", "--since", "2021").out.count("\n") == 1
    )
    nothing = harbours("list", "--kind", "speech")
    said = "There is no statement of the kind 'speech' in this archive."
    assert nothing == (0, "", f"Nothing found, so narrowed, among 1 statement.\n{said}\n")
    assert harbours("list", "--announced").code == 0
    wrong = harbours("list", "--kind", "sermon")
    assert (wrong.code, wrong.out) == (2, "")
    assert "no kind “sermon”" in wrong.err


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html", "page"])
def test_show_has_five_forms(harbours: Call, form: str) -> None:
    """Each form holds the words and nothing unseen: visible for people, HTML too, and as escapes in JSON."""
    id_ = harbours("list", "--json").values[0]["id"]
    shown = harbours("show", id_, "--as", form)
    assert (shown.code, shown.err) == (0, "")
    assert AS_SAID in shown.out
    assert "\u202e" not in shown.out
    assert ("⟨U+202E⟩before⟨U+202C⟩" in shown.out) == (form != "json")
    assert form != "json" or "\u202ebefore\u202c" in shown.values[0]["statement"]["turns"][3]["text"]


def test_show_of_what_is_not_there(harbours: Call) -> None:
    """A wrong id or version is one sentence that says what to do."""
    id_ = harbours("list", "--json").values[0]["id"]
    for arguments in (["show", "nothing"], ["show", id_, "--version", "7"]):
        wrong = harbours(*arguments)
        assert (wrong.code, wrong.out, wrong.err.count("\n")) == (2, "", 1)


def test_search_finds_turns(harbours: Call) -> None:
    """Words need no quotation marks of the shell; nothing found is said on standard error."""
    assert [hit["turn"] for hit in harbours("search", "single", "stone", "--json").values] == [2]
    assert "Ada Verne  The *old quay stays* open" in harbours("search", '"old quay stays"').out
    assert harbours("search", "windmill") == (0, "", "Nothing found among 1 statement.\n")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (
            ["--source", "harbour.example"],
            "There is no source 'harbour.example' in this archive: did you mean 'harbours.example'?",
        ),
        (
            ["--source", "elsewhere.invalid"],
            "There is no source 'elsewhere.invalid' in this archive: `onrecord sources` lists those there are.",
        ),
        (
            ["--speaker", "Vernne"],
            "There is no speaker 'Vernne' in this archive: did you mean 'Ada Verne'?",
        ),
        (
            ["--language", "xx"],
            "There is no statement in the language 'xx' in this archive: there are en.",
        ),
    ],
)
@pytest.mark.parametrize("verb", [["search", "quay"], ["list"]])
def test_what_no_filter_can_find_is_told(
    harbours: Call, verb: list[str], asked: list[str], said: str
) -> None:
    """Who asks for a source, a speaker or a language that the record does not have is told so, with the nearest."""
    found = harbours(*verb, *asked)
    assert (found.code, found.out) == (0, "")
    assert said in found.err
    assert harbours(*verb, *asked, "--json").err == found.err


@pytest.mark.parametrize("question", [["search", "quay"], ["check", AS_SAID]])
def test_a_missing_index_is_told(harbours: Call, tmp_path: Path, question: list[str]) -> None:
    """After an add there is nothing to wait for; where the index is gone, one sentence says why the answer takes longer."""
    assert harbours(*question).err == ""
    shutil.rmtree(tmp_path / "archive" / "search")
    assert (
        harbours(*question).err == "There is no search index that this version can use: it is built first.\n"
    )
    assert harbours(*question).err == ""


@pytest.mark.parametrize(
    ("arguments", "code", "wording"),
    [
        ([AS_SAID], 0, "verbatim"),
        ([AS_SAID, "--speaker", "Ada Verne", "--date", "2021-03-02"], 0, "verbatim"),
        ([AS_SAID, "--speaker", "Orla Finn"], 1, "verbatim"),
        ([AS_SAID, "--date", "2019-01-01"], 1, "verbatim"),
        ([ALTERED], 1, "altered"),
        ([NEVER_SAID], 3, "not_found"),
        (["quay"], 3, "too_short"),
    ],
)
def test_check_answers_by_its_exit_code(
    harbours: Call, arguments: list[str], code: int, wording: str
) -> None:
    """0 agrees, 1 contradicts on any axis, 3 cannot tell; the verdict is one JSON object."""
    asked = harbours("check", "--json", *arguments)
    assert (asked.code, [verdict["wording"] for verdict in asked.values]) == (code, [wording])
    shown = harbours("check", *arguments)
    assert shown.code == code
    assert shown.out.lower().startswith(wording.replace("_", " "))
    assert ("no recording was compared" in shown.out) == (wording in {"verbatim", "altered"})


def test_check_names_the_places_of_what_is_too_short(harbours: Call) -> None:
    """The words stand there: there is no verdict that they stand elsewhere "also"."""
    assert "stands in  s" in harbours("check", "quay").out


def test_check_shows_what_differs_and_where(harbours: Call) -> None:
    """A person sees the words on record, the difference, who said them, and the captured address."""
    shown = harbours("check", ALTERED).out
    assert "differs  on record “boat”, quoted “yacht”" in shown
    assert "said by  Ada Verne\n" in shown
    assert "captured  2021-03-03T08:00:00Z, https://harbours.example/1\n" in shown


@pytest.mark.parametrize("how", [["-"], ["--file", "-"], ["--file", "asked.txt"]])
def test_check_reads_many(harbours: Call, tmp_path: Path, how: list[str]) -> None:
    """One verdict a line, in the order asked, and the exit code of the worst."""
    lines = f'{AS_SAID}\n\n{{"quotation": "{AS_SAID}", "speaker": "Orla Finn"}}\n{NEVER_SAID}\n'
    (tmp_path / "asked.txt").write_text(lines, encoding="utf-8")
    asked = harbours("check", *how, "--json", given=lines)
    assert [(verdict["wording"], verdict["attribution"]) for verdict in asked.values] == [
        ("verbatim", "unstated"),
        ("verbatim", "other_speaker"),
        ("not_found", "unstated"),
    ]
    assert (asked.code, asked.err) == (1, "")


@pytest.mark.parametrize(
    "line", ['{"quote": "a"}', "—", f'{{"quotation": "{AS_SAID}", "date": "last spring"}}', "“…”"]
)
def test_check_names_a_wrong_line(harbours: Call, line: str) -> None:
    """A wrong line makes the call wrong, and the other lines are answered all the same."""
    asked = harbours("check", "-", "--json", given=f"{AS_SAID}\n\n{line}\n{AS_SAID}\n")
    assert (asked.code, len(asked.values)) == (2, 2)
    assert asked.err.startswith("Line 3 is not checked: ")
    assert asked.err.count("\n") == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", AS_SAID, "--speaker", ""], "The argument after --speaker is empty"),
        (["check", AS_SAID, "--date="], "--date is empty"),
        (["check", ""], "The argument after check is empty"),
        (["check", " “ ” "], "The quotation holds no words"),
        (["check", AS_SAID, "--speaker", "—"], "“—” names no speaker"),
        (["search", "quay", "--source", ""], "The argument after --source is empty"),
        (["search", ""], "The argument after search is empty"),
        ([""], "The first argument is empty"),
        (["--archive", "", "list"], "The argument after --archive is empty"),
    ],
)
def test_what_is_empty_is_a_wrong_call(harbours: Call, arguments: list[str], said: str) -> None:
    """An unset variable of a script states nothing, and an empty path is not the folder one stands in."""
    wrong = harbours(*arguments)
    assert (wrong.code, wrong.out, wrong.err.count("\n")) == (2, "", 1)
    assert wrong.err.startswith(said)


@pytest.mark.parametrize("arguments", [["check"], ["check", AS_SAID, "--file", "asked.txt"]])
def test_check_wants_one_or_many(harbours: Call, tmp_path: Path, arguments: list[str]) -> None:
    """Neither or both is a wrong call."""
    (tmp_path / "asked.txt").write_text(AS_SAID)
    assert harbours(*arguments).code == 2


def test_publish_writes_a_site(harbours: Call, tmp_path: Path) -> None:
    """The front page lies where the message says, made for the moment of the call, with the archive's own profile."""
    (tmp_path / "archive" / "site.toml").write_text('name = "The harbour record"\n', encoding="utf-8")
    published = harbours("publish", "site", "--at", "2021-04-01T10:00:00Z")
    assert published.code == 0
    assert published.out.rstrip().endswith("index.html")
    front = (tmp_path / "site" / "index.html").read_text(encoding="utf-8")
    assert "The harbour record" in front
    assert harbours("publish", "site", "--json").values[0]["statements"] == 1


def test_rebuild_and_verify(harbours: Call) -> None:
    """After a rebuild the export is the same byte for byte, and nothing differs."""
    before = harbours("export").out
    assert harbours("rebuild").code == 0
    assert harbours("export").out == before
    verified = harbours("verify")
    assert (verified.code, verified.out.rstrip()[-16:]) == (0, "nothing differs.")


def test_verify_finds_a_flipped_byte(harbours: Call, tmp_path: Path) -> None:
    """A capture that is not as it was acknowledged is named, and the exit code is 1."""
    (warc,) = (tmp_path / "archive" / "captures").glob("*.warc.gz")
    content = bytearray(warc.read_bytes())
    content[len(content) // 2] ^= 1
    warc.write_bytes(content)
    verified = harbours("verify", "--json")
    assert verified.code == 1
    assert warc.name in json.dumps(verified.values[0]["findings"])


def test_the_archive_may_be_named_in_three_ways(
    harbours: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After the verb counts before before the verb, which counts before the environment."""
    (tmp_path / "archive").rename(tmp_path / "kept")
    assert harbours("list").code == 2
    assert harbours("list", "--archive", "kept").code == 0
    assert harbours("--archive", "kept", "list").code == 0
    assert harbours("--archive", "none", "list", "--archive", "kept").code == 0
    monkeypatch.setenv("ONRECORD_ARCHIVE", "kept")
    assert harbours("list").code == 0
    assert harbours("--archive", "none", "list").code == 2


def test_no_archive_is_one_sentence(call: Call) -> None:
    """Each verb that needs an archive says that there is none, and makes none."""
    for verb in (
        ["list"],
        ["search", "quay"],
        ["check", AS_SAID],
        ["export"],
        ["verify"],
        ["rebuild"],
        ["publish", "s"],
    ):
        wrong = call(*verb)
        assert (wrong.code, wrong.out, wrong.err.count("\n")) == (2, "", 1), verb
    assert not Path("archive").exists()
