"""The application of the audit log."""

from __future__ import annotations

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The table of the audit log."""

    name = "item6.web.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listens to what is noted wherever it happens, and names the daily purge."""
        from item6.web.audit import keeping, receivers  # noqa: F401  # what they name is known from here on
