"""The two long parts of the page of recommendations as markup: values to narrow down by, and recommendations.

A template takes several times as long to fill them. Whatever comes from documents or was typed is escaped here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from html import escape

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from item6.charts.bars import KINDS
from item6.record.rows import RecommendationRow, TextRow
from item6.web.explorer.words import page_beside, shortened
from item6.web.languages.saying import english, grouped, label_language, name_of, native, position

_MOST_SAID = 80
"""Signs of the State's own words that a list shows."""


def choices(key: str, found: Iterable[tuple[str, int, str, bool, str]], beside: str) -> SafeString:
    """Values of a facet: what each is called, its count, the address of the filter with it, whether it is chosen.

    The last of each is the value as part of the element's name. key: of the facet. beside: what stands in the address
    beside the filter. The addresses and values hold nothing that markup could understand: every sign of them is
    percent-encoded.
    """
    after, name, language = escape(beside), escape(key), label_language(key)
    # names are escaped, the rest is numbers and addresses
    return mark_safe("".join(_choice(*each, after, name, language) for each in found))


def _choice(
    called: str, count: int, address: str, chosen: bool, value: str, beside: str, key: str, language: str
) -> str:
    marked = ' aria-current="true" class="chosen"' if chosen else ""
    return (
        f'<li><a href="?q={address}{beside}" id="{key}-{value}"{marked}><bdi{language}>{_escaped(called)}</bdi>'
        f' <span class="n">{grouped(count)}</span></a></li>'
    )


def recommendations(rows: Sequence[RecommendationRow]) -> SafeString:
    """Rows of a list: name, position, the State's words, texts with their States."""
    collective = escape(_("collective"))
    return mark_safe("".join(_recommendation(row, collective) for row in rows))  # escaped part by part


def _recommendation(row: RecommendationRow, collective: str) -> str:
    said = (
        f' <bdi class="quiet"{english()}>“{escape(shortened(row.as_written, _MOST_SAID))}”</bdi>'
        if row.as_written
        else ""
    )
    texts = "".join(_text(text, collective) for text in row.texts)
    name = escape(f"{row.review}#{row.number}")
    return (
        f'<li><p class="head"><a href="{escape(page_beside(row.number, row.review))}">{name}</a>'
        f' <span class="mark {KINDS[row.position]}"></span>{escape(position(row.position))}{said}</p>\n{texts}</li>'
    )


def _text(text: TextRow, collective: str) -> str:
    states = _(", ").join([f"<bdi>{_escaped(name_of(state))}</bdi>" for state in text.states]) or collective
    return f'<blockquote{english()}>{escape(text.words)} <bdi class="quiet"{native()}>({states})</bdi></blockquote>'


@lru_cache(maxsize=2000)
def _escaped(name: str) -> str:
    return escape(name)
