"""Messages to people: on standard error, one line each, with what to do."""

from __future__ import annotations

import errno
import shlex
import sys
from collections.abc import Iterable
from pathlib import Path

from item6.cli.terminal import clean
from item6.measures.wording import counted as counted
from item6.terms.issues import Issue

OTHER_FAMILY = "document.family_not_read"
"""Key of the Issue of a document of the review that holds no recommendations: a national report, questions."""


class Trouble(Exception):
    """Something failed; ends the command with exit code 1. The message is one line.

    what: what happened, to what. hint: what to do.
    """

    code = 1

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what}: {hint}")


class Misuse(Trouble):
    """What was asked for cannot be; exit code 2."""

    code = 2


def what_to_do(error: OSError) -> str:
    """What helps against what the system refuses."""
    if error.errno in (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)):
        return "make room on the disk, then try again"
    return "check the path and its permissions"


def program() -> str:
    """What people type to start this program: `item6`, or start.py where that started it."""
    package = Path(__file__).resolve().parents[1]
    start = package.parents[1] / "start.py"
    if Path(sys.argv[0]).resolve() != package / "__main__.py" or not start.exists():
        return "item6"
    return f"python3 {start.name if start.parent == Path.cwd() else shlex.quote(str(start))}"


def say(sentence: str) -> None:
    """One line for people on standard error."""
    try:
        print(clean(sentence), file=sys.stderr, flush=True)
    except UnicodeEncodeError:
        print(clean(sentence).encode("ascii", "backslashreplace").decode(), file=sys.stderr, flush=True)


def issue_line(found: Issue, path: Path | str) -> str:
    """`FILE: page 12, 75.3: what happened (W203): what to do`."""
    place = found.place
    where = [f"page {place.page}"] if place.page else []
    where += [place.number] if place.number and not found.message.startswith(f"{place.number} ") else []
    before = f"{', '.join(where)}: " if where else ""
    return f"{path}: {before}{found.message} ({found.code}): {found.hint}"


def say_issues(issues: Iterable[tuple[Path, Issue]], *, most: int | None = None, notes: bool = False) -> None:
    """A line for each Issue: errors, then the rest, and last documents of other families.

    notes: also those that ask for nothing. most: lines at most.
    """
    wanted = [(path, found) for path, found in issues if notes or found.severity != "note"]
    wanted.sort(key=lambda pair: (pair[1].key == OTHER_FAMILY, pair[1].severity != "error"))
    for path, found in wanted[:most]:
        say(issue_line(found, path))
    if most is not None and len(wanted) > most:
        left = sum(found.key == OTHER_FAMILY for _, found in wanted[most:])
        which = "" if left == len(wanted) - most else f", {left} of them"
        others = f"{which} on documents that item6 does not read" if left else ""
        say(f"... and {counted(len(wanted) - most, 'more message')}{others}: see them all with --notes")
