"""Which texts are one statement at several places, which are translations or parts of each other; values in, values out."""

from onrecord.witnessing.changes import Difference, find_changes
from onrecord.witnessing.compare import Compared, compare
from onrecord.witnessing.dates import days_apart, days_given_differ
from onrecord.witnessing.grouping import Copy, Decided, Group, group_copies
from onrecord.witnessing.marks import letters_of, marks_of, one_in, text_key
from onrecord.witnessing.member import Member, member_of, words_compared
from onrecord.witnessing.parts import Piece, Series, find_series, series_of
from onrecord.witnessing.reused import Told, part_texts
from onrecord.witnessing.translations import (
    Shape,
    address_pattern,
    are_built_alike,
    may_be_translations,
    numbers_of,
)

__all__ = [
    "Compared",
    "Copy",
    "Decided",
    "Difference",
    "Group",
    "Member",
    "Piece",
    "Series",
    "Shape",
    "Told",
    "address_pattern",
    "are_built_alike",
    "compare",
    "days_apart",
    "days_given_differ",
    "find_changes",
    "find_series",
    "group_copies",
    "letters_of",
    "marks_of",
    "may_be_translations",
    "member_of",
    "numbers_of",
    "one_in",
    "part_texts",
    "series_of",
    "text_key",
    "words_compared",
]
