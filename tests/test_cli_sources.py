"""Source files on the command line: each fault is one sentence and exit code 2, and `sources` tells what is known."""

from __future__ import annotations

from pathlib import Path

import pytest

from invented_captures import kept
from invented_site import captures
from test_cli_verbs import PAGE, Call, call, harbours

__all__ = ["call", "harbours"]  # fixtures

NAMED = 'name = "Harbour Office of Tarn"\nhosts = ["harbours.example"]\n'
FAULTS = {
    # no TOML
    "name = Harbour Office": (
        " is not valid TOML in line 1 ('name = Harbour Office'): behind the equals sign stands no value; text stands in"
        " quotation marks."
    ),
    NAMED + 'time zone = "Europe/Lisbon"': (
        " is not valid TOML in line 3 ('time zone = \"Europe/Lisbon\"'): behind a key stands an equals sign, and on each"
        " line one key."
    ),
    NAMED + 'language = "en"\nlanguage = "fr"\n': (
        " is not valid TOML in line 4 ('language = \"fr\"'): the key stands there a second time."
    ),
    # keys
    NAMED + 'time_zome = "Europe/Lisbon"': ": unknown key 'time_zome', did you mean 'time_zone'?",
    NAMED + "x = 1": (
        ": unknown key 'x': the keys are name, hosts, addresses, language, time_zone, day_month_order, statement,"
        " leave_out, publish, own, one_person, aliases."
    ),
    NAMED + '[aliases]\n"MINISTER" = {nam = "Ada Verne"}': (
        ", [aliases], 'MINISTER': unknown key 'nam', did you mean 'name'?"
    ),
    # who it is about
    'hosts = ["harbours.example"]': (
        ': the source has no name, write one as in name = "Ministry of Ferries of Verland".'
    ),
    'name = "Harbours"': ' speaks for no host: name one as in hosts = ["ferries.example"].',
    'name = "Harbours"\nhosts = "harbours.example"': (
        ': hosts is a text, write it as in hosts = ["ferries.example"].'
    ),
    'name = "Harbours"\nhosts = ["https://www.harbours.example/"]': (
        ": hosts names 'https://www.harbours.example/', which is no host, write 'www.harbours.example'."
    ),
    'name = "Harbours"\nhosts = ["https://harbours.example/news"]': (
        ": hosts names 'https://harbours.example/news', which is no host: what begins with it stands under addresses."
    ),
    'name = "Harbours"\nhosts = ["*.example"]': (
        ": hosts names '*.example', which is no host, write it as in hosts = [\"ferries.example\"]."
    ),
    'name = "Harbours"\naddresses = ["harbours.example/news"]': (
        ": addresses names 'harbours.example/news', which is no web address, write it as in"
        ' addresses = ["https://gov.example/ferries/"].'
    ),
    'name = "Harbours"\naddresses = ["https://harbours.example/?page=1"]': (
        ": the address 'https://harbours.example/?page=1' goes on behind its path, end it before the mark '?' or '#'."
    ),
    'name = "Harbours"\nhosts = ["harbours.example", "www.harbours.example"]': (
        " names harbours.example twice: once is enough."
    ),
    # types and values
    NAMED + "language = true": ': language is true or false, write it as in language = "fr".',
    NAMED + 'language = "French"': (
        ": language 'French' is no language tag, write one like 'en' or 'pt-BR'."
    ),
    NAMED + "language = ''": ': language is empty, write it as in language = "fr" or leave it out.',
    NAMED + "day_month_order = 2020-06-05": (
        ': day_month_order is a date, write it as in day_month_order = "dmy".'
    ),
    NAMED + "day_month_order = 'ymd'": (
        ": day_month_order 'ymd' is not known, write 'dmy' or 'mdy' (a date that begins with its year needs none)."
    ),
    NAMED + "time_zone = 'Europe/Lisbn'": (
        ": 'Europe/Lisbn' is no IANA time zone, did you mean 'Europe/Lisbon'?"
    ),
    NAMED + "time_zone = '../../etc/passwd'": (
        ": '../../etc/passwd' is no IANA time zone, write one like Europe/Paris."
    ),
    NAMED + "statement = 'div['": (
        ": statement 'div[' is no CSS selector, write it as in statement = \"article .words\"."
    ),
    NAMED + "leave_out = ['.share', '..more']": (
        ": leave_out '..more' is no CSS selector, write it as in leave_out = [\".share\"]."
    ),
    NAMED + "leave_out = [1]": (
        ': leave_out is a list of other things than texts, write it as in leave_out = [".share"].'
    ),
    NAMED + "aliases = ['Ada Verne']": (
        ": aliases is a list of other things than texts, write it as in [aliases] and under it lines like"
        ' "Minister Verne" = "Anna Verne".'
    ),
    NAMED + "[aliases]\nMINISTER = 1": (
        ", [aliases]: 'MINISTER' is a number, write it as in \"Minister Verne\" = \"Anna Verne\"."
    ),
    NAMED + "[aliases]\nMINISTER = ' '": (
        ", [aliases]: 'MINISTER' names nobody, write it as in \"Minister Verne\" = { name = \"Anna Verne\" }."
    ),
    NAMED + '[aliases]\n"—" = "Ada Verne"': (
        ": the alias '—' has no word in it, write a label as the pages print it."
    ),
    NAMED + '[aliases]\n"MS VERNE" = "Ada Verne"\n"Ms. Verne" = "Ida Verne"': (
        ": the aliases 'MS VERNE' and 'Ms. Verne' are one label, keep one of them."
    ),
}  # fmt: skip


