"""item6 decide: what people know and no document says, with its source."""

from __future__ import annotations

import argparse
import getpass
import os
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from item6 import decisions
from item6.cli import arguments
from item6.cli.lookup import find_recommendation, find_state, name_review
from item6.cli.messages import Misuse, counted, program, say
from item6.cli.output import write_rows, write_whole
from item6.cli.workspace import command, home_of
from item6.reconcile.decided import mark_of
from item6.reconcile.numbers import Numbers
from item6.record.errors import RecordNotFound
from item6.record.locks import locked
from item6.record.reader import Record, open_record
from item6.sources.addendum.numbers import read_run
from item6.terms.answers import PENDING, POSITION_OF, POSITIONS, STAGES
from item6.terms.decisions import TOTALS
from item6.terms.labels import ACTIONS
from item6.terms.names import RecommendationName, ReviewName, parse_recommendation_name

_EPILOG = """\
A decision is a line in decisions/decisions.jsonl of the workspace, with who decided it, when and why, and where it can
be checked. Decisions enter the record with the next build. To take one back, delete its line. Files of partners can be
laid beside it in the same folder.

examples:
  item6 decide answer CHN-3 28.5 --position accepted --oral --source "recording, 0:41" --why "only said"
  item6 decide answer CHN-3 28.7,28.9-28.12 --position noted --stage addendum --source "Add.1, 4" --why "a table"
  item6 decide answer CHN-3 unanswered --position noted --stage addendum --source "Add.1, 9" --why "the remaining"
  item6 decide correct CHN-3 28.212 --states CHL,PER --source "page 14" --why "Chile was read as China"
  item6 decide label CHN-3 28.5 --issues "Death penalty,Justice" --action 5 --source "our reading" --why "names courts"
  item6 decide totals CHN-4 --received 428 --accepted 290 --in-part 8 --noted 32 --rejected 98 --source "statement"
"""


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "decide", run, "enter an answer, a correction, labels or published totals", _EPILOG)
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    _answer(_task(tasks, "answer", "enter what the State answered where no document says it"))
    _correct(_task(tasks, "correct", "correct the number of a recommendation, or its States"))
    _label(_task(tasks, "label", "say which issues or which action category a text has"))
    _totals(_task(tasks, "totals", "enter published totals of a review of which no list is at hand"))


def run(args: argparse.Namespace) -> int:
    """Write the decision; say that the next build takes it up."""
    home = home_of(args)
    record = _record(args)
    try:
        told = {"source": args.source, "why": args.why, "who": args.who or who()}
        told["when"] = args.when or datetime.now(UTC).date().isoformat()
        lines = [{"kind": args.task, **decided, **told} for decided in _decided(args, record)]
        (home / decisions.DECISIONS).mkdir(parents=True, exist_ok=True)
        with locked(home / decisions.DECISIONS / ".lock"):  # somebody may be taking a line back in a browser
            path = decisions.append(home, *lines)
    except ValueError as error:
        raise Misuse(f"{program()} decide {args.task}: {error}", "nothing was written") from None
    finally:
        if record:
            record.close()
    given = [{key: value for key, value in line.items() if value is not None} for line in lines]
    if len(given) == 1:
        write_whole(args, given[0], lambda console: console.print(f"{path}: written"))
    else:
        numbers = f"{counted(len(given), 'answer')}: {', '.join(line['number'] for line in given)}"
        write_rows(args, tuple(given[0]), given, lambda console: console.print(f"{path}: written, {numbers}"))
    say(f"in force with the next build: {command(args, 'build')}")
    return 0


