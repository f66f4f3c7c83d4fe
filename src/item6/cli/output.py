"""Where results go: standard output or a file that appears whole, in the form that was asked for."""

from __future__ import annotations

import csv
import io
import json
import os
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

from rich.console import Console

from item6.cli.messages import Misuse, program
from item6.cli.terminal import console
from item6.files.cells import safe_cell

FORMATS = ("table", "json", "jsonl", "csv")

Row = Mapping[str, Any]


def format_of(args: Namespace, formats: Sequence[str] = FORMATS) -> str:
    """The format asked for, or the one of `formats` that the file name of `-o` names, or a table."""
    if args.format:
        return str(args.format)
    ending = Path(args.output).suffix[1:].lower() if args.output else ""
    return ending if ending in formats else "table"


def write_rows(args: Namespace, columns: Sequence[str], rows: Iterable[Row], table: Callable[[Console], None]) -> None:
    """Write rows in the format asked for. columns: names for CSV. table: prints them for people."""
    form = format_of(args)
    with opened(args) as stream:
        if form == "jsonl":
            for row in rows:
                stream.write(json.dumps(row, ensure_ascii=False) + "\n")
        elif form == "json":
            stream.write(json.dumps(list(rows), ensure_ascii=False, indent=2) + "\n")
        elif form == "csv":
            _write_csv(stream, columns, rows)
        else:
            table(console(stream))


def write_whole(args: Namespace, whole: Row, table: Callable[[Console], None]) -> None:
    """Write one object: as JSON (`jsonl`: on one line), or for people. It has no rows for CSV."""
    form = format_of(args)
    if form == "csv":
        raise Misuse(f"{program()} {args.verb} has no table for --format csv", "use --format json")
    with opened(args) as stream:
        if form == "table":
            table(console(stream))
        else:
            stream.write(json.dumps(whole, ensure_ascii=False, indent=2 if form == "json" else None) + "\n")


@contextmanager
def opened(args: Namespace) -> Iterator[IO[str]]:
    """Standard output, or the file of `-o`, which is written beside and put in place once it is whole."""
    if not args.output:
        _in_utf8(format_of(args))
        yield sys.stdout
        sys.stdout.flush()
        return
    text = io.StringIO()
    yield text
    write_file(Path(args.output), text.getvalue().encode("utf-8", "replace"))


def write_file(path: Path, contents: bytes) -> None:
    """Write the file beside its place and put it there once it is whole. OSError names the path.

    A link stays and what it points to is written; what is there and no file (a device, a pipe) is written to.
    """
    place = path.resolve()
    part = place.with_name(f".{place.name}.{os.getpid()}.part")
    try:
        if place.exists() and not place.is_file():
            place.write_bytes(contents)
        else:
            part.write_bytes(contents)
            part.replace(place)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
    finally:
        part.unlink(missing_ok=True)


def _write_csv(stream: IO[str], columns: Sequence[str], rows: Iterable[Row]) -> None:
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(row[column]) for column in columns])


def _in_utf8(form: str) -> None:
    """What programs read is UTF-8 everywhere; what people read keeps the terminal's encoding, without failing."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        if form == "table":
            sys.stdout.reconfigure(errors="replace")
        else:
            sys.stdout.reconfigure(encoding="utf-8", errors="replace", newline="\n")
