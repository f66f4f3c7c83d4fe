from __future__ import annotations

from pathlib import Path

import pytest

from item6.pipeline.paths import expand

FILES = (
    "b.pdf", "a.PDF", "z/inner.docx", "z/deep/er.pdf", "Ä name with spaces.pdf", ".hidden.pdf", ".git/config.pdf",
    "~$b.docx", "Thumbs.db", "__MACOSX/b.pdf", "notes.txt",
)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in FILES:
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path / "reports"


@pytest.mark.parametrize(
    ("given", "found"),
    [
        (["."], ["a.PDF", "b.pdf", "notes.txt", "Ä name with spaces.pdf", "z/inner.docx", "z/deep/er.pdf"]),
        (["z", "b.pdf"], ["z/inner.docx", "z/deep/er.pdf", "b.pdf"]),
        (["b.pdf", "z/../b.pdf", "b.pdf"], ["b.pdf"]),
        (["z/deep", "."], ["z/deep/er.pdf", "a.PDF", "b.pdf", "notes.txt", "Ä name with spaces.pdf", "z/inner.docx"]),
        ([".hidden.pdf"], [".hidden.pdf"]),
        (["no such.pdf"], ["no such.pdf"]),
        ([], []),
    ],
)
def test_files_and_folders_to_files(folder: Path, given: list[str], found: list[str]) -> None:
    assert expand(folder / name for name in given) == [folder / name for name in found]


def test_a_loop_of_links_ends(folder: Path) -> None:
    (folder / "z" / "again").symlink_to(folder)
    assert len(expand([folder])) == 6


def test_an_empty_folder(tmp_path: Path) -> None:
    assert expand([tmp_path]) == []
