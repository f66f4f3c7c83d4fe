"""The application of mails."""

from __future__ import annotations

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """The table of mails."""

    name = "item6.web.outbox"
    label = "outbox"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Has background processes send what is due."""
        from item6.web.outbox import returning, sending  # noqa: F401  # what they do is known from here on
