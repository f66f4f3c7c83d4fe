"""What stands on a poster: words that are already said in its language."""

from __future__ import annotations

from dataclasses import dataclass

FLYER, SQUARE, CARD = SHAPES = ("flyer", "square", "card")
"""A4 to print, a square for feeds, and the picture beside a link (1200 by 630)."""


@dataclass(frozen=True, slots=True)
class Named:
    """A label with what stands under it."""

    label: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A part of the programme. time: `14:10`, or empty."""

    time: str
    title: str
    beside: str = ""


@dataclass(frozen=True, slots=True)
class Person:
    """Who speaks."""

    name: str
    post: str = ""
    role: str = ""


@dataclass(frozen=True, slots=True)
class Poster:
    """language: of its sentences, as in BCP 47. kicker: what it is, above the title. status: what became of it.

    when, where: lines, the first of each in large letters. lead: what it is about, in a paragraph. people, programme:
    each with a label. organisers: grouped, with what is said of each; names: theirs alone. facts: what one asks before
    coming. address: of the page, which the QR code holds; shown_address: as people read it. invites: the words beside
    the code. more: where the rest stands, if something has no room.
    """

    language: str
    title: str
    kicker: str = ""
    status: str = ""
    when: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    lead: str = ""
    people_label: str = ""
    people: tuple[Person, ...] = ()
    programme_label: str = ""
    programme: tuple[Slot, ...] = ()
    organisers: tuple[Named, ...] = ()
    facts: tuple[Named, ...] = ()
    address: str = ""
    shown_address: str = ""
    invites: str = ""
    more: str = ""
    names: tuple[str, ...] = ()
