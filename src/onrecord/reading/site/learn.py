"""What the pages of one site tell of its layouts together: where title and body stand, and what repeats inside the body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from hashlib import sha256
from itertools import pairwise
from statistics import median
from typing import Literal

from onrecord.model import LearntLayout, LearntSite
from onrecord.reading.parts.titles import kinds_of
from onrecord.reading.site.fitted import NEAR_TITLE
from onrecord.reading.site.repeats import (
    LEAST_OF_LAYOUT,
    ON_ALL,
    REPEATED,
    Weighed,
    boxes_in,
    furniture_in,
    heads_outside,
    leads_of,
    lines_around,
    lines_inside,
    lines_outside,
    prose_in,
    pulled_from,
    stands_in,
)
from onrecord.reading.site.sketch import Sketch, Trait
from onrecord.reading.words.dates import MOST_NEWS, find_dates, is_near

LEAST_LEARNT = 5
"""Pages, at addresses of their own, below which nothing is learnt of a site."""
_LEAST_MASS = 150  # characters of its own that a page must have to tell where the body stands
# An element is gone down into that holds this share of the words, or this one where lists stand beside it.
_NEARLY = 0.9
_SHARE = 0.25
_LITTLE = 40
_LISTS = 0.3
_MOST_TITLE = 300
_LEAST_TITLE = 20
_OWN_LINE = 0.3
_ADDRESS = 60
_DATED = 45
_LONGEST_DATELINE = 40
_ON_THE_DAY = 0.8
_LEAST_LATE = 2


def learn_site(sketches: Iterable[Sketch]) -> LearntSite | None:
    """Return what the pages tell, None where they are too few; the order they come in does not matter.

    Of several captures of one address the first by time and digest counts.
    """
    pages = _one_each(sketches)
    if len(pages) < LEAST_LEARNT:
        return None
    patterns = _repeated(pages, lambda trait: trait.pattern)
    repeated = _repeated(pages, lambda trait: trait.text)
    weighed = [_weigh(page, patterns) for page in pages]
    by_body: defaultdict[int, list[Weighed]] = defaultdict(list)
    for page, body in zip(weighed, _bodies(weighed), strict=True):
        if body is not None:
            by_body[body].append(page)
    linked = Counter(digest for page in pages for digest in page.linked)
    layouts = {
        body: _layout(body, those, repeated, patterns, linked)
        for body, those in by_body.items()
        if len(those) >= LEAST_OF_LAYOUT
    }
    identity = sha256("\n".join(f"{page.address} {page.digest}" for page in pages).encode())
    of_layouts = {body: by_body[body] for body in layouts}
    return LearntSite(
        identity.hexdigest()[:16],
        len(pages),
        layouts,
        _order(pages),
        _datelines(weighed, layouts),
        lines_outside(of_layouts),
        heads_outside(of_layouts),
        leads_of(pages),
    )


def _datelines(weighed: Sequence[Weighed], layouts: Mapping[int, LearntLayout]) -> tuple[int, ...]:
    """Shapes of a line with one date that is the day of the capture or the one beside it on most pages.

    Where each page is captured on the day it is posted, the day of posting is that of the capture too. So one of those pages
    says nothing itself, as a list does, and has it outside any body; or on some the title tells a day long past by then.
    """
    inside = frozenset(layouts) - {0}
    titles = frozenset(title for layout in layouts.values() for title in layout.titles)
    seen: Counter[int] = Counter()
    same: Counter[int] = Counter()
    late: Counter[int] = Counter()
    silent: set[int] = set()
    for page, _, mass, *_ in weighed:
        if page.captured_at is None:
            continue
        dated = [
            trait for trait in page.traits if len(trait.dates) == 1 and trait.length <= _LONGEST_DATELINE
        ]
        counts = Counter(trait.shape for trait in dated)
        headed = (trait.head for trait in page.traits if trait.shape in titles and trait.head)
        told = max((found.iso for head in headed for found in find_dates(head)), default=None)
        is_silent = mass < _LEAST_MASS or (inside and inside.isdisjoint(page.shapes))
        for trait in dated:
            if counts[trait.shape] > 1:
                continue
            is_today = is_near(trait.dates[0], page.captured_at)
            seen[trait.shape] += 1
            same[trait.shape] += is_today
            late[trait.shape] += (
                is_today and told is not None and not is_near(told, page.captured_at, MOST_NEWS)
            )
            if is_silent and not any(page.shapes[element] in inside for element in trait.path):
                silent.add(trait.shape)
    return tuple(
        sorted(
            shape
            for shape in seen
            if (shape in silent or late[shape] >= _LEAST_LATE)
            and seen[shape] >= LEAST_OF_LAYOUT
            and same[shape] >= ON_ALL * seen[shape]
        )
    )


def _one_each(sketches: Iterable[Sketch]) -> list[Sketch]:
    chosen: dict[str, Sketch] = {}
    for sketch in sorted(sketches, key=lambda each: (each.address, each.captured_at or "", each.digest)):
        chosen.setdefault(sketch.address, sketch)
    return list(chosen.values())


def _order(pages: Sequence[Sketch]) -> Literal["dmy", "mdy"] | None:
    """The order of day and month that two pages show, and none contradicts."""
    shown = Counter(order for page in pages for order in set(page.ordered))
    if len(shown) != 1:
        return None
    ((order, number),) = shown.items()
    return None if number < 2 else "dmy" if order == "dmy" else "mdy"


def _repeated(pages: Sequence[Sketch], digest: Callable[[Trait], int]) -> set[tuple[int, int]]:
    """Digests of texts, with the shape where they stand, that several pages share there."""
    counts: Counter[tuple[int, int]] = Counter()
    standing: Counter[int] = Counter()
    for page in pages:
        counts.update({(trait.shape, digest(trait)) for trait in page.traits})
        standing.update({trait.shape for trait in page.traits})
    return {key for key, number in counts.items() if number >= 2 and number > REPEATED * standing[key[0]]}


def _weigh(page: Sketch, repeated: set[tuple[int, int]]) -> Weighed:
    following = (*page.traits[1:], None)
    weights = tuple(
        0
        if trait.listed
        or trait.level
        or (trait.shape, trait.pattern) in repeated
        or _is_announced(trait, after)
        else max(trait.length - 2 * trait.linked, 0)
        for trait, after in zip(page.traits, following, strict=True)
    )
    masses: Counter[int] = Counter()
    lists: Counter[int] = Counter()
    paths: dict[int, tuple[int, ...]] = {}
    for trait, weight in zip(page.traits, weights, strict=True):
        listed = trait.length if trait.listed else trait.linked
        for element in trait.path:
            masses[element] += weight
            lists[element] += listed
        paths[trait.path[-1] if trait.path else 0] = trait.path
    instances = Counter(page.shapes[element] for element in masses)
    single = {element for element in masses if instances[page.shapes[element]] == 1}
    chains = ((0, *(element for element in path if element in single)) for path in paths.values())
    around = {inner: outer for chain in chains for outer, inner in pairwise(chain)}
    return Weighed(
        page,
        weights,
        sum(weights),
        {0: sum(weights)} | {page.shapes[element]: masses[element] for element in single},
        {page.shapes[element]: lists[element] for element in single},
        {page.shapes[element]: page.shapes[around[element]] for element in single},
    )


def _is_announced(trait: Trait, following: Trait | None) -> bool:
    """Whether a block is a quotation above the link to the message that it is from."""
    return trait.quoted and following is not None and following.linked == following.length >= _LEAST_TITLE


def _bodies(pages: Sequence[Weighed]) -> list[int | None]:
    """For each page the shape of the element that holds its own words, as most pages with that shape agree."""
    tree: defaultdict[int, set[int]] = defaultdict(set)
    for page in pages:
        for shape, parent in page.parents.items():
            tree[parent].add(shape)
    bodies: dict[int, set[int]] = {}
    telling = [n for n, page in enumerate(pages) if page.mass >= _LEAST_MASS]
    _descend(0, telling, pages, tree, bodies)
    return [_deepest(page, bodies) for page in pages]


def _descend(
    shape: int,
    among: Sequence[int],
    pages: Sequence[Weighed],
    tree: Mapping[int, set[int]],
    bodies: dict[int, set[int]],
) -> None:
    """Go down while one element holds nearly all of the pages' own words, or stands beside elements that hold lists.

    Where some pages have one element and the others another, both are gone into: a site may have had two layouts.
    """
    fitting: list[tuple[float, int, list[int]]] = []
    for child in sorted(tree.get(shape, ())):
        there = [n for n in among if child in pages[n].masses]
        if len(there) < LEAST_OF_LAYOUT:
            continue
        share = median(pages[n].masses[child] / max(pages[n].masses.get(shape, 0), 1) for n in there)
        if share >= _NEARLY or (share >= _SHARE and _hold_lists(tree[shape] - {child}, there, pages)):
            fitting.append((share, child, there))
    below: dict[int, list[int]] = {}
    for _, child, there in sorted(fitting, reverse=True):
        if not any(set(there) & set(others) for others in below.values()):
            below[child] = there
    reached = set().union(*below.values())
    if len(reached) < _NEARLY * len(among):
        bodies[shape] = set(among)
        if shape:
            return
    for child, there in below.items():
        _descend(child, there, pages, tree, bodies)


def _hold_lists(shapes: Iterable[int], among: Sequence[int], pages: Sequence[Weighed]) -> bool:
    """Whether the elements beside one hold words of their own only among links and entries, as sidebars do."""
    for shape in shapes:
        there = [n for n in among if pages[n].masses.get(shape, 0) >= _LITTLE]
        if 4 * len(there) < len(among):
            continue
        lists = [
            pages[n].lists.get(shape, 0) / (pages[n].lists.get(shape, 0) + pages[n].masses[shape])
            for n in there
        ]
        if median(lists) < _LISTS:
            return False
    return True


def _deepest(page: Weighed, bodies: Mapping[int, set[int]]) -> int | None:
    fitting = [shape for shape in page.masses if shape in bodies and shape]
    if not fitting and 0 in bodies:
        return 0  # the words stand in no element of their own
    return fitting[0] if len(fitting) == 1 else None


def _layout(
    body: int,
    pages: Sequence[Weighed],
    repeated: set[tuple[int, int]],
    patterns: set[tuple[int, int]],
    linked: Mapping[int, int],
) -> LearntLayout:
    titles = _titles(body, pages, repeated, linked)
    times = sorted(page.sketch.captured_at for page in pages if page.sketch.captured_at)
    return LearntLayout(
        len(pages),
        times[0] if times else None,
        times[-1] if times else None,
        titles,
        furniture_in(body, pages, repeated, patterns),
        _speaks(titles, pages),
        boxes_in(body, pages, repeated),
        lines_inside(body, pages) if body else lines_around(pages),
        pulled_from(body, pages),
        _dates(titles, pages),
        _named(pages),
        prose_in(body, pages, patterns),
        () if body else _around(pages),
    )


def _around(pages: Sequence[Weighed]) -> tuple[int, ...]:
    """The shapes of the elements that nearly all pages have."""
    counts = Counter(shape for page in pages for shape in frozenset(page.sketch.shapes) - {0})
    return tuple(sorted(shape for shape, number in counts.items() if number >= ON_ALL * len(pages)))


def _speaks(titles: Sequence[int], pages: Sequence[Weighed]) -> bool:
    """Whether half of the titles or more name a kind of statement: then the site publishes such.

    Where the titles stand at no place of their own, what the heads of the pages claim.
    """
    if not titles:
        return 2 * sum(page.sketch.says for page in pages) >= len(pages)
    heads = [
        trait.head for page in pages for trait in page.sketch.traits if trait.shape in titles and trait.head
    ]
    return len(heads) >= LEAST_OF_LAYOUT and 2 * sum(bool(kinds_of(head)) for head in heads) >= len(heads)


def _named(pages: Sequence[Weighed]) -> bool:
    """Whether the heads of half of the pages or more claim what no other page's does: then they name the page, not the site."""
    claims = Counter(claim for page in pages for claim in page.sketch.claims)
    named = sum(any(claims[claim] == 1 for claim in page.sketch.claims) for page in pages)
    return 2 * named >= len(pages)


