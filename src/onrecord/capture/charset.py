"""A capture's bytes as text: which charset they are in, told or found out, and what could not be decoded."""

from __future__ import annotations

import codecs
import re
from operator import ne
from typing import NamedTuple

from onrecord.capture.captured import Captured
from onrecord.capture.labels import CODECS, charset_of
from onrecord.capture.sniff import utf16_of
from onrecord.model import Capture, Issue, Severity

_META_WITHIN = 4096
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_META = re.compile(rb"""<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]{1,40})""", re.IGNORECASE)
_XML = re.compile(rb"""\A\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']{1,40})["']""")
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_NOT_ASCII = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 1 << 16
# Bytes of a text in a two-byte charset may by chance be valid UTF-8 for a few characters, not for a dozen.
_CHANCE = 24
# A text with one bad byte in fifty others is in that charset and has a fault; beyond, it is in another
# charset.
_FAULTS = 0.02
# What browsers take where nothing is declared; German in it is also valid in a dozen others, but for a name or two.
_USUAL = "windows-1252"
_NEIGHBOURS = 0.05


class Decoded(NamedTuple):
    """The text of a capture with newlines as "\\n", the charset it was decoded from, and what was wrong about it."""

    text: str
    charset: str
    issues: tuple[Issue, ...]


def codec_of(charset: str) -> str:
    """Return the codec that decodes a charset of `Decoded`."""
    return CODECS[charset]


def decode(captured: Captured) -> Decoded:
    """Return the text of a page.

    Asked in this order: byte order mark, HTTP header, <meta> or XML declaration in the first 4 kB, strict UTF-8, what
    the bytes look like. A declaration that does not fit the bytes is passed over with an issue `charset_wrong`.
    Labels mean what the WHATWG Encoding Standard says: "iso-8859-1" is windows-1252.
    """
    body, capture = captured.body, captured.capture
    issues: list[Issue] = []
    charset = _marked(body)
    if charset is None:
        charset, issues = _chosen(body, capture, _declared(captured))
    text, undecodable = _decode_as(body, charset)
    if undecodable:
        said = f"holds {undecodable} places that cannot be decoded as {charset} and are shown as U+FFFD"
        issues.append(_issue(capture, "bytes_undecodable", said, "warning"))
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return Decoded(text, charset, tuple(issues))


def _marked(body: bytes) -> str | None:
    return next((name for mark, name in _BOMS if body.startswith(mark)), None)


def _declared(captured: Captured) -> list[str]:
    """Return the labels the page declares, the weightiest first."""
    labels = [captured.charset] if captured.charset else []
    if captured.capture.media_type != "text/plain":
        head = _COMMENT.sub(b"", captured.body[:_META_WITHIN])
        for pattern in (_XML, _META):
            found = pattern.search(head)
            if found:
                labels.append(found.group(1).decode("ascii", "replace"))
    return labels


def _chosen(body: bytes, capture: Capture, labels: list[str]) -> tuple[str, list[Issue]]:
    """Return the charset of bytes without a mark, and the issues about what was declared."""
    issues = [
        _issue(
            capture, "charset_unknown", f"declares the charset {label[:40]!r}, which does not exist", "note"
        )
        for label in labels
        if charset_of(label) is None
    ]
    declared = [charset for label in labels if (charset := charset_of(label)) is not None]
    fitting = next((charset for charset in declared if _fits(body, charset)), None)
    if fitting is None:
        fitting, guessed = _found_out(body, declared)
        if guessed:
            said = f"tells no charset that fits; it was taken for {fitting} by what it looks like"
            issues.append(_issue(capture, "charset_guessed", said, "note"))
    wrong = [charset for charset in declared[:1] if charset != fitting]
    if wrong and body.isascii() is False:
        said = f"declares the charset {wrong[0]} and is in {fitting}"
        issues.append(_issue(capture, "charset_wrong", said, "note"))
    return fitting, issues


def _fits(body: bytes, charset: str) -> bool:
    """Tell whether the bytes can be what the label says, and are not plainly UTF-8 under a wrong label."""
    if charset.startswith("utf-16"):
        return utf16_of(body) == charset
    if body.isascii():
        return True
    if not _nearly(body, charset):
        return False
    if charset == "utf-8" or not _nearly(body, "utf-8"):
        return True
    high = sum(len(run) for run in _NOT_ASCII.findall(body[:_SAMPLE]))
    return charset not in _SINGLE_BYTE and high < _CHANCE


