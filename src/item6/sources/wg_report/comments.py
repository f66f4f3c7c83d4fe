"""Comments of the State, numbered like recommendations, and statements about numbers already listed.

"92.2. Regarding recommendation No. 91.2, individual violations are not the subject" recommends nothing; and
"Bhutan considers that recommendation 118.1 above has already been implemented" answers one that is listed before.
"""

from __future__ import annotations

import re
from itertools import pairwise

from item6.terms.names import is_number

_ABOUT = re.compile(
    r"\s*(?:with\s+(?:regards?|respect)\s+to|regarding|concerning|as\s+(?:for|regards)|in\s+relation\s+to|on)\s+"
    r"(?:the\s+|these\s+|those\s+|both\s+)?(?:first\s+|two\s+|above\s+)?recommendations?\b|\s*(?:the\s+)?recommendations?\s+"
    r"(?:no|nos|in|under|contained|included|\d)",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"\s+(?:\w+ly\s+)?(?:explained|indicated|considers?|considered|stated|noted|clarified|recalled|offered|wishes|would\s+like|"
    r"does\s+not|did\s+not|is\s+not|cannot|has\s+not|is\s+already|regards|believes)\b"
)
_COMMENTS = re.compile(r"\bcomments?\b\W*$|following\s+(?:comments?|reasons|observations)", re.IGNORECASE)

_NUMBERS = re.compile(
    r"(?:recommendations?|paragraphs?|nos?\.?|numbers?)\s*(?:\((?:[^()]*)\)\s*)?"
    r"((?:(?:nos?\.?|numbers?|contained|listed|in|from|paragraphs?)\s*)*\d[\d.,;\s–-]*"
    r"(?:(?:and|to|as\s+well\s+as|nos?\.?)\s*\d[\d.,;\s–-]*)*)",
    re.IGNORECASE,
)
# "recommendation number 2 in paragraph 61", "paragraph 103, No. 7"
_OF_PARAGRAPH = re.compile(
    r"recommendations?\s+(?:nos?\.?|numbers?)\s*(\d{1,3})\s+(?:in|of|under)\s+paragraph\s+(\d{1,3})(?![\d.]*\d)|"
    r"paragraph\s+(\d{1,3}),\s*no\.?\s*(\d{1,3})",
    re.IGNORECASE,
)
_RANGE = re.compile(r"(\d{1,3}(?:\.\s?\d{1,3})?)\.?\s*(?:(?:[–-]|to)\s*(\d{1,3}(?:\.\s?\d{1,3})?))?")


def is_comment(
    words: str, reviewed_names: frozenset[str], *, has_states: bool, lead: str, closes: bool = False
) -> bool:
    """Whether an item is the State's comment.

    words: of the item. reviewed_names: names of the State under review. has_states: a bracket of States stands in
    it. closes: that bracket ends the item, as it ends recommendations. lead: the sentence that introduces the list.
    """
    if _ABOUT.match(words) and not closes:
        return True
    if has_states:
        return False
    start = re.sub(r"^\s*the\s+", "", words, flags=re.IGNORECASE)
    for name in reviewed_names:
        if start.startswith(name) and _TELLS.match(start[len(name) :]):
            return True
    return _COMMENTS.search(lead) is not None


def named_numbers(words: str, listed: frozenset[str], mains: tuple[int, ...]) -> list[tuple[tuple[str, ...], int, int]]:
    """The listed numbers that a statement names, one entry for each unbroken run of them: "118.1", "Nos. 2, 7 and 8".

    listed: numbers of the lists so far. mains: main numbers of the lists before the statement; a bare number belongs
    to the last of them. Each entry: numbers, and the range of the words that speak of them (to the next run).
    """
    words = _OF_PARAGRAPH.sub(_as_dotted, words)
    runs = []
    for run in _NUMBERS.finditer(words):
        found = [
            n
            for first, last in _RANGE.findall(run[1])
            for n in _expand(first.replace(" ", ""), last.replace(" ", ""), mains)
        ]
        named = tuple(dict.fromkeys(number for number in found if number in listed))
        if named:
            runs.append((named, run.start()))
    bounds = pairwise([*(start for _, start in runs), len(words)])
    return [(named, start, end) for (named, _), (start, end) in zip(runs, bounds, strict=True)]


def _as_dotted(named: re.Match[str]) -> str:
    """The number of "number 2 in paragraph 61" as "61.2", at the same length, so that places stay."""
    number = f"recommendation {named[2] or named[3]}.{named[1] or named[4]}"
    return number.ljust(len(named[0]))[: max(len(named[0]), len(number))]


def _expand(first: str, last: str, mains: tuple[int, ...]) -> list[str]:
    """Numbers from `first` to `last`, with the main number put before bare ones."""
    main, _, sub = first.rpartition(".")
    main = main or (str(mains[-1]) if mains else "")
    end = last.rpartition(".")[2] or sub
    if not main or not is_number(f"{main}.{sub}"):
        return []
    return [f"{main}.{n}" for n in range(int(sub), min(int(end), int(sub) + 400) + 1)]
