"""People for tests: made, given roles, and signed in without the pages of signing in."""

from __future__ import annotations

from itertools import count

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.test import Client

from item6.web.people.models import Coalition, Membership, Person
from item6.web.people.sessions import SessionStore

_NUMBERS = count(1)


def person(*, second_factor: bool = True, **fields: object) -> Person:
    """A new person; with a second factor (TOTP), unless it is said otherwise."""
    number = next(_NUMBERS)
    fields = {"email": f"person{number}@example.org", "name": f"Person {number}"} | fields
    made = Person.objects.create_user(password=f"a long password {number}", **fields)
    if second_factor:
        Authenticator.objects.create(user=made, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DPEHPK3PXP"})
    return made


def member(coalition: Coalition, role: str, **fields: object) -> Person:
    """A new person with a role in a coalition."""
    made = person(**fields)
    Membership.objects.create(person=made, coalition=coalition, role=role)
    return made


def signed_in(who: Person, **options: object) -> Client:
    """A browser in which somebody is signed in."""
    session = SessionStore()
    session[SESSION_KEY] = str(who.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = who.get_session_auth_hash()
    session.create()
    client = Client(**{"headers": {"host": "127.0.0.1"}, "raise_request_exception": False, **options})
    client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return client
