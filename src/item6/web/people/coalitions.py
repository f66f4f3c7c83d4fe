"""Coalitions: made with the workspace that is theirs alone."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from item6.record.folders import STANDS_ON
from item6.web.people.models import Coalition

FOLDER = "coalitions"
"""Where the workspaces of coalitions lie in that of the server."""


def workspace_of(slug: str) -> Path:
    """The workspace of a coalition."""
    return Path(settings.ITEM6_HOME) / FOLDER / slug


def begin(slug: str, name: str) -> Coalition:
    """Makes a coalition. Its workspace stands on the server's: it shows the server's record until it has its own."""
    folder = workspace_of(slug)
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    (folder / STANDS_ON).write_text("../..", encoding="utf-8")
    return Coalition.objects.create(slug=slug, name=name)
