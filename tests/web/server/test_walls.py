"""The door of a server: who is let in where, in which workspace, and what is noted."""

from __future__ import annotations

from collections.abc import Callable

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from people_for_tests import member, person, signed_in

from item6.web.audit.models import Entry
from item6.web.gate.access import RULES
from item6.web.people.models import Coalition, Membership, Session
from item6.web.server import urls

Enter = Callable[..., Client]


def test_every_route_has_its_rule() -> None:
    assert {each.name for each in urls.urlpatterns} == set(RULES)


def test_who_is_not_signed_in_is_sent_to_the_door(anyone: Client) -> None:
    answer = anyone.get("/r/XRU-2?x=1")
    assert (answer.status_code, answer.headers["Location"]) == (302, "/sign-in?next=%2Fr%2FXRU-2%3Fx%3D1")
    assert anyone.post("/check", {"text": "words"}).status_code == 403


def test_members_see_the_record(enter_as: Enter) -> None:
    assert enter_as("guest").get("/r/XRU-2").status_code == 200


@pytest.mark.parametrize(("role", "status"), [("guest", 403), ("reader", 200)])
def test_a_role_too_low_is_refused(enter_as: Enter, role: str, status: int) -> None:
    assert enter_as(role).get("/statements").status_code == status


def test_without_a_second_factor_nothing_of_a_coalition_opens(coalition: Coalition) -> None:
    client = signed_in(member(coalition, "owner", second_factor=False))
    assert client.get("/r/XRU-2").status_code == 302


def test_a_person_of_no_coalition_is_told_so(coalition: Coalition) -> None:
    client = signed_in(person())
    assert client.get("/", follow=True).request["PATH_INFO"] == "/nowhere"


def test_an_ended_session_opens_nothing(enter_as: Enter) -> None:
    client = enter_as("owner")
    assert client.get("/").status_code == 200
    Session.objects.all().delete()
    assert client.get("/").status_code == 302


def test_a_page_that_is_kept_stands_behind_the_same_wall(enter_as: Enter, coalition: Coalition, anyone: Client) -> None:
    """What was asked for before is answered without a view; who may see it is asked anew each time."""
    client = enter_as("guest")
    assert [client.get("/r/XRU-2").status_code for _ in range(2)] == [200, 200]
    assert anyone.get("/r/XRU-2").status_code == 302
    assert anyone.get("/r/XRU-2", headers={"Authorization": "Bearer nobodys"}).status_code in (302, 403)
    assert signed_in(member(coalition, "owner", second_factor=False)).get("/r/XRU-2").headers["Location"] != "/"
    assert signed_in(person()).get("/r/XRU-2").headers["Location"] == "/nowhere"
    Membership.objects.all().delete()
    assert client.get("/r/XRU-2").headers["Location"] == "/nowhere"
    Session.objects.all().delete()
    assert client.get("/r/XRU-2").headers["Location"].startswith("/sign-in")


def test_a_closed_coalition_shows_nothing_that_is_kept(enter_as: Enter, coalition: Coalition) -> None:
    client = enter_as("owner")
    assert [client.get("/r/XRU-2").status_code for _ in range(2)] == [200, 200]
    Coalition.objects.update(closed=timezone.now())
    assert client.get("/r/XRU-2").headers["Location"] == "/nowhere"


@pytest.mark.full
@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_a_connection_that_the_database_ended_is_opened_anew(enter_as: Enter) -> None:
    client = enter_as("guest")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        before = cursor.fetchone()[0]
    with psycopg.connect(connection.connection.info.dsn) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [before])
    connection.close_if_unusable_or_obsolete()  # between two requests, which a client of tests leaves out
    assert client.get("/r/XRU-2").status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        assert cursor.fetchone()[0] != before


def test_the_coalition_worked_in_can_be_changed_to_ones_own_alone(coalition: Coalition, other: Coalition) -> None:
    someone = member(coalition, "owner")
    client = signed_in(someone)
    assert client.post("/work-in", {"coalition": other.slug}).status_code == 404
    Membership.objects.create(person=someone, coalition=other, role="guest")
    assert client.get("/statements").status_code == 200
    assert client.post("/work-in", {"coalition": other.slug}).status_code == 302
    assert client.get("/statements").status_code == 403


def test_what_is_exported_and_refused_is_noted(enter_as: Enter, coalition: Coalition) -> None:
    client = enter_as("guest")
    client.get("/recommendations.csv")
    reader = enter_as("reader")
    reader.get("/recommendations.csv")
    noted = Entry.objects.filter(did__in=("exported", "refused")).order_by("id")
    found = list(noted.values_list("did", "what", "object", "coalition", "status"))
    assert found == [("refused", "export", "csv", coalition.pk, 403), ("exported", "export", "csv", coalition.pk, 200)]
