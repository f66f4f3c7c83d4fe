"""Nothing is changed but by a form of our own pages."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from dropped_files import drop, hold_turn, job_at, upload
from specimen_files import SPECIMEN

from item6.record.reader import open_record

Browse = Callable[..., Client]

READ = SPECIMEN / "documents" / "ruritania-2010-report.pdf"
FORMS = ("/add", "{job}/stop", "{job}/resume", "{job}/remove", "/records/current")
PAGES = ("/", "/add", "{job}", "/records", "/records/compare?a={record}&b={record}", "/recommendations.xlsx")


def tree(home: Path) -> dict[str, bytes | None]:
    """Every file of a workspace with its bytes."""
    return {
        str(path.relative_to(home)): path.read_bytes() if path.is_file() else None
        for path in sorted(home.rglob("*"))
    }  # fmt: skip


@pytest.fixture
def waiting(browse: Browse, home: Path) -> object:
    """A workspace in which a job waits, and its address."""
    client = browse(home)
    go_on = hold_turn(home)
    address = drop(client, READ)
    yield home, address
    client.post(f"{address}/remove")
    go_on()


def test_a_form_without_its_token_is_refused(browse: Browse, waiting: tuple[Path, str]) -> None:
    home, address = waiting
    before = tree(home)
    stranger = browse(home, enforce_csrf_checks=True)
    stranger.get("/add")
    for form in FORMS:
        values = {"files": [upload("a.pdf", b"a")], "record": open_record(home).hash}
        answer = stranger.post(form.format(job=address), values)
        assert (form, answer.status_code, tree(home)) == (form, 403, before)
        assert job_at(home, address).running


def test_a_form_with_its_token_is_taken(browse: Browse, home: Path) -> None:
    client = browse(home, enforce_csrf_checks=True)
    client.get("/add")
    token = client.cookies["csrftoken"].value
    values = {"record": open_record(home).hash, "csrfmiddlewaretoken": token}
    assert client.post("/records/current", values).status_code == 302


def test_nobody_without_the_cookie_of_the_gate(waiting: tuple[Path, str]) -> None:
    home, address = waiting
    before = tree(home)
    for form in FORMS:
        for method in ("get", "post"):
            answer = getattr(Client(SERVER_NAME="127.0.0.1"), method)(form.format(job=address))
            assert (form, method, answer.status_code) == (form, method, 403)
        assert tree(home) == before, form


def test_only_posting_changes_anything(browse: Browse, waiting: tuple[Path, str]) -> None:
    home, address = waiting
    client, before = browse(home), tree(home)
    filled = [path.format(job=address, record=open_record(home).hash) for path in (*FORMS, *PAGES)]
    expected = {path for path in filled if path == "/add" or path not in [each.format(job=address) for each in FORMS]}
    for method in ("get", "head", "options", "put", "delete", "patch"):
        codes = {path: getattr(client, method)(path).status_code for path in filled}
        assert tree(home) == before, method
        opened = {path for path, code in codes.items() if code == 200}
        assert (method, opened) == (method, expected if method in ("get", "head") else set())
        assert set(codes.values()) <= {200, 405}, method


def test_jobs_that_are_none(browse: Browse, waiting: tuple[Path, str]) -> None:
    home, _ = waiting
    client, before = browse(home), tree(home)
    for name in ("0" * 16, "..", "%2e%2e", "0" * 15, "G" * 16, ".starting", ".turn", "0" * 16 + "/files"):
        paths = [f"/add/{name}", *(f"/add/{name}/{verb}" for verb in ("stop", "resume", "remove"))]
        codes = {client.get(paths[0]).status_code, *(client.post(path).status_code for path in paths[1:])}
        assert (name, codes) == (name, {404})
        assert tree(home) == before, name


def test_pages_hold_nothing_inline_and_ask_nobody(browse: Browse, waiting: tuple[Path, str]) -> None:
    home, address = waiting
    client = browse(home)
    for page in PAGES:
        answer = client.get(page.format(job=address, record=open_record(home).hash))
        assert "default-src 'none'" in answer.headers["Content-Security-Policy"], page
        if "html" in answer.headers["Content-Type"]:
            text = answer.content.decode()
            unwanted = (" style=", "<style", " onclick", "javascript:", "http://", "https://")
            assert (page, [sign for sign in unwanted if sign in text]) == (page, [])
            assert text.count("<script") == text.count('<script src="/static/'), page


def test_forms_from_elsewhere_are_refused_and_ours_name_their_origin(browse: Browse, home: Path) -> None:
    """Chromium sends `Origin: null` with forms of pages whose policy is `no-referrer`, which is refused as well."""
    client = browse(home, enforce_csrf_checks=True)
    page = client.get("/add")
    values = {"record": open_record(home).hash, "csrfmiddlewaretoken": client.cookies["csrftoken"].value}
    codes = {
        origin: client.post("/records/current", values, headers={"origin": origin}).status_code
        for origin in ("null", "http://example.org", "http://127.0.0.1:1", "http://127.0.0.1")
    }
    assert codes == {"null": 403, "http://example.org": 403, "http://127.0.0.1:1": 403, "http://127.0.0.1": 302}
    assert page.headers["Referrer-Policy"] == "same-origin"
