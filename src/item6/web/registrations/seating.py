"""Places and turns. Who gives any holds the event's desk while they do, so that fifty places are fifty."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Count

from item6.events.attending import ENDED, ONLINE, PLACED, ROOM, WAITING, WAYS, Places, Waiting, admitted, free
from item6.events.nouns import CANCELLED
from item6.web.events.models import Event
from item6.web.registrations.models import Desk, Registration
from item6.web.registrations.offered import ways

_AT_ONCE = 500


def locked(event: Event) -> Desk:
    """The event's desk, held until the transaction ends."""
    Desk.objects.get_or_create(event=event)
    return Desk.objects.select_for_update().get(event=event)


def seat(desk: Desk) -> tuple[int, ...]:
    """Gives free places to those who wait, in turn. desk: held. The numbers of those who got one."""
    event = Event.objects.get(pk=desk.event_id)
    if event.whole().status == CANCELLED:
        return ()
    places, held = Places(event.room_places, event.online_places), taken(event)
    waiting: list[Waiting] = []
    for way in WAYS:
        queue = event.registrations.filter(state=WAITING, way=way).order_by("turn")
        most = free(places.of(way), held[way])
        waiting += [Waiting(pk, way, turn or 0) for pk, turn in queue.values_list("pk", "turn")[:most]]
    found = admitted(waiting, held, places)
    for at in range(0, len(found), _AT_ONCE):
        Registration.objects.filter(pk__in=found[at : at + _AT_ONCE], state=WAITING).update(state=PLACED)
    return found


def taken(event: Event) -> dict[str, int]:
    """Places that are held, by way."""
    rows = event.registrations.filter(state=PLACED).values_list("way").annotate(all=Count("pk"))
    return dict.fromkeys(WAYS, 0) | dict(rows)


def position(registration: Registration) -> int:
    """How many are before somebody on the waiting list of their way, and they: 1 for the first."""
    rows = Registration.objects.filter(event=registration.event_id, state=WAITING, way=registration.way)
    return rows.filter(turn__lt=registration.turn).count() + 1


@transaction.atomic
def follow(event: Event) -> bool:
    """Does what a change of the event brings; whether that changed anything.

    Who was to sit in the room is online when it was moved there; places that were added go to those who wait.
    """
    desk = locked(event)
    offered = ways(Event.objects.get(pk=event.pk))
    moved = 0
    if offered == (ONLINE,):
        moved = event.registrations.filter(way=ROOM).exclude(state__in=ENDED).update(way=ONLINE)
    return bool(seat(desk)) or bool(moved)


def next_turn(desk: Desk) -> int:
    """The turn of the next one who comes. desk: held."""
    desk.turns += 1
    desk.save(update_fields=["turns"])
    return desk.turns
