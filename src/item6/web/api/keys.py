"""Keys of programs: made, withdrawn, and who asks with one."""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from datetime import timedelta

from django.db import connection
from django.utils import timezone
from django.utils.translation import gettext, gettext_noop

from item6.web.api.models import Key
from item6.web.people.entering import FRESH, Acting, Place
from item6.web.people.roles import ROLES, Who

BEGINS = "i6_"
MOST = 20
"""Keys that a person can have at a time."""

DAYS = (30, 90, 365)
"""How long keys can hold."""

LEAST = Who.READER
"""The role from which on the record can be taken away, as files and by keys."""

_LONGEST = 80

_QUERY = """
SELECT p.id, p.name, p.email, p.language, p.time_zone, k.id, k.used IS NULL OR k.used < %s,
       c.id, c.slug, c.name, m.role,
       EXISTS (SELECT 1 FROM mfa_authenticator a WHERE a.user_id = p.id AND a.type IN ('totp', 'webauthn'))
FROM api_key k
JOIN people_person p ON p.id = k.person_id
JOIN people_coalition c ON c.id = k.coalition_id
JOIN people_membership m ON m.person_id = p.id AND m.coalition_id = c.id
WHERE k.secret = %s AND k.withdrawn IS NULL AND k.until > %s AND p.is_active AND c.closed IS NULL
"""


class NotMade(ValueError):
    """A key that cannot be made: str() says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Made:
    """A key that was just made. secret: what the program sends; kept nowhere."""

    key: Key
    secret: str


def hashed(secret: str) -> str:
    """The name under which a key is kept."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def acting_by(secret: str) -> Acting | None:
    """Who asks with a key, in the role that they have now; None where it opens nothing. Notes the hour of its use."""
    if not secret.startswith(BEGINS) or len(secret) > 100:
        return None
    now = timezone.now()
    stored = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, [stored(now - FRESH), hashed(secret), stored(now)])
        row = cursor.fetchone()
    if row is None:
        return None
    place = Place(row[7], row[8], row[9], ROLES[row[10]])
    if row[6]:
        Key.objects.filter(pk=row[5]).update(used=now)
    return Acting(
        person=row[0], name=row[1] or row[2], email=row[2], language=row[3], time_zone=row[4], keeper=False,
        second_factor=bool(row[11]), session="", places=(place,), place=place, key=row[5], first_in_hour=bool(row[6]),
    )  # fmt: skip


def places_of(found: Acting) -> list[Place]:
    """The coalitions whose record a person can read by key."""
    return [each for each in found.places if each.role >= LEAST]


def of_person(person: int) -> list[Key]:
    """The keys of a person that were not withdrawn, the last made first; those that ran out too."""
    found = Key.objects.filter(person_id=person, withdrawn=None)
    return list(found.select_related("coalition").order_by("-made", "-pk"))


def make(*, person: int, place: Place | None, name: str, days: str) -> Made:
    """Makes a key and gives its secret, once. NotMade where something is missing or too much."""
    name = " ".join(name.split())
    if place is None or place.role < LEAST:
        raise NotMade(gettext("Choose a coalition in which you are at least a reader."))
    if not name or len(name) > _LONGEST:
        raise NotMade(gettext("Give the key a name of up to 80 signs that tells you later what it is for."))
    if days not in map(str, DAYS):
        raise NotMade(gettext("Choose how long the key shall hold."))
    now = timezone.now()
    held = Key.objects.filter(person_id=person, withdrawn=None, until__gt=now)
    if held.filter(name=name).exists():
        raise NotMade(gettext("You have a key of this name. Choose another name, or withdraw that key first."))
    if held.count() >= MOST:
        raise NotMade(gettext("You have twenty keys. Withdraw one that is no longer used."))
    secret = BEGINS + secrets.token_urlsafe(32)
    key = Key.objects.create(
        name=name, secret=hashed(secret), person_id=person, coalition_id=place.coalition,
        until=now + timedelta(days=int(days)),
    )  # fmt: skip
    return Made(key, secret)


def withdraw(*, person: int, key: int) -> Key | None:
    """Makes a key of this person open nothing from now on; None where they have no such key."""
    found = Key.objects.filter(pk=key, person_id=person, withdrawn=None).select_related("coalition").first()
    if found is not None:
        found.withdrawn = timezone.now()
        found.save(update_fields=["withdrawn"])
    return found


DAYS_CALLED = {30: gettext_noop("30 days"), 90: gettext_noop("90 days"), 365: gettext_noop("a year")}
"""What the lengths are called."""
