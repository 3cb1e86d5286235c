"""The parts of a site beside its messages, in the order in which their files are written."""

from __future__ import annotations

from onrecord.publishing.cards import Cards
from onrecord.publishing.frame import Frame, Wing
from onrecord.publishing.histories import Histories
from onrecord.publishing.sources import Sources
from onrecord.publishing.speakers import Speakers
from onrecord.publishing.stream import Stream
from onrecord.publishing.timeline import Timeline


def open_wings(frame: Frame) -> tuple[Wing, ...]:
    """Return the parts of a site; nothing of them is read before one of their pages is asked for."""
    return (Histories(frame), Cards(frame), Sources(frame), Speakers(frame), Timeline(frame), Stream(frame))
