"""What of a statement tells whether another text is the same: its words and the facts around them."""

from __future__ import annotations

from functools import cached_property

from onrecord.model import Statement, Turn
from onrecord.text import MatchForm, match_form

_FEW = 8
_WRITTEN = frozenset(
    (
        "statement", "joint_statement", "comment", "article", "letter", "message", "congratulation", "condolence",
        "appeal", "announcement", "readout",
    )
)  # fmt: skip

_TRANSCRIBED = frozenset(
    ("interview", "news_conference", "answers_to_media", "briefing", "remarks", "speech", "lecture", "debate")
)


class Member:
    """A statement as its own address shows it: what it may be compared by with those at other addresses.

    `key` names the text. Words are cut when they are asked for: most texts are never compared.
    """

    def __init__(self, statement: Statement, text: str, key: int) -> None:
        """Take the statement, the text that is compared, and the key that names it."""
        self.id = statement.id
        self.key = key
        self.text = text
        self.language = (statement.language or "").partition("-")[0].lower() or None
        self.given_on = statement.given_on
        self.posted_on = statement.posted_on
        self.part = statement.part.number if statement.part else None
        self.is_spoken = not _WRITTEN.issuperset(statement.kinds)
        self.is_transcript = not _TRANSCRIBED.isdisjoint(statement.kinds)
        self.is_excerpt = "excerpt" in statement.status
        self.source = statement.source
        self._title = statement.title or ""
        self._speakers = tuple(each.name for each in statement.speakers)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """Return the words of the text in match form."""
        return self._form.words

    @cached_property
    def printed(self) -> tuple[str, ...]:
        """Return the same words as printed."""
        return tuple(self.text[start:end] for start, end in self._form.spans)

    def printed_between(self, start: int, end: int) -> str:
        """Return the text from one word up to another, as printed."""
        if start >= end:
            return ""
        spans = self._form.spans
        return self.text[spans[start][0] : spans[end - 1][1]]

    @cached_property
    def sentence_starts(self) -> tuple[bool, ...]:
        """Return for each word whether it begins a sentence, where a capital tells nothing."""
        return tuple(not _goes_on(self.text[max(0, start - 4) : start]) for start, _ in self._form.spans)

    @cached_property
    def _form(self) -> MatchForm:
        return match_form(self.text)

    @cached_property
    def title(self) -> tuple[str, ...]:
        """Return the words of the title."""
        return self._title_form.words

    @cached_property
    def title_printed(self) -> tuple[str, ...]:
        """Return the same words as printed."""
        return tuple(self._title[start:end] for start, end in self._title_form.spans)

    @cached_property
    def _title_form(self) -> MatchForm:
        return match_form(self._title)

    @cached_property
    def speakers(self) -> frozenset[str]:
        """Return the words of the speakers' names."""
        return frozenset(word for name in self._speakers for word in match_form(name).words)


def member_of(statement: Statement, text: str, key: int) -> Member:
    """Return what a statement may be compared by; `text` is what `words_compared` returned of it."""
    return Member(statement, text, key)


def words_compared(statement: Statement) -> str:
    """Return the text that is compared: what was said, without directions and insertions; narration where there is no more."""
    spoken = " ".join(_spoken(turn) for turn in statement.turns if turn.role != "narration")
    if len(spoken) > 200 or len(match_form(spoken).words) >= _FEW:
        return spoken
    return " ".join(_spoken(turn) for turn in statement.turns)


def _spoken(turn: Turn) -> str:
    """Return the turn's text without directions and insertions of the source."""
    kept, at = [], 0
    for start, end in sorted(aside.span for aside in (*turn.directions, *turn.editorial)):
        kept.append(turn.text[at:start])
        at = max(at, end)
    return " ".join([*kept, turn.text[at:]])


def _goes_on(before: str) -> bool:
    """Whether a sentence goes on behind this text."""
    tail = before.rstrip(" \u00a0\"'“”‘’«»„([")
    return bool(tail) and tail[-1] not in ".!?…:;\n"
