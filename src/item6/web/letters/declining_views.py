"""The page on which an organisation that was asked says that it will not sign."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from item6.web.letters import publishing
from item6.web.letters.links import asked_by
from item6.web.letters.models import Asked


@require_http_methods(["GET", "HEAD", "POST"])
def decline(request: HttpRequest, link: str) -> HttpResponse:
    """Who was asked, with a button; by POST, notes that they will not sign, or takes it back. Opening does nothing."""
    asked = asked_by(link)
    if asked is None or asked.letter.coalition.closed:
        raise Http404("link")
    if request.method == "POST":
        rows = Asked.objects.filter(pk=asked.pk)
        if request.POST.get("act") == "decline":
            rows.filter(declined=None).update(declined=timezone.now())
        elif request.POST.get("act") == "open":
            rows.update(declined=None)
        return HttpResponseRedirect(request.path)
    page = {"asked": asked, "letter": asked.letter, "public": publishing.is_public(asked.letter)}
    return render(request, "letters/decline.html", page)
