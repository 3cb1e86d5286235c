"""Bytes into text: declared, found out, wrong, damaged."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from invented_warcs import codes
from onrecord.capture import Captured, Decoded, decode, digest_of
from onrecord.capture.labels import CODECS, charset_of
from onrecord.model import Capture, Locator

HARBOUR = (
    "Порт Остравы остаётся открытым, сказала министр приливов. Вопрос: надолго ли? Ответ: навсегда. " * 4
)
GERMAN = "Größe, Maß und Übermut: „Die Küste schützen“, sagte die Ministerin für Gezeiten. "


def decoded(body: bytes, charset: str | None = None, media_type: str = "text/html") -> Decoded:
    """Return what the bytes are as text."""
    capture = Capture("https://tides.example/1", None, digest_of(body), media_type, Locator("a.warc", 0, 9))
    return decode(Captured(capture, body, charset))


@pytest.mark.parametrize(
    ("mark", "codec", "charset"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
    ],
)
def test_a_byte_order_mark_wins_over_all(mark: bytes, codec: str, charset: str) -> None:
    """The mark is no character of the text, and a header that says otherwise is not asked."""
    assert decoded(mark + HARBOUR.encode(codec), "windows-1251") == (HARBOUR, charset, ())


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
def test_two_byte_texts_without_a_mark_are_seen(codec: str) -> None:
    """Every other byte of a text with spaces and Latin letters is zero."""
    text = "The tide tables stand, said the Minister. " + GERMAN
    assert decoded(text.encode(codec), None, "text/plain") == (text, codec, ())


def test_the_http_header_wins_over_the_page() -> None:
    """As in browsers."""
    body = b'<meta charset="iso-8859-2">' + HARBOUR.encode("cp1251")
    assert decoded(body, "windows-1251").text.endswith(HARBOUR)


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1251">',
        "<META CharSet=windows-1251>",
        '<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">',
        '<meta content="text/html; charset=cp1251" http-equiv=Content-Type />',
        '<?xml version="1.0" encoding="windows-1251"?>',
        '<!-- <meta charset="utf-8"> --><meta charset="windows-1251">',
        " " * 4000 + "<meta charset=cp1251>",
    ],
)
def test_the_page_declares_its_charset(head: str) -> None:
    """In any of the ways pages do, within the first four kilobytes."""
    text, charset, issues = decoded((head + HARBOUR).encode("cp1251"))
    assert (text, charset, issues) == (head + HARBOUR, "windows-1251", ())


def test_a_plain_text_declares_nothing() -> None:
    """A text about markup is not markup."""
    text = 'Write <meta charset="windows-1251"> into it. Größe.'
    assert decoded(text.encode(), None, "text/plain") == (text, "utf-8", ())


@pytest.mark.parametrize("label", ["iso-8859-1", "latin1", "US-ASCII", " Windows-1252 "])
def test_latin_1_is_windows_1252(label: str) -> None:
    """As the WHATWG standard has it: nobody who declares Latin-1 means its control characters."""
    assert decoded("“Tides” – 5 €".encode("cp1252"), label) == ("“Tides” – 5 €", "windows-1252", ())


def test_open_places_of_windows_1252_are_controls() -> None:
    """The standard assigns all 256 bytes."""
    assert decoded(b"A\x81\x8d\x8f\x90\x9d\xe9", "windows-1252").text == "A\x81\x8d\x8f\x90\x9dé"


@pytest.mark.parametrize("label", ["iso-8859-1", "windows-1251", "shift_jis", "ascii", "gbk"])
def test_valid_utf_8_wins_over_a_wrong_label(label: str) -> None:
    """Only UTF-8 looks like UTF-8; the issue names both."""
    text, charset, issues = decoded(HARBOUR.encode(), label)
    assert (text, charset) == (HARBOUR, "utf-8")
    assert (codes(issues), issues[0].severity) == (["charset_wrong"], "note")
    assert charset_of(label) in issues[0].message.split()
    assert "utf-8" in issues[0].message


def test_ascii_is_in_whatever_was_declared() -> None:
    """Nothing is wrong where nothing differs."""
    for label in ("iso-8859-1", "utf-8", "shift_jis"):
        assert decoded(b"Plain words.", label).issues == ()
    assert decoded(b"Plain words.").charset == "utf-8"


def test_a_page_declared_utf_8_that_is_not_is_found_out() -> None:
    """The bytes decide, and what was declared is named."""
    text, charset, issues = decoded(HARBOUR.encode("cp1251"), "utf-8")
    assert (text, charset) == (HARBOUR, "windows-1251")
    assert "charset_wrong" in codes(issues)


def test_where_the_header_does_not_fit_the_page_is_asked() -> None:
    """The next declaration that fits is taken."""
    body = b'<meta charset="windows-1251">' + HARBOUR.encode("cp1251")
    text, charset, issues = decoded(body, "utf-8")
    assert text.endswith(HARBOUR)
    assert (charset, codes(issues)) == ("windows-1251", ["charset_wrong"])


@pytest.mark.parametrize("codec", ["cp1251", "koi8_r", "shift_jis", "euc_kr", "gb18030", "cp1252"])
def test_an_undeclared_charset_is_guessed_and_called_a_guess(codec: str) -> None:
    """What the bytes look like is a guess; the issue says so, and nothing is lost from a long text."""
    text = {
        "shift_jis": "潮汐省の大臣は、港は開いたままであると述べた。質問：いつまでですか。答え：いつまでも。"
        * 4,
        "euc_kr": "조수부 장관은 항구가 계속 열려 있을 것이라고 말했다. 질문: 언제까지입니까? 답변: 영원히. "
        * 4,
        "gb18030": "潮汐部长说，港口将继续开放。问：开放到什么时候？答：永远开放。我们会保护海岸。" * 4,
        "cp1252": GERMAN * 4,
    }.get(codec, HARBOUR)
    found = decoded(text.encode(codec), None, "text/plain")
    assert found.text == text
    assert codes(found.issues) == ["charset_guessed"]


def test_an_unknown_label_is_named_and_passed_over() -> None:
    """A label the web does not know is no reason to fail, and Python's own codecs are no charsets."""
    for label in ("klingon", "rot13", "hex", "idna", "utf-7", "unicode_escape"):
        text, charset, issues = decoded(HARBOUR.encode(), label)
        assert (text, charset, codes(issues)) == (HARBOUR, "utf-8", ["charset_unknown"])


