"""A citation as a Web Annotation (JSON-LD): quote and position selectors, and the state of the page they are of."""

from __future__ import annotations

from typing import Any

from onrecord.publishing.citing.citations import Quoted

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def cite_as_annotation(quoted: Quoted) -> dict[str, Any]:
    """Return the citation after the Web Annotation data model; positions count in the text that `show --as page` gives."""
    cited, capture = quoted.citation, quoted.capture
    start, end = quoted.page_span
    selectors: list[dict[str, Any]] = [
        {"type": "TextQuoteSelector", "exact": cited.selector.exact, "prefix": cited.selector.prefix, "suffix": cited.selector.suffix},
        {"type": "TextPositionSelector", "start": start, "end": end},
    ]  # fmt: skip
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": capture.url or f"urn:{capture.digest}",
        "selector": selectors,
    }
    if capture.captured_at:
        target["state"] = {"type": "TimeState", "sourceDate": capture.captured_at}
    return {
        "@context": _CONTEXT,
        "id": quoted.address,
        "type": "Annotation",
        "motivation": "identifying",
        "target": target,
    }
