"""The ways in which a paper sets a quotation, each as a short article with what is to be read of it; for `articles_ways.py`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from html import escape
from typing import NamedTuple

from articles_tongues import Style, Told, Tongue, tell

BY_FIRST, BY_SECOND, BY_OFFICE = 0, 1, 2
UNKNOWN = -1
DAYS = {"none": None, "weekday": 0, "date": 1, "yesterday": 2, "wrong": 3}


class Expected(NamedTuple):
    """A quotation that an article holds: its pieces, whose it is said to be (a key of the language), and how it stands.

    `wording` and `edit` are the verdict's; `attribution` what it is where the speaker is read as printed. Without `own_day` the day that
    stands beside another quotation of the article may be told of it, and need not.
    """

    parts: tuple[str, ...]
    who: int = UNKNOWN
    wording: str = "verbatim"
    attribution: tuple[str, ...] = ("matches",)
    edit: tuple[str, str, str] | None = None
    may_be_missing: bool = False
    own_day: bool = True


class Way(NamedTuple):
    """One article: its language, the form, the sentences as paragraphs or as markup, what it quotes and of which day."""

    tongue: Tongue
    form: str
    day: str
    body: str
    expected: tuple[Expected, ...]
    markup: bool = False
    headline: str = ""
    dated: bool = True

    @property
    def has_day(self) -> bool:
        """Whether the article claims a day for what it quotes."""
        return self.day != "none"


Form = Callable[[Tongue, Style, str], Iterator[Way]]


def _paragraphs(tongue: Tongue, *paragraphs: str) -> str:
    return "\n\n".join((tongue.told["intro"], *paragraphs, tongue.told["filler"]))


def _way(
    tongue: Tongue, form: str, day: str, told: Told, *expected: Expected, has_day: bool = True, **more: object
) -> Way:
    return Way(tongue, form, day if has_day else "none", _paragraphs(tongue, told.text), expected, **more)  # type: ignore[arg-type]


def _on(tongue: Tongue, day: str) -> str:
    at = DAYS[day]
    return "" if at is None else tongue.on[at]


def _told(tongue: Tongue, name: str, style: Style, day: str, **instead: str) -> Told:
    return tell(tongue, tongue.told[name], style, _on(tongue, day), instead)


def attributed(tongue: Tongue, style: Style, day: str) -> Iterator[Way]:
    """Yield the sentence with who said it before, behind, amid, by name, office and pronoun."""
    for name in (
        "behind",
        "surname",
        "before",
        "according",
        "pronoun",
        "previous",
        "middle",
        "within",
        "office",
        "partial",
    ):
        if name not in tongue.told:
            continue
        told = _told(tongue, name, style, day)
        who = BY_OFFICE if name == "office" else BY_FIRST
        attribution = ("matches", "unstated") if name == "office" else ("matches",)
        one = Expected(told.quoted[0], who, attribution=attribution)
        yield _way(tongue, name, day, told, one, has_day="{on}" in tongue.told[name])


def others(tongue: Tongue, style: Style, day: str) -> Iterator[Way]:
    """Yield words of two speakers, of one in another's mouth, and questions."""
    told = _told(tongue, "two", style, "none")
    yield _way(
        tongue,
        "two speakers",
        "none",
        told,
        Expected(told.quoted[0], BY_FIRST),
        Expected(told.quoted[1], BY_SECOND),
    )
    told = _told(tongue, "other", style, day)
    one = Expected(told.quoted[0], BY_SECOND, attribution=("other_speaker",))
    yield _way(tongue, "other speaker", day, told, one)
    told = _told(tongue, "asked", style, "none")
    yield _way(tongue, "reporter asks", "none", told, Expected(told.quoted[0], attribution=("unstated",)))
    told = _told(tongue, "asks", style, day)
    yield _way(
        tongue,
        "question of another",
        day,
        told,
        Expected(told.quoted[0], BY_FIRST, attribution=("questioner",)),
    )