def test_a_stray_byte_is_shown_and_counted() -> None:
    """One bad byte does not make a UTF-8 page another's."""
    body = HARBOUR.encode() + b"\xff" + HARBOUR.encode() + b"\xd0"
    for label in ("utf-8", "iso-8859-1", None):
        text, charset, issues = decoded(body, label)
        assert (text, charset) == (HARBOUR + "\ufffd" + HARBOUR + "\ufffd", "utf-8")
        assert "bytes_undecodable" in codes(issues)
        assert "2 places" in issues[-1].message


def test_a_replacement_character_of_the_page_is_not_counted() -> None:
    """What the source itself lost is the source's text."""
    assert decoded(("\ufffd" + HARBOUR).encode(), "utf-8").issues == ()


def test_newlines_are_one_character() -> None:
    """Windows and old Mac line ends become one."""
    assert decoded(b"a\r\nb\rc\n\r\nd").text == "a\nb\nc\n\nd"


def test_zeros_and_controls_stay_in_the_text() -> None:
    """Nothing of a page is taken away here."""
    assert decoded("Größe\x00\x1b[31m\u202e".encode(), "utf-8").text == "Größe\x00\x1b[31m\u202e"


@given(st.text(st.characters(exclude_characters="\r", exclude_categories=["Cs"])))
def test_utf_8_texts_come_back(text: str) -> None:
    """Whatever the text, declared UTF-8 is decoded as it is."""
    found = decoded(text.encode(), "utf-8", "text/plain")
    assert found.text == text.removeprefix("\ufeff") or found.charset != "utf-8"


@given(
    st.binary(max_size=200),
    st.sampled_from([None, *CODECS, "nonsense"]),
    st.sampled_from(["text/html", "text/plain"]),
)
def test_any_bytes_are_some_text(body: bytes, label: str | None, media_type: str) -> None:
    """No bytes and no label end in an exception, and the charset is always one of the standard."""
    text, charset, _ = decoded(body, label, media_type)
    assert "\r" not in text
    assert charset in CODECS


def test_every_label_names_a_codec_of_python() -> None:
    """The table has no dead ends."""
    for charset, codec in CODECS.items():
        assert codecs.lookup(codec)
        assert charset_of(charset.upper()) == charset


def test_a_guess_next_to_the_usual_charset_is_the_usual_one() -> None:
    """German is the same in many charsets: the one browsers take wins, though a foreign name would look better."""
    text = GERMAN * 40 + "Frau Yaðmur. "
    found = decoded(text.encode("cp1252"), None, "text/plain")
    assert (found.text, found.charset) == (text, "windows-1252")
    czech = (
        "Ministryně přílivů řekla, že přístav zůstane otevřený. Otázka: Jak dlouho? Odpověď: Žádný konec. "
        * 4
    )
    assert decoded(czech.encode("cp1250"), None, "text/plain").text == czech
