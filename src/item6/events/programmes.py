"""The programme of an event, as announcements write it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from item6.events.drafts import Reading
from item6.events.lines import Labelled, Line, lines
from item6.events.nouns import Part, clock_of, minutes_of

_MINUTES = re.compile(
    r"[\s,;:–—-]*[\[(]?\s*(?P<minutes>\d{1,3})\s*(?:minutes?|mins?\.?"
    r"|['’′])\s*(?:each)?[\])]?\s*\.?\s*$",
    re.IGNORECASE,
)
_TAIL = 40
"""Characters at the end of a line in which its minutes stand."""
_LEADING = re.compile(r"[\[(]?(?P<minutes>\d{1,3})\s*(?:minutes?|mins?\.?|['’′])[\])]?\s*[:–—-]?\s+", re.IGNORECASE)
_FROM_TO = re.compile(
    r"(?P<h>\d{1,2})[:.hH](?P<m>\d{2})(?:\s*(?:-|–|—|to)\s*(?P<h2>\d{1,2})[:.hH](?P<m2>\d{2}))?\s*[:|–—-]?\s*"
)
_PARTS = re.compile(
    r"moderat|speech|statement|opening|welcome|q ?& ?a|question|discussion|roundtable|panel"
    r"|closing|introduction|keynote|remarks|screening|testimon",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(
    r"(?:^|(?<=[.\n]))[ \t]{0,9}(?:An?|The)\s+(?P<first>(?:[a-zA-Z&-]+\s){1,4}?)(?:is "
    r"|will be )?followed by\s+(?:an?\s+)?(?P<second>(?:[A-Za-z&-]+\s?){1,3}?)(?=\s+(?:session\s+)?(?:on"
    r"|at|with|will|aims)\b|[.,])",
    re.MULTILINE,
)


def read_programme(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    """The parts of the programme, with minutes or times; what the next part's time tells of the length is added."""
    found = [Line(each.start, each.text, each.listed) for each in given if each.kind == "programme"]
    if len(found) == 1 and not found[0].bullet and re.search(r"[,;]", found[0].text):
        found = list(_in_one_line(found[0]))
    if not found:
        found = _loose_parts(text)
    readings = [read for line in found if (read := _part(line))]
    if any(isinstance(read.value, Part) and read.value.start for read in readings):
        readings = [read for read in readings if isinstance(read.value, Part) and read.value.start]
    for read, then in pairwise([*readings, None]):
        part = read.value if read else None
        if not read or not isinstance(part, Part):
            continue
        if part.start and part.minutes is None and then and isinstance(then.value, Part) and then.value.start:
            length = (minutes_of(then.value.start) - minutes_of(part.start)) % (24 * 60)
            read = replace(
                read, value=Part(part.title, length, part.start), doubt="its length is told by the next part"
            )
        yield read
    if not any(isinstance(read.value, Part) and (read.value.start or read.value.minutes) for read in readings):
        yield from _followed(text)


def _in_one_line(line: Line) -> Iterator[Line]:
    begin = 0
    for found in re.finditer(r"\s*[;,]\s*(?:and\s+)?|(?<!questions)\s+and\s+(?=[\w ]+\.?$)|$", line.text):
        if line.text[begin : found.start()]:
            yield Line(line.start + begin, line.text[begin : found.start()], False)
        begin = found.end()


def _loose_parts(text: str) -> list[Line]:
    """Entries of a list, without a heading, that begin with times or are parts of a programme by their names."""
    timed = [
        line
        for line in lines(text)
        if _FROM_TO.match(line.text) and len(line.text) < 120 and re.search("[A-Za-z]{4}", line.text)
    ]
    if len(timed) > 1:
        return timed
    bullets = [
        line for line in lines(text) if line.bullet and len(line.text) < 80 and not re.search(r"[:?]", line.text)
    ]
    return bullets if sum(bool(_PARTS.search(line.text)) for line in bullets) > 1 else []


def _followed(text: str) -> Iterator[Reading]:
    for found in _FOLLOWED.finditer(text):
        for name in ("first", "second"):
            words = found[name].strip()
            if _PARTS.search(words):
                yield Reading("programme", Part(words), found.start(name), found.start(name) + len(words))


def _part(line: Line) -> Reading | None:
    words, start, minutes = line.text, "", None
    if (times := _FROM_TO.match(words)) and int(times["h"]) < 24 and int(times["m"]) < 60:
        start = clock_of(int(times["h"]) * 60 + int(times["m"]))
        if times["h2"] and int(times["h2"]) < 24 and int(times["m2"]) < 60:
            minutes = (int(times["h2"]) * 60 + int(times["m2"]) - minutes_of(start)) % (24 * 60)
        words = words[times.end() :]
    if found := _MINUTES.search(words, max(0, len(words) - _TAIL)):
        minutes, words = int(found["minutes"]), words[: found.start()]
    elif found := _LEADING.match(words):
        minutes, words = int(found["minutes"]), words[found.end() :]
    title = words.strip(" \t.,;:–—-*_")
    return Reading("programme", Part(title, minutes, start), line.start, line.end) if title else None
