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

    One statement for each, which the database does in one step: workers that ask at once do not share a try.
    """
    taken: list[Budget] = []
    for each in budgets:
        wait = _take(*each)
        if wait:
            give_back(taken)
            raise TooManyTries(wait)
        taken.append(each)


def give_back(budgets: Sequence[Budget]) -> None:
    """Puts back the try of those who were who they said."""
    with connection.cursor() as cursor:
        for limit, key in budgets:
            cursor.execute(
                "UPDATE signin_spent SET until = until - %s WHERE name = %s", [limit.every, _name(limit, key)]
            )


def _take(limit: Limit, key: str) -> float:
    """0 where a try was taken, else the seconds until one can be. A budget that is spent costs a reading only."""
    moment, name = now(), _name(limit, key)
    last = moment + (limit.size - 1) * limit.every
    until = Spent.objects.filter(pk=name).values_list("until", flat=True).first()
    if until is None:
        Spent.objects.filter(until__lt=moment).delete()  # of others, which are whole again
    elif until > last:
        return until - last
    with connection.cursor() as cursor:
        cursor.execute(_SPEND, [name, moment + limit.every, moment, moment, limit.every, last])
        return 0 if cursor.fetchone() else limit.every


def _name(limit: Limit, key: str) -> str:
    return salted_hmac(f"item6.limits.{limit.kind}", key, algorithm="sha256").hexdigest()
