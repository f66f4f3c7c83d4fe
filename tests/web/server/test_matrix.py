"""Every cell of route x method x role x coalition. The expectation stands in `matrix`, apart from the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast
from urllib.parse import unquote

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.urls import URLPattern, get_resolver, resolve
from django.utils.html import escape
from ground import ACTORS, NONE, OTHER, OWN, Actor, Ground
from matrix import FACTOR, METHODS, NOWHERE, ROUTES, SIGN_IN, Cell, Outcome, Row, cells, expected

from item6.web.gate.access import RULES
from item6.web.people.roles import Who
from item6.web.server import urls

ON_SQLITE = pytest.mark.parametrize("ground", ["sqlite"], indirect=True)


def test_every_route_is_in_the_matrix() -> None:
    assert [each for each in urls.urlpatterns if not isinstance(each, URLPattern)] == []
    assert {cast(URLPattern, each).name for each in urls.urlpatterns} == set(ROUTES) == set(RULES)
    assert [each for each in get_resolver(urls.__name__).url_patterns if not each.name] == []


@pytest.mark.parametrize("name", ROUTES)
def test_a_rule_is_said_twice(name: str) -> None:
    ruled = [None if who is None else Who(who).name.lower() for who in (RULES[name].read, RULES[name].change)]
    assert ruled == [ROUTES[name].read, ROUTES[name].change]


@ON_SQLITE
@pytest.mark.parametrize("name", ROUTES)
def test_each_example_is_an_address_of_its_route(ground: Ground, name: str) -> None:
    address = ground.filled(ROUTES[name].address, OWN, OWN).partition("?")[0]
    assert resolve(address, urls.__name__).view_name == name


PLAIN = ("nobody", "disabled person", "owner of the other coalition", "guest", "editor", "owner")
"""Who is tried in the plain tier too."""
ON_BOTH = ("owner of the other coalition", "editor")
"""Who is tried on PostgreSQL. Who somebody is, is one query, and has tests of its own on both."""


@ON_SQLITE
@pytest.mark.parametrize(
    "actor",
    [pytest.param(each, id=each.name, marks=() if each.name in PLAIN else (pytest.mark.full,)) for each in ACTORS],
)
@pytest.mark.parametrize("name", ROUTES)
def test_cells(ground: Ground, name: str, actor: Actor) -> None:
    hold(ground, name, actor)


@pytest.mark.full
@pytest.mark.parametrize("ground", ["postgresql"], indirect=True)
@pytest.mark.parametrize("actor", [pytest.param(each, id=each.name) for each in ACTORS if each.name in ON_BOTH])
@pytest.mark.parametrize("name", ROUTES)
def test_cells_on_postgresql(ground: Ground, name: str, actor: Actor) -> None:
    hold(ground, name, actor)


def turn_of(name: str, actor: Actor) -> int:
    """Whose turn it is on which side of a route."""
    return list(ROUTES).index(name) + ACTORS.index(actor)


def test_all_actors_together_try_each_method_on_each_side() -> None:
    for name, row in ROUTES.items():
        tried = {cell for actor in ACTORS for cell in cells(row, turn_of(name, actor))}
        assert len(tried) == len(METHODS) * len({(cell.whose, cell.named) for cell in tried})


def hold(ground: Ground, name: str, actor: Actor) -> None:
    """The cells of a route and somebody."""
    row, wrong = ROUTES[name], []
    every = cells(row, turn_of(name, actor))
    reading = [cell for cell in every if cell.method != "POST"]
    with undone():
        wrong += [each for each in (found(ground, row, actor, cell) for cell in reading) if each]
        assert ground.changed() == []
    for cell in (cell for cell in every if cell.method == "POST"):
        with undone():
            wrong += filter(None, [found(ground, row, actor, cell)])
            changed = ground.changed()
        if changed:
            ground.restore()
            assert expected(row, actor, cell) == row.changes, f"{cell} was refused, and changed {changed}"
    assert wrong == []


@ON_SQLITE
@pytest.mark.parametrize("name", [name for name, row in ROUTES.items() if row.of_coalition or row.names_things])
def test_what_is_others_is_answered_as_what_is_nobodys(ground: Ground, name: str) -> None:
    """Byte for byte, so that nobody learns which coalitions, statements or records there are."""
    row = ROUTES[name]
    for actor in ACTORS:
        for method in METHODS:
            for whose in {OTHER, OWN} if row.of_coalition and row.names_things else {OTHER}:
                asking = Cell(method, whose, OTHER)
                if expected(row, actor, asking) != 404:
                    continue
                theirs = asked(ground, row, actor, asking)
                nobodys = asked(ground, row, actor, Cell(method, NONE if whose == OTHER else OWN, NONE))
                assert said(ground, theirs, OTHER) == said(ground, nobodys, NONE), (actor.name, method)


@contextmanager
def undone() -> Iterator[None]:
    """Rows that are changed inside are rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def found(ground: Ground, row: Row, actor: Actor, cell: Cell) -> str:
    """What is wrong with a cell; empty where nothing is."""
    wanted, answer = expected(row, actor, cell), asked(ground, row, actor, cell)
    return "" if matches(answer, wanted) else f"{cell}: {outcome(answer)}, not {wanted}"


def asked(ground: Ground, row: Row, actor: Actor, cell: Cell) -> HttpResponse:
    """What is answered."""
    address = ground.filled(row.address, cell.whose, cell.named)
    client = ground.client(actor)
    cache.clear()  # how often somebody may try to sign in is counted there
    if cell.method != "POST":
        return cast(HttpResponse, client.generic(cell.method, address))
    sent = {name: ground.filled(value, cell.named, cell.named) for name, value in row.sent.items()}
    return cast(HttpResponse, client.post(address, sent))


def outcome(answer: HttpResponse) -> Outcome:
    """The status, or where it sends."""
    if answer.status_code != 302:
        return answer.status_code
    to = answer.headers["Location"]
    door = {"/sign-in?next": SIGN_IN, "/second-factor": FACTOR, "/nowhere": NOWHERE}
    return door.get(to.partition("=")[0], 302)


def matches(answer: HttpResponse, wanted: Outcome) -> bool:
    """0 stands for whatever a view answers that was let answer."""
    if wanted == 0:
        return answer.status_code in (200, 302, 400, 404, 409, 410) and outcome(answer) != SIGN_IN
    return outcome(answer) == wanted


def said(ground: Ground, answer: HttpResponse, named: str) -> tuple[object, ...]:
    """Everything that somebody sees of an answer, but for the names that they asked for themselves."""
    words = answer.content.decode()
    for name, value in ground.things[named].items():
        words = re.sub(rf"(?<!\w){re.escape(escape(unquote(value)))}(?!\w)", f"[{name}]", words)  # no 2 of an h2
    headers = {
        name: value
        for name, value in answer.headers.items()
        if name not in ("Content-Length", "RateLimit-Remaining", "RateLimit-Reset")
    }
    return answer.status_code, headers, words, sorted(answer.cookies)
