"""A workspace that stands on another: its record is the other's and its own; the other's never changes."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from item6 import decisions, pipeline
from item6.pipeline.beneath import built_on, decisions_wait, is_behind
from item6.pipeline.documents import stored_bytes
from item6.record.errors import RecordNotFound
from item6.record.folders import STANDS_ON, find_folder, hashes_in
from item6.record.reader import open_record
from item6.record.writer import follow_base, make_current

OLD, NEW = "ruritania-2010-report.pdf", "ruritania-2015-report.pdf"
ANSWER = {
    "kind": "answer", "review": "XRU-2", "number": "115.1", "position": "noted", "oral": True,
    "source": "recording, 0:41", "why": "only said", "who": "R. Hentzau", "when": "2026-01-02",
}  # fmt: skip


@pytest.fixture
def base(root: Path, tmp_path: Path) -> Path:
    """A workspace with the report of 2015."""
    home = tmp_path / "server"
    pipeline.build(home, [root / "specimen" / "documents" / NEW])
    return home


@pytest.fixture
def home(base: Path) -> Path:
    """One that stands on it."""
    return over(base, "one")


def over(base: Path, name: str) -> Path:
    folder = base / "coalitions" / name
    folder.mkdir(parents=True)
    (folder / STANDS_ON).write_text("../..")
    return folder


def everything(folder: Path) -> dict[str, bytes]:
    """The files of a workspace, without those that stand on it."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "coalitions" not in path.relative_to(folder).parts
    }


def named(home: Path) -> list[str]:
    with open_record(home) as record:
        return [str(row.name) for row in record.reviews()]


def documents(home: Path) -> list[str]:
    return sorted(path.name for path in (home / "documents").glob("*"))


def test_own_documents_join_those_beneath(root: Path, base: Path, home: Path) -> None:
    before = everything(base)
    built = pipeline.build(home, [root / "specimen" / "documents" / OLD])
    assert (built.given, built.kept, named(home)) == (1, 1, ["XRU-1", "XRU-2"])
    assert (named(base), everything(base)) == (["XRU-2"], before)
    assert len(documents(home)) == 1
    with open_record(home) as record:
        assert all(stored_bytes(home, each) for each in record.documents())
    assert built_on(home, built.hash or "") == find_folder(base, "current").name


def test_own_decisions_change_the_own_record_alone(base: Path, home: Path) -> None:
    before = everything(base)
    decisions.append(home, ANSWER)
    assert decisions_wait(home)
    built = pipeline.build(home, [])
    assert (built.decisions, decisions_wait(home)) == (1, False)
    with open_record(home) as mine, open_record(base) as theirs:
        assert [each.who for each in mine.decisions()] == ["R. Hentzau"]
        assert theirs.decisions() == []
    assert everything(base) == before


def test_another_coalition_sees_nothing_of_it(base: Path, home: Path) -> None:
    other = over(base, "two")
    decisions.append(home, ANSWER)
    made = pipeline.build(home, []).hash or ""
    assert find_folder(other, "current").name == find_folder(base, "current").name
    assert made not in hashes_in(other)
    with pytest.raises(RecordNotFound):
        find_folder(other, made[:12])


def test_decisions_beneath_enter_as_they_were_built(base: Path, home: Path) -> None:
    decisions.append(base, ANSWER)
    first = pipeline.build(home, [])
    assert first.decisions == 0  # the server has not built with it yet
    pipeline.build(base, [])
    decisions.append(home, {**ANSWER, "position": "accepted", "when": "2026-01-03", "who": "Rose"})
    assert pipeline.build(home, []).decisions == 2
    assert not decisions_wait(home)


def test_nothing_of_its_own_goes_on_following(base: Path, home: Path) -> None:
    built = pipeline.build(home, [])
    assert built.hash == find_folder(base, "current").name
    assert not (home / "records" / "current").exists()
    assert not (home / "records" / str(built.hash)).exists()


def test_a_decision_taken_back_is_out_with_the_next_build(base: Path, home: Path) -> None:
    path = decisions.append(home, ANSWER)
    pipeline.build(home, [])
    path.unlink()
    assert decisions_wait(home)
    assert pipeline.build(home, []).hash == find_folder(base, "current").name
    assert not decisions_wait(home)


def test_it_is_behind_when_the_record_beneath_moves_on(root: Path, base: Path, home: Path) -> None:
    assert not is_behind(home)
    decisions.append(home, ANSWER)
    pipeline.build(home, [])
    assert not is_behind(home)
    pipeline.build(base, [root / "specimen" / "documents" / OLD])
    assert (is_behind(home), named(home)) == (True, ["XRU-2"])
    pipeline.build(home, [])
    assert (is_behind(home), named(home)) == (False, ["XRU-1", "XRU-2"])


def test_what_is_taken_out_beneath_goes_from_here_too(root: Path, base: Path, home: Path) -> None:
    pipeline.build(base, [root / "specimen" / "documents" / OLD])
    decisions.append(home, ANSWER)
    pipeline.build(home, [])
    pipeline.build(base, [root / "specimen" / "documents" / NEW], only=True)
    built = pipeline.build(home, [])
    assert (named(home), built.not_read) == (["XRU-2"], 0)


def test_a_document_added_here_stays_when_it_goes_beneath(root: Path, base: Path, home: Path) -> None:
    report = root / "specimen" / "documents" / OLD
    pipeline.build(base, [report])
    pipeline.build(home, [report])
    pipeline.build(base, [root / "specimen" / "documents" / NEW], only=True)
    pipeline.build(home, [])
    assert named(home) == ["XRU-1", "XRU-2"]


def test_an_own_document_that_is_lost_is_named(root: Path, base: Path, home: Path) -> None:
    pipeline.build(home, [root / "specimen" / "documents" / OLD])
    shutil.rmtree(home / "documents")
    built = pipeline.build(home, [])
    assert (built.not_read, named(home)) == (1, ["XRU-2"])


def test_another_record_can_be_chosen_without_moving_the_one_beneath(root: Path, base: Path, home: Path) -> None:
    first = find_folder(base, "current").name
    second = pipeline.build(base, [root / "specimen" / "documents" / OLD]).hash
    assert make_current(home, first[:12]) == first
    assert (find_folder(home, "current").name, find_folder(base, "current").name) == (first, second)
    follow_base(home)
    assert find_folder(home, "current").name == second
    with pytest.raises(ValueError, match="stands on no other"):
        follow_base(base)


def test_it_may_be_built_before_there_is_a_record_beneath(root: Path, tmp_path: Path) -> None:
    home = over(tmp_path / "empty", "one")
    assert pipeline.build(home, []).hash is None
    assert named(home) if pipeline.build(home, [root / "specimen" / "documents" / OLD]).hash else [] == ["XRU-1"]


def test_the_same_documents_and_decisions_give_the_same_record(root: Path, base: Path, home: Path) -> None:
    report = root / "specimen" / "documents" / OLD
    pipeline.build(home, [report])
    alone = base.parent / "alone"
    built = pipeline.build(alone, [report, root / "specimen" / "documents" / NEW])
    assert built.hash == find_folder(home, "current").name
    assert json.loads((find_folder(home, "current") / "manifest.json").read_text())["hash"] == built.hash
