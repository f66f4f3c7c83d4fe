"""Pages of a letter's signatures, for its coordinators: those that wait, decisions in bulk, who is asked to sign."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from typing import cast

from django.db import transaction
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from item6.organisations.keys import alike
from item6.web.explorer.paging import paged
from item6.web.letters import mails, publishing, signing, writing
from item6.web.letters.forms import addresses_in
from item6.web.letters.models import Asked, Letter, Signature
from item6.web.letters.pages import crumbs_to, letter_of, number_of
from item6.web.letters.states import AFTER, CONFIRMED, COUNTED
from item6.web.letters.wording import signature_words, status_words
from item6.web.letters.writing import NotNow
from item6.web.people.entering import Place
from item6.web.people.member_views import here
from item6.web.people.models import Person, folded

_MOST_AT_ONCE = 2000
DECISIONS: dict[str, Callable[..., bool]] = {
    "approve": signing.approve,
    "vouch": signing.vouch,
    "refuse": signing.refuse,
    "restore": signing.restore,
}


@require_http_methods(["GET", "HEAD", "POST"])
def signatures(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Signatures in one state, to be decided on; by POST, one decision over those that were ticked."""
    acting, place = here(request)
    row = letter_of(place, number)
    state = request.GET.get("state", CONFIRMED)
    state = state if state in AFTER else CONFIRMED
    address = reverse("signatures", kwargs={"coalition": place.slug, "number": row.pk}) + f"?state={state}"
    if request.method == "POST":
        decided = DECISIONS.get(request.POST.get("decision", ""))
        ticked = [int(each) for each in request.POST.getlist("signature") if each.isascii() and each.isdigit()]
        by, reason = Person.objects.get(pk=acting.person), request.POST.get("reason", "")
        try:
            if decided is not None and not ticked:
                raise NotNow(gettext("Nothing was ticked. Tick those that this is about."))
            if decided is not None:
                for each in row.signatures.filter(pk__in=ticked[:_MOST_AT_ONCE]):
                    decided(signature=each, by=by, reason=reason)
        except NotNow as error:
            return _page(request, place, row, state, str(error), ticked)
        publishing.list_anew(row)
        return HttpResponseRedirect(address)
    return _page(request, place, row, state)


