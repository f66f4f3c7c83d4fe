"""A text that people wrote as it is shown on a page: blocks of runs, escaped here."""

from __future__ import annotations

from functools import lru_cache

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from item6.briefings.document import Bullets, Heading, Paragraph, Run, Runs, Text
from item6.briefings.texts import blocks

_MANNERS = {"strong": "strong", "emphasis": "em", "quoted": "q", "quiet": "small"}


@lru_cache(maxsize=32)
def as_html(text: str, *, below: int = 2) -> SafeString:
    """The text as HTML. below: the level of the heading of the page under which it stands."""
    parts = []
    for block in blocks(text):
        match block:
            case Heading(words, level):
                parts.append(format_html(f"<h{level + below} dir=auto>{{}}</h{level + below}>", words))
            case Paragraph(runs, manner):
                parts.append(format_html("<p dir=auto class={}>{}</p>", manner or "text", _runs(runs)))
            case Bullets(items):
                rows = format_html_join("", "<li dir=auto>{}</li>", ((_runs(item),) for item in items))
                parts.append(format_html("<ul>{}</ul>", rows))
    return mark_safe("\n".join(parts))  # of parts that format_html escaped


def _runs(runs: Runs) -> SafeString:
    return mark_safe("".join(map(_run, runs)))  # of runs that format_html escaped


def _run(run: Run) -> SafeString:
    name = _MANNERS.get(run.manner, "") if isinstance(run, Text) else ""
    return format_html(f"<{name}>{{}}</{name}>" if name else "{}", run.words)
