"""Kinds of work. A feature names its own in a module that its AppConfig.ready imports."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

Act = Callable[..., None]
LEASE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Kind:
    """How a kind of task is done.

    whole: in one transaction with the task's removal, so that what it changes in the database is changed exactly once;
    an act of which this is not said may be begun again when its process died, and must bear that.
    every: how often it is done, for what is done regularly. lease: how long one process may take.
    """

    name: str
    act: Act
    whole: bool = True
    every: timedelta | None = None
    lease: timedelta = LEASE


KINDS: dict[str, Kind] = {}
ROUNDS: list[Callable[[], bool]] = []
"""What each round of a background process asks besides: does one thing that is due, and says whether there was one."""


def kind(
    name: str, *, whole: bool = True, every: timedelta | None = None, lease: timedelta = LEASE
) -> Callable[[Act], Act]:
    """Names a kind of task, whose act gets the task's arguments by name."""

    def named(act: Act) -> Act:
        KINDS[name] = Kind(name, act, whole, every, lease)
        return act

    return named


def each_round(ask: Callable[[], bool]) -> Callable[[], bool]:
    """Has a function asked in each round."""
    ROUNDS.append(ask)
    return ask
