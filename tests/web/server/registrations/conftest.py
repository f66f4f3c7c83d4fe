"""An event that people register for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from databases import Database, databases_of_process
from guests_for_tests import published
from people_for_tests import member

from item6.web.events.models import Event
from item6.web.people.models import Coalition, Person
from item6.web.work import doing
from item6.web.work.models import Task


@pytest.fixture(params=["sqlite"])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database; what can differ on PostgreSQL asks for both (indirectly)."""
    with databases_of_process().empty(request.param, tmp_path) as opened:
        yield opened


@pytest.fixture
def coordinator(coalition: Coalition) -> Person:
    return member(coalition, "coordinator")


@pytest.fixture
def event(coalition: Coalition) -> Event:
    """Published, hybrid, open to all, two places in the room."""
    return published(coalition, room_places=2)


@pytest.fixture
def work() -> Callable[[], int]:
    """Does all tasks of registrations that are due, as processes behind the pages would; how many there were."""

    def work() -> int:
        done = 0
        while task := Task.objects.filter(kind__startswith="registrations.", key=None).first():
            Task.objects.exclude(pk=task.pk).filter(kind=task.kind, arguments=task.arguments).delete()
            Task.objects.exclude(kind__startswith="registrations.").delete()
            assert doing.do_one("tests")
            done += 1
            assert done < 50
        return done

    return work
