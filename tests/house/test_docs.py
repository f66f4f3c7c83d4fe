"""The documentation builds without a warning and names what there is."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def built(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder of the built pages. Any warning is a failure."""
    folder = tmp_path_factory.mktemp("docs")
    options = [
        "-q",
        "-W",
        "--keep-going",
        "-b",
        "html",
        "-d",
        str(folder / "trees"),
        str(root / "docs"),
        str(folder / "html"),
    ]
    run = subprocess.run([sys.executable, "-P", "-m", "sphinx", *options], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    return folder / "html"


def test_every_page_is_built(root: Path, built: Path) -> None:
    pages = {path.stem for path in (root / "docs").glob("*.md")}
    assert {page for page in pages if not (built / f"{page}.html").exists()} == set()


def test_pages_ask_nobody_else_for_anything(built: Path) -> None:
    """A reader's address and interests are nobody's business: no script, style or font from another host."""
    asks = re.compile(r"""(?:src|href)=["'](?:https?:)?//[^"']+["'][^>]*>""")
    pages = [path.read_text(encoding="utf-8") for path in built.glob("*.html")]
    found = [
        tag for page in pages for tag in re.findall(r"<(?:script|link|img|iframe)\b[^>]*>", page) if asks.search(tag)
    ]
    assert [tag for tag in found if 'rel="canonical"' not in tag] == []


def test_every_schema_is_described(root: Path) -> None:
    described = (root / "docs" / "schemas.md").read_text(encoding="utf-8")
    assert [path.name for path in (root / "docs" / "schemas").glob("*.json") if f"`{path.name}`" not in described] == []


def test_links_between_files_lead_somewhere(root: Path) -> None:
    """In README and CONTRIBUTING, which Sphinx does not read."""
    link = re.compile(r"\]\((?!https?://|#)([^)#]+)")
    broken = [
        f"{name}: {target}"
        for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
        for target in link.findall((root / name).read_text(encoding="utf-8"))
        if not (root / target).exists()
    ]
    assert broken == []


def test_changelog_knows_this_version(root: Path) -> None:
    import item6

    assert re.search(
        rf"^## \[(Unreleased|{re.escape(item6.__version__)})\]",
        (root / "CHANGELOG.md").read_text(encoding="utf-8"),
        re.MULTILINE,
    )


def test_schemas_are_written_evenly(root: Path) -> None:
    """Two spaces, one line end at the end: a change of a schema shows as what it is."""
    for path in (root / "docs" / "schemas").glob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), indent=2, ensure_ascii=False) + "\n", path.name
