"""Every number, defined once: a record and a scope to a Figure.

filters -> vocabulary -> scope -> places -> figures, and from these groups, cycles, ranks, references and frames. What a
notebook needs of them is named here, so that one import does.
"""

from item6.measures.asking import ask
from item6.measures.cycles import change, over_cycles, reviews_of
from item6.measures.definitions import definition, names
from item6.measures.figures import figure
from item6.measures.filters import FilterError
from item6.measures.frames import (
    LibraryMissing,
    columns_of_figures,
    columns_of_groups,
    columns_of_members,
    columns_of_ranks,
    columns_of_reviews,
    to_pandas,
    to_polars,
)
from item6.measures.groups import Group, grouped_by
from item6.measures.ranks import Ranked, rank_figure, ranked
from item6.measures.references import UnknownReference, read_reference, recomputed, since
from item6.measures.scope import Scope, of_review
from item6.measures.wording import percent, sentence, title
from item6.record.reader import Record, open_record
from item6.terms.figures import Figure

__all__ = [
    "Figure",
    "FilterError",
    "Group",
    "LibraryMissing",
    "Ranked",
    "Record",
    "Scope",
    "UnknownReference",
    "ask",
    "change",
    "columns_of_figures",
    "columns_of_groups",
    "columns_of_members",
    "columns_of_ranks",
    "columns_of_reviews",
    "definition",
    "figure",
    "grouped_by",
    "names",
    "of_review",
    "open_record",
    "over_cycles",
    "percent",
    "rank_figure",
    "ranked",
    "read_reference",
    "recomputed",
    "reviews_of",
    "sentence",
    "since",
    "title",
    "to_pandas",
    "to_polars",
]
