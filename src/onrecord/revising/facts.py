"""What a page tells of a text beside its words: days, state, author; compared by value, not as they are printed.

A day that is printed otherwise after a redesign is the same day, and one that is printed no more tells of no edit.
"""

from __future__ import annotations

from onrecord.model import Change, Facts

Dated = tuple[str, str] | None


def settled(facts: Facts, before: Facts) -> Facts:
    """Return the facts with what is not told taken as it was before."""
    return Facts(
        facts.given_on or before.given_on,
        facts.posted_on or before.posted_on,
        facts.updated_on or before.updated_on,
        facts.author or before.author,
        facts.status,
        facts.lines,
        facts.struck,
    )


def differ(old: Facts, new: Facts) -> bool:
    """Return whether something is told otherwise, or what is struck or the lines are not the same."""
    struck, strikes = ([each.words for each in told.struck] for told in (old, new))
    return struck != strikes or old.lines != new.lines or bool(compare_facts(old, new))


def compare_facts(old: Facts, new: Facts, *, declared: bool = False) -> tuple[Change, ...]:
    """Return what is told otherwise about the text; what only one side tells is no change, but for its state."""
    changes = []
    for left, right in ((old.given_on, new.given_on), (old.posted_on, new.posted_on)):
        if left and right and left[0] != right[0] and left[1] == right[1]:
            changes.append(Change(None, "date", left[0], right[0], "", "", declared=declared))
    if old.author and new.author and old.author != new.author:
        changes.append(Change(None, "author", old.author, new.author, "", "", declared=declared))
    if old.status != new.status:
        gone = ", ".join(each for each in old.status if each not in new.status)
        come = ", ".join(each for each in new.status if each not in old.status)
        changes.append(Change(None, "status", gone, come, "", "", declared=True))
    return tuple(changes)
