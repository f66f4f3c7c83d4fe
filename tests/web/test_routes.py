"""Every address, with every method: what is listed here is all there is."""

from __future__ import annotations

from urllib.parse import unquote

import pytest
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import RoutePattern, URLPattern

from item6.web import urls

READ = {"get": 200, "head": 200, "options": 405, "post": 405, "put": 405, "patch": 405, "delete": 405, "trace": 405}
"""What a route that only reads answers to each method."""

CHANGE = {**dict.fromkeys(READ, 405), "post": 404}
"""What a route that changes something answers where there is nothing of that name."""

NO_JOB = "0" * 16

ROUTES = {
    "": ("/", READ),
    "^r/(?P<review>[A-Z]{3}-\\d{1,2})$": ("/r/XRU-2", READ),
    "^r/(?P<review>[A-Z]{3}-\\d{1,2})/(?P<number>\\d[0-9a-z.()]{0,24})$": ("/r/XRU-2/115.1", READ),
    "^r/(?P<review>[A-Z]{3}-\\d{1,2})/(?P<number>\\d[0-9a-z.()]{0,24})/page\\.png$": ("/r/XRU-2/115.1/page.png", READ),
    "recommendations": ("/recommendations?q=position:noted", READ),
    "^recommendations\\.(?P<form>csv|json|xlsx)$": ("/recommendations.csv?q=position:noted", READ),
    "figure": ("/figure?ref={reference}", READ),
    "^state/(?P<state>[A-Z]{3})$": ("/state/CHE", READ),
    "documents": ("/documents", READ),
    "problems": ("/problems", READ),
    "keys": ("/keys", READ),
    "api/v1": ("/api/v1", READ),
    "api/v1/openapi.json": ("/api/v1/openapi.json", READ),
    "^api/v1/about\\Z": ("/api/v1/about", READ),
    "^api/v1/reviews\\Z": ("/api/v1/reviews", READ),
    "^api/v1/reviews/(?P<review>[A-Z]{3}-[1-9][0-9]?)\\Z": ("/api/v1/reviews/XRU-2", READ),
    "^api/v1/reviews/(?P<review>[A-Z]{3}-[1-9][0-9]?)/recommendations/(?P<number>[0-9][0-9a-z.()]{0,24})\\Z": (
        "/api/v1/reviews/XRU-2/recommendations/115.1",
        READ,
    ),
    "^api/v1/recommendations\\Z": ("/api/v1/recommendations", READ),
    "^api/v1/count\\Z": ("/api/v1/count", READ),
    "^api/v1/figures\\Z": ("/api/v1/figures?ref={reference}", READ),
    "^api/v1/states/(?P<code>[A-Z]{3})\\Z": ("/api/v1/states/CHE", READ),
    "^api/v1/documents\\Z": ("/api/v1/documents", READ),
    "^api/v1/problems\\Z": ("/api/v1/problems", READ),
    "^brief/(?P<review>[A-Z]{3}-\\d{1,2})$": ("/brief/XRU-2", READ),
    "^brief/(?P<review>[A-Z]{3}-\\d{1,2})/all\\.zip$": ("/brief/XRU-2/all.zip", READ),
    "^brief/(?P<review>[A-Z]{3}-\\d{1,2})/(?P<kind>[a-z]{1,20})$": ("/brief/XRU-2/briefing", READ),
    "^brief/(?P<review>[A-Z]{3}-\\d{1,2})/(?P<kind>[a-z]{1,20})/(?P<chart>[A-Za-z0-9-]{1,60})\\.svg$": (
        "/brief/XRU-2/briefing/XRU-2-outcome.svg",
        READ,
    ),
    "^brief/(?P<review>[A-Z]{3}-\\d{1,2})/(?P<kind>[a-z]{1,20})\\.(?P<form>[a-z]{1,5})$": (
        "/brief/XRU-2/press.docx",
        READ,
    ),
    "count": ("/count", {**READ, "post": 200}),
    "add": ("/add", {**READ, "post": 400}),
    "^add/(?P<name>[0-9a-f]{16})$": (f"/add/{NO_JOB}", {**READ, "get": 404, "head": 404}),
    "^add/(?P<name>[0-9a-f]{16})/stop$": (f"/add/{NO_JOB}/stop", CHANGE),
    "^add/(?P<name>[0-9a-f]{16})/resume$": (f"/add/{NO_JOB}/resume", CHANGE),
    "^add/(?P<name>[0-9a-f]{16})/remove$": (f"/add/{NO_JOB}/remove", CHANGE),
    "records": ("/records", READ),
    "records/current": ("/records/current", CHANGE),
    "records/compare": ("/records/compare?a={record}&b={record}", READ),
    "check": ("/check", {**READ, "post": 400}),
    "statements": ("/statements", READ),
    "statements/again": ("/statements/again", {**CHANGE, "post": 302}),
    "^statements/(?P<name>[0-9a-f]{16})$": (f"/statements/{NO_JOB}", {**READ, "get": 404, "head": 404}),
    "^statements/(?P<name>[0-9a-f]{16})/accept$": (f"/statements/{NO_JOB}/accept", CHANGE),
    "^statements/(?P<name>[0-9a-f]{16})/forget$": (f"/statements/{NO_JOB}/forget", CHANGE),
    "language": ("/language", CHANGE),
    "^static/(?P<name>[a-z0-9.-]{1,60})$": ("/static/item6.css", READ),
}
"""Each pattern of `item6.web.urls`, an address of it, and its answers."""


def written(pattern: URLPattern) -> str:
    """The pattern as urls.py has it."""
    inside = pattern.pattern
    return str(inside._route if isinstance(inside, RoutePattern) else inside.regex.pattern)


@pytest.fixture
def reference(client: Client) -> str:
    """The reference of a figure, as the page of a review links to it."""
    page = client.get("/r/XRU-2").content.decode()
    return page.partition("/figure?ref=")[2].partition('"')[0]


def test_every_route_is_listed() -> None:
    assert [written(each) for each in urls.urlpatterns] == list(ROUTES)


def test_nothing_is_included_from_elsewhere() -> None:
    assert [each for each in get_resolver().url_patterns if not isinstance(each, URLPattern)] == []


@pytest.mark.parametrize("method", READ)
@pytest.mark.parametrize("route", ROUTES)
def test_answers(client: Client, reference: str, route: str, method: str) -> None:
    answer = getattr(client, method)(_address(route, reference))
    assert answer.status_code == ROUTES[route][1][method]


def _address(route: str, reference: str) -> str:
    return ROUTES[route][0].format(reference=reference, record=unquote(reference).rpartition("#")[2])


@pytest.mark.parametrize("route", [route for route, (_, answers) in ROUTES.items() if answers["get"] != 405])
def test_pages_say_their_kind(client: Client, reference: str, route: str) -> None:
    answer = client.get(_address(route, reference))
    assert answer.headers["Content-Type"].split(";")[0] in (
        "text/html", "text/css", "text/csv", "application/json", "image/png", "image/svg+xml", "application/zip",
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    )  # fmt: skip
    assert answer.content
