"""Whether a statement was made or posted on a claimed date."""

from __future__ import annotations

import re
from datetime import date

from onrecord.errors import WrongCall
from onrecord.model import DateVerdict, Statement

_CLAIM = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def parse_date_claim(claim: str) -> str:
    """Return the claimed date as YYYY, YYYY-MM or YYYY-MM-DD; raises WrongCall for anything else."""
    match = _CLAIM.fullmatch(claim.strip())
    if match:
        year, month, day = (int(part) if part else 1 for part in match.groups())
        try:
            date(year, month, day)
        except ValueError:
            pass
        else:
            return claim.strip()
    raise WrongCall(f"“{claim}” is no date: give it as 2019, 2019-10 or 2019-10-14.")


def judge_date(claim: str, statement: Statement) -> tuple[DateVerdict, str | None]:
    """Return how the claimed date stands to the statement, and by which of its dates ("given_on", "posted_on").

    A date the record knows less closely than the claim neither agrees nor contradicts.
    """
    known = {"given_on": statement.given_on, "posted_on": statement.posted_on}
    for field, value in known.items():
        if value is not None and value.startswith(claim):
            return "matches", field
    closer = [value for value in known.values() if value is not None and claim.startswith(value)]
    if closer or not any(known.values()):
        return "unstated", None
    return "other_date", "given_on" if statement.given_on else "posted_on"
