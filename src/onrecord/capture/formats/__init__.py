"""Formats that are no text or HTML by themselves: out of each a page is written, and the captured bytes stay as they came."""

from onrecord.capture.formats.inside import texts_inside
from onrecord.capture.formats.opening import announced_in_feed, expand, open_page

__all__ = ["announced_in_feed", "expand", "open_page", "texts_inside"]
