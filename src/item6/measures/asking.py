"""From what a person types to a scope, for notebooks and programs; commands have their own way, with messages."""

from __future__ import annotations

from item6.measures.filters import Filter, both, parse
from item6.measures.scope import Scope, of_review
from item6.measures.vocabulary import Groups, Vocabulary
from item6.record.reader import Record
from item6.terms.names import parse_review_name


def ask(
    record: Record,
    text: str = "",
    *,
    unit: str = "numbers",
    stage: str = "",
    as_of: str | None = None,
    groups: Groups | None = None,
) -> Scope:
    """The scope of `CHN-3`, `CHN-3 by:WEOG` or `by:Switzerland "death penalty"`; of the whole record for nothing.

    unit, stage, as_of: as in Scope. groups: names of your own for several States, to their ISO3 codes. FilterError
    naming the nearest key or value where the text cannot be understood, ValueError for an unknown unit or stage.
    """
    first, _, rest = text.strip().partition(" ")
    review = parse_review_name(first)
    typed = parse(rest if review else text, Vocabulary(record, groups or {}).resolve)
    whole = of_review(review).filter if review else Filter()
    return Scope(both(whole, typed), unit, stage, as_of)
