"""Cycles and sessions of the Working Group on the Universal Periodic Review.

Settings, with their sources, as they stood in 2025. First days: sessions 1 to 20 and 34 as the Working Group's
reports print them ("held its nineteenth session from 28 April to 9 May 2014"), the others as the United Nations
announced each session. Later ones are unknown, and are not guessed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

MONTHS: Mapping[str, int] = MappingProxyType(
    {
        name: month
        for names in (
            "january february march april may june july august september october november december",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        )
        for month, name in enumerate(names.split(), 1)
    }
)
"""Number of the month by its name in English, French and Spanish, in lower case."""

LAST_SESSION_OF_CYCLE: Mapping[int, int] = MappingProxyType({1: 12, 2: 26, 3: 40, 4: 54})
"""Setting: the session that closes each cycle. Human Rights Council resolution 5/1, annex, para. 14 (first
cycle of four years), and resolution 16/21, annex, para. 3, with decision 17/119 (cycles of four and a half years)."""


@dataclass(frozen=True, slots=True)
class Session:
    """A session of the Working Group. begins: ISO date of its first day."""

    number: int
    begins: str

    @property
    def year(self) -> int:
        """Year of its first day."""
        return int(self.begins[:4])

    @property
    def month(self) -> int:
        """Month of its first day, 1 to 12."""
        return int(self.begins[5:7])


_FIRST_DAYS = """
 1 2008-04-07   11 2011-05-02   21 2015-01-19   31 2018-11-05   41 2022-11-07
 2 2008-05-05   12 2011-10-03   22 2015-05-04   32 2019-01-21   42 2023-01-23
 3 2008-12-01   13 2012-05-21   23 2015-11-02   33 2019-05-06   43 2023-05-01
 4 2009-02-02   14 2012-10-22   24 2016-01-18   34 2019-11-04   44 2023-11-06
 5 2009-05-04   15 2013-01-21   25 2016-05-02   35 2020-01-20   45 2024-01-22
 6 2009-11-30   16 2013-04-22   26 2016-10-31   36 2020-11-02   46 2024-04-29
 7 2010-02-08   17 2013-10-21   27 2017-05-01   37 2021-01-18   47 2024-11-04
 8 2010-05-03   18 2014-01-27   28 2017-11-06   38 2021-05-03   48 2025-01-20
 9 2010-11-01   19 2014-04-28   29 2018-01-15   39 2021-11-01   49 2025-04-28
10 2011-01-24   20 2014-10-27   30 2018-05-07   40 2022-01-24   50 2025-11-03
"""

SESSIONS: Mapping[int, Session] = MappingProxyType(
    {
        number: Session(number, begins)
        for number, begins in sorted((int(n), day) for n, day in re.findall(r"(\d+) ([\d-]{10})", _FIRST_DAYS))
    }
)
"""Known sessions by number, in order."""

LONGEST_SESSION = 22
"""Days from the first to the last: two weeks as a rule, up to three where reports were adopted later."""


def cycle_of_session(session: int) -> int | None:
    """Cycle of a session of the Working Group; None before the first and past the last whose end is set."""
    if session < 1:
        return None
    return next((cycle for cycle, last in LAST_SESSION_OF_CYCLE.items() if session <= last), None)


LAST_COUNCIL_SESSION_OF_CYCLE = {1: 20, 2: 35, 3: 51, 4: 67}
"""Sessions of the Human Rights Council at which the outcomes of a cycle were adopted, about five months after the
review: those of session 12 of the Working Group at the 19th of the Council, of 26 at the 34th, of 40 at the 50th.
*setting*: the fourth ends with session 54 of the Working Group."""


def cycle_of_council_session(session: int) -> int | None:
    """Cycle whose reports and addenda carry the number of this session of the Council; None for unknown ones."""
    return next((cycle for cycle, last in LAST_COUNCIL_SESSION_OF_CYCLE.items() if 1 <= session <= last), None)


_COUNCIL_SINCE = (2008, 7)
"""The Council's seventh session was its first regular one of 2008; there have been three in each year since, in spring,
summer and autumn (A/HRC/RES/5/1, annex, and General Assembly resolution 60/251, para. 10)."""
_COUNCIL_MONTHS = ((2, 4), (5, 7), (8, 10))
"""Setting: first and last month in which the three regular sessions of a year were held."""


def council_session_months(session: int) -> tuple[str, str] | None:
    """The first and the last month (`2012-02`) in which a regular session of the Council was held; None before 2008."""
    since, first = _COUNCIL_SINCE
    if session < first:
        return None
    year, at = since + (session - first) // 3, (session - first) % 3
    begins, ends = _COUNCIL_MONTHS[at]
    return f"{year}-{begins:02}", f"{year}-{ends:02}"


def years_of_cycle(cycle: int) -> tuple[int, int] | None:
    """The year of the first and of the last session of a cycle; None where they are not known."""
    first = LAST_SESSION_OF_CYCLE.get(cycle - 1, 0) + 1
    last = LAST_SESSION_OF_CYCLE.get(cycle)
    known = first in SESSIONS and last in SESSIONS
    return (SESSIONS[first].year, SESSIONS[last].year) if known and last else None


def session_of_date(iso_date: str) -> int | None:
    """Session on or within LONGEST_SESSION days of whose first day an ISO date (`2014-11-06`) falls; else None.

    A review is held, and its report adopted by the Working Group, in those days. ValueError where it is no date.
    """
    day = date.fromisoformat(iso_date)
    for session in SESSIONS.values():
        if 0 <= (day - date.fromisoformat(session.begins)).days < LONGEST_SESSION:
            return session.number
    return None


_ONES = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"),
    *("eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth"),
    "nineteenth",
)
_TENS = (("twent", 20), ("thirt", 30), ("fort", 40), ("fift", 50), ("sixt", 60))
_IN_WORDS = {word: number for number, word in enumerate(_ONES, 1)}
_IN_WORDS |= {f"{stem}ieth": ten for stem, ten in _TENS}
_IN_WORDS |= {f"{stem}y{word}": ten + number for stem, ten in _TENS[:-1] for number, word in enumerate(_ONES[:9], 1)}
_IN_FIGURES = re.compile(r"0*(\d{1,3}) ?(st|nd|rd|th)")


def ordinal(number: int) -> str:
    """The number, 1 to 60, as English prints it in words: `twenty-first`. ValueError beyond."""
    for word, value in _IN_WORDS.items():
        if value == number:
            return re.sub(r"(?<=t)y(?=[a-z])", "y-", word)
    raise ValueError(f"ordinal words go from 1 to 60, not {number}")


def session_from_words(words: str) -> int | None:
    """Number that ordinal words name: `seventh`, `Twenty-first`, `forty third`, `fortythird`, `21st`; else None.

    Hyphens of any kind and line ends between the two words, or nothing where a line end swallowed the hyphen.
    """
    folded = words.strip().casefold()
    if figures := _IN_FIGURES.fullmatch(folded):
        number = int(figures[1])
        return number if number and figures[2] == _ending(number) else None
    return _IN_WORDS.get(re.sub(r"[^a-z]", "", folded))


def _ending(number: int) -> str:
    if 10 < number % 100 < 20:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
