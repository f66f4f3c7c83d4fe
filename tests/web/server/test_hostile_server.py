"""What audits of such servers found again and again, tried on every route of the matrix."""

from __future__ import annotations

import ast
import csv
import io
import socket
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from django.contrib.auth import login
from django.core import mail
from django.http import HttpResponse
from django.test import Client, RequestFactory, override_settings
from ground import ACTORS, CLOSED, OTHER, OWN, SLUGS, Actor, Ground, marker
from hostile_record import TRIES
from matrix import ANYONE, PERSON, ROUTES, Row
from pages import page_of
from people_for_tests import member, signed_in
from test_matrix import ON_SQLITE, undone

from item6.web.audit import noting
from item6.web.gate.access import RULES
from item6.web.gate.headers import HEADERS, POLICY
from item6.web.people.coalitions import begin
from item6.web.people.models import Coalition, Membership, Person, Session
from item6.web.people.sessions import SessionStore, hashed

EVERY_ROUTE = pytest.mark.full
"""What is tried on every route takes minutes."""

BY_NAME = {actor.name: actor for actor in ACTORS}
OWNER, GUEST, NOBODY = BY_NAME["owner"], BY_NAME["guest"], BY_NAME["nobody"]
STRANGER = BY_NAME["owner of the other coalition"]
READ = [name for name, row in ROUTES.items() if row.read is not None]
CHANGED = [name for name, row in ROUTES.items() if row.change is not None]
ELSEWHERE = (
    "//evil.example/", "https://evil.example/", "/\\evil.example", "\\\\evil.example", "javascript:alert(1)",
    "\t//evil.example", "http:evil.example", "///evil.example", "/%09/evil.example", "https:/evil.example",
    "//evil.example@127.0.0.1/", "/r/XRU-2\r\nSet-Cookie: x=y",
)  # fmt: skip


def get(ground: Ground, actor: Actor, name: str, more: str = "", whose: str = OWN, **options: Any) -> HttpResponse:
    address = ground.filled(ROUTES[name].address, whose, whose)
    joined = f"{address}{'&' if '?' in address else '?'}{more}" if more else address
    return ground.client(actor).get(joined, **options)  # type: ignore[return-value]  # a test client gives its own kind


def post(ground: Ground, actor: Actor, name: str, more: dict[str, str]) -> HttpResponse:
    row = ROUTES[name]
    sent = {key: ground.filled(value, OWN, OWN) for key, value in row.sent.items()}
    return ground.client(actor).post(ground.filled(row.address, OWN, OWN), sent | more)  # type: ignore[return-value]  # a test client gives its own kind


