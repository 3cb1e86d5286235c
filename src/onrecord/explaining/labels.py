"""Why a label is a label: what the reader saw of it on this page."""

from __future__ import annotations

from collections import Counter

from onrecord.explaining.rules import counted, put_in_words
from onrecord.model import Reason
from onrecord.reading import Split, Traced
from onrecord.reading.turns.label import Label
from onrecord.reading.turns.singles import style_of

_MARKS = {
    "colon": "followed by a colon",
    "letter": "a letter set apart from the words",
    "narrow letter": "a letter before the words",
    "bold": "in bold before the words",
    "bold line": "in bold on a line of its own",
    "asked": "followed by “asked”",
    "stop dash": "followed by a full stop and a dash",
    "dash": "followed by a dash",
    "line": "on a line of its own",
    "stop": "followed by a full stop",
    "dash lead": "behind a dash",
    "styled question": "set apart by its type",
    "row head": "in the first cell of a row",
    "bare lead": "with no mark behind it",
}
_UNLABELLED = Reason("label", None, "label.none", put_in_words("label.none"))


def why_labels(traced: Traced, split: Split) -> list[Reason]:
    """Return for each turn of a statement why it has its label, or none."""
    labels = [stretch.label for stretch in split.stretches]
    counts = Counter(label.key for label in (*labels, *split.silent) if label)
    return [_why(label, counts[label.key], traced) if label else _UNLABELLED for label in labels]


def _why(label: Label, count: int, traced: Traced) -> Reason:
    paragraphs = counted(count, "paragraph")
    mark = _mark(label, traced)
    shown = f"starts {paragraphs} of this page, {mark}"
    evidence = put_in_words(label.rule, count=paragraphs, mark=mark, shown=shown)
    if label.direction:
        evidence += f"; “{label.direction}” behind it is a direction"
    start = traced.page.blocks[label.block].span[0]
    span = (start + label.start, start + label.end) if label.text else None
    return Reason("label", label.text or None, label.rule, evidence, span)


def _mark(label: Label, traced: Traced) -> str:
    mark = _MARKS.get(label.form, label.form)
    style = style_of(label, traced.page.blocks[label.block]) if len(label.text) > 1 else "plain"
    return mark if style == "plain" or "bold" in mark else f"in {style}, {mark}"
