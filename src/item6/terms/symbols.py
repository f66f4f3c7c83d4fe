"""Symbols of United Nations documents that a review touches: read tolerantly, printed in one form, related.

What a symbol tells: `A/HRC/WG.6/20/SVN/1` is the national report, /2 the compilation, /3 the summary of
stakeholders' information, of one State and session. `A/HRC/WG.6/20/L.4` is a draft report of the Working Group; at
its first session drafts were `A/HRC/WG.6/1/ARG/4`, which final reports still name. `A/HRC/DEC/28/107` and
`A/HRC/RES/5/1` are what the Council decided.

What it cannot tell: a plain `A/HRC/28/15` is any document of the Council's 28th session; that it is the report on a
State only the document itself says. The draft's symbol does not name the final report's, and an L. symbol not the
State. Special sessions (`A/HRC/S-9/2`) have no reviews and are not read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import total_ordering

SUFFIXES = ("Add", "Rev", "Corr")
"""Addendum, revision, corrigendum."""


@total_ordering
@dataclass(frozen=True, slots=True)
class Symbol:
    """A symbol of the Human Rights Council or of its Working Group on the Universal Periodic Review.

    body: `A/HRC`, `A/HRC/WG.6`, `A/HRC/DEC` or `A/HRC/RES`. session: of the Council, or of the Working Group.
    state: ISO3 in symbols of documents made for a review. limited: an L. document (draft).
    number: the last number. suffixes: (`Add` | `Rev` | `Corr`, number) in printed order.
    """

    body: str
    session: int
    number: int
    state: str | None = None
    limited: bool = False
    suffixes: tuple[tuple[str, int], ...] = ()

    def __str__(self) -> str:
        number = f"L.{self.number}" if self.limited else str(self.number)
        parts = [self.body, str(self.session), *([self.state] if self.state else []), number]
        return "/".join(parts + [f"{kind}.{count}" for kind, count in self.suffixes])

    def __lt__(self, other: Symbol) -> bool:
        return self._order < other._order

    @property
    def _order(self) -> tuple[str, int, str, bool, int, tuple[tuple[str, int], ...]]:
        return (self.body, self.session, self.state or "", self.limited, self.number, self.suffixes)

    @property
    def base(self) -> Symbol:
        """The document that addenda, revisions and corrigenda belong to."""
        return replace(self, suffixes=()) if self.suffixes else self

    @property
    def is_draft(self) -> bool:
        """Whether it is a draft report of the Working Group (`A/HRC/WG.6/{session}/L.{n}`, at first `/{ISO3}/4`)."""
        return self.body == "A/HRC/WG.6" and (self.limited or (self.state is not None and self.number == 4))

    @property
    def is_report_like(self) -> bool:
        """Whether it has the form of a final report, `A/HRC/{session}/{number}`, which other documents share."""
        return self.body == "A/HRC" and not self.limited and not self.suffixes

    @property
    def is_addendum(self) -> bool:
        """Whether it adds to another document, as a State's answers do to the report."""
        return any(kind == "Add" for kind, _ in self.suffixes)

    @property
    def is_corrigendum(self) -> bool:
        """Whether it corrects another document."""
        return any(kind == "Corr" for kind, _ in self.suffixes)

    @property
    def working_group_session(self) -> int | None:
        """Session of the Working Group; None for symbols of the Council."""
        return self.session if self.body == "A/HRC/WG.6" else None

    def relates_to(self, other: Symbol) -> str | None:
        """How this document stands to the other, as far as symbols tell.

        `same`; `addendum`, `revision` or `corrigendum` of the other (what its last suffix says, on whatever the
        other is); `base` where the other is one of those of this; `sibling` for two of one base; `same review` for
        documents of one State and session; None where symbols tell nothing.
        """
        if self == other:
            return "same"
        if self.base != other.base:
            return "same review" if self.state and self._review == other._review else None
        if self.suffixes[: len(other.suffixes)] == other.suffixes:
            return _RELATIONS[self.suffixes[-1][0]]
        return "base" if other.suffixes[: len(self.suffixes)] == self.suffixes else "sibling"

    @property
    def _review(self) -> tuple[str, int, str | None]:
        return (self.body, self.session, self.state)


_RELATIONS = {"Add": "addendum", "Rev": "revision", "Corr": "corrigendum"}

_SYMBOL = re.compile(
    r"""(?<![\w/])A\s?/\s?HRC\s?/?\s?
    (?: (?P<act>DEC|RES)\s?/\s?(?P<act_session>\d{1,3})\s?/\s?(?P<act_number>\d{1,4})
      | WG\.?\s?6\s?/\s?(?P<wg_session>\d{1,3})\s?\.?
        (?: /\s?(?P<state>[A-Z]{3})\s?/\s?(?P<part>\d{1,2}) | /?\s?(?P<wg_limited>L)\s?\.\s?(?P<draft>\d{1,3}) )
      | (?P<session>\d{1,3})\s?/\s?(?P<limited>L\s?\.\s?)?(?P<number>\d{1,4})
    )
    (?P<suffixes>(?:\s?/\s?(?:Add|Rev|Corr)\s?\.\s?\d{1,3})*)
    (?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
_SLASH = re.compile(r"/\s?(?-i:[hH])RC", re.IGNORECASE)
"""Every symbol has it, and what begins with a slash is found ten times as fast as what begins with an A."""

_SUFFIX = re.compile(r"(Add|Rev|Corr)\s?\.\s?(\d{1,3})", re.IGNORECASE)


def parse_symbol(text: str) -> Symbol | None:
    """A symbol from a text that holds nothing else; None where it is none.

    Spaces and line ends between its parts, small letters, the star or footnote mark behind it and slips met in
    print are forgiven: `A/HRC/ 8/29`, `A/HRC/11/25*`, `A/HRC24/7`, `A/HRC/WG.6/7L.14`, `A/HRC/WG.6/8./L.8`.
    """
    found = _SYMBOL.fullmatch(text.strip().rstrip("*\u2217\u2020. "))
    return _symbol(found) if found else None


def find_symbols(text: str) -> list[Symbol]:
    """All symbols in a text, in printed order, as often as printed."""
    known: dict[str, Symbol] = {}
    symbols = []
    for slash in _SLASH.finditer(text):
        at = slash.start() - 1
        if at >= 0 and (found := _SYMBOL.match(text, max(0, at - text[at].isspace()))):
            symbols.append(known.get(found[0]) or known.setdefault(found[0], _symbol(found)))
    return symbols


def _symbol(found: re.Match[str]) -> Symbol:
    suffixes = tuple((kind.capitalize(), int(count)) for kind, count in _SUFFIX.findall(found["suffixes"]))
    if found["act"]:
        body = f"A/HRC/{found['act'].upper()}"
        return Symbol(body, int(found["act_session"]), int(found["act_number"]), suffixes=suffixes)
    if found["wg_session"]:
        number = int(found["part"] or found["draft"])
        state = found["state"].upper() if found["state"] else None
        return Symbol("A/HRC/WG.6", int(found["wg_session"]), number, state, bool(found["wg_limited"]), suffixes)
    return Symbol("A/HRC", int(found["session"]), int(found["number"]), None, bool(found["limited"]), suffixes)
