from __future__ import annotations

import errno
import hashlib
import os
import threading
import time
from pathlib import Path

import pytest
from made_readings import document, reading

from item6.pipeline import reading as of_files
from item6.pipeline.reading import failed, file_name, read_file, unread
from item6.terms.documents import Reading


class OwnError(Exception):
    """A fault that no reader foresaw."""


def sound(contents: bytes, name: str) -> Reading:
    return reading(document(name, sha256=hashlib.sha256(contents).hexdigest()))


def crash(contents: bytes, name: str) -> Reading:
    raise OwnError("with words that may change")


def no_memory(contents: bytes, name: str) -> Reading:
    raise MemoryError


def too_deep(contents: bytes, name: str) -> Reading:
    return too_deep(contents, name)


def slow(contents: bytes, name: str) -> Reading:
    try:
        time.sleep(30)
    except Exception as error:
        raise AssertionError("the limit must not look like a fault of the file") from error
    return sound(contents, name)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.pdf"
    path.write_bytes(b"anything")
    return path


def said(found: Reading) -> list[tuple[str, str, str]]:
    return [(each.code, each.place.file, each.message) for each in found.issues]


def test_a_sound_file(file: Path) -> None:
    found = read_file(file, reader=sound)
    assert (found.document.file, found.issues, failed(found)) == ("report.pdf", (), False)


@pytest.mark.parametrize(
    ("reader", "what"), [(crash, "OwnError"), (no_memory, "MemoryError"), (too_deep, "RecursionError")]
)
def test_a_reader_that_crashes_leaves_an_issue(file: Path, reader: of_files.Reader, what: str) -> None:
    found = read_file(file, reader=reader)
    assert said(found) == [("F191", "report.pdf", f"reading stopped on an error of the program ({what})")]
    assert (failed(found), found.document.sha256) == (True, hashlib.sha256(b"anything").hexdigest())


def test_a_reader_that_takes_too_long_is_broken_off(file: Path) -> None:
    found = read_file(file, reader=slow, seconds=0.2)
    assert said(found) == [("F193", "report.pdf", "the file was not read within 0.2 seconds")]


def test_outside_the_main_thread_there_is_no_limit(file: Path) -> None:
    found: list[Reading] = []
    thread = threading.Thread(target=lambda: found.append(read_file(file, reader=sound, seconds=0.2)))
    thread.start()
    thread.join()
    assert [each.issues for each in found] == [()]


@pytest.mark.parametrize(
    ("make", "code", "message"),
    [
        (lambda path: None, "F102", "there is no such file"),
        (lambda path: path.mkdir(), "F103", "the file cannot be opened: it is a folder"),
        (lambda path: path.symlink_to(path), "F103", "the file cannot be opened: too many levels of symbolic links"),
        (lambda path: path.symlink_to("nowhere"), "F102", "there is no such file"),
        (lambda path: os.mkfifo(path), "F103", "the file cannot be opened: it is no ordinary file"),
    ],
    ids=["missing", "folder", "loop", "broken link", "pipe"],
)
def test_what_is_no_file(tmp_path: Path, make, code: str, message: str) -> None:
    path = tmp_path / "report.pdf"
    make(path)
    assert said(read_file(path, reader=sound)) == [(code, "report.pdf", message)]


def test_a_path_that_no_system_knows() -> None:
    assert said(read_file(Path("a\0b.pdf"), reader=sound)) == [
        ("F103", "a\0b.pdf", "the file cannot be opened: valueerror")
    ]


def test_a_huge_file_is_not_taken_into_memory(tmp_path: Path) -> None:
    path = tmp_path / "huge.pdf"
    with path.open("wb") as file:
        file.truncate(of_files.SIZE_LIMIT + 1)
    assert said(read_file(path, reader=crash)) == [("F194", "huge.pdf", "the file is larger than 200 MB")]


def test_a_file_without_permission(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path) -> bytes:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert said(read_file(file, reader=sound)) == [
        ("F103", "report.pdf", "the file cannot be opened: permission denied")
    ]


@pytest.mark.parametrize(
    ("name", "stored"),
    [
        ("report.pdf", "report.pdf"),
        ("Co\u0302te d’Ivoire.pdf", "Côte d’Ivoire.pdf"),
        ("отчёт 报告.docx", "отчёт 报告.docx"),
        (os.fsdecode(b"caf\xe9.pdf"), "caf\ufffd.pdf"),
    ],
)
def test_names_of_files_are_text(name: str, stored: str) -> None:
    assert file_name(Path("some/folder") / name) == stored


def test_unread_names_the_file_and_nothing_else() -> None:
    found = unread("odd.bin", "file.unreadable", {"why": "it is odd"})
    described = found.document
    assert (described.file, described.sha256, described.review, described.family) == ("odd.bin", "", None, "")
    assert (found.recommendations, found.answers, len(found.issues)) == ((), (), 1)
