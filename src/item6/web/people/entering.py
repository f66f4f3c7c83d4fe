"""Who asks: one query for each request, over session, person, role and second factor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import connection
from django.http import HttpRequest
from django.utils import timezone

from item6.web.people.models import Session
from item6.web.people.roles import ROLES, Who
from item6.web.people.sessions import hashed

FRESH = timedelta(hours=1)
"""How exactly it is kept when a session was seen, or a key used, last."""

_QUERY = """
SELECT p.id, p.name, p.email, p.language, p.time_zone, p.keeper, s.session_key, s.seen < %s, s.coalition_id,
       c.id, c.slug, c.name, m.role,
       EXISTS (SELECT 1 FROM mfa_authenticator a WHERE a.user_id = p.id AND a.type IN ('totp', 'webauthn'))
FROM people_session s
JOIN people_person p ON p.id = s.person_id
LEFT JOIN people_membership m ON m.person_id = p.id
LEFT JOIN people_coalition c ON c.id = m.coalition_id AND c.closed IS NULL
WHERE s.session_key = %s AND s.expire_date > %s AND p.is_active
ORDER BY c.name, c.id
"""


@dataclass(frozen=True)
class Place:
    """A coalition that a person belongs to, and as what."""

    coalition: int
    slug: str
    name: str
    role: Who


@dataclass(frozen=True)
class Acting:
    """The person who asks; `place` is the coalition they work in, None for those who belong to none.

    key: the number of the key with which a program of theirs asks; then there is no session, and one place at most.
    first_in_hour: whether that key was not used for an hour.
    """

    person: int
    name: str
    email: str
    language: str
    time_zone: str
    keeper: bool
    second_factor: bool
    session: str
    places: tuple[Place, ...]
    place: Place | None
    key: int | None = None
    first_in_hour: bool = False

    def place_of(self, slug: str) -> Place | None:
        """Their place in a coalition, None in others'."""
        return next((each for each in self.places if each.slug == slug), None)


class Asking(HttpRequest):
    """A request on a server: who asks (None: nobody signed in), in which coalition (None: in none), whether let in."""

    acting: Acting | None
    place: Place | None
    opened: bool


def _rows(session: str, now: datetime) -> list[tuple[Any, ...]]:
    """What the one query finds."""
    stored = connection.ops.adapt_datetimefield_value
    with connection.cursor() as cursor:
        cursor.execute(_QUERY, [stored(now - FRESH), session, stored(now)])
        rows: list[tuple[Any, ...]] = cursor.fetchall()
        return rows


def acting(request: HttpRequest) -> Acting | None:
    """Who asks, by the cookie of the session; None for those who are not signed in."""
    cookie = request.COOKIES.get(settings.SESSION_COOKIE_NAME, "")
    if not cookie:
        return None
    now = timezone.now()
    rows = _rows(hashed(cookie), now)
    if not rows:
        return None
    first = rows[0]
    places = tuple(Place(row[9], row[10], row[11], ROLES[row[12]]) for row in rows if row[9] is not None)
    found = Acting(
        person=first[0], name=first[1] or first[2], email=first[2], language=first[3], time_zone=first[4],
        keeper=bool(first[5]), second_factor=bool(first[13]), session=first[6], places=places,
        place=next((each for each in places if each.coalition == first[8]), places[0] if places else None),
    )  # fmt: skip
    if first[7]:
        Session.objects.filter(session_key=found.session).update(seen=now)
    return found
