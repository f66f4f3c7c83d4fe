"""What the first pages say of a report: symbol, State under review, session, date, draft or final."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from item6.terms.calendar import MONTHS, cycle_of_council_session, cycle_of_session, session_from_words
from item6.terms.names import ReviewName
from item6.terms.state_mentions import find_names
from item6.terms.states import find
from item6.terms.symbols import Symbol, find_symbols

_HEADED = 25_000
"""Characters of the first pages, on which the running headers are counted."""

_FIRST = 12000
"""Characters within which the masthead, the contents and the first paragraphs stand."""

# "held its seventh session from 8 to 19 February 2010", "held its 21st session"
_SESSION = re.compile(r"held\s+its\s+([\w-]+(?:[\s-]\w+)?)\s+session\s+from", re.IGNORECASE)
_REVIEW_OF = re.compile(r"The\s+review\s+of\s+(?:the\s+)?(.{3,90}?)\s+(?:was|were)\s+held", re.IGNORECASE | re.DOTALL)
_TITLE = re.compile(
    r"(?:universal\s+periodic\s+review|examen\s+p[ée]riodique\s+universel|examen\s+peri[óo]dico\s+universal)"
    r"\s*[*∗†]*\s*\n",
    re.IGNORECASE,
)
_DISTRIBUTED = re.compile(
    rf"\b(\d{{1,2}})(?:er)?\s+(?:de\s+)?({'|'.join(MONTHS)})\s+(?:de\s+)?(\d{{4}})", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Masthead:
    """symbol: of this document. reviewed: ISO3 of the State under review. session: of the Working Group.

    date: ISO date of distribution. Any of them is None where the first pages do not say.
    """

    symbol: Symbol | None
    reviewed: str | None
    session: int | None
    date: str | None

    @property
    def review(self) -> ReviewName | None:
        """The review, where State and session are known."""
        cycle = cycle_of_session(self.session) if self.session else None
        if cycle is None and self.symbol and self.symbol.body == "A/HRC":
            cycle = cycle_of_council_session(self.symbol.session)
        return ReviewName(self.reviewed, cycle) if self.reviewed and cycle else None

    @property
    def draft(self) -> bool:
        """Whether it is a draft report (L. document)."""
        return self.symbol is not None and self.symbol.is_draft


def read_masthead(text: str, headers: tuple[str, ...] = ()) -> Masthead:
    """The masthead of a report.

    text: the whole text, furniture included, for the symbol stands in the headers. headers: of a Word file.
    """
    first = text[:_FIRST]
    near = find_symbols(first)
    symbol = _symbol([*find_symbols("\n".join(headers)), *near, *find_symbols(text[_FIRST:_HEADED])])
    return Masthead(symbol, _reviewed(first), _session(first, near), _date(first))


def _symbol(symbols: Iterable[Symbol]) -> Symbol | None:
    """The document's own symbol: that of a report, addendum or draft which is printed most often, on every page."""
    found = Counter(symbols)
    drafts = Counter({s: n for s, n in found.items() if s.base.is_draft})
    final = Counter({s: n for s, n in found.items() if s.base.is_report_like})
    if drafts and (not final or drafts.most_common(1)[0][1] > final.most_common(1)[0][1]):
        return drafts.most_common(1)[0][0]
    return final.most_common(1)[0][0] if final else None


def _reviewed(first: str) -> str | None:
    """The State named after the title, else in "The review of ... was held"."""
    for title in _TITLE.finditer(first):
        lines = [line.strip(" *∗†0123456789") for line in first[title.end() : title.end() + 200].split("\n")]
        for words in (lines[0], " ".join(lines[:2])):
            if state := find(words):
                return state
    if held := _REVIEW_OF.search(first):
        if state := find(" ".join(held[1].split())):
            return state
        named = find_names(held[1])
        return named[0].iso3 if named else None
    return None


def _session(first: str, symbols: Iterable[Symbol]) -> int | None:
    """The session that is told, else that of most of the symbols."""
    if held := _held(first):
        words = " ".join(held[1].replace("\n", " ").split())
        if (session := session_from_words(words)) is not None:
            return session
    sessions = Counter(s.working_group_session for s in symbols if s.working_group_session)
    return sessions.most_common(1)[0][0] if sessions else None


def _held(first: str) -> re.Match[str] | None:
    """The sentence on the session; its first word is found ten times as fast as the pattern that begins with it."""
    for word in ("held", "Held", "HELD"):
        at = first.find(word)
        while at >= 0:
            if found := _SESSION.match(first, at):
                return found
            at = first.find(word, at + 1)
    return None


def _date(first: str) -> str | None:
    """The date of distribution: the first date of the page that is not one of a session ("8 to 19 February 2010")."""
    for found in _DISTRIBUTED.finditer(first):
        before = first[max(0, found.start() - 8) : found.start()]
        if re.search(r"(?:\bto|[–-]|\bof|\bon|\bfrom|\bau|\bdu|\bal|\bdel|\bel)\s*$", before, re.IGNORECASE):
            continue
        try:
            return date(int(found[3]), MONTHS[found[2].lower()], int(found[1])).isoformat()
        except ValueError:  # "31 June 2014"
            continue
    return None
