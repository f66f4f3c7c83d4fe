"""What docs/annotation.md shows is what there is."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from item6.annotate import themes
from item6.annotate.crosswalk import across
from item6.annotate.weights import FILE, model


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    """The page on labels."""
    return (root / "docs" / "annotation.md").read_text(encoding="utf-8")


def block(page: str, language: str) -> str:
    found = re.search(rf"^```{language}\n(.*?)^```$", page, re.MULTILINE | re.DOTALL)
    assert found is not None
    return found[1]


def test_the_theme_works(page: str, root: Path) -> None:
    written = block(page, "toml")
    theme = themes.read(written.encode())
    assert (theme.title, theme.failures()) == ("Civic space", [])
    assert theme.see("Let no one be in fear for restricting the work of NGOs").caught == "restricting the work of ngos"
    schema = json.loads((root / "docs" / "schemas" / "theme.schema.json").read_bytes())
    values = themes.tomllib.loads(written)
    assert list(Draft202012Validator(schema).iter_errors(values)) == []
    assert list(Draft202012Validator(schema).iter_errors(values | {"word": []})) != []


def test_the_crosswalk_says_so(page: str) -> None:
    shown = ast.literal_eval(block(page, "python").splitlines()[-1])
    assert [(link.value, link.kind) for link in across("D45 Freedom of association", "ohchr-2", "upr-info")] == shown


def test_the_stated_confidences_are_those_of_the_model(page: str) -> None:
    known = model()
    stated = re.search(r"stated confidence on \((0\.\d+);.*?from (0\.\d+) on\);\s+from\s+(0\.\d+)", page, re.DOTALL)
    assert stated is not None
    assert tuple(map(float, stated.groups())) == (known.asserted, known.alone, known.suggested)


def test_the_card_says_what_it_was_trained_on(page: str) -> None:
    assert f"sessions 1 to {model().about['sessions'][1]}: {model().about['rows']:,} rows" in page
    assert f"{FILE.stat().st_size / 1e6:.1f} MB" in page
