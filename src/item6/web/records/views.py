"""The pages of records: the list, switching the current one, comparing two."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from item6.record import writer
from item6.record.difference import diff
from item6.record.errors import RecordError, RecordNotFound
from item6.record.reader import open_record
from item6.web.explorer.records import why
from item6.web.gate import workspace
from item6.web.gate.offered import may_change
from item6.web.records.differences import Differences
from item6.web.records.shelf import current_hash, shelf


@require_safe
def records(request: HttpRequest) -> HttpResponse:
    """All records of the workspace."""
    return _list(request)


@require_POST
def make_current(request: HttpRequest) -> HttpResponse:
    """Makes another record the current one."""
    try:
        writer.make_current(workspace.home(), _hash(request.POST.get("record", "")))
    except RecordNotFound:
        raise Http404("record") from None
    except (RecordError, OSError) as error:
        return _list(request, why(error), 500)
    return HttpResponseRedirect(reverse("records"))


@require_POST
def follow(request: HttpRequest, coalition: str) -> HttpResponse:
    """Shows the server's record again in place of a coalition's own, which stays on the list."""
    writer.follow_base(workspace.home())
    return HttpResponseRedirect(reverse("coalition", kwargs={"coalition": coalition}))


@require_safe
def compare(request: HttpRequest) -> HttpResponse:
    """What changed from record `a` to record `b`."""
    home = workspace.home()
    try:
        with (
            open_record(home, _hash(request.GET.get("a", ""))) as before,
            open_record(home, _hash(request.GET.get("b", ""))) as after,
        ):
            page = Differences(diff(before, after), before.hash, after.hash, current_hash(home))
    except RecordNotFound:
        raise Http404("record") from None
    except RecordError as error:
        return _list(request, why(error), 500)
    crumbs = [(gettext("Records"), reverse("records"))]
    return render(request, "records/compare.html", {"page": page, "crumbs": crumbs})


def _list(request: HttpRequest, trouble: str = "", status: int = 200) -> HttpResponse:
    return render(
        request, "records/records.html",
        {"records": shelf(workspace.home()), "trouble": trouble, "chooses": may_change(request, "make-current")},
        status=status,
    )  # fmt: skip


def _hash(given: str) -> str:
    """What was asked for, where it can be the beginning of a hash: never `current`, which may change meanwhile."""
    if not 4 <= len(given) <= 64 or given.strip("0123456789abcdef"):
        raise RecordNotFound(given[:80])
    return given
