"""The one exception of this room.

    Exception
      Unreadable      the file as a whole cannot be read; says why as a key of the Issue catalogue

Whatever is wrong with a file becomes an `Unreadable` here and an Issue where files are read one after another, so
that one bad file costs the others nothing.
"""

from __future__ import annotations

from item6.terms.issue_catalogue import CATALOGUE
from item6.terms.issues import Issue, Place, issue


class Unreadable(Exception):
    """A file that cannot be read.

    key: a `file.*` key of the catalogue (KeyError for any other, so that no sentence is ever missing).
    arguments: what the catalogue's sentences are filled with, name to text.
    """

    def __init__(self, key: str, **arguments: object) -> None:
        kind = CATALOGUE[key]
        self.key = key
        self.arguments = {name: str(value) for name, value in arguments.items()}
        super().__init__(kind.message.format_map(self.arguments))

    def issue(self, file: str) -> Issue:
        """The Issue that says so of the file of this name."""
        return issue(self.key, Place(file), self.arguments)

    def __reduce__(self) -> tuple[object, ...]:
        """Keyword arguments survive the way back from another process."""
        return (_unreadable, (self.key, self.arguments))


def _unreadable(key: str, arguments: dict[str, str]) -> Unreadable:
    return Unreadable(key, **arguments)
