"""How much one network may ask for by a public form. What comes beyond is answered alike and kept nowhere."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db.models import QuerySet

HOUR = timedelta(hours=1)


def too_many(rows: QuerySet[Any], network: str, at: datetime, most: int) -> bool:
    """Whether a network has asked for as many rows in the last hour as it may. rows: with `network` and `asked`.

    Where no network is known, as behind a proxy that says none, nothing is counted.
    """
    return bool(network) and rows.filter(network=network, asked__gt=at - HOUR).count() >= most
