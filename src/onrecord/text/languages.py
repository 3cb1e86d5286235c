"""The language of a text, told from its words."""

from __future__ import annotations

from functools import cache
from typing import Protocol

_LEAST_LETTERS = 40
_SURE = 0.95
_ENOUGH = 400


class _Identifier(Protocol):
    def classify(self, text: str) -> tuple[str, float]: ...


def language_of(text: str) -> str | None:
    """Return the BCP 47 primary tag of the language of the text, or None where the words do not tell.

    Judged on the first 400 characters; None under 40 letters or under 95 % of the weight of all languages.
    """
    sample = text[:_ENOUGH]
    if sum(character.isalpha() for character in sample) < _LEAST_LETTERS:
        return None
    language, weight = _identifier().classify(sample)
    return language if weight >= _SURE else None


@cache
def _identifier() -> _Identifier:
    # Imported late: the model costs a quarter of a second, which a command that reads no page should not pay.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier: _Identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    return identifier
