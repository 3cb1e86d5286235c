"""Edits of a statement, by kinds: told, declared, and what is no edit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from histories_pages import capture
from histories_tell import KINDS, Change, Key, Teller, Told, of_kind

CASELESS = ("ar", "zh", "ja", "ko")
"""In their scripts nothing tells a name by its letters: words that no name of the statement holds are other words."""


def _edited(
    tell: Teller, paragraphs: Sequence[str], *changes: Change, among: bool = False, **told: Any
) -> Told:
    captures = [tell.at(1), tell.at(2), tell.at(5, paragraphs, **told), tell.at(6, paragraphs, **told)]
    around = list(tell.others((0.5, 3, 7))) if among else []
    return [*captures, *around], Key((2,), (changes,), ("new", "edited"))


def _put_edits() -> None:
    for edit in ("number", "date", "name", "negation", "wording"):
        for among in (False, True):

            def kind(tell: Teller, edit: str = edit, among: bool = among) -> Told:
                kinds = ("name", "wording") if edit == "name" and tell.words["code"] in CASELESS else (edit,)
                return _edited(tell, tell.with_(edit), Change(kinds, *tell.words[edit]), among=among)

            KINDS[f"edit: {edit}{', among others' if among else ''}"] = kind


_put_edits()


@of_kind("edit: punctuation")
def _punctuation(tell: Teller) -> Told:
    text = list(tell.all)
    text[-1] = text[-1].rstrip(".。") + ("！" if tell.words["code"] in ("zh", "ja") else "!")
    return _edited(tell, text, Change(("punctuation",), tell.all[-1], text[-1]))


@of_kind("edit: sentence added")
def _added(tell: Teller) -> Told:
    text = [*tell.all[:5], tell.words["added"], *tell.all[5:]]
    return _edited(tell, text, Change(("sentence_added",), "", tell.words["added"]))


@of_kind("edit: sentence added at the end, among others")
def _added_at_end(tell: Teller) -> Told:
    text = [*tell.all, tell.words["added"]]
    return _edited(tell, text, Change(("sentence_added",), "", tell.words["added"]), among=True)


@of_kind("edit: sentence removed")
def _removed(tell: Teller) -> Told:
    text = [*tell.all[:6], tell.all[7]]
    return _edited(tell, text, Change(("sentence_removed",), tell.all[6], ""))


@of_kind("edit: title")
def _title(tell: Teller) -> Told:
    new = tell.words["title"]
    return _edited(tell, tell.all, Change(("title",), tell.words["speech"], new), title=new)


@of_kind("edit: status put in")
def _status(tell: Teller) -> Told | None:
    status = tell.words.get("status")
    if not status:
        return None
    captures = [tell.at(1), tell.at(2), tell.at(5, under=(status,)), tell.at(6, under=(status,))]
    return captures, Key((), ((Change(("status",), "", "check_against_delivery", True),),), ("new", "edited"))


@of_kind("edit: two at once")
def _two(tell: Teller) -> Told:
    changes = [Change((edit,), *tell.words[edit]) for edit in ("number", "wording")]
    return _edited(tell, tell.with_("number", "wording"), *changes)


@of_kind("declared: by a note")
def _note(tell: Teller) -> Told:
    note, (old, new) = tell.words["correction"], tell.words["number"]
    changes = Change(("number",), old, new, True), Change(("status",), "", note, True)
    return _edited(tell, [*tell.with_("number"), note], *changes)


@of_kind("declared: by an update date")
def _update(tell: Teller) -> Told:
    line, (old, new) = tell.words["updated"], tell.words["number"]
    text = tell.with_("number")
    captures = [tell.at(0), tell.at(2, text, below=(line,)), tell.at(3, text, below=(line,))]
    return captures, Key((2,), ((Change(("number",), old, new, True),),), ("new", "edited"))


@of_kind("not declared: an update date of before")
def _stale(tell: Teller) -> Told:
    line = tell.words["updated"]
    text = tell.with_("number")
    captures = [tell.at(3, below=(line,)), tell.at(9, text, below=(line,)), tell.at(10, text, below=(line,))]
    return captures, Key((2,), ((Change(("number",), *tell.words["number"]),),), ("new", "edited"))


@of_kind("declared: in brackets")
def _brackets(tell: Teller) -> Told:
    old, new = tell.words["number"]
    text = [each.replace(old, f"{old} [{new}]") for each in tell.all]
    return _edited(tell, text, Change(("number", "wording"), " ".join(tell.all), f"[{new}]", True))


@of_kind("declared: struck in markup")
def _struck(tell: Teller) -> Told | None:
    if tell.form == "text":
        return None
    old, new = tell.words["number"]
    text = [each.replace(old, f"<del>{old}</del> <ins>{new}</ins>") for each in tell.all]
    captures = [tell.at(1), *(capture(tell.page(tell.shown(text), struck=True), day) for day in (5, 6))]
    return captures, Key((2,), ((Change(("number", "wording"), old, new, True),),), ("new", "edited"))


@of_kind("seen again: nothing moved but the surroundings")
def _surroundings(tell: Teller) -> Told:
    return [tell.at(day) for day in (1, 2, 3, 8, 20)], Key()


@of_kind("seen again: views, days and shares come and go")
def _lines(tell: Teller) -> Told:
    views, photo = tell.words["views"], tell.words["photo"]
    lines = ((), (views,), (views.replace("204", "377"), photo), (tell.words["share"],), ())
    return [tell.at(n + 1, under=under) for n, under in enumerate(lines)], Key()


@of_kind("seen again: other lines at the foot")
def _feet(tell: Teller) -> Told:
    words = tell.words
    lines = (
        (),
        (words["editor"],),
        (words["updated"],),
        (words["top"], *words["print"]),
        tuple(words["contact"]),
        (),
    )
    return [tell.at(n + 3, below=below) for n, below in enumerate(lines)], Key()


@of_kind("seen again: paragraphs run together")
def _spacing(tell: Teller) -> Told:
    joint = "" if tell.words["code"] in ("zh", "ja") else " "
    text = [joint.join(tell.all[:2]), *tell.all[2:5], joint.join(tell.all[5:])]
    return [tell.at(1), tell.at(2), tell.at(5, text), tell.at(6, text)], Key(())


@of_kind("text comes back: A, B, A")
def _back(tell: Teller) -> Told:
    (old, new), text = tell.words["number"], tell.with_("number")
    captures = [tell.at(1), tell.at(2), tell.at(5, text), tell.at(6, text), tell.at(9), tell.at(10)]
    steps = (Change(("number",), old, new),), (Change(("number",), new, old),)
    return captures, Key((2,), steps, ("new", "edited", "edited"), current=old)


@of_kind("redesign: nothing edited")
def _redesign(tell: Teller) -> Told | None:
    other = {"main": "soup", "soup": "main", "table": "main"}.get(tell.form)
    if other is None:
        return None
    captures = [tell.at(1), tell.at(2), *(capture(tell.page(form=other), day) for day in (9, 10))]
    return [*captures, *tell.others((0, 9), (tell.form, other))], Key()


@of_kind("redesign: edited at once")
def _redesign_edit(tell: Teller) -> Told | None:
    other = {"main": "soup", "soup": "main", "table": "main"}.get(tell.form)
    if other is None:
        return None
    edited = tell.shown(tell.with_("wording"))
    captures = [tell.at(1), tell.at(2), *(capture(tell.page(edited, form=other), day) for day in (9, 10))]
    key = Key((2,), ((Change(("wording",), *tell.words["wording"]),),), ("new", "edited"))
    return [*captures, *tell.others((0, 9), (tell.form, other))], key


@of_kind("time: captures out of order")
def _order(tell: Teller) -> Told:
    captures, key = _edited(tell, tell.with_("number"), Change(("number",), *tell.words["number"]))
    one, two, three, four = captures
    return [four, b"", one, b"", three, b"", two], key


@of_kind("time: a capture from the future")
def _future(tell: Teller) -> Told:
    text = tell.with_("number")
    return [tell.at(1), tell.at(25_000, text)], Key(
        (2,), ((Change(("number",), *tell.words["number"]),),), ("new", "edited")
    )


@of_kind("time: files without a time")
def _timeless(tell: Teller) -> Told:
    either = " ".join(tell.words["number"])
    return [], Key((2,), events=("edited", "new"), steps=((Change(("number",), either, either),),))
