"""The templates of the package, set up so that captured text is only ever escaped text."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from onrecord.publishing.pages import link_to
from onrecord.publishing.wording import (
    day_of,
    direction_of,
    printable,
    printed_date,
    printed_moment,
    printed_word,
)

# A line such as "+44 (0) 20 7946 0000" or "020 7946-0000".
_TELEPHONE = re.compile(r"\+?[\d\s()./–-]{5,}\d")
_MAILBOX = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


@cache
def open_templates() -> Environment:
    """Return the templates with the filters and tests that they use; a name a template lacks is an error."""
    environment = Environment(
        loader=PackageLoader("onrecord.publishing", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        finalize=_printable_value,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False, "sort_keys": False}
    environment.filters["as_date"] = printed_date
    environment.filters["as_moment"] = printed_moment
    environment.filters["as_word"] = printed_word
    environment.filters["as_day"] = day_of
    environment.filters["direction"] = direction_of
    environment.filters["followed"] = link_to
    environment.filters["dialled"] = dial
    environment.tests["telephone"] = lambda value: bool(_TELEPHONE.fullmatch(value.strip()))
    environment.tests["mailbox"] = lambda value: bool(_MAILBOX.fullmatch(value.strip()))
    return environment


def dial(number: str) -> str:
    """Return a telephone number as a `tel:` address takes it: digits and a leading plus.

    The trunk zero in "+44 (0) 20 …" is not dialled together with the country code.
    """
    plain = re.sub(r"\(0\)", "", number) if number.strip().startswith("+") else number
    return ("+" if plain.strip().startswith("+") else "") + re.sub(r"\D", "", plain)


@cache
def style_sheet(*, served: bool = False) -> str:
    """Return the one style sheet of a site; of one that is served, with what search and check look like."""
    names = ("style.css", "asked.css") if served else ("style.css",)
    return "\n".join(
        (files("onrecord.publishing") / "assets" / name).read_text(encoding="utf-8") for name in names
    )


def _printable_value(value: Any) -> Any:
    # Markup that Jinja itself made is a str of its own kind and already escaped.
    return printable(value) if type(value) is str else value
