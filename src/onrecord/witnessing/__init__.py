"""Which texts are one statement at several places, which are translations or parts of each other; values in, values out."""

from onrecord.witnessing.compare import Compared, compare
from onrecord.witnessing.dates import days_apart, days_given_differ
from onrecord.witnessing.grouping import Copy, Decided, Group, group_copies
from onrecord.witnessing.marks import letters_of, marks_of, text_key
from onrecord.witnessing.member import Member, member_of, words_compared

__all__ = [
    "Compared",
    "Copy",
    "Decided",
    "Group",
    "Member",
    "compare",
    "days_apart",
    "days_given_differ",
    "group_copies",
    "letters_of",
    "marks_of",
    "member_of",
    "text_key",
    "words_compared",
]
