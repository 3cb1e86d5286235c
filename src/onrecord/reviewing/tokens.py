"""Words and marks of running text, and who is named by some of them."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.model import Span
from onrecord.reading.words.months import MONTHS
from onrecord.reading.words.posts import PARTICLES
from onrecord.reading.words.weekdays import WEEKDAYS

# "O. Graham", "Jean-Luc", "O’Reilly", "Sen.", and the marks that part phrases.
TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W\d_](?:[\w’'-]*\w)?(?:\.(?=\s+\w|-))?|\d+(?:[.,]\d+)*\w*|[^\w\s]")
# Capitalised only because a sentence begins with them.
_FUNCTION = frozenset(
    "the a an in on at to of for from by with as and but or nor so yet if when while after before since because although though "
    "however meanwhile later then now there here this that these those it its he she they we you i his her their our your my who what "
    "which where why how not no yes only even also just still both each every all some many most few more one two three asked "
    "according during under over about against between among through despite instead once today yesterday tomorrow last next "
    "der die das ein eine und aber oder in im am an auf mit von zu zum zur bei nach vor für über unter als wie wenn weil er sie es wir ihr "
    "ich sein seine dieser diese dieses auch noch nur so doch denn dann dort hier laut "
    "le la les un une des du de et mais ou donc car dans en au aux par pour sur sous avec sans selon il elle on nous vous ils elles je ce "
    "cette ces son sa ses leur comme quand lors après avant depuis puis "
    "el los las una y o pero en con por para según él ella ellos yo su sus este esta estos como cuando tras antes desde "
    "il lo gli e ma nel nella con per secondo lui lei io suo sua questo questa come quando dopo prima "
    "o os as um uma e mas em no na com por para segundo ele ela eles eu seu sua este esta como quando após "
    "de het een en maar in op met van voor volgens hij zij ze wij ik zijn haar deze dit dat toen na "
    "в на и но а по из от для за о об при он она они мы я вы это этот эта как когда после затем также по-словам "
    "і й та але у в на з до від за про він вона вони ми я це як коли після "
    "ο η το οι τα ένας μια και αλλά στην στον στο στις από για με "
    "q a mr mrs ms dr".split()
)
# Cut short without a stop these are first names: Jan Wędzicki, Sun Wei; "Jan. 5" and "May" are not.
_NAMES_TOO = frozenset("jan jun jul mar sun mon".split())
_NOT_NAMES = frozenset((*WEEKDAYS, *MONTHS))
_LONGEST_SHORTENED = 4
_HYPHENED = re.compile(r"(?:-t)?-(?P<who>il|elle|ils|elles|on)$", re.IGNORECASE)


class Token(NamedTuple):
    """A word or a mark of the text, and where."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is a word, not a mark."""
        return self.text[0].isalpha()

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital, and no day, month or word that sentences begin with."""
        low = self.text.rstrip(".").lower()
        is_day = low in _NOT_NAMES and self.text.lower() not in _NAMES_TOO
        return (self.text[0].isupper() and low not in _FUNCTION and not is_day) or low in TITLES_BEFORE

    @property
    def low(self) -> str:
        """The word in small letters, without a stop."""
        return self.text.rstrip(".").lower()


TITLES_BEFORE = frozenset("mr mrs ms dr mme herr frau sr sra".split())
PARTING = _FUNCTION - frozenset(PARTICLES) - TITLES_BEFORE


class Named(NamedTuple):
    """Somebody named at a span: as printed, the name and office in it (either may be missing), the word names are told by."""

    text: str
    span: Span
    name: str | None
    office: str | None

    @property
    def key(self) -> str:
        """The last word of the name, in small letters: what two namings of one person share."""
        return (self.name or "").split(" ")[-1].lower().rstrip(".")


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Return the words and marks of a stretch of text; "a-t-il" and "dit-elle" are two words."""
    tokens: list[Token] = []
    for match in TOKEN.finditer(text, start, end):
        word, at = match.group(), match.start()
        if word[-1] == "." and _ends_sentence(word[:-1]):
            tokens += Token(word[:-1], at, match.end() - 1), Token(".", match.end() - 1, match.end())
        elif "-" in word and (pronoun := _HYPHENED.search(word)):
            cut = pronoun.start()
            tokens += (
                Token(word[:cut], at, at + cut),
                Token(pronoun["who"], at + pronoun.start("who"), match.end()),
            )
        else:
            tokens.append(Token(word, *match.span()))
    return tokens


def _ends_sentence(word: str) -> bool:
    """Whether a stop behind a word is that of a sentence, not of "Sen." or "U.S.": "Harrow added. The gate stayed open." """
    return len(word) > 1 and "." not in word and (word[0].islower() or len(word) > _LONGEST_SHORTENED)
