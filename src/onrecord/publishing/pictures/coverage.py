"""A picture of what is covered, as SVG that stands alone: a calendar for each source, a month a cell.

What is not captured is hatched, what was captured and holds nothing is an empty frame, what holds statements is filled and has their
number: three patterns, so that no colour has to be told from another. A bar under a cell: captures were made in that month.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape

from onrecord.model import Coverage, Gap, MonthCovered
from onrecord.publishing.tongues import ENGLISH, Tongue
from onrecord.publishing.wording import N_, printable
from onrecord.record.asked.months import left_out

_LEFT, _TOP = 46, 12
_WIDE, _HIGH, _GAP = 28, 22, 3
_WIDTH = _LEFT + 12 * (_WIDE + _GAP) + _TOP - _GAP
_LINE = 18
_SHADES = ((50, 4), (20, 3), (5, 2), (1, 1))
_LONGEST_NAME = 44
_LONGEST_MONTH = 5
_GAPS = {"no_capture": N_("no capture"), "no_statement": N_("no statement")}

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1b19; --soft: #5c5850; --paper: #fcfbf8; --line: #767676;
  --s1: #dbe7f3; --s2: #a9c6e2; --s3: #5e92c2; --s4: #1f5a92; --on: #fff }
@media (prefers-color-scheme: dark) { :root { --ink: #e7e3da; --soft: #aaa599; --paper: #17181a; --line: #8c8c8c;
  --s1: #20364b; --s2: #2d5478; --s3: #6ea3d3; --s4: #b5d3ee; --on: #101010 } }
.paper { fill: var(--paper) } text { font: 11.5px system-ui, sans-serif; fill: var(--ink) }
.name { font-size: 14px; font-weight: 600 } .soft { fill: var(--soft) } .n { text-anchor: middle }
.held { stroke: var(--ink); stroke-width: 1 } .none { fill: none; stroke: var(--line); stroke-width: 1.5 }
.out { fill: url(#hatch); stroke: none } .hatching { stroke: var(--line); stroke-width: 1.5 }
.s1 { fill: var(--s1) } .s2 { fill: var(--s2) } .s3 { fill: var(--s3) } .s4 { fill: var(--s4) }
.on { fill: var(--on) } .bar { fill: var(--ink) }
.rtl text:not(.n) { direction: rtl; text-anchor: end }
"""


def render_coverage(coverages: Iterable[Coverage], tongue: Tongue = ENGLISH) -> str:
    """Return the picture of what is covered of each source; it needs nothing else, and follows the viewer's light or dark.

    Its words are those of the language; the months of a year go from left to right in any.
    """
    _ = tongue.gettext
    every = list(coverages)
    body: list[str] = []
    at = _TOP
    for each in every:
        lines, at = _calendar(each, at, tongue)
        body += lines
    legend, at = _legend(at, tongue)
    title = _("What is covered, month by month")
    told = " ".join(_sentence(each, tongue) for each in every) or _("Nothing is covered.")
    side = ' class="rtl"' if tongue.direction == "rtl" else ""
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {at}" width="{_WIDTH}" height="{at}" role="img"'
        f' lang="{tongue.tag}"{side} aria-labelledby="title desc" style="max-width: 100%; height: auto">',
        f'<title id="title">{_text(title)}</title>',
        f'<desc id="desc">{_text(told)}</desc>',
        f"<style>{_STYLE}</style>",
        '<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
        '<line class="hatching" x1="0" y1="0" x2="0" y2="6"/></pattern></defs>',
        f'<rect class="paper" width="{_WIDTH}" height="{at}"/>',
    )
    return "\n".join([*head, *body, *legend, "</svg>"]) + "\n"


