"""What who runs the server does from the command line: coalitions begun and closed, accounts closed, keepers named."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Count, Q
from django.utils import timezone

from item6.web.people import coalitions
from item6.web.people.coalitions import workspace_of
from item6.web.people.inviting import DAYS, NotInvited, check, invite
from item6.web.people.members import OWNER
from item6.web.people.models import Coalition, Membership, Person, folded
from item6.web.people.roles import ROLES, Who

_SLUG = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?")


class NotDone(Exception):
    """What was asked for cannot be. what: why. hint: what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what}: {hint}")
        self.what, self.hint = what, hint


def listed_coalitions() -> list[dict[str, Any]]:
    """All coalitions by name: slug, name, members, owners whose account is open, when begun and closed, folder."""
    active = Q(memberships__role=OWNER, memberships__person__is_active=True)
    found = Coalition.objects.annotate(
        members=Count("memberships", distinct=True), owners=Count("memberships", filter=active, distinct=True)
    )
    return [
        {"slug": each.slug, "name": each.name, "members": each.members, "owners": each.owners,
         "begun": _day(each.begun),
         "closed": _day(each.closed), "folder": str(workspace_of(each.slug))}
        for each in found.order_by("name", "slug")
    ]  # fmt: skip


def add(slug: str, name: str, owner: str, days: int = DAYS) -> str:
    """Begins a coalition and invites its first owner. The invitation's address. NotDone where it cannot be."""
    name = " ".join(name.split())
    if not _SLUG.fullmatch(slug):
        raise NotDone(f"“{slug}” cannot stand in addresses", "use small letters, digits and hyphens, such as ruritania")
    if not name or len(name) > 200:
        raise NotDone("the coalition needs a name of at most 200 characters", "give it in quotation marks")
    if Coalition.objects.filter(slug=slug).exists():
        raise NotDone(f"there is a coalition {slug} already", "choose another word for addresses")
    if workspace_of(slug).exists():
        raise NotDone(f"{workspace_of(slug)}: this folder is there already", "move it away, or choose another word")
    with transaction.atomic():
        _invitable(owner, days)
        return _invited(coalitions.begin(slug, name), owner, "owner", days)


def invited(slug: str, email: str, role: str, days: int = DAYS) -> str:
    """Invites somebody into a coalition that is there. The invitation's address. NotDone where it cannot be."""
    return _invited(_coalition(slug), email, role, days)


def close(slug: str) -> str:
    """Closes a coalition: nothing of it opens any more. Its folder, which stays. NotDone where there is none."""
    found = _coalition(slug)
    found.closed = found.closed or timezone.now()
    found.save(update_fields=["closed"])
    return str(workspace_of(slug))


def reopen(slug: str) -> None:
    """Opens a closed coalition again, with the members that it had. NotDone where there is none."""
    found = _coalition(slug)
    found.closed = None
    found.save(update_fields=["closed"])


def listed_people() -> list[dict[str, Any]]:
    """All people by address: name, whether their account is open, whether they are a keeper, their roles."""
    roles: dict[int, list[str]] = {}
    for person, slug, role in Membership.objects.order_by("coalition__slug").values_list(
        "person", "coalition__slug", "role"
    ):
        roles.setdefault(person, []).append(f"{slug}: {role}")
    return [
        {"email": each.email, "name": each.name, "open": each.is_active, "keeper": each.keeper,
         "roles": roles.get(each.pk, []), "begun": _day(each.begun)}
        for each in Person.objects.order_by("email")
    ]  # fmt: skip


def disable(email: str) -> list[str]:
    """Closes an account and ends its sessions. The coalitions that are left without an owner. NotDone without one."""
    with transaction.atomic():
        found = person_of(email)
        found.is_active = False
        found.save(update_fields=["is_active"])
        found.sessions.all().delete()
        owned = Coalition.objects.filter(memberships__person=found, memberships__role=OWNER, closed=None)
        left = Q(memberships__role=OWNER, memberships__person__is_active=True)
        counted = Coalition.objects.filter(pk__in=list(owned.values_list("pk", flat=True))).annotate(
            owners=Count("memberships", filter=left)
        )
        return [each.slug for each in counted.order_by("slug") if each.owners == 0]


def enable(email: str) -> None:
    """Opens a closed account again; its roles are as they were. NotDone without one."""
    found = person_of(email)
    found.is_active = True
    found.save(update_fields=["is_active"])


def name_keeper(email: str, keeper: bool) -> None:
    """Says whether somebody helps to run the server; coalitions are not opened to them by it. NotDone without one."""
    found = person_of(email)
    found.keeper = keeper
    found.save(update_fields=["keeper"])


def done() -> None:
    """Lets the database go."""
    connection.close()


def _invited(coalition: Coalition, email: str, role: str, days: int) -> str:
    try:
        return invite(coalition=coalition, email=email, role=role, days=days, person=None, by=Who.OWNER).address
    except NotInvited as error:
        raise NotDone(*_why(error.reason, email)) from None


def _invitable(email: str, days: int) -> None:
    """Looks before a folder is made."""
    try:
        check(folded(email), OWNER, days, Who.OWNER)
    except NotInvited as error:
        raise NotDone(*_why(error.reason, email)) from None


def _why(reason: str, email: str) -> tuple[str, str]:
    return {
        "address": (f"“{email}” is no e-mail address", "write it like name@example.org"),
        "member": (f"{email} belongs to the coalition already", "an owner changes roles on its page of members"),
        "role": ("there is no such role", f"give one of {', '.join(ROLES)}"),
        "days": ("an invitation holds from 1 to 30 days", "give a number between"),
    }[reason]


def _coalition(slug: str) -> Coalition:
    found = Coalition.objects.filter(slug=slug).first()
    if found is None:
        raise NotDone(f"there is no coalition {slug}", "see them with: item6 coalition list")
    return found


def person_of(email: str) -> Person:
    """Whose account it is, whatever the case of the address. NotDone without one."""
    found = Person.objects.filter(email=folded(email)).first()
    if found is None:
        raise NotDone(f"nobody has an account of {email}", "see them with: item6 person list")
    return found


def _day(at: datetime | None) -> str:
    return at.astimezone(UTC).date().isoformat() if at else ""
