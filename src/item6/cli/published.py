"""Reviews of which only totals are known, published by somebody and entered with their source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from rich.console import Console
from rich.text import Text

from item6.cli.terminal import clean, percent
from item6.measures.wording import grouped
from item6.terms.as_json import as_json
from item6.terms.decisions import TOTALS, Decision
from item6.terms.issues import Issue
from item6.terms.names import ReviewName
from item6.terms.states import name_of

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


def refusals(rates: dict[str, tuple[int, int]]) -> str:
    """The two rates in words, each named."""
    said = {
        "not_supported": "not supported (noted or rejected)",
        "rejected": "rejected in the State's words",
    }
    return "; ".join(
        f"{grouped(count)} of {grouped(whole)} ({percent(count, whole)}) {said[name]}"
        for name, (count, whole) in rates.items()
    )


def print_published(console: Console, found: Published) -> None:
    """Figures only: there is no list to show."""
    review, made = found.review, found.decision
    name = name_of(review.state)
    console.print(Text.assemble((f"{name}, cycle {review.cycle}", "bold"), (f"  {review}", "dim")))
    lines = [
        ("known", "published totals only; no list of its recommendations is in the record"),
        ("figures", found.sum_in_words),
        ("refused", refusals(found.rates)),
        ("source", made.source),
        ("entered", f"{made.who}, {made.when}: {made.why}"),
        *(("open", each.message) for each in found.issues),
    ]
    for title, words in lines:
        if words:
            console.print(Text.assemble((f"{title:<10}", "dim"), clean(words)))
