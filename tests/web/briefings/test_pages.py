"""The pages of briefings: what can be chosen, what is missing, reading in place, files, the set, counting words."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django.test import Client
from pages import page_of

from item6.briefings.kinds import KINDS
from item6.web.briefings import making

THEME = 'issue:"Rights of the Child"'


def test_every_kind_can_be_chosen_read_and_taken(client: Client) -> None:
    page = page_of(client.get("/brief/XRU-2").content)
    leads = {held["formaction"] for tag, held in page.elements if tag == "button" and "formaction" in held}
    files = {f"/brief/XRU-2/{kind.name}.{form}" for kind in KINDS.values() for form in kind.formats}
    read = {f"/brief/XRU-2/{kind.name}" for kind in KINDS.values() if kind.document is not None}
    assert leads == files | read | {"/brief/XRU-2/all.zip"}


def test_the_review_leads_there(client: Client) -> None:
    assert "/brief/XRU-2" in page_of(client.get("/r/XRU-2").content).links("/r/XRU-2")


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/brief/XRU-2/factsheet", "A theme is missing"),
        ("/brief/XRU-2/factsheet.pdf", "A theme is missing"),
        ("/brief/XRU-2/embassy", "A recommending State is missing"),
        ("/brief/XRU-2/embassy.md?by=nobody", "A recommending State is missing"),
        ("/brief/XRU-2/factsheet?theme=issue:xylophones", "no issue is called"),
    ],
)
def test_what_is_missing_is_said_beside_the_choice(client: Client, address: str, says: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 400
    page = page_of(answer.content)
    assert says in page.words
    assert any(held.get("role") == "alert" for _, held in page.elements)
    assert any(tag == "select" and held.get("name") == "theme" for tag, held in page.elements)


def test_what_was_chosen_stays_chosen(client: Client) -> None:
    page = page_of(client.get("/brief/XRU-2/embassy", {"theme": THEME}).content)
    assert [held["value"] for tag, held in page.elements if tag == "option" and "selected" in held] == [THEME]


@pytest.mark.parametrize(
    "address",
    ["/brief/XRU-3", "/brief/XRU-2/novel", "/brief/XRU-2/press.exe", "/brief/XRU-2/novel.pdf", "/brief/SVN-3/all.zip"],
)
def test_what_there_is_not(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


def test_numbers_lead_to_their_figures_and_sources_to_recommendations(client: Client) -> None:
    page = page_of(client.get("/brief/XRU-2/factsheet", {"theme": THEME}).content)
    links = page.links("/brief/XRU-2/factsheet")
    figures = [each for each in links if each.startswith("/figure?ref=")]
    assert len(figures) > 5
    assert client.get(figures[0]).status_code == 200
    assert any(each.startswith("/r/XRU-2/118.2") for each in links)
    assert [f"/brief/XRU-2/factsheet.{form}" for form in ("docx", "pdf", "html", "md")] == [
        each.partition("?")[0] for each in links if each.startswith("/brief/XRU-2/factsheet.")
    ]


def test_a_file_is_sent_under_its_name(client: Client) -> None:
    for _ in range(2):  # the second time it was made before
        answer = client.get("/brief/XRU-2/factsheet.html", {"theme": THEME})
        assert answer.status_code == 200
        assert answer.headers["Content-Disposition"] == (
            'attachment; filename="XRU-2-factsheet-rights-of-the-child.html"'
        )
        assert "Rights of the Child" in answer.content.decode()


def test_two_themes_of_one_name_are_two_files(client: Client) -> None:
    """Names of files leave out what words a filter has; what is kept does not."""
    ones = [client.get("/brief/XRU-2/factsheet.md", {"theme": each}).content for each in (THEME, f"{THEME} by:WEOG")]
    assert ones[0] != ones[1]


def test_the_whole_set(client: Client) -> None:
    answer = client.get("/brief/XRU-2/all.zip", {"theme": THEME, "by": "CHL"})
    names = zipfile.ZipFile(io.BytesIO(answer.content)).namelist()
    made = {name.partition("-")[2] for name in names}
    assert {name.rpartition(".")[2] for name in names} >= {"docx", "html", "md"}
    assert {f"2-{kind}.md" for kind in ("press", "briefing", "statement", "changes")} <= made
    assert "XRU-2-embassy-CHL.md" in names and "session-21-session.md" in names
    assert "XRU-2-factsheet-rights-of-the-child.md" in names
    assert len(names) == len(set(names))


def test_too_many_at_once_are_asked_to_wait(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "PATIENCE", 0.0)
    for _ in range(2):
        assert making.AT_ONCE.acquire(timeout=1)
    try:
        answer = client.get("/brief/XRU-2/changes.md")
    finally:
        for _ in range(2):
            making.AT_ONCE.release()
    assert answer.status_code == 503 and answer.headers["Retry-After"]
    assert "Try again" in page_of(answer.content).words
    assert client.get("/brief/XRU-2/changes.md").status_code == 200


def test_words_are_counted_and_not_kept(client: Client) -> None:
    answer = client.post("/count", {"text": "We call on Ruritania: 44 of 56, 78.6 % of them." + " more" * 250})
    page = page_of(answer.content)
    assert "260 words" in " ".join(page.words.split())
    assert "20 words too long" in " ".join(page.words.split())
    assert "We call on Ruritania" not in client.get("/count").content.decode()


def test_charts_are_pictures_of_their_own(client: Client) -> None:
    page = client.get("/brief/XRU-2/briefing").content.decode()
    assert "<svg" not in page.partition("<main")[2]
    addresses = re.findall(r'<img src="(/brief/XRU-2/briefing/[^"]+\.svg)" alt="([^"]+)"', page)
    assert len(addresses) == 6
    for address, alternative in addresses:
        drawn = client.get(address)
        assert (drawn.status_code, drawn.headers["Content-Type"]) == (200, "image/svg+xml")
        assert drawn.content.startswith(b"<svg ") and b"style=" not in drawn.content and alternative
    assert client.get("/brief/XRU-2/briefing/XRU-2-none.svg").status_code == 404


def test_a_long_table_of_a_chart_has_a_page(client: Client) -> None:
    page = client.get("/brief/XRU-2/briefing").content.decode()
    (address,) = re.findall(r'href="\?(table=[^"]+)"', page)
    table = client.get(f"/brief/XRU-2/briefing?{address}").content.decode()
    assert table.count("<tr>") == 87 + 1  # the head, and a row for each recommending State
    assert client.get("/brief/XRU-2/briefing?table=none").status_code == 404
