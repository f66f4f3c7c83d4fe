"""What was typed into one field of an event, as a value, or what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import UTC, date, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.utils.translation import gettext

from item6.events.nouns import GENEVA, minutes_of
from item6.measures.references import read_reference
from item6.organisations.sheets import FIRST_YEAR, website_of
from item6.terms.names import parse_review_name

_MOST = 100_000
_CODE = re.compile(r"[a-z]{2,3}")


class Wrong(ValueError):
    """What was typed is no value of the field; the text says what to write."""


def day(written: str) -> str:
    """An ISO date, or empty."""
    try:
        return date.fromisoformat(written).isoformat() if written else ""
    except ValueError:
        raise Wrong(gettext("Write the day as 2027-03-15, or leave it empty.")) from None


def day_value(written: str) -> date | None:
    """The same as a date."""
    return date.fromisoformat(day(written)) if written else None


def moment(written: str) -> datetime | None:
    """A moment in UTC."""
    try:
        at = datetime.strptime(written.replace("T", " "), "%Y-%m-%d %H:%M") if written else None
    except ValueError:
        raise Wrong(gettext("Write the day and time as 2027-03-15 18:00 (UTC), or leave it empty.")) from None
    return at.replace(tzinfo=UTC) if at else None


def clock(written: str) -> str:
    """A time of day as `14:10`; `14.10`, `14h10` and `9:00` are understood."""
    found = re.fullmatch(r"(\d{1,2})[:.h](\d{2})", written)
    try:
        if not written:
            return ""
        if found is None:
            raise ValueError
        normal = f"{int(found[1]):02}:{found[2]}"
        minutes_of(normal)
    except ValueError:
        raise Wrong(gettext("Write the time as 14:10.")) from None
    return normal


def zone(written: str) -> str:
    """The name of a time zone; empty means Geneva."""
    name = written.replace(" ", "_") or GENEVA
    try:
        return ZoneInfo(name).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise Wrong(gettext("This is no time zone. Write it as Europe/Zurich or Asia/Kolkata.")) from None


def number(least: int, most: int) -> Callable[[str], int | None]:
    """A whole number between two others, or nothing."""

    def read(written: str) -> int | None:
        if not written:
            return None
        if not re.fullmatch(r"[0-9]{1,9}", written) or not least <= int(written) <= most:
            raise Wrong(gettext("Write a number from %(least)s to %(most)s, or leave it empty.")
                        % {"least": least, "most": most})  # fmt: skip
        return int(written)

    return read


def year(written: str) -> int | None:
    """A year since which an organisation has its status."""
    return number(FIRST_YEAR, date.today().year)(written)


def one_of(values: object) -> Callable[[str], str]:
    """One of some values, or empty."""

    def read(written: str) -> str:
        if written and written not in values:  # type: ignore[operator]  # any collection of names
            raise Wrong(gettext("Choose one of the list."))
        return written

    return read


def yes_or_no(written: str) -> bool | None:
    """Yes, no, or not said."""
    return {"yes": True, "no": False}.get(written)


def review(written: str) -> str:
    """The name of a review."""
    found = parse_review_name(written) if written else None
    if written and found is None:
        raise Wrong(gettext("Write the review as CHN-3: the code of the State, and the cycle."))
    return str(found) if found else ""


def references(written: str) -> tuple[str, ...]:
    """References of Figures, one on each line."""
    found = each_line(written)
    for each in found:
        try:
            read_reference(each)
        except ValueError:
            raise Wrong(gettext("“%(words)s” is no reference of a figure: copy it from the figure’s page.")
                        % {"words": each[:60]}) from None  # fmt: skip
    return found


def each_line(written: str) -> tuple[str, ...]:
    """The lines that hold something."""
    return tuple(line.strip() for line in written.splitlines() if line.strip())


def between_commas(written: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(dict.fromkeys(each.strip() for each in written.split(",") if each.strip()))


def codes(written: str) -> tuple[str, ...]:
    """Codes of languages (ISO 639) between commas."""
    return tuple(each for each in between_commas(written) if _CODE.fullmatch(each))


def site(written: str) -> str:
    """The address of a site."""
    found = website_of(written) if written else ""
    if written and not found:
        raise Wrong(gettext("Write an address such as example.org, or leave it empty."))
    return found or ""


def address(written: str) -> str:
    """A whole address that a browser opens."""
    if written and not re.fullmatch(r"https?://[^\s<>\"']{3,990}", written):
        raise Wrong(gettext("Write the whole address, beginning with https://"))
    return written


def words(most: int) -> Callable[[str], str]:
    """Words of at most so many characters."""

    def read(written: str) -> str:
        if len(written) > most:
            raise Wrong(gettext("This is too long; at most %(most)s characters.") % {"most": most})
        return written

    return read


LONG, SHORT = words(_MOST), words(500)

Reader = Callable[[str], Any]
