"""Pictures of briefings of the State that does not exist, as docs/briefings.md shows them.

python3 docs/images/briefings.py

Writes the WebP files beside this one.
"""

from __future__ import annotations

import io
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from item6 import pipeline
from item6.briefings import KINDS, brief
from item6.measures import ask
from item6.record.reader import open_record
from item6.terms.names import ReviewName

HERE = Path(__file__).resolve().parent
REVIEW = ReviewName("XRU", 2)
PAGES = {"briefing": (0, 1), "factsheet": (0, 1)}
"""Which pages of which kinds are shown, beside each other."""

SCALE, GAP = 0.95, 24


def main() -> None:
    """Builds the record and takes every picture."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        pipeline.build(home, [HERE.parents[1] / "specimen" / "documents"])
        with open_record(home) as record:
            theme = str(ask(record, "issue:Justice").filter)
            for kind, places in PAGES.items():
                if kind in KINDS:
                    pdf = pypdfium2.PdfDocument(brief(record, REVIEW, kind, form="pdf", theme=theme))
                    keep(kind, [pdf[place].render(scale=SCALE).to_pil() for place in places if place < len(pdf)])


def keep(name: str, pages: list[Image.Image]) -> None:
    """Pages beside each other on grey, each with an edge."""
    framed = [ImageOps.expand(page.convert("RGB"), 1, "#b9c1c5") for page in pages]
    width = sum(page.width for page in framed) + GAP * (len(framed) + 1)
    whole = Image.new("RGB", (width, framed[0].height + 2 * GAP), "#eef1f2")
    left = GAP
    for page in framed:
        whole.paste(page, (left, GAP))
        left += page.width + GAP
    out = io.BytesIO()
    whole.save(out, "WEBP", quality=82, method=6)
    (HERE / f"briefing-{name}.webp").write_bytes(out.getvalue())


if __name__ == "__main__":
    main()
