"""Statements composed once for all captures that show the same: kept by a digest of all that composing reads.

What is kept counts blocks and spans on the statement's own page (`alone`), and follows from the digest: who loses it composes again.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import Any, NamedTuple, Protocol

import msgspec
from msgspec.structs import replace

from onrecord.model import Capture, Issue, Span, Statement
from onrecord.reading.page.regions import Claim
from onrecord.reading.rules import Guide
from onrecord.reading.statement.alone import Alone
from onrecord.reading.statement.statement import Composed, compose_statement
from onrecord.reading.told import SourceRules
from onrecord.reading.turns.speakers import Cast
from onrecord.reading.turns.turns import Split

# Sets in the order of their values: a digest is compared with those that other processes have made.
_PACKED = msgspec.msgpack.Encoder(order="deterministic")
_UNTOLD = SourceRules()
_ASKED_APART = frozenset(("guide", "furniture", "captured_at"))
_NO_SPLIT = Split((), (), (), (), {})
_NO_CAST = Cast({}, {}, (), {}, {})


class Kept(Protocol):
    """Where composed statements are kept, packed, as long as there is room."""

    def get(self, digest: bytes, /) -> bytes | None:
        """Return what is kept by this digest."""

    def put(self, digest: bytes, packed: bytes, /) -> None:
        """Keep this by its digest."""


class _Packed(msgspec.Struct, array_like=True, gc=False):
    """What was composed, the turns' words only in the page's text; which rules of the source decided, and what was asked of the whole page."""

    statement: Statement
    claims: list[Claim]
    issues: list[tuple[Issue, Span | None]]
    title_span: Span | None
    text_status_by: str
    decided: list[str]
    is_american: bool | None


_UNPACKED = msgspec.msgpack.Decoder(_Packed)


class ComposedAlone(NamedTuple):
    """What was composed, and the digest of what it was composed of; None where more than that was asked."""

    composed: Composed
    digest: bytes | None


def compose_alone(alone: Alone, capture: Capture, kept: Kept | None) -> ComposedAlone:
    """Return the statement of a body set alone, as it is on its whole page: composed, or taken from what is kept.

    What is taken over has no labels and no cast: these are asked by who explains a page, which takes nothing over.
    """
    guide = alone.body.guide
    digest = None if kept is None else _digest(alone, capture)
    if kept is None or digest is None:
        return ComposedAlone(alone.composed(compose_statement(alone.body, capture)), None)
    packed = kept.get(digest)
    if packed is not None and (taken := _taken(packed, alone, capture)) is not None:
        return ComposedAlone(alone.composed(taken), digest)
    one = compose_statement(alone.body, capture)
    if guide.asked_when:
        return ComposedAlone(alone.composed(one), None)
    kept.put(digest, _pack(one, alone))
    return ComposedAlone(alone.composed(one), digest)


def _digest(alone: Alone, capture: Capture) -> bytes | None:
    """A digest of all that composing reads but the time; None where it is no page with an address."""
    if capture.url is None:
        return None
    body = alone.body
    told = [getattr(body, field) for field in body._fields if field not in _ASKED_APART]
    asked = (told, capture.url, capture.media_type, *_told_by(body.guide))
    return blake2b(_PACKED.encode(asked), digest_size=16).digest()


def _told_by(guide: Guide) -> tuple[Any, ...]:
    """What a source's file and its other pages say of how a statement is composed."""
    rules = "" if guide.rules == _UNTOLD else repr(guide.rules)
    order = guide.learnt.day_month_order if guide.learnt else None
    return rules, order, guide.day_first, sorted(guide.decided)


def _pack(one: Composed, alone: Alone) -> bytes:
    text, statement = alone.body.page.text, one.statement
    turns = tuple(
        [
            replace(turn, text="") if text[turn.span[0] : turn.span[1]] == turn.text else turn
            for turn in statement.turns
        ]
    )
    guide = alone.body.guide
    return msgspec.msgpack.encode(
        _Packed(
            replace(statement, turns=turns),
            one.claims,
            one.issues,
            one.title_span,
            one.text_status_by,
            sorted(guide.decided),
            guide.is_american,
        )
    )


def _taken(packed: bytes, alone: Alone, capture: Capture) -> Composed | None:
    """What was composed of the same before; None where times of day elsewhere on the page tell days otherwise."""
    try:
        one, guide = _UNPACKED.decode(packed), alone.body.guide
    except msgspec.DecodeError:
        return None
    if one.is_american is not None and one.is_american != guide.tells_american():
        return None
    guide.decided.update(one.decided)
    text = alone.body.page.text
    turns = tuple(
        [
            turn if turn.text else replace(turn, text=text[turn.span[0] : turn.span[1]])
            for turn in one.statement.turns
        ]
    )
    issues = [(replace(issue, locator=capture.locator), span) for issue, span in one.issues]
    return Composed(
        replace(one.statement, turns=turns),
        one.claims,
        issues,
        one.title_span,
        _NO_SPLIT,
        _NO_CAST,
        (),
        one.text_status_by,
    )
