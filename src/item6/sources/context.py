"""What every step of reading one report needs: its text, its names, and how to make passages and places of them."""

from __future__ import annotations

from dataclasses import dataclass, field

from item6.files.body import Body
from item6.sources.wording import Wording
from item6.terms.issues import Place
from item6.terms.names import ReviewName
from item6.terms.passages import Passage

Range = tuple[int, int]


@dataclass(frozen=True)
class Context:
    """One report while it is read.

    body: running text. file, sha256, symbol, date: of the document. review: its name. reviewed_names: names of the
    State under review, for sentences in which it speaks.
    """

    body: Body
    file: str
    sha256: str
    symbol: str | None
    date: str | None
    review: ReviewName
    reviewed_names: frozenset[str]
    wording: Wording = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "wording", Wording(self.body.text))

    @property
    def text(self) -> str:
        """The running text."""
        return self.body.text

    def passage(self, *ranges: Range) -> Passage:
        """The passage of ranges of the running text, words unfolded."""
        return Passage(self.symbol, self.sha256, self.body.locate(*ranges), self.wording.printed(*ranges))

    def place(self, start: int, number: str | None = None, words: str = "") -> Place:
        """Where an Issue stands."""
        return Place(self.file, self.body.page(start), number, words[:200])
