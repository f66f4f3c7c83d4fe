"""The application of work behind the pages."""

from __future__ import annotations

from django.apps import AppConfig


class WorkConfig(AppConfig):
    """Tables of tasks, and of the processes that do them."""

    name = "item6.web.work"
    label = "work"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Names what is done regularly."""
        from item6.web.work import regular  # noqa: F401  # its kinds are known from here on
