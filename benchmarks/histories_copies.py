"""Statements at several addresses, what lists announce of them, translations and transcripts."""

from __future__ import annotations

from typing import Any

from histories_pages import HOST, PLACE, Shown, capture, print_list
from histories_tell import COPY, LIST, MIRRORED, SECOND, Key, Teller, Told, of_kind


def _listed(tell: Teller, title: str, day: str) -> bytes:
    words = tell.words
    related = zip(("12", "9", "2"), words["related"][1:], strict=False)
    rest = [(words["day"].replace("14", n), each, f"{HOST}/x/{n}") for n, each in related]
    return capture(print_list(words, [(day, title, PLACE), *rest]), 0.5, LIST)


@of_kind("notice: comes to its statement")
def _resolved(tell: Teller) -> Told:
    words = tell.words
    captures = [_listed(tell, words["speech"], words["day"]), b"", tell.at(1)]
    return captures, Key(events=("new", "resolved"), notices=((True, ()),))


@of_kind("notice: another title")
def _contradicted(tell: Teller) -> Told:
    captures = [_listed(tell, tell.words["title"], tell.words["day"]), tell.at(1)]
    return captures, Key(events=("new", "resolved"), notices=((True, ("title",)),))


@of_kind("notice: another day")
def _other_day(tell: Teller) -> Told:
    captures = [_listed(tell, tell.words["speech"], tell.words["day"].replace("14", "11")), tell.at(1)]
    return captures, Key(events=("new", "resolved"), notices=((True, ("posted_on",)),))


@of_kind("notice: never held")
def _announced(tell: Teller) -> Told:
    captures = [_listed(tell, tell.words["speech"], tell.words["day"])]
    return captures, Key((), events=(), relations=(), notices=((False, ()),), owners=0)


@of_kind("copy: word for word at another office")
def _copy(tell: Teller) -> Told:
    captures = [tell.at(1), tell.at(3, url=COPY)]
    return captures, Key(events=("new", "joined"), relations=("original", "syndicated"))


@of_kind("copy: with a word changed")
def _near(tell: Teller) -> Told:
    captures = [tell.at(1), tell.at(3, tell.with_("wording"), url=COPY)]
    return captures, Key((2,), events=("new", "joined"), relations=("original", "syndicated"))


@of_kind("copy: at a second address of the source")
def _mirror(tell: Teller) -> Told:
    return [tell.at(1), tell.at(3, url=SECOND)], Key(events=("new", "joined"), relations=MIRRORED)


@of_kind("copy: an excerpt of a third")
def _excerpt(tell: Teller) -> Told:
    captures = [tell.at(1), tell.at(3, tell.all[3:6], url=COPY)]
    return captures, Key((2,), events=("new",), relations=("excerpt", "original"))


@of_kind("copy: half of it under its title")
def _half(tell: Teller) -> Told:
    captures = [tell.at(1), tell.at(3, tell.all[2:6], url=COPY)]
    return captures, Key((2,), events=("new",), relations=("excerpt", "original"))


@of_kind("no copy: one formula, two countries")
def _formula(tell: Teller) -> Told:
    words = tell.words
    captures = []
    for n, land in enumerate(words["lands"]):
        text = [each.format(land) for each in words["greets"]]
        captures.append(tell.at(1 + n, text, (PLACE, SECOND)[n], title=words["greeting"].format(land)))
    return captures, Key((1, 1), events=("new", "new"))


def _translated(tell: Teller, urls: tuple[str, str], named: bool, built: bool = False) -> Told:
    words, other = tell.words, tell.following
    head = "".join(
        f"<link rel='alternate' hreflang='{w['code']}' href='{url}'>"
        for w, url in zip((words, other), urls, strict=True)
    )
    shown = [
        Shown(w["speech"], (*w["said"], *w["more"]), w["day"], head=head if named else "")
        for w in (words, other)
    ]
    if built:
        shown = [_asked_twice(w) for w in (words, other)]
    captures = [
        capture(tell.page(each, words=w), 1, url)
        for each, w, url in zip(shown, (words, other), urls, strict=True)
    ]
    return captures, Key((1, 1), events=("new", "new"), linked=("translation", "translation"))


@of_kind("translation: named by the page")
def _by_page(tell: Teller) -> Told | None:
    return None if tell.form == "text" else _translated(tell, (PLACE, f"{HOST}/texts/203"), named=True)


@of_kind("translation: by the address")
def _by_address(tell: Teller) -> Told:
    urls = (f"{HOST}/{tell.words['code']}/speeches/7", f"{HOST}/{tell.following['code']}/speeches/7")
    return _translated(tell, urls, named=False)


def _asked_twice(words: dict[str, Any]) -> Shown:
    """An exchange of four turns: its labels tell who speaks."""
    exchange = words["exchange"]
    asks, answers = exchange.askers[0], exchange.firsts[0]
    said = words["said"]
    lines = (
        f"{asks}: {exchange.question}",
        f"{answers}: {said[0]}",
        f"{asks}: {words['asks']}",
        f"{answers}: {said[2]}",
    )
    return Shown(exchange.title, lines, words["day"])


@of_kind("translation: by day and turns")
def _by_turns(tell: Teller) -> Told:
    return _translated(tell, (PLACE, f"{HOST}/texts/203"), named=False, built=True)


@of_kind("two transcripts of one event")
def _heard(tell: Teller) -> Told | None:
    if "heard" not in tell.words:
        return None
    words = tell.words
    whole = [
        *tell.all,
        *words["other"],
        *words["third"]["said"],
        *(each.format(words["lands"][0]) for each in words["greets"]),
    ]
    text = list(whole)
    for said, heard in words["heard"]:
        text = [each.replace(said, heard) for each in text]
    captures = [tell.at(1, whole), tell.at(3, text, url=COPY)]
    return captures, Key((1, 1), events=("new", "new"), linked=("transcript", "transcript"))


@of_kind("joint statement of two offices")
def _joint(tell: Teller) -> Told:
    title = tell.words["joint"]
    captures = [tell.at(1, title=title), tell.at(1.2, url=COPY, title=title)]
    return captures, Key(events=("new", "joined"), relations=("original", "original"), owners=2)
