"""The form of an organisation: what was typed to a value, or to what is wrong with it, field by field."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext

from item6.organisations.domains import domain_of, shown
from item6.organisations.folding import clean
from item6.organisations.nouns import NONE, STATUSES, UNKNOWN, Contact, Organisation
from item6.organisations.sheets import FIRST_YEAR, code_of, is_day, is_mail, website_of, year_of

TEXTS = ("name", "names", "former", "ecosoc_name", "country", "code", "status", "year", "website", "domains", "notes")
CONTACT = ("person", "post", "email", "phone", "language", "consent")
_LONGEST = {"name": 300, "ecosoc_name": 300, "country": 120, "notes": 20_000}
_MOST_CONTACTS = 12


class Form:
    """What was typed, what it means, and what is wrong: a sentence for each field. contacts: rows to fill in."""

    def __init__(self, typed: Mapping[str, str]) -> None:
        self.typed = {name: clean(typed.get(name, "")).strip() for name in TEXTS}
        self.wrong: dict[str, str] = {}
        rows = [
            {each: " ".join(clean(typed.get(f"{each}-{number}", "")).split()) for each in CONTACT}
            for number in range(_MOST_CONTACTS)
        ]
        self.contacts = [row for row in rows if any(row.values())]
        self.value = self._value()

    @classmethod
    def of(cls, value: Organisation) -> Form:
        """The form as it shows an organisation."""
        return cls(typed_of(value))

    @classmethod
    def empty(cls) -> Form:
        """The form before anything was typed, of which nothing is wrong yet."""
        form = cls({})
        form.wrong.clear()
        return form

    @property
    def contact_rows(self) -> list[dict[str, str]]:
        """The contacts and room for one more, each with its number and what is wrong with it."""
        rows = [*self.contacts, dict.fromkeys(CONTACT, "")][:_MOST_CONTACTS]
        return [
            {"number": str(number), "wrong": self.wrong.get(f"email-{number}", ""),
             "wrong_day": self.wrong.get(f"consent-{number}", ""), **row}
            for number, row in enumerate(rows)
        ]  # fmt: skip

    def _value(self) -> Organisation:
        typed = self.typed
        for name, most in _LONGEST.items():
            if len(typed[name]) > most:
                self.wrong[name] = gettext("This is too long; at most %(most)s characters.") % {"most": most}
        if not typed["name"]:
            self.wrong["name"] = gettext("Write the name as it shall appear.")
        if typed["status"] and typed["status"] not in STATUSES:
            self.wrong["status"] = gettext("Choose one of the list.")
        return Organisation(
            name=" ".join(typed["name"].split()), names=self._names(), former=tuple(_lines(typed["former"])),
            ecosoc_name=" ".join(typed["ecosoc_name"].split()), country=" ".join(typed["country"].split()),
            code=self._code(), status=typed["status"] or UNKNOWN, year=self._year(), website=self._website(),
            domains=self._domains(), contacts=self._contacts(), notes=typed["notes"],
        )  # fmt: skip

    def _names(self) -> tuple[tuple[str, str], ...]:
        found = []
        for line in _lines(self.typed["names"]):
            language, colon, text = line.partition(":")
            named = colon and 2 <= len(language.strip()) <= 8 and language.strip().replace("-", "").isalnum()
            named = named and language.strip().isascii()
            found.append((language.strip().lower(), text.strip()) if named and text.strip() else ("", line))
        return tuple(dict.fromkeys(found))

    def _code(self) -> str:
        typed = self.typed["code"] or self.typed["country"]
        found = code_of(typed) if typed else None
        if found is None and self.typed["code"]:
            self.wrong["code"] = gettext("No State is called so. Write its name or code, or leave this empty.")
        return found or ""

    def _year(self) -> int | None:
        if not self.typed["year"]:
            return None
        found = year_of(self.typed["year"])
        if found is None:
            self.wrong["year"] = gettext("Write a year from %(first)s on, such as 2011.") % {"first": FIRST_YEAR}
        elif self.typed["status"] in (NONE, UNKNOWN, ""):
            self.wrong["year"] = gettext("A year goes with a status. Choose the status, or leave the year empty.")
        return found

    def _website(self) -> str:
        found = website_of(self.typed["website"]) if self.typed["website"] else ""
        if found is None:
            self.wrong["website"] = gettext("This is no address of a site. Write it like https://example.org")
        return found or ""

    def _domains(self) -> tuple[str, ...]:
        found = []
        for each in self.typed["domains"].replace(",", " ").replace(";", " ").split():
            try:
                found.append(domain_of(each))
            except ValueError:
                self.wrong["domains"] = gettext("“%(typed)s” is no domain. Write it like example.org") % {"typed": each}
        return tuple(dict.fromkeys(found))

    def _contacts(self) -> tuple[Contact, ...]:
        for number, row in enumerate(self.contacts):
            if row["email"] and not is_mail(row["email"]):
                said = gettext("This is no e-mail address. Write it like name@example.org.")
                self.wrong[f"email-{number}"] = said
            if row["consent"] and not is_day(row["consent"]):
                self.wrong[f"consent-{number}"] = gettext("Write the day like 2026-03-31.")
            if not row["person"] and not row["email"]:
                self.wrong[f"email-{number}"] = gettext("Write a name or an e-mail address, or empty all fields.")
        return tuple(
            Contact(**{name: value[: _CONTACT_LONGEST[name]] for name, value in row.items()}) for row in self.contacts
        )


_CONTACT_LONGEST = {"person": 200, "post": 200, "email": 254, "phone": 60, "language": 40, "consent": 10}


def typed_of(value: Organisation) -> dict[str, str]:
    """What somebody would type for an organisation."""
    typed = {
        "name": value.name,
        "names": "\n".join(f"{language}: {text}" if language else text for language, text in value.names),
        "former": "\n".join(value.former), "ecosoc_name": value.ecosoc_name, "country": value.country,
        "code": value.code, "status": value.status, "year": str(value.year or ""), "website": value.website,
        "domains": "\n".join(map(shown, value.domains)), "notes": value.notes,
    }  # fmt: skip
    for number, each in enumerate(value.contacts):
        typed |= {f"{name}-{number}": getattr(each, name) for name in CONTACT}
    return typed


def _lines(typed: str) -> list[str]:
    return list(dict.fromkeys(line for each in typed.split("\n") if (line := " ".join(each.split()))))