def told(folder: Path, text: str, name: str = "harbours.toml") -> None:
    """Write a source file into the archive."""
    (folder / "archive" / "sources" / name).write_text(text, encoding="utf-8")


@pytest.mark.parametrize("text", FAULTS)
def test_a_fault_is_one_sentence(harbours: Call, tmp_path: Path, text: str) -> None:
    """It names the file, what is wrong, and what is right; nothing is answered with it."""
    told(tmp_path, text)
    sentence = f"sources/harbours.toml{FAULTS[text]}\n"
    assert harbours("list") == (2, "", sentence)
    assert harbours("sources") == (2, "", sentence)


@pytest.mark.parametrize(
    "verb", [("search", "quay"), ("check", "The old quay stays open"), ("export",), ("rebuild",), ("add", "quays.html"), ("publish", "site")]
)  # fmt: skip
def test_no_verb_works_with_a_wrong_file(harbours: Call, tmp_path: Path, verb: tuple[str, ...]) -> None:
    """Whatever is asked, the one sentence is the answer."""
    told(tmp_path, NAMED + "zone = 1")
    done = harbours(*verb)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("sources/harbours.toml: unknown key 'zone'")
    assert done.err.count("\n") == 1


def test_two_files_for_one_host_are_a_fault(harbours: Call, tmp_path: Path) -> None:
    """Nothing tells which of them is meant; so it is with two of one name."""
    told(tmp_path, NAMED)
    told(tmp_path, 'name = "Others"\nhosts = ["www.harbours.example"]', "others.toml")
    sentence = (
        "sources/harbours.toml and sources/others.toml both speak for harbours.example: take it out of one.\n"
    )
    assert harbours("list") == (2, "", sentence)
    told(tmp_path, 'name = "Harbour office of Tarn"\nhosts = ["others.example"]', "others.toml")
    assert "have the name 'Harbour office of Tarn': one source has one file.\n" in harbours("list").err


def test_a_file_that_is_no_text(harbours: Call, tmp_path: Path) -> None:
    """Bytes that are no UTF-8, and a folder with the name of a file."""
    (tmp_path / "archive" / "sources" / "a.toml").write_bytes(b'name = "\xff"')
    assert harbours("list").err == "sources/a.toml is no text in UTF-8: save it as one.\n"
    (tmp_path / "archive" / "sources" / "a.toml").unlink()
    (tmp_path / "archive" / "sources" / "a.toml").mkdir()
    assert harbours("list") == (2, "", "sources/a.toml cannot be read: Is a directory.\n")
    (tmp_path / "archive" / "sources" / "a.toml").rmdir()
    (tmp_path / "archive" / "sources" / "a.toml").symlink_to("absent.toml")
    sentence = "sources/a.toml leads to a file that is not there: mend or remove it.\n"
    assert harbours("list") == (2, "", sentence)


def test_verify_names_a_wrong_file(harbours: Call, tmp_path: Path) -> None:
    """It is a finding, the captures are checked all the same, and the exit code is 1."""
    told(tmp_path, NAMED + "zone = 1")
    verified = harbours("verify")
    assert verified.code == 1
    assert "error  sources/harbours.toml: sources/harbours.toml: unknown key 'zone'" in verified.out
    assert "Recomputed 1 capture, 0 statements, 0 versions, 0 turns: 2 findings." in verified.out
    assert verified.err == ""


def test_a_changed_file_is_said_once(harbours: Call, tmp_path: Path) -> None:
    """The next verb derives the record again and says why; the one after says nothing."""
    told(tmp_path, NAMED)
    said = "The source files in archive tell something else now: its record was derived again.\n"
    listed = harbours("list", "--source", "harbour office of tarn", "--json")
    assert (listed.code, listed.err) == (0, said)
    assert [line["source"] for line in listed.values] == ["Harbour Office of Tarn"]
    assert harbours("list").err == ""
    for asked in ("Harbour Office of Tarn", "WWW.Harbours.example"):
        found = harbours("search", "quay", "--source", asked, "--json")
        assert {hit["source"] for hit in found.values} == {"Harbour Office of Tarn"}


