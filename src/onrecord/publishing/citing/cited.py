"""All forms of one citation."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.model import Forms, Statement, Turn
from onrecord.publishing.citing.annotation import cite_as_annotation
from onrecord.publishing.citing.bibliography import cite_as_bibtex, cite_as_csl, cite_as_ris
from onrecord.publishing.citing.citations import Quoted, cite_as_html, cite_as_markdown, cite_as_text
from onrecord.publishing.citing.references import refer_to_words
from onrecord.publishing.files import folder_name


def render_forms(quoted: Quoted) -> Forms:
    """Return the citation in each form."""
    told = refer_to_words(quoted)
    return Forms(
        text=cite_as_text(quoted),
        markdown=cite_as_markdown(quoted),
        html=cite_as_html(quoted),
        csl=cite_as_csl(told),
        bibtex=cite_as_bibtex(told),
        ris=cite_as_ris(told),
        annotation=cite_as_annotation(quoted),
        link=quoted.link,
        address=quoted.address,
        page=quoted.page,
    )


def page_of_site(statement: str, version: int, turn: int) -> str:
    """Return where the site that `publish` writes has a turn of a version, from the site's root."""
    return f"statements/{folder_name(statement)}/v{version}/index.html#t{turn}"


def text_of_site(statement: Statement) -> tuple[str, tuple[Turn, ...]]:
    """Return the words of the site's page of a statement as a browser has them, and the turns with their spans in it."""
    lines, turns, at = [statement.title or ""], [], len(statement.title or "") + 2
    for turn in statement.turns:
        label = (turn.label or "").strip().rstrip(":：").rstrip()
        opening = f"Turn {turn.n}\n\n" + (f"{label}: " if label else "")
        lines.append(opening + turn.text)
        start = at + len(opening)
        turns.append(replace(turn, span=(start, start + len(turn.text))))
        at = start + len(turn.text) + 2
    return "\n\n".join(lines), tuple(turns)
