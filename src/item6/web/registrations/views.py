"""Pages of who comes, for the organisers: the list with its decisions, how people register, codes, files."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import cast

from django.db import IntegrityError, transaction
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from item6.events.attending import AFTER, APPLIED, ENDED, PLACED, WAITING, Places
from item6.events.guests import list_due
from item6.web.events.models import Event
from item6.web.events.views import crumbs_to as way_to
from item6.web.events.views import event_of
from item6.web.explorer.paging import paged
from item6.web.people.entering import Place
from item6.web.people.member_views import here
from item6.web.people.models import Person
from item6.web.public.mails import whole_address
from item6.web.registrations import asking, lists, offered, registering, seating
from item6.web.registrations.asking import questions_in, questions_typed
from item6.web.registrations.models import Code, Registration
from item6.web.registrations.registering import NotNow
from item6.web.registrations.wording import clock_words, kept_words, state_words, way_words

_MOST_AT_ONCE = 2000
_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
"""Of invitation codes: nothing that is read for something else."""

_DECISIONS_OF = {
    "asked": ("erase",), "applied": ("approve", "decline", "erase"), "waiting": ("decline", "erase"),
    "placed": ("came", "decline", "erase"), "declined": ("approve", "erase"),
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def registrations(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Registrations in one state; by POST, one decision over those that were ticked."""
    acting, place = here(request)
    event = event_of(place, number)
    state = request.GET.get("state", "")
    if state not in AFTER:
        state = APPLIED if event.registrations.filter(state=APPLIED).exists() else PLACED
    if request.method == "POST":
        by, reason = Person.objects.get(pk=acting.person), request.POST.get("reason", "")
        ticked = numbers_in(request.POST.getlist("registration"))
        try:
            if not ticked:
                raise NotNow(gettext("Nothing was ticked. Tick those that this is about."))
            decide(event, ticked, request.POST.get("decision", ""), by, reason)
        except NotNow as error:
            return _list(request, place, event, state, str(error), ticked)
        return HttpResponseRedirect(_address("registrations", place, event) + f"?state={state}")
    return _list(request, place, event, state)


def decide(event: Event, ticked: Sequence[int], decision: str, by: Person, reason: str) -> int:
    """Approves, declines or erases registrations of an event, or says that they came; how many changed."""
    changed = 0
    for row in event.registrations.filter(pk__in=ticked).order_by("turn", "pk"):
        if decision == "approve":
            changed += registering.approve(registration=row, by=by, reason=reason)
        elif decision == "decline":
            changed += registering.decline(registration=row, by=by, reason=reason)
        elif decision == "came":
            changed += registering.attend(registration=row, here=True)
        elif decision == "erase":
            changed += registering.withdraw(registration=row)
    return changed


