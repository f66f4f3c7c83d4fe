"""The server with accounts, for commands: set up over the workspace, with a schema that fits."""

from __future__ import annotations

from argparse import Namespace

from item6.cli.messages import Trouble
from item6.cli.workspace import home_of


def set_up_server(args: Namespace, *, schema: bool = True) -> None:
    """Sets Django up. schema: whether it must be the one of this program. Trouble where it cannot be."""
    from item6.web.server.starting import NotReady, fitting_schema, set_up

    try:
        set_up(home_of(args))
        if schema:
            fitting_schema()
    except NotReady as reason:
        raise Trouble(reason.what, reason.hint) from None
