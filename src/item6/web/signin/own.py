"""What people change in their own account."""

from __future__ import annotations

from django.core import signing
from django.db import IntegrityError, transaction

from item6.web.people.models import Person, Session, folded

_ADDRESS = "item6.address"
_DAY = 24 * 3600


def end_sessions(person: Person, *, but: str = "") -> int:
    """Ends the sessions of a person, all but the one kept under a name. How many were ended."""
    ended: int = Session.objects.filter(person=person).exclude(session_key=but).delete()[0]
    return ended


def end_session(person: Person, name: str) -> int:
    """Ends one session of a person, by the name it is kept under."""
    ended: int = Session.objects.filter(person=person, session_key=name).delete()[0]
    return ended


def address_token(person: Person, email: str) -> str:
    """What the link to a new address holds: that it was asked for by this person, from the present address."""
    return signing.dumps([person.pk, person.email, folded(email)], salt=_ADDRESS)


def address_asked(person: Person, token: str) -> str | None:
    """The new address that a link of the last day confirms; None for links of others, older ones and what is none."""
    try:
        number, present, new = signing.loads(token, salt=_ADDRESS, max_age=_DAY)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return str(new) if (number, present) == (person.pk, person.email) else None


def change_address(person: Person, email: str) -> bool:
    """Writes a new address. False where somebody else has an account under it."""
    try:
        with transaction.atomic():
            person.email = email
            person.save(update_fields=["email"])
    except IntegrityError:
        person.refresh_from_db()
        return False
    return True
