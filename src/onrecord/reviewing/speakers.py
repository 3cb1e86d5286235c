"""The speaker claimed for each quotation: by name or office beside it; by a pronoun only where nobody else can be meant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.model import ClaimedSpeaker, Span
from onrecord.quoting.articles import UNSPACED, Quoted, is_saying
from onrecord.reading.words.postwords import is_office_word
from onrecord.reviewing.caseless import (
    adds_alone,
    clause_caseless,
    is_caseless_text,
    named_beside_verbs,
)
from onrecord.reviewing.clause_words import OWNING, PARTICIPLES, PRONOUNS
from onrecord.reviewing.clauses import clause_around, clause_before, clause_behind, clause_dropped
from onrecord.reviewing.datelines import behind_dateline
from onrecord.reviewing.grounds import Clause, Grounds
from onrecord.reviewing.names import Mentions, is_owner, name_of
from onrecord.reviewing.posts import begins_with_post, without_field
from onrecord.reviewing.surroundings import Surroundings
from onrecord.reviewing.tokens import Named, Token, tokens_of
from onrecord.reviewing.unspaced import (
    clause_unspaced,
    goes_on_unspaced,
    is_unspaced_text,
    named_with_posts,
    signed_unspaced,
)

# Nobody looks further back for whom a pronoun means: characters, and quotations.
_FAR_BACK, _MOST_BACK = 4_000, 20
_LONGEST_OFFICE, _FIRST_OF_OFFICE = 80, 3
_STOPS = tuple(".!?。！？।")
_SENTENCE_ENDS = ".!?…\"”’»'"
# A sentence may begin with one of these before its subject: "When Harrow rose, …"
_WORD = re.compile(r"[^\W\d_](?:[\w'’-]|[\u0900-\u0963])*")
_OPENINGS = frozenset(
    "when as after while before since once but and yet so still als nachdem während aber doch quand lorsque après mais cuando tras pero".split()
)
# "In an unusual confession, Harrow told of it"
_OPENS_SENTENCE = re.compile(
    r"(?:^|[.!?…]\s)(?:In|At|On|After|Before|During|With|From)(?:\s[a-z\d’'-]+){1,7},$"
)
# "It was Harrow who opened it"
_CLEFT = re.compile(r"(?:^|[.!?…]\s)(?:It (?:was|is)|C[’']est|C[’']était|Fue|Es war|È stato)$")
# Of verbs in the past
_FEMININE, _MASCULINE = ("ła", "la", "ла"), ("ł", "kl", "vedl", "dal", "sil", "al", "л")
_GENDERS = {
    "mr": "m",
    "herr": "m",
    "ms": "f",
    "mrs": "f",
    "miss": "f",
    "frau": "f",
    "mme": "f",
    "madame": "f",
    "sir": "m",
    "lord": "m",
    "señora": "f",
    "señor": "m",
}
# "la ministre des Affaires étrangères, ", "il ministro "; not "der", which has both
_WITH_ARTICLE = re.compile(
    r"\b(?P<article>la|le|el|il)\s(?P<post>[^\W\d_]+)(?:\s[^\W\d_]+|[’'][^\W\d_]+){0,6},?\s$", re.IGNORECASE
)
_ARTICLES = {"la": "f", "le": "m", "el": "m", "il": "m"}


def claim_speakers(
    text: str, quotations: Sequence[Quoted], near: Surroundings, language: str | None
) -> list[ClaimedSpeaker | None]:
    """Return for each quotation whom the article has say it, None where it does not tell or more than one may be meant."""
    grounds = Grounds(text, Mentions(text, language), language)
    finder = _Finder(grounds, quotations, near)
    return [finder.claim(index) for index in range(len(quotations))]


class _Finder:
    def __init__(self, grounds: Grounds, quotations: Sequence[Quoted], near: Surroundings) -> None:
        self.grounds = grounds
        self.quotations = quotations
        self.near = near
        self.claims: list[ClaimedSpeaker | None] = []
        self.unspaced = is_unspaced_text(grounds.text, grounds.language)
        self.caseless = is_caseless_text(grounds.text, grounds.language)
        self.posts = named_with_posts(grounds.text) if self.unspaced else {}
        self.known = named_beside_verbs(grounds.text, grounds.language) if self.caseless else set()
        self.genders = _genders_of(grounds.mentions)

    def claim(self, index: int) -> ClaimedSpeaker | None:
        """Return the claim for the next quotation, which may rest on those before."""
        clause = self._clause(index)
        claim = None
        if clause is not None:
            claim = self._resolve(index, clause)
        elif self.quotations[index].within is None and not self._is_anothers(index):
            claim = self._same_speaker(index) or self._going_on(index)
        self.claims.append(claim)
        return claim

    def _is_anothers(self, index: int) -> bool:
        """Whether the words behind a quotation have somebody say it of whom no name or post tells: “…,” a captain said."""
        if not self.near.is_tied_behind(index):
            return False
        return self._sayings(*self.near.sentence_behind(index)) > 0

    def _sayings(self, start: int, end: int) -> int:
        """How many words of saying stand in a stretch."""
        text = self.grounds.text[start:end]
        if self.unspaced:
            return len(UNSPACED.findall(text))
        words = (word for word in _WORD.findall(text) if not PARTICIPLES.fullmatch(word))
        return sum(is_saying(word, self.grounds.language) for word in words)

    def _clause(self, index: int) -> Clause | None:
        one, near = self.quotations[index], self.near
        if one.lead is not None:
            return self._of_lead(one.lead)
        if self.unspaced:
            for gap in near.between(index):
                if found := clause_unspaced(self.grounds.text, gap, (0, 0), self.posts):
                    return found._replace(rule="between")
            return clause_unspaced(self.grounds.text, near.before(index), near.behind(index), self.posts)
        if self.caseless:
            known = self.known | {claim.name for claim in self.claims if claim and claim.name}
            gaps = [(gap, gap) for gap in near.between(index)]
            behind = near.behind(index) if near.is_tied_behind(index) else (0, 0)
            for spans in [*gaps, (near.before(index), behind)]:
                if found := clause_caseless(self.grounds.text, *spans, self.grounds.language, known):
                    return found
            return None
        for gap in near.between(index):
            if found := clause_behind(self.grounds, gap, rule="between"):
                return found
        if near.is_tied_behind(index) and (found := clause_behind(self.grounds, near.behind(index))):
            return found
        if found := clause_before(self.grounds, near.before(index)):
            return found
        if found := self._around(index):
            return found
        if near.is_tied_behind(index) and (found := clause_dropped(self.grounds, near.behind(index))):
            return found
        below = near.signed_behind(index) or near.line_below(index)
        return self._of_lead(below) if below else self._of_brackets(index)

    def _of_brackets(self, index: int) -> Clause | None:
        """Whom brackets behind a quotation name, who has an office there or stands elsewhere: “…” (Ilse Harrow), not “…” (Verne Mail)."""
        inside = self.near.bracketed_behind(index)
        clause = self._of_lead(inside) if inside else None
        named = clause.named if clause else None
        if inside is None or clause is None or named is None or named.name is None:
            return None
        begins = named.span[0] - inside[0] <= 1
        elsewhere = any(
            key == named.key and not inside[0] <= phrase[0].start < inside[1]
            for key, phrase in self.grounds.mentions.named(0, len(self.grounds.text))
        )
        return clause if begins and (named.office or elsewhere) else None

    def _around(self, index: int) -> Clause | None:
        """Whom a Turkish sentence names that begins before a quotation and ends behind it with the verb."""
        is_turkish = (self.grounds.language or "").lower().startswith("tr")
        if not (is_turkish and self.near.is_tied_behind(index)):
            return None
        return clause_around(self.grounds, self.near.before(index), self.near.behind(index))

    def _of_lead(self, lead: Span) -> Clause | None:
        if self.unspaced and (signed := signed_unspaced(self.grounds.text, lead, self.posts)):
            return signed
        words = [
            token for token in tokens_of(self.grounds.text, *lead) if token.is_word or token.text in ",:;("
        ]
        first: list[Token] = []
        for token in words:
            if not token.is_word:
                break
            first.append(token)
        named = name_of(first, self.grounds.text, self.grounds.mentions)
        return Clause("line_below", named) if named else None

    def _resolve(self, index: int, clause: Clause) -> ClaimedSpeaker | None:
        if clause.named is not None:
            return _claimed(clause.named, clause.rule)
        if clause.pronoun is None or self.quotations[index].within is not None:
            return None  # who is "she" in the mouth of another is not told there
        claim = self._antecedent(index, clause.pronoun)
        if claim and claim.name:
            self._learn(gender_told(clause.pronoun), claim.name)
        return claim

    def _antecedent(self, index: int, pronoun: Token) -> ClaimedSpeaker | None:
        """Whom a pronoun means: the one speaker named before it in this paragraph or the last, if nobody else is named since."""
        gender = gender_told(pronoun)
        start = self.near.paragraph_start(pronoun.start)
        earliest = max(self.near.paragraph_before(start), pronoun.start - _FAR_BACK)
        for before in range(index - 1, max(-1, index - _MOST_BACK), -1):
            claim, one = self.claims[before], self.quotations[before]
            if max(one.span[0], claim.span[1] if claim and one.form == "block" else 0) < earliest:
                break
            if claim is None or one.within is not None or claim.name is None:
                continue
            if claim.span[1] < earliest:
                return None
            named = self._named_between(claim.span[1], pronoun.start) - {_key(claim.name)}
            if named:
                return self._subject_known(start, pronoun.start, gender, named)
            if not self._may_mean(gender, claim):
                return None
            return ClaimedSpeaker(claim.value, claim.name, claim.office, claim.span, "pronoun")
        if start < pronoun.start - _FAR_BACK:
            return None
        if self._named_between(start, pronoun.start):
            return self._only_one_named(start, pronoun.start, gender)
        return self._only_one_named(earliest, start, gender)

    def _may_mean(self, gender: str, claim: ClaimedSpeaker) -> bool:
        known = self.genders.get(_key(claim.name or ""), set())
        return _agrees(gender, claim.value) and not (gender and known and known != {gender})

    def _learn(self, gender: str, name: str) -> None:
        """Keep what a pronoun told of somebody: who was "he" is not "she" further down."""
        if gender:
            self.genders.setdefault(_key(name), set()).add(gender)

    def _subject_known(self, start: int, end: int, gender: str, named: set[str]) -> ClaimedSpeaker | None:
        """The one subject of the paragraph so far, where the article tells that the pronoun is his: "Mr. Pell rose. “…,” he said." """
        if not gender or not any(self.genders.get(key) == {gender} for key in named):
            return None
        return self._only_one_named(start, end, gender)

    def _only_one_named(self, start: int, end: int, gender: str) -> ClaimedSpeaker | None:
        """The one person whom a paragraph names, outside of quotations, and as the subject of a sentence.

        One who is named only for what is his ("Pell’s plan") is not counted beside a subject.
        """
        found: dict[str, list[list[Token]]] = {}
        at = start = behind_dateline(self.grounds.text, start, end)
        for span in [*self.near.quoted_between(start, end), (end, end)]:
            for key, phrase in self.grounds.mentions.named(at, span[0]):
                found.setdefault(key, []).append(without_field(phrase, self.grounds.text))
            at = max(at, span[1])
        own = [phrases for phrases in found.values() if not all(map(is_owner, phrases))]
        if len(own) != 1:
            return None
        subject = next(
            (p for p in own[0] if not is_owner(p) and self._begins_sentence(p[0].start, start)), None
        )
        named = name_of(subject, self.grounds.text, self.grounds.mentions) if subject else None
        if named is None or named.name is None:
            return None
        claim = _claimed(named, "pronoun")
        return claim if self._may_mean(gender, claim) else None

    def _begins_sentence(self, at: int, start: int) -> bool:
        """Whether a name begins its sentence, by itself or behind its office: "The minister of the sea, Ilse Harrow, rose"."""
        before = self.grounds.text[max(start, at - _LONGEST_OFFICE) : at].strip()
        if not before or before[-1] in _SENTENCE_ENDS:
            return True
        if _CLEFT.search(before):
            return True
        opening = before.rsplit(maxsplit=1)
        if opening[-1].lower() in _OPENINGS and (len(opening) == 1 or opening[0][-1] in _SENTENCE_ENDS):
            return True
        if _OPENS_SENTENCE.search(before):
            return True
        office = before.removesuffix(",")
        begun = max(office.rfind(end) for end in _SENTENCE_ENDS) + 1
        if not begun and start < at - _LONGEST_OFFICE:
            return False
        words = office[begun:].split()
        if before[-1] != ",":  # "Le ministre Karl Harrow"
            return (1 < len(words) <= _FIRST_OF_OFFICE and is_office_word(words[-1])) or begins_with_post(
                words
            )
        return "," not in office[begun:] and any(map(is_office_word, words[:_FIRST_OF_OFFICE]))

    def _named_between(self, start: int, end: int) -> set[str]:
        """Who is named in a stretch of the article, outside of quotations."""
        found: set[str] = set()
        at = start
        for span in self.near.quoted_between(start, end):
            found |= self.grounds.mentions.between(at, span[0])
            at = max(at, span[1])
        return found | self.grounds.mentions.between(at, end)

    def _same_speaker(self, index: int) -> ClaimedSpeaker | None:
        """The speaker of the quotation before in the paragraph, where nothing but the end of "she said" stands between."""
        if (gap := self.near.behind_short(index)) is not None:
            clause = clause_behind(self.grounds, gap, rule="same_paragraph")
            return self._resolve(index, clause) if clause else None
        before = self.near.before_in_paragraph(index)
        if before is None or before >= len(self.claims):
            return None
        claim = self.claims[before]
        if claim is None or not (
            self.near.follows_attribution(before, index) or self._says_more(before, index)
        ):
            return None
        start, end = self.quotations[before].span[1], self.quotations[index].span[0]
        tells = start <= claim.span[0] < end  # "…,” said Harrow of the Ferry Company. “…"
        if self._leads_up(before, index) and not self._says_more(before, index):
            return None
        own = {_key(claim.name)} if claim.name else set()
        if not tells and self._named_between(start, end) - own:
            return None
        return ClaimedSpeaker(claim.value, claim.name, claim.office, claim.span, "same_paragraph")

    def _leads_up(self, before: int, index: int) -> bool:
        """Whether the words between two quotations have somebody say the second: Harrow said: “…” A fisherman replied: “…”."""
        start, end = self.quotations[before].span[1], self.quotations[index].span[0]
        if self.grounds.text[start:end].rstrip()[-1:] in _STOPS:
            return False
        own = 1 if self.near.is_tied_behind(before) else 0  # “…,” said Harrow, and a fisherman replied: “…”
        return self._sayings(start, end) > own

    def _says_more(self, before: int, index: int) -> bool:
        """Whether the same one goes on, where the verb alone or a pronoun tells so and no capitals tell names: "وأضاف", "他还说"."""
        gap = self.quotations[before].span[1], self.quotations[index].span[0]
        if self.caseless:
            return adds_alone(self.grounds.text, gap, self.grounds.language)
        return self.unspaced and goes_on_unspaced(self.grounds.text, gap)

    def _going_on(self, index: int) -> ClaimedSpeaker | None:
        """The speaker of the paragraph before, where a quotation is all of its own: nobody asked there, or is named since."""
        before = self.near.told_before_paragraph(index)
        claim = self.claims[before] if before is not None and before < len(self.claims) else None
        if before is None or claim is None or claim.name is None:
            return None
        start = self.quotations[before].span[1]
        tells = start <= claim.span[0]
        end = self.quotations[index].span[0]
        if self._named_between(claim.span[1] if tells else start, end):
            return None
        return ClaimedSpeaker(claim.value, claim.name, claim.office, claim.span, "paragraph_before")


def gender_told(pronoun: Token) -> str:
    """Return the gender that a pronoun tells, or a Slavic verb that stands for one: "řekla", "сказал"."""
    if pronoun.low in PRONOUNS:
        return PRONOUNS[pronoun.low]
    return "f" if pronoun.low.endswith(_FEMININE) else "m" if pronoun.low.endswith(_MASCULINE) else ""


def _genders_of(mentions: Mentions) -> dict[str, set[str]]:
    """What titles before names tell of people anywhere in the article: "Mr. Pell" is no "she"."""
    found: dict[str, set[str]] = {}
    for phrase in mentions.phrases:
        gender = _GENDERS.get(phrase[0].low) if len(phrase) > 1 else None
        gender = gender or _gender_of_post(mentions.text, phrase[0].start)
        if gender:
            found.setdefault(OWNING.sub("", phrase[-1].low), set()).add(gender)
    return found


def _gender_of_post(text: str, start: int) -> str | None:
    """What the article of the post before a name tells: "la ministre Ilse Harrow" is no "il"."""
    post = _WITH_ARTICLE.search(text, max(0, start - _LONGEST_OFFICE), start)
    return _ARTICLES[post["article"].lower()] if post and is_office_word(post["post"]) else None


def _claimed(named: Named, rule: str) -> ClaimedSpeaker:
    return ClaimedSpeaker(named.text, named.name, named.office, named.span, rule)


def _key(name: str) -> str:
    return name.split(" ")[-1].lower().rstrip(".")


def _agrees(gender: str, printed: str) -> bool:
    """Whether a pronoun may mean who is printed so: "she" is not "Mr. Pell"."""
    told = {_GENDERS[word] for word in re.findall(r"\w+", printed.lower()) if word in _GENDERS}
    return not gender or not told or told == {gender}
