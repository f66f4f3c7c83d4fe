"""The record that pages show: the workspace's current one, opened once for each hash."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext

from item6.record.errors import RecordError, RecordNotFound
from item6.record.folders import find_folder
from item6.record.reader import Record, open_record
from item6.web.explorer import ahead
from item6.web.gate import workspace

OPEN = 16
"""Records that are kept open, with what was read of them: the server's, and those of coalitions that have their own."""


def current() -> Record | None:
    """The current record, None in a workspace without one. RecordError where it cannot be opened."""
    try:
        found = find_folder(workspace.home(), "current")
        return _opened(found.parents[1], found.name)
    except RecordNotFound:
        return None


def why(error: RecordError | OSError) -> str:
    """What people are told of a record that cannot be opened: on a laptop all of it, on a server no folder of it."""
    if not settings.ACCOUNTS:
        return str(error)
    if isinstance(error, RecordNotFound):
        return gettext("There is no such record here.")
    return gettext("This record cannot be opened. Tell who runs the server; `item6 doctor` says to them what is wrong.")


@lru_cache(maxsize=OPEN)
def _opened(home: Path, content: str) -> Record:
    record = open_record(home, content)
    if home == Path(settings.ITEM6_HOME):
        ahead.begin(home)
    return record


def named(hash: str) -> Record:
    """A record that the workspace keeps, by its hash or the beginning of it. RecordNotFound where it does not."""
    found = find_folder(workspace.home(), hash)
    return _opened(found.parents[1], found.name)
