"""The words of a letter's papers that are nobody's own: heads, numbers, notes. English; others are passed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from item6.letters.kinds import Kind
from item6.letters.signatories import STATUS_WORDS, Numbers


def counted_in_words(found: Numbers) -> str:
    """`321 organisations from 60 countries and territories`, and persons where there are any."""
    said = [_of(found.organisations, "organisation")]
    if found.places:
        said.append("from " + ("one country or territory" if found.places == 1 else
                               f"{found.places} countries and territories"))  # fmt: skip
    sentence = " ".join(said)
    return f"{sentence}, and {_of(found.persons, 'person')}" if found.persons else sentence


def _withheld(number: int) -> str:
    return f"{_of(number, 'signatory', 'signatories')} asked not to be named."


def _not_named(number: int) -> str:
    words = _of(number, "signatory is", "signatories are")
    return f"{words} not named here: the list published with the letter names them."


def _of(number: int, one: str, several: str = "") -> str:
    return f"{number} {one if number == 1 else several or one + 's'}"


@dataclass(frozen=True, slots=True)
class Words:
    """What papers say in a language. kind, counted, withheld, not_named: functions, since languages count differently.

    status: heads of groups by ECOSOC status. In braces: `at`, a moment; `until`, the end of an embargo; `address`.
    """

    kind: Callable[[Kind], str] = lambda kind: kind.title
    status: Mapping[str, str] = field(default_factory=lambda: STATUS_WORDS)
    counted: Callable[[Numbers], str] = counted_in_words
    withheld: Callable[[int], str] = _withheld
    not_named: Callable[[int], str] = _not_named
    signed_by: str = "Signed by"
    personal: str = "In a personal capacity"
    organisations: str = "Organisations"
    elsewhere: str = "Other places"
    contacts: str = "Contacts"
    as_of: str = "As of {at} UTC"
    to: str = "To:"
    whole: str = "The letter and all who sign it: {address}"
    press: str = "Press version"
    draft: str = "DRAFT – not for publication"
    embargo: str = "EMBARGOED until {until}"
    release: str = "FOR IMMEDIATE RELEASE"


ENGLISH = Words()
