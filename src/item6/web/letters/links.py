"""The links in mails to signatories, and to those who are asked to sign."""

from __future__ import annotations

from django.db.models import QuerySet

from item6.web.letters.models import Asked, Signature
from item6.web.public import links
from item6.web.public.links import new_salt

__all__ = ["CONFIRM", "DECLINE", "MINE", "asked_by", "found_by", "link_of", "new_salt"]

CONFIRM, MINE, DECLINE = "confirm", "mine", "decline"
"""What a link is for: to confirm a signature, to see, withdraw and deny it; or to say that one will not sign."""
_ROOM = "letters"
_TO_CONFIRM = (
    "kind", "state", "name", "key", "place", "email", "network", "salt", "seal_salt", "counted", "letter__title",
    "letter__address", "letter__language", "letter__state", "letter__deadline", "letter__coalition_id",
)  # fmt: skip


def link_of(row: Signature | Asked, purpose: str) -> str:
    """The last part of the address."""
    return links.link_to(_ROOM, purpose, row.pk, row.salt)


def found_by(link: str, purpose: str) -> Signature | None:
    """The signature of a link; None for one that this server did not make, or made for something else."""
    signature = next(iter(_rows(purpose).filter(pk=links.number_in(link))), None)
    return signature if signature is not None and _opens(link, signature, purpose) else None


def asked_by(link: str) -> Asked | None:
    """The invitation of a link that declines it; None for one that this server did not make."""
    asked = Asked.objects.select_related("letter__coalition").filter(pk=links.number_in(link)).first()
    return asked if asked is not None and _opens(link, asked, DECLINE) else None


def _rows(purpose: str) -> QuerySet[Signature]:
    """What is read of a signature and its letter for a purpose: confirming is asked for hundreds of times a second."""
    if purpose == CONFIRM:
        return Signature.objects.select_related("letter").only(*_TO_CONFIRM)
    rows = Signature.objects.select_related("letter", "version")
    return rows.defer("letter__listed", "version__text", "version__translations")


def _opens(link: str, row: Signature | Asked, purpose: str) -> bool:
    return links.opens(link, _ROOM, purpose, row.pk, row.salt)
