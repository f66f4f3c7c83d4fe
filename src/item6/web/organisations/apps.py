"""The application of organisations."""

from __future__ import annotations

from django.apps import AppConfig


class OrganisationsConfig(AppConfig):
    """Tables of organisations, their contacts, and what was changed in them."""

    name = "item6.web.organisations"
    label = "organisations"
    default_auto_field = "django.db.models.BigAutoField"
