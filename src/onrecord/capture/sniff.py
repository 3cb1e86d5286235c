"""What bytes are, told from their beginning: a container of captures, a page, or which format that is not taken."""

from __future__ import annotations

import io
import re
import zlib
from typing import BinaryIO, Literal, NamedTuple

from onrecord.capture.captured import (
    AKOMA_NTOSO,
    ATOM,
    DOCX,
    FEED_MEDIA_TYPES,
    JSON,
    JSON_FEED,
    MAIL,
    MARKDOWN,
    MHTML,
    PDF,
    RSS,
    TEI,
)
from onrecord.capture.stored import GZIP_MAGIC, ZSTD_STARTS
from onrecord.capture.zips import names_in_zip

SNIFFED = 8192
"""How many bytes from the beginning are looked at."""

Kind = Literal["warc", "arc", "zip", "mbox", "html", "text", "format", "empty", "refused", "binary"]


class Sniffed(NamedTuple):
    """What the bytes are; `name` says in words what is refused ("an EPUB"), `advice` what to do instead."""

    kind: Kind
    media_type: str | None = None
    name: str = ""
    advice: str = ""


_SAVE = "save the page as HTML or text, or put it in a WARC"
_UNPACK = "unpack it and give the files in it"

_REFUSED = (
    (b"{\\rtf", "an RTF text", _SAVE),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file", "save it as DOCX or PDF, and give that"),
    *((b"BZh%d1AY&SY" % level, "a bzip2 file", _UNPACK) for level in range(1, 10)),
    (b"\xfd7zXZ\x00", "an xz file", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7z file", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR file", _UNPACK),
)
_ZIPPED = (
    ("META-INF/container.xml", "an EPUB"),
    ("content.xml", "an OpenDocument file"),
    ("xl/workbook.xml", "a spreadsheet"),
    ("ppt/presentation.xml", "slides"),
)
_FEED_STARTS = (b"<?xml", b"<rss", b"<feed", b"<rdf:RDF")
_BLANK = b"\xef\xbb\xbf \t\r\n"
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
_PDF_WITHIN = 1024
_FIRST_BYTES = frozenset(magic[:1] for magic, *_ in (*_REFUSED, *_BINARY)) | {b"%", b"P", b"f"}
_REFUSED_EXTENSIONS = {
    ".mbox": ("no mailbox, although it is named so", _SAVE),
    ".mhtml": ("no MHTML page, although it is named so", _SAVE),
    ".mht": ("no MHTML page, although it is named so", _SAVE),
    ".eml": ("no mail, although it is named so", _SAVE),
    ".pdf": ("no PDF, although it is named so", "fetch it again"),
    ".docx": ("no Word text, although it is named so", "fetch it again"),
    ".wacz": ("no WACZ, although it is named so", "fetch it again"),
    ".arc": ("no ARC file, although it is named so", "fetch it again"),
    ".json": ("JSON", _SAVE),
    ".jsonl": ("JSON Lines", _SAVE),
    ".csv": ("a table", _SAVE),
    ".tsv": ("a table", _SAVE),
    ".xml": ("XML", _SAVE),
    ".css": ("a style sheet", _SAVE),
    ".js": ("a script", _SAVE),
    ".svg": ("an SVG image", _SAVE),
}
# An entry alone is what is kept of a feed beside the feed: it has no declaration and no root around it.
_FEEDS = ((re.compile(rb"<(?:rss|rdf:RDF|item)[\s>]"), RSS), (re.compile(rb"<(?:feed|entry)[\s>]"), ATOM))
_PROCEEDINGS = (
    (re.compile(rb"<(?:[\w.-]+:)?(?:TEI(?:\.2)?|teiCorpus)[\s>]"), TEI, "a text in TEI"),
    (re.compile(rb"<(?:[\w.-]+:)?akomaNtoso[\s>]"), AKOMA_NTOSO, "a text in Akoma Ntoso"),
)
_JSON_FEED = re.compile(rb'^\s*\{.{0,2000}"version"\s*:\s*"https?:\\?/\\?/jsonfeed', re.DOTALL)
_MHTML = re.compile(rb"(?:^|\n)content-type:\s*multipart/related", re.IGNORECASE)
# A mail's header: its lines, of which the first are not always those that everybody knows.
_MAIL_HEADER = re.compile(
    rb"(?:[A-Za-z][A-Za-z0-9-]{1,60}:[^\n]{0,2000}\r?\n(?:[ \t][^\n]{0,2000}\r?\n)*){2,}"
)
# What programs write that send or save mail, and nobody writes at the head of a statement.
_SENT = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|delivered-to|dkim-signature|snapshot-content-location):",
    re.IGNORECASE | re.MULTILINE,
)
# "From desk@tides.example Tue Jun  3 10:00:00 2031": what stands before each mail, with a clock's time in it, so that
# a line of a mail that begins with that word and was not marked is none
FROM_LINE = re.compile(rb"From \S{1,300}[ \t][^\r\n]{0,80}\d{1,2}:\d{2}[^\r\n]{0,60}\r?\n")
_JSON_START = re.compile(rb'\s*(?:\{\s*"|\[\s*\{\s*")')
# A tag of a text inside a JSON string, plain or with its bracket escaped.
_MARKUP_INSIDE = re.compile(rb"(?:<|\\u003[cC]|&lt;)(?:p|div|br|h[1-6]|li|blockquote)\b", re.IGNORECASE)
_HTML = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|script|style|link|div|p|table|h[1-6]|a|br|span|article|main)"
    rb"(?=[\s/>])",
    re.IGNORECASE,
)
# The possessive group keeps a page that begins with a thousand comments from being split in every way there is.
_XML_ROOT = re.compile(
    rb"\A(?:\s+|<\?[^>]*>|(?><!--.*?-->)|(?><!DOCTYPE[^>\[]{0,500}\[[^\]]{0,8000}\]\s*>)|<!(?!--)[^>]*>)*+<([A-Za-z][\w:.-]*)",
    re.DOTALL,
)
_XHTML = re.compile(rb"\A\s*<\?xml\b.*?<html\b[^>]*http://www\.w3\.org/1999/xhtml", re.DOTALL | re.IGNORECASE)
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x0b\x1b")) + b"\x7f"


