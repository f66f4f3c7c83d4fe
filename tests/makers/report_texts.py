"""Reports of the Working Group made up by Hypothesis, with what a reader has to find in them."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape

from hypothesis import strategies as st
from pdf_files import text_pdf
from word_files import definition, level, list_of, numbered, paragraph, word_file

from item6.terms.states import STATES

LEAD_INS = {
    "supported": "The recommendations listed below enjoy the support of Ruritania:",
    "noted": "The recommendations listed below do not enjoy the support of Ruritania:",
    "pending": "The following recommendations will be examined by Ruritania, which will provide responses in due time:",
}
VERBS = ("Adopt", "Amend", "Build", "Close", "Draft", "Extend", "Finance", "Ratify", "Repeal", "Review", "Teach")
OBJECTS = (
    *("a law", "the plan of action", "children", "women", "prisoners", "schools and health care", "police officers"),
    *("rural areas", "all persons with disabilities", "Convention (No. 111)", "water", "torture", "2025"),
    *("so-called “free” land", "the Court’s judges", "homes (“nests”)", "paragraph 7 (b)", "the Covenant (ICESCR)"),
)
JOINTS = (" and ", ", ", " for ", " in ", "; ", " and/or ", ", including ")
_CLOSING = (
    "All conclusions and/or recommendations contained in the present report reflect the position of the submitting "
    "State(s) and/or the State under review. They should not be construed as endorsed by the Working Group."
)


@dataclass(frozen=True, slots=True)
class MadeText:
    """words, and ISO3 codes of the States in the bracket after them."""

    words: str
    states: tuple[str, ...]

    def printed(self) -> str:
        """As a report prints it."""
        return f"{self.words} ({', '.join(STATES[state].name for state in self.states)})"


@dataclass(frozen=True, slots=True)
class MadeReport:
    """lists: of (position, items); an item has one text or several."""

    lists: tuple[tuple[str, tuple[tuple[MadeText, ...], ...]], ...]

    def found(self) -> dict[str, tuple[str, tuple[MadeText, ...]]]:
        """What stands under each number: position and texts."""
        numbers: dict[str, tuple[str, tuple[MadeText, ...]]] = {}
        for main, (position, items) in enumerate(self.lists, 6):
            numbers |= {f"{main}.{number}": (position, texts) for number, texts in enumerate(items, 1)}
        return numbers

    def paragraphs(self) -> Iterator[tuple[str, int | None, str]]:
        """Number as printed, level of Word's list or None, and words of every paragraph."""
        yield from (("", None, text) for text in _FIRST)
        yield from ((f"{number}.", 0, text) for number, text in enumerate(_BEGIN, 1))
        yield "", None, "II. Conclusions and/or recommendations"
        for main, (position, items) in enumerate(self.lists, 6):
            yield f"{main}.", 0, LEAD_INS[position]
            for number, texts in enumerate(items, 1):
                end = "." if number == len(items) else ";"
                yield f"{main}.{number}", 1, "; ".join(text.printed() for text in texts) + end
        yield f"{6 + len(self.lists)}.", 0, _CLOSING

    def as_pdf(self, width: int = 88, lines: int = 44) -> bytes:
        """Pages of wrapped lines with a header and a page number each."""
        text = [
            line
            for number, _, words in self.paragraphs()
            for line in textwrap.wrap(f"{number} {words}".strip(), width, break_on_hyphens=False)
        ]
        pages = [text[at : at + lines] for at in range(0, len(text), lines)]
        return text_pdf([["A/HRC/29/917", *page, f"{number} GE.15-90917"] for number, page in enumerate(pages, 1)])

    def as_docx(self, *, automatic: bool = True) -> bytes:
        """A Word file, with the numbers that Word makes or with typed ones."""
        if not automatic:
            return word_file("".join(paragraph(escape(f"{n}\t{w}" if n else w)) for n, _, w in self.paragraphs()))
        body = "".join(
            paragraph(escape(words), properties="" if depth is None else numbered(1, depth))
            for _, depth, words in self.paragraphs()
        )
        lists = definition(0, level(0, "%1."), level(1, "%1.%2")) + list_of(1, 0)
        return word_file(body, numbering=lists, headers=(paragraph("A/HRC/29/917"),))


_FIRST = (
    "United Nations",
    "A/HRC/29/917",
    "General Assembly",
    "Distr.: General",
    "10 April 2015",
    "Original: English",
    "Human Rights Council",
    "Twenty-ninth session",
    "Report of the Working Group on the Universal Periodic Review",
    "Ruritania",
    "Introduction",
)
_BEGIN = (
    "The Working Group on the Universal Periodic Review held its twenty-first session from 19 to 30 January 2015. The "
    "review of Ruritania was held at the 9th meeting, on 23 January 2015.",
    "The Council selected a troika to facilitate the review of Ruritania: Argentina, Kazakhstan and Sierra Leone.",
    "The head of the delegation thanked all those who had sent questions.",
    "During the interactive dialogue, 3 delegations made statements. Chile commended the law. Kenya asked about it.",
    "Togo made recommendations. Recommendations made during the dialogue are to be found in section II.",
)


def texts() -> st.SearchStrategy[MadeText]:
    """A verb, objects with joints between, and one to six States."""
    named = [code for code, state in STATES.items() if not state.fictional]
    more = st.lists(st.tuples(st.sampled_from(JOINTS), st.sampled_from(OBJECTS)), max_size=12)
    words = st.tuples(st.sampled_from(VERBS), st.sampled_from(OBJECTS), more)
    states = st.lists(st.sampled_from(named), min_size=1, max_size=6, unique=True).map(tuple)
    return st.builds(lambda made, found: MadeText(_joined(*made), found), words, states)


def reports() -> st.SearchStrategy[MadeReport]:
    """One to three lists of one to eight items, each of one to three texts."""
    item = st.lists(texts(), min_size=1, max_size=3).map(tuple)
    items = st.lists(item, min_size=1, max_size=8).map(tuple)
    position = st.sampled_from(sorted(LEAD_INS))
    lists = st.lists(st.tuples(position, items), min_size=1, max_size=3, unique_by=lambda made: made[0])
    return lists.map(lambda found: MadeReport(tuple(found)))


def _joined(verb: str, thing: str, more: list[tuple[str, str]]) -> str:
    return f"{verb} {thing}" + "".join(joint + other for joint, other in more)
