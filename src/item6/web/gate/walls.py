"""The door of a server with accounts: who asks, for which coalition, and whether the route lets them.

Runs after Django's own sessions; decides before any view does. A coalition that somebody does not belong to is not
there for them: 404, as for one that never was. What a role is too low for is 403.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import Resolver404, resolve, reverse
from django.utils import translation
from django.utils.http import urlencode

from item6.record.errors import RecordError
from item6.web.api.keys import acting_by
from item6.web.audit import noting
from item6.web.explorer import caching, records
from item6.web.gate import problems, workspace
from item6.web.gate.access import OF_RECORD, RULES, Rule
from item6.web.gate.problems import by_program
from item6.web.gate.views import refused, too_large
from item6.web.people.coalitions import workspace_of
from item6.web.people.entering import Acting, Asking, acting
from item6.web.people.roles import Who

READS = ("GET", "HEAD")
_BEARER = "bearer"


class Walls:
    """Lets a request through to its view, or answers it. `request.acting` is who asks, `request.place` where."""

    def __init__(self, get_response: Callable[[Asking], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: Asking) -> HttpResponse:
        """The answer, made in the workspace of the coalition and the language of the person; noted where it must be."""
        request.acting = found = _who(request)
        request.place = found.place if found else None
        request.opened = False
        noting.acting(found.person if found else None)
        # what was chosen at the foot of a page of this browser comes before the account's language
        if found and found.language and not request.COOKIES.get(settings.LANGUAGE_COOKIE_NAME):
            translation.activate(found.language)
            request.LANGUAGE_CODE = translation.get_language()
        try:
            response = self._made_before(request) or self._get_response(request)
            _note(request, response)
        finally:
            workspace.work_in(None)
            noting.acting(None)
        return response

    def _made_before(self, request: Asking) -> HttpResponse | None:
        """A page of the record that is kept already, for those whom its route lets in; None for everything else.

        The same wall as before a view, and none of what only views need: forms, messages, the person's row.
        """
        if request.method != "GET":
            return None
        try:
            match = resolve(request.path_info)
        except Resolver404:
            return None
        if match.view_name not in OF_RECORD:
            return None
        request.resolver_match = match
        if self.process_view(request, match.func, match.args, match.kwargs) is not None:
            return None  # which the same wall says again, where views are answered
        try:
            record = records.current()
        except RecordError:
            return None
        return caching.made_before(request, record) if record else None

    def process_view(
        self, request: Asking, view: Callable[..., HttpResponse], given: tuple[Any, ...], named: dict[str, Any]
    ) -> HttpResponse | None:
        """None where the view may answer."""
        match = request.resolver_match
        rule = RULES.get(match.view_name) if match else None
        if rule is None or (request.acting and request.acting.key and not rule.by_key):
            return refused(request)
        who = rule.read if request.method in READS and rule.read is not None else rule.change
        closed = _at_the_door(request, rule.read if who is None else who, named)
        answer = closed or _not_answered(request, rule)
        request.opened = answer is None
        return answer


def _at_the_door(request: Asking, who: Who | None, named: dict[str, Any]) -> HttpResponse | None:
    if who is None or who == Who.ANYONE:
        return None
    if request.acting is None:
        return _to_sign_in(request)
    if who == Who.PERSON:
        return None
    if who == Who.KEEPER:
        return None if request.acting.keeper and request.acting.second_factor else refused(request)
    return _in_coalition(request, request.acting, who, named)


def _not_answered(request: HttpRequest, rule: Rule) -> HttpResponse | None:
    """405 for a method that the rule does not know, whatever the view would do with it; 413 for a body too large."""
    methods = [*(READS if rule.read is not None else ()), *(("POST",) if rule.change is not None else ())]
    if request.method not in methods:
        return problems.not_allowed() if by_program(request) else HttpResponseNotAllowed(methods)
    if int(request.META.get("CONTENT_LENGTH") or 0) > rule.most:
        return too_large(request)
    return None


def _who(request: HttpRequest) -> Acting | None:
    """Who asks: by the key of a program where one is sent, which alone counts then, else by the session's cookie."""
    scheme, _, secret = request.META.get("HTTP_AUTHORIZATION", "").strip().partition(" ")
    if scheme.casefold() == _BEARER:
        return acting_by(secret.strip())
    return acting(request)


def _in_coalition(request: Asking, found: Acting, who: Who, named: dict[str, Any]) -> HttpResponse | None:
    place = found.place_of(named["coalition"]) if "coalition" in named else found.place
    request.place = place
    if place is None:
        if "coalition" in named:
            raise Http404(named["coalition"])
        return problems.no_coalition() if by_program(request) else HttpResponseRedirect(reverse("nowhere"))
    if not found.second_factor:
        if by_program(request):
            return problems.no_second_factor()
        return HttpResponseRedirect(reverse("mfa_index"))
    if place.role < who:
        return refused(request)
    workspace.work_in(workspace_of(place.slug))
    return None


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    if by_program(request):
        return problems.unknown_key()
    if request.method not in READS:
        return refused(request)
    return HttpResponseRedirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")


NAMED = frozenset(
    (
        "review",
        "number",
        "kind",
        "form",
        "name",
        "chart",
        "state",
        "code",
        "person",
        "other",
        "merge",
        "pk",
        "sheet",
        "sent_number",
        "comment",
        "section",
    )
)
"""The arguments of addresses that say which thing was meant, and are noted; others, such as tokens, never are."""


_SHOWN_ANEW = ("job",)
"""Pages that load themselves anew while work goes on: that somebody saw them is noted once in an hour."""


def _note(request: Asking, response: HttpResponse) -> None:
    """Notes what was done; what nobody signed in did is noted by those who answer it."""
    match, found, place = request.resolver_match, request.acting, request.place
    rule = RULES.get(match.view_name) if match else None
    if rule is None or found is None or match is None:
        return
    did = _did(request, response.status_code, rule)
    if not did or (found.key and not found.first_in_hour):
        return  # what a program asks is noted once in an hour, not each of its hundred pages
    what, where = match.view_name, place.coalition if place else None
    which = " ".join(str(value) for name, value in match.kwargs.items() if name in NAMED)
    if where is None and did == noting.REFUSED:
        what, which = "elsewhere", ""
    if (
        where
        and what in _SHOWN_ANEW
        and noting.noted_this_hour(did, what, person=found.person, coalition=where, object=which)
    ):
        return
    noting.note(did, what, person=found.person, coalition=where, object=which, status=response.status_code)


def _did(request: Asking, status: int, rule: Rule) -> str:
    """What the log calls it: nothing for what was only sent on, or answered with what to correct."""
    done = rule.seen if request.method in READS else rule.done
    if not request.opened:
        return noting.REFUSED if status in (403, 404) else ""
    if status in (403, 404):
        return noting.REFUSED if done else ""
    return done if status < 400 or status >= 500 else ""
