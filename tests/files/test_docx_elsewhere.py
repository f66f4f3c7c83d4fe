"""Word files as LibreOffice shows them, beside what is read here: two programs that know nothing of one another."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest
from numbered_lists import CASES
from word_files import zipped

from item6.files.docx import read_docx
from item6.files.errors import Unreadable
from item6.files.kinds import kind

pytestmark = pytest.mark.full

OTHERWISE = {
    # what LibreOffice 7 does in another way than Word, as far as Word was measured
    "a level that was left out shows its start and keeps it": "it counts what was left out",
    "a level that never restarts": "it knows no w:lvlRestart",
    "a level that restarts after the highest only": "it knows no w:lvlRestart",
    "higher numbers as decimals": "it knows no w:isLgl",
    "bullets of whatever font": "it shows the sign of the font",
    "a level that does not exist": "it makes up the level",
    "a definition that does not exist": "it makes up the definition",
    "a definition that points to itself": "it makes up the definition",
    "a start too long to be a number": "it starts from 0",
    "levels linked to styles": "it looks at w:ilvl of the style only",
    "a level linked to another style numbers only where the paragraph itself asks": "it numbers all of them",
    "and so does the next level": "it numbers all of them",
    "the default style": "it counts only paragraphs that name it",
    "styles based on one another": "it breaks down",
}


def as_printed(files: Mapping[str, bytes], folder: Path) -> dict[str, list[str]]:
    """The lines of the plain text that LibreOffice makes of each file."""
    program = shutil.which("soffice")
    assert program, "the full tests need LibreOffice: .ci/run installs it"
    for name, data in files.items():
        (folder / f"{name}.docx").write_bytes(data)
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "txt:Text",
    ]
    documents = [str(folder / f"{name}.docx") for name in files]
    subprocess.run([*command, "--outdir", str(folder), *documents], check=True, capture_output=True, timeout=300)
    return {name: (folder / f"{name}.txt").read_text(encoding="utf-8-sig").splitlines() for name in files}


def folded(lines: list[str]) -> list[str]:
    """Lines that are not empty, with single spaces."""
    return [line for line in (re.sub(r"\s+", " ", line).strip() for line in lines) if line]


def test_numbers_are_those_of_libreoffice(tmp_path: Path) -> None:
    cases = {f"case{number}": case for number, case in enumerate(CASES) if case.name not in OTHERWISE}
    printed = as_printed({name: case.file() for name, case in cases.items()}, tmp_path)
    found = {case.name: [line.removesuffix("text").strip() for line in printed[name]] for name, case in cases.items()}
    assert len(cases) == len(CASES) - len(OTHERWISE)
    assert found == {case.name: case.expected for case in cases.values()}


def without_deletions(data: bytes) -> bytes:
    """LibreOffice prints text that tracked changes have deleted."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name).decode("latin-1") for name in archive.namelist()}
    parts["word/document.xml"] = re.sub(r"<w:del .*?</w:del>", "", parts["word/document.xml"])
    return zipped({name: content.encode("latin-1") for name, content in parts.items()})


def test_the_specimen_reads_as_libreoffice_shows_it(root: Path, tmp_path: Path) -> None:
    """Where Word breaks a line within a paragraph, there is a space here; hyphens that do not break are hyphens."""
    draft = (root / "specimen" / "documents" / "ruritania-2015-draft.docx").read_bytes()
    printed = folded(as_printed({"draft": without_deletions(draft)}, tmp_path)["draft"])
    found = folded([line.text for line in read_docx(draft).lines])
    assert len(found) > 60
    assert " ".join(found) == " ".join(printed).replace("\u2011", "-")


def test_real_word_files_read_as_libreoffice_shows_them(corpus: Path, tmp_path: Path) -> None:
    """Those called .doc too, where they are DOCX."""
    files = {}
    for path in sorted(corpus.rglob("*.doc*")):
        try:
            kind(path.read_bytes())
        except Unreadable:
            continue
        files[path.stem] = path.read_bytes()
    printed = as_printed(files, tmp_path)
    found = {name: folded([line.text for line in read_docx(data).lines]) for name, data in files.items()}
    assert len(files) == 8
    assert found == {name: folded(lines) for name, lines in printed.items()}
