"""Words of organisations, in the language of who reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from item6.organisations.domains import shown
from item6.organisations.nouns import STATUSES, UNKNOWN
from item6.terms.states import name_of


def status_words(status: str) -> str:
    """What a consultative status is called."""
    return {
        "general": gettext("General"), "special": gettext("Special"), "roster": gettext("Roster"),
        "none": gettext("none"), "unknown": gettext("not known"),
    }[status]  # fmt: skip


def status_choices() -> list[tuple[str, str]]:
    """The statuses as a form offers them."""
    return [(each, status_words(each)) for each in (UNKNOWN, *STATUSES[:-1])]


def field_words(field: str) -> str:
    """What a field is called."""
    return {
        "name": gettext("Name"), "names": gettext("Names in other languages"), "former": gettext("Former names"),
        "ecosoc_name": gettext("Name in the ECOSOC database"), "country": gettext("Country or territory"),
        "code": gettext("Counted under"), "status": gettext("ECOSOC status"), "year": gettext("ECOSOC status since"),
        "website": gettext("Site"), "domains": gettext("Domains"), "contacts": gettext("Contacts"),
        "notes": gettext("Notes"), "with": gettext("Merged with"),
    }.get(field, field)  # fmt: skip


def value_words(field: str, value: Any) -> str:
    """A value as people read it."""
    if field == "names":
        return "; ".join(f"{text} ({language})" if language else text for language, text in value)
    if field == "domains":
        return "; ".join(map(shown, value))
    if field == "status":
        return status_words(value)
    if field == "code":
        return name_of(value) if value else ""
    if isinstance(value, list | tuple):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)


def changes(found: Mapping[str, Any]) -> list[dict[str, str]]:
    """Changes of fields, line by line; of contacts and notes only that they were changed."""
    return [
        {"field": field_words(field), "before": value_words(field, said[0]), "after": value_words(field, said[1])}
        if said is not None
        else {"field": field_words(field), "before": "", "after": "", "private": "yes"}
        for field, said in found.items()
    ]


def did_words(did: str) -> str:
    """What was done to a row."""
    return {
        "entered": gettext("entered"), "edited": gettext("edited"), "imported": gettext("imported"),
        "merged": gettext("merged"), "unmerged": gettext("merge undone"),
    }.get(did, did)  # fmt: skip


def problem_words(column: str, said: str) -> str:
    """Why a cell of a spreadsheet was not understood, and what to do."""
    by_name = {
        "missing": gettext("There is no name. Write one, or delete the row."),
        "long": gettext("This is longer than can be kept. Shorten it."),
        "twice": gettext("A row above has the same name. Delete one of them."),
        "several": gettext("Several organisations here are called so. Change the one that is meant by hand."),
    }
    if said in by_name and column in ("name", "country", "ecosoc_name", "notes"):
        return by_name[said]
    words = {
        "country_code": gettext("“%(said)s” is no State. Write its code or name, or leave the cell empty."),
        "ecosoc_status": gettext("“%(said)s” is no status. Write General, Special, Roster, none or unknown."),
        "ecosoc_year": gettext("“%(said)s” is no year in which status was given. Write it like 2011."),
        "website": gettext("“%(said)s” is no address of a site."),
        "domains": gettext("“%(said)s” is no domain. Write it like example.org."),
        "contact_email": gettext("“%(said)s” is no e-mail address."),
        "contact_consent": gettext("“%(said)s” is no day. Write it like 2026-03-31."),
    }.get(column, "“%(said)s”")
    return words % {"said": said}
