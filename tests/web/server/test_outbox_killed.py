"""Background processes that are killed at any moment: each mail is sent once, or shown as one that may have been."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path
from typing import IO

import pytest
from databases import Database
from django.core.mail import send_mail
from django.test import override_settings
from django.utils import timezone
from mail_for_tests import MailServer, mail_server
from processes import ENVIRONMENT

from item6.web.outbox.models import SENDING, SENT, UNSURE, WAITING, Mail
from item6.web.outbox.sending import settle

BACKEND = "item6.web.outbox.backend.EmailBackend"
COUNT = 12


@pytest.mark.full
def test_killed_at_any_moment_no_mail_is_sent_twice(database: Database, server_home: Path) -> None:
    dice = random.Random(17)
    with override_settings(EMAIL_BACKEND=BACKEND, DEFAULT_FROM_EMAIL="item6@example.org"):
        for n in range(COUNT):
            send_mail("Words", "more words " * 200, None, [f"person{n}@example.org"])
    with mail_server() as server:
        address = f"smtp://127.0.0.1:{server.port}"
        (server_home / "server.toml").write_text(f'mail = "{address}"\nsender = "item6@example.org"\n')
        environment = ENVIRONMENT | {
            "ITEM6_HOME": str(server_home), "ITEM6_DATABASE": database.address,
            "DJANGO_SETTINGS_MODULE": "another.programs.settings",  # as on a machine that runs more than item6
        }  # fmt: skip
        with ExitStack() as opened:
            while _waiting():
                said = [opened.enter_context(tempfile.TemporaryFile()) for _ in range(2)]
                _run_for(dice.uniform(0, 0.3), server, environment, said)
                _as_if_time_had_gone_by()
        _look(server.taken)


def _waiting() -> bool:
    return Mail.objects.filter(state=WAITING).exists()


def _run_for(seconds: float, server: MailServer, environment: dict[str, str], said: list[IO[bytes]]) -> None:
    """Processes that are killed so long after a mail was taken. A process that ends by itself fails the test."""
    command = [sys.executable, "-m", "item6.web.work.background"]
    before, end = len(server.taken), time.monotonic() + 120
    processes = [subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL, stderr=err) for err in said]
    try:
        while len(server.taken) == before and _waiting():
            ended = [each.poll() for each in processes]
            assert ended == [None, None], f"processes ended ({ended}):\n{_read(said)}"
            assert time.monotonic() < end, f"no mail was taken, and the processes run:\n{_read(said)}"
            time.sleep(0.01)
        time.sleep(seconds)
    finally:
        for each in processes:
            each.send_signal(signal.SIGKILL)
        for each in processes:
            each.wait()


def _read(said: list[IO[bytes]]) -> str:
    for each in said:
        each.seek(0)
    return "\n".join(each.read().decode(errors="replace") for each in said)


def _as_if_time_had_gone_by() -> None:
    """What the dead held runs out, and what waits for another try is due."""
    now = timezone.now()
    Mail.objects.filter(state__in=(WAITING, SENDING)).update(held_until=now, due=now)
    time.sleep(0.01)
    settle()


def _look(taken: list[str]) -> None:
    states = dict(Mail.objects.values_list("message_id", "state"))
    assert len(states) == COUNT
    assert set(states.values()) <= {SENT, UNSURE}
    assert set(Counter(taken).values()) == {1}
    assert {name for name, state in states.items() if state == SENT} <= set(taken)
    assert {name for name in states if name not in taken} <= {name for name in states if states[name] == UNSURE}
