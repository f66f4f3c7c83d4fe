"""Writing into the audit log: the one way in."""

from __future__ import annotations

from item6.web.audit.models import Entry

SAW, CHANGED, EXPORTED, REFUSED, ENTERED = "saw", "changed", "exported", "refused", "entered"


def note(did: str, what: str, *, person: int | None, coalition: int | None, object: str = "", status: int = 0) -> None:
    """Adds a line. object: a name or number that says which, never what is written in it."""
    Entry.objects.create(
        did=did, what=what, person_id=person, coalition_id=coalition, object=object[:120], status=status
    )
