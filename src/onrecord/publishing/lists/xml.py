"""Text as XML holds it. Python's own `xml.sax.saxutils` does the same, and loads what speaks HTTP for it."""

from __future__ import annotations


def escape(text: str) -> str:
    """Return text as it stands between tags."""
    return text.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")


def quote_attribute(text: str) -> str:
    """Return text as the value of an attribute, in the marks that it does not hold itself."""
    escaped = escape(text).replace("\n", "&#10;").replace("\r", "&#13;").replace("\t", "&#9;")
    if '"' not in escaped:
        return f'"{escaped}"'
    return f"'{escaped}'" if "'" not in escaped else '"{}"'.format(escaped.replace('"', "&quot;"))
