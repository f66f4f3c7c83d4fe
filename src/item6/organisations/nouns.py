"""What is known of an organisation."""

from __future__ import annotations

from dataclasses import dataclass

GENERAL, SPECIAL, ROSTER, NONE, UNKNOWN = STATUSES = ("general", "special", "roster", "none", "unknown")
"""Consultative status with the Economic and Social Council (resolution 1996/31, part III), or none, or not known."""


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody who speaks for an organisation. consent: ISO date on which they agreed to be kept here, or empty."""

    person: str
    post: str = ""
    email: str = ""
    phone: str = ""
    language: str = ""
    consent: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation, its name as it shall appear.

    names: (language, text) in other languages; the language may be empty. former: names it has left. ecosoc_name: as
    the database of the Economic and Social Council has it. country: where it is, in its own words, territories too;
    code: ISO3 of the State that it is counted under, or empty. status: one of STATUSES; year: since when, or None.
    domains: of its mail and its site, as `item6.organisations.domains.domain_of` has them.
    """

    name: str
    names: tuple[tuple[str, str], ...] = ()
    former: tuple[str, ...] = ()
    ecosoc_name: str = ""
    country: str = ""
    code: str = ""
    status: str = UNKNOWN
    year: int | None = None
    website: str = ""
    domains: tuple[str, ...] = ()
    contacts: tuple[Contact, ...] = ()
    notes: str = ""

    @property
    def every_name(self) -> tuple[str, ...]:
        """All names by which it may be called, each once, its name first."""
        named = (self.name, *(text for _, text in self.names), *self.former, self.ecosoc_name)
        return tuple(dict.fromkeys(filter(None, named)))
