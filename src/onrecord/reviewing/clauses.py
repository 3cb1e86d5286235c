"""Who a clause beside a quotation says has said it: “…,” said Ilse Harrow · Harrow told reporters: “…” · according to Harrow, “…”"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.model import Span
from onrecord.quoting.articles import is_saying
from onrecord.reading.words.months import month_of
from onrecord.reading.words.posts import PARTICLES
from onrecord.reviewing.clause_words import (
    ACCORDING,
    AUXILIARIES,
    BEARERS,
    CLAUSES,
    HAVING,
    MARKS,
    MOST_APPOSED,
    MOST_AT_START,
    NOT,
    NOUNS,
    OPENING,
    OPENS_WITHIN,
    OTHER_CLAUSE,
    OWNING,
    PARTICIPLES,
    PLACING,
    PREPOSITIONS,
    PRONOUNS,
    PUBLISHING,
    RELATIVE,
    TOGETHER,
    TWO_WORDS,
    WORDS_OF,
)
from onrecord.reviewing.names import INDEFINITE, Mentions, Named, Token, is_owner, name_of, tokens_of


class Clause(NamedTuple):
    """What a clause tells: somebody named, or the place and the kind of a pronoun, by which rule."""

    rule: str
    named: Named | None = None
    pronoun: Token | None = None


class Grounds(NamedTuple):
    """What clauses are read against: the text, who is named in it anywhere, and its language."""

    text: str
    mentions: Mentions
    language: str | None


def clause_behind(grounds: Grounds, span: Span, *, rule: str = "behind") -> Clause | None:
    """Return what the words behind a quotation tell: "said Ilse Harrow on Tuesday", "Harrow told reporters"."""
    words = _first_clause(tokens_of(grounds.text, *span))
    match = ACCORDING.match(grounds.text[slice(*span)].lstrip(" ,—–-"))
    if match:
        lead = len(grounds.text[slice(*span)]) - len(grounds.text[slice(*span)].lstrip(" ,—–-"))
        return _phrase_from(
            grounds, tokens_of(grounds.text, span[0] + lead + match.end(), span[1]), "according_to"
        )
    if words and words[0].low == "so" and _is_german(grounds):
        return _phrase_from(grounds, words[1:], "according_to")  # „…“, so Harrow
    verb = next(iter(_verbs(grounds, words)), None)
    if verb is None or any(token.low in NOT for token in words[:verb]):
        return None
    if all(token.low in AUXILIARIES or token.low in PRONOUNS or not token.is_word for token in words[:verb]):
        pronoun = next((token for token in words[:verb] if token.low in PRONOUNS), None)
        if pronoun is not None:
            return Clause(rule, pronoun=pronoun)
        return _phrase_from(grounds, words[verb + 1 :], rule)
    if words[0].low in HAVING:  # „…“, hatte Harrow am Montag gesagt
        return _phrase_from(grounds, words[1:verb], rule)
    return _subject_before(grounds, words[:verb], rule) or _after_inverted(grounds, words, verb, rule)


def clause_before(grounds: Grounds, span: Span) -> Clause | None:
    """Return what the words of the sentence before a quotation tell: "Harrow said on Tuesday that", "as Harrow put it:"."""
    text = grounds.text
    words = tokens_of(text, *span)
    if not words:
        return None
    if label := _label(grounds, words):
        return label
    if named := _pour(grounds, words):
        return named
    according = None
    for match in ACCORDING.finditer(text, *span):
        according = match
    verbs = _verbs(grounds, words)
    if according and (not verbs or words[verbs[-1]].start < according.start()):
        return _phrase_from(grounds, tokens_of(text, according.end(), span[1]), "according_to")
    if not verbs:
        return _before_colon(grounds, words)
    verb = verbs[-1]
    if verb and any(token.low in NOT for token in words[max(0, verb - 3) : verb]):
        return None
    # Where the word of saying is no verb of the sentence: Harrow had this to say:
    return _clause_at(grounds, words, verb) or (_before_colon(grounds, words) if verb else None)


def clause_around(grounds: Grounds, before: Span, behind: Span) -> Clause | None:
    """Return the subject of a sentence around a quotation whose verb comes last: "Bakan Elif Karaca, “…” dedi"."""
    first = _first_clause(tokens_of(grounds.text, *behind))[:3]
    if not any(is_saying(token.text, grounds.language) for token in first):
        return None
    return _sentence_subject(grounds, tokens_of(grounds.text, *before))


def _verbs(grounds: Grounds, words: Sequence[Token]) -> list[int]:
    """Where words of saying stand, and the first words of those that two make: "went on", "put it"."""
    return [
        at
        for at, token in enumerate(words)
        if (is_saying(token.text, grounds.language) and not _is_noun(words, at))
        or (token.low in PUBLISHING and words[-1].text in ":：")
        or (at + 1 < len(words) and (token.low, words[at + 1].low) in TWO_WORDS)
    ]


def _is_noun(words: Sequence[Token], at: int) -> bool:
    """Whether a word that may be a noun as well stands where one does: "he had received offers"."""
    before = words[at - 1] if at else None
    is_either = words[at].low in NOUNS and before is not None
    return (
        is_either
        and before is not None
        and before.is_word
        and not (before.is_capital or before.low in PRONOUNS)
    )


def _clause_at(grounds: Grounds, words: Sequence[Token], verb: int) -> Clause | None:
    if found := _subject_before(grounds, words[:verb], "before"):
        return found
    behind = words[verb + 1 : verb + 2]
    if behind and behind[0].low in PRONOUNS and _is_inverted(words, verb):
        return Clause("before", pronoun=behind[0])
    if verb and words[verb - 1].low in BEARERS:
        return None
    if PARTICIPLES.fullmatch(words[verb].low) or _is_joined(words, verb):
        is_one = not any(token.low in RELATIVE for token in words[:verb])
        return _sentence_subject(grounds, words) if is_one else None
    if _is_inverted(words, verb) and (verb <= OPENS_WITHIN or not _is_english(grounds)):
        return _phrase_from(grounds, words[verb + 1 :], "before")
    return None


def _is_english(grounds: Grounds) -> bool:
    """Whether the verb comes before its subject only where it begins the sentence: "Said Harrow: “…”" """
    return (grounds.language or "en").lower().startswith("en")


def _is_german(grounds: Grounds) -> bool:
    return (grounds.language or "").lower().startswith("de")


def _label(grounds: Grounds, words: Sequence[Token]) -> Clause | None:
    """ "Harrow: “We will …”": a name and a colon, alone before the quotation."""
    if len(words) < 2 or words[-1].text not in ":：" or len(words) > 8:
        return None
    named = name_of(words[:-1], grounds.text, grounds.mentions)
    alone = named is not None and named.span[0] <= words[0].end + 5 and named.name is not None
    return Clause("label", named) if alone and all(token.is_word for token in words[:-1]) else None


def _pour(grounds: Grounds, words: Sequence[Token]) -> Clause | None:
    """ "Pour M. Harrow, « … »": whom French names so right before the quotation; "Pour la première fois, « … »" is nobody."""
    is_french = (grounds.language or "").lower().startswith("fr")
    if not is_french or len(words) < 3 or words[0].low != "pour" or words[-1].text != ",":
        return None
    named = name_of(words[1:-1], grounds.text, grounds.mentions)
    alone = all(token.is_word for token in words[1:-1])
    return Clause("according_to", named) if alone and named and named.name else None


def _before_colon(grounds: Grounds, words: Sequence[Token]) -> Clause | None:
    """ "Harrow went even further: “…”": the subject of a sentence that ends with a colon right before the quotation."""
    if words[-1].text not in ":：":
        return None
    return _sentence_subject(grounds, words) or _whose_words(grounds, words)


def _whose_words(grounds: Grounds, words: Sequence[Token]) -> Clause | None:
    """ "Harrow’s answer was short: “…”": whose words they are, where nobody else is named in the sentence."""
    at = next((at for at, token in enumerate(words) if is_owner([token]) and token.is_capital), None)
    if at is None or not any(token.low in WORDS_OF for token in words[at + 1 : at + 4]):
        return None
    if any(token.is_capital for token in words[at + 1 :]):
        return None
    owner = words[at]
    bare = owner._replace(text=OWNING.sub("", owner.text), end=owner.end - 2)
    start = _phrase_start(words, at)
    if start and words[start - 1].low in PREPOSITIONS - CLAUSES - {"in", "to"}:
        return None
    named = name_of([*words[start:at], bare], grounds.text, grounds.mentions)
    return Clause("whose_words", named) if named and named.name else None


def _is_inverted(words: Sequence[Token], verb: int) -> bool:
    """Whether the verb stands before its subject: nothing before it in its clause is a name."""
    at = verb
    while at and words[at - 1].is_word:
        at -= 1
    return not any(token.is_capital for token in words[at + 1 : verb]) or verb == at


def _is_joined(words: Sequence[Token], verb: int) -> bool:
    """Whether the verb goes on with a subject named before: "Harrow rose and said"."""
    at = verb
    while at and words[at - 1].low in AUXILIARIES:
        at -= 1
    return at > 0 and (words[at - 1].low in TOGETHER or words[at - 1].low == "but")


def _sentence_subject(grounds: Grounds, words: Sequence[Token]) -> Clause | None:
    words = _behind_opening(words)
    first: list[Token] = []
    for token in words:
        if not token.is_word or token.low in PREPOSITIONS or is_saying(token.text, grounds.language):
            break
        if token.low in AUXILIARIES or (first and first[-1].is_capital and token.text[0].islower()):
            break
        first.append(token)
    if len(first) == 1 and first[0].low in PRONOUNS:
        return Clause("sentence_subject", pronoun=first[0])
    named = name_of(first, grounds.text, grounds.mentions) if first else None
    if named is not None and named.name is None:
        named = _holder_apposed(grounds, words[len(first) :], named) or named
    return Clause("sentence_subject", named) if named else None


def _holder_apposed(grounds: Grounds, words: Sequence[Token], office: Named) -> Named | None:
    """The holder named behind the rest of an office: "El ministro de la Mar, Elio Harrow, fue tajante"."""
    field: list[Token] = []
    for token in words:
        if not token.is_word:
            break
        field.append(token)
    goes_on = any(
        token.low in AUXILIARIES - PREPOSITIONS or is_saying(token.text, grounds.language) for token in field
    )
    return None if goes_on else _holder_behind(grounds, words[len(field) :], office)


def _behind_opening(words: Sequence[Token]) -> Sequence[Token]:
    """The words behind an opening phrase: "Later that day, Harrow went on"."""
    opens = words and (words[0].low in PREPOSITIONS or words[0].low in OPENING)
    comma = next((at for at, token in enumerate(words[:12]) if token.text == ","), None) if opens else None
    return words if comma is None else words[comma + 1 :]


def _subject_before(grounds: Grounds, words: Sequence[Token], rule: str) -> Clause | None:
    """Whom the words right before a verb name: "the foreign minister", "Harrow, the foreign minister, also"."""
    end = len(words)
    while end and (_is_passed_over(words[end - 1]) or words[end - 1].text in MARKS):
        end -= 1
    if not end:
        return None
    if words[end - 1].low in PRONOUNS:
        return Clause(rule, pronoun=words[end - 1])
    if words[end - 1].text in ",)":
        return _before_apposition(grounds, words, end - 1, rule)
    start = _phrase_start(words, end)
    named = name_of(words[start:end], grounds.text, grounds.mentions)
    if start > 1 and words[start - 1].low in TOGETHER and words[start - 2].is_capital:
        return None  # "Harrow and Pell said": it is neither of them alone
    if named is None or (start and named.span[0] == words[start].start and _governs(words[start - 1])):
        return None
    return Clause(rule, named)


def _is_passed_over(token: Token) -> bool:
    """Whether a word stands between a subject and its verb: "has", "also", "initially"."""
    low = token.low
    is_adverb = low.endswith("ly") and len(low) > 4 and token.text[0].islower()
    return (low in AUXILIARIES or is_adverb) and low not in PRONOUNS


def _governs(token: Token) -> bool:
    """Whether a word before a name makes it no subject: "critics of Harrow", "a spokesman for Harrow"."""
    return token.low in PREPOSITIONS and token.low not in CLAUSES


def _phrase_start(words: Sequence[Token], end: int) -> int:
    at = end
    while at and words[at - 1].is_word and end - at < 12:
        low = words[at - 1].low
        if low in PREPOSITIONS and not (at - 2 >= 0 and low in PARTICLES):
            break
        at -= 1
    return at


def _before_apposition(grounds: Grounds, words: Sequence[Token], comma: int, rule: str) -> Clause | None:
    """ "Ilse Harrow, the foreign minister, said", "Harrow (North) said": whom the words before the other mark name.

    "Harrow, now 81 and living in Verne, North, said": where the nearest names nobody, the first comma of the clause.
    """
    closing = words[comma].text
    opening = "(" if closing == ")" else ","
    places = [at for at in range(comma - 1, max(-1, comma - MOST_APPOSED), -1) if words[at].text == opening]
    if not places:
        return _before_long_apposition(grounds, words, comma, rule)
    named = _named_before(grounds, words, places[0])
    if named is not None and (named.name is not None or closing == ")"):
        if not named.office and closing == ",":
            named = _with_apposed(grounds, named, words[places[0] + 1 : comma])
        return Clause(rule, named)
    if closing == ")":
        return None
    start = _phrase_start(words, places[0])
    is_place = start > 0 and words[start - 1].low in PLACING
    if not is_place and (found := _holder_between(grounds, words, places[0], comma, rule, named)):
        return found
    first = _named_before(grounds, words, places[-1])
    begins = first is not None and first.name is not None and _phrase_start(words, places[-1]) == 0
    return Clause(rule, first) if begins else _before_long_apposition(grounds, words, comma, rule)


def _before_long_apposition(grounds: Grounds, words: Sequence[Token], comma: int, rule: str) -> Clause | None:
    """ "Ilse Harrow, who had sailed with …, and …, said": the name that begins the sentence, with all that is told of it."""
    first = next((at for at, token in enumerate(words[:comma]) if token.text == ","), None)
    if first is None or words[comma].text != "," or comma - first > MOST_AT_START:
        return None
    inner = [at for at in range(first + 1, comma) if words[at].text == ","]
    if any(words[at + 1].low in OTHER_CLAUSE for at in inner):
        return None
    named = _named_before(grounds, words, first)
    begins = named is not None and named.name is not None and _phrase_start(words, first) == 0
    return Clause(rule, named) if begins else None


def _named_before(grounds: Grounds, words: Sequence[Token], at: int) -> Named | None:
    return name_of(words[_phrase_start(words, at) : at], grounds.text, grounds.mentions)


def _holder_between(
    grounds: Grounds, words: Sequence[Token], opening: int, comma: int, rule: str, office: Named | None
) -> Clause | None:
    """ "The minister’s spokesman, Karl Pell, said": the name of two words or more that stands between the commas."""
    apposed = words[opening + 1 : comma]
    named = name_of(apposed, grounds.text, grounds.mentions) if 2 <= len(apposed) <= 5 else None
    if named is None or named.name is None or " " not in named.name or named.span[0] != apposed[0].start:
        return None
    return Clause(rule, named._replace(office=office.office) if office else named)


def _with_apposed(grounds: Grounds, named: Named, apposed: Sequence[Token]) -> Named:
    office = name_of(
        apposed[: next((n for n, token in enumerate(apposed) if token.low in PREPOSITIONS), len(apposed))],
        grounds.text,
        grounds.mentions,
    )
    if office is None or office.name is not None or named.name is None:
        return named
    return named._replace(office=office.office)


def _after_inverted(grounds: Grounds, words: Sequence[Token], verb: int, rule: str) -> Clause | None:
    goes_on = words[0].low in TOGETHER or any(token.is_capital for token in words[:verb])
    return (
        None if goes_on or not _is_inverted(words, verb) else _phrase_from(grounds, words[verb + 1 :], rule)
    )


def _phrase_from(grounds: Grounds, words: Sequence[Token], rule: str) -> Clause | None:
    """Whom the words behind a verb name, up to what ends their phrase; "the minister of the sea, Ilse Harrow" by name."""
    at = 0
    while at < len(words) and words[at].low in AUXILIARIES - INDEFINITE and words[at].low not in PRONOUNS:
        at += 1
    phrase: list[Token] = []
    stop = at
    for stop in range(at, len(words) + 1):
        if stop == len(words) or not words[stop].is_word:
            break
        if phrase and words[stop].low in PREPOSITIONS and not _is_in_name(grounds, words, stop):
            break
        phrase.append(words[stop])
    if len(phrase) == 1 and phrase[0].low in PRONOUNS:
        return Clause(rule, pronoun=phrase[0])
    if phrase and phrase[-1].is_capital and _goes_on_with_another(words[stop:]):
        return None
    named = name_of(_through_name(phrase), grounds.text, grounds.mentions)
    if named is not None and named.name is None:
        named = _holder_behind(grounds, words[stop:], named) or named
    return Clause(rule, named) if named else None


def _goes_on_with_another(words: Sequence[Token]) -> bool:
    """Whether a second name stands right behind the first: "said Harrow and Pell"."""
    return len(words) > 1 and words[0].low in TOGETHER and words[1].is_capital


def _is_in_name(grounds: Grounds, words: Sequence[Token], at: int) -> bool:
    """Whether a particle stands inside a name, "Pierre de Vos": in English, where it is no word of the language."""
    if not _is_english(grounds) or words[at].low not in PARTICLES or not words[at - 1].is_capital:
        return False
    return at + 1 < len(words) and (words[at + 1].is_capital or words[at + 1].low in PARTICLES)


def _through_name(phrase: Sequence[Token]) -> Sequence[Token]:
    """The phrase as far as its first name of two words: what is printed small behind that belongs to no name."""
    for at in range(1, len(phrase)):
        if phrase[at - 1].is_capital and phrase[at].text[0].islower() and not phrase[at].is_capital:
            rest = phrase[at:]
            if not any(token.is_capital for token in rest):
                return phrase[:at]
    return phrase


def _holder_behind(grounds: Grounds, words: Sequence[Token], office: Named) -> Named | None:
    """The holder of an office named behind it: ", Ilse Harrow,"."""
    comma = next((at for at, token in enumerate(words[:12]) if token.text in ",;.:"), None)
    if comma is None or words[comma].text != ",":
        return None
    phrase: list[Token] = []
    for token in words[comma + 1 :]:
        if not token.is_word or token.text[0].islower():
            break
        phrase.append(token)
    named = name_of(phrase, grounds.text, grounds.mentions) if len(phrase) > 1 else None
    return named._replace(office=office.office) if named and named.name else None


def _first_clause(words: Sequence[Token]) -> list[Token]:
    """The words up to the end of the sentence, a leading comma or dash aside."""
    at = 0
    while at < len(words) and not words[at].is_word:
        at += 1
    kept: list[Token] = []
    for number, token in enumerate(words[at:], at):
        abbreviates = token.text == "." and any(after.text == "," for after in words[number + 1 : number + 2])
        is_day = token.text == "." and _is_day_of_month(words[number - 1 : number + 2])
        if (token.text in ".!?;…。！？" and not (abbreviates or is_day)) or len(kept) > 40:
            break
        kept.append(token)
    return kept


def _is_day_of_month(around: Sequence[Token]) -> bool:
    """Whether a stop stands between a day and its month: "am 3. Juni"."""
    return len(around) == 3 and around[0].text.isdigit() and month_of(around[2].text) > 0
