"""Who signs: nouns, numbers, and the orders in which lists are shown."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

GENERAL, SPECIAL, ROSTER, NONE, UNKNOWN = "general", "special", "roster", "none", "unknown"
STATUSES = (GENERAL, SPECIAL, ROSTER, NONE, UNKNOWN)
"""ECOSOC consultative status, in the UN's order (ECOSOC resolution 1996/31), then those without."""

STATUS_WORDS = {
    GENERAL: "General consultative status",
    SPECIAL: "Special consultative status",
    ROSTER: "Roster",
    NONE: "Without consultative status",
    UNKNOWN: "Status not stated",
}

ORGANISATION, PERSON = "organisation", "person"
LONGEST_SORT = 120
"""Bytes of a name that databases order by."""


@dataclass(frozen=True, slots=True)
class Signatory:
    """One that signed and is counted.

    name: as it shall appear. place: the location in the signatory's own words. code: what it is counted under, a
    country's or territory's; empty where none was chosen. status, year: ECOSOC's. capacity: of a person. withheld:
    counted, and not shown.
    """

    name: str
    kind: str = ORGANISATION
    place: str = ""
    code: str = ""
    status: str = UNKNOWN
    year: int | None = None
    website: str = ""
    capacity: str = ""
    ecosoc_name: str = ""
    withheld: bool = False


@dataclass(frozen=True, slots=True)
class Numbers:
    """How many sign. places: countries and territories, of organisations that chose one; withheld ones too."""

    organisations: int
    persons: int
    places: int
    withheld: int


@dataclass(frozen=True, slots=True)
class Group:
    """Signatories under one head, in the order of the alphabet."""

    head: str
    signatories: tuple[Signatory, ...]


def numbers(signatories: Iterable[Signatory]) -> Numbers:
    """How many there are."""
    every = tuple(signatories)
    organisations = [each for each in every if each.kind == ORGANISATION]
    places = {each.code for each in organisations if each.code}
    return Numbers(
        len(organisations), len(every) - len(organisations), len(places), sum(each.withheld for each in every)
    )


def alphabetical(name: str) -> tuple[str, str]:
    """What names are put in order by: without accents and case, articles left where they are."""
    plain = "".join(each for each in unicodedata.normalize("NFKD", name) if not unicodedata.combining(each))
    return plain.casefold(), name


def sort_of(name: str) -> bytes:
    """What databases put names in order by, byte by byte: the beginning of `alphabetical`, in UTF-8."""
    return alphabetical(name)[0].encode("utf-8", "ignore")[:LONGEST_SORT].decode("utf-8", "ignore").encode()


def in_order(signatories: Iterable[Signatory]) -> list[Signatory]:
    """By name."""
    return sorted(signatories, key=lambda each: alphabetical(each.name))


def by_status(signatories: Iterable[Signatory], called: Mapping[str, str] = STATUS_WORDS) -> list[Group]:
    """General, Special, Roster, without, not stated; no empty groups. called: a head for each."""
    shown = _shown(signatories)
    groups = [Group(called[name], tuple(each for each in shown if each.status == name)) for name in STATUSES]
    return [group for group in groups if group.signatories]


def by_place(
    signatories: Iterable[Signatory], called: Mapping[str, str], elsewhere: str = "Other places"
) -> list[Group]:
    """By the place counted under, in the order of its name; those that chose none come last.

    called: a name for each code.
    """
    shown = _shown(signatories)
    named = {each.code: called.get(each.code, each.code) for each in shown if each.code}
    heads = sorted(named, key=lambda code: alphabetical(named[code]))
    groups = [Group(named[code], tuple(each for each in shown if each.code == code)) for code in heads]
    rest = tuple(each for each in shown if not each.code)
    return [*groups, Group(elsewhere, rest)] if rest else groups


def _shown(signatories: Iterable[Signatory]) -> Sequence[Signatory]:
    return in_order(each for each in signatories if not each.withheld)
