"""item6 backup: everything of a server with accounts in one file."""

from __future__ import annotations

import argparse
from pathlib import Path

from item6.cli import arguments
from item6.cli.accounts import set_up_server
from item6.cli.messages import Trouble, counted, say
from item6.cli.workspace import home_of

_EPILOG = """\
Takes all rows of the database, of one moment, and all files of the workspace that cannot be made again of the others,
while the server runs. The file appears when it is whole and has been read again. Who has it has everything: people,
their second factors, the server's secret and the passwords of its settings. Keep it on another machine, encrypted.

examples:
  item6 backup /mnt/backups/item6.tar.gz
  item6 --home /srv/item6/home backup /mnt/backups/item6.tar.gz
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(
        verbs, "backup", run, "put all of a server into one file, while it runs", _EPILOG, formats=()
    )
    parser.add_argument("file", type=Path, metavar="FILE", help="the archive; one of this name is replaced")


def run(args: argparse.Namespace) -> int:
    """Write the archive."""
    home, path = home_of(args).resolve(), args.file.resolve()
    if home in path.parents:
        raise Trouble(f"{args.file}: lies in the workspace that is to be saved", "name a file outside of it")
    if not path.parent.is_dir():
        raise Trouble(f"{args.file.parent}: there is no such folder", "make it, or name another")
    set_up_server(args, schema=False)
    from item6.web.server.starting import NotReady, saved

    try:
        manifest = saved(home, path)
    except NotReady as reason:
        raise Trouble(reason.what, reason.hint) from None
    say(f"{args.file}: {counted(manifest.rows, 'row')}, {counted(len(manifest.files), 'file')}; read again and whole")
    return 0
