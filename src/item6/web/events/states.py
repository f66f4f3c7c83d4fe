"""The states of an event's page, and who is let in to the event."""

from __future__ import annotations

DRAFT, PUBLISHED, WITHDRAWN = STATES = ("draft", "published", "withdrawn")
"""Of the page. Whether the event itself is cancelled, moved or postponed stands in the event file."""

NEXT = {DRAFT: (PUBLISHED,), PUBLISHED: (WITHDRAWN,), WITHDRAWN: (PUBLISHED,)}

NOBODY, OPEN, APPROVAL = ADMISSIONS = ("none", "open", "approval")
"""No registration here; everybody who registers is let in; an organiser lets people in."""