def _calendar(one: Coverage, at: int, tongue: Tongue) -> tuple[list[str], int]:
    """Return the calendar of a source, and where the next one begins."""
    name = one.source or tongue.gettext("without an address")
    lines = [_line("name", _TOP, at + 12, name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}…")]
    for row, told in enumerate(_facts(one, tongue), 1):
        lines.append(_line("soft", _TOP, at + 12 + row * _LINE, told))
        last = at + 12 + row * _LINE
    at = last + 20
    years = _by_year(one.months)
    if years:
        lines += [
            _line("soft n", _LEFT + n * (_WIDE + _GAP) + _WIDE // 2, at, name)
            for n, name in enumerate(_month_names(tongue))
        ]
        at += 8
    gaps = list(left_out(month.month for month in one.months))
    for year, months in years.items():
        if gaps and gaps[0].to < months[0].month:
            lines.append(_line("soft", _TOP, at + 16, _gap(gaps.pop(0), tongue)))
            at += _HIGH + _GAP + 6
        lines.append(_line("", _TOP, at + 16, year))
        for month in months:
            lines += _cell(month, _LEFT + (int(month.month[5:]) - 1) * (_WIDE + _GAP), at, tongue)
        at += _HIGH + _GAP + 6
    return lines, at + 20


def _cell(month: MonthCovered, x: int, y: int, tongue: Tongue) -> list[str]:
    middle = x + _WIDE // 2
    frame = f'x="{x}" y="{y}" width="{_WIDE}" height="{_HIGH}" rx="2"'
    if month.statements:
        shade = next(shade for least, shade in _SHADES if month.statements >= least)
        on = "n on" if shade > 2 else "n"
        shown = [f'<rect class="held s{shade}" {frame}/>', _line(on, middle, y + 15, f"{month.statements}")]
    elif month.captures:
        shown = [f'<rect class="none" {frame}/>', _line("soft n", middle, y + 15, "0")]
    else:
        shown = [f'<rect class="out" {frame}/>']
    if month.captures:
        shown.append(f'<rect class="bar" x="{x}" y="{y + _HIGH + 2}" width="{_WIDE}" height="3"/>')
    return [f"<g><title>{_text(_told(month, tongue))}</title>", *shown, "</g>"]


def _legend(at: int, tongue: Tongue) -> tuple[list[str], int]:
    _ = tongue.gettext
    held = MonthCovered("2000-01", 1, 3, 0, 0)
    later = MonthCovered("2000-01", 0, 3, 0, 0)
    kinds = (
        (held, _("3 statements of that month held; bar: captured in it")),
        (later, _("3 statements of that month held, captured in another")),
        (MonthCovered("2000-01", 1, 0, 0, 0), _("captured in that month, no statement of it held")),
        (MonthCovered("2000-01", 0, 0, 0, 0), _("not captured: what there was is not known")),
    )
    lines: list[str] = []
    for month, told in kinds:
        # The title of a cell tells its month; those of the legend have none.
        lines += _cell(month, _TOP, at, tongue)[1:-1]
        lines.append(_line("", _TOP + _WIDE + 12, at + 16, told))
        at += _HIGH + _GAP + 6
    return lines, at + 8


def _by_year(months: Sequence[MonthCovered]) -> dict[str, list[MonthCovered]]:
    years: dict[str, list[MonthCovered]] = {}
    for month in months:
        years.setdefault(month.month[:4], []).append(month)
    return years


def _month_names(tongue: Tongue) -> list[str]:
    """Return the short names of the months; their numbers where a language has no short ones."""
    names = [tongue.short_month(f"2000-{n:02d}").rstrip(".") for n in range(1, 13)]
    return names if max(map(len, names)) <= _LONGEST_MONTH else [str(n) for n in range(1, 13)]


def _facts(one: Coverage, tongue: Tongue) -> Iterator[str]:
    _ = tongue.gettext
    held = tongue.ngettext("%(num)s statement held", "%(num)s statements held", one.statements)
    captured = tongue.ngettext("%(num)s capture", "%(num)s captures", one.captures)
    if one.first_captured:
        first, last = (tongue.date((each or "")[:10]) for each in (one.first_captured, one.last_captured))
        captured = _("%(captures)s, %(first)s to %(last)s", captures=captured, first=first, last=last)
    yield tongue.listed(held, captured)
    if one.announced:
        pages = tongue.ngettext("%(num)s page", "%(num)s pages", one.lists)
        told = (one.announced, one.announced_held, one.announced_not_held)
        announced, kept, missing = (tongue.number(each) for each in told)
        yield _(
            "%(announced)s announced on %(pages)s: %(held)s held, %(missing)s not",
            announced=announced, pages=pages, held=kept, missing=missing,
        )  # fmt: skip
        yield _("%(number)s held and not announced", number=tongue.number(one.held_not_announced))
    else:
        yield _("no list was captured that announces statements")


def _told(month: MonthCovered, tongue: Tongue) -> str:
    captures = tongue.ngettext("%(num)s capture", "%(num)s captures", month.captures)
    statements = tongue.ngettext("%(num)s statement", "%(num)s statements", month.statements)
    missing = None
    if month.announced_not_held:
        missing = tongue.ngettext(
            "%(num)s announced and not held", "%(num)s announced and not held", month.announced_not_held
        )
    told = tongue.listed(
        captures if month.captures else tongue.gettext("no capture"),
        statements if month.statements else tongue.gettext("no statement held"),
        missing,
    )
    return tongue.gettext("%(name)s: %(told)s", name=tongue.date(month.month), told=told)


def _sentence(one: Coverage, tongue: Tongue) -> str:
    _ = tongue.gettext
    gaps = (_gap(gap, tongue) for gap in one.gaps)
    return _(
        "%(name)s: %(told)s. Without statements: %(gaps)s.",
        name=one.source or _("without an address"),
        told=tongue.gettext("; ").join(_facts(one, tongue)),
        gaps=tongue.listed(*gaps) or _("no month"),
    )


def _gap(gap: Gap, tongue: Tongue) -> str:
    first, last = tongue.date(gap.from_), tongue.date(gap.to)
    return tongue.gettext(
        "%(first)s to %(last)s (%(kind)s)", first=first, last=last, kind=tongue.gettext(_GAPS[gap.kind])
    )


def _line(kind: str, x: int, y: int, text: str) -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x}" y="{y}">{_text(text)}</text>'


def _text(text: str) -> str:
    return escape(printable(" ".join(text.split())))
