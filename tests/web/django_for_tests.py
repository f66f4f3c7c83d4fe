"""Django for the tests of the web application: set up once for each process, as a server with accounts."""

from __future__ import annotations

import os
import tempfile

import django

LAPTOP: dict[str, object] = {}
"""What makes of it the laptop's application, for `override_settings`."""


def set_up() -> None:
    """Sets Django up, over a workspace of its own that goes with the process."""
    if LAPTOP:
        return
    folder = tempfile.TemporaryDirectory(prefix="item6-tests-")
    _KEPT.append(folder)
    os.environ |= {"DJANGO_SETTINGS_MODULE": "item6.web.server.settings", "ITEM6_HOME": folder.name}
    django.setup()
    from django.conf import settings as configured

    configured.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # tests sign in often
    os.environ.pop("DJANGO_SETTINGS_MODULE")  # programs that tests start choose for themselves
    os.environ.pop("ITEM6_HOME")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # playwright runs a loop in the thread of the tests
    from item6.web import settings

    names = ("ACCOUNTS", "ALLOWED_HOSTS", "MIDDLEWARE", "ROOT_URLCONF", "CSRF_TRUSTED_ORIGINS", "CSRF_COOKIE_SECURE")
    LAPTOP.update({name: getattr(settings, name) for name in names if hasattr(settings, name)})
    LAPTOP.update(CSRF_TRUSTED_ORIGINS=[], CSRF_COOKIE_SECURE=False)


_KEPT: list[tempfile.TemporaryDirectory[str]] = []
