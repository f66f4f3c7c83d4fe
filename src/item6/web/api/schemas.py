"""The JSON Schemas of docs/schemas, as the package carries them and as a working copy has them."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

_FOLDERS = (
    Path(__file__).resolve().parents[2] / "schemas",  # where item6 is installed
    Path(__file__).resolve().parents[4] / "docs" / "schemas",  # in a working copy
)
_ENDING = ".schema.json"

Schema = dict[str, Any]


@lru_cache(maxsize=64)
def schema(name: str) -> Schema:
    """A schema by its name without ending, `figure`. FileNotFoundError for one that is not there."""
    folder = next((each for each in _FOLDERS if each.is_dir()), _FOLDERS[-1])
    found: Schema = json.loads((folder / f"{name}{_ENDING}").read_bytes())
    return found


def as_components(*wanted: str) -> dict[str, Schema]:
    """These schemas and all that they refer to, by name, with references among each other as OpenAPI writes them."""
    found: dict[str, Schema] = {}
    left = list(wanted)
    while left:
        name = left.pop()
        if name in found:
            continue
        named: set[str] = set()
        whole = _rewritten(schema(name), name, named)
        found[name] = {key: part for key, part in whole.items() if key not in ("$schema", "$id")}
        left += sorted(named)
    return dict(sorted(found.items()))


def reference(target: str, within: str = "") -> str:
    """`names.schema.json#/$defs/hash` as the place among the components. within: the schema that a `#/...` is in."""
    file, _, place = target.partition("#")
    return f"#/components/schemas/{file.removesuffix(_ENDING) or within}{place}"


def _rewritten(part: Any, within: str, named: set[str]) -> Any:
    if isinstance(part, list):
        return [_rewritten(each, within, named) for each in part]
    if not isinstance(part, dict):
        return part
    made = {key: _rewritten(each, within, named) for key, each in part.items() if key != "$ref"}
    if "$ref" in part:
        made["$ref"] = reference(part["$ref"], within)
        named.add(made["$ref"].split("/")[3])
    return made
