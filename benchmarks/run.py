"""Measure what item6 costs, beside named alternatives in the same run.

    python3 benchmarks/run.py                     everything (about five minutes)
    python3 benchmarks/run.py --only queries      one part: reading, build, briefings, queries, figures, pages,
                                                  server, labels, letters or check
    python3 benchmarks/run.py --write             also write the table into docs/performance.md

Needs what requirements.lock installs; the first three parts read the corpus. Exit code 1 where a target is missed.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "src"))

from timing import Line, machine  # noqa: E402  # after the path is set

PAGE = ROOT / "docs" / "performance.md"
OUT = ROOT / "benchmarks" / "out"
OF_MADE_UP = ("queries", "figures", "pages", "server", "labels", "check")
PARTS = ("reading", "build", "briefings", "letters", *OF_MADE_UP)
BEGIN, END = "<!-- measured -->", "<!-- end of measured -->"
HEAD = "| what | measured | beside it | target | met |", "|---|---|---|---|---|"


def main(arguments: Sequence[str] | None = None) -> int:
    """Measures, prints the table, and with --write puts it into the documentation."""
    options = _options(arguments)
    parts: dict[str, Callable[[], list[Line]]] = {
        "reading": lambda: _reading(options.corpus),
        "build": lambda: _build(options.corpus),
        "briefings": lambda: _briefings(options.corpus),
        "letters": lambda: _letters(options.persons),
        "queries": lambda: _queries(options.recommendations),
        "figures": lambda: _figures(options.recommendations),
        "pages": lambda: _pages(options.recommendations),
        "server": lambda: _server(options.recommendations),
        "labels": _labels,
        "check": lambda: _check(options.recommendations),
    }
    where = machine()
    lines = [line for name, part in parts.items() if options.only in (None, name) for line in part()]
    table = "\n".join([*HEAD, *map(_row, lines)])
    print(f"{where}\n\n{table}")
    if options.write:
        _write(f"{where} before the run.\n\n{table}")
    return 1 if any(line.met is False for line in lines) else 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", choices=PARTS, help="measure one part")
    parser.add_argument("--corpus", type=Path, default=ROOT.parent / "shared" / "corpus", help="the corpus's folder")
    parser.add_argument("--recommendations", type=int, default=300_000, help="size of the made-up record")
    parser.add_argument("--persons", type=int, default=1_000_000, help="signatories of the made-up letter")
    parser.add_argument("--write", action="store_true", help="write the table into docs/performance.md")
    options = parser.parse_args(arguments)
    if options.write and options.only:
        parser.error("--write needs everything measured; leave out --only")
    if options.only not in OF_MADE_UP and not (options.corpus / "reports").is_dir():
        parser.error(f"{options.corpus}: holds no folder reports; give another with --corpus, or --only queries")
    return options


def _reading(corpus: Path) -> list[Line]:
    import reading

    return reading.measure(corpus)


def _build(corpus: Path) -> list[Line]:
    import building

    return building.measure(corpus)


def _briefings(corpus: Path) -> list[Line]:
    import briefings

    return briefings.measure(corpus)


def _queries(recommendations: int) -> list[Line]:
    import queries

    return queries.measure(OUT, recommendations)


def _pages(recommendations: int) -> list[Line]:
    import pages
    import queries

    home = queries.home_of(OUT, recommendations)
    if not (home / "flat.sqlite").exists():
        queries.prepare(OUT, recommendations)
    return pages.measure(home)


def _server(recommendations: int) -> list[Line]:
    import queries
    import server

    home = queries.home_of(OUT, recommendations)
    if not (home / "flat.sqlite").exists():
        queries.prepare(OUT, recommendations)
    return server.measure(home)


def _figures(recommendations: int) -> list[Line]:
    import counting
    import queries

    home = queries.home_of(OUT, recommendations)
    if not (home / "flat.sqlite").exists():
        queries.prepare(OUT, recommendations)
    return counting.measure(home)


def _check(recommendations: int) -> list[Line]:
    import checking
    import queries

    home = queries.home_of(OUT, recommendations)
    if not (home / "flat.sqlite").exists():
        queries.prepare(OUT, recommendations)
    return checking.measure(home)


def _letters(persons: int) -> list[Line]:
    import confirming
    import letters

    return [*letters.measure(), *confirming.measure(persons)]


def _labels() -> list[Line]:
    import annotating

    return annotating.measure()


def _row(line: Line) -> str:
    met = {True: "yes", False: "**no**", None: ""}[line.met]
    return f"| {line.what} | {line.measured} | {line.beside} | {line.target} | {met} |"


def _write(measured: str) -> None:
    page = PAGE.read_text(encoding="utf-8")
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{measured}\n\n{END}{after}", encoding="utf-8")


if __name__ == "__main__":
    sys.exit(main())
