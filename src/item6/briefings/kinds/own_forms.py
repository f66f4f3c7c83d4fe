"""Kinds that make files of a form of their own: the spreadsheet that people work on, and OHCHR's matrix."""

from __future__ import annotations

from item6.briefings.asked import Kind
from item6.briefings.matrix import matrix, remarks
from item6.briefings.workbook import workbook

WORKBOOK = Kind(
    "workbook", "Spreadsheet: every list a sheet, with columns to fill in", (), file=workbook, formats=("xlsx",)
)
MATRIX = Kind(
    "matrix", "OHCHR's matrix with the assessments filled in", (), file=matrix, formats=("docx",),
    remarks=remarks,
)  # fmt: skip
