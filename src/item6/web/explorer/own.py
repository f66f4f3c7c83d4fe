"""The groups of States that the workspace's owner names, as the command line knows them (`groups.toml`)."""

from __future__ import annotations

import hashlib
import os
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from item6.measures.filters import FilterError
from item6.measures.vocabulary import Groups, groups_file, read_groups
from item6.web.gate import workspace


def groups() -> Groups:
    """The groups of the workspace; FilterError where the file cannot be understood, naming it and the line."""
    return _read(groups_file(workspace.home()), stamp())


def stamp() -> str:
    """Names what the file holds: pages that knew other groups are made anew. Empty where there is none."""
    path = groups_file(workspace.home())
    try:
        found = os.stat(path)  # noqa: PTH116  # asked with every page
    except OSError:
        return ""
    return _digest(path, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=256)
def _digest(path: Path, changed: int, size: int) -> str:
    """Files of several workspaces can be as old and as long as each other; what they hold differs."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    except OSError:
        return ""


def around() -> str:
    """What pages depend on besides the record, the address and the language: the groups, and whether people sign in."""
    return "-".join(filter(None, (stamp(), "accounts" if settings.ACCOUNTS else "")))


def groups_with(code: str) -> Groups:
    """The groups that a State is in; none where the file cannot be understood, which lists say."""
    try:
        return {name: codes for name, codes in groups().items() if code in codes}
    except FilterError:
        return {}


@lru_cache(maxsize=64)
def _read(path: Path, stamp: str) -> Groups:
    return read_groups(path) if stamp else {}
