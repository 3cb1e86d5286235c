"""Builds the invented sample: `build(folder)` writes one WARC per invented site, the same bytes every time.

Run from the repository: `python samples/build.py`. The texts lie in one folder per site, what was captured
when in `captures.toml`. Nothing here is read by the package; only the WARCs it makes are shipped.
"""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import tomllib
import uuid
import zlib
from io import BytesIO
from pathlib import Path
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

import jinja2
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "src" / "onrecord" / "demo" / "sample"
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://sample.onrecord.example/")
MOIS = (
    "janvier", "février", "mars", "avril", "mai", "juin",
    "juillet", "août", "septembre", "octobre", "novembre", "décembre",
)  # fmt: skip
INVENTED = "Invented sample page of onrecord; no such country, office or person exists."

Bodies = dict[tuple[str, str], bytes]


class Block(NamedTuple):
    """One paragraph of a text: its label as printed (else None), its words, and whether it is a heading."""

    label: str | None
    text: str
    heading: bool = False


class Message(NamedTuple):
    """One text of a site; without blocks, a message that its lists announce and the sample does not hold."""

    name: str
    title: str
    posted_on: str
    lead: str
    address: str
    blocks: tuple[Block, ...]
    closing: str | None
    fields: dict[str, Any]
    truth: dict[str, Any]


class Site(NamedTuple):
    """One invented site: its settings, and its messages by name."""

    name: str
    settings: dict[str, Any]
    messages: dict[str, Message]
    captures: list[dict[str, Any]]


def read_sites(folder: Path = HERE) -> list[Site]:
    """All sites of the sample, each with its messages and captures."""
    settings = tomllib.loads((folder / "sites.toml").read_text("utf-8"))
    captures = tomllib.loads((folder / "captures.toml").read_text("utf-8"))
    return [
        Site(name, settings[name], read_messages(folder / name, settings[name]), captures[name])
        for name in settings
        if name in captures
    ]


def read_messages(folder: Path, settings: dict[str, Any]) -> dict[str, Message]:
    """The messages of one site by name, held and only announced."""
    messages = [read_message(path, settings) for path in sorted(folder.glob("*.txt"))]
    notices = tomllib.loads((folder / "notices.toml").read_text("utf-8")).get("notice", [])
    for notice in notices:
        address = settings["address"].format(name=notice["name"], path=notice.get("path"))
        told = (notice["name"], notice["title"], notice["posted_on"], notice["lead"])
        messages.append(Message(*told, address, (), None, notice, {}))
    return {message.name: message for message in messages}


def read_message(path: Path, settings: dict[str, Any]) -> Message:
    """One text file: TOML between two lines "+++", then paragraphs with blank lines between."""
    _, head, body = path.read_text("utf-8").split("+++\n", 2)
    fields = tomllib.loads(head)
    if "same_text_as" in fields:
        body = (HERE / f"{fields['same_text_as']}.txt").read_text("utf-8").split("+++\n", 2)[2]
    blocks = tuple(parse_block(paragraph) for paragraph in body.strip().split("\n\n"))
    lead = fields.get("lead") or lead_of(blocks)
    address = settings["address"].format(name=path.stem, path=fields.get("path"))
    return Message(
        path.stem,
        fields["title"],
        fields["posted_on"],
        lead,
        address,
        blocks,
        fields.get("closing"),
        fields,
        fields.get("truth", {}),
    )


def parse_block(paragraph: str) -> Block:
    """One paragraph: "@Label@ words", "# heading", or words alone."""
    text = " ".join(paragraph.split("\n"))
    if text.startswith("@"):
        _, label, words = text.split("@", 2)
        return Block(label, words.strip())
    if text.startswith("# "):
        return Block(None, text[2:], heading=True)
    return Block(None, text)


def lead_of(blocks: tuple[Block, ...]) -> str:
    """The first sentences of a text, up to some 300 characters, as a list of latest messages shows them."""
    first, *others = blocks
    text = f"{first.label}: {first.text}" if first.label else first.text
    for block in others:
        if len(text) >= 60:
            break
        text = f"{text} {block.text}"
    if len(text) <= 300:
        return text
    cut = text[:300]
    stop = cut.rfind(". ")
    return cut[: stop + 1] if stop > 80 else cut[: cut.rfind(" ")] + "…"


