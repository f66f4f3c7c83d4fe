"""The application of people."""

from __future__ import annotations

from django.apps import AppConfig


class PeopleConfig(AppConfig):
    """Tables of people, coalitions and organisations."""

    name = "item6.web.people"
    label = "people"
    default_auto_field = "django.db.models.BigAutoField"
