"""The one exception of the writers.

Exception
  WriterMissing      a format, or pictures as PNG, need a package that is not installed; says what to do
"""

from __future__ import annotations


class WriterMissing(Exception):
    """What was asked for needs the extra `pdf`."""

    def __init__(self, what: str) -> None:
        super().__init__(
            f"{what} needs typst, which is not installed: run python3 start.py setup, or pip install typst"
        )
        self.what = what