def _task(tasks: arguments.Verbs, name: str, summary: str) -> argparse.ArgumentParser:
    parser = tasks.add_parser(
        name,
        help=summary,
        description=summary[0].upper() + summary[1:] + ".",
        epilog="example:\n" + next(line for line in _EPILOG.splitlines() if line.startswith(f"  item6 decide {name} ")),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    arguments.common(parser, defaults=False)
    parser.add_argument("review", metavar="REVIEW", help="CHN-3, or “China 2018”")
    parser.add_argument("--source", required=True, help="where it can be checked: recording and minute, page, address")
    why = {"default": "published total"} if name == "totals" else {"required": True}
    parser.add_argument("--why", help="the reason, for those who read it later", **why)
    parser.add_argument("--who", help="your name (default: ITEM6_WHO, or the name of your account)")
    parser.add_argument("--when", metavar="DATE", help="day of the decision, such as 2024-07-04 (default: today)")
    return parser


def _answer(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "number",
        metavar="NUMBER",
        help=f"28.5; 28.5/2 for its second text; several, as 28.5,28.7-28.9; {UNANSWERED} for all without an answer",
    )
    known = sorted({*POSITION_OF, *POSITIONS})
    parser.add_argument("--position", required=True, choices=known, metavar="POSITION", help=", ".join(known))
    parser.add_argument("--words", help="the State's own words")
    parser.add_argument("--explanation", help="what the State says about it")
    parser.add_argument("--state", help="only for what this State recommended")
    parser.add_argument("--stage", choices=STAGES, default="adoption", help="when it was said (default: adoption)")
    parser.add_argument("--date", help="day on which the State said it")
    parser.add_argument("--oral", action="store_true", help="said aloud: stands beside the written answer")


def _correct(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="28.212, or 28.212/2 for its second text")
    parser.add_argument("--states", help="the States that made it, by name or code: CHL,PER; empty for none")
    parser.add_argument("--new-number", metavar="NUMBER", help="its right number")


def _label(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("number", metavar="NUMBER", help="28.212, or 28.212/2 for its second text")
    parser.add_argument("--issues", help="all issues it has, by UPR Info's names, with commas between; empty for none")
    known = ", ".join(map(str, ACTIONS))
    parser.add_argument("--action", type=int, choices=ACTIONS, metavar="N", help=f"its action category: {known}")


def _totals(parser: argparse.ArgumentParser) -> None:
    for name in TOTALS:
        words = f"recommendations {name.replace('_', ' ')}" if name != "in_part" else "recommendations accepted in part"
        option = f"--{name.replace('_', '-')}"
        parser.add_argument(option, type=int, metavar="N", required=name == "received", help=words)


def _decided(args: argparse.Namespace, record: Record | None) -> list[dict[str, Any]]:
    """What was decided, by the keys of a line; a line for each number of an answer."""
    review = name_review(record, args.review)
    if args.task == "totals":
        return [{"review": str(review), **{name: getattr(args, name) for name in TOTALS}}]
    numbers = _numbers(args.number, review, record) if args.task == "answer" else [args.number]
    return [_of_number(args, review, number, record) for number in numbers]


UNANSWERED = "unanswered"
"""In place of a number: all numbers of the review to which the record has no answer."""


def _numbers(asked: str, review: ReviewName, record: Record | None) -> list[str]:
    """The numbers that somebody means by one word: itself, a list with ranges, or all without an answer."""
    if asked != UNANSWERED:
        run = None if "/" in asked else read_run(asked, 0, len(asked), exceptions=False)
        several = run and run.end == len(asked) and len(run.numbers) > 1 and not run.partly
        return list(run.numbers) if run and several else [asked]
    held = record.recommendations(review, STAGES[-1]) if record else []
    if not held:
        raise Misuse(f"the record holds no report of {review}", "build it first, or name the numbers")
    found = [each.number for each in held if each.position == PENDING]
    if not found:
        raise Misuse(f"every recommendation of {review} has an answer", "name the numbers that you mean")
    return found


def _of_number(args: argparse.Namespace, review: ReviewName, number: str, record: Record | None) -> dict[str, Any]:
    """What was decided on one number, by the keys of a line."""
    name = _recommendation(record, f"{review}#{number}")
    target = {"review": str(review), "number": name.number, "part": name.part}
    mark = {"fingerprint": _mark(record, name)}
    if args.task == "answer":
        keys = ("position", "words", "explanation", "stage", "date")
        said = {key: getattr(args, key) for key in keys} | {"oral": args.oral}
        return target | said | {"state": find_state(args.state) if args.state else None} | mark
    if args.task == "label":
        issues = None if args.issues is None else [each.strip() for each in args.issues.split(",") if each.strip()]
        return target | {"issues": issues, "action": args.action} | mark
    states = None if args.states is None else [find_state(each) for each in args.states.split(",") if each.strip()]
    return target | {"states": states, "new_number": args.new_number} | mark


def _recommendation(record: Record | None, text: str) -> RecommendationName:
    """The name; checked against the record where it holds the review, which may complete its number (15: 111.15)."""
    name = parse_recommendation_name(text)
    if name is None:
        raise Misuse(f"“{text}” names no recommendation", "write the number like 28.212, or 28.212/2 for a text")
    if record is None or record.review(name.review) is None:
        return name
    numbers = Numbers(each.number for each in record.recommendations(name.review))
    whole, remark = numbers.resolve(name.number)
    return find_recommendation(record, str(replace(name, number=whole) if whole and not remark else name))


def _mark(record: Record | None, name: RecommendationName) -> str | None:
    """The fingerprint of the words decided on; None where they are not in the record."""
    found = record.recommendation(name) if record else None
    return mark_of(((text.part, text.words) for text in found.texts), name.part) if found else None


def _record(args: argparse.Namespace) -> Record | None:
    try:
        return open_record(home_of(args))
    except RecordNotFound:
        return None


def who() -> str:
    """Who works here: ITEM6_WHO, or the name on this machine; empty where neither is known."""
    if os.environ.get("ITEM6_WHO"):
        return os.environ["ITEM6_WHO"]
    with suppress(OSError, KeyError, ImportError):
        return getpass.getuser()
    return ""
