"""What checking a statement costs: made-up sentences against the made-up record, beside a plain search for numbers."""

from __future__ import annotations

import re
import time
from pathlib import Path

from timing import Line

from item6.checks.checking import check
from item6.record.reader import Record, open_record
from item6.terms.states import name_of

SENTENCES = 10_000
MOST_SECONDS = 60

_PLAIN = re.compile(r"\b\d[\d,.]*\s?(?:%|percent|recommendations?|States|countries|organi[sz]ations|groups)")
_KINDS = (
    "At its {cycle} review {state} received {many} recommendations and accepted {part} of them.",
    "The government said that it would think about the matter in the course of the year.",
    "In the {cycle} cycle {state} rejected {share}% of the recommendations, more than in 2009.",
    "None of the accepted recommendations of the {cycle} review of {state} address torture or the death penalty.",
    "{part} States took the floor when {state} was reviewed on {day} May 2014, and {many} groups signed.",
    "{state} accepted {part} of the {many} recommendations ({share}%) of its {cycle} review, {part} more than before.",
    "En su {cycle_es} examen {state} recibió {many} recomendaciones y aceptó {part}.",
    "Sur les {many} recommandations, {part} ont été acceptées et {day} rejetées.",
)
_CYCLES = (("first", "primer"), ("second", "segundo"), ("third", "tercer"))


def measure(home: Path) -> list[Line]:
    """The lines of the table."""
    with open_record(home) as record:
        text = "\n\n".join(sentences(record, SENTENCES))
        check(text[:5_000], record)
        begun, worked = time.perf_counter(), time.process_time()
        found = len(check(text, record))
        seconds, processor = time.perf_counter() - begun, time.process_time() - worked
    begun_plain = time.process_time()
    numbers = sum(1 for _ in _PLAIN.finditer(text))
    plain = max(time.process_time() - begun_plain, 1e-6)
    return [
        Line(
            f"checking {SENTENCES:,} made-up sentences ({found:,} claims) with the record open, one process",
            f"{processor:.1f} s of CPU ({seconds:.1f} s on the clock)",
            f"a pattern that finds {numbers:,} numbers: {plain:.3f} s of CPU, {processor / plain:.0f} times less",
            f"under {MOST_SECONDS} s of CPU", processor < MOST_SECONDS,
        ),
    ]  # fmt: skip


def sentences(record: Record, count: int) -> list[str]:
    """Made-up sentences on the States of a record."""
    states = sorted({row.state for row in record.reviews()})
    return [
        _KINDS[at % len(_KINDS)].format(
            state=name_of(states[at // len(_KINDS) % len(states)]),
            cycle=_CYCLES[at % 3][0], cycle_es=_CYCLES[at % 3][1],
            many=100 + at % 200, part=10 + at % 90, share=at % 60, day=1 + at % 28,
        )
        for at in range(count)
    ]  # fmt: skip
