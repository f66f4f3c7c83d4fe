from __future__ import annotations

import io
import time
from collections.abc import Callable
from pathlib import Path

from django.test import Client
from specimen_files import SPECIMEN

from item6.record.reader import open_record
from item6.web.building.jobs import job_of

DOCUMENTS = SPECIMEN / "documents"


def upload(name: str, contents: bytes) -> io.BytesIO:
    file = io.BytesIO(contents)
    file.name = name
    return file


def drop(client: Client, *files: io.BytesIO | Path) -> str:
    """Sends the form; the address of the job."""
    sent = [upload(each.name, each.read_bytes()) if isinstance(each, Path) else each for each in files]
    answer = client.post("/add", {"files": sent})
    assert answer.status_code == 302, answer.content.decode()
    return answer.headers["Location"]


def wait(home: Path, address: str, *, seconds: float = 120) -> str:
    """Until the job's process is gone; the state then."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        job = job_of(home, address.rsplit("/", 1)[1])
        assert job
        if not job.running:
            return job.state
        time.sleep(0.05)
    raise AssertionError("still at it")


def test_documents_become_a_record(browse: Callable[..., Client], new_home: Path, built_home: Path) -> None:
    client = browse(new_home)
    address = drop(client, *sorted(DOCUMENTS.iterdir()))
    assert wait(new_home, address) == "done"
    page = client.get(address).content.decode()
    assert 'href="/r/XRU-1"' in page
    assert open_record(new_home).hash == open_record(built_home).hash
