"""What a server writes into its log: where something failed, and nothing that people wrote or asked for."""

from __future__ import annotations

import logging
import traceback
from types import TracebackType
from typing import Any

_Info = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class WithoutWords(logging.Formatter):
    """Names the route instead of the address, and the kind of an error with its lines instead of what it says.

    Addresses hold tokens and what is searched for; errors quote what they could not read.
    """

    def format(self, record: logging.LogRecord) -> str:
        """One line, and the lines of the program where an error came from."""
        said = self.formatMessage(_stripped(record))
        trace = self.formatException(record.exc_info) if record.exc_info else ""
        return f"{said}\n{trace}" if trace else said

    def formatException(self, ei: _Info | Any) -> str:  # the name that logging calls
        """Files, lines and functions, the last one last; then the kinds of errors that led to each other."""
        lines = [f"  {each.filename}:{each.lineno} in {each.name}" for each in traceback.extract_tb(ei[2])]
        return "\n".join([*lines, *(f"{each.__module__}.{each.__qualname__}" for each in _kinds(ei[1]))])


def _kinds(error: BaseException | None) -> list[type[BaseException]]:
    found: list[type[BaseException]] = []
    while error is not None and len(found) < 5:
        found.append(type(error))
        error = error.__cause__ or error.__context__
    return found


def _stripped(record: logging.LogRecord) -> logging.LogRecord:
    """The same record with a message that quotes no request."""
    made = logging.makeLogRecord({**record.__dict__, "args": None, "exc_info": None, "exc_text": None})
    request = getattr(record, "request", None)
    if record.name.startswith("django.security"):
        made.msg = "a request was refused"
    elif request is not None:
        match = getattr(request, "resolver_match", None)
        made.msg = f"{getattr(record, 'status_code', '')} {request.method} {match.view_name if match else 'no route'}"
    else:
        made.msg = record.getMessage()
    made.message = made.getMessage()
    return made