def build(folder: Path = SHIPPED) -> list[Path]:
    """The WARC files written into `folder`, one per site."""
    folder.mkdir(parents=True, exist_ok=True)
    return [write_warc(site, folder / f"{site.name}.warc.gz") for site in read_sites()]


def write_warc(site: Site, path: Path) -> Path:
    """The path of one site's WARC, written anew."""
    with path.open("wb") as stream:
        writer = WARCWriter(stream, gzip=True, warc_version="WARC/1.1")
        writer.write_record(warcinfo(writer, site, path.name))
        bodies: Bodies = {}
        for entry in sorted(site.captures, key=lambda entry: entry["at"]):
            writer.write_record(record(writer, site, entry, bodies))
    return path


def warcinfo(writer: WARCWriter, site: Site, filename: str) -> Any:
    """The first record of a file: what it is, and that everything in it is invented."""
    first = min(entry["at"] for entry in site.captures)
    lines = (
        "software: samples/build.py of onrecord",
        "format: WARC File Format 1.1",
        f"description: {INVENTED}",
    )
    fields = "".join(f"{line}\r\n" for line in lines)
    headers = {"WARC-Record-ID": record_id(filename), "WARC-Date": first, "WARC-Filename": filename}
    headers["Content-Type"] = "application/warc-fields"
    return created(writer, "", "warcinfo", fields.encode(), headers)


def record(writer: WARCWriter, site: Site, entry: dict[str, Any], bodies: Bodies) -> Any:
    """One capture as a WARC record; `bodies` keeps what each capture held, for the revisits of later ones."""
    kind, at, page = entry.get("kind", "response"), entry["at"], entry["page"]
    url = url_of(site, page)
    headers = {"WARC-Date": at, "WARC-Record-ID": record_id(f"{url} {at}")}
    if kind == "rendering":
        headers["Content-Type"] = "text/plain; charset=utf-8"
        body = render(site, page, entry, "txt").encode("utf-8")
        return created(writer, url, "resource", body, headers)
    if kind == "revisit":
        earlier = bodies[page, entry["same_as"]]
        headers["WARC-Refers-To"] = record_id(f"{url} {entry['same_as']}")
        return writer.create_revisit_record(
            url, sha1(earlier), url, entry["same_as"], http_headers(site, at, len(earlier)), headers
        )
    body = render(site, page, entry, "html").encode(site.settings["charset"])
    encoded = content_coded(body, site.settings["coding"])
    sent = chunked(encoded) if "chunked" in site.settings["coding"] else encoded
    bodies[page, at] = sent
    # Tools disagree whether HTTP chunks belong to a payload's digest; warcio, which checks it, counts them in.
    headers["WARC-Payload-Digest"] = sha1(sent)
    status = "404 Not Found" if kind == "missing" else "200 OK"
    return created(writer, url, "response", sent, headers, http_headers(site, at, len(encoded), status))


def created(
    writer: WARCWriter, url: str, kind: str, body: bytes, headers: dict[str, str], http: Any = None
) -> Any:
    """A record of those bytes; the length is told, so that warcio opens no temporary file and leaves none open."""
    return writer.create_warc_record(
        url,
        kind,
        payload=BytesIO(body),
        length=len(body),
        http_headers=http,
        warc_headers_dict=headers,
    )


def http_headers(site: Site, at: str, length: int, status: str = "200 OK") -> StatusAndHeaders:
    """The response's status line and headers, as the site's server would send them."""
    settings = site.settings
    sent = [
        ("Date", moment(at).strftime("%a, %d %b %Y %H:%M:%S GMT")),
        ("Server", settings["server"]),
        ("Content-Type", f"text/html; charset={settings['charset']}"),
    ]
    if "gzip" in settings["coding"]:
        sent.append(("Content-Encoding", "gzip"))
    if "chunked" in settings["coding"]:
        sent.append(("Transfer-Encoding", "chunked"))
    else:
        sent.append(("Content-Length", str(length)))
    return StatusAndHeaders(status, sent, protocol="HTTP/1.1")


