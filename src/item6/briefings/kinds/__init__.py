"""The kinds of briefings: one module each, which turns what is asked for into a Document, or into a file of its own."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from item6.briefings.asked import Kind
from item6.briefings.kinds.changes import CHANGES
from item6.briefings.kinds.embassy import EMBASSY
from item6.briefings.kinds.factsheet import FACTSHEET
from item6.briefings.kinds.own_forms import MATRIX, WORKBOOK
from item6.briefings.kinds.press import PRESS
from item6.briefings.kinds.review_briefing import BRIEFING
from item6.briefings.kinds.session import SESSION
from item6.briefings.kinds.statement import STATEMENT

_ALL = (PRESS, BRIEFING, FACTSHEET, EMBASSY, STATEMENT, CHANGES, SESSION, WORKBOOK, MATRIX)

KINDS: Mapping[str, Kind] = MappingProxyType({kind.name: kind for kind in _ALL})
"""The kinds by name, in the order of lists and of full sets."""
