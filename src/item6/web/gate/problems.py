"""What programs are told that ask for what they cannot have: problem JSON (RFC 9457), with what to do."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse

KIND = "application/problem+json"
FOLDER = "/api/v1/"
"""What asks below this address is a program."""


def by_program(request: HttpRequest) -> bool:
    """Whether a program asks."""
    return request.path.startswith(FOLDER)


def problem(status: int, detail: str, hint: str, headers: Mapping[str, str] | None = None) -> HttpResponse:
    """An answer that says what is wrong (detail) and what to do (hint), each a sentence in English."""
    told = {"title": HTTPStatus(status).phrase, "status": status, "detail": detail, "hint": hint}
    response = HttpResponse(json.dumps(told, ensure_ascii=False, indent=1) + "\n", status=status, content_type=KIND)
    for name, value in (headers or {}).items():
        response.headers[name] = value
    return response


def unknown_key() -> HttpResponse:
    """401: no key, or none that opens anything."""
    return problem(
        401,
        "No key was given, or it is withdrawn, has run out, or its person no longer belongs to the coalition.",
        "Send the header `Authorization: Bearer i6_...` with a key made at /account/keys.",
        {"WWW-Authenticate": 'Bearer realm="item6"'},
    )


def role_too_low() -> HttpResponse:
    """403: a role that may not take the record away as files, or a key for what no key opens."""
    return problem(
        403, "The role in this coalition does not open this address.", "Ask a coordinator or an owner for another role."
    )


def no_second_factor() -> HttpResponse:
    """403: a person without a second factor."""
    return problem(
        403, "The person of this key has no second factor.", "Sign in in the browser and add one at /second-factor."
    )


def no_coalition() -> HttpResponse:
    """403: a person of no coalition."""
    return problem(403, "You belong to no coalition.", "Ask a coordinator of your coalition for an invitation.")


def closed() -> HttpResponse:
    """403: the laptop's door."""
    return problem(
        403, "The door is closed.", "Open the address that `item6 serve` printed, and send the cookie that it sets."
    )


def not_there() -> HttpResponse:
    """404: no such address, or nothing of that name in the record."""
    return problem(
        404, "There is nothing at this address.", "/api/v1 lists the addresses, /api/v1/reviews the reviews."
    )


def not_allowed() -> HttpResponse:
    """405: a method that would change something."""
    return problem(405, "Nothing can be changed here.", "Ask with GET.", {"Allow": "GET, HEAD"})


def bad_request() -> HttpResponse:
    """400: what Django refuses before a view is asked."""
    return problem(400, "The request cannot be understood.", "Look at /api/v1 for what can be asked.")


def failed() -> HttpResponse:
    """500: an error of the program; nothing of it is shown."""
    return problem(500, "An error of the program, which was written down.", "Try again; tell whoever runs the server.")
