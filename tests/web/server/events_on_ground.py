"""One published event of a coalition: what the matrix names of side events."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from events_for_tests import WITH_LINK

from item6.events.tasks import APPROVAL
from item6.web.events import writing
from item6.web.events.feeds import feed_link
from item6.web.people.models import Coalition

NOBODYS = {"event_feed": f"999999999-{'0' * 24}"}
"""A link of the shape of links that no server made."""


def event_things(coalition: Coalition, marked: str) -> dict[str, str]:
    """Makes a published event, and a draft. marked: words of its own."""
    file = replace(WITH_LINK, title=f"{marked}-title", notes=f"{marked}-notes")
    event = writing.begin(coalition=coalition, file=file)
    writing.done(event=event, task=APPROVAL, on=date(2027, 1, 2))
    writing.publish(event=event)
    draft = writing.begin(coalition=coalition, file=replace(file, title=f"{marked}-draft"))
    return {
        "event": str(event.pk),
        "event_draft": str(draft.pk),
        "event_open": event.address,
        "event_feed": feed_link(coalition),
    }
