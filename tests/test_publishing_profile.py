"""What a site profile may say, and how a wrong one is refused: one sentence that names the nearest right word."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.errors import NotFound, WrongCall
from onrecord.model import Contact
from onrecord.publishing import Profile, read_profile
from onrecord.publishing.profile import City, DayCounter, Section, section_folder


def written(folder: Path, text: str) -> Path:
    """Return the path of a profile with this text."""
    path = folder / "site.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_document_has_every_key_of_a_profile() -> None:
    """What may be said in it is found in one table, those of its lists as well."""
    table = (
        Path(__file__)
        .parents[1]
        .joinpath("docs", "serving.md")
        .read_text("utf-8")
        .partition("## The profile")[2]
    )
    named = {*Profile.__struct_fields__} - {"cities", "contacts", "counters", "sections"}
    lists = (City, Contact, DayCounter, Section)
    wanted = {*named, *(field for each in lists for field in each.__struct_fields__)}
    told = table.partition("\n## ")[0]
    assert {key for key in wanted if f"`{key}`" not in told} == set()
    assert all(f"`[[{key}]]`" in told for key in ("cities", "contacts", "counters", "sections"))


def test_a_full_profile_is_read(tmp_path: Path) -> None:
    """Everything that site.toml may say arrives as it was written."""
    profile = read_profile(
        written(
            tmp_path,
            """
            name = "Messages of Vessel"
            keeper = "The press section"
            own = true
            language = "en"
            url = "https://record.example/messages"
            cities = [{place = "Vessel City", zone = "Europe/Lisbon"}]
            contacts = [{label = "Consular queries", value = "+44 (0) 20 7946 0000"}]
            counters = [{since = "2026-03-01", text = "days have passed since the consultation opened"}]
            sections = [{name = "Interviews", kinds = ["interview", "lecture"]}]
            messages_per_page = 20
            latest = 5
            """,
        )
    )
    assert profile == Profile(
        name="Messages of Vessel",
        keeper="The press section",
        own=True,
        language="en",
        url="https://record.example/messages/",
        cities=(City("Vessel City", "Europe/Lisbon"),),
        contacts=(Contact("Consular queries", "+44 (0) 20 7946 0000"),),
        counters=(DayCounter("2026-03-01", "days have passed since the consultation opened"),),
        sections=(Section("Interviews", ("interview", "lecture")),),
        messages_per_page=20,
        latest=5,
    )


def test_without_a_word_the_profile_is_neutral(tmp_path: Path) -> None:
    """An empty profile claims no keeper and no authorship."""
    profile = read_profile(written(tmp_path, ""))
    assert profile == Profile()
    assert profile.keeper is None
    assert not profile.own


def test_a_date_may_stand_without_quotes(tmp_path: Path) -> None:
    """TOML's own dates are as good as quoted ones."""
    profile = read_profile(written(tmp_path, 'counters = [{since = 2026-03-01, text = "days have passed"}]'))
    assert profile.counters[0].since == "2026-03-01"


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("keper = 'me'", "unknown key 'keper', did you mean 'keeper'?"),
        ("[[cities]]\nplace = 'A'\nzonne = 'UTC'", "[[cities]]: unknown key 'zonne', did you mean 'zone'?"),
        ("cities = [{place = 'A', zone = 'Europe/Lisbn'}]", "did you mean 'Europe/Lisbon'?"),
        ("cities = [{place = 'A', zone = 'Lisbon'}]", "did you mean 'Europe/Lisbon'?"),
        ("sections = [{name = 'A', kinds = ['interviews']}]", "did you mean 'interview'?"),
        ("sections = [{name = 'A', kinds = []}]", "names no kinds"),
        ("sections = [{name='A b', kinds=['other']}, {name='A-B', kinds=['other']}]", "share an address"),
        ("counters = [{since = 'in spring', text = 'days'}]", "is no date"),
        ("url = 'record.example'", "is no web address"),
        ("language = 'English, please'", "is no language tag"),
        ("messages_per_page = 0", "must be 1 or more"),
        ("own = 'yes'", "wrong type"),
        ("name = ' '", "name is empty"),
        ("cities = 3", "wrong type"),
        ("name = ", "is not valid TOML in line 1 ('name ='): behind the equals sign stands no value"),
        (
            "own = true\nname = 'Ves",
            'is not valid TOML in line 2 ("name = \'Ves"): a quotation mark is not closed.',
        ),
        (
            "own = true\nown = true\n",
            "is not valid TOML in line 2 ('own = true'): the key stands there a second time.",
        ),
    ],
)
def test_a_wrong_profile_is_refused_in_one_sentence(tmp_path: Path, text: str, sentence: str) -> None:
    """The sentence names the file and what to write instead."""
    path = written(tmp_path, text)
    with pytest.raises(WrongCall) as refusal:
        read_profile(path)
    assert sentence in str(refusal.value)
    assert str(path) in str(refusal.value)


def test_a_profile_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    """A missing file and a file that is no text are told apart."""
    with pytest.raises(NotFound):
        read_profile(tmp_path / "site.toml")
    (tmp_path / "site.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(WrongCall, match="UTF-8"):
        read_profile(tmp_path / "site.toml")


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Interviews & lectures", "interviews-lectures"),
        ("../../etc/passwd", "etc-passwd"),
        ("Déclarations", "declarations"),
        ("Заявления", "other-joint-statement"),
    ],
)
def test_a_section_has_a_safe_folder(name: str, folder: str) -> None:
    """A name without a Latin letter is filed under its kinds."""
    assert section_folder(Section(name, ("other", "joint_statement"))) == folder