def marks(tongue: Tongue, style: Style, day: str) -> Iterator[Way]:
    """Yield the marks that papers of the language set beside the usual ones, and stops on their other side."""
    for number, other in enumerate(tongue.styles[1:], 2):
        for name in ("behind", "before"):
            told = _told(tongue, name, other, day)
            yield _way(tongue, f"marks {number}", day, told, Expected(told.quoted[0], BY_FIRST))
    flipped = style._replace(inside=not style.inside)
    for name in ("behind", "before"):
        told = _told(tongue, name, flipped, day)
        yield _way(tongue, "stop on other side", day, told, Expected(told.quoted[0], BY_FIRST))


def inside(tongue: Tongue, style: Style, day: str) -> Iterator[Way]:
    """Yield a quotation with words in marks inside it, and one that goes on over a paragraph."""
    before, rest = tongue.told["n"].split("{")
    inner, behind = rest.split("}")
    nested = f"{before}{style.within(inner)}{behind}"
    told = _told(tongue, "before", style, day, S=nested)
    yield _way(tongue, "nested", day, told, Expected((nested,), BY_FIRST))
    lead = _lead(tongue, day)
    if lead is None:
        return
    first, second = tongue.ended(tongue.sentence), tongue.ended(tongue.told["t"])
    opened, closed = style.around("|").split("|")
    long = f"{lead}{opened}{first}\n\n{opened}{second}{closed}"
    yield Way(
        tongue, "over paragraphs", day, _paragraphs(tongue, long), (Expected((first, second), BY_FIRST),)
    )


def _lead(tongue: Tongue, day: str) -> str | None:
    """What leads up to a quotation with a colon, where the language does so."""
    lead, _, behind = tongue.told["before"].replace("{on}", _on(tongue, day)).partition("{S.}")
    return None if behind or not lead.rstrip().endswith((":", "：")) else lead


def blocks(tongue: Tongue, style: Style, day: str) -> Iterator[Way]:
    """Yield blocks set as quoted, in markup and in plain lines, with who said it above or below."""
    first, second = tongue.ended(tongue.sentence), tongue.ended(tongue.told["t"])
    one = Expected((first, second), BY_FIRST)
    lead = _lead(tongue, day)
    if lead is not None:
        markdown = f"{lead.rstrip()}\n\n> {first}\n>\n> {second}"
        yield Way(tongue, "block in plain lines", day, _paragraphs(tongue, markdown), (one,))
        markup = f"<p>{escape(lead.rstrip())}</p><blockquote><p>{first}</p><p>{second}</p></blockquote>"
        yield Way(tongue, "block", day, markup, (one,), markup=True)
    signed = f"> {first}\n>\n> {second}\n>\n> — {tongue.labels[1]}"
    yield Way(tongue, "block, signed", "none", _paragraphs(tongue, signed), (one,))
    footer = f"<blockquote><p>{first}</p><p>{second}</p><footer>— {tongue.labels[1]}</footer></blockquote>"
    yield Way(tongue, "block, signed", "none", footer, (one,), markup=True)


def repeated(tongue: Tongue, style: Style, day: str) -> Iterator[Way]:
    """Yield the quotation in a headline or pulled out, and again in the text."""
    told = _told(tongue, "behind", style, day)
    again = Expected(told.quoted[0], BY_FIRST)
    gap = "" if tongue.glue == "" else " "
    headline = f"{tongue.labels[1]}{'：' if not gap else ':'}{gap}{style.around(tongue.sentence)}"
    yield _way(
        tongue,
        "headline",
        day,
        told,
        Expected((tongue.sentence,), BY_FIRST, own_day=False),
        again,
        headline=headline,
    )
    pulled = f"<aside class='pullquote'><p>{style.around(tongue.sentence)}</p></aside>"
    yield Way(
        tongue,
        "pulled out",
        day,
        f"<p>{escape(told.text)}</p>{pulled}",
        (
            again,
            Expected(
                (tongue.sentence,), UNKNOWN, attribution=("unstated",), may_be_missing=True, own_day=False
            ),
        ),
        markup=True,
    )


