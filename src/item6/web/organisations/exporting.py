"""The organisations of a coalition for other programs. What is personal goes into a file of its own."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from item6.files.cells import safe_cell
from item6.organisations.nouns import Organisation

COLUMNS = (
    "name", "names", "former_names", "ecosoc_name", "country", "country_code", "ecosoc_status", "ecosoc_year",
    "website", "domains",
)  # fmt: skip
CONTACTS = ("name", "contact", "contact_post", "contact_email", "contact_phone", "contact_language", "contact_consent")


def as_csv(found: Iterable[Organisation]) -> bytes:
    """With a header that an import understands; cells that a spreadsheet would compute are marked as words."""
    return _csv(COLUMNS, ([row[column] for column in COLUMNS] for row in map(_flat, found)))


def as_json(found: Iterable[Organisation]) -> bytes:
    """A list of objects; names in other languages as objects of language and text."""
    rows = [
        {**_flat(each), "names": [{"language": language, "text": text} for language, text in each.names]}
        for each in found
    ]
    return json.dumps(rows, ensure_ascii=False, indent=1).encode()


def contacts_as_csv(found: Iterable[Organisation]) -> bytes:
    """A row for each contact."""
    rows = (
        [each.name, one.person, one.post, one.email, one.phone, one.language, one.consent]
        for each in found
        for one in each.contacts
    )
    return _csv(CONTACTS, rows)


FORMS: dict[str, tuple[str, Callable[[Iterable[Organisation]], bytes]]] = {
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
}
"""By the ending of the address: type of content, and what makes it."""


def _flat(each: Organisation) -> dict[str, Any]:
    return {
        "name": each.name, "names": [f"{language}: {text}" if language else text for language, text in each.names],
        "former_names": list(each.former), "ecosoc_name": each.ecosoc_name, "country": each.country,
        "country_code": each.code, "ecosoc_status": each.status, "ecosoc_year": each.year, "website": each.website,
        "domains": list(each.domains),
    }  # fmt: skip


def _csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([safe_cell(value) for value in row])
    return stream.getvalue().encode("utf-8-sig")
