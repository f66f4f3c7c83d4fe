"""Which review a matrix is about.

    UPR of China (2nd Cycle – 17th session)    Thematic list of recommendations    Page 1 of 1

stands in its page header. Where it does not, the documents that the matrix names as sources of positions tell the
cycle, since addenda carry the number of a session of the Council; and OHCHR's own file names the session and State.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from item6.terms.calendar import cycle_of_council_session, cycle_of_session, session_from_words
from item6.terms.issues import Issue, Place, issue
from item6.terms.names import ReviewName
from item6.terms.state_mentions import find_names
from item6.terms.states import STATES, find
from item6.terms.symbols import Symbol

_REVIEW_OF = re.compile(
    r"\b(?:UPR|Universal Periodic Review|review)\s+of\s+(?:the\s+)?(\S.{2,80}?)\s*(?:[(\n\t–—,;:]|\s-\s|$)",
    re.IGNORECASE,
)
_ORDINAL = r"(\d{1,2}\s?(?:st|nd|rd|th)|[a-z]{1,20}(?:[\s-][a-z]{1,20})?)"
_SESSION = (rf"{_ORDINAL}\s+(?:UPR\s+)?session", r"\bsession\s*(\d{1,2})\b")
_CYCLE = (rf"{_ORDINAL}\s+(?:UPR\s+)?cycle", r"\bcycle\s*(\d)\b")
_NAMED_SESSION = (r"\bUPR[ -]?(\d{1,2})(?!\d)", r"\bsession[ -]?(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Heading:
    """review: None where the file does not say. session: of the Working Group, or None."""

    review: ReviewName | None
    session: int | None
    issues: tuple[Issue, ...]


def read_heading(title: str, name: str, sources: Sequence[Symbol]) -> Heading:
    """The review of a matrix. title: page headers and what stands above the table. name: of the file.

    sources: symbols of the documents that positions were taken from, as often as they are named.
    """
    place = Place(name)
    in_name = re.sub(r"[_.]+", " ", name)
    session = _numbered(_SESSION, title) or _numbered(_NAMED_SESSION, in_name)
    state, issues = _state(title), list[Issue]()
    if state is None and (state := _state_in_name(in_name)):
        issues.append(issue("matrix.review_from_name", place, {"state": STATES[state].name}))
    printed = _numbered(_CYCLE, title)
    evidence = list(_evidence(session, sources))
    cycle = _cycle(evidence, printed)
    against = next((said for found, said in evidence if found == cycle), None)
    if printed and cycle != printed and against:
        said = {"printed": printed, "evidence": against, "cycle": cycle}
        issues.append(issue("matrix.cycle_differs", place, said))
    return Heading(ReviewName(state, cycle) if state and cycle else None, session, tuple(issues))


def _state(title: str) -> str | None:
    for found in _REVIEW_OF.finditer(title):
        if state := find(found[1]):
            return state
        named = find_names(found[1])
        if named and named[0].start == 0:
            return named[0].iso3
    return _only(title)


def _state_in_name(name: str) -> str | None:
    """The one State that a file name holds, whose words may be in small letters: `upr50 honduras thematic list`."""
    return _only(name) or _only(name.replace("-", " ").title())


def _only(text: str) -> str | None:
    named = {found.iso3 for found in find_names(text)}
    return named.pop() if len(named) == 1 else None


def _numbered(patterns: Iterable[str], text: str) -> int | None:
    """The first number that is one, in words or figures: `2nd`, `third`; another word may stand before an ordinal."""
    for pattern in patterns:
        for found in re.finditer(pattern, text, re.IGNORECASE):
            words = found[1]
            number = int(words) if words.isdecimal() else session_from_words(words)
            if number := number or session_from_words(re.split(r"[\s-]", words)[-1]):
                return number
    return None


def _evidence(session: int | None, sources: Iterable[Symbol]) -> Iterator[tuple[int, str]]:
    """Cycles, and what each of them is taken from, the surest first."""
    councils = Counter(symbol.base for symbol in sources if symbol.base.is_report_like)
    if councils:
        symbol = councils.most_common(1)[0][0]
        if cycle := cycle_of_council_session(symbol.session):
            yield cycle, str(symbol)
    if session and (cycle := cycle_of_session(session)):
        yield cycle, f"session {session}"


def _cycle(evidence: Sequence[tuple[int, str]], printed: int | None) -> int | None:
    """What most say; the sources where all differ."""
    said = [cycle for cycle, _ in evidence] + ([printed] if printed and 1 <= printed <= _LAST_CYCLE else [])
    return Counter(said).most_common(1)[0][0] if said else None


_LAST_CYCLE = 9
