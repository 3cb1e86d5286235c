"""How what a tool gave of a generated page stands to what is known of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from rapidfuzz.distance import LCSseq

from onrecord.model import Reading, Statement
from sites_gold import Gold

_WORD = re.compile(r"\w+")
DATES = ("given_on", "posted_on", "updated_on")
RIGHT = ("one statement", "title", "words", "turns", *DATES)
"""What must be right for a page to be wholly right; labels, speakers, roles and places are counted apart."""


@dataclass
class Judged:
    """One page, one tool: characters of words lost and taken, what was right, and examples of what was not."""

    wanted: int = 0
    given: int = 0
    lost: int = 0
    taken: int = 0
    aspects: dict[str, bool] = field(default_factory=dict)
    outcomes: dict[str, str] = field(default_factory=dict)
    examples: list[str] = field(default_factory=list)
    notices: Counter[str] = field(default_factory=Counter)
    sources: Counter[str] = field(default_factory=Counter)

    @property
    def words_right(self) -> bool:
        """Whether no word of the statement is lost and none of the furniture taken."""
        return not self.lost and not self.taken

    @property
    def right(self) -> bool:
        """Whether the page is wholly right."""
        return all(self.aspects.get(name, True) for name in RIGHT)


def words_of(text: str) -> list[str]:
    """Return the words of a text without case and punctuation."""
    return _WORD.findall(text.casefold())


def compare_words(gold: Gold, text: str) -> Judged:
    """Return what a text has and lacks of a page's statement, the words aligned in order.

    What is lost is told by the statement's own words alone, what is taken by all that the main column prints.
    """
    own = [word for piece, required in gold.sequence if required for word in words_of(piece)]
    printed = [word for piece, _ in gold.sequence for word in words_of(piece)]
    given = words_of(text)
    judged = Judged(sum(map(len, own)), sum(map(len, given)))
    for step in LCSseq.opcodes(own, given):
        if step.tag == "delete":
            missed = own[step.src_start : step.src_end]
            judged.lost += sum(map(len, missed))
            whole = len(missed) == len(own)
            where = (
                "all"
                if whole
                else "start"
                if step.src_start == 0
                else "end"
                if step.src_end == len(own)
                else "middle"
            )
            judged.sources[f"lost: {where}"] += sum(map(len, missed))
            judged.examples.append(f"lost: {_some(missed)}")
    for step in LCSseq.opcodes(printed, given):
        if step.tag == "insert":
            extra = given[step.dest_start : step.dest_end]
            judged.taken += sum(map(len, extra))
            judged.sources.update(_pieces_in(gold, extra))
            judged.examples.append(f"taken: {_some(extra)}")
    return judged


def _pieces_in(gold: Gold, extra: list[str]) -> Counter[str]:
    """Return the letters of a run of words that was taken, by the piece of furniture they stand in."""
    run = f" {' '.join(extra)} "
    found: Counter[str] = Counter()
    for name, text in sorted(set(gold.pieces), key=lambda piece: -len(piece[1])):
        words = " ".join(words_of(text))
        if words and f" {words} " in run:
            run = run.replace(f" {words} ", " | ")
            found[f"taken: {name}"] += len(words.replace(" ", ""))
    rest = sum(len(word) for word in run.replace("|", "").split())
    found["taken: parts of a piece"] += rest
    return found


def judge_reading(gold: Gold, reading: Reading | None) -> Judged:
    """Return how a Reading stands to a page; None is a page that gave no Reading."""
    statements = reading.statements if reading else ()
    turns = [turn for statement in statements for turn in statement.turns]
    judged = compare_words(gold, "\n".join(turn.text for turn in turns))
    expected = 1 if gold.kind == "statement" else 0
    judged.aspects["one statement"] = len(statements) == expected
    if not expected:
        judged.aspects["words"] = not judged.taken
        _judge_notices(gold, judged, reading)
        return judged
    judged.aspects["words"] = judged.words_right
    known = [words_of(turn.text) for turn in gold.turns]
    signed = [*known[:-1], known[-1] + words_of(gold.signature or "")]
    judged.aspects["turns"] = [words_of(turn.text) for turn in turns] in (known, signed)
    title = statements[0].title if statements else None
    judged.aspects["title"] = title is not None and words_of(title) in [
        words_of(known) for known in gold.titles
    ]
    _judge_names(gold, judged, statements)
    dates = {name: getattr(statements[0], name) if statements else None for name in DATES}
    judged.outcomes = judge_dates(gold, dates)
    for name in DATES:
        judged.aspects[name] = judged.outcomes[name] in ("right", "tolerated", "null")
    says = reading.page.page_says_at if reading else None
    judged.aspects["page_says_at"] = (says or "")[:10] == (gold.page_says_at or "")
    place = statements[0].place if statements else None
    judged.aspects["place"] = place == gold.place
    if not statements:
        judged.sources[f"read as {reading.page.kind if reading else 'nothing'}, pages"] += 1
    judged.examples += _examples(gold, judged, statements, dates, title)
    return judged


def _judge_notices(gold: Gold, judged: Judged, reading: Reading | None) -> None:
    """Count the entries of a list that were read: title and address, and whether the day is right."""
    if gold.kind != "listing":
        return
    read = {notice.url: notice for notice in reading.notices} if reading else {}
    for known in {notice.url: notice for notice in gold.notices}.values():
        notice = read.get(known.url)
        same = notice is not None and words_of(notice.title) == words_of(known.title)
        judged.notices["known"] += 1
        judged.notices["read"] += same
        judged.notices["day right"] += same and notice is not None and notice.posted_on == known.posted_on


def _judge_names(gold: Gold, judged: Judged, statements: tuple[Statement, ...]) -> None:
    turns = [turn for statement in statements for turn in statement.turns]
    pairs = list(zip(gold.turns, turns, strict=False)) if len(turns) == len(gold.turns) else []
    judged.aspects["labels"] = bool(pairs) and all(
        words_of(known.label or "") == words_of(turn.label or "") for known, turn in pairs
    )
    judged.aspects["speakers"] = bool(pairs) and all(
        _same_person(known.speaker, turn.speaker) for known, turn in pairs
    )
    judged.aspects["roles"] = bool(pairs) and all(
        known.role == turn.role for known, turn in pairs if known.label
    )


def _same_person(known: str | None, read: str | None) -> bool:
    """Whether a name is the known one, or its last word: a label may give no more."""
    if not known or not read:
        return not known and not read
    return set(words_of(read)) <= set(words_of(known)) and words_of(known)[-1] in words_of(read)


def judge_dates(gold: Gold, dates: Mapping[str, str | None]) -> dict[str, str]:
    """Return, by field: right, wrong, abstained, tolerated, or null where there is nothing to say and nothing was said.

    "says_at": another date stands where the page's own dateline was taken for the date.
    """
    return {name: _judge_date(gold, name, dates) for name in DATES}


def _judge_date(gold: Gold, name: str, dates: Mapping[str, str | None]) -> str:
    known: str | None = getattr(gold, name)
    read = (dates.get(name) or "")[:10] or None
    if read == known:
        return "null" if known is None else "right"
    if gold.either and name == "posted_on" and read is None:
        return "tolerated" if (dates.get("given_on") or "")[:10] == gold.either else "abstained"
    if read in gold.tolerated.get(name, frozenset()) or (
        gold.either and read == gold.either and name != "updated_on"
    ):
        return "tolerated"
    if read is None:
        return "abstained"
    own = (gold.given_on, gold.posted_on, gold.updated_on)
    return "says_at" if read == gold.page_says_at and read not in own else "wrong"


def _examples(
    gold: Gold,
    judged: Judged,
    statements: tuple[Statement, ...],
    dates: Mapping[str, str | None],
    title: str | None,
) -> list[str]:
    found = []
    if not judged.aspects["one statement"]:
        found.append(f"{len(statements)} statements")
    if not judged.aspects["title"]:
        found.append(f"title: {title!r} for {gold.title!r}")
    if not judged.aspects["turns"]:
        given = [
            f"{turn.label}|{len(words_of(turn.text))}" for statement in statements for turn in statement.turns
        ]
        known = [f"{turn.label}|{len(words_of(turn.text))}" for turn in gold.turns]
        found.append(f"turns: {' '.join(given)[:160]}  for  {' '.join(known)[:160]}")
    for name in DATES:
        if not judged.aspects[name]:
            found.append(f"{name}: {dates[name]} for {getattr(gold, name)} ({judged.outcomes[name]})")
    return found


def _some(words: list[str]) -> str:
    shown = " ".join(words)
    return f"{len(words)} words: {shown[:110]}"
