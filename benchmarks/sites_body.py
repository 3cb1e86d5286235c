"""How a generated site prints the body of a statement: its labels, and the markup of its paragraphs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from sites_gold import GoldTurn, Person, Spoken, Work
from sites_layout import Pen
from sites_words import Tongue


@dataclass(frozen=True)
class Line:
    """One paragraph as printed: the label before it, if any, and its words; `own`: words of the statement; `listed`: a point of a list."""

    label: str
    text: str
    own: bool = True
    markup: str | None = None
    listed: bool = False


class Labeller:
    """Prints labels in one convention; a convention that cannot tell the speakers of a work apart gives way to names."""

    def __init__(self, convention: str, tongue: Tongue, work: Work, opening: bool) -> None:
        self.tongue, self.work, self.opening = tongue, work, opening
        officials = {turn.who.name for turn in work.turns if turn.who}
        offices = {turn.who.office for turn in work.turns if turn.who}
        plain = convention in ("words_words", "letters", "ask_only", "dash")
        if (plain and len(officials) > 1) or (convention == "office" and len(offices) < len(officials)):
            convention = "words_name"
        self.convention = convention
        self.seen: set[str] = set()
        self.word = {"capitals": 1, "letters": 2, "spaces": 2, "stop": 2, "dash": 2}.get(convention, 0)

    def print(self, n: int, turn: Spoken) -> tuple[str, str | None]:
        """Return the label as printed, and the speaker that an editor can name."""
        alone = len(self.work.turns) == 1
        if alone or (n == 0 and self.work.kind == "news_conference" and not self.opening):
            return "", turn.who.name if turn.who else None
        if turn.asks:
            return self._asks(turn)
        assert turn.who is not None
        return self._answers(turn.who), turn.who.name

    def _asks(self, turn: Spoken) -> tuple[str, str | None]:
        word = self.tongue.ask_labels[self.word]
        if self.convention == "reporters":
            return f"{turn.reporter} ({turn.outlet}):", turn.reporter
        if self.convention == "dash":
            return f"{word} -", None
        if self.convention == "spaces":
            return "Q\u00a0\u00a0\u00a0", None
        return (f"{word}." if self.convention == "stop" else f"{word}:"), None

    def _answers(self, who: Person) -> str:
        first = who.name not in self.seen
        self.seen.add(who.name)
        title = f"{who.office[:1].upper()}{who.office[1:]}"
        if self.convention in ("words_words", "letters"):
            return f"{self.tongue.answer_labels[2 if self.convention == 'letters' else 0]}:"
        if self.convention == "ask_only":
            return ""
        if self.convention == "dash":
            return f"{self.tongue.answer_labels[2]} -"
        return {
            "long_then_short": f"{title} {who.name}:" if first else f"{who.name}:",
            "capitals": (
                f"{_courtesy(who)} {who.surname.upper()}:"
                if self.tongue.code == "en"
                else f"{who.surname.upper()}:"
            ),
            "office": f"{title}:",
            "initial": f"{who.name[0]}.{who.surname}:",
            "stop": f"{title} {who.surname}.",
            "spaces": f"{_courtesy(who)} {who.surname.upper()}:\u00a0",
        }.get(self.convention, f"{who.name}:")


def _courtesy(who: Person) -> str:
    """Return how an English transcript addresses somebody, the same each time."""
    return "MR." if len(who.surname) % 2 else "MS."


def lines_of(work: Work, labeller: Labeller) -> tuple[list[Line], tuple[GoldTurn, ...]]:
    """Return the paragraphs of a work as printed, and its turns as known."""
    lines: list[Line] = []
    turns: list[GoldTurn] = []
    for n, turn in enumerate(work.turns):
        label, speaker = labeller.print(n, turn)
        paragraphs = turn.paragraphs
        if turn.asks and labeller.convention == "ask_only":
            paragraphs = (" ".join(paragraphs),)
        for at, text in enumerate(paragraphs):
            points = len(work.turns) == 1 and len(paragraphs) > 5 and 2 <= at <= 4
            lines.append(Line("" if at else label, text, listed=points))
        role = "questioner" if turn.asks else "narration" if work.kind == "readout" else "official"
        turns.append(GoldTurn(label.strip(" :.-\u00a0") or None, speaker, role, "\n".join(paragraphs)))
    return lines, tuple(turns)


class BodyWriter:
    """Writes paragraphs in the site's markup."""

    def __init__(self, pen: Pen, labels: str, chance: Random) -> None:
        self.pen, self.labels, self.chance = pen, labels, chance

    def write(self, lines: Iterable[Line]) -> str:
        """Return the body's HTML; a line with markup of its own (furniture between paragraphs) stands as it is."""
        body = self.pen.habits.body
        made = [(line, line.markup if line.markup is not None else self._line(line, body)) for line in lines]
        if body == "cells":
            return self._cells(made)
        if body in ("br", "br1", "spans"):
            gap = "<br>\n" if body == "br1" else "<br><br>\n" if body == "br" else "<br/>\n<br/>\n"
            return "".join(markup if line.markup is not None else markup + gap for line, markup in made)
        kind = {
            "p": ("<p>", "</p>"),
            "div": (f"<div{self.pen.attributes('paragraph')}>", "</div>"),
            "nested": ("<div><div><p>", "</p></div></div>"),
        }
        before, after = kind[body]
        rows = []
        open_list = False
        for line, markup in made:
            listed = line.listed and self.pen.habits.lists
            if listed != open_list:
                rows.append("<ul>" if listed else "</ul>")
                open_list = listed
            if listed:
                rows.append(f"<li>{markup}</li>")
            elif line.markup is not None:
                rows.append(markup)
            else:
                rows.append(f"{before}{markup}{after}".replace("\x00", f"{after}\n{before}"))
        return "\n".join([*rows, "</ul>"] if open_list else rows)

    def _line(self, line: Line, body: str) -> str:
        text = self.pen.sentence(line.text, self.chance)
        if body == "spans":
            text = f"<span{self.pen.attributes('run')}>{text}</span>"
        if not line.label:
            return text
        label = self._label(line.label)
        if body == "cells":
            return f"{label}\x00{text}"
        if self.labels == "own_line":
            return f"{label}{'<br>' if body in ('br', 'br1', 'spans') else chr(0)}{text}"
        return f"{label} {text}"

    def _label(self, label: str) -> str:
        mark = self.pen.habits.label_mark
        if mark == "plain":
            return self.pen.text(label)
        if mark == "colon_outside" and label.endswith(":"):
            return f"<b>{self.pen.text(label[:-1])}</b>:"
        if mark == "span":
            return f"<span{self.pen.attributes('label')}>{self.pen.text(label)}</span>"
        tag = "b" if mark == "colon_outside" else mark
        return f"<{tag}>{self.pen.text(label)}</{tag}>"

    def _cells(self, made: list[tuple[Line, str]]) -> str:
        rows: list[str] = []
        labelled = any(line.label for line, _ in made)
        for line, markup in made:
            if line.markup is not None:
                rows.append(f'<tr><td colspan="2">{markup}</td></tr>')
            elif line.label:
                label, _, text = markup.partition("\x00")
                rows.append(f"<tr><td valign=top>{label}</td><td>{text}</td></tr>")
            elif labelled:
                rows.append(f"<tr><td></td><td>{markup}</td></tr>")
            else:
                rows.append(f"<tr><td>{markup}</td></tr>")
        return f"<table{self.pen.attributes('cells')}>" + "\n".join(rows) + "</table>"
