"""The application of registrations."""

from __future__ import annotations

from django.apps import AppConfig


class RegistrationsConfig(AppConfig):
    """Tables of registrations, invitation codes and questions to the panel."""

    name = "item6.web.registrations"
    label = "registrations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Names what is done regularly, and what events ask for."""
        from item6.web.registrations import beside, purging, telling  # noqa: F401  # known from here on
