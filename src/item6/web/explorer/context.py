"""What every page knows: the record it shows."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from item6.charts.bars import PATTERNS
from item6.record.errors import RecordError
from item6.web.explorer import records


def of_page(request: HttpRequest) -> dict[str, object]:
    """The record's short name, empty where none can be opened, the patterns of pictures, and whether people sign in.

    Nothing in it is of one person or coalition: pages are made for all.
    """
    try:
        record = records.current()
    except RecordError:
        record = None
    return {"record": record.hash[:12] if record else "", "patterns": PATTERNS, "accounts": settings.ACCOUNTS}
