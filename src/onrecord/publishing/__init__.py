"""A static site of the record and its profile; explained pages, reviewed articles, and the picture of what is covered."""

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
