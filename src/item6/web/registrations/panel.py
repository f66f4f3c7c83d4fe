"""Questions to the panel: sent by those who are registered, moderated, shown, put. Functions name what they write."""

from __future__ import annotations

from django.db import transaction

from item6.events.attending import COMING
from item6.organisations.folding import clean
from item6.web.events.models import Event
from item6.web.registrations.models import LEFT_OUT, PUT, QUESTION_STATES, SHOWN, WANTED, PanelQuestion, Registration
from item6.web.registrations.offered import desk_of

MOST, LONGEST = 5, 1000
"""Questions of one person, and how long one may be."""


def may_ask(row: Registration) -> bool:
    """Whether somebody can send a question: registered, and questions are taken."""
    return row.state in COMING and desk_of(row.event).asking and row.panel_questions.count() < MOST


@transaction.atomic
def ask(*, row: Registration, words: str, named: bool) -> PanelQuestion | None:
    """Keeps a question, for a moderator to look at. None for an empty one, or where none more is taken."""
    said = " ".join(clean(words).split())[:LONGEST]
    if not said or not may_ask(
        Registration.objects.select_for_update(of=("self",)).select_related("event").get(pk=row.pk)
    ):
        return None
    return PanelQuestion.objects.create(event_id=row.event_id, registration=row, words=said, named=named)


def take_back(*, row: Registration, number: str) -> bool:
    """Removes somebody's own question."""
    if not (number.isascii() and number.isdigit() and len(number) <= 18):
        return False
    return bool(row.panel_questions.filter(pk=int(number)).delete()[0])


def moderate(*, event: Event, numbers: list[int], to: str) -> int:
    """Moves questions of an event to a state; how many. KeyError for a state that is none."""
    if to not in QUESTION_STATES:
        raise KeyError(to)
    return event.panel_questions.filter(pk__in=numbers).update(state=to)


def shown_to(row: Registration) -> list[tuple[str, str]]:
    """The questions that those who are registered see, with the name of who agreed to that, in the order sent."""
    if row.state not in COMING:
        return []
    rows = PanelQuestion.objects.filter(event=row.event_id, state__in=(SHOWN, PUT)).select_related("registration")
    return [(each.words, each.registration.name if each.named else "") for each in rows.order_by("pk")]


def own(row: Registration) -> list[PanelQuestion]:
    """Somebody's own questions."""
    return list(row.panel_questions.order_by("pk"))


__all__ = ["LEFT_OUT", "LONGEST", "MOST", "PUT", "SHOWN", "WANTED", "ask", "may_ask", "moderate", "own", "shown_to",
           "take_back"]  # fmt: skip
