"""The Figures of a letter: those that stand in its text, and a review's to choose from."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from item6.letters.figures import Asked, UnknownFigure
from item6.measures.definitions import usual
from item6.measures.filters import FilterError
from item6.measures.scope import ALL_STAGES
from item6.measures.wording import value_in_words
from item6.organisations.folding import clean
from item6.record.errors import RecordError
from item6.record.reader import Record
from item6.terms.figures import UNITS, Figure
from item6.web.explorer import records
from item6.web.languages import saying
from item6.web.letters import figuring
from item6.web.letters.models import Letter
from item6.web.letters.pages import crumbs_to, letter_of
from item6.web.letters.writing import Behind, NotNow, latest
from item6.web.people.entering import Place
from item6.web.people.member_views import here
from item6.web.people.models import Person

_MOST_REVIEWS = 60
"""Reviews that are named to choose from; of more, one is typed."""


@require_http_methods(["GET", "HEAD", "POST"])
def figures(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Figures of the text and whether they are in step, and a review's with what to write; by POST, all anew."""
    acting, place = here(request)
    row = letter_of(place, number)
    trouble = ""
    if request.method == "POST":
        try:
            figuring.renew(letter=row, by=Person.objects.get(pk=acting.person))
        except UnknownFigure as error:
            trouble = figuring.in_words(error)
        except NotNow as error:
            trouble = str(error)
        except Behind:
            trouble = gettext("Somebody else saved this letter meanwhile: look at its page, then try again.")
    return _page(request, place, row, trouble)


def _page(request: HttpRequest, place: Place, row: Letter, trouble: str) -> HttpResponse:
    typed = {name: " ".join(clean(request.GET.get(name, "")).split()) for name in ("scope", "unit", "stage")}
    unit = typed["unit"] if typed["unit"] in UNITS else "numbers"
    stage = typed["stage"] if typed["stage"] in ALL_STAGES else ""
    record, wrong = _record(), ""
    rows: list[tuple[str, Figure, str, str]] = []
    if record is not None and typed["scope"]:
        try:
            rows = _offered(record, Asked("received", typed["scope"], unit, stage), row.language)
        except UnknownFigure as error:
            wrong = figuring.in_words(error)
    named = [str(each.name) for each in record.reviews()] if record is not None else []
    page = {
        "place": place, "letter": row, "crumbs": crumbs_to(place, row), "trouble": trouble, "scope": typed["scope"],
        "wrong": {"scope": wrong} if wrong else {}, "rows": rows, "has_record": record is not None,
        "reviews": named if len(named) <= _MOST_REVIEWS else [], "unit": unit, "stage": stage,
        "units": [(each, saying.units(each)) for each in UNITS[:3]],
        "stages": [("", gettext("the last one that is known")), *((each, saying.stage(each)) for each in ALL_STAGES)],
        "standing": figuring.standing(latest(row), row.language),
    }  # fmt: skip
    return render(request, "letters/figures.html", page, status=409 if trouble else 400 if wrong else 200)


def _offered(record: Record, asked: Asked, language: str) -> list[tuple[str, Figure, str, str]]:
    """What a scope gives: what each Figure is called, the Figure, its value in the letter's language, what to write."""
    return [
        (saying.title(name), found, value_in_words(found, saying.numbers_in(language)), str(each))
        for name, found, each in figuring.offered(record, asked, usual())
    ]


def _record() -> Record | None:
    try:
        return records.current()
    except (RecordError, FilterError):
        return None
