"""The schema of the database beside the one that this program needs."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.recorder import MigrationRecorder

FITS, EMPTY, BEHIND, AHEAD = "fits", "empty", "behind", "ahead"
_LOCK = 20_060_615
"""Of PostgreSQL: held by who changes the schema."""


@lru_cache(maxsize=1)
def wanted() -> frozenset[tuple[str, str]]:
    """The migrations that this program knows."""
    return frozenset(MigrationLoader(None).disk_migrations)


def standing() -> str:
    """FITS, EMPTY (no tables yet), BEHIND (to be upgraded), or AHEAD (made by a newer item6). DatabaseError."""
    applied = set(MigrationRecorder(connection).applied_migrations())
    if not applied:
        return EMPTY
    if applied - wanted():
        return AHEAD
    return FITS if applied == wanted() else BEHIND


def upgrade(*, to: Collection[tuple[str, str]] | None = None) -> list[str]:
    """Changes the database: brings its schema to this program's, all or nothing. The steps that were taken, by name.

    to: the migrations to come to instead, in tables that are empty.
    """
    sqlite = connection.vendor == "sqlite"
    if sqlite:
        connection.disable_constraint_checking()  # Django changes tables of SQLite by making them anew
    try:
        with transaction.atomic():
            if not sqlite:
                with connection.cursor() as cursor:
                    cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
            executor = MigrationExecutor(connection)
            executor.loader.check_consistent_history(connection)
            targets = executor.loader.graph.leaf_nodes() if to is None else sorted(to)
            plan = executor.migration_plan(targets)
            executor.migrate(targets, plan)
            connection.check_constraints()
    finally:
        if sqlite:
            connection.enable_constraint_checking()
    return [f"{step.app_label} {step.name}" for step, _ in plan]
