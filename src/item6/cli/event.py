"""item6 event: announcements of side events read, and put into calendars."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from item6.checks.reading import text_of
from item6.cli import arguments
from item6.cli.messages import Trouble, say
from item6.cli.output import write_file, write_whole
from item6.cli.terminal import clean, fit, print_text, print_wrapped
from item6.files.errors import Unreadable

if TYPE_CHECKING:
    from item6.events.drafts import Draft, Reading

_EPILOG = """\
An announcement is read as it was published or pasted (text, Markdown, HTML, Word, PDF): title, session, day, time and
zone, room, format, organisers with their ECOSOC status, programme, speakers, languages, price, who may attend, dial-in,
registration. Every field comes with the words it was read from, and says where a person should look again. Nothing is
sent anywhere.

The calendar file has its times in UTC. Its UID is made of title and session, so that a changed announcement updates the
entry in people's calendars: give the file that was sent before with --after. The link to join is left out unless
--join-link asks for it: send such a file only to people who are let in.

examples:
  item6 event read announcement.txt
  item6 event read announcement.docx --format json
  item6 event ics announcement.txt -o event.ics
  item6 event ics changed.txt --after event.ics -o changed.ics
"""
_FORMATS = ("table", "json", "jsonl")


def add(verbs: arguments.Verbs) -> None:
    """The verb's own arguments."""
    parser = arguments.verb(verbs, "event", run, "read announcements of side events, and make calendar files", _EPILOG)
    tasks = parser.add_subparsers(dest="task", metavar="TASK", required=True)
    reading = tasks.add_parser("read", help="the fields of an announcement, with the words they were read from")
    reading.add_argument("file", metavar="FILE", help="the announcement")
    arguments.common(reading, defaults=False, formats=_FORMATS)
    making = tasks.add_parser("ics", help="a calendar file of an announcement")
    making.add_argument("file", metavar="FILE", help="the announcement")
    making.add_argument("--after", metavar="FILE", help="the calendar file sent before, which this one updates")
    making.add_argument("--join-link", action="store_true", help="with the link to join, for people who are let in")
    making.add_argument(
        "-o", "--output", metavar="FILE", default=argparse.SUPPRESS, help="the file (default: FILE.ics)"
    )


def run(args: argparse.Namespace) -> int:
    """Read an announcement, or make its calendar file; 1 where that cannot be done."""
    draft = _draft(args.file)
    return _read(args, draft) if args.task == "read" else _ics(args, draft)


def _draft(name: str) -> Draft:
    from item6.events.reading import LONGEST, read_announcement

    try:
        draft = read_announcement(text_of(_bytes(name), name))
    except Unreadable as error:
        issue = error.issue(name)
        raise Trouble(f"{name}: {issue.message}", issue.hint) from None
    if len(draft.text) > LONGEST:
        say(f"{name}: only its first {LONGEST:,} characters were read: give the announcement alone")
    return draft


def _read(args: argparse.Namespace, draft: Draft) -> int:
    from item6.events.drafts import as_json
    from item6.events.readiness import contradictions

    if not draft.readings:
        raise Trouble(f"{args.file}: nothing of an event was found in it", "is it an announcement?")
    problems = list(contradictions(draft.event))
    whole = {"readings": as_json(draft), "missing": _missing(draft), "problems": problems}
    write_whole(args, whole, lambda console: _print(console, draft, whole))
    for problem in problems:
        say(f"{args.file}: {problem}")
    return 0


_ASKED = {
    "title": "title", "day": "day", "start": "time", "format": "in person, virtual or hybrid",
    "organisers": "organisers",
    "languages": "languages", "price": "price", "audience": "who may attend", "registration": "registration",
}  # fmt: skip
"""What every announcement should say."""


def _missing(draft: Draft) -> list[str]:
    read = {each.field for each in draft.readings}
    return [name for field, name in _ASKED.items() if field not in read]


def _print(console: Console, draft: Draft, whole: dict[str, Any]) -> None:
    last = ""
    for read in draft.readings:
        name = "" if read.field == last else read.field.replace("_", " ")
        last = read.field
        print_text(console, Text.assemble((f"{name:<15}", "bold"), clean(shown(read))), 15)
        words = " ".join(draft.words(read).split())
        if words.casefold() != shown(read).casefold():
            console.print(Text(f"{'':<15}“{fit(clean(words), max(20, console.width - 19)).strip()}”", style="dim"))
        if read.doubt:
            print_wrapped(console, f"unsure: {read.doubt}", " " * 15, style="yellow")
    if whole["missing"]:
        console.print(Text(f"\nnot found: {', '.join(whole['missing'])}"))


def shown(read: Reading) -> str:
    """The value of a reading in words."""
    from item6.events.nouns import Organiser, Part, Session, Speaker

    match read.value:
        case Session(body, number):
            return f"{body}, session {number}"
        case Organiser() as each:
            status = f"ECOSOC status: {each.status}" if each.status != "unknown" else ""
            status = status or {True: "has ECOSOC status", False: "no ECOSOC status", None: ""}[each.consultative]
            about = [each.role, each.acronym, status, f"since {each.year}" if each.year else ""]
            return f"{each.name} ({', '.join(filter(None, about))})"
        case Part(title, minutes, start):
            return " ".join(filter(None, (start, title, f"({minutes} minutes)" if minutes else "")))
        case Speaker(name, post, country, role):
            return ", ".join(filter(None, (name, post, country))) + (f" ({role})" if role != "speaker" else "")
        case bool(value):
            return "yes" if value else "no"
        case int(value):
            return f"{value} minutes"
    return str(read.value)


def _ics(args: argparse.Namespace, draft: Draft) -> int:
    try:
        from item6.events import calendar_file as made  # most commands do without the package it needs
    except ModuleNotFoundError as error:
        raise Trouble(
            f"calendar files need the package {error.name}, which is not installed",
            "install item6 with its extra `events`: pip install 'item6[events]'",
        ) from None
    from item6.events.times import NoTime

    before = None
    if args.after:
        try:
            before = made.earlier(_bytes(args.after))
        except made.NotACalendar as error:
            raise Trouble(args.after, str(error)) from None
    try:
        contents = made.calendar_file(
            draft.event, stamp=datetime.now(UTC), uid=before.uid if before else "",
            sequence=before.sequence + 1 if before else 0, with_join_link=args.join_link,
        )  # fmt: skip
    except NoTime as error:
        raise Trouble(args.file, str(error)) from None
    place = Path(args.output) if args.output else Path(args.file).with_suffix(".ics")
    write_file(place, contents)
    for read in draft.readings:
        if read.doubt and read.field in ("day", "start", "end", "zone", "room", "format"):
            say(f"{args.file}: {read.field} {shown(read)}: {read.doubt}: compare before sending")
    say(f"{place}: {'change ' + str(before.sequence + 1) if before else 'new entry'}")
    return 0


def _bytes(name: str) -> bytes:
    try:
        return Path(name).read_bytes()
    except OSError as error:
        raise Trouble(f"{name} cannot be read ({(error.strerror or str(error)).lower()})", "check the name") from None
