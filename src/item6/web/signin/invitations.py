"""Invitations: what a link is worth, and taking it."""

from __future__ import annotations

import hashlib
from enum import Enum

from django.db import IntegrityError, transaction
from django.utils import timezone

from item6.web.people.models import Invitation, Membership, Person, folded
from item6.web.people.roles import ROLES


class State(Enum):
    """What an invitation is worth now."""

    OPEN = "open"
    TAKEN = "taken"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


class NotOpen(Exception):
    """The invitation is open no more; `state` says why."""

    def __init__(self, state: State) -> None:
        super().__init__(state.value)
        self.state = state


def hashed(token: str) -> str:
    """A token as it is kept: SHA-256, hex."""
    return hashlib.sha256(token.encode()).hexdigest()


def find(token: str) -> Invitation | None:
    """The invitation that a link names."""
    return Invitation.objects.select_related("coalition").filter(token=hashed(token)).first()


def state_of(invitation: Invitation) -> State:
    """What it is worth; that of a closed coalition is as if withdrawn."""
    if invitation.taken:
        return State.TAKEN
    if invitation.withdrawn or invitation.coalition.closed:
        return State.WITHDRAWN
    return State.EXPIRED if invitation.until <= timezone.now() else State.OPEN


def person_of(invitation: Invitation) -> Person | None:
    """Who has an account under its address."""
    return Person.objects.filter(email=folded(invitation.email)).first()


def take(invitation: Invitation, person: Person) -> Membership:
    """Writes the membership, and that the invitation was taken. NotOpen where somebody was faster, or it was withdrawn.

    Who has a higher role in the coalition already keeps it.
    """
    with transaction.atomic():
        return _taken(_locked(invitation), person)


def join(invitation: Invitation, *, name: str, password: str | None) -> Person:
    """Writes a new account for the invitation's address, and the membership. NotOpen as above.

    password: None for who will sign in by passkey alone.
    """
    try:
        with transaction.atomic():
            locked = _locked(invitation)
            if person_of(locked) is not None:
                raise NotOpen(State.TAKEN)
            person = Person.objects.create_user(locked.email, password, name=name)
            _taken(locked, person)
            return person
    except IntegrityError:  # another invitation to the same address was taken at the same moment
        raise NotOpen(State.TAKEN) from None


def _locked(invitation: Invitation) -> Invitation:
    locked = Invitation.objects.select_for_update(of=("self",)).select_related("coalition").get(pk=invitation.pk)
    if state_of(locked) != State.OPEN:
        raise NotOpen(state_of(locked))
    return locked


def _taken(invitation: Invitation, person: Person) -> Membership:
    found, new = Membership.objects.get_or_create(
        person=person, coalition=invitation.coalition, defaults={"role": invitation.role}
    )
    if not new and ROLES[found.role] < ROLES[invitation.role]:
        found.role = invitation.role
        found.save(update_fields=["role"])
    invitation.taken = timezone.now()
    invitation.save(update_fields=["taken"])
    return found
