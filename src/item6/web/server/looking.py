"""Looking at a server: is everything as it must be, and what to do where it is not. Changes nothing, sends no mail."""

from __future__ import annotations

import json
import os
import shutil
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import DatabaseError, connection
from django.utils import timezone

from item6.web.backup.files import LAST
from item6.web.outbox.mailbox import NotCollected, look_into, mailbox_of
from item6.web.outbox.models import FAILED, UNSURE, WAITING, Mail
from item6.web.outbox.postbox import NotSent, connected, postbox_of
from item6.web.server import schema
from item6.web.server.config import FILE, SECRET, Config
from item6.web.work.background import ALIVE
from item6.web.work.models import Task, Worker

LEAST_SPACE = 1024**3
OLDEST_BACKUP = timedelta(days=2)
WAITED_LONG = timedelta(hours=1)
MOST_SKEW = 60.0
OLDEST_POSTGRESQL = 14


@dataclass(frozen=True, slots=True)
class Seen:
    """What was looked at, whether it is well, what was found, and what to do where it is not."""

    what: str
    ok: bool
    found: str
    hint: str = ""


def look(home: Path) -> Iterator[Seen]:
    """All of it, in the order in which it matters. A database that does not answer ends it."""
    config: Config = settings.SERVER
    yield _address(config)
    yield _cookies(config)
    yield _proxies(config)
    yield from _permissions(home)
    yield _space(home)
    try:
        yield _database()
        yield _schema()
        if schema.standing() == schema.FITS:
            yield _clock()
            yield _background()
            yield _tasks()
            yield _mails()
    except DatabaseError as error:
        said = (str(error).strip().splitlines() or [type(error).__name__])[0]
        yield Seen("database", False, f"does not answer ({said})", "check `database` in server.toml, or ITEM6_DATABASE")
    finally:
        connection.close()
    yield _postbox(config)
    yield _bounces(config)
    yield _backup(home)


def _address(config: Config) -> Seen:
    hint = "put a proxy that speaks https before it, and write its address into server.toml (docs/deploy.md)"
    return Seen("address", config.secure, config.address, hint)


def _cookies(config: Config) -> Seen:
    only = bool(settings.SESSION_COOKIE_SECURE and settings.CSRF_COOKIE_SECURE)
    return Seen(
        "cookies", only, "https only" if only else "also without https", "they follow `address`: write https://"
    )


def _proxies(config: Config) -> Seen:
    ok = bool(config.proxies) or not config.secure
    hint = "write `proxies = 1` into server.toml: without it all people seem to come from the proxy's own address"
    return Seen("proxies", ok, str(config.proxies or "none"), hint)


def _permissions(home: Path) -> Iterator[Seen]:
    """Of what only the server itself may read."""
    if os.name != "posix":
        return
    named = [home, home / SECRET, home / FILE, home / "item6.sqlite", home / "coalitions"]
    wide = [path for path in named if path.exists() and stat.S_IMODE(path.stat().st_mode) & 0o077]
    others = [path for path in named if path.exists() and path.stat().st_uid != os.geteuid()]
    if others:
        yield Seen("permissions", False, f"{others[0]} belongs to another user", "run item6 as the user of the server")
    elif wide:
        yield Seen("permissions", False, f"others can read {wide[0]}", f"run: chmod go-rwx {' '.join(map(str, wide))}")
    else:
        yield Seen("permissions", True, "the workspace is the server's alone")


def _space(home: Path) -> Seen:
    free = shutil.disk_usage(home).free
    return Seen("disk", free >= LEAST_SPACE, f"{free / 2**30:.1f} GB free", "make room on the disk of the workspace")


def _database() -> Seen:
    return _sqlite() if connection.vendor == "sqlite" else _postgresql()


