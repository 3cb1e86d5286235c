"""Citations: the pointer to words in a turn, and finding the words again by what stands around them."""

from __future__ import annotations

from onrecord.model import Capture, Citation, Selector, Span, Turn

CONTEXT = 32
"""Characters of context a selector keeps on either side."""


def cite_words(statement: str, version: int, turn: Turn, span: Span, capture: Capture) -> Citation:
    """Return the citation of the words at `span` of the turn's text, as the capture holds them."""
    return Citation(
        statement=statement,
        version=version,
        turn=turn.n,
        span=span,
        text=turn.text[span[0] : span[1]],
        url=capture.url,
        captured_at=capture.captured_at,
        digest=capture.digest,
        selector=make_selector(turn.text, span),
    )


def make_selector(text: str, span: Span) -> Selector:
    """Return the words at `span` with up to 32 characters before and after them."""
    start, end = span
    return Selector(
        exact=text[start:end], prefix=text[max(0, start - CONTEXT) : start], suffix=text[end : end + CONTEXT]
    )


def resolve_selector(text: str, selector: Selector) -> Span | None:
    """Return the span of the selector's words in a turn's text, or None where they do not stand.

    Where they stand more than once, the place whose surroundings agree best is taken, the first of equals; a selector
    made from a text whose 32 characters on both sides recur cannot tell those places apart.
    """
    best: tuple[int, Span] | None = None
    at = text.find(selector.exact)
    while at >= 0:
        end = at + len(selector.exact)
        before = text[max(0, at - CONTEXT) : at]
        after = text[end : end + CONTEXT]
        agreed = _alike(before[::-1], selector.prefix[::-1]) + _alike(after, selector.suffix)
        agreed += (before == selector.prefix) + (after == selector.suffix)
        if best is None or agreed > best[0]:
            best = (agreed, (at, end))
        at = text.find(selector.exact, at + 1)
    return best[1] if best else None


def _alike(left: str, right: str) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
