"""Starts the process that checks, gives it the text through a pipe, and ends it where it takes too long."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from item6.checks.resolving import Context
from item6.checks.signed import SignedLetter
from item6.web.building.jobs import environment

PATIENCE = 120.0
"""Seconds that a check may take; a statement of some pages takes less than one."""
_AT_ONCE = threading.BoundedSemaphore(2)
_TURN = 30.0
"""Seconds that somebody waits while others are checked."""


class NotChecked(Exception):
    """No verdicts came of it. reason: `busy`, `time`, `failed`, or `file` with what is wrong and what to do."""

    def __init__(self, reason: str, message: str = "", hint: str = "") -> None:
        super().__init__(reason)
        self.reason, self.message, self.hint = reason, message, hint


@dataclass(frozen=True)
class Result:
    """contents: of the file asked for. page: the values of the page, and `kept`, the id of what was kept."""

    contents: bytes = b""
    page: dict[str, Any] | None = None


def checked(
    home: Path, words: bytes, *, name: str, is_text: bool, context: Context, form: str, keep: bool = False,
    letters: Sequence[SignedLetter] = (),
) -> Result:  # fmt: skip
    """Checks a statement in a process of its own. With keep, it is stored in the workspace; else nothing is written.

    words: the file, or with is_text a text in UTF-8. form: `page`, `html`, `docx` or `jsonl`. letters: published
    ones, against which claims of signatories are held. NotChecked.
    """
    head = {"home": str(home), "name": name, "is_text": is_text, "context": asdict(context), "form": form, "keep": keep,
            "letters": [asdict(each) for each in letters]}  # fmt: skip
    told, rest = _answer(head, words)
    return Result(rest) if form != "page" else Result(page=told)


def check_again(home: Path, kept: Mapping[str, Sequence[SignedLetter]], *, accept: bool = False) -> None:
    """Checks kept statements against the current record, in a process of its own, and stores what changed in each.

    kept: their ids, each with the published letters against which its claims of signatories are held.

    Each is stored as soon as it is checked, so that nothing is lost where the time does not suffice. NotChecked.
    """
    letters = {name: [asdict(each) for each in known] for name, known in kept.items()}
    _answer({"home": str(home), "form": "again", "letters": letters, "accept": accept}, b"")


def _answer(head: Mapping[str, Any], words: bytes) -> tuple[dict[str, Any], bytes]:
    if not _AT_ONCE.acquire(timeout=_TURN):
        raise NotChecked("busy")
    try:
        said = _run(json.dumps(head).encode() + b"\n" + words)
    finally:
        _AT_ONCE.release()
    first, _, rest = said.partition(b"\n")
    try:
        told: dict[str, Any] = json.loads(first)
    except ValueError:
        raise NotChecked("failed") from None
    if "message" in told:
        raise NotChecked("file", told["message"], told["hint"])
    return told, rest


def _run(given: bytes) -> bytes:
    process = subprocess.Popen(
        [sys.executable, "-P", "-m", "item6.web.statements.worker"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(),
        start_new_session=True,
    )  # fmt: skip
    try:
        said, _ = process.communicate(given, timeout=PATIENCE)
    except subprocess.TimeoutExpired:
        raise NotChecked("time") from None
    finally:
        if process.poll() is None:
            _end(process)
            process.communicate()
    if process.returncode:
        raise NotChecked("failed")
    return said


def _end(process: subprocess.Popen[bytes]) -> None:
    """Ends it with all that it started."""
    with suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
