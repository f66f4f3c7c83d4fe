"""What the values of a filter can be: States, groups and fixed lists, and the labels that a record holds."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from item6.measures.filters import FilterError, nearest, suggestion
from item6.record.facets import EXPORT, PAIRS, Span
from item6.record.folders import base_of
from item6.record.reader import Record
from item6.terms.answers import POSITION_OF, POSITIONS
from item6.terms.names import is_number
from item6.terms.states import GROUPS, STATES, find, suggest

HAS = ("answer", "explanation", "state", "issue", "theme", "person", "sdg", "action", "oral")
"""Values of `has`: an answer of the State, its explanation, a recommending State, labels, an oral answer."""

ACTIONS = ("1", "2", "3", "4", "5")

_SAID_OTHERWISE = {
    "in_part": "supported/noted", "partly": "supported/noted", "partially_supported": "supported/noted",
    "accepted": "supported", "not_supported": "noted",
}  # fmt: skip
"""What people type for positions."""

_GROUP_NAMES = {group.casefold().removesuffix(" group"): group for group in GROUPS} | {
    "africa": GROUPS[0], "asia": GROUPS[1], "asia and the pacific": GROUPS[1], "eastern europe": GROUPS[2],
    "latin america and the caribbean": GROUPS[3], "western europe and others": GROUPS[4],
}  # fmt: skip

_RANGE = re.compile(r"(\d{0,4})\.\.(\d{0,4})")
_MOST = {"cycle": 9, "session": 999, "year": 9999}

GROUPS_FILE = "groups.toml"
"""In the workspace: groups of States that users name."""

Groups = Mapping[str, Sequence[str]]
"""Groups that users name: name to ISO3 codes."""


@dataclass(frozen=True)
class Vocabulary:
    """The values that a record knows, and the groups that users name.

    Resolves what was typed to canonical values; a user's group becomes its States, so that a reference can be computed
    by people who do not have the group.
    """

    record: Record
    groups: Groups = field(default_factory=dict)

    def resolve(self, key: str, typed: str) -> Sequence[str]:
        """The canonical values of what was typed under a key. FilterError naming the nearest where there are none."""
        if key in ("state", "by"):
            return self._states(key, typed)
        if key in _MOST:
            return _numbers(key, typed)
        fixed = _FIXED.get(key)
        return fixed(typed) if fixed else self._label(key, typed)

    def values(self, key: str) -> list[str]:
        """All values of a key, as they can be typed; empty for free words and numbers."""
        if key in ("state", "by"):
            codes = self._codes(key)
            return [*codes, *GROUPS, *self.groups, *(STATES[code].name for code in codes if code in STATES)]
        if key in DATED:
            return dated_values(self.record.facets().spans, key)
        fixed = {"position": POSITIONS, "as_written": tuple(POSITION_OF), "action": ACTIONS, "has": HAS}
        return list(fixed.get(key, ())) or ([] if key in ("number", "text") else self._labels(key))

    def _codes(self, key: str) -> list[str]:
        if key == "state":
            return sorted({span.review.state for span in self.record.facets().spans})
        return self.record.facets().values("by")

    def _states(self, key: str, typed: str) -> Sequence[str]:
        if typed.casefold() in (fold := {name.casefold(): codes for name, codes in self.groups.items()}):
            return fold[typed.casefold()]
        group = _group(typed)
        if group:
            return [group]
        code = typed.upper() if typed.upper() in STATES else find(typed)
        if code is None and typed.upper() in self._codes(key):
            code = typed.upper()
        if code is None:
            close = [
                *suggest(typed),
                *(name for name in (*self.groups, *GROUPS) if typed.casefold() in name.casefold()),
            ]
            otherwise = "give a State's name or code, such as CHN, or a regional group, such as WEOG"
            raise FilterError(f"{key}: no State or group is called “{typed}”", suggestion(close, otherwise))
        return [code]

    def _labels(self, key: str) -> list[str]:
        """Labels of a key in the record, of its own texts and of exports."""
        return sorted({each for base in (PAIRS, EXPORT) for each in self.record.facets(base=base).values(key)})

    def _label(self, key: str, typed: str) -> Sequence[str]:
        known = self._labels(key)
        if not known:
            raise FilterError(f"{key}:{typed}: this record has no {_PLURALS[key]}", WHENCE[key])
        found = _matching(known, typed)
        if not found:
            raise FilterError(f"no {key} is called “{typed}”", nearest(typed, known, f"see: item6 issues --by {key}"))
        if len(found) > 1 and "*" not in typed and not _same_code(found, typed):
            raise FilterError(
                f"{key}:{typed} may be several", suggestion(found, "") + f" or all of them: {key}:*{typed}*"
            )
        return found


_PLURALS = {"issue": "issues", "theme": "themes", "person": "affected persons", "sdg": "goals"}
WHENCE = {
    "issue": "build it again with this item6, or add UPR Info's export and count its rows (--unit upr_info_rows)",
    "theme": "add OHCHR's matrix of the review to it",
    "person": "add OHCHR's matrix of the review to it",
    "sdg": "add OHCHR's matrix of the review to it",
}
"""What to do where a record has no such labels."""


def _matching(known: Sequence[str], typed: str) -> list[str]:
    """Labels called so; else of this code or number; else those that hold it, or fit with `*`."""
    wanted = typed.casefold()
    if "*" in wanted:
        pattern = re.compile(".*".join(map(re.escape, wanted.split("*"))))
        return [each for each in known if pattern.fullmatch(each.casefold())]
    exact = [each for each in known if each.casefold() == wanted]
    return exact or _same_code(known, typed) or [each for each in known if wanted in each.casefold()]


def _same_code(known: Sequence[str], typed: str) -> list[str]:
    """Labels that are one thing under one code or number: `A12 ...`, `5 - GENDER EQUALITY`, `S05 SDG 5 - ...`."""
    goal = re.fullmatch(r"(?:sdg\s*)?(\d{1,2})", typed.casefold())
    test = rf"(?:s\d\d )?(?:sdg )?{goal[1]}\b(?! \d)" if goal else rf"{re.escape(typed.casefold())}\s"
    return [each for each in known if re.match(test, each.casefold())]


def _group(typed: str) -> str | None:
    fold = typed.casefold().removesuffix(" group")
    return _GROUP_NAMES.get(fold.replace("_", " ").replace("asia pacific", "asia-pacific"))


def _numbers(key: str, typed: str) -> list[str]:
    """A number, or the range `15..20` as it stands."""
    if found := _RANGE.fullmatch(typed):
        first, last = int(found[1] or 0), int(found[2] or _MOST[key])
        if first > last or not (found[1] or found[2]):
            raise FilterError(f"{key}:{typed} is no range", f"put the smaller number first: {key}:{last}..{first}")
        return [typed]
    if not (typed.isascii() and typed.isdigit()) or not 0 < int(typed) <= _MOST[key]:
        raise FilterError(
            f"{key}:{typed} is no {key}", f"give a number such as {_EXAMPLE[key]}, or a range such as 2..3"
        )
    return [str(int(typed))]


_EXAMPLE = {"cycle": "3", "session": "31", "year": "2018"}


DATED = ("cycle", "session", "year")
"""Keys whose values are numbers of the review."""


def dated_values(spans: Iterable[Span], key: str) -> list[str]:
    """The cycles, sessions or years of these reviews, in order."""
    numbers = [{"cycle": span.review.cycle, "session": span.session, "year": span.year}[key] for span in spans]
    return [str(each) for each in sorted({each for each in numbers if each is not None})]


def in_range(value: int | None, wanted: str) -> bool:
    """Whether a number is the one wanted, or in the range `15..20`, either end of which may be open."""
    if value is None:
        return False
    found = _RANGE.fullmatch(wanted)
    if not found:
        return str(value) == wanted
    return int(found[1] or 0) <= value <= int(found[2] or 9999)


def _one_of(key: str, known: Sequence[str], typed: str, otherwise: Mapping[str, str] | None = None) -> list[str]:
    folded = "_".join(typed.casefold().split())
    for value in (folded, (otherwise or {}).get(folded, "")):
        if value in known:
            return [value]
    hint = nearest(typed, known, f"values are {', '.join(known)}")
    raise FilterError(f"{key} knows no “{typed}”", hint)


def _as_written(typed: str) -> list[str]:
    folded = "_".join(typed.casefold().split())
    return _one_of(
        "as_written", tuple(POSITION_OF), f"accepted_{folded}" if f"accepted_{folded}" in POSITION_OF else typed
    )


def _number(typed: str) -> list[str]:
    wanted = typed.removesuffix(".")
    if not is_number(wanted) and not re.fullmatch(r"[\d.]+\*", wanted):
        raise FilterError(
            f"number:{typed} is no number of a recommendation", "give one such as 28.212, or 28.* for all"
        )
    return [wanted]


_FIXED: Mapping[str, Callable[[str], list[str]]] = {
    "position": lambda typed: _one_of("position", POSITIONS, typed, _SAID_OTHERWISE),
    "as_written": _as_written,
    "action": lambda typed: _one_of("action", ACTIONS, typed),
    "has": lambda typed: _one_of("has", HAS, typed),
    "number": _number,
    "text": lambda typed: [typed],
}


def groups_file(home: Path) -> Path:
    """The file of groups of a workspace: its own, or that of the one it stands on where it has none."""
    base, own = base_of(home), _file_in(home)
    return own if base is None or os.path.exists(own) else _file_in(base)  # noqa: PTH110  # asked with every page


@lru_cache(maxsize=1024)
def _file_in(home: Path) -> Path:
    return home / GROUPS_FILE


def read_groups(path: Path) -> dict[str, tuple[str, ...]]:
    """The groups of a file `groups.toml`: `nordic = ["Denmark", "FIN"]`; none where there is no such file.

    FilterError naming the line where it cannot be understood, or a State that is none.
    """
    if not path.exists():
        return {}
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FilterError(
            f"{path}: cannot be read ({error})", 'write lines such as: nordic = ["Denmark", "FIN"]'
        ) from None
    return {name: tuple(_codes_of(path, name, members)) for name, members in found.items()}


def _codes_of(path: Path, name: str, members: object) -> Iterable[str]:
    if not isinstance(members, list) or not members:
        raise FilterError(f"{path}: {name} is no list of States", f'write: {name} = ["Denmark", "FIN"]')
    for each in map(str, members):
        code = each.upper() if each.upper() in STATES else find(each)
        if code is None:
            raise FilterError(
                f"{path}: {name}: no State is called “{each}”", suggestion(suggest(each), "give its name")
            )
        yield code
