"""`cite` and `resolve` on an archive: on the command line, across corrections, versions, a rebuild, and in the published site."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

import invented_captures
from invented_captures import NOW, captured, html_page, kept, toy_page, toy_read, use_reader, use_toy_reader
from onrecord import Archive, Issue, LearntSite, Reading
from onrecord.capture import Captured
from onrecord.cli.citing import FORMS
from onrecord.model import Turn
from onrecord.reading.told import SourceRules
from test_cli_verbs import ALTERED, AS_SAID, NEVER_SAID, Call, call, harbours

__all__ = ["call", "harbours"]  # fixtures

CITED = AS_SAID.removesuffix(".")
"""`check` tells words, and no mark behind them."""

URL = "https://ferries.example/1"
NIGHT = "It will sail every night of the summer. Note: the pier is closed. And who asks, asks well."
PAGE = html_page(
    "Minister Anna Verne’s answers to media questions, Halvane, June 5, 2020",
    "<b>Question:</b> Will the night ferry sail?",
    f"<b>Anna Verne:</b> {NIGHT}",
    "<b>Question:</b> And in winter?",
    "<b>Anna Verne:</b> In winter it sleeps, as we all should.",
)


@pytest.mark.parametrize("form", FORMS)
def test_each_form_goes_through_a_pipe(harbours: Call, form: str) -> None:
    """What `cite` prints, `resolve` takes; also from a file."""
    cited = harbours("cite", AS_SAID, "--as", form)
    assert (cited.code, cited.err) == (0, "")
    resolved = harbours("resolve", "-", "--json", given=cited.out)
    assert resolved.code == 0
    (value,) = resolved.values
    assert (value["found"], value["version"]) == ("as_cited", "current")
    assert [place["text"] for place in value["places"]] == [CITED]
    Path("citation").write_text(cited.out, encoding="utf-8")
    assert harbours("resolve", "--file", "citation", "--json").values == [value]


def test_what_resolve_shows_to_people(harbours: Call) -> None:
    """The words, who said them, where they stand and where they were captured."""
    address = harbours("cite", AS_SAID, "--as", "address").out.strip()
    shown = harbours("resolve", address)
    assert shown.code == 0
    lines = shown.out.splitlines()
    assert re.fullmatch(r"The words stand where they were cited: s\w+, version 1, turn 2\.", lines[0])
    assert lines[1:3] == [f"  on record  “{CITED}”", "  said by  Ada Verne"]
    assert lines[-1] == "  captured  2021-03-03T08:00:00Z, https://harbours.example/1"


def test_a_statement_is_cited_by_its_id(harbours: Call) -> None:
    """With a turn, with a span of it, or with words of it."""
    (line,) = harbours("list", "--json").values
    whole = harbours("cite", line["id"], "--turn", "1", "--json").values[0]
    assert whole["citation"]["text"] == "Will the old quay be closed this summer?"
    part = harbours("cite", line["id"], "--turn", "1", "--span", "5-17", "--json").values[0]
    assert part["citation"]["text"] == "the old quay"
    quoted = harbours("cite", line["id"], "--quote", "every boat", "--json").values[0]
    assert (quoted["citation"]["turn"], quoted["speaker"]) == (2, "Ada Verne")


def test_a_verdict_is_cited_from_standard_input(harbours: Call) -> None:
    """And a citation, or what `cite --json` gave, too."""
    verdict = harbours("check", AS_SAID, "--json")
    cited = harbours("cite", "-", "--json", given=verdict.out)
    assert [each["citation"]["text"] for each in cited.values] == [CITED]
    again = harbours("cite", "-", "--json", given=json.dumps(verdict.values[0]["citation"]))
    assert again.values == cited.values
    assert harbours("cite", "-", "--json", given=cited.out).values == cited.values


def test_what_cite_cites_of_a_wrong_quotation(harbours: Call) -> None:
    """The words on record, with the verdict beside them and its exit code; nothing where nothing is found."""
    altered = harbours("cite", ALTERED)
    assert altered.code == 1
    assert altered.out.startswith(f"“{CITED}” (Ada Verne; ")
    assert altered.err.startswith("Altered: ")
    never = harbours("cite", NEVER_SAID)
    assert (never.code, never.out) == (3, "")
    assert never.err.lower().startswith("not found")


def test_how_the_verbs_end(harbours: Call) -> None:
    """0 found, 3 cannot tell, 2 a wrong call."""
    address = harbours("cite", AS_SAID, "--as", "address").out.strip()
    assert harbours("resolve", address.replace(address[9:15], "aaaaaa")).code == 3
    words = harbours("resolve", "words alone")
    assert (words.code, words.out) == (2, "")
    assert "for words alone use `check`" in words.err
    assert harbours("resolve").code == 2
    assert harbours("cite", "s" * 16, "--turn", "1").code == 2
    assert harbours("cite", AS_SAID, "--as", "sonnet").code == 2


def only(archive: Archive) -> str:
    """Return the id of the one statement."""
    (line,) = archive.list()
    return line.id


def cited_forms(archive: Archive, quote: str) -> dict[str, str]:
    """Return each form of the words as text, as it would be pasted somewhere."""
    (one,) = archive.cite(only(archive), quote=quote)
    forms = msgspec.to_builtins(one.forms)
    return {name: form if isinstance(form, str) else json.dumps(form) for name, form in forms.items()}


def test_a_correction_moves_the_words_and_no_citation_is_lost(tmp_path: Path) -> None:
    """A turn that is split amid the cited words: each form leads to both parts."""
    kept(tmp_path / "a", [captured(PAGE, URL, "2020-06-06T08:00:00Z")]).close()
    with Archive.open(tmp_path / "a") as archive:
        forms = cited_forms(archive, "the pier is closed. And who asks")
        archive.correct(only(archive), by="Ines Marr", why="Two spoke.", begins="And who asks", now=NOW)
        for name, form in forms.items():
            (found,) = archive.resolve(form)
            (place,) = found.places
            assert found.found == ("moved" if name != "link" else "as_cited"), name  # a link has no turn
            assert (found.version, place.current) == ("current", True)
            assert [(each.turn, each.text) for each in place.citations] == [
                (2, "the pier is closed."),
                (3, "And who asks"),
            ]


def test_a_source_that_changes_its_text_supersedes_it(tmp_path: Path) -> None:
    """The words are found in the version that was cited; the exit code of the command line says that they are superseded."""
    later = PAGE.replace("every night", "every second night")
    captures = [captured(PAGE, URL, "2020-06-06T08:00:00Z"), captured(later, URL, "2020-06-09T08:00:00Z")]
    kept(tmp_path / "a", captures[:1]).close()
    with Archive.open(tmp_path / "a") as archive:
        forms = cited_forms(archive, "It will sail every night of the summer.")
    with Archive.open(tmp_path / "a") as archive:
        archive.record.add(captures[1:], now=NOW)
        for name, form in forms.items():
            (found,) = archive.resolve(form)
            assert (found.found, found.version) == ("as_cited", "superseded"), name
            assert [place.version for place in found.places] == [1]


def other_turns(
    given: Captured, rules: SourceRules | None = None, learnt: LearntSite | None = None
) -> Reading | Issue:
    """Return what another reader makes of a toy page: a turn for each sentence."""
    reading = toy_read(given, rules, learnt)
    if isinstance(reading, Issue):
        return reading
    spans = [match.span() for match in re.finditer(r"\S[^.?!।。]*[.?!।。]?", reading.page.text)]
    turns = tuple(
        Turn(n, None, None, "official", "en", reading.page.text[start:end], (start, end))
        for n, (start, end) in enumerate(spans, 1)
    )
    statements = tuple(msgspec.structs.replace(each, turns=turns) for each in reading.statements)
    return msgspec.structs.replace(reading, statements=statements)


@pytest.mark.parametrize(
    "words",
    [
        "The gate is open. It was never",
        "Ворота открыты. Никто их",
        "الباب مفتوح. لم يغلقه",
        "דלת פתוחה. איש לא סגר",
        "大门开着。没有人关过",
        "दरवाज़ा खुला है। किसी ने",
        "cafe\u0301 ouvert. Personne",
    ],
)
def test_citations_outlive_a_reader_that_reads_turns_otherwise(
    words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """After a rebuild with another reader each form leads to the same words, which now stand in two turns."""
    use_toy_reader(monkeypatch)
    page = toy_page(
        invented_captures.statement(
            "On the gate", ("Ada Verne", f"Well. {words} shut."), ("Bo Dahl", "Good.")
        )
    )
    kept(tmp_path / "a", [captured(page, URL, "2031-05-01T08:00:00Z")]).close()
    with Archive.open(tmp_path / "a") as archive:
        forms = cited_forms(archive, words)
        use_reader(monkeypatch, other_turns)
        archive.rebuild()
        for name, form in forms.items():
            (found,) = archive.resolve(form)
            (place,) = found.places
            assert found.found == ("moved" if name != "link" else "as_cited"), name  # a link has no turn
            assert (place.exact, len(place.citations)) == (True, 2)
            if name not in ("link", "page"):
                assert (
                    " ".join(each.text for each in place.citations).split() == words.split()
                    or place.text == words
                )


def test_the_published_site_has_each_cited_place(tmp_path: Path) -> None:
    """Also of a statement with one version: its page stays where it is when the source changes the text."""
    kept(tmp_path / "a", [captured(PAGE, URL, "2020-06-06T08:00:00Z")]).close()
    (tmp_path / "a" / "site.toml").write_text(
        'name = "Ferry record"\nurl = "https://record.example/"\n', encoding="utf-8"
    )
    with Archive.open(tmp_path / "a") as archive:
        (one,) = archive.cite(only(archive), quote="the pier is closed", profile=tmp_path / "a" / "site.toml")
        archive.publish(tmp_path / "site", at=NOW, profile=tmp_path / "a" / "site.toml")
        assert archive.resolve(one.forms.page)[0].found == "as_cited"
    address, _, fragment = one.forms.page.partition("#")
    page = tmp_path / "site" / address.removeprefix("https://record.example/")
    assert fragment.startswith("t2:~:text=")
    assert 'id="t2"' in page.read_text(encoding="utf-8")


def test_an_annotation_without_a_source_is_sought_everywhere(tmp_path: Path) -> None:
    """By its words, as `check` would find them."""
    kept(tmp_path / "a", [captured(PAGE, URL, "2020-06-06T08:00:00Z")]).close()
    note: dict[str, Any] = {"type": "TextQuoteSelector", "exact": "It will sail every night of the summer."}
    with Archive.open(tmp_path / "a") as archive:
        (found,) = archive.resolve(json.dumps(note))
    assert [place.citations[0].turn for place in found.places] == [2]
