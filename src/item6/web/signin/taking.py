"""The page of an invitation."""

from __future__ import annotations

from allauth.account.internal.flows.login import perform_login
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from item6.web.audit import noting
from item6.web.people.entering import Asking
from item6.web.people.models import Invitation, Person, folded
from item6.web.people.sessions import COALITION
from item6.web.signin import invitations, limits
from item6.web.signin.forms import JoiningForm
from item6.web.signin.invitations import NotOpen, State
from item6.web.signin.networks import budgets_of


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: Asking, token: str) -> HttpResponse:
    """GET shows what one is invited to; POST takes it. A link that is none says nothing else, and is limited."""
    found = invitations.find(token)
    if found is None:
        return _unknown(request)
    state = invitations.state_of(found)
    if state != State.OPEN:
        return _closed(request, state)
    try:
        return _open(request, found)
    except NotOpen as error:
        return _closed(request, error.state)


def _unknown(request: HttpRequest) -> HttpResponse:
    try:
        limits.spend(*budgets_of(request, limits.INVITATION))
    except limits.TooManyTries as error:
        return render(request, "signin/too_many.html", {"seconds": error.seconds}, status=429)
    return render(request, "signin/invitation_closed.html", {"state": "unknown"}, status=404)


def _closed(request: HttpRequest, state: State) -> HttpResponse:
    return render(request, "signin/invitation_closed.html", {"state": state.value}, status=410)


def _open(request: Asking, found: Invitation) -> HttpResponse:
    """For who is signed in: with its address a button, with another one a word. For others: sign in, or an account."""
    shown: dict[str, object] = {"invitation": found}
    if request.acting is not None:
        if folded(request.acting.email) != folded(found.email):
            return render(request, "signin/invitation_other.html", shown, status=403)
        if request.method == "POST":
            return _joined(request, found, Person.objects.get(pk=request.acting.person))
        return render(request, "signin/invitation.html", shown)
    if invitations.person_of(found) is not None:
        return render(request, "signin/invitation.html", shown | {"has_account": True, "next": request.path})
    form = JoiningForm(folded(found.email), request.POST or None)
    if request.method != "POST" or not form.is_valid():
        return render(request, "signin/invitation.html", shown | {"form": form})
    return _begun(request, found, form)


def _joined(request: Asking, found: Invitation, person: Person) -> HttpResponse:
    invitations.take(found, person)
    request.session[COALITION] = found.coalition_id
    noting.note(noting.ENTERED, "invitation", person=person.pk, coalition=found.coalition_id)
    return HttpResponseRedirect("/")


def _begun(request: Asking, found: Invitation, form: JoiningForm) -> HttpResponse:
    """A new account, signed in, on its way to a second factor."""
    password = form.cleaned_data["password"]
    person = invitations.join(found, name=form.cleaned_data["name"], password=password)
    noting.note(noting.ENTERED, "invitation", person=person.pk, coalition=found.coalition_id)
    way = reverse("mfa_index" if password else "mfa_add_webauthn")
    response: HttpResponse = perform_login(request, Login(user=person, redirect_url=way))
    request.session[COALITION] = found.coalition_id
    return response
