"""What the demo shows: what was added, the record, the verdicts, the site, and what to try next."""

from __future__ import annotations

import shlex
from collections.abc import Iterable

import msgspec

from onrecord.demo.quotations import SampleQuotation
from onrecord.model import Added, Listed, Verdict


class Step(msgspec.Struct, frozen=True):
    """A command to try next, and what it shows in a few words."""

    command: str
    shows: str


class Demo(msgspec.Struct, frozen=True):
    """A demo that was built: `verdicts` answer `quotations` in their order, `site` is the path of the front page.

    `listed` is a few lines of the record, not all of it; `profile` is the file that its site goes by.
    """

    folder: str
    added: Added
    listed: tuple[Listed, ...]
    quotations: tuple[SampleQuotation, ...]
    verdicts: tuple[Verdict, ...]
    site: str
    next_steps: tuple[Step, ...]
    profile: str


def pick_lines(listed: Iterable[Listed], lines: int = 8) -> tuple[Listed, ...]:
    """Return a few of the statements in their order: the latest, and those that their source changed."""
    every = list(listed)
    revised = [each for each in every if each.revised]
    latest = [each for each in every if not each.revised][: max(0, lines - len(revised))]
    return tuple(each for each in every if each in revised or each in latest)


def name_next_steps(folder: str, listed: Iterable[Listed]) -> tuple[Step, ...]:
    """Return commands that show more of the demo in that folder, each as one types it in a shell."""
    archive = f"--archive {shlex.quote(folder)}"
    steps = [
        Step(
            f"""onrecord search {archive} '"thirty-one hours" OR "thirteen hours"'""",
            "how long a ferry was held: who gave which number",
        ),
        Step(
            f"""onrecord search {archive} '"12,400 tonnes" OR "14,200 tonnes"'""",
            "a ceiling, as both sides signed it and as one of them repeated it",
        ),
        Step(
            f"onrecord check {archive} 'The inspection itself took three hours'",
            "words that stood on a page until its source changed them without a note",
        ),
    ]
    conferences = [each for each in listed if "news_conference" in each.kinds and each.language == "en"]
    if conferences:
        show = Step(
            f"onrecord show {archive} {shlex.quote(conferences[0].id)}",
            "the joint news conference, turn by turn",
        )
        steps.insert(0, show)
    return tuple(steps)
