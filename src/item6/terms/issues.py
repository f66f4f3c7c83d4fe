"""Issues: what a reader could not take as it stands, as data that can be listed, counted and mended.

An Issue carries a message key and arguments; words, code, severity and hint come from the catalogue, so that one
change of wording reaches every place and a translation needs one table.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from item6.terms.issue_catalogue import CATALOGUE
from item6.terms.issue_kinds import IssueKind

SEVERITIES = ("note", "warning", "error")
"""note: understood, with a remark. warning: something may be missing or wrong. error: the file was not read."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where an Issue stands: file name, and as far as known page (from 1), number of the recommendation, words."""

    file: str
    page: int | None = None
    number: str | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Issue:
    """key: in the catalogue. arguments: what its sentences are filled with, name to value, sorted by name."""

    key: str
    place: Place
    arguments: tuple[tuple[str, str], ...] = field(default=())

    @property
    def kind(self) -> IssueKind:
        """The catalogue's entry."""
        return CATALOGUE[self.key]

    @property
    def code(self) -> str:
        """Stable code that people can search for, such as `W203`."""
        return self.kind.code

    @property
    def severity(self) -> str:
        """One of SEVERITIES."""
        return self.kind.severity

    @property
    def message(self) -> str:
        """One sentence: what happened."""
        return self.kind.message.format_map(dict(self.arguments))

    @property
    def hint(self) -> str:
        """One sentence: what to do."""
        return self.kind.hint.format_map(dict(self.arguments))


def issue(key: str, place: Place, arguments: Mapping[str, object] = MappingProxyType({})) -> Issue:
    """An Issue of the catalogue. KeyError for an unknown key, so that no sentence is ever missing."""
    CATALOGUE[key]
    return Issue(key, place, tuple(sorted((name, str(value)) for name, value in arguments.items())))
