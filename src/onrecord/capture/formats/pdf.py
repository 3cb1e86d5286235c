"""PDFs with a text layer: read by PDFium in a process of its own, since a hostile PDF must not take ours with it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from onrecord.capture.captured import Captured
from onrecord.capture.charset import Decoded
from onrecord.capture.formats.pdf_layout import LaidOut, Paragraph, lay_out
from onrecord.capture.formats.pdf_lines import PdfPage, page_of
from onrecord.capture.formats.written import at, escaped, write_page
from onrecord.model import Issue, Severity

_CHILD = Path(__file__).with_name("pdf_child.py")
_SECONDS = 120
_LEAST_LETTERS = 20
_LISTED = 12


def open_pdf(captured: Captured) -> Decoded:
    """Return the page that a PDF's text layer is, its pages told as places; what has no text layer is named."""
    told = _told(captured.body)
    issues = list(_faults(captured, told))
    pages = [page_of(each) for each in told[1:] if "fault" not in each]
    if not pages:
        return Decoded("", "utf-8", tuple(issues))
    issues += _without_text(captured, pages)
    laid_out = lay_out(pages)
    title = str(told[0].get("title") or "")
    beginning = " ".join(" ".join(each.text for each in laid_out.paragraphs[:12]).split())
    known = title if title and " ".join(title.split()).casefold() in beginning.casefold() else None
    return Decoded(_written(laid_out, known), "utf-8", tuple(issues))


def _told(body: bytes) -> list[dict[str, Any]]:
    """Return what the child process wrote, line by line; of one that was ended, what it had written."""
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(_CHILD)],
            input=body,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
        written, ended = done.stdout, done.returncode != 0
    except subprocess.TimeoutExpired as late:
        written, ended = late.stdout or b"", True
    lines: list[dict[str, Any]] = []
    for line in written.splitlines():
        try:
            lines.append(json.loads(line))
        except ValueError:
            ended = True
    if not lines:
        return [{"fault": "cannot be read within the memory and time that one PDF may take"}]
    if ended:
        lines.append({"n": 0, "fault": "ended", "ended": True})
    return lines


def _faults(captured: Captured, told: list[dict[str, Any]]) -> Iterator[Issue]:
    fault = told[0].get("fault")
    if fault == "needs a password":
        yield _issue(
            captured, "pdf_unreadable", "needs a password: save it without one, and give that", "error"
        )
    elif fault:
        yield _issue(
            captured, "pdf_unreadable", f"{fault}: fetch it again, or print it to a new PDF", "error"
        )
    broken = [each["n"] for each in told[1:] if each.get("fault") and not each.get("ended")]
    if broken:
        yield _issue(
            captured, "pdf_unreadable", f"has pages that cannot be read: {_listed(broken)}", "warning"
        )
    pages = told[0].get("pages", 0)
    read = sum(1 for each in told[1:] if "fault" not in each) + len(broken)
    if read < pages:
        said = f"has {pages} pages, of which {read} were read: the rest goes beyond what one PDF may take; split it"
        yield _issue(captured, "pdf_unreadable", said, "error" if not read else "warning")


def _without_text(captured: Captured, pages: list[PdfPage]) -> Iterator[Issue]:
    scans = [
        page.n for page in pages if page.pictures and sum(len(run.text) for run in page.runs) < _LEAST_LETTERS
    ]
    bare = all(not page.runs for page in pages)
    if scans and (bare or len(scans) == len(pages)):
        said = "is a scan without a text layer: it is kept; run OCR over it, and add what that gives"
        yield _issue(captured, "scan_without_text", said, "error")
    elif scans:
        said = (
            f"has pages that are pictures without a text layer: {_listed(scans)}; they are kept, and not read"
        )
        yield _issue(captured, "scan_without_text", said, "warning")
    elif bare:
        said = "has no text layer: its letters may be drawn as shapes; it is kept; run OCR over it, and add what that gives"
        yield _issue(captured, "scan_without_text", said, "error")


def _listed(numbers: list[int]) -> str:
    return ", ".join(map(str, numbers[:_LISTED])) + (", …" if len(numbers) > _LISTED else "")


def _written(laid_out: LaidOut, title: str | None) -> str:
    body = "".join(map(_paragraph, laid_out.paragraphs))
    running = "".join(f"<p{at(f'page {each.page}')}>{escaped(each.text)}</p>" for each in laid_out.running)
    return write_page(body, title=title, beside=f"<footer>{running}</footer>" if running else "")


def _paragraph(paragraph: Paragraph) -> str:
    first, last = paragraph.pages
    place = f"page {first}" if first == last else f"pages {first}-{last}"
    tag = f"h{paragraph.level}" if paragraph.level else "p"
    return f"<{tag}{at(place)}>{''.join(map(_piece, paragraph.pieces))}</{tag}>"


def _piece(piece: tuple[str, int]) -> str:
    text, look = piece
    words = f"<i>{escaped(text)}</i>" if look & 2 else escaped(text)
    return f"<b>{words}</b>" if look & 1 else words


def _issue(captured: Captured, code: str, said: str, severity: Severity) -> Issue:
    where = captured.capture.url or captured.capture.locator.file
    return Issue(code, f"The PDF {where} {said}.", captured.capture.locator, severity)
