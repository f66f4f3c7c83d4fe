"""Pages that anybody can open: registering for an event, confirming, one's own registration.

None of them needs an account or a script. Opening one changes nothing: every change is a button.
"""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from item6.events.attending import APPLIED, ASKED, COMING, DECLINED, ENDED, PLACED, WAITING, sees_join_link
from item6.events.calendar_file import place_of
from item6.events.nouns import in_language
from item6.web.events.models import Event
from item6.web.events.states import NOBODY, PUBLISHED
from item6.web.gate.network import client_network
from item6.web.registrations import offered, panel, registering, seating, telling
from item6.web.registrations.asking import questions_in
from item6.web.registrations.forms import RegisterForm
from item6.web.registrations.links import CONFIRM, MINE, found_by, link_of
from item6.web.registrations.models import Registration
from item6.web.registrations.registering import NotNow
from item6.web.registrations.wording import clock_words, moment_words, way_words


@require_http_methods(["GET", "HEAD", "POST"])
def register(request: HttpRequest, address: str) -> HttpResponse:
    """The form; by POST, keeps what was given and mails the links. Every form that is right is answered alike."""
    event = _public(address)
    is_open = offered.is_open(event)
    desk, can_be = offered.desk_of(event), offered.ways(event)
    questions = questions_in(desk.questions)
    form = RegisterForm(
        request.POST, ways=can_be, questions=questions, language=get_language() or "en", code=desk.by_code
    )
    if request.method == "POST" and is_open:
        given = form.given()
        if given is not None and given.code and offered.valid_code(event, given.code) is None:
            form.refuse_code()
        elif given is not None:
            made = registering.ask(event=event, given=given, network=client_network(request))
            _mail(made)
            return HttpResponseRedirect(reverse("register", kwargs={"address": address}) + "?sent")
    page = {
        **_about(event), "form": form, "open": is_open, "sent": "sent" in request.GET, "by_code": desk.by_code,
        "codes": desk.by_code or event.codes.filter(ended=None).exists(),
        "ways": [(each, way_words(each)) for each in can_be], "room": "room" in can_be,
        "closes": clock_words(event.registration_closes) if event.registration_closes else "",
        "approval": event.admission == "approval", "purge": offered.purge_day(event),
        "questions": [(each, name, form.typed[name], form.wrong.get(name, ""))
                      for each in questions for name in (f"answer-{each.key}",)],
    }  # fmt: skip
    return render(request, "registrations/register.html", page, status=400 if form.wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, link: str) -> HttpResponse:
    """Says what is confirmed, with a button; by POST, confirms, and shows one's own page."""
    row = _found(link, CONFIRM)
    if request.method == "POST":
        try:
            registering.confirm(registration=row)
        except NotNow:
            return render(request, "registrations/confirm.html", {**_about(row.event), "row": row, "closed": True})
        row.refresh_from_db()
        telling.tell(row, telling.news_of(row.event))
    page = {**_about(row.event), "row": row, "asked": row.state == ASKED, "ended": row.state in ENDED,
            "placed": row.state == PLACED, "waiting": row.state == WAITING, "applied": row.state == APPLIED,
            "position": seating.position(row) if row.state == WAITING else 0, "way": way_words(row.way),
            "mine": link_of(row, MINE),
            "closed": row.state == ASKED and not offered.is_open(row.event)}  # fmt: skip
    return render(request, "registrations/confirm.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, link: str) -> HttpResponse:
    """One's own registration: how it stands, the link to join for who has a place online, withdrawing, questions."""
    row = _found(link, MINE)
    if request.method == "POST":
        _act(row, request)
        return HttpResponseRedirect(request.path)
    event, file = row.event, row.event.public()
    page = {
        **_about(event), "row": row, "asked": row.state == ASKED, "ended": row.state in ENDED,
        "placed": row.state == PLACED, "waiting": row.state == WAITING, "applied": row.state == APPLIED,
        "declined": row.state == DECLINED, "way": way_words(row.way), "link": link,
        "position": seating.position(row) if row.state == WAITING else 0,
        "others": [(each, way_words(each)) for each in offered.ways(event) if each != row.way]
        if row.state in COMING else [],
        "join": event.join_link if sees_join_link(row.state, row.way, file.format, file.status) else "",
        "online": row.way == "online", "purge": offered.purge_day(event),
        "answers": [(each.label, row.answers[each.key]) for each in questions_in(offered.desk_of(event).questions)
                    if row.answers.get(each.key)],
        "asks": panel.may_ask(row), "questions": panel.shown_to(row), "own": panel.own(row),
    }  # fmt: skip
    return render(request, "registrations/mine.html", page)


@require_safe
def calendar(request: HttpRequest, link: str) -> HttpResponse:
    """The calendar entry, for who has a place."""
    row = _found(link, MINE)
    made = telling.calendar_of(row.event, row.state)
    if not made:
        raise Http404("calendar")
    response = HttpResponse(made[0].content, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="event.ics"'
    return response


def _act(row: Registration, request: HttpRequest) -> None:
    act = request.POST.get("act", "")
    if act == "withdraw":
        registering.withdraw(registration=row)
    elif act == "deny":
        registering.deny(registration=row)
    elif act == "way":
        registering.change_way(registration=row, way=request.POST.get("way", ""))
    elif act == "question":
        panel.ask(row=row, words=request.POST.get("words", ""), named=bool(request.POST.get("named")))
    elif act == "take back":
        panel.take_back(row=row, number=request.POST.get("question", ""))


def _mail(made: Registration | None) -> None:
    """Sends the links: to confirm, or of the page of who is registered already. The page does not tell which."""
    if made is None or made.state in ENDED or not registering.takes_a_mail(registration=made):
        return
    if made.state == ASKED:
        telling.ask_to_confirm(made)
    else:
        telling.send_page(made)


def _about(event: Event) -> dict[str, object]:
    """What every page says of the event."""
    language = get_language() or "en"
    file = event.public()
    return {
        "event": event, "title": in_language(file, language).title, "starts": moment_words(event, file, language),
        "where": place_of(file), "status": file.status, "contact": file.contact,
    }  # fmt: skip


def _public(address: str) -> Event:
    event = Event.objects.select_related("coalition").filter(address=address).first()
    if event is None or event.state != PUBLISHED or event.admission == NOBODY or event.coalition.closed:
        raise Http404("event")
    return event


def _found(link: str, purpose: str) -> Registration:
    row = found_by(link, purpose)
    if row is None or row.event.coalition.closed:
        raise Http404("link")
    return row
