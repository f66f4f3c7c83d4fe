"""The pages of briefings. They only read: what is made is made of the record, and nothing is kept on disk."""

from __future__ import annotations

from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext, gettext_noop
from django.views.decorators.http import require_http_methods, require_safe

from item6.briefings.asked import Asked, Kind
from item6.briefings.kinds import KINDS
from item6.briefings.settings import SECONDS_PER_SPEAKER, SETTINGS, spoken
from item6.measures.filters import FilterError
from item6.record.errors import RecordError
from item6.record.reader import Record
from item6.terms.names import ReviewName, parse_review_name
from item6.web.briefings import making, wanted
from item6.web.briefings.pages import parts_of, table_of
from item6.web.explorer import records
from item6.web.explorer.views import View, of_record
from item6.web.languages.saying import name_of, said

_LONGEST = 100_000
"""Signs of a text whose words are counted."""


def of_record_as_file(view: View) -> View:
    """A view that is given the current record and answers with a file, which is not kept among the pages."""

    @wraps(view)
    @require_safe
    def asked(request: HttpRequest, **names: Any) -> HttpResponse:
        try:
            record = records.current()
        except RecordError as error:
            return render(request, "explorer/no_record.html", {"why": records.why(error)}, status=500)
        if record is None:
            raise Http404("record")
        return view(request, record, **names)

    return asked


@of_record
def choose(request: HttpRequest, record: Record, review: str) -> HttpResponse:
    """The kinds, with what they can be about."""
    return _choosing(request, _asked(request, record, review))


@of_record
def read(request: HttpRequest, record: Record, review: str, kind: str) -> HttpResponse:
    """A briefing in place, every number a link to its figure."""
    asked, chosen = _asked(request, record, review), _kind(kind)
    try:
        document = making.document(chosen, asked)
    except (wanted.NotMade, making.Busy) as error:
        return _refused(request, asked, error)
    chart, query = request.GET.get("table", ""), request.GET.copy()
    query.pop("table", None)
    parts = table_of(document, chart) if chart else list(parts_of(document))
    if not parts:
        raise Http404(chart)
    page = {
        "document": document, "parts": parts, "kind": chosen.name, "forms": _forms(chosen),
        "title": said("briefing", chosen.title), "review": review, "query": query.urlencode(), "chart": chart,
        "crumbs": _crumbs(asked.review, to_choice=True),
    }  # fmt: skip
    return render(request, "briefings/read.html", page)


@of_record_as_file
def chart(request: HttpRequest, record: Record, review: str, kind: str, chart: str) -> HttpResponse:
    """A picture of a briefing that is read in place."""
    try:
        drawn = making.chart(_kind(kind), _asked(request, record, review), chart)
    except (wanted.NotMade, KeyError):
        raise Http404(chart) from None
    except making.Busy:
        return HttpResponse(status=503)
    return HttpResponse(drawn, content_type="image/svg+xml")


@of_record_as_file
def take(request: HttpRequest, record: Record, review: str, kind: str, form: str) -> HttpResponse:
    """A briefing as a file."""
    asked, chosen = _asked(request, record, review), _kind(kind)
    if form not in chosen.formats:
        raise Http404(form)
    return _sent(request, asked, lambda: making.file(chosen, asked, form))


@of_record_as_file
def take_all(request: HttpRequest, record: Record, review: str) -> HttpResponse:
    """All briefings that can be made, in all formats."""
    asked = _asked(request, record, review)
    return _sent(request, asked, lambda: making.full_set(asked))


@require_http_methods(["GET", "HEAD", "POST"])
def count(request: HttpRequest) -> HttpResponse:
    """Words and speaking time of a text. It comes by POST, so that it stands in no address, and is not kept."""
    text = request.POST.get("text", "")[:_LONGEST] if request.method == "POST" else ""
    page: dict[str, object] = {
        "text": text, "found": spoken(text) if text.strip() else None, "settings": SETTINGS,
        "limit": SECONDS_PER_SPEAKER.value, "crumbs": [],
    }  # fmt: skip
    return render(request, "briefings/count.html", page)


