"""Reads mutated documents, in a process of its own: what crashes or hangs here is seen from outside.

Called with JSON: {"sort": one of SORTS or "overlong", "seeds": [from, to], "seconds": for each document, "files":
paths}. Prints a line before each document (`at 17 of report.pdf`), one for each broken rule (`WRONG ...`), then `done`.
"""

from __future__ import annotations

import faulthandler
import json
import pickle
import random
import sys
import traceback
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from mutations import mutated_body, mutated_bytes, mutated_word_file, window
from overlong import overlong
from reading_rules import broken_rules

from item6.files.body import Body
from item6.files.docx import headers, read_docx
from item6.files.errors import Unreadable
from item6.files.kinds import kind
from item6.files.pdf import read_pdf
from item6.sources import read
from item6.sources.addendum import read_addendum
from item6.sources.families import identify
from item6.sources.masthead import read_masthead
from item6.sources.opening import Opened
from item6.sources.wg_report import read_report
from item6.terms.documents import Document, Reading

MEMORY = 3 * 2**30
"""Bytes of address space that reading may take before it is called a fault."""


def body_of(data: bytes) -> Body:
    """The body of a document, empty where it cannot be read."""
    try:
        return read_pdf(data) if kind(data) == "pdf" else read_docx(data)
    except Unreadable:
        return Body(())


def read_body(body: Body, name: str, page_headers: tuple[str, ...] = ()) -> Reading:
    """What the reader takes out of a body that no file stands behind."""
    family, masthead = identify(body, page_headers), read_masthead(body.text, page_headers)
    symbol = str(masthead.symbol) if masthead.symbol else None
    form = "pdf" if body.extractor else "docx"
    draft, review, session, date = masthead.draft, masthead.review, masthead.session, masthead.date
    sort = "addendum" if family.name == "addendum" else "wg_report"
    document = Document(name, "0" * 64, form, sort, symbol, draft, review, session, date, body.pages)
    opened = Opened(replace(document, language=family.language), body, family, masthead)
    return read_addendum(opened) if sort == "addendum" else read_report(opened)


@cache
def original(path: Path) -> tuple[bytes, Body, tuple[str, ...]]:
    """Bytes, body and page headers of a sound document."""
    data = path.read_bytes()
    return data, body_of(data), headers(data) if path.suffix == ".docx" else ()


def of_bytes(path: Path, dice: random.Random) -> tuple[Reading, Body]:
    """Some bytes of the file changed."""
    data = mutated_bytes(original(path)[0], dice)
    return read(data, path.name), body_of(data)


def of_parts(path: Path, dice: random.Random) -> tuple[Reading, Body]:
    """Markup of a Word file changed."""
    data = mutated_word_file(original(path)[0], dice)
    return read(data, path.name), body_of(data)


def of_lines(path: Path, dice: random.Random) -> tuple[Reading, Body]:
    """Lines of the whole document changed."""
    _, body, page_headers = original(path)
    changed = mutated_body(body, dice)
    return read_body(changed, path.name, page_headers), changed


def of_pages(path: Path, dice: random.Random) -> tuple[Reading, Body]:
    """Lines of some of its pages changed."""
    _, body, page_headers = original(path)
    changed = mutated_body(window(body, dice), dice)
    return read_body(changed, path.name, page_headers), changed


def of_overlong(path: Path, number: int) -> tuple[Reading, Body]:
    """Thousands of the same at one place of the document."""
    _, body, page_headers = original(path)
    changed = overlong(body, number)
    return read_body(changed, path.name, page_headers), changed


Mutation = Callable[[Path, random.Random], tuple[Reading, Body]]
SORTS: dict[str, Mutation] = {
    "bytes": of_bytes,
    "parts": of_parts,
    "lines": of_lines,
    "pages": of_pages,
}
"""overlong is apart: its seed is the number of the case."""


def main(job: str) -> None:
    """Do the job, in order of seeds; a document that takes too long ends the process with a traceback."""
    order = json.loads(job)
    files = [Path(file) for file in order["files"]]
    _limit_memory()
    for seed in range(*order["seeds"]):
        path = files[seed % len(files)]
        print(f"at {seed} of {path.name}", flush=True)
        faulthandler.dump_traceback_later(order["seconds"], exit=True)
        for what in _faults(order["sort"], path, seed):
            print("WRONG", seed, path.name, what, flush=True)
        faulthandler.cancel_dump_traceback_later()
    print("done", flush=True)


def _faults(sort: str, path: Path, seed: int) -> list[str]:
    try:
        change = SORTS.get(sort)
        reading, body = change(path, random.Random(seed)) if change else of_overlong(path, seed)
        rules = broken_rules(reading, body)
        return rules if pickle.loads(pickle.dumps(reading)) == reading else [*rules, "does not survive another process"]
    except Exception:  # whatever it is, it is a fault of the reader
        return [" | ".join(traceback.format_exc().splitlines())]


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


if __name__ == "__main__":
    faulthandler.enable()
    main(sys.argv[1])
