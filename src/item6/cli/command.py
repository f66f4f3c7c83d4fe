"""The command `item6`: arguments to a verb, and every failure to one line and an exit code."""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from collections.abc import Sequence

import item6
from item6.cli import arguments
from item6.cli.messages import Trouble, program, say, what_to_do
from item6.record.errors import RecordError

_VERBS = tuple(
    """read build show answers alike reconcile figures compare rank states issues explain complete search passage
    annotate theme check statements brief decide notes letter event record serve doctor demo coalition person upgrade
    outbox tasks backup restore""".split()
)
_ELSEWHERE = {"states": ("tables", "add_states"), "issues": ("tables", "add_issues")}
"""Verbs that do not stand in a module of their own name: its name, and what adds them."""

_WITH_VALUE = ("--home", "--format", "-o", "--output")
"""Options that may stand before the verb."""

_EPILOG = """\
exit codes: 0 done (notes allowed), 1 a file could not be read or a check
failed, 2 misuse

examples:
  item6 demo                                # all of it with a made-up State
  item6 read report.pdf                     # its recommendations
  item6 build reports/                      # reports into a record
  item6 show China 2018                     # the outcome of a review
  item6 answers China 2018                  # what the State answered
  item6 figures China 2018 by:WEOG          # counts and shares
  item6 check statement.docx                # its figures, checked
  item6 brief China 2018 --kind press       # press lines to hand over
  item6 search death penalty                # texts by their words
  item6 passage 'CHN-2#186.4' -o place.png  # the place on the page
"""


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command. argv: arguments without the program's name. Returns the exit code, never raises."""
    try:
        given = sys.argv[1:] if argv is None else argv
        args = parser(_named(given), program()).parse_args(given)
    except SystemExit as asked:
        return asked.code if isinstance(asked.code, int) else 2
    try:
        code = int(args.run(args))
        sys.stdout.flush()
        return code
    except Trouble as trouble:
        say(str(trouble))
        return trouble.code
    except RecordError as error:
        say(str(error))
        return 1
    except BrokenPipeError:
        return _closed_pipe()
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        say(f"{error.filename or f'{program()} {args.verb}'}: {why}: {what_to_do(error)}")
        return 1
    except KeyboardInterrupt:
        say("stopped")
        return 1


def parser(only: str | None = None, prog: str = "item6") -> argparse.ArgumentParser:
    """All verbs and options; also what the documentation is made from. only: a verb, where no other is asked for.

    prog: what people type to start it. Each verb loads what it works with, all of them together more than a second's
    work.
    """
    outer = arguments.Parser(
        prog=prog,
        description="Reads documents of the UN's Universal Periodic Review into a record that opens down to the page.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    outer.add_argument("--version", action="version", version=f"item6 {item6.__version__}")
    arguments.common(outer, defaults=True)
    verbs = outer.add_subparsers(metavar="COMMAND", required=True, title="commands", parser_class=arguments.Parser)
    for name in (only,) if only else _VERBS:
        module, add = _ELSEWHERE.get(name, (name, "add"))
        getattr(importlib.import_module(f"item6.cli.{module}"), add)(verbs)
    return outer


def _named(given: Sequence[str]) -> str | None:
    """The verb that arguments name; None where they name none, or where all must be known to say what is wrong."""
    rest = iter(given)
    for each in rest:
        if each in _WITH_VALUE:
            next(rest, None)
        elif each.partition("=")[0] not in _WITH_VALUE:
            return each if each in _VERBS else None
    return None


def _closed_pipe() -> int:
    """Whoever read the output has seen enough (`| head`): nothing more is written, also not at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0
