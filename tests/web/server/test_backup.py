"""Everything in one file, while the server runs, and back: into SQLite and PostgreSQL, row by row and file by file."""

from __future__ import annotations

import hashlib
import json
import random
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from databases import Database, databases_of_process, use
from django.db import connection, connections, transaction
from people_for_tests import member
from processes import ENVIRONMENT, item6

from item6.web.audit import noting
from item6.web.audit.models import Entry
from item6.web.backup.checking import checked
from item6.web.backup.making import make
from item6.web.backup.manifest import Manifest
from item6.web.backup.rows import lines_of, tables_of
from item6.web.outbox.models import Mail
from item6.web.people.coalitions import begin
from item6.web.people.models import Coalition, Invitation, Person, Session
from item6.web.server import schema
from item6.web.server.config import postgresql, sqlite
from item6.web.work.models import Task

NOW = datetime(2026, 11, 21, 9, 30, 15, 123456, tzinfo=UTC)


@pytest.fixture
def filled(database: Database, server_home: Path) -> Path:
    """A server's workspace whose tables hold something of everything; its last coalition is gone."""
    ours, other = begin("ruritania", "Coalition «Ruritania» \u202e\n\t\\ ☂ 'quoted' \"twice\""), begin("strelsau", "")
    ana = member(ours, "owner", name="Ana Ñandú", time_zone="Europe/Zagreb")
    member(other, "guest", is_active=False)
    Invitation.objects.create(
        coalition=ours, email="new@example.org", role="reader", token="0" * 64, by=ana, until=NOW, taken=None
    )
    Session.objects.create(
        session_key="f" * 64, session_data="e30:x", expire_date=NOW, person=ana, coalition=ours, begun=NOW
    )
    Session.objects.filter(pk="f" * 64).update(begun=NOW, seen=NOW + timedelta(microseconds=1))
    Session.objects.create(session_key="B" * 64, session_data="", expire_date=NOW)
    Authenticator.objects.create(user=ana, type="webauthn", data={"z": [1, 2.5, None, True], "a": {"b": "ü"}})
    for n in range(700):
        noting.note("saw", "statement", person=ana.pk, coalition=ours.pk, object=str(n))
    with connection.cursor() as cursor:  # as purging leaves it: the last lines are gone, and their numbers with them
        cursor.execute("DELETE FROM audit_entry WHERE object IN ('1', '699')")
    Task.objects.create(kind="x", arguments={"b": 1, "a": None}, due=NOW, key=None, held_until=None)
    Mail.objects.create(to="a@example.org", content=bytes(range(256)), message_id="<1@x>", made=NOW, due=NOW)
    Mail.objects.create(to="b@example.org", content=b"", message_id="<2@x>", made=NOW, due=NOW, state="sent")
    begin("zenda", "").delete()
    (server_home / "server.toml").write_text('address = "https://item6.example.org"\nproxies = 1\n', encoding="utf-8")
    (server_home / "server.secret").write_text(
        "of the test, and long enough to be taken for a secret " * 2, encoding="ascii"
    )
    statement = server_home / "coalitions" / "ruritania" / "statements" / "a b ü.json"
    statement.parent.mkdir()
    statement.write_bytes(b"\0\1\2" * 1000)
    (statement.parent / "empty").touch()
    for derived in (
        "pages/x.gz",
        "coalitions/ruritania/pages/y.gz",
        "records/.lock",
        "records/.building-1/record.sqlite",
    ):
        (server_home / derived).parent.mkdir(exist_ok=True, parents=True)
        (server_home / derived).write_text("can be made again")
    return server_home


def rows() -> dict[str, list[bytes]]:
    """All rows of the database in use."""
    models = tables_of(schema.wanted())
    return {model._meta.db_table: sorted(lines_of(model, connection)) for model in models}


def hashes(home: Path, manifest: Manifest) -> dict[str, str]:
    return {file.name: hashlib.sha256((home / file.name).read_bytes()).hexdigest() for file in manifest.files}


@contextmanager
def empty(kind: str) -> Iterator[str]:
    """An empty database to restore to: its address, or nothing for SQLite in the folder."""
    with databases_of_process().bare() if kind == "postgresql" else nullcontext("") as address:
        yield address


def keeps_counts() -> bool:
    """Whether the database keeps the counts of letters by itself."""
    where = "sqlite_master WHERE name" if connection.vendor == "sqlite" else "pg_trigger WHERE tgname"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {where} = 'letters_counted'")
        return cursor.fetchone() is not None


