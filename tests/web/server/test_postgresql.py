"""A connection to PostgreSQL that was kept, as the next request finds it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from databases import databases_of_process
from django.db import connection, connections

pytestmark = pytest.mark.full


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[None]:
    """A connection that a request left open."""
    with databases_of_process().empty("postgresql", tmp_path):
        connection.ensure_connection()
        connection.close_if_unusable_or_obsolete()
        connection.health_check_enabled = True
        yield


def _asked() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        return cursor.fetchone()[0]


def test_a_quiet_one_is_not_asked(kept: None, monkeypatch: pytest.MonkeyPatch) -> None:
    before = connection.connection
    monkeypatch.setattr(type(connections["default"]), "is_usable", lambda _: pytest.fail("asked"))
    assert _asked() == before.info.backend_pid


def test_one_that_was_ended_from_the_other_side_is_opened_anew(kept: None) -> None:
    before = connection.connection.info.backend_pid
    other = connections.create_connection("default")
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [before])
    other.close()
    assert _asked() != before


def test_one_that_said_something_is_asked_and_kept(kept: None) -> None:
    before = connection.connection.info.backend_pid
    connection.connection.execute("LISTEN somebody")
    other = connections.create_connection("default")
    with other.cursor() as cursor:
        cursor.execute("NOTIFY somebody")
    other.close()
    assert _asked() == before
