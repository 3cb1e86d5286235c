"""The language of a text, told from its words."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Protocol

from onrecord.text.late import compile_late

_LEAST_LETTERS = 40
# Scripts that one language alone is printed in, first and last letter; Japanese before the ideographs it shares.
_OWN_SCRIPTS = {tag: compile_late(f"[{first}-{last}]") for tag, first, last in (
    ("ja", "\u3041", "\u30ff"), ("ko", "\uac00", "\ud7a3"), ("zh", "\u4e00", "\u9fff"), ("el", "\u0370", "\u03ff"),
    ("he", "\u0590", "\u05ff"), ("th", "\u0e00", "\u0e7f"), ("ka", "\u10a0", "\u10ff"), ("hy", "\u0530", "\u058f"),
)}  # fmt: skip
_LEAST_OF_SCRIPT = 6
# Letters of Arabic; those that only other languages of its script have; what stands in nearly every sentence of Arabic alone
_ARABIC = compile_late("[\u0621-\u064a]")
_NOT_ARABIC = compile_late("[پچژگکیےٹڈڑںہھۆۇەڕڵێڤ]")
_OF_ARABIC = compile_late(r"ة(?!\w)|(?<!\w)ال\w{2}")
_LEAST_OF_ARABIC = 4
_SURE = 0.95
_ENOUGH = 400
# The little words of English. Where a quarter of all words are of these, eight and more of them, from the beginning to the
# end, no other language is written.
_ENGLISH = frozenset(
    "the of and to in that is was for it with as be on by at this are from have has been will which were they their not but "
    "would who an or we our you your his her its he she i had so if about more all there what when us can do also than into "
    "these those after other only some any could should may must new one out up over between under through because while where "
    "how then very just most many such no my me them him it's we're don't".split()
)
_MANY_OF_THEM = 8
_SHARE_OF_THEM = 0.25
_SHARE_OF_EACH_THIRD = 0.1


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language_of(text: str) -> str | None:
    """Return the BCP 47 primary tag of the language of the text, or None where the words do not tell.

    Judged on the first 400 characters. A script of its own tells a language from six letters on; otherwise None under 40
    letters or under 95 % of the weight of all languages. What is full of the little words of English is English: the model,
    whose tables are too large to stay at hand between two pages, would say the same, but where names are too many for it.
    """
    return _language_of(text[:_ENOUGH])


@lru_cache(1024)  # a page that is captured again opens with the same words
def _language_of(sample: str) -> str | None:
    letters = "".join(filter(str.isalpha, sample))
    if not letters.isascii() and (own := _by_script(letters)):
        return own
    if _is_arabic(sample, letters):
        return "ar"
    if len(letters) < _LEAST_LETTERS:
        return None
    if letters.isascii() and _is_english(sample):
        return "en"
    language, weight = _identifier().classify(sample)
    return language if weight >= _SURE else None


def _is_arabic(sample: str, letters: str) -> bool:
    """Whether most letters are Arabic, none is of another language in that script, and the article or its feminine end stands often."""
    many = len(letters) >= _LEAST_LETTERS and len(_ARABIC.findall(letters)) >= 0.8 * len(letters)
    return many and not _NOT_ARABIC.search(letters) and len(_OF_ARABIC.findall(sample)) >= _LEAST_OF_ARABIC


def _is_english(sample: str) -> bool:
    """Whether the text has its share of the little words of English; the beginning, the middle and the end theirs."""
    words = sample.lower().split()
    if len(_ENGLISH.intersection(words)) < _MANY_OF_THEM:
        return False
    little = [word in _ENGLISH for word in words]
    third = len(words) // 3
    parts = little[:third], little[third : 2 * third], little[2 * third :]
    return sum(little) >= _SHARE_OF_THEM * len(little) and all(
        sum(part) >= _SHARE_OF_EACH_THIRD * len(part) for part in parts
    )


def _by_script(letters: str) -> str | None:
    """The language of a script that most letters are in; a fifth of kana among ideographs is Japanese."""
    counts = {tag: len(script.findall(letters)) for tag, script in _OWN_SCRIPTS.items()}
    if sum(counts.values()) < max(_LEAST_OF_SCRIPT, 0.6 * len(letters)):
        return None
    if counts["ja"] * 5 >= counts["ja"] + counts["zh"]:
        counts["ja"] += counts.pop("zh")
    return max(counts, key=lambda tag: counts[tag])


@cache
def _identifier() -> _Identifier:
    # Imported late: the model costs a quarter of a second, which a command that reads no page should not pay.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
