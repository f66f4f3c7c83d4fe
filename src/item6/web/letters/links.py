"""The links in mails to signatories."""

from __future__ import annotations

from item6.web.letters.models import Signature
from item6.web.public import links
from item6.web.public.links import new_salt

__all__ = ["CONFIRM", "MINE", "found_by", "link_of", "new_salt"]

CONFIRM, MINE = "confirm", "mine"
"""What a link is for: to confirm a signature, or to see, withdraw and deny it."""

_ROOM = "letters"


def link_of(signature: Signature, purpose: str) -> str:
    """The last part of the address."""
    return links.link_to(_ROOM, purpose, signature.pk, signature.salt)


def found_by(link: str, purpose: str) -> Signature | None:
    """The signature of a link; None for one that this server did not make."""
    number = links.number_in(link)
    signature = Signature.objects.select_related("letter", "version").filter(pk=number).first()
    if signature is None or not links.opens(link, _ROOM, purpose, signature.pk, signature.salt):
        return None
    return signature
