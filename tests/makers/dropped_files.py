"""Files as a browser sends them, jobs that are watched from outside, and pages that are read by their words."""

from __future__ import annotations

import html
import io
import os
import re
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from item6.record.locks import is_held, try_hold
from item6.web.building import incoming, jobs
from item6.web.building.worker import TURN

PATIENCE = 120.0


def upload(name: str, contents: bytes) -> io.BytesIO:
    """A file for Django's test client."""
    file = io.BytesIO(contents)
    file.name = name  # type: ignore[attr-defined]  # the client asks any stream for its name
    return file


def drop(client: Any, *files: io.BytesIO | Path) -> str:
    """Sends the form; the address of the job."""
    sent = [upload(each.name, each.read_bytes()) if isinstance(each, Path) else each for each in files]
    answer = client.post("/add", {"files": sent})
    assert answer.status_code == 302, answer.content.decode()
    return str(answer.headers["Location"])


def form_of(names: Iterable[bytes], contents: bytes) -> dict[str, Any]:
    """The form as bytes, with names that no browser and no test client would send."""
    parts = [
        b'--BOUNDARY\r\nContent-Disposition: form-data; name="files"; filename="' + name
        + b'"\r\nContent-Type: application/pdf\r\n\r\n' + contents + b"\r\n"
        for name in names
    ]  # fmt: skip
    return {"data": b"".join(parts) + b"--BOUNDARY--\r\n", "content_type": "multipart/form-data; boundary=BOUNDARY"}


def job_at(home: Path, address: str) -> jobs.Job:
    """The job of an address, as it is now."""
    found = jobs.job_of(home, address.rsplit("/", 1)[1])
    assert found
    return found


def wait_for(true: Callable[[], object]) -> None:
    """Until something is so."""
    until = time.monotonic() + PATIENCE
    while not true():
        assert time.monotonic() < until, "this never became so"
        time.sleep(0.02)


def wait_until_ended(home: Path, address: str) -> str:
    """Until the job's process is gone; the state then."""
    wait_for(lambda: not job_at(home, address).running and not is_held(job_at(home, address).folder / jobs.LOCK))
    return job_at(home, address).state


def wait_until_reading(home: Path, address: str) -> int:
    """Until some files are read and others are not; the number of the process."""

    def half_way() -> bool:
        job = job_at(home, address)
        assert job.running, (job.state, (job.folder / "log").read_text())
        return 0 < job.progress.get("done", 0) < job.progress["total"]

    wait_for(half_way)
    return process_of(home, address)


def process_of(home: Path, address: str) -> int:
    """The number of the job's process."""
    return int(incoming.read(job_at(home, address).folder / jobs.PROCESS)["process"])


def living(group: int) -> list[int]:
    """Processes of a group that have not ended."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, its_group = path.read_text().rpartition(")")[2].split()[:3]
        except (OSError, ValueError):
            continue
        if int(its_group) == group and state != "Z":
            found.append(int(path.parent.name))
    return found


def hold_turn(home: Path) -> Callable[[], None]:
    """Keeps all jobs of a workspace waiting; call what is returned to let them go on."""
    (home / incoming.FOLDER).mkdir(parents=True, exist_ok=True)
    number = try_hold(home / incoming.FOLDER / TURN)
    assert number is not None
    return lambda: os.close(number)


def words_of(page: str) -> str:
    """What people read on a page, blanks made one."""
    body = re.sub(r"(?s)<(script|style|svg)\b.*?</\1>", " ", page)
    body = re.sub(r"</?(?:a|b|bdi|code|span)\b[^>]*>", "", body)
    return re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " ", body)))
