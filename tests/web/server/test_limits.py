"""Limits: what they let through, in the time that passes, and whom they do not keep out."""

from __future__ import annotations

import re
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from databases import Database
from django.core.exceptions import ValidationError
from django.db import connections
from django.test import Client, RequestFactory, override_settings
from people_for_tests import member

from item6.web.people.models import Coalition
from item6.web.server.config import ConfigError, read_config
from item6.web.signin import limits, networks
from item6.web.signin.adapter import Accounts
from item6.web.signin.limits import ACCOUNT, Limit, TooManyTries, spend
from item6.web.signin.models import Spent

HOUR = 3600
THREE = Limit("three", 3, 60)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """The moment of the limits' clock, which stands still until it is set."""
    moment = [1_800_000_000.0]
    monkeypatch.setattr(limits, "now", lambda: moment[0])
    return moment


def tries(limit: Limit, key: str, most: int = 100) -> int:
    """How many are let through at once."""
    for count in range(most):
        try:
            spend((limit, key))
        except TooManyTries:
            return count
    return most


def test_a_budget_fills_again_with_time(database: Database, clock: list[float]) -> None:
    assert tries(THREE, "a") == 3
    clock[0] += 59
    assert tries(THREE, "a") == 0
    clock[0] += 1
    assert tries(THREE, "a") == 1
    clock[0] += HOUR
    assert tries(THREE, "a") == 3


def test_budgets_of_others_stay_whole(database: Database, clock: list[float]) -> None:
    assert (tries(THREE, "a"), tries(THREE, "b"), tries(Limit("other", 3, 60), "a")) == (3, 3, 3)


def test_it_says_how_long_to_wait(database: Database, clock: list[float]) -> None:
    tries(THREE, "a")
    clock[0] += 20
    with pytest.raises(TooManyTries) as refused:
        spend((THREE, "a"))
    assert refused.value.seconds == pytest.approx(40)


def test_what_is_given_back_can_be_taken_again(database: Database, clock: list[float]) -> None:
    tries(THREE, "a")
    limits.give_back([(THREE, "a")])
    assert tries(THREE, "a") == 1


def test_nothing_is_taken_where_one_budget_is_spent(database: Database, clock: list[float]) -> None:
    tries(THREE, "spent")
    with pytest.raises(TooManyTries):
        spend((THREE, "whole"), (THREE, "spent"))
    assert tries(THREE, "whole") == 3


def test_workers_that_ask_at_once_share_no_try(database: Database) -> None:
    let_in: list[int] = []

    def work() -> None:
        let_in.append(tries(Limit("shared", 20, HOUR), "a"))
        connections.close_all()

    workers = [threading.Thread(target=work) for _ in range(8)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert sum(let_in) == 20


def test_rows_say_nothing_and_go_when_they_are_whole_again(database: Database, clock: list[float]) -> None:
    spend((THREE, "ann@example.org"), (THREE, "192.0.2.0/24"))
    assert all(len(name) == 64 and "ann" not in name for name in Spent.objects.values_list("name", flat=True))
    clock[0] += HOUR
    spend((THREE, "another"))
    assert Spent.objects.count() == 1


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("192.0.2.77", ["192.0.2.0/24"]),
        ("2001:db8:1:2:3:4:5:6", ["2001:db8:1:2::/64", "asking 2001:db8:1::/48"]),
        ("::ffff:192.0.2.77", ["192.0.2.0/24"]),
        ("", [""]),
        ("nonsense", [""]),
    ],
)
def test_networks(address: str, counted: list[str]) -> None:
    asked = RequestFactory().get("/", REMOTE_ADDR=address)
    assert [key for _, key in networks.budgets_of(asked, limits.ASKING)] == counted


@pytest.mark.parametrize(
    ("proxies", "forwarded", "counted"),
    [
        (0, "198.51.100.1", "192.0.2.0/24"),
        (1, "198.51.100.1", "198.51.100.0/24"),
        (1, "203.0.113.9, 198.51.100.1", "198.51.100.0/24"),
        (2, "203.0.113.9, 198.51.100.1, 10.0.0.2", "198.51.100.0/24"),
    ],
)
def test_only_ones_own_proxies_are_believed(proxies: int, forwarded: str, counted: str) -> None:
    asked = RequestFactory().get("/", REMOTE_ADDR="192.0.2.1", headers={"x-forwarded-for": forwarded})
    with override_settings(PROXIES=proxies):
        assert networks.budgets_of(asked, limits.ASKING) == [(limits.ASKING, counted)]


