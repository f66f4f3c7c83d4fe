"""The statement of an event: published once its figures were checked against the record of its coalition."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils import timezone

from item6.briefings.texts import plain, settled
from item6.checks.resolving import Context
from item6.events.public import public
from item6.web.events.models import CheckedStatement, Event
from item6.web.gate import workspace
from item6.web.people.models import Person
from item6.web.statements import running

AGAINST = ("differs", "does not add up")
"""Verdicts with which a statement is published only with a reason."""


class NeedsReason(ValueError):
    """Figures of the statement differ from the record. differing: how many."""

    def __init__(self, differing: int) -> None:
        super().__init__(f"{differing} figures differ from the record: correct them, or say why they stand")
        self.differing = differing


def verdicts(event: Event) -> dict[str, Any]:
    """The statement with the verdicts on its figures in place, as pages show it. NotChecked."""
    found = running.checked(
        workspace.home(), plain(_statement(event)).encode(), name=event.title, is_text=True,
        context=Context(title=event.title), form="page",
    )  # fmt: skip
    return found.page or {}


def publish(*, event: Event, by: Person, reason: str) -> CheckedStatement:
    """Checks the statement and shows it on the public page, in these words alone.

    NeedsReason where figures differ and no reason is given; NotChecked where it could not be checked.
    """
    found = verdicts(event)
    differing = sum(each["count"] for each in found.get("counts", ()) if each["verdict"] in AGAINST)
    if differing and not reason.strip():
        raise NeedsReason(differing)
    with transaction.atomic():
        row, _ = CheckedStatement.objects.update_or_create(
            event=event,
            defaults={
                "text": _statement(event), "record": str(found.get("record") or ""), "reason": reason.strip(),
                "claims": int(found.get("claims") or 0), "differing": differing, "made": timezone.now(), "by": by,
            },
        )  # fmt: skip
    return row


def published(event: Event) -> CheckedStatement | None:
    """What was checked last, as long as the statement still has the same words; None before, and after a change."""
    row = CheckedStatement.objects.filter(event=event).first()
    return row if row is not None and row.text and row.text == _statement(event) else None


def _statement(event: Event) -> str:
    return settled(public(event.with_link()).statement) if event.whole().statement.strip() else ""
