"""The verb `draft` as a press officer types it: what it says, what it writes, and with which code it ends."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from drafting_office import FERRY, MORNING, NOON, made_office, write
from onrecord.cli.front import run


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an office, which is the archive that the shell knows."""
    folder = made_office(tmp_path / "office")
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(folder))
    monkeypatch.delenv("ONRECORD_KEEPER", raising=False)
    return folder


def typed(capfd: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Return the exit code of a call, and what it wrote and said."""
    capfd.readouterr()
    code = run(arguments)
    printed = capfd.readouterr()
    return code, printed.out, printed.err


def told(capfd: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """Return what a call writes as JSON Lines."""
    code, out, _ = typed(capfd, *arguments, "--json")
    assert code == 0
    return [json.loads(line) for line in out.splitlines()]


def test_a_message_from_beginning_to_end(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Begun, checked, released by another, waiting, out, corrected, withdrawn: as the page of the documents tells."""
    code, out, err = typed(capfd, "draft", "new", "night-ferry", "--kind", "interview", "--by", "Ines Marr")
    assert (code, out) == (0, "")
    assert (
        err
        == f"Write the message in {office}/drafts/night-ferry.md, then: onrecord draft check night-ferry\n"
    )
    code, out, _ = typed(capfd, "draft", "check")
    assert code == 1
    assert (
        "error  drafts/night-ferry.md, line 4, title: this field is needed (what stands above the words)"
        in out
    )
    write(office, FERRY)
    code, out, _ = typed(capfd, "draft", "check", "night-ferry")
    assert code == 0
    assert "turn 2  Ilse Varga: It will, as it did before the winter. Nobody has put out" in out
    assert "right  it can be released as it is" in out
    release = ("draft", "release", "night-ferry", "--now", MORNING)
    assert typed(capfd, *release, "--by", "Ines Marr")[0] == 2
    code, out, err = typed(capfd, *release, "--by", "Odo Prell", "--at", "2026-05-14T14:00:00+02:00")
    assert code == 0
    assert err == "It waits for 2026-05-14T12:00:00Z: publish, serve or draft out bring it out then.\n"
    assert typed(capfd, "draft", "out", "--now", MORNING)[2] == "No message waits for a time that has come.\n"
    assert typed(capfd, "list")[1] == ""
    (brought,) = told(capfd, "draft", "out", "--now", NOON)
    assert (brought["state"], brought["releases"][0]["out_at"]) == ("out", NOON)
    assert "Ilse Varga on the night ferry" in typed(capfd, "list")[1]
    write(office, FERRY.replace("Sunday", "Monday"))
    again = ("draft", "release", "night-ferry", "--by", "Odo Prell", "--now", "2026-05-15T09:00:00Z")
    code, _, err = typed(capfd, *again)
    assert (code, "say with --note what is corrected" in err) == (2, True)
    code, _, err = typed(capfd, *again, "--note", "It sails on Monday.")
    assert (code, err) == (
        0, "It is out; a site that was published before shows it once you publish again.\n",
    )  # fmt: skip
    code, out, err = typed(
        capfd, "draft", "withdraw", "night-ferry", "--by", "Odo Prell", "--why", "No ferry.", "--now", "2026-05-16T09:00:00Z",
    )  # fmt: skip
    assert code == 0
    assert err == "What was published before still shows it: publish again.\n"
    assert "withdrawn  2026-05-16T09:00:00Z by Odo Prell: No ferry." in out
    (line,) = told(capfd, "list")
    assert "Withdrawn: 2026-05-16T09:00:00Z by its keeper: No ferry.\n" in typed(capfd, "show", line["id"])[1]
    (verdict,) = told(capfd, "check", "Nobody has put out the lamp on the quay")
    assert (verdict["version"], verdict["basis"]["came"], verdict["basis"]["own"]) == (
        "withdrawn",
        "released",
        True,
    )


def test_an_office_begins_with_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """No archive, no captures, no file written by hand: its name and host are enough for a message to come out."""
    monkeypatch.setenv("ONRECORD_ARCHIVE", str(tmp_path / "office"))
    assert "for messages of your own with `onrecord draft office`" in typed(capfd, "draft")[2]
    begin = ("draft", "office", 'Ministry of "Ferries"')
    code, _, err = typed(capfd, *begin, "--host", "press.ferries.example")
    assert (code, 'Messages of Ministry of "Ferries" are written here now' in err) == (0, True)
    publish = ("publish", str(tmp_path / "site"), "--at", NOON)
    assert "none is out" not in typed(capfd, *publish)[2]
    write(tmp_path / "office", FERRY)
    assert "none is out: `onrecord draft` tells how each stands" in typed(capfd, *publish)[2]
    release = ("draft", "release", "night-ferry", "--by", "Odo Prell", "--now", NOON)
    assert typed(capfd, *release)[0] == 0
    (listed,) = told(capfd, "list")
    assert listed["source"] == 'Ministry of "Ferries"'
    for name, host, said in (
        ("Other", "www.press.ferries.example", "sources/office.toml speaks for press.ferries.example: it is an office already, or give another host."),
        ('ministry of "FERRIES"', "other.example", "sources/office.toml has the name"),
        ("Other", "https://other.example/", "which is no host"),
        ("", "other.example", "empty"),
    ):  # fmt: skip
        code, _, err = typed(capfd, "draft", "office", name, "--host", host)
        assert (code, said in err) == (2, True), err
    assert [each.name for each in (tmp_path / "office" / "sources").iterdir()] == ["office.toml"]
    assert typed(capfd, "draft", "office", "Other", "--host", "other.example", "--one-person")[0] == 0
    assert (
        "one_person = true"
        in (tmp_path / "office" / "sources" / "other.example.toml").read_text("utf-8").splitlines()[4][:17]
    )


def test_a_check_tells_how_the_message_stands(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """Released as it is, changed since it is out, taken back, without its file."""
    file = write(office, FERRY)
    release = ("draft", "release", "night-ferry", "--by", "Odo Prell")
    assert typed(capfd, *release, "--now", MORNING, "--at", "2026-05-15T09:00:00Z")[0] == 0
    assert "right  it was released as it is" in typed(capfd, "draft", "check", "night-ferry")[1]
    back = ("draft", "withdraw", "night-ferry", "--by", "Odo Prell", "--why", "Too early.", "--now", NOON)
    code, _, err = typed(capfd, *back)
    assert (code, err) == (0, "")
    assert "stands  taken back before it came out" in typed(capfd, "draft", "check", "night-ferry")[1]
    assert typed(capfd, *release, "--now", "2026-05-14T13:00:00Z")[0] == 0
    write(office, FERRY.replace("Sunday", "Monday"))
    out = " ".join(typed(capfd, "draft", "check", "night-ferry")[1].split())
    assert "it can be released as it is, with --note: what is corrected, for the public" in out
    file.unlink()
    out = " ".join(typed(capfd, "draft", "check", "night-ferry")[1].split())
    assert (
        "gone drafts/night-ferry.md is not there any more; what was released of it is in the archive" in out
    )
    assert "right" not in out


def test_the_list_tells_how_each_message_stands(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """By name; without any it says how to begin."""
    assert typed(capfd, "draft")[2] == "No message is written here: begin with onrecord draft new NAME.\n"
    write(office, FERRY)
    write(office, FERRY.replace("2026-05-14", "soon"), "another")
    code, out, _ = typed(capfd, "draft")
    assert code == 0
    assert out.index("another") < out.index("night-ferry")
    assert "wrong  in 1 place, see onrecord draft check another" in out
    assert [each["name"] for each in told(capfd, "draft")] == ["another", "night-ferry"]


def test_wrong_calls_say_what_to_do(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """One sentence each, and exit code 2."""
    write(office, FERRY)
    for arguments, said in (
        (
            ("draft", "release", "night-ferry"),
            "Say who does it with --by: the ledger keeps it; see onrecord draft release --help.",
        ),
        (
            ("draft", "withdraw", "night-ferry", "--by", "Odo Prell"),
            "Say why with --why: the ledger keeps it",
        ),
        (
            ("draft", "release", "day-ferry", "--by", "Odo Prell"),
            "There is no message 'day-ferry', did you mean 'night-ferry'?",
        ),
        (("draft", "new", "Night Ferry"), "as in night-ferry."),
        (
            ("draft", "new", "day-ferry", "--kind", "intervew"),
            "There is no kind 'intervew': did you mean 'interview'?",
        ),
        (
            ("draft", "new", "day-ferry", "--given-on", "tomorrow"),
            "given on: 'tomorrow' is no day: write it with year, month and day, as in 2026-05-14.",
        ),
        (("draft", "new", "day-ferry", "--language", "English!"), "language: 'English!' is no language tag"),
        (
            ("draft", "new", "day-ferry", "--to", "day.docx", "--embargo", "18:00"),
            "embargo: '18:00' is no time with its zone",
        ),
        (
            ("draft", "release", "night-ferry", "--by", "Odo Prell", "--at", "noon"),
            "'noon' is no time with its zone",
        ),
        (("serve", "--draft", "--host", "0.0.0.0"), "Drafts are shown on this machine alone"),
        (
            ("serve", "--draft", "--name", "press.example"),
            "Drafts are for this machine alone: leave --name and --open-api out.",
        ),
    ):
        code, out, err = typed(capfd, *arguments)
        assert (code, out) == (2, ""), arguments
        assert said in err, err


def test_a_warning_is_not_passed_over(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """A name that is nearly that of a speaker may be meant so: who releases it is asked."""
    write(office, FERRY.replace("**Ilse Varga:**", "**Ilse Vagra:**"))
    code, out, _ = typed(capfd, "draft", "check", "night-ferry")
    assert code == 0
    assert "look  it can be released as it is; is what the warning says meant so?" in out


def test_a_message_that_is_out_and_was_changed_says_what_is_seen(
    office: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    """The public still sees what was released."""
    write(office, FERRY)
    assert typed(capfd, "draft", "release", "night-ferry", "--by", "Odo Prell", "--now", MORNING)[0] == 0
    write(office, FERRY.replace("Sunday", "Monday"))
    _, out, _ = typed(capfd, "draft")
    assert "stands  out as it was; its file was changed since: release it again, with --note" in " ".join(
        out.split("\n")
    )


def test_a_file_may_be_named_instead(office: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """What a shell completes is a path; it is the same message."""
    write(office, FERRY)
    assert typed(capfd, "draft", "check", "drafts/night-ferry.md")[0] == 0


def test_a_message_can_be_read_without_an_archive(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """`read` takes Markdown: with fields above the words, and without."""
    (tmp_path / "a.md").write_text(FERRY, "utf-8")
    (tmp_path / "b.md").write_text(
        "# Remarks by Minister Odo Prell, May 3, 2026\n\n**Odo Prell:** The herring were *not* asked, and they will not be.\n\n"
        "**Question:** Why?\n\n**Odo Prell:** They sleep.\n", "utf-8",
    )  # fmt: skip
    one, other = (told(capfd, "read", str(tmp_path / name))[0] for name in ("a.md", "b.md"))
    assert one["statements"][0]["kinds"] == ["interview"]
    assert other["capture"]["media_type"] == "text/markdown"
    assert [turn["label"] for turn in other["statements"][0]["turns"]] == [
        "Odo Prell",
        "Question",
        "Odo Prell",
    ]
    assert other["statements"][0]["turns"][0]["text"] == "The herring were not asked, and they will not be."
