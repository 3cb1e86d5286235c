"""What two labels of one speaker tell together: where a post ends and a name begins, and which printing of a post is the fuller."""

from __future__ import annotations

from onrecord.model import Speaker
from onrecord.reading.words.persons import Person


def apart_from_post(known: Speaker, person: Person) -> Speaker | None:
    """Return name and post where one of two labels has a word of the post in the name, as the other tells; None where neither has.

    "starosta Avenu Bel Olm" names "Avenu Bel Olm" until "Bel Olm" has a label; "Bộ trưởng Cảng Bảo Hà" and "Bộ trưởng Bảo Hà".
    """
    if _ends_with(known.name, person.name):
        if person.office is None and known.office:
            ahead = known.name.removesuffix(person.name).strip()
            return Speaker(person.name, f"{known.office} {ahead}")
        one_word = known.name.count(" ") == person.name.count(" ") + 1
        return Speaker(person.name, known.office) if one_word and known.office == person.office else None
    if _ends_with(person.name, known.name) and known.office is None and person.office:
        ahead = person.name.removesuffix(known.name).strip()
        return Speaker(known.name, f"{person.office} {ahead}")
    return None


def fuller_post(known: Speaker, person: Person) -> Speaker | None:
    """Return the speaker with the post of a label that names no more of him: where none is known, or one that begins that of the label."""
    if person.office is None or person.keys != Person(known.name, None).keys:
        return None
    begins = known.office is not None and person.office.lower().startswith(f"{known.office.lower()} ")
    return Speaker(known.name, person.office) if known.office is None or begins else None


def _ends_with(longer: str, shorter: str) -> bool:
    """Whether a name of two words or more ends a longer one."""
    return " " in shorter and longer.endswith(f" {shorter}")
