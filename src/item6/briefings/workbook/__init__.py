"""A review as a workbook that people work on: every list a sheet, columns to fill in, and the way back.

columns (what a row holds) -> rows -> tabs (the other sheets) -> returned (an edited workbook to notes).
"""

from __future__ import annotations

from datetime import datetime

from item6.briefings.asked import Asked
from item6.briefings.workbook import tabs
from item6.briefings.workbook.columns import COLUMNS, SHEET
from item6.briefings.workbook.rows import rows, stage_of
from item6.files.workbooks import Tab, write_workbook
from item6.terms.states import name_of


def workbook(asked: Asked) -> bytes:
    """The workbook of a review (XLSX): how to read it, figures, recommendations, States, issues, answers.

    asked: `stage` bounds the positions, `notes` stand in the columns for people. The same record, notes and stage give
    the same bytes.
    """
    record, review = asked.record, asked.review
    stage = stage_of(record, review, asked.stage)
    built = datetime.fromisoformat(str(record.manifest["built"]["at"]))
    title = f"{name_of(review.state)}, cycle {review.cycle}"
    return write_workbook(
        (
            tabs.read_me(record, review, stage, title),
            tabs.figures(record, review, stage),
            Tab(SHEET, COLUMNS, rows(record, review, stage, asked.notes)),
            tabs.states(record, review, stage),
            tabs.topics(record, review, stage),
            tabs.answers(record, review),
        ),
        built,
        title,
    )
