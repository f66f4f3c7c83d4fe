"""What `item6 brief` is given beside a review: notes of the workspace, a form to fill in, assessments in a workbook."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from item6.briefings.assessments import Assessments, read_assessments
from item6.cli.messages import Misuse, Trouble, say
from item6.cli.workspace import home_of
from item6.decisions.notes import Notebook, notes_in
from item6.files.errors import Unreadable
from item6.sources.matrix.comments import read_comments

_Found = TypeVar("_Found")


@dataclass(frozen=True, slots=True)
class Given:
    """Fields of Asked; assessments are None where those among the notes are meant."""

    notes: Notebook = field(default_factory=Notebook)
    form: bytes | None = None
    assessments: dict[str, str] | None = None


def add_options(parser: argparse.ArgumentParser) -> None:
    """The options of the matrix."""
    parser.add_argument("--form", metavar="FILE", help="matrix: OHCHR's file to fill in (default: made anew)")
    parser.add_argument(
        "--assessments", metavar="FILE", help="matrix: a workbook with numbers and assessments (default: your notes)"
    )


def given(args: argparse.Namespace) -> Given:
    """What the options name, read. Misuse where a form has no column to fill in, Trouble for files that are broken."""
    form = Path(args.form).read_bytes() if args.form else None
    if form is not None and not _read(args.form, form, read_comments):
        raise Misuse(
            f"{args.form}: there is no matrix with a column for assessments in it",
            "leave --form out, and the form is made from the record",
        )
    return Given(notebook(home_of(args)), form, _assessments(args.assessments) if args.assessments else None)


def notebook(home: Path) -> Notebook:
    """The notes of a workspace; what cannot be read of them is said."""
    notes, wrong = notes_in(home)
    for each in wrong:
        say(each)
    return Notebook(notes)


def _assessments(file: str) -> dict[str, str]:
    found: Assessments = _read(file, Path(file).read_bytes(), read_assessments)
    for remark in found.remarks:
        say(f"{file}: {remark}")
    return dict(found.by_number)


def _read(file: str, data: bytes, reader: Callable[[bytes], _Found]) -> _Found:
    try:
        return reader(data)
    except Unreadable as error:
        told = error.issue(Path(file).name)
        raise Trouble(f"{file}: {told.message}", told.hint) from None
