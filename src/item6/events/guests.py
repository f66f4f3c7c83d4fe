"""A spreadsheet of people who come to an event: which column is what, and what each row says.

Headers are those that item6 exports, and usual ones in English, French and Spanish. An empty cell says nothing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from item6.events.attending import ONLINE, ROOM
from item6.organisations.folding import clean, folded
from item6.organisations.sheets import Header, header_of, is_mail, unquoted

BEFORE = timedelta(hours=48)
"""How long before an event UN security asks for the list of guests."""

_KNOWN = {
    "name": "name|full name|participant|guest|nom|nom complet|nombre|nombre completo",
    "given": "first name|given name|given names|prenom|nombres",
    "family": "last name|family name|surname|nom de famille|apellido|apellidos",
    "organisation": "organisation|organization|ngo|affiliation|institution|organizacion",
    "post": "post|title|position|function|fonction|cargo",
    "country": "country|country or territory|pays|pais",
    "email": "email|e-mail|e-mail address|email address|mail|courriel|adresse e-mail|correo|correo electronico",
    "way": "way|takes part|participation|attendance|format|mode",
}  # fmt: skip
_COLUMN = {said: column for column, names in _KNOWN.items() for said in names.split("|")}
_WAYS = {
    ROOM: "room|in the room|in person|on site|onsite|en personne|presencial|en salle",
    ONLINE: "online|virtual|remote|remotely|en ligne|en linea|virtuel",
}
_WAY = {said: way for way, names in _WAYS.items() for said in names.split("|")}
_LONGEST = {"name": 200, "organisation": 300, "post": 200, "country": 120, "email": 254}


@dataclass(frozen=True, slots=True)
class Guest:
    """What a row says. number: as the spreadsheet shows it. way: empty where it is not said.

    problems: (column, what stands there, or `missing`, `long`, `twice`).
    """

    number: int
    name: str = ""
    organisation: str = ""
    post: str = ""
    country: str = ""
    email: str = ""
    way: str = ""
    problems: tuple[tuple[str, str], ...] = ()


def column_of(title: str) -> str:
    """The column that a title names; empty where it is none. A family name counts for a name."""
    said = folded(title).replace("_", " ").replace("*", "").strip(" :")
    return _COLUMN.get(said, "")


def read_guests(rows: Sequence[tuple[int, Sequence[str]]]) -> tuple[Header, list[Guest]]:
    """The header and a guest for each row below it; rows without a word are left out. NoHeader."""
    header = header_of(rows, lambda title: "name" if column_of(title) == "family" else column_of(title))
    titles = next(cells for number, cells in rows if number == header.row)
    places = {place: column_of(titles[place]) for place in header.places}
    seen: dict[str, int] = {}
    found = []
    for number, cells in rows:
        if number > header.row and any(cell.strip() for cell in cells):
            found.append(_guest(number, cells, places, seen))
    return header, found


def _guest(number: int, cells: Sequence[str], places: Mapping[int, str], seen: dict[str, int]) -> Guest:
    said: dict[str, str] = {}
    for place, column in places.items():
        cell = " ".join(unquoted(clean(cells[place]).strip()).split()) if place < len(cells) else ""
        if cell:
            said.setdefault(column, cell)
    name = said.pop("name", "") or " ".join(filter(None, (said.get("given", ""), said.get("family", ""))))
    problems = [] if name else [("name", "missing")]
    values = {"name": name} | {column: said.get(column, "") for column in ("organisation", "post", "country", "email")}
    problems += [(column, "long") for column, value in values.items() if len(value) > _LONGEST[column]]
    email = values["email"].casefold()
    if email and not is_mail(email):
        problems.append(("email", email[:80]))
    elif email and email in seen:
        problems.append(("email", "twice"))
    seen[email] = number
    way = _WAY.get(folded(said.get("way", "")), "")
    if said.get("way") and not way:
        problems.append(("way", said["way"][:80]))
    return Guest(number, **(values | {"email": email}), way=way, problems=tuple(problems))


def list_due(begins: datetime | None) -> datetime | None:
    """When the list of guests must be with UN security; None where the time of the event is not known."""
    return begins - BEFORE if begins else None
