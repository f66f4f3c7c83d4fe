"""The folder that a request reads and writes: the workspace of a laptop, or that of the coalition one works in.

A laptop has one workspace, ITEM6_HOME. On a server each coalition has one of its own below it, which stands on the
server's (`item6.record.folders.STANDS_ON`). Like the language, it holds for one request.
"""

from __future__ import annotations

from contextvars import ContextVar
from pathlib import Path

from django.conf import settings

_ACTIVE: ContextVar[Path | None] = ContextVar("item6.workspace", default=None)


def home() -> Path:
    """The workspace of this request."""
    return _ACTIVE.get() or Path(settings.ITEM6_HOME)


def work_in(folder: Path | None) -> None:
    """Makes a folder the workspace of the rest of this request; None leaves it to the server's own."""
    _ACTIVE.set(folder)
