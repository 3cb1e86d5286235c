"""What a site has beside its pages, the same in each language: style, icon, script, the maps of its addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.publishing.frame import Frame
from onrecord.publishing.lists.maps import map_paths, render_map, render_part, render_robots
from onrecord.publishing.rendering import clock_script, icon, style_sheet

_PART = re.compile(r"[1-9]\d{0,5}\.xml")  # "12.xml"


class Beside:
    """The part of a site that browsers and crawlers ask for."""

    def __init__(self, frame: Frame) -> None:
        """Take the site."""
        self._frame = frame

    def paths(self) -> Iterator[str]:
        """Yield the path of each file; those of all languages stand with the first one."""
        frame = self._frame
        if frame.prefix:
            return
        yield from ("assets/style.css", "assets/icon.svg")
        if frame.furniture.clocks:
            yield "assets/clocks.js"
        if frame.base is not None:
            yield from (*map_paths(len(frame.contents.entries)), "robots.txt")

    def page(self, path: str) -> str | None:
        """Return one file, None where there is none."""
        frame, base, entries = self._frame, self._frame.base, self._frame.contents.entries
        match path.split("/"):
            case ["assets", "style.css"]:
                return style_sheet(served=frame.served)
            case ["assets", "icon.svg"]:
                return icon()
            case ["assets", "clocks.js"] if frame.furniture.clocks:
                return clock_script()
            case ["robots.txt"] if frame.drafts:
                return "User-agent: *\nDisallow: /\n"
            case ["sitemap.xml"] if base is not None and not frame.drafts:
                return render_map(base, entries)
            case ["sitemaps", part] if base is not None and not frame.drafts and _PART.fullmatch(part):
                return render_part(base, entries, int(part.removesuffix(".xml")))
            case ["robots.txt"] if base is not None:
                return render_robots(base, frame.profile.interface[1:], served=frame.served)
        return None
