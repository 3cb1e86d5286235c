"""What the pages of a served site show of a search and of a verdict, ready for their templates. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote, urlencode

from onrecord.model import HIT_ORDERS, Citation, Edit, Facet, Found, Held, Hit, Span, Verdict
from onrecord.publishing.asked.differences import BASES, tell_differences
from onrecord.publishing.asked.verdicts import summarise, tell_searched
from onrecord.publishing.contents import Contents
from onrecord.publishing.lists.messages import UNTITLED, Entry
from onrecord.publishing.lists.terms import cut_found
from onrecord.publishing.statement.corrected import tell_correction
from onrecord.publishing.statement.pages import link_to
from onrecord.publishing.statement.whose import tell_came, tell_rule, tell_whose
from onrecord.publishing.tongues import Tongue
from onrecord.publishing.wording import N_
from onrecord.quoting.articles import find_quotations

FILTERS = ("source", "speaker", "kind", "language", "since", "until")
_PER_FACET = {
    "source": N_("Source"),
    "speaker": N_("Speaker"),
    "kind": N_("Kind"),
    "year": N_("Year"),
    "language": N_("Language"),
}
_OTHERS_SHOWN = 10


_ORDERS = {"best": N_("Best first"), "newest": N_("Newest first"), "oldest": N_("Oldest first")}


class Sought(NamedTuple):
    """What somebody searches: the words, the filters by name, which page of the hits, and in which order they come."""

    words: str
    filters: Mapping[str, str]
    n: int = 1
    order: str = HIT_ORDERS[0]

    def link(self, **changed: str | None) -> str:
        """Return the address of this search with some of it changed, from its first page on."""
        order = None if self.order == HIT_ORDERS[0] else self.order
        asked = {"q": self.words, **self.filters, "order": order, **changed}
        return "search?" + urlencode({name: value for name, value in asked.items() if value})


class Piece(NamedTuple):
    """A stretch of words, marked or not."""

    text: str
    is_marked: bool


class HitView(NamedTuple):
    """A hit: where it leads, what statement it is of, who speaks, and the words around it; None where they are not shown."""

    link: str
    entry: Entry
    who: str | None
    turn: int
    words: tuple[Piece, ...] | None
    also_in: int


class Choice(NamedTuple):
    """A value that narrows a search, or one that is chosen and may be left out."""

    text: str
    link: str
    turns: int


class FacetView(NamedTuple):
    """The values of one facet; `chosen` where the search is narrowed by it already."""

    name: str
    chosen: Choice | None
    choices: tuple[Choice, ...]
    others: int


class Ordered(NamedTuple):
    """An order in which hits may come, and where they come so."""

    name: str
    link: str
    is_shown: bool


class FoundView(NamedTuple):
    """What a search found, page `n` of it; `earlier` and `later` lead to the pages around, `feed` and `edits` to its feeds."""

    turns: int
    hits: tuple[HitView, ...]
    facets: tuple[FacetView, ...]
    first: int
    earlier: str | None
    later: str | None
    feed: str
    edits: str
    orders: tuple[Ordered, ...]


def view_found(
    sought: Sought, found: Found, contents: Contents, per_page: int, reach: int, tongue: Tongue, top: str = ""
) -> FoundView:
    """Return what is shown of a search; of at most `reach` hits; `top` leads from the pages of a language to the site's."""
    first = (sought.n - 1) * per_page
    facets = [_facet(facet, sought, tongue) for facet in found.facets]
    goes_on = found.more and first + 2 * per_page <= reach
    return FoundView(
        turns=found.turns,
        hits=tuple(view for hit in found.hits if (view := _hit(hit, contents)) is not None),
        facets=tuple(each for each in facets if each.choices or each.chosen),
        first=first + 1,
        earlier=sought.link(page=str(sought.n - 1) if sought.n > 2 else None) if sought.n > 1 else None,
        later=sought.link(page=str(sought.n + 1)) if goes_on else None,
        feed=sought.link(order=None).replace("search?", top + "feeds/search.atom?", 1),
        edits=sought.link(order=None).replace("search?", top + "feeds/edits.atom?", 1),
        orders=tuple(
            Ordered(
                tongue.gettext(_ORDERS[each]), sought.link(order=each if at else None), each == sought.order
            )
            for at, each in enumerate(HIT_ORDERS)
        ),
    )