def _choosing(request: HttpRequest, asked: Asked, trouble: str = "", status: int = 200) -> HttpResponse:
    kinds = [
        (
            each.name,
            said("briefing", each.title),
            gettext(_ABOUT[each.name]) if each.name in _ABOUT else "",
            each.needs,
            each.document is not None,
            _forms(each),
        )
        for each in wanted.kinds_of(asked)
    ]  # no Kind itself: a template would call its functions
    page = {
        "name": asked.review, "state": name_of(asked.review.state), "kinds": kinds, "trouble": trouble,
        "themes": wanted.themes_of(asked), "states": wanted.states_of(asked), "crumbs": _crumbs(asked.review),
    }  # fmt: skip
    return render(request, "briefings/choose.html", page, status=status)


def _sent(request: HttpRequest, asked: Asked, make: Any) -> HttpResponse:
    try:
        name, content = make()
    except (wanted.NotMade, making.Busy) as error:
        return _refused(request, asked, error)
    response = HttpResponse(content, content_type=making.TYPES.get(name.rpartition(".")[2], "application/octet-stream"))
    response.headers["Content-Disposition"] = content_disposition_header(True, name) or "attachment"
    return response


def _refused(request: HttpRequest, asked: Asked, error: Exception) -> HttpResponse:
    """The choice again, with what is missing; or that others are being made."""
    if isinstance(error, making.Busy):
        response = _choosing(request, asked, gettext("Other briefings are being made. Try again in a moment."), 503)
        response.headers["Retry-After"] = "10"
        return response
    return _choosing(request, asked, str(error), 400)


def _asked(request: HttpRequest, record: Record, review: str) -> Asked:
    name = parse_review_name(review)
    if name is None or not wanted.is_known(record, name):
        raise Http404(review)
    try:
        return wanted.asked_of(record, name, request.GET)
    except FilterError as error:
        raise Http404(str(error)) from None


def _kind(name: str) -> Kind:
    if name not in KINDS:
        raise Http404(name)
    return KINDS[name]


def _forms(kind: Kind) -> list[tuple[str, str]]:
    return [(form, _FORMS.get(form, form.upper())) for form in kind.formats]


def _crumbs(review: ReviewName, *, to_choice: bool = False) -> list[tuple[str, str]]:
    crumbs = [
        (name_of(review.state), reverse("state", kwargs={"state": review.state})),
        (str(review), reverse("review", kwargs={"review": str(review)})),
    ]
    if to_choice:
        crumbs.append((gettext("Briefings"), reverse("briefings", kwargs={"review": str(review)})))
    return crumbs


_FORMS = {"docx": "Word", "pdf": "PDF", "html": "HTML", "md": "Markdown", "xlsx": "Excel"}

_ABOUT = {
    "press": gettext_noop(
        "Half a page within hours of the review: what was received, by whom, on what, and what is new."
    ),
    "briefing": gettext_noop("Four to eight pages: the outcome with everything that is asked next."),
    "factsheet": gettext_noop(
        "One theme on one page, two at most, for a diplomat: what was asked and answered, what to ask next."
    ),
    "embassy": gettext_noop("For one recommending State: what it asked, what came back, what to ask next."),
    "statement": gettext_noop(
        "What is said under item 6: the figures of two cycles, with room for your own words, and its length."
    ),
    "changes": gettext_noop("What stands otherwise after the addendum and the adoption than in the report."),
    "session": gettext_noop("Totals, acceptance, issues and States of the whole session of the Working Group."),
    "matrix": gettext_noop("OHCHR's form with the assessment column filled from your spreadsheet."),
    "workbook": gettext_noop("Everything as a spreadsheet that can be edited and read back."),
}
"""What each kind is for, in a sentence."""
