"""What is learnt of one site."""

from __future__ import annotations

from typing import Literal

import msgspec


class Learnt(msgspec.Struct, frozen=True):
    """What was learnt of the page's site and used to read it: its id, and from how many captures."""

    id: str
    captures: int


class LearntLayout(msgspec.Struct, frozen=True):
    """One layout of a site: how many pages showed it, from when to when; where the title stands, and what repeats in the body.

    Places are numbers that follow from the tags and classes around a block. `first` and `last` are times of capture.
    """

    pages: int
    first: str | None
    last: str | None
    titles: tuple[int, ...]
    furniture: tuple[int, ...]
    speaks: bool = False
    """Whether most of its titles name a kind of statement."""
    boxes: tuple[int, ...] = ()
    """Elements inside the body that the site fills: under the same line on page after page, with links to other pages."""
    lines: tuple[int, ...] = ()
    """Where the body stands in no element of its own: digests of the lines that page after page has around it."""
    pulled: tuple[int, ...] = ()
    """Places in the body whose blocks, or the quotations among them, repeat words of other blocks: sentences pulled out."""
    dates: tuple[int, ...] = ()
    """Places at the title that hold a date of the message: not the day of the capture on page after page."""
    named: bool = False
    """Whether the heads of most of its pages give each a title of its own."""
    prose: tuple[int, ...] = ()
    """Places that hold paragraphs of the body on some pages, whatever the site sets there on others."""
    around: tuple[int, ...] = ()
    """Where the body stands in no element of its own: the elements that nearly all its pages have, by which it is known."""


class LearntSite(msgspec.Struct, frozen=True):
    """What the captures of one site tell together; `layouts` by the place of the body.

    `id` follows from the captures it was learnt from; `captures` counts them, one for each address.
    `day_month_order` is the one that the site's dates in figures show, None where they do not.
    """

    id: str
    captures: int
    layouts: dict[int, LearntLayout]
    day_month_order: Literal["dmy", "mdy"] | None = None
    datelines: tuple[int, ...] = ()
    """Where the page's own date stands: lines outside the body whose day is that of the capture, page after page."""
    lines: tuple[int, ...] = ()
    """Digests of lines that pages share outside their bodies: where they stand in one, they have moved."""
    heads: tuple[int, ...] = ()
    """Digests of lines that open boxes with links to other messages outside the bodies."""
    leads: tuple[int, ...] = ()
    """Digests of what stands before a link at a block's end on several pages: "Read also:"."""
    then: LearntSite | None = None
    """What the pages tell together that show none of these layouts: those from after a redesign, or of another kind."""
