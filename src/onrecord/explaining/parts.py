"""The parts of a page in order: its regions, with directions and insertions apart from the words of their turn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.explaining.rules import put_in_words
from onrecord.model import Aside, ExplainedTurn, NamedPart, Reason, Span, Turn
from onrecord.reading import Claim, Composed, Traced
from onrecord.reading.turns.asides import square_rule
from onrecord.reading.words.speech import DIRECTION_WORDS


class _Place(NamedTuple):
    """A turn of a statement where it stands in the page's text; `statement` is the n of that."""

    start: int
    statement: int
    turn: Turn
    label: Reason
    composed: Composed


def explain_parts(traced: Traced, told: Sequence[Sequence[ExplainedTurn]]) -> Iterator[NamedPart]:
    """Return the parts of the page's text in order, each with its rule and evidence; `told` are the turns explained."""
    places = sorted(_places(traced, told), key=lambda place: place.start)
    leads = {index for entry in traced.layout.entries for index in entry.lead_blocks}
    fields = {index: line.label or "" for line in traced.layout.lines for index in line.blocks}
    for claim in traced.claims:
        if claim[0] == "turn":
            yield from _parts_of_turn(traced, claim, places)
        elif claim[0] == "label":
            yield _label_part(traced, claim, places)
        else:
            name, span, rule = claim
            at = _block_at(traced, span[0])
            rule = "notice.lead" if name == "notice" and at in leads else rule
            yield NamedPart(name, span, rule, put_in_words(rule, field=fields.get(at, "")))


def _places(traced: Traced, told: Sequence[Sequence[ExplainedTurn]]) -> Iterator[_Place]:
    for n, (composed, explained) in enumerate(zip(traced.composed, told, strict=True), 1):
        for turn, why in zip(composed.statement.turns, explained, strict=True):
            yield _Place(turn.span[0], n, turn, why.label, composed)


def _block_at(traced: Traced, position: int) -> int:
    """The index of the block that holds a character of the page's text."""
    return bisect_right(traced.page.blocks, position, key=lambda block: block.span[0]) - 1


def _label_part(traced: Traced, claim: Claim, places: Sequence[_Place]) -> NamedPart:
    name, span, rule = claim
    at = bisect_left(places, span[1], key=lambda place: place.start)
    # Between a label and its words stands nothing; a label without words is followed by something else.
    if at == len(places) or traced.page.text[span[1] : places[at].start].strip():
        return NamedPart(name, span, rule, put_in_words(rule))
    place = places[at]
    return NamedPart(name, span, rule, place.label.evidence, place.statement, place.turn.n)


def _parts_of_turn(traced: Traced, claim: Claim, places: Sequence[_Place]) -> Iterator[NamedPart]:
    """The words of a turn, cut at its directions and insertions."""
    _, (start, end), rule = claim
    place = places[bisect_right(places, start, key=lambda place: place.start) - 1]
    words = put_in_words(rule, label=place.turn.label or "…")
    at = start
    for name, aside in _asides(place.turn):
        first = max(place.start + aside.span[0], at)
        last = min(place.start + aside.span[1], end)
        if first >= last:
            continue  # behind the label, or inside the one before
        yield from _stretch(traced, "turn", (at, first), (rule, words), place)
        yield from _stretch(traced, name, (first, last), _why_aside(traced, place, name, aside), place)
        at = last
    yield from _stretch(traced, "turn", (at, end), (rule, words), place)


def _asides(turn: Turn) -> list[tuple[str, Aside]]:
    asides = [("direction", aside) for aside in turn.directions]
    asides += [("editorial", aside) for aside in turn.editorial]
    return sorted(asides, key=lambda one: one[1].span)


def _stretch(
    traced: Traced, name: str, span: Span, why: tuple[str, str], place: _Place
) -> Iterator[NamedPart]:
    piece = traced.page.text[slice(*span)]
    if stripped := piece.strip():
        start = span[0] + len(piece) - len(piece.lstrip())
        yield NamedPart(name, (start, start + len(stripped)), *why, place.statement, place.turn.n)


def _why_aside(traced: Traced, place: _Place, name: str, aside: Aside) -> tuple[str, str]:
    span = (place.start + aside.span[0], place.start + aside.span[1])
    if name == "editorial":
        block = _block_at(traced, span[0])
        is_whole = traced.page.blocks[block].span == span
        marked = place.composed.split.marks.get(block) if is_whole else None
        rule = marked or ("editorial.square" if aside.text[:1] in "[［" else "editorial.struck")
    else:
        rule = square_rule(aside.text[1:-1]) if aside.text.startswith("[") else "direction.round"
    word = DIRECTION_WORDS.search(aside.text)
    return rule, put_in_words(rule, word=word.group() if word else "…")
