"""The page on which it is recorded that an organisation with ECOSOC status lends its name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from item6.organisations.folding import clean
from item6.web.letters.approving import approve, approved, needs_approval
from item6.web.letters.models import Approval
from item6.web.letters.pages import crumbs_to, day_past, letter_of, to_letter
from item6.web.letters.writing import signed_version
from item6.web.people.member_views import here
from item6.web.people.models import Person
from item6.web.people.roles import Who
from item6.web.public.texts import as_html

_LONGEST = {"organisation": 300, "person": 200}


@require_http_methods(["GET", "HEAD", "POST"])
def approval(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Who approved which text, and whether it is this one; by POST, records that somebody approves it."""
    acting, place = here(request)
    row = letter_of(place, number)
    typed = {name: " ".join(clean(request.POST.get(name, "")).split()) for name in (*_LONGEST, "on")}
    wrong: dict[str, str] = {}
    if request.method == "POST":
        day, why = day_past(typed["on"])
        for name, most in _LONGEST.items():
            if not typed[name]:
                wrong[name] = gettext("Write the name.")
            elif len(typed[name]) > most:
                wrong[name] = gettext("This is too long; at most %(most)s characters.") % {"most": most}
        if day is None:
            wrong["on"] = why
        elif not wrong:
            by = Person.objects.get(pk=acting.person)
            approve(letter=row, organisation=typed["organisation"], person=typed["person"], on=day, by=by)
            return to_letter(place, row)
    version = signed_version(row)
    page = {
        "place": place, "letter": row, "crumbs": crumbs_to(place, row), "typed": typed, "wrong": wrong,
        "coordinates": place.role >= Who.COORDINATOR, "approval": approved(row), "needed": needs_approval(row),
        "version": version, "text": as_html(version.text),
        "rows": Approval.objects.filter(version__letter=row).select_related("version", "by").order_by("-pk"),
    }  # fmt: skip
    return render(request, "letters/approval.html", page, status=400 if wrong else 200)