def sniff(head: bytes, extension: str = "") -> Sniffed:
    """Return what the bytes are; content decides, the extension (".txt") only where content does not tell."""
    if not head:
        return Sniffed("empty")
    if head.startswith(GZIP_MAGIC):
        return _sniff_gzip(head)
    if head.startswith(ZSTD_STARTS):
        return _sniff_zstd(head)
    if head.startswith(b"WARC/") or (extension == ".gz" and GZIP_MAGIC.startswith(head)):
        return Sniffed("warc")
    found = sniff_magic(head) or _sniff_text(head, extension)
    # A cut or damaged WARC may begin like a text; read as a WARC, what is wrong with it is told.
    return Sniffed("warc") if extension == ".warc" and found.kind == "text" else found


def is_other_format(body: bytes) -> Sniffed | None:
    """Return what a body plainly is (a PDF, an image) although it was declared to be a page; None for a page."""
    if body[:1] in _FIRST_BYTES and (found := sniff_magic(body[:SNIFFED])) is not None:
        return sniff_zip(io.BytesIO(body)) if found.kind == "zip" else found
    if body.startswith(GZIP_MAGIC):
        return Sniffed("refused", None, "a gzip file", _UNPACK)
    if body.startswith(ZSTD_STARTS):
        return Sniffed("refused", None, "a zstd file", _UNPACK)
    return _whole_feed(body[:SNIFFED])


def _whole_feed(head: bytes) -> Sniffed | None:
    """Return what a feed is that calls itself a page; a lone entry of one begins as nothing else does, and is none."""
    if not head.lstrip(_BLANK).startswith(_FEED_STARTS):
        return None
    found = sniff(head)
    return found if found.media_type in FEED_MEDIA_TYPES else None


def sniff_magic(head: bytes) -> Sniffed | None:
    """Return what the first bytes tell by themselves, None for text of any kind."""
    if b"%PDF-" in head[:_PDF_WITHIN] and (head.startswith(b"%PDF-") or _looks_binary(head)):
        return Sniffed("format", PDF, "a PDF")
    if head.startswith(b"filedesc://"):
        return Sniffed("arc")
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Sniffed("zip", None, "a ZIP file", _UNPACK)
    for magic, name, advice in _REFUSED:
        if head.startswith(magic):
            return Sniffed("refused", None, name, advice)
    for magic, name in _BINARY:
        # A text may begin with the letters of a magic number: "ID3 is a format …".
        if head.startswith(magic) and (not magic.isalnum() or b"\x00" in head[:512]):
            return Sniffed("binary", None, name)
    return None


