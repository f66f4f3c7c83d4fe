"""The table of docs/security.md: whom each route asks for, and what is noted of it.

`python -m item6.web.audit.table docs/security.md` writes it there anew, between its two marks.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import django

from item6.web.audit.words import said_of
from item6.web.gate.access import RULES, Rule
from item6.web.people.roles import Who

BEGIN, END = "<!-- routes -->", "<!-- end of routes -->"
_CALLED = {Who.ANYONE: "anyone", Who.PERSON: "signed in"}


def table() -> str:
    """Markdown: one line for each route."""
    return "\n".join(("| route | about | read | change | noted |", "| --- | --- | --- | --- | --- |", *_lines()))


def within(page: str) -> str:
    """The page with the table between its marks. ValueError for one without them."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the page has no {BEGIN} and {END}")
    return f"{before}{BEGIN}\n\n{table()}\n\n{END}{after}"


def _lines() -> Iterator[str]:
    for name, rule in RULES.items():
        yield f"| `{name}` | {said_of(name)} | {_who(rule.read)} | {_who(rule.change)} | {_noted(rule)} |"


def _who(who: Who | None) -> str:
    return "" if who is None else _CALLED.get(who, who.name.lower())


def _noted(rule: Rule) -> str:
    changed = rule.done if rule.change is not None else ""
    return ", ".join(dict.fromkeys(filter(None, (rule.seen, changed))))


def main(path: Path) -> int:
    """Writes the table into a page."""
    path.write_text(within(path.read_text(encoding="utf-8")), encoding="utf-8")
    return 0


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "item6.web.server.settings")
    django.setup()
    sys.exit(main(Path(sys.argv[1])))
