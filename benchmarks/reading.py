"""What reading costs beside the text extraction that it stands on."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from timing import Line

from item6.pipeline import read_file

TARGET = 2.0
ROUNDS = 3
ADDENDUM_TARGET = 1.0
ADDENDUM_ROUNDS = 15
"""An addendum has eight pages, so a few milliseconds are looked at more often."""

ADDENDA = {
    "slovenia2010": "cycle1/g1012465",
    "slovenia2014": "cycle2/g1504261",
    "slovenia2019": "cycle3/g2004192",
}
"""Addenda of the corpus by the report that they answer."""


def measure(corpus: Path) -> list[Line]:
    """What reading all reports costs, and what a page of an addendum does beside one of a report."""
    reports, of_all = _reports(corpus)
    return [reports, *_addenda(corpus, of_all)]


class Cost(NamedTuple):
    """Seconds of CPU of a page. read: by item6, PDFium's work included. extracted: PDFium's text of it alone."""

    read: float
    extracted: float

    @property
    def own(self) -> float:
        """What item6 adds to PDFium's work."""
        return self.read - self.extracted


def _reports(corpus: Path) -> tuple[Line, Cost]:
    """CPU of reading all reports against CPU of PDFium giving the text of the same pages, in turns in one process.

    Also what a page of them costs.
    """
    reports = sorted((corpus / "reports").glob("*.pdf"))
    pages = sum(map(extract, reports))  # also brings the files into memory
    read_file(reports[0])
    extracted, read = 0.0, 0.0
    for report in reports:
        both = [(_cpu(extract, report), _cpu(read_file, report)) for _ in range(ROUNDS)]
        extracted += min(first for first, _ in both)
        read += min(second for _, second in both)
    ratio = read / extracted
    line = Line(
        f"reading {len(reports)} reports, {pages} pages, CPU (best of {ROUNDS})",
        f"{read:.1f} s, {pages / read:.0f} pages a second",
        f"PDFium get_text_range {extracted:.1f} s: {ratio:.2f} times",
        f"at most {TARGET:g} times",
        ratio <= TARGET,
    )
    return line, Cost(read / pages, extracted / pages)


def _addenda(corpus: Path, of_all: Cost) -> Iterator[Line]:
    """CPU of a page of an addendum against one of the same State's report of that year, and of all reports.

    of_all: of a page of all reports, measured in the same run. How dear a page is to PDFium depends on the program
    that made the file; what item6 adds is compared by itself too.
    """
    pairs = [
        (corpus / "slovenia" / f"{addendum}.pdf", corpus / "reports" / f"{report}.pdf")
        for report, addendum in ADDENDA.items()
    ]
    costs = [_both(addendum, report) for addendum, report in pairs]
    ratios = [addendum.read / report.read for addendum, report in costs]
    mean = statistics.mean(addendum.read for addendum, _ in costs)
    own = statistics.mean(addendum.own for addendum, _ in costs)
    of_same = statistics.mean(report.own for _, report in costs)
    each = ", ".join(f"{ratio:.2f}" for ratio in ratios)
    yield Line(
        f"a page of an addendum, CPU (mean of {len(pairs)}, best of {ADDENDUM_ROUNDS})",
        f"{mean * 1000:.2f} ms",
        f"a page of the same State's report of that year: {each} times; of all reports: {mean / of_all.read:.2f} times",
        f"at most {ADDENDUM_TARGET:g} times the same State's",
        max(ratios) <= ADDENDUM_TARGET,
    )
    yield Line(
        "of it, what item6 adds to PDFium's own work",
        f"{own * 1000:.2f} ms",
        f"a page of the same State's reports: {own / of_same:.2f} times; of all reports: {own / of_all.own:.2f} times",
        f"at most {ADDENDUM_TARGET:g} times that of all reports",
        own <= ADDENDUM_TARGET * of_all.own,
    )


def _both(addendum: Path, report: Path) -> tuple[Cost, Cost]:
    """What a page of each costs, read in turns."""
    pages = extract(addendum), extract(report)
    rounds = [
        [_cpu(work, path) for path in (addendum, report) for work in (read_file, extract)]
        for _ in range(ADDENDUM_ROUNDS)
    ]
    best = [min(times) for times in zip(*rounds, strict=True)]
    return Cost(best[0] / pages[0], best[1] / pages[0]), Cost(best[2] / pages[1], best[3] / pages[1])


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
