"""What can go wrong with a record.

RecordError             the root; each message is one sentence for a person
    RecordNotFound      no record of that name, or none published yet
    RecordDamaged       the record's files are not what was published
    RecordNewer         the record was made by a newer program
    RecordTooOld        the record lacks what is asked for; building it again from its documents helps
    ContentsRefused     what was to be published contradicts itself (also a ValueError): an error of the caller
"""

from __future__ import annotations


class RecordError(Exception):
    """Something is wrong with a record; the message is one sentence that says what to do."""


class RecordNotFound(RecordError):
    """There is no record of that name in the workspace."""


class RecordDamaged(RecordError):
    """The files of the record are not what was published."""


class RecordNewer(RecordError):
    """The record's schema is newer than this program."""


class RecordTooOld(RecordError):
    """The record was made before the program stored what is asked for."""


class ContentsRefused(RecordError, ValueError):
    """What was to be published contradicts itself; nothing was written."""
