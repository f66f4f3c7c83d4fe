"""How often a program may ask: over all workers together, and nobody at the cost of somebody else."""

from __future__ import annotations

from typing import Any

import pytest
from api_for_tests import Ask, key_of, program, told
from databases import Database
from django.test import override_settings
from people_for_tests import member, signed_in

from item6.web.api.limits import LOT, Limits
from item6.web.api.models import Allowance
from item6.web.people.models import Coalition, Person


class Clock:
    """A clock that goes on when it is told to."""

    def __init__(self) -> None:
        self.now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


def fine(limits: Limits, times: int, name: str = "key 1") -> int:
    """How many of so many requests are allowed."""
    return sum(limits.take(name).fine for _ in range(times))


def test_a_bucket_holds_what_it_holds_and_fills_steadily(database: Database) -> None:
    clock = Clock()
    limits = Limits(clock)
    with override_settings(API_PER_MINUTE=60):
        assert fine(limits, 100) == 60
        clock.now += 10
        assert fine(limits, 100) == 10
        clock.now += 3600
        assert fine(limits, 100) == 60


@pytest.mark.parametrize("workers", [1, 2, 3, 7])
def test_workers_share_it(database: Database, workers: int) -> None:
    clock = Clock()
    each = [Limits(clock) for _ in range(workers)]
    with override_settings(API_PER_MINUTE=100):
        assert sum(limits.take("key 1").fine for _ in range(100) for limits in each) == 100


def test_what_was_taken_and_not_used_is_forgotten(database: Database) -> None:
    clock = Clock()
    limits = Limits(clock)
    with override_settings(API_PER_MINUTE=60):
        assert fine(limits, 1) == 1
        clock.now += 61
        assert fine(limits, 100) == 60


def test_nobody_empties_the_bucket_of_another(database: Database) -> None:
    limits = Limits(Clock())
    with override_settings(API_PER_MINUTE=30):
        assert fine(limits, 1000, "key 1") == 30
        assert fine(limits, 30, "key 2") == 30
        assert fine(limits, 30, "person 1") == 30


def test_what_is_told_is_true(database: Database) -> None:
    clock = Clock()
    limits = Limits(clock)
    with override_settings(API_PER_MINUTE=60):
        for number in range(60):
            allowed = limits.take("key 1")
            assert (allowed.fine, allowed.left) == (True, 59 - number)
        refused = limits.take("key 1")
        assert refused.headers["Retry-After"] == "1"
        clock.now += refused.wait
        assert limits.take("key 1").fine


def test_a_request_seldom_writes(database: Database, django_queries: Any) -> None:
    limits = Limits(Clock())
    with override_settings(API_PER_MINUTE=600), django_queries() as asked:
        assert fine(limits, 100) == 100
    assert sum(each["sql"].startswith("UPDATE") for each in asked.captured_queries) == 100 // LOT


@pytest.fixture
def django_queries() -> Any:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    return lambda: CaptureQueriesContext(connection)


def test_a_program_is_told_when_to_go_on(ask: Ask) -> None:
    with override_settings(API_PER_MINUTE=5):
        first = ask("about")
        assert (first.headers["RateLimit-Limit"], first.headers["RateLimit-Remaining"]) == ("5", "4")
        answers = [ask("recommendations?q=x:y") for _ in range(5)]
    assert [each.status_code for each in answers] == [400] * 4 + [429]
    assert told(answers[-1])["detail"] == "More than 5 requests in a minute."
    assert int(answers[-1].headers["Retry-After"]) == 12


def test_others_go_on_meanwhile(ask: Ask, coalition: Coalition, reader: Person) -> None:
    with override_settings(API_PER_MINUTE=3):
        assert [ask("about").status_code for _ in range(4)][-1] == 429
        assert program(key_of(reader, coalition, name="second key").secret)("about").status_code == 200
        assert program(key_of(member(coalition, "reader"), coalition).secret)("about").status_code == 200
        assert signed_in(reader).get("/api/v1/about").status_code == 200
        assert signed_in(reader).get("/r/XRU-2").status_code == 200


def test_who_has_no_key_takes_from_no_bucket(ask: Ask, coalition: Coalition) -> None:
    for _ in range(10):
        assert program("i6_guessed")("about").status_code == 401
    assert Allowance.objects.count() == 0
