"""The reader's time: moments as clocks of a place show them, and which place a browser may speak for.

A browser that runs no script tells a language with a country at most. That country stands for a zone only where all
its clocks agree at the moment that is asked for (zone.tab of the time zone database).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache
from importlib import resources
from pathlib import Path
from zoneinfo import TZPATH, ZoneInfo, ZoneInfoNotFoundError, available_timezones

_TERRITORY = re.compile(r"^[a-z]{2,3}(?:-[a-z]{4})?-([a-z]{2})$", re.IGNORECASE)
_NOT_PLACES = ("Etc/", "SystemV/", "posix/", "right/", "US/", "posixrules", "localtime", "Factory")


@dataclass(frozen=True, slots=True)
class Local:
    """A moment as clocks show it. day: ISO date. clock: `14:10`. offset: minutes ahead of UTC."""

    day: str
    clock: str
    offset: int

    @property
    def ahead(self) -> str:
        """`UTC+5:30`, `UTC−3`, `UTC`."""
        hours, minutes = divmod(abs(self.offset), 60)
        sign = "−" if self.offset < 0 else "+"
        return f"UTC{sign}{hours}{f':{minutes:02}' if minutes else ''}" if self.offset else "UTC"


def local(moment: datetime, zone: str) -> Local:
    """A moment in a zone. ValueError for a zone that nobody knows, or a moment without one."""
    if moment.tzinfo is None:
        raise ValueError("the moment needs a zone")
    try:
        shown = moment.astimezone(ZoneInfo(zone))
    except (ZoneInfoNotFoundError, OSError):
        raise ValueError(f"“{zone}” is no time zone") from None
    ahead = shown.utcoffset()
    assert ahead is not None, "a zone knows its offset"
    return Local(f"{shown:%Y-%m-%d}", f"{shown:%H:%M}", int(ahead / timedelta(minutes=1)))


def is_zone(zone: str) -> bool:
    """Whether a zone can be chosen."""
    return zone in choices()


@cache
def choices() -> tuple[str, ...]:
    """Zones of places in the order of their names, and UTC."""
    places = (each for each in available_timezones() if "/" in each and not each.startswith(_NOT_PLACES))
    return ("UTC", *sorted(places))


def guessed(accepted: str, moment: datetime) -> str:
    """The zone of a browser by its Accept-Language header; empty where that says none, or clocks there differ."""
    for written in accepted[:500].split(","):
        tag = written.partition(";")[0].strip()
        found = _TERRITORY.match(tag)
        zones = _of_territories().get(found[1].upper(), ()) if found else ()
        shown = {local(moment, each).offset for each in zones}
        if len(shown) == 1:
            return zones[0]
        if shown:
            return ""
    return ""


@cache
def _of_territories() -> Mapping[str, tuple[str, ...]]:
    """The zones of each country, the most populous first, as zone.tab lists them."""
    found: dict[str, list[str]] = {}
    for line in _table().splitlines():
        if not line.startswith("#") and line.count("\t") >= 2:
            code, _, zone, *_ = line.split("\t")
            found.setdefault(code, []).append(zone)
    return {code: tuple(each) for code, each in found.items()}


def _table() -> str:
    """zone.tab of this system, or of the package tzdata; empty where there is none."""
    for folder in TZPATH:
        if (table := Path(folder) / "zone.tab").is_file():
            return table.read_text(encoding="utf-8")
    try:
        return resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    except (ModuleNotFoundError, FileNotFoundError):
        return ""
