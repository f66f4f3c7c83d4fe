"""Pages of a coalition's letters: the list, one, its text and versions, its state."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from item6.briefings.texts import plain
from item6.briefings.writers import WRITERS
from item6.checks.resolving import Context
from item6.letters.figures import UnknownFigure
from item6.letters.kinds import KINDS, WRITTEN_STATEMENT, Bound, bound_of
from item6.letters.papers import NotInForm, sponsor_status
from item6.letters.signatories import ORGANISATION, Signatory
from item6.letters.texts import length
from item6.web.gate import workspace
from item6.web.letters import figuring, publishing, writing
from item6.web.letters.approving import approved, needs_approval
from item6.web.letters.figuring import Written
from item6.web.letters.forms import LANGUAGES, LetterForm
from item6.web.letters.models import Letter, Version
from item6.web.letters.numbers import public_letters
from item6.web.letters.pages import all_letters, crumbs_to, letter_of, number_of, to_letter
from item6.web.letters.states import CONFIRMED, COUNTED, OPEN, STEPS, WRITABLE
from item6.web.letters.version_views import differences
from item6.web.letters.wording import kind_choices, kind_words, state_words, step_words
from item6.web.letters.writing import Behind, Figures, NotNow, latest
from item6.web.people.entering import Place
from item6.web.people.member_views import crumbs_of, here
from item6.web.people.models import Coalition, Person
from item6.web.people.roles import Who
from item6.web.public.texts import as_html
from item6.web.statements import running

_AGAINST = ("differs", "does not add up")
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def letters(request: HttpRequest, coalition: str) -> HttpResponse:
    """The letters of the coalition, the last begun first."""
    _, place = here(request)
    rows = Letter.objects.filter(coalition_id=place.coalition).order_by("-pk")
    page = {
        "place": place, "edits": place.role >= Who.EDITOR, "crumbs": crumbs_of(place),
        "rows": [(row, kind_words(row.kind), state_words(row.state)) for row in rows],
    }  # fmt: skip
    return render(request, "letters/letters.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def new(request: HttpRequest, coalition: str) -> HttpResponse:
    """The form of a new letter; by POST, begins it."""
    acting, place = here(request)
    form = LetterForm(request.POST if request.method == "POST" else {"kind": "open-letter"})
    fields = form.fields() if request.method == "POST" else None
    written = _written(form) if fields else None
    if fields is None or written is None:
        return _form(request, place, form, None)
    made = writing.begin(
        coalition=Coalition.objects.get(pk=place.coalition), kind=form.typed["kind"] or "open-letter",
        title=form.typed["title"], text=written.text, by=Person.objects.get(pk=acting.person), figures=written.figures,
        translations=written.translations,
    )  # fmt: skip
    writing.edit(letter=made, edition=made.edition, fields=fields)
    return to_letter(place, made)


@require_safe
def letter(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """One letter: its text, how long it is, where it stands, what can be done next."""
    _, place = here(request)
    return _page(request, place, letter_of(place, number))


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """The form of a letter; by POST, saves fields and text, or shows what somebody else saved meanwhile."""
    acting, place = here(request)
    row = letter_of(place, number)
    last = latest(row)
    if request.method != "POST":
        others = {code: figuring.source_of(last, code) for code in last.translations}
        return _form(request, place, LetterForm.of(row, figuring.source_of(last), others), row)
    form = LetterForm(request.POST)
    fields = form.fields()
    written = _written(form, None if row.state in WRITABLE else last) if fields else None
    if fields is None or written is None:
        return _form(request, place, form, row)
    try:
        with transaction.atomic():  # text and fields, or neither
            writing.write(
                letter=row, text=written.text, translations=written.translations,
                by=Person.objects.get(pk=acting.person), after=number_of(request.POST.get("after", "")),
                addendum=bool(request.POST.get("addendum")), figures=written.figures,
            )  # fmt: skip
            writing.edit(letter=row, edition=number_of(request.POST.get("edition", "")), fields=fields)
    except Behind:
        return _form(request, place, form, row, behind=True)
    except NotNow as error:
        return _form(request, place, form, row, trouble=str(error))
    return to_letter(place, row)


@require_POST
def move(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Takes the letter to its next state. Before it opens, its figures are checked against the record."""
    _, place = here(request)
    row = letter_of(place, number)
    to = request.POST.get("to", "")
    try:
        against = _against(request, row) if to == OPEN else 0
        writing.move(letter=row, to=to, reason=request.POST.get("reason", "")[:2000], differing=against,
                     unsettled=bool(request.POST.get("unsettled")))  # fmt: skip
    except running.NotChecked:
        return _page(request, place, row, trouble=_not_checked(), status=503)
    except NotNow as error:
        return _page(request, place, row, trouble=str(error), status=409)
    return to_letter(place, row)


