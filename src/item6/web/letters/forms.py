"""Forms of letters: what was typed to a value, or to what is wrong with it, field by field."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext

from item6.letters.kinds import KINDS
from item6.letters.signatories import ORGANISATION, PERSON, STATUSES, UNKNOWN
from item6.organisations.folding import clean
from item6.organisations.sheets import FIRST_YEAR, code_of, website_of
from item6.web.letters.models import Letter
from item6.web.letters.signing import Given

_LONGEST = {"name": 300, "place": 120, "website": 500, "signer": 200, "capacity": 200, "email": 254, "title": 300}
_LONGEST_TEXT = 200_000


class SigningForm:
    """The public form: what was typed, what is wrong with it, and what it means."""

    FIELDS = ("kind", "name", "place", "code", "status", "year", "website", "signer", "capacity", "email", "withheld",
              "consent")  # fmt: skip

    def __init__(self, typed: Mapping[str, str], *, persons: bool, language: str = "en") -> None:
        self.typed = {name: " ".join(clean(typed.get(name, "")).split()) for name in self.FIELDS}
        self.wrong: dict[str, str] = {}
        self._persons, self._language = persons, language

    def given(self) -> Given | None:
        """What is asked for; None where something is wrong, which `wrong` says."""
        typed = self.typed
        kind = PERSON if self._persons and typed["kind"] == PERSON else ORGANISATION
        for name, most in _LONGEST.items():
            if len(typed.get(name, "")) > most:
                self.wrong[name] = gettext("This is too long; at most %(most)s characters.") % {"most": most}
        if not typed["name"]:
            self.wrong["name"] = gettext("Write the name as it shall appear.")
        try:
            validate_email(typed["email"])
        except ValidationError:
            self.wrong["email"] = gettext("Write an e-mail address, such as office@example.org.")
        if kind == ORGANISATION and not typed["signer"]:
            self.wrong["signer"] = gettext("Write who signs for the organisation.")
        if typed["status"] and typed["status"] not in STATUSES:
            self.wrong["status"] = gettext("Choose one of the list.")
        if not typed["consent"]:
            self.wrong["consent"] = gettext("The name can only be shown if you agree.")
        code, year, website = self._code(), self._year(), self._website()
        if self.wrong:
            return None
        return Given(
            name=typed["name"], email=typed["email"], kind=kind, place=typed["place"], code=code,
            status=typed["status"] or UNKNOWN, year=year, website=website, signer=typed["signer"],
            capacity=typed["capacity"], withheld=bool(typed["withheld"]), language=self._language,
        )  # fmt: skip

    def _code(self) -> str:
        """Of the place where none was chosen; a place that is no State's name is counted under nothing."""
        return code_of(self.typed["code"]) or code_of(self.typed["place"]) or ""

    def _year(self) -> int | None:
        written = self.typed["year"]
        if not written:
            return None
        if not (written.isascii() and written.isdigit()) or not FIRST_YEAR <= int(written[:5]) <= date.today().year:
            self.wrong["year"] = gettext("Write the year as four digits, or leave it empty.")
            return None
        return int(written)

    def _website(self) -> str:
        if not self.typed["website"]:
            return ""
        found = website_of(self.typed["website"])
        if not found:
            self.wrong["website"] = gettext("Write an address such as example.org, or leave it empty.")
        return found or ""


