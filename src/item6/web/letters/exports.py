"""The list of those who are counted as files for programs, written while it is read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator

from item6.files.cells import safe_cell
from item6.letters.signatories import Signatory
from item6.web.letters import lists
from item6.web.letters.models import Letter

COLUMNS = ("name", "place", "country_code", "ecosoc_status", "ecosoc_year", "website", "capacity", "kind")
_ROWS = 500
"""Of one piece."""


def as_csv(letter: Letter) -> Iterator[bytes]:
    """The signatories that are shown, a row each."""
    yield ("\ufeff" + _lines([COLUMNS])).encode()
    for rows in _pieces(letter):
        yield _lines([tuple(safe_cell(str(value)) for value in each.values()) for each in rows]).encode()


def as_json(letter: Letter) -> Iterator[bytes]:
    """The signatories that are shown and the numbers, those withheld counted too."""
    found = lists.numbers_of(letter)
    numbers = {"organisations": found.organisations, "persons": found.persons,
               "countries_and_territories": found.places, "withheld": found.withheld}  # fmt: skip
    yield f'{{"title": {_json(letter.title)},\n "numbers": {_json(numbers)},\n "signatories": ['.encode()
    before = "\n"
    for rows in _pieces(letter):
        yield (before + ",\n".join(map(_json, rows))).encode()
        before = ",\n"
    yield b"\n]}\n"


STREAMED: dict[str, Callable[[Letter], Iterator[bytes]]] = {"csv": as_csv, "json": as_json}
"""By the ending of the address."""


def _pieces(letter: Letter) -> Iterator[list[dict[str, object]]]:
    rows: list[dict[str, object]] = []
    for each in lists.every(letter):
        rows.append(_row(each))
        if len(rows) == _ROWS:
            yield rows
            rows = []
    if rows:
        yield rows


def _row(each: Signatory) -> dict[str, object]:
    values = (each.name, each.place, each.code, each.status, each.year or "", each.website, each.capacity, each.kind)
    return dict(zip(COLUMNS, values, strict=True))


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(rows: list[tuple[str, ...]]) -> str:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue()
