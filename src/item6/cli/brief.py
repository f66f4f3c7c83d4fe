"""item6 brief: documents to hand over, and whether the figures of one made earlier still hold."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from rich.console import Console
from rich.text import Text

from item6.briefings.asked import WRITTEN, Asked, Kind
from item6.briefings.kinds import KINDS
from item6.briefings.making import BriefingError, check, files, kind_named, stem
from item6.briefings.writers import WriterMissing
from item6.briefings.writers.pdf import remarks
from item6.cli import arguments, filling, scopes, speaking, verify
from item6.cli.lookup import find_review, find_state, published_only
from item6.cli.messages import Misuse, Trouble, program, say
from item6.cli.output import FORMATS, write_file, write_rows
from item6.cli.progress import Steps
from item6.cli.terminal import clean, print_line
from item6.cli.workspace import current_record
from item6.measures.scope import ALL_STAGES
from item6.record.reader import Record
from item6.terms.names import ReviewName

ALL = "all"

_EPILOG = """\
Makes documents of one review: as Word, PDF, one page of HTML, and Markdown, each number with its definition, stage and
source, and a reference that computes it again. --list names the kinds and what each needs. `--kind all` makes every
kind that needs nothing more than what is given; --theme and --by may be given several times.

--verify reads the figures of a file that was made earlier, computes them again in the current record and lists what
changed; the exit code is 1 where something did. --count counts the words of a statement and how long it takes to
read it aloud; the exit code is 1 where it is too long.

examples:
  item6 brief CHN-3 --kind press
  item6 brief China 2018 --kind all --by Switzerland -o briefings/
  item6 brief SVN-3 --kind press --format pdf,docx --charts -o briefings/
  item6 brief --list
  item6 brief --verify CHN-3-press.docx
  item6 brief --count statement.docx
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "brief", run, "make briefings of a review, to hand over", _EPILOG, formats=())
    parser.add_argument("review", nargs="*", metavar="REVIEW", help="CHN-3, China 2018")
    parser.add_argument("--kind", metavar="KIND", help=f"one of --list, or {ALL}")
    parser.add_argument("--theme", action="append", default=[], metavar="FILTER", help="theme:…, issue:… or words")
    parser.add_argument("--by", action="append", default=[], metavar="STATE", help="a recommending State")
    parser.add_argument("--session", type=arguments.count, default=0, metavar="N", help="a session of the review")
    parser.add_argument("--stage", choices=ALL_STAGES, default="", help="answers up to this stage (default: all known)")
    parser.add_argument(
        "--format", metavar="FORMATS", default=argparse.SUPPRESS,
        help=f"{','.join(WRITTEN)} or some of them (default: all); with --list, --count, --verify {', '.join(FORMATS)}",
    )  # fmt: skip
    filling.add_options(parser)
    parser.add_argument("--charts", action="store_true", help="write the charts too: SVG, PNG, and CSV of their tables")
    parser.add_argument(
        "-o", "--output", metavar="FOLDER", default=argparse.SUPPRESS, help="where the files go (default: here)"
    )
    parser.add_argument("--list", action="store_true", help="list the kinds")
    parser.add_argument("--count", metavar="FILE", help="words and speaking time of a statement; - for standard input")
    parser.add_argument("--verify", metavar="FILE", help="compute the figures of a file made earlier again")


def run(args: argparse.Namespace) -> int:
    """Write the files, one line for each. 1 where one could not be made, or where a figure changed."""
    if args.list or args.verify or args.count:
        if args.format and args.format not in FORMATS:
            raise Misuse(
                f"no result is written as {args.format}", f"with --list, --count and --verify it is {_or(FORMATS)}"
            )
        return _list(args) if args.list else verify.run(args) if args.verify else speaking.run(args)
    if not args.kind:
        raise Misuse("what should be made is missing", f"name it with --kind: {_or((*KINDS, ALL))}")
    with current_record(args) as record:
        return _Making(args, record).run()


def _list(args: argparse.Namespace) -> int:
    rows = [
        {"kind": kind.name, "title": kind.title, "needs": list(kind.needs), "formats": list(kind.formats)}
        for kind in KINDS.values()
    ]

    def table(console: Console) -> None:
        for kind in KINDS.values():
            console.print(Text(kind.name, style="bold"))
            needs = f"; needs {' and '.join(_OPTIONS[each] for each in kind.needs)}" if kind.needs else ""
            print_line(console, "", f"{kind.title} ({', '.join(kind.formats)}){needs}")

    write_rows(args, ("kind", "title", "needs", "formats"), rows, table)
    return 0


