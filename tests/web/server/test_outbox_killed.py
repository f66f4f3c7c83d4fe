"""Background processes that are killed at any moment: each mail is sent once, or shown as one that may have been."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from databases import Database
from django.core.mail import send_mail
from django.test import override_settings
from django.utils import timezone
from mail_for_tests import mail_server
from processes import ENVIRONMENT

from item6.web.outbox.models import SENDING, SENT, UNSURE, WAITING, Mail
from item6.web.outbox.sending import settle

BACKEND = "item6.web.outbox.backend.EmailBackend"


@pytest.mark.full
def test_killed_at_any_moment_no_mail_is_sent_twice(database: Database, server_home: Path) -> None:
    dice, count = random.Random(17), 60
    with override_settings(EMAIL_BACKEND=BACKEND, DEFAULT_FROM_EMAIL="item6@example.org"):
        for n in range(count):
            send_mail("Words", "more words " * 200, None, [f"person{n}@example.org"])
    with mail_server() as server:
        address = f"smtp://127.0.0.1:{server.port}"
        (server_home / "server.toml").write_text(f'mail = "{address}"\nsender = "item6@example.org"\n')
        environment = ENVIRONMENT | {"ITEM6_HOME": str(server_home), "ITEM6_DATABASE": database.address}
        command = [sys.executable, "-m", "item6.web.work.background"]
        end = time.monotonic() + 400
        while Mail.objects.filter(state=WAITING).exists() and time.monotonic() < end:
            processes = [subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) for _ in range(2)]
            before = len(server.taken)
            while len(server.taken) == before and time.monotonic() < end:  # they have begun
                time.sleep(0.01)
                if not Mail.objects.filter(state=WAITING).exists():
                    break
            time.sleep(dice.uniform(0, 0.3))
            for each in processes:
                each.send_signal(signal.SIGKILL)
                each.wait()
            _as_if_time_had_gone_by()
        _look(server.taken, count)


def _as_if_time_had_gone_by() -> None:
    """What the dead held runs out, and what waits for another try is due."""
    now = timezone.now()
    Mail.objects.filter(state__in=(WAITING, SENDING)).update(held_until=now, due=now)
    time.sleep(0.01)
    settle()


def _look(taken: list[str], count: int) -> None:
    states = dict(Mail.objects.values_list("message_id", "state"))
    assert len(states) == count
    assert set(states.values()) <= {SENT, UNSURE}
    assert set(Counter(taken).values()) == {1}
    assert {name for name, state in states.items() if state == SENT} <= set(taken)
    assert {name for name in states if name not in taken} <= {name for name in states if states[name] == UNSURE}
