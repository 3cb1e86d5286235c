"""Pages and captures of `histories.py`: one statement as four sorts of sites print it, its surroundings moving, kept as WARC records."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from ends_tongues import read_words

_WORDS = Path(__file__).parent / "histories.toml"
FORMS = ("main", "soup", "table", "text")
HOST, COPYIST = "https://ports.example", "https://tides.example"
PLACE = f"{HOST}/speeches/7"
_FIRST = datetime(2031, 5, 14, 18, tzinfo=UTC)


class Shown(NamedTuple):
    """What a page shows of a statement: lines under the title and behind the words are the site's, `head` goes into its head."""

    title: str
    paragraphs: tuple[str, ...]
    day: str
    under: tuple[str, ...] = ()
    below: tuple[str, ...] = ()
    head: str = ""


class Page(NamedTuple):
    """A body and its type."""

    body: bytes
    media: str


def read_histories() -> dict[str, dict[str, Any]]:
    """Return the words of each language by its code: those of `ends_tongues.toml`, and of `histories.toml` beside them."""
    with _WORDS.open("rb") as file:
        more = tomllib.load(file)
    plain = {one.code: {**one.told, "exchange": one.exchange} for one in read_words()}
    sealed = {one.code: one.told for one in read_words(sealed=True)}
    return {code: {**plain[code], **told, "code": code, "third": sealed[code]} for code, told in more.items()}


def moment(day: float) -> str:
    """Return a time so many days after the evening on which the statement was posted."""
    return (_FIRST + timedelta(days=day)).strftime("%Y-%m-%dT%H:%M:%SZ")


def print_page(words: dict[str, Any], shown: Shown, form: str, n: int = 0, struck: bool = False) -> Page:
    """Return the page: `n` moves what stands around the words; `struck` leaves markup in the paragraphs as it is."""
    if form == "text":
        return Page(_as_text(words, shown, n).encode(), "text/plain")
    written = [each if struck else escape(each, quote=False) for each in shown.paragraphs]
    return Page(_as_markup(words, shown, written, form, n).encode(), "text/html")


def _clock(n: int) -> str:
    return f"Skell: {8 + n % 12:02}:{n * 7 % 60:02}"


def _latest(words: dict[str, Any], n: int) -> list[str]:
    """The titles of a box with the latest messages: another one falls out each time."""
    titles = words["related"][1:]
    return [titles[(n + each) % len(titles)] for each in range(1 + n % 2)]


def _as_text(words: dict[str, Any], shown: Shown, n: int) -> str:
    blocks = [
        _clock(n),
        " | ".join(words["crumbs"]),
        shown.title,
        shown.day,
        *shown.under,
        *shown.paragraphs,
        *shown.below,
        words["rights"],
    ]
    return "\n\n".join(blocks) + "\n"


def _as_markup(words: dict[str, Any], shown: Shown, written: Sequence[str], form: str, n: int) -> str:
    paragraph = "<div>{}</div>" if form == "soup" else "<p>{}</p>"
    title = f"<h1>{escape(shown.title)}</h1>"
    day = f"<time>{shown.day}</time>" if form == "main" else paragraph.format(shown.day)
    under = "".join(paragraph.format(escape(each)) for each in shown.under)
    below = "".join(paragraph.format(escape(each)) for each in shown.below)
    body = "".join(paragraph.format(each) for each in written)
    menu = "".join(f"<a href='/{at}'>{escape(each)}</a> " for at, each in enumerate(words["crumbs"]))
    latest = "".join(
        f"<li><a href='/x/{at}'>{escape(each)}</a></li>" for at, each in enumerate(_latest(words, n))
    )
    box = f"<h2>{escape(words['related'][0])}</h2><ul>{latest}</ul>"
    foot = escape(words["rights"])
    if form == "main":
        whole = (
            f"<header><nav>{menu}</nav><p>{_clock(n)}</p></header><main><article>{title}{day}{under}{body}{below}</article></main>"
            f"<aside>{box}</aside><footer>{foot}</footer>"
        )
    elif form == "soup":
        whole = (
            f"<div class='top'><div class='menu'>{menu}</div><div class='clock'>{_clock(n)}</div></div><div class='page'>{title}"
            f"<div class='date'>{shown.day}</div>{under}<div class='text'>{body}</div>{below}</div><div class='side'>{box}</div><div class='foot'>{foot}</div>"
        )
    else:
        whole = (
            f"<table><tr><td colspan=2>{menu} {_clock(n)}</td></tr><tr><td>{title}{day}{under}{body}{below}</td><td>{box}</td></tr>"
            f"<tr><td colspan=2>{foot}</td></tr></table>"
        )
    head = f"<head><meta charset='utf-8'><title>{escape(shown.title)}</title>{shown.head}</head>"
    return f"<!doctype html><html lang='{words['code']}'>{head}<body>{whole}</body></html>"


def print_list(words: dict[str, Any], entries: Sequence[tuple[str, str, str]]) -> Page:
    """Return a page of the latest messages: day, title and address of each."""
    rows = "".join(
        f"<li><span>{day}</span> <a href='{url}'>{escape(title)}</a></li>" for day, title, url in entries
    )
    crumbs = words["crumbs"]
    html = (
        f"<!doctype html><html lang='{words['code']}'><head><meta charset='utf-8'><title>{escape(crumbs[1])}</title></head><body>"
        f"<header><nav><a href='/'>{escape(crumbs[0])}</a></nav></header><main><h1>{escape(crumbs[1])}</h1><ul>{rows}</ul></main>"
        f"<footer>{escape(words['rights'])}</footer></body></html>"
    )
    return Page(html.encode(), "text/html")


def print_lines(words: dict[str, Any], lines: Sequence[str]) -> Page:
    """Return a page of a title and a sentence, as servers answer that have nothing to show."""
    told = "".join(f"<p>{escape(line)}</p>" for line in lines[1:])
    html = f"<!doctype html><html lang='{words['code']}'><head><title>{escape(lines[0])}</title></head><body><h1>{escape(lines[0])}</h1>{told}</body></html>"
    return Page(html.encode(), "text/html")


def capture(
    page: Page, day: float, url: str = PLACE, status: str = "200 OK", http: str = "", warc: str = ""
) -> bytes:
    """Return the WARC record of a response; `http` and `warc` are further lines of its heads."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {page.media}; charset=utf-8\r\n{http}\r\n".encode()
    return record(head + page.body, url, moment(day), warc)


def record(block: bytes, url: str, at: str, further: str = "") -> bytes:
    """Return a WARC response record."""
    fields = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: {at}\r\n"
        f"Content-Type: application/http; msgtype=response\r\n{further}Content-Length: {len(block)}\r\n\r\n"
    )
    return fields.encode() + block + b"\r\n\r\n"
