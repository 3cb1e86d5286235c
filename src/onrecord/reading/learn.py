"""What the pages of one site tell of its layouts together: where title and body stand, and what repeats inside the body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from statistics import median
from typing import Literal, NamedTuple

from onrecord.model import LearntLayout, LearntSite
from onrecord.reading.sketch import Sketch, Trait

LEAST = 5
"""Pages, at addresses of their own, below which nothing is learnt of a layout."""
_REPEATED = (
    0.1  # of the pages on which a shape stands: a text there on more of them is the site's, not the page's
)
_LEAST_MASS = 150  # characters of its own that a page must have to tell where the body stands
_SHARE = 0.6
_NEARLY = 0.9
_MOST_TITLE = 300


class _Weighed(NamedTuple):
    """A page with the characters of its own in each block: none in what repeats, is listed or is linked."""

    sketch: Sketch
    weights: tuple[int, ...]
    mass: int


def learn_site(sketches: Iterable[Sketch]) -> LearntSite | None:
    """Return what the pages tell, None where they are too few; the order they come in does not matter.

    Of several captures of one address the first by time and digest counts.
    """
    pages = _one_each(sketches)
    if len(pages) < LEAST:
        return None
    repeated = _repeated(pages)
    weighed = [_weigh(page, repeated) for page in pages]
    by_body: defaultdict[int, list[_Weighed]] = defaultdict(list)
    for page, body in zip(weighed, _bodies(weighed), strict=True):
        if body is not None:
            by_body[body].append(page)
    linked = Counter(digest for page in pages for digest in page.linked)
    layouts = {
        body: _layout(body, those, repeated, linked) for body, those in by_body.items() if len(those) >= LEAST
    }
    identity = sha256("\n".join(f"{page.address} {page.digest}" for page in pages).encode())
    return LearntSite(identity.hexdigest()[:16], len(pages), layouts, _order(pages))


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


def _repeated(pages: Sequence[Sketch]) -> set[tuple[int, int]]:
    """Texts, with the shape where they stand, that several pages share there."""
    counts: Counter[tuple[int, int]] = Counter()
    standing: Counter[int] = Counter()
    for page in pages:
        counts.update({(trait.shape, trait.text) for trait in page.traits})
        standing.update({trait.shape for trait in page.traits})
    return {key for key, number in counts.items() if number >= 2 and number > _REPEATED * standing[key[0]]}


def _weigh(page: Sketch, repeated: set[tuple[int, int]]) -> _Weighed:
    weights = tuple(
        0
        if trait.listed or (trait.shape, trait.text) in repeated
        else max(trait.length - 2 * trait.linked, 0)
        for trait in page.traits
    )
    return _Weighed(page, weights, sum(weights))


def _bodies(pages: Sequence[_Weighed]) -> list[int | None]:
    """For each page the shape of the element that holds its own words, as most pages with that shape agree."""
    shares: defaultdict[int, list[float]] = defaultdict(list)
    held = [_held(page) for page in pages]
    for page, elements in zip(pages, held, strict=True):
        if page.mass >= _LEAST_MASS:
            for shape, (mass, _) in elements.items():
                shares[shape].append(mass / page.mass)
    typical = {shape: median(each) for shape, each in shares.items() if len(each) >= LEAST}
    return [_body(elements, typical) for elements in held]


def _held(page: _Weighed) -> dict[int, tuple[int, int]]:
    """For each shape that stands once on the page: the characters in its element, and how deep that lies."""
    masses: Counter[int] = Counter()
    depths: dict[int, int] = {}
    for trait, weight in zip(page.sketch.traits, page.weights, strict=True):
        for depth, element in enumerate(trait.path):
            masses[element] += weight
            depths[element] = depth
    instances = Counter(page.sketch.shapes[element] for element in masses)
    return {
        page.sketch.shapes[element]: (mass, depths[element])
        for element, mass in masses.items()
        if instances[page.sketch.shapes[element]] == 1
    }


def _body(elements: Mapping[int, tuple[int, int]], typical: Mapping[int, float]) -> int | None:
    known = {shape: depth for shape, (_, depth) in elements.items() if shape in typical}
    best = max((typical[shape] for shape in known), default=0.0)
    if best < _SHARE:
        return None
    fitting = [shape for shape in known if typical[shape] >= _NEARLY * best]
    return max(fitting, key=lambda shape: (known[shape], shape))


def _layout(
    body: int, pages: Sequence[_Weighed], repeated: set[tuple[int, int]], linked: Mapping[int, int]
) -> LearntLayout:
    times = sorted(page.sketch.captured_at for page in pages if page.sketch.captured_at)
    return LearntLayout(
        len(pages),
        times[0] if times else None,
        times[-1] if times else None,
        _titles(body, pages, repeated, linked),
        _furniture(body, pages, repeated),
    )


def _titles(
    body: int, pages: Sequence[_Weighed], repeated: set[tuple[int, int]], linked: Mapping[int, int]
) -> tuple[int, ...]:
    """The shape of the block that most likely holds the title: what the page or its links elsewhere call it, a heading."""
    scores: defaultdict[int, float] = defaultdict(float)
    standing: Counter[int] = Counter()
    for page in pages:
        singles = _singles(page.sketch)
        first = _first_words(body, page)
        for shape, position in singles.items():
            trait = page.sketch.traits[position]
            if position > first or trait.listed or not 0 < trait.length <= _MOST_TITLE:
                continue
            standing[shape] += 1
            scores[shape] += _likely(trait, page.sketch, repeated, linked)
    likely = {
        shape: scores[shape] / standing[shape]
        for shape in scores
        if 2 * standing[shape] >= len(pages) and scores[shape] > 0
    }
    return (max(likely, key=lambda shape: (likely[shape], shape)),) if likely else ()


def _likely(trait: Trait, page: Sketch, repeated: set[tuple[int, int]], linked: Mapping[int, int]) -> float:
    if (trait.shape, trait.text) in repeated or (trait.dates and trait.length < 30):
        return -1.0
    called = 2.0 * (trait.text in page.claims)
    # Its own page links to it as well, if it shows a list of the latest.
    called += 2.0 * (linked.get(trait.text, 0) > 0)
    return called + (1.0 if trait.level else 0.0) + (0.3 if trait.length >= 20 else 0.0)


def _singles(page: Sketch) -> dict[int, int]:
    """The shapes that hold one block of the page, with its position."""
    counts = Counter(trait.shape for trait in page.traits)
    return {trait.shape: n for n, trait in enumerate(page.traits) if counts[trait.shape] == 1}


def _first_words(body: int, page: _Weighed) -> int:
    """The position of the first long block of the body."""
    traits = page.sketch.traits
    inside = [n for n, trait in enumerate(traits) if _stands_in(trait, body, page.sketch)]
    return next((n for n in inside if page.weights[n] >= _LEAST_MASS), inside[-1] if inside else -1)


def _stands_in(trait: Trait, body: int, page: Sketch) -> bool:
    return any(page.shapes[element] == body for element in trait.path)


def _furniture(body: int, pages: Sequence[_Weighed], repeated: set[tuple[int, int]]) -> tuple[int, ...]:
    """Shapes inside the body whose blocks repeat from page to page, or are links: share lines, tags, pagers."""
    standing: Counter[int] = Counter()
    site: Counter[int] = Counter()
    for page in pages:
        seen: set[int] = set()
        for trait in page.sketch.traits:
            if trait.shape == body or not _stands_in(trait, body, page.sketch):
                continue
            is_site = (trait.shape, trait.text) in repeated or 2 * trait.linked >= trait.length
            standing[trait.shape] += 1
            site[trait.shape] += is_site
            seen.add(trait.shape)
    least = max(3, len(pages) // 10)
    return tuple(
        sorted(
            shape for shape in standing if standing[shape] >= least and 5 * site[shape] >= 4 * standing[shape]
        )
    )
