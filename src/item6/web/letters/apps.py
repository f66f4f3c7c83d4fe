"""The application of letters."""

from __future__ import annotations

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class LettersConfig(AppConfig):
    """Tables of letters, their versions and signatures."""

    name = "item6.web.letters"
    label = "letters"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Names what is done regularly, and what the database keeps by itself."""
        from item6.web.letters import counting, publishing, purging  # noqa: F401  # their kinds are known from here on

        post_migrate.connect(counting.keep_count, sender=self)
