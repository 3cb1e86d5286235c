"""Stretches of a page to turns: speaker, role, directions and insertions."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from onrecord.model import (
    Aside,
    Speaker,
    Turn,
)
from onrecord.reading.statement.body import Body, Found
from onrecord.reading.statement.examined import Examined, asks_here, examinations, heard_by
from onrecord.reading.statement.statedturns import as_stated, stated_asides
from onrecord.reading.turns.asides import find_asides, is_reported
from onrecord.reading.turns.dialogue import ends_as_sentence
from onrecord.reading.turns.label import Label, is_question_key
from onrecord.reading.turns.speakers import Cast
from onrecord.reading.turns.stated import UNPRINTED_LABEL, is_stated
from onrecord.reading.turns.styled import ANSWERS_BY_TYPE, ASKS_BY_TYPE
from onrecord.reading.turns.turns import Split, Stretch
from onrecord.reading.turns.unlabelled import UNLABELLED_ANSWER
from onrecord.reading.turns.who import Who
from onrecord.reading.words.inchair import held_in_chair
from onrecord.reading.words.labelwords import ANSWER_LABELS, CHAIR_LABELS
from onrecord.reading.words.posts import HONORIFICS, POST_WORDS
from onrecord.reading.words.reporting import tells_of
from onrecord.reading.words.speech import SELF

_BEFORE_NAMES = HONORIFICS | POST_WORDS
_LEAST_LISTED = 4
_LONGEST_TOLD = 300
_LEAST_CALLED = 4  # letters
# "VORS. HARROW eröffnet die Pressekonferenz und begrüßt die Kanzlerin."
_OPENS = re.compile(
    r"(?:(?:the|der|die|le|la|el)\s+)?(?P<who>(?:[^\W\d_][\w'’-]*\.?\s+){1,4}?)"
    r"(?P<verb>opens|opened|welcomes|welcomed|introduces|introduced|eröffnet\w*|begrüßt\w*|ouvre|accueille|abre|saluda|apre|открывает)\s",
    re.IGNORECASE,
)

# "Ports Minister Bel Harrow spoke to River Wire on Wednesday. Here are edited excerpts."
_TELLS_OF_TALK = re.compile(
    r"\b(?:spoke|talked|sat down) (?:to|with)\b|\b(?:answered|answers|replied to|excerpts|interview\w*|entrevista\w*|entretien|gespräch|intervista\w*|wywiad\w*|rozmow\w+)\b|回答了?.{0,12}(?:提问|问题)|(?:专访|采访)|ответил\w*|интервью|інтерв.ю",
    re.IGNORECASE,
)
# Kinds of statements that the official opens himself, before any label.
_OPENED_BY_THE_OFFICIAL = {
    "remarks",
    "statement",
    "speech",
    "lecture",
    "news_conference",
    "answers_to_media",
    "briefing",
    "comment",
}


_ASKS_FIRST = Who(None, "questioner", "speaker.asks_unlabelled", "role.answered_next")
_OPENER_TOLD = Who(None, "narration", "speaker.reported", "role.tells_who_opens")
_REPORTED = Who(None, "narration", "speaker.reported", "role.reported")
_NOBODY = Examined(None, None)
_NARRATION = Who(None, "narration", "speaker.narration", "role.opening")


def make_turns(
    body: Body, split: Split, cast: Cast, titled: Sequence[Speaker], kinds: tuple[str, ...]
) -> tuple[tuple[Turn, ...], tuple[Who, ...]]:
    """Return the stretches as turns, in order, with who speaks each and in which role; and by which rules that was told."""
    turns: list[Turn] = []
    told: list[Who] = []
    text, language = body.page.text, body.language
    labelled = any(stretch.label for stretch in split.stretches)
    lettered = _only_letters(split)
    edited = any(block.inserted for block in body.page.blocks)
    blocks, stated = body.page.blocks, is_stated(body.page.blocks, body.indices)
    behind: dict[tuple[str, str], Who] = {}  # a label means whom it meant before
    if not titled:
        titled = _named_by_type(split, cast)
    examined = examinations(split, body.page.blocks, cast)
    hears = heard_by(split, text, examined)
    counsel = {one.asking for one in examined.values() if one.asking}
    for n, stretch in enumerate(split.stretches, 1):
        words = text[stretch.span[0] : stretch.span[1]]
        inserted = edited or stretch.insertions
        directions, editorial = _asides(words, stretch, body) if inserted else find_asides(words)
        label = stretch.label
        if label and not label.text and label.key == UNLABELLED_ANSWER:
            who = _who(stretch, words, titled, kinds, labelled, first=False)
        elif label:
            if label.direction:
                directions = (Aside((0, 0), label.direction), *directions)
            who = behind.get((label.key, label.text)) or _who_by_label(label, cast)
            behind[label.key, label.text] = who
            if examined:
                who = _in_evidence(label.key, who, examined.get(n - 1, _NOBODY), hears, counsel)
        elif not labelled and (is_reported(words) or tells_of(words, body.language, _called(titled))):
            who = _REPORTED
        else:
            following = split.stretches[n].label if n < len(split.stretches) else None
            opener = _opener(following, titled, cast) if n == 1 and following is not None else None
            who = opener or _who(stretch, words, titled, kinds, labelled, first=n == 1, lettered=lettered)
        if stated:
            who = as_stated(stretch, who, blocks)
            directions, editorial = stated_asides(words, stretch, blocks)
        told.append(who)
        turns.append(
            Turn(
                n,
                (label.text or None) if label and label.rule != UNPRINTED_LABEL else None,
                who.speaker,
                who.role,
                language,
                words,
                stretch.span,
                directions,
                editorial,
            )
        )
    return tuple(turns), tuple(told)


def _opener(following: Label, titled: Sequence[Speaker], cast: Cast) -> Who | None:
    """Who speaks what stands above the first label, where that tells: whoever asks, or nobody."""
    if following.key in ANSWER_LABELS:
        return _ASKS_FIRST
    return _NARRATION if _begins_there(following, titled, cast) else None


def _called(titled: Sequence[Speaker]) -> frozenset[str]:
    """The words of the names and posts of those whom the title names, in lower case."""
    return frozenset(
        word
        for one in titled
        for word in f"{one.name} {one.office or ''}".lower().replace(",", " ").split()
        if len(word) >= _LEAST_CALLED or (len(word) > 1 and word >= "\u0590")
    )


def _begins_there(label: Label, titled: Sequence[Speaker], cast: Cast) -> bool:
    """Whether the first label is that of the one person whom the page names: what stands above it is not said by him."""
    speaker = cast.speakers[label.key] if label.text else None
    return speaker is not None and [one.name for one in titled] == [speaker.name]


def _only_letters(split: Split) -> bool:
    """Whether all labels are words or letters for question and answer, and both stand on the page: then a lead above them is the publisher's."""
    keys = {stretch.label.key for stretch in split.stretches if stretch.label}
    asks = {key for key in keys if is_question_key(key)}
    return bool(asks) and bool(keys - asks) and keys - asks <= ANSWER_LABELS


