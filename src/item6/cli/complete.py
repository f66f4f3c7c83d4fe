"""item6 complete: what a filter that is being typed may become."""

from __future__ import annotations

import argparse

from rich.text import Text

from item6.cli import arguments, scopes
from item6.cli.output import write_rows
from item6.cli.workspace import current_record
from item6.measures.filters import complete

_EPILOG = """\
Prints, a line each, what the last term of a filter may become: keys, and the values that the current record and the
workspace's groups know. Made for shells and editors.

examples:
  item6 complete st
  item6 complete 'state:CHN issue:tor'
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "complete", run, "complete the last term of a filter", _EPILOG)
    parser.add_argument("filter", metavar="FILTER", help="a filter as far as it is typed")


def run(args: argparse.Namespace) -> int:
    """Print the completions; none is no error."""
    with current_record(args) as record:
        found = complete(args.filter, scopes.vocabulary(args, record).values)
    rows = [{"filter": each} for each in found]
    write_rows(args, ("filter",), rows, lambda console: console.print(Text("\n".join(found)), soft_wrap=True))
    return 0