@require_safe
def checked(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """The text with the verdicts on its figures in place."""
    _, place = here(request)
    row = letter_of(place, number)
    try:
        found = _checked(request, row)
    except running.NotChecked:
        return _page(request, place, row, trouble=_not_checked(), status=503)
    return render(request, "letters/checked.html", {"page": found, "letter": row, "crumbs": crumbs_to(place, row)})


@require_safe
def un_form(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """The written statement as the UN takes it, as a Word file."""
    _, place = here(request)
    row = letter_of(place, number)
    try:
        made = WRITERS["docx"](publishing.un_document(row))
    except (NotInForm, NotNow) as error:
        return _page(request, place, row, trouble=str(error), status=409)
    response = HttpResponse(made, content_type=_WORD)
    response.headers["Content-Disposition"] = 'attachment; filename="written-statement.docx"'
    return response


@require_POST
def publish(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Publishes the signed list of the letter's signatories anew."""
    _, place = here(request)
    row = letter_of(place, number)
    try:
        if publishing.is_public(row):
            publishing.signed_list(row)
    except NotNow as error:
        return _page(request, place, row, trouble=str(error), status=409)
    return to_letter(place, row)


def _page(request: HttpRequest, place: Place, row: Letter, *, trouble: str = "", status: int = 200) -> HttpResponse:
    last = latest(row)
    counted = row.organisations + row.persons
    bound = _bound(row)
    page = {
        "place": place, "letter": row, "version": last, "kind": kind_words(row.kind), "state": state_words(row.state),
        "text": as_html(last.text), "length": length(last.text, bound), "bound": bound, "trouble": trouble,
        "translations": [(code, called, as_html(last.translations[code])) for code, called in LANGUAGES
                         if code in last.translations],
        "steps": [(step, step_words(step)) for step in STEPS[row.state]] if place.role >= Who.COORDINATOR else [],
        "edits": place.role >= Who.EDITOR, "coordinates": place.role >= Who.COORDINATOR, "counted": counted,
        "waiting": row.signatures.filter(state=CONFIRMED).count(), "commenting": row.state in WRITABLE,
        "consent": writing.waiting_for_consent(row), "public": publishing.is_public(row), "OPEN": OPEN,
        "figures": figuring.standing(last, row.language), "needs_approval": needs_approval(row),
        "approval": approved(row), "unsettled": writing.unsettled(row).count(),
        "comments": writing.comments_of(row), "crumbs": crumbs_of(place, all_letters(place)),
        "written": row.kind == WRITTEN_STATEMENT.name,
    }  # fmt: skip
    return render(request, "letters/letter.html", page, status=status)


def _form(
    request: HttpRequest, place: Place, form: LetterForm, row: Letter | None, *, behind: bool = False, trouble: str = ""
) -> HttpResponse:
    last = latest(row) if row else None
    differs = list(differences(figuring.source_of(last), form.typed["text"])) if behind and last else []
    page = {
        "place": place, "form": form, "letter": row, "version": last, "kinds": kind_choices(), "languages": LANGUAGES,
        "shown": [("status", gettext("by ECOSOC status")), ("place", gettext("by country or territory")),
                  ("alphabet", gettext("in the order of the alphabet"))],
        "translations": [(code, called, form.translations.get(code, "")) for code, called in LANGUAGES],
        "behind": behind, "differs": differs, "trouble": trouble, "signed": bool(row and row.state not in WRITABLE),
        "crumbs": crumbs_to(place, row) if row else crumbs_of(place, all_letters(place)),
    }  # fmt: skip
    status = 409 if behind or trouble else 400 if form.wrong else 200
    return render(request, "letters/edit.html", page, status=status)


def _checked(request: HttpRequest, row: Letter) -> dict[str, Any]:
    """The text as it is read, checked against the record and the coalition's own public letters."""
    found = running.checked(
        workspace.home(), plain(latest(row).text).encode(), name=row.title, is_text=True,
        context=Context(title=row.title), form="page", letters=public_letters(request),
    )  # fmt: skip
    return found.page or {}


def _against(request: HttpRequest, row: Letter) -> int:
    """How many claims of the text differ from the record or do not add up. NotNow for figures that are out of step."""
    figuring.refuse_out_of_step(row)
    return sum(each["count"] for each in _checked(request, row).get("counts", ()) if each["verdict"] in _AGAINST)


def _bound(row: Letter) -> Bound | None:
    signed = row.signatures.filter(state=COUNTED, kind=ORGANISATION).order_by().values_list("status", flat=True)
    try:
        held = sponsor_status(Signatory("", status=each) for each in signed.distinct())
        return bound_of(KINDS[row.kind], status=held, organisations=max(1, row.organisations))
    except ValueError:
        return bound_of(KINDS[row.kind], status="general")


def _written(form: LetterForm, last: Version | None = None) -> Written | None:
    """The texts of a form with the values of their Figures; None where a name is of none, which the form then says.

    last: the version of a text that is frozen or was opened; where nobody changed a word, its values stay.
    """
    if last is not None and figuring.is_same(last, form.typed["text"], form.translations):
        return Written(last.text, last.translations, Figures(last.sources, last.figures))
    try:
        return figuring.fill(form.typed["text"], form.translations, form.typed["language"])
    except UnknownFigure as error:
        form.wrong["text"] = figuring.in_words(error)
        return None


def _not_checked() -> str:
    return gettext("The figures could not be checked just now; try again.")
