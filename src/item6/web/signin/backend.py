"""Who an address and a password belong to."""

from __future__ import annotations

from allauth.account.auth_backends import AuthenticationBackend
from django.contrib.auth.hashers import make_password

from item6.web.people.models import Person, folded


class Passwords(AuthenticationBackend):  # type: ignore[misc]  # allauth ships no types
    """Compares folded addresses, and takes as long for unknown addresses and closed accounts as for others."""

    def _authenticate(self, request: object, **credentials: str) -> Person | None:
        password = credentials.get("password") or ""
        person = Person.objects.filter(email=folded(credentials.get("email") or "")).first()
        self._did_check_password = True  # or a password is hashed here, which takes as long
        if person is None or not person.has_usable_password():
            make_password(password)
            return None
        return person if person.check_password(password) and person.is_active else None