def content_coded(body: bytes, coding: list[str]) -> bytes:
    """The body as the site sends it, gzipped without a time if the site gzips."""
    if "gzip" not in coding:
        return body
    compressor = zlib.compressobj(9, zlib.DEFLATED, zlib.MAX_WBITS | 16)
    return compressor.compress(body) + compressor.flush()


def chunked(body: bytes, size: int = 4096) -> bytes:
    """The body in HTTP chunks of `size` bytes."""
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in [*pieces, b""])


def render(site: Site, page: str, entry: dict[str, Any], form: str) -> str:
    """The page as it stood at the time of the capture."""
    at = moment(entry["at"])
    local = at.astimezone(ZoneInfo(site.settings["zone"]))
    today = local.date().isoformat()
    template = "missing" if entry.get("kind") == "missing" else site.name
    text = templates().get_template(f"{template}.{form}").render(
        site=site.settings,
        page=page,
        at=local,
        message=message_of(site, page),
        dateline=f"{local.day} {local:%B %Y}",
        clocks=[{"place": place, "time": clock(at, zone)} for place, zone in site.settings["clocks"]],
        counters=[{"days": days(since, today), "text": text} for since, text in site.settings["counters"]],
        latest=latest(site, page, today),
        events=[event for event in site.settings.get("events", []) if event["on"] >= today],
        invented=INVENTED,
    )  # fmt: skip
    for old, new in entry.get("replace", []):
        if old not in text:
            raise ValueError(f"nothing on {page} reads {old!r}")
        text = text.replace(old, new)
    return text


def clock(at: dt.datetime, zone: str) -> str:
    """The local time of a zone at an instant, as a page's clock shows it."""
    return f"{at.astimezone(ZoneInfo(zone)):%H:%M}"


def days(since: str, until: str) -> int:
    """The days between two ISO dates."""
    return (dt.date.fromisoformat(until) - dt.date.fromisoformat(since)).days


def message_of(site: Site, page: str) -> Message | None:
    """The message that a page shows, None on a list."""
    message = site.messages.get(page)
    return message if message and message.blocks else None


def latest(site: Site, page: str, today: str) -> list[Message]:
    """What the list on a page shows on that day, newest first, the page's own message left out."""
    posted = [m for m in site.messages.values() if m.posted_on <= today and m.name != page]
    posted.sort(key=lambda message: (message.posted_on, message.name), reverse=True)
    return posted[: 10 if page in ("all", "front") else site.settings["latest"]]


def url_of(site: Site, page: str) -> str:
    """The address of a page."""
    base: str = site.settings["base"]
    if page in site.messages:
        return base + site.messages[page].address
    unheld = site.settings["address"].format(name=page, path=page)
    listed: str = site.settings["lists"].get(page, unheld)
    return base + listed


def templates() -> jinja2.Environment:
    """The page templates."""
    loader = jinja2.FileSystemLoader(HERE / "templates")
    escape = jinja2.select_autoescape(enabled_extensions=("html",))
    environment = jinja2.Environment(loader=loader, autoescape=escape)
    environment.filters["dots"] = lambda day: f"{day[8:]}.{day[5:7]}.{day[:4]}"
    environment.filters["words"] = lambda day: f"{int(day[8:])} {dt.date.fromisoformat(day):%B %Y}"
    environment.filters["mots"] = lambda day: f"{int(day[8:])} {MOIS[int(day[5:7]) - 1]} {day[:4]}"
    return environment


def moment(at: str) -> dt.datetime:
    """The instant that a "…Z" time names."""
    return dt.datetime.fromisoformat(at.replace("Z", "+00:00"))


def record_id(name: str) -> str:
    """The same identifier for the same name, every time."""
    return f"<urn:uuid:{uuid.uuid5(NAMESPACE, name)}>"


def sha1(body: bytes) -> str:
    """The digest of a payload as WARC files write it."""
    return "sha1:" + base64.b32encode(hashlib.sha1(body).digest()).decode()


if __name__ == "__main__":
    build()
