"""What bytes are, told from their beginning: a WARC, a page, or which format that is not taken."""

from __future__ import annotations

import re
import zlib
from typing import Literal, NamedTuple

from onrecord.capture.stored import GZIP_MAGIC

SNIFFED = 8192
"""How many bytes from the beginning are looked at."""

Kind = Literal["warc", "html", "text", "empty", "refused", "binary"]


class Sniffed(NamedTuple):
    """What the bytes are; `name` says in words what is refused ("a PDF"), `advice` what to do instead."""

    kind: Kind
    media_type: str | None = None
    name: str = ""
    advice: str = ""


_SAVE = "save the page as HTML or text, or put it in a WARC"
_EXTRACT = "extract the WARC files from it and give those"
_UNPACK = "unpack it and give the files in it"
_FEED = "give the pages it lists, as HTML or in a WARC"

# Beginnings of formats that a caller may well expect to be read; the issue on further formats takes them up.
_REFUSED = (
    (b"%PDF-", "a PDF", _SAVE),
    (b"filedesc://", "an ARC file", "convert it to WARC (warcio recompress) and give that"),
    (b"PK\x03\x04", "a ZIP file", _UNPACK),
    (b"{\\rtf", "an RTF text", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file", _SAVE),
    *((b"BZh%d1AY&SY" % level, "a bzip2 file", _UNPACK) for level in range(1, 10)),
    (b"\xfd7zXZ\x00", "an xz file", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a zstd file", "unpack it, or compress the WARC with gzip, record by record"),
)
_ZIPPED = (
    (b"word/", "a Word text (DOCX)", _SAVE),
    (b"application/epub+zip", "an EPUB", _SAVE),
    (b"datapackage.json", "a WACZ", _EXTRACT),
    (b"archive/", "a WACZ", _EXTRACT),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file", _SAVE),
    (b"xl/", "a spreadsheet", _SAVE),
)
_BINARY = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"wOF", "a font"),
    (b"\x00\x01\x00\x00\x00", "a font"),
    (b"ID3", "a sound recording"),
    (b"OggS", "a sound recording"),
    (b"\x1aE\xdf\xa3", "a film"),
)
_FIRST_BYTES = frozenset(magic[:1] for magic, *_ in (*_REFUSED, *_BINARY)) - {b""}
_REFUSED_EXTENSIONS = {
    ".mhtml": ("an MHTML page", _SAVE),
    ".mht": ("an MHTML page", _SAVE),
    ".json": ("JSON", _SAVE),
    ".jsonl": ("JSON Lines", _SAVE),
    ".csv": ("a table", _SAVE),
    ".tsv": ("a table", _SAVE),
    ".xml": ("XML", _SAVE),
    ".css": ("a style sheet", _SAVE),
    ".js": ("a script", _SAVE),
    ".svg": ("an SVG image", _SAVE),
}
_FEEDS = ((re.compile(rb"<rss[\s>]"), "an RSS feed"), (re.compile(rb"<feed[\s>]"), "an Atom feed"),
          (re.compile(rb"<rdf:RDF[\s>]"), "an RSS feed"))  # fmt: skip
