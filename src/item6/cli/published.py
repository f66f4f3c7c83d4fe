"""Reviews of which only totals are known, published by somebody and entered with their source."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from item6.cli.terminal import clean, percent
from item6.measures.published import Published
from item6.measures.wording import grouped
from item6.terms.states import name_of


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
