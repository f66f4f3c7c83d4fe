"""OHCHR's matrix with its last column filled in: the downloaded form in place, or the form made anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from item6.briefings.asked import Asked
from item6.briefings.matrix_form import form
from item6.briefings.workbook.rows import stage_of, texts_of
from item6.decisions.notes import ASSESSMENT, LEVEL
from item6.files.docx_filling import fill_cells
from item6.sources.matrix.comments import read_comments
from item6.terms.names import number_key


@dataclass(frozen=True, slots=True)
class Filled:
    """A matrix, and what became of the assessments.

    filled: numbers whose cells were written into. kept: numbers whose cells held other words already, which stayed.
    without_row: numbers that were assessed and have no row in the form.
    """

    document: bytes
    filled: tuple[str, ...]
    kept: tuple[str, ...]
    without_row: tuple[str, ...]

    @property
    def remarks(self) -> list[str]:
        """What somebody should know who hands the file on, a sentence each; empty where all found its place."""
        said = []
        if self.kept:
            said.append(f"{_listed(self.kept)}: the cell holds words already, which stayed: empty it and fill in again")
        if self.without_row:
            said.append(f"{_listed(self.without_row)}: assessed, and the form has no row for it: look at the number")
        return said


class NoComments(ValueError):
    """A form that has no column for comments, or is no matrix; the message says what to do."""


def matrix(asked: Asked) -> bytes:
    """The filled matrix (DOCX), as `filled` makes it."""
    return filled(asked).document


def filled(asked: Asked) -> Filled:
    """The matrix of a review with the assessments in its last column.

    asked: `assessments` by number, or those among the `notes`; `form` as downloaded is filled in place and keeps
    everything else, without one the form is made from the record. Unreadable where the form cannot be read, NoComments
    where it has no column to fill in.
    """
    said = asked.assessments if asked.assessments is not None else assessed(asked)
    said = {number: words for number, words in said.items() if words.strip()}
    if asked.form is None:
        made, cells = form(asked)
        wanted = {cells[number]: words for number, words in said.items() if number in cells}
        return Filled(fill_cells(made, wanted), _sorted(set(said) & set(cells)), (), _sorted(set(said) - set(cells)))
    rows = read_comments(asked.form)
    if not rows:
        raise NoComments(
            "this form has no column for assessments or comments: leave it out, and the form is made from the record"
        )
    assessed_rows = [row for row in rows if row.number in said]
    places = {row.place: said[row.number] for row in assessed_rows if not row.words.strip()}
    kept = {
        row.number for row in assessed_rows if row.words.strip() and _folded(row.words) != _folded(said[row.number])
    }
    return Filled(
        fill_cells(asked.form, places) if places else asked.form,
        _sorted({row.number for row in assessed_rows if row.place in places}),
        _sorted(kept),
        _sorted(set(said) - {row.number for row in rows}),
    )


def remarks(asked: Asked) -> list[str]:
    """What `filled` would remark, without making the form."""
    if asked.form is not None:
        return filled(asked).remarks
    said = asked.assessments if asked.assessments is not None else assessed(asked)
    numbers = {row.number for row in asked.record.recommendations(asked.review)}
    return Filled(b"", (), (), _sorted({number for number, words in said.items() if words.strip()} - numbers)).remarks


def assessed(asked: Asked) -> Mapping[str, str]:
    """What people wrote of the level of implementation and its assessment, by number; texts of one number joined."""
    texts = texts_of(asked.record, asked.review, stage_of(asked.record, asked.review))
    taken = {str(text.name): text.fingerprint for text in texts}
    found: dict[str, list[str]] = {}
    for text in texts:
        notes = asked.notes.of(text.name, text.fingerprint, taken)
        words = "\n".join(notes[field].words for field in (LEVEL, ASSESSMENT) if field in notes)
        lines = found.setdefault(text.number, [])
        lines += [words] if words and words not in lines else []
    return {number: "\n".join(lines) for number, lines in found.items() if lines}


def _folded(words: str) -> str:
    return " ".join(words.split())


def _sorted(numbers: set[str]) -> tuple[str, ...]:
    return tuple(sorted(numbers, key=number_key))


def _listed(numbers: tuple[str, ...]) -> str:
    return ", ".join(numbers[:10]) + (f" and {len(numbers) - 10} more" if len(numbers) > 10 else "")
