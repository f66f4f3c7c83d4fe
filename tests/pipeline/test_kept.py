"""Readings that are put by: the same when taken again, never taken from what is broken, strange or old."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from item6 import pipeline
from item6.pipeline import kept, read_file, run
from item6.pipeline.kept import KeptReadings
from item6.terms.documents import Reading

SPECIMEN = Path(__file__).resolve().parents[2] / "specimen" / "documents"
REPORT, ADDENDUM = SPECIMEN / "ruritania-2010-report.pdf", SPECIMEN / "ruritania-2010-addendum.pdf"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read_file(REPORT)


@pytest.mark.parametrize("file", sorted(SPECIMEN.iterdir()), ids=lambda path: path.name)
def test_a_reading_is_the_same_when_it_is_taken_again(tmp_path: Path, file: Path) -> None:
    found = read_file(file)
    KeptReadings(tmp_path / "by").keep(found)
    assert KeptReadings(tmp_path / "by").of(found.document.sha256) == found
    (path,) = (tmp_path / "by").iterdir()
    assert path.stat().st_mode & 0o077 == 0


def test_what_could_not_be_read_is_not_kept(tmp_path: Path) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing else")
    found = read_file(broken)
    KeptReadings(tmp_path / "by").keep(found)
    assert KeptReadings(tmp_path / "by").of(found.document.sha256) is None


class Evil:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return print, ("this ran",)


@pytest.mark.parametrize(
    "contents",
    [
        b"", b"not a pickle", pickle.dumps(Evil()), pickle.dumps("a word"), pickle.dumps(Path("/")),
        pickle.dumps(pickle.loads), b"cos\nsystem\n(S'true'\ntR.", b"citem6.terms.states\nsys.exit\n(I3\ntR.",
    ],
)  # fmt: skip
def test_a_file_that_is_something_else_makes_nothing(
    tmp_path: Path, reading: Reading, contents: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    by = KeptReadings(tmp_path)
    by.keep(reading)
    (path,) = tmp_path.iterdir()
    path.write_bytes(contents)
    assert by.of(reading.document.sha256) is None
    assert capsys.readouterr().out == ""


def test_a_file_cut_short_makes_nothing(tmp_path: Path, reading: Reading) -> None:
    by = KeptReadings(tmp_path)
    by.keep(reading)
    (path,) = tmp_path.iterdir()
    whole = path.read_bytes()
    for end in range(0, len(whole), 997):
        path.write_bytes(whole[:end])
        assert by.of(reading.document.sha256) is None


def test_other_readers_read_again(tmp_path: Path, reading: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    by = KeptReadings(tmp_path)
    by.keep(reading)
    assert by.of(reading.document.sha256) == reading
    monkeypatch.setattr(kept, "reader_version", lambda: "0" * 16)
    assert by.of(reading.document.sha256) is None


def test_a_build_that_goes_on_reads_only_what_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """And the record is that of a build that was never broken off."""
    by = tmp_path / "by"
    KeptReadings(by).keep(read_file(REPORT))
    read = []
    monkeypatch.setattr(
        run, "read_files", lambda paths, **rest: read.append(paths) or pipeline.read_files(paths, **rest)
    )
    told: list[tuple[int, int, str]] = []
    went_on = pipeline.build(
        tmp_path / "one",
        [REPORT, ADDENDUM],
        by=by,
        progress=lambda done, of, it: told.append((done, of, it.document.file)),
    )
    assert read == [[ADDENDUM]]
    assert told == [(1, 2, REPORT.name), (2, 2, ADDENDUM.name)]
    assert went_on.hash == pipeline.build(tmp_path / "two", [REPORT, ADDENDUM]).hash
    assert len(list(by.iterdir())) == 2
