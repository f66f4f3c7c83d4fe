"""Pages of invitations: made, listed, withdrawn, made anew. Taking one is part of signing in."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST

from item6.web.outbox.reports import Returned
from item6.web.outbox.returning import came_back
from item6.web.people import inviting, mailing
from item6.web.people.entering import Place
from item6.web.people.inviting import Made, NotInvited, invite, state_of
from item6.web.people.member_views import crumbs_of, here
from item6.web.people.members import may_give
from item6.web.people.models import Coalition, Invitation
from item6.web.people.wording import choices, role_words

_SHOWN = 500


@require_http_methods(["GET", "HEAD", "POST"])
def invitations(request: HttpRequest, coalition: str) -> HttpResponse:
    """The invitations of a coalition; by POST, one more, whose link is mailed and shown this once."""
    acting, place = here(request)
    if request.method != "POST":
        return _page(request, place)
    typed = {name: request.POST.get(name, "").strip() for name in ("email", "role", "days")}
    try:
        made = invite(
            coalition=Coalition.objects.get(pk=place.coalition), email=typed["email"], role=typed["role"],
            days=_days(typed["days"]), person=acting.person, by=place.role,
        )  # fmt: skip
    except NotInvited as error:
        return _page(request, place, typed=typed, wrong={error.wrong: _why(error.reason)}, status=400)
    return _page(request, place, made=made, sent=_mail(made, place))


@require_POST
def withdraw(request: HttpRequest, coalition: str, number: int) -> HttpResponse:
    """Withdraws an invitation: its link opens nothing any more."""
    _, place = here(request)
    if not inviting.withdraw(coalition=Coalition.objects.get(pk=place.coalition), number=number, by=place.role):
        raise Http404(str(number))
    return HttpResponseRedirect(reverse("invitations", kwargs={"coalition": place.slug}))


def _mail(made: Made, place: Place) -> bool:
    words = {"name": place.name, "address": made.address, "day": made.invitation.until.strftime("%Y-%m-%d %H:%M")}
    text = gettext(
        "You are invited to work with %(name)s in item6.\n\n"
        "Open this address to take the invitation; it works once, until %(day)s (UTC):\n%(address)s\n\n"
        "If you did not expect this, do nothing."
    )
    return mailing.send(
        made.invitation.email, gettext("Invitation to %(name)s") % words, text % words, about=_about(made.invitation)
    )


def _about(found: Invitation) -> str:
    return f"invitation {found.pk}"


def _days(typed: str) -> int:
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 4 else 0


def _page(
    request: HttpRequest, place: Place, *, typed: dict[str, str] | None = None, wrong: dict[str, str] | None = None,
    made: Made | None = None, sent: bool = False, status: int = 200,
) -> HttpResponse:  # fmt: skip
    found = list(Invitation.objects.filter(coalition=place.coalition).select_related("by").order_by("-pk")[:_SHOWN])
    offered, back = may_give(place.role), came_back(map(_about, found))
    page = {
        "place": place, "made": made, "sent": sent, "wrong": wrong or {}, "choices": choices(offered),
        "typed": typed or {"email": "", "role": "reader", "days": str(inviting.DAYS)}, "crumbs": crumbs_of(place),
        "invitations": [_row(each, offered, back.get(_about(each), "")) for each in found],
    }  # fmt: skip
    return render(request, "people/invitations.html", page, status=status)


def _row(found: Invitation, offered: list[str], returned: str) -> dict[str, object]:
    state = state_of(found)
    reaches = found.role in offered
    back = Returned(_about(found), returned) if returned and state == "open" else None
    return {
        "number": found.pk, "email": found.email, "role": found.role, "said": role_words(found.role),
        "standing": _standing(state), "by": str(found.by) if found.by else gettext("who runs the server"),
        "until": found.until, "can": reaches and state == "open", "again": reaches and state != "taken",
        "returned": back,
    }  # fmt: skip


def _standing(state: str) -> str:
    return {
        "taken": gettext("taken"), "withdrawn": gettext("withdrawn"), "over": gettext("its time is over"),
        "open": gettext("open"),
    }[state]  # fmt: skip


def _why(reason: str) -> str:
    return {
        "address": gettext("This is no e-mail address. Write it like name@example.org."),
        "member": gettext(
            "This person belongs to the coalition already. Their role is changed on the page of members."
        ),
        "role": gettext("Your role does not reach that far. An owner can invite to this role."),
        "days": gettext("Write a number of days from 1 to 30."),
        "often": gettext("This address was invited five times today. Hand over the link of one, or try tomorrow."),
        "many": gettext("As many invitations as a day allows were made. The rest can be made tomorrow."),
    }[reason]
