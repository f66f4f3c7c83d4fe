"""Forms of an event: the fields of a section, or its rows, from and to the event file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext

from item6.events.nouns import Event, Organiser, Part, Recording, Session, Speaker, Task, Words
from item6.organisations.folding import clean
from item6.organisations.nouns import NONE, UNKNOWN
from item6.web.events import fields as sections
from item6.web.events.fields import (
    AFTER,
    DAYS,
    HOURS,
    MAIN,
    ORGANISERS,
    PROGRAMME,
    RECORDINGS,
    SPEAKERS,
    TASKS,
    TEXTS,
    TRANSLATIONS,
    WHEN,
    Field,
)  # fmt: skip
from item6.web.events.typed import Wrong
from item6.web.events.wording import LANGUAGES
from item6.web.events.writing import COLUMNS

MORE = 3
MOST = 120
"""Empty rows that are offered, and the most that an event has."""

_NOUNS = {ORGANISERS: Organiser, PROGRAMME: Part, SPEAKERS: Speaker, TASKS: Task, RECORDINGS: Recording}


@dataclass(frozen=True, slots=True)
class Asked:
    """A field on a page: what it holds, and what is wrong with it."""

    field: Field
    name: str
    value: str
    why: str = ""

    @property
    def ticked(self) -> tuple[str, ...]:
        """The values that are ticked."""
        return tuple(filter(None, self.value.split(",")))


class Form:
    """typed: by name, as text; what several boxes give is joined by commas. wrong: by name of the field."""

    def __init__(self, typed: Mapping[str, str]) -> None:
        self.typed = {name: clean(value).strip() for name, value in typed.items()}
        self.wrong: dict[str, str] = {}

    def asked(self, fields: Sequence[Field], ending: str = "") -> list[Asked]:
        """The fields as a page shows them."""
        return [Asked(each, f"{each.name}{ending}", self.typed.get(f"{each.name}{ending}", ""),
                      self.wrong.get(f"{each.name}{ending}", "")) for each in fields]  # fmt: skip

    def read(self, fields: Sequence[Field], ending: str = "") -> dict[str, Any]:
        """The values of the fields that could be read; what is wrong with the others is in `wrong`."""
        found = {}
        for each in fields:
            name = f"{each.name}{ending}"
            written = self.typed.get(name, "")
            try:
                found[each.name] = each.read(written if each.kind == "lines" else " ".join(written.split()))
            except Wrong as error:
                self.wrong[name] = str(error)
        return found


def typed_of(posted: QueryDict) -> dict[str, str]:
    """What a browser sent, several values of one name joined by commas."""
    return {name: ",".join(map(str, values)) for name, values in posted.lists()}


def written(value: object) -> str:
    """A value as a form shows it."""
    if value is None or value is False:
        return "no" if value is False else ""
    if value is True:
        return "yes"
    if isinstance(value, tuple):
        return ",".join(map(str, value))
    return value.strftime("%Y-%m-%d %H:%M") if isinstance(value, datetime) else str(value)


def shown(section: str, event: Event, columns: Mapping[str, Any]) -> dict[str, str]:
    """What the form of a section of fields shows of an event. columns: what stands beside its file."""
    values = {name: written(getattr(event, name)) for name in event.__dataclass_fields__} | {
        name: written(columns.get(name)) for name in COLUMNS
    }
    values |= {"figures": "\n".join(event.figures), "themes": ", ".join(event.themes)}
    if event.session:
        values |= {"body": event.session.body, "session_number": str(event.session.number)}
    for each in event.translations:
        values |= {f"{name}-{each.language}": getattr(each, name) for name in each.__dataclass_fields__}
    return values


def read_fields(form: Form, section: str, fields: Sequence[Field]) -> tuple[dict[str, Any], dict[str, Any]]:
    """Fields of the event file, and columns; both as far as they could be read."""
    if section == TRANSLATIONS:
        return {"translations": _translations(form, fields)}, {}
    found = form.read(fields)
    columns = {name: found.pop(name) for name in COLUMNS if name in found}
    if section == MAIN and {"body", "session_number"} <= set(found):
        body, number = found.pop("body"), found.pop("session_number")
        if bool(body) != bool(number):
            form.wrong["session_number"] = gettext("Give both the body and the number of its session, or neither.")
        found["session"] = Session(body, number) if body and number else None
    if section == MAIN and not found.get("title", "x"):
        form.wrong["title"] = gettext("Write a title.")
    return found, columns


def _translations(form: Form, fields: Sequence[Field]) -> tuple[Words, ...]:
    found = form.read(fields)
    languages = dict.fromkeys(each.name.rpartition("-")[2] for each in fields)
    made = []
    for language in languages:
        values = {name.rpartition("-")[0]: value for name, value in found.items() if name.endswith(f"-{language}")}
        if any(values.values()):
            made.append(Words(language, **values))
    return tuple(made)


# rows


def shown_rows(section: str, rows: Sequence[Any]) -> dict[str, str]:
    """What the form of a section of rows shows."""
    values: dict[str, str] = {}
    for number, row in enumerate(rows):
        held = {name: written(getattr(row, name)) for name in row.__dataclass_fields__}
        if isinstance(row, Organiser):
            held["ecosoc"] = "has" if row.consultative and row.status == UNKNOWN else row.status
        if isinstance(row, Task):
            held |= _counted(row.hours)
        if isinstance(row, Recording):
            held["shows"] = "\n".join(row.shows)
        if isinstance(row, Organiser) and not row.books:
            held["books"] = ""
        values |= {f"{name}-{number}": value for name, value in held.items()}
    return values


def _counted(hours: int) -> dict[str, str]:
    if hours < 0:
        return {"hours": str(-hours // 24), "unit": AFTER}
    if hours % 24 or hours == 48:
        return {"hours": str(hours), "unit": HOURS}
    return {"hours": str(hours // 24), "unit": DAYS}


def count_of(form: Form) -> int:
    """How many rows a form holds."""
    numbers = [int(end) for name in form.typed for end in [name.rpartition("-")[2]] if end.isdigit() and len(end) < 4]
    return min(max(numbers, default=-1) + 1, MOST)


def read_rows(form: Form, section: str, fields: Sequence[Field]) -> tuple[Any, ...]:
    """The rows in the order that people gave; those without a name or title are left out."""
    found = []
    for number in range(count_of(form)):
        ending = f"-{number}"
        if not any(form.typed.get(f"{name}{ending}") for name in ("name", "title", "pseudonym", "kind", "address")):
            continue
        values = form.read(fields, ending)
        row = _row(section, values, form, ending)
        place = form.typed.get(f"order{ending}", "")
        found.append((int(place) if place.isdecimal() and len(place) < 6 else number + 1, number, row))
    return tuple(row for _, _, row in sorted(found, key=lambda each: each[:2]) if row is not None)


def _row(section: str, values: dict[str, Any], form: Form, ending: str) -> Any:
    if any(name.endswith(ending) for name in form.wrong):
        return None
    if section == ORGANISERS:
        said = values.pop("ecosoc") or UNKNOWN
        status = UNKNOWN if said == "has" else said
        values |= {"status": status, "consultative": None if said == UNKNOWN else said != NONE}
    if section == TASKS:
        unit, many = values.pop("unit"), values.pop("hours") or 0
        values["hours"] = {HOURS: many, AFTER: -24 * many}.get(unit, 24 * many)
        values["person"] = int(values["person"]) if values["person"] else None
        if values["kind"]:
            values["title"] = ""
    if section == RECORDINGS and not values["address"]:
        form.wrong[f"address{ending}"] = gettext("Write the whole address, beginning with https://")
        return None
    values = {name: value for name, value in values.items() if value is not None or name in ("consultative", "person")}
    return _NOUNS[section](**values)


def fields_of(section: str, event: Event, *, published: bool, letters: Sequence[tuple[str, str]]) -> list[Field]:
    """The fields of a section of fields."""
    if section == MAIN:
        return sections.main(event.languages, event.interpretation, letters)
    if section == WHEN:
        return sections.when(published=published)
    if section == TEXTS:
        return sections.texts()
    if section == TRANSLATIONS:
        return [each for code in LANGUAGES if code != event.language for each in sections.translation(code)]
    return sections.coming()
