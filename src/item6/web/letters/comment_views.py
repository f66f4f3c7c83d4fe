"""What members say of a text, and that it is settled."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_POST

from item6.web.letters import writing
from item6.web.letters.models import Comment
from item6.web.letters.pages import letter_of, to_letter
from item6.web.letters.states import WRITABLE
from item6.web.letters.writing import latest
from item6.web.people.member_views import here
from item6.web.people.models import Person


@require_POST
def comment(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """A remark on the text as it is now."""
    acting, place = here(request)
    row = letter_of(place, number)
    words = request.POST.get("words", "").strip()[:5000]
    if words and row.state in WRITABLE:
        writing.comment(version=latest(row), person=Person.objects.get(pk=acting.person), words=words)
    return to_letter(place, row)


@require_POST
def settle(request: HttpRequest, coalition: str, number: int, comment: int) -> HttpResponse:
    """Says that a comment is settled, or with `settled=no` that it is not; nothing of a text that is frozen."""
    acting, place = here(request)
    row = letter_of(place, number)
    found = Comment.objects.filter(pk=comment, version__letter=row).first()
    if found is None:
        raise Http404("comment")
    if row.state in WRITABLE:
        person = Person.objects.get(pk=acting.person)
        writing.settle(comment=found, by=person, settled=request.POST.get("settled") != "no")
    return to_letter(place, row)