def everything(answer: HttpResponse) -> str:
    """All that an answer says, packed files too."""
    content, said = answer.content, repr(sorted(answer.headers.items()))
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as packed:
            content = b"".join(packed.read(each) for each in packed.namelist())
    return said + content.decode(errors="replace")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing that a page is asked for makes the server ask somebody else."""
    connect = socket.socket.connect

    def refuse(self: socket.socket, address: Any) -> None:
        assert self.family not in (socket.AF_INET, socket.AF_INET6), f"the server asked {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", refuse)
    yield


# forms of other sites


WITHOUT_TOKEN = {"language": "it sets one cookie of the browser that asks, from pages that are the same for all"}


@EVERY_ROUTE
@ON_SQLITE
@pytest.mark.parametrize("name", [name for name in CHANGED if name not in WITHOUT_TOKEN])
def test_no_form_is_taken_without_its_token(ground: Ground, name: str) -> None:
    row, client = ROUTES[name], ground.client(OWNER, enforce_csrf_checks=True)
    sent = {key: ground.filled(value, OWN, OWN) for key, value in row.sent.items()}
    address = ground.filled(row.address, OWN, OWN)
    with undone():
        assert client.post(address, sent).status_code == 403
        client.get("/keys")
        client.get("/count")
        token = client.cookies["csrftoken"].value
        assert client.post(address, sent | {"csrfmiddlewaretoken": token[::-1]}).status_code == 403
        for origin in ("https://evil.example", "null", "http://127.0.0.1.evil.example"):
            with_token = sent | {"csrfmiddlewaretoken": token}
            assert client.post(address, with_token, headers={"origin": origin}).status_code == 403
        assert ground.changed() == []


@EVERY_ROUTE
@ON_SQLITE
@pytest.mark.parametrize("name", CHANGED)
def test_no_method_is_put_in_place_of_another(ground: Ground, name: str) -> None:
    override = {"x-http-method-override": "POST", "x-method-override": "POST", "x-http-method": "POST"}
    with undone():
        get(ground, OWNER, name, "_method=POST&_method=DELETE", headers=override)
        if ROUTES[name].read is not None:
            ground.client(OWNER).head(ground.filled(ROUTES[name].address, OWN, OWN), headers=override)
        assert ground.changed() == []


# what an answer tells the browser


def answers(ground: Ground) -> Iterator[tuple[str, HttpResponse]]:
    """One of each kind: pages, files, refusals, redirects, errors."""
    for name in ROUTES:
        for actor in (NOBODY, GUEST, OWNER, BY_NAME["owner without a second factor"]):
            with undone():
                yield f"{name} {actor.name}", get(ground, actor, name)
    client, closed = ground.client(OWNER), ground.client(OWNER, enforce_csrf_checks=True)
    yield "no page", client.get("/no-such-page")
    yield "no host", client.get("/", headers={"host": "evil.example"})
    yield "no token", closed.post("/count", {"text": "x"})
    yield "no method", client.delete("/count")
    yield "too large", client.generic("POST", "/count", b"", CONTENT_LENGTH=str(10**12))
    yield "too many fields", client.post("/count", {f"f{number}": "" for number in range(1500)})
    yield "odd path", client.generic("GET", "/r/%ff%00..%2f")


def test_every_answer_has_the_strict_headers(ground: Ground) -> None:
    for what, answer in answers(ground):
        assert {name: answer.headers.get(name) for name in HEADERS} == HEADERS, what
        assert answer.headers["Content-Security-Policy"] == POLICY
        kept = answer.headers["Cache-Control"]
        for_programs = what.startswith("api-") and kept == "private, no-cache"  # asked again each time, by its ETag
        assert "no-store" in kept or what.startswith("static") or for_programs, what


def test_a_server_under_https_says_so_for_a_year(ground: Ground) -> None:
    with override_settings(SECURE_HSTS_SECONDS=31_536_000):
        for address in ("/", "/keys", "/no-such-page", "/static/item6.css"):
            answer = ground.client(NOBODY).get(address)
            assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    assert "Strict-Transport-Security" not in ground.client(NOBODY).get("/keys").headers


def test_nothing_runs_and_nothing_is_loaded_from_elsewhere(ground: Ground) -> None:
    looked = 0
    for what, answer in answers(ground):
        if "html" in answer.headers.get("Content-Type", "") and answer.content:
            page, looked = page_of(answer.content), looked + 1
            assert page.running == [], what
            here = ("/", "?", "#", f"{settings.SERVER.address.rstrip('/')}/")
            assert [each for each in page.loaded if each and not each.startswith(here)] == [], what
            assert [each for each in page.loaded if each.startswith("//")] == [], what
    assert looked > 50


def test_cookies_are_for_this_server_alone(ground: Ground) -> None:
    with override_settings(SESSION_COOKIE_SECURE=True, CSRF_COOKIE_SECURE=True), undone():
        client = ground.client(OWNER)
        client.get("/count")
        client.post("/work-in", {"coalition": SLUGS[OWN]})
        for name, least in (("csrftoken", "Strict"), (settings.SESSION_COOKIE_NAME, "Lax")):
            morsel = client.cookies[name]
            assert (morsel["httponly"], morsel["secure"], morsel["path"], morsel["domain"]) == (True, True, "/", "")
            assert morsel["samesite"] == least


# what belongs to others


@EVERY_ROUTE
@ON_SQLITE
@pytest.mark.parametrize("name", [name for name in READ if not ROUTES[name].for_all])
def test_what_a_coalition_wrote_is_seen_by_it_alone(ground: Ground, name: str) -> None:
    """Its owners first, so that what is kept of their pages would be found by the others."""
    with undone():
        for whose in (OWN, OTHER):
            get(ground, OWNER if whose == OWN else STRANGER, name, whose=whose)
        for actor, theirs in ((STRANGER, OWN), (OWNER, OTHER), (NOBODY, OWN), (NOBODY, OTHER), (OWNER, CLOSED)):
            for whose in (OWN, OTHER):
                said = everything(get(ground, actor, name, whose=whose))
                assert f"Quetzal-{theirs}-" not in said
        for actor in (GUEST, BY_NAME["of no coalition"], BY_NAME["owner without a second factor"], BY_NAME["keeper"]):
            said = everything(get(ground, actor, name))
            for what in ("statement", "text", "upload"):
                assert marker(OWN, what) not in said


def test_markers_are_there_for_those_whose_they_are(ground: Ground) -> None:
    """Or the test above would pass on empty pages."""
    with undone():
        assert marker(OWN, "statement") in everything(get(ground, OWNER, "statements"))
        assert marker(OWN, "text") in everything(get(ground, OWNER, "statement"))
        assert marker(OWN, "upload") in everything(get(ground, OWNER, "job"))
        assert marker(OTHER, "statement") in everything(get(ground, STRANGER, "statements", whose=OTHER))


@ON_SQLITE
@pytest.mark.parametrize("name", ROUTES)
def test_names_of_others_things_in_queries_and_forms_open_nothing(ground: Ground, name: str) -> None:
    theirs = ground.things[OTHER] | {"coalition": SLUGS[OTHER], "slug": SLUGS[OTHER], "home": f"../{SLUGS[OTHER]}"}
    theirs |= {"name": theirs["statement"], "a": theirs["record"], "b": theirs["record"], "workspace": SLUGS[OTHER]}
    kept = {key: value for key, value in theirs.items() if key not in ROUTES[name].sent and key != "figure"}
    before = sorted(
        (str(path), path.stat().st_mtime_ns) for path in (ground.home / "coalitions" / SLUGS[OTHER]).rglob("*")
    )
    with undone():
        said = [get(ground, OWNER, name, "&".join(f"{key}={value}" for key, value in kept.items()))]
        if ROUTES[name].change is not None:
            said.append(post(ground, OWNER, name, kept))
        assert [each for each in said if f"Quetzal-{OTHER}-" in everything(each)] == []
        assert Session.objects.filter(person=ground.people["owner"], coalition=ground.coalitions[OTHER]).count() == 0
    after = sorted(
        (str(path), path.stat().st_mtime_ns) for path in (ground.home / "coalitions" / SLUGS[OTHER]).rglob("*")
    )
    assert after == before
    if ground.changed():
        ground.restore()


@EVERY_ROUTE
@ON_SQLITE
@pytest.mark.parametrize("name", CHANGED)
def test_no_form_takes_more_than_it_asks_for(ground: Ground, name: str) -> None:
    """Roles and rights slipped into every form, by a reader."""
    reader = BY_NAME["reader"]
    given = {
        "role": "owner", "keeper": "1", "is_active": "1", "is_superuser": "1", "second_factor": "1",
        "person": str(ground.people["reader"].pk), "email": "evil@example.org",
        "coalition_id": str(ground.coalitions[OTHER].pk),
    }  # fmt: skip
    with undone():
        post(ground, reader, name, {key: value for key, value in given.items() if key not in ROUTES[name].sent})
        me = Person.objects.get(pk=ground.people["reader"].pk)
        assert (me.keeper, me.email) == (False, ground.people["reader"].email)
        assert set(Membership.objects.filter(person=me).values_list("role", flat=True)) <= {"reader"}  # one may leave
    if ground.changed():
        ground.restore()


def test_passkeys_of_others_are_not_there(ground: Ground) -> None:
    from allauth.mfa.models import Authenticator

    theirs = Authenticator.objects.get(user=ground.people["reader"])
    for act in ("name", "remove"):
        with undone():
            for method in ("get", "post"):
                of_theirs, of_none = (
                    getattr(ground.client(OWNER), method)(f"/second-factor/passkey/{number}/{act}", {"name": "mine"})
                    for number in (theirs.pk, 999_999)
                )
                assert of_theirs.status_code == of_none.status_code
            assert Authenticator.objects.filter(pk=theirs.pk).exists()


# ways out


@ON_SQLITE
@pytest.mark.parametrize("name", ROUTES)
def test_no_redirect_leads_elsewhere(ground: Ground, name: str) -> None:
    for actor in (NOBODY, OWNER):
        for to in ELSEWHERE:
            with undone():
                found = [ground.client(actor).get(ground.filled(ROUTES[name].address, OWN, OWN), {"next": to})]
                if ROUTES[name].change in (ANYONE, PERSON):
                    found.append(post(ground, actor, name, {"next": to}))
            for answer in found:
                at = answer.headers.get("Location", "")
                assert not urlsplit(at).netloc and not at.startswith(("//", "/\\", "\\", "javascript", "http")), at
                assert "Set-Cookie: x=y" not in repr(answer.headers)
    if ground.changed():
        ground.restore()


SPOOFED = {
    "x-forwarded-host": "evil.example", "x-host": "evil.example", "x-forwarded-server": "evil.example",
    "forwarded": "host=evil.example;proto=https", "x-original-url": "/c/strelsau/audit", "x-rewrite-url": "/statements",
    "x-forwarded-proto": "https", "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1", "x-remote-user": "owner",
    "remote-user": "owner@example.org",
}  # fmt: skip


@EVERY_ROUTE
@ON_SQLITE
@pytest.mark.parametrize("name", READ)
def test_headers_that_proxies_set_are_not_believed(ground: Ground, name: str) -> None:
    for actor in (NOBODY, GUEST):
        with undone():
            plain, spoofed = get(ground, actor, name), get(ground, actor, name, headers=SPOOFED)
            assert plain.status_code == spoofed.status_code
            assert "evil.example" not in everything(spoofed)


def test_a_mail_for_a_new_password_names_this_server(ground: Ground) -> None:
    mail.outbox = []
    with undone(), override_settings(EMAIL_BACKEND="django.core.mail.backends.locmem.EmailBackend"):
        client, sent = ground.client(NOBODY), {"email": ground.people["owner"].email}
        assert client.post("/password/forgotten", sent, headers={"host": "evil.example"}).status_code == 400
        client.post("/password/forgotten", sent, headers=SPOOFED)
    assert [each for each in mail.outbox if "evil" in str(each.message())] == []


# what is sent to it


class Untouched(io.BytesIO):
    """A body that must not be read."""

    def read(self, *_: Any) -> NoReturn:
        raise AssertionError("the body was read")

    readline = read


@EVERY_ROUTE
@ON_SQLITE
@pytest.mark.parametrize("name", [name for name in CHANGED if ROUTES[name].change not in (ANYONE, PERSON)])
def test_who_may_not_send_a_form_has_none_of_it_read(ground: Ground, name: str) -> None:
    options: dict[str, Any] = {"wsgi.input": Untouched(), "CONTENT_LENGTH": "5000"}
    for actor in (NOBODY, BY_NAME["owner without a second factor"], BY_NAME["of no coalition"], GUEST):
        client = ground.client(actor, enforce_csrf_checks=True)
        client.cookies["csrftoken"] = "a" * 32
        with undone():
            address = ground.filled(ROUTES[name].address, OWN, OWN)
            answer = client.generic("POST", address, b"", "multipart/form-data; boundary=x", **options)
        assert answer.status_code in (302, 403, *((404,) if ROUTES[name].of_coalition else ()))


@EVERY_ROUTE
@ON_SQLITE
@pytest.mark.parametrize("name", CHANGED)
def test_forms_are_bounded(ground: Ground, name: str) -> None:
    options: dict[str, Any] = {"wsgi.input": Untouched(), "CONTENT_LENGTH": str(RULES[name].most + 1)}
    with undone():
        address = ground.filled(ROUTES[name].address, OWN, OWN)
        answer = ground.client(OWNER).generic("POST", address, b"", "multipart/form-data; boundary=x", **options)
    assert answer.status_code == 413


def bomb() -> bytes:
    """A Word file of some kilobytes that holds a gigabyte."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("word/document.xml", "w") as inside,
    ):
        for _ in range(200):
            inside.write(b"\0" * 1_000_000)
    return packed.getvalue()