ON_SQLITE = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
"""For what an archive is put to: it holds the same rows, whichever database they came from (test_there_and_back)."""
TARGETS = ["sqlite", pytest.param("postgresql", marks=pytest.mark.full)]


@pytest.mark.parametrize("target", TARGETS)
def test_there_and_back(filled: Path, tmp_path: Path, target: str) -> None:
    archive, new = tmp_path / "b.tar.gz", tmp_path / "new"
    manifest = make(filled, archive)
    before, highest, last = rows(), Coalition.objects.latest("id").pk, Entry.objects.latest("id").pk
    assert archive.stat().st_mode & 0o777 == 0o600
    assert [name for name in tmp_path.iterdir() if name.name.endswith(".part")] == []
    with empty(target) as address:
        run = item6(new, "restore", archive, *(("--database", address) if address else ()))
        assert (run.returncode, "every row and file is as in the archive" in run.stderr) == (0, True), run.stderr
        old = connections.settings["default"]
        use(postgresql(address) if address else sqlite(new / "item6.sqlite"))
        try:
            assert rows() == before
            assert schema.standing() == schema.FITS
            assert Coalition.objects.create(slug="next", name="").pk == highest + 2  # one was made and deleted
            assert Entry.objects.create(did="saw", what="x").pk == last + 2
            Mail.objects.get(to="a@example.org")
            assert keeps_counts()
        finally:
            use(old)
    names = {str(path.relative_to(new)) for path in new.rglob("*") if path.is_file()}
    own = {"restored"} | (set() if address else {"item6.sqlite", "item6.sqlite-shm", "item6.sqlite-wal"})
    assert names - own == {file.name for file in manifest.files}
    assert not {name for name in names if "pages/" in name or "/." in name}
    changed = {"server.toml"} if address else set()
    found, wanted = hashes(new, manifest), {file.name: file.sha256 for file in manifest.files}
    assert {name for name in found if found[name] != wanted[name]} == changed
    if address:
        assert (new / "server.toml").read_text().splitlines()[0] == f'database = "{address}"'
    assert {path.stat().st_mode & 0o077 for path in (new, *new.rglob("*"))} == {0}


@ON_SQLITE
def test_what_was_restored_can_be_saved_and_is_the_same(filled: Path, tmp_path: Path) -> None:
    first = make(filled, tmp_path / "1.tar.gz")
    assert item6(tmp_path / "new", "restore", tmp_path / "1.tar.gz").returncode == 0
    assert item6(tmp_path / "new", "backup", tmp_path / "2.tar.gz").returncode == 0
    second = checked(tmp_path / "2.tar.gz")
    assert (second.tables, set(second.files)) == (first.tables, set(first.files))


@ON_SQLITE
def test_mails_that_waited_are_left_to_a_person(filled: Path, tmp_path: Path) -> None:
    """They may have been sent after the backup was made."""
    make(filled, tmp_path / "b.tar.gz")
    new = tmp_path / "new"
    assert item6(new, "restore", tmp_path / "b.tar.gz").returncode == 0
    run = item6(new, "outbox", "list", "--format", "json")
    assert [(row["to"], row["state"]) for row in json.loads(run.stdout)] == [("a@example.org", "unsure")]
    assert not (new / "restored").exists()


def test_all_rows_are_of_one_moment(filled: Path, tmp_path: Path) -> None:
    """Pairs that are written together are both there or both not, however much is written meanwhile."""
    stop, written = threading.Event(), [0]
    person = Person.objects.first().pk

    def write() -> None:
        try:
            while not stop.is_set():
                with transaction.atomic():
                    noting.note("saw", "first", person=person, coalition=None, object=str(written[0]))
                    noting.note("saw", "second", person=person, coalition=None, object=str(written[0]))
                written[0] += 1
        finally:
            connections.close_all()

    thread = threading.Thread(target=write)
    thread.start()
    try:
        for n in range(3):
            while written[0] < 5 * (n + 1):
                time.sleep(0.01)
            make(filled, tmp_path / f"{n}.tar.gz")
    finally:
        stop.set()
        thread.join()
    for n in range(3):  # each of another stretch of what is written
        new = tmp_path / f"home{n}"
        assert item6(new, "restore", tmp_path / f"{n}.tar.gz").returncode == 0
        old = connections.settings["default"]
        use(sqlite(new / "item6.sqlite"))
        try:
            pairs = [Entry.objects.filter(what=what).count() for what in ("first", "second")]
        finally:
            use(old)
        assert pairs[0] == pairs[1] >= 5 * (n + 1)


