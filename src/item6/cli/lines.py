"""Objects with texts, one on each line, from a file or from standard input."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from item6.cli.messages import Misuse, Trouble, counted, program, say

_MOST_SAID = 20
"""Lines that cannot be used, of which each gets a sentence of its own."""


class Lines:
    """Reads lines as objects. wrong: how many could not be used; each of the first is said as it is met."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.wrong = 0

    def objects(self, lines: Sequence[bytes]) -> Iterator[dict[str, Any]]:
        """The objects of the lines, those without text too. Empty lines are left out.

        Trouble where none is an object: then this is a file of another kind, and its lines mean nothing.
        """
        if any(map(bytes.strip, lines)) and not any(map(_is_object, lines)):
            hint = f"give texts as `{program()} read REPORT --format jsonl` prints them"
            raise Trouble(f"{self.name}: this holds no lines of JSON", hint)
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            found = self._object(number, line)
            if found is not None:
                yield found
        if self.wrong > _MOST_SAID:
            say(f"{self.name}: ... and {counted(self.wrong - _MOST_SAID, 'more line')} that cannot be used")

    def _object(self, number: int, line: bytes) -> dict[str, Any] | None:
        try:
            found = json.loads(line.decode("utf-8-sig" if number == 1 else "utf-8"))
        except (ValueError, RecursionError):
            self._say(number, "this is no JSON", f"give lines as `{program()} read --format jsonl` prints them")
            return None
        if not isinstance(found, dict):
            self._say(number, "this is no object with names and values", "give each text as an object")
            return None
        if not isinstance(found.get("text"), str):
            self._say(number, "this object has no text", "give its words under the name “text”")
        return found

    def _say(self, number: int, what: str, hint: str) -> None:
        self.wrong += 1
        if self.wrong <= _MOST_SAID:
            say(f"{self.name}: line {number}: {what}: {hint}")


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line.decode("utf-8-sig")), dict)
    except (ValueError, RecursionError):
        return False


def lines_of(verb: str, file: str | None) -> list[bytes]:
    """The lines of the file or of standard input. Misuse where a person sits before it and hands nothing over."""
    if file:
        return Path(file).read_bytes().split(b"\n")
    if sys.stdin is None or sys.stdin.isatty():
        raise Misuse(
            f"{program()} {verb}: there is nothing to read",
            f"name a file, or hand texts over: see {program()} {verb} --help",
        )
    return sys.stdin.buffer.read().split(b"\n")
