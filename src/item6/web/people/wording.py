"""What roles are called, and what each may do, in the language of who reads."""

from __future__ import annotations

from django.utils.translation import gettext

from item6.web.people.roles import ROLES


def role_words(role: str) -> str:
    """The name of a role."""
    return {
        "guest": gettext("guest"), "reader": gettext("reader"), "editor": gettext("editor"),
        "coordinator": gettext("coordinator"), "owner": gettext("owner"),
    }[role]  # fmt: skip


def may_words(role: str) -> str:
    """What a role may do, in a sentence."""
    return {
        "guest": gettext("Guests see the record: reviews, recommendations and figures."),
        "reader": gettext(
            "Readers see all that is here but who signs and who comes, comment on letters, check statements, and take "
            "briefings and exports."
        ),
        "editor": gettext(
            "Editors do what readers do, write letters and side events, add documents, decisions and organisations, "
            "keep statements."
        ),
        "coordinator": gettext(
            "Coordinators do what editors do, open and publish letters and side events, decide who signs and "
            "who comes, invite people, and give and take roles up to editor."
        ),
        "owner": gettext("Owners do everything here, and give and take every role."),
    }[role]


def choices(names: list[str]) -> list[tuple[str, str]]:
    """Roles as a form offers them."""
    return [(name, role_words(name)) for name in ROLES if name in names]
