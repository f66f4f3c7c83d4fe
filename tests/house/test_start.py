"""start.py: what is done once, what is done again, and that nobody sets up beside somebody else."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

LOCKS = ("requirements.lock", "requirements-test.lock")


@pytest.fixture
def start(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """start.py as it would be in another folder; instead of running a step's command it notes it."""
    spec = importlib.util.spec_from_file_location("start", root / "start.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for lock in LOCKS:
        (tmp_path / lock).write_text(f"{lock}\n")
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv" / "bin" / "python")
    module.done = []  # type: ignore[attr-defined]  # where this test keeps what was run
    monkeypatch.setattr(module, "run", lambda *command: pretend(module, *command))
    return module


def pretend(start: ModuleType, *command: object) -> int:
    """What the steps leave behind: a folder with a Python, or nothing."""
    if "venv" in command:
        start.done.append("venv")
        for stamp in start.VENV.glob("*.stamp"):
            stamp.unlink()
        (start.VENV / "lib" / "python3" / "site-packages").mkdir(parents=True, exist_ok=True)
        start.PYTHON.parent.mkdir(exist_ok=True)
        start.PYTHON.touch()
    else:
        assert "--require-hashes" in command
        start.done.append(Path(str(command[-1])).name)
    return 0


def test_steps_are_done_once(start: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    start.set_up(*LOCKS)
    assert start.done == ["venv", *LOCKS]
    assert len(capsys.readouterr().err.splitlines()) == 3
    start.set_up(*LOCKS)
    assert start.done == ["venv", *LOCKS]
    assert capsys.readouterr() == ("", "")


def test_the_package_is_found(start: ModuleType) -> None:
    start.set_up()
    written = start.VENV / "lib" / "python3" / "site-packages" / "item6.pth"
    assert written.read_text(encoding="utf-8").strip() == str(start.ROOT / "src")


@pytest.mark.parametrize(
    ("change", "again"),
    [
        pytest.param(lambda start: (start.ROOT / LOCKS[0]).write_text("other\n"), [LOCKS[0]], id="a lock changed"),
        pytest.param(lambda start: start.PYTHON.unlink(), ["venv", *LOCKS], id="Python is gone"),
        pytest.param(
            lambda start: (start.VENV / "item6-venv.stamp").write_text("elsewhere"),
            ["venv", *LOCKS],
            id="folder was moved",
        ),
        pytest.param(
            lambda start: (start.VENV / f"item6-{LOCKS[1]}.stamp").unlink(), [LOCKS[1]], id="stopped in the last step"
        ),
        pytest.param(
            lambda start: start.VENV.joinpath("item6-venv.stamp").unlink(), ["venv", *LOCKS], id="or in the first"
        ),
    ],
)
def test_what_is_done_again(start: ModuleType, change: object, again: list[str]) -> None:
    start.set_up(*LOCKS)
    start.done.clear()
    assert callable(change)
    change(start)
    start.set_up(*LOCKS)
    assert start.done == again


def test_a_failed_step_is_no_step(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "run", lambda *command: 0 if pretend(start, *command) else "venv" not in command)
    with pytest.raises(SystemExit, match=r"requirements\.lock could not be installed"):
        start.set_up(*LOCKS)
    assert sorted(path.name for path in start.VENV.glob("*.stamp")) == ["item6-venv.stamp"]


def test_without_ensurepip_the_package_is_named(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(SystemExit, match=rf"apt install python3\.{sys.version_info.minor}-venv"):
        start.set_up()


def test_a_folder_that_cannot_be_written_is_one_sentence(start: ModuleType) -> None:
    (start.ROOT / ".venv.lock").mkdir()
    with pytest.raises(
        SystemExit, match=r"\.venv\.lock cannot be written \(.+\); put a copy of item6 into a folder of your own"
    ):
        start.set_up(*LOCKS)
    assert start.done == []


def test_one_at_a_time(start: ModuleType) -> None:
    with start.one_at_a_time(), (start.ROOT / ".venv.lock").open("a") as other:
        assert not start.take(other.fileno())
    with (start.ROOT / ".venv.lock").open("a") as other:
        assert start.take(other.fileno())


@pytest.mark.parametrize(
    ("given", "locks", "then"),
    [
        (["setup"], LOCKS[:1], None),
        (["demo"], LOCKS[:1], ["-m", "item6", "demo"]),
        (["read", "a b.pdf", "--format", "csv"], LOCKS[:1], ["-m", "item6", "read", "a b.pdf", "--format", "csv"]),
        (
            ["test", "--full", "-k", "x"],
            LOCKS,
            ["-m", "pytest", "-n", "auto", "--dist", "worksteal", "--full", "-k", "x"],
        ),
    ],
)
def test_what_each_word_starts(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, given: list[str], locks: tuple[str, ...], then: list[str] | None
) -> None:
    started: list[list[str]] = []
    monkeypatch.chdir(start.ROOT)
    monkeypatch.setattr(start, "become", lambda *words: started.append(list(words)) or 7)
    assert start.main(given) == (7 if then else 0)
    assert start.done == ["venv", *locks]
    assert started == ([then] if then else [])


def test_nothing_asked_is_misuse(root: Path, tmp_path: Path) -> None:
    run = subprocess.run([sys.executable, root / "start.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout) == (2, "")
    assert "python3 start.py setup" in run.stderr
