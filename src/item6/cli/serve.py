"""item6 serve: the record in the browser: on this machine alone, or with accounts for several people."""

from __future__ import annotations

import argparse
import os
import secrets
import socket
import sys
import webbrowser
from contextlib import suppress

from item6.cli import arguments
from item6.cli.messages import Misuse, Trouble, say
from item6.cli.workspace import home_of
from item6.record.errors import RecordError

_EPILOG = """\
Serves the current record on this machine only, and prints the address, which holds a key that works once. Nothing is
sent anywhere; stop it with Ctrl-C.

With --accounts it is a server for several people, who sign in: for a machine that others reach, behind a proxy that
speaks https (docs/deploy.md). It answers with several processes, and stops when what was asked is answered.

examples:
  item6 serve
  item6 serve --port 8600 --no-browser
  item6 serve --port 0
  item6 serve --accounts --port 8600 --workers 2
"""

_THREADS = 8
_WORKERS = 2


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "serve", run, "show the record in the browser, on this machine only", _EPILOG)
    parser.add_argument("--port", type=int, default=0, metavar="N", help="port; 0 takes a free one (default)")
    parser.add_argument("--no-browser", action="store_true", help="print the address, open nothing")
    parser.add_argument("--accounts", action="store_true", help="serve several people, who sign in")
    several = parser.add_argument_group("with --accounts")
    several.add_argument("--host", metavar="ADDRESS", help="where to listen (default: 127.0.0.1, for a proxy)")
    several.add_argument(
        "--workers", type=arguments.count, metavar="N", help=f"processes that answer (default: {_WORKERS})"
    )


def run(args: argparse.Namespace) -> int:
    """Serve until stopped."""
    if args.accounts:
        return _several(args)
    if args.host or args.workers:
        raise Misuse("--host and --workers are for a server with accounts", "add --accounts, or leave them out")
    from waitress.server import create_server  # the web is loaded only when it is asked for

    listening = _listen(args.port)
    key = secrets.token_urlsafe(24)
    os.environ |= {"ITEM6_HOME": str(home_of(args)), "ITEM6_SECRET": secrets.token_urlsafe(48), "ITEM6_KEY": key}
    from item6.web.explorer.ahead import ENABLED, MAKER
    from item6.web.explorer.records import current
    from item6.web.wsgi import application

    os.environ.setdefault(ENABLED, "1")
    with suppress(RecordError):  # which the pages say
        current()

    address = f"http://127.0.0.1:{listening.getsockname()[1]}/?key={key}"
    server = create_server(
        application, sockets=[listening], threads=_THREADS, ident="item6", max_request_body_size=2_000_000_000
    )
    sys.stdout.write(f"{address}\n")
    sys.stdout.flush()
    say("open this address; it works once, on this machine only. Ctrl-C stops item6")
    if not args.no_browser and sys.stdout.isatty():
        webbrowser.open(address)
    try:
        server.run()
    except KeyboardInterrupt:
        say("stopped")
    finally:
        server.close()
        MAKER.end()
    return 0


def _several(args: argparse.Namespace) -> int:
    """Serve several people until stopped."""
    from item6.web.server.starting import NotReady, fitting_schema, set_up

    host = args.host or "127.0.0.1"
    try:
        set_up(home_of(args))
        fitting_schema()
        from item6.web.server.running import Running, listen

        listening = listen(host, args.port)
    except NotReady as reason:
        raise Trouble(reason.what, reason.hint) from None
    except (OSError, OverflowError):
        hint = "give another with --host and --port; --port 0 takes a free one"
        raise Trouble(f"{host}, port {args.port}: taken or not allowed", hint) from None
    named = f"[{host}]" if ":" in host else host

    def begun() -> None:
        sys.stdout.write(f"http://{named}:{listening.getsockname()[1]}/\n")
        sys.stdout.flush()

    code = Running(listening, args.workers or _WORKERS, say).run(begun)
    say("stopped" if code == 0 else "no process that answers could be started; see above")
    return code


def _listen(port: int) -> socket.socket:
    """A loopback socket. Trouble where the port is taken or cannot be."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind(("127.0.0.1", port))
    except (OSError, OverflowError):
        raise Trouble(f"port {port} is taken or not allowed", "leave out --port to take a free one") from None
    listening.listen(128)
    return listening
