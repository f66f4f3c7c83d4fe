"""Tables for notebooks: plain columns, and from them frames of pandas or Polars where one of these is installed.

Columns are lists of one length by name. Where a filter has a key for what a column holds, the column is called as the
key is. Neither library is needed to use item6, and none is imported before a frame is asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from item6.measures.definitions import base_of
from item6.measures.groups import Group, grouped_by
from item6.measures.members import columns_of_members
from item6.measures.ranks import Ranked
from item6.measures.scope import Scope
from item6.measures.wording import sentence
from item6.record.reader import Record
from item6.terms.figures import Figure
from item6.terms.names import parse_review_name

if TYPE_CHECKING:
    import pandas
    import polars

Columns = dict[str, list[Any]]
"""Lists of one length, by the name of their column."""

USUAL = ("supported", "in_part", "noted", "pending", "supported_share", "not_supported_share")
"""The measures of a table where none are named."""

__all__ = [
    "Columns", "LibraryMissing", "columns_of_figures", "columns_of_groups", "columns_of_members", "columns_of_ranks",
    "columns_of_reviews", "to_pandas", "to_polars",
]  # fmt: skip


class LibraryMissing(ImportError):
    """The library of a frame is not installed."""


def columns_of_figures(figures: Iterable[Figure]) -> Columns:
    """A row for each figure. value: a number for counts, for shares one between 0 and 1; None where it is not known.

    numerator and denominator are exact. reference: what opens the figure again. sentence: its words in English.
    """
    each = list(figures)
    return {
        "measure": [figure.measure for figure in each],
        "version": [figure.version for figure in each],
        "unit": [figure.unit for figure in each],
        "scope": [figure.scope for figure in each],
        "stage": [figure.stage for figure in each],
        "as_of": [figure.as_of for figure in each],
        "numerator": [figure.numerator for figure in each],
        "denominator": [figure.denominator for figure in each],
        "value": [_number(figure.value) for figure in each],
        "reference": [figure.reference for figure in each],
        "sentence": [sentence(figure) for figure in each],
    }


def columns_of_groups(record: Record, key: str, scope: Scope, names: Sequence[str] = USUAL) -> Columns:
    """A row for each value of a key, as `grouped_by` gives them: `value`, `received`, the measures, `scope`.

    names: measures that are sets of members, or their shares, in the order of the columns; None where they are not
    known, as while all of a group is pending. scope: the filter that gives the group alone. ValueError and KeyError
    as in `grouped_by`.
    """
    groups = grouped_by(record, key, scope, names)
    return {
        "value": [group.value for group in groups],
        "received": [group.received for group in groups],
        **{name: [_of_group(group, name) for group in groups] for name in names},
        "scope": [str(group.scope.filter) for group in groups],
    }


def columns_of_reviews(record: Record, scope: Scope, names: Sequence[str] = USUAL) -> Columns:
    """A row for each review that the scope selects anything of, by State and cycle, each as far as it is known."""
    columns = columns_of_groups(record, "review", scope, names)
    reviews = [name for each in columns.pop("value") if (name := parse_review_name(each))]
    return {
        "review": [str(name) for name in reviews],
        "state": [name.state for name in reviews],
        "cycle": [name.cycle for name in reviews],
        **columns,
    }


def columns_of_ranks(ranks: Iterable[Ranked]) -> Columns:
    """A row for each review in its place, as `ranked` gives them."""
    each = list(ranks)
    return {
        "place": [rank.place for rank in each],
        "review": [str(rank.review) for rank in each],
        "state": [rank.review.state for rank in each],
        "cycle": [rank.review.cycle for rank in each],
        "numerator": [rank.numerator for rank in each],
        "denominator": [rank.denominator for rank in each],
        "value": [_number(rank.value) for rank in each],
        "stage": [rank.stage for rank in each],
    }


def to_pandas(columns: Columns) -> pandas.DataFrame:
    """The columns as a frame of pandas. LibraryMissing where pandas is not installed."""
    try:
        import pandas
    except ModuleNotFoundError as error:
        raise _missing(error, "pandas") from None
    return pandas.DataFrame(columns)


def to_polars(columns: Columns) -> polars.DataFrame:
    """The columns as a frame of Polars. LibraryMissing where Polars is not installed."""
    try:
        import polars
    except ModuleNotFoundError as error:
        raise _missing(error, "polars") from None
    return polars.DataFrame(columns, schema_overrides=_types_of_empty(polars, columns), strict=False)


def _missing(error: ModuleNotFoundError, library: str) -> ImportError:
    """The sentence that says what to install; the error itself where something else is missing."""
    if error.name != library:
        return error
    return LibraryMissing(f"{library} is not installed: install it, or use the columns as they are")


def _types_of_empty(polars: Any, columns: Columns) -> dict[str, Any]:
    """Lists of text for columns whose lists are all empty, so that frames of several scopes can be joined."""
    return {
        name: polars.List(polars.String)
        for name, column in columns.items()
        if column and not any(column) and all(isinstance(each, list) for each in column)
    }


def _of_group(group: Group, name: str) -> float | int | None:
    base, is_share = base_of(name)
    return _number(group.share(base)) if is_share else group.counts.get(base)


def _number(value: Fraction | int | None) -> float | int | None:
    return float(value) if isinstance(value, Fraction) else value
