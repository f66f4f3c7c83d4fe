"""The pages of the record. Each reads the address, asks a page of this folder, and fills a template."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from item6.measures.filters import FilterError, parse
from item6.measures.references import UnknownReference, read_reference, recomputed
from item6.pipeline import pictures
from item6.record.errors import RecordError
from item6.record.reader import Record, open_record
from item6.terms.names import RecommendationName, ReviewName, parse_review_name
from item6.terms.states import STATES
from item6.web.explorer import latest, quick, records, shelf
from item6.web.explorer.caching import kept
from item6.web.explorer.exports import FORMS
from item6.web.explorer.figure import FigurePage
from item6.web.explorer.listing import Listing
from item6.web.explorer.paging import page_asked, paged
from item6.web.explorer.recommending import StatePage
from item6.web.explorer.reviews import ReviewPage
from item6.web.explorer.stages import RecommendationPage
from item6.web.explorer.tables import table_of_reviews
from item6.web.gate import workspace
from item6.web.languages.saying import name_of

View = Callable[..., HttpResponse]


def of_record(view: View) -> View:
    """A view that is given the current record; without one, or with one that cannot be opened, it says what to do."""

    @wraps(view)
    @require_safe
    def asked(request: HttpRequest, **names: Any) -> HttpResponse:
        try:
            record = records.current()
            if record is None:
                return render(request, "explorer/no_record.html", {"why": ""})
            return kept(request, record, lambda: view(request, record, **names))
        except RecordError as error:
            return render(request, "explorer/no_record.html", {"why": records.why(error)}, status=500)

    return asked


_CARDS = 8
"""Reviews that the start page shows one by one; more of them stand in a table."""


@of_record
def start(request: HttpRequest, record: Record) -> HttpResponse:
    """The reviews of the record, and where to begin."""
    rows = record.reviews()
    totals = [each for each in record.decisions() if each.kind == "totals"]
    listed = {row.name for row in rows}
    few = len(rows) <= _CARDS
    page = {
        "cards": [ReviewPage(record, row) for row in rows] if few else (),
        "table": "" if few else table_of_reviews(rows),
        "reviews": len(rows),
        "numbers": sum(row.numbers for row in rows),
        "since": latest.since(record),
        "sessions": () if few else latest.sessions(rows),
        "published": [each for each in totals if each.review not in listed],
    }
    return render(request, "explorer/start.html", page)


@of_record
def review(request: HttpRequest, record: Record, review: str) -> HttpResponse:
    """One review."""
    row = record.review(_review(review))
    if row is None:
        raise Http404(review)
    page = ReviewPage(record, row)
    return render(request, "explorer/review.html", {"page": page, "crumbs": _crumbs(page.row.state)})


@of_record
def recommendation(request: HttpRequest, record: Record, review: str, number: str) -> HttpResponse:
    """One recommendation; a number of the draft leads to what became of it."""
    row = record.recommendation(RecommendationName(_review(review), number.removesuffix(".")), "later")
    if row is None:
        raise Http404(number)
    name = row.name
    if name.number != number:
        return HttpResponseRedirect(reverse("recommendation", kwargs={"review": review, "number": name.number}))
    before, after = record.neighbours(name)
    page = RecommendationPage(record, row)
    crumbs = [*_crumbs(name.review.state), (str(name.review), f"/r/{name.review}")]
    shown = {"page": page, "crumbs": crumbs, "before": before, "after": after}
    return quick.page(record, "explorer/recommendation.html", shown)


@require_safe
def picture(request: HttpRequest, review: str, number: str) -> HttpResponse:
    """The place on the page of the document."""
    record = records.current()
    passage = record.passage(RecommendationName(_review(review), number)) if record else None
    if record is None or passage is None:
        raise Http404(number)
    document = shelf.document(record, passage.document)
    if document is None:
        raise Http404(number)
    try:
        drawn = pictures.picture_of(workspace.home(), passage, document)
    except (pictures.NoPages, pictures.CannotDraw):
        raise Http404(number) from None
    response = HttpResponse(drawn, content_type="image/png")
    if not settings.ACCOUNTS:  # the next person at the same browser may belong to another coalition, or to none
        response.headers["Cache-Control"] = "private, max-age=600"
    return response


@of_record
def recommendations(request: HttpRequest, record: Record) -> HttpResponse:
    """What a filter selects, with facets."""
    order, opened = request.GET.get("order", ""), request.GET.get("open", "")
    listing = Listing(record, request.GET.get("q", "")[:2000], page_asked(request), order, opened)
    if listing.page > listing.pages:
        raise Http404(str(listing.page))
    shown = {"page": listing, "crumbs": _crumbs_of(listing.query)}
    return quick.page(record, "explorer/recommendations.html", shown, 400 if listing.error else 200)


@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file for other programs, whole."""
    record = records.current()
    if record is None:
        raise Http404(form)
    listing = Listing(record, request.GET.get("q", "")[:2000])
    if listing.error:
        raise Http404(listing.error)
    kind, made = FORMS[form]
    response = HttpResponse(made(listing), content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="recommendations.{form}"'
    return response


@of_record
def figure(request: HttpRequest, record: Record) -> HttpResponse:
    """A figure: definition, rows, how to cite it, what changed since."""
    asked = request.GET.get("ref", "")[:4000]
    page: FigurePage | None = None
    try:
        reference = read_reference(asked)
        then = record if record.hash.startswith(reference.record) else open_record(workspace.home(), reference.record)
        made = recomputed(then, reference)
        if made is not None:
            now = recomputed(record, reference, latest=True) if then is not record else None
            page = FigurePage(made, reference, then, now)
    except (UnknownReference, RecordError, ValueError) as error:
        why = records.why(error) if isinstance(error, RecordError) else str(error)
        return render(request, "explorer/figure_unknown.html", {"why": why, "asked": asked}, status=404)
    if page is None:
        return render(request, "explorer/figure_unknown.html", {"why": "", "asked": asked}, status=404)
    return render(request, "explorer/figure.html", {"page": page, "crumbs": _crumbs_of(page.figure.scope)})


@of_record
def state(request: HttpRequest, record: Record, state: str) -> HttpResponse:
    """A State: as reviewed, and as recommending."""
    page = StatePage(record, state)
    if state not in STATES and not page.reviews:
        raise Http404(state)
    return render(request, "explorer/state.html", {"page": page})


@of_record
def documents(request: HttpRequest, record: Record) -> HttpResponse:
    """The documents that were read."""
    held = {row.name for row in record.reviews()}
    page = {"documents": paged(shelf.documents(record), request), "held": held}
    return render(request, "explorer/documents.html", page)


@of_record
def problems(request: HttpRequest, record: Record) -> HttpResponse:
    """The Issues of the build, the ones that ask for something first."""
    found = shelf.issues_by_severity(record)
    return render(request, "explorer/problems.html", {"problems": paged(found, request)})


@require_safe
def keys(request: HttpRequest) -> HttpResponse:
    """The keys by which pages can be gone through."""
    return render(request, "explorer/keys.html")


def _review(text: str) -> ReviewName:
    name = parse_review_name(text)
    if name is None:
        raise Http404(text)
    return name


def _crumbs(state: str) -> list[tuple[str, str]]:
    return [(name_of(state), f"/state/{state}")]


def _crumbs_of(scope: str) -> list[tuple[str, str]]:
    """The State and the review that a figure's scope names, where it names one alone."""
    try:
        asked = parse(scope)
    except FilterError:
        return []
    states, cycles = asked.values("state"), asked.values("cycle")
    if len(states) != 1 or states[0] not in STATES:
        return []
    crumbs = _crumbs(states[0])
    if len(cycles) != 1 or parse_review_name(f"{states[0]}-{cycles[0]}") is None:
        return crumbs
    name = f"{states[0]}-{cycles[0]}"
    return [*crumbs, (name, f"/r/{name}")]