def _in_evidence(key: str, who: Who, examined: Examined, hears: str | None, counsel: Collection[str]) -> Who:
    """Who speaks where evidence is given: counsel who examines asks, by his letter and by his name; who is called "sir" presides."""
    if name := asks_here(key, examined):
        return who._replace(speaker=name, identified_by="speaker.examined")
    if key == hears:
        return who._replace(role="chair", played_by="role.heard_by")
    if who.speaker in counsel:
        return who._replace(role="questioner", played_by="role.examines")
    return who


def _named_by_type(split: Split, cast: Cast) -> Sequence[Speaker]:
    """Whoever is named once, above answers that have no label but the same type."""
    named = (one.label for one in split.stretches if one.label and one.label.rule == ANSWERS_BY_TYPE)
    return [speaker for label in named if (speaker := cast.speakers[label.key])]


def _asides(words: str, stretch: Stretch, body: Body) -> tuple[tuple[Aside, ...], tuple[Aside, ...]]:
    first, last = stretch.span
    corrected = [
        (start, end)
        for index in stretch.blocks
        for start, end in body.page.blocks[index].inserted
        if first < start
        and end <= last
        and not any(one <= start and end <= other for one, other in stretch.insertions)
    ]
    insertions = sorted((*stretch.insertions, *corrected))
    return find_asides(words, tuple([(start - first, end - first) for start, end in insertions]))


