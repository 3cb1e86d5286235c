"""Where the messages of a month begin in a list that is paged: what a mark of a picture leads to. Pure."""

from __future__ import annotations

from onrecord.publishing.contents import Listing


def anchor_of(month: str) -> str:
    """Return the name of the place in a list where the messages of a month begin."""
    return f"m-{month}"


def months_in_list(listing: Listing, per_page: int) -> dict[str, str]:
    """Return where each month's messages begin, from the site's folder; those without a month are in none."""
    found: dict[str, str] = {}
    months = [(entry.date or "")[:7] for entry in listing.entries]  # of ten thousand, ten times over
    for index, month in enumerate(months):
        if month not in found and len(month) == 7:
            n = index // per_page + 1
            page = f"{listing.folder}/index.html" if n == 1 else f"{listing.folder}/{n}/index.html"
            found[month] = f"{page}#{anchor_of(month)}"
    return found
