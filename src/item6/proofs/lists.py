"""A signed list: what it is about, the seals of its entries, and the openings of those that are public."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from item6.proofs.canonical import canonical, digest
from item6.proofs.keys import Secret
from item6.proofs.seals import Sealed, Withdrawn

FORM = "item6/signed-list/1"


def publish(
    head: Mapping[str, Any],
    entries: Iterable[Sealed | Withdrawn],
    secret: Secret,
    *,
    withheld: Iterable[str] = (),
    previous: Mapping[str, Any] | None = None,
) -> dict[str, Any]:
    """A list, signed.

    head: what it is about (title, version, SHA-256 of the text, as of when); names `number`, `previous` and `counted`
    are added. withheld: seals whose entries are counted and not shown. previous: the list published before this one.
    The signature covers the head, the seals and what was withdrawn; it does not cover openings, so that a copy from
    which a name was taken out still verifies.
    """
    hidden = set(withheld)
    rows = [_row(entry, hidden) for entry in entries]
    number = previous["head"]["number"] + 1 if previous else 1
    whole = {
        **head,
        "number": number,
        "previous": fingerprint_of(previous) if previous else None,
        "counted": counted(rows),
    }
    return {
        "form": FORM,
        "head": whole,
        "entries": rows,
        "key": secret.public,
        "signature": secret.sign(signed_part(whole, rows)),
    }


def counted(rows: Sequence[Mapping[str, Any]]) -> dict[str, int]:
    """How many entries of each kind stand in the list; those withdrawn do not."""
    return dict(sorted(Counter(row["kind"] for row in rows if "withdrawn" not in row).items()))


def signed_part(head: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The bytes that are signed."""
    seals = [[row["kind"], row["seal"], row.get("withdrawn", {}).get("on")] for row in rows]
    return canonical({"form": FORM, "head": head, "seals": seals})


def fingerprint_of(published: Mapping[str, Any]) -> str:
    """What the next list names this one by: the hash of what was signed."""
    return digest(signed_part(published["head"], published["entries"]))


def _row(entry: Sealed | Withdrawn, hidden: set[str]) -> dict[str, Any]:
    row: dict[str, Any] = {"kind": entry.kind, "seal": entry.seal}
    if isinstance(entry, Withdrawn):
        row["withdrawn"] = {"on": entry.on, "salt": entry.salt, "secret": entry.secret.seed}
    elif entry.seal not in hidden:
        row["opened"] = entry.opening()
    return row
