"""The Archive: one thin method for each verb, composing the rooms below; and `read`, which touches no archive."""

from onrecord.archive.archive import Archive
from onrecord.archive.incoming import Progress
from onrecord.archive.reading import explain, read

__all__ = ["Archive", "Progress", "explain", "read"]
