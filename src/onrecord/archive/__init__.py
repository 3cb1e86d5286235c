"""The Archive: one thin method for each verb, composing the rooms below; and `read`, which touches no archive."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from onrecord.archive.archive import Archive
    from onrecord.archive.incoming import Progress
    from onrecord.archive.reading import explain, read
    from onrecord.archive.shelf import Shelf

__all__ = ["Archive", "Progress", "Shelf", "explain", "read"]


def __getattr__(name: str) -> Any:
    # What reads pages takes long to load, and most verbs read none; `read` needs none of what an archive does.
    if name == "Archive":
        from onrecord.archive import archive

        return archive.Archive
    if name == "Progress":
        from onrecord.archive import incoming

        return incoming.Progress
    if name == "Shelf":
        from onrecord.archive import shelf

        return shelf.Shelf
    if name in ("explain", "read"):
        from onrecord.archive import reading

        return getattr(reading, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
