from __future__ import annotations

import multiprocessing
from pathlib import Path

import pytest
from odd_readers import read_oddly

from item6.pipeline.pool import read_files
from item6.terms.documents import Reading


def told(readings: list[Reading]) -> list[tuple[str, str | None]]:
    return [(each.document.file, each.issues[0].message if each.issues else None) for each in readings]


@pytest.mark.parametrize("workers", [1, 3])
def test_the_order_is_that_of_the_paths(workers: int) -> None:
    names = [f"{number}.pdf" for number in (3, 1, 2, 5, 4)]
    heard: list[tuple[int, int, str]] = []
    found = read_files(
        [Path(name) for name in names],
        workers=workers,
        progress=lambda done, total, reading: heard.append((done, total, reading.document.file)),
        read=read_oddly,
    )
    assert told(found) == [(name, None) for name in names]
    assert [(done, total) for done, total, _ in heard] == [(done, 5) for done in range(1, 6)]
    assert sorted(file for _, _, file in heard) == sorted(names)


def test_a_worker_that_ends_costs_only_its_file() -> None:
    names = ["a.pdf", "leave.pdf", "b.pdf", "kill.pdf", "c.pdf"]
    found = read_files([Path(name) for name in names], workers=2, read=read_oddly)
    assert told(found) == [
        ("a.pdf", None),
        ("leave.pdf", "the process that read the file was ended (exit code 7)"),
        ("b.pdf", None),
        ("kill.pdf", "the process that read the file was ended (signal SIGKILL)"),
        ("c.pdf", None),
    ]
    assert multiprocessing.active_children() == []


def test_a_file_whose_worker_ended_is_tried_again(tmp_path: Path) -> None:
    once = tmp_path / "once.pdf"
    once.touch()
    found = read_files([once, Path("a.pdf"), Path("b.pdf")], workers=2, read=read_oddly)
    assert told(found) == [("once.pdf", None), ("a.pdf", None), ("b.pdf", None)]
    assert not once.exists()


def test_a_file_that_hangs_costs_only_itself() -> None:
    found = read_files([Path("hang.pdf"), Path("a.pdf"), Path("b.pdf")], workers=2, seconds=1, read=read_oddly)
    assert told(found) == [("hang.pdf", "the file was not read within 1 seconds"), ("a.pdf", None), ("b.pdf", None)]


def test_whoever_listens_may_stop_it() -> None:
    def stop(done: int, total: int, reading: Reading) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_files([Path("a.pdf"), Path("hang.pdf")], workers=2, progress=stop, read=read_oddly)
    assert multiprocessing.active_children() == []


def test_nothing_to_read() -> None:
    assert read_files([], workers=4, read=read_oddly) == []


def test_workers_are_counted_from_one() -> None:
    with pytest.raises(ValueError, match="1 or more"):
        read_files([Path("a.pdf")], workers=0, read=read_oddly)