def _dates(titles: Sequence[int], pages: Sequence[Weighed]) -> tuple[int, ...]:
    """The shapes of the lines with a date below the title, and of those above it but for the site's own date that has moved there."""
    seen: Counter[int] = Counter()
    today: Counter[int] = Counter()
    for page in pages:
        traits, moment = page.sketch.traits, page.sketch.captured_at
        at = next((n for n in range(len(traits)) if _is_title(n, page, titles)), None)
        near = range(max(at - NEAR_TITLE, 0), min(at + NEAR_TITLE + 1, len(traits))) if at is not None else ()
        for n, trait in ((n, traits[n]) for n in near):
            lone = len(trait.dates) == 1 and trait.length <= _LONGEST_DATELINE
            if lone and not (trait.linked or trait.listed or trait.shape in titles):
                seen[trait.shape] += 1
                above = at is not None and n < at
                today[trait.shape] += above and moment is not None and is_near(trait.dates[0], moment)
    return tuple(
        sorted(
            shape
            for shape, number in seen.items()
            if number >= LEAST_OF_LAYOUT and today[shape] <= _ON_THE_DAY * number
        )
    )


def _is_title(n: int, page: Weighed, titles: Sequence[int]) -> bool:
    """Whether a block stands where the titles do, or, where they have no place, is a line of its own that the head claims."""
    trait = page.sketch.traits[n]
    return trait.shape in titles or (not titles and page.weights[n] > 0 and trait.text in page.sketch.claims)


