"""item6 restore: a backup, put back into an empty folder and an empty database."""

from __future__ import annotations

import argparse
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from item6.cli import arguments
from item6.cli.messages import Misuse, Trouble, counted, say
from item6.cli.workspace import command, home_of

if TYPE_CHECKING:
    from item6.web.backup.manifest import Manifest

_EPILOG = """\
Reads the whole archive before it writes anything; one that is damaged is refused. Then fills an empty folder (--home)
and an empty database, reads everything again, and compares every row and every file with the archive. Where something
fails, neither is there. Without --database the rows go where ITEM6_DATABASE says, or into SQLite in the folder.

examples:
  item6 restore item6.tar.gz --verify-only
  item6 restore item6.tar.gz --home /srv/item6/home
  item6 restore item6.tar.gz --home /srv/item6/home --database postgresql://item6@/item6
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    summary = "put a backup back into an empty folder and an empty database"
    parser = arguments.verb(verbs, "restore", run, summary, _EPILOG, formats=())
    parser.add_argument("file", type=Path, metavar="FILE", help="the archive that item6 backup made")
    parser.add_argument("--database", metavar="ADDRESS", help="an empty database of PostgreSQL: postgresql://...")
    parser.add_argument("--verify-only", action="store_true", help="only say whether the archive is whole")


def run(args: argparse.Namespace) -> int:
    """Restore, or only look at the archive."""
    from item6.web.backup.checking import checked
    from item6.web.backup.manifest import Damaged

    home = home_of(args).absolute()
    database = args.database or os.environ.get("ITEM6_DATABASE", "")
    if args.database and not args.database.startswith(("postgresql://", "postgres://")):
        raise Misuse("--database takes an address of PostgreSQL", "leave it out for SQLite in the folder")
    if not args.verify_only and home.exists() and any(home.iterdir()):
        raise Trouble(f"{home}: is not empty, and nothing of it is overwritten", "name an empty folder with --home")
    try:
        manifest = checked(args.file)
    except Damaged as reason:
        raise Trouble(f"{args.file}: {reason}; nothing was restored", "take another backup") from None
    held = f"{counted(manifest.rows, 'row')}, {counted(len(manifest.files), 'file')}, made {manifest.made}"
    if args.verify_only:
        say(f"{args.file}: whole: {held}")
        return 0
    _restore(args.file, home, database, manifest)
    say(f"{home}: {held}; every row and file is as in the archive")
    say(f"next: {command(args, 'upgrade')}, then {command(args, 'serve --accounts')}")
    return 0


def _restore(path: Path, home: Path, database: str, manifest: Manifest) -> None:
    from item6.web.server.starting import NotReady, restored, set_up

    staging = home.with_name(f".{home.name}.{secrets.token_hex(4)}.restoring")
    home.parent.mkdir(parents=True, exist_ok=True)
    staging.mkdir(mode=0o700)
    os.environ["ITEM6_DATABASE"] = database or f"sqlite://{staging / 'item6.sqlite'}"
    try:
        set_up(staging)
        restored(path, staging, home, database, manifest)
    except NotReady as reason:
        raise Trouble(reason.what, reason.hint) from None
    finally:
        shutil.rmtree(staging, ignore_errors=True)