def page_media_type(body: bytes) -> str | None:
    """Return what a body nobody declared a type for is read as, None for what is no page."""
    return sniff_body(body).media_type


def sniff_body(body: bytes) -> Sniffed:
    """Return what a whole body is: a ZIP file is looked into, and JSON is none unless it carries text in markup."""
    found = sniff(body[:SNIFFED])
    if found.kind == "zip":
        return sniff_zip(io.BytesIO(body))
    if found.media_type == JSON and not carries_markup(body):
        return Sniffed("text", "text/plain", "JSON")
    return found


def carries_markup(body: bytes) -> bool:
    """Tell whether JSON carries texts with tags in its strings: without them it is a table or settings, not a page."""
    return _MARKUP_INSIDE.search(body) is not None


def sniff_zip(stream: BinaryIO) -> Sniffed:
    """Return what a ZIP file holds, by the names in it: a Word text, a WACZ, or what is not taken."""
    names = names_in_zip(stream)
    if names is None:
        return Sniffed("refused", None, "a damaged ZIP file", "fetch it again")
    if "word/document.xml" in names:
        return Sniffed("format", DOCX, "a Word text (DOCX)")
    if any(name.startswith("archive/") and not name.endswith("/") for name in names):
        return Sniffed("zip", None, "a WACZ")
    for mark, name in _ZIPPED:
        if mark in names:
            return Sniffed("refused", None, name, _SAVE)
    return Sniffed("refused", None, "a ZIP file", _UNPACK)


def _sniff_gzip(head: bytes) -> Sniffed:
    try:
        inside = zlib.decompressobj(wbits=31).decompress(head, SNIFFED)
    except zlib.error:
        # Read as a WARC, it is told where it is damaged, and what is sound in it comes out.
        return Sniffed("warc")
    if inside.startswith(b"WARC/") or (len(inside) < 5 and b"WARC/".startswith(inside)):
        return Sniffed("warc")
    if inside.startswith(b"filedesc://"):
        return Sniffed("arc")
    return Sniffed("refused", None, "a gzip file with no WARC in it", _UNPACK)


def _sniff_zstd(head: bytes) -> Sniffed:
    # Loaded when the first such file comes.
    from onrecord.capture.zstd import begins_with

    inside = begins_with(head, SNIFFED)
    if inside is None or inside.startswith(b"WARC/") or (len(inside) < 5 and b"WARC/".startswith(inside)):
        return Sniffed("warc")
    if inside.startswith(b"filedesc://"):
        return Sniffed("arc")
    return Sniffed("refused", None, "a zstd file with no WARC in it", _UNPACK)


def _sniff_text(head: bytes, extension: str) -> Sniffed:
    wide = utf16_of(head)
    start = (
        head.decode(wide, "replace").lstrip("\ufeff").encode() if wide else head.removeprefix(b"\xef\xbb\xbf")
    )
    if wide is None and _looks_binary(start):
        return Sniffed("binary", None, "a binary file")
    if (line := FROM_LINE.match(start)) and _MAIL_HEADER.match(start, line.end()):
        return Sniffed("mbox", None, "a mailbox")
    if (header := _MAIL_HEADER.match(start)) and (
        extension == ".eml" or _SENT.search(start, 0, header.end())
    ):
        related = _MHTML.search(start, 0, header.end())
        return Sniffed("format", MHTML if related else MAIL, "an MHTML page" if related else "a mail")
    if _JSON_FEED.match(start):
        return Sniffed("format", JSON_FEED, "a JSON feed")
    root = _XML_ROOT.match(start)
    if root is not None:
        for feed, media_type in _FEEDS:
            if feed.match(start, root.start(1) - 1):
                return Sniffed("format", media_type, "a feed")
        for proceedings, media_type, name in _PROCEEDINGS:
            if proceedings.match(start, root.start(1) - 1):
                return Sniffed("format", media_type, name)
    if extension in (".json", ".jsonl", ".txt", "") and _JSON_START.match(start):
        return Sniffed("format", JSON, "JSON")
    if extension in (".html", ".htm", ".xhtml") or _looks_html(start, root):
        return Sniffed("html", "application/xhtml+xml" if _XHTML.match(start) else "text/html")
    if extension in _REFUSED_EXTENSIONS:
        name, advice = _REFUSED_EXTENSIONS[extension]
        return Sniffed("refused", None, name, advice)
    return Sniffed("text", MARKDOWN if extension in (".md", ".markdown") else "text/plain")


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
