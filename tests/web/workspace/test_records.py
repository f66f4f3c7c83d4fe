"""The records of a workspace in the browser: listed, switched, compared."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from dropped_files import words_of
from made_readings import answer, document, listed, reading, text
from specimen_files import SPECIMEN

from item6 import pipeline
from item6.record.reader import open_record
from item6.record.writer import publish
from item6.terms.names import ReviewName
from item6.web.records import differences
from item6.web.records.shelf import shelf

Browse = Callable[..., Client]

OLD, FINAL = (SPECIMEN / "documents" / f"ruritania-{year}-report.pdf" for year in (2010, 2015))


@pytest.fixture
def two(new_home: Path) -> tuple[Path, str, str]:
    """A workspace with two records: of the first report, and of both."""
    first, second = (pipeline.build(new_home, [path]).hash for path in (OLD, FINAL))
    assert first
    assert second
    return new_home, first, second


SMR, MCO = ReviewName("SMR", 2), ReviewName("MCO", 2)


@pytest.fixture
def edited(new_home: Path) -> tuple[Path, str, str]:
    """Two records of one review, in which a word, a State, a position and a number differ, and a review is left out."""

    def edition(*rows: object, position: str) -> object:
        answers = (answer("5.3", position, words="so", review=SMR),)
        return reading(document("report.pdf", SMR), *rows, answers=answers)

    before = edition(
        listed("5.1", text("Plant a lime tree", "CHL")), listed("5.2", text("Mend the walls", "PER")),
        listed("5.3", text("Open the archive", "CHL")), listed("5.4", text("Publish the maps", "CHL")),
        position="noted",
    )  # fmt: skip
    after = edition(
        listed("5.1", text("Plant an oak", "CHL")), listed("5.2", text("Mend the walls", "CIV")),
        listed("5.3", text("Open the archive", "CHL")), listed("5.5", text("Mend the bells", "CHL")),
        position="accepted",
    )  # fmt: skip
    other = reading(document("monaco.pdf", MCO), listed("7.1", text("Mend the maps", "SMR")))
    first = publish(new_home, pipeline.gather([before, other]))
    return new_home, first, publish(new_home, pipeline.gather([after]))


def test_all_records_with_their_counts(browse: Browse, two: tuple[Path, str, str]) -> None:
    home, first, second = two
    page = browse(home).get("/records").content.decode()
    rows = [words_of(row).split() for row in re.findall(r"(?s)<tr>(.*?)</tr>", page)[1:]]
    counts = {each.hash: [str(count) for count in each.counts] for each in shelf(home)}
    assert {row[0]: row[3:7] for row in rows} == {name[:12]: counts[name] for name in (first, second)}
    assert {row[0]: row[7] for row in rows} == {first[:12]: "Make", second[:12]: "current"}
    assert counts[second][:2] == ["2", "2"]


def test_switching_moves_the_pointer_and_the_pages(browse: Browse, two: tuple[Path, str, str]) -> None:
    home, first, second = two
    client = browse(home)
    assert client.get("/r/XRU-2").status_code == 200
    answer = client.post("/records/current", {"record": first})
    assert (answer.status_code, answer.headers["Location"]) == (302, "/records")
    assert open_record(home).hash == first
    assert (client.get("/r/XRU-2").status_code, client.get("/r/XRU-1").status_code) == (404, 200)
    assert f"Record {first[:12]}." in words_of(client.get("/").content.decode())
    client.post("/records/current", {"record": second})
    assert client.get("/r/XRU-2").status_code == 200


@pytest.mark.parametrize("record", ["", "current", "..", "0" * 64, "../../etc", "A" * 64, "\0", "f" * 65])
def test_what_is_no_record_changes_nothing(browse: Browse, two: tuple[Path, str, str], record: str) -> None:
    home, first, second = two
    client = browse(home)
    assert client.post("/records/current", {"record": record}).status_code == 404
    assert client.get("/records/compare", {"a": first, "b": record}).status_code == 404
    assert open_record(home).hash == second


def test_a_damaged_record_is_said_and_not_switched_to(browse: Browse, two: tuple[Path, str, str]) -> None:
    home, first, second = two
    (home / "records" / first / "manifest.json").write_text("{")
    client = browse(home)
    page = client.get("/records")
    assert (page.status_code, "build the record again" in words_of(page.content.decode())) == (200, True)
    answer = client.post("/records/current", {"record": first})
    assert (answer.status_code, open_record(home).hash) == (500, second)
    assert client.get("/records/compare", {"a": first, "b": second}).status_code == 500


def test_what_a_new_document_changed(browse: Browse, two: tuple[Path, str, str]) -> None:
    home, first, second = two
    page = browse(home).get("/records/compare", {"a": first[:12], "b": second[:12]}).content.decode()
    words = words_of(page)
    assert f"From record {first[:12]} to record {second[:12]}" in words
    assert f"Documents added (1) {FINAL.name}" in words
    assert 'Reviews added (1)</h2><ul><li><a href="/r/XRU-2">' in page
    back = browse(home).get("/records/compare", {"a": second, "b": first}).content.decode()
    assert "Reviews left out (1)" in words_of(back)
    same = browse(home).get("/records/compare", {"a": second, "b": second}).content.decode()
    assert "No review, recommendation or document differs." in words_of(same)


def test_what_changed_inside_a_review(browse: Browse, edited: tuple[Path, str, str]) -> None:
    home, first, second = edited
    client = browse(home)
    page = client.get("/records/compare", {"a": first, "b": second}).content.decode()
    words = words_of(page)
    assert "Reviews left out (1) Monaco, cycle 2" in words
    assert "San Marino, cycle 2 numbers added (1) 5.5 numbers left out (1) 5.4 words changed (1) 5.1" in words
    assert "States changed (1) 5.2 position changed (1) 5.3: from noted to supported" in words
    links = re.findall(r'href="(/r/[^"]+)"', page)
    assert links == ["/r/SMR-2", "/r/SMR-2/5.5", "/r/SMR-2/5.1", "/r/SMR-2/5.2", "/r/SMR-2/5.3"]
    assert {client.get(each).status_code for each in links} == {200}


def test_links_lead_only_into_the_record_that_is_shown(browse: Browse, edited: tuple[Path, str, str]) -> None:
    home, first, second = edited
    client = browse(home)
    client.post("/records/current", {"record": first})
    page = client.get("/records/compare", {"a": first, "b": second}).content.decode()
    links = re.findall(r'href="(/r/[^"]+)"', page)
    assert links == ["/r/MCO-2", "/r/SMR-2", "/r/SMR-2/5.4", "/r/SMR-2/5.1", "/r/SMR-2/5.2", "/r/SMR-2/5.3"]
    assert {client.get(each).status_code for each in links} == {200}


def test_long_differences_are_cut_and_counted(
    browse: Browse, edited: tuple[Path, str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    home, first, _ = edited
    rows = [listed(f"5.{at}", text(f"Plant tree {at}", "CHL")) for at in range(10, 30)]
    third = publish(home, pipeline.gather([reading(document("report.pdf", SMR), *rows)]))
    monkeypatch.setattr(differences, "MOST", 5)
    words = words_of(browse(home).get("/records/compare", {"a": first, "b": third}).content.decode())
    assert "numbers added (20) 5.10, 5.11, 5.12, 5.13, 5.14 and 15 more" in words


def test_a_workspace_without_records(browse: Browse, new_home: Path) -> None:
    words = words_of(browse(new_home).get("/records").content.decode())
    assert "No record yet. Add documents" in words
