"""The application of side events."""

from __future__ import annotations

from django.apps import AppConfig


class EventsConfig(AppConfig):
    """Tables of side events and of reminders."""

    name = "item6.web.events"
    label = "events"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Names what is done regularly."""
        from item6.web.events import reminding  # noqa: F401  # its kind is known from here on
