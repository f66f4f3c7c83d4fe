"""An archive that is not what was written is refused, before anything of it is written anywhere."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import random
import tarfile
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from processes import item6

from item6.web.backup.checking import checked
from item6.web.backup.manifest import FORMAT, Damaged, File, Manifest, Table, as_bytes

LINES = b'[1,"a"]\n[2,"b"]\n'
TABLE = Table("people_person", ("id", "name"), 2, hashlib.sha256(LINES).hexdigest(), "0" * 64, 2)
CONTENT = b"contents " * 5000
FILE = File("documents/a.pdf", len(CONTENT), hashlib.sha256(CONTENT).hexdigest())
MANIFEST = Manifest("1", "2026-11-21T00:00:00Z", (("people", "0001_initial"),), (TABLE,), (FILE,))

Members = list[tuple[tarfile.TarInfo, bytes]]


def plain(name: str, content: bytes) -> tuple[tarfile.TarInfo, bytes]:
    about = tarfile.TarInfo(name)
    about.size = len(content)
    return about, content


def members(manifest: bytes | None = None) -> Members:
    return [
        plain("tables/people_person.jsonl", LINES),
        plain("home/documents/a.pdf", CONTENT),
        plain("manifest.json", manifest or as_bytes(MANIFEST)),
    ]


def written(path: Path, parts: Members) -> Path:
    with tarfile.open(path, "w:gz", format=tarfile.PAX_FORMAT) as archive:
        for about, content in parts:
            archive.addfile(about, io.BytesIO(content))
    return path


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return written(tmp_path / "sound.tar.gz", members())


def test_a_sound_one_is_taken(sound: Path) -> None:
    assert checked(sound) == MANIFEST


def test_every_cut_is_noticed(sound: Path, tmp_path: Path) -> None:
    whole, cut = sound.read_bytes(), tmp_path / "cut.tar.gz"
    for length in range(len(whole)):
        cut.write_bytes(whole[:length])
        with pytest.raises(Damaged):
            checked(cut)


def test_every_change_is_noticed_or_changes_nothing(sound: Path, tmp_path: Path) -> None:
    """Some bits of the packing mean nothing: its time, its program."""
    dice, whole, changed = random.Random(3), sound.read_bytes(), tmp_path / "changed.tar.gz"
    noticed = 0
    for _ in range(400):
        place = dice.randrange(len(whole))
        changed.write_bytes(whole[:place] + bytes([whole[place] ^ 1 << dice.randrange(8)]) + whole[place + 1 :])
        try:
            assert checked(changed) == MANIFEST
        except Damaged:
            noticed += 1
    assert noticed > 350


def linked(kind: bytes) -> Members:
    about = tarfile.TarInfo("home/documents/link")
    about.type, about.linkname = kind, "/etc/passwd"
    return [(about, b""), *members()]


def _again(change: Callable[[dict], None]) -> bytes:
    found = {"format": FORMAT, **json.loads(json.dumps(asdict(MANIFEST)))}
    change(found)
    return json.dumps(found).encode()


HOSTILE: dict[str, Members] = {
    **{
        f"name {name!r}": [plain(name, b"x"), *members()]
        for name in (
            "home/../../etc/passwd", "/etc/passwd", "home//etc/passwd", "home/.", "home/", "home/a\\..\\b", "home/a\nb",
            "..", "manifest.json/x", "tables/../x.jsonl", "tables/x", "other/x", "home/" + "x" * 300, "home/a/./b",
            "home/" + "d/" * 1200 + "x", "", "home/documents/a.pdf", "tables/people_person.jsonl",
        )
    },
    **{f"kind {kind!r}": linked(kind) for kind in (
        tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.BLKTYPE, tarfile.FIFOTYPE, tarfile.DIRTYPE,
        tarfile.GNUTYPE_SPARSE, tarfile.CONTTYPE,
    )},
    "nothing at all": [],
    "no manifest": members()[:2],
    "a file missing": [members()[0], members()[2]],
    "a table missing": members()[1:],
    "a file too many": [plain("home/more", b"x"), *members()],
    "something after the end": [*members(), plain("home/more", b"x")],
    "two manifests": [*members(), members()[2]],
    "other contents": [plain("tables/people_person.jsonl", LINES), plain("home/documents/a.pdf", CONTENT[::-1]),
                       members()[2]],
    "other rows": [plain("tables/people_person.jsonl", LINES + b"\n"), *members()[1:]],
    "a manifest that is none": members(b"[]"),
    "a manifest of numbers": members(b"7"),
    "a manifest nested deeply": members(b"[" * 200_000),
    "another format": members(_again(lambda found: found.update(format="item6-backup/2"))),
    "no format": members(_again(lambda found: found.pop("format"))),
    "no tables": members(_again(lambda found: found.pop("tables"))),
    "a file named twice": members(as_bytes(replace(MANIFEST, files=(FILE, FILE)))),
    "a count that is wrong": members(as_bytes(replace(MANIFEST, tables=(replace(TABLE, rows=3),)))),
    "a size that is wrong": members(as_bytes(replace(MANIFEST, files=(replace(FILE, size=1),)))),
}  # fmt: skip


@pytest.mark.parametrize("parts", HOSTILE.values(), ids=HOSTILE)
def test_what_was_made_to_do_harm_is_refused(tmp_path: Path, parts: Members) -> None:
    with pytest.raises(Damaged):
        checked(written(tmp_path / "x.tar.gz", parts))


def test_a_header_that_asks_for_all_memory_is_refused(tmp_path: Path) -> None:
    """The words before a file may be as long as their header says; here, 60 gigabytes."""
    about = tarfile.TarInfo("././@PaxHeader")
    about.type, about.size = tarfile.XHDTYPE, 60_000_000_000
    with gzip.open(tmp_path / "x.tar.gz", "wb") as file:
        file.write(about.tobuf(tarfile.GNU_FORMAT) + b"0" * 100_000)
    with pytest.raises(Damaged):
        checked(tmp_path / "x.tar.gz")


@pytest.mark.parametrize("content", [b"", b"\x1f\x8b", b"PK\x03\x04 no archive", b"\0" * 4000])
def test_what_is_no_archive_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x").write_bytes(content)
    with pytest.raises(Damaged):
        checked(tmp_path / "x")


def test_the_command_refuses_and_writes_nothing(sound: Path, tmp_path: Path) -> None:
    sound.write_bytes(sound.read_bytes()[:-100])
    for verifying in ((), ("--verify-only",)):
        run = item6(tmp_path / "home", "restore", sound, *verifying)
        assert run.returncode == 1
        assert run.stderr.endswith("; nothing was restored: take another backup\n")
        assert [path.name for path in tmp_path.iterdir()] == ["sound.tar.gz"]


@pytest.mark.parametrize("lines", [b"7\n", b"[1]\n", b'[1,"a"\n', b'["x"]\n', b"[" * 100_000 + b"\n"])
def test_rows_that_are_none_are_refused_and_nothing_stays(tmp_path: Path, lines: bytes) -> None:
    """The archive itself is whole; its rows cannot be rows of the table, so neither folder nor database is there."""
    table = Table("django_content_type", ("id", "app_label", "model"), lines.count(b"\n"),
                  hashlib.sha256(lines).hexdigest(), "0" * 64, 0)  # fmt: skip
    manifest = Manifest("1", "", (("contenttypes", "0001_initial"),), (table,), ())
    path = written(
        tmp_path / "x.tar.gz",
        [plain("tables/django_content_type.jsonl", lines), plain("manifest.json", as_bytes(manifest))],
    )
    run = item6(tmp_path / "home", "restore", path)
    assert (run.returncode, [each.name for each in tmp_path.iterdir()]) == (1, ["x.tar.gz"])
    assert "cannot be understood" in run.stderr
