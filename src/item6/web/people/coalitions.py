"""Coalitions: made with the workspace that is theirs alone."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from item6.record.folders import STANDS_ON
from item6.web.people.models import Coalition

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")

FOLDER = "coalitions"
"""Where the workspaces of coalitions lie in that of the server."""


def workspace_of(slug: str) -> Path:
    """The workspace of a coalition."""
    return _workspace(settings.ITEM6_HOME, slug)


@lru_cache(maxsize=256)
def _workspace(home: Path | str, slug: str) -> Path:
    return Path(home) / FOLDER / slug


def begin(slug: str, name: str) -> Coalition:
    """Makes a coalition. Its workspace stands on the server's: it shows the server's record until it has its own.

    slug: its name in addresses and of its folder; ValueError for what cannot be one.
    """
    if not _SLUG.fullmatch(slug):
        raise ValueError(f"{slug!r} is no slug: small letters, digits and hyphens, at most 40")
    folder = workspace_of(slug)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / STANDS_ON).write_text("../..", encoding="utf-8")
    return Coalition.objects.create(slug=slug, name=name)