@ON_SQLITE
def test_what_is_there_is_not_overwritten(filled: Path, tmp_path: Path) -> None:
    make(filled, tmp_path / "b.tar.gz")
    taken = tmp_path / "taken"
    taken.mkdir()
    (taken / "mine").write_text("x")
    run = item6(taken, "restore", tmp_path / "b.tar.gz")
    assert (run.returncode, [path.name for path in taken.iterdir()]) == (1, ["mine"])
    assert run.stderr.startswith(f"{taken}: is not empty")


@ON_SQLITE
@pytest.mark.full
def test_a_database_that_is_not_empty_is_not_touched(filled: Path, tmp_path: Path) -> None:
    make(filled, tmp_path / "b.tar.gz")
    with databases_of_process().bare() as address:
        assert item6(tmp_path / "a", "upgrade", ITEM6_DATABASE=address).returncode == 0
        run = item6(tmp_path / "new", "restore", tmp_path / "b.tar.gz", "--database", address)
    assert run.stderr == "the database is not empty: name an empty one with --database\n"
    assert (run.returncode, (tmp_path / "new").exists()) == (1, False)
    assert [path.name for path in tmp_path.iterdir() if "restoring" in path.name] == []


@pytest.mark.full
def test_a_backup_of_a_newer_item6_is_left_to_it(filled: Path, tmp_path: Path) -> None:
    from django.db.migrations.recorder import MigrationRecorder

    MigrationRecorder(connection).record_applied("people", "0009_of_the_future")
    run = item6(filled, "backup", tmp_path / "b.tar.gz", ITEM6_DATABASE=_address())
    assert run.stderr == "the database was made by a newer item6: make the backup with that version\n"
    assert not (tmp_path / "b.tar.gz").exists()


def _address() -> str:
    settings = connections["default"].settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite://{settings['NAME']}"
    return f"postgresql://{settings['USER']}@/{settings['NAME']}?host={settings['HOST']}"


@ON_SQLITE
def test_a_link_in_the_workspace_is_said(filled: Path, tmp_path: Path) -> None:
    (filled / "documents" / "elsewhere").symlink_to(tmp_path)
    run = item6(filled, "backup", tmp_path / "b.tar.gz", ITEM6_DATABASE=_address())
    assert run.stderr == (
        f"{filled}/documents/elsewhere: is a link, and would be missing: put in its place what it leads to\n"
    )
    assert [path.name for path in tmp_path.iterdir() if "tar.gz" in path.name] == []


@ON_SQLITE
def test_a_backup_does_not_lie_in_what_it_saves(filled: Path) -> None:
    run = item6(filled, "backup", filled / "b.tar.gz", ITEM6_DATABASE=_address())
    assert (run.returncode, (filled / "b.tar.gz").exists()) == (1, False)


def test_without_tables_there_is_nothing_to_save(tmp_path: Path) -> None:
    run = item6(tmp_path / "home", "backup", tmp_path / "b.tar.gz")
    assert (run.returncode, (tmp_path / "b.tar.gz").exists()) == (1, False)
    assert "has no tables yet" in run.stderr


def _killed(seconds: float, *arguments: object) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "item6", *map(str, arguments)], env=ENVIRONMENT, stderr=subprocess.DEVNULL
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()


@ON_SQLITE
@pytest.mark.full
def test_killed_at_any_moment_nothing_is_half(filled: Path, tmp_path: Path) -> None:
    """A backup is there whole or not at all; a restored folder too. Both programs that are killed work on SQLite."""
    dice, whole = random.Random(9), tmp_path / "whole.tar.gz"
    manifest = make(filled, whole)
    saved = Path(tmp_path / "home")
    assert item6(saved, "restore", whole).returncode == 0
    start = time.monotonic()
    assert item6(saved, "backup", tmp_path / "timed.tar.gz").returncode == 0
    took = time.monotonic() - start
    for n in range(8):
        path = tmp_path / f"{n}.tar.gz"
        _killed(took * dice.uniform(0.3, 1.1), "--home", saved, "backup", path)
        assert not path.exists() or checked(path).tables == manifest.tables
        new = tmp_path / f"new{n}"
        _killed(took * dice.uniform(0.3, 2), "--home", new, "restore", whole)
        assert not new.exists() or hashes(new, manifest) == {file.name: file.sha256 for file in manifest.files}
