"""The written rules: which issue a text speaks of, and which treaties, bodies and groups it names.

`issues.toml` and `named.toml` hold them. A pattern of an issue is enough to assert it where no model is at hand; a
hint is not, and only says which way the text leans.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from item6.annotate.patterns import Finder, Match, pattern

TREATY, BODY, GROUP = NAMED_KINDS = ("treaty", "body", "group")

ANY_TREATY = "*treaty"
"""In a rule's `named`: whichever treaty is named."""

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Named:
    """A treaty, body or group that a text names. kind: one of NAMED_KINDS. words: those of the text."""

    key: str
    kind: str
    title: str
    words: str


@dataclass(frozen=True, slots=True)
class Sign:
    """A rule of an issue that a text meets. pattern: as written. words: of the text. strong: it is enough alone."""

    issue: str
    pattern: str
    words: str
    strong: bool


@dataclass(frozen=True, slots=True)
class Signs:
    """What the rules see in a text. excluded: issues of which an exclusion stands there."""

    met: tuple[Sign, ...]
    named: tuple[Named, ...]
    excluded: frozenset[str]

    @property
    def issues(self) -> frozenset[str]:
        """The issues that the rules assert."""
        return frozenset(sign.issue for sign in self.met if sign.strong)


class Rules:
    """The rules of issues and names, ready to be looked for."""

    def __init__(self, issues: Sequence[dict[str, Any]], named: Sequence[dict[str, Any]]) -> None:
        self.issues = tuple(issue["name"] for issue in issues)
        self.says = {issue["name"]: issue.get("says", "") for issue in issues}
        self.named = {entry["key"]: entry for entry in named}
        rows = [
            (issue["name"], kind, written)
            for issue in issues
            for kind in ("patterns", "hints", "exclusions")
            for written in issue.get(kind, ())
        ]
        self._rows = rows
        self._issues = Finder(pattern(written) for _, _, written in rows)
        self._entries = [entry for entry in named for _ in entry["patterns"]]
        self._names = Finder(pattern(written) for entry in named for written in entry["patterns"])
        self._by_name: dict[str, list[str]] = defaultdict(list)
        for issue in issues:
            for key in issue.get("named", ()):
                self._by_name[key].append(issue["name"])

    def read(self, words: Sequence[str]) -> Signs:
        """What the rules see. words: as `words_of` gives them."""
        matches = self._issues.find(words)
        excluding: dict[str, list[Match]] = defaultdict(list)
        for match in matches:
            issue, kind, _ = self._rows[match.pattern]
            if kind == "exclusions":
                excluding[issue].append(match)
        named = tuple(self._named(words))
        met = {(sign.issue, sign.pattern): sign for sign in self._met(words, matches, excluding)}
        for sign in self._by_names(named):
            met.setdefault((sign.issue, sign.pattern), sign)
        return Signs(tuple(met.values()), named, frozenset(excluding))

    def _met(self, words: Sequence[str], matches: Iterable[Match], excluding: dict[str, list[Match]]) -> Iterable[Sign]:
        for match in matches:
            issue, kind, written = self._rows[match.pattern]
            if kind != "exclusions" and not any(match.within(other) for other in excluding.get(issue, ())):
                yield Sign(issue, written, " ".join(words[match.start : match.end]), kind == "patterns")

    def folded(self, words: Sequence[str]) -> list[str]:
        """The words, with the key of each treaty (`OP-CAT`) in place of the words that name it, each name once.

        words: as `words_of` gives them. Two texts that call a treaty differently so hold the same key.
        """
        named = [(match, entry["key"]) for match, entry in self._outermost(words) if entry["kind"] == TREATY]
        inside = {place for match, _ in named for place in range(match.start, match.end)}
        return [word for place, word in enumerate(words) if place not in inside] + list(
            dict.fromkeys(key for _, key in named)
        )

    def _named(self, words: Sequence[str]) -> Iterable[Named]:
        """Entries named, each once."""
        given: set[str] = set()
        for match, entry in self._outermost(words):
            if entry["key"] not in given:
                given.add(entry["key"])
                yield Named(entry["key"], entry["kind"], entry["title"], " ".join(words[match.start : match.end]))

    def _outermost(self, words: Sequence[str]) -> Iterator[tuple[Match, dict[str, Any]]]:
        """Matches of names that are not part of a longer name of the same kind."""
        matches = self._names.find(words)
        for match in matches:
            entry = self._entries[match.pattern]
            inside = any(
                match.within(other)
                and other.end - other.start > match.end - match.start
                and self._entries[other.pattern]["kind"] == entry["kind"]
                for other in matches
            )
            if not inside:
                yield match, entry

    def _by_names(self, named: Iterable[Named]) -> Iterable[Sign]:
        for each in named:
            keys = (each.key, ANY_TREATY) if each.kind == TREATY else (each.key,)
            for key in keys:
                for issue in self._by_name.get(key, ()):
                    yield Sign(issue, f"= {each.key}", each.words, True)


@cache
def rules() -> Rules:
    """The rules that come with item6."""
    return Rules(table("issues.toml")["issue"], table("named.toml")["named"])


def table(file: str) -> dict[str, Any]:
    """A data file of this room."""
    return tomllib.loads((FOLDER / file).read_text(encoding="utf-8"))
