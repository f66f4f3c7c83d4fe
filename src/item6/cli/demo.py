"""item6 demo: a made-up review, from its reports to a picture of one passage."""

from __future__ import annotations

import argparse
from pathlib import Path

from rich.console import Console
from rich.text import Text

from item6.cli import answers, arguments, passage, reconcile, search, show
from item6.cli.checks_of_review import reconciliation
from item6.cli.messages import Trouble, program, say, say_issues
from item6.cli.output import opened, write_file
from item6.cli.progress import Progress
from item6.cli.terminal import console
from item6.cli.workspace import command, home_of
from item6.measures.history import changes, histories
from item6.measures.reviewed import LAST, outcome_of
from item6.record.errors import RecordNotFound
from item6.record.reader import Record, open_record
from item6.terms.answers import STAGES
from item6.terms.names import RecommendationName
from item6.terms.passages import PdfPlace

_QUERY = "independent*"
_PICTURE = "passage.png"

_EPILOG = """\
Ruritania is a State that does not exist; its two reviews were written to show what real reports are like. Its record
is made in the workspace; in a workspace that holds other reviews, in the folder `demo` inside it, so that the two
are never mixed.

examples:
  item6 demo
  item6 demo /path/to/an/empty/folder
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "demo", run, "show all this on the reviews of a made-up State", _EPILOG)
    parser.add_argument("folder", nargs="?", metavar="FOLDER", help="workspace to use (default: the one of --home)")


def run(args: argparse.Namespace) -> int:
    """Build the specimen's record, show an outcome, its answers, a search and a passage."""
    from item6 import pipeline  # loading the readers takes longer than all the rest: only where files are read

    files = specimen_documents()
    home = _home_for(Path(args.folder) if args.folder else home_of(args), files)
    if home != home_of(args):  # a workspace of its own is named in the commands shown; the usual one needs no name
        args.home = str(home)
    with Progress("reading") as progress:
        built = pipeline.build(home, files, workers=1, progress=progress.file_read)
    say_issues([(path, found) for path, found in built.issues if found.severity == "error"])
    if built.hash is None:
        return 1
    with open_record(home) as record:
        _show(args, home, record)
    return 1 if built.not_read else 0


def specimen_documents() -> list[Path]:
    """The made-up documents, which stand beside the package in its repository. Trouble where they do not."""
    folder = Path(__file__).resolve().parents[3] / "specimen" / "documents"
    files = sorted(path for path in folder.glob("*") if path.suffix in (".pdf", ".docx", ".csv"))
    if not files:
        raise Trouble(
            f"{folder}: the made-up documents are not here", "run it from the repository: python3 start.py demo"
        )
    return files


def _home_for(home: Path, files: list[Path]) -> Path:
    """The workspace, or `demo` inside it where it holds documents that are not the specimen's."""
    try:
        with open_record(home) as record:
            held = {document.file for document in record.documents()}
    except RecordNotFound:
        return home
    if held <= {file.name for file in files}:
        return home
    apart = home / "demo"
    say(f"{home}: this workspace holds other documents and stays as it is; the demonstration goes to {apart}")
    return apart


def _show(args: argparse.Namespace, home: Path, record: Record) -> None:
    """Outcome, answers, search and picture of the last review, each under the command that prints it."""
    row = record.reviews()[-1]
    name = RecommendationName(row.name, record.recommendations(row.name)[0].number, 1)
    with opened(args) as stream:
        out = console(stream)
        out.print(Text(f"Documents of a made-up State, read into {home} (record {record.hash[:12]})"))
        _step(out, args, f"show {row.name}")
        outcome = outcome_of(record, row)
        show.print_outcome(out, args, outcome)
        if outcome.stage != STAGES[0]:
            _step(out, args, f"answers {row.name} --changes")
            files = {document.sha256: document.file for document in record.documents()}
            answers.print_changes(out, row, changes(histories(record, row.name)), files)
            _step(out, args, f"reconcile {row.name}")
            reconcile.print_reconciliation(out, reconciliation(record, row))
        _step(out, args, f"search '{_QUERY}'")
        search.print_hits(out, _QUERY, record.search(_QUERY, review=row.name, stage=LAST, limit=3))
        _step(out, args, f"passage '{name}' -o {_PICTURE}")
        found, document = passage.passage_of(record, name)
        passage.print_passage(out, name, found, document)
        if isinstance(found.locator, PdfPlace):
            picture = home / _PICTURE
            write_file(picture, passage.picture_of(home, found, document))
            out.print(Text(f"  {picture}: the place on the page, as a picture"))
        out.print()
        out.print(Text("For a real State, type:", style="bold"))
        for words in ("read REPORT.pdf", "build FOLDER", "show China"):
            out.print(Text(f"  {program()} {words}"))


def _step(out: Console, args: argparse.Namespace, words: str) -> None:
    out.print()
    out.print(Text(f"$ {command(args, words)}", style="dim"))
    out.print()
