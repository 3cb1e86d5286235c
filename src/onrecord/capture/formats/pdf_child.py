"""The program that takes the text layer out of one PDF, run by itself with little memory and time: PDFs may be hostile.

It reads the PDF from standard input and writes JSON: first of the whole, then a line for each page. It stands alone and
imports nothing of the package, so that it starts fast.
"""

from __future__ import annotations

import ctypes
import json
import math
import resource
import sys
import unicodedata
from typing import Any

MOST_PAGES = 3000
MOST_CHARACTERS = 4_000_000
MOST_RUNS = 20_000
_MEMORY = 480 << 20
_SECONDS = 60
_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_ITALIC = ("italic", "oblique")
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
_SAMPLED = 400
_FIRST_LEFTWARD = 0x590
_APART = 0.9
_SPACE = 0.18
_HYPHENS = (0x02, 0xFFFE)
_LIGATURES = {
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
    0xFB05: "st",
    0xFB06: "st",
}


def main() -> None:
    """Write what the PDF on standard input holds."""
    body = sys.stdin.buffer.read()
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS + 5))
    import pypdfium2

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    try:
        opened = pypdfium2.PdfDocument(body)
        pages = len(opened)
    except (pypdfium2.PdfiumError, ValueError, OSError) as fault:
        _write({"fault": "needs a password" if "password" in str(fault).lower() else "cannot be opened"})
        return
    _write({"pages": pages, "title": _title(opened)})
    left = MOST_CHARACTERS
    for number in range(min(pages, MOST_PAGES)):
        if left <= 0:
            return
        try:
            told, read = _page(opened, number, left)
        except (pypdfium2.PdfiumError, ValueError, OSError, MemoryError, OverflowError):
            told, read = {"fault": "cannot be read"}, 0
        left -= read
        _write({"n": number + 1, **told})


def _write(line: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(line) + "\n")


def _title(opened: Any) -> str:
    try:
        return str(opened.get_metadata_value("Title") or "")[:500]
    except (ValueError, OSError, AttributeError):
        return ""


def _page(opened: Any, number: int, most: int) -> tuple[dict[str, Any], int]:
    """Return a page's size, runs and number of pictures, and how many characters were read."""
    import pypdfium2.raw as pdfium

    page = opened[number]
    try:
        width, height = page.get_size()
        text = page.get_textpage()
        try:
            count = min(pdfium.FPDFText_CountChars(text), most)
            turn = _turn(pdfium, text, count)
            if page.get_rotation() in (90, 270):
                width, height = height, width
            if turn in (90, 270):
                width, height = height, width
            left, bottom, _, _ = page.get_cropbox()
            runs = _Runs(pdfium, text, (turn, width, height, left, bottom)).read(count)
        finally:
            text.close()
        pictures = 0
        if not runs:
            kinds = (each.type for each in page.get_objects(max_depth=2))
            pictures = sum(kind == pdfium.FPDF_PAGEOBJ_IMAGE for kind in kinds)
        return {
            "width": round(width, 1),
            "height": round(height, 1),
            "runs": runs,
            "pictures": pictures,
        }, count
    finally:
        page.close()