def _hit(hit: Hit, contents: Contents) -> HitView | None:
    entry = contents.by_id.get(hit.statement)
    if entry is None:  # removed since it was indexed
        return None
    level = contents.level_of(entry)
    folder = f"statements/{entry.folder}/" + (f"v{hit.version}/" if hit.version != entry.version else "")
    page = f"{folder}index.html"
    shown = cut_found(hit, level)
    words = tuple(pieces_of(shown.snippet, shown.spans)) if shown.snippet else None
    landing = f"#t{hit.turn}{_to_words(hit)}" if level == "full" else ""
    return HitView(page + landing, entry, hit.speaker or hit.label, hit.turn, words, len(hit.also_in))


def _to_words(hit: Hit) -> str:
    """A text fragment: browsers that know it show the very words, others the turn."""
    if not hit.spans:
        return ""
    start, end = hit.spans[0]
    return ":~:text=" + quote(hit.snippet[start:end], safe="").replace("-", "%2D")


def _facet(facet: Facet, sought: Sought, tongue: Tongue) -> FacetView:
    def text_of(value: str) -> str:
        if facet.name == "language":
            return tongue.language(value)
        return tongue.word("kind", value) if facet.name == "kind" else value

    def link_of(value: str | None) -> str:
        if facet.name == "year":
            return sought.link(since=value, until=value)
        return sought.link(**{facet.name: value})

    if facet.name == "year":
        since, until = sought.filters.get("since"), sought.filters.get("until")
        value = since or until or ""
        if since and until and since != until:
            value = tongue.gettext("%(first)s to %(last)s", first=since, last=until)
    else:
        value = sought.filters.get(facet.name, "")
    chosen = Choice(text_of(value), link_of(None), 0) if value else None
    choices = [Choice(text_of(each.value), link_of(each.value), each.turns) for each in facet.values]
    kept = () if chosen and len(choices) < 2 else tuple(choices)
    return FacetView(tongue.gettext(_PER_FACET[facet.name]), chosen, kept, facet.others)


def pieces_of(text: str, spans: Iterable[Span]) -> Iterator[Piece]:
    """Yield a text in stretches, those of the spans marked."""
    at = 0
    for start, end in sorted(spans):
        start, end = max(start, at), min(end, len(text))
        if start >= end:
            continue
        if start > at:
            yield Piece(text[at:start], False)
        yield Piece(text[start:end], True)
        at = end
    if at < len(text):
        yield Piece(text[at:], False)


class Asked(NamedTuple):
    """What somebody asks to be checked."""

    quotation: str
    speaker: str | None = None
    date: str | None = None

    @property
    def is_article(self) -> bool:
        """Return whether this is not one quotation but a text with several: in quotation marks, on lines of their own."""
        quoted = find_quotations(self.quotation).quotations
        lines = {self.quotation.count("\n", 0, one.span[0]) for one in quoted if one.within is None}
        return len(lines) > 1 and not self.speaker and not self.date

    @property
    def link(self) -> str | None:
        """Return an address that asks the same; None where it would be too long to be sent on."""
        told = {"quotation": self.quotation, "speaker": self.speaker, "date": self.date}
        link = "check?" + urlencode({name: value for name, value in told.items() if value})
        return link if len(link) <= _LONGEST_LINK else None


_LONGEST_LINK = 2_000


class Given(NamedTuple):
    """An article that somebody gives for a review: its text, or a file with its name; and its day."""

    text: str = ""
    file: bytes = b""
    name: str = ""
    posted_on: str | None = None


class PlaceView(NamedTuple):
    """A place on record: the statement's title, where it leads, its date and words; `day` says which of its days that is."""

    title: str
    link: str | None
    date: str | None
    day: str | None
    language: str | None
    words: str
    which: str


class VerdictView(NamedTuple):
    """A verdict: its wording in words, what is said of it, the words on record, and each difference as one line."""

    wording: str
    summary: str
    compared: str | None
    words: tuple[Piece, ...]
    place: PlaceView | None
    speaker: str | None
    captured: str | None
    at: str | None
    source_link: str | None
    differences: tuple[tuple[str, str], ...]
    parts: tuple[PlaceView, ...]
    others_are: str
    others: tuple[PlaceView, ...]
    further: int
    corrections: tuple[str, ...]
    basis: str
    searched: str
    proof: str | None = None


