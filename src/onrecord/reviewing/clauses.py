"""Who a clause beside a quotation says has said it: “…,” said Ilse Harrow · Harrow told reporters: “…” · according to Harrow, “…”"""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.model import Span
from onrecord.quoting.articles import is_saying
from onrecord.reading.words.months import month_of
from onrecord.reading.words.postwords import is_office_word
from onrecord.reviewing.clause_words import (
    ACCORDING,
    ACCORDING_TO_BEFORE,
    AUXILIARIES,
    BEARERS,
    CLAUSES,
    ENDINGS,
    FOR,
    HAVING,
    NEXT,
    NO_VERBS,
    NOT,
    NOUNS,
    NUMBERED,
    ONE_OR_SEVERAL,
    OPENING,
    OPENS_WITHIN,
    OWNING,
    PARTICIPLES,
    POSTS_OF,
    PREPOSITIONS,
    PRONOUNS,
    PUBLISHING,
    RELATIVE,
    THUS,
    TOGETHER,
    TWO_WORDS,
    WITHOUT_PRONOUN,
    WORDS_OF,
)
from onrecord.reviewing.grounds import Clause, Grounds, is_english, is_german, own_articles, words_in
from onrecord.reviewing.names import is_owner, name_of
from onrecord.reviewing.phrases import holder_behind, phrase_from
from onrecord.reviewing.posts import ARTICLES, post_end
from onrecord.reviewing.subjects import phrase_start, subject_before
from onrecord.reviewing.tokens import Named, Token


def clause_behind(grounds: Grounds, span: Span, *, rule: str = "behind") -> Clause | None:
    """Return what the words behind a quotation tell: "said Ilse Harrow on Tuesday", "Harrow told reporters"."""
    words = _first_clause(words_in(grounds, *span))
    clause = _told_behind(grounds, span, words, rule)
    return None if clause and clause.pronoun and _is_plural(grounds, clause.pronoun, words) else clause


def _told_behind(grounds: Grounds, span: Span, words: Sequence[Token], rule: str) -> Clause | None:
    match = ACCORDING.match(grounds.text[slice(*span)].lstrip(" ,—–-"))
    if match:
        lead = len(grounds.text[slice(*span)]) - len(grounds.text[slice(*span)].lstrip(" ,—–-"))
        return phrase_from(grounds, words_in(grounds, span[0] + lead + match.end(), span[1]), "according_to")
    if words and words[0].low == THUS.get((grounds.language or "").lower()[:2]):
        return phrase_from(grounds, words[1:], "according_to")  # „…“, so Harrow
    verb = next(iter(_verbs(grounds, words)), None)
    if verb is None:
        return _behind_other_verb(grounds, words, rule)
    if any(token.low in NOT for token in words[:verb]):
        return None
    if all(token.low in AUXILIARIES or token.low in PRONOUNS or not token.is_word for token in words[:verb]):
        pronoun = next((token for token in words[:verb] if token.low in PRONOUNS), None)
        if pronoun is not None:
            is_anybody = pronoun.low == "on" and (grounds.language or "").lower().startswith("fr")
            return None if is_anybody else Clause(rule, pronoun=pronoun)  # "lui a-t-on demandé"
        return phrase_from(grounds, words[verb + 1 :], rule)
    if words[0].low in HAVING:  # „…“, hatte Harrow am Montag gesagt
        return phrase_from(grounds, words[1:verb], rule)
    return subject_before(grounds, words[:verb], rule) or _after_inverted(grounds, words, verb, rule)


def _behind_other_verb(grounds: Grounds, words: Sequence[Token], rule: str) -> Clause | None:
    """ "«…», bromeó Ilse Harrow": whom the words behind a verb name that is none of saying by itself, but ends as one in the past does."""
    at = next((at for at, token in enumerate(words) if token.low not in AUXILIARIES), 0)
    ending = ENDINGS.get((grounds.language or "").lower()[:2])
    if ending is None or at > 1 or not words or not words[at].text[0].islower():
        return None
    if not ending[min(at, 1)].fullmatch(words[at].low) or words[at].low in PREPOSITIONS | NO_VERBS:
        return None
    clause = phrase_from(grounds, words[at + 1 :], rule)
    named = clause.named if clause else None
    if named is None or named.name is None:
        return None
    first = next((token for token in words[at + 1 :] if token.low not in ARTICLES), words[at])
    is_next = named.span[0] - words[at].end <= NEXT or is_office_word(first.text)
    is_apposed = named.span[0] > first.end and grounds.text[first.end : named.span[0]].strip() == ","
    return clause if is_next or is_apposed else None


