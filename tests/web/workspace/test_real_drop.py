"""What a person drops on the first day: whole folders of real documents, one of them broken."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from bad_files import BAD_FILES
from django.test import Client
from dropped_files import drop, job_at, upload, wait_until_ended, words_of

from item6.record.check import verify
from item6.record.reader import open_record

REPORTS = 30
SLOVENIA = (
    "cycle1/g1012049.pdf", "cycle1/g1012465.pdf", "cycle2/g1423930.pdf", "cycle2/g1504261.pdf",
    "cycle3/g1934994.pdf", "cycle3/g2004192.pdf",
)  # fmt: skip


def watched(home: Path, address: str) -> list[tuple[int, int]]:
    """(files done, files in all), each time that the job said something new."""
    said: list[tuple[int, int]] = []
    while (job := job_at(home, address)).running:
        now = (job.progress.get("done", 0), job.progress.get("total", 0))
        if now[1] and now not in said[-1:]:
            said.append(now)
        time.sleep(0.05)
    return said


@pytest.mark.full
def test_a_bad_file_among_many_real_ones(browse: Callable[..., Client], new_home: Path, corpus: Path) -> None:
    client = browse(new_home)
    reports = sorted((corpus / "reports").glob("*.pdf"))
    chosen = reports[:: len(reports) // REPORTS][:REPORTS]
    good = [*sorted((corpus / "china").glob("*.docx")), *(corpus / "slovenia" / name for name in SLOVENIA), *chosen]
    name, contents, _ = BAD_FILES["html named pdf"]
    address = drop(client, *good, upload(name, contents()))
    said = watched(new_home, address)
    assert wait_until_ended(new_home, address) == "done"
    assert len(good) == 2 + 6 + REPORTS
    assert {total for _, total in said} == {len(good) + 1}
    done = [count for count, _ in said]
    assert (done, len(done) > 5) == (sorted(done), True)
    result = job_at(new_home, address).result
    assert (result["read"], [each["name"] for each in result["problems"]]) == (len(good), [name])
    page = client.get(address).content.decode()
    assert f"{name}: this is a web page, not a document." in words_of(page)
    assert {"SVN-1", "SVN-2", "SVN-3"} <= set(result["added"])
    assert {client.get(f"/r/{review}").status_code for review in result["added"]} == {200}
    assert [review for review in result["added"] if f'href="/r/{review}"' not in page] == []
    with open_record(new_home) as record:
        assert {document.file for document in record.documents()} == {path.name for path in good}
    assert verify(new_home) == ()
