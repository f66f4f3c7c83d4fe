"""A file made earlier, to what its figures are today: read, computed again, compared.

Files come from anywhere: they are bounded when unpacked, what they say is only data, and a reference in them can ask
for nothing but figures.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser

from item6.briefings.workbook.printed import is_workbook, printed_in
from item6.briefings.writers.machine import MOST, NAME, NAMESPACE, Printed, from_text, value
from item6.briefings.writers.markdown import BEGIN, END
from item6.briefings.writers.references import NOTHING, in_print
from item6.files.docx import read_docx
from item6.files.errors import Unreadable
from item6.files.kinds import DOCX, PDF, kind
from item6.files.package import Package
from item6.files.pdf import attachment, read_pdf
from item6.measures.filters import FilterError
from item6.measures.references import Reference, UnknownReference, read_reference, recomputed
from item6.measures.wording import sentence, value_in_words
from item6.record.reader import Record
from item6.terms.answers import STAGES
from item6.terms.figures import Figure

SAME, DIFFERENT, LATER, UNKNOWN = "as printed", "changed", "answered since", "not recomputed"
"""What may have become of a figure. LATER: the same at its stage, and answers read since give another value."""

CHANGED = (DIFFERENT, LATER, UNKNOWN)

LARGEST = 64 * 2**20
"""Bytes of a file that is looked at."""


@dataclass(frozen=True, slots=True)
class Verified:
    """One figure of a file. now: its value today, in words. sentence: it today, in a sentence. why: where needed."""

    printed: Printed
    verdict: str
    now: str = ""
    sentence: str = ""
    why: str = ""


def verified(data: bytes, record: Record) -> tuple[Verified, ...] | None:
    """Each figure of a file against a record, in the order of reading; None for a file that is no briefing.

    Unreadable for a file that cannot be read.
    """
    printed = figures_of(data)
    if printed is None:
        return None
    found = [(each, _reference(each)) for each in printed]
    last: dict[str, int] = {}
    for _, reference in found:
        if isinstance(reference, Reference):
            last[_reviews(reference)] = max(_order(reference), last.get(_reviews(reference), 0))
    return tuple(
        _compared(each, reference, record, is_last=_order(reference) >= last[_reviews(reference)])
        if isinstance(reference, Reference)
        else Verified(each, UNKNOWN, why=reference)
        for each, reference in found
    )


def figures_of(data: bytes) -> tuple[Printed, ...] | None:
    """The figures of a file in any format that item6 writes: those of its list, else those printed in its annex.

    None where there is neither. Unreadable as in `verified`.
    """
    if not data:
        raise Unreadable("file.empty")
    if len(data) > LARGEST:
        raise Unreadable("file.huge", limit=f"{LARGEST // 2**20} MB")
    if data.startswith(b"PK") and is_workbook(data):
        found = printed_in(data)
    elif data.startswith(b"PK") or b"%PDF-" in data[:1024]:
        found = {DOCX: _of_docx, PDF: _of_pdf}[kind(data)](data)
    else:
        found = _of_text(data.decode("utf-8-sig", "replace"))
    return found[:MOST] if found is not None else None


def _of_docx(data: bytes) -> tuple[Printed, ...] | None:
    package = Package(data)
    for name in sorted(package.names):
        if name.startswith("customxml/") and name.endswith(".xml"):
            root = package.xml(name)
            if root is not None and root.tag == f"{{{NAMESPACE}}}figures":
                return _listed("".join(root.itertext()))
    return in_print(read_docx(data).text) or None


def _of_pdf(data: bytes) -> tuple[Printed, ...] | None:
    listed = attachment(data, NAME)
    return _listed(listed.decode("utf-8", "replace")) if listed is not None else in_print(read_pdf(data).text) or None


def _of_text(text: str) -> tuple[Printed, ...] | None:
    """Markdown with its list, a page with its elements, or whatever text the annex was copied into."""
    _, _, rest = text.rpartition(BEGIN)
    inside, ended, _ = rest.partition(END)
    if ended and inside.lstrip().startswith("{"):
        return _listed(inside.strip())
    page = _Elements()
    page.feed(text)
    page.close()
    if page.is_ours:
        return tuple(dict.fromkeys(page.found))
    return tuple(dict.fromkeys(page.found)) or in_print(text) or None


def _listed(text: str) -> tuple[Printed, ...]:
    try:
        return from_text(text)
    except ValueError as error:
        raise Unreadable("file.damaged", why=f"its list of figures is {error}") from error


class _Elements(HTMLParser):
    """The numbers of a page: `data` elements with a reference, and the words that they hold now."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[Printed] = []
        self.is_ours = False
        self._open: tuple[str, str] | None = None
        self._words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A number begins, or the page says whose it is."""
        known = dict(attrs)
        self.is_ours = self.is_ours or (tag == "meta" and known.get("name") == "item6-record")
        if tag == "data" and known.get("data-reference"):
            self._open, self._words = (known["data-reference"] or "", known.get("value") or ""), ""

    def handle_endtag(self, tag: str) -> None:
        """A number ends."""
        if tag == "data" and self._open:
            self.found.append(Printed(self._words.strip(), *self._open))
            self._open = None

    def handle_data(self, data: str) -> None:
        """Its words."""
        if self._open:
            self._words += data


def _reference(printed: Printed) -> Reference | str:
    """The reference, or why it cannot be read."""
    try:
        return read_reference(printed.reference)
    except UnknownReference as error:
        return str(error)


def _order(reference: Reference) -> int:
    """Where the stage stands in the row of stages; other people's readings before all."""
    return STAGES.index(reference.stage) + 1 if reference.stage in STAGES else 0


def _reviews(reference: Reference) -> str:
    """What tells the reviews of a scope from others."""
    return " ".join(part for part in reference.scope.split(" ") if part.startswith(("state:", "cycle:", "session:")))


def _compared(printed: Printed, reference: Reference, record: Record, *, is_last: bool) -> Verified:
    """is_last: whether the file knows no later stage of the same review, so that later answers are news to it."""
    try:
        now = recomputed(record, reference)
        latest = recomputed(record, reference, latest=True) if is_last else None
    except (UnknownReference, FilterError, ValueError, KeyError) as error:
        return Verified(printed, UNKNOWN, why=str(error))
    if now is None:
        return Verified(printed, UNKNOWN, why="this record does not give the figure: one of its reviews is not in it")
    if not _is(printed, now):
        return Verified(printed, DIFFERENT, value_in_words(now) or NOTHING, sentence(now))
    if latest is not None and not _is(printed, latest):
        return Verified(printed, LATER, value_in_words(latest) or NOTHING, sentence(latest))
    return Verified(printed, SAME, value_in_words(now) or NOTHING, sentence(now))


def _is(printed: Printed, figure: Figure) -> bool:
    """Whether a figure has the value that was printed: the exact one where the file has it."""
    if printed.value:
        return printed.value == value(figure)
    return re.sub(r"\s", "", printed.words) == re.sub(r"\s", "", value_in_words(figure) or NOTHING)
