"""The groups of States that the workspace's owner names, as the command line knows them (`groups.toml`)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from django.conf import settings

from item6.measures.filters import FilterError
from item6.measures.vocabulary import GROUPS_FILE, Groups, read_groups
from item6.web.gate import workspace


def groups() -> Groups:
    """The groups of the workspace; FilterError where the file cannot be understood, naming it and the line."""
    path = workspace.home() / GROUPS_FILE
    return _read(path, stamp())


def stamp() -> str:
    """What changes when the file does: pages that knew the file as it was are made anew."""
    try:
        found = (workspace.home() / GROUPS_FILE).stat()
    except OSError:
        return ""
    return f"{found.st_mtime_ns}-{found.st_size}"


def around() -> str:
    """What pages depend on besides the record, the address and the language: the groups, and whether people sign in."""
    return "-".join(filter(None, (stamp(), "accounts" if settings.ACCOUNTS else "")))


def groups_with(code: str) -> Groups:
    """The groups that a State is in; none where the file cannot be understood, which lists say."""
    try:
        return {name: codes for name, codes in groups().items() if code in codes}
    except FilterError:
        return {}


@lru_cache(maxsize=4)
def _read(path: Path, stamp: str) -> Groups:
    return read_groups(path) if stamp else {}
