"""A static site of the record, and its profile."""

from onrecord.publishing.profile import Profile, read_profile
from onrecord.publishing.site import Published, PublishedRecord, publish_site

__all__ = ["Profile", "Published", "PublishedRecord", "publish_site", "read_profile"]
