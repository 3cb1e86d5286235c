"""A static site of the record and its profile; explained pages, reviewed articles, and the picture of what is covered."""

from onrecord.publishing.contents import Contents, PublishedRecord
from onrecord.publishing.coverage import render_coverage
from onrecord.publishing.explained import render_explanations
from onrecord.publishing.exports import export_csv, export_jsonl, safe_cell
from onrecord.publishing.parquet import export_parquet
from onrecord.publishing.profile import Profile, read_profile
from onrecord.publishing.publish import Published, publish_site
from onrecord.publishing.questions import Asked, Given, Sought
from onrecord.publishing.reviewed import render_review
from onrecord.publishing.served import ServedSite
from onrecord.publishing.site import Site
from onrecord.publishing.tei import export_tei
from onrecord.publishing.terms import Terms
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
    "publish_site",
    "read_profile",
    "render_coverage",
    "render_explanations",
    "render_review",
    "safe_cell",
]
