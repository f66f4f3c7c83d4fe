from __future__ import annotations

import os
from pathlib import Path

import pytest
from record_samples import edition

from item6.record.errors import RecordDamaged, RecordNotFound
from item6.record.locks import is_held, try_hold
from item6.record.reader import open_record
from item6.record.writer import make_current, publish


def test_an_earlier_record_is_made_current_again(tmp_path: Path) -> None:
    first, second = publish(tmp_path, edition("first")), publish(tmp_path, edition("second"))
    assert make_current(tmp_path, first[:8]) == first
    assert open_record(tmp_path).hash == first
    assert make_current(tmp_path, second) == second
    assert open_record(tmp_path).hash == second


@pytest.mark.parametrize("which", ["", "..", "../records", "0" * 64, "nonsense"])
def test_what_is_no_record_is_never_pointed_at(tmp_path: Path, which: str) -> None:
    first = publish(tmp_path, edition("first"))
    with pytest.raises(RecordNotFound):
        make_current(tmp_path, which)
    assert open_record(tmp_path).hash == first


def test_a_folder_without_manifest_is_never_pointed_at(tmp_path: Path) -> None:
    first = publish(tmp_path, edition("first"))
    (tmp_path / "records" / ("1" * 64)).mkdir()
    with pytest.raises(RecordDamaged):
        make_current(tmp_path, "1" * 64)
    assert open_record(tmp_path).hash == first


def test_a_pointer_that_was_read_is_not_believed_when_the_folder_is_gone_or_it_names_nothing(tmp_path: Path) -> None:
    first = publish(tmp_path, edition("first"))
    assert open_record(tmp_path).hash == first
    (tmp_path / "records" / first).rename(tmp_path / "aside")
    with pytest.raises(RecordNotFound):
        open_record(tmp_path)
    (tmp_path / "aside").rename(tmp_path / "records" / first)
    assert open_record(tmp_path).hash == first
    (tmp_path / "records" / "current").write_text("nonsense")
    with pytest.raises(RecordDamaged):
        open_record(tmp_path)
    (tmp_path / "records" / "current").unlink()
    with pytest.raises(RecordNotFound):
        open_record(tmp_path)


def test_a_lock_is_tried_and_not_waited_for(tmp_path: Path) -> None:
    mine = try_hold(tmp_path / "lock")
    assert mine is not None
    assert (try_hold(tmp_path / "lock"), is_held(tmp_path / "lock")) == (None, True)
    os.close(mine)
    assert not is_held(tmp_path / "lock")
