"""Old Word files (.doc) to DOCX, by a LibreOffice that is installed. The readers know nothing of it."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from typing import Any

from item6.terms.documents import Document, Reading
from item6.terms.issues import Place, issue

PROGRAM = "LibreOffice"
SECONDS = 60.0
"""Time limit for one file: half of what reading a file may take, so that the limit there comes second."""

_LARGEST = 200 * 1024 * 1024
"""Bytes of a copy; more is not taken into memory."""

_SETTINGS = (
    # a new profile asks before it runs macros; these never do, and nothing that the file links to is fetched
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "0"),
    # whatever still asks for the network is sent to a proxy that is not there (the port of "discard")
    ("/org.openoffice.Inet/Settings", "ooInetProxyType", "2"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("/org.openoffice.Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""Path, name and value of settings of LibreOffice's profile."""


def converted(data: bytes, *, seconds: float = SECONDS) -> bytes | None:
    """The DOCX that LibreOffice makes of an old Word file; None where it is not installed or makes none in time.

    data: bytes of the .doc. seconds: time limit. Each call has its own profile and folder, so calls may run side by
    side; nothing of them stays.
    """
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return None
    try:
        with tempfile.TemporaryDirectory(prefix="item6-", ignore_cleanup_errors=True) as folder:
            return _copy(program, data, Path(folder), seconds)
    except OSError:
        return None


def through_copy(reading: Reading, original: Document) -> Reading:
    """The reading of a copy as one of the original: its name and SHA-256 everywhere, and a note that says so.

    reading: of the copy. original: what is known of the file itself.
    """
    own: Reading = _renamed(reading, reading.document.sha256, original.sha256)
    note = issue("file.converted", Place(original.file), {"program": PROGRAM})
    return replace(own, document=replace(own.document, file=original.file), issues=(note, *own.issues))


def _renamed(value: Any, copy: str, original: str) -> Any:
    """The same nouns with one SHA-256 for the other, wherever it stands: documents, passages, answers, rows."""
    if isinstance(value, str):
        return original if value == copy else value
    if isinstance(value, tuple):
        return tuple(_renamed(each, copy, original) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {each.name: _renamed(getattr(value, each.name), copy, original) for each in fields(value)}
        return replace(value, **changed)
    return value


def _copy(program: str, data: bytes, folder: Path, seconds: float) -> bytes | None:
    profile, document, made = folder / "profile", folder / "document.doc", folder / "made"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_profile(), encoding="utf-8")
    document.write_bytes(data)
    # the filters are named, else what is no Word file is taken for plain text
    command = [program, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck"]
    command += ["--infilter=MS Word 97", "--convert-to", "docx:MS Word 2007 XML", "--outdir", str(made), str(document)]
    if not _succeeds(command, folder, seconds):
        return None
    copy = made / "document.docx"
    return copy.read_bytes() if copy.stat().st_size <= _LARGEST else None


def _succeeds(command: list[str], folder: Path, seconds: float) -> bool:
    """Run it with nothing to read and its temporary files in the folder. It never outlives this call."""
    quiet = subprocess.DEVNULL
    surroundings = os.environ | {"TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    process = subprocess.Popen(
        command, stdin=quiet, stdout=quiet, stderr=quiet, env=surroundings, start_new_session=True
    )
    try:
        return process.wait(seconds) == 0
    except subprocess.TimeoutExpired:
        return False
    finally:  # whatever breaks the wait off
        if process.poll() is None:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End the process and those that it started: `soffice` is a script, the work is done by its children."""
    with suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def _profile() -> str:
    lines = (
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop></item>'
        for path, name, value in _SETTINGS
    )
    head = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
    return "\n".join(('<?xml version="1.0" encoding="UTF-8"?>', head, *lines, "</oor:items>", ""))
