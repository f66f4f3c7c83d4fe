"""Pages made ahead are those that would be made on asking, and never those of another record or program."""

from __future__ import annotations

import gzip
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from pages import page_of

from item6.record.reader import open_record
from item6.web.explorer import ahead, caching, making, records

Enter = Callable[[Path], Client]


@pytest.fixture
def own_home(home: Path, tmp_path: Path, enter: Enter, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace of one's own with the same record, whose pages nobody has asked for."""
    shutil.copytree(home / "records", tmp_path / "home" / "records")
    monkeypatch.setattr(caching, "PAGES", caching.Kept(1_000_000))
    enter(tmp_path / "home")
    return tmp_path / "home"


def folder(home: Path) -> Path:
    return ahead.folder_of(home, open_record(home).hash, "en")


def plant(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Makes pages ahead and puts words in their place by which they are known."""
    making.make(home)
    for path in folder(home).iterdir():
        path.write_bytes(gzip.compress(b"made before"))
    monkeypatch.setattr(caching, "PAGES", caching.Kept(1_000_000))


def test_what_is_made_ahead_is_what_is_shown(own_home: Path, enter: Enter) -> None:
    current = records.current()
    assert current is not None
    asked = list(making.addresses(current))
    shown = {address: enter(own_home).get(address).content for address in asked}
    assert making.make(own_home) == len(asked) > 10
    assert making.make(own_home) == 0
    for address in asked:
        packed = ahead.made(own_home, current.hash, "en", address)
        assert packed is not None
        assert gzip.decompress(packed) == shown[address]
        assert page_of(shown[address]).words


@pytest.mark.parametrize("asked", ["/r/XRU-2", "/recommendations?q=state:XRU", "/recommendations?q=state%3AXRU"])
def test_a_page_that_was_made_is_given(
    own_home: Path, enter: Enter, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(own_home, monkeypatch)
    assert enter(own_home).get(asked).content == b"made before"
    answer = enter(own_home).get(asked, headers={"accept-encoding": "gzip"})
    assert (answer.headers["Content-Encoding"], gzip.decompress(answer.content)) == ("gzip", b"made before")


@pytest.mark.parametrize("asked", ["/r/XRU-2?other", "/r/XRU-2/115.1", "/recommendations?q=state:XRU&page=1"])
def test_other_addresses_are_made_when_asked_for(
    own_home: Path, enter: Enter, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(own_home, monkeypatch)
    assert b"made before" not in enter(own_home).get(asked).content


def test_pages_of_other_records_programs_and_languages_are_not_given(
    own_home: Path, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    plant(own_home, monkeypatch)
    french = enter(own_home).get("/r/XRU-2", headers={"accept-language": "fr"})
    assert b'lang="fr"' in french.content
    assert ahead.made(own_home, "0" * 64, "en", "/r/XRU-2") is None
    ahead.folder_of.cache_clear()
    monkeypatch.setattr(ahead, "_program", lambda: "another")
    assert b"made before" not in enter(own_home).get("/r/XRU-2").content
    ahead.folder_of.cache_clear()


def test_pages_of_other_records_are_removed(own_home: Path) -> None:
    gone = own_home / ahead.FOLDER / "0123456789abcdef-0123456789ab-en"
    gone.mkdir(parents=True)
    (gone / "page.gz").write_bytes(b"")
    making.make(own_home)
    assert [path.name for path in (own_home / ahead.FOLDER).iterdir() if path.is_dir()] == [folder(own_home).name]


def test_an_address_in_other_signs_is_another_page(own_home: Path, enter: Enter) -> None:
    """Who sends a query in other signs than everybody else must not change what they are shown."""
    client = enter(own_home)
    read = client.get("/recommendations?q=%E9", CONTENT_TYPE="text/html; charset=latin-1")
    assert "é" in read.content.decode()
    assert "é" not in client.get("/recommendations?q=%E9").content.decode()
    long = "/recommendations?q=" + "a" * 600
    assert client.get(long).content == client.get(long).content


def test_there_is_an_end_to_what_is_kept(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "MOST", 1)
    assert making.make(own_home) == 1


def test_it_stops_when_the_server_is_gone(own_home: Path) -> None:
    assert making.make(own_home, parent=-1) == 0


def test_without_a_record_nothing_is_made(tmp_path: Path, enter: Enter) -> None:
    enter(tmp_path)
    assert making.make(tmp_path) == 0
    assert list(tmp_path.iterdir()) == []


def test_no_process_is_started_where_no_server_runs(own_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begun: list[Path] = []
    monkeypatch.setattr(ahead.MAKER, "begin", begun.append)
    monkeypatch.delenv(ahead.ENABLED, raising=False)
    ahead.begin(own_home)
    assert begun == []
    monkeypatch.setenv(ahead.ENABLED, "1")
    ahead.begin(own_home)
    assert begun == [own_home]


def test_the_process_makes_them(own_home: Path) -> None:
    maker = ahead._Maker()
    maker.begin(own_home)
    assert maker._process is not None
    assert maker._process.wait(timeout=120) == 0
    maker.end()
    assert len(list(folder(own_home).glob("*.gz"))) > 10
