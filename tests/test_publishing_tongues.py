"""Pages speak English, French and Arabic: every word of theirs is marked, and every catalogue has it."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

import catalogues
from onrecord.errors import WrongCall
from onrecord.publishing import open_tongue, read_profile
from onrecord.publishing.wording import printed_date, printed_moment
from unmarked_words import unmarked

TEMPLATES = sorted((catalogues.PUBLISHING / "templates").glob("*.html"))


@pytest.mark.parametrize("template", [each for each in TEMPLATES if each.name not in catalogues.ENGLISH_ONLY], ids=lambda path: path.name)  # fmt: skip
def test_a_template_marks_every_word_it_says(template: Path) -> None:
    """No text, label or title stands in a template that a catalogue cannot translate."""
    assert unmarked(template.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("<p>Latest messages</p>", ["Latest messages"]),
        ('<nav aria-label="Pages"></nav>', ['aria-label="Pages"']),
        ('{% if many %}<p>{{ n }} messages</p>{% endif %}', ["\N{REPLACEMENT CHARACTER} messages"]),
        ('{{ name or "not known" }}', ["not known"]),
        ('<p>{{ "statement" if n == 1 else "statements" }}</p>', ["statement", "statements"]),
        ('{% macro a(b) %}<b>Part</b>{% endmacro %}', ["Part"]),
        ('<p>{{ _("Latest") }} {% trans %}messages{% endtrans %} {{ a if b == "c" }} – {{ n }}</p>', []),
        ('<p class="lead" id="a">{{ d|as_word("kind") }}</p><script>let a = 1</script>', []),
    ],
)  # fmt: skip
def test_an_unmarked_word_is_found(source: str, found: list[str]) -> None:
    """Text, attributes that are read and texts in expressions are told; names of classes and marked words are not."""
    assert unmarked(source) == found


def test_dates_and_numbers_are_those_of_the_language() -> None:
    """Days, months, moments, numbers and names of languages are written as CLDR has them."""
    french, arabic = open_tongue("fr"), open_tongue("ar")
    assert french.date("2019-10-14") == "14 octobre 2019"
    assert french.date("2019-10-01") == "1er octobre 2019"
    assert french.date("2019-10") == "octobre 2019"
    assert arabic.date("2019-10-14") == "14 أكتوبر 2019"
    assert french.number(58412) == "58\N{NARROW NO-BREAK SPACE}412"
    assert [each.rate(40) for each in (french, arabic, open_tongue("en"))] == ["40,0", "40.0", "40.0"]
    assert french.language("ar") == "arabe (ar)"
    assert arabic.language("fr-CA") == "الفرنسية (fr-CA)"
    assert [french.date(each) for each in ("2019", "spring 2019", "2019-13-40")] == [
        "2019",
        "spring 2019",
        "2019-13-40",
    ]


@pytest.mark.parametrize(
    "iso", ["2019-10-14", "2019-10", "2019", "2020-07-15T20:08:00+02:00", "no date", "2019-02-30"]
)
def test_english_is_written_as_in_the_exports(iso: str) -> None:
    """A date on an English page is the one that the command line and the citations print."""
    english = open_tongue("en")
    assert english.date(iso) == printed_date(iso)
    assert english.moment(iso) == printed_moment(iso)


def test_a_profile_names_the_languages_of_the_interface(tmp_path: Path) -> None:
    """One name or a list; an unknown one, or one twice, is refused in a sentence."""

    def told(line: str) -> tuple[str, ...]:
        (tmp_path / "site.toml").write_text(line, encoding="utf-8")
        return read_profile(tmp_path / "site.toml").interface

    assert told("") == ("en",)
    assert told('interface = "ar"') == ("ar",)
    assert told('interface = ["fr", "en"]') == ("fr", "en")
    with pytest.raises(WrongCall, match=re.escape("interface 'xx' is no language that pages are written in")):
        told('interface = ["en", "xx"]')
    with pytest.raises(WrongCall, match="names each language once"):
        told('interface = ["fr", "fr"]')


@pytest.mark.parametrize("tag", catalogues.TRANSLATED)
def test_a_catalogue_has_every_message(tag: str) -> None:
    """Nothing is missing, fuzzy, left over, or translated with other placeholders or markup."""
    assert list(catalogues.faults_of(catalogues.extracted(), catalogues.read_catalogue(tag))) == []


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        ('msgid "Version %(n)s"\nmsgstr ""', "not translated: 'Version %(n)s'"),
        ('msgid "Version"\nmsgstr "Version"', "not translated: 'Version %(n)s'"),
        ('#, fuzzy\nmsgid "Version %(n)s"\nmsgstr "Version %(n)s"', "fuzzy: 'Version %(n)s'"),
        ('msgid "Version %(n)s"\nmsgstr "Version %(m)s"', "other placeholders in 'Version %(m)s' than in 'Version %(n)s'"),
        ('msgid "Version %(n)s"\nmsgstr "Version"', "other placeholders in 'Version' than in 'Version %(n)s'"),
        ('msgid "Version %(n)s"\nmsgstr "100 % %(n)s"', "a stray % in '100 % %(n)s'"),
        ('msgid "Version %(n)s"\nmsgstr "<b>%(n)s</b>"', "other markup in '<b>%(n)s</b>' than in 'Version %(n)s'"),
    ],
)  # fmt: skip
def test_what_is_wrong_in_a_catalogue_is_found(said: str, fault: str) -> None:
    """Each way in which a translation can be missing or break its page is told."""
    wanted = Catalog()
    wanted.add("Version %(n)s")
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
    held = read_po(io.BytesIO((header + said).encode()), locale="fr")
    assert fault in list(catalogues.faults_of(wanted, held))
