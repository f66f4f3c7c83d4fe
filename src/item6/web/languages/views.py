"""Choosing a language: a button in the foot of every page, without a script and without an account."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

_YEAR = 365 * 24 * 3600


@csrf_exempt  # pages that hold the form are kept and given to everybody, so none can hold a token; see `_is_own`
@require_POST
def choose(request: HttpRequest) -> HttpResponse:
    """Keeps the language in a cookie of this browser, and leads back to the page. 404 for a language that there is not.

    It changes nothing else, and only a page of this server may ask for it.
    """
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES) or not _is_own(request):
        raise Http404(language)
    response = HttpResponseRedirect(_back(request))
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME, language, max_age=_YEAR, path="/", samesite="Strict", httponly=True,
        secure=request.is_secure(),
    )  # fmt: skip
    return response


def _is_own(request: HttpRequest) -> bool:
    """Whether a page of this server sent the form, as far as the browser says from where it came."""
    origin = request.headers.get("Origin", "")
    return not origin or urlsplit(origin).netloc == request.get_host()


def _back(request: HttpRequest) -> str:
    """The page from which the form was sent: path and query; the start page where the browser does not say."""
    came = request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(came, {request.get_host()}):
        return "/"
    parts = urlsplit(came)
    path = f"{parts.path}?{parts.query}" if parts.query else parts.path
    return path if url_has_allowed_host_and_scheme(path, None) else "/"
