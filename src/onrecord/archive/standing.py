"""What of the changes between two captures is the source's, and what only stands elsewhere on the page or is the site's own.

A page prints more than a statement, and after a redesign it prints it elsewhere. What is taken for words on one capture and for
furniture on the next was not put in by anybody; nor was what comes and goes on the pages of other statements in those days as well.
What those have all along was put in here, and where too few tell it is said as a cosmetic change: nothing that came or went is passed over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.model import Change, Statement, Turn
from onrecord.record import History
from onrecord.revising import Step

_SEVERAL = 2
_NEAR = 10
_LONG, _LONG_LETTERS = 5, 20
_SHARE = 0.3
_LEAST_STEADY = 3
_PARAGRAPH = "\n\n"
_FIGURES = re.compile(r"\d+")
_LEAST_WORDS = 2
_PARTING = " -–—|:·»"


class Kept(NamedTuple):
    """Both versions without what is the site's, and what of that came or went, as cosmetic changes."""

    old: Statement
    new: Statement
    aside: tuple[Change, ...]


class Pages:
    """The two captures of a step, and those of other addresses of the source near them in time."""

    def __init__(self, history: History, statement: str, step: Step) -> None:
        """Nothing is read before a change asks for it."""
        self._history = history
        self._statement = statement
        self._step = step

    def without_furniture(self, old: Statement, new: Statement) -> Kept:
        """Return both versions without the paragraphs that only one has, and that are the site's or stand on the other page."""
        olds, news = ([each for turn in one.turns for each in _lines_of(turn)] for one in (old, new))
        gone, come = set(olds) - set(news), set(news) - set(olds)
        above_gone = {above for above, each in pairwise(olds) if each in gone}
        above_come = {above for above, each in pairwise(news) if each in come}
        dropped = (
            self._site_lines(old, olds, gone, gone | above_come, before=True),
            self._site_lines(new, news, come, come | above_gone, before=False),
        )
        aside = (*self._aside(old, dropped[0], gone=True), *self._aside(new, dropped[1], gone=False))
        return Kept(_without(old, dropped[0]), _without(new, dropped[1]), aside)

    def _site_lines(
        self, statement: Statement, every: Sequence[str], doubtful: set[str], heads: set[str], *, before: bool
    ) -> set[str]:
        # What is a line beside the words there is compared with it.
        beside = {line for _, line in (self._step.new if before else self._step.old).lines}
        furniture = {
            each for each in doubtful if each not in beside and self._is_furniture(each, before=before)
        }
        return furniture | self._enclosed(
            every, doubtful - furniture - beside, heads, _spoken_from(statement), before=before
        )

    def _aside(self, statement: Statement, lines: set[str], *, gone: bool) -> Iterator[Change]:
        """Yield what is left out as the site's, but for what the other page has too, with whatever figures."""
        for turn in statement.turns:
            for line in _lines_of(turn):
                if line in lines and not self._stands_on_other(line, gone=gone):
                    yield _set_aside(turn.n, line, gone=gone)

    def _stands_on_other(self, words: str, *, gone: bool) -> bool:
        return _masked(words) in _masked(self._texts[1 if gone else 0])

    def _enclosed(
        self,
        every: Sequence[str],
        doubtful: set[str],
        heads: set[str],
        labelled: frozenset[int],
        *,
        before: bool,
    ) -> set[str]:
        """Return the doubtful paragraphs that stand between the site's own: "Quote of the week", and one of another week.

        `heads` are the lines that came or went along, or that have something else below them on the other page: below a line that
        stays, and had there what stands behind them here, somebody put words. Nor does a site set boxes that a label opens (`labelled`).
        """
        found: set[str] = set()
        at = 0
        while at < len(every):
            end = at
            while end < len(every) and every[end] in doubtful and end not in labelled:
                end += 1
            behind = end == len(every) or self._is_common(every[end], before=before)
            if (
                end > at > 0
                and behind
                and every[at - 1] in heads
                and self._is_common(every[at - 1], before=before)
                and not self._is_put_in(every[at - 1], every[end - 1], before=before)
            ):
                found.update(every[at:end])
            at = max(end, at + 1)
        return found

    def _is_put_in(self, head: str, last: str, *, before: bool) -> bool:
        """Whether the other page has the line above as well, and below it at once what stands behind the last line here."""
        here, there = self._lines if before else self._lines[::-1]
        behind = _line_behind(here, last)
        return _masked(head) in there and behind == _line_behind(there, head)

    def _is_common(self, paragraph: str, *, before: bool) -> bool:
        """Whether a paragraph stands on a good part of the pages of other statements in those days."""
        masked = _masked(paragraph)
        near = self._masked_before if before else self._masked_after
        return sum(masked in text for text in near) >= max(_SEVERAL, len(near) * _SHARE)

    def _is_furniture(self, paragraph: str, *, before: bool) -> bool:
        """Whether a paragraph stands on pages of other statements in those days, whatever figures it has there, and not all along."""
        words = " ".join(paragraph.split())
        masked = _masked(words)
        near = self._masked_before if before else self._masked_after
        standing = sum(masked in text for text in near)
        if len(words.split()) >= _LONG and masked == words:
            several = standing >= _SEVERAL
        else:
            # A time, a count, two words: what the page of any statement may have by chance.
            several = standing >= max(_SEVERAL, len(near) * _SHARE)
        return several and not self._is_steady(words)

    def _is_steady(self, words: str) -> bool:
        """Whether the pages of other statements that have a line had it before and have it since: it is theirs, not a site's that moves.

        Where it came or went on one of them the site may have done so here; where fewer than three tell, or of an end mark, nobody knows.
        """
        if len(words.split()) < _LONG and sum(map(str.isalnum, words)) < _LONG_LETTERS:
            return False
        line = re.compile(_FIGURES.sub(r"\\d+", re.escape(words)))
        both = [(Counter(line.findall(one)), Counter(line.findall(other))) for one, other in self._beside]
        showing = [(one, other) for one, other in both if one or other]
        return len(showing) >= _LEAST_STEADY and all(one == other for one, other in showing)

    def of_source(self, changes: Sequence[Change]) -> Iterator[Change]:
        """Yield the changes that the source made, as far as the pages tell."""
        named_otherwise = any(change.kind == "title" for change in changes) and self._titles_stand()
        labels = _read_as_labels(changes)
        moved = _moved(changes)
        for change in changes:
            if (change.kind == "title" and named_otherwise) or _bare(change) in labels:
                continue
            if change.kind == "cosmetic" or not _is_whole(change) or _bare(change) in moved:
                yield change
                continue
            yield from self._judged(change)

    def _judged(self, change: Change) -> Iterator[Change]:
        """Yield what of a whole change the source made, and behind it what may be the site's."""
        kept = {"old": change.old, "new": change.new}
        aside = []
        for side, words in (("old", change.old), ("new", change.new)):
            if not words:
                continue
            if self._stands_on_both(words, gone=side == "old"):
                kept[side] = ""
            elif self._is_of_site(change, words, before=side == "old"):
                kept[side] = ""
                if not self._stands_on_other(words, gone=side == "old"):
                    aside.append(_set_aside(change.turn, words, gone=side == "old"))
        if (kept["old"], kept["new"]) == (change.old, change.new):
            yield change
        elif kept["old"] or kept["new"]:
            yield replace(change, kind="sentence_removed" if kept["old"] else "sentence_added", **kept)
        yield from aside

    def facts_of_source(self, changes: Sequence[Change]) -> Iterator[Change]:
        """Yield the changes beside the words, but for a state of the text that both pages state in the same lines."""
        for change in changes:
            if change.kind != "status":
                yield change
                continue
            gone, come = (
                ", ".join(each for each in told.split(", ") if each and not self._is_stated_alike(each))
                for told in (change.old, change.new)
            )
            if gone or come:
                yield replace(change, old=gone, new=come)

    def _is_stated_alike(self, status: str) -> bool:
        from onrecord.reading import lines_stating  # the reader, which few revisions ask

        before, after = (
            lines_stating(status, self._history.page_lines(seen.reading))
            for seen in (self._step.before, self._step.after)
        )
        return bool(before) and before == after

    def _stands_on_both(self, words: str, *, gone: bool) -> bool:
        """Whether words that came or went stand on the other page as often: they are only read as something else there."""
        before, after = (text.count(words) for text in self._texts)
        return after >= before if gone else before >= after

    def _is_of_site(self, change: Change, words: str, *, before: bool) -> bool:
        """Whether words that came or went are the site's, as far as can be told."""
        if change.turn is None and self._history.is_of_site(self._statement, words):
            return True
        several = len(words.split()) >= _LEAST_WORDS and self._is_near(words, before=before)
        return several and not self._is_steady(words)

    def _is_near(self, words: str, *, before: bool) -> bool:
        """Whether the words stand on the pages of several other statements in those days."""
        near = self._near_before if before else self._near_after
        return sum(words in text for text in near) >= _SEVERAL

    def _titles_stand(self) -> bool:
        """Whether both titles stand on both pages, or one stands there and what the other has is that of the site's pages."""
        before, after = self._texts
        old, new = self._titles
        kept_old, kept_new = old in after, new in before
        if kept_old and kept_new:
            return True
        if kept_old and old:
            other = new.replace(old, "").strip(_PARTING)
            return self._is_near(other, before=False) or self._history.is_title_of_site(
                self._statement, other
            )
        if kept_new and new:
            return self._is_title_of_site(old.replace(new, "").strip(_PARTING), before=True)
        return False

    def _is_title_of_site(self, title: str, *, before: bool) -> bool:
        """Whether a title, or what one has more than the other, is the site's."""
        if len(title.split()) < _LEAST_WORDS:
            return False
        return self._is_near(title, before=before) or self._history.is_title_of_site(self._statement, title)

    @cached_property
    def _titles(self) -> tuple[str, str]:
        numbers = (self._step.before.version, self._step.after.version)
        old, new = (self._history.as_read(self._statement, n).title or "" for n in numbers)
        return " ".join(old.split()), " ".join(new.split())

    @cached_property
    def _texts(self) -> tuple[str, str]:
        return self._history.page_text(self._step.before.reading), self._history.page_text(
            self._step.after.reading
        )

    @cached_property
    def _lines(self) -> tuple[list[str], list[str]]:
        before, after = (
            [masked for line in self._history.page_lines(seen.reading) if (masked := _masked(line))]
            for seen in (self._step.before, self._step.after)
        )
        return before, after

    @cached_property
    def _beside(self) -> list[tuple[str, str]]:
        moments = self._step.before.captured_at, self._step.after.captured_at
        return self._history.texts_beside(self._statement, *moments, _NEAR)

    @cached_property
    def _masked_before(self) -> list[str]:
        return [_FIGURES.sub("0", text) for text in self._near_before]

    @cached_property
    def _masked_after(self) -> list[str]:
        return [_FIGURES.sub("0", text) for text in self._near_after]

    @cached_property
    def _near_before(self) -> list[str]:
        return self._history.texts_near(self._statement, self._step.before.captured_at, _NEAR)

    @cached_property
    def _near_after(self) -> list[str]:
        return self._history.texts_near(self._statement, self._step.after.captured_at, _NEAR)


