"""Messages of the keeper's own before they come out: their fields, their templates, and what is wrong in them."""

from onrecord.drafting.check import Checked, check_message, is_one_person
from onrecord.drafting.fields import FIELDS, NeededField, as_moment, as_value
from onrecord.drafting.office import Office, find_office
from onrecord.drafting.taken import Taken, take_docx
from onrecord.drafting.template import check_name, write_template, write_word_template

__all__ = [
    "FIELDS",
    "Checked",
    "NeededField",
    "Office",
    "Taken",
    "as_moment",
    "as_value",
    "check_message",
    "check_name",
    "find_office",
    "is_one_person",
    "take_docx",
    "write_template",
    "write_word_template",
]
