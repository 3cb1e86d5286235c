"""The parts of a page in order: its regions, with directions and insertions apart from the words of their turn."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from onrecord.explaining.rules import put_in_words
from onrecord.model import Aside, NamedPart, Reason, Span, Turn
from onrecord.reading import Claim, Traced
from onrecord.reading.asides import square_rule
from onrecord.reading.vocabulary import DIRECTION_WORDS


def explain_parts(traced: Traced, labels: Sequence[Reason]) -> Iterator[NamedPart]:
    """Return the parts of the page's text in order, each with its rule and evidence; `labels` are why of each label."""
    turns = traced.reading.statements[0].turns if traced.reading.statements else ()
    leads = {index for entry in traced.layout.entries for index in entry.lead_blocks}
    fields = {index: line.label or "" for line in traced.layout.lines for index in line.blocks}
    for claim in traced.claims:
        if claim[0] == "turn":
            yield from _parts_of_turn(traced, claim, turns)
        elif claim[0] == "label":
            yield _label_part(traced, claim, turns, labels)
        else:
            name, span, rule = claim
            at = _at(traced, span)
            rule = "notice.lead" if name == "notice" and at in leads else rule
            yield NamedPart(name, span, rule, put_in_words(rule, field=fields.get(at, "")))


def _at(traced: Traced, span: Span) -> int:
    """The index of the block that holds the span's first character."""
    return bisect_right(traced.page.blocks, span[0], key=lambda block: block.span[0]) - 1


def _label_part(traced: Traced, claim: Claim, turns: tuple[Turn, ...], labels: Sequence[Reason]) -> NamedPart:
    name, span, rule = claim
    position = bisect_left(turns, span[1], key=lambda turn: turn.span[0])
    turn = turns[position] if position < len(turns) else None
    # Between a label and its words stands nothing; a label without words is followed by something else.
    if turn is None or traced.page.text[span[1] : turn.span[0]].strip():
        return NamedPart(name, span, rule, put_in_words(rule))
    return NamedPart(name, span, rule, labels[position].evidence, turn.n)


def _parts_of_turn(traced: Traced, claim: Claim, turns: tuple[Turn, ...]) -> Iterator[NamedPart]:
    """The words of a turn, cut at its directions and insertions."""
    _, (start, end), rule = claim
    turn = turns[bisect_right(turns, start, key=lambda turn: turn.span[0]) - 1]
    words = put_in_words(rule, label=turn.label or "…")
    at = start
    asides = [("direction", aside) for aside in turn.directions] + [
        ("editorial", aside) for aside in turn.editorial
    ]
    for name, aside in sorted(asides, key=lambda one: one[1].span):
        first = max(turn.span[0] + aside.span[0], at)
        last = min(turn.span[0] + aside.span[1], end)
        if first >= last:
            continue  # behind the label, or inside the one before
        yield from _stretch(traced, "turn", (at, first), rule, words, turn.n)
        by, evidence = _why_aside(traced, turn, name, aside)
        yield from _stretch(traced, name, (first, last), by, evidence, turn.n)
        at = last
    yield from _stretch(traced, "turn", (at, end), rule, words, turn.n)


def _stretch(
    traced: Traced, name: str, span: Span, rule: str, evidence: str, turn: int
) -> Iterator[NamedPart]:
    piece = traced.page.text[slice(*span)]
    if stripped := piece.strip():
        start = span[0] + len(piece) - len(piece.lstrip())
        yield NamedPart(name, (start, start + len(stripped)), rule, evidence, turn)


def _why_aside(traced: Traced, turn: Turn, name: str, aside: Aside) -> tuple[str, str]:
    composed = traced.composed
    block = _at(traced, (turn.span[0] + aside.span[0], 0))
    if name == "editorial":
        whole = traced.page.blocks[block].span == (turn.span[0] + aside.span[0], turn.span[0] + aside.span[1])
        rule = composed.split.marks.get(block, "") if composed and whole else ""
        return rule or "editorial.square", put_in_words(rule or "editorial.square")
    rule = square_rule(aside.text[1:-1]) if aside.text.startswith("[") else "direction.round"
    word = DIRECTION_WORDS.search(aside.text)
    return rule, put_in_words(rule, word=word.group() if word else "…")