def _nearly(body: bytes, charset: str) -> bool:
    """Tell whether the bytes decode, but for stray faults."""
    try:
        body.decode(CODECS[charset], _errors(charset))
        return True
    except UnicodeDecodeError:
        pass
    _, faults = _decode_as(body, charset)
    high = sum(len(run) for run in _NOT_ASCII.findall(body))
    return faults <= _FAULTS * high


def _found_out(body: bytes, declared: list[str]) -> tuple[str, bool]:
    """Return the charset the bytes look like, and whether that is a guess."""
    wide = utf16_of(body)
    if wide is not None:
        return wide, False
    if body.isascii() or _nearly(body, "utf-8"):
        return "utf-8", False
    # Imported late: nearly all pages are in UTF-8 or tell their charset rightly.
    from charset_normalizer import from_bytes

    guess = from_bytes(_sample(body), cp_isolation=_GUESSED).best()
    charset = charset_of(guess.encoding) if guess is not None else None
    if charset is None:
        charset = declared[0] if declared else _USUAL
    elif charset in _SINGLE_BYTE and _differs_little(body, charset):
        charset = _USUAL
    return charset, charset not in declared


def _differs_little(body: bytes, charset: str) -> bool:
    """Tell whether the usual charset of the web gives nearly the same text as a guessed neighbour of it."""
    sample = b"".join(_NOT_ASCII.findall(body[:_SAMPLE]))
    guessed, usual = _decode_as(sample, charset)[0], _decode_as(sample, _USUAL)[0]
    differing: int = sum(map(ne, guessed, usual))
    return differing <= _NEIGHBOURS * len(sample)


def _sample(body: bytes) -> bytes:
    """Return some lines around the first bytes beyond ASCII: charset_normalizer is slow on long texts."""
    found = _NOT_ASCII.search(body)
    start = max(0, (found.start() if found else 0) - 1024)
    start = body.rfind(b"\n", 0, start) + 1 if start else 0
    sample = body[start : start + _SAMPLE]
    end = sample.rfind(b"\n") if len(body) > start + _SAMPLE else -1
    return sample[:end] if end > _SAMPLE // 2 else sample


def _decode_as(body: bytes, charset: str) -> tuple[str, int]:
    """Return the text without a byte order mark, and at how many places U+FFFD stands for what was not decodable."""
    body = next(
        (body[len(mark) :] for mark, name in _BOMS if name == charset and body.startswith(mark)), body
    )
    codec = CODECS[charset]
    try:
        return body.decode(codec, _errors(charset)), 0
    except UnicodeDecodeError:
        text = body.decode(codec, "replace")
        genuine = body.count("\ufffd".encode(codec)) if charset.startswith("utf-") else 0
        return text, text.count("\ufffd") - genuine


def _errors(charset: str) -> str:
    return "onrecord_c1" if charset in _WITH_C1 else "strict"


def _as_control(error: UnicodeError) -> tuple[str, int]:
    """Return the control character of the same number: so the standard has it for bytes windows-125x leave open."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return "".join(map(chr, error.object[error.start : error.end])), error.end


codecs.register_error("onrecord_c1", _as_control)

# In these the standard assigns every byte; the others keep holes.
_WITH_C1 = frozenset({"windows-1252", "windows-1254", "windows-1256", "windows-1258", "windows-1250"})
_SINGLE_BYTE = frozenset(CODECS) - {
    "utf-8", "utf-16-le", "utf-16-be", "gbk", "gb18030", "big5", "euc-jp", "iso-2022-jp", "shift_jis", "euc-kr",
}  # fmt: skip
_GUESSED = [
    codec
    for name, codec in CODECS.items()
    if not name.startswith("utf-") and name not in ("x-mac-cyrillic", "gbk")
]


def _issue(capture: Capture, code: str, said: str, severity: Severity) -> Issue:
    where = capture.url or capture.locator.file
    return Issue(code, f"The capture of {where} {said}.", capture.locator, severity)
