"""The links in mails to those who register."""

from __future__ import annotations

from item6.web.public import links
from item6.web.public.mails import whole_address
from item6.web.registrations.models import Registration

CONFIRM, MINE = "confirm", "mine"
"""What a link is for: to press the button; to see one's own registration, withdraw it, join."""

_ROOM = "registrations"


def link_of(registration: Registration, purpose: str) -> str:
    """The last part of the address."""
    return links.link_to(_ROOM, purpose, registration.pk, registration.salt)


def found_by(link: str, purpose: str) -> Registration | None:
    """The registration of a link; None for a link that this server did not make, or of what was erased."""
    number = links.number_in(link)
    row = Registration.objects.select_related("event__coalition").filter(pk=number).first()
    if row is None or not links.opens(link, _ROOM, purpose, row.pk, row.salt):
        return None
    return row


def address_of(registration: Registration, purpose: str) -> str:
    """The whole address, for a mail."""
    return whole_address(f"register-{purpose}", link=link_of(registration, purpose))


def about(number: int) -> str:
    """What mails to the registration of this number are called in the outbox."""
    return f"registration {number}"
