"""The application of signing in."""

from __future__ import annotations

from django.apps import AppConfig


class SigninConfig(AppConfig):
    """The table of what was tried; every sign-in names its browser."""

    name = "item6.web.signin"
    label = "signin"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Sessions begin with the name of their browser."""
        from django.contrib.auth.signals import user_logged_in

        from item6.web.signin.devices import name_session

        user_logged_in.connect(name_session, dispatch_uid="item6.signin.devices")
