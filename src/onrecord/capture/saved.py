"""Pages that a browser or program saved to disk: the address and time it wrote into them, and the files it put beside them."""

from __future__ import annotations

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import quote

from onrecord.capture.captured import BODY_LIMIT, MHTML, Sight, address_in
from onrecord.capture.times import utc_time

_WITHIN = 16_384
_ADDRESS = r"(?P<url>https?://[^\s<>\"']{1,8000}?)"
# Tue Jun 03 2031 12:00:00 GMT+0200 (Central European Summer Time)
_SINGLE_FILE = re.compile(
    rf"<!--\s*Page saved with SingleFile\s+url:\s*{_ADDRESS}\s+(?:saved date:\s*(?P<when>[^\n]{{1,80}}))?",
    re.IGNORECASE,
)
_OTHERS = (
    # <!-- saved from url=(0037)https://tides.example/remarks/17 -->
    re.compile(rf"<!--\s*saved from url=\(\d{{1,5}}\){_ADDRESS}(?P<when>)\s*-->", re.IGNORECASE),
    # <!-- Saved from https://tides.example/ at 2031-06-03T10:00:00Z using monolith v2.8.1 -->
    re.compile(rf"<!--\s*Saved from {_ADDRESS} at (?P<when>\S{{10,40}}) using \w", re.IGNORECASE),
    # <!-- Mirrored from tides.example/a.html by HTTrack Website Copier/3.x […], Tue, 03 Jun 2031 10:00:00 GMT -->
    re.compile(r"<!--\s*Mirrored from (?P<bare>[\w.-]{3,200}/[^\s<>\"']{0,4000}) by HTTrack[^>]{0,200}?, (?P<when>\w{3}, [^>]{10,40}?)\s*-->"),
)  # fmt: skip
# <html data-scrapbook-source="https://tides.example/" data-scrapbook-create="20310603100000000">
_SCRAPBOOK = re.compile(rf"<html\b[^>]*?\sdata-scrapbook-source=[\"']{_ADDRESS}[\"'][^>]*", re.IGNORECASE)
_SCRAPBOOK_TIME = re.compile(r"data-scrapbook-create=[\"'](\d{14})")
_SCRIPT_TIME = re.compile(
    r"\w{3} (?P<month>\w{3}) (?P<day>\d\d) (?P<year>\d{4}) (?P<clock>\d\d:\d\d:\d\d) GMT(?P<zone>[+-]\d{4})"
)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
# "page_files" beside "page.html"; browsers in other languages put their own word behind the name.
_FILES_OF = re.compile(r"(?P<page>.+?)(?:[ _.-](?:files?|dateien|fichiers|archivos|ficheiros|arquivos|bestanden|filer|pliki|soubory|"
                       r"tiedostot|fajlovi|dosyalar|файлы|файли|\w{2,12}))$", re.IGNORECASE)  # fmt: skip
_PAGES = (".html", ".htm", ".xhtml")


def sight_of_saved(body: bytes, media_type: str) -> Sight:
    """Return the address and time that the saving program wrote into a lone page, None for what it did not.

    Only for files by themselves: in a WARC the record tells, and a live page could carry such lines itself.
    """
    if media_type == MHTML:
        from onrecord.capture.formats.mail import sight_of_mhtml

        return sight_of_mhtml(body)
    if media_type not in ("text/html", "application/xhtml+xml"):
        return Sight(None, None)
    head = body[:_WITHIN].decode("utf-8", "replace")
    if found := _SINGLE_FILE.search(head):
        return Sight(_fit(found["url"]), _script_time(found["when"] or ""))
    for pattern in _OTHERS:
        if found := pattern.search(head):
            told = found.groupdict()
            return Sight(_fit(told.get("url") or f"http://{told['bare']}"), _time(told["when"]))
    if found := _SCRAPBOOK.search(head):
        when = _SCRAPBOOK_TIME.search(found.group())
        return Sight(_fit(found["url"]), _digits_time(when.group(1)) if when else None)
    return Sight(None, None)


def _fit(url: str) -> str | None:
    return address_in(url.replace("&amp;", "&"))


def _script_time(text: str) -> str | None:
    found = _SCRIPT_TIME.search(text)
    if found is None or found["month"] not in _MONTHS:
        return None
    month = _MONTHS.index(found["month"]) + 1
    return utc_time(f"{found['year']}-{month:02}-{found['day']}T{found['clock']}{found['zone']}")


def _time(text: str) -> str | None:
    if not text:
        return None
    try:
        return utc_time(text) or utc_time(parsedate_to_datetime(text).isoformat())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _digits_time(digits: str) -> str | None:
    try:
        return utc_time(datetime.strptime(digits + "+0000", "%Y%m%d%H%M%S%z").isoformat())
    except ValueError:
        return None


def is_beside_page(folder: Path) -> bool:
    """Tell whether a folder holds what a browser saved beside a page: it bears the page's name, and the page leads into it."""
    found = _FILES_OF.match(folder.name)
    if found is None:
        return False
    for extension in _PAGES:
        page = folder.with_name(found["page"] + extension)
        try:
            if page.is_file() and _leads_into(page, folder.name):
                return True
        except OSError:
            continue
    return False


def _leads_into(page: Path, folder: str) -> bool:
    with page.open("rb") as file:
        body = file.read(BODY_LIMIT)
    spellings = {folder, quote(folder), folder.replace("&", "&amp;"), folder.replace(" ", "%20")}
    return any(f"{each}/".encode() in body for each in spellings)
