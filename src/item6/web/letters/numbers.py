"""The numbers of a coalition's public letters, for the checker."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from django.db.models import Count, Value
from django.db.models.functions import NullIf
from django.http import HttpRequest
from django.utils import timezone

from item6.checks.signed import SignedLetter
from item6.letters.signatories import ORGANISATION
from item6.web.letters.models import Letter
from item6.web.letters.publishing import is_public
from item6.web.letters.states import COUNTED, DENIED, WITHDRAWN
from item6.web.people.entering import Place


def public_letters(request: HttpRequest, as_of: str = "") -> list[SignedLetter]:
    """Those of the coalition in which somebody works. as_of: ISO date of the text; empty for today.

    Who was counted on that day: who withdrew since is among them, and their place, which was erased, may be one more.
    """
    place = getattr(request, "place", None)
    if not isinstance(place, Place):
        return []
    rows = Letter.objects.filter(coalition_id=place.coalition).defer("listed").order_by("-pk")
    return [_numbers(each, _day(as_of)) for each in rows if is_public(each)]


def _numbers(letter: Letter, day: date) -> SignedLetter:
    until = datetime.combine(day, time.max, UTC)
    rows = letter.signatures.filter(kind=ORGANISATION, counted__lte=until)
    found = rows.filter(state=COUNTED).aggregate(
        all=Count("pk"), places=Count(NullIf("code", Value("")), distinct=True)
    )
    left = rows.filter(state__in=(WITHDRAWN, DENIED), ended__gt=until).count()
    places = found["places"]
    return SignedLetter(letter.title, found["all"] + left, places, day.isoformat(), places + left)


def _day(as_of: str) -> date:
    try:
        return date.fromisoformat(as_of)
    except ValueError:
        return timezone.now().astimezone(UTC).date()
