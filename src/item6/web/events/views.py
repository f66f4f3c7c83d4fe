"""Pages of a coalition's side events: the list, one, a new one, its sections, its state."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import F
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from item6.events import readiness, tasks
from item6.events.nouns import Event as File
from item6.events.templates import TEMPLATES, begun_from
from item6.events.timetable import minutes_left, timetable
from item6.web.events import wording, writing
from item6.web.events.fields import SECTIONS, section_words
from item6.web.events.models import Event
from item6.web.events.states import NEXT, PUBLISHED, WITHDRAWN
from item6.web.events.wording import LANGUAGES, format_words, problem_words, state_words, status_words, task_words
from item6.web.events.writing import NotNow, NotReady
from item6.web.languages.saying import said
from item6.web.people.entering import Place
from item6.web.people.member_views import crumbs_of, here
from item6.web.people.models import Coalition, Person
from item6.web.people.roles import Who
from item6.web.public.texts import as_html


@require_safe
def events(request: HttpRequest, coalition: str) -> HttpResponse:
    """The events of the coalition: those to come, those without a day, those that were."""
    _, place = here(request)
    rows = list(Event.objects.filter(coalition_id=place.coalition).order_by(F("begins").asc(nulls_last=True), "pk"))
    now = timezone.now()
    groups = [
        (gettext("To come"), [row for row in rows if row.begins and (row.ends or row.begins) >= now]),
        (gettext("No day yet"), [row for row in rows if row.begins is None]),
        (gettext("Past"), [row for row in reversed(rows) if row.begins and (row.ends or row.begins) < now]),
    ]
    page = {
        "place": place, "edits": place.role >= Who.EDITOR, "crumbs": crumbs_of(place),
        "groups": [(called, [_line(row) for row in found]) for called, found in groups if found],
    }  # fmt: skip
    return render(request, "events/events.html", page)


def _line(row: Event) -> dict[str, Any]:
    file = row.public()
    return {"row": row, "file": file, "format": format_words(file.format), "state": state_words(row.state),
            "status": status_words(file.status) if file.status != "scheduled" else ""}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, coalition: str) -> HttpResponse:
    """Which kind of event it is; by POST, begins it."""
    _, place = here(request)
    title, kind = " ".join(request.POST.get("title", "").split()), request.POST.get("template", "")
    wrong = {}
    if request.method == "POST":
        if not title or len(title) > 300:
            wrong["title"] = gettext("Write a title, of at most 300 characters.")
        if kind and kind not in TEMPLATES:
            wrong["template"] = gettext("Choose one of the list.")
        if not wrong:
            return to_event(place, writing.begin(coalition=_coalition(place), file=_begun(kind, title, request)))
    page = {
        "place": place, "crumbs": crumbs_of(place, all_events(place)), "wrong": wrong, "title": title, "chosen": kind,
        "templates": [(each.name, said("event template", each.title), said("event template", each.about))
                      for each in TEMPLATES.values()],
        "languages": list(LANGUAGES.items()), "language": request.POST.get("language", "en"),
    }  # fmt: skip
    return render(request, "events/new.html", page, status=400 if wrong else 200)


def _begun(kind: str, title: str, request: HttpRequest) -> File:
    language = request.POST.get("language", "en")
    language = language if language in LANGUAGES else "en"
    if not kind:
        return File(title=title, language=language)
    template = TEMPLATES[kind]
    with translation.override(language):
        parts = tuple(said("event part", part) for part, _ in template.programme)
    return replace(begun_from(template, parts=parts), title=title, language=language)


@require_safe
def event(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """One event: what it says, what keeps it from being published, what is to be done."""
    _, place = here(request)
    return page_of(request, place, event_of(place, number))


@require_POST
def move(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Publishes the event's page, or takes it down."""
    _, place = here(request)
    row, to = event_of(place, number), request.POST.get("to", "")
    try:
        if to == PUBLISHED:
            writing.publish(event=row)
        elif to == WITHDRAWN:
            writing.withdraw(event=row)
    except NotReady as error:
        return page_of(request, place, row, trouble=" ".join(map(problem_words, error.problems)), status=409)
    except NotNow as error:
        return page_of(request, place, row, trouble=str(error), status=409)
    return to_event(place, row)


