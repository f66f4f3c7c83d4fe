"""Work behind the pages is done once, by one of several processes, and what fails is tried again."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from databases import Database
from django.db import connections
from django.utils import timezone
from processes import item6

from item6.web.audit.models import Entry
from item6.web.people.models import Coalition
from item6.web.work import background, deciding, doing, kinds
from item6.web.work.asking import ask
from item6.web.work.models import Task, Worker


@pytest.fixture
def done(database: Database) -> Iterator[list[str]]:
    """What the kinds of task that are made for the test have done."""
    found: list[str] = []
    before = dict(kinds.KINDS)

    @kinds.kind("test.note")
    def note(name: str) -> None:
        Coalition.objects.create(slug=name, name=name)
        found.append(name)

    @kinds.kind("test.fail")
    def fail(name: str) -> None:
        Coalition.objects.create(slug=name, name=name)
        raise ValueError(f"a word of {name}")

    @kinds.kind("test.apart", whole=False)
    def apart(name: str) -> None:
        found.append(name)

    @kinds.kind("test.often", every=timedelta(hours=1))
    def often() -> None:
        found.append("often")

    yield found
    kinds.KINDS.clear()
    kinds.KINDS.update(before)


def now_due() -> None:
    Task.objects.update(due=timezone.now() - timedelta(seconds=1))


def test_a_task_is_done_once_and_is_gone(done: list[str]) -> None:
    ask("test.note", name="one")
    ask("test.apart", name="two")
    assert [doing.do_one("a") for _ in range(3)] == [True, True, False]
    assert (done, Task.objects.count()) == (["one", "two"], 0)


def test_a_kind_that_nobody_named_is_not_asked_for(done: list[str]) -> None:
    with pytest.raises(KeyError):
        ask("test.unknown")


def test_a_task_waits_until_it_is_due(done: list[str]) -> None:
    ask("test.note", due=timezone.now() + timedelta(hours=1), name="later")
    assert not doing.do_one("a")


def test_what_fails_is_taken_back_tried_again_and_dead_at_last(
    done: list[str], caplog: pytest.LogCaptureFixture
) -> None:
    ask("test.fail", name="secret")
    due = []
    for _ in range(doing.MOST_TRIES):
        now_due()
        before = timezone.now()
        assert doing.do_one("a")
        due.append((Task.objects.get().due - before).total_seconds() // 1)
    assert due[:-1] == [pause.total_seconds() for pause in doing.PAUSES]
    now_due()
    assert not doing.do_one("a")
    task = Task.objects.get()
    assert (task.dead is not None, task.why, task.tries) == (True, "ValueError", doing.MOST_TRIES)
    assert Coalition.objects.count() == 0
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text


def test_what_a_dead_process_held_is_taken_again(done: list[str]) -> None:
    ask("test.note", name="held")
    assert doing.take("dead") is not None
    assert not doing.do_one("b")
    Task.objects.update(held_until=timezone.now() - timedelta(seconds=1))
    assert doing.do_one("b")
    assert done == ["held"]


def test_who_lost_its_hold_takes_back_what_it_did(done: list[str], caplog: pytest.LogCaptureFixture) -> None:
    ask("test.note", name="slow")
    task = doing.take("a")
    Task.objects.update(holder="b")
    with pytest.raises(doing.LostHold):
        doing._end(task, kinds.KINDS["test.note"])
    assert Task.objects.get().holder == "b"


def test_a_task_of_which_processes_die_is_dead_at_last(done: list[str]) -> None:
    ask("test.note", name="deadly")
    past = timezone.now() - timedelta(seconds=1)
    for _ in range(doing.MOST_TRIES):
        assert doing.take("a") is not None
        Task.objects.update(held_until=past)
    assert doing.take("a") is None
    assert (Task.objects.get().dead is not None, Task.objects.get().why) == (True, "the process ended")


def test_what_is_regular_stands_once_and_comes_again(done: list[str]) -> None:
    doing.plan_regular()
    doing.plan_regular()
    assert Task.objects.filter(kind="test.often").count() == 1
    Task.objects.exclude(kind="test.often").delete()
    assert [doing.do_one("a"), doing.do_one("a")] == [True, False]
    task = Task.objects.get()
    assert (done, task.tries, task.holder) == (["often"], 0, "")
    assert task.due > timezone.now() + timedelta(minutes=59)


def test_several_at_once_do_each_task_once(done: list[str]) -> None:
    for n in range(24):
        ask("test.note", name=f"task-{n}")

    def work(name: str) -> None:
        try:
            while doing.do_one(name):
                pass
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(f"worker {n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Task.objects.filter(kind="test.note").count() == 0
    assert set(Counter(Coalition.objects.values_list("slug", flat=True)).values()) == {1}
    assert Coalition.objects.count() == 24


def test_the_background_process_gives_signs_of_life_and_leaves(done: list[str]) -> None:
    ask("test.note", name="by-the-process")
    stop, process = threading.Event(), background.Background()
    seen = []

    @kinds.each_round
    def look() -> bool:
        seen.append(Worker.objects.filter(name=process.name).exists())
        stop.set()
        return False

    try:
        process.run(stop)
    finally:
        kinds.ROUNDS.remove(look)
    assert seen == [True]
    assert Worker.objects.count() == 0
    assert Task.objects.filter(key="sessions.clear").count() == 1
    assert Entry.objects.count() == 0


def test_sessions_that_ran_out_and_forgotten_workers_go(done: list[str]) -> None:
    from item6.web.people.models import Session
    from item6.web.work import regular

    now = timezone.now()
    Session.objects.create(session_key="old", session_data="", expire_date=now - timedelta(days=1))
    Session.objects.create(session_key="new", session_data="", expire_date=now + timedelta(days=1))
    Worker.objects.create(name="old", begun=now, seen=now - timedelta(days=2))
    Worker.objects.create(name="new", begun=now, seen=now)
    regular.clear_sessions()
    regular.forget_workers()
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
    assert list(Worker.objects.values_list("name", flat=True)) == ["new"]


def test_what_was_given_up_is_listed_and_tried_again(done: list[str]) -> None:
    for name in ("one", "two"):
        ask("test.note", name=name)
    ask("test.note", name="three")
    first, second, third = Task.objects.order_by("id")
    Task.objects.exclude(pk=third.pk).update(dead=timezone.now(), tries=doing.MOST_TRIES, why="ValueError")
    assert [(row["number"], row["state"], row["why"]) for row in deciding.listed()] == [
        (first.pk, deciding.GIVEN_UP, "ValueError"), (second.pk, deciding.GIVEN_UP, "ValueError"),
    ]  # fmt: skip
    doing.take("busy")  # takes the third, the only one that waits
    assert [row["state"] for row in deciding.listed(everything=True)][2] == deciding.DOING
    assert (doing.do_one("a"), done) == (False, [])
    assert (deciding.try_again(third.pk), deciding.try_again(first.pk), deciding.try_again(first.pk)) == (0, 1, 0)
    assert (doing.do_one("a"), done) == (True, ["one"])
    assert (deciding.try_again(), doing.do_one("a"), done) == (1, True, ["one", "two"])
    assert (deciding.listed(), deciding.try_again()) == ([], 0)


def test_the_command_has_a_task_tried_again(server_home: Path, database: Database) -> None:
    def run(*words: str) -> tuple[int, str, str]:
        found = item6(server_home, "tasks", *words, ITEM6_DATABASE=database.address)
        return found.returncode, found.stdout, found.stderr

    now = timezone.now()
    task = Task.objects.create(kind="x", arguments={"secret": "word"}, due=now, dead=now, why="ValueError", tries=8)
    code, listed, _ = run("list")
    assert (code, listed) == (0, f"{task.pk:>6}    given up, {now:%Y-%m-%d %H:%M} UTC: x (ValueError)\n")
    code, printed, said = run("again", str(task.pk + 1))
    assert (code, printed, said.endswith(" tasks list\n")) == (1, "", True)
    assert said.startswith(f"task {task.pk + 1}: not one that was given up: see: ")
    assert run("again", "--all")[::2] == (0, "1 task tried again as soon as the server runs\n")
    task.refresh_from_db()
    assert (task.dead, task.tries) == (None, 0)
    assert run("list")[1] == ""
    assert '"state": "waits"' in run("list", "--all", "--format", "jsonl")[1]
