"""The quotations in an article: marks, pairs, pieces put together, quoted blocks. Pure."""

from onrecord.quoting.articles.found import LEAST_WORDS, FoundQuotations, Quoted, find_quotations
from onrecord.quoting.articles.lines import article_lines, whole_paragraphs
from onrecord.quoting.articles.quoted_blocks import QuotedBlock, part_lead
from onrecord.quoting.articles.sayings import UNSPACED, is_saying, says_unspaced

__all__ = [
    "LEAST_WORDS",
    "UNSPACED",
    "FoundQuotations",
    "Quoted",
    "QuotedBlock",
    "article_lines",
    "find_quotations",
    "is_saying",
    "part_lead",
    "says_unspaced",
    "whole_paragraphs",
]
