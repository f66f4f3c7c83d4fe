"""How often something may be tried: budgets that fill again with time, counted in the database for all workers.

A budget of `size` tries gets one back each `every` seconds (the generic cell rate algorithm: one number, the moment at
which it is whole again). Whoever guesses at an account from unknown browsers spends the account's budget for those;
browsers that signed in before have budgets of their own, and passkeys cannot be guessed, so neither waits for others.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import dataclass

from django.db import connection
from django.utils.crypto import salted_hmac

from item6.web.signin.models import Spent


@dataclass(frozen=True, slots=True)
class Limit:
    """size: tries at once. every: seconds after which one comes back."""

    kind: str
    size: int
    every: float

    def most(self, seconds: float) -> int:
        """How many tries are had at most in so many seconds, from a whole budget."""
        return self.size + int(seconds // self.every)

    def last(self, moment: float) -> float:
        """How far a budget may be spent at a moment for one more try."""
        return moment + (self.size - 1) * self.every


ACCOUNT = Limit("account", 10, 120)
"""Passwords for one account, from all browsers that it does not know: 40 in the first hour, then 30 an hour."""
KNOWN = Limit("known", 20, 60)
"""Passwords for one account from one browser that signed in to it before."""
NETWORK = Limit("network", 60, 30)
"""Passwords for any account from one network (IPv4 /24, IPv6 /64), from browsers that the account does not know."""
WIDE = Limit("wide", 240, 10)
"""The same from one IPv6 /48, which one customer may hold."""
CODE = Limit("code", 5, 600)
"""Codes of the second factor for one account, after its password, from all browsers that it does not know."""
KNOWN_CODE = Limit("known-code", 10, 120)
"""Codes from one browser that signed in before."""
CONFIRM = Limit("confirm", 10, 120)
"""Passwords and codes that one session is asked for again."""
PASSKEY = Limit("passkey", 120, 2)
"""Passkeys from one network; by account they are not limited."""
MAIL = Limit("mail", 3, 1200)
"""Mails to one address; a link in them lives for an hour, so one of them always works."""
ASKING = Limit("asking", 20, 120)
"""Links asked for from one network."""
INVITATION = Limit("invitation", 30, 60)
"""Invitations that are none, tried from one network. Those that are one are not limited."""
ONCE = Limit("once", 1, 120)
"""A code of an app, which serves once: longer than it is valid."""

_SPEND = """
INSERT INTO signin_spent (name, until) VALUES (%s, %s)
ON CONFLICT (name) DO UPDATE
SET until = CASE WHEN signin_spent.until > %s THEN signin_spent.until ELSE %s END + %s
WHERE signin_spent.until <= %s
RETURNING until
"""

Budget = tuple[Limit, str]
"""A limit, and whose budget it is: an address, a network, a browser."""


class TooManyTries(Exception):
    """A budget is spent. seconds: until the next try."""

    def __init__(self, seconds: float) -> None:
        super().__init__(seconds)
        self.seconds = seconds


def now() -> float:
    """The clock of budgets, in seconds."""
    return time.time()


def spend(*budgets: Budget) -> None:
    """Takes one try from each budget; from none, and TooManyTries, where one of them is spent.

    Budgets are looked at first, so that refusing costs one reading and no writing, however often somebody tries. Each
    is taken from in one statement, which the database does in one step: workers that ask at once share no try.
    """
    moment = now()
    wait = _wait(budgets, moment)
    taken: list[Budget] = []
    for limit, key in () if wait else budgets:
        if not _take(limit, key, moment):  # somebody was faster
            give_back(taken)
            wait = limit.every
            break
        taken.append((limit, key))
    if wait:
        raise TooManyTries(wait)


def give_back(budgets: Sequence[Budget]) -> None:
    """Puts back the try of those who were who they said."""
    with connection.cursor() as cursor:
        for limit, key in budgets:
            cursor.execute(
                "UPDATE signin_spent SET until = until - %s WHERE name = %s", [limit.every, _name(limit, key)]
            )


def _wait(budgets: Sequence[Budget], moment: float) -> float:
    """The seconds until each of the budgets has a try; 0 where all have."""
    names = {_name(limit, key): limit for limit, key in budgets}
    found = Spent.objects.filter(pk__in=names).values_list("name", "until")
    return max((0.0, *(until - names[name].last(moment) for name, until in found)))


def _take(limit: Limit, key: str, moment: float) -> bool:
    """Whether a try was taken. Rows of others that are whole again go."""
    with connection.cursor() as cursor:
        given: list[str | float] = [
            _name(limit, key),
            moment + limit.every,
            moment,
            moment,
            limit.every,
            limit.last(moment),
        ]
        cursor.execute(_SPEND, given)
        found = cursor.fetchone()
    if found and found[0] == moment + limit.every:  # a new row, or one that was whole
        Spent.objects.filter(until__lt=moment).delete()
    return bool(found)


def _name(limit: Limit, key: str) -> str:
    return salted_hmac(f"item6.limits.{limit.kind}", key, algorithm="sha256").hexdigest()
