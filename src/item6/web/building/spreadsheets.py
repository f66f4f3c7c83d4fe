"""A spreadsheet that somebody sends by a form, to be taken in after a look: the same limits and words everywhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from typing import Any, Protocol, TypeVar

from django.http import HttpRequest
from django.utils.translation import gettext

from item6.files.errors import Unreadable
from item6.organisations.sheets import NoHeader
from item6.web.building.incoming import called
from item6.web.explorer.paging import paged

MOST_BYTES, MOST_ROWS = 5_000_000, 5_000
NEW, THERE, UNCLEAR = "new", "there", "unclear"
"""What a row would do: add somebody, nothing since they are there already, nothing since it is not understood."""
DRAFT_KEPT = timedelta(days=1)
"""How long what a spreadsheet would do is kept for a person to decide."""

T = TypeVar("T")


class Line(Protocol):
    """What a row would do."""

    @property
    def kind(self) -> str:
        """One of the three above."""
        ...


L = TypeVar("L", bound=Line)


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


def draft_page(
    request: HttpRequest, sheet: Any, lines: Sequence[L], kinds: Mapping[str, str], shown: Callable[[L], object]
) -> dict[str, object]:
    """What a page shows of a draft: how many rows do what, and the rows, all or those of the kind that is asked for.

    sheet: the stored draft. kinds: the words for each kind. shown: what the page needs of a row.
    """
    only = request.GET.get("only", "")
    chosen = [each for each in lines if each.kind == only] if only in kinds else lines
    counts = Counter(each.kind for each in lines)
    return {
        "sheet": sheet, "only": only, "does": counts[NEW], "unknown": sheet.lines["unknown"],
        "counts": [(kind, words, counts[kind]) for kind, words in kinds.items()],
        "lines": paged([shown(each) for each in chosen], request),
    }  # fmt: skip