def _turn(pdfium: Any, text: Any, count: int) -> int:
    """Return by how much a page has to be turned so that most of its text stands upright, however it is shown."""
    turns = [0, 0, 0, 0]
    for index in range(0, count, max(1, count // _SAMPLED)):
        angle = pdfium.FPDFText_GetCharAngle(text, index)
        if math.isfinite(angle) and angle >= 0:
            turns[round(math.degrees(angle) / 90) % 4] += 1
    return 90 * max(range(4), key=lambda quarter: (turns[quarter], -quarter))


class _Runs:
    """Gathers the letters of a page to runs: on one line, in one look, without a gap."""

    def __init__(self, pdfium: Any, text: Any, turn: tuple[int, float, float, float, float]) -> None:
        self._pdfium = pdfium
        self._text = text
        self._turned, self._width, self._height, self._left, self._bottom = turn
        self._looks: dict[int, tuple[int, float]] = {}
        self._runs: list[list[Any]] = []
        self._space = False

    def read(self, count: int) -> list[list[Any]]:
        """Return the runs: words, left, right, base line from the top, size, look (1 bold, 2 italic, 4 slanted, 8 leftward)."""
        pdfium, text = self._pdfium, self._text
        x, y = ctypes.c_double(), ctypes.c_double()
        box = pdfium.FS_RECTF()
        for index in range(count):
            if len(self._runs) > MOST_RUNS:
                raise ValueError("holds more pieces of text than any page")
            code = pdfium.FPDFText_GetUnicode(text, index)
            if code in (0x0D, 0x0A, 0x20, 0xA0, 0x09, 0):
                self._space = True
                continue
            if code in _HYPHENS:
                code = 0x2D
            pdfium.FPDFText_GetCharOrigin(text, index, x, y)
            pdfium.FPDFText_GetLooseCharBox(text, index, box)
            look, size = self._look(index)
            places = self._shown(box.left, y.value), self._shown(box.right, y.value)
            left, right = sorted((places[0][0], places[1][0]))
            self._add(_letter(code), left, right, self._shown(x.value, y.value)[1], size, look)
        return [[words.rstrip(), *map(_short, rest)] for words, *rest in self._runs if words.strip()]

    def _shown(self, x: float, y: float) -> tuple[float, float]:
        """Return where a place of the page is shown, from the left and from the top."""
        x, y = x - self._left, y - self._bottom
        if self._turned == 90:
            return y, x
        if self._turned == 180:
            return self._width - x, y
        if self._turned == 270:
            return self._width - y, self._height - x
        return x, self._height - y

    def _look(self, index: int) -> tuple[int, float]:
        pdfium = self._pdfium
        piece = pdfium.FPDFText_GetTextObject(self._text, index)
        key = ctypes.cast(piece, ctypes.c_void_p).value or -1
        if key not in self._looks:
            name, flags = ctypes.create_string_buffer(200), ctypes.c_int()
            pdfium.FPDFText_GetFontInfo(self._text, index, name, 200, flags)
            font = name.value.decode("utf-8", "replace").lower()
            bold = any(word in font for word in _BOLD) or bool(flags.value & _FORCE_BOLD)
            italic = any(word in font for word in _ITALIC) or bool(flags.value & _ITALIC_FLAG)
            matrix = pdfium.FS_MATRIX()
            pdfium.FPDFText_GetMatrix(self._text, index, matrix)
            size = pdfium.FPDFText_GetFontSize(self._text, index) * math.hypot(matrix.c, matrix.d)
            angle = pdfium.FPDFText_GetCharAngle(self._text, index) - math.radians(self._turned)
            slanted = abs(math.sin(angle)) > 0.1 or math.cos(angle) < 0
            self._looks[key] = (
                bold + 2 * italic + 4 * slanted,
                size if math.isfinite(size) and size > 0.1 else 1.0,
            )
        return self._looks[key]

    def _add(self, letter: str, left: float, right: float, base: float, size: float, look: int) -> None:
        if not all(map(math.isfinite, (left, right, base))):
            return
        leftward = (
            unicodedata.bidirectional(letter[0]) in ("R", "AL", "NSM") and ord(letter[0]) >= _FIRST_LEFTWARD
        )
        look += 8 * leftward
        last = self._runs[-1] if self._runs else None
        if last is not None and self._goes_on(last, left, right, base, size, look):
            apart = self._space or left - last[2] > _SPACE * size
            if apart and not look & 8 and not last[0].endswith(" "):
                last[0] += " "
            last[0] += letter
            last[1], last[2] = min(last[1], left), max(last[2], right)
        else:
            self._runs.append([letter, left, right, base, size, look])
        self._space = False

    def _goes_on(
        self, last: list[Any], left: float, right: float, base: float, size: float, look: int
    ) -> bool:
        if abs(base - last[3]) > 0.25 * size or abs(size - last[4]) > 0.1 * size or (look ^ last[5]) & 7:
            return False
        if (look | last[5]) & 8:
            # Files have words that are written leftward in either order: they are put in order by their places, later.
            return bool(look & last[5] & 8 and abs(left - last[1]) < 0.05 and abs(right - last[2]) < 0.05)
        return bool(-0.5 * size < left - last[2] < _APART * size)


def _letter(code: int) -> str:
    return _LIGATURES.get(code) or (
        chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    )


def _short(number: float) -> float:
    return number if isinstance(number, int) else round(number, 1)


if __name__ == "__main__":
    main()
