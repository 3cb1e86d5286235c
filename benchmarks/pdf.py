"""PDFs of invented transcripts, set in many ways: how many of their turns come back word for word.

    python benchmarks/pdf.py [--seed 7] [--number 40] [--chromium] [--show N]

Each transcript is set by reportlab in one to three columns, justified or ragged, with first lines indented or paragraphs
apart, long words broken at line ends, running headers, page numbers and a footnote; or, with `--chromium`, printed by
Chromium from HTML in two columns with its own hyphens and the font's ligatures. A turn is right where label and words are
those of the source text, white space aside; words are counted as a bag. The seed is printed.
"""

from __future__ import annotations

import argparse
import io
import random
import re
import shutil
import subprocess
import tempfile
import time
from collections import Counter
from html import escape
from pathlib import Path

from reportlab.lib.enums import TA_JUSTIFY, TA_LEFT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph
from reportlab.platypus.doctemplate import LayoutError

from onrecord import Reading, read

TITLE = "Remarks by Minister of Tides Ada Korr to the media, Halvane, 3 June 2031"
WORDS = (
    "harbour ferry winter northern council treaty neighbour office efficient final flow agreement ship island coast minister"
    " light water season people government well-known long-term difficult official infrastructure responsibility cooperation"
    " international administration significant affected fifth reflection traffic confirmed we they will not the of and to in a"
).split()  # fmt: skip
SYLLABLES = re.compile(r"(?<=[aeiou])(?=[bcdfgklmnprstv][aeiou]\w)")
Turn = tuple[str, str]


def sentence(rng: random.Random, ending: str = ".") -> str:
    words = [rng.choice(WORDS) for _ in range(rng.randint(6, 22))]
    return " ".join([words[0].capitalize(), *words[1:]]) + ending


def whole_words(turns: list[tuple[Turn, list[str]]]) -> list[tuple[Turn, list[str]]]:
    """Return the turns without hyphens of their own: reportlab loses some where it breaks words itself."""
    return [
        ((label, text.replace("-", "")), [each.replace("-", "") for each in parts])
        for (label, text), parts in turns
    ]


def transcript(rng: random.Random) -> list[tuple[Turn, list[str]]]:
    """Return turns, each with its paragraphs."""
    found: list[tuple[Turn, list[str]]] = []
    for _n in range(rng.randint(6, 24)):
        asked = sentence(rng, "?")
        found.append((("QUESTION", asked), [asked]))
        answer = [
            " ".join(sentence(rng) for _ in range(rng.randint(1, 6)))
            for _ in range(rng.choice((1, 1, 1, 2, 3)))
        ]
        found.append((("MINISTER KORR", " ".join(answer)), answer))
    return found


def with_reportlab(turns: list[tuple[Turn, list[str]]], rng: random.Random) -> bytes:
    out = io.BytesIO()
    width, height = A4
    columns, gap = rng.choice((1, 2, 2, 3)), rng.choice((14, 18, 28))
    font = rng.choice(("Times-Roman", "Helvetica"))
    size = rng.choice((8.5, 9, 10)) if columns > 1 else rng.choice((10, 11, 12))
    indent = rng.choice((0, 0, 12))
    style = ParagraphStyle(
        "body", fontName=font, fontSize=size, leading=size * rng.choice((1.15, 1.2, 1.35)),
        alignment=rng.choice((TA_JUSTIFY, TA_LEFT)), firstLineIndent=indent, spaceAfter=0 if indent else size * 0.6,
        embeddedHyphenation=1,
    )  # fmt: skip
    broken = rng.random() < 0.6

    def draw_edges(canvas: Canvas, page: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, height - 40, "Ministry of Tides  |  Official record")
        canvas.drawCentredString(width / 2, 30, rng.choice((f"Page {page.page}", f"Page {page.page}")))

    each = (width - 120 - gap * (columns - 1)) / columns

    def frames(top: float) -> list[Frame]:
        return [
            Frame(
                60 + n * (each + gap),
                60,
                each,
                height - 60 - top,
                id=f"{n}-{top}",
                leftPadding=0,
                rightPadding=0,
            )
            for n in range(columns)
        ]

    first = [Frame(60, height - 150, width - 120, 85, id="top"), *frames(160)]
    page = BaseDocTemplate(out, pagesize=A4)
    page.addPageTemplates(
        [
            PageTemplate("first", first, onPage=draw_edges, autoNextPageTemplate="later"),
            PageTemplate("later", frames(70), onPage=draw_edges),
        ]
    )
    heading = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=16, leading=20)
    story: list[object] = [Paragraph(TITLE, heading), FrameBreak()]
    for (label, _), paragraphs in turns:
        for n, words in enumerate(paragraphs):
            marked = SYLLABLES.sub("\u00ad", words) if broken else words
            story.append(Paragraph((f"<b>{label}:</b> " if n == 0 else "") + marked, style))
    try:
        page.build(story)
    except LayoutError:
        return with_reportlab(turns, rng)
    return out.getvalue()


