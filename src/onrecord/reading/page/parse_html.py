"""HTML to blocks: white space as a browser folds it, paragraphs parted by a blank line, `<br>` lines by a newline."""

from __future__ import annotations

from collections.abc import Sequence

from selectolax.lexbor import LexborNode

from onrecord.reading.page.blocks import LEFT_OUT, STATEMENT, PageBlocks
from onrecord.reading.page.converted import as_written
from onrecord.reading.page.markup import Markup, Told, find_told, hides, parse_markup, sets_bold
from onrecord.reading.page.named import with_captions, with_named_places
from onrecord.reading.page.pageforms import without_page_form
from onrecord.reading.page.running import with_running_lines
from onrecord.reading.page.writer import Effect, Writer

_BLOCK_TAGS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main menu nav ol optgroup option p pre search section "
    "select summary table tbody td tfoot th thead tr ul button textarea label html".split()
)
_UNSEEN_TAGS = frozenset(
    "script style template head noscript svg math iframe object embed video audio canvas map".split()
)
_PLACES = frozenset(
    "nav header footer aside main article form li ul ol dl dt dd blockquote table td th figure address select button "
    "label figcaption".split()
)
_PLACE_OF_ROLE = {
    "navigation": "nav", "banner": "header", "contentinfo": "footer", "complementary": "aside", "main": "main",
    "search": "form", "article": "article",
}  # fmt: skip
_BOLD_TAGS = frozenset(("b", "strong"))
_ITALIC_TAGS = frozenset(("i", "em", "cite"))
_PREFORMATTED = frozenset(("pre", "textarea"))
_STRUCK_TAGS = frozenset(("del", "s", "strike"))
_INSERTED_TAGS = frozenset(("ins",))
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_DEEPEST = 2_000


def _effect(tag: str) -> Effect:
    return Effect(
        tag,
        tag in _BLOCK_TAGS,
        _HEADINGS.get(tag, 0),
        tag if tag in _PLACES else None,
        tag in _BOLD_TAGS,
        tag in _ITALIC_TAGS,
        tag in _PREFORMATTED,
        styled=tag in _BOLD_TAGS | _ITALIC_TAGS | _PREFORMATTED | _STRUCK_TAGS | _INSERTED_TAGS,
        edit="struck" if tag in _STRUCK_TAGS else "inserted" if tag in _INSERTED_TAGS else "",
    )


# What a tag does it does wherever it stands; one that is not named here does nothing.
_EFFECTS = {
    tag: _effect(tag)
    for tag in _BLOCK_TAGS | _PLACES | _BOLD_TAGS | _ITALIC_TAGS | _STRUCK_TAGS | _INSERTED_TAGS
}
_PLAIN = Effect()
_LINK = Effect(link=True, styled=True)
_LEFT_OUT = Effect("div", breaks=True, place=LEFT_OUT)
_BESIDE = frozenset(("prev", "previous", "next"))
_SET_BY_HAND = frozenset(("style", "align", "valign", "width", "bgcolor", "colspan"))
_TEXT, _COMMENT = "-text", "-comment"
_NOT_FOLLOWED = _UNSEEN_TAGS | {_COMMENT}


def parse_html(text: str, statement: str | None = None, leave_out: Sequence[str] = ()) -> PageBlocks:
    """Return the blocks of an HTML page; what a browser does not show (scripts, hidden parts) is not its text.

    Blocks in an element that the selector `statement` names have the place STATEMENT. The text of those that `leave_out`
    names stands behind all other text, in blocks with the place LEFT_OUT.
    """
    markup = parse_markup(as_written(text))
    writer = Writer()
    cut = False
    root = markup.tree.body or markup.tree.root
    if root is not None:
        told = find_told(markup.tree, statement, leave_out)
        if root.mem_id in told.statement:
            writer.enter(Effect(place=STATEMENT))
        apart: list[LexborNode] = []
        cut = _walk(root, writer, markup, told, apart)
        writer.flush("paragraph")
        for element in apart:
            writer.enter(_LEFT_OUT)
            cut = _walk(element, writer, markup, Told(), apart) or cut
            writer.leave(_LEFT_OUT)
    blocks = with_running_lines(without_page_form(writer.blocks, writer.elements))
    if not statement:
        blocks = with_named_places(with_captions(blocks, writer.pictured), writer.elements)
    return PageBlocks(
        "".join(writer.pieces),
        tuple(blocks),
        markup.head,
        tuple(writer.elements),
        cut or markup.tamed,
        bool(statement or leave_out),
    )


