"""The pages of a made-up record of world size in the browser's server: two processes, two cores, beside a bare page."""

from __future__ import annotations

import os
import random
import resource
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import quote

from loading import Answers, Server, as_fast_as_it_goes, at_a_rate
from timing import Line

from item6.record.reader import Record, open_record
from item6.terms.names import ReviewName

SRC = Path(__file__).resolve().parents[1] / "src"
RATE, P95_MS, TIMES_BARE = 150, 100, 3
SECONDS = 5.0
WARM = 150
"""Addresses that are asked again and again when pages are measured that were made before."""

POSITIONS = ("supported", "noted", "pending")
KINDS = {
    # what: (what begins a row, what the rows are, whether these pages are made ahead)
    "review page": (b"<tr>", "rows of tables", True),
    "recommendation page": (b"<blockquote", "texts", False),
    "search, words as often as texts have them": (b'<p class="head">', "recommendations", False),
    "search, each word of the texts as often": (b'<p class="head">', "recommendations", False),
    "a State's facets": (b'<p class="head">', "recommendations", True),
}


def measure(home: Path) -> list[Line]:
    """Requests a second, the 95th percentile at half that rate, and processor time. home: as `queries` prepares it."""
    with open_record(home) as record:
        asked = {name: list(addresses) for name, addresses in addresses_of(record).items()}
        bare_lines, bare = bare_page(record)
    shutil.rmtree(home / "pages", ignore_errors=True)
    cold = {name: cold(name, home, addresses, bare, _two) for name, addresses in asked.items()}
    making = make_ahead(home)
    lines = [*bare_lines, making]
    for name, addresses in asked.items():
        lines += [cold[name], *warm(name, home, addresses, bare, _two)]
    return lines


def addresses_of(record: Record) -> dict[str, Iterator[str]]:
    """What is asked for, by kind; no address twice."""
    dice = random.Random(6)
    reviews = [row.name for row in record.reviews()]
    dice.shuffle(reviews)
    texts = [text.words for review in reviews[:40] for row in record.recommendations(review) for text in row.texts]
    numbers = [(review, row.number) for review in reviews[40:80] for row in record.recommendations(review)]
    dice.shuffle(numbers)
    return {
        "review page": iter([f"/r/{each}" for each in reviews]),
        "recommendation page": iter([f"/r/{review}/{number}" for review, number in numbers]),
        "search, words as often as texts have them": iter(dict.fromkeys(_search(_pair(dice, each)) for each in texts)),
        "search, each word of the texts as often": iter(list(map(_search, _vocabulary(dice, texts)))),
        "a State's facets": iter(list(_facets(dice, reviews))),
    }


def _search(typed: str) -> str:
    return f"/recommendations?q={quote(typed)}"


def _vocabulary(dice: random.Random, texts: Sequence[str]) -> list[str]:
    """Every word once: what people look for is seldom what every text says."""
    words = sorted({word for each in texts for word in each.casefold().split()})
    dice.shuffle(words)
    return words


def _pair(dice: random.Random, words: str) -> str:
    """Two words that follow each other somewhere."""
    parts = words.split()
    at = dice.randrange(len(parts) - 1)
    return f"{parts[at]} {parts[at + 1]}"


def _facets(dice: random.Random, reviews: Sequence[ReviewName]) -> Iterator[str]:
    """The recommendations to each State, all of them, by position and by each cycle that the record has of it."""
    cycles: dict[str, list[int]] = defaultdict(list)
    for each in reviews:
        cycles[each.state].append(each.cycle)
    positions = [f" position:{each}" for each in POSITIONS]
    found = [
        f"state:{state}{narrowed}"
        for state in sorted(cycles)
        for narrowed in ("", *positions, *(f" cycle:{each}" for each in sorted(cycles[state])))
    ]
    dice.shuffle(found)
    yield from (f"/recommendations?q={quote(each)}" for each in found)


Starting = Callable[[Path], AbstractContextManager[list[Server]]]
"""Starts two processes over a workspace, which have made no page yet."""


def cold(name: str, home: Path, addresses: list[str], bare: Answers, two: Starting) -> Line:
    """No page asked for twice, and none made ahead."""
    row, _, ahead = KINDS[name]
    with two(home) as servers:
        fast = as_fast_as_it_goes(servers, iter(addresses[::2]), SECONDS, row)
        steady = at_a_rate(servers, iter(addresses[1::2]), SECONDS, _half(fast), row)
    return _line(f"{name}, each for the first time{', none made ahead' if ahead else ''}", fast, steady, bare, name)


def warm(name: str, home: Path, addresses: list[str], bare: Answers, two: Starting) -> Iterator[Line]:
    """Pages that were made ahead, none asked for twice; and pages that were asked for before."""
    row, _, ahead = KINDS[name]
    if ahead:
        with two(home) as servers:
            fast = as_fast_as_it_goes(servers, iter(addresses), SECONDS, row)
        with two(home) as servers:
            steady = at_a_rate(servers, iter(addresses), SECONDS, _half(fast), row)
        yield _line(f"{name}, each for the first time, made ahead", fast, steady, bare, name)
    again = addresses[:WARM]
    with two(home) as servers:
        for server in servers:
            as_fast_as_it_goes([server], iter(again), 60, row)
        fast = as_fast_as_it_goes(servers, cycle(again), SECONDS, row)
        steady = at_a_rate(servers, cycle(again), SECONDS, _half(fast), row)
    yield _line(f"{name}, asked for before", fast, steady, bare, name)


