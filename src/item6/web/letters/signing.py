"""Signatures: asked for, confirmed, counted, withdrawn. The one place in which they change.

The rule: a signature is counted when the signer's address confirms it by a button and is known to speak for the
organisation, or a coordinator says so with a reason. Silence never counts (coalition.md, the first row of failures).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext

from item6.letters.signatories import ORGANISATION, PERSON, sort_of
from item6.organisations.domains import domain_of, is_own
from item6.organisations.keys import key_of
from item6.proofs import Secret
from item6.proofs.seals import new_salt as new_seal_salt
from item6.proofs.seals import seal_of
from item6.web.letters.links import new_salt
from item6.web.letters.mails import about_of
from item6.web.letters.models import Asked, Letter, Signature, Tombstone
from item6.web.letters.states import (
    AFTER,
    ASKED,
    CONFIRMED,
    COUNTED,
    DENIED,
    MERGED,
    REFUSED,
    WITHDRAWN,
)
from item6.web.letters.writing import NotNow, is_open, signed_version
from item6.web.organisations.models import OrganisationRow
from item6.web.outbox.erasing import erase_about
from item6.web.people.models import Person, folded
from item6.web.public import mails
from item6.web.public.limits import HOUR, too_many

_MOST_OF_A_NETWORK = 20
"""Signatures that one network may ask for in an hour; what comes beyond is answered alike and kept nowhere."""

_MOST_PERSONS_OF_A_NETWORK = 20
"""Persons of one network whose signatures count by themselves in an hour; later ones wait for a coordinator."""


_PERSONAL = (
    "name", "key", "place", "code", "ecosoc_name", "website", "signer", "capacity", "email", "network", "why",
)  # fmt: skip
"""What is erased when a signature ends."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a signatory gives on the public form."""

    name: str
    email: str
    kind: str = ORGANISATION
    place: str = ""
    code: str = ""
    status: str = "unknown"
    year: int | None = None
    website: str = ""
    signer: str = ""
    capacity: str = ""
    withheld: bool = False
    language: str = "en"


