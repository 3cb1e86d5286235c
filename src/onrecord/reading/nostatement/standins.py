"""What a server sends in place of the page asked for, named with its evidence: such a page is kept, and is no statement."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.model import Capture, Issue, Span
from onrecord.reading.nostatement.codes import STAND_INS
from onrecord.reading.nostatement.standinwords import (
    BLOCK_MARK,
    BLOCK_SENTENCE,
    BLOCK_TITLE,
    GONE_SENTENCE,
    LOGIN_SENTENCE,
    LOGIN_TITLE,
    MOUNT,
    NEEDS_PROGRAM,
    NO_SCRIPT,
    NO_SUCH_PAGE,
    PASSWORD_FIELD,
    SENT_ON,
)
from onrecord.reading.page.blocks import PageBlocks
from onrecord.reading.parts.titles import is_statement_title
from onrecord.reading.words.signposts import NOT_FOUND

_RULES = {code: f"other.{code}" for code in STAND_INS}

# Characters of a page's own text, beyond which it holds more than an excuse.
_EXCUSE = 600
_SENTENCES = 1500
_HARDLY_ANY = 400
_SHELL = 200
_MOST_HEADINGS = 5
_LONGEST_TITLE = 300
# "Access Denied | Ministry of Harbours", "Seite – Zugriff verweigert"
_PARTING = re.compile(r"\s+[|–—·»:-]+\s+|\s*[|»]\s*")
_MARKUP_LOOKED_AT = 200_000
_CONTAINERS = ("div", "main", "article", "section", "table", "ul", "ol", "aside", "nav")
# Reads “<div class=…” and “</table>”.
_CONTAINER = re.compile(rf"<(/?)(body|{'|'.join(_CONTAINERS)})(?=[\s>/])", re.IGNORECASE)


class StandIn(NamedTuple):
    """What a page is instead: the code of its issue, what shows it in words, and where that stands if it is in the text."""

    code: str
    evidence: str
    span: Span | None = None

    @property
    def rule(self) -> str:
        """Return the rule by which no statement is looked for."""
        return _RULES[self.code]

    def issue(self, capture: Capture) -> Issue:
        """Return the issue that names it."""
        said = f"This is not the page asked for but {_CALLED[self.code]}: {self.evidence}; no statement is read from it."
        return Issue(self.code, said, capture.locator, "note" if self.code == "sent_on" else "warning")


_CALLED = {
    "block_page": "a refusal to show it",
    "login_wall": "a demand to log in",
    "not_found": "the answer that it does not exist",
    "soft_not_found": "a text that says that it does not exist",
    "error_page": "an error of the server",
    "empty_shell": "a shell that a program fills",
    "sent_on": "a pointer to another address",
}


class _Shown(NamedTuple):
    """What the rules look at: markup (empty for plain text), text, titles and headings, the body's length, the status."""

    markup: str
    page: PageBlocks
    titles: tuple[tuple[str, Span | None], ...]
    own: int
    letters: int


def find_stand_in(
    markup: str, page: PageBlocks, title: str | None, own: int, status: int | None
) -> StandIn | None:
    """Return what stands in place of the page asked for, or None where that is not shown.

    `title` is the page's title, `own` the length of its own text, `markup` its source, empty for plain text. A status that says
    so decides, whatever the text says; without one, words decide only where there are few, and no title names a statement.
    """
    refused = status is not None and status >= 300
    if not refused and own > _SENTENCES:
        return None
    letters = _letters(page)
    titles = tuple(_titles(page, title))
    shown = _Shown(markup[:_MARKUP_LOOKED_AT], page, titles, own, letters)
    found = None
    if own < _SHELL or not any(is_statement_title(each) for each, _ in titles):
        found = _login(shown) or _block(shown)
    if refused:
        return found if found and status not in (404, 410) else _by_status(status or 0)
    return found or _not_found(shown) or _sent_on(shown) or _shell(shown)


def may_stand_in(page: PageBlocks, title: str | None) -> bool:
    """Return whether the markup is looked at to tell if a page stands in for another: few words, or the title of a log-in."""
    few = _letters(page) <= max(_HARDLY_ANY, _SHELL)
    return few or any(LOGIN_TITLE.fullmatch(each.strip(" .!…")) for each, _ in _titles(page, title))


def _letters(page: PageBlocks) -> int:
    return len(page.text) - page.text.count(" ") - page.text.count("\n")


def is_cut_off(markup: str) -> bool:
    """Return whether a page's source ends before its markup does: cut when it was sent, or captured.

    It opens its body, closes neither that nor the page, and leaves an element open that authors close.
    """
    looked_at = max(len(markup) - _MARKUP_LOOKED_AT, 0)
    # Most pages close it in small letters, at their very end.
    if markup.rfind("</body", looked_at) >= 0 or markup.rfind("</html", looked_at) >= 0:
        return False
    tail = markup[looked_at:].lower()
    if "</body" in tail or "</html" in tail:
        return False
    counted = Counter((found[1] == "/", found[2].lower()) for found in _CONTAINER.finditer(markup))
    if not counted[False, "body"]:
        return False
    return any(counted[False, name] > counted[True, name] for name in _CONTAINERS)