@require_http_methods(["GET", "HEAD", "POST"])
def desk(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """How people register: the organisers' own questions, whether a code is needed; by POST, saves it."""
    _, place = here(request)
    event = event_of(place, number)
    row = offered.desk_of(event)
    found, wrong = questions_in(row.questions), dict[str, str]()
    if request.method == "POST":
        found, wrong = questions_typed(request.POST, found)
        if not wrong:
            with transaction.atomic():
                held = seating.locked(event)
                held.questions = asking.stored(found)
                held.by_code, held.asking = bool(request.POST.get("by_code")), bool(request.POST.get("asking"))
                held.save(update_fields=["questions", "by_code", "asking"])
            return HttpResponseRedirect(_address("registrations", place, event))
    empty = asking.Question("", "")
    slots = [*found, *[empty] * (asking.MOST - len(found))]
    page = {
        "place": place, "event": event, "desk": row, "wrong": wrong, "crumbs": crumbs_to(place, event),
        "slots": [(at, at + 1, each, "\n".join(each.choices), wrong.get(f"label-{at}", ""),
                   wrong.get(f"choices-{at}", "")) for at, each in enumerate(slots)],
        "kinds": [("line", gettext("a line of words")), ("choice", gettext("one of several answers")),
                  ("tick", gettext("a box to tick"))],
    }  # fmt: skip
    return render(request, "registrations/desk.html", page, status=400 if wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def codes(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Invitation codes; by POST, makes one, or ends one."""
    _, place = here(request)
    event = event_of(place, number)
    if request.method == "POST":
        if request.POST.get("do") == "end":
            ended = numbers_in(request.POST.getlist("code"))
            event.codes.filter(pk__in=ended, ended=None).update(ended=timezone.now())
        else:
            most = request.POST.get("most", "").strip()
            make_code(
                event,
                request.POST.get("label", ""),
                int(most) if most.isascii() and most.isdigit() and len(most) < 7 else None,
            )
        return HttpResponseRedirect(request.path)
    rows = event.codes.annotate(
        used=Count("registrations", filter=~Q(registrations__state__in=("asked", *ENDED, "declined")))
    )
    page = {"place": place, "event": event, "codes": rows.order_by("-pk"), "crumbs": crumbs_to(place, event)}
    return render(request, "registrations/codes.html", page)


def make_code(event: Event, label: str, most: int | None) -> Code:
    """A new invitation code, which cannot be guessed."""
    while True:
        words = "".join(secrets.choice(_SIGNS) for _ in range(10))
        try:
            with transaction.atomic():
                return Code.objects.create(event=event, words=words, label=" ".join(label.split())[:200], most=most)
        except IntegrityError:  # the same ten signs, once in 10**15
            continue


@require_safe
def file(request: HttpRequest, coalition: str, number: str, kind: str, form: str) -> HttpResponse:
    """A list as a file: the guests for UN security, or everybody."""
    _, place = here(request)
    event = event_of(place, int(number))
    content_type, made = lists.FORMS[form]
    response = HttpResponse(made(event, kind), content_type=content_type)
    response.headers["Content-Disposition"] = f'attachment; filename="{kind}-{event.pk}.{form}"'
    return response


def crumbs_to(place: Place, event: Event) -> list[tuple[str, str]]:
    """What lies on the way to a page below an event's registrations."""
    return [*way_to(place, event), (gettext("Registrations"), _address("registrations", place, event))]


def numbers_in(ticked: Sequence[str]) -> list[int]:
    """The numbers of rows that were ticked."""
    found = [int(each) for each in ticked if each.isascii() and each.isdigit() and len(each) <= 18]
    return found[:_MOST_AT_ONCE]


def _list(
    request: HttpRequest, place: Place, event: Event, state: str, trouble: str = "", ticked: Sequence[int] = ()
) -> HttpResponse:
    """The page, on which what was ticked and written stays where something is wrong."""
    counts = dict(event.registrations.values_list("state").annotate(all=Count("pk")))
    rows = event.registrations.filter(state=state).select_related("code").order_by("turn", "pk")
    shown = paged(cast("Sequence[Registration]", rows), request)
    questions = questions_in(offered.desk_of(event).questions)
    places, held = Places(event.room_places, event.online_places), seating.taken(event)
    row = offered.desk_of(event)
    due, waiting = list_due(event.begins), event.registrations.filter(state=WAITING)
    page = {
        "place": place, "event": event, "now": state, "found": shown, "trouble": trouble, "desk": row,
        "states": [(each, state_words(each), counts.get(each, 0)) for each in AFTER if each not in ENDED],
        "ended": sum(counts.get(each, 0) for each in ENDED), "ticks": state not in ENDED,
        "rows": [(each, way_words(each.way), [each.answers.get(q.key, "") for q in questions]) for each in shown],
        "questions": questions, "query": f"state={state}",
        "ticked": ticked, "reason": request.POST.get("reason", ""), "decisions": _DECISIONS_OF.get(state, ()),
        "places": [(way_words(way), held[way], places.of(way), waiting.filter(way=way).count())
                   for way in offered.ways(event)],
        "kept": [(kept_words(name), count) for name, count in (row.kept or {}).items()],
        "due": clock_words(due) if due else "", "open": offered.is_open(event),
        "public": whole_address("register", address=event.address),
        "purge": offered.purge_day(event), "wanted": event.panel_questions.filter(state="wanted").count(),
        "crumbs": way_to(place, event),
    }  # fmt: skip
    return render(request, "registrations/registrations.html", page, status=400 if trouble else 200)


def _address(name: str, place: Place, event: Event) -> str:
    return reverse(name, kwargs={"coalition": place.slug, "number": event.pk})