def _without(statement: Statement, lines: set[str]) -> Statement:
    """Return a statement without these lines."""
    if not lines:
        return statement
    turns = []
    for turn in statement.turns:
        kept = _PARAGRAPH.join(each for each in _lines_of(turn) if each not in lines)
        if not lines.intersection(_lines_of(turn)):
            turns.append(turn)
        else:
            span = turn.span[0], turn.span[0] + len(kept)
            turns.append(replace(turn, text=kept, span=span, directions=(), editorial=()))
    return replace(statement, turns=tuple(turns))


def _line_behind(lines: Sequence[str], line: str) -> str | None:
    """Return the line below the last one that reads like this, figures aside; None where there is none, or none below."""
    masked = _masked(line)
    at = max((n for n, each in enumerate(lines) if each == masked), default=len(lines))
    return lines[at + 1] if at + 1 < len(lines) else None


def _set_aside(turn: int | None, words: str, *, gone: bool) -> Change:
    old, new = (words, "") if gone else ("", words)
    return Change(turn, "cosmetic", old, new, "", "", declared=False)


def _masked(words: str) -> str:
    """Return words with one space between them, and one figure for each number."""
    return _FIGURES.sub("0", " ".join(words.split()))


def _spoken_from(statement: Statement) -> frozenset[int]:
    """Return where in the lines of a statement turns with a label begin."""
    at, found = 0, set()
    for turn in statement.turns:
        if turn.label:
            found.add(at)
        at += len(_lines_of(turn))
    return frozenset(found)