@ON_SQLITE
@pytest.mark.parametrize(
    ("name", "contents"),
    [
        ("bomb.docx", bomb()), ("page.pdf", b"<html><script>alert(1)</script></html>"), ("empty.docx", b"PK\x03\x04"),
        ("../../../etc/passwd.docx", b"x"), ("program.docx", b"\x7fELF" + b"\0" * 500), ("a.pdf", b"%PDF-1.7\n%%EOF"),
    ],
    ids=["bomb", "page", "empty", "path", "program", "nothing"],
)  # fmt: skip
def test_files_that_mean_harm_do_none(ground: Ground, name: str, contents: bytes) -> None:
    from django.core.files.uploadedfile import SimpleUploadedFile

    with undone():
        answer = ground.client(OWNER).post("/check", {"file": SimpleUploadedFile(name, contents)})
    assert answer.status_code in ((400, 413) if name.startswith(("bomb", "program", "a.pdf")) else (200, 400))
    assert page_of(answer.content).running == []
    assert "etc/" not in answer.content.decode()
    assert "passwd" not in answer.headers.get("Content-Disposition", "")
    assert ground.changed() == []


@ON_SQLITE
@pytest.mark.parametrize("slug", ["..", "../strelsau", "a/b", "", ".", "A B", "x" * 41, "a\\b", "ruritania\n"])
def test_no_coalition_lies_outside_its_folder(ground: Ground, slug: str) -> None:
    with undone(), pytest.raises(ValueError, match="slug"):
        begin(slug, "Elsewhere")
    assert ground.changed() == []


