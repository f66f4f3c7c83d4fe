"""Sessions in the database, under the hash of their key; the engine that Django's middleware uses."""

from __future__ import annotations

import hashlib
from typing import Any

from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore as Stored
from django.utils import timezone

from item6.web.people.models import Session

COALITION, DEVICE = "coalition", "device"
"""What a session says of itself: the coalition worked in (its id) and the browser."""


def hashed(key: str) -> str:
    """The name under which a session is kept."""
    return hashlib.sha256(key.encode()).hexdigest()


class SessionStore(Stored):
    """Django's own, but keyed by hash, and with the person, the coalition and the device as columns."""

    @classmethod
    def get_model_class(cls) -> type[Session]:
        """The table."""
        return Session

    def _get_session_from_db(self) -> Session | None:
        if not self.session_key:
            return None
        found = Session.objects.filter(session_key=hashed(self.session_key), expire_date__gt=timezone.now()).first()
        if found is None:
            self._session_key = None
        return found

    def exists(self, session_key: str | None) -> bool:
        """Whether a session of this key is kept."""
        return Session.objects.filter(session_key=hashed(session_key or "")).exists()

    def create_model_instance(self, data: dict[str, Any]) -> Session:
        """The row of what is to be kept. When it began stays."""
        key = hashed(self._get_or_create_session_key())  # type: ignore[attr-defined]  # the stubs leave it out
        begun = Session.objects.filter(session_key=key).values_list("begun", flat=True).first()
        row = Session(
            session_key=key, session_data=self.encode(data), expire_date=self.get_expiry_date(),
            person_id=data.get(SESSION_KEY), coalition_id=data.get(COALITION), device=data.get(DEVICE, ""),
        )  # fmt: skip
        row.seen = timezone.now()
        row.begun = begun or row.seen
        return row

    def delete(self, session_key: str | None = None) -> None:
        """Ends a session, this one where none is named."""
        key = session_key or self.session_key
        if key:
            Session.objects.filter(session_key=hashed(key)).delete()
