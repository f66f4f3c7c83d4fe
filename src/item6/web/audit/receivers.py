"""What is noted because it happened, by whichever page or command: signing in, factors, roles, invitations.

Addresses that people type are compared and never written; of secrets and codes nothing is.
"""

from __future__ import annotations

from typing import Any

from allauth.account import signals as accounts
from allauth.mfa import signals as factors
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.db.models.signals import post_delete, post_init, post_save
from django.dispatch import receiver

from item6.web.audit.noting import CHANGED, ENTERED, by, note
from item6.web.people.models import Invitation, Membership, Person, folded

FAILED = "sign-in-failed"
"""Noted once, with no coalition, whether the address is known or not: both take as long."""


def _enter(what: str, person: Person | None, object: str = "") -> None:
    """Noted in each coalition of a person, or in none."""
    if person is None or person.pk is None:
        return
    places: list[int | None] = list(Membership.objects.filter(person=person).values_list("coalition_id", flat=True))
    for coalition in places or [None]:
        note(ENTERED, what, person=person.pk, coalition=coalition, object=object)


@receiver(user_logged_in, dispatch_uid="audit")
def _signed_in(user: Person, **_: Any) -> None:
    _enter("signed-in", user)


@receiver(user_logged_out, dispatch_uid="audit")
def _signed_out(user: Person | None, **_: Any) -> None:
    _enter("signed-out", user)


@receiver(user_login_failed, dispatch_uid="audit")
def _failed(credentials: dict[str, Any], **_: Any) -> None:
    typed = folded(str(credentials.get("email") or credentials.get("username") or ""))
    known = Person.objects.filter(email=typed).values_list("pk", flat=True).first()
    note(ENTERED, FAILED, person=known, coalition=None)


@receiver(factors.authentication_failed, dispatch_uid="audit")
def _wrong_code(user: Person, **_: Any) -> None:
    note(ENTERED, FAILED, person=user.pk, coalition=None, object="second factor")


@receiver(accounts.password_changed, dispatch_uid="audit-changed")
@receiver(accounts.password_set, dispatch_uid="audit-set")
@receiver(accounts.password_reset, dispatch_uid="audit-reset")
def _password(user: Person, **_: Any) -> None:
    _enter("password-changed", user)


@receiver(factors.authenticator_added, dispatch_uid="audit")
def _factor_added(user: Person, authenticator: Any, **_: Any) -> None:
    _enter("factor-added", user, str(authenticator.type))


@receiver(factors.authenticator_removed, dispatch_uid="audit")
def _factor_removed(user: Person, authenticator: Any, **_: Any) -> None:
    _enter("factor-removed", user, str(authenticator.type))


@receiver(factors.authenticator_reset, dispatch_uid="audit")
def _factor_renewed(user: Person, authenticator: Any, **_: Any) -> None:
    _enter("factor-renewed", user, str(authenticator.type))


@receiver(post_init, sender=Membership, dispatch_uid="audit")
def _was(instance: Membership, **_: Any) -> None:
    instance.__dict__["_role_was"] = instance.__dict__.get("role")


@receiver(post_save, sender=Membership, dispatch_uid="audit")
def _role(instance: Membership, created: bool, **_: Any) -> None:
    if created:
        _about(instance, "role-given", instance.role)
    elif instance.__dict__.get("_role_was") != instance.role:
        _about(instance, "role-changed", instance.role)
    instance.__dict__["_role_was"] = instance.role


@receiver(post_delete, sender=Membership, dispatch_uid="audit")
def _role_ended(instance: Membership, **_: Any) -> None:
    _about(instance, "role-ended", instance.role)


def _about(membership: Membership, what: str, role: str) -> None:
    note(CHANGED, what, person=by(), coalition=membership.coalition_id, object=f"{membership.person_id} {role}")


@receiver(post_save, sender=Invitation, dispatch_uid="audit")
def _invitation(instance: Invitation, created: bool, **_: Any) -> None:
    """Who takes one is noted where they do (`item6.web.signin.taking`)."""
    what = "invitation-made" if created else "invitation-ended" if instance.withdrawn else ""
    if what:
        note(CHANGED, what, person=by(), coalition=instance.coalition_id, object=f"#{instance.pk} {instance.role}")