_OPTIONS = {"theme": "--theme", "state": "--by", "session": "--session"}


class _Making:
    """One run: kinds by formats into a folder."""

    def __init__(self, args: argparse.Namespace, record: Record) -> None:
        self.args, self.record = args, record
        self.folder = Path(args.output or ".")
        if self.folder.exists() and not self.folder.is_dir():
            raise Misuse(f"{self.folder} is a file", "name a folder with -o")
        self.forms = self._forms()
        self.given = filling.given(args)
        self.failed = False

    def run(self) -> int:
        """Make all that was asked for."""
        wanted = list(self._wanted())
        with Steps("making briefings", len(wanted)) as steps:
            for kind, asked in wanted:
                steps.next(stem(kind, asked))
                self._make(kind, asked)
        return 1 if self.failed else 0

    def _forms(self) -> tuple[str, ...]:
        if not self.args.format:
            return ()
        forms = tuple(dict.fromkeys(each.strip().lower() for each in self.args.format.split(",") if each.strip()))
        known = {form for kind in KINDS.values() for form in kind.formats}
        for form in forms:
            if form not in known:
                raise Misuse(f"no briefing is written as {form}", f"formats are {', '.join(sorted(known))}")
        return forms

    def _wanted(self) -> Iterator[tuple[Kind, Asked]]:
        """The kinds, each with all that it needs; those of `all` that lack something are named and left out."""
        try:
            kinds = list(KINDS.values()) if self.args.kind == ALL else [kind_named(self.args.kind)]
        except BriefingError as error:
            raise Misuse(error.what, error.hint) from None
        for kind in kinds:
            for asked in self._asked(kind):
                try:
                    check(kind, asked)
                except BriefingError as error:
                    if self.args.kind != ALL:
                        raise Misuse(error.what, error.hint) from None
                    say(f"left out: {error}")
                    continue
                yield kind, asked

    def _asked(self, kind: Kind) -> Iterator[Asked]:
        """What the kind is asked for: once for each theme and State that it needs."""
        review = self._review(kind)
        typed = [str(scopes.typed_filter(self.args, self.record, each)) for each in self.args.theme]
        themes = typed if "theme" in kind.needs else typed[:1]
        states = [find_state(each) for each in self.args.by]
        states = states if "state" in kind.needs else states[:1]
        for theme in themes or [""]:
            for state in states or [""]:
                yield Asked(
                    self.record, review, theme, state, self.args.stage, self.args.session,
                    self.given.notes, self.given.form, self.given.assessments,
                )  # fmt: skip

    def _review(self, kind: Kind) -> ReviewName:
        named = " ".join(self.args.review)
        if named:
            known = published_only(self.record, named)
            return known.review if known else find_review(self.record, named).name
        if "session" in kind.needs and self.args.session:
            return ReviewName("", 0)
        raise Misuse("the review is missing", f"name it: {program()} brief CHN-3 --kind press")

    def _make(self, kind: Kind, asked: Asked) -> None:
        """One briefing in all formats, and its charts; one line for each file."""
        forms = [form for form in kind.formats if not self.forms or form in self.forms]
        if not forms:
            say(f"left out: {kind.name} is written as {_or(kind.formats)} only")
        try:
            for name, content in files(kind, asked, forms, charts=self.args.charts):
                try:
                    self._write(name, content())
                except WriterMissing as error:
                    self.failed = True
                    say(f"{self.folder / name}: {error}")
            for remark in kind.remarks(asked) if kind.remarks and forms else ():
                say(f"{self.folder / stem(kind, asked)}: {remark}")
            if "pdf" in forms and kind.document is not None:
                for remark in remarks(kind.document(asked)):
                    say(f"{self.folder / stem(kind, asked)}.pdf: {remark}")
        except BriefingError as error:
            if self.args.kind != ALL:
                raise Trouble(error.what, error.hint) from None
            say(f"left out: {error}")

    def _write(self, name: str, content: bytes) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        path = self.folder / name
        write_file(path, content)
        print(clean(str(path)), flush=True)


def _or(names: Sequence[str]) -> str:
    """`a`, `a or b`, `a, b or c`."""
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))
