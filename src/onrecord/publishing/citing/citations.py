"""A citation for people: as text, Markdown and HTML. Each ends with the permanent address, by which it is found again."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import NamedTuple

from onrecord.model import Capture, Citation, Span, Statement, Turn
from onrecord.publishing.statement.texts import plain_markdown
from onrecord.publishing.wording import direction_of, printable, printed_date, printed_moment


class Quoted(NamedTuple):
    """Words of a turn with all that a form tells of them."""

    citation: Citation
    statement: Statement
    turn: Turn
    capture: Capture
    versions: int
    page_span: Span
    address: str
    link: str | None
    page: str
    keeper: str | None

    @property
    def speaker(self) -> str | None:
        """Return who said it: the turn's speaker, else its label."""
        return self.turn.speaker or (self.turn.label or "").strip(" :：") or None

    @property
    def words(self) -> str:
        """Return the words on one line."""
        return " ".join(self.citation.text.split())

    @property
    def language(self) -> str:
        """Return the language of the words; "und" where it is not known."""
        return self.turn.language or self.statement.language or "und"


def cite_as_text(quoted: Quoted) -> str:
    """Return the citation as one paragraph of plain text."""
    link = [quoted.link] if quoted.link else []
    return f"“{quoted.words}” ({'; '.join([*_about(quoted), *link, quoted.address])})\n"


def cite_as_markdown(quoted: Quoted) -> str:
    """Return the citation as a block quote, and a paragraph that tells where it is from."""
    about = [plain_markdown(each) for each in _about(quoted)]
    link = [f"[at the source](<{_in_angles(quoted.link)}>)"] if quoted.link else []
    return f"> {plain_markdown(quoted.words)}\n\n{'; '.join([*about, *link, f'`{quoted.address}`'])}\n"


def cite_as_html(quoted: Quoted) -> str:
    """Return the citation as a figure that can stand on any page; all captured text is escaped."""
    lines = "<br>".join(escape(line.strip()) for line in quoted.citation.text.splitlines() if line.strip())
    cite = f' cite="{escape(quoted.link)}"' if quoted.link else ""
    about = [f"<bdi>{escape(each)}</bdi>" for each in _about(quoted)]
    link = [f'<a href="{escape(quoted.link)}">at the source</a>'] if quoted.link else []
    told = "; ".join([*about, *link, f"<code>{escape(quoted.address)}</code>"])
    language = f'lang="{escape(quoted.language)}" dir="{direction_of(quoted.language)}"'
    return printable(
        f"<figure>\n<blockquote {language}{cite}><p>{lines}</p></blockquote>\n<figcaption>{told}</figcaption>\n</figure>\n"
    )


def _about(quoted: Quoted) -> list[str]:
    return [" ".join(part.split()) for part in _parts(quoted) if part]


def _parts(quoted: Quoted) -> Iterator[str | None]:
    statement, capture, cited = quoted.statement, quoted.capture, quoted.citation
    yield quoted.speaker
    yield statement.title
    yield f"given on {printed_date(statement.given_on)}" if statement.given_on else None
    yield f"posted on {printed_date(statement.posted_on)}" if statement.posted_on else None
    yield statement.source
    yield f"version {cited.version} of {quoted.versions}, turn {cited.turn}"
    yield (
        f"captured {printed_moment(capture.captured_at)}"
        if capture.captured_at
        else "time of capture not known"
    )
    yield f"record kept by {quoted.keeper}" if quoted.keeper else None


def _in_angles(link: str) -> str:
    return link.replace("<", "%3C").replace(">", "%3E").replace(" ", "%20")