def test_words_that_try_to_run_are_words_on_every_page(ground: Ground) -> None:
    """As names of people and coalitions, of statements, and in the cells of every file that is taken."""
    tries = [each.replace("\x00", "")[:200] for each in (*TRIES, "=1+1", " =1+1", "＝1", "+1", "-1", "@x", "\t=1")]
    names = iter(tries)
    with undone():
        Coalition.objects.filter(slug=SLUGS[OWN]).update(name=tries[0])
        where = Coalition.objects.get(slug=SLUGS[OWN])
        owner = member(where, "owner", name=tries[1])
        for each in names:
            who = member(where, "reader", name=each)
            noting.note(noting.SAW, "job", person=who.pk, coalition=where.pk, object=each)
        client, looked = signed_in(owner), []
        for row in (row for row in ROUTES.values() if row.read is not None):
            answer = client.get(ground.filled(row.address, OWN, OWN))
            looked += _examined(answer, row)
    assert {"html", "csv"} <= set(looked)


COMPUTED = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def _examined(answer: HttpResponse, row: Row) -> list[str]:
    kind = answer.headers.get("Content-Type", "")
    if "html" in kind:
        assert page_of(answer.content).running == [], row
        return ["html"]
    if "csv" in kind:
        cells = [cell for line in csv.reader(io.StringIO(answer.content.decode())) for cell in line]
        assert [
            each for each in cells if each.strip().startswith(("=", "+", "-", "@", "＝", "＋", "－", "＠"))
        ] == [], row
        return ["csv"]
    return []


