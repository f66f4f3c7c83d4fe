"""Figures of reviews of which only published totals are known: entered by a person with their source, without rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from item6.measures.definitions import MEASURES, base_of
from item6.measures.scope import LATEST, Scope
from item6.measures.wording import grouped
from item6.record.reader import Record
from item6.terms.as_json import as_json
from item6.terms.decisions import TOTALS, Decision
from item6.terms.figures import Figure, Sentence
from item6.terms.issues import Issue
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


_WORDS = {"received": "received", "accepted": "accepted", "in_part": "accepted in part", "noted": "noted",
          "rejected": "rejected"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Published:
    """The totals that were published on a review; the last decision on it counts. issues: what stands against them."""

    decision: Decision
    issues: tuple[Issue, ...]
    record: str

    @property
    def review(self) -> ReviewName:
        """Whose totals they are."""
        return self.decision.review

    @property
    def sum_in_words(self) -> str:
        """`428 = 290 accepted + 8 accepted in part + 32 noted + 98 rejected`."""
        received, *parts = [(name, self.decision.totals[name]) for name in TOTALS if name in self.decision.totals]
        sign = "≠" if parts and sum(count for _, count in parts) != received[1] else "="
        together = " + ".join(f"{grouped(count)} {_WORDS[name]}" for name, count in parts)
        return f"{grouped(received[1])} {sign} {together}" if parts else f"{grouped(received[1])} received"

    @property
    def rates(self) -> dict[str, tuple[int, int]]:
        """The two rates of refusal as (count, all): not supported (noted and rejected), and rejected.

        Empty where the totals do not tell; what is accepted in part is in neither.
        """
        totals = self.decision.totals
        if "rejected" not in totals or "noted" not in totals:
            return {}
        received = totals["received"]
        return {
            "not_supported": (totals["noted"] + totals["rejected"], received),
            "rejected": (totals["rejected"], received),
        }

    def as_object(self) -> dict[str, Any]:
        """The totals as plain JSON."""
        made = self.decision
        return {
            "review": str(self.review),
            "state": self.review.state,
            "cycle": self.review.cycle,
            "published": made.totals,
            "rates": {name: {"count": count, "of": received} for name, (count, received) in self.rates.items()},
            "source": made.source,
            "why": made.why,
            "who": made.who,
            "when": made.when,
            "issues": as_json(self.issues),
            "record": self.record,
        }


def totals_of(record: Record, review: ReviewName) -> Decision | None:
    """The published totals in force of a review: those entered last."""
    found = [each for each in record.decisions() if each.kind == "totals" and each.review == review]
    return max(found, key=lambda each: (each.when, each.document, each.line), default=None)


def published_of(record: Record, review: ReviewName) -> Published | None:
    """The published totals of a review of which the record has nothing else; None for any other review."""
    found = None if record.review(review) else totals_of(record, review)
    if found is None:
        return None
    named = str(review)
    issues = (each for each in record.issues() if each.key == "decision.parts_differ")
    return Published(found, tuple(each for each in issues if dict(each.arguments).get("review") == named), record.hash)


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
