"""Heads of statements in every way we know, in twenty-three languages: what is told right, what is unknown, what is wrong.

    python benchmarks/heads_ways.py [--half tune|held] [--missed 0] [--field FIELD] [--holds]

Three walks, each page as HTML and as plain text: titles (forms × languages, place and day below), days and places (layouts ×
languages), lines of status. A field is right where it is what the page tells, unknown where the page tells it and the reader
does not, wrong in every other case, also where the page tells nothing. A name in the case in which the title prints it is right.
A day alone below a title may be that of giving or of posting; kinds that one word may mean are each right (`KINDS`). The
half `held` has other words and layouts, written before any rule was made on this page, and was not looked into until the end.
`--holds` ends with 1 where fewer are right, or more wrong, than the floor.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from html import escape
from typing import Any, NamedTuple

from heads_tongues import Named, Title, Tongue, parse_marked, read_tongues
from onrecord.model import Capture, Locator, Statement
from onrecord.reading import read_page

KINDS = {
    "speech": {"speech", "remarks", "message"}, "remarks": {"remarks", "speech", "message"}, "interview": {"interview"},
    "spokesperson": {"statement"}, "joint": {"joint_statement"}, "condolence": {"condolence"},
    "congratulation": {"congratulation"}, "prepared": {"remarks", "speech"}, "department": {"comment", "statement"},
    "answers": {"answers_to_media", "news_conference", "comment"}, "article": {"article"}, "briefing": {"briefing", "news_conference"},
    "letter": {"letter"}, "lecture": {"lecture", "speech"}, "call": {"readout"}, "transcript": {"news_conference"},
    "two": {"statement", "answers_to_media"}, "surname": {"remarks", "speech"}, "kicker": {"speech", "remarks", "message", "statement"},
}  # fmt: skip
ASKED = {"interview", "answers", "briefing", "transcript", "two"}
# <T> is the title, <W> the words; what the page tells then
LAYOUTS = {
    "tune": (
        ("{day} / <T> / <W>", "day"),
        ("<T> / {posted_later} / <W>", "posted later"),
        ("<T> / {given_day} / <W>", "given"),
        ("<T> / {dateline} / <W>", "given place"),
        ("<T> / {dateline} / {posted_later} / <W>", "given place posted later"),
        ("<T> / {dateline} / {updated_later} / <W>", "given place updated"),
        ("<T>, {dateline} / <W>", "given place"),
        ("<T> ({dateline}) / <W>", "given place"),
        ("<T>, {dated} / <W>", "given"),
        ("{dateline} / <T> / <W>", "given place"),
        ("<T> / {dateline} – <W>", "given place"),
        ("<T> / {PLACE}, {dated} – <W>", "given place"),
        ("<T> / {place} / {day} / <W>", "day place"),
        ("<T> / {PLACE} / {day} / <W>", "day place"),
        ("<T> / {day}{comma}{place} / <W>", "day place"),
        ("<T> / {place}{comma}{country}{comma}{dated} / <W>", "given place"),
        ("<T> / <W> / {dateline}", "given place"),
        ("<T> / {day} 19:42 / 123-14-05-2031 / <W>", "day"),
        ("<T> / № 123-14-05-2031 / {day} / <W>", "day"),
        ("<T> / {range} / <W>", ""),
        ("<T> / {date}: {day} / {where}: {place} / {who}: {signed} / <W>", "day place"),
        ("<T> / <time>{day}</time> / <W>", "day"),
    ),
    "held": (
        ("<T> / {day} | {place} / <W>", "day place"),
        ("<T> – {dateline} / <W>", "given place"),
        ("{dateline} / <T> / {posted_later} / <W>", "given place posted later"),
        ("<T> / {place} ({country}){comma}{dated} / <W>", "given place"),
        ("<T> / {dateline}. <W>", "given place"),
        ("<T> / {PLACE} ({day}) – <W>", "given place"),
        ("{posted_later} / <T> / {dateline} / <W>", "given place posted later"),
        ("<T> / {given_day} / {posted_later} / <W>", "given posted later"),
        ("<T> / {posted_day} / {updated_later} / <W>", "posted updated"),
        ("<T> / <W> / {place} / {day}", "day place"),
        ("<T> / {day} / {place} / <W>", "day place"),
        ("{kicker} | {day} / <T> / <W>", "day"),
        ("<T> / {range} / <W>", ""),
    ),
}  # fmt: skip
NO_CAPITALS = {"ar", "fa", "he", "hi", "zh", "ja", "ko"}
NUMBERS = {"tune": ("2031-05-14", "2031-05-16"), "held": ("2032-10-23", "2032-10-25")}
FIELDS = (
    "title", "kinds", "given_on", "posted_on", "updated_on", "place", "speakers", "outlet", "occasion", "status", "text_status", "words",
)  # fmt: skip
FLOOR: tuple[int, int] = (0, 100_000)
"""Of the half that rules are made on: fields right, at least, and wrong, at most."""


class Page(NamedTuple):
    """One page: which way it is set in which language, its lines, and what each field may be; None where it is not asked."""

    tongue: Tongue
    way: str
    lines: tuple[str, ...]
    title: str
    turns: tuple[tuple[str | None, str], ...]
    told: dict[str, Any]

    def text(self) -> str:
        """Return the page as plain text."""
        return "\n\n".join(one for line in self.lines for one in self._plain(line)) + "\n"

    def _plain(self, line: str) -> list[str]:
        if "<W>" not in line:
            return [line.replace("<time>", "").replace("</time>", "")]
        said = [f"{label}{self.colon}{words}" if label else words for label, words in self.turns]
        return [line.replace("<W>", said[0]), *said[1:]]

    def dateline(self) -> str:
        """Return what stands before the words in their own line."""
        return next(line.partition("<W>")[0] for line in self.lines if "<W>" in line)

    @property
    def colon(self) -> str:
        """What stands behind a label."""
        return str(self.tongue.told.get("colon", ": "))

    def html(self) -> str:
        """Return the page as HTML."""
        body = "".join(self._marked_up(line) for line in self.lines)
        head = f"<html lang='{self.tongue.code}'><head><title>{escape(self.title)}</title></head>"
        return f"{head}<body><header><a href='/'>Tern House</a></header><main>{body}</main></body></html>"

    def _marked_up(self, line: str) -> str:
        if "<W>" in line:
            said = [
                f"<b>{escape(label)}{self.colon}</b>{escape(words)}" if label else escape(words)
                for label, words in self.turns
            ]
            first = escape(line.partition("<W>")[0]) + said[0]
            return "".join(f"<p>{one}</p>" for one in (first, *said[1:]))
        if line == self.title:
            return f"<h1>{escape(line)}</h1>"
        if line.startswith("<time>"):
            day = line.removeprefix("<time>").removesuffix("</time>")
            return f'<p><time datetime="{self.tongue.told["iso"]}">{escape(day)}</time></p>'
        return f"<p>{escape(line)}</p>"


def filled(tongue: Tongue) -> dict[str, str]:
    """Return what stands for each name in a layout."""
    told = tongue.told
    comma = told.get("comma", ", ")
    day = tongue.days[0]
    date, where, who = told["fields"]
    return {
        "day": day, "comma": comma, "place": told["place"], "PLACE": told["place"].upper(), "country": told["country"],
        "dated": told["dated"], "dateline": f"{told['place']}{comma}{told['dated']}", "range": told["range"],
        "posted_later": told["posted"].format(told["later"]), "posted_day": told["posted"].format(day),
        "given_day": told["given"].format(day), "updated_later": told["updated"].format(told["later"]),
        "date": date, "where": where, "who": who, "signed": parse_marked(told["byline"]).text, "kicker": told["kicker"],
    }  # fmt: skip


def set_page(
    tongue: Tongue,
    form: str,
    way: str,
    layout: str,
    tells: str,
    status: tuple[str, ...] = (),
    title: Title | None = None,
) -> Page:
    """Return a page of a form of title in a layout."""
    one = title or tongue.titles[form]
    lines = [line.format(**filled(tongue)) for line in layout.split(" / ")]
    printed = next(line for line in lines if "<T>" in line).replace("<T>", one.text)
    lines = [line.replace("<T>", one.text) for line in lines]
    if form in ASKED:
        said = (
            tongue.told["name"]
            if not one.speakers
            else max(one.speakers[0].names, key=lambda name: name == tongue.told["name"])
        )
        said = _called(one.speakers[0]) if one.speakers else said
        turns: tuple[tuple[str | None, str], ...] = (
            (tongue.told["ask"], tongue.told["question"]),
            (said, tongue.told["answer"]),
        ) * 2
    else:
        turns = tuple((None, words) for words in tongue.told["words"])
    return Page(
        tongue,
        way,
        tuple(lines),
        printed,
        turns,
        _told(tongue, form, one, tells.split(), status) | {"title": {printed}},
    )


def _called(one: Named) -> str:
    """The name as somebody is called: the shorter of two cases, as a rule; the last in the order of the alphabet of as long ones."""
    return min(one.names, key=lambda name: (len(name), name))


def _told(tongue: Tongue, form: str, one: Title, tells: list[str], status: tuple[str, ...]) -> dict[str, Any]:
    day, later = tongue.told["iso"], tongue.told["iso_later"]
    place = {tongue.told["place"], f"{tongue.told['place']}, {tongue.told['country']}", tongue.told["place"].upper(),
             f"{tongue.told['place']}{tongue.told.get('comma', ', ')}{tongue.told['country']}", f"{tongue.told['place']} ({tongue.told['country']})"}  # fmt: skip
    posted = {later} if "later" in tells else {day}
    return {
        "kinds": KINDS[form],
        "given_on": {day} if "given" in tells else {day, None} if "day" in tells else {None},
        "posted_on": posted if "posted" in tells else {day, None} if "day" in tells else {None},
        "either": day if "day" in tells else None,
        "updated_on": {later} if "updated" in tells else {None},
        "place": place if "place" in tells else {None},
        "speakers": None if form == "call" else one.speakers,
        "outlet": {one.outlet},
        "occasion": one.occasion,
        "status": set(status),
    }


def pages(half: str) -> Iterator[Page]:
    """Yield every page of a half."""
    below = "<T> / {dateline} / <W>"
    for tongue in read_tongues(half):
        tongue.told["iso"], tongue.told["iso_later"] = NUMBERS[half]
        for form in tongue.titles:
            stated: tuple[str, ...] = ("as_prepared",) if form == "prepared" and tongue.code == "en" else ()
            if form == "prepared" and tongue.code not in ("en", "uk"):
                stated = ("check_against_delivery",)
            yield set_page(tongue, form, f"title: {form}", below, "given place", stated)
        byline = parse_marked(tongue.told["byline"])
        headline = Title(tongue.told["headline"], byline.speakers, None, None)
        kicked = "{kicker} / <T> / {signed} / {dateline} / <W>"
        yield set_page(tongue, "kicker", "title: kicker", kicked, "given place", (), headline)
        for number, day in enumerate(tongue.days):
            shaped = f"<T> / {day} / <W>"
            yield set_page(tongue, "speech", f"day: shape {number + 1}", shaped, "day")
        for layout, tells in LAYOUTS[half]:
            if not ("{PLACE}" in layout and tongue.code in NO_CAPITALS):
                yield set_page(tongue, "speech", f"layout: {layout}", layout, tells)
        for status, line in tongue.status.items():
            stated = tuple(one for one in (status,) if one != "official_translation")
            for around in (f"<T> / {line} / {{dateline}} / <W>", f"<T> / {{dateline}} / {line} / <W>"):
                yield set_page(tongue, "speech", f"status: {status}", around, "given place", stated)


def judged(page: Page, text: str, media_type: str) -> dict[str, tuple[str, Any]]:
    """Return of each field whether it is right, unknown or wrong, and what was read."""
    capture = Capture(None, None, "sha256:" + "0" * 64, media_type, Locator("page", 0, len(text)))
    statements = read_page(text, capture).statements
    if not statements:
        return dict.fromkeys(FIELDS, ("unknown", "no statement"))
    one, told = statements[0], page.told
    found: dict[str, tuple[str, Any]] = {}
    for field in ("title", "given_on", "posted_on", "updated_on", "place", "outlet"):
        value = getattr(one, field)
        missed = value is None and told[field] != {None}
        found[field] = ("right" if value in told[field] else "unknown" if missed else "wrong", value)
    if told["either"] and one.given_on is None and one.posted_on is None:
        found["given_on"] = ("unknown", None)
    found["kinds"] = _of_kinds(told["kinds"], one, page.way)
    found["speakers"] = _of_speakers(told["speakers"], one)
    found["occasion"] = _of_occasion(told["occasion"], one.occasion)
    status = set(one.status)
    found["status"] = (
        "right" if status == told["status"] else "unknown" if status < told["status"] else "wrong",
        one.status,
    )
    found["text_status"] = ("right" if one.text_status == "unknown" else "wrong", one.text_status)
    said = (
        [words for _, words in page.turns]
        if page.turns[0][0]
        else ["\n".join(words for _, words in page.turns)]
    )
    read = [" ".join(turn.text.split()) for turn in one.turns]
    led = [page.dateline() + said[0], *said[1:]]  # a place and day with which words open may stay in them
    whole = " ".join(" ".join(read).split()) in (" ".join(" ".join(one).split()) for one in (said, led))
    found["words"] = ("right" if whole else "wrong", " | ".join(turn[:40] for turn in read))
    if len(statements) > 1:
        found["words"] = ("wrong", "several statements")
    return found


def _of_kinds(may_be: set[str], one: Statement, way: str) -> tuple[str, Any]:
    kinds = set(one.kinds)
    both = way.endswith(": two")
    if kinds <= {"other"}:
        return "unknown", one.kinds
    if both:
        return ("right" if kinds == may_be else "unknown" if kinds < may_be else "wrong"), one.kinds
    return ("right" if kinds <= may_be else "wrong"), one.kinds


def _of_speakers(named: tuple[Named, ...] | None, one: Statement) -> tuple[str, Any]:
    read = [(speaker.name, speaker.office) for speaker in one.speakers]
    if named is None:
        return "right", read
    told = "right" if len(read) >= len(named) else "unknown"
    for name, office in read:
        who = next((known for known in named if name in known.names), None)
        if who is None or (office is not None and office.casefold() not in who.offices):
            return "wrong", read
        if office is None:
            told = "unknown"
    return told, read


def _of_occasion(told: str | None, read: str | None) -> tuple[str, Any]:
    """An article or a preposition before the occasion makes no difference."""
    if told is None or read is None:
        return ("right" if told is read else "wrong" if told is None else "unknown"), read
    short, long = sorted((told.casefold(), read.casefold()), key=len)
    before = long.removesuffix(short)
    return (
        "right" if long.endswith(short) and len(before) <= len("on the occasion of the ") else "wrong"
    ), read


def main() -> None:
    """Print how many fields are right, unknown and wrong, by field and by way."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--half", choices=("tune", "held"), default="tune")
    arguments.add_argument("--missed", type=int, default=0)
    arguments.add_argument("--field", choices=FIELDS)
    arguments.add_argument("--way", default="")
    arguments.add_argument("--language")
    arguments.add_argument("--wrong", action="store_true")
    arguments.add_argument("--holds", action="store_true")
    asked = arguments.parse_args()
    by_field: dict[str, Counter[str]] = {field: Counter() for field in FIELDS}
    by_way: dict[str, Counter[str]] = {}
    whole, number, left = 0, 0, asked.missed
    for page in pages(asked.half):
        if asked.way not in page.way or (asked.language and page.tongue.code != asked.language):
            continue
        for text, media_type in ((page.html(), "text/html"), (page.text(), "text/plain")):
            if "<time>" in "".join(page.lines) and media_type == "text/plain":
                continue
            found = judged(page, text, media_type)
            number += 1
            whole += all(verdict == "right" for verdict, _ in found.values())
            for field, (verdict, read) in found.items():
                by_field[field][verdict] += 1
                by_way.setdefault(page.way, Counter())[verdict] += 1
                shown = (
                    asked.field in (None, field)
                    and verdict != "right"
                    and not (asked.wrong and verdict != "wrong")
                )
                if shown and left > 0:
                    left -= 1
                    head = " / ".join(page.lines)
                    print(
                        f"{verdict} {page.tongue.code} {media_type[5:]} {page.way} | {field}: {read!r}\n      {head}"
                    )
    for rows in (by_field, by_way):
        print(f"{'':56} {'right':>6} {'unknown':>8} {'wrong':>6}")
        for name, counted in rows.items():
            print(f"{name[:56]:56} {counted['right']:6} {counted['unknown']:8} {counted['wrong']:6}")
    total = sum(by_field.values(), Counter())
    print(f"{'all fields':56} {total['right']:6} {total['unknown']:8} {total['wrong']:6}")
    print(f"pages wholly right: {whole} of {number}")
    if asked.holds and (total["right"] < FLOOR[0] or total["wrong"] > FLOOR[1]):
        raise SystemExit(1)


if __name__ == "__main__":
    main()
