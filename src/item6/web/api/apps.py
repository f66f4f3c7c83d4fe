"""The application of the interface for programs."""

from __future__ import annotations

from django.apps import AppConfig


class ApiConfig(AppConfig):
    """Tables of keys and of what is left of limits."""

    name = "item6.web.api"
    label = "api"
    default_auto_field = "django.db.models.BigAutoField"
