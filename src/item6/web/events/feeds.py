"""The address of a coalition's feed: made from the server's secret, so that nobody finds it by the coalition's name."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse

from item6.web.people.models import Coalition
from item6.web.public.links import link_to, number_in, opens

_ROOM, _PURPOSE = "events", "feed"


def feed_link(coalition: Coalition) -> str:
    """The last part of the address."""
    return link_to(_ROOM, _PURPOSE, coalition.pk, "")


def feed_address(coalition: Coalition) -> str:
    """The whole address of the feed."""
    return settings.SERVER.address.rstrip("/") + reverse("events-feed", kwargs={"link": feed_link(coalition)})


def coalition_of(link: str) -> Coalition | None:
    """The coalition of a feed; None for an address that this server did not make."""
    found = Coalition.objects.filter(pk=number_in(link)).first()
    return found if found and opens(link, _ROOM, _PURPOSE, found.pk, "") else None
