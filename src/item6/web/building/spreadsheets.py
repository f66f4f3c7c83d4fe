"""A spreadsheet that somebody sends by a form, to be taken in after a look: the same limits and words everywhere."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from django.http import HttpRequest
from django.utils.translation import gettext

from item6.files.errors import Unreadable
from item6.organisations.sheets import NoHeader
from item6.web.building.incoming import called

MOST_BYTES, MOST_ROWS = 5_000_000, 5_000

T = TypeVar("T")


class TooLarge(ValueError):
    """More rows than are taken in one go."""


class NotTaken(ValueError):
    """Nothing was read; the text is a sentence for the page. status: of the answer."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.status = status


def sent_in(request: HttpRequest, read: Callable[[bytes], T]) -> tuple[str, T]:
    """The name of the file that was sent, and what `read` makes of it. NotTaken where that is nothing."""
    sent = request.FILES.get("file")
    if sent is None or not sent.size:
        raise NotTaken(gettext("No file was chosen. Choose a spreadsheet."))
    if sent.size > MOST_BYTES:
        raise NotTaken(gettext("This file is larger than 5 MB. Send it in parts."), 413)
    try:
        return called(sent.name or ""), read(sent.read())
    except NoHeader:
        said = gettext("No row names a column of names. Write “name” above the column that holds them.")
        raise NotTaken(said) from None
    except TooLarge:
        raise NotTaken(gettext("These are more than 5,000 rows. Send them in parts.")) from None
    except Unreadable:
        said = gettext("This is no spreadsheet that can be read. Save it as XLSX or CSV.")
        raise NotTaken(said) from None
