"""The names on the published page: all of them where they are few, else a part at a time."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.utils.translation import get_language, gettext

from item6.letters.signatories import ORGANISATION, PERSON, Numbers
from item6.web.languages.saying import name_of
from item6.web.letters import lists, publishing
from item6.web.letters.lists import Part, Start
from item6.web.letters.models import Letter
from item6.web.letters.wording import counted_words, paper_words
from item6.web.letters.writing import Text, texts_of

MOST_WHOLE = 500
"""Organisations, and persons, that one page shows whole."""

_LISTS = {"organisations": ORGANISATION, "persons": PERSON}
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class Asked:
    """One list alone, from a start on."""

    name: str
    start: Start


def part_asked(asked: Mapping[str, str]) -> Asked | None:
    """What the address asks for; None for the page with all."""
    name, after = asked.get("list", ""), asked.get("after", "")
    if name not in _LISTS:
        return None
    number = int(after) if after.isascii() and after.isdigit() and len(after) <= 18 else 0
    return Asked(name, lists.from_name(asked.get("from", "")[:_LONGEST], number))


def mark_of(letter: Letter, texts: Sequence[Text] = ()) -> tuple[Hashable, ...]:
    """What changes when something that is shown must not be shown any longer; for short lists with every signature."""
    grown = (letter.organisations, letter.persons)
    last = (texts or texts_of(letter))[-1].number
    return (letter.address, letter.edition, last, letter.removed, *(grown if max(grown) <= MOST_WHOLE else ()))


def names(letter: Letter, asked: Asked | None) -> dict[str, object]:
    """What the page shows of who signs: `numbers`, `groups` or `heads` of organisations, and `parts` of lists."""
    found = lists.numbers_of(letter)
    if asked is not None:
        return {"numbers": found, "counted": counted_words(found), "parts": [_part(letter, asked)]}
    first = ["organisations"] if found.organisations > MOST_WHOLE else []
    if found.persons:
        first.append("persons")
    return {
        "numbers": found, "counted": counted_words(found), **_organisations(letter, found),
        "parts": [_part(letter, Asked(name, Start()), MOST_WHOLE) for name in first],
    }  # fmt: skip


def _organisations(letter: Letter, found: Numbers) -> dict[str, object]:
    """In their groups, or, where they are too many, how many each group has."""
    if found.organisations > MOST_WHOLE:
        said = name_of if letter.shown_by == "place" else paper_words(get_language() or "en").status.__getitem__
        heads = sorted(lists.groups_of(letter).items(), key=lambda each: -each[1])
        return {"heads": [(said(name) if name else gettext("another place"), n) for name, n in heads]}
    return {"groups": publishing.grouping(letter, get_language() or "en")(list(lists.every(letter, (ORGANISATION,))))}


def _part(letter: Letter, asked: Asked, most_whole: int = 0) -> dict[str, object]:
    """One list, whole where it has at most so many, else one page of it."""
    kind = _LISTS[asked.name]
    all_of_them = letter.persons if kind == PERSON else letter.organisations
    found = lists.part(letter, kind, asked.start, max(most_whole, 1) if all_of_them <= most_whole else lists.ROWS)
    head = gettext("Organisations") if kind == ORGANISATION else gettext("In a personal capacity")
    is_long = found.rest is not None or asked.start != Start()
    return {"name": asked.name, "head": head, "signatories": found.signatories, "long": is_long,
            "rest": _query(asked.name, found)}  # fmt: skip


def _query(name: str, found: Part) -> str:
    if found.rest is None:
        return ""
    return urlencode({"list": name, "from": found.rest.beginning.decode(), "after": found.rest.after})
