"""What a letter with many signatories costs as documents: 321 organisations of 60 countries, in every format."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from timing import Line

from item6.briefings.writers import WRITERS
from item6.letters.kinds import OPEN_LETTER
from item6.letters.papers import Letter, letter_document
from item6.letters.signatories import STATUSES, Signatory

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests" / "web" / "server"))
from signers_for_tests import signers

MOST_SECONDS = 5.0
_TEXT = "In Ruritania people are held for what they wrote, and nobody answers for it.\n\n" * 20


def measure() -> list[Line]:
    """Makes the letter as HTML, DOCX and PDF in this process."""
    document = letter_document(Letter(OPEN_LETTER, "On the third review of Ruritania", _TEXT), signatories())
    lines, whole = [], 0.0
    for form in ("html", "docx", "pdf"):
        began = time.process_time()
        size = len(WRITERS[form](document))
        spent = time.process_time() - began
        whole += spent
        lines.append(Line(f"a letter of 321 signatories as {form}", f"CPU {spent:.2f} s", f"{size / 1000:.0f} kB"))
    said = f"CPU {whole:.2f} s"
    return [*lines, Line("all three of them", said, "", f"under {MOST_SECONDS:.0f} s", whole < MOST_SECONDS)]


def signatories() -> list[Signatory]:
    """Those of the big case that stay."""
    kept = [each for each in signers() if not each.again and not each.leaves]
    return [
        Signatory(each.name, place=each.code, code=each.code, status=STATUSES[place % len(STATUSES)],
                  ecosoc_name=each.name, withheld=each.withheld)
        for place, each in enumerate(kept)
    ]  # fmt: skip
