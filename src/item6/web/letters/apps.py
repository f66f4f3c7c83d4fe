"""The application of letters."""

from __future__ import annotations

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Tables of letters, their versions and signatures."""

    name = "item6.web.letters"
    label = "letters"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Names what is done regularly."""
        from item6.web.letters import publishing, purging  # noqa: F401  # their kinds are known from here on
