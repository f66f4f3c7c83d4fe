"""Invitations, made and withdrawn. The link's token is seen once; what is kept of it is its hash.

Limits count what a person and a coalition make. They stop nobody from signing in, from taking an invitation, or from
withdrawing one, so that nobody can be locked out by filling them; who runs the server is held by none.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import models, transaction
from django.utils import timezone

from item6.web.people.members import may_give
from item6.web.people.models import Coalition, Invitation, Membership, folded
from item6.web.people.roles import ROLES, Who
from item6.web.people.sessions import hashed

OF_PERSON, OF_COALITION, OF_ADDRESS = 60, 200, 5
"""Invitations that one person, and all of one coalition, make in a day; and those of a coalition to one address."""

DAYS, MOST_DAYS = 7, 30
"""For how long an invitation holds, unless another number of days is asked for; and the most."""


class NotInvited(Exception):
    """An invitation that is not made. wrong: the field, `email`, `role` or `days`. reason: why."""

    def __init__(self, wrong: str, reason: str) -> None:
        super().__init__(f"{wrong}: {reason}")
        self.wrong, self.reason = wrong, reason


@dataclass(frozen=True, slots=True)
class Made:
    """A new invitation and the address that opens it, which nobody can be told again."""

    invitation: Invitation
    address: str


def invite(*, coalition: Coalition, email: str, role: str, days: int, person: int | None, by: Who) -> Made:
    """Writes an invitation; open ones of the coalition to the same address are withdrawn. NotInvited where it cannot.

    person: who invites, None for who runs the server, whom no limit holds. by: their role.
    """
    email = folded(email)
    check(email, role, days, by)
    token = secrets.token_urlsafe(32)
    now = timezone.now()
    with transaction.atomic():
        Coalition.objects.select_for_update().get(pk=coalition.pk)
        if Membership.objects.filter(coalition=coalition, person__email=email).exists():
            raise NotInvited("email", "member")
        if person is not None:
            _check_limits(coalition, email, person)
        open_ones(coalition).filter(email=email).update(withdrawn=now)
        made = Invitation.objects.create(
            coalition=coalition, email=email, role=role, token=hashed(token), by_id=person,
            until=now + timedelta(days=days),
        )  # fmt: skip
    return Made(made, address_of(token))


def withdraw(*, coalition: Coalition, number: int, by: Who) -> bool:
    """Withdraws an open invitation. False where there is none of this number, or its role is too high for who asks."""
    found = open_ones(coalition).filter(pk=number, role__in=may_give(by))
    return bool(found.update(withdrawn=timezone.now()))


def open_ones(coalition: Coalition) -> models.QuerySet[Invitation]:
    """The invitations of a coalition that are neither taken nor withdrawn; also those whose time is over."""
    return Invitation.objects.filter(coalition=coalition, taken=None, withdrawn=None)


def state_of(invitation: Invitation) -> str:
    """`taken`, `withdrawn`, `over` (its time) or `open`."""
    if invitation.taken:
        return "taken"
    if invitation.withdrawn:
        return "withdrawn"
    return "over" if invitation.until <= timezone.now() else "open"


def address_of(token: str) -> str:
    """The address that an invitation's mail holds."""
    return f"{settings.SERVER.address.rstrip('/')}/invitation/{token}"


def check(email: str, role: str, days: int, by: Who) -> None:
    """NotInvited where the address is none, the role too high for who invites, or the time too long."""
    try:
        validate_email(email)
    except ValidationError:
        raise NotInvited("email", "address") from None
    if len(email) > 254:
        raise NotInvited("email", "address")
    if role not in ROLES or role not in may_give(by):
        raise NotInvited("role", "role")
    if not 1 <= days <= MOST_DAYS:
        raise NotInvited("days", "days")


def _check_limits(coalition: Coalition, email: str, person: int) -> None:
    today = Invitation.objects.filter(made__gt=timezone.now() - timedelta(days=1))
    of_coalition = today.filter(coalition=coalition)
    if of_coalition.filter(email=email).count() >= OF_ADDRESS:
        raise NotInvited("email", "often")
    if today.filter(by=person).count() >= OF_PERSON or of_coalition.count() >= OF_COALITION:
        raise NotInvited("email", "many")
