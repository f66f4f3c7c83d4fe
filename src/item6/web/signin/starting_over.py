"""Letting somebody in again who has lost the second factor and the recovery codes."""

from __future__ import annotations

import secrets

from allauth.mfa.models import Authenticator
from allauth.mfa.signals import authenticator_removed
from django.db import transaction

from item6.web.people.keeping import person_of


def start_over(email: str) -> None:
    """Takes the factors, the password and the sessions of an account away; its roles stay. NotDone without one.

    Whoever goes on has to ask for a new password by mail, so that the mailbox proves who it is, and to set up a second
    factor before anything opens. The log of each coalition says which factors went.
    """
    with transaction.atomic():
        found = person_of(email)
        for factor in list(Authenticator.objects.filter(user=found)):
            factor.delete()
            authenticator_removed.send(sender=Authenticator, request=None, user=found, authenticator=factor)
        found.set_password(secrets.token_urlsafe(32))
        found.save(update_fields=["password"])
        found.sessions.all().delete()
