"""Tables of groups as markup: two hundred rows on a page, which a template would take ten times as long to fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from urllib.parse import quote

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from item6.measures.filters import quoted
from item6.measures.groups import Group
from item6.record.rows import ReviewRow
from item6.terms.figures import Figure
from item6.terms.names import ReviewName
from item6.web.languages import saying
from item6.web.languages.saying import grouped, name_of

POSITION_NAMES = ("supported", "in_part", "noted", "pending")
"""Measures that tell every position of a group."""

_SHOWN = ("supported", "in_part", "noted")
_HEAD = '<th scope="col">{}</th>'


def table_of(groups: Sequence[Group], heading: str, received: str = "") -> SafeString:
    """A row for each group, which opens its recommendations: how many, and how they were answered.

    groups: of one key and scope, counted by POSITION_NAMES. heading: of the first column. received: of the second.
    """
    heads = (heading, received or _("received"), _("supported"), _("in part"), _("noted"))
    return format_html(
        '<table class="figures"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
        format_html_join("", _HEAD, ((each,) for each in heads)),
        mark_safe("\n".join(_rows(groups))),  # values are escaped there; the rest is numbers
    )


def _rows(groups: Sequence[Group]) -> Iterator[str]:
    language = saying.label_language(groups[0].key if groups else "")
    before, after = groups[0].whole.filter.around(groups[0].key) if groups else ("", "")
    for each in groups:
        counts = "".join(f"<td>{grouped(each.counts[name]) if name in each.counts else ''}</td>" for name in _SHOWN)
        yield (
            f'<tr><th scope="row"><a href="/recommendations?q={quote(before + quoted(each.value) + after, safe=":")}">'
            f"<bdi{language}>{escape(called(each))}</bdi></a></th><td>{grouped(each.received)}</td>{counts}</tr>"
        )


def called(group: Group) -> str:
    """What a group is called: the short name of a State, else its value."""
    return name_of(group.value) if group.key in ("by", "state") else saying.label(group.key, group.value)


def table_of_cycles(cycles: Sequence[tuple[ReviewName, Sequence[Figure]]]) -> SafeString:
    """A row for each review, a column for each measure; each number opens its figure. Empty for none."""
    if not cycles:
        return SafeString("")
    heads = (_("review"), *(saying.title(figure.measure) for figure in cycles[0][1]))
    rows = ((review, format_html_join("", '<td><a href="{}?ref={}">{}</a></td>', _cells(figures)))
            for review, figures in cycles)  # fmt: skip
    return format_html(
        '<table class="figures"><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
        format_html_join("", _HEAD, ((each,) for each in heads)),
        format_html_join("", '<tr><th scope="row">{}</th>{}</tr>', rows),
    )


def _cells(figures: Sequence[Figure]) -> Iterator[tuple[str, str, str]]:
    for each in figures:
        yield "/figure", quote(each.reference, safe=""), saying.value_in_words(each) or "–"


def table_of_reviews(rows: Sequence[ReviewRow]) -> SafeString:
    """A row for each State, a column for each cycle; each cell says how many were received and opens the review."""
    cycles = sorted({row.cycle for row in rows})
    by_state: dict[str, dict[int, int]] = {}
    for row in rows:
        by_state.setdefault(row.state, {})[row.cycle] = row.numbers
    named = sorted(((name_of(code), code) for code in by_state), key=lambda each: (saying.in_order(each[0]), each))
    return format_html(
        '<table class="figures reviews"><caption>{}</caption><thead><tr>{}</tr></thead><tbody>{}</tbody></table>',
        _("Numbered recommendations received, by cycle"),
        format_html_join("", _HEAD, ((each,) for each in (_("State"), *(_("cycle %d") % cycle for cycle in cycles)))),
        mark_safe("\n".join(_row(name, code, cycles, by_state[code]) for name, code in named)),  # names are escaped
    )


def _row(name: str, code: str, cycles: Sequence[int], numbers: Mapping[int, int]) -> str:
    cells = (
        f'<td><a href="/r/{escape(code)}-{cycle}">{grouped(numbers[cycle])}</a></td>'
        if cycle in numbers
        else "<td></td>"
        for cycle in cycles
    )
    return (
        f'<tr><th scope="row"><a href="/state/{escape(code)}"><bdi>{escape(name)}</bdi></a></th>{"".join(cells)}</tr>'
    )
