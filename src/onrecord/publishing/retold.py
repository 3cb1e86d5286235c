"""Sentences that are said below the pages, in English, in the language of a page: known by their form, their values put back in."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from onrecord.publishing.tongues import Tongue
from onrecord.publishing.wording import N_

REASONS = (
    N_("it was captured for the first time"),
    N_("it is shown again"),
    N_("it is shown at another address of its source"),
    N_("a list announced it before it was held"),
    N_("%(id)s has the same text: it is one statement with this"),
    N_("the page names another address as its own"),
    N_("its keeper withdrew it: %(words)s"),
    N_("its keeper corrected it: %(words)s"),
    N_("its address shows another statement, %(id)s"),
    N_("the server answered with status %(number)s"),
    N_("%(quoted)s stands over few words"),
    N_("%(quoted)s among few words"),
    N_("%(quoted)s stands over a field for a password"),
    N_("%(quoted)s is the title of hardly any words"),
    N_("its markup has %(quoted)s, the mark of a check of visitors"),
    N_("it sends a browser on to %(url)s"),
    N_("%(number)s letters of text and a program"),
    N_("%(number)s letters of text and a program, with an empty place for what it draws"),
    N_("%(number)s letters of text and a program, which it says that it needs"),
    N_("no text and a program"),
    N_("%(reason)s, and leads to %(url)s"),
    N_("%(reason)s; it stood at %(url)s"),
    N_("a page names the other’s address with its language"),
    N_("their addresses differ in the language alone"),
    N_("of one source and day, with the same turns or numbers"),
    N_("another record of the same event"),
)
"""Why the record tells that something became of a statement, or that two hang together."""

FAULTS = (
    N_("The search closes a parenthesis that was never opened: leave it out."),
    N_("The search holds no words: give at least one."),
    N_("The search has more than %(number)s words: shorten it, or use check for a quotation."),
    N_("The search opens a phrase with %(words)s and does not close it: close it, or leave it out."),
    N_("The search has more than %(number)s parentheses inside one another: use fewer."),
    N_("The search opens a parenthesis and does not close it: close it, or leave it out."),
    N_("The search has %(words)s without a word to join: add the word, or write the operator in small letters."),
    N_("There is no word to look for in that: give one, or several that follow each other."),
    N_(
        "Those words stand in %(number)s turns, and at most %(most)s are looked at here: give more words in a row, a speaker or a source, or ask `onrecord first` where the archive is."
    ),
    N_("“%(words)s” names no speaker: give a name, or leave it out."),
    N_("“%(words)s” is no date: give it as 2019, 2019-10 or 2019-10-14."),
    N_("The quotation has %(number)s characters: check it in pieces of at most 5,000 words."),
    N_("The quotation has %(number)s words: check it in pieces of at most 5,000 words."),
    N_("The quotation is longer than %(number)s characters: check a part of it at a time."),
    N_("The quotation holds no words: give the words that are to be found in the record."),
    N_("There is a text and a file: give one of them."),
    N_("There is no article: paste its text, or choose a file."),
    N_("%(words)s has %(number)s characters: give it in pieces of at most %(most)s."),
    N_("%(words)s holds %(number)s pages: review them one by one."),
    N_("Nothing readable was found in %(words)s: give an article as text, HTML, PDF or DOCX."),
    N_("The search has %(number)s characters: give %(most)s at most, or check them as a quotation."),
    N_("since is %(quoted)s, which is no date: write YYYY, YYYY-MM or YYYY-MM-DD."),
    N_("until is %(quoted)s, which is no date: write YYYY, YYYY-MM or YYYY-MM-DD."),
    N_("since is %(quoted)s and until %(near)s, which is before: nothing lies between, change one of them."),
    N_("There is no kind %(quoted)s: did you mean %(near)s?"),
    N_("There is no kind %(quoted)s: there are %(names)s."),
    N_("The speaker to look for has no word in it: give a name or a part of one."),
    N_("There is no source %(quoted)s in this archive: did you mean %(near)s?"),
    N_("There is no source %(quoted)s in this archive: `onrecord sources` lists those there are."),
    N_("There is no statement of the source %(quoted)s in this archive."),
    N_("There is no statement of the kind %(quoted)s in this archive."),
    N_("There is no statement in the language %(quoted)s in this archive."),
    N_("There is no statement in the language %(quoted)s in this archive: there are %(names)s."),
    N_("There is no speaker %(quoted)s in this archive: did you mean %(near)s?"),
    N_("There is no speaker %(quoted)s in this archive: give a part of a name as statements print it."),
    N_("There is no such feed: there are statements, search and edits, as .atom and .json."),
    N_("A feed of a search needs the words: give q."),
    N_("A table of words over time needs the words: give q."),
)  # fmt: skip
"""What is wrong with what somebody asked."""

CORRECTED = "its keeper corrected it: "
"""What stands before the public note on a correction."""

_LABELS = (N_("Corrected:"), N_("Correction:"))

# A value of "%(reason)s" is a sentence of these itself.
_PLACE = re.compile(r"%\((\w+)\)s")
_FORMS = {"number": r"[\d,]+", "most": r"[\d,]+", "url": r"\S+", "id": r"\S+"}


def retell(sentence: str, tongue: Tongue) -> str:
    """Return a sentence of these in the language of the page, without verbs of the command line; any other as it stands."""
    before, told, note = sentence.partition(CORRECTED)
    sentence = before + told + (bare_note(note, tongue) if told else note)
    if tongue.tag == "en":
        return sentence.replace("`onrecord sources` lists", "the page of sources lists")
    for message, form in _forms():
        found = form.fullmatch(sentence)
        if found is not None:
            return tongue.gettext(
                message, **{name: _value(name, text, tongue) for name, text in found.groupdict().items()}
            )
    return sentence


def bare_note(note: str, tongue: Tongue) -> str:
    """Return a note on a correction without the word for one that it begins with, where the page has said that word already."""
    for label in (*map(tongue.gettext, _LABELS), *_LABELS):
        word = label.rstrip(": \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}")
        found = re.match(
            rf"{re.escape(word)}\s*:\s*(?=\S)", note, re.IGNORECASE
        )  # “Correction : the ferry sails”
        if found is not None:
            return note[found.end() :]
    return note


def is_known(sentence: str) -> bool:
    """Return whether a sentence is one of these."""
    return any(form.fullmatch(sentence) for _, form in _forms())


@cache
def _forms() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # The longer ones first: "%(reason)s, and leads to …" before what it ends with.
    every = sorted((*REASONS, *FAULTS), key=lambda each: (-_PLACE.sub("", each).count(" "), each))
    return tuple((message, _form(message)) for message in every)


def _form(message: str) -> re.Pattern[str]:
    pieces = _PLACE.split(message)
    texts = (
        re.escape(piece) if n % 2 == 0 else f"(?P<{piece}>{_FORMS.get(piece, '.+')})"
        for n, piece in enumerate(pieces)
    )
    return re.compile("".join(texts), re.DOTALL)


def _value(name: str, text: str, tongue: Tongue) -> Any:
    if name == "reason":
        return retell(text, tongue)
    if name in ("number", "most"):
        return tongue.number(int(text.replace(",", "")))
    return text
