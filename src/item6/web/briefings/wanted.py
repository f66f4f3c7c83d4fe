"""What the address asks for: a kind for a review, with its theme and its State."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from django.utils.translation import gettext

from item6.briefings.asked import Asked, Kind
from item6.briefings.kinds import KINDS
from item6.briefings.making import BriefingError, check
from item6.measures.groups import grouped_by
from item6.measures.published import totals_of
from item6.measures.scope import Scope, of_review
from item6.record.reader import Record
from item6.terms.names import ReviewName
from item6.terms.states import STATES
from item6.web.languages.saying import grouped, in_order, label, name_of

_LONGEST = 400
"""Signs of a theme in an address; a filter of more is none that a page made."""

_TOPICS = ("issue", "theme")


class NotMade(ValueError):
    """What was asked for cannot be made. str() says why and what to do."""


@dataclass(frozen=True, slots=True)
class Choice:
    """An entry of a list to choose from. value: for the address. chosen: whether it is what was asked for."""

    value: str
    called: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """Entries under one name."""

    called: str
    entries: tuple[Choice, ...]


def is_known(record: Record, review: ReviewName) -> bool:
    """Whether the record has a list or published totals of a review."""
    return record.review(review) is not None or totals_of(record, review) is not None


def asked_of(record: Record, review: ReviewName, given: Mapping[str, str]) -> Asked:
    """What the query of an address asks for; what is not understood in it is left empty, a theme as it stands."""
    row = record.review(review)
    state = given.get("by", "")
    return Asked(
        record,
        review,
        given.get("theme", "")[:_LONGEST],
        state if state in STATES else "",
        session=(row.session or 0) if row else 0,
    )


def kinds_of(asked: Asked) -> list[Kind]:
    """The kinds that can be chosen for a review; session statistics only where its session is known."""
    return [each for each in KINDS.values() if asked.session or "session" not in each.needs]


def checked(kind: Kind, asked: Asked) -> Asked:
    """What is asked for, where the kind can be made of it; NotMade otherwise. What the kind does not need is left out.

    The State is only of briefs for embassies; a theme goes into whatever can take one.
    """
    asked = replace(asked, state=asked.state if "state" in kind.needs else "")
    if "theme" in kind.needs and not asked.theme.strip():
        raise NotMade(gettext("A theme is missing. Choose one, then press the button again."))
    if "state" in kind.needs and not asked.state:
        raise NotMade(gettext("A recommending State is missing. Choose one, then press the button again."))
    try:
        check(kind, asked)
    except BriefingError as error:
        raise NotMade(str(error)) from None
    return asked


def themes_of(asked: Asked) -> list[Choices]:
    """Issues and themes of the review, by name, each with its numbers; where it has no list, of the last that has."""
    names = {"issue": gettext("Issues"), "theme": gettext("OHCHR's themes")}
    found = []
    for key in _TOPICS:
        groups = grouped_by(asked.record, key, _scope(asked), ())
        entries = tuple(
            Choice(value, f"{label(key, each.value)} ({grouped(each.received)})", value == asked.theme)
            for each in sorted(groups, key=lambda each: in_order(label(key, each.value)))
            if '"' not in each.value and (value := f'{key}:"{each.value}"')
        )
        if entries:
            found.append(Choices(names[key], entries))
    return found


def states_of(asked: Asked) -> list[Choices]:
    """States that recommended in the review, then all others, by name."""
    made = {each.value: each.received for each in grouped_by(asked.record, "by", _scope(asked), ())}
    named = sorted(
        (code for code, state in STATES.items() if not state.fictional), key=lambda code: in_order(name_of(code))
    )
    first = tuple(
        Choice(code, f"{name_of(code)} ({grouped(made[code])})", code == asked.state) for code in named if code in made
    )
    others = tuple(
        Choice(code, name_of(code), code == asked.state)
        for code in named
        if code not in made and code != asked.review.state
    )
    titles = (gettext("Recommended in this review"), gettext("Others"))
    return [Choices(title, entries) for title, entries in zip(titles, (first, others), strict=True) if entries]


def _scope(asked: Asked) -> Scope:
    """The review, or the last one before it of which there is a list."""
    rows = [row.name for row in asked.record.reviews() if row.state == asked.review.state]
    held = [name for name in rows if name.cycle <= asked.review.cycle]
    return of_review(held[-1] if held else asked.review)
