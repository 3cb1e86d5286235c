"""A static site of the record and its profile; explained pages, reviewed articles, and the picture of what is covered."""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.publishing.asked.explained import render_explanations
    from onrecord.publishing.asked.questions import Asked, Given, Sought
    from onrecord.publishing.asked.reviewed import render_review
    from onrecord.publishing.contents import Contents, PublishedRecord
    from onrecord.publishing.exporting.exports import export_csv, export_jsonl, safe_cell, whole
    from onrecord.publishing.exporting.parquet import export_parquet
    from onrecord.publishing.exporting.tei import export_tei
    from onrecord.publishing.lists.terms import Terms
    from onrecord.publishing.pictures.coverage import render_coverage
    from onrecord.publishing.profile import Profile, read_profile
    from onrecord.publishing.publish import Published, publish_site
    from onrecord.publishing.renewing.renew import publish_again
    from onrecord.publishing.served import ServedSite
    from onrecord.publishing.site import Site
    from onrecord.publishing.tongues import open_tongue

__all__ = [
    "Asked",
    "Contents",
    "Given",
    "Profile",
    "Published",
    "PublishedRecord",
    "ServedSite",
    "Site",
    "Sought",
    "Terms",
    "export_csv",
    "export_jsonl",
    "export_parquet",
    "export_tei",
    "open_tongue",
    "publish_again",
    "publish_site",
    "read_profile",
    "render_coverage",
    "render_explanations",
    "render_review",
    "safe_cell",
    "whole",
]

_ROOMS = {
    "asked.explained": ("render_explanations",),
    "asked.questions": ("Asked", "Given", "Sought"),
    "asked.reviewed": ("render_review",),
    "contents": ("Contents", "PublishedRecord"),
    "exporting.exports": ("export_csv", "export_jsonl", "safe_cell", "whole"),
    "exporting.parquet": ("export_parquet",),
    "exporting.tei": ("export_tei",),
    "lists.terms": ("Terms",),
    "pictures.coverage": ("render_coverage",),
    "profile": ("Profile", "read_profile"),
    "publish": ("Published", "publish_site"),
    "renewing.renew": ("publish_again",),
    "served": ("ServedSite",),
    "site": ("Site",),
    "tongues": ("open_tongue",),
}


def __getattr__(name: str) -> Any:
    # Templates, pictures, exports and the aligner of quotations: who wants one of them need not pay for all.
    for room, names in _ROOMS.items():
        if name in names:
            return getattr(import_module(f"onrecord.publishing.{room}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
