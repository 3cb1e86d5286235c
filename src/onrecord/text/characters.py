"""Chinese in the other characters, simplified or traditional: the same words, which a record may print in either."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from onrecord.text.late import compile_late

_HAN = compile_late(r"[\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003134f]")
# Kana and Hangul: in Japanese and Korean the characters are what they are.
_NOT_CHINESE = compile_late(r"[\u3041-\u30fa\uac00-\ud7a3]")
# To simplified characters each traditional one has its way; back, one may have several, told by the words around it.
_WAYS = (("simplified", "t2s"), ("traditional", "s2t"))

Convert = Callable[[str], str]


def can_convert() -> bool:
    """Return whether the extra that knows the characters is installed."""
    return _library() is not None


def other_characters(text: str) -> Iterator[tuple[str, Convert]]:
    """Yield the name of the characters that a Chinese text is not wholly written in, and what writes a text in them.

    Nothing for a text that is not Chinese, and where the extra `chinese` is not installed.
    """
    if not _HAN.search(text) or _NOT_CHINESE.search(text) or not can_convert():
        return
    for name, way in _WAYS:
        convert = _converter(way)
        if convert(text) != text:
            yield name, convert


@lru_cache(maxsize=2)
def _converter(way: str) -> Convert:
    library = _library()
    assert library is not None
    convert: Convert = library.OpenCC(way).convert  # reads its tables, some 0.1 s
    return convert


@lru_cache(maxsize=1)
def _library() -> Any:
    try:
        import opencc
    except ImportError:
        return None
    return opencc
