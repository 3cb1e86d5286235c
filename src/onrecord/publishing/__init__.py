"""A static site of the record and its profile; explained pages, and the picture of what is covered."""

from onrecord.publishing.coverage import render_coverage
from onrecord.publishing.explained import render_explanations
from onrecord.publishing.profile import Profile, read_profile
from onrecord.publishing.site import Published, PublishedRecord, publish_site
from onrecord.publishing.terms import Terms

__all__ = [
    "Profile",
    "Published",
    "PublishedRecord",
    "Terms",
    "publish_site",
    "read_profile",
    "render_coverage",
    "render_explanations",
]
