"""The pages on which an event is edited, one for each section of its file."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from item6.web.events import forms, writing
from item6.web.events.fields import ROWS, SECTIONS, TASKS, WHEN, Field, columns, section_words
from item6.web.events.forms import MORE, MOST, Form
from item6.web.events.models import Event
from item6.web.events.states import PUBLISHED
from item6.web.events.views import crumbs_to, event_of, to_event
from item6.web.events.wording import problem_words
from item6.web.events.writing import COLUMNS, Behind, NotReady
from item6.web.letters.models import Letter
from item6.web.letters.pages import number_of
from item6.web.people.entering import Place
from item6.web.people.member_views import here
from item6.web.people.models import Person
from item6.web.people.roles import Who


@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, coalition: str, number: int, section: str) -> HttpResponse:
    """The form of a section; by POST, saves it, or shows what is wrong, or what somebody else saved meanwhile."""
    _, place = here(request)
    row = event_of(place, number)
    if section not in SECTIONS:
        raise Http404("section")
    page = _Page(request, place, row, section)
    if section == WHEN and row.state == PUBLISHED and place.role < Who.COORDINATOR:
        return page.shown(page.kept(), status=403, trouble=gettext(
            "The event is published: only coordinators move, postpone or cancel it."))  # fmt: skip
    if request.method != "POST":
        return page.shown(page.kept())
    form = Form(forms.typed_of(request.POST))
    if request.POST.get("do") == "more":
        return page.shown(form, more=MORE)
    return page.saved(form)


class _Page:
    """A section of an event on a page, and what is saved of it."""

    def __init__(self, request: HttpRequest, place: Place, row: Event, section: str) -> None:
        self.request, self.place, self.row, self.section = request, place, row, section
        self.file = row.with_link()

    @property
    def fields(self) -> list[Field]:
        """Those of the section, or of each of its rows."""
        if self.section in ROWS:
            return columns(self.section, self._people() if self.section == TASKS else ())
        letters = Letter.objects.filter(coalition_id=self.place.coalition).order_by("-pk")
        return forms.fields_of(
            self.section,
            self.file,
            published=self.row.state == PUBLISHED,
            letters=list(letters.values_list("address", "title")[:50]),
        )

    def kept(self) -> Form:
        """The form as it shows what is kept."""
        if self.section in ROWS:
            return Form(forms.shown_rows(self.section, getattr(self.file, self.section)))
        return Form(forms.shown(self.section, self.file, {name: getattr(self.row, name) for name in COLUMNS}))

    def saved(self, form: Form) -> HttpResponse:
        """Saves what was typed, and goes to the event."""
        values: dict[str, Any]
        beside: dict[str, Any] = {}
        if self.section in ROWS:
            values = {self.section: forms.read_rows(form, self.section, self.fields)}
        else:
            values, beside = forms.read_fields(form, self.section, self.fields)
        if form.wrong:
            return self.shown(form, status=400)
        try:
            edition = number_of(form.typed.get("edition", ""))
            writing.edit(event=self.row, edition=edition, fields=values, columns=beside)
        except Behind:
            self.row = event_of(self.place, self.row.pk)
            self.file = self.row.with_link()
            return self.shown(form, status=409, behind=True)
        except NotReady as error:
            return self.shown(form, status=409, trouble=" ".join(map(problem_words, error.problems)))
        return to_event(self.place, self.row)

    def shown(
        self, form: Form, *, status: int = 200, trouble: str = "", more: int = 0, behind: bool = False
    ) -> HttpResponse:
        """The page."""
        fields = self.fields
        page = {
            "place": self.place, "row": self.row, "section": self.section, "called": section_words(self.section),
            "crumbs": crumbs_to(self.place, self.row), "form": form, "trouble": trouble, "behind": behind,
            "sections": [(each, section_words(each)) for each in SECTIONS],
            "fields": [] if self.section in ROWS else form.asked(fields),
            "rows": self._rows(form, fields, more) if self.section in ROWS else [],
            "differs": self._differing(form, fields) if behind else [],
            "published": self.row.state == PUBLISHED,
        }  # fmt: skip
        return render(self.request, "events/section.html", page, status=status)

    def _rows(self, form: Form, fields: Sequence[Field], more: int) -> list[tuple[int, str, list[forms.Asked]]]:
        filled = forms.count_of(form)
        return [(number, form.typed.get(f"order-{number}", ""), form.asked(fields, f"-{number}"))
                for number in range(min(MOST, max(filled + more, 1) if more else filled + 1))]  # fmt: skip

    def _differing(self, form: Form, fields: Sequence[Field]) -> list[tuple[str, str, str]]:
        """What is saved now and differs from what was typed: label, theirs, one's own."""
        now = self.kept()
        count = max(forms.count_of(now), forms.count_of(form)) if self.section in ROWS else 1
        endings = [f"-{number}" for number in range(count)] if self.section in ROWS else [""]
        return [
            (f"{each.said} {ending.lstrip('-') and int(ending[1:]) + 1}".strip(), theirs, own)
            for ending in endings
            for each in fields
            for theirs, own in [(now.typed.get(f"{each.name}{ending}", ""), form.typed.get(f"{each.name}{ending}", ""))]
            if theirs != own
        ]

    def _people(self) -> list[tuple[str, str]]:
        found = Person.objects.filter(memberships__coalition=self.place.coalition, is_active=True).order_by(
            "name", "pk"
        )
        return [(str(each.pk), str(each)) for each in found]
