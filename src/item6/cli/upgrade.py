"""item6 upgrade: the database of a server with accounts, brought to this version."""

from __future__ import annotations

import argparse

from item6.cli import arguments
from item6.cli.accounts import set_up_server
from item6.cli.messages import Trouble, counted, say

_EPILOG = """\
Makes the tables of a new server, or changes those of an older item6 to what this one needs: all of it, or nothing. Stop
the server and make a backup before.

examples:
  item6 upgrade
  item6 --home /srv/item6 upgrade
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments: none."""
    summary = "make or change the tables of a server with accounts for this version"
    arguments.verb(verbs, "upgrade", run, summary, _EPILOG, formats=())


def run(args: argparse.Namespace) -> int:
    """Bring the schema to this version."""
    set_up_server(args, schema=False)
    from item6.web.server.starting import NotReady, upgraded

    try:
        steps = upgraded()
    except NotReady as reason:
        raise Trouble(reason.what, reason.hint) from None
    say(f"done: {counted(len(steps), 'step')}" if steps else "nothing to do: the tables are of this version")
    return 0
