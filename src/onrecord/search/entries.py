"""What the index holds of each turn: its words in match form, what filters ask, and what a hit shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

import msgspec
import tantivy

from onrecord.model import Held, Hit, Listed, Role, Span, Turn
from onrecord.record.tables.versions import LEAST_COPIED_WORDS
from onrecord.search.snippet import cut_snippet
from onrecord.text import match_form, match_words

TOKENIZER = "match_words"

# What `_pack` writes, read into an Entry.
_STORED = msgspec.json.Decoder(tuple[str, int, bool, dict[str, Any], str, tuple[Span, ...], str | None])

FORM = 6
"""The form of the entries: an index of another form is built anew."""


class Entry(NamedTuple):
    """A turn as it was indexed; `shown` are the fields of a hit, `asides` the spans that are not the speaker's words.

    `whole` tells the words of all turns of the version apart from others; None where they are too few to be a copy's.
    """

    statement: str
    version: int
    current: bool
    shown: dict[str, Any]
    text: str
    asides: tuple[Span, ...]
    whole: str | None

    @property
    def place(self) -> tuple[str, int, str]:
        """Return what two turns have in common that are one, published at two addresses."""
        return self.whole or f"{self.statement} {self.version}", self.shown["turn"], self.text

    def hit(self, wanted: list[tuple[str, ...]], score: float, also_in: Iterable[str]) -> Hit:
        """Return the turn as a hit for the words wanted."""
        snippet = cut_snippet(self.text, self.asides, wanted)
        return Hit(
            statement=self.statement,
            version=self.version,
            snippet=snippet.text,
            spans=snippet.spans,
            score=score,
            also_in=tuple(also_in),
            **self.shown,
        )


def make_schema() -> tantivy.Schema:
    """Return the fields of the index."""
    builder = tantivy.SchemaBuilder()
    # Words of current versions stand apart from those of the others: what is asked most needs no filter then, and the engine may
    # pass over turns that cannot be among the best. Those of who asks stand apart again, so that they can count for less, and are
    # measured by the length of questions. `alone`: words that a copy's turn has and the source's own versions have nowhere.
    for name in ("words", "asked", "former"):
        builder.add_text_field(name, tokenizer_name=TOKENIZER, index_option="position")
    builder.add_text_field("alone", tokenizer_name=TOKENIZER, index_option="basic")
    for name in ("statement", "field", "source", "speaker", "revised"):
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic")
    for name in ("kind", "language", "year", "shown_source", "shown_speaker"):  # what facets count
        builder.add_text_field(name, tokenizer_name="raw", index_option="basic", fast=True)
    builder.add_integer_field("day", indexed=True, fast=True)
    builder.add_bytes_field("entry", stored=True)
    return builder.build()


def make_entries(
    held: Held, current: int, known: Callable[[], Collection[str]] = tuple
) -> Iterator[tantivy.Document]:
    """Return one entry for each turn of a version that holds words; `current` is the number of the current version.

    `known` tells the words that the source itself has or had in this statement.
    """
    statement, is_current = held.statement, held.version == current
    is_copy = held.version in shown_by_copies(held.listed)
    source_has = known() if is_copy else ()
    turns = [(turn, words) for turn in statement.turns if (words := indexed_words(turn))]
    whole = _digest([word for _, words in turns for word in words])
    for turn, words in turns:
        entry = tantivy.Document()
        field = field_of(turn.role, is_current=is_current)
        entry.add_text(field, clean(" ".join(words)))
        if is_copy:
            entry.add_text("alone", clean(" ".join(word for word in words if word not in source_has)))
        entry.add_text("statement", statement.id)
        entry.add_text("field", field)
        entry.add_text("revised", "yes" if held.listed.revised else "no")
        for kind in statement.kinds:
            entry.add_text("kind", kind)
        for name, value in (("source", held.listed.source), ("language", statement.language)):
            if value:
                entry.add_text(name, clean(value.lower()))
        entry.add_text("speaker", clean(" ".join(match_form(turn.speaker or turn.label or "").words)))
        day = statement.given_on or statement.posted_on
        if day:
            entry.add_integer("day", day_number(day))
            entry.add_text("year", day[:4])
        for name, value in (("shown_source", held.listed.source), ("shown_speaker", turn.speaker)):
            if value:
                entry.add_text(name, clean(value))
        entry.add_bytes("entry", _pack(held, turn, is_current, whole))
        yield entry


def field_of(role: Role | None, *, is_current: bool) -> str:
    """Return the field that has the words of a turn: each turn has its words in one of them."""
    if not is_current:
        return "former"
    return "asked" if role == "questioner" else "words"


def known_words(versions: Sequence[Held]) -> frozenset[str]:
    """Return all words of the versions that an address of the original showed."""
    own = {each.version for held in versions for each in held.listed.witnesses if each.relation == "original"}
    turns = (turn for held in versions if held.version in own for turn in held.statement.turns)
    return frozenset(word for turn in turns for word in indexed_words(turn))


def shown_by_copies(listed: Listed) -> frozenset[int]:
    """Return the versions that an address of a copy shows last, and that no address of the original ever showed."""
    own = {each.version for each in listed.witnesses if each.relation == "original"}
    last = {each.url: each.version for each in listed.witnesses if each.relation != "original"}
    return frozenset(last.values()) - own


def read_entry(stored: bytes) -> Entry:
    """Return the entry that was stored."""
    try:
        return Entry(*_STORED.decode(stored))
    except (
        msgspec.DecodeError
    ):  # a lone surrogate, which JSON has no word for: its standard reader takes it as it is
        statement, version, current, shown, text, asides, whole = json.loads(str(stored, "ascii"))
        spans = tuple((start, end) for start, end in asides)
        return Entry(statement, version, current, shown, text, spans, whole)


def indexed_words(turn: Turn) -> tuple[str, ...]:
    """Return the words of a turn in match form, directions and editorial insertions left out."""
    return match_words(turn.text, [aside.span for aside in (*turn.directions, *turn.editorial)])


def day_number(day: str) -> int:
    """Return an ISO date as a number that sorts like it; what is not known of it counts as 00."""
    year, month, date = [*day[:10].split("-"), "0", "0"][:3]
    return int(year) * 10_000 + int(month) * 100 + int(date)


def clean(text: str) -> str:
    """Return the text without lone surrogates, which the index cannot take."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _digest(words: list[str]) -> str | None:
    if len(words) < LEAST_COPIED_WORDS:
        return None
    return hashlib.blake2b(" ".join(words).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _pack(held: Held, turn: Turn, current: bool, whole: str | None) -> bytes:
    statement = held.statement
    shown = {
        "turn": turn.n, "title": statement.title, "speaker": turn.speaker, "label": turn.label, "role": turn.role,
        "source": held.listed.source, "given_on": statement.given_on, "posted_on": statement.posted_on,
        "url": held.capture.url,
    }  # fmt: skip
    asides = [aside.span for aside in (*turn.directions, *turn.editorial)]
    return json.dumps([statement.id, held.version, current, shown, turn.text, asides, whole]).encode()
