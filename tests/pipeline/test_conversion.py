from __future__ import annotations

import hashlib
import http.server
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from bad_files import ole

from item6.cli import main
from item6.files.kinds import kind
from item6.pipeline import build, conversion, read_file, stored_bytes, stored_path
from item6.pipeline.conversion import converted
from item6.record.reader import open_record
from item6.terms.documents import Reading
from item6.terms.names import parse_recommendation_name

OLD = ole("WordDocument", "1Table")
NOTE = ("F116", "read through a copy that LibreOffice made; places are those of the copy")
LEGACY = ("F107", "this is a Word file of the old kind (.doc)")

WRITES = """
folder = pathlib.Path(sys.argv[sys.argv.index("--outdir") + 1])
folder.mkdir()
shutil.copy({document!r}, folder / "document.docx")
"""
KEEPS_COMMAND = "pathlib.Path({seen!r}).write_text('\\n'.join([*sys.argv, sys.stdin.read()]))"
HANGS = """
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
pathlib.Path({seen!r}).write_text(str(child.pid))
time.sleep(60)
"""

Convert = Callable[..., None]


@pytest.fixture
def draft(root: Path) -> Path:
    return root / "specimen" / "documents" / "ruritania-2015-draft.docx"


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder for temporary files, empty."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, draft: Path) -> Convert:
    """Puts a program on PATH that does what is said, and nothing else there."""
    folder = tmp_path / "bin"
    folder.mkdir()
    monkeypatch.setenv("PATH", str(folder))

    def install(code: str, name: str = "soffice") -> None:
        code = code.format(document=str(draft), seen=str(tmp_path / "seen"))
        program = folder / name
        program.write_text(f"#!{sys.executable}\nimport pathlib, shutil, subprocess, sys, time\n{code}\n")
        program.chmod(0o755)

    return install


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "an old report.doc"
    path.write_bytes(OLD)
    return path


def said(found: Reading) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in found.issues]


@pytest.mark.parametrize("name", ["soffice", "libreoffice"])
def test_an_old_word_file_is_read_like_its_copy(converter: Convert, old: Path, draft: Path, name: str) -> None:
    converter(WRITES, name)
    found, copy = read_file(old), read_file(draft)
    assert said(found) == [NOTE, *said(copy)]
    assert {each.place.file for each in found.issues} == {old.name}
    assert found.document == replace(copy.document, file=old.name, sha256=hashlib.sha256(OLD).hexdigest())
    assert (copy.document.sha256 in repr(copy.recommendations), copy.document.sha256 in repr(found)) == (True, False)
    assert repr(found.recommendations) == repr(copy.recommendations).replace(
        copy.document.sha256, found.document.sha256
    )


@pytest.mark.parametrize(
    "code",
    [
        pytest.param(None, id="there is none"),
        pytest.param("sys.exit(1)", id="it fails"),
        pytest.param(WRITES + "sys.exit(1)", id="it fails after all"),
        pytest.param("pass", id="it writes nothing"),
        pytest.param("import os; os.abort()", id="it breaks down"),
    ],
)
def test_without_a_copy_the_sentence_stays(
    converter: Convert, old: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch, code: str | None
) -> None:
    if code:
        converter(code)
    found = read_file(old)
    assert (said(found), found.document.sha256) == ([LEGACY], hashlib.sha256(OLD).hexdigest())
    assert list(temporary.iterdir()) == []


def test_a_copy_that_is_too_large_is_left(converter: Convert, monkeypatch: pytest.MonkeyPatch) -> None:
    converter(WRITES)
    monkeypatch.setattr(conversion, "_LARGEST", 100)
    assert converted(OLD) is None


def test_other_files_are_not_converted(converter: Convert, tmp_path: Path, draft: Path) -> None:
    converter(KEEPS_COMMAND)
    for name, data in {"a.doc": draft.read_bytes(), "b.doc": ole("Workbook"), "c.doc": b""}.items():
        (tmp_path / name).write_bytes(data)
        assert NOTE not in said(read_file(tmp_path / name))
    assert not (tmp_path / "seen").exists()


def test_each_conversion_has_its_own_profile_and_nothing_to_read(
    converter: Convert, tmp_path: Path, temporary: Path
) -> None:
    converter(KEEPS_COMMAND)
    profiles = []
    for _ in range(2):
        assert converted(OLD) is None
        *command, typed = (tmp_path / "seen").read_text().split("\n")
        assert ("--headless" in command, typed) == (True, "")
        profiles += [word for word in command if word.startswith("-env:UserInstallation=file:///")]
    assert len(set(profiles)) == 2
    assert list(temporary.iterdir()) == []


def ended(process: int) -> bool:
    """Whether it is gone, or dead and waiting for whoever inherits it."""
    for _ in range(100):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        if Path(f"/proc/{process}/stat").exists() and ") Z" in Path(f"/proc/{process}/stat").read_text():
            return True
        time.sleep(0.05)
    return False


def test_one_that_hangs_is_ended_with_its_children(converter: Convert, tmp_path: Path, temporary: Path) -> None:
    converter(HANGS)
    assert converted(OLD, seconds=2) is None
    assert ended(int((tmp_path / "seen").read_text()))
    assert list(temporary.iterdir()) == []