def test_sources_are_listed(harbours: Call, tmp_path: Path) -> None:
    """Statements, first and last capture, name, hosts and file, one a line."""
    assert harbours("sources").out == "1 statement  2021-03-03  harbours.example\n"
    told(tmp_path, NAMED)
    told(tmp_path, 'name = "Ferries"\nhosts = ["ferries.example"]', "ferries.toml")
    harbours("list")
    assert harbours("sources") == (
        0,
        "0 statements  not captured  Ferries  (ferries.example; sources/ferries.toml)\n"
        "1 statement  2021-03-03  Harbour Office of Tarn  (harbours.example; sources/harbours.toml)\n",
        "",
    )
    listed = harbours("sources", "--json").values
    assert [each["name"] for each in listed] == ["Ferries", "Harbour Office of Tarn"]
    assert [each["learnt"] for each in listed] == [None, None]


def test_one_source_is_shown(harbours: Call, tmp_path: Path) -> None:
    """What is held, and of each key its value, what it overrides and on how many pages it decided."""
    told(
        tmp_path,
        NAMED
        + 'statement = "main"\n[aliases]\n"Ada Verne" = {name = "Adelaide Verne", office = "Minister"}\n',
    )
    harbours("list")
    shown = harbours("sources", "harbours.example")
    assert shown.code == 0
    assert shown.out == (
        "Harbour Office of Tarn\n"
        "  file  sources/harbours.toml\n"
        "  hosts  harbours.example\n"
        "  held  1 statement, 1 capture\n"
        "  captured  2021-03-03T08:00:00Z to 2021-03-03T08:00:00Z\n"
        "\n"
        "  name  Harbour Office of Tarn\n"
        "    overrides the host that is shown as the source of a statement; decided on 1 of 1 page\n"
        "\n"
        "  statement  main\n"
        "    overrides where on a page its statement is looked for; decided on 1 of 1 page\n"
        "\n"
        "  aliases  Ada Verne = Adelaide Verne, Minister\n"
        "    overrides whom a label or name is taken for; decided on 1 of 1 page\n"
    )
    (value,) = harbours("sources", "Harbour Office of Tarn", "--json").values
    assert [(each["key"], each["pages"]) for each in value["told"]] == [
        ("name", 1),
        ("statement", 1),
        ("aliases", 1),
    ]
    assert value["told"][2]["value"] == {"Ada Verne": {"name": "Adelaide Verne", "office": "Minister"}}
    absent = harbours("sources", "Harbour Office of Turn")
    assert (absent.code, absent.err) == (
        2,
        "There is no source 'Harbour Office of Turn' in this archive: did you mean 'Harbour Office of Tarn'?\n",
    )


def test_a_source_file_is_tried_before_it_is_kept(call: Call, tmp_path: Path) -> None:
    """`read` takes a file or a folder of them, and touches no archive; that nothing was decided is said."""
    (tmp_path / "quays.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "harbours.toml").write_text(
        NAMED + '[aliases]\n"Ada Verne" = "Adelaide Verne"\n', encoding="utf-8"
    )
    (reading,) = call("read", "quays.html", "--sources", "harbours.toml", "--json").values
    assert reading["statements"][0]["source"] == "Harbour Office of Tarn"
    assert [turn["speaker"] for turn in reading["statements"][0]["turns"]][1] == "Adelaide Verne"
    assert reading["page"]["told"] == ["name", "aliases"]
    shown = call("read", "quays.html", "--sources", "harbours.toml")
    assert "told  name, aliases (source file)" in shown.out
    other = call("read", "quays.html", "--sources", ".", "--url", "https://ferries.example/1")
    assert (other.code, other.err) == (0, "No source file decided anything on these pages.\n")
    absent = call("read", "quays.html", "--sources", "absent.toml")
    assert (absent.code, absent.err) == (
        2,
        "There is no source file at absent.toml: name one, or a folder of them.\n",
    )


def test_sources_tells_what_the_pages_of_one_tell_together(call: Call, tmp_path: Path) -> None:
    """The layouts with when they were seen, and the order of day and month; the numbers are for programs."""
    with kept(tmp_path / "learnt", captures(8, numeric=True)):
        pass
    shown = call("--archive", str(tmp_path / "learnt"), "sources", "messages.tern.example")
    assert "learnt  from 8 pages; days before months" in shown.out
    assert "layout  8 pages, 2031-05-03 to 2031-05-30; where the body stands, and the title" in shown.out
