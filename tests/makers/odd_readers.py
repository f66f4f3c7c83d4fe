"""What may happen while a file is read, by the name of the file; for the processes that the pool starts."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from made_readings import document, reading

from item6.terms.documents import Reading


def read_oddly(path: Path) -> Reading:
    """A sound reading, unless the name of the file says otherwise."""
    if path.name.startswith("hang"):
        time.sleep(60)
    if path.name.startswith("leave"):
        os._exit(7)
    if path.name.startswith("kill"):
        os.kill(os.getpid(), signal.SIGKILL)
    if path.name.startswith("once") and path.exists():
        path.unlink()
        os._exit(1)
    return reading(document(path.name))
