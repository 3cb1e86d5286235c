"""The two forms of a text with maps of offsets back, its language, and making it safe to print. Pure."""

from onrecord.text.characters import other_characters
from onrecord.text.forms import (
    MatchForm,
    VersionForm,
    count_words,
    fold_word,
    has_digits,
    is_unspaced,
    match_form,
    match_words,
    match_words_of_each,
    parts_words,
    plain_figures,
    spans_of,
    version_digest,
    version_form,
    version_text,
)
from onrecord.text.gutter import without_line_numbers
from onrecord.text.languages import language_of
from onrecord.text.late import compile_late
from onrecord.text.parts import part_told, without_part
from onrecord.text.places import (
    APART_MARK,
    DIRECTION_MARK,
    NAME_MARK,
    OFFICE_MARK,
    PLACE_MARK,
    ROLE_MARK,
    SPEAKER_MARK,
    TURN_MARK,
    WHO_MARK,
    WORDS_MARK,
)
from onrecord.text.visible import visible
from onrecord.text.wrapping import is_wrapped, wrap_width

__all__ = [
    "APART_MARK",
    "DIRECTION_MARK",
    "NAME_MARK",
    "OFFICE_MARK",
    "PLACE_MARK",
    "ROLE_MARK",
    "SPEAKER_MARK",
    "TURN_MARK",
    "WHO_MARK",
    "WORDS_MARK",
    "MatchForm",
    "VersionForm",
    "compile_late",
    "count_words",
    "fold_word",
    "has_digits",
    "is_unspaced",
    "is_wrapped",
    "language_of",
    "match_form",
    "match_words",
    "match_words_of_each",
    "other_characters",
    "part_told",
    "parts_words",
    "plain_figures",
    "spans_of",
    "version_digest",
    "version_form",
    "version_text",
    "visible",
    "without_line_numbers",
    "without_part",
    "wrap_width",
]