def clause_before(grounds: Grounds, span: Span) -> Clause | None:
    """Return what the words of the sentence before a quotation tell: "Harrow said on Tuesday that", "as Harrow put it:"."""
    numbered = NUMBERED.match(grounds.text, *span)
    words = words_in(grounds, numbered.end() if numbered else span[0], span[1])
    if not words:
        return None
    clause = _told_before(grounds, span, words)
    return None if clause and clause.pronoun and _is_plural(grounds, clause.pronoun, words) else clause


def clause_dropped(grounds: Grounds, span: Span) -> Clause | None:
    """Return that somebody says it whom the language leaves out: „…“, řekla v úterý. Its verb stands for the pronoun."""
    words = _first_clause(words_in(grounds, *span))
    is_left_out = (grounds.language or "").lower().partition("-")[0] in WITHOUT_PRONOUN
    verb = next(iter(_verbs(grounds, words)), None)
    if not is_left_out or verb is None or not all(token.low in AUXILIARIES for token in words[:verb]):
        return None
    rest = words[verb + 1 :]
    is_alone = not rest or not rest[0].is_word or rest[0].low in PREPOSITIONS
    return Clause("behind", pronoun=words[verb]) if is_alone else None


def _is_plural(grounds: Grounds, pronoun: Token, words: Sequence[Token]) -> bool:
    """Whether "sie" and "ze" are several: "sagten sie", "zeiden ze"."""
    return pronoun.low in ONE_OR_SEVERAL and any(
        words[at].low.endswith("en")
        for at in range(len(words))
        if is_saying(words[at].text, grounds.language) or words[at].low in HAVING
    )


def _told_before(grounds: Grounds, span: Span, words: Sequence[Token]) -> Clause | None:
    text = grounds.text
    if words[0].low == "what" and any(is_saying(token.text, grounds.language) for token in words[1:6]):
        words = words[1:]  # "What Harrow did say was: “…”"
    if label := _label(grounds, words):
        return label
    if len(words) > 1 and words[-1].text == "," and words[-2].low == "words":
        return _whose_words(grounds, words)  # "The gate is, in Ilse Harrow’s words, “…”"
    if named := _pour(grounds, words):
        return named
    according = None
    for match in ACCORDING.finditer(text, *span):
        according = match
    if words[-1].low in ACCORDING_TO_BEFORE:
        return subject_before(grounds, words[:-1], "according_to")
    verbs = _verbs(grounds, words)
    if according and (not verbs or words[verbs[-1]].start < according.start()):
        return phrase_from(grounds, words_in(grounds, according.end(), span[1]), "according_to")
    if not verbs:
        return _before_colon(grounds, words)
    verb = verbs[-1]
    if verb and any(token.low in NOT for token in words[max(0, verb - 3) : verb]):
        return None
    # Where the word of saying is no verb of the sentence: Harrow had this to say:
    return _clause_at(grounds, words, verb) or (
        _before_colon(grounds, words) if verb or words[0].text[0].isupper() else None
    )


def clause_around(grounds: Grounds, before: Span, behind: Span) -> Clause | None:
    """Return the subject of a sentence around a quotation whose verb comes last: "Bakan Elif Karaca, “…” dedi"."""
    first = _first_clause(words_in(grounds, *behind))[:3]
    if not any(is_saying(token.text, grounds.language) for token in first):
        return None
    return _sentence_subject(grounds, words_in(grounds, *before))


def _verbs(grounds: Grounds, words: Sequence[Token]) -> list[int]:
    """Where words of saying stand, and the first words of those that two make: "went on", "put it"."""
    return [
        at
        for at, token in enumerate(words)
        if (_is_saying(grounds, words, at) and not _is_noun(words, at))
        or (token.low in PUBLISHING and words[-1].text in ":：")
        or (at + 1 < len(words) and (token.low, words[at + 1].low) in TWO_WORDS)
    ]


