"""Pages that anybody can open: signing a letter, confirming, taking back, reading what is published.

None of them needs an account or a script. Opening one changes nothing: every change is a button (coalition.md: mail
scanners open links, and some run scripts).
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from item6.briefings.writers import WRITERS
from item6.files.cells import safe_cell
from item6.letters.signatories import Signatory, numbers
from item6.web.gate.network import client_network
from item6.web.letters import mails, publishing, signing
from item6.web.letters.forms import LANGUAGES, SigningForm
from item6.web.letters.links import CONFIRM, MINE, found_by
from item6.web.letters.models import Letter, Signature
from item6.web.letters.pages import public_letter
from item6.web.letters.states import ASKED, COUNTED, DENIED, WITHDRAWN
from item6.web.letters.wording import place_choices, status_choices
from item6.web.letters.writing import NotNow, is_open, signed_version, waiting_for_consent
from item6.web.public.texts import as_html

COLUMNS = ("name", "place", "country_code", "ecosoc_status", "ecosoc_year", "website", "capacity", "kind")


@require_http_methods(["GET", "HEAD", "POST"])
def sign(request: HttpRequest, address: str) -> HttpResponse:
    """The text and the form; by POST, keeps what was given and mails the links. Every form is answered alike."""
    letter = public_letter(address)
    persons = letter.persons_may_sign
    form = SigningForm(request.POST, persons=persons, language=get_language() or "en")
    if request.method == "POST" and is_open(letter):
        given = form.given()
        if given is not None:
            made = signing.ask(letter=letter, given=given, network=client_network(request))
            if made is not None and made.state == ASKED and signing.takes_a_mail(signature=made):
                mails.ask_to_confirm(made)
            return HttpResponseRedirect(reverse("sign", kwargs={"address": address}) + "?sent")
    page = {
        **_text(request, letter), "form": form, "open": is_open(letter), "sent": "sent" in request.GET,
        "statuses": status_choices(), "places": place_choices(), "persons": persons,
    }  # fmt: skip
    return render(request, "letters/sign.html", page, status=400 if form.wrong else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def confirm(request: HttpRequest, link: str) -> HttpResponse:
    """Says what is confirmed, with a button; by POST, confirms."""
    signature = _found(link, CONFIRM)
    trouble = ""
    if request.method == "POST":
        try:
            signing.confirm(signature=signature)
        except NotNow:
            trouble = "closed"
        signature.refresh_from_db()
    page = {"signature": signature, "letter": signature.letter, "trouble": trouble, "asked": signature.state == ASKED,
            "ended": signature.state in (WITHDRAWN, DENIED), "counted": signature.state == COUNTED,
            "open": is_open(signature.letter)}  # fmt: skip
    return render(request, "letters/confirm.html", page)


@require_http_methods(["GET", "HEAD", "POST"])
def mine(request: HttpRequest, link: str) -> HttpResponse:
    """One's own signature: taken back, denied, or given to the text as it is now; also of a closed letter."""
    signature = _found(link, MINE)
    if request.method == "POST":
        act = request.POST.get("act", "")
        done = {"withdraw": _withdraw, "deny": signing.deny, "consent": signing.consent}.get(act)
        if done is not None:
            done(signature=signature)
            publishing.list_anew(signature.letter)
        return HttpResponseRedirect(request.path)
    version = signed_version(signature.letter)
    page = {"signature": signature, "letter": signature.letter, "ended": signature.state in (WITHDRAWN, DENIED),
            "counted": signature.state == COUNTED, "asked": signature.state == ASKED,
            "changed": signature.version_id != version.pk and signature.version.hash != version.hash,
            "text": as_html(version.text)}  # fmt: skip
    return render(request, "letters/mine.html", page)


@require_safe
def published(request: HttpRequest, address: str) -> HttpResponse:
    """The letter with its signatories."""
    letter = public_letter(address)
    every = publishing.signatories(letter)
    waiting = waiting_for_consent(letter)
    organisations = [each for each in every if each.kind == "organisation"]
    page = {
        **_text(request, letter), "numbers": numbers(every), "groups": publishing.grouping(letter)(organisations),
        "persons": [each for each in every if each.kind == "person" and not each.withheld], "open": is_open(letter),
        "waiting": waiting, "forms": [form for form in FORMS if form != "signed.json" or letter.listed],
        "versions": len(publishing.published_versions(letter)),
        "addenda": [as_html(each.text) for each in publishing.addenda(letter)],
    }  # fmt: skip
    return render(request, "letters/published.html", page)


@require_safe
def published_file(request: HttpRequest, address: str, form: str) -> HttpResponse:
    """The same as a file. 409 while signatures are bound to another text."""
    letter = public_letter(address)
    kind, made = FORMS[form]
    if form == "signed.json" and letter.listed is None:
        raise Http404(form)
    try:
        contents = made(letter)
    except NotNow:
        return render(request, "letters/waiting.html", {"letter": letter}, status=409)
    response = HttpResponse(contents, content_type=kind)
    response.headers["Content-Disposition"] = f'attachment; filename="letter.{form}"'
    return response


def as_csv(letter: Letter) -> bytes:
    """The signatories that are shown, a row each."""
    publishing.refuse_other_texts(letter)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    for each in publishing.signatories(letter):
        if not each.withheld:
            writer.writerow([safe_cell(str(value)) for value in _row(each).values()])
    return ("\ufeff" + out.getvalue()).encode()


def as_json(letter: Letter) -> bytes:
    """The signatories that are shown and the numbers, those withheld counted too."""
    publishing.refuse_other_texts(letter)
    every = publishing.signatories(letter)
    found = numbers(every)
    whole = {
        "title": letter.title,
        "numbers": {"organisations": found.organisations, "persons": found.persons,
                    "countries_and_territories": found.places, "withheld": found.withheld},
        "signatories": [_row(each) for each in every if not each.withheld],
    }  # fmt: skip
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def _row(each: Signatory) -> dict[str, object]:
    values = (each.name, each.place, each.code, each.status, each.year or "", each.website, each.capacity, each.kind)
    return dict(zip(COLUMNS, values, strict=True))


def _signed(letter: Letter) -> bytes:
    return json.dumps(publishing.latest_list(letter), ensure_ascii=False, indent=1).encode()


def _written(form: str) -> Callable[[Letter], bytes]:
    return lambda letter: WRITERS[form](publishing.document(letter))


_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS: dict[str, tuple[str, Callable[[Letter], bytes]]] = {
    "html": ("text/html; charset=utf-8", _written("html")),
    "docx": (_WORD, _written("docx")),
    "pdf": ("application/pdf", _written("pdf")),
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
    "signed.json": ("application/json", _signed),
}
"""By the ending of the address: type of content, and what makes it."""


def _text(request: HttpRequest, letter: Letter) -> dict[str, object]:
    version = signed_version(letter)
    asked = request.GET.get("language", "")
    text = version.translations.get(asked, "") if asked != letter.language else ""
    return {
        "letter": letter, "text": as_html(text or version.text, below=1),
        "language": asked if text else letter.language,
        "languages": [each for each in LANGUAGES if each[0] in (letter.language, *version.translations)],
    }  # fmt: skip


def _withdraw(*, signature: Signature) -> bool:
    return signing.withdraw(signature=signature) or signing.deny(signature=signature)


def _found(link: str, purpose: str) -> Signature:
    signature = found_by(link, purpose)
    if signature is None:
        raise Http404("link")
    return signature
