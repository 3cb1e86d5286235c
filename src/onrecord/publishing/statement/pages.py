"""What a statement's page shows, ready for its template: metadata lines, turns in paragraphs, proof. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from onrecord.model import Correction, Held, Linked, Removal, Statement, VersionSeen
from onrecord.publishing.files import folder_name
from onrecord.publishing.lists.messages import UNTITLED, Entry
from onrecord.publishing.profile import Profile
from onrecord.publishing.retold import retell
from onrecord.publishing.slugs import slug_of
from onrecord.publishing.statement.corrected import tell_correction
from onrecord.publishing.statement.previews import DraftView
from onrecord.publishing.statement.turns import view_turn
from onrecord.publishing.statement.views import (
    ALL,
    NOBODY,
    NOTHING_NEAR,
    Decision,
    Known,
    Line,
    LinkedView,
    Near,
    Shown,
    StatementView,
    Value,
    VersionView,
)
from onrecord.publishing.statement.voices import view_voices
from onrecord.publishing.statement.whose import (
    tell_came,
    tell_rule,
    tell_whose,
    view_releases,
    view_withdrawn,
)
from onrecord.publishing.tongues import ENGLISH, Tongue
from onrecord.publishing.wording import comma_in, day_of, direction_of


def view_statement(
    held: Held,
    entry: Entry,
    other_parts: Sequence[Entry],
    profile: Profile,
    shown: Shown | None = None,
    tongue: Tongue = ENGLISH,
    known: Known = NOBODY,
    near: Near = NOTHING_NEAR,
) -> StatementView:
    """Return what the page of one version of a statement shows; `entry` stands for its current one.

    `held` has the words that may be published; `shown` tells how many that are where these are not all.
    """
    statement = held.statement
    corrections = tuple(_corrections(statement, shown, tongue))
    own = (statement.title or "").strip()
    title = own or tongue.gettext(UNTITLED)
    language = statement.language or "und"
    return StatementView(
        id=held.listed.id,
        folder=entry.folder,
        title=title,
        is_titled=bool(own),
        language=language,
        direction=direction_of(language),
        description=entry.lead or title,
        version=held.version,
        current=entry.version,
        total=max(len(held.listed.versions), 1),
        lines=tuple(_metadata(statement, held.listed.linked, tongue, known)),
        turns=tuple(view_turn(turn, language) for turn in statement.turns),
        continues=bool(statement.part and statement.part.continues),
        other_parts=tuple(other_parts),
        proof=tuple(_proof(held, (shown or ALL).level, tongue, known, is_own=held.own or profile.own)),
        versions=tuple(_version(version, entry.version, tongue) for version in held.listed.versions),
        witnesses=tuple(_witnesses(held, tongue)),
        citation=cite_page(held, title, profile, tongue),
        shown=shown or ALL,
        source_link=link_to(held.capture.url),
        corrections=corrections,
        corrected=frozenset(each.turn for each in corrections if each.turn is not None),
        removals=tuple(_decision("", None, each, each.at, tongue) for each in statement.removals),
        joined=held.listed.joined,
        linked=tuple(_linked(each, tongue) for each in held.listed.linked),
        awaits=held.listed.awaits,
        releases=view_releases(held, tongue),
        withdrawn=view_withdrawn(held),
        is_own=held.own or profile.own,
        source=_source(held, known),
        voices=view_voices(statement.turns),
        near=near,
    )


def as_draft(view: StatementView, draft: DraftView | None) -> StatementView:
    """Return the view of a draft: it has no proof yet, and no captured page."""
    return view if draft is None else view._replace(draft=draft, proof=view.proof[:2])


def _linked(linked: Linked, tongue: Tongue) -> LinkedView:
    what = (
        tongue.gettext("the same in another language")
        if linked.relation == "translation"
        else tongue.gettext("another record of the event")
    )
    said = tongue.listed(what, linked.language and tongue.language(linked.language), linked.source)
    title = linked.title or tongue.gettext(UNTITLED)
    return LinkedView(
        folder_name(linked.id),
        title,
        tongue.gettext("%(said)s; %(reason)s", said=said, reason=retell(linked.because, tongue)),
    )


def _corrections(statement: Statement, shown: Shown | None, tongue: Tongue) -> Iterator[Decision]:
    turns = {turn.n for turn in statement.turns}
    for each in statement.corrections:
        if each.turn is not None and each.turn not in turns:
            continue  # of a turn that is not published
        if shown is not None and shown.level != "full" and each.field in ("begins", "joins"):
            continue  # it would show words that are not
        yield _decision(tell_correction(each, tongue), each.turn, each, each.on, tongue)


def _decision(
    said: str, turn: int | None, decided: Correction | Removal, when: str, tongue: Tongue
) -> Decision:
    return Decision(said, turn, decided.by, tongue.moment(when), day_of(when), decided.why)


def cite_page(held: Held, title: str, profile: Profile, tongue: Tongue = ENGLISH) -> tuple[str, ...]:
    """Return how to cite a version, part by part: who said what, where it stands, when seen, its digest."""
    statement, _ = held.statement, tongue.gettext
    captured_at, url = held.capture.captured_at, held.capture.url
    parts = [
        comma_in(statement.speakers[0].name if statement.speakers else "").join(
            speaker.name for speaker in statement.speakers
        ),
        _("“%(title)s”", title=title),
        statement.source,
        _("given on %(date)s", date=tongue.date(statement.given_on)) if statement.given_on else None,
        _("posted on %(date)s", date=tongue.date(statement.posted_on)) if statement.posted_on else None,
        _seen(tongue.moment(captured_at) if captured_at else None, url, tongue),
        _("version %(n)s (%(digest)s)", n=held.version, digest=digest_of(held)),
        _("in: %(site)s, kept by %(keeper)s", site=profile.name, keeper=profile.keeper)
        if profile.keeper
        else _("in: %(site)s", site=profile.name),
    ]
    return tuple(part for part in parts if part)


def _seen(moment: str | None, url: str | None, tongue: Tongue) -> str | None:
    if moment and url:
        return tongue.gettext("captured %(moment)s from %(url)s", moment=moment, url=url)
    if moment:
        return tongue.gettext("captured %(moment)s", moment=moment)
    return tongue.gettext("from %(url)s", url=url) if url else None


def link_to(url: str | None) -> str | None:
    """Return the address where it may be followed from a page: http and https only, else None."""
    if url is None:
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def _metadata(statement: Statement, linked: Sequence[Linked], tongue: Tongue, known: Known) -> list[Line]:
    part = statement.part.number if statement.part else None
    _ = tongue.gettext
    kinds = _("; ").join(tongue.word("kind", kind) for kind in statement.kinds)
    status = None if statement.text_status == "unknown" else tongue.word("text", statement.text_status)
    lines = (
        (_("Given on"), _date(statement.given_on, tongue)),
        (_("Posted on"), _date(statement.posted_on, tongue)),
        (_("Updated on"), _date(statement.updated_on, tongue)),
        (_("Place"), _texts(statement.place)),
        (_("Occasion"), _texts(statement.occasion)),
        (
            tongue.ngettext("Speaker", "Speakers", max(len(statement.speakers), 1)),
            _speakers(statement, known),
        ),
        (_("Outlet"), _texts(statement.outlet)),
        (_("Language"), _texts(tongue.language(statement.language) if statement.language else None)),
        (_("Other languages"), tuple(_translations(linked, tongue))),
        (_("Kind"), _texts(kinds)),
        (_("Status"), tuple(Value(tongue.word("status", status)) for status in statement.status)),
        (_("Text"), _texts(status)),
        (_("Part"), _texts(str(part) if part else None)),
    )
    return [Line(label, values) for label, values in lines if values]


def _date(iso: str | None, tongue: Tongue) -> tuple[Value, ...]:
    return (Value(tongue.date(iso), date=day_of(iso)),) if iso else ()


def _texts(text: str | None) -> tuple[Value, ...]:
    return (Value(text),) if text else ()


def _translations(linked: Sequence[Linked], tongue: Tongue) -> Iterator[Value]:
    """Yield the other languages in which a statement is held; what else hangs together with it stands below its words."""
    for each in linked:
        if each.relation == "translation" and each.language:
            yield Value(tongue.language(each.language), path=f"statements/{folder_name(each.id)}/index.html")


def _speakers(statement: Statement, known: Known) -> tuple[Value, ...]:
    return tuple(
        Value(
            f"{speaker.name}{comma_in(speaker.name)}{speaker.office}" if speaker.office else speaker.name,
            path=f"speakers/{slug_of(speaker.name)}/index.html" if speaker.name in known.speakers else None,
        )
        for speaker in statement.speakers
    )


def _proof(held: Held, level: str, tongue: Tongue, known: Known, *, is_own: bool) -> list[Line]:
    capture, url, _ = held.capture, held.capture.url, tongue.gettext
    named = _source(held, known)
    source = [named] if named else []
    source.append(Value(url or _("captured without an address"), link=link_to(url)))
    captured = (
        Value(tongue.moment(capture.captured_at), date=capture.captured_at)
        if capture.captured_at
        else Value(_("time not known"))
    )
    return [
        Line(_("Source"), tuple(source)),
        Line(_("Whose"), (Value(tell_whose(tongue, is_own=is_own)),)),
        Line(_("Captured at") if held.came != "released" else _("Came out at"), (captured,)),
        Line(_("How it came"), (Value(tell_came(held.came, tongue)),)),
        Line(_("Shown here"), (Value(tell_rule(level, tongue)),)),
        Line(_("Digest of the captured page"), (Value(capture.digest, is_code=True),)),
        Line(_("Digest of the words"), (Value(digest_of(held), is_code=True),)),
        Line(_("Record number"), (Value(held.listed.id, is_code=True),)),
    ]


def _source(held: Held, known: Known) -> Value | None:
    """Return who published a statement, with a link to their page; None where the captures do not tell."""
    name = held.statement.source or held.listed.source
    path = f"sources/{slug_of(name)}/index.html" if name and name in known.sources else None
    return Value(name, path=path) if name else None


def digest_of(held: Held) -> str:
    """Return the digest of a version's words; that of the captured page where it has none."""
    found = [version.digest for version in held.listed.versions if version.n == held.version]
    return found[0] if found else held.capture.digest


def _version(version: VersionSeen, current: int, tongue: Tongue) -> VersionView:
    return VersionView(
        n=version.n,
        first_seen=_seen_on(version.first_seen, tongue),
        last_seen=_seen_on(version.last_seen, tongue),
        digest=version.digest,
        current=version.n == current,
    )


def _seen_on(moment: str | None, tongue: Tongue) -> str | None:
    # "seen 3 February" has a word before the day in other languages, and none before "at a time not known".
    return tongue.pgettext("seen", "%(moment)s", moment=tongue.moment(moment)) if moment else None


def _witnesses(held: Held, tongue: Tongue) -> list[Value]:
    witnesses = []
    for witness in held.listed.witnesses:
        versions = len(held.listed.versions)
        version = tongue.gettext("version %(n)s", n=witness.version) if versions > 1 else None
        where = witness.url or tongue.gettext("captured without an address")
        relation = tongue.word("relation", witness.relation)
        note = tongue.listed(relation, tongue.captured(witness.captured_at), version)
        witnesses.append(Value(where, link=link_to(witness.url), note=note))
    return witnesses