def ask(*, letter: Letter, given: Given, network: str, now: datetime | None = None) -> Signature | None:
    """Keeps what was given, to be confirmed by mail; the same asked twice is the same row.

    None where nothing was kept, which the page does not tell: too many came from this network. NotNow where the letter
    cannot be signed, or not by persons.
    """
    at = now or timezone.now()
    if not is_open(letter):
        raise NotNow("this letter cannot be signed any more")
    if given.kind == PERSON and not letter.persons_may_sign:
        raise NotNow("only organisations can sign this letter")
    email, key = folded(given.email), key_of(given.name)[:300]
    before = Signature.objects.filter(letter=letter, email=email, key=key).first()
    if before is not None:
        return before if before.state in (ASKED, CONFIRMED, COUNTED) else None
    if too_many(Signature.objects.filter(letter=letter), network, at, _MOST_OF_A_NETWORK):
        return None
    row = Signature(
        letter=letter, version=signed_version(letter), kind=given.kind, name=given.name, key=key,
        sort=sort_of(given.name), place=given.place, code=given.code, status=given.status, year=given.year,
        website=given.website, signer=given.signer, capacity=given.capacity, email=email, withheld=given.withheld,
        language=given.language, salt=new_salt(), network=network, asked=at,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:  # the same at the same moment
        return Signature.objects.filter(letter=letter, email=email, key=key).first()
    return row


def takes_a_mail(*, signature: Signature, now: datetime | None = None) -> bool:
    """Whether the address may be sent the links now, which is noted: a form sent a hundred times fills no mailbox."""
    return mails.takes_a_mail(Signature.objects.filter(pk=signature.pk), now or timezone.now())


def confirm(*, signature: Signature, now: datetime | None = None) -> str:
    """The signer pressed the button: the signature is counted where their address is known, and waits otherwise.

    Returns the state. Pressing it again, or fifty times at once, changes nothing.
    """
    at = now or timezone.now()
    if not is_open(signature.letter):
        raise NotNow("this letter cannot be signed any more")
    to = COUNTED if speaks_for(signature, at) else CONFIRMED
    if _change(signature, (ASKED,), to, at, confirmed=at):
        return to
    return Signature.objects.values_list("state", flat=True).get(pk=signature.pk)


def speaks_for(signature: Signature, now: datetime) -> bool:
    """Whether the address alone is enough.

    Of an organisation: the coalition asked this address to sign, or its domain is one that the coalition's directory
    has for an organisation of this name. Of a person: their own address is, as long as few come from one network.
    """
    letter = signature.letter
    if signature.kind == PERSON:
        alike = letter.signatures.filter(kind=PERSON, network=signature.network, confirmed__gt=now - HOUR)
        most = _MOST_PERSONS_OF_A_NETWORK
        return not signature.network or len(alike.values_list("pk")[:most]) < most
    if Asked.objects.filter(letter=letter, email=signature.email).exists():
        return True
    try:
        domain = domain_of(signature.email)
    except ValueError:
        return False
    if not is_own(domain):
        return False
    rows = OrganisationRow.objects.filter(coalition_id=letter.coalition_id, into=None)
    return any(
        domain in row.domains and signature.key in {key_of(name) for name in row.value_names()}
        for row in rows.filter(findable__contains=domain)
    )


def approve(*, signature: Signature, by: Person, reason: str, now: datetime | None = None) -> bool:
    """A coordinator counts a signature that waits, or was refused. False where it is in another state by now."""
    return _decide(signature, (CONFIRMED, REFUSED), COUNTED, by, reason, now)


def vouch(*, signature: Signature, by: Person, reason: str, now: datetime | None = None) -> bool:
    """A coordinator counts a signature that nobody confirmed by mail, because they know it another way."""
    return _decide(signature, (ASKED, CONFIRMED, REFUSED), COUNTED, by, reason, now)


def refuse(*, signature: Signature, by: Person, reason: str, now: datetime | None = None) -> bool:
    """Takes a signature out of the count as false; `restore` brings it back as it was."""
    return _decide(signature, (ASKED, CONFIRMED, COUNTED), REFUSED, by, reason, now)


def merge(*, signature: Signature, into: Signature, by: Person, reason: str) -> bool:
    """Says that a signature is another one's again: one organisation, counted once. `restore` undoes it."""
    with transaction.atomic():
        held = Signature.objects.select_for_update().get(pk=into.pk)
        if held.pk == signature.pk or held.letter_id != signature.letter_id or held.state != COUNTED:
            raise NotNow(gettext("A signature can only be merged into a counted one of the same letter."))
        return _decide(signature, (CONFIRMED, COUNTED), MERGED, by, reason, None, into=held)


def restore(*, signature: Signature, by: Person, reason: str, now: datetime | None = None) -> bool:
    """Undoes a refusal or a merge: the signature is again what it was before."""
    row = Signature.objects.get(pk=signature.pk)
    if row.state not in (REFUSED, MERGED):
        return False
    back = row.before if row.before in (CONFIRMED, COUNTED) else CONFIRMED
    return _decide(row, (row.state,), back, by, reason, now, into=None)


def withdraw(*, signature: Signature, now: datetime | None = None) -> bool:
    """The signatory takes their name back: at once, for good, whatever the state of the letter. Personal data goes."""
    return _end(signature, WITHDRAWN, now)


def deny(*, signature: Signature, now: datetime | None = None) -> bool:
    """The owner of the address says that they did not sign."""
    return _end(signature, DENIED, now)


def consent(*, signature: Signature) -> bool:
    """The signatory agrees to the text as it is now; False where they had already, or the signature is gone."""
    version = signed_version(signature.letter)
    rows = Signature.objects.filter(pk=signature.pk, state__in=(ASKED, CONFIRMED, COUNTED))
    return bool(rows.exclude(version=version).update(version=version))


def _decide(
    signature: Signature, before: tuple[str, ...], to: str, by: Person, reason: str, now: datetime | None,
    **more: object,
) -> bool:  # fmt: skip
    if not reason.strip():
        raise NotNow(gettext("Say why: whoever looks at the list later must be able to understand it."))
    return _change(signature, before, to, now or timezone.now(), by=by, why=reason.strip()[:300], **more)


def _end(signature: Signature, to: str, now: datetime | None) -> bool:
    at = now or timezone.now()
    states = tuple(state for state, after in AFTER.items() if to in after)
    gone = dict.fromkeys(_PERSONAL, "") | {"sort": b"", "year": None, "status": "unknown"}
    with transaction.atomic():
        ended = _change(signature, states, to, at, ended=at, **gone)
        if ended:
            erase_about([about_of(signature)])
    return ended


def _change(signature: Signature, before: tuple[str, ...], to: str, at: datetime, **fields: object) -> bool:
    """The only change of state: the row, and with it the count of its letter (item6.web.letters.counting).

    False where the row is not in one of the states `before`, so of fifty at once one changes it.
    """
    # nobody ever counted one that is only asked for, so as it was read is enough to try, and mostly right
    if signature.state == ASKED and _written(signature, before, to, at, fields):
        return True
    with transaction.atomic():
        return _written(Signature.objects.select_for_update().get(pk=signature.pk), before, to, at, fields)


def _written(
    row: Signature, before: tuple[str, ...], to: str, at: datetime, fields: Mapping[str, object]
) -> bool:  # fmt: skip
    """Whether the row was still as it was read, and is changed now."""
    if row.state not in before or to not in AFTER[row.state]:
        return False
    values = dict(fields)
    if to in (REFUSED, MERGED):
        values["before"] = row.state
    if row.state == COUNTED and row.seal_salt:
        _bury(row, at)
        values |= {"seal_salt": "", "seal_secret": ""}
    if to == COUNTED:
        values.setdefault("counted", row.counted or at)
        values |= {"seal_salt": new_seal_salt(), "seal_secret": Secret.new().seed}
    return bool(Signature.objects.filter(pk=row.pk, state=row.state).update(state=to, **values))


def _bury(row: Signature, at: datetime) -> None:
    """Leaves a tombstone where a published list held the signature."""
    listed = (row.letter.listed or {}).get("entries", ())
    sealed = seal_of(row.seal_salt, Secret(row.seal_secret).public)
    if any(entry["seal"] == sealed for entry in listed):
        Tombstone.objects.create(
            letter_id=row.letter_id, kind=row.kind, on=at.date(), salt=row.seal_salt, secret=row.seal_secret
        )
