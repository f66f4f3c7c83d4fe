"""After the event, for its coalition: the report as a Word file, and the statement with its figures checked."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from item6.web.events import checking, papers
from item6.web.events.models import Event
from item6.web.events.states import PUBLISHED
from item6.web.people.entering import Place
from item6.web.people.member_views import crumbs_of, here
from item6.web.people.models import Person
from item6.web.people.roles import Who
from item6.web.statements import running


@require_safe
def report(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """The report, in the language of the page, to be completed and sent round."""
    _, place = here(request)
    event = _event_of(place, number)
    response = HttpResponse(papers.report(event, "docx"), content_type=papers.TYPES["docx"])
    response.headers["Content-Disposition"] = 'attachment; filename="report.docx"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
def statement(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """The statement with the verdicts on its figures; by POST, publishes it. 409 where a figure needs a reason."""
    acting, place = here(request)
    event = _event_of(place, number)
    if not event.whole().statement.strip():
        return _page(request, place, event, trouble=gettext("The event has no statement yet: write it first."))
    reason = request.POST.get("reason", "")[:2000]
    try:
        if request.method == "POST":
            checking.publish(event=event, by=Person.objects.get(pk=acting.person), reason=reason)
            return HttpResponseRedirect(request.path)
        found = checking.verdicts(event)
    except checking.NeedsReason:
        trouble = gettext("A figure differs from the record: correct it, or say below why it stands.")
        return _page(request, place, event, found=checking.verdicts(event), trouble=trouble, status=409)
    except running.NotChecked:
        trouble = gettext("The figures could not be checked just now; try again.")
        return _page(request, place, event, trouble=trouble, status=503)
    return _page(request, place, event, found=found)


def _page(
    request: HttpRequest, place: Place, event: Event, *, found: dict[str, object] | None = None, trouble: str = "",
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    page = {
        "event": event, "page": found, "trouble": trouble, "checked": checking.published(event),
        "crumbs": crumbs_of(place),
        "publishes": place.role >= Who.COORDINATOR, "public": event.state == PUBLISHED, "place": place,
    }  # fmt: skip
    return render(request, "events/statement.html", page, status=status)


def _event_of(place: Place, number: int) -> Event:
    """An event of the coalition; 404 for those of others."""
    found = Event.objects.select_related("coalition").filter(pk=number, coalition_id=place.coalition).first()
    if found is None:
        raise Http404("event")
    return found