@require_POST
def task(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Says that a task was done today, or is open again."""
    _, place = here(request)
    row = event_of(place, number)
    try:
        writing.done(event=row, task=request.POST.get("task", ""), on=None if request.POST.get("open") else _today())
    except KeyError:
        raise Http404("task") from None
    return to_event(place, row)


@require_POST
def follow_up(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Begins the event that follows."""
    _, place = here(request)
    row = event_of(place, number)
    called = gettext("After: %(title)s") % {"title": row.title}
    return to_event(place, writing.follow_up(event=row, title=called[:300]))


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Asks whether a draft shall be removed for good; by POST, removes it."""
    _, place = here(request)
    row = event_of(place, number)
    if request.method == "POST":
        try:
            writing.remove(event=row)
        except NotNow as error:
            return page_of(request, place, row, trouble=str(error), status=409)
        return HttpResponseRedirect(reverse("events", kwargs={"coalition": place.slug}))
    return render(request, "events/remove.html", {"place": place, "row": row, "crumbs": crumbs_to(place, row)})


def page_of(request: HttpRequest, place: Place, row: Event, *, trouble: str = "", status: int = 200) -> HttpResponse:
    """The page of an event. Editors see names as they are kept; others what anybody may read."""
    edits = place.role >= Who.EDITOR
    whole, public = row.with_link(), row.public()
    found = list(readiness.problems(whole))
    shown = whole if edits else public
    page = {
        "place": place, "row": row, "file": shown, "edits": edits, "coordinates": place.role >= Who.COORDINATOR,
        "trouble": trouble, "state": state_words(row.state), "crumbs": crumbs_of(place, all_events(place)),
        "blocking": [problem_words(each) for each in found if each.blocks] if edits else [],
        "advice": [problem_words(each) for each in found if not each.blocks] if edits else [],
        "sections": [(each, section_words(each)) for each in SECTIONS],
        "steps": [(step, _step_words(step)) for step in NEXT[row.state]] if place.role >= Who.COORDINATOR else [],
        "format": format_words(public.format), "session": wording.session_words(public),
        "status": status_words(public.status) if public.status != "scheduled" else "",
        "summary": as_html(public.summary), "concept_note": as_html(public.concept_note),
        "timetable": list(timetable(shown)), "left": minutes_left(shown),
        "organisers": [(each, wording.role_words(each.role)) for each in public.organisers],
        "speakers": [(each, wording.role_words(each.role), [wording.consent_words(said) for said in each.consents])
                     for each in shown.speakers],
        "tasks": _tasks(row, whole), "follows": row.follows,
        "followed_by": list(row.followed_by.order_by("pk")),
        "languages": [wording.language_words(each) for each in public.languages],
        "interpretation": [wording.language_words(each) for each in public.interpretation],
        "admission": wording.admission_words(row.admission), "price": wording.value_words(public.price),
        "dial_in": wording.value_words(public.dial_in),
    }  # fmt: skip
    return render(request, "events/event.html", page, status=status)


def _tasks(row: Event, file: File) -> list[dict[str, Any]]:
    people = Person.objects.filter(
        pk__in=[each.person for each in file.tasks if each.person],
        memberships__coalition=row.coalition_id,
    )
    names = {each.pk: str(each) for each in people}
    return [
        {"name": tasks.name_of(due.task), "said": task_words(due.task), "at": due.at, "late": due.late,
         "done": due.task.done, "who": names.get(due.task.person or 0, "")}
        for due in tasks.in_order(file, timezone.now())
    ]  # fmt: skip


def _step_words(state: str) -> str:
    return {PUBLISHED: gettext("Publish the page"), WITHDRAWN: gettext("Take the page down")}[state]


def event_of(place: Place, number: int) -> Event:
    """An event of the coalition; 404 for those of others."""
    row = Event.objects.filter(pk=number, coalition_id=place.coalition).first()
    if row is None:
        raise Http404("event")
    return row


def all_events(place: Place) -> tuple[str, str]:
    """The list, as a crumb."""
    return gettext("Side events"), reverse("events", kwargs={"coalition": place.slug})


def crumbs_to(place: Place, row: Event) -> list[tuple[str, str]]:
    """The way to a page below that of an event."""
    return crumbs_of(
        place, all_events(place), (row.title, reverse("event", kwargs={"coalition": place.slug, "number": row.pk}))
    )


def to_event(place: Place, row: Event) -> HttpResponse:
    """Goes to the page of an event."""
    return HttpResponseRedirect(reverse("event", kwargs={"coalition": place.slug, "number": row.pk}))


def _coalition(place: Place) -> Coalition:
    return Coalition.objects.get(pk=place.coalition)


def _today() -> date:
    return timezone.now().date()
