"""What goes out: values as JSON on standard output, screens for people, messages and progress on standard error."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from onrecord import WrongCall, visible

if TYPE_CHECKING:
    from rich.console import Console

# Control, bidi and other unseen characters of captured text, which JSON allows as they are and a terminal obeys.
_UNSEEN = re.compile(
    "[\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)


def screen(*, stderr: bool = False) -> Console:
    """Return an output for people: as wide as the terminal, or with unbroken lines when it is no terminal."""
    from onrecord.cli.screens import Screen

    console = Screen(stderr=stderr, highlight=False, markup=False, emoji=False)
    console.soft_wrap = not console.is_terminal
    return console


def say(message: str) -> None:
    """Write one message for people to standard error."""
    from rich.text import Text

    screen(stderr=True).print(Text(visible(message)))


def write_text(text: str, *, fold: bool = True) -> None:
    """Write rendered text or markup to standard output; a terminal folds it at words, or is left to wrap what is to be copied.

    Control and bidi characters are made visible in a file or pipe, too: it may end on a terminal, and in HTML neither
    they nor references to them would be harmless. Who needs the text as it was captured takes JSON.
    """
    if sys.stdout.isatty():
        from rich.text import Text

        screen().print(Text(visible(text)), soft_wrap=not fold)
    else:
        _write(visible(text).encode("utf-8", "backslashreplace"), end=not text.endswith("\n"))


def write_json(value: object) -> None:
    """Write a value as one line of JSON and flush it, so that a reader of the stream has it at once."""
    write_json_line(msgspec.json.encode(value).decode())


def write_json_line(line: str) -> None:
    """Write one line that is JSON already; unseen characters become escapes, which changes no value."""
    _write(_UNSEEN.sub(_escape, line).encode(), end=not line.endswith("\n"))


def write_raw(text: str) -> None:
    """Write what is safe to print already, its line end with it."""
    _write(text.encode("utf-8", "replace"), end=False)


def write_pieces(pieces: Iterable[bytes]) -> None:
    """Write a file that is no text; a terminal is not given one."""
    if sys.stdout.isatty():
        raise WrongCall(
            "This form is no text for a terminal: send it to a file, with > record.parquet behind it."
        )
    for piece in pieces:
        _write(piece, end=False)


@contextmanager
def progress(doing: str) -> Iterator[Callable[[int, str], None] | None]:
    """Yield a function to call with a count and what is being read, or None where nobody watches.

    Nothing is shown before the first call: what is done at once leaves no trace on the terminal.
    """
    if not sys.stderr.isatty():
        yield None
        return
    from onrecord.cli.screens import Screen

    console = Screen(stderr=True)
    if not console.is_terminal or console.is_dumb_terminal:
        yield None
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn  # only where somebody watches

    columns = (SpinnerColumn(), TextColumn("{task.description}", markup=False))
    bar = Progress(*columns, console=console, transient=True)
    task = bar.add_task(doing)

    def advance(count: int, what: str) -> None:
        bar.start()  # with the first step: where there is nothing to do, nothing flashes up
        room = max(console.width - len(doing) - 16, 10)
        bar.update(task, description=f"{doing}  {count:,}  {' '.join(visible(what).split())[-room:]}")

    try:
        yield advance
    finally:
        bar.stop()


def _write(line: bytes, *, end: bool) -> None:
    sys.stdout.buffer.write(line + b"\n" if end else line)
    sys.stdout.buffer.flush()


def _escape(match: re.Match[str]) -> str:
    units = match.group().encode("utf-16-be")
    return "".join(f"\\u{units[at : at + 2].hex()}" for at in range(0, len(units), 2))
