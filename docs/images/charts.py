"""Makes docs/images/charts.png: the charts of documents, drawn of the specimen's second review.

Run with the packages of requirements-test.lock: `.venv/bin/python docs/images/charts.py`. Counts are the measures' own.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import typst

from item6 import pipeline
from item6.charts.bars import Row
from item6.charts.ledgers import diverging, ledger, strength
from item6.charts.standing import standing
from item6.charts.tiles import NO_BORDERS, tiles_of_recommending
from item6.charts.timelines import ADDENDUM, REPORT, Event, timeline
from item6.measures.cycles import reviews_of
from item6.measures.figures import Measured
from item6.measures.groups import grouped
from item6.measures.scope import of_review
from item6.record.reader import Record, open_record
from item6.terms.answers import POSITIONS
from item6.terms.names import ReviewName

FOLDER = Path(__file__).parent
REVIEW = ReviewName("XRU", 2)
_MEASURES = {"supported": "supported", "noted": "noted", "supported/noted": "in_part", "pending": "pending"}

_PAGE = """
#set page(width: 320mm, height: auto, margin: 6mm, fill: rgb("e8e6df"))
#grid(columns: 2, gutter: 6mm, {left}, {right})
"""


def charts(record: Record) -> dict[str, str]:
    """Each chart with its finding."""
    measured = Measured(record, of_review(REVIEW))
    cycles = []
    for review in reviews_of(record, REVIEW.state):
        places = Measured(record, of_review(review)).places
        counts = {each: places.with_("position", each).bit_count() for each in POSITIONS}
        cycles.append(Row(f"Cycle {review.cycle}", counts))
    asked = [Row(each.value, _counts(each.counts)) for each in grouped(measured.places, "issue", _MEASURES.values())]
    by_action = {
        int(each.value): _counts(each.counts) for each in grouped(measured.places, "action", _MEASURES.values())
    }
    by_state = {each.value: each.received for each in grouped(measured.places, "by", ())}
    documents = [each for each in record.documents() if each.review == REVIEW and each.date and not each.draft]
    stages = {"wg_report": (REPORT, "Report of the Working Group"), "addendum": (ADDENDUM, "Answers of the State")}
    events = [
        Event(*stages[each.family], date.fromisoformat(str(each.date)), (str(each.symbol),))
        for each in sorted(documents, key=lambda each: str(each.date)) if each.family in stages
    ]  # fmt: skip
    unit = "Ruritania, numbered recommendations"
    return {
        "cycles": standing(ledger(cycles, "by cycle"), heading="What Ruritania answered, by cycle", beneath=unit),
        "issues": standing(diverging(asked[:6], "by issue"), heading="What was asked, and the answers", beneath=unit),
        "actions": standing(strength(by_action, "by action"), heading="How strongly it was asked", beneath=unit),
        "stages": standing(timeline(events, "stages"), heading="The second review of Ruritania"),
        "states": standing(
            tiles_of_recommending(by_state, "by State"), heading=f"{len(by_state)} States recommended",
            remarks=[NO_BORDERS],
        ),
    }  # fmt: skip


def _counts(counts: object) -> dict[str, int]:
    found = dict(counts)  # type: ignore[call-overload]  # a mapping by measure
    return {position: found.get(name, 0) for position, name in _MEASURES.items()}


def main() -> None:
    """Build the specimen, draw, and set all charts on one picture."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        pipeline.build(home / "workspace", [FOLDER.parents[1] / "specimen" / "documents"])
        with open_record(home / "workspace") as record:
            for name, svg in charts(record).items():
                (home / f"{name}.svg").write_text(svg, encoding="utf-8")
        column = "stack(spacing: 6mm, {})".format
        left = column(", ".join(f'image("{name}.svg", width: 150mm)' for name in ("cycles", "issues", "actions")))
        right = column(", ".join(f'image("{name}.svg", width: 150mm)' for name in ("stages", "states")))
        (home / "page.typ").write_text(_PAGE.format(left=left, right=right), encoding="utf-8")
        (FOLDER / "charts.png").write_bytes(typst.compile(str(home / "page.typ"), format="png", ppi=80.0))


if __name__ == "__main__":
    main()
