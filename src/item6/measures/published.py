"""Figures of reviews of which only published totals are known: entered by a person with their source, without rows."""

from __future__ import annotations

from item6.measures.definitions import MEASURES, base_of
from item6.measures.scope import LATEST, Scope
from item6.record.reader import Record
from item6.terms.decisions import Decision
from item6.terms.figures import Figure, Sentence
from item6.terms.names import ReviewName

_FROM_TOTALS = {
    "received": ("received",),
    "supported": ("accepted",),
    "accepted": ("accepted",),
    "in_part": ("in_part",),
    "noted": ("noted", "rejected"),
    "not_supported": ("noted", "rejected"),
    "not_supported_or_in_part": ("in_part", "noted", "rejected"),
    "rejected": ("rejected",),
    "noted_in_words": ("noted",),
}
"""The totals that add up to a measure."""


def totals_of(record: Record, review: ReviewName) -> Decision | None:
    """The published totals in force of a review: those entered last."""
    found = [each for each in record.decisions() if each.kind == "totals" and each.review == review]
    return max(found, key=lambda each: (each.when, each.document, each.line), default=None)


def totals_in_force(record: Record, scope: Scope) -> Decision | None:
    """The published totals of the one review that a scope names, whole and in numbers; None for any other scope."""
    states, cycles = scope.filter.values("state"), scope.filter.values("cycle")
    if scope.unit != "numbers" or scope.stage not in ("", LATEST) or len(scope.filter.terms) != 2:
        return None
    if len(states) != 1 or len(cycles) != 1 or not cycles[0].isdigit():
        return None
    return totals_of(record, ReviewName(states[0], int(cycles[0])))


def published_figure(record: Record, scope: Scope, totals: Decision, name: str) -> Figure | None:
    """The Figure of a measure from published totals; None where they do not tell. KeyError for an unknown measure."""
    base, share = base_of(name)
    wanted, known = _FROM_TOTALS.get(base), totals.totals
    if wanted is None or not set(wanted) & set(known) or "received" not in known or not _tells(wanted, known):
        return None
    count, received = sum(known.get(each, 0) for each in wanted), known["received"]
    said: dict[str, str | int] = {
        "measure": name, "count": count, "of": received, "unit": scope.unit, "scope": str(scope.filter),
        "stage": LATEST, "source": totals.source,
    }  # fmt: skip
    key = "published_share" if share else "published_received" if base == "received" else "published"
    return Figure(
        name, MEASURES[base].version, scope.unit, str(scope.filter), LATEST, scope.as_of, record.hash, count,
        received if share else None, (), Sentence(key, tuple(sorted(said.items()))),
    )  # fmt: skip


def is_published(figure: Figure) -> bool:
    """Whether a figure is one of published totals."""
    return figure.sentence.key.startswith("published")


def _tells(wanted: tuple[str, ...], known: dict[str, int]) -> bool:
    """Whether the totals give every part; those of answers that add up to all that was received have no others."""
    if all(each in known for each in wanted):
        return True
    return sum(count for part, count in known.items() if part != "received") == known["received"]
