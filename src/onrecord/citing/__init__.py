"""Citations: the permanent address of words, the fragment by which a browser finds them, and finding them again. Pure."""

from onrecord.citing.address import Address, make_address, parse_address, sum_of
from onrecord.citing.asked import Asked, Hint, parse_forms
from onrecord.citing.finding import Found, Shown, at_page, find_places
from onrecord.citing.fragments import Directive, Named, find_directive, make_directive, parse_directive
from onrecord.citing.link import make_link, split_link
from onrecord.citing.selecting import select_words, trim_span

__all__ = [
    "Address",
    "Asked",
    "Directive",
    "Found",
    "Hint",
    "Named",
    "Shown",
    "at_page",
    "find_directive",
    "find_places",
    "make_address",
    "make_directive",
    "make_link",
    "parse_address",
    "parse_directive",
    "parse_forms",
    "select_words",
    "split_link",
    "sum_of",
    "trim_span",
]
