from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from answered_review import answered_readings
from made_readings import answer, digest, document, listed, passage, reading, text

from item6 import decisions, pipeline
from item6.cli import main
from item6.decisions import append
from item6.record.writer import publish
from item6.terms.names import ReviewName
from item6.terms.recommendations import Commitment, Speaker, StatedTotal

ROOT = Path(__file__).resolve().parents[2]

EARLIER, LATER, NEIGHBOUR = ReviewName("SMR", 1), ReviewName("SMR", 2), ReviewName("MCO", 2)


@dataclass(frozen=True)
class Said:
    """What a command did: exit code, standard output, standard error."""

    code: int
    out: str
    err: str


Run = Callable[..., Said]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in this process, with no workspace but the one named."""
    monkeypatch.delenv("ITEM6_HOME", raising=False)
    monkeypatch.delenv("COLUMNS", raising=False)

    def run(*arguments: object) -> Said:
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Said(code, captured.out, captured.err)

    return run


@pytest.fixture
def start() -> Callable[..., subprocess.Popen[bytes]]:
    """Starts the command as a process of its own."""

    def start(*arguments: object, **options: object) -> subprocess.Popen[bytes]:
        environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONWARNINGS": "default"}
        command = [sys.executable, "-m", "item6", *map(str, arguments)]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        return subprocess.Popen(command, env=environment, **{**pipes, **options})

    return start


@pytest.fixture(scope="session")
def made_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with three made-up reviews of real States; its documents are not kept."""
    home = tmp_path_factory.mktemp("made")
    report = reading(
        document("san-marino-2.pdf", LATER, symbol="A/HRC/99/4", sha256=digest("report.pdf")),
        listed("5.1", text("Plant a lime tree in every square", "CHL", "PER")),
        listed("5.2", text("Publish the maps of the old walls", "CIV"), text("=Repair them", "CHL", part=2)),
        listed("5.3", text("Thank the archivists")),
        listed("5.10", text("Open the archive on Sundays", "PER")),
        answers=(
            answer(None, "accepted", words="enjoy the support of San Marino", review=LATER),
            answer("5.2", "noted", words="notes", review=LATER),
            answer("5.10", "no_answer", words="will be examined", review=LATER),
        ),
        commitments=(Commitment("6.", "To mend the bells", passage("To mend the bells")),),
        speakers=(Speaker("CHL", passage("Chile")), Speaker("PER", passage("Peru"))),
        totals=(StatedTotal("received", 4, passage("four")), StatedTotal("speakers", 3, passage("three"))),
    )
    others = (
        reading(document("san-marino-1.pdf", EARLIER, date="2027-03-01")),
        reading(document("monaco-2.pdf", NEIGHBOUR, symbol="A/HRC/99/5"), listed("7.1", text("Mend the maps", "SMR"))),
    )
    publish(home, pipeline.gather((report, *others)))
    return home


@pytest.fixture(scope="session")
def answered_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with one review through all stages: draft, report, addendum, matrix, decisions; and totals only."""
    home = tmp_path_factory.mktemp("answered")
    made = {"source": "recording, 0:41", "who": "Ana", "when": "2031-09-30"}
    told = {"kind": "answer", "review": "SMR-2", **made}
    append(home, {**told, "number": "5.2", "position": "accepted", "oral": True, "words": "we accept", "why": "aloud"})
    append(
        home, {**told, "number": "5.4", "position": "accepted", "words": "accepts", "stage": "later", "why": "letter"}
    )
    totals = {"received": 428, "accepted": 290, "in_part": 8, "noted": 32, "rejected": 98}
    append(home, {"kind": "totals", "review": "CHN-4", **totals, "why": "no list yet", **made})
    append(
        home, {"kind": "totals", "review": "MCO-4", "received": 5, "accepted": 3, "noted": 1, "why": "no list", **made}
    )
    files = [decisions.read(path.read_bytes(), path.name) for path in decisions.files_in(home)]
    publish(home, pipeline.gather(answered_readings(), files))
    return home


@pytest.fixture(scope="session")
def specimen() -> Path:
    """The folder of the made-up documents."""
    return ROOT / "specimen" / "documents"


@pytest.fixture(scope="session")
def specimen_home(tmp_path_factory: pytest.TempPathFactory, specimen: Path) -> Path:
    """A workspace in which the made-up documents were built."""
    home = tmp_path_factory.mktemp("specimen")
    pipeline.build(home, [specimen])
    return home


@pytest.fixture
def own_specimen_home(tmp_path: Path, specimen_home: Path) -> Path:
    """A copy of that workspace, to be changed."""
    return Path(shutil.copytree(specimen_home, tmp_path / "home"))
