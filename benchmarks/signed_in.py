"""Makes the tables of a server with accounts and one reader of one coalition; prints the cookie of who signed in."""

from __future__ import annotations

import os
from pathlib import Path

from item6.web.server import starting


def main() -> None:
    """With ITEM6_HOME and ITEM6_DATABASE."""
    starting.set_up(Path(os.environ["ITEM6_HOME"]))
    starting.upgraded()
    from allauth.mfa.models import Authenticator
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY

    from item6.web.people.coalitions import begin
    from item6.web.people.models import Membership, Person
    from item6.web.people.sessions import SessionStore

    person = Person.objects.create_user("reader@example.org", "a password for measuring", name="Reader")
    Authenticator.objects.create(user=person, type=Authenticator.Type.TOTP, data={"secret": "JBSWY3DPEHPK3PXP"})
    Membership.objects.create(person=person, coalition=begin("measured", "Measured"), role="reader")
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = person.get_session_auth_hash()
    session.create()
    print(f"{settings.SESSION_COOKIE_NAME}={session.session_key}")


if __name__ == "__main__":
    main()
