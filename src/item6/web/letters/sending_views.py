"""The page that says to whom a letter was sent, and what came back."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from item6.organisations.folding import clean
from item6.web.letters.models import Letter
from item6.web.letters.pages import crumbs_to, day_past, letter_of
from item6.web.letters.sent import answered, hand_over
from item6.web.people.entering import Place
from item6.web.people.member_views import here
from item6.web.people.models import Person
from item6.web.people.roles import Who

_LONGEST_ANSWER = 20_000


@require_http_methods(["GET", "HEAD", "POST"])
def sent(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Whom the letter was handed to, the last first; by POST, adds one."""
    acting, place = here(request)
    row = letter_of(place, number)
    if request.method != "POST":
        return _page(request, place, row)
    typed = {name: " ".join(clean(request.POST.get(name, "")).split()) for name in ("to", "how", "on")}
    wrong = {}
    day, why = day_past(typed["on"])
    if not typed["to"] or len(typed["to"]) > 300:
        wrong["to"] = gettext("Write to whom it was sent, in at most 300 characters.")
    if len(typed["how"]) > 100:
        wrong["how"] = gettext("This is too long; at most %(most)s characters.") % {"most": 100}
    if day is None:
        wrong["on"] = why
    if wrong or day is None:
        return _page(request, place, row, typed=typed, wrong=wrong)
    hand_over(letter=row, to=typed["to"], how=typed["how"], on=day, by=Person.objects.get(pk=acting.person))
    return _to(place, row)


@require_POST
def answer(request: HttpRequest, coalition: str, number: int, sent_number: int) -> HttpResponse:
    """Writes down what they answered, in their own words; what stands is not overwritten."""
    _, place = here(request)
    row = letter_of(place, number)
    found = row.sent.filter(pk=sent_number).first()
    if found is None:
        raise Http404("sent")
    words = clean(request.POST.get("answer", "")).strip()
    day, why = day_past(request.POST.get("answered", "").strip())
    if not words or len(words) > _LONGEST_ANSWER or day is None:
        said = why or gettext("Write what they answered, in their own words.")
        return _page(request, place, row, wrong={f"answer-{found.pk}": said}, typed={"answer": words})
    answered(sent=found, words=words, on=day)
    return _to(place, row)


def _page(
    request: HttpRequest, place: Place, row: Letter, *, typed: dict[str, str] | None = None,
    wrong: dict[str, str] | None = None,
) -> HttpResponse:  # fmt: skip
    page = {
        "place": place, "letter": row, "crumbs": crumbs_to(place, row), "typed": typed or {}, "wrong": wrong or {},
        "coordinates": place.role >= Who.COORDINATOR,
        "rows": row.sent.select_related("version").order_by("-on", "-pk"),
    }  # fmt: skip
    return render(request, "letters/sent.html", page, status=400 if wrong else 200)


def _to(place: Place, row: Letter) -> HttpResponse:
    return HttpResponseRedirect(reverse("letter-sent", kwargs={"coalition": place.slug, "number": row.pk}))