_JSON_FEED = re.compile(rb'^\s*\{.{0,2000}"version"\s*:\s*"https?:\\?/\\?/jsonfeed', re.DOTALL)
_MHTML = re.compile(rb"(?:^|\n)content-type:\s*multipart/related", re.IGNORECASE)
_MIME_HEADER = re.compile(
    rb"(?:mime-version|from|date|subject|snapshot-content-location|content-type):", re.IGNORECASE
)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|style|link|div|p|table|h[1-6]|a|br|span|article|main)"
    rb"(?=[\s/>])",
    re.IGNORECASE,
)
# The possessive group keeps a page that begins with a thousand comments from being split in every way there is.
_XML_ROOT = re.compile(rb"\A(?:\s+|<\?[^>]*>|(?><!--.*?-->)|<!(?!--)[^>]*>)*+<([A-Za-z][\w:.-]*)", re.DOTALL)
_XHTML = re.compile(rb"\A\s*<\?xml\b.*?<html\b[^>]*http://www\.w3\.org/1999/xhtml", re.DOTALL | re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b")) + b"\x7f"


def sniff(head: bytes, extension: str = "") -> Sniffed:
    """Return what the bytes are; content decides, the extension (".txt") only where content does not tell."""
    if not head:
        return Sniffed("empty")
    if head.startswith(GZIP_MAGIC):
        return _sniff_gzip(head)
    if head.startswith(b"WARC/") or (extension == ".gz" and GZIP_MAGIC.startswith(head)):
        return Sniffed("warc")
    found = _sniff_magic(head) or _sniff_text(head, extension)
    # A cut or damaged WARC may begin like a text; read as a WARC, what is wrong with it is told.
    return Sniffed("warc") if extension == ".warc" and found.kind == "text" else found


def is_other_format(body: bytes) -> str | None:
    """Return what a body plainly is ("a PDF") although it was declared to be a page; None for a page."""
    if body[:1] in _FIRST_BYTES and (found := _sniff_magic(body[:SNIFFED])) is not None:
        return found.name
    return "a gzip file" if body.startswith(GZIP_MAGIC) else None


def _sniff_magic(head: bytes) -> Sniffed | None:
    for magic, name, advice in _REFUSED:
        if head.startswith(magic):
            return _sniff_zip(head) if magic == b"PK\x03\x04" else Sniffed("refused", None, name, advice)
    for magic, name in _BINARY:
        # A text may begin with the letters of a magic number: "ID3 is a format …".
        if head.startswith(magic) and (not magic.isalnum() or b"\x00" in head[:512]):
            return Sniffed("binary", None, name)
    return None


def page_media_type(body: bytes) -> str | None:
    """Return "text/html", "application/xhtml+xml" or "text/plain" for a body nobody declared a type for; else None."""
    return sniff(body[:SNIFFED]).media_type


def _sniff_gzip(head: bytes) -> Sniffed:
    try:
        inside = zlib.decompressobj(wbits=31).decompress(head, SNIFFED)
    except zlib.error:
        # Read as a WARC, it is told where it is damaged, and what is sound in it comes out.
        return Sniffed("warc")
    if inside.startswith(b"WARC/") or (len(inside) < 5 and b"WARC/".startswith(inside)):
        return Sniffed("warc")
    if inside.startswith(b"filedesc://"):
        return Sniffed("refused", None, "an ARC file", "convert it to WARC (warcio recompress) and give that")
    return Sniffed("refused", None, "a gzip file with no WARC in it", _UNPACK)


def _sniff_zip(head: bytes) -> Sniffed:
    for mark, name, advice in _ZIPPED:
        if mark in head:
            return Sniffed("refused", None, name, advice)
    return Sniffed("refused", None, "a ZIP file", _UNPACK)


def _sniff_text(head: bytes, extension: str) -> Sniffed:
    wide = utf16_of(head)
    start = head.decode(wide, "replace").encode() if wide else head.removeprefix(b"\xef\xbb\xbf")
    if wide is None and _looks_binary(start):
        return Sniffed("binary", None, "a binary file")
    if _MIME_HEADER.match(start) and _MHTML.search(start):
        return Sniffed("refused", None, "an MHTML page", _SAVE)
    if _JSON_FEED.match(start):
        return Sniffed("refused", None, "a JSON feed", _FEED)
    root = _XML_ROOT.match(start)
    if root is not None:
        for feed, name in _FEEDS:
            if feed.match(start, root.start(1) - 1):
                return Sniffed("refused", None, name, _FEED)
    if extension in (".html", ".htm", ".xhtml") or _looks_html(start, root):
        return Sniffed("html", "application/xhtml+xml" if _XHTML.match(start) else "text/html")
    if extension in _REFUSED_EXTENSIONS:
        name, advice = _REFUSED_EXTENSIONS[extension]
        return Sniffed("refused", None, name, advice)
    return Sniffed("text", "text/plain")


def _looks_html(start: bytes, root: re.Match[bytes] | None) -> bool:
    if root is not None:
        return _HTML.match(start, root.start(1) - 1) is not None
    doctype = _HTML.match(start.lstrip())
    return doctype is not None


def utf16_of(head: bytes) -> str | None:
    """Return "utf-16-le" or "utf-16-be" if the bytes have its mark, or a zero in every other byte; else None."""
    for mark, name in _BOMS[1:]:
        if head.startswith(mark):
            return name
    pairs = len(head[:2048]) // 2
    if pairs < 8:
        return None
    even, odd = head[0 : 2 * pairs : 2].count(0), head[1 : 2 * pairs : 2].count(0)
    if odd > 0.4 * pairs and even < 0.02 * pairs:
        return "utf-16-le"
    if even > 0.4 * pairs and odd < 0.02 * pairs:
        return "utf-16-be"
    return None


def _looks_binary(start: bytes) -> bool:
    """Tell whether there are more control bytes than a text would have; random bytes have one in ten."""
    controls = len(start) - len(start.translate(None, _CONTROLS))
    try:
        start.decode("utf-8")
        allowed = 0.10
    except UnicodeDecodeError as error:
        allowed = 0.10 if error.reason == "unexpected end of data" else 0.03
    return controls > allowed * len(start)
