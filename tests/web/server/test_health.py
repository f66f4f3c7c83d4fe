"""The health address says yes or no, to anyone, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import DatabaseError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client

from item6.web.server import schema

WELL, NOT_WELL = (200, b"ok\n"), (503, b"not ok\n")


def asked(client: Client) -> tuple[int, bytes]:
    answer = client.get("/health")
    return answer.status_code, answer.content


def test_it_is_well(anyone: Client) -> None:
    assert asked(anyone) == WELL
    assert anyone.post("/health").status_code == 405


def test_a_schema_that_is_behind_or_ahead_is_not_well(anyone: Client) -> None:
    assert schema.standing() == schema.FITS
    recorder = MigrationRecorder(connection)
    recorder.record_applied("people", "9999_of_the_future")
    assert (schema.standing(), asked(anyone)) == (schema.AHEAD, NOT_WELL)
    recorder.record_unapplied("people", "9999_of_the_future")
    recorder.record_unapplied("outbox", "0001_initial")
    assert (schema.standing(), asked(anyone)) == (schema.BEHIND, NOT_WELL)


def test_a_record_that_is_damaged_is_not_well(anyone: Client, server_home: Path) -> None:
    (server_home / "records" / "current").write_text("no hash")
    assert asked(anyone) == NOT_WELL


def test_a_server_without_a_record_is_well(anyone: Client, server_home: Path) -> None:
    (server_home / "records" / "current").unlink()
    assert asked(anyone) == WELL


def test_a_database_that_does_not_answer_is_not_well(anyone: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken() -> str:
        raise DatabaseError("a word of the database")

    monkeypatch.setattr(schema, "standing", broken)
    assert asked(anyone) == NOT_WELL