def changed(tongue: Tongue, style: Style, day: str) -> Iterator[Way]:
    """Yield what its writer left out, put in or changed."""
    glue = tongue.glue or ""
    for sign in ("…", "[…]", "(...)"):
        words = f"{tongue.halves[0]} {sign} {tongue.told['t']}"
        told = _told(tongue, "before", style, day, S=words)
        yield _way(tongue, f"left out {sign}", day, told, Expected((words,), BY_FIRST, "abridged"))
    old, new = tongue.told["inserted"].split("|")
    words = tongue.sentence.replace(old, new, 1)
    told = _told(tongue, "before", style, day, S=words)
    yield _way(tongue, "put in", day, told, Expected((words,), BY_FIRST, "abridged"))
    old, new = tongue.told["altered"].split("|")
    words = tongue.sentence.replace(old, new, 1)
    told = _told(tongue, "behind", style, day, S=words)
    yield _way(
        tongue,
        "word changed",
        day,
        told,
        Expected((words,), BY_FIRST, "altered", edit=("replaced", old, new)),
    )
    old, new = tongue.told["number"].split("|")
    words = tongue.ended(tongue.sentence) + glue + tongue.told["t"].replace(old, new, 1)
    told = _told(tongue, "before", style, day, S=words)
    yield _way(
        tongue,
        "number changed",
        day,
        told,
        Expected((words,), BY_FIRST, "altered", edit=("number", old, new)),
    )
    capital = tongue.told["p"][:1].upper() + tongue.told["p"][1:]
    if capital != tongue.told["p"]:
        told = _told(tongue, "before", style, day, S=capital)
        yield _way(tongue, "capital changed", day, told, Expected((capital,), BY_FIRST))
    told = _told(tongue, "behind", style, day, S=tongue.told["absent"])
    expected = Expected((tongue.told["absent"],), BY_FIRST, "not_found", ("unstated",))
    yield _way(tongue, "not held", day, told, expected)


def nobodys(tongue: Tongue, style: Style, day: str) -> Iterator[Way]:
    """Yield what is no quotation: words at arm's length, titles, indirect speech; and one of too few words to tell."""
    for name in ("scare", "work", "indirect"):
        before, _, rest = tongue.told[name].partition("{")
        inner, _, behind = rest.partition("}")
        text = before + (style.around(inner) if inner else "") + behind
        yield Way(tongue, f"no quotation: {name}", "none", _paragraphs(tongue, text), ())
    told = _told(tongue, "behind", style, day, S=tongue.told["few"])
    yield _way(tongue, "few words", "none", told)


def dated(tongue: Tongue, style: Style, day: str) -> Iterator[Way]:
    """Yield each way to give a day, and an article that has none of its own."""
    for each in DAYS:
        told = _told(tongue, "behind", style, each)
        yield _way(
            tongue,
            f"day: {each}",
            each,
            told,
            Expected(told.quoted[0], BY_FIRST),
            has_day="{on}" in tongue.told["behind"],
        )
    told = _told(tongue, "behind", style, "weekday")
    yield _way(tongue, "day: weekday alone", "none", told, Expected(told.quoted[0], BY_FIRST), dated=False)


def dashed(tongue: Tongue, style: Style, day: str) -> Iterator[Way]:
    """Yield a line that a dash sets as spoken."""
    if "dash" not in tongue.told:
        return
    sentence = tongue.told["dash"].replace("{1}", tongue.halves[0]).replace("{2}", tongue.halves[1])
    parts = (
        tongue.halves
        if tongue.told["dash"].endswith("{2}.")
        else (f"{tongue.halves[0]}, {tongue.halves[1]}",)
    )
    yield Way(tongue, "behind a dash", "none", _paragraphs(tongue, sentence), (Expected(parts, BY_FIRST),))


def going_on(tongue: Tongue, style: Style, day: str) -> Iterator[Way]:
    """Yield a second quotation that is a paragraph by itself."""
    told = _told(tongue, "behind", style, day)
    second = style.around(tongue.ended(tongue.told["t"]))
    yield Way(
        tongue,
        "goes on",
        day,
        _paragraphs(tongue, told.text, second),
        (Expected(told.quoted[0], BY_FIRST), Expected((tongue.told["t"],), BY_FIRST, own_day=False)),
    )


FORMS: tuple[Form, ...] = (
    attributed, others, marks, inside, blocks, repeated, changed, nobodys, dated, dashed, going_on,
)  # fmt: skip
