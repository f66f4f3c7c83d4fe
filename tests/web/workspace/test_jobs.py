"""A job is stopped, killed, resumed, waited for; whatever happens, the record in force stands."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from http.cookiejar import CookieJar
from pathlib import Path
from urllib.request import HTTPCookieProcessor, Request, build_opener

import pytest
from django.test import Client
from dropped_files import (
    drop,
    hold_turn,
    job_at,
    living,
    process_of,
    upload,
    wait_for,
    wait_until_ended,
    wait_until_reading,
    words_of,
)
from specimen_files import SPECIMEN

from item6.record.check import verify
from item6.record.reader import open_record
from item6.web.building import incoming, jobs

Browse = Callable[..., Client]

ROOT = Path(__file__).resolve().parents[3]
OLD, FINAL = (SPECIMEN / "documents" / f"ruritania-{year}-report.pdf" for year in (2010, 2015))
pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="groups of processes are looked at, which Windows lacks"
)


def many(count: int = 60) -> list[object]:
    """Reports enough that reading them takes a while: the same one with other bytes at its end."""
    contents = FINAL.read_bytes()
    return [upload(f"report-{at}.pdf", contents + b"\n%% %d\n" % at) for at in range(count)]


@pytest.fixture
def kept_off() -> Iterator[list[int]]:
    """Processes of a test that must not outlive it."""
    started: list[int] = []
    yield started
    for process in started:
        for member in living(process):
            os.kill(member, signal.SIGKILL)


def test_stopping_ends_every_process_and_resuming_reads_all(browse: Browse, home: Path, kept_off: list[int]) -> None:
    client, before = browse(home), open_record(home).hash
    address = drop(client, *many())
    kept_off.append(process_of(home, address))
    process = wait_until_reading(home, address)
    page = client.get(address).content.decode()
    assert '<noscript><meta http-equiv="refresh"' in page
    assert "Stop reading" in words_of(page)
    assert len(living(process)) > 2
    assert client.post(f"{address}/stop").headers["Location"] == address
    assert job_at(home, address).state == "stopped"
    wait_for(lambda: not living(process))
    assert (open_record(home).hash, verify(home)) == (before, ())
    page = client.get(address).content.decode()
    assert ("Stopped" in words_of(page), "http-equiv" in page) == (True, False)
    assert len(list((home / "incoming").glob("*/files/*"))) == 60
    client.post(f"{address}/resume")
    kept_off.append(process_of(home, address))
    assert wait_until_ended(home, address) == "done"
    assert job_at(home, address).result["read"] == 60
    assert open_record(home).hash != before
    assert verify(home) == ()


def test_a_killed_worker_leaves_the_old_record_and_can_be_resumed(
    browse: Browse, home: Path, kept_off: list[int]
) -> None:
    client, before = browse(home), open_record(home).hash
    address = drop(client, *many())
    process = wait_until_reading(home, address)
    kept_off.append(process)
    os.kill(process, signal.SIGKILL)
    assert wait_until_ended(home, address) == "broken"
    assert (open_record(home).hash, verify(home)) == (before, ())
    assert "Broken off" in words_of(client.get(address).content.decode())
    wait_for(lambda: not living(process))
    client.post(f"{address}/resume")
    assert wait_until_ended(home, address) == "done"


def test_what_was_read_before_the_kill_is_not_read_again(browse: Browse, home: Path, kept_off: list[int]) -> None:
    client = browse(home)
    address = drop(client, *many())
    process = wait_until_reading(home, address)
    kept_off.append(process)
    readings = job_at(home, address).folder / "readings"
    wait_for(lambda: len(list(readings.glob("[!.]*"))) >= 5)
    os.kill(process, signal.SIGKILL)
    assert wait_until_ended(home, address) == "broken"
    wait_for(lambda: not living(process))
    before = {path.name: path.stat().st_mtime_ns for path in readings.glob("[!.]*")}
    seen: dict[str, int] = {}
    client.post(f"{address}/resume")
    kept_off.append(process_of(home, address))
    while job_at(home, address).running:
        for path in readings.glob("[!.]*"):
            with contextlib.suppress(FileNotFoundError):
                seen[path.name] = path.stat().st_mtime_ns
    job = job_at(home, address)
    assert (job.state, job.result["read"], job.progress["before"]) == ("done", 60, len(before))
    assert before.items() <= seen.items()  # none was written anew
    wait_for(lambda: not readings.exists())
    assert "were read before" not in words_of(client.get(address).content.decode())


def test_one_job_at_a_time(browse: Browse, new_home: Path) -> None:
    client = browse(new_home)
    go_on = hold_turn(new_home)
    first, second = drop(client, OLD), drop(client, FINAL)
    assert [job_at(new_home, each).state for each in (first, second)] == ["waiting", "waiting"]
    assert "Waits until other documents are read" in words_of(client.get(second).content.decode())
    go_on()
    assert [wait_until_ended(new_home, each) for each in (first, second)] == ["done", "done"]
    with open_record(new_home) as record:
        assert {document.file for document in record.documents()} == {OLD.name, FINAL.name}


def test_starting_twice_starts_once(browse: Browse, new_home: Path) -> None:
    client = browse(new_home)
    go_on = hold_turn(new_home)
    address = drop(client, OLD)
    process = process_of(new_home, address)
    client.post(f"{address}/resume")
    assert process_of(new_home, address) == process
    command = [sys.executable, "-P", "-m", "item6.web.building.worker", str(job_at(new_home, address).folder)]
    second = subprocess.run(command, env=jobs.environment(), capture_output=True, text=True, check=False)
    assert (second.returncode, second.stdout) == (3, "")
    go_on()
    assert wait_until_ended(new_home, address) == "done"
    result = job_at(new_home, address).result
    client.post(f"{address}/resume")
    client.post(f"{address}/stop")
    assert (job_at(new_home, address).state, job_at(new_home, address).result) == ("done", result)


def test_removing_ends_the_process_and_takes_the_files_away(browse: Browse, new_home: Path) -> None:
    client = browse(new_home)
    go_on = hold_turn(new_home)
    address = drop(client, OLD)
    process = process_of(new_home, address)
    assert client.post(f"{address}/remove").headers["Location"] == "/add"
    wait_for(lambda: not living(process))
    assert list((new_home / "incoming").glob("[0-9a-f]*")) == []
    assert client.get(address).status_code == 404
    go_on()


def test_a_failure_is_said_and_can_be_resumed(browse: Browse, new_home: Path) -> None:
    client = browse(new_home)
    new_home.mkdir()
    (new_home / "documents").write_text("in the way")
    address = drop(client, OLD)
    assert wait_until_ended(new_home, address) == "failed"
    assert "the workspace cannot be written (file exists)." in words_of(client.get(address).content.decode())
    (new_home / "documents").unlink()
    client.post(f"{address}/resume")
    assert wait_until_ended(new_home, address) == "done"


def test_a_fault_of_the_program_is_said_and_logged(browse: Browse, new_home: Path) -> None:
    client = browse(new_home)
    go_on = hold_turn(new_home)
    address = drop(client, OLD)
    folder = job_at(new_home, address).folder
    incoming.write(folder / incoming.MADE, {"files": [{"nonsense": 1}], "refused": []})
    go_on()
    assert wait_until_ended(new_home, address) == "failed"
    assert "the program failed (TypeError)" in job_at(new_home, address).failure
    assert "Traceback" in (folder / "log").read_text()


def test_old_jobs_go_and_unfinished_ones_stay(browse: Browse, new_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(incoming, "_KEPT_JOBS", 1)
    client = browse(new_home)
    done = [drop(client, upload("empty.pdf", b"")) for _ in range(2)]
    assert {wait_until_ended(new_home, each) for each in done} == {"done"}
    go_on = hold_turn(new_home)
    stopped = drop(client, OLD)
    client.post(f"{stopped}/stop")
    last = drop(client, FINAL)
    assert [client.get(each).status_code for each in (*done, stopped, last)] == [404, 200, 200, 200]
    go_on()
    assert wait_until_ended(new_home, last) == "done"
    listed = client.get("/add").content.decode()
    assert [f'href="{each}"' in listed for each in (*done, stopped, last)] == [False, True, True, True]


def test_the_process_is_told_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ITEM6_KEY", "k")
    monkeypatch.setenv("ITEM6_SECRET", "s")
    monkeypatch.setenv("ITEM6_OTHER", "o")
    told = jobs.environment()
    assert {name for name in told if name.startswith("ITEM6_")} >= {"ITEM6_OTHER"}
    assert {"ITEM6_KEY", "ITEM6_SECRET"} & set(told) == set()


class Server:
    """`item6 serve` on a workspace, and a browser that came in by its address."""

    def __init__(self, home: Path) -> None:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
        command = [sys.executable, "-m", "item6", "--home", str(home), "serve", "--no-browser"]
        self.process = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert self.process.stdout
        address = self.process.stdout.readline().decode().strip()
        self.root = address.split("/?")[0]
        self.jar = CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(self.jar))
        self.get(address.removeprefix(self.root))

    def get(self, path: str) -> str:
        """A page."""
        with self.opener.open(self.root + path) as answer:
            return str(answer.read().decode())

    def send(self, path: str, names: list[str], contents: list[bytes]) -> str:
        """Sends the form of `/add` with its token; the address that it led to."""
        self.get("/add")
        token = next(each.value for each in self.jar if each.name == "csrftoken")
        body = f'--B\r\nContent-Disposition: form-data; name="csrfmiddlewaretoken"\r\n\r\n{token}\r\n'.encode()
        for name, each in zip(names, contents, strict=True):
            body += f'--B\r\nContent-Disposition: form-data; name="files"; filename="{name}"\r\n\r\n'.encode() + each
            body += b"\r\n"
        request = Request(self.root + path, body + b"--B--\r\n")
        request.add_header("Content-Type", "multipart/form-data; boundary=B")
        with self.opener.open(request) as answer:
            return str(answer.geturl()).removeprefix(self.root)

    def kill(self) -> None:
        """Ends it without a word."""
        self.process.kill()
        self.process.communicate()


def test_a_job_outlives_the_server(home: Path, kept_off: list[int]) -> None:
    server = Server(home)
    files = many(30)
    address = server.send("/add", [each.name for each in files], [each.read() for each in files])
    kept_off.append(process_of(home, address))
    wait_until_reading(home, address)
    server.kill()
    again = Server(home)
    assert f'href="{address}"' in again.get("/add")
    assert wait_until_ended(home, address) == "done"
    assert "30 documents were read" in words_of(again.get(address))
    again.kill()
    assert json.loads((job_at(home, address).folder / "result.json").read_text())["read"] == 30
