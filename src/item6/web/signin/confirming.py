"""Pages that ask again who one is, where that was not said in the last minutes."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.reauthentication import did_recently_reauthenticate
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import urlencode

View = Callable[..., HttpResponse]


def confirmed(view: View) -> View:
    """The view for those who said who they are a short while ago; others say it, and come back to its page.

    What was sent is not kept meanwhile: it would lie in the database, with the cookie of the session.
    """

    @wraps(view)
    def asking(request: HttpRequest, *given: Any, **named: Any) -> HttpResponse:
        if request.user.is_authenticated and not did_recently_reauthenticate(request):
            ways = get_adapter(request).get_reauthentication_methods(request.user)
            where = ways[0]["url"] if ways else reverse("account_login")
            return HttpResponseRedirect(f"{where}?{urlencode({'next': request.path})}")
        return view(request, *given, **named)

    return asking
