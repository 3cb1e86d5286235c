"""The peer: tantivy over paragraphs, then rapidfuzz; what a good engineer would build in a day from libraries.

Tuned on the tuning seeds, the quickest setting that lost no recall: the words of a paragraph in one field and its pairs of
neighbouring words in another; a phrase query first; else the eight rarest words and twelve rarest pairs by BM25, the best
thirty re-ranked by `partial_ratio`. Three words for pairs, or all words, took longer and found no more.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import tantivy
from rapidfuzz import fuzz
from rapidfuzz.distance import Editops, Levenshtein
from tantivy import Occur, Query

from onrecord.model import Attribution, Came, Citation, DateVerdict, Turn
from onrecord.quoting import parse_date_claim
from onrecord.quoting.attribution import judge_attribution
from onrecord.quoting.citation import cite_words
from onrecord.quoting.dates import judge_date
from onrecord.record.tables.stretches import VersionFacts
from onrecord.text import match_form
from quotations_record import PartOfRecord

_BEST = 30


_MOST_EQUAL = 20


class Ranked(NamedTuple):
    """A paragraph that the peer found: its statement, version and turn, its words, and their likeness of 0 to 100."""

    statement: str
    words: str
    score: float
    version: int = 1
    turn: int = 1


class Told(NamedTuple):
    """What the peer tells of a quotation: where it stands, how its words differ there, whose and from when it is, and equal places."""

    citation: Citation
    edits: Editops
    attribution: Attribution
    date: DateVerdict
    came: Came
    gone: bool
    alternatives: tuple[Citation, ...]


class Peer:
    """An index of all paragraphs of a record's versions."""

    def __init__(self, record: PartOfRecord, folder: Path, rare: int = 8, pairs: int = 12) -> None:
        self.rare, self.pairs = rare, pairs
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="position")
        builder.add_text_field("pairs", tokenizer_name="whitespace", index_option="freq")
        builder.add_text_field("stored", stored=True, tokenizer_name="raw", index_option="basic")
        self.schema = builder.build()
        folder.mkdir(parents=True, exist_ok=True)
        self.index = tantivy.Index(self.schema, path=str(folder))
        if self.index.searcher().num_docs == 0:
            self._write(record)
        self.index.reload()
        self.searcher = self.index.searcher()

    def _write(self, record: PartOfRecord) -> None:
        writer = self.index.writer(heap_size=200_000_000, num_threads=1)
        for place, words in paragraphs_of(record):
            entry = tantivy.Document()
            entry.add_text("words", " ".join(words))
            entry.add_text("pairs", " ".join(f"{a}_{b}" for a, b in itertools.pairwise(words)))
            entry.add_text("stored", f"{place}\t{' '.join(words)}")
            writer.add_document(entry)
        writer.commit()
        writer.wait_merging_threads()

    def ask(self, quotation: str) -> list[Ranked]:
        words = [word.encode("utf-8", "replace").decode() for word in match_form(quotation).words]
        if not words:
            return []
        found = self._search(self._phrase(words), 10) if len(words) > 1 else []
        found = found or self._search(self._likely(words), _BEST)
        wanted, ranked, best = " ".join(words), [], 0.0
        for text in found:
            statement, version, turn, held = text.split("\t", 3)
            share = min(1.0, len(held) / len(wanted))
            score = fuzz.partial_ratio(wanted, held, score_cutoff=max(0.0, best - 25)) * share
            best = max(best, score)
            ranked.append(Ranked(statement, held, score, int(version), int(turn)))
        return sorted(ranked, key=lambda each: -each.score)[:5]

    def check(
        self, quotation: str, record: PartOfRecord, speaker: str | None, date: str | None
    ) -> Told | None:
        """Return what a verdict has of the likeliest paragraph, and citations of those that are as likely.

        It reads the same rows as ours does for that: what is known of the version, the turn, whether it is gone and how it came. Kinds of
        differences, marks, splices across paragraphs, evidence against chance and the summary are left out: it is the least of a verdict.
        """
        ranked = self.ask(quotation)
        if not ranked:
            return None
        words = match_form(quotation).words
        equal = [each for each in ranked if each.score == ranked[0].score][:_MOST_EQUAL]
        placed = [_placed(each, words, record) for each in equal]
        best = placed[0]
        statement, span = best.facts.statement, best.citation.span
        came, _ = record.messages.came(statement.id, best.facts.version)
        claimed = parse_date_claim(date) if date else None
        return Told(
            best.citation,
            Levenshtein.editops(best.said, words),
            judge_attribution(speaker, best.turn, statement, span) if speaker else "unstated",
            judge_date(claimed, statement)[0] if claimed else "unstated",
            came,
            bool(record.history.absences(statement.id)),
            tuple(each.citation for each in placed[1:]),
        )

    def _phrase(self, words: list[str]) -> Query:
        wanted: list[Any] = list(words[:60])
        return Query.phrase_query(self.schema, "words", wanted)

    def _likely(self, words: list[str]) -> Query:
        pairs = [f"{a}_{b}" for a, b in itertools.pairwise(words)]
        terms = [("words", word) for word in self._rarest("words", words, self.rare)]
        terms += [("pairs", pair) for pair in self._rarest("pairs", pairs, self.pairs)]
        queries = [Query.term_query(self.schema, field, term, "freq") for field, term in terms]
        return (
            Query.boolean_query([(Occur.Should, query) for query in queries])
            if queries
            else Query.empty_query()
        )

    def _rarest(self, field: str, terms: list[str], most: int) -> list[str]:
        held = {term: self.searcher.doc_freq(field, term) for term in dict.fromkeys(terms)}
        return sorted((term for term in held if held[term]), key=held.__getitem__)[:most]

    def _search(self, query: Query, most: int) -> list[str]:
        hits = self.searcher.search(query, most, count=False).hits
        return [str(self.searcher.doc(address).get_first("stored")) for _, address in hits]


class _Placed(NamedTuple):
    """A paragraph's citation, its words there, and the rows that were read for it."""

    citation: Citation
    said: list[str]
    turn: Turn
    facts: VersionFacts


def _placed(found: Ranked, words: Sequence[str], record: PartOfRecord) -> _Placed:
    """Return where the words stand in the text of their turn, its rows read from the record."""
    place = fuzz.partial_ratio_alignment(" ".join(words), found.words)
    start, end = (place.dest_start, place.dest_end) if place else (0, len(found.words))
    first, count = found.words.count(" ", 0, start), len(found.words[start:end].split())
    facts = record.facts(found.statement, found.version)
    (turn,) = record.turns(found.statement, found.version, found.turn, found.turn)
    form = match_form(turn.text)
    before = f" {' '.join(form.words)} ".find(f" {found.words} ")  # the paragraph among the turn's words
    first += " ".join(form.words).count(" ", 0, max(0, before))
    last = min(first + max(count, 1), len(form.words)) - 1
    first = min(first, last)
    span = form.spans[first][0], form.spans[last][1]
    citation = cite_words(found.statement, found.version, turn, span, facts.capture)
    return _Placed(citation, list(form.words[first : last + 1]), turn, facts)


def paragraphs_of(record: PartOfRecord) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of each paragraph, with its statement's id, version and turn, parted by tabs."""
    for statement, versions in record.touched_since():
        for held in versions:
            for turn in held.statement.turns:
                for paragraph in turn.text.split("\n"):
                    words = match_form(paragraph).words
                    if words:
                        place = f"{statement}\t{held.version}\t{turn.n}"
                        yield place, tuple(word.encode("utf-8", "replace").decode() for word in words)
