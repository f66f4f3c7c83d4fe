"""`item6 doctor --server` names what is not as it must be, with what to do."""

from __future__ import annotations

import json
import shutil
from collections import namedtuple
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from databases import Database
from django.conf import settings
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import override_settings
from django.utils import timezone
from imap_for_tests import mailbox
from mail_for_tests import DROP, mail_server
from processes import item6

from item6.web.outbox.models import Mail
from item6.web.server.config import Config
from item6.web.server.looking import Seen, look
from item6.web.work.models import Task, Worker

GOOD = Config(
    address="https://item6.example.org", secret="x", mail="smtp://127.0.0.1:1", sender="a@example.org", proxies=1
)


@pytest.fixture
def well(database: Database, server_home: Path) -> Iterator[Path]:
    """A server with which all is well."""
    server_home.chmod(0o700)
    for path in server_home.glob("item6.sqlite*"):
        path.chmod(0o600)
    now = timezone.now()
    Worker.objects.create(name="a", begun=now, seen=now)
    (server_home / "last-backup.json").write_text(json.dumps({"made": datetime.now(UTC).isoformat(), "path": "/b"}))
    with mail_server() as mail:
        config = replace(GOOD, mail=f"smtp://127.0.0.1:{mail.port}")
        with override_settings(SERVER=config, SESSION_COOKIE_SECURE=True, CSRF_COOKIE_SECURE=True):
            yield server_home
        assert mail.taken == []


def wrong(home: Path) -> dict[str, Seen]:
    return {each.what: each for each in look(home) if not each.ok}


def test_all_is_well(well: Path) -> None:
    assert wrong(well) == {}
    assert [each.what for each in look(well)] == [
        "address", "cookies", "proxies", "permissions", "disk", "database", "tables", "clock", "work behind", "tasks",
        "outbox", "mail", "returned mail", "backup",
    ]  # fmt: skip


def test_the_mailbox_of_returned_mail_is_opened_and_nothing_read(well: Path) -> None:
    with mailbox() as opened:
        number = opened.put(b"Subject: words\r\n\r\nwords")
        address = f"imap://item6%40example.org:a%20right%20password@127.0.0.1:{opened.port}"
        right = replace(settings.SERVER, bounces=address)
        with override_settings(SERVER=right):
            assert wrong(well) == {}
        assert (number in opened.messages, opened.seen, opened.fetched) == (True, set(), [])
    for address, said in ((right.bounces, "disconnected"), ("imaps://nowhere", "cannot be understood")):
        with override_settings(SERVER=replace(right, bounces=address)):
            assert said in wrong(well)["returned mail"].found


def test_what_is_chosen_badly(well: Path) -> None:
    bad = replace(GOOD, address="http://item6.example.org", mail="smtp://127.0.0.1:1", proxies=0)
    with override_settings(SERVER=bad, SESSION_COOKIE_SECURE=False):
        found = wrong(well)
    assert list(found) == ["address", "cookies", "mail"]
    assert (found["mail"].found, found["mail"].hint) == ("127.0.0.1, port 1: refused", "check `mail` in server.toml")
    with override_settings(SERVER=replace(GOOD, proxies=0, mail="")):
        assert list(wrong(well)) == ["proxies", "mail"]
    with override_settings(SERVER=replace(GOOD, sender="")):
        assert wrong(well)["mail"].found == "no sender is named"
    with override_settings(SERVER=replace(GOOD, mail="mail.example.org")):
        assert wrong(well)["mail"].found == "its address cannot be understood"


def test_a_mail_server_that_says_no(well: Path) -> None:
    for said, found in ((DROP, "disconnected"), ("421 4.3.2 no", "421 4.3.2")):
        with mail_server() as mail, override_settings(SERVER=replace(GOOD, mail=f"smtp://127.0.0.1:{mail.port}")):
            mail.says["HELLO"] = said
            assert wrong(well)["mail"].found == f"127.0.0.1, port {mail.port}: {found}"


def test_files_that_others_can_read(well: Path) -> None:
    secret = well / "server.secret"
    secret.write_text("x")
    secret.chmod(0o644)
    assert wrong(well)["permissions"].hint == f"run: chmod go-rwx {secret}"


def test_a_full_disk(well: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 10, 0))
    assert list(wrong(well)) == ["disk"]


def test_a_schema_that_is_behind(well: Path) -> None:
    MigrationRecorder(connection).record_unapplied("outbox", "0001_initial")
    assert wrong(well)["tables"].hint == "run: item6 upgrade"


def test_nobody_works_behind(well: Path) -> None:
    Worker.objects.update(seen=timezone.now() - timedelta(minutes=5))
    assert wrong(well)["work behind"].found.startswith("none alive; last seen ")


def test_what_was_given_up_and_what_waits_for_a_decision(well: Path) -> None:
    now = timezone.now()
    task = Task.objects.create(kind="x", arguments={"secret": 1}, due=now, dead=now, why="ValueError")
    for state, made in (("unsure", now), ("failed", now), ("waiting", now - timedelta(hours=2)), ("waiting", now)):
        Mail.objects.create(to="a@example.org", content=b"", message_id="<1@x>", made=made, due=now, state=state)
    found = wrong(well)
    assert found["tasks"].found == f"given up after all tries: x {task.pk} (ValueError)"
    assert found["outbox"].found == "1 may have been sent, 1 refused, 1 waiting for more than an hour"


@pytest.mark.parametrize("written", ["", "{}", '{"made": "soon"}', json.dumps({"made": "2026-01-01T00:00:00Z"})])
def test_no_backup_of_these_days(well: Path, written: str) -> None:
    (well / "last-backup.json").write_text(written)
    assert list(wrong(well)) == ["backup"]


def test_the_command_says_all_of_it(tmp_path: Path) -> None:
    run = item6(tmp_path, "doctor", "--server", "--format", "json")
    found = {row["what"]: row for row in json.loads(run.stdout)}
    assert (run.returncode, found["tables"]["found"], found.get("work behind")) == (
        1, "no tables yet", None,
    )  # fmt: skip


def test_a_database_that_does_not_answer(tmp_path: Path) -> None:
    address = "postgresql://item6:a-secret@127.0.0.1:1/item6"
    run = item6(tmp_path, "doctor", "--server", "--format", "json", ITEM6_DATABASE=address)
    found = {row["what"]: row for row in json.loads(run.stdout)}
    assert found["database"]["found"].startswith("does not answer (")
    assert "a-secret" not in run.stdout + run.stderr
