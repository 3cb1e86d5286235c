"""A captured page made harmless: what is left when all that could run, load, lead away or be filled in is taken out. Pure."""

from __future__ import annotations

from html import escape

from onrecord.publishing.wording import direction_of, printable

MOST_SHOWN = 2_000_000
"""Characters of a captured page that are shown; what is beyond is left out, and said to be."""

# Words and their order; nothing with an address, a style, an event, a form or a picture.
_TAGS = frozenset(
    "a abbr address article aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em"
    " figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p pre q rp rt ruby s samp section"
    " small span strong sub summary sup table tbody td tfoot th thead time tr u ul var wbr".split()
)
_DROPPED_WHOLE = frozenset(
    "script style template noscript iframe object embed applet svg math canvas audio video form select textarea button"
    " title head".split()
)
_ATTRIBUTES = {
    "*": {"lang", "dir"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "ol": {"start"},
}
_SHELL = (
    '<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
    "<title>The captured page, sanitised</title>\n"
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<link rel="stylesheet" href="{style}">\n</head>\n<body class="capture">\n<main>\n{body}\n</main>\n</body>\n</html>\n'
)


def sanitise(markup: str) -> str:
    """Return the markup with only the words and their order left: no script, style, address, form, picture or event."""
    import nh3  # only who serves captured pages needs it

    return nh3.clean(
        printable(markup[:MOST_SHOWN]),
        tags=set(_TAGS),
        clean_content_tags=set(_DROPPED_WHOLE),
        attributes={name: set(kept) for name, kept in _ATTRIBUTES.items()},
        strip_comments=True,
        link_rel=None,
        url_schemes=set(),
    )


def render_capture(text: str, language: str | None, style: str, *, is_markup: bool) -> str:
    """Return a whole page that shows a captured one: sanitised markup, or its text as it is."""
    shown = sanitise(text) if is_markup else f"<pre>{escape(printable(text[:MOST_SHOWN]))}</pre>"
    cut = (
        "<p><em>The rest of the captured page is left out here.</em></p>\n" if len(text) > MOST_SHOWN else ""
    )
    tag = escape(printable(language or "und"))
    return _SHELL.format(
        language=tag, direction=direction_of(language), style=escape(style), body=shown + cut
    )
