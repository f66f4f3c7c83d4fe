from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

from item6.record.reader import open_record


def test_the_demonstration(run: Callable, tmp_path: Path) -> None:
    home = tmp_path / "demo"
    said = run("demo", home)
    assert said.code == 0
    with open_record(home) as record:
        assert [str(row.name) for row in record.reviews()] == ["XRU-1", "XRU-2"]
        assert said.out.splitlines()[0] == f"Documents of a made-up State, read into {home} (record {record.hash[:12]})"
    commands = [line for line in said.out.splitlines() if line.startswith("$ ")]
    assert [line.split()[4] for line in commands] == ["show", "answers", "reconcile", "search", "passage"]
    assert f"  {home / 'passage.png'}: the place on the page, as a picture" in said.out.splitlines()
    assert (home / "passage.png").read_bytes().startswith(b"\x89PNG")
    assert said.out.splitlines()[-4:] == [
        "For a real State, type:", "  item6 read REPORT.pdf", "  item6 build FOLDER", "  item6 show China",
    ]  # fmt: skip


def test_a_real_record_stays_as_it_is(run: Callable, tmp_path: Path, made_home: Path) -> None:
    home = Path(shutil.copytree(made_home, tmp_path / "home"))
    pointer = (home / "records" / "current").read_text()
    said = run("--home", home, "demo")
    assert said.code == 0
    assert said.err.startswith(f"{home}: this workspace holds other documents and stays as it is; the demonstration ")
    assert (home / "records" / "current").read_text() == pointer
    with open_record(home / "demo") as record:
        assert [str(row.name) for row in record.reviews()] == ["XRU-1", "XRU-2"]


def test_twice_is_the_same(run: Callable, tmp_path: Path) -> None:
    first, second = run("demo", tmp_path), run("demo", tmp_path)
    assert (first.out, second.code) == (second.out, 0)
    assert not (tmp_path / "demo").exists()
