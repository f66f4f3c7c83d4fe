"""The process that checks one statement: `python -m item6.web.statements.worker`, the statement on standard input.

The first line is JSON: home, name, is_text, context, form, keep, letters; the rest is the text or file. Or home, form
(`again`), letters by id and accept, for statements that are kept. It answers with a line of JSON and, for a file, its
bytes. It says nothing of the text anywhere else, and may be killed at any moment.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from item6.checks import kept
from item6.checks.as_docx import as_docx, own_file
from item6.checks.as_html import as_html
from item6.checks.as_page import as_page
from item6.checks.as_rows import as_objects
from item6.checks.checking import check
from item6.checks.marked import Marked, mark
from item6.checks.reading import text_of
from item6.checks.resolving import Context
from item6.checks.signed import SignedLetter
from item6.files.errors import Unreadable
from item6.record.errors import RecordError, RecordNotFound
from item6.record.reader import open_record

_MEMORY = 3 << 30
"""Bytes of memory that a check may take, where the system can bound it."""


def main() -> int:
    """Checks and answers. 0 also where the file cannot be read, which is said; 1 where the program fails."""
    _bound()
    head = json.loads(sys.stdin.buffer.readline())
    words = sys.stdin.buffer.read()
    try:
        told, contents = _answer(head, words)
    except Unreadable as error:
        found = error.issue(head["name"])
        told, contents = {"message": found.message, "hint": found.hint}, b""
    except RecordError as error:
        told, contents = {"message": str(error), "hint": "build the record again"}, b""
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        told, contents = {"message": f"the workspace cannot be written ({why})", "hint": "nothing was kept"}, b""
    except Exception:  # what it says may hold words of the text, which belong nowhere
        return 1
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n" + contents)
    sys.stdout.buffer.flush()
    return 0


def _bound() -> None:
    with suppress(ImportError, ValueError, OSError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _answer(head: dict[str, Any], words: bytes) -> tuple[dict[str, Any], bytes]:
    if head["form"] == "again":
        return _again(Path(head["home"]), head["letters"], head["accept"])
    text = words.decode("utf-8", "replace") if head["is_text"] else text_of(words, head["name"])
    own = None if head["is_text"] else own_file(words, head["name"])
    marked = _marked(
        Path(head["home"]),
        head["name"],
        text,
        Context(**head["context"]),
        [SignedLetter(**each) for each in head["letters"]],
    )
    now = datetime.now(UTC)
    told: dict[str, Any] = {}
    if head["keep"]:
        told["kept"] = kept.keep(Path(head["home"]), marked)
    if head["form"] == "html":
        return told, as_html(marked, now.date().isoformat()).encode()
    if head["form"] == "docx":
        return told, as_docx(marked, own, now.strftime("%Y-%m-%dT%H:%M:%SZ"))
    if head["form"] == "jsonl":
        lines = (json.dumps(each, ensure_ascii=False) + "\n" for each in as_objects(marked))
        return told, "".join(lines).encode("utf-8", "replace")
    return as_page(marked) | told, b""


def _again(home: Path, letters: Mapping[str, Any], accept: bool) -> tuple[dict[str, Any], bytes]:
    with open_record(home) as record:
        found = [each for each in map(partial(kept.kept_as, home), letters) if each]
        for each in found:
            known = [SignedLetter(**one) for one in letters[each.id]]
            kept.check_again(home, each, record, accept=accept, letters=known)
    return {"checked": len(found)}, b""


def _marked(home: Path, name: str, text: str, context: Context, letters: Sequence[SignedLetter]) -> Marked:
    try:
        with open_record(home) as record:
            return mark(name, text, check(text, record, context, letters=letters), record, context)
    except RecordNotFound:
        return mark(name, text, check(text, None, context, letters=letters), None, context)


if __name__ == "__main__":
    sys.exit(main())
