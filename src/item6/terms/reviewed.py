"""Which State was reviewed at which session of the Working Group, since 2008.

The table is reviewed.csv, one row a session, the States in the order in which they were scheduled. Source: the
calendars of the four cycles as the United Nations published them, with the reviews that were put off (Israel from
session 15 to 17, the Sudan from 39 to 40, the United States of the fourth cycle, which is left out). Sessions 1 to 20
were held against the reports of these reviews; later ones were not.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from io import StringIO
from types import MappingProxyType

from item6.terms.calendar import cycle_of_session


@lru_cache(maxsize=1)
def reviewed_at() -> Mapping[int, tuple[str, ...]]:
    """The States (ISO3) that were reviewed at each session, in order."""
    text = (resources.files("item6.terms") / "reviewed.csv").read_text("utf-8")
    rows = csv.DictReader(StringIO(text))
    return MappingProxyType({int(row["session"]): tuple(row["states"].split()) for row in rows})


@lru_cache(maxsize=1)
def _by_state() -> Mapping[str, Mapping[int, int]]:
    found: dict[str, dict[int, int]] = {}
    for session, states in reviewed_at().items():
        cycle = cycle_of_session(session)
        for state in states if cycle else ():
            found.setdefault(state, {})[cycle or 0] = session
    return found


def sessions_of(state: str) -> Mapping[int, int]:
    """The session of each cycle at which a State (ISO3) was reviewed; empty for one that the table does not hold."""
    return _by_state().get(state, {})
