"""The templates of the package, set up so that captured text is only ever escaped text."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, MemcachedBytecodeCache, StrictUndefined
from markupsafe import Markup, escape

from onrecord.publishing.compiling import Templates
from onrecord.publishing.isolating import isolate_part, isolate_quoted
from onrecord.publishing.lists.messages import UNTITLED
from onrecord.publishing.statement.pages import link_to
from onrecord.publishing.tongues import ENGLISH, Tongue
from onrecord.publishing.wording import comma_in, day_of, direction_of, printable

_HERE = Path(__file__).parent
# A line such as "+44 (0) 20 7946 0000" or "020 7946-0000".
_TELEPHONE = re.compile(r"\+?[\d\s()./–-]{5,}\d")
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


class KeptCode:
    """Templates as Python code, kept beside them where Python keeps its own: compiling them takes longer than many pages.

    Where nothing may be written they are compiled each time.
    """

    def __init__(self, folder: Path = _HERE / "templates" / "__pycache__") -> None:
        """Take the folder."""
        self._folder = folder
        # What a template is compiled to hangs on the settings in this file, too, and on how that is done.
        here = Path(__file__)
        told = here.read_bytes() + here.with_name("compiling.py").read_bytes()
        self._settings = blake2b(told, digest_size=8).hexdigest()

    def get(self, key: str) -> bytes:
        """Return what is kept of a template; OSError, which jinja takes for nothing. It looks whether it is of this text and this Python."""
        return self._place(key).read_bytes()

    def set(self, key: str, value: bytes, timeout: int | None = None) -> None:
        """Keep the code of a template, for ever."""
        if not sys.dont_write_bytecode:
            self._folder.mkdir(exist_ok=True)
            new = self._folder / f"{os.getpid()}-{key}"
            new.write_bytes(value)
            new.replace(self._place(key))

    def _place(self, key: str) -> Path:
        return self._folder / f"{self._settings}-{key}.jinja"


@cache
def open_templates(tongue: Tongue = ENGLISH) -> Environment:
    """Return the templates with the filters and tests that they use, in one language; a name a template lacks is an error."""
    environment = Templates(
        extensions=["jinja2.ext.i18n"],
        loader=FileSystemLoader(_HERE / "templates"),
        bytecode_cache=MemcachedBytecodeCache(KeptCode(), ""),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,  # a page asks for six templates; whether each file changed would be looked up each time
        finalize=_printable_value,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    environment.policies["ext.i18n.trimmed"] = True
    environment.newstyle_gettext = True  # type: ignore[attr-defined]
    environment.globals |= _words_of(tongue) | {
        "in_language": _languages_of(tongue),
        "interface": tongue.tag,
        "interface_direction": tongue.direction,
    }
    environment.filters["as_date"] = tongue.date
    environment.filters["as_moment"] = tongue.moment
    environment.filters["as_number"] = tongue.number
    environment.filters["as_rate"] = tongue.rate
    environment.filters["as_word"] = lambda name, group="kind": tongue.word(group, name)
    environment.filters["as_title"] = lambda title: tongue.gettext(UNTITLED) if title == UNTITLED else title
    environment.filters["as_day"] = day_of
    environment.filters["direction"] = direction_of
    environment.filters["isolated"] = isolate_quoted
    environment.filters["as_part"] = isolate_part
    environment.filters["comma"] = comma_in
    environment.filters["followed"] = link_to
    environment.filters["dialled"] = dial
    environment.tests["telephone"] = lambda value: bool(_TELEPHONE.fullmatch(value.strip()))
    environment.tests["mailbox"] = lambda value: bool(_MAILBOX.fullmatch(value.strip()))
    return environment


def _languages_of(tongue: Tongue) -> Callable[..., Markup]:
    """The function by which templates tell the language of words where it is not that of the words around them, by default the site's own."""

    @lru_cache(maxsize=512)
    def in_language(tag: str | None, around: str | None = tongue.tag) -> Markup:
        if not tag or tag == "und":
            return Markup(' lang="und" dir="auto"')
        if tag == around:
            return Markup("")
        return Markup(' lang="{}" dir="{}"').format(printable(tag), direction_of(tag))

    return in_language


def _words_of(tongue: Tongue) -> dict[str, Callable[..., Markup]]:
    """The functions that templates call for their own words: values are made printable and escaped, as everywhere on a page."""
    told = tongue.translations

    def say(message: str, values: dict[str, Any]) -> Markup:
        return Markup(message % {name: escape(_printable_value(value)) for name, value in values.items()})

    # A page says a hundred sentences, most of them without a value or with a small number, and the next page the same ones.
    @cache
    def plain(message: str) -> Markup:
        return say(told.gettext(message), {})

    @lru_cache(maxsize=4096)
    def counted(message: str, name: str, n: int) -> Markup:
        return say(told.gettext(message), {name: n})

    def gettext(message: str, /, **values: Any) -> Markup:
        if not values:
            return plain(message)
        if len(values) == 1:
            ((name, value),) = values.items()
            if type(value) is int:
                return counted(message, name, value)
        return say(told.gettext(message), values)

    def ngettext(one: str, many: str, n: int, /, **values: Any) -> Markup:
        return say(told.ngettext(one, many, n), {**values, "num": tongue.number(n)})

    def pgettext(context: str, message: str, /, **values: Any) -> Markup:
        return say(told.pgettext(context, message), values)

    return {"_": gettext, "gettext": gettext, "ngettext": ngettext, "pgettext": pgettext}


def dial(number: str) -> str:
    """Return a telephone number as a `tel:` address takes it: digits and a leading plus.

    The trunk zero in "+44 (0) 20 …" is not dialled together with the country code.
    """
    plain = re.sub(r"\(0\)", "", number) if number.strip().startswith("+") else number
    return ("+" if plain.strip().startswith("+") else "") + re.sub(r"\D", "", plain)


@cache
def styles(*names: str) -> str:
    """Return style sheets of the package as one, in this order."""
    folder = _HERE / "assets"
    return "\n".join((folder / f"{name}.css").read_text(encoding="utf-8") for name in names)


def style_sheet(*, served: bool = False) -> str:
    """Return the one style sheet of a site; of one that is served, with what search, check and review look like."""
    return styles(
        "palette", "around", "style", "told", "own", "beside", *(("report", "asked") if served else ())
    )


@cache
def icon() -> str:
    """Return the picture by which a browser tells a site's pages from others."""
    return (_HERE / "assets" / "icon.svg").read_text(encoding="utf-8")


@cache
def clock_script() -> str:
    """Return the script that keeps the clocks of a site going, the only one that a page has."""
    return (_HERE / "assets" / "clocks.js").read_text(encoding="utf-8")


def _printable_value(value: Any) -> Any:
    # Markup that Jinja itself made is a str of its own kind and already escaped.
    return printable(value) if type(value) is str else value
