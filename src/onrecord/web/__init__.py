"""The door for browsers and machines: the pages of a site, search, check and a JSON API over one archive; nothing writes."""

from onrecord.web.app import make_app
from onrecord.web.server import serve
from onrecord.web.settings import LOOPBACK, Settings

__all__ = ["LOOPBACK", "Settings", "make_app", "serve"]
