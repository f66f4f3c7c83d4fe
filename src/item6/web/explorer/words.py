"""Filters of templates: names and numbers as people read them."""

from __future__ import annotations

from fractions import Fraction
from urllib.parse import quote

from django import template
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from item6.charts.bars import KINDS
from item6.measures.filters import Filter, Term
from item6.record.rows import LabelRow, RecommendationRow
from item6.terms.annotations import Annotation
from item6.terms.issues import Issue
from item6.terms.names import RecommendationName, ReviewName, parse_recommendation_name, parse_review_name
from item6.web.languages import dates, saying

register = template.Library()


@register.filter
def grouped(count: int) -> str:
    """Thousands set apart."""
    return saying.grouped(count)


@register.filter
def percent(share: Fraction | None) -> str:
    """`17.9 %`."""
    return saying.percent(share)


@register.filter
def state_name(code: str) -> str:
    """Short name of a State; the code for one that is not of this world."""
    return saying.name_of(code)


@register.filter
def kind(position: str) -> str:
    """Class of a position."""
    return KINDS[position]


@register.filter
def called(position: str) -> str:
    """What a position is called: supported, in part, noted, pending."""
    return saying.position(position)


@register.filter
def page_of(row: RecommendationRow) -> str:
    """The address of a recommendation's page: what `reverse` gives, for lists, at a tenth of its cost."""
    return page_beside(row.number, row.review)


@register.filter
def page_beside(number: str, review: ReviewName) -> str:
    """The address of the page of a number of this review."""
    return f"/r/{review}/{quote(number, safe='()')}"


@register.filter
def shortened(words: str, most: int) -> str:
    """The words, or as many signs of them as are to be shown, the last of them one that says that they go on."""
    return words if len(words) <= most else f"{words[: most - 1]}…"


@register.filter
def address_of(name: RecommendationName) -> str:
    """The address of the page of a recommendation by its name."""
    return f"/r/{name.review}/{quote(name.number, safe='()')}"


@register.filter
def label_query(label: Annotation | LabelRow) -> str:
    """The filter that gives all with this label, as part of an address."""
    return quote(str(Filter((Term(label.kind, (label.value.replace('"', ""),)),))), safe=":")


@register.filter
def in_address(value: object) -> str:
    """The value as part of an address, every sign escaped."""
    return quote(str(value), safe="")


@register.filter
def drawing(svg: str) -> SafeString:
    """A picture of `item6.charts`, which escapes its words itself."""
    return mark_safe(svg)  # made by item6.charts alone, from escaped words


@register.filter
def as_words(normalised: str) -> str:
    """`accepted_in_part` as words."""
    return normalised.replace("_", " ")


@register.filter
def family_called(family: str) -> str:
    """What a family of documents is called."""
    called = {
        "wg_report": gettext("report of the Working Group"),
        "addendum": gettext("addendum"),
        "matrix": gettext("OHCHR's matrix"),
        "upr_info": gettext("UPR Info's export"),
        "decisions": gettext("decisions of your own"),
    }
    return called.get(family, as_words(family))


@register.filter
def measure_title(name: str) -> str:
    """What a measure is called."""
    return saying.title(name)


@register.filter
def measure_called(name: str) -> str:
    """What a stated total counts, in words: `supported now`."""
    return saying.said("total", name.replace("_", " "))


@register.filter
def row_address(row: str) -> str:
    """The page of a row of a figure; empty where it has none, such as a State."""
    name = parse_recommendation_name(row.split(" ")[0])
    if name is None:
        return ""
    part = f"#{name.part}" if name.part else ""
    return reverse("recommendation", kwargs={"review": name.review, "number": name.number}) + part


@register.filter
def review_name(name: object) -> str:
    """`CHN-3` as `China, cycle 3`."""
    found = parse_review_name(str(name))
    return saying.review(found) if found else str(name)


@register.filter
def units(unit: str) -> str:
    """What is counted in a unit."""
    return saying.units(unit)


@register.filter
def stage_called(stage: str) -> str:
    """Where the answers of a stage stand."""
    return saying.stage(stage)


@register.filter
def day(written: str) -> str:
    """`2026-11-21` as the language of the page writes it."""
    return dates.day(written)


@register.filter
def moment(written: str) -> str:
    """`2026-11-21 09:30` as the language of the page writes it."""
    return dates.moment(written)


@register.filter
def label(value: str, kind: str) -> str:
    """A label, or a value of a filter, of a kind."""
    return saying.label(kind, value)


@register.filter
def label_language(kind: str) -> SafeString:
    """What marks a label of a kind as English, where the page is in another language."""
    return saying.label_language(kind)


@register.filter
def said(words: str, context: str) -> str:
    """English words of a room below, in the language of the page. context: of `item6.web.languages.vocabulary`."""
    return saying.said(context, words)


@register.filter
def message(found: Issue) -> str:
    """What happened."""
    return saying.issue_message(found)


@register.filter
def hint(found: Issue) -> str:
    """What to do."""
    return saying.issue_hint(found)