class LetterForm:
    """The coalition's form of a letter and its text."""

    LINES = ("addressees", "contacts", "press_contacts")
    SPOKEN = ("slot", "reader", "video")
    FIELDS = (*SPOKEN, "kind", "title", "agenda_item", "session", "language", "shown_by", "deadline", "embargo",
              "purge", "persons_may_sign")  # fmt: skip

    def __init__(self, typed: Mapping[str, str]) -> None:
        self.typed = {name: " ".join(clean(typed.get(name, "")).split()) for name in self.FIELDS}
        self.typed |= {name: clean(typed.get(name, "")).strip() for name in self.LINES}
        self.typed["text"] = clean(typed.get("text", "")).strip()
        self.translations = {
            name.removeprefix("text-"): clean(value).strip()
            for name, value in typed.items()
            if name.startswith("text-") and name.removeprefix("text-") in _LANGUAGES
        }
        self.wrong: dict[str, str] = {}

    @classmethod
    def of(cls, letter: Letter, text: str, translations: Mapping[str, str]) -> LetterForm:
        """The form as it shows a letter."""
        words = ("kind", "title", "agenda_item", "session", "language", "shown_by", *cls.SPOKEN)
        typed = {name: str(getattr(letter, name) or "") for name in words}
        typed |= {name: "\n".join(getattr(letter, name)) for name in cls.LINES}
        typed |= {name: value.astimezone(UTC).strftime("%Y-%m-%d %H:%M") for name in ("deadline", "embargo")
                  if (value := getattr(letter, name))}  # fmt: skip
        typed |= {"purge": letter.purge.isoformat() if letter.purge else "", "text": text}
        typed |= {"persons_may_sign": "yes" if letter.persons_may_sign else ""}
        return cls(typed | {f"text-{language}": words for language, words in translations.items()})

    def fields(self) -> dict[str, Any] | None:
        """The fields of the letter; None where something is wrong."""
        typed = self.typed
        if not typed["title"]:
            self.wrong["title"] = gettext("Write a title.")
        if len(typed["title"]) > _LONGEST["title"]:
            self.wrong["title"] = gettext("This is too long; at most %(most)s characters.") % {"most": 300}
        if not typed["text"]:
            self.wrong["text"] = gettext("Write the text.")
        if max(map(len, [typed["text"], *self.translations.values()])) > _LONGEST_TEXT:
            self.wrong["text"] = gettext("This is too long; at most %(most)s characters.") % {"most": _LONGEST_TEXT}
        if typed["kind"] and typed["kind"] not in KINDS:
            self.wrong["kind"] = gettext("Choose one of the list.")
        values: dict[str, Any] = {name: typed[name][:100] for name in ("agenda_item", "session")}
        values |= {name: typed[name][:200] for name in self.SPOKEN}
        values |= {name: [line.strip() for line in typed[name].splitlines() if line.strip()] for name in self.LINES}
        values |= {"title": typed["title"], "language": typed["language"] if typed["language"] in _LANGUAGES else "en",
                   "shown_by": typed["shown_by"] if typed["shown_by"] in ("status", "place", "alphabet") else "status",
                   "persons_may_sign": bool(typed["persons_may_sign"]), "deadline": self._moment("deadline"),
                   "embargo": self._moment("embargo"), "purge": self._day("purge")}  # fmt: skip
        return None if self.wrong else values

    def _moment(self, name: str) -> datetime | None:
        written = self.typed[name]
        if not written:
            return None
        try:
            return datetime.strptime(written.replace("T", " "), "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
        except ValueError:
            self.wrong[name] = gettext("Write the day and time as 2026-05-31 18:00 (UTC), or leave it empty.")
            return None

    def _day(self, name: str) -> date | None:
        written = self.typed[name]
        try:
            return date.fromisoformat(written) if written else None
        except ValueError:
            self.wrong[name] = gettext("Write the day as 2026-05-31, or leave it empty.")
            return None


_LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
"""The languages of a letter and its translations: the six of the UN."""

LANGUAGES = tuple(zip(_LANGUAGES, ("English", "français", "español", "العربية", "русский", "中文"), strict=True))
"""With their own names."""


def addresses_in(written: str) -> tuple[list[tuple[str, str]], list[str]]:
    """Lines such as `Zenda Mothers <office@zenda.example>` to names and addresses, and the lines that are none."""
    found, wrong = [], []
    for line in filter(None, map(str.strip, clean(written).splitlines())):
        name, bracket, rest = line.rpartition("<")
        email = (rest.rstrip("> ") if bracket else line.split()[-1]).strip("<>,;")
        try:
            validate_email(email)
        except ValidationError:
            wrong.append(line)
            continue
        found.append(((name if bracket else line[: -len(line.split()[-1])]).strip(' ,;"'), email))
    return found, wrong