def _sqlite() -> Seen:
    found = {}
    with connection.cursor() as cursor:
        for name in ("journal_mode", "synchronous", "foreign_keys"):
            cursor.execute(f"PRAGMA {name}")
            found[name] = str(cursor.fetchone()[0]).lower()
        cursor.execute("PRAGMA quick_check(1)")
        sound = cursor.fetchone()[0] == "ok"
    ok = found == {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"}
    words = "SQLite, WAL, synchronous FULL" if ok else f"SQLite, {found}"
    if not sound:
        return Seen("database", False, f"{words}, damaged", "stop the server and restore the last backup")
    return Seen("database", ok, words, "keep the workspace on a disk of this machine, not on a share of the network")


def _postgresql() -> Seen:
    found = {}
    with connection.cursor() as cursor:
        for name in ("server_version", "server_version_num", "default_transaction_isolation", "fsync",
                     "synchronous_commit", "server_encoding"):  # fmt: skip
            cursor.execute(f"SHOW {name}")
            found[name] = str(cursor.fetchone()[0])
    words = f"PostgreSQL {found['server_version']}, {found['default_transaction_isolation']}"
    if int(found["server_version_num"]) // 10000 < OLDEST_POSTGRESQL:
        return Seen("database", False, words, f"use PostgreSQL {OLDEST_POSTGRESQL} or newer")
    if found["fsync"] != "on" or found["synchronous_commit"] not in ("on", "remote_write", "remote_apply"):
        return Seen(
            "database", False, f"{words}, may lose what it acknowledged", "set fsync and synchronous_commit to on"
        )
    if found["server_encoding"] != "UTF8":
        return Seen("database", False, f"{words}, {found['server_encoding']}", "make the database with ENCODING 'UTF8'")
    isolated = found["default_transaction_isolation"] == "read committed"
    return Seen("database", isolated, words, "leave default_transaction_isolation at `read committed`")


def _schema() -> Seen:
    found = schema.standing()
    words = {
        schema.FITS: "of this version", schema.EMPTY: "no tables yet", schema.BEHIND: "of an older version",
        schema.AHEAD: "of a newer version",
    }  # fmt: skip
    hint = "run that version of item6, or a newer one" if found == schema.AHEAD else "run: item6 upgrade"
    return Seen("tables", found == schema.FITS, words[found], hint)


def _clock() -> Seen:
    """This machine's clock beside the database's; codes of second factors need it to be right."""
    if connection.vendor != "postgresql":
        year = datetime.now(UTC).year
        return Seen("clock", year >= 2026, f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC", "set the clock; use NTP")
    with connection.cursor() as cursor:
        cursor.execute("SELECT extract(epoch FROM clock_timestamp())")
        apart = abs(float(cursor.fetchone()[0]) - time.time())
    return Seen("clock", apart < MOST_SKEW, f"{apart:.0f} s from the database's", "set both clocks; use NTP")


def _background() -> Seen:
    last = Worker.objects.order_by("-seen").values_list("seen", flat=True).first()
    alive = Worker.objects.filter(seen__gt=timezone.now() - ALIVE).count()
    if alive:
        return Seen("work behind", True, f"{alive} alive")
    found = f"none alive; last seen {last:%Y-%m-%d %H:%M} UTC" if last else "none was ever alive"
    return Seen("work behind", False, found, "start the server: item6 serve --accounts")


def _tasks() -> Seen:
    dead = list(Task.objects.exclude(dead=None).values_list("kind", "id", "why")[:10])
    if dead:
        words = ", ".join(f"{kind} {number} ({why})" for kind, number, why in dead)
        return Seen(
            "tasks", False, f"given up after all tries: {words}", "see the server's log, then: item6 tasks again NUMBER"
        )
    return Seen("tasks", True, f"{Task.objects.count()} planned, none given up")


def _mails() -> Seen:
    unsure, failed = (Mail.objects.filter(state=state).count() for state in (UNSURE, FAILED))
    late = Mail.objects.filter(state=WAITING, made__lt=timezone.now() - WAITED_LONG).count()
    if not (unsure or failed or late):
        return Seen("outbox", True, "nothing waits for long, nothing failed")
    words = f"{unsure} may have been sent, {failed} refused, {late} waiting for more than an hour"
    return Seen("outbox", False, words, "decide with: item6 outbox list")


def _postbox(config: Config) -> Seen:
    """Connects, greets, encrypts and signs in, and leaves again."""
    if not config.mail:
        return Seen("mail", False, "no mail server is named: invitations stay in the outbox",
                    "write `mail` and `sender` into server.toml")  # fmt: skip
    if not config.sender:
        return Seen("mail", False, "no sender is named", "write `sender` into server.toml")
    try:
        box = postbox_of(config.mail)
        with connected(box):
            return Seen("mail", True, f"{box.host}, port {box.port}, answers ({_TLS[box.tls]})")
    except ValueError as error:
        return Seen("mail", False, "its address cannot be understood", str(error))
    except NotSent as error:
        return Seen("mail", False, f"{box.host}, port {box.port}: {error.code}", "check `mail` in server.toml")


def _bounces(config: Config) -> Seen:
    """Signs in to the mailbox, and reads nothing."""
    if not config.bounces:
        return Seen("returned mail", True, "no mailbox is named: mails that come back are not noticed")
    try:
        box = mailbox_of(config.bounces)
        look_into(box)
        return Seen("returned mail", True, f"{box.host}, port {box.port}: {box.folder} can be read")
    except ValueError as error:
        return Seen("returned mail", False, "its mailbox cannot be understood", str(error))
    except NotCollected as error:
        return Seen(
            "returned mail", False, f"{box.host}, port {box.port}: {error.code}", "check `bounces` in server.toml"
        )


_TLS = {"none": "on this machine", "starttls": "STARTTLS", "tls": "TLS"}


def _backup(home: Path) -> Seen:
    hint = "make one each day with: item6 backup FILE"
    try:
        found = json.loads((home / LAST).read_text(encoding="utf-8"))
        made = datetime.fromisoformat(found["made"])
    except (OSError, ValueError, KeyError, TypeError):
        return Seen("backup", False, "none is known of", hint)
    age = datetime.now(UTC) - made
    return Seen("backup", age < OLDEST_BACKUP, f"{made:%Y-%m-%d %H:%M} UTC, {found.get('path', '')}", hint)