def view_verdict(
    verdict: Verdict, contents: Contents, show: Callable[[str, int], Held], tongue: Tongue
) -> VerdictView:
    """Return what is shown of a verdict; `show` gives a version of a statement, for the place that is cited."""
    cited, _ = verdict.citation, tongue.gettext
    held = show(cited.statement, cited.version) if cited else None
    turn = (
        next((each for each in held.statement.turns if cited and each.n == cited.turn), None)
        if held
        else None
    )
    undecided = verdict.wording in ("too_short", "not_found")
    return VerdictView(
        wording=_capitalised(_heading(verdict, tongue)),
        summary=summarise(verdict, held, tongue),
        compared=verdict.compared,
        words=tuple(_marked(cited, verdict.edits)) if cited else (),
        place=view_place(cited, contents, tongue) if cited else None,
        speaker=(turn.speaker or turn.label) if turn else None,
        captured=_captured(cited, tongue) if cited else None,
        at=(cited.url or cited.digest) if cited else None,
        source_link=link_to(cited.url) if cited else None,
        differences=tuple((_capitalised(name), said) for name, said in tell_differences(verdict, tongue)),
        parts=_places(verdict.parts, contents, tongue) if verdict.wording in ("spliced", "reordered") else (),
        others_are=(_("Stands in") if verdict.wording == "too_short" else _("Closest"))
        if undecided
        else _("Also in"),
        others=_places(verdict.alternatives[:_OTHERS_SHOWN], contents, tongue),
        further=max(0, len(verdict.alternatives) - _OTHERS_SHOWN),
        corrections=tuple(tell_correction(each, tongue) for each in verdict.corrections),
        basis=_(BASES[verdict.basis.text_status]),
        searched=tell_searched(verdict.searched, tongue),
        proof=_proof(held, contents, tongue) if held else None,
    )


def _proof(held: Held, contents: Contents, tongue: Tongue) -> str:
    """Whose page is cited, how it came, and how much of it is shown here."""
    entry = contents.by_id.get(held.listed.id)
    level = contents.level_of(entry) if entry is not None else contents.terms.level(held.listed.source)
    return tongue.gettext(
        "%(whose)s; %(came)s; shown here %(rule)s",
        whose=tell_whose(tongue, is_own=held.own or contents.profile.own),
        came=tell_came(held.came, tongue),
        rule=tell_rule(level, tongue),
    )


def _heading(verdict: Verdict, tongue: Tongue) -> str:
    """The wording, and beside it what nobody should miss: that the sentence there may deny the words."""
    wording = tongue.word("wording", verdict.wording)
    outside = tongue.gettext("a negation left outside")
    return tongue.gettext("; ").join([wording, outside]) if verdict.cut_off else wording


def _capitalised(said: str) -> str:
    return said[:1].upper() + said[1:]


def _marked(cited: Citation, edits: Iterable[Edit]) -> Iterator[Piece]:
    begin = cited.span[0]
    spans = [(edit.span[0] - begin, edit.span[1] - begin) for edit in edits]
    return pieces_of(cited.text, [span for span in spans if span[0] >= 0])


def _places(citations: Sequence[Citation], contents: Contents, tongue: Tongue) -> tuple[PlaceView, ...]:
    return tuple(view_place(each, contents, tongue) for each in citations)


def view_place(cited: Citation, contents: Contents, tongue: Tongue) -> PlaceView:
    """Return a place on record, and the page that shows it."""
    entry = contents.by_id.get(cited.statement)
    which = tongue.gettext(
        "%(id)s, version %(version)s, turn %(turn)s",
        id=cited.statement, version=cited.version, turn=cited.turn,
    )  # fmt: skip
    if entry is None:
        return PlaceView(tongue.gettext(UNTITLED), None, None, None, None, cited.text, which)
    folder = f"statements/{entry.folder}/"
    page = folder if cited.version == entry.version else f"{folder}v{cited.version}/"
    landing = f"#t{cited.turn}" if contents.level_of(entry) == "full" else ""
    link = f"{page}index.html{landing}"
    date, day = entry.given or entry.date, None
    if date:
        told = tongue.date(date)
        day = (
            tongue.gettext("given on %(date)s", date=told)
            if entry.given
            else tongue.gettext("posted on %(date)s", date=told)
        )
    return PlaceView(entry.title, link, date, day, entry.language, cited.text, which)


def _captured(cited: Citation, tongue: Tongue) -> str:
    return tongue.moment(cited.captured_at) if cited.captured_at else tongue.gettext("at a time not known")
