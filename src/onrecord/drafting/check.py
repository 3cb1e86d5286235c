"""What is wrong in a message, each fault with its line and field; and what the reader makes of it. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple

from onrecord.capture import Captured, digest_of
from onrecord.capture.messages import Field, Message, parse_message, parse_person
from onrecord.drafting.fields import FIELDS, as_value, meant_field, nearest_field
from onrecord.drafting.office import Office
from onrecord.drafting.template import ASKED, SAID
from onrecord.drafting.unread import unread_words
from onrecord.model import Capture, Issue, Locator, Reading, Severity, Speaker, Statement

MARKDOWN = "text/markdown"
_YES = "yes"
# a label as in “**Question:** Will it sail?” or “**Ilse Varga**: It will.”
_BOLD_LABEL = re.compile(
    r"\s*(?:\*\*|__)(?:(?P<inside>[^*_]+?)\s*[:：]\s*(?:\*\*|__)|(?P<before>[^*_]+?)(?:\*\*|__)\s*[:：])"
)


class Checked(NamedTuple):
    """A message as it was found: what its fields say, what the reader makes of it, and what is wrong."""

    message: Message
    capture: Capture
    reading: Reading | None
    issues: tuple[Issue, ...]

    @property
    def statement(self) -> Statement | None:
        """Return the one statement that the message is; None where it is none, or several."""
        found = self.reading.statements if self.reading is not None else ()
        return found[0] if len(found) == 1 else None

    @property
    def is_right(self) -> bool:
        """Whether nothing in it keeps it from being released."""
        return not any(issue.severity == "error" for issue in self.issues)


Read = Callable[[Captured], Reading | Issue]
"""Reads a capture as the archive would."""


def check_message(body: bytes, file: str, url: str, office: Office, read: Read) -> Checked:
    """Return a message with all that is wrong in it; `file` is where it lies, `url` where it will stand."""
    capture = Capture(url, None, digest_of(body), MARKDOWN, Locator(file, 0, len(body)))
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        line = body[: fault.start].count(b"\n") + 1
        said = f"{file}, line {line}: this is no text in UTF-8, save it as one."
        issue = Issue("draft_wrong", said, capture.locator, "error")
        return Checked(parse_message(""), capture, None, (issue,))
    message = parse_message(text)
    told = _Told(file, text, message)
    issues = [*told.of_fields(office), *told.of_words()]
    found = read(Captured(capture, body, "utf-8"))
    reading = None if isinstance(found, Issue) else found
    if not any(
        issue.severity == "error" for issue in issues
    ):  # else it says nothing yet that it could contradict
        issues += [found] if isinstance(found, Issue) else told.of_reading(found)
    issues.sort(key=lambda issue: issue.locator.offset if issue.locator is not None else len(body))
    return Checked(message, capture, reading, tuple(issues))


def is_one_person(one: str, other: str) -> bool:
    """Return whether two names are of one person, as far as they are written: case, points and spaces do not count."""
    return re.sub(r"[\W_]+", "", one).casefold() == re.sub(r"[\W_]+", "", other).casefold()


class _Told:
    """Tells what is wrong in one message, with file, line and field."""

    def __init__(self, file: str, text: str, message: Message) -> None:
        self._file = file
        self._message = message
        self._starts = [0]
        for line in text.encode().splitlines(keepends=True):
            self._starts.append(self._starts[-1] + len(line))

    def _issue(
        self, line: int, field: str | None, said: str, code: str = "draft_wrong", severity: Severity = "error"
    ) -> Issue:
        """Return an issue at a line of the file; 0 is that of a field that is not there."""
        at = min(max(line, 1), len(self._starts) - 1) - 1
        end = self._starts[min(at + 1, len(self._starts) - 1)]
        place = Locator(self._file, self._starts[at], max(end - self._starts[at], 0))
        where = ", ".join([self._file, *([f"line {line}"] if line else []), *([field] if field else [])])
        return Issue(code, f"{where}: {said.rstrip('.')}{'' if said.endswith('?') else '.'}", place, severity)

    def of_fields(self, office: Office) -> Iterator[Issue]:
        """Yield what is wrong in the fields."""
        message = self._message
        if not message.fields and not message.strange:
            said = "there are no fields: begin with a line ---, below it the fields and a line --- again; `onrecord draft new` writes such a file"
            yield self._issue(1, None, said)
            return
        if message.is_open:
            yield self._issue(1, None, "the fields have no end: write a line --- below the last of them")
        for strange in message.strange:
            said = (
                f"{strange.text!r} is no field: write a name, a colon and a value, as in 'place: Vessel City'"
            )
            yield self._issue(strange.line, None, said)
        first: dict[str, int] = {}
        for field in message.fields:
            if field.name in first:
                said = f"it stands in line {first[field.name]} already: keep one of them"
                yield self._issue(field.line, field.written, said)
                continue
            first[field.name] = field.line
            yield from self._of_field(field)
        yield from self._absent(first)
        days = ("given on", "posted on")
        if not any(message.values(name) or name in map(meant_field, first) for name in days):
            yield self._issue(self._line("given on"), "given on", _undated())
        address = message.value("address")
        if address and not any(_begins(address, place) for place in office.places):
            said = f"{office.file} does not speak for {address}: write one that begins with {office.below}"
            yield self._issue(self._line("address"), "address", said)

    def _of_field(self, field: Field) -> Iterator[Issue]:
        known = FIELDS.get(field.name)
        if known is None:
            yield self._issue(
                field.line, field.written, f"this field is not known{nearest_field(field.name)}"
            )
            return
        from onrecord.capture.formats.message import list_values

        values = list_values(self._message, field.name)
        if len(values) > known.most:
            most = "one value" if known.most == 1 else f"{known.most} values at most"
            yield self._issue(field.line, field.name, f"{len(values)} values are too many: give {most}")
        for value in values:
            line = next((each.line for each in field.values if value in each.text), field.line)
            for said in known.faults(value):
                yield self._issue(line, field.name, said)

    def _absent(self, first: dict[str, int]) -> Iterator[Issue]:
        # Told at the field that is misspelt, and not a second time.
        misspelt = {meant_field(name) for name in first if name not in FIELDS}
        for name, known in FIELDS.items():
            if known.is_needed and not self._message.values(name) and name not in misspelt:
                said = f"this field is needed ({known.says[0].lower()}{known.says[1:]}), write it as in '{name}: {known.example}'"
                yield self._issue(first.get(name, 0), name, said)

    def of_words(self) -> Iterator[Issue]:
        """Yield what is wrong in the words."""
        message = self._message
        if not any(map(str.isalnum, message.words)):
            yield self._issue(message.line, None, "there are no words: write them below the line ---")
        for number, line in enumerate(message.words.splitlines(), message.line):
            if ASKED in line or SAID in line:
                yield self._issue(number, None, "this is still the template’s: write the words in its place")

    def of_reading(self, reading: Reading) -> Iterator[Issue]:
        """Yield where the reader takes the message otherwise than its fields say: so would every reader of its page."""
        if len(reading.statements) != 1:
            found = "no statement" if not reading.statements else f"{len(reading.statements)} statements"
            said = f"a reader finds {found} in these words: write whole sentences below the fields, one message a file"
            yield self._issue(self._message.line, None, said, "draft_read_otherwise")
            return
        (statement,) = reading.statements
        for name, said, read in _compared(self._message, statement):
            if said == read:
                continue
            if said:
                told = f"{_printed(said)} is read as {_printed(read)}: write it otherwise"
                yield self._issue(self._line(name), name, told, "draft_read_otherwise")
            elif read:
                told = (
                    f"{_printed(read)} is read from the words or the title; write the field to make it sure"
                )
                yield self._issue(self._line(name), name, told, "draft_read_so", "note")
        yield from self._of_turns(statement)
        yield from self._of_offices(statement)
        for each in unread_words(self._message, reading.page):
            said = f"{each.text!r} is read as {each.taken_for}, not as words, so nobody would see it: write it otherwise, or leave it out"
            yield self._issue(each.line, None, said, "draft_read_otherwise")
        yield from reading.issues

    def _of_turns(self, statement: Statement) -> Iterator[Issue]:
        """Yield the labels that are not read as such, and those that name nobody."""
        labels = {turn.label: turn for turn in statement.turns if turn.label is not None}
        told: set[str] = set()
        for number, line in enumerate(self._message.words.splitlines(), self._message.line):
            written = _BOLD_LABEL.match(line)
            if written is None:
                continue
            words = (written["inside"] or written["before"]).strip()
            turn = labels.get(words) or labels.get(words.partition("(")[0].strip())
            if words in told:
                continue
            told.add(words)
            if turn is None:
                said = f"the label {words!r} is read as words: write it as the name under speakers, or as Question"
                yield self._issue(number, None, said, "draft_read_otherwise")
            elif turn.speaker is None and turn.role is None:
                said = (
                    f"the label {words!r} names nobody: write it as the name under speakers, or as Question"
                )
                yield self._issue(number, None, said, "draft_read_so", "warning")
            elif near := self._near_speaker(turn.speaker):
                said = f"the label {words!r} is none of the speakers: did you mean {near!r}?"
                yield self._issue(number, None, said, "draft_read_so", "warning")

    def _of_offices(self, statement: Statement) -> Iterator[Issue]:
        """Yield where somebody who speaks stands in the office of another: two that were written on one line."""
        said = [_speaker(each) for each in self._message.values("speakers")]
        names = {each.name for each in said}
        for other in dict.fromkeys(turn.speaker for turn in statement.turns if turn.speaker):
            of = next((each for each in said if each.office and other in each.office), None)
            if of is not None and other not in names:
                told = f"{other!r} stands in the office of {of.name!r}: write each speaker on a line of its own, as in '- {other}, office'"
                yield self._issue(self._line("speakers"), "speakers", told, "draft_read_so", "warning")

    def _near_speaker(self, read: str | None) -> str | None:
        """Return the name under speakers that is nearest to one that is read and does not stand there."""
        names = [_speaker(each).name for each in self._message.values("speakers")]
        if read is None or read in names:
            return None
        return next(iter(get_close_matches(read, names, n=1, cutoff=0.8)), None)

    def _line(self, name: str) -> int:
        return next((field.line for field in self._message.fields if field.name == name), 0)


def _compared(message: Message, statement: Statement) -> Iterator[tuple[str, Any, Any]]:
    """Yield each field with what the message says and what was read, in one form."""
    from onrecord.capture.formats.message import list_values

    for name in ("title", "given on", "posted on", "updated on", "place", "occasion", "outlet", "language"):
        yield name, _spaced(message.value(name)), _spaced(getattr(statement, name.replace(" ", "_")))
    yield "kinds", [as_value(each) for each in list_values(message, "kinds")], list(statement.kinds)
    yield "status", sorted(map(as_value, list_values(message, "status"))), sorted(statement.status)
    text = as_value(message.value("text") or "")
    yield "text", text or None, statement.text_status if statement.text_status != "unknown" else None
    part = statement.part
    yield "part", message.value("part"), str(part.number) if part and part.number else None
    yield "continues", as_value(message.value("continues") or "") == _YES, bool(part and part.continues)
    said = [_speaker(each) for each in message.values("speakers")]
    read = list(statement.speakers)
    yield "speakers", said, read[: len(said)] if said else read
    if said and len(read) > len(said):
        yield "speakers", [], read[len(said) :]


def _spaced(text: str | None) -> str | None:
    return " ".join(text.split()) if text else None


def _speaker(written: str) -> Speaker:
    return Speaker(*parse_person(written))


def _printed(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(_printed, value)) or "nothing"
    if isinstance(value, Speaker):
        return f"{value.name} ({value.office})" if value.office else value.name
    return repr(value) if value else "nothing"


def _undated() -> str:
    return "no day is told, write the day on which it is said as in 'given on: 2026-05-14', or posted on"


def _begins(address: str, place: str) -> bool:
    from onrecord.reading import normalised_address

    own = normalised_address(address)
    return own == place or own.startswith(place.rstrip("/") + "/")
