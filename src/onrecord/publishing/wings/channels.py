"""The feeds of a site that needs no server: of new statements and, apart, of edits; for all, and for what each list lists."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property
from typing import NamedTuple

from onrecord.publishing.contents import Contents
from onrecord.publishing.frame import Frame
from onrecord.publishing.lists.feeds import LATEST, Feed, Item, feed_id, item_of
from onrecord.publishing.lists.messages import Entry
from onrecord.publishing.statement.structured import structure_page
from onrecord.publishing.wings.edits import Edit, item_of_edit
from onrecord.publishing.wings.sources import Sources
from onrecord.publishing.wings.speakers import Speakers
from onrecord.publishing.wording import primary_tag

_TAG = re.compile(r"[a-z]{2,8}")

FILES = ("feed.atom", "feed.json", "edits.atom", "edits.json")


class Channel(NamedTuple):
    """What a pair of feeds tells of: its folder in the site, its name, the page that lists it, and the statements."""

    folder: str
    name: str
    home: str
    entries: Sequence[Entry]
    own: bool = False


class Group(NamedTuple):
    """Channels of one sort, under a heading."""

    heading: str
    channels: tuple[Channel, ...]


def make_feed(frame: Frame, id_: str, title: str, name: str, home: str, entries: Iterable[Entry]) -> str:
    """Return a feed of the statements among these that came last, as Atom or JSON Feed as its name ends.

    `name` and `home` are relative to the site's folder.
    """
    latest = tuple(frame.contents.with_leads(frame.contents.newest(_out(entries, frame.contents), LATEST)))
    return _rendered(frame, id_, title, name, home, frame.viewed(item_of, latest))


def make_edits(frame: Frame, id_: str, title: str, name: str, home: str, entries: Iterable[Entry]) -> str:
    """Return a feed of what was edited of these statements, what the record learnt last first."""
    contents = frame.contents
    found = (
        (each, contents.by_id[each.statement or ""])
        for each in contents.edits_of(_out(entries, contents))[:LATEST]
    )
    edits = [Edit(event, entry, contents.level_of(entry)) for event, entry in found]
    items = frame.viewed(lambda edit: item_of_edit(edit, frame.tongue), edits)
    return _rendered(frame, id_, title, name, home, items)


def _out(entries: Iterable[Entry], contents: Contents) -> Iterable[Entry]:
    """Return the entries that everybody may see."""
    return [entry for entry in entries if not entry.is_draft] if contents.previews is not None else entries


def _rendered(frame: Frame, id_: str, title: str, name: str, home: str, items: Sequence[Item]) -> str:
    root = frame.base or "../" * name.partition("?")[0].count("/")
    profile = frame.profile
    author = profile.keeper or profile.name
    return frame.render_feed(
        Feed(id_, title, author, profile.language, root, name, root + home, tuple(items))
    )


def tag_of(language: str | None) -> str | None:
    """Return the language of which there is a feed, None where the tag names none."""
    tag = primary_tag(language) if language else ""
    return tag if _TAG.fullmatch(tag) else None


def group_by_language(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return the entries under the languages of which there are feeds, by these."""
    found: dict[str, list[Entry]] = {}
    tag_named = cache(tag_of)  # of ten thousand statements, in a handful of languages
    for entry in entries:
        if tag := tag_named(entry.language):
            found.setdefault(tag, []).append(entry)
    return dict(sorted(found.items()))


