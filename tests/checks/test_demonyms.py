"""States by the adjectives of their names, and languages that are called like them."""

from __future__ import annotations

import pytest

from item6.checks.demonyms import named_states


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("It was issued in Arabic, Chinese, English, French, Russian and Spanish.", []),
        ("A statement in English, French or Spanish is read.", []),
        ("The letter is in French only.", []),
        ("It was translated into Russian and Chinese.", []),
        ("The French delegation noted 12.", ["FRA"]),
        ("In French prisons, 12 were heard.", ["FRA"]),
        ("In French prisons and in Russian ones, 12 were heard.", ["FRA", "RUS"]),
        ("Twelve came from Chinese, Russian and Spanish delegations.", ["CHN", "RUS", "ESP"]),
        ("The Chinese Government accepted 5.", ["CHN"]),
    ],
)
def test_a_language_is_no_state(text: str, codes: list[str]) -> None:
    assert [each.iso3 for each in named_states(text)] == codes