@require_http_methods(["GET", "HEAD", "POST"])
def alike_signatures(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Counted and waiting signatures that may be of one organisation; by POST, a person says that two are."""
    acting, place = here(request)
    row = letter_of(place, number)
    trouble = ""
    if request.method == "POST":
        numbers = [number_of(request.POST.get(name, "")) for name in ("signature", "into")]
        one, other = (row.signatures.filter(pk=each).first() for each in numbers)
        try:
            if one is None or other is None:
                raise NotNow(gettext("Choose two signatures of this letter."))
            by, reason = Person.objects.get(pk=acting.person), request.POST.get("reason", "")
            signing.merge(signature=one, into=other, by=by, reason=reason)
            publishing.list_anew(row)
            return HttpResponseRedirect(request.path)
        except NotNow as error:
            trouble = str(error)
    found = [(each, a, b) for each, a, b in pairs(row) if a.state == COUNTED or b.state == COUNTED]
    page = {"place": place, "letter": row, "pairs": found[:200], "all": len(found), "trouble": trouble,
            "crumbs": crumbs_to(place, row)}  # fmt: skip
    return render(request, "letters/alike.html", page, status=400 if trouble else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def asking(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Organisations that are asked to sign: lines to look at first, then to send; reminders for those that did not."""
    _, place = here(request)
    row = letter_of(place, number)
    written = request.POST.get("lines", "")[:200_000]
    found, wrong = addresses_in(written)
    known = set(row.asked.values_list("email", flat=True))
    distinct = {folded(email): (name, email) for name, email in reversed(found)}  # of two lines the first
    fresh = [each for email, each in reversed(distinct.items()) if email not in known]
    if request.method == "POST" and request.POST.get("do") == "send" and publishing.is_public(row):
        ask(row, fresh)
        return HttpResponseRedirect(request.path)
    of_asked = row.signatures.filter(state=COUNTED, email__in=row.asked.values("email"))
    signed = set(of_asked.values_list("email", flat=True))
    every = list(row.asked.order_by("name", "email"))
    back = mails.came_back(every)
    rows = [(each, each.email in signed, back.get(each.pk)) for each in every]
    page = {
        "place": place, "letter": row, "lines": written, "fresh": fresh, "wrong": wrong,
        "old": len(distinct) - len(fresh),
        "looked": request.method == "POST", "public": publishing.is_public(row), "crumbs": crumbs_to(place, row),
        "rows": rows, "have_signed": sum(has for _, has, _ in rows),
        "declined": sum(each.declined is not None and not has for each, has, _ in rows),
        "back": len(back),
    }  # fmt: skip
    return render(request, "letters/asking.html", page)


@require_POST
def remind(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Asks those again who have not signed, at most three times each, and those whose text changed to consent to it."""
    _, place = here(request)
    row = letter_of(place, number)
    if publishing.is_public(row):
        signed = row.signatures.filter(state=COUNTED).values("email")
        waiting = list(row.asked.filter(declined=None, reminded__lt=3).exclude(email__in=signed))
        back = mails.came_back(waiting)
        for each in waiting:
            if each.pk in back and back[each.pk].for_good:
                continue  # the page says that another address is needed
            with transaction.atomic():
                if Asked.objects.filter(pk=each.pk, reminded=each.reminded).update(reminded=each.reminded + 1):
                    mails.invite(each)
        for signature in writing.bound_to_another_text(row).iterator():
            with transaction.atomic():
                if signature.email and signing.takes_a_mail(signature=signature):
                    mails.ask_again(signature)
    return HttpResponseRedirect(reverse("letter-asking", kwargs={"coalition": place.slug, "number": row.pk}))


def ask(letter: Letter, fresh: list[tuple[str, str]]) -> None:
    """Writes and mails the invitations, each address once."""
    for name, email in fresh:
        with transaction.atomic():
            row, is_new = Asked.objects.get_or_create(
                letter=letter, email=folded(email), defaults={"name": name[:300], "sent": timezone.now()}
            )
            if is_new:
                mails.invite(row)


def pairs(letter: Letter) -> list[tuple[str, Signature, Signature]]:
    """Pairs of signatures whose names may be those of one organisation, and why; for a person to decide."""
    rows = list(letter.signatures.filter(state__in=(CONFIRMED, COUNTED), kind="organisation").order_by("pk"))
    directory = publishing.names_of_directory(letter)
    names = {place: (each.name, *directory.get(each.key, ())) for place, each in enumerate(rows)}
    return [(found.why, rows[found.a], rows[found.b]) for found in alike(names)]


def _page(
    request: HttpRequest, place: Place, row: Letter, state: str, trouble: str = "", ticked: Sequence[int] = ()
) -> HttpResponse:
    """The page, on which what was ticked and written stays where something is wrong."""
    counts = defaultdict(int, row.signatures.values_list("state").annotate(all=Count("pk")))
    rows = row.signatures.filter(state=state).order_by("pk")
    shown = paged(cast("Sequence[Signature]", rows), request)
    back = mails.came_back(shown)
    page = {
        "place": place, "letter": row, "now": state, "found": shown, "trouble": trouble,
        "states": [(each, signature_words(each), counts[each]) for each in AFTER],
        "rows": [(each, status_words(each.status), back.get(each.pk)) for each in shown], "back": len(back),
        "query": f"state={state}", "ticked": ticked, "reason": request.POST.get("reason", ""),
        "decisions": _DECISIONS_OF.get(state, ()), "crumbs": crumbs_to(place, row),
    }  # fmt: skip
    return render(request, "letters/signatures.html", page, status=400 if trouble else 200)


_DECISIONS_OF = {
    "asked": ("vouch", "refuse"),
    "confirmed": ("approve", "refuse"),
    "counted": ("refuse",),
    "refused": ("restore", "approve"),
    "merged": ("restore",),
}