class Channels:
    """The part of a site that tells machines what is new and what was edited, and people where they find that."""

    def __init__(self, frame: Frame, sources: Sources, speakers: Speakers) -> None:
        """Take the site, and its parts that go by who publishes and who speaks."""
        self._frame = frame
        self._sources = sources
        self._speakers = speakers

    @cached_property
    def groups(self) -> list[Group]:
        """The pairs of feeds that the page of feeds tells: those of which there are few, under headings."""
        _, contents = self._frame.tongue.gettext, self._frame.contents
        sections = (
            Channel(f"{one.folder}/", one.name, f"{one.folder}/index.html", one.entries, own=True)
            for one in contents.sections
        )
        kinds = (
            Channel(f"{one.folder}/", one.name, f"{one.folder}/index.html", one.entries)
            for one in self._frame.kinds
        )
        named = ((_("Sections"), sections), (_("Kinds"), kinds), (_("Languages"), self._languages()))
        groups = (Group(heading, tuple(channels)) for heading, channels in named)
        return [each for each in groups if each.channels]

    def _languages(self) -> Iterator[Channel]:
        contents = self._frame.contents
        found = contents.once("entries by language", lambda: group_by_language(contents.entries))
        for tag, entries in found.items():
            name = self._frame.tongue.language(tag)
            yield Channel(f"languages/{tag}/", name, "messages/index.html", entries)

    @cached_property
    def _listed(self) -> dict[str, Channel]:
        return {each.folder: each for group in self.groups for each in group.channels}

    def _channel(self, folder: str) -> Channel | None:
        match folder.split("/"):
            case [""]:
                return Channel("", "", "index.html", self._frame.contents.entries)
            case ["sources", slug, ""] if slug in self._sources.names:
                name = self._sources.names[slug]
                return Channel(folder, name, f"{folder}index.html", self._sources.entries_of(slug))
            case ["speakers", slug, ""] if slug in self._speakers.views:
                view = self._speakers.views[slug]
                return Channel(folder, view.name, f"{folder}index.html", view.entries)
        return self._listed.get(folder)

    def paths(self) -> Iterator[str]:
        """Yield the path of the page of feeds, and of each feed."""
        yield "feeds.html"
        folders = (
            "",
            *self._listed,
            *(f"sources/{slug}/" for slug in self._sources.names),
            *(f"speakers/{slug}/" for slug in self._speakers.views),
        )
        yield from (folder + file for folder in folders for file in FILES)

    def page(self, path: str) -> str | None:
        """Return one file, None where there is none."""
        if path == "feeds.html":
            return self._index()
        folder, _, file = path.rpartition("/")
        if file not in FILES:
            return None
        channel = self._channel(f"{folder}/" if folder else "")
        return None if channel is None else self._feed(channel, path, is_new=file.startswith("feed"))

    def _feed(self, channel: Channel, path: str, *, is_new: bool) -> str:
        site = self._frame.profile.name
        title = f"{channel.name} – {site}" if channel.name else site
        folder = channel.folder.rstrip("/")
        tells = "feed" if is_new else "edits"
        id_ = feed_id(self._frame.contents.identity, f"{tells}:{folder}" if folder else tells)
        if is_new:
            return make_feed(self._frame, id_, title, path, channel.home, self._newest(channel))
        named = self._frame.tongue.gettext("Edits: %(title)s", title=title)
        # The feed of the whole site tells of what was withdrawn, too, which stands in no list any more.
        told = channel.entries if folder else self._frame.contents.every
        return make_edits(self._frame, id_, named, path, channel.home, told)

    def _newest(self, channel: Channel) -> Sequence[Entry]:
        """Return what the feeds of a channel tell of, in both forms: looking for the latest goes through all that it has."""
        contents = self._frame.contents
        entries = channel.entries
        return contents.once(
            f"newest of {channel.folder}", lambda: contents.newest(_out(entries, contents), LATEST)
        )

    def _index(self) -> str:
        _ = self._frame.tongue.gettext
        heading = _("Feeds")
        described = _("Feeds of new statements and, apart, of edits, for Atom and JSON Feed readers.")
        page = self._frame.made_page(
            "feeds.html", heading, described, structure_page(heading, self._frame.profile)
        )
        # The page names the channels, and a page is made from no more than it shows.
        named = [
            Group(each.heading, tuple(one._replace(entries=()) for one in each.channels))
            for each in self.groups
        ]
        return self._frame.render("feeds.html", page._replace(feed=""), groups=named)
