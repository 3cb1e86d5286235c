"""Why a page was read as it was: the rules that the reader's values carry, with their evidence in words."""

from onrecord.explaining.corrected import explain_corrections
from onrecord.explaining.page import explain_page
from onrecord.explaining.rules import RULES

__all__ = ["RULES", "explain_corrections", "explain_page"]
