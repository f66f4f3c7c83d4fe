"""item6 as a process of its own, for tests: commands, and a server with accounts."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if not name.startswith(("ITEM6_", "DJANGO_"))},
    "PYTHONPATH": str(ROOT / "src"), "ITEM6_AHEAD": "0",
}  # fmt: skip
"""The surroundings of programs that tests start: what this process chose for itself is not theirs."""


def item6(home: Path, *arguments: object, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command that was run to its end."""
    command = [sys.executable, "-m", "item6", "--home", str(home), *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT | environment, check=False)


@contextmanager
def serving(home: Path, *arguments: object, **environment: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """A server with accounts, and its address without the last slash; ended as it was begun, at the end."""
    command = [sys.executable, "-m", "item6", "--home", str(home), "serve", "--accounts", *map(str, arguments)]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT | environment, text=True
    )
    assert server.stdout and server.stderr
    try:
        yield server, server.stdout.readline().strip().rstrip("/")
    finally:
        server.terminate()
        server.wait(60)
        server.stdout.close()
        server.stderr.close()


def below(process: int) -> Mapping[int, str]:
    """The processes that a process started, by what they are."""
    lines = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True).stdout
    rows = [line.split(None, 2) for line in lines.splitlines()]
    return {int(pid): args for pid, parent, args in rows if int(parent) == process}
