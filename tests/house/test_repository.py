"""What is committed: sizes, locks, paths, addresses, and the commands that the documents tell people to type."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from item6.cli import doctor

LARGEST = 5_000_000
INDEX_HOSTS = [".".join(parts) for parts in (("pypi", "org"), ("pythonhosted", "org"), ("piwheels", "org"))]
MACHINE_PATHS = ["/" + folder + "/" for folder in ("work", "root", "home", "Users", "opt", "tmp/lab")]
LOCKS = {
    "requirements.lock": ("events", "pdf", "proofs"),
    "requirements-server.lock": ("events", "pdf", "proofs", "server"),
    "requirements-test.lock": ("events", "pdf", "docs", "proofs", "score", "server", "specimen", "test", "train"),
}
"""Each lock, and the extras of pyproject.toml that it holds."""


def committed(root: Path) -> list[Path]:
    """Files that git tracks, and new ones that it does not ignore."""
    if not (root / ".git").exists():
        pytest.skip("this copy is no git repository, so there is nothing committed to look at")
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout.split("\0")
    return [root / name for name in names if name and (root / name).is_file()]


def texts(root: Path) -> dict[str, str]:
    """Contents by name of the committed files that are text."""
    found = {}
    for path in committed(root):
        contents = path.read_bytes()
        if b"\0" not in contents[:8000]:
            found[str(path.relative_to(root))] = contents.decode(errors="replace")
    return found


def test_no_file_is_large(root: Path) -> None:
    assert [path for path in committed(root) if path.stat().st_size > LARGEST] == []


def test_no_second_kind_of_lock(root: Path) -> None:
    assert [path.name for path in committed(root) if path.name in ("uv.lock", "poetry.lock", "Pipfile.lock")] == []


def test_no_place_of_one_machine(root: Path) -> None:
    """A path that exists on one machine only would break every other."""
    anywhere = re.compile("|".join(rf"(?<![\w.~/-]){re.escape(path)}" for path in MACHINE_PATHS))
    assert [name for name, text in texts(root).items() if anywhere.search(text)] == []


def test_no_package_index(root: Path) -> None:
    """Where packages come from is for each machine to say."""
    assert [name for name, text in texts(root).items() if any(host in text for host in INDEX_HOSTS)] == []


def locked(root: Path, lock: str) -> list[tuple[Requirement, list[str]]]:
    """Each requirement of a lock, with its hashes."""
    text = (root / lock).read_text(encoding="utf-8").replace("\\\n", " ")
    lines = [line.split("#")[0].strip() for line in text.splitlines()]
    return [
        (Requirement(line.split(" --hash")[0].strip()), re.findall(r"--hash=sha256:([0-9a-f]{64})\b", line))
        for line in lines
        if line
    ]


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_pins_with_hashes_and_no_address(root: Path, lock: str) -> None:
    assert [
        str(pin) for pin, hashes in locked(root, lock) if not hashes or not re.match("==", str(pin.specifier))
    ] == []
    text = (root / lock).read_text(encoding="utf-8")
    assert "://" not in text
    assert [line for line in text.splitlines() if line.startswith("-")] == []


@pytest.mark.parametrize("version", ["3.11", "3.12", "3.13"])
@pytest.mark.parametrize("lock", LOCKS)
def test_lock_satisfies_pyproject(root: Path, lock: str, version: str) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [
        *project["dependencies"],
        *(line for extra in LOCKS[lock] for line in project["optional-dependencies"][extra]),
    ]
    here = {**default_environment(), "python_version": version, "python_full_version": f"{version}.9"}
    pins = {
        canonicalize_name(pin.name): pin.specifier
        for pin, _ in locked(root, lock)
        if pin.marker is None or pin.marker.evaluate(here)
    }
    versions = {name: str(specifier).removeprefix("==") for name, specifier in pins.items()}
    unmet = [
        line
        for line, need in ((line, Requirement(line)) for line in wanted)
        if not need.specifier.contains(versions.get(canonicalize_name(need.name), "0"))
    ]
    assert unmet == []


def test_locks_hold_every_extra_and_agree(root: Path) -> None:
    """What is tested is what people use."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert set(LOCKS["requirements-test.lock"]) == set(project["optional-dependencies"])
    used, served, tested = ({str(pin): hashes for pin, hashes in locked(root, lock)} for lock in LOCKS)
    used |= served
    # Something that only some systems need for use may be needed everywhere for tests: then it has no marker there.
    assert {pin: tested.get(pin, tested.get(pin.partition(";")[0])) for pin in used} == used


def test_every_dependency_is_explained(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lines = [*project["dependencies"], *(line for extra in project["optional-dependencies"].values() for line in extra)]
    explained = (root / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert {Requirement(line).name for line in lines if f"| {Requirement(line).name} |" not in explained} == set()


def test_doctor_looks_for_what_is_installed(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert {Requirement(line).name for line in project["dependencies"]} == set(doctor._NEEDED)