def with_chromium(turns: list[tuple[Turn, list[str]]], rng: random.Random, folder: Path) -> bytes:
    body = "".join(
        "<p>" + (f"<b>{label}:</b> " if n == 0 else "") + escape(words) + "</p>"
        for (label, _), paragraphs in turns
        for n, words in enumerate(paragraphs)
    )
    font = rng.choice(("DejaVu Serif", "Liberation Serif", "Liberation Sans"))
    css = (
        f"@page {{ size: A4; margin: 25mm 18mm }} body {{ font: {rng.choice((10, 11))}pt '{font}'; margin: 0 }}"
        f" main {{ columns: {rng.choice((1, 2, 2))}; column-gap: 8mm; text-align: {rng.choice(('justify', 'left'))};"
        " hyphens: auto; -webkit-hyphens: auto } p { margin: 0 0 .6em } h1 { font-size: 17pt }"
    )
    source, target = folder / "page.html", folder / "page.pdf"
    source.write_text(
        f"<!DOCTYPE html><html lang='en'><style>{css}</style><h1>{TITLE}</h1><main>{body}</main></html>"
    )
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={target}", source.as_uri()],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    return target.read_bytes()


def plain(text: str) -> str:
    return " ".join(text.split())


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--number", type=int, default=40)
    parser.add_argument("--chromium", action="store_true")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument("--keep", type=Path, help="where PDFs that are not wholly right are kept")
    asked = parser.parse_args()
    if asked.chromium and not shutil.which("chromium"):
        parser.exit(3, "There is no chromium here: install Debian's, or leave --chromium out.\n")
    rng = random.Random(asked.seed)
    known = right = given = lost = added = words = whole = shown = 0
    seconds = 0.0
    with tempfile.TemporaryDirectory() as scratch:
        for number in range(asked.number):
            turns = transcript(rng)
            turns = turns if asked.chromium else whole_words(turns)
            path = Path(scratch) / "a.pdf"
            # reportlab cannot set some paragraphs in narrow columns: then another setting is drawn.
            path.write_bytes(
                with_chromium(turns, rng, Path(scratch)) if asked.chromium else with_reportlab(turns, rng)
            )
            began = time.perf_counter()
            (reading,) = read(path)
            seconds += time.perf_counter() - began
            assert isinstance(reading, Reading)
            told: list[tuple[str | None, str]] = [(label, plain(text)) for (label, text), _ in turns]
            found = [(turn.label, plain(turn.text)) for each in reading.statements for turn in each.turns]
            same = sum((Counter(told) & Counter(found)).values())
            known, right, given, whole = (
                known + len(told),
                right + same,
                given + len(found),
                whole + (told == found),
            )
            bags = [Counter(" ".join(text for _, text in each).split()) for each in (told, found)]
            words += sum(bags[0].values())
            lost, added = lost + sum((bags[0] - bags[1]).values()), added + sum((bags[1] - bags[0]).values())
            if told != found and asked.keep:
                asked.keep.mkdir(parents=True, exist_ok=True)
                (asked.keep / f"{number}.pdf").write_bytes(path.read_bytes())
            for one in [each for each in told if each not in found][: max(0, asked.show - shown)]:
                shown += 1
                print(
                    f"PDF {number}: {one[0]}: {one[1]}\n  {[text for _, text in found if text[:20] == one[1][:20]][:1]}"
                )
    how = "Chromium" if asked.chromium else "reportlab"
    print(f"seed {asked.seed}, {asked.number} PDFs by {how}: {whole} wholly right")
    print(
        f"turns: {right} of {known} right ({right / known:.2%}), {given} given; words: {lost} of {words} lost, {added} added"
    )
    print(f"{seconds / asked.number:.2f} seconds a PDF, the start of its process included")


if __name__ == "__main__":
    main()