def _is_saying(grounds: Grounds, words: Sequence[Token], at: int) -> bool:
    """Whether a word is one of saying; outside of English it may begin the sentence: "Disse a ministra Ilse Harrow que"."""
    begins = at == 0 and not is_english(grounds) and not is_german(grounds)
    has_written = words[at].low == "written" and at > 0 and words[at - 1].low in ("has", "had", "have")
    return has_written or is_saying(words[at].low if begins else words[at].text, grounds.language)


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
    if found := subject_before(grounds, words[:verb], "before"):
        return found
    behind = words[verb + 1 : verb + 2]
    if behind and behind[0].low in PRONOUNS and _is_inverted(words, verb):
        return Clause("before", pronoun=behind[0])
    if verb and words[verb - 1].low in BEARERS:
        return None
    if PARTICIPLES.fullmatch(words[verb].low) or _is_joined(words, verb):
        is_one = not any(token.low in RELATIVE for token in words[:verb])
        return _sentence_subject(grounds, words) if is_one else None
    inset = verb > 0 and words[verb - 1].text == words[-1].text == ","  # "The gate, said Harrow, “is …”"
    if inset or (_is_inverted(words, verb) and (verb <= OPENS_WITHIN or not is_english(grounds))):
        return phrase_from(grounds, words[verb + 1 :], "before")
    return None


def _label(grounds: Grounds, words: Sequence[Token]) -> Clause | None:
    """ "Harrow: “We will …”": a name and a colon, alone before the quotation."""
    if len(words) < 2 or words[-1].text not in ":：" or len(words) > 8:
        return None
    named = name_of(words[:-1], grounds.text, grounds.mentions)
    alone = named is not None and named.span[0] <= words[0].end + 5 and named.name is not None
    return Clause("label", named) if alone and all(token.is_word for token in words[:-1]) else None


def _pour(grounds: Grounds, words: Sequence[Token]) -> Clause | None:
    """ "Pour M. Harrow, « … »": whom French and its neighbours name so right before the quotation; "Pour la première fois, « … »" is nobody."""
    pour = FOR.get((grounds.language or "").lower()[:2])
    if pour is None or len(words) < 3 or words[0].low != pour or words[-1].text != ",":
        return None
    if all(token.is_word for token in words[1:-1]):
        named = name_of(words[1:-1], grounds.text, grounds.mentions)
    else:
        clause = phrase_from(grounds, words[1:], "according_to")
        named = clause.named if clause else None
        if named is None or named.span[1] != words[-2].end:
            return None
    return Clause("according_to", named) if named and named.name else None


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
    start = phrase_start(words, at)
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
    is_turkish = (grounds.language or "").lower().startswith("tr")
    words = _behind_source(words) if is_turkish else _behind_opening(words)
    first: list[Token] = list(words[: post_end(words, 0)])
    prepositions = PREPOSITIONS - own_articles(grounds)
    for token in words[len(first) :]:
        if is_turkish and first and token.low.startswith(POSTS_OF) and first[-1].is_capital:
            first.append(token)
            continue
        if not token.is_word or token.low in prepositions or is_saying(token.text, grounds.language):
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
    return None if goes_on else holder_behind(grounds, words[len(field) :], office)


def _behind_source(words: Sequence[Token]) -> Sequence[Token]:
    """The words behind whom a Turkish sentence has it from: "Bir siteye göre Bakan Verne “…” dedi"."""
    at = next((at for at, token in enumerate(words[:8]) if token.low in ACCORDING_TO_BEFORE), None)
    return _behind_opening(words) if at is None else words[at + 1 :]


def _behind_opening(words: Sequence[Token]) -> Sequence[Token]:
    """The words behind an opening phrase: "Later that day, Harrow went on"."""
    opens = words and (words[0].low in PREPOSITIONS or words[0].low in OPENING)
    comma = next((at for at, token in enumerate(words[:12]) if token.text == ","), None) if opens else None
    return words if comma is None else words[comma + 1 :]


def _after_inverted(grounds: Grounds, words: Sequence[Token], verb: int, rule: str) -> Clause | None:
    goes_on = words[0].low in TOGETHER or any(token.is_capital for token in words[:verb])
    return None if goes_on or not _is_inverted(words, verb) else phrase_from(grounds, words[verb + 1 :], rule)


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
