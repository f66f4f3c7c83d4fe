"""A Django page with one query and nothing else: what the pages of item6 are measured beside.

    python3 benchmarks/bare_page.py RECORD.sqlite

Prints its address. `/N` shows the text of rank N. No middleware, no translation, one small template, the same server.
"""

from __future__ import annotations

import socket
import sqlite3
import sys

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path
from waitress.server import create_server

PAGE = (
    "<!doctype html><html lang=en><head><meta charset=utf-8><title>{{ number }}</title></head>"
    "<body><h1>{{ number }}</h1><blockquote>{{ words }}</blockquote><p>page {{ page }}</p></body></html>"
)
QUERY = (
    "SELECT r.number, w.words, t.page FROM text t JOIN recommendation r ON r.id = t.recommendation"
    " JOIN words w ON w.text = t.id WHERE t.id = ?"
)


def main(record: str) -> None:
    """Serves until it is ended."""
    settings.configure(
        ALLOWED_HOSTS=["127.0.0.1"], ROOT_URLCONF=__name__, SECRET_KEY="for measuring", MIDDLEWARE=[], USE_I18N=False,
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
    )  # fmt: skip
    application = get_wsgi_application()
    global rows, template
    rows = sqlite3.connect(f"file:{record}?immutable=1&mode=ro", uri=True, check_same_thread=False)
    template = engines["django"].from_string(PAGE)
    listening = socket.create_server(("127.0.0.1", 0))
    print(f"http://127.0.0.1:{listening.getsockname()[1]}/", flush=True)
    create_server(application, sockets=[listening], threads=8).run()


def show(request: HttpRequest, rank: int) -> HttpResponse:
    """One text."""
    number, words, page = rows.execute(QUERY, (rank,)).fetchone()
    shown = template.render({"number": number, "words": words, "page": page}).encode()
    return HttpResponse(shown, headers={"Content-Length": str(len(shown))})


urlpatterns = [path("<int:rank>", show)]

if __name__ == "__main__":
    sys.modules["bare_page"] = sys.modules[__name__]
    main(sys.argv[1])