def _lines_of(turn: Turn) -> list[str]:
    """Return the paragraphs and lines of a turn."""
    return [line for line in turn.text.split("\n") if line.strip()]


def _is_whole(change: Change) -> bool:
    """Whether a change is of whole sentences, or of a line or paragraph by itself."""
    if change.kind in ("sentence_added", "sentence_removed"):
        return True
    if change.kind in ("title", "label", "status"):
        return False
    alone_before = not change.prefix or change.prefix.endswith("\n\n")
    alone_behind = not change.suffix or change.suffix.startswith("\n\n")
    return alone_before and alone_behind and (change.turn is None or not (change.old and change.new))


def _bare(change: Change) -> tuple[str, str]:
    """Return the letters of both sides of a change."""
    old, new = ("".join(filter(str.isalnum, words)).casefold() for words in (change.old, change.new))
    return old, new


def _moved(changes: Sequence[Change]) -> frozenset[tuple[str, str]]:
    """Return the sentences that are words on both pages and stand elsewhere among them: the letters of both sides of such changes."""
    whole = {
        _bare(each)
        for each in changes
        if each.turn is not None
        and each.kind in ("sentence_added", "sentence_removed")
        and _says_something(each.old or each.new)
    }
    return frozenset(pair for pair in whole if pair[::-1] in whole)


def _says_something(words: str) -> bool:
    return len(words.split()) >= _LONG or sum(map(str.isalnum, words)) >= _LONG_LETTERS


def _read_as_labels(changes: Sequence[Change]) -> frozenset[tuple[str, str]]:
    """Return what was a label on one page and words on the other: the letters of both sides of such changes."""
    labels = {_bare(change) for change in changes if change.kind == "label"}
    words = {_bare(change) for change in changes if change.kind not in ("label", "title")}
    both = {pair for pair in labels if "" in pair and pair[::-1] in words}
    return frozenset(both | {pair[::-1] for pair in both})
