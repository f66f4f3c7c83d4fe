"""The names behind a figure, fetched when somebody opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import overload


class Rows(Sequence[str]):
    """Names that are fetched when first looked at, since most figures are never opened; equal to the tuple of them."""

    def __init__(self, fetch: Callable[[], Sequence[str]]) -> None:
        self._fetch = fetch

    @cached_property
    def _names(self) -> tuple[str, ...]:
        return tuple(self._fetch())

    @overload
    def __getitem__(self, at: int) -> str: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[str, ...]: ...
    def __getitem__(self, at: int | slice) -> str | tuple[str, ...]:
        return self._names[at]

    def __len__(self) -> int:
        return len(self._names)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows | tuple) and self._names == tuple(other)

    def __hash__(self) -> int:
        return hash(self._names)

    def __repr__(self) -> str:
        return repr(self._names)
