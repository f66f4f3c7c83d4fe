"""item6 letter: published lists of signatories, verified by anybody."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.cli import arguments
from item6.cli.messages import Trouble, counted, say
from item6.cli.output import write_whole
from item6.cli.terminal import clean

_EPILOG = """\
The list of a letter is published as a page, as a table, and as a signed list (.json). The signed list proves, with
nothing but the file: who published it, to which text the names belong, and that no name was added, changed or dropped
since. Names may be withheld: they are counted and not shown. A name that was withdrawn leaves a dated note without the
name, and old copies of the list no longer prove that it ever stood there. Nothing is sent anywhere.

examples:
  item6 letter verify list.json
  item6 letter verify list.json --key 9f3c...            # published by this key, and no other
  item6 letter verify list.json --text letter.md         # for exactly this text
  item6 letter verify list.json --since earlier.json     # nothing has vanished since then
  item6 letter verify list.json --format json
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "letter", run, "verify the published list of a letter's signatories", _EPILOG)
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    verifying = tasks.add_parser("verify", help="verify a signed list, offline")
    verifying.add_argument("file", metavar="FILE", help="the signed list (.json)")
    verifying.add_argument("--key", default="", metavar="HEX", help="the public key that the publisher is known by")
    verifying.add_argument("--text", metavar="FILE", help="the letter, as it was published beside the list")
    verifying.add_argument("--since", metavar="FILE", help="a list published earlier, of which nothing may be missing")
    arguments.common(verifying, defaults=False)


def run(args: argparse.Namespace) -> int:
    """Verify a list; 1 where something of it does not."""
    try:
        from item6 import proofs  # signatures need a package that most commands do without
    except ModuleNotFoundError as error:
        raise Trouble(
            f"signed lists need the package {error.name}, which is not installed",
            "install item6 with its extra `proofs`: pip install 'item6[proofs]'",
        ) from None
    try:
        found = proofs.verify(
            _bytes(args.file), key=args.key, text=_bytes(args.text) if args.text else None,
            previous=_bytes(args.since) if args.since else None,
        )  # fmt: skip
    except proofs.NotAList as error:
        raise Trouble(str(args.file), str(error)) from None
    whole = {
        "verified": not found.problems,
        "key": found.key,
        "fingerprint": proofs.fingerprint(found.key) if not found.problems else None,
        "head": dict(found.head),
        "names": [dict(each) for each in found.names],
        "withheld": found.withheld,
        "withdrawn": found.withdrawn,
        "problems": list(found.problems),
    }
    write_whole(args, whole, lambda console: _print(console, whole))
    for problem in found.problems:
        say(f"{args.file}: {problem}")
    if not args.key and not found.problems:
        say("compare the key with the one that the publisher is known by, or give it with --key")
    return 1 if found.problems else 0


def _bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Trouble(f"{name} cannot be read ({(error.strerror or str(error)).lower()})", "check the name") from None


def _print(console: Console, whole: Mapping[str, Any]) -> None:
    head = whole["head"]
    console.print(Text("Verified" if whole["verified"] else "Does not verify", style="bold"))
    for name in ("title", "version", "as_of", "number"):
        if name in head:
            console.print(Text(f"  {name.replace('_', ' ')}: {clean(str(head[name]))}"))
    sums = [counted(number, kind) for kind, number in head["counted"].items()] if whole["verified"] else []
    rest = [f"{whole[name]} {name}" for name in ("withheld", "withdrawn") if whole[name]]
    console.print(Text(f"  entries: {', '.join([*sums, *rest])}"))
    if whole["fingerprint"]:
        console.print(Text(f"  key: {whole['key']}\n  key in short: {whole['fingerprint']}"))
    for each in whole["names"]:
        console.print(Text(f"  · {clean(', '.join(str(value) for value in each.values() if value))}"))
