"""The running text of a document as one string, every character of which still knows its place.

Lines are never rewritten, only left out (page furniture) or joined by a line end; so a place in the string is a
place on the page, by one bisection.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from item6.terms.passages import DocxParagraph, Locator, PdfPlace, Span

_LINE_END = 3
"""Two lines that follow each other on a page are at most so many characters apart (line end, a space)."""


class Line(NamedTuple):
    """One printed line (PDF) or one paragraph (Word).

    text: without line end. unit: page, or paragraph of the body, counted from 1.
    start: offset of `text` in the unit's own text; negative where the text begins with a label that Word makes
        (an automatic list number and a tab), which is not in the paragraph's text.
    size: of the font of the first character, in points, 0 where unknown. left: its distance from the left edge.
    """

    text: str
    unit: int
    start: int
    size: float = 0.0
    left: float = 0.0


@dataclass(frozen=True)
class Body:
    """Lines in reading order. extractor: name and version of what made page text, empty for Word.

    pages: how many the file has, None for Word, whose pages are not fixed.
    """

    lines: tuple[Line, ...]
    extractor: str = ""
    pages: int | None = None

    @cached_property
    def text(self) -> str:
        """All lines, joined by line ends."""
        return "\n".join(line.text for line in self.lines)

    @cached_property
    def starts(self) -> list[int]:
        """Offset in `text` of each line."""
        return list(accumulate((len(line.text) + 1 for line in self.lines), initial=0))[:-1]

    def unit(self, offset: int) -> int:
        """Page (PDF) or paragraph (Word) of the character at `offset`."""
        return self.lines[self.line_at(offset)].unit

    def page(self, offset: int) -> int | None:
        """Page of the character at `offset`; None for Word."""
        return self.unit(offset) if self.extractor else None

    def locate(self, *ranges: tuple[int, int]) -> Locator:
        """The place of one or more ranges of `text` (start included, end excluded), in the order given.

        PDF: one span for each range and page. Word: the paragraphs from the first range to the last.
        """
        if self.extractor:
            return PdfPlace(tuple(span for start, end in ranges for span in self._spans(start, end)), self.extractor)
        start, end = ranges[0][0], ranges[-1][1]
        first, last = self.line_at(start), self.line_at(max(start, end - 1))
        return DocxParagraph(
            self.lines[first].unit,
            self.lines[last].unit,
            max(0, self.lines[first].start + start - self.starts[first]),
            max(0, self.lines[last].start + min(end - self.starts[last], len(self.lines[last].text))),
        )

    def line_at(self, offset: int) -> int:
        """Index in `lines` of the line that holds the character at `offset`."""
        return bisect_right(self.starts, offset) - 1

    def _spans(self, start: int, end: int) -> list[Span]:
        """One span for each run of lines that follow each other on a page; where furniture was left out, another."""
        lines, starts = self.lines, self.starts
        index, stop = self.line_at(start), bisect_left(starts, end)
        line = lines[index]
        first = line.start + start - starts[index]
        spans: list[Span] = []
        for after in lines[index + 1 : stop]:
            if after.unit != line.unit or after.start - line.start - len(line.text) > _LINE_END:
                last = line.start + len(line.text)
                if last > first:
                    spans.append(Span(line.unit, first, last))
                first = after.start
            line, index = after, index + 1
        last = line.start + min(end - starts[index], len(line.text))
        if last > first:
            spans.append(Span(line.unit, first, last))
        return spans