# sessions


def test_a_session_that_somebody_planted_is_not_the_one_signed_in(ground: Ground) -> None:
    with undone():
        planted = SessionStore()
        planted.create()
        key, request = str(planted.session_key), RequestFactory().get("/")
        request.session = SessionStore(key)
        login(request, ground.people["owner"], settings.AUTHENTICATION_BACKENDS[0])
        request.session.save()
        assert request.session.session_key != key
        assert Session.objects.filter(session_key=hashed(key)).count() == 0
        thief = Client(headers={"host": "127.0.0.1"})
        thief.cookies[settings.SESSION_COOKIE_NAME] = key
        assert thief.get("/").headers["Location"].startswith("/sign-in")


def test_the_name_under_which_a_session_is_kept_opens_nothing(ground: Ground) -> None:
    """Who reads the table has no cookie."""
    for kept in Session.objects.values_list("session_key", flat=True):
        thief = Client(headers={"host": "127.0.0.1"})
        thief.cookies[settings.SESSION_COOKIE_NAME] = kept
        assert thief.get("/").status_code == 302


# what the program can do at all

FETCHING = {"urllib.request", "http.client", "requests", "httpx", "aiohttp", "ftplib", "socket", "smtplib", "telnetlib"}
ALLOWED = {
    "server/running.py": "listens", "server/worker.py": "listens", "work/background.py": "names its machine",
    "outbox/sending.py": "sends mail by the keeper's own mail server", "outbox/postbox.py": "the same",
}  # fmt: skip


def test_nothing_in_the_server_fetches_by_address(root: Path) -> None:
    found = set()
    folder = root / "src" / "item6" / "web"
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [each.name for each in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if FETCHING & set(names):
                found.add(str(path.relative_to(folder)))
    assert found - set(ALLOWED) == set()


# those who are nobody


OF_THE_RECORD = ("Ruritania", "XRU", "ruritania", "Switzerland", "strelsau")


def test_who_is_nobody_learns_nothing(ground: Ground) -> None:
    from item6.record.folders import find_folder

    record = find_folder(ground.home, "current").name
    for name in READ:
        with undone():
            said = get(ground, NOBODY, name)
        words = said.content.decode(errors="replace")
        shown = () if ROUTES[name].for_all else OF_THE_RECORD  # a public letter lets choose among all States
        told = [each for each in (*shown, record[:12]) if each in words]
        assert told == [], name
    missing = ground.client(NOBODY).get("/no-such-page")
    assert missing.status_code == 404 and record[:12] not in missing.content.decode()
