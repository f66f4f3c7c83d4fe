"""Every schema that was released becomes this one, with its rows. tests/makers/released_schema.py keeps them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

import pytest
from databases import databases_of_process, use
from django.core.management import call_command
from django.db import connection, connections
from processes import item6

from item6.web.audit.models import Entry
from item6.web.people.models import Membership, Person
from item6.web.server import schema
from item6.web.server.config import postgresql, sqlite

RELEASED = sorted((Path(__file__).resolve().parent / "schemas").glob("*.tar.gz"))
KINDS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.full)]


@contextmanager
def database(kind: str, home: Path) -> Iterator[str]:
    """An empty one: its address, or nothing for SQLite in the folder; in use from when it is there."""
    with databases_of_process().bare() if kind == "postgresql" else nullcontext("") as address:
        before = connections.settings["default"]
        use(postgresql(address) if address else sqlite(home / "item6.sqlite"))
        try:
            yield address
        finally:
            use(before)


def columns() -> dict[str, dict[str, bool]]:
    """The columns of every table in use, and whether each may be empty."""
    with connection.cursor() as cursor:
        names = connection.introspection.table_names(cursor)
        described = {name: connection.introspection.get_table_description(cursor, name) for name in names}
    return {name: {column.name: bool(column.null_ok) for column in each} for name, each in described.items()}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("archive", RELEASED, ids=lambda path: path.name)
def test_a_released_schema_becomes_this_one(archive: Path, kind: str, tmp_path: Path) -> None:
    home = tmp_path / "home"
    with databases_of_process().empty(kind, tmp_path):
        wanted = columns()
    with database(kind, home) as address:
        environment = {"ITEM6_DATABASE": address} if address else {}
        restored = item6(home, "restore", archive, **environment)
        assert restored.returncode == 0, restored.stderr
        upgraded = item6(home, "upgrade", **environment)
        assert upgraded.returncode == 0, upgraded.stderr
        assert schema.standing() == schema.FITS
        assert columns() == wanted
        assert set(Person.objects.values_list("email", flat=True)) == {"ana@example.org", "rudolf@example.org"}
        assert set(Membership.objects.values_list("person__name", "role")) == {("Ana", "owner"), ("Rudolf", "guest")}
        assert Entry.objects.filter(object="first").count() == 1


def test_a_schema_was_kept() -> None:
    assert RELEASED != []


def test_every_model_is_in_its_migrations() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.parametrize("kind", KINDS)
def test_an_upgrade_that_fails_changes_nothing(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The last step fails: none of those before it stays."""
    from django.db.migrations.executor import MigrationExecutor

    apply, last = MigrationExecutor.apply_migration, "outbox"

    def failing(self, state, migration, *rest, **named):
        if migration.app_label == last:
            raise ZeroDivisionError
        return apply(self, state, migration, *rest, **named)

    tmp_path.joinpath("home").mkdir()
    with database(kind, tmp_path / "home"):  # whose server, where it is the first, is migrated whole
        monkeypatch.setattr(MigrationExecutor, "apply_migration", failing)
        with pytest.raises(ZeroDivisionError):
            schema.upgrade()
        assert columns() == {}
        monkeypatch.undo()
        assert len(schema.upgrade()) == len(schema.wanted())
        assert schema.upgrade() == []
        assert schema.standing() == schema.FITS
