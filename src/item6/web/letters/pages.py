"""What several pages of letters need: the letter of an address, and the way to its page."""

from __future__ import annotations

from datetime import date, timedelta

from django.db.models import F
from django.http import Http404, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext

from item6.web.letters import publishing
from item6.web.letters.models import Letter
from item6.web.people.entering import Place
from item6.web.people.member_views import crumbs_of

_LIST_NUMBER = {"list_number": F("listed__head__number")}


def letter_of(place: Place, number: int) -> Letter:
    """A letter of the coalition; 404 for those of others."""
    row = Letter.objects.filter(pk=number, coalition_id=place.coalition).first()
    if row is None:
        raise Http404("letter")
    return row


def public_letter(address: str) -> Letter:
    """A letter that anybody may read, by its address; 404 for all others. It has its `list_number`."""
    rows = Letter.objects.select_related("coalition").defer("listed", "secret")
    rows = rows.annotate(**_LIST_NUMBER)
    letter = rows.filter(address=address).first()
    if letter is None or not publishing.is_public(letter) or letter.coalition.closed:
        raise Http404("letter")
    return letter


def crumbs_to(place: Place, row: Letter) -> list[tuple[str, str]]:
    """The way to a page below that of a letter."""
    return crumbs_of(place, all_letters(place), (row.title, _address(place, row)))


def all_letters(place: Place) -> tuple[str, str]:
    """The list of letters, as part of the way."""
    return gettext("Letters"), reverse("letters", kwargs={"coalition": place.slug})


def to_letter(place: Place, row: Letter) -> HttpResponseRedirect:
    """On to the page of a letter."""
    return HttpResponseRedirect(_address(place, row))


def number_of(written: str) -> int:
    """A number that a form sends; -1 for what is none."""
    return int(written) if written.isascii() and written.isdigit() and len(written) < 10 else -1


def day_past(typed: str) -> tuple[date | None, str]:
    """A day that a form sends on which something happened, or None and what to write instead.

    It has come somewhere on Earth: people in Auckland write tomorrow's of UTC.
    """
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        return None, gettext("Write the day as 2026-05-31.")
    if day > (timezone.now() + timedelta(hours=14)).date():
        return None, gettext("This day has not come yet: write the one on which it happened.")
    return day, ""


def _address(place: Place, row: Letter) -> str:
    return reverse("letter", kwargs={"coalition": place.slug, "number": row.pk})
