"""A spreadsheet of organisations: which column is what, and what each row says. Nothing is written here.

Headers are those that item6 exports, and usual ones in English, French and Spanish; a name in another language stands
in a column `name (fr)`. Several values of a cell are separated by `;` or line ends. An empty cell says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from item6.organisations.domains import domain_of
from item6.organisations.folding import clean, folded
from item6.organisations.nouns import GENERAL, NONE, ROSTER, SPECIAL, UNKNOWN, Contact, Organisation
from item6.terms import states

COLUMNS = (
    "name", "names", "former_names", "ecosoc_name", "country", "country_code", "ecosoc_status", "ecosoc_year",
    "website", "domains", "notes", "contact", "contact_post", "contact_email", "contact_phone", "contact_language",
    "contact_consent",
)  # fmt: skip
"""The columns, as an import understands them."""

_KNOWN = {
    "name": "name|organisation|organization|organisation name|organization name|name of organisation|ngo|nom|nombre"
    "|name of organization|nom de l'organisation|nombre de la organizacion|organizacion",
    "names": "names|other names|names in other languages|autres noms|otros nombres",
    "former_names": "former names|former name|anciens noms|ancien nom|nombres anteriores|nombre anterior",
    "ecosoc_name": "ecosoc name|name in the ecosoc database|ecosoc database name|icso name",
    "country": "country|country or territory|location|pays|pais|land",
    "country_code": "country code|code|iso|iso3|code pays|codigo",
    "ecosoc_status": "ecosoc status|status|consultative status|ecosoc|statut|statut ecosoc|estatus|estatus ecosoc",
    "ecosoc_year": "ecosoc year|year|since|annee|ano",
    "website": "website|web site|web|site|url|homepage|site web|sitio web",
    "domains": "domains|domain|domaine|dominio",
    "notes": "notes|note|remarks|remarques|notas",
    "contact": "contact|contact person|person|contact name|personne|persona|contacto",
    "contact_post": "contact post|post|title|position|function|capacity|fonction|cargo",
    "contact_email": "contact email|contact e-mail|email|e-mail|mail|courriel|correo|correo electronico",
    "contact_phone": "contact phone|phone|telephone|tel|telefono",
    "contact_language": "contact language|language|langue|idioma",
    "contact_consent": "contact consent|consent|consent given|consentement|consentimiento",
}  # fmt: skip
_COLUMN = {said: column for column, names in _KNOWN.items() for said in names.split("|")}
_NAME_IN = re.compile(r"(?:name|nom|nombre)\s*[(_\[ ]\s*([a-z]{2,3}(?:-[a-z0-9]{2,8})?)\s*[)\]]?")
_STATUS = {
    "general": GENERAL, "general consultative status": GENERAL, "special": SPECIAL, "especiale": SPECIAL,
    "special consultative status": SPECIAL,
    "roster": ROSTER, "none": NONE, "no": NONE, "without": NONE, "-": NONE, "unknown": UNKNOWN, "?": UNKNOWN,
    "speciale": SPECIAL, "special consultative": SPECIAL, "general consultative": GENERAL, "especial": SPECIAL,
    "liste": ROSTER, "lista": ROSTER, "aucun": NONE, "ninguno": NONE, "consultatif special": SPECIAL,
    "consultatif general": GENERAL,
}  # fmt: skip
_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LONGEST = {"name": 300, "country": 120, "website": 500, "ecosoc_name": 300}
FIRST_YEAR = 1946
"""When the Council first gave consultative status."""
_ROWS_BEFORE_HEADER = 10


@dataclass(frozen=True, slots=True)
class Header:
    """Where the columns stand. row: of the header, from 1. unknown: titles that mean nothing here."""

    row: int
    places: Mapping[int, str]
    unknown: tuple[str, ...]


@dataclass(slots=True)
class RowSaid:
    """What a row says. number: as the spreadsheet shows it. said: fields that it fills. problems: (column, why)."""

    number: int
    name: str = ""
    said: dict[str, Any] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)


class NoHeader(ValueError):
    """No row names a column of names."""


def header_of(rows: Sequence[tuple[int, Sequence[str]]], meaning: Callable[[str], str] | None = None) -> Header:
    """The header, among the first rows. NoHeader where none holds a name.

    meaning: the column that a title names, empty where it is none; by default `column_of`, of organisations.
    """
    for number, cells in rows[:_ROWS_BEFORE_HEADER]:
        found = {place: column for place, cell in enumerate(cells) if (column := (meaning or column_of)(cell))}
        if "name" in found.values():
            unknown = tuple(cell.strip() for place, cell in enumerate(cells) if cell.strip() and place not in found)
            return Header(number, found, unknown)
    raise NoHeader


def column_of(title: str) -> str:
    """The column that a title names: one of COLUMNS, `name:fr` for a name in a language, empty where it is none."""
    said = folded(title).replace("_", " ").replace("*", "").strip(" :")
    if found := _COLUMN.get(said):
        return found
    language = _NAME_IN.fullmatch(said)
    return f"name:{language[1]}" if language else ""


def read_row(number: int, cells: Sequence[str], header: Header) -> RowSaid:
    """What a row says. Problems are named by column: `name`, `country_code`, `ecosoc_status`, `ecosoc_year`, ..."""
    row = RowSaid(number)
    values: dict[str, str] = {}
    for place, column in header.places.items():
        cell = unquoted(clean(cells[place]).strip()) if place < len(cells) else ""
        if cell and column not in values:
            values[column] = cell
    row.name = " ".join(values.pop("name", "").split())
    if not row.name:
        row.problems.append(("name", "missing"))
    elif len(row.name) > _LONGEST["name"]:
        row.problems.append(("name", "long"))
    contact = {column: values.pop(column) for column in list(values) if column.startswith("contact")}
    for column, value in values.items():
        _read_cell(row, column, value)
    _read_contact(row, contact)
    return row


def laid_over(before: Organisation, said: Mapping[str, Any]) -> Organisation:
    """An organisation with what a row says: lists grow, other fields are replaced."""
    fields = dict(said)
    for name in ("names", "former", "domains"):
        if name in fields:
            fields[name] = tuple(dict.fromkeys((*getattr(before, name), *fields[name])))
    if "contacts" in fields:
        known = {(folded(each.person), each.email.casefold()) for each in before.contacts}
        new = [each for each in fields["contacts"] if (folded(each.person), each.email.casefold()) not in known]
        fields["contacts"] = (*before.contacts, *new)
    return replace(before, **fields)


def status_of(typed: str) -> str | None:
    """The consultative status that a text names; None where it names none."""
    return _STATUS.get(folded(typed).removesuffix(" status").strip())


def year_of(typed: str) -> int | None:
    """The year that a text holds, such as `2011` or a date of that year; None where it holds none that can be."""
    found = re.fullmatch(r"(?:.*[^\d])?((?:19|20)\d\d)(?:\.0)?", typed.strip()) or re.match(
        r"((?:19|20)\d\d)-\d\d-\d\d", typed.strip()
    )
    year = int(found[1]) if found else 0
    return year if FIRST_YEAR <= year <= date.today().year else None


def code_of(typed: str) -> str | None:
    """ISO3 of a State by code or name; None where it is none."""
    code = typed.strip().upper()
    return code if code in states.STATES else states.find(typed)


def website_of(typed: str) -> str | None:
    """An address of the web, with its scheme; None where it is none."""
    text = typed.strip()
    text = text if re.match(r"https?://", text, re.IGNORECASE) else f"https://{text}"
    try:
        parts = urlsplit(text)
        domain_of(parts.hostname or "")
    except ValueError:
        return None
    if len(text) > _LONGEST["website"] or any(sign.isspace() for sign in text):
        return None
    return text


def is_mail(text: str) -> bool:
    """Whether it looks like an address of mail."""
    return bool(_MAIL.fullmatch(text)) and len(text) <= 254


def split(cell: str) -> list[str]:
    """The values of a cell that holds several."""
    return [value for each in re.split(r"[;\n]", cell) if (value := " ".join(each.split()))]


def _read_cell(row: RowSaid, column: str, value: str) -> None:
    if column.startswith("name:"):
        row.said["names"] = (*row.said.get("names", ()), (column[5:], " ".join(value.split())))
    elif column == "names":
        named = [_in_language(each) for each in split(value)]
        row.said["names"] = (*row.said.get("names", ()), *named)
    elif column == "former_names":
        row.said["former"] = tuple(split(value))
    elif column == "domains":
        _read_domains(row, value)
    elif column in _READERS:
        name, reader = _READERS[column]
        found = reader(value)
        if found is None:
            row.problems.append((column, value[:80]))
        else:
            row.said[name] = found
    elif len(value) > _LONGEST.get(column, 4000):
        row.problems.append((column, "long"))
    else:
        row.said[column] = value if column == "notes" else " ".join(value.split())
        if column == "country" and "code" not in row.said and (code := states.find(value)):
            row.said["code"] = code


_READERS: dict[str, tuple[str, Callable[[str], Any]]] = {
    "country_code": ("code", code_of),
    "ecosoc_status": ("status", status_of),
    "ecosoc_year": ("year", year_of),
    "website": ("website", website_of),
}


def _in_language(text: str) -> tuple[str, str]:
    """`fr: Cercle` and `Cercle (fr)` say their language."""
    before = re.fullmatch(r"([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})?):\s*(.+)", text)
    if before:
        return before[1], before[2]
    after = re.fullmatch(r"(.+?)\s*\(([a-z]{2,3})\)", text)
    return (after[2], after[1]) if after else ("", text)


def _read_domains(row: RowSaid, value: str) -> None:
    found = []
    for each in re.split(r"[;,\s]+", value):
        try:
            found += [domain_of(each)] if each else []
        except ValueError:
            row.problems.append(("domains", each[:80]))
    row.said["domains"] = tuple(dict.fromkeys(found))


def _read_contact(row: RowSaid, cells: Mapping[str, str]) -> None:
    person, email = cells.get("contact", ""), cells.get("contact_email", "")
    if not person and not email:
        return
    if email and not is_mail(email):
        row.problems.append(("contact_email", email[:80]))
        return
    consent = cells.get("contact_consent", "")
    if consent and not is_day(consent):
        row.problems.append(("contact_consent", consent[:80]))
        return
    contact = Contact(
        " ".join(person.split())[:200], cells.get("contact_post", "")[:200], email, cells.get("contact_phone", "")[:60],
        cells.get("contact_language", "")[:40], consent,
    )  # fmt: skip
    row.said["contacts"] = (contact,)


def is_day(text: str) -> bool:
    """Whether it is a date such as 2026-03-31."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def unquoted(cell: str) -> str:
    """A cell of our own CSV without the apostrophe before what a spreadsheet would compute."""
    return cell[1:].strip() if len(cell) > 1 and cell[0] == "'" and cell[1] in "=+-@＝＋－＠" else cell
