"""The folder that holds documents and records, and the current record in it."""

from __future__ import annotations

import os
import shlex
import sys
from argparse import Namespace
from pathlib import Path

from item6.cli.messages import Trouble, program
from item6.record.errors import RecordNotFound
from item6.record.reader import Record, open_record


def home_of(args: Namespace) -> Path:
    """`--home`, or ITEM6_HOME, or the place where this system keeps what programs store for a person."""
    if args.home:
        return Path(args.home).expanduser()
    return Path(os.environ["ITEM6_HOME"]).expanduser() if os.environ.get("ITEM6_HOME") else default_home()


def default_home() -> Path:
    """`~/.local/share/item6` (XDG_DATA_HOME), on macOS in Application Support, on Windows in LOCALAPPDATA."""
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or "~/AppData/Local"
    elif sys.platform == "darwin":
        base = "~/Library/Application Support"
    else:
        base = os.environ.get("XDG_DATA_HOME") or "~/.local/share"
    return Path(base).expanduser() / "item6"


def current_record(args: Namespace) -> Record:
    """The workspace's current record. Trouble where there is none yet."""
    home = home_of(args)
    try:
        return open_record(home)
    except RecordNotFound:
        raise Trouble(f"{home}: there is no record yet", f"make one with: {command(args, 'build FOLDER')}") from None


def command(args: Namespace, words: str) -> str:
    """What to type for another command on the same workspace."""
    home = f"--home {shlex.quote(str(args.home))} " if args.home else ""
    return f"{program()} {home}{words}"
