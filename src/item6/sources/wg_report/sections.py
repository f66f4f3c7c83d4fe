"""The parts of a Working Group report: dialogue, conclusions, pledges, annex.

The outline is the same in all four cycles: I. Summary of the proceedings, II. Conclusions and/or recommendations,
closed by the paragraph "All conclusions and/or recommendations contained in the present report ...", III. Voluntary
pledges and commitments (sometimes), Annex.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

# "II. Conclusions and/or recommendations**"; the table of contents has dots and page numbers after it.
_CONCLUSIONS = re.compile(
    r"^[ \t]*(?:(?:I{1,3}|IV|\d)[ \t]*\.?[ \t]*)?conclusions\s+and\s*/?\s*(?:or\s+)?recommendations[\s*∗\d]*$",
    re.IGNORECASE | re.MULTILINE,
)
# "71. All conclusions and/or recommendations contained in this report", "(...) set out in the present report"
_CLOSING = re.compile(
    r"^[ \t]*(?:(\d{1,3})[ \t]*\.\s*)?(?:all\s+|the\s+)*conclusions\s+and\s*/?\s*(?:or\s+)?recommendations\s+"
    r"(?:contained|set\s+out|included|in\b)",
    re.IGNORECASE | re.MULTILINE,
)
_AFTER = re.compile(
    r"^[ \t]*(?:I{2,3}|IV|V)[ \t]*\.?[ \t]*(?:voluntary|pledges|commitments)[^\n.;:]*$|"
    r"^[ \t]*annex(?:e?s)?\b[\sIVX\d*]*$",
    re.IGNORECASE | re.MULTILINE,
)
_PLEDGES = re.compile(
    r"^[ \t]*(?:I{2,3}|IV|V)[ \t]*\.?[ \t]*(?:voluntary|pledges|commitments)[^\n.;:]*$", re.IGNORECASE | re.MULTILINE
)
_ANNEX = re.compile(r"^[ \t]*annex(?:e?s)?\b[\sIVX\d*]*$", re.IGNORECASE | re.MULTILINE)
# Where the heading is missing: "95. The recommendations formulated during the interactive dialogue have been examined"
_FIRST_LEAD_IN = re.compile(
    r"^(?=[ \t]*\d{1,3}[ \t]*\.\s+(?:the|in\s+the\s+course)[^.:]{0,160}?\brecommendations\b[^.:]{0,160}?"
    r"(?:examined|enjoy|were\s+made|listed\s+below))",
    re.IGNORECASE | re.MULTILINE,
)
_DIALOGUE = re.compile(r"^[ \t]*B[ \t]*\.[ \t]*interactive\s+dialogue[^\n.]*$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sections:
    """Offsets in the running text: ranges as (start, end).

    dialogue: the summary of the proceedings, before the conclusions. conclusions: after their heading, up to the
    closing paragraph. closing: number of the closing paragraph, None where it is missing. pledges: section III, or an
    empty range.
    """

    dialogue: tuple[int, int]
    conclusions: tuple[int, int]
    closing: int | None
    pledges: tuple[int, int]


def find_sections(text: str) -> Sections | None:
    """The parts of the report; None where neither a heading of the conclusions nor a first lead-in is found."""
    heads = list(_CONCLUSIONS.finditer(text)) or list(_FIRST_LEAD_IN.finditer(text))[:1]
    if not heads:
        return None
    closings = list(_CLOSING.finditer(text, heads[0].end()))
    closing = closings[-1] if closings else None
    head = next((m for m in reversed(heads) if closing is None or m.start() < closing.start()), heads[0])
    after = _AFTER.search(text, head.end())
    end = closing.start() if closing else after.start() if after else len(text)
    rest = closing.end() if closing else end
    pledges = _PLEDGES.search(text, rest)
    annex = _ANNEX.search(text, pledges.end() if pledges else rest)
    annex_start = annex.start() if annex else len(text)
    dialogue = next((m for m in reversed(list(_DIALOGUE.finditer(text))) if m.start() < head.start()), None)
    return Sections(
        (dialogue.end() if dialogue else 0, head.start()),
        (head.end(), end),
        int(closing[1]) if closing and closing[1] else None,
        (pledges.end(), annex_start) if pledges else (annex_start, annex_start),
    )