def _titles(page: PageBlocks, title: str | None) -> Iterator[tuple[str, Span | None]]:
    """Return title and headings, whole and in their parts, each once."""
    given: list[tuple[str, Span | None]] = [(title or "", None), (page.head.title or "", None)]
    headings = [block for block in page.blocks[:200] if block.level or block.is_bold][:_MOST_HEADINGS]
    given += [(block.text, block.span) for block in headings]
    if page.blocks:
        given.append((page.blocks[0].text, page.blocks[0].span))
    seen = set()
    for text, span in given:
        # "Statement by the minister: Page not found" is a statement's title, and not two.
        parts = () if is_statement_title(text) else _PARTING.split(text[:_LONGEST_TITLE])
        for part in (text, *parts):
            folded = " ".join(part.split())
            if folded and len(folded) <= _LONGEST_TITLE and folded not in seen:
                seen.add(folded)
                yield folded, span


def _by_status(status: int) -> StandIn:
    code = "error_page" if status >= 400 else "sent_on"
    if status in (401, 407):
        code = "login_wall"
    elif status in (403, 429, 451):
        code = "block_page"
    elif status in (404, 410):
        code = "not_found"
    return _named(code, f"the server answered with status {status}")


def _block(shown: _Shown) -> StandIn | None:
    for title, span in shown.titles:
        if BLOCK_TITLE.fullmatch(title):
            return _named("block_page", f"“{title}” stands over few words", span)
    if shown.letters <= _SENTENCES and (found := BLOCK_SENTENCE.search(shown.page.text)):
        return _named("block_page", f"“{_folded(shown, found)}” among few words", found.span())
    if shown.letters <= _HARDLY_ANY and (found := BLOCK_MARK.search(shown.markup)):
        return _named("block_page", f"its markup has “{found.group()}”, the mark of a check of visitors")
    return None


def _login(shown: _Shown) -> StandIn | None:
    for title, span in shown.titles:
        if not LOGIN_TITLE.fullmatch(title.strip(" .!…")):
            continue
        if PASSWORD_FIELD.search(shown.markup):
            return _named("login_wall", f"“{title}” stands over a field for a password", span)
        if span is None and shown.letters <= _HARDLY_ANY:
            return _named("login_wall", f"“{title}” is the title of hardly any words")
    if shown.letters <= _SENTENCES and (found := LOGIN_SENTENCE.search(shown.page.text)):
        return _named("login_wall", f"“{_folded(shown, found)}” among few words", found.span())
    return None


def _not_found(shown: _Shown) -> StandIn | None:
    if shown.own >= _EXCUSE:
        return None
    for title, span in shown.titles:
        if (NOT_FOUND.search(title) or NO_SUCH_PAGE.search(title)) and not is_statement_title(title):
            return _named("soft_not_found", f"“{title[:80]}” stands over few words", span)
    found = GONE_SENTENCE.search(shown.page.text) if shown.own <= _HARDLY_ANY else None
    if found and not any(is_statement_title(title) for title, _ in shown.titles):
        return _named("soft_not_found", f"“{_folded(shown, found)}” among few words", found.span())
    return None


def _sent_on(shown: _Shown) -> StandIn | None:
    if shown.letters <= _SHELL and (found := SENT_ON.search(shown.markup)):
        return _named("sent_on", f"it sends a browser on to {found.group(1)[:200]}")
    return None


def _shell(shown: _Shown) -> StandIn | None:
    """A page of markup with hardly a word and a program, and a sign that the program is to draw the rest."""
    if shown.letters > _SHELL or "<script" not in shown.markup.lower():
        return None
    if any(block.level and is_statement_title(block.text) for block in shown.page.blocks[:200]):
        return None  # a program need not draw what stands there
    words = f"{shown.letters} letters of text and a program"
    if MOUNT.search(shown.markup):
        return _named("empty_shell", f"{words}, with an empty place for what it draws")
    if not shown.letters:
        return _named("empty_shell", "no text and a program")
    noscript = " ".join(NO_SCRIPT.findall(shown.markup))
    if NEEDS_PROGRAM.search(shown.page.text.strip()) or NEEDS_PROGRAM.search(noscript):
        return _named("empty_shell", f"{words}, which it says that it needs")
    return None


def _named(code: str, evidence: str, span: Span | None = None) -> StandIn:
    return StandIn(code, evidence, span)


def _folded(shown: _Shown, found: re.Match[str]) -> str:
    return " ".join(shown.page.text[slice(*found.span())].split())[:120]