def note_struck(body: Body, split: Split, evidence: Found) -> None:
    """Enter what the page strikes among the words of the turns, with nothing in its place: it stays among them."""
    text = body.page.text
    if not any(block.struck for block in body.page.blocks):
        return
    for stretch in split.stretches:
        first, last = stretch.span
        for index in stretch.blocks:
            for start, end in body.page.blocks[index].struck:
                if first <= start and end <= last:
                    evidence.note("struck", text[start:end], "struck by the page", (start, end), chosen=True)


def _tells_who_opens(words: str) -> bool:
    """Whether a paragraph tells of somebody, named with a title, that he opens: "VORS. HARROW eröffnet die Sitzung …"."""
    opened = _OPENS.match(words[:_LONGEST_TOLD])
    if opened is None or len(words) > _LONGEST_TOLD or SELF.search(words):
        return False
    titles = {word.strip(".").lower() for word in opened["who"].split()}
    return bool(titles & (_BEFORE_NAMES | CHAIR_LABELS)) and not opened["verb"][0].isupper()


def _is_lead(words: str, titled: Sequence[Speaker]) -> bool:
    """Whether a paragraph tells of who answers, by name, or of an interview, and nobody speaks of himself in it."""
    if SELF.search(words):
        return False
    named = any(one.name.split()[-1] in words for one in titled)
    return named or bool(_TELLS_OF_TALK.search(words))


def _is_list(words: str) -> bool:
    """Whether most lines of a text end as no sentence does."""
    lines = [line for line in words.splitlines() if line.strip() and "://" not in line]
    said = sum(len(line) for line in lines if ends_as_sentence(line) or line.rstrip().endswith(","))
    return len(lines) >= _LEAST_LISTED and 2 * said < sum(map(len, lines))


def _who_by_label(label: Label, cast: Cast) -> Who:
    if not label.text:
        return Who(None, "questioner", "speaker.asks_unlabelled", "role.asks_unlabelled")
    key = label.key
    speaker = cast.speakers[key]
    if label.rule == ASKS_BY_TYPE:
        return Who(
            speaker.name if speaker else None, "questioner", cast.identified_by[key], "role.asks_unlabelled"
        )
    presides = label.text in cast.presiding
    own = cast.holders.get(label.text)
    held = own or (held_in_chair(label.text) if speaker is None else None)
    if held:
        return Who(held.name, cast.roles[key], "speaker.label_alone", cast.played_by[key])
    return Who(
        speaker.name if speaker else None,
        "chair" if presides else cast.roles[key],
        cast.identified_by[key],
        "role.presides" if presides else cast.played_by[key],
    )


def _who(
    stretch: Stretch,
    words: str,
    titled: Sequence[Speaker],
    kinds: tuple[str, ...],
    labelled: bool,
    *,
    first: bool,
    lettered: bool = False,
) -> Who:
    if first and labelled and len(stretch.blocks) == 1 and _tells_who_opens(words):
        return _OPENER_TOLD
    if first and labelled and _is_list(words):
        return _NARRATION  # the topics, one a line
    if first and lettered and len(stretch.blocks) == 1 and _is_lead(words, titled):
        return _NARRATION
    alone = titled[0].name if len(titled) == 1 else None
    by = "speaker.alone" if alone else "speaker.several" if titled else "speaker.untold"
    if not labelled and kinds[:1] == ("readout",):
        return Who(None, "official", "speaker.untold", "role.unlabelled_text")  # told of whom its title names
    if not labelled:
        return Who(alone, "official", by, "role.unlabelled_text")
    if (
        first
        and ("interview" in kinds or len(stretch.blocks) == 1)
        and not set(kinds) & _OPENED_BY_THE_OFFICIAL
    ):
        return _NARRATION
    if first and alone is None and set(kinds) <= {"debate", "other"}:
        return _NARRATION  # who was present, and the order of the day
    # On a page of several speakers nobody is told to have opened it.
    opened = alone or not first or set(kinds) & _OPENED_BY_THE_OFFICIAL
    if not opened:
        return Who(alone, None, by, "role.opener_untold")
    return Who(alone, "official", by, "role.opens" if first else "role.answers_unlabelled")
