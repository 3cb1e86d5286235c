"""What the pages of one layout repeat in and around their bodies: share lines, boxes, entries, sentences pulled out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from onrecord.reading.site.sketch import Sketch, Trait

LEAST_OF_LAYOUT = 3
"""Pages below which nothing is learnt of a layout."""
REPEATED = 0.1
"""Of the pages on which a shape stands: a text there on more of them is the site's, not the page's."""
ON_ALL = 0.8
"""The share of the pages of a layout that passes for all of them."""
_TITLE = 15
_LITTLE_OF_BODY = 0.6
_LEAST_PULLED = 2
_LEAST_INSIDE = 5
_NEARLY_ALL = 0.9
_LONGEST_BOX = 4000
_LONGEST_LINE = 150
_OWN_WORDS = 60
PROSE = 150
"""Characters of a sentence that passes for a paragraph."""


class Weighed(NamedTuple):
    """A page with the characters of its own in each block: none in what repeats, is listed or is linked.

    By the shape of each element that stands once on the page: the characters of its own in it, those in lists and links,
    and the shape of the element around it of which that is true too.
    """

    sketch: Sketch
    weights: tuple[int, ...]
    mass: int
    masses: dict[int, int]
    lists: dict[int, int]
    parents: dict[int, int]


def stands_in(trait: Trait, body: int, page: Sketch) -> bool:
    """Return whether a block stands in the element that holds the body; all do where that is 0, the page."""
    return body == 0 or any(page.shapes[element] == body for element in trait.path)


def furniture_in(
    body: int,
    pages: Sequence[Weighed],
    repeated: Collection[tuple[int, int]],
    patterns: Collection[tuple[int, int]],
) -> tuple[int, ...]:
    """Return the shapes inside the body that hold links alone, or the same on page after page: share lines, tags, captions.

    Officials repeat themselves, and sign what they say: a sentence, and a line that could be a name, must be the same on
    nearly all pages.
    """
    blocks: Counter[int] = Counter()
    links: Counter[int] = Counter()
    same: Counter[int] = Counter()
    lines: Counter[int] = Counter()
    standing: Counter[int] = Counter()
    mixed: Counter[int] = Counter()
    for page in pages:
        inside = [t for t in page.sketch.traits if t.shape != body and stands_in(t, body, page.sketch)]
        mixed.update(
            {t.shape for t in inside if 2 * t.linked < t.length and (t.shape, t.pattern) not in patterns}
        )
        standing.update({trait.shape for trait in inside})
        for trait in inside:
            linked = 2 * trait.linked >= trait.length
            blocks[trait.shape] += 1
            links[trait.shape] += linked
            again = linked or (trait.shape, trait.text) in repeated
            same[trait.shape] += again
            lines[trait.shape] += again and not (trait.sentence or trait.named)
    least = max(LEAST_OF_LAYOUT, len(pages) // 10)
    return tuple(
        sorted(
            shape
            for shape, number in blocks.items()
            # Where the body stands in no element, any line of its own may stand in one like those of the site's links.
            if (body or 5 * mixed[shape] <= standing[shape])
            and (
                (standing[shape] >= least and 5 * max(links[shape], lines[shape]) >= 4 * number)
                or (standing[shape] >= ON_ALL * len(pages) and 5 * same[shape] >= 4 * number)
            )
        )
    )


def prose_in(body: int, pages: Sequence[Weighed], patterns: Collection[tuple[int, int]]) -> tuple[int, ...]:
    """Return the shapes inside the body that hold paragraphs of its own on a fifth of the pages where they stand."""
    standing: Counter[int] = Counter()
    prose: Counter[int] = Counter()
    for page in pages:
        inside = [trait for trait in page.sketch.traits if stands_in(trait, body, page.sketch)]
        standing.update({trait.shape for trait in inside})
        prose.update({
            t.shape for t in inside
            if t.sentence and not t.linked and t.length >= PROSE and (t.shape, t.pattern) not in patterns
        })  # fmt: skip
    return tuple(sorted(shape for shape, number in prose.items() if 5 * number > standing[shape]))


def boxes_in(body: int, pages: Sequence[Weighed], repeated: Collection[tuple[int, int]]) -> tuple[int, ...]:
    """Return the elements in the body that open with one line on page after page, hold a linked title, and less than it."""
    seen: Counter[int] = Counter()
    fits: Counter[int] = Counter()
    for page in pages:
        inside: defaultdict[int, list[Trait]] = defaultdict(list)
        for trait in page.sketch.traits:
            if stands_in(trait, body, page.sketch):
                for element in trait.path:
                    inside[page.sketch.shapes[element]].append(trait)
        for shape, traits in inside.items():
            if shape == body or shape not in page.masses or len(traits) < 2:
                continue
            opens = (traits[0].shape, traits[0].text) in repeated and not traits[0].sentence
            little = page.masses[shape] <= _LITTLE_OF_BODY * max(page.masses.get(body, 0), 1)
            seen[shape] += 1
            fits[shape] += opens and _leads_away(traits) and little
    around = {parent for page in pages for shape, parent in page.parents.items() if shape == body}
    return tuple(
        sorted(
            shape for shape in seen
            if seen[shape] >= LEAST_OF_LAYOUT and fits[shape] >= ON_ALL * seen[shape] and shape not in around
        )
    )  # fmt: skip


def _leads_away(traits: Iterable[Trait]) -> bool:
    return any(trait.linked and trait.linked == trait.length >= _TITLE for trait in traits)


def lines_around(pages: Sequence[Weighed]) -> tuple[int, ...]:
    """Return the lines that several pages share, figures aside: sentences and names only where nearly all pages have them.

    And lines with a date and more than that behind the words of nearly all pages: "Site last changed on …".
    """
    dated: Counter[int] = Counter()
    for page in pages:
        last = max((n for n, weight in enumerate(page.weights) if weight >= _OWN_WORDS), default=0)
        behind = page.sketch.traits[last + 1 :]
        dated.update({trait.pattern for trait in behind if trait.dates and not trait.day})
    closing = {digest for digest, number in dated.items() if number >= ON_ALL * len(pages)}
    return tuple(sorted(closing.union(_shared([page.sketch.traits for page in pages]))))


def lines_inside(body: int, pages: Sequence[Weighed]) -> tuple[int, ...]:
    """Return the lines that nearly all pages have in their bodies, once: no sentences, dates, headings or labels.

    What could be a name is one only where no script tells names from words; who signs is told by the title.
    """
    counts: Counter[int] = Counter()
    others: set[int] = set()
    for page in pages:
        inside = [trait for trait in page.sketch.traits if stands_in(trait, body, page.sketch)]
        lines = Counter(trait.pattern for trait in inside)
        counts.update(lines.keys())
        others.update(line for line, number in lines.items() if number > 1)
        others.update(t.pattern for t in inside if t.sentence or t.dates or t.level)
    enough = len(pages) >= _LEAST_INSIDE
    return tuple(
        sorted(
            line
            for line, number in counts.items()
            if enough and number >= _NEARLY_ALL * len(pages) and line not in others
        )
    )


def lines_outside(bodies: Mapping[int, Sequence[Weighed]]) -> tuple[int, ...]:
    """Return the lines that pages share outside their bodies, whatever their layout: where they stand in one they have moved.

    Entries of lists are none: what leads to a message may be its first words.
    """
    return _shared([
        [t for t in page.sketch.traits if not t.listed and t.length <= _LONGEST_LINE and not stands_in(t, body, page.sketch)]
        for body, pages in bodies.items() if body
        for page in pages
    ])  # fmt: skip


def _shared(pages: Sequence[Sequence[Trait]]) -> tuple[int, ...]:
    counts: Counter[int] = Counter()
    kept: set[int] = set()
    for traits in pages:
        counts.update({trait.pattern for trait in traits if not trait.dates})
        kept.update(trait.pattern for trait in traits if trait.sentence or trait.named)
    least = max(2, REPEATED * len(pages))
    return tuple(
        sorted(
            digest
            for digest, number in counts.items()
            if number >= ON_ALL * len(pages) or (number >= least and digest not in kept)
        )
    )


def heads_outside(bodies: Mapping[int, Sequence[Weighed]]) -> tuple[int, ...]:
    """Return the lines that open boxes with links to other messages outside the bodies, on several pages: "Quote of the week"."""
    counts: Counter[int] = Counter()
    pages = [(body, page.sketch) for body, those in bodies.items() if body for page in those]
    for body, page in pages:
        heads = set()
        for traits in _elements(t for t in page.traits if not stands_in(t, body, page)):
            opens = not (traits[0].linked or traits[0].sentence or traits[0].listed or traits[0].dates)
            if opens and _leads_away(traits[1:]) and sum(t.length for t in traits) <= _LONGEST_BOX:
                heads.add(traits[0].text)
        counts.update(heads)
    least = max(2, REPEATED * len(pages))
    return tuple(sorted(head for head, number in counts.items() if number >= least))


def _elements(traits: Iterable[Trait]) -> Iterator[list[Trait]]:
    """For each first block the innermost element around it that holds another."""
    inside: defaultdict[int, list[Trait]] = defaultdict(list)
    for trait in traits:
        for element in trait.path:
            inside[element].append(trait)
    held = ((members[0].path, element, members) for element, members in inside.items() if len(members) > 1)
    firsts = sorted(held, key=lambda each: (each[0], -each[0].index(each[1])))
    for _, same in groupby(firsts, key=lambda each: each[0]):
        yield next(same)[2]


def leads_of(pages: Sequence[Sketch]) -> tuple[int, ...]:
    """Return what stands before a link at a block's end on several pages: "Read also:", and the title of another message."""
    counts = Counter(lead for page in pages for lead in {trait.lead for trait in page.traits if trait.lead})
    return tuple(sorted(lead for lead, number in counts.items() if number >= max(2, REPEATED * len(pages))))


def pulled_from(body: int, pages: Sequence[Weighed]) -> tuple[int, ...]:
    """Return the shapes whose blocks, or the quotations among them, repeat words that another block of the page holds."""
    echoes: Counter[int] = Counter()
    quoted: Counter[int] = Counter()
    blocks: Counter[int] = Counter()
    for page in pages:
        for trait in page.sketch.traits:
            if stands_in(trait, body, page.sketch):
                blocks[trait.shape] += 1
                quoted[trait.shape] += trait.quoted
                echoes[trait.shape] += trait.echo
    return tuple(
        sorted(
            shape
            for shape, number in echoes.items()
            if number >= _LEAST_PULLED and number >= ON_ALL * (quoted[shape] or blocks[shape])
        )
    )
