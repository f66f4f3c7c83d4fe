"""Questions to the panel, for its moderator."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from item6.web.events.views import event_of
from item6.web.people.member_views import here
from item6.web.registrations import panel
from item6.web.registrations.models import LEFT_OUT, PUT, QUESTION_STATES, SHOWN, WANTED
from item6.web.registrations.views import crumbs_to, numbers_in
from item6.web.registrations.wording import question_words

_TO = {WANTED: (SHOWN, PUT, LEFT_OUT), SHOWN: (PUT, LEFT_OUT), PUT: (SHOWN,), LEFT_OUT: (SHOWN,)}


@require_http_methods(["GET", "HEAD", "POST"])
def questions(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Questions in one state; by POST, those that were ticked are shown, put to the panel, or left out."""
    _, place = here(request)
    event = event_of(place, number)
    state = request.GET.get("state", WANTED)
    state = state if state in QUESTION_STATES else WANTED
    if request.method == "POST":
        to = request.POST.get("to", "")
        if to in QUESTION_STATES:
            panel.moderate(event=event, numbers=numbers_in(request.POST.getlist("question")), to=to)
        return HttpResponseRedirect(request.get_full_path())
    rows = event.panel_questions.filter(state=state).select_related("registration").order_by("pk")[:500]
    page = {
        "place": place, "event": event, "now": state, "rows": rows, "crumbs": crumbs_to(place, event),
        "states": [(each, question_words(each), event.panel_questions.filter(state=each).count())
                   for each in QUESTION_STATES],
        "to": _TO[state],
    }  # fmt: skip
    return render(request, "registrations/questions.html", page)