def _walk(root: LexborNode, writer: Writer, markup: Markup, told: Told, apart: list[LexborNode]) -> bool:
    """Walk the tree without recursion: hostile pages nest deeper than Python's stack. True where cut short.

    Elements that are told to be left out are not walked, but added to `apart`.
    """
    is_told = bool(told.statement or told.left_out)
    bold_classes, plain_classes = markup.bold_classes, markup.plain_classes
    opened: list[tuple[Effect, LexborNode]] = []
    cut, add = False, writer.text
    element: LexborNode | None = root.first_child
    while element is not None:
        tag = element.tag
        if tag == _TEXT:
            add(element.text_content or "")
        elif tag == "br":
            writer.line_break()
        elif tag is not None and tag not in _NOT_FOLLOWED:
            child = element.first_child
            if child is None:
                if tag in _BLOCK_TAGS:
                    writer.flush("paragraph")
                elif tag == "img" and (pictured := element.attributes.get("alt")):
                    writer.pictured.add(pictured)
            elif (effect := _shown(tag, attributes := element.attributes, bold_classes)) is not None:
                if plain_classes and effect.bold and _sets_back(child, plain_classes):
                    effect = effect._replace(bold=False)
                if is_told and element.mem_id in told.statement:
                    effect = effect._replace(tag=effect.tag or tag, breaks=True, place=STATEMENT)
                if tag == "time":
                    writer.time = attributes.get("datetime") or None
                if is_told and element.mem_id in told.left_out:
                    apart.append(element)
                    if tag in _BLOCK_TAGS:
                        writer.flush("paragraph")
                elif child.tag == _TEXT and child.next is None:
                    # Most elements hold one text and nothing else: no need to go down and come up again.
                    _write_one(writer, effect, attributes, child.text_content or "")
                elif len(opened) < _DEEPEST:
                    if effect is not _PLAIN:
                        _enter(writer, effect, attributes)
                    opened.append((effect, element))
                    element = child
                    continue
                else:
                    # Deeper nesting than any author makes by hand: the rest is taken as text, so nothing is lost.
                    add(element.text(deep=True))
                    cut = True
        following = element.next
        while following is None and opened:
            effect, element = opened.pop()
            if effect is not _PLAIN:
                writer.leave(effect)
            following = element.next
        element = following
    return cut


def _sets_back(child: LexborNode | None, plain_classes: frozenset[str]) -> bool:
    """Whether one of an element's children, from the one given on, is set in plain type again."""
    while child is not None:
        if child.tag != _TEXT and not plain_classes.isdisjoint((child.attributes.get("class") or "").split()):
            return True
        child = child.next
    return False


def _write_one(writer: Writer, effect: Effect, attributes: dict[str, str | None], text: str) -> None:
    """Write an element that holds one text."""
    if effect is _PLAIN:
        writer.text(text)
    elif effect.place or effect.styled or not writer.whole(effect, _name(attributes), text):
        _enter(writer, effect, attributes)
        writer.text(text)
        writer.leave(effect)


def _enter(writer: Writer, effect: Effect, attributes: dict[str, str | None]) -> None:
    if not attributes:
        writer.enter(effect)
    elif effect.link:
        beside = "rel" in attributes and not _BESIDE.isdisjoint((attributes["rel"] or "").lower().split())
        writer.enter(
            effect, _name(attributes) if effect.breaks else "", attributes["href"] or "", beside=beside
        )
    else:
        writer.enter(effect, _name(attributes) if effect.breaks else "")


def _name(attributes: dict[str, str | None]) -> str:
    """The class of an element, else its id or what it sets by hand: what tells it from others on all pages of a site."""
    if not attributes:
        return ""
    named = attributes.get("class") or attributes.get("id")
    return named or " ".join(f"{each}={value}" for each, value in attributes.items() if each in _SET_BY_HAND)


def _shown(tag: str, attributes: dict[str, str | None], bold_classes: frozenset[str]) -> Effect | None:
    """What an element does, by its tag and attributes; None where they hide it."""
    effect = _EFFECTS.get(tag, _PLAIN)
    if not attributes:
        return effect
    if "hidden" in attributes:
        return None
    if style := attributes.get("style"):
        if hides(style):
            return None
        if sets_bold(style):
            effect = effect._replace(bold=True, styled=True)
    if bold_classes and not bold_classes.isdisjoint((attributes.get("class") or "").split()):
        effect = effect._replace(bold=True, styled=True)
    if "role" in attributes and (place := _PLACE_OF_ROLE.get(attributes["role"] or "")):
        effect = effect._replace(place=place)
    if tag == "a" and attributes.get("href"):
        if effect is _PLAIN:
            return _LINK
        return Effect(place=effect.place, bold=effect.bold, link=True, styled=True)
    return effect
