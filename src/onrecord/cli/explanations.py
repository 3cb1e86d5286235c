"""How an explained page looks to people: each part of its text, with its name and the rule in the margin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import zip_longest

from rich.console import Console
from rich.text import Text

from onrecord import PART_GROUPS, ExplainedTurn, Explanation, NamedPart, Reason, visible
from onrecord.cli.readings import sentence
from onrecord.cli.rows import counted, plain, show_heading, show_rows

# Beside the name in words, which is told without them.
_STYLES = {
    "words": "bold",
    "main_text": "bold",
    "label": "bold cyan",
    "aside": "bold magenta",
    "about": "bold yellow",
    "notice": "bold green",
    "unclassified": "bold reverse",
    "furniture": "bold blue",
}
_NARROWEST, _WIDEST = 16, 44  # columns of the margin
_BAR = " │ "
_MARGIN_NOTE = "The text of the page, part by part; what a rule goes by is told where it is first met."
_AT_ONCE = 200  # lines
_FIELD = 12  # columns of a field's name


def show_explanation(console: Console, explanation: Explanation) -> None:
    """Print what the page is and why, each field of its statement and why, and then its whole text, part by part."""
    reading = explanation.reading
    show_heading(console, plain(reading.capture.url or reading.capture.locator.file))
    for reason in (explanation.kind, *explanation.reasons):
        _show_reason(console, reason)
    counts = Counter(_name(part) for part in explanation.parts if part.name != "turn")
    turns = {(part.statement, part.turn) for part in explanation.parts if part.name == "turn"}
    counts["turn"] = len(turns)
    parts = " · ".join(f"{name} {number:,}" for name, number in counts.items() if number)
    _show_line(console, "parts", parts)
    left = counted(reading.unclassified.characters, "character")
    _show_line(console, "left", f"{left} of {len(reading.page.text):,} unclassified")
    for placed in explanation.issues:
        show_rows(console, [(placed.issue.severity, sentence(placed.issue))], indent=2)
    for explained in explanation.statements:
        console.print()
        show_heading(console, f"statement {plain(explained.id)}", indent=2)
        for reason in explained.reasons:
            _show_reason(console, reason)
    console.print()
    show_rows(console, [(_MARGIN_NOTE,)], indent=2)
    console.print()
    _show_parts(console, explanation)
    console.print()


def _show_reason(console: Console, reason: Reason) -> None:
    """A field with its value, and below it why: one line in a pipe."""
    field = reason.field.replace("_", " ")
    value = plain(str(reason.value)) if reason.value is not None else "not told"
    why = [f"{reason.rule}: {plain(reason.evidence)}"]
    why += [f"passed over: {plain(str(one.value))} ({plain(one.from_)})" for one in reason.passed_over]
    if console.soft_wrap:
        show_rows(console, [(field, value, *why)], indent=2)
        return
    _show_line(console, field, value)
    for line in why:
        _show_line(console, "", line, "dim")


def _show_line(console: Console, field: str, value: str, style: str = "") -> None:
    name = Text(field if console.soft_wrap else field.ljust(_FIELD), "dim")
    show_rows(console, [(name, Text(value, style))], indent=2)


def _show_parts(console: Console, explanation: Explanation) -> None:
    text = explanation.reading.page.text
    width = min(max(console.width // 3, _NARROWEST), _WIDEST)
    room = max(console.width - width - len(_BAR), _NARROWEST // 2)
    told: set[tuple[str, str]] = set()
    lines: list[Text] = []
    for part, reasons, notes in _noted(explanation):
        words = text[slice(*part.span)]
        if console.soft_wrap:
            why = (f"{rule}: {plain(evidence)}" for rule, evidence in reasons)
            show_rows(
                console,
                [(plain(_heading(part, explanation, begins=bool(reasons))), *why, *notes, plain(words))],
            )
            continue
        margin = _margin(console, width, part, explanation, reasons, told)
        margin += [line for note in notes for line in _folded(console, Text(note, "reverse"), width)]
        shown = [
            line
            for paragraph in visible(words).expandtabs(4).split("\n")
            for line in _folded(console, Text(paragraph), room)
        ]
        for left, right in zip_longest(margin, shown, fillvalue=Text()):
            line = left.copy()
            line.truncate(width, pad=True)
            line.append(_BAR if right.plain else _BAR.rstrip(), "dim")
            lines.append(line.append_text(right))
        if len(lines) >= _AT_ONCE:
            _print_lines(console, lines)
    _print_lines(console, lines)


def _print_lines(console: Console, lines: list[Text]) -> None:
    """Print lines together, which takes a fraction of the time that each alone would, and empty the list."""
    if lines:
        console.print(*lines, sep="\n", no_wrap=True, overflow="ignore", crop=False)
    lines.clear()


def _margin(
    console: Console,
    width: int,
    part: NamedPart,
    explanation: Explanation,
    reasons: list[tuple[str, str]],
    told: set[tuple[str, str]],
) -> list[Text]:
    """Name and rules; the evidence of a rule where it is first met."""
    style = _STYLES[PART_GROUPS.get(part.name, "furniture")]
    margin = _folded(console, Text(plain(_heading(part, explanation, begins=bool(reasons))), style), width)
    for rule, evidence in reasons:
        is_new = (rule, evidence) not in told
        told.add((rule, evidence))
        line = f"{rule}: {plain(evidence)}" if is_new else rule
        margin += [Text("  ") + each for each in _folded(console, Text(line, "dim"), width - 2)]
    return margin


def _noted(explanation: Explanation) -> Iterator[tuple[NamedPart, list[tuple[str, str]], list[str]]]:
    """Each part with its reasons, those of its turn where that begins, and the issues that are in it."""
    begun: set[tuple[int | None, int | None]] = set()
    placed = [
        (one.span[0], f"{one.issue.severity}: {plain(one.issue.message)}")
        for one in explanation.issues
        if one.span
    ]
    waiting = sorted(placed, reverse=True)
    for part in explanation.parts:
        turn = _turn_of(part, explanation)
        if turn is None:
            reasons = [(part.rule, part.evidence)]
        elif (part.statement, part.turn) in begun:
            reasons = []
        else:
            begun.add((part.statement, part.turn))
            reasons = [(part.rule, part.evidence)]
            reasons += [(one.rule, one.evidence) for one in (turn.speaker, turn.role)]
        notes = []
        while waiting and waiting[-1][0] < part.span[1]:
            notes.append(waiting.pop()[1])
        yield part, reasons, notes


def _name(part: NamedPart) -> str:
    return part.name.replace("_", " ")


def _turn_of(part: NamedPart, explanation: Explanation) -> ExplainedTurn | None:
    """The turn whose words a part is; None for any other part."""
    if part.name != "turn" or part.statement is None or part.turn is None:
        return None
    return explanation.statements[part.statement - 1].turns[part.turn - 1]


def _heading(part: NamedPart, explanation: Explanation, *, begins: bool) -> str:
    turn = _turn_of(part, explanation)
    if turn is None:
        return _name(part)
    if not begins:
        return f"turn {turn.n}, further"
    return f"turn {turn.n}: {turn.speaker.value or 'nobody named'}, {turn.role.value or 'no role told'}"


def _folded(console: Console, text: Text, width: int) -> list[Text]:
    if text.cell_len <= width:
        text.rstrip()
        return [text]
    lines: Iterable[Text] = text.wrap(console, width) or [Text()]
    folded = []
    for line in lines:
        line.rstrip()
        folded.append(line)
    return folded
