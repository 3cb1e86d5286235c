"""The messages that pages say by themselves, found in templates and source, and the catalogues that have them in other languages.

    python tests/catalogues.py

writes what is new into each catalogue, without a translation, and takes out what is said no longer; it tells what is left to do.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.pofile import read_po, write_po

from onrecord.publishing.named import WORDS
from onrecord.publishing.profile import INTERFACES
from onrecord.web.faults import TOLD

PUBLISHING = Path(__file__).resolve().parents[1] / "src" / "onrecord" / "publishing"
FOLDER = PUBLISHING / "catalogues"
TRANSLATED = [tag for tag in INTERFACES if tag != "en"]
ENGLISH_ONLY = {"explained.html"}
"""What `onrecord explain --html` writes for the keeper, in the language of the command line."""

_KEYWORDS: dict[str, Any] = {
    "_": None, "N_": None, "gettext": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2),
}  # fmt: skip
_PLACE = re.compile(r"%\((\w+)\)s")
_TAG = re.compile(r"<[^>]*>")
_LEFT = re.compile(r"%(?!\(\w+\)s|%)")


def extracted() -> Catalog:
    """Return every message of the package, those of the model's words under their group."""
    catalog = Catalog()
    options = {"trimmed": "true", "newstyle_gettext": "true", "trim_blocks": "true", "lstrip_blocks": "true"}
    for path in sorted((PUBLISHING / "templates").glob("*.html")):
        if path.name not in ENGLISH_ONLY:
            _add(catalog, "jinja2.ext:babel_extract", path, options)
    for path in sorted(PUBLISHING.rglob("*.py")):
        _add(catalog, "python", path, {})
    for group, words in WORDS.items():
        for said in words.values():
            catalog.add(said, context=group)
    for said in TOLD:
        catalog.add(said)
    return catalog


def _add(catalog: Catalog, method: str, path: Path, options: dict[str, str]) -> None:
    with path.open("rb") as file:
        for _, message, _, context in extract(method, file, _KEYWORDS, (), options):
            catalog.add(message, context=context)


def read_catalogue(tag: str) -> Catalog:
    """Return the catalogue of a language as it stands."""
    return read_po(io.BytesIO((FOLDER / f"{tag}.po").read_bytes()), locale=tag)


def faults_of(wanted: Catalog, held: Catalog) -> Iterator[str]:
    """Yield what a catalogue lacks or has wrong, a sentence each."""
    for message in _messages(wanted):
        found = held.get(message.id, message.context)
        if found is None or not all(_strings(found)):
            yield f"not translated: {_one(message)!r}"
        elif found.fuzzy:
            yield f"fuzzy: {_one(message)!r}"
        else:
            yield from _misfits(message, found)
    for message in _messages(held):
        if wanted.get(message.id, message.context) is None:
            yield f"said no longer: {_one(message)!r}"


def _misfits(message: Message, found: Message) -> Iterator[str]:
    forms = tuple(message.id) if isinstance(message.id, tuple | list) else (message.id,)
    wanted = {name for form in forms for name in _PLACE.findall(form)}
    for said in _strings(found):
        has = set(_PLACE.findall(said))
        # A form for one number may say it in a word.
        may_lack = {"num"} if len(forms) > 1 else set()
        if has - wanted or wanted - has - may_lack:
            yield f"other placeholders in {said!r} than in {_one(message)!r}"
        if _LEFT.search(said):
            yield f"a stray % in {said!r}"
        if sorted(_TAG.findall(said)) != sorted(_TAG.findall(_one(message))):
            yield f"other markup in {said!r} than in {_one(message)!r}"


def _messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _strings(message: Message) -> tuple[str, ...]:
    told = message.string
    return tuple(each or "" for each in (told if isinstance(told, tuple | list) else (told,)))


def _one(message: Message) -> str:
    return message.id[0] if isinstance(message.id, tuple | list) else message.id


def write_catalogue(tag: str, wanted: Catalog) -> None:
    """Write a catalogue anew: its translations of what is wanted, in the order of the messages."""
    path = FOLDER / f"{tag}.po"
    held = read_catalogue(tag) if path.exists() else Catalog(locale=tag)
    kept = Catalog(locale=tag, project="onrecord", header_comment=_HEADER, fuzzy=False)
    for message in _messages(wanted):
        found = held.get(message.id, message.context)
        kept.add(message.id, found.string if found else "", context=message.context)
    written = io.BytesIO()
    write_po(written, kept, width=0, no_location=True, sort_output=True, omit_header=False)
    # A date would make two that say the same differ.
    text = re.sub(r'^"(?:POT-Creation|PO-Revision)-Date.*\n|^"(?:Last-Translator|Language-Team|Report-Msgid|Project-Id|Generated-By).*\n', "", written.getvalue().decode(), flags=re.MULTILINE)  # fmt: skip
    path.write_text(text, encoding="utf-8")


_HEADER = (
    "# What pages say by themselves. Made by the engineers; not reviewed by a native speaker yet (LIMITS.md)."
)


def main() -> None:
    """Write every catalogue anew, and tell what is left to do."""
    wanted = extracted()
    for tag in TRANSLATED:
        write_catalogue(tag, wanted)
        for fault in faults_of(wanted, read_catalogue(tag)):
            print(f"{tag}: {fault}")  # noqa: T201 - for who adds a message


if __name__ == "__main__":
    main()
