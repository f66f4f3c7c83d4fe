"""Which column of UPR Info's export holds what, by its heading; exports differ in their order and leave some out.

To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

TO, TEXT, FROM, RESPONSE, ACTION, ISSUE, SESSION = COLUMNS = (
    "To",
    "Text",
    "From",
    "Response",
    "Action",
    "Issue",
    "Session",
)
"""Columns that are read, as UPR Info names them. Regional groups and organisations are facts about States, which the
table of States has better."""

_NAMES = {
    "to": TO,
    "sur": TO,
    "stateunderreview": TO,
    "text": TEXT,
    "recommendation": TEXT,
    "from": FROM,
    "recommendingstate": FROM,
    "response": RESPONSE,
    "action": ACTION,
    "actioncategory": ACTION,
    "issue": ISSUE,
    "issues": ISSUE,
    "session": SESSION,
}


def find_columns(cells: Sequence[str]) -> dict[str, int]:
    """Index of each column by its name in COLUMNS, as far as a heading row names them; the first of two counts."""
    found: dict[str, int] = {}
    for place, cell in enumerate(cells):
        name = _NAMES.get(re.sub(r"[^a-z]", "", cell.casefold()))
        if name:
            found.setdefault(name, place)
    return found


def is_export(columns: Mapping[str, int]) -> bool:
    """Whether these columns are enough: who was reviewed, the text, and who recommended it or what was answered."""
    return TO in columns and TEXT in columns and (FROM in columns or RESPONSE in columns)


def looks_like_export(cells: Sequence[str]) -> bool:
    """Whether the cells are the heading row of an export of UPR Info."""
    return is_export(find_columns(cells))
