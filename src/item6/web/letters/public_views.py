"""Pages that anybody can open: signing a letter, confirming, taking back, reading what is published.

None of them needs an account or a script. Opening one changes nothing: every change is a button (coalition.md: mail
scanners open links, and some run scripts).
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from django.http import (
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    StreamingHttpResponse,
)
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from item6.briefings.writers import WRITERS
from item6.web.gate.network import client_network
from item6.web.letters import mails, publishing, showing, signing
from item6.web.letters.exports import STREAMED
from item6.web.letters.forms import LANGUAGES, SigningForm
from item6.web.letters.kept import Kept
from item6.web.letters.links import CONFIRM, MINE, found_by
from item6.web.letters.models import Letter, Signature
from item6.web.letters.pages import public_letter
from item6.web.letters.states import ASKED, COUNTED, DENIED, WITHDRAWN
from item6.web.letters.wording import place_choices, status_choices
from item6.web.letters.writing import NotNow, is_open, signed_version, texts_of, waiting_for_consent
from item6.web.public.texts import as_html


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
            signature.state = signing.confirm(signature=signature)
        except NotNow:
            trouble = "closed"
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
    texts, is_now_open = texts_of(letter), is_open(letter)
    part, waiting = showing.part_asked(request.GET), waiting_for_consent(letter, texts)

    def made() -> bytes:
        page = {
            **_text(request, letter), **showing.names(letter, part), "open": is_now_open, "waiting": waiting,
            "part": part, "forms": [form for form in FORMS if _has(letter, form)],
            "versions": len(publishing.published_versions(letter)),
            "addenda": [as_html(each.text) for each in publishing.addenda(letter)],
        }  # fmt: skip
        return render(request, "letters/published.html", page).content

    # nothing on it is of whoever asks; who leaves is gone at once, who joins a long list is missing for some seconds
    asked = request.GET.get("language", "")
    of_text = asked if part is None and asked in dict(LANGUAGES) else ""
    key = (get_language(), of_text, part, waiting, is_now_open, letter.list_number, *showing.mark_of(letter, texts))
    return HttpResponse(_PAGES.get(key, made))


@require_safe
def published_file(request: HttpRequest, address: str, form: str) -> HttpResponseBase:
    """The same as a file. 409 while signatures are bound to another text."""
    letter = public_letter(address)
    if not _has(letter, form):
        raise Http404(form)
    try:
        contents = _contents(letter, form)
    except NotNow:
        return render(request, "letters/waiting.html", {"letter": letter}, status=409)
    response = HttpResponse(contents) if isinstance(contents, bytes) else StreamingHttpResponse(contents)
    response.headers["Content-Type"] = FORMS[form]
    response.headers["Content-Disposition"] = f'attachment; filename="letter.{form}"'
    return response


def _has(letter: Letter, form: str) -> bool:
    return form != "signed.json" or bool(letter.list_number)


def _contents(letter: Letter, form: str) -> bytes | Iterator[bytes]:
    """A long list goes out while it is read; what must be made whole is kept for a moment. NotNow: other texts."""
    publishing.refuse_other_texts(letter)
    if form in STREAMED:
        pieces = STREAMED[form](letter)
        return pieces if letter.organisations + letter.persons > showing.MOST_WHOLE else b"".join(pieces)
    key = (form, letter.list_number if form == "signed.json" else 0, *showing.mark_of(letter))
    return _FILES.get(key, lambda: _made(letter, form))


def _made(letter: Letter, form: str) -> bytes:
    if form == "signed.json":
        whole = Letter.objects.get(pk=letter.pk)
        return json.dumps(publishing.latest_list(whole), ensure_ascii=False, indent=1).encode()
    return WRITERS[form](publishing.document(letter))


_FILES = Kept[bytes](seconds=20, most=8)
_PAGES = Kept[bytes](seconds=20, most=200)
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FORMS = {
    "html": "text/html; charset=utf-8", "docx": _WORD, "pdf": "application/pdf", "csv": "text/csv; charset=utf-8",
    "json": "application/json", "signed.json": "application/json",
}  # fmt: skip
"""By the ending of the address: type of content."""


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
