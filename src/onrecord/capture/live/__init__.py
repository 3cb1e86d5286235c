"""Pages fetched from live addresses: politely, safely, byte for byte. The only folder of the house with sockets in it."""

from onrecord.capture.live.fetch import Fetched, Fetcher
from onrecord.capture.live.follow import Following, fetch_all
from onrecord.capture.live.options import Fetching, Limits, World, real_world

__all__ = ["Fetched", "Fetcher", "Fetching", "Following", "Limits", "World", "fetch_all", "real_world"]
