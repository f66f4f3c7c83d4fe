"""Roles in a coalition, changed and ended: a coordinator's hand reaches up to editors, an owner's to everybody.

The last owner stays one. Writes are made under a lock on the coalition's row, so that two who do the same at once
cannot leave it without an owner.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import transaction

from item6.web.people.models import Coalition, Membership
from item6.web.people.roles import ROLES, Who

OWNER = Who.OWNER.name.lower()


class Refused(Exception):
    """A change that is not made. reason: `role` (too high for who asks), `last`, `changed` meanwhile, or `gone`."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def may_give(by: Who) -> list[str]:
    """The roles that somebody may give and take, the least first."""
    most = Who.OWNER if by == Who.OWNER else Who.EDITOR if by == Who.COORDINATOR else Who.ANYONE
    return [name for name, role in ROLES.items() if role <= most]


def change_role(*, coalition: int, person: int, role: str, was: str, by: Who) -> None:
    """Writes another role. was: the role that who asks has seen. Refused where it cannot be."""
    with _of(coalition, person, by) as found:
        if found.role != was:
            raise Refused("changed")
        if role not in may_give(by):
            raise Refused("role")
        if found.role == OWNER != role:
            _keep_an_owner(coalition)
        found.role = role
        found.save(update_fields=["role"])


def remove(*, coalition: int, person: int, by: Who) -> None:
    """Ends a membership: from the next request on nothing of the coalition opens. Refused where it cannot be."""
    with _of(coalition, person, by) as found:
        if found.role == OWNER:
            _keep_an_owner(coalition)
        found.delete()


def leave(*, coalition: int, person: int) -> None:
    """Ends one's own membership. Refused for the last owner."""
    remove(coalition=coalition, person=person, by=Who.OWNER)


@contextmanager
def _of(coalition: int, person: int, by: Who) -> Iterator[Membership]:
    with transaction.atomic():
        Coalition.objects.select_for_update().get(pk=coalition)
        found = Membership.objects.filter(coalition=coalition, person=person).first()
        if found is None:
            raise Refused("gone")
        if found.role not in may_give(by):
            raise Refused("role")
        yield found


def _keep_an_owner(coalition: int) -> None:
    if Membership.objects.filter(coalition=coalition, role=OWNER, person__is_active=True).count() < 2:
        raise Refused("last")
