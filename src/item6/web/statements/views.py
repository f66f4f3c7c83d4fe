"""The pages of statements: the form, the verdicts in place, downloads; those that are kept, checked again, removed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.module_loading import import_string
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from item6.checks import kept
from item6.checks.kept import Kept
from item6.checks.signed import SignedLetter
from item6.web.gate import workspace
from item6.web.gate.offered import may_change
from item6.web.languages.saying import grouped
from item6.web.records.shelf import current_hash
from item6.web.statements import running
from item6.web.statements.asking import LONGEST_TEXT, Asked, asked

_KINDS = {
    "html": "text/html; charset=utf-8",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "jsonl": "application/jsonl; charset=utf-8",
}
_ENDING = re.compile(r"\.(?:txt|md|html?|docx|pdf)$", re.IGNORECASE)
_STATUS = {"busy": 503, "time": 413, "failed": 500, "file": 400}


@require_http_methods(["GET", "HEAD", "POST"])
def check(request: HttpRequest) -> HttpResponse:
    """The form; by POST, the text with its verdicts, or a file with them."""
    if request.method != "POST":
        return _form(request, Asked())
    made = asked(request)
    if made.keep and not _keeps(request):
        made.wrong["keep"] = gettext("Editors keep statements. Check it without keeping it, or ask one of them.")
    if made.wrong:
        return _form(request, made, 413 if made.too_large else 400)
    try:
        found = running.checked(
            workspace.home(), made.data or made.text.encode("utf-8", "replace"), name=made.name, is_text=not made.data,
            context=made.context, form=made.form, keep=made.keep, letters=_letters(request, made.context.as_of),
        )  # fmt: skip
    except running.NotChecked as error:
        made.wrong["file" if made.data else "text"] = _why(error)
        return _form(request, made, _STATUS[error.reason])
    if found.page is None:
        return _download(made, found.contents)
    page = {"page": found.page, "asked": made, "crumbs": _crumbs(), "edits": _keeps(request)}
    return render(request, "statements/checked.html", page)


def _letters(request: HttpRequest, as_of: str) -> list[SignedLetter]:
    """Published letters that are known where this runs: on a server with accounts those of the coalition."""
    named: str = getattr(settings, "PUBLISHED_LETTERS", "")
    found: list[SignedLetter] = import_string(named)(request, as_of) if named else []
    return found


def _with_letters(request: HttpRequest, found: Sequence[Kept]) -> dict[str, list[SignedLetter]]:
    """Kept statements by their ids, each with the letters as of its date."""
    days = {each.context.as_of: _letters(request, each.context.as_of) for each in found}
    return {each.id: days[each.context.as_of] for each in found}


@require_safe
def statements(request: HttpRequest) -> HttpResponse:
    """Those that are kept, and what newer records changed."""
    return _list(request)


@require_safe
def statement(request: HttpRequest, name: str) -> HttpResponse:
    """One that is kept: its text with the verdicts of today, and what changed since it was kept."""
    found = _kept(name)
    try:
        page = running.checked(
            workspace.home(), found.text.encode("utf-8", "replace"), name=found.name, is_text=True,
            context=found.context, form="page", letters=_letters(request, found.context.as_of),
        ).page  # fmt: skip
    except running.NotChecked as error:
        return _list(request, _why(error), _STATUS[error.reason])
    crumbs = [*_crumbs(), (gettext("Kept statements"), reverse("statements"))]
    return render(
        request,
        "statements/kept.html",
        {"page": page, "kept": found, "crumbs": crumbs, "edits": _keeps(request)},
    )


@require_POST
def again(request: HttpRequest) -> HttpResponse:
    """Checks all that are kept against the current record; nothing but what changed is written."""
    current = current_hash(workspace.home())
    found = sorted(kept.kept_in(workspace.home()), key=lambda each: each.checked_against == current)
    try:
        running.check_again(workspace.home(), _with_letters(request, found))
    except running.NotChecked as error:
        return _list(request, _why(error), _STATUS[error.reason])
    return HttpResponseRedirect(reverse("statements"))


@require_POST
def accept(request: HttpRequest, name: str) -> HttpResponse:
    """Takes the verdicts of today as those that later ones are compared with."""
    found = _kept(name)
    try:
        running.check_again(workspace.home(), _with_letters(request, [found]), accept=True)
    except running.NotChecked as error:
        return _list(request, _why(error), _STATUS[error.reason])
    return HttpResponseRedirect(reverse("statement", kwargs={"name": name}))


@require_POST
def forget(request: HttpRequest, name: str) -> HttpResponse:
    """Removes one that is kept, text and all."""
    try:
        if not kept.forget(workspace.home(), name):
            raise Http404(name)
    except OSError as error:
        return _list(request, str(error), 500)
    return HttpResponseRedirect(reverse("statements"))


def _keeps(request: HttpRequest) -> bool:
    """Whether who asks may keep statements and forget them."""
    return may_change(request, "statement-forget")


def _form(request: HttpRequest, made: Asked, status: int = 200) -> HttpResponse:
    page: dict[str, Any] = {
        "asked": made, "most": grouped(LONGEST_TEXT), "edits": _keeps(request),
    }  # fmt: skip
    return render(request, "statements/check.html", page, status=status)


def _list(request: HttpRequest, trouble: str = "", status: int = 200) -> HttpResponse:
    found, current = kept.kept_in(workspace.home()), current_hash(workspace.home())
    page = {
        "kept": [(each, each.checked_against == current) for each in found],
        "waiting": kept.waiting(found, current) if current else 0,
        "changed": sum(bool(each.again and each.again.changes) for each in found),
        "damaged": [path.stem for path in kept.damaged_in(workspace.home())],
        "trouble": trouble,
        "edits": _keeps(request),
        "crumbs": _crumbs(),
    }
    return render(request, "statements/statements.html", page, status=status)


def _download(made: Asked, contents: bytes) -> HttpResponse:
    response = HttpResponse(contents, content_type=_KINDS[made.form])
    stem = _ENDING.sub("", made.name) or made.name
    named = content_disposition_header(True, f"{stem}-checked.{made.form}") or "attachment"
    response.headers["Content-Disposition"] = named
    return response


def _why(error: running.NotChecked) -> str:
    """What happened, and what to do."""
    if error.reason == "file":
        said = f"{error.message[:1].upper()}{error.message[1:]}. {error.hint[:1].upper()}{error.hint[1:]}"
        return said if said.endswith(".") else f"{said}."
    return {
        "busy": gettext("Other statements are being checked. Try again in a minute."),
        "time": gettext("This took longer than two minutes and was stopped. Check the text in parts."),
        "failed": gettext("The check failed; this is a mistake of the program. `item6 check` may say more."),
    }[error.reason]


def _crumbs() -> list[tuple[str, str]]:
    return [(gettext("Check a statement"), reverse("check"))]


def _kept(name: str) -> Kept:
    found = kept.kept_as(workspace.home(), name)
    if found is None:
        raise Http404(name)
    return found
