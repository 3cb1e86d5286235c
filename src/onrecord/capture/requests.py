"""Which request a captured response answers: its WARC record stands close before that of the response, or right behind it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from msgspec.structs import replace

from onrecord.capture.captured import Captured, Found
from onrecord.capture.frames import Record

_MOST_WAITING = 16
_LONGEST = 1 << 16
_SAME = ("warc-target-uri", "warc-date")


class Requests:
    """Gives captures the requests they answer, holding back one record at a time; what comes goes on in its order."""

    def __init__(self) -> None:
        """Nothing has come yet."""
        self._before: deque[Record] = deque(maxlen=_MOST_WAITING)
        self._held: list[Found] = []
        self._response: Record | None = None

    def pair(self, record: Record, found: Iterator[Found]) -> Iterator[Found]:
        """Return what can go on now that a record came, `found` being what it gives itself."""
        if record.type == "request" and record.whole and record.length <= _LONGEST:
            if self._response is not None and _belong(record, self._response):
                self._answer(record)
            else:
                self._before.append(record)
        yield from self.rest()
        items = list(found)
        if not any(isinstance(each, Captured) and each.wire for each in items):
            yield from items
            return
        self._held, self._response = items, record
        request = next((each for each in reversed(self._before) if _belong(each, record)), None)
        if request is not None:
            self._before.remove(request)
            self._answer(request)
            yield from self.rest()

    def rest(self) -> Iterator[Found]:
        """Return what was held back."""
        held, self._held, self._response = self._held, [], None
        yield from held

    def _answer(self, request: Record) -> None:
        self._held = [
            replace(each, wire=replace(each.wire, request=request.block))
            if isinstance(each, Captured) and each.wire
            else each
            for each in self._held
        ]


def _belong(request: Record, response: Record) -> bool:
    """Tell whether two records say that they are of one exchange; where neither names the other, whether both say the same."""
    ids = _id(request, "warc-record-id"), _id(response, "warc-record-id")
    named = _id(request, "warc-concurrent-to"), _id(response, "warc-concurrent-to")
    if any(named):
        return (ids[1] != "" and named[0] == ids[1]) or (ids[0] != "" and named[1] == ids[0])
    return all(request.header(name) == response.header(name) for name in _SAME)


def _id(record: Record, name: str) -> str:
    return (record.header(name) or "").strip("<> ")
