"""Letters of a coalition."""

from __future__ import annotations

import pytest
from people_for_tests import member

from item6.web.letters import writing
from item6.web.letters.models import Letter
from item6.web.letters.states import FROZEN, OPEN
from item6.web.people.models import Coalition, Person


@pytest.fixture
def coordinator(coalition: Coalition) -> Person:
    return member(coalition, "coordinator")


@pytest.fixture
def draft(coalition: Coalition, coordinator: Person) -> Letter:
    """A letter that is being written."""
    return writing.begin(
        coalition=coalition, kind="open-letter", title="On Ruritania", text="The Council should act.\n", by=coordinator
    )


@pytest.fixture
def letter(draft: Letter) -> Letter:
    """A letter that is open for signature."""
    writing.move(letter=draft, to=FROZEN)
    writing.move(letter=draft, to=OPEN)
    return draft