def test_the_time_limit_of_reading_ends_it_too(converter: Convert, old: Path, tmp_path: Path, temporary: Path) -> None:
    converter(HANGS)
    assert said(read_file(old, seconds=2)) == [("F193", "the file was not read within 2 seconds")]
    assert ended(int((tmp_path / "seen").read_text()))
    assert list(temporary.iterdir()) == []


def test_the_workspace_keeps_the_file_as_it_came(
    converter: Convert, old: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    converter(WRITES)
    home = tmp_path / "home"
    first = build(home, [old])
    with open_record(home) as record:
        (document,) = record.documents()
        passage = record.passage(parse_recommendation_name("XRU-2#6.1"))
    assert passage and passage.document == document.sha256 == hashlib.sha256(OLD).hexdigest()
    assert stored_path(home, document).name == f"{document.sha256}.doc"
    assert [path.name for path in (home / "documents").iterdir()] == [f"{document.sha256}.doc"]
    assert stored_bytes(home, document) == OLD
    assert (build(home, [old]).hash, build(home, []).hash, build(home, []).kept) == (first.hash, first.hash, 1)
    assert main(["--home", str(home), "record", "verify"]) == 0
    assert main(["--home", str(home), "passage", "XRU-2#6.1"]) == 0
    assert f"of the Word file, {old.name}" in capsys.readouterr().out


# with LibreOffice itself


def office(target: str, document: Path, folder: Path) -> Path:
    """The document in another format, made by LibreOffice as it is."""
    program = shutil.which("soffice")
    assert program, "the full tests need LibreOffice: .ci/run installs it"
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", target, "--outdir", str(folder), str(document)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return folder / f"{document.stem}.doc"


@pytest.mark.full
def test_a_draft_saved_as_doc_gives_the_same(draft: Path, tmp_path: Path) -> None:
    old = office("doc:MS Word 97", draft, tmp_path)
    found, expected = read_file(old), read_file(draft)
    assert said(found) == [NOTE, *said(expected)]
    assert len(found.recommendations) == len(expected.recommendations) > 50
    for mine, theirs in zip(found.recommendations, expected.recommendations, strict=True):
        assert (mine.number, [(each.words, each.states) for each in mine.texts]) == (
            theirs.number,
            [(each.words, each.states) for each in theirs.texts],
        )
    assert [(each.target, each.position) for each in found.answers] == [
        (each.target, each.position) for each in expected.answers
    ]


@pytest.mark.full
def test_conversions_side_by_side(draft: Path, tmp_path: Path) -> None:
    data = office("doc:MS Word 97", draft, tmp_path).read_bytes()
    with ThreadPoolExecutor(3) as pool:
        copies = list(pool.map(converted, [data] * 3))
    assert [kind(copy or b"") for copy in copies] == ["docx"] * 3


@pytest.mark.full
def test_what_is_no_word_file_is_not_taken_for_text() -> None:
    assert converted(OLD) is None


@pytest.mark.full
@pytest.mark.parametrize(
    "name",
    [
        "Advance_questions_Slovenia_first_batch.doc",
        "Advance_questions_to_Slovenia_Add1.doc",
        "Advance_questions_to_Slovenia_Add2.doc",
    ],
)
def test_real_old_word_files(corpus: Path, name: str) -> None:
    found = read_file(corpus / "slovenia" / "cycle3" / name)
    assert said(found) == [NOTE, ("W102", "this is a list of advance questions, which item6 does not read")]
    assert (found.document.family, found.document.file) == ("advance_questions", name)


@pytest.fixture
def asked() -> Iterator[tuple[str, list[str]]]:
    """The address of a picture in this machine's own network, and all that is asked of it."""
    requests: list[str] = []

    class Refuses(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            requests.append(self.command)
            self.send_error(404)

        do_HEAD = do_OPTIONS = do_PROPFIND = do_GET

        def log_message(self, *arguments: object) -> None:
            """Nothing on standard error."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Refuses) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/picture.png", requests
        server.shutdown()
        thread.join()


LINKED_PICTURE = """<?xml version="1.0"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:xlink="http://www.w3.org/1999/xlink"
 xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"
 office:mimetype="application/vnd.oasis.opendocument.text" office:version="1.2"><office:body><office:text>
<text:p>A picture: <draw:frame text:anchor-type="as-char" svg:width="3cm" svg:height="3cm"><draw:image
 xlink:href="{address}" xlink:type="simple"/></draw:frame></text:p></office:text></office:body></office:document>
"""


@pytest.mark.full
def test_nothing_that_a_file_links_to_is_fetched(
    asked: tuple[str, list[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address, requests = asked
    (tmp_path / "linked.fodt").write_text(LINKED_PICTURE.format(address=address))
    data = office("doc:MS Word 97", tmp_path / "linked.fodt", tmp_path).read_bytes()
    requests.clear()
    assert (converted(data) is not None, requests) == (True, [])
    monkeypatch.setattr(conversion, "_SETTINGS", ())
    assert (converted(data) is not None, "GET" in requests) == (True, True)
