"""A reader of calendar files that shares nothing with the library that writes them: RFC 5545, by its letter."""

from __future__ import annotations

import re
from datetime import UTC, datetime

ESCAPED = {"\\n": "\n", "\\N": "\n", "\\,": ",", "\\;": ";", "\\\\": "\\"}


def entry_of(contents: bytes) -> dict[str, str]:
    """The properties of the one VEVENT of a file, and METHOD. AssertionError for what RFC 5545 forbids."""
    assert contents.endswith(b"\r\n") and b"\n" not in contents.replace(b"\r\n", b""), "lines end in CRLF (3.1)"
    assert max(map(len, contents.split(b"\r\n"))) <= 75, "no line is longer than 75 octets (3.1)"
    lines = contents.replace(b"\r\n ", b"").replace(b"\r\n\t", b"").decode().removesuffix("\r\n").split("\r\n")
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    assert [lines.count(f"{edge}:VEVENT") for edge in ("BEGIN", "END")] == [1, 1]
    found: dict[str, str] = {}
    for line in lines[1:-1]:
        if line in ("BEGIN:VEVENT", "END:VEVENT"):
            continue
        parts = re.fullmatch(r"(?P<name>[A-Z-]+)(?P<parameters>(?:;[^:]+)?):(?P<value>.*)", line)
        assert parts, line
        assert parts["name"] not in found, f"{parts['name']} stands once (3.6.1)"
        found[parts["name"]] = re.sub(r"\\[nN,;\\]", lambda sign: ESCAPED[sign[0]], parts["value"])
    assert {"VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART"} <= set(found)
    return found


def moment(value: str) -> datetime:
    """A time in UTC (`20240122T100000Z`); anything else is a ValueError."""
    return datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC)
