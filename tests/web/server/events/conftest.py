"""Side events of a coalition."""

from __future__ import annotations

from datetime import date

import pytest
from events_for_tests import WITH_LINK

from item6.events.tasks import APPROVAL
from item6.web.events import writing
from item6.web.events.models import Event
from item6.web.people.models import Coalition


@pytest.fixture
def draft(coalition: Coalition) -> Event:
    """An event that is being written, complete."""
    return writing.begin(coalition=coalition, file=WITH_LINK)


@pytest.fixture
def event(draft: Event) -> Event:
    """A published event."""
    writing.done(event=draft, task=APPROVAL, on=date(2027, 1, 2))
    return writing.publish(event=draft)
