"""Reading an archive of which nothing is believed: every name, size and hash is checked before anything is written."""

from __future__ import annotations

import gzip
import hashlib
import re
import tarfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, cast

from item6.web.backup.manifest import LARGEST, MANIFEST, Damaged, Manifest, manifest_of

HOME, TABLES = "home/", "tables/"
"""How names of files of the workspace, and of tables, begin in an archive."""

LONGEST_LINE = 64_000_000
_MOST = 4_000_000
"""Files in an archive."""
_LARGEST_HEADER = 1_000_000
_CHUNK = 1 << 18
_TABLE = re.compile(rf"{TABLES}[a-z0-9_]{{1,63}}\.jsonl")
_NOT_IN_NAMES = re.compile(r"[\x00-\x1f\x7f\\]")

Member = Callable[[str, int, int, Iterator[bytes]], None]
"""Gets each file as it passes: name in the archive, size, time, its bytes."""


def checked(path: Path) -> Manifest:
    """Reads the whole archive and writes nothing. Damaged where anything of it is not what was written. OSError."""
    return walk(path, _pass)


def walk(path: Path, member: Member) -> Manifest:
    """Hands every file of an archive on, and compares all of them with what the archive says at its end.

    Damaged; what was handed on before is then not to be used. OSError.
    """
    seen: dict[str, tuple[int, str, int]] = {}
    manifest: Manifest | None = None
    try:
        with _opened(path) as archive:
            while about := archive.next():
                if manifest is not None:
                    raise Damaged("something follows its end")
                name = _name(about, seen)
                content = _Content(cast("IO[bytes]", archive.extractfile(about)), name)
                if name == MANIFEST:
                    if about.size > LARGEST:
                        raise Damaged("what it says of itself is too long")
                    manifest = manifest_of(b"".join(content))
                else:
                    member(name, about.size, int(about.mtime), iter(content))
                    content.drain()
                    seen[name] = content.size, content.digest.hexdigest(), content.lines
                if content.size != about.size:
                    raise Damaged(f"{name} is cut off")
                archive.members.clear()  # type: ignore[attr-defined]  # they would all stay in memory
    except (tarfile.TarError, zlib.error, gzip.BadGzipFile, EOFError, UnicodeError, OverflowError, ValueError) as error:
        raise Damaged(f"it is damaged or cut off ({type(error).__name__})") from None
    if manifest is None:
        raise Damaged("its end is missing")
    _compare(manifest, seen)
    return manifest


@contextmanager
def _opened(path: Path) -> Iterator[tarfile.TarFile]:
    with path.open("rb") as file, gzip.GzipFile(fileobj=file, mode="rb") as packed:
        with tarfile.open(fileobj=cast("IO[bytes]", _Bounded(packed)), mode="r:") as archive:
            yield archive
        while rest := packed.read(_CHUNK):  # and so to the sum at the end
            if rest.strip(b"\0"):
                raise Damaged("something follows its end")


class _Bounded:
    """Unpacked bytes, forward only, of which nobody reads too many at once: headers of a tar file name their size."""

    def __init__(self, file: gzip.GzipFile) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        if not 0 <= size <= _LARGEST_HEADER:
            raise Damaged("a header of it is too long")
        return self._file.read(size)

    def tell(self) -> int:
        """How far it has been read."""
        return self._file.tell()

    def seek(self, place: int, whence: int = 0) -> int:
        """Goes forward."""
        if whence or place < self._file.tell():
            raise Damaged("its parts are out of order")
        return self._file.seek(place)


class _Content:
    """The bytes of one file, hashed and counted as they pass."""

    def __init__(self, file: IO[bytes], name: str) -> None:
        self._file, self._name = file, name
        self.size, self.lines, self.digest = 0, 0, hashlib.sha256()

    def __iter__(self) -> Iterator[bytes]:
        while chunk := self._file.read(_CHUNK):
            self.size += len(chunk)
            self.lines += chunk.count(b"\n")
            self.digest.update(chunk)
            yield chunk

    def drain(self) -> None:
        """Reads what nobody asked for."""
        for _ in self:
            pass


def _name(about: tarfile.TarInfo, seen: dict[str, Any]) -> str:
    """The name of a file that may be in an archive."""
    name = about.name
    if about.type not in (tarfile.REGTYPE, tarfile.AREGTYPE) or about.issparse() or about.size < 0:
        raise Damaged(f"{_shown(name)} is no plain file")
    parts = name.removeprefix(HOME).split("/")
    right = name == MANIFEST or _TABLE.fullmatch(name) is not None
    if name.startswith(HOME):
        right = not _NOT_IN_NAMES.search(name) and not {"", ".", ".."} & set(parts) and len(name.encode()) < 2000
    if not right or any(len(part.encode()) > 255 for part in parts):
        raise Damaged(f"{_shown(name)} is no name of a file in it")
    if name in seen or len(seen) >= _MOST:
        raise Damaged(f"{_shown(name)} stands in it twice" if name in seen else "it holds too many files")
    return name


def _shown(name: str) -> str:
    return repr(name[:100])


def _compare(manifest: Manifest, seen: dict[str, tuple[int, str, int]]) -> None:
    said = {f"{HOME}{file.name}": (file.size, file.sha256) for file in manifest.files}
    tables = {f"{TABLES}{table.name}.jsonl": (table.sha256, table.rows) for table in manifest.tables}
    if len(said) != len(manifest.files) or len(tables) != len(manifest.tables):
        raise Damaged("it names something twice")
    for name in (said.keys() | tables.keys()) ^ seen.keys():
        raise Damaged(f"{_shown(name)} is {'not in it' if name not in seen else 'in it and not named'}")
    for name, (size, digest, lines) in seen.items():
        if (name in said and said[name] != (size, digest)) or (name in tables and tables[name] != (digest, lines)):
            raise Damaged(f"{_shown(name)} is not what was written")


def _pass(name: str, size: int, time: int, content: Iterator[bytes]) -> None:
    """Looks at nothing."""


def lines_in(content: Iterator[bytes]) -> Iterator[bytes]:
    """The lines of a file. Damaged for one that is too long."""
    rest = b""
    for chunk in content:
        *whole, rest = (rest + chunk).split(b"\n")
        yield from whole
        if len(rest) > LONGEST_LINE:
            raise Damaged("a line of it is too long")
    if rest:
        yield rest
