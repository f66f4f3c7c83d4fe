"""A server with accounts in this process: its database, coalitions, and people in every role."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from databases import Database, databases_of_process
from django.core import mail
from django.core.mail import EmailMessage
from django.test import Client, override_settings
from ground import Ground
from live_server import running
from people_for_tests import member, signed_in

from item6.web.building import jobs
from item6.web.people.coalitions import begin
from item6.web.people.models import Coalition


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.full)])
def database(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Database]:
    """An empty database of the newest schema, in use; each test runs on SQLite, and with --full on PostgreSQL too."""
    with databases_of_process().empty(request.param, tmp_path) as opened:
        yield opened


@pytest.fixture
def server_home(home: Path, tmp_path: Path) -> Iterator[Path]:
    """A server's workspace with Ruritania's record, in use."""
    copied = Path(shutil.copytree(home, tmp_path / "server"))
    with override_settings(ITEM6_HOME=copied):
        yield copied


@pytest.fixture
def coalition(database: Database, server_home: Path) -> Coalition:
    """A coalition."""
    return begin("ruritania", "Coalition for Ruritania")


@pytest.fixture
def other(database: Database, server_home: Path) -> Coalition:
    """Another one, of which the people of the first may see nothing."""
    return begin("strelsau", "Strelsau Circle")


@pytest.fixture
def anyone(database: Database, server_home: Path) -> Client:
    """A browser in which nobody has signed in."""
    return Client(headers={"host": "127.0.0.1"}, raise_request_exception=False)


@pytest.fixture
def enter_as(coalition: Coalition) -> Callable[..., Client]:
    """A browser signed in, with a second factor, as a new person with a role in the coalition, or another one."""

    def enter_as(role: str, where: Coalition | None = None, **person: object) -> Client:
        return signed_in(member(where or coalition, role, **person))

    return enter_as


@pytest.fixture(autouse=True)
def quick_passwords() -> Iterator[None]:
    """Passwords hashed in no time, not for half a second each."""
    with override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"]):
        yield


@pytest.fixture
def sent() -> Iterator[list[EmailMessage]]:
    """Mails that were sent."""
    mail.outbox = []
    with override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        yield mail.outbox


@pytest.fixture
def live(database: Database, server_home: Path) -> Iterator[str]:
    """The address of a server that answers browsers, over the test's database and workspace."""
    with running() as address:
        yield address


@pytest.fixture(scope="module", params=["sqlite", pytest.param("postgresql", marks=pytest.mark.full)])
def ground(request: pytest.FixtureRequest, home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    """One ground for all cells: what changes something is put back."""
    folder = tmp_path_factory.mktemp("matrix")
    with databases_of_process().empty(request.param, folder):
        copied = Path(shutil.copytree(home, folder / "server"))
        with override_settings(ITEM6_HOME=copied), pytest.MonkeyPatch.context() as patched:
            patched.setattr(jobs, "start", lambda job: True)  # a process that reads would outlast what is put back
            yield Ground(copied)
