"""Files in the formats that people have, built piece by piece, about invented places."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, PageTemplate, Paragraph

from onrecord import read
from onrecord.model import Issue, Reading

TITLE = "Remarks by Minister of Tides Ada Korr at the Harbour Day, 3 June 2031"
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_STYLES = (
    f'<w:styles {_W}><w:style w:styleId="T"><w:name w:val="Title"/></w:style>'
    '<w:style w:styleId="H"><w:name w:val="heading 1"/></w:style></w:styles>'
)


def zipped(members: Mapping[str, bytes | str], *, stored: Iterable[str] = ()) -> bytes:
    """Return a ZIP file with these members, deflated but for those named."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, content in members.items():
            kind = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            opened.writestr(zipfile.ZipInfo(name), content, kind)
    return out.getvalue()


def word(body: str, parts: Mapping[str, bytes | str] = {}) -> bytes:
    """Return a Word text with these paragraphs, and further parts."""
    text = f"<?xml version='1.0'?><w:document {_W}><w:body>{body}</w:body></w:document>"
    fixed = {"[Content_Types].xml": "<Types/>", "word/styles.xml": _STYLES, "word/document.xml": text}
    return zipped({**fixed, **parts})


def p(*runs: str, style: str = "") -> str:
    """Return a paragraph of a Word text; a run that begins with "*" is bold."""
    written = (
        f"<w:r><w:rPr>{'<w:b/>' if run.startswith('*') else ''}</w:rPr>"
        f'<w:t xml:space="preserve">{run.removeprefix("*")}</w:t></w:r>'
        for run in runs
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(written)}</w:p>'


def around(kind: str, *paragraphs: str) -> str:
    """Return a header ("hdr"), footer ("ftr") or the notes ("footnotes") of a Word text."""
    return f"<w:{kind} {_W}>{''.join(paragraphs)}</w:{kind}>"


def rss(*items: str, declaration: str = '<?xml version="1.0" encoding="utf-8"?>') -> bytes:
    """Return an RSS feed with these items."""
    head = (
        "<title>Ministry of Tides: speeches</title><link>https://tides.example/</link><language>en</language>"
    )
    spaces = (
        'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return (
        f"{declaration}\n<rss version='2.0' {spaces}><channel>{head}{''.join(items)}</channel></rss>".encode()
    )


def two_columns(paragraphs: Sequence[str], title: str = TITLE, *, hyphens: str = "") -> bytes:
    """Return a PDF of A4 pages in two columns, with a running header and page numbers; paragraphs may hold `<b>`."""
    out = io.BytesIO()
    width, height = A4
    column = (width - 138) / 2

    def draw_edges(canvas: Canvas, page: BaseDocTemplate) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.drawString(60, height - 40, "Ministry of Tides  |  Official record")
        canvas.drawCentredString(width / 2, 30, f"Page {page.page}")

    def columns(top: float) -> list[Frame]:
        places = (60, 60 + column + 18)
        return [Frame(left, 60, column, height - 60 - top, id=f"{left}-{top}") for left in places]

    style = ParagraphStyle(
        "body", fontName="Times-Roman", fontSize=10, leading=12, alignment=TA_JUSTIFY, firstLineIndent=12
    )
    style.hyphenationLang = hyphens
    heading = ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=17, leading=21, alignment=1)
    first = [Frame(60, height - 160, width - 120, 90, id="top"), *columns(170)]
    page = BaseDocTemplate(out, pagesize=A4)
    page.addPageTemplates(
        [
            PageTemplate("first", first, onPage=draw_edges, autoNextPageTemplate="later"),
            PageTemplate("later", columns(70), onPage=draw_edges),
        ]
    )
    page.build([Paragraph(title, heading), FrameBreak(), *(Paragraph(each, style) for each in paragraphs)])
    return out.getvalue()


def lines_pdf(*pages: Sequence[str], step: float = 14, rotate: int = 0, **canvas: object) -> bytes:
    """Return a PDF with these lines of text on its pages, drawn as they are."""
    out = io.BytesIO()
    drawn = Canvas(out, pagesize=A4, **canvas)
    for lines in pages:
        drawn.setFont("Helvetica", 11)
        if rotate:
            drawn.setPageRotation(rotate)
        for n, line in enumerate(lines):
            drawn.drawString(72, 760 - n * step, line)
        drawn.showPage()
    drawn.save()
    return out.getvalue()


def read_file(folder: Path, name: str, content: bytes) -> tuple[list[Reading], list[Issue]]:
    """Return the Readings of a file with these bytes, and the issues that belong to none."""
    path = folder / name
    path.write_bytes(content)
    found = list(read(path))
    return [each for each in found if isinstance(each, Reading)], [
        each for each in found if isinstance(each, Issue)
    ]


def turns_of(reading: Reading) -> list[tuple[str | None, str | None, str]]:
    """Return label, speaker and words of each turn, line ends as spaces."""
    return [
        (turn.label, turn.speaker, " ".join(turn.text.split()))
        for each in reading.statements
        for turn in each.turns
    ]


def places_of(reading: Reading) -> list[tuple[str, str]]:
    """Return each place with the words that were found there."""
    return [
        (place.at, " ".join(reading.page.text[slice(*place.span)].split())) for place in reading.page.places
    ]
