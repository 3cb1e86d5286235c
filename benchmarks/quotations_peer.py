"""The peer: tantivy over paragraphs, then rapidfuzz; what a good engineer would build in a day from libraries.

Tuned on the tuning seeds, the quickest setting that lost no recall: the words of a paragraph in one field and its pairs of
neighbouring words in another; a phrase query first; else the eight rarest words and twelve rarest pairs by BM25, the best
thirty re-ranked by `partial_ratio`. Three words for pairs, or all words, took longer and found no more.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import tantivy
from rapidfuzz import fuzz
from rapidfuzz.distance import Editops, Levenshtein
from tantivy import Occur, Query

from onrecord.text import match_form
from quotations_record import PartOfRecord

_BEST = 30


class Ranked(NamedTuple):
    """A paragraph that the peer found: its statement, its words, and their likeness of 0 to 100."""

    statement: str
    words: str
    score: float


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
        for statement, words in paragraphs_of(record):
            entry = tantivy.Document()
            entry.add_text("words", " ".join(words))
            entry.add_text("pairs", " ".join(f"{a}_{b}" for a, b in itertools.pairwise(words)))
            entry.add_text("stored", f"{statement}\t{' '.join(words)}")
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
            statement, _, held = text.partition("\t")
            share = min(1.0, len(held) / len(wanted))
            score = fuzz.partial_ratio(wanted, held, score_cutoff=max(0.0, best - 25)) * share
            best = max(best, score)
            ranked.append(Ranked(statement, held, score))
        return sorted(ranked, key=lambda each: -each.score)[:5]

    def check(self, quotation: str, record: PartOfRecord) -> Editops | None:
        """Return how the words of the quotation differ from those of the likeliest paragraph; what is known of its statement is read.

        That is the least that a verdict needs; claims, kinds of differences, splices, marks and the citation are left out.
        """
        ranked = self.ask(quotation)
        if not ranked:
            return None
        best, words = ranked[0], match_form(quotation).words
        place = fuzz.partial_ratio_alignment(" ".join(words), best.words)
        said = best.words[place.dest_start : place.dest_end] if place else best.words
        record.facts(best.statement, 1)
        return Levenshtein.editops(said.split(), words)

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


def paragraphs_of(record: PartOfRecord) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the words of each paragraph, with the id of its statement."""
    for statement, versions in record.touched_since():
        for held in versions:
            for turn in held.statement.turns:
                for paragraph in turn.text.split("\n"):
                    words = match_form(paragraph).words
                    if words:
                        yield statement, tuple(word.encode("utf-8", "replace").decode() for word in words)
