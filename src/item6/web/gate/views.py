"""Pages of the door: closed, not found, failed; and the files of the look."""

from __future__ import annotations

import gzip
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import Http404, HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.views.decorators.http import require_safe

from item6.web.gate import problems
from item6.web.gate.problems import by_program

_PACKAGED = {
    "htmx.js": ("django_htmx", "static/django_htmx/htmx-2.min.js"),
    "webauthn.js": ("allauth", "mfa/static/mfa/js/webauthn.js"),
    "webauthnjson.js": ("allauth", "mfa/static/mfa/js/webauthn-json.js"),
}
"""Scripts where the packages that carry them have them (docs/dependencies.md): smoother lists, passkeys."""
_STATIC = Path(__file__).resolve().parents[1] / "static" / "web"
_TYPES = {".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}


def _page(request: HttpRequest, name: str, status: int, **words: object) -> HttpResponse:
    return HttpResponse(render_to_string(f"gate/{name}.html", words, request), status=status)


def closed(request: HttpRequest) -> HttpResponse:
    """403: the address was opened without the key; said in the browser's language, before anything else is asked."""
    if by_program(request):
        return problems.closed()
    with translation.override(translation.get_language_from_request(request)):
        return _page(request, "closed", 403)


def refused(request: HttpRequest) -> HttpResponse:
    """403: a page that the person's role does not open."""
    if by_program(request):
        return problems.role_too_low()
    return _page(request, "refused", 403)


def too_large(request: HttpRequest) -> HttpResponse:
    """413: a form that holds more than its page takes. It is refused before any of it is read."""
    if by_program(request):
        return problems.bad_request()
    return _page(request, "form_refused", 413, most=settings.DATA_UPLOAD_MAX_NUMBER_FILES)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400: a host that cannot be, or a form that is too much."""
    if by_program(request):
        return problems.bad_request()
    if not isinstance(exception, DisallowedHost):
        return _page(request, "form_refused", 400, most=settings.DATA_UPLOAD_MAX_NUMBER_FILES)
    return HttpResponse("item6 does not answer under this name; open the address that it printed.\n", status=400,
                        content_type="text/plain; charset=utf-8")  # fmt: skip


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404: nothing in the record, or no such page."""
    if by_program(request):
        return problems.not_there()
    return _page(request, "not_found", 404)


def failed(request: HttpRequest) -> HttpResponse:
    """500: an error of the program; nothing of it is shown, and nothing asked of the record, which may be the cause."""
    if by_program(request):
        return problems.failed()
    return HttpResponse(render_to_string("gate/failed.html"), status=500)


def csrf_failed(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403: a form that this server did not send."""
    return _page(request, "form_refused", 403)


@require_safe
def static_file(request: HttpRequest, name: str) -> HttpResponse:
    """A file of the look; compressed for who takes it. Only files of one folder, and scripts of packages."""
    found = _contents(name)
    if found is None:
        raise Http404(name)
    plain, packed, kind = found
    small = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(packed if small else plain, content_type=kind)
    if small:
        response.headers["Content-Encoding"] = "gzip"
    response.headers["Vary"] = "Accept-Encoding"
    response.headers["Cache-Control"] = "max-age=3600"
    return response


@lru_cache(maxsize=64)
def _contents(name: str) -> tuple[bytes, bytes, str] | None:
    path = _STATIC / name
    if name in _PACKAGED:
        package, file = _PACKAGED[name]
        if not find_spec(package):
            return None
        plain = files(package).joinpath(file).read_bytes()
    elif path.parent == _STATIC and path.is_file() and path.suffix in _TYPES:
        plain = path.read_bytes()
    else:
        return None
    return plain, gzip.compress(plain, 9, mtime=0), _TYPES[path.suffix]
