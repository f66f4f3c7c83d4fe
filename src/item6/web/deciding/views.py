"""Pages of decisions: the list, entering one of each kind, withdrawing one."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from item6 import decisions as files
from item6.decisions.writing import DECISIONS
from item6.organisations.folding import clean
from item6.pipeline.beneath import decisions_wait
from item6.record.errors import RecordError
from item6.record.locks import locked
from item6.record.reader import Record
from item6.terms.answers import POSITION_OF, STAGES
from item6.terms.decisions import TOTALS
from item6.terms.labels import ACTIONS
from item6.web.deciding.asking import FIELDS, Asked
from item6.web.explorer import records
from item6.web.gate import workspace
from item6.web.people.entering import Place
from item6.web.people.member_views import crumbs_of, here
from item6.web.people.roles import Who


@require_safe
def decisions(request: HttpRequest, coalition: str) -> HttpResponse:
    """The coalition's decisions, the last first, and whether the record holds them all."""
    _, place = here(request)
    found = [_shown(mark, values) for mark, values in reversed(files.lines_of(workspace.home()))]
    page = {
        "place": place, "found": found, "waiting": decisions_wait(workspace.home()), "edits": place.role >= Who.EDITOR,
        "kinds": [(kind, _kind(kind)) for kind in FIELDS], "crumbs": crumbs_of(place),
    }  # fmt: skip
    return render(request, "deciding/decisions.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def decide(request: HttpRequest, coalition: str, kind: str) -> HttpResponse:
    """The form of a decision; by POST, writes it. It counts once the record is built anew."""
    acting, place = here(request)
    if request.method != "POST":
        typed = {"when": datetime.now(UTC).date().isoformat(), "stage": "adoption", **request.GET.dict()}
        return _form(request, place, Asked(kind, typed, None, acting.name), fresh=True)
    asked = Asked(kind, request.POST.dict(), _record(), acting.name)
    if asked.wrong:
        return _form(request, place, asked)
    with _folder():
        files.append(workspace.home(), asked.values)
    return HttpResponseRedirect(_address(place))


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, coalition: str) -> HttpResponse:
    """Asks why; by POST, takes a decision back. The line is kept aside, with who took it back and why."""
    acting, place = here(request)
    sent = request.POST if request.method == "POST" else request.GET
    mark = sent.get("line", "")
    found = next((values for each, values in files.lines_of(workspace.home()) if each == mark), None)
    if found is None:
        raise Http404("decision")
    why = clean(sent.get("why", "")).strip()[:1000] if request.method == "POST" else ""
    if not why:
        wrong = {"why": gettext("Write the reason, for those who read it later.")} if request.method == "POST" else {}
        page = {"place": place, "line": mark, "each": _shown(mark, found), "wrong": wrong,
                "crumbs": crumbs_of(place, (gettext("Decisions"), _address(place)))}  # fmt: skip
        return render(request, "deciding/withdraw.html", page, status=400 if wrong else 200)
    with _folder():
        today = datetime.now(UTC).date().isoformat()
        files.withdraw(workspace.home(), mark, who=acting.name, when=today, why=why)
    return HttpResponseRedirect(_address(place))


def _folder() -> Any:
    """The lock of the workspace's decisions."""
    folder = workspace.home() / DECISIONS
    folder.mkdir(parents=True, exist_ok=True)
    return locked(folder / ".lock")


def _record() -> Record | None:
    try:
        return records.current()
    except RecordError:
        return None


def _form(request: HttpRequest, place: Place, asked: Asked, *, fresh: bool = False) -> HttpResponse:
    wrong = {} if fresh else asked.wrong
    page = {
        "place": place, "asked": asked, "kind": asked.kind, "said": _kind(asked.kind), "typed": asked.typed,
        "wrong": wrong, "positions": [("", "–"), *((each, each.replace("_", " ")) for each in POSITION_OF)],
        "actions": [("", "–"), *((str(each), str(each)) for each in ACTIONS)],
        "stages": [(each, each) for each in STAGES],
        "totals": [(name, _total(name), asked.typed.get(name, ""), wrong.get(name, "")) for name in TOTALS],
        "crumbs": crumbs_of(place, (gettext("Decisions"), _address(place))),
    }  # fmt: skip
    return render(request, "deciding/decide.html", page, status=200 if fresh else 400)


def _shown(mark: str, values: dict[str, Any]) -> dict[str, Any]:
    """A decision as the list shows it."""
    number = values.get("number")
    part = values.get("part")
    about = f"{values['review']}#{number}" + (f"/{part}" if part else "") if number else values["review"]
    left = {name: value for name, value in values.items() if name in FIELDS[values["kind"]] and name != "number"}
    said = [f"{name.replace('_', ' ')}: {_value(value)}" for name, value in left.items() if value not in (None, False)]
    return {"mark": mark, "kind": _kind(values["kind"]), "about": about, "said": said, "review": values["review"],
            "number": number, "why": values["why"], "source": values["source"], "who": values["who"],
            "when": values["when"]}  # fmt: skip


def _value(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else gettext("yes") if value is True else str(value)


def _kind(kind: str) -> str:
    return {
        "answer": gettext("What a State answered"), "correct": gettext("Correct a number or its States"),
        "label": gettext("Issues and action category"), "totals": gettext("Published totals"),
    }[kind]  # fmt: skip


def _total(name: str) -> str:
    return {
        "received": gettext("Received"), "accepted": gettext("Accepted"), "in_part": gettext("Accepted in part"),
        "noted": gettext("Noted"), "rejected": gettext("Rejected"),
    }[name]  # fmt: skip


def _address(place: Place) -> str:
    return reverse("decisions", kwargs={"coalition": place.slug})
