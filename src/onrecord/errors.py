"""What is raised when a call is wrong. What is wrong in the data is returned as an Issue, never raised.

    OnrecordError
    ├── WrongCall         the caller asked for something that makes no sense: exit code 2
    │   ├── NotFound      no such path, archive, statement or version
    │   └── NotTaken      a format this version does not take yet
    ├── DamagedArchive    the truth of an archive cannot be read as it was written
    ├── NewerArchive      the archive was written by a later onrecord
    └── ArchiveBusy       another process holds the archive's lock

Each message is one sentence, and says what to do next.
"""


class OnrecordError(Exception):
    """The root of all errors a caller of onrecord may meet."""


class WrongCall(OnrecordError):
    """The arguments do not fit together or do not name anything."""


class NotFound(WrongCall):
    """A path, archive, statement, version or turn that does not exist."""


class NotTaken(WrongCall):
    """A format that onrecord recognises but does not take yet."""


class DamagedArchive(OnrecordError):
    """Captures or ledger of an archive differ from what was acknowledged."""


class NewerArchive(OnrecordError):
    """An archive whose format this version of onrecord does not know."""


class ArchiveBusy(OnrecordError):
    """The archive's lock is held by another process."""
