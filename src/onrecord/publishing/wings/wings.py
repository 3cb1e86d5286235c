"""The parts of a site, in the order in which their files are written."""

from __future__ import annotations

from onrecord.publishing.frame import Frame, Wing
from onrecord.publishing.wings.beside import Beside
from onrecord.publishing.wings.cards import Cards
from onrecord.publishing.wings.channels import Channels
from onrecord.publishing.wings.fronts import Fronts
from onrecord.publishing.wings.histories import Histories
from onrecord.publishing.wings.listings import Listings
from onrecord.publishing.wings.sources import Sources
from onrecord.publishing.wings.speakers import Speakers
from onrecord.publishing.wings.statements import Statements
from onrecord.publishing.wings.stream import Stream
from onrecord.publishing.wings.timeline import Timeline


def open_wings(frame: Frame) -> tuple[Wing, ...]:
    """Return the parts of a site; nothing of them is read before one of their pages is asked for."""
    sources, speakers = Sources(frame), Speakers(frame)
    return (
        Statements(frame),
        Fronts(frame),
        Listings(frame),
        Beside(frame),
        Histories(frame),
        Cards(frame),
        sources,
        speakers,
        Timeline(frame),
        Stream(frame),
        Channels(frame, sources, speakers),
    )
