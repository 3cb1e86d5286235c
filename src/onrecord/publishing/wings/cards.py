"""A statement, or words of one, as a card to be set on other pages: one file that needs nothing else, and the lines that put it there. Pure."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files

from onrecord.model import Cited, Held
from onrecord.publishing.frame import Frame
from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.statement.pages import digest_of, link_to
from onrecord.publishing.wording import direction_of, printable

_LINES = 11
_LINE_LENGTH = 44


@cache
def card_style() -> str:
    """Return the style of a card, on one line: its digest holds however the lines of a page are put together."""
    text = (files("onrecord.publishing") / "assets" / "card.css").read_text(encoding="utf-8")
    return " ".join(text.split())


@cache
def card_policy() -> str:
    """Return the content security policy of a card: nothing is fetched, nothing runs, and no style but its own holds."""
    digest = base64.b64encode(hashlib.sha256(card_style().encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"


def snippet_of(card: str, title: str, lead: str | None) -> str:
    """Return the lines of HTML that set a card on a page: the whole card is in them, so that nobody is asked for it."""
    height = 26 * (_LINES + len(lead or "") // _LINE_LENGTH)
    inside = escape(printable(" ".join(card.split("\n"))), quote=True)
    return (
        f'<iframe title="{escape(printable(title))}" sandbox="allow-popups" width="100%" height="{height}"'
        f' style="border:0;max-width:40rem" srcdoc="{inside}"></iframe>'
    )


class Cards:
    """The part of a site from which others take cards."""

    def __init__(self, frame: Frame) -> None:
        """Take the site."""
        self._frame = frame

    def paths(self) -> Iterator[str]:
        """Yield the path of each card."""
        yield from (
            f"statements/{each.folder}/card.html" for each in self._frame.paged() if not each.withdrawn
        )

    def page(self, path: str) -> str | None:
        """Return one card, None where there is none."""
        match path.split("/"):
            case ["statements", folder, "card.html"] if folder in self._frame.contents.by_folder:
                return self._frame.card(self._frame.contents.by_folder[folder].id)
        return None


def words_snippet(frame: Frame, cited: Cited, held: Held) -> str | None:
    """Return the lines that set words on record on a page; None where nothing of the statement may be shown.

    `held` is the version that they stand in.
    """
    entry = frame.contents.by_id.get(held.listed.id)
    if entry is None or frame.contents.level_of(entry) not in ("full", "excerpt"):
        return None
    return snippet_of(render_card(frame, entry, held, cited), entry.title, cited.citation.text)


def render_card(frame: Frame, entry: Entry, held: Held, cited: Cited | None = None) -> str:
    """Return the card of a statement, or of words of it."""
    url, language = frame.profile.url, held.statement.language
    turn = f"#t{cited.citation.turn}" if cited is not None else ""
    return frame.render_alone(
        "card.html",
        style=card_style(),
        policy=card_policy(),
        entry=entry,
        held=held,
        words=cited.citation.text if cited is not None else None,
        who=cited.speaker if cited is not None else None,
        language=language or "und",
        direction=direction_of(language),
        address=f"{url}statements/{entry.folder}/v{held.version}/{turn}" if url else None,
        source_link=link_to(held.capture.url if cited is None else cited.forms.link or held.capture.url),
        digest=digest_of(held),
        whose_is="own" if held.own or frame.profile.own else "others",
    )
