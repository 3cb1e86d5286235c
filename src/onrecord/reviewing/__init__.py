"""An article that quotes: its words, its quotations, and the speaker and day claimed for each. Pure."""

from onrecord.reviewing.article import ArticlePage, read_article
from onrecord.reviewing.claims import Claimed, ClaimedQuotations, claim_quotations

__all__ = ["ArticlePage", "Claimed", "ClaimedQuotations", "claim_quotations", "read_article"]