@pytest.mark.parametrize("written", ["proxies = -1", 'proxies = "1"', "proxies = true", "proxies = 10"])
def test_proxies_are_a_small_number(written: str, tmp_path: Path) -> None:
    (tmp_path / "server.toml").write_text(written)
    with pytest.raises(ConfigError, match="proxies"):
        read_config(tmp_path)


def sign_in(client: Client, email: str, password: str, address: str = "192.0.2.1") -> int:
    """The status that a password is answered with; 302 is in, or on to the second factor."""
    given = {"login": email, "password": password}
    return client.post("/sign-in", given, REMOTE_ADDR=address).status_code


def browser() -> Client:
    return Client(headers={"host": "127.0.0.1"})


NETWORKS = [f"10.{one}.{two}.7" for one in range(40) for two in range(250)]
"""Ten thousand networks."""


def attack(email: str, count: int) -> int:
    """Wrong passwords, each from another network and a browser without cookies; how many were looked at."""
    client, looked_at = browser(), 0
    for address in NETWORKS[:count]:
        client.cookies.clear()
        looked_at += sign_in(client, email, "a wrong password", address) != 429
    return looked_at


def attack_without_pages(email: str, count: int) -> int:
    """The same, asked of what the page asks; so it is done in less time."""
    looked_at = 0
    for address in NETWORKS[:count]:
        asking = RequestFactory().post("/sign-in", REMOTE_ADDR=address)
        with suppress(ValidationError):
            assert Accounts().authenticate(asking, email=email, password="a wrong password") is None
            looked_at += 1
    return looked_at


@pytest.mark.parametrize(
    ("tried", "count"), [(attack, 120), pytest.param(attack_without_pages, 10_000, marks=pytest.mark.full)]
)
@pytest.mark.usefixtures("quick_passwords")
def test_an_attack_from_many_networks_gets_few_guesses_and_keeps_nobody_out(
    coalition: Coalition, clock: list[float], tried: Callable[[str, int], int], count: int
) -> None:
    """10,000 wrong tries within an hour: known browsers are let in meanwhile, others a short while after."""
    owner = member(coalition, "owner", second_factor=False, email="ann@example.org")
    owner.set_password("a password of hers")
    owner.save()
    known = browser()
    assert sign_in(known, owner.email, "a password of hers") == 302
    known.post("/sign-out")
    looked_at = 0
    for _ in range(4):
        looked_at += tried(owner.email, count // 4)
        assert sign_in(known, owner.email, "a password of hers") == 302  # in the midst of it
        known.post("/sign-out")
        clock[0] += HOUR / 4
    assert ACCOUNT.size < looked_at <= ACCOUNT.most(HOUR) == 40
    tried(owner.email, 30)
    assert sign_in(browser(), owner.email, "a password of hers") == 429
    clock[0] += ACCOUNT.every
    assert sign_in(browser(), owner.email, "a password of hers") == 302


@pytest.mark.usefixtures("quick_passwords")
def test_one_network_is_limited_over_all_accounts(coalition: Coalition, clock: list[float]) -> None:
    statuses = [sign_in(browser(), f"person{each}@example.org", "wrong") for each in range(limits.NETWORK.size + 5)]
    assert (statuses.count(200), statuses.count(429)) == (limits.NETWORK.size, 5)
    assert sign_in(browser(), "person0@example.org", "wrong", "203.0.113.1") == 200


@pytest.mark.usefixtures("quick_passwords")
def test_an_unknown_address_is_limited_like_a_known_one(coalition: Coalition, clock: list[float]) -> None:
    someone = member(coalition, "owner")
    answers = []
    for email in (someone.email, "nobody@example.org"):
        client, seen = browser(), []
        for each in range(ACCOUNT.size + 2):
            answer = client.post("/sign-in", {"login": email, "password": "wrong"}, REMOTE_ADDR=NETWORKS[each])
            seen.append((answer.status_code, _without_names(answer.content.decode(), email)))
        answers.append(seen)
    assert answers[0] == answers[1]
    assert [status for status, _ in answers[0]] == [200] * ACCOUNT.size + [429] * 2


def _without_names(page: str, email: str) -> str:
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page.replace(email, ""))
