"""Pages of the versions of a letter's text: all of them for its coalition, those that were published for everybody."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Sequence
from itertools import pairwise

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from item6.briefings.texts import plain
from item6.web.letters import publishing
from item6.web.letters.models import Version
from item6.web.letters.pages import crumbs_to, letter_of, public_letter
from item6.web.people.member_views import here


@require_safe
def versions(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Every version of the text, the last first, each with what changed in it."""
    _, place = here(request)
    row = letter_of(place, number)
    page = {
        "place": place, "letter": row, "crumbs": crumbs_to(place, row),
        "rows": list(reversed(list(changes(list(row.versions.select_related("by")))))),
    }  # fmt: skip
    return render(request, "letters/versions.html", page)


@require_safe
def published_versions(request: HttpRequest, address: str) -> HttpResponse:
    """The versions that were published, the first one whole, each later one with what changed; drafts are in none."""
    letter = public_letter(address)
    rows = publishing.published_versions(letter)
    if not rows:
        raise Http404("versions")
    page = {"letter": letter, "rows": list(reversed(list(changes(rows, as_read=True))))}
    return render(request, "letters/published_versions.html", page)


def changes(every: Sequence[Version], *, as_read: bool = False) -> Iterator[tuple[Version, list[tuple[str, str]]]]:
    """Each version with the lines of its text, as `same`, `gone` or `new`. as_read: without marks of form.

    An addendum stands beside the text: it is compared with nothing, and nothing with it; nor is the first text.
    """
    said = {each.pk: plain(each.text) if as_read else each.text for each in every}
    texts = [each for each in every if not each.addendum]
    before = {each.pk: said[earlier.pk] for earlier, each in pairwise(texts)}
    for each in every:
        yield each, list(differences(before.get(each.pk, said[each.pk]), said[each.pk]))


def differences(before: str, after: str) -> Iterator[tuple[str, str]]:
    """Lines as `same`, `gone` or `new`."""
    kinds = {" ": "same", "-": "gone", "+": "new"}
    for line in difflib.ndiff(before.splitlines(), after.splitlines()):
        if line[0] in kinds:
            yield kinds[line[0]], line[2:]
