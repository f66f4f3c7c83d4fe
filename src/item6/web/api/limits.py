"""How often a program may ask: a bucket of requests for each key, kept in the database.

A bucket fills steadily and holds what may be asked at once. Each worker takes from it some requests at a time, so that
a limit holds over all workers and a request seldom writes. What a worker has taken and not used is forgotten after a
minute. Buckets are of keys and people, never of addresses: nobody can empty one that is not theirs.
"""

from __future__ import annotations

import math
import threading
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from django.conf import settings
from django.db import transaction

from item6.web.api.models import Allowance

LOT = 20
"""Requests that a worker takes at a time."""

_FORGOTTEN = 60.0
_MOST = 5000
"""Buckets of which a worker remembers something."""


@dataclass(frozen=True, slots=True)
class Allowed:
    """Whether a request may be answered. left: how many more at once, as far as this worker knows. wait: seconds."""

    fine: bool
    limit: int
    left: int
    wait: int

    @property
    def headers(self) -> dict[str, str]:
        """What is told with each answer."""
        told = {"RateLimit-Limit": self.limit, "RateLimit-Remaining": self.left, "RateLimit-Reset": self.wait}
        return {name: str(value) for name, value in told.items()} | (
            {} if self.fine else {"Retry-After": str(self.wait)}
        )


@dataclass(slots=True)
class _Lot:
    """What this worker has of a bucket. rest: what was left in the database. until: when it is forgotten."""

    left: int
    rest: float
    until: float


class Limits:
    """The lots of this worker. Thread-safe. clock: seconds since 1970, the same for all workers of a server."""

    def __init__(self, clock: Callable[[], float] = time.time) -> None:
        self._clock = clock
        self._lots: OrderedDict[str, _Lot] = OrderedDict()
        self._lock = threading.Lock()

    def take(self, name: str) -> Allowed:
        """One request from the bucket of this name, full at first. Writes where the worker's lot is used up."""
        now, limit = self._clock(), int(settings.API_PER_MINUTE)
        with self._lock:
            lot = self._lots.get(name)
            if lot is None or lot.until <= now:
                lot = self._lots[name] = _taken(name, now, limit)
            self._lots.move_to_end(name)
            while len(self._lots) > _MOST:
                self._lots.popitem(last=False)
            if lot.left == 0 and lot.rest >= 1:
                lot = self._lots[name] = _taken(name, now, limit)
            if lot.left == 0:
                return Allowed(False, limit, 0, max(1, math.ceil(lot.until - now)))
            lot.left -= 1
            if lot.left == 0 and lot.rest < 1:
                lot.until = now + _until_one(lot.rest, limit)
            left = lot.left + int(lot.rest)
            return Allowed(True, limit, left, math.ceil((limit - left) * 60 / limit))


def _taken(name: str, now: float, limit: int) -> _Lot:
    """A lot out of the bucket, empty where it is; the bucket is as it was then."""
    with transaction.atomic():
        Allowance.objects.get_or_create(name=name, defaults={"tokens": limit, "at": now})
        row = Allowance.objects.select_for_update().get(name=name)
        held = min(float(limit), row.tokens + max(0.0, now - row.at) * limit / 60)
        lot = min(LOT, int(held))
        if lot:
            Allowance.objects.filter(name=name).update(tokens=held - lot, at=now)
    rest = held - lot
    return _Lot(lot, rest, now + (_FORGOTTEN if lot else _until_one(rest, limit)))


def _until_one(held: float, limit: int) -> float:
    """Seconds until the bucket holds a request."""
    return max(0.05, (1 - held) * 60 / limit)


LIMITS = Limits()
