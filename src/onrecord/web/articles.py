"""Articles that are given for a review: pasted, or as a file; read in memory, answered, and kept nowhere."""

from __future__ import annotations

import io

from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import Request
from starlette.responses import Response

from onrecord import Given, NotTaken, Review, WrongCall
from onrecord.web.answers import HTML, Wanted, sent, wanted_of
from onrecord.web.desks import Desk, Desks
from onrecord.web.faults import refuse
from onrecord.web.kept import Made

_MULTIPART = "multipart/form-data"
_MOST_FIELDS = 8
_LONGEST_NAME = 120


class _InMemory(MultiPartParser):
    """Takes forms apart without a file of its own: a body that came this far is no longer than it may be."""

    spool_max_size = 1 << 30


class Articles:
    """The route by which people give articles."""

    def __init__(self, desks: Desks) -> None:
        """Take the desks that answer."""
        self._desks = desks

    async def review(self, request: Request) -> Response:
        """Answer with an article's quotations, each with its verdict; nothing of it is kept."""
        wanted = wanted_of(request)
        given = await _given(request) if request.method == "POST" else None
        return await self._desks.ask(lambda desk: reviewed_page(desk, wanted, given))


async def _given(request: Request) -> Given:
    if not request.headers.get("content-type", "").lower().startswith(_MULTIPART):
        raise refuse(
            415, "unsupported_media_type", "An article is sent as multipart/form-data: text, or a file."
        )
    try:
        form = await _InMemory(
            request.headers, request.stream(), max_files=1, max_fields=_MOST_FIELDS, max_part_size=1 << 30
        ).parse()
    except MultiPartException as fault:
        raise refuse(400, "wrong_call", f"The form cannot be read: {fault.message.rstrip('.')}.") from None
    try:
        told = {name: value for name, value in form.items() if isinstance(value, str)}
        file = next((value for value in form.values() if isinstance(value, UploadFile)), None)
        return Given(
            text=told.get("text", "").strip(),
            file=await file.read() if file is not None else b"",
            name=(file.filename or "")[:_LONGEST_NAME] if file is not None else "",
            posted_on=told.get("posted_on", "").strip()[:40] or None,
        )
    finally:
        await form.close()


def reviewed_page(desk: Desk, wanted: Wanted, given: Given | None, *, was_checked: bool = False) -> Response:
    """Return the page that reviews what was given, None for the form alone; `was_checked`: it was given to the check of a quotation."""
    bounds = desk.settings.bounds
    review: Review | None = None
    fault: str | None = None
    if given is not None:
        try:
            review = _reviewed(desk, given)
        except (NotTaken, WrongCall) as wrong:
            fault = str(wrong)
    tag, _ = desk.interface_of(wanted.path)
    site = desk.site(wanted.base, tag)
    shown = given or Given()
    if len(shown.text) > bounds.article_characters:
        shown = shown._replace(text="")
    text = site.review_page(
        shown,
        review,
        fault=fault,
        most=bounds.article_characters,
        most_bytes=bounds.article,
        was_checked=was_checked,
    )
    body = text.encode("utf-8", "replace")
    return sent(
        Made(body, HTML, {"Cache-Control": "no-store", "Content-Language": tag}, 400 if fault else 200)
    )


def _reviewed(desk: Desk, given: Given) -> Review:
    if given.text and given.file:
        raise WrongCall("There is a text and a file: give one of them.")
    if not given.text and not given.file:
        raise WrongCall("There is no article: paste its text, or choose a file.")
    stream = io.BytesIO(given.file or given.text.encode("utf-8", "replace"))
    stream.name = given.name or "the pasted text"
    most = desk.settings.bounds.article_characters
    return desk.archive.review(stream, posted_on=given.posted_on, most=most, goes_on=lambda: desk.has_time)
