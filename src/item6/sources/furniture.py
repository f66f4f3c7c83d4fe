"""Page furniture of UN documents: running headers, page numbers, job numbers, footnotes.

The running text is what remains. Headers stand first in the content of a page and are recognised by their words;
footnotes are set smaller, begin with a raised mark, and are kept apart because some quote recommendations.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby
from operator import attrgetter

from item6.files.body import Body, Line
from item6.terms.documents import Footnote

# "A/HRC/8/29", "A/HRC/ 8/29", "A/HRC24/7", "A/HRC/11/25*", "A/HRC/WG.6/21/L.3/Rev.1", "A/HRC/12/9 Page 15",
# "28 GE. 09-16299", "GE.09-16299 27", "Page 13", "20"
_HEADER = re.compile(
    r"\s*(?:\d{1,3}\s+)?(?:A\s?/\s?HRC(?:[\s/.\d]|WG|L|Add|Corr|Rev|\b(?-i:[A-Z]{3})\b)*\*?)?\s*(?:page\s+\d{1,3})?\s*"
    r"(?:GE\.\s?\d\d\s?-\s?\d{4,6}\s*(?:\(E\))?)?\s*(?:\d{6}|\d{0,3})\s*",
    re.IGNORECASE,
)
_HEADER_BEGINS = "AaPpGg"
_LONG = 90
"""No header has so many characters."""

_DEEP = 5
"""Headers stand within so many lines of the beginning or the end of a page's content."""

_FOOTNOTE = re.compile(r"\s*(?:[*∗]+|(\d{1,2})(?!\d|\.\d|\.?\s*[-–]\d))")
_STARS = "*∗"
_STARRED = re.compile(r"\s*[*∗]{2,}")
"""Two stars begin the footnote of a heading ("have not been edited"), or end the document, whatever their size."""

_SMALL = 0.95
"""Footnotes are set at nine tenths of the text's size; at less than this share a line is small."""

_RAISED = 0.75
"""Footnote marks are set at six or seven tenths of the text's size."""


def strip_furniture(body: Body) -> tuple[Body, tuple[Footnote, ...]]:
    """The running text without headers and footnotes, and the footnotes. A Word file is returned as it is."""
    if body.pages is None:
        return body, ()
    text_size = _commonest_size(body.lines)
    kept: list[Line] = []
    footnotes: list[Footnote] = []
    for page, group in groupby(body.lines, key=attrgetter("unit")):
        lines = _without_headers(list(group))
        running, notes = _without_footnotes(lines, text_size)
        kept += running
        footnotes += [Footnote(page, mark, " ".join(words).strip()) for mark, words in notes]
    return Body(tuple(kept), body.extractor, body.pages), tuple(footnotes)


def _commonest_size(lines: Iterable[Line]) -> float:
    sizes: Counter[float] = Counter()
    for size, count in Counter([line.size for line in lines]).items():
        sizes[round(size, 1)] += count
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _without_headers(lines: list[Line]) -> list[Line]:
    """Lines of one page. A page number is trusted only where it is small change: at an edge, alone."""
    last = max(len(lines) - _DEEP, _DEEP)
    top = [line for line in lines[:_DEEP] if not _is_header(line.text)]
    return [*top, *lines[_DEEP:last], *(line for line in lines[last:] if not _is_header(line.text))]


def _is_header(text: str) -> bool:
    if len(text) >= _LONG:
        return False
    first = text.lstrip()[:1]
    return (not first or first in _HEADER_BEGINS or first.isdecimal()) and _HEADER.fullmatch(text) is not None


def _without_footnotes(lines: Sequence[Line], text_size: float) -> tuple[list[Line], list[tuple[str, list[str]]]]:
    """Running lines, and footnotes as mark and lines.

    A footnote begins with a raised mark and ends where a line of full size follows; small lines at the foot of a
    page are footnotes too, for the mark may stand at the end of the line above.
    """
    small_size = text_size * _SMALL
    if not [line for line in lines if line.size < small_size or "*" in line.text or "∗" in line.text]:
        return list(lines), []
    foot = _start_of_foot(lines, text_size)
    running: list[Line] = []
    notes: list[tuple[str, list[str]]] = []
    inside = False
    for index, line in enumerate(lines):
        small = line.size < small_size
        mark = _FOOTNOTE.match(line.text) if small else None
        if line.text.lstrip()[:1] in _STARS and _STARRED.match(line.text):
            notes.append(("", [line.text.strip(" *∗")]))
            inside = True
        elif mark and (line.size < text_size * _RAISED or not mark[1]):
            notes.append((mark[1] or "", [line.text[mark.end() :].strip()]))
            inside = True
        elif small and (inside or index >= foot):
            if not notes:
                notes.append(("", []))
            notes[-1][1].append(line.text.strip())
            inside = True
        else:
            inside = False
            running.append(line)
    return running, notes


def _start_of_foot(lines: Sequence[Line], text_size: float) -> int:
    """Index after the last line of full size; past the end where the whole page is small (an annex, a table)."""
    full = [index for index, line in enumerate(lines) if line.size >= text_size * _SMALL]
    return full[-1] + 1 if full else len(lines)


__all__ = ["Footnote", "strip_furniture"]