def make_ahead(home: Path, **settings: str) -> Line:
    """What it takes to make pages ahead, as the process that `item6 serve` starts. settings: of its environment."""
    environment = {**os.environ, "PYTHONPATH": str(SRC), "ITEM6_HOME": str(home), **settings}
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run([sys.executable, "-m", "item6.web.explorer.making"], env=environment, check=True)
    seconds, after = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    worked = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    pages = [path.stat().st_size for path in (home / "pages").rglob("*.gz")]
    return Line(
        f"making {len(pages):,} pages of the record ahead, {sum(pages) / 1e6:.0f} MB", f"{seconds:.0f} s",
        f"{worked:.0f} s of CPU, once for each record"
    )  # fmt: skip


@contextmanager
def _two(home: Path) -> Iterator[list[Server]]:
    """Two processes of item6 serve that have made no page yet."""
    with ExitStack() as started:
        servers = [started.enter_context(_item6(home)) for _ in range(2)]
        begin(servers)
        yield servers


def _half(fast: Answers) -> float:
    """Half of the rate that is aimed at, or of the one that was reached where that is less."""
    return min(RATE, fast.rate) / 2


def _line(what: str, fast: Answers, steady: Answers, bare: Answers, name: str) -> Line:
    times = fast.cpu_ms / bare.cpu_ms
    met = fast.rate >= RATE and steady.p95 < P95_MS and times <= TIMES_BARE
    statuses = ", ".join(f"{count:,} × {status}" for status, count in sorted((fast.statuses + steady.statuses).items()))
    return Line(
        f"{what} ({statuses}; {fast.mean_rows:.0f} {KINDS[name][1]})",
        f"{fast.rate:.0f} requests a second; at {steady.rate:.0f} p95 {steady.p95:.0f} ms; CPU {fast.cpu_ms:.2f} ms",
        f"{times:.1f} times the bare page's CPU",
        f"{RATE} a second, p95 under {P95_MS} ms, at most {TIMES_BARE} times",
        met,
    )


def bare_page(record: Record) -> tuple[list[Line], Answers]:
    """The bare page, from two processes too."""
    ranks = random.Random(6).sample(range(1, 300_000 if len(record.reviews()) >= 1400 else 1000), 900)
    with ExitStack() as started:
        path = str(record.folder / "record.sqlite")
        servers = [started.enter_context(_started("bare_page.py", path)) for _ in range(2)]
        addresses = cycle([f"/{rank}" for rank in ranks])
        as_fast_as_it_goes(servers, islice(addresses, 200), 5, b"<h1>")
        found = as_fast_as_it_goes(servers, addresses, SECONDS, b"<h1>")
    words = f"{found.rate:.0f} requests a second; CPU {found.cpu_ms:.2f} ms"
    return [Line(f"a bare Django page with one query ({sum(found.statuses.values()):,} × 200)", words)], found


@contextmanager
def _item6(home: Path) -> Iterator[Server]:
    """One process of item6 serve, whose door is open; it starts no process that makes pages while it is measured."""
    arguments = ("-m", "item6", "--home", str(home), "serve", "--port", "0", "--no-browser")
    with _started(*arguments) as server:
        yield server


@contextmanager
def _started(*arguments: str) -> Iterator[Server]:
    here = Path(__file__).resolve().parent
    command = [sys.executable, *(str(here / each) if each.endswith("_page.py") else each for each in arguments)]
    environment = {**os.environ, "PYTHONPATH": str(SRC), "ITEM6_AHEAD": "0"}
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment, text=True)
    assert process.stdout
    try:
        address = process.stdout.readline().strip()
        port = int(address.rpartition(":")[2].partition("/")[0])
        yield Server(process.pid, port, _cookie(address) if "key=" in address else "")
    finally:
        process.terminate()
        process.wait()
        process.stdout.close()


def _cookie(address: str) -> str:
    """The cookie that the one-time key is exchanged for."""

    class Stay(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, *_: object) -> None:
            return None

    try:
        urllib.request.build_opener(Stay).open(address)
    except urllib.error.HTTPError as answer:
        return str(answer.headers["Set-Cookie"]).partition(";")[0]
    raise RuntimeError("the door did not open")


def begin(servers: list[Server]) -> None:
    """Each kind of page once, so that nothing is measured that happens once in a process."""
    first = [
        "/",
        "/recommendations?q=begin",
        "/recommendations?q=cycle:2",
        "/recommendations?q=state:CHE",
        "/state/CHE",
        "/r/ZWE-1",
        "/r/ZWE-1/1.1",
    ]
    for server in servers:
        as_fast_as_it_goes([server], iter(first), 60, b"<")
