"""What reading costs beside the text extraction that it stands on."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from pathlib import Path

import pypdfium2
from timing import Line

from item6.pipeline import read_file

TARGET = 2.0
ROUNDS = 3


def measure(corpus: Path) -> list[Line]:
    """CPU of reading all reports against CPU of PDFium giving the text of the same pages, in turns in one process."""
    reports = sorted((corpus / "reports").glob("*.pdf"))
    pages = sum(map(extract, reports))  # also brings the files into memory
    read_file(reports[0])
    extracted, read = 0.0, 0.0
    for report in reports:
        both = [(_cpu(extract, report), _cpu(read_file, report)) for _ in range(ROUNDS)]
        extracted += min(first for first, _ in both)
        read += min(second for _, second in both)
    ratio = read / extracted
    return [
        Line(
            f"reading {len(reports)} reports, {pages} pages, CPU (best of {ROUNDS})",
            f"{read:.1f} s, {pages / read:.0f} pages a second",
            f"PDFium get_text_range {extracted:.1f} s: {ratio:.2f} times",
            f"at most {TARGET:g} times",
            ratio <= TARGET,
        )
    ]


def extract(path: Path) -> int:
    """PDFium's own text of every page; the number of pages."""
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    count = len(document)
    document.close()
    return count


def _cpu(call: Callable[[Path], object], path: Path) -> float:
    gc.collect()
    start = time.process_time()
    call(path)
    return time.process_time() - start