def _titles(
    body: int, pages: Sequence[Weighed], repeated: set[tuple[int, int]], linked: Mapping[int, int]
) -> tuple[int, ...]:
    """The shape of the block that most likely holds the title: what the page or its links elsewhere call it, a heading.

    Where nothing tells, the line of the page's own that stands nearest above the words.
    """
    scores: defaultdict[int, float] = defaultdict(float)
    telling: set[int] = set()  # headings, and what the page's head or a link elsewhere calls so
    places: Counter[int] = Counter()
    standing: Counter[int] = Counter()
    for page in pages:
        singles = _singles(page.sketch)
        first = _first_words(body, page)
        for shape, position in singles.items():
            trait = page.sketch.traits[position]
            if position > first or trait.listed or not 0 < trait.length <= _MOST_TITLE:
                continue
            # The way to this page from the first, with this page's title at its end; "Dear friends,"
            if 0 < trait.linked < trait.length or (trait.sentence and trait.length < _ADDRESS):
                continue
            standing[shape] += 1
            places[shape] += position
            scores[shape] += _likely(trait, page.sketch, repeated, linked)
            if trait.level or trait.text in page.sketch.claims or linked.get(trait.text):
                telling.add(shape)
            own = page.weights[position] > 0 and not trait.sentence
            scores[shape] += _OWN_LINE * (own and trait.length >= _LEAST_TITLE)
    named = _named(pages)
    likely = {
        shape: scores[shape] / standing[shape]
        for shape in scores
        if 2 * standing[shape] >= len(pages) and scores[shape] > 0 and (shape in telling or not named)
    }
    if not likely:
        return ()
    return (max(likely, key=lambda shape: (likely[shape], places[shape] / standing[shape], shape)),)


def _likely(trait: Trait, page: Sketch, repeated: set[tuple[int, int]], linked: Mapping[int, int]) -> float:
    if (trait.shape, trait.text) in repeated or (trait.dates and trait.length < _DATED):
        return -_OWN_LINE  # what nearly all pages have is no title; a message at two addresses may be one
    called = 2.0 * (trait.text in page.claims)
    # Its own page links to it as well, if it shows a list of the latest; a link itself is called so by itself.
    called += 2.0 * (linked.get(trait.text, 0) > 0 and not trait.linked)
    return called + (1.0 if trait.level else 0.0)


def _singles(page: Sketch) -> dict[int, int]:
    """The shapes that hold one block of the page, with its position."""
    counts = Counter(trait.shape for trait in page.traits)
    return {trait.shape: n for n, trait in enumerate(page.traits) if counts[trait.shape] == 1}


def _first_words(body: int, page: Weighed) -> int:
    """The position of the first long block of the body."""
    traits = page.sketch.traits
    inside = [n for n, trait in enumerate(traits) if stands_in(trait, body, page.sketch)]
    return next((n for n in inside if page.weights[n] >= _LEAST_MASS), inside[-1] if inside else -1)
