"""The press version of a letter: for the coalition to hand out, with its embargo and whom to call. Never public."""

from __future__ import annotations

from datetime import UTC

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from item6.briefings.document import Document
from item6.briefings.writers import WRITERS
from item6.letters.papers import Press, press_document
from item6.letters.signatories import in_order, numbers
from item6.web.letters import publishing
from item6.web.letters.mails import public_address
from item6.web.letters.models import Letter
from item6.web.letters.pages import crumbs_to, letter_of
from item6.web.letters.wording import counted_words, paper_words
from item6.web.letters.writing import NotNow, signed_version
from item6.web.people.member_views import here
from item6.web.public.texts import as_html

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
def press(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """The press version as a page."""
    _, place = here(request)
    row = letter_of(place, number)
    try:
        publishing.refuse_other_texts(row)
        trouble = ""
    except NotNow as error:
        trouble = str(error)
    every = publishing.signatories(row)
    found = numbers(every)
    page = {
        "place": place, "letter": row, "crumbs": crumbs_to(place, row), "trouble": trouble,
        "text": as_html(signed_version(row).text, below=1), "numbers": found, "counted": counted_words(found),
        "embargo": _embargo(row),
        "draft": row.state not in publishing.PUBLIC, "contacts": [*row.press_contacts, *row.contacts],
        "names": [each.name for each in in_order(every) if each.kind == "organisation" and not each.withheld],
        "address": public_address(row),
    }  # fmt: skip
    return render(request, "letters/press.html", page, status=409 if trouble else 200)


@require_safe
def press_file(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """The same as a Word file. 409 while signatures are bound to another text."""
    _, place = here(request)
    row = letter_of(place, number)
    try:
        made = WRITERS["docx"](document(row))
    except NotNow:
        return press(request, coalition, number)
    response = HttpResponse(made, content_type=_WORD)
    response.headers["Content-Disposition"] = 'attachment; filename="press-version.docx"'
    return response


def document(letter: Letter) -> Document:
    """The press version. NotNow while signatures are bound to another text."""
    publishing.refuse_other_texts(letter)
    told = Press(
        embargo=_embargo(letter), draft=letter.state not in publishing.PUBLIC, contacts=tuple(letter.press_contacts),
        address=public_address(letter),
    )  # fmt: skip
    paper = publishing.paper_of(letter, signed_version(letter))
    return press_document(paper, publishing.signatories(letter), told, paper_words(paper.language))


def _embargo(letter: Letter) -> str:
    """Until when, where that is not past: `2026-05-31 18:00 UTC`."""
    if letter.embargo is None or letter.embargo <= timezone.now():
        return ""
    return letter.embargo.astimezone(UTC).strftime("%Y-%m-%d %H:%M UTC")
