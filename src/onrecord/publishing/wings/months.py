"""Where the messages of a month begin in a list that is paged: what a mark of a picture leads to. Pure."""

from __future__ import annotations

from collections import Counter

from onrecord.publishing.contents import Listing
from onrecord.publishing.frame import InList
from onrecord.publishing.lists.messages import growing_number


def anchor_of(month: str) -> str:
    """Return the name of the place in a list where the messages of a month begin."""
    return f"m-{month}"


def months_in_list(listing: Listing, per_page: int) -> dict[str, InList]:
    """Return the months of a list, in its order; messages without a month are in none."""
    months = [(entry.date or "")[:7] for entry in listing.entries]
    # The last that is entered for each is the first that there is.
    begins = dict(zip(reversed(months), range(len(months) - 1, -1, -1), strict=True))
    found: dict[str, InList] = {}
    for month, total in Counter(months).items():
        if len(month) == 7:
            n = growing_number(len(months), per_page, begins[month])
            page = f"{listing.folder}/index.html" if n is None else f"{listing.folder}/{n}/index.html"
            found[month] = InList(total, f"{page}#{anchor_of(month)}")
    return found
