"""What all verbs have in common on the command line."""

from __future__ import annotations

import argparse
import re
import textwrap
from collections.abc import Callable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from item6.cli.messages import program, say
from item6.cli.output import FORMATS

if TYPE_CHECKING:
    Verbs = argparse._SubParsersAction[argparse.ArgumentParser]


class Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line, and to which `-by:CHE` is a term of a filter and no option."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # What looks so is taken as an argument where no option looks so; made for negative numbers.
        self._negative_number_matcher = re.compile(r"-(?:\d|[a-z_]+:)")

    def format_help(self) -> str:
        """The help, its examples as they are typed where start.py started item6."""
        written = super().format_help()
        if self.prog.partition(" ")[0] == "item6":
            return written
        return _TYPED.sub(lambda found: f"{found[1]}{program()} ", written)

    def error(self, message: str) -> NoReturn:
        """Say what is wrong, and leave with the code of misuse."""
        unknown = _UNKNOWN.fullmatch(message)
        if unknown:
            near = get_close_matches(unknown["typed"], re.findall(r"[\w-]+", unknown["known"]), n=3)
            message = f"there is no {unknown['what'].lower()} “{unknown['typed']}”"
            message += f", did you mean {' or '.join(near)}" if near else ""
        say(f"{self.prog}: {message}: see {self.prog} --help")
        self.exit(2)


_TYPED = re.compile(r"^(  )item6 ", re.M)
"""An example of a command."""

_UNKNOWN = re.compile(
    r"argument (?P<what>COMMAND|TASK|WHAT): invalid choice: '(?P<typed>.*)' \(choose from (?P<known>.*)\)", re.S
)
"""What argparse says of a command that it does not know."""


Run = Callable[[argparse.Namespace], int]


def common(parser: argparse.ArgumentParser, *, defaults: bool, formats: Sequence[str] = FORMATS) -> None:
    """The options that may stand before or after the verb.

    defaults: only the outer parser sets them. formats: of the result; none for verbs that write files of their own.
    """
    default = None if defaults else argparse.SUPPRESS
    group = parser.add_argument_group("options of every command")
    group.add_argument(
        "--home",
        metavar="FOLDER",
        help="the workspace: documents and records (default: ITEM6_HOME, or the folder that `item6 doctor` names)",
        default=default,
    )
    if not formats:
        return
    group.add_argument(
        "--format", choices=formats, help="form of the result (default: table, for people)", default=default
    )
    group.add_argument(
        "-o",
        "--output",
        metavar="FILE",
        help="write the result to this file, which appears whole; its ending names the format",
        default=default,
    )


def verb(
    verbs: Verbs, name: str, run: Run, summary: str, epilog: str, *, formats: Sequence[str] = FORMATS
) -> argparse.ArgumentParser:
    """The parser of a verb. summary: one sentence. epilog: explanation and examples. formats: as in `common`."""
    parser = verbs.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog=_wrapped(epilog),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    common(parser, defaults=False, formats=formats)
    parser.set_defaults(run=run, verb=name)
    return parser


def _wrapped(epilog: str) -> str:
    """Its paragraphs in lines of 78 columns; examples stay as they are."""
    paragraphs = epilog.strip().split("\n\n")
    return "\n\n".join(each if each.startswith("example") else textwrap.fill(each, 78) for each in paragraphs)


def workers(parser: argparse.ArgumentParser) -> None:
    """The option for the number of processes."""
    parser.add_argument(
        "--workers", type=_positive, metavar="N", help="processes that read (default: as many as there are processors)"
    )


def count(text: str) -> int:
    """A whole number of 1 or more."""
    return _positive(text)


def folder(text: str) -> Path:
    """A path that is no file."""
    path = Path(text)
    if path.is_file():
        raise argparse.ArgumentTypeError(f"{text} is a file, not a folder")
    return path


def _positive(text: str) -> int:
    value = int(text) if text.isascii() and text.isdigit() else 0
    if value < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole number of 1 or more")
    return value
