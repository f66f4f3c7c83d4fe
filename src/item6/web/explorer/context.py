"""What every page knows: the record it shows."""

from __future__ import annotations

from django.conf import settings
from django.http import HttpRequest

from item6.charts.bars import PATTERNS
from item6.record.errors import RecordError
from item6.web.explorer import records
from item6.web.languages import saying


def of_page(request: HttpRequest) -> dict[str, object]:
    """What every page knows: the record's short name, patterns of pictures, what marks English, whether people sign in.

    The name is empty where no record can be opened. Nothing in it is of one person or coalition: pages are
    made for all.
    """
    try:
        record = records.current() if _is_member(request) else None
    except RecordError:
        record = None
    return {
        "record": record.hash[:12] if record else "", "patterns": PATTERNS, "english": saying.english(),
        "accounts": settings.ACCOUNTS,
    }  # fmt: skip


def _is_member(request: HttpRequest) -> bool:
    """Whether somebody of a coalition asks, on a laptop always; others learn nothing of the record, not its name."""
    acting = getattr(request, "acting", None)
    return not settings.ACCOUNTS or bool(acting and acting.second_factor and acting.places)
