"""What pages offer: no button that would be refused to who asks."""

from __future__ import annotations

from django.http import HttpRequest

from item6.web.gate.access import RULES


def may_change(request: HttpRequest, route: str) -> bool:
    """Whether who asks may change what a route changes: on a laptop always, on a server by their role where they are.

    KeyError for a route that has no rule.
    """
    if not hasattr(request, "acting"):
        return True
    place, least = getattr(request, "place", None), RULES[route].change
    return place is not None and least is not None and place.role >= least
