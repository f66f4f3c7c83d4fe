from __future__ import annotations

import pytest
from gallery import SCRIPTS

from item6.briefings.writers.direction import direction
from item6.briefings.writers.fonts import BODY, chosen
from item6.briefings.writers.fonts import SCRIPTS as KNOWN


@pytest.mark.parametrize(
    ("words", "families", "missing"),
    [
        ("Ruritania", (BODY,), []),
        (SCRIPTS["Cyrillic"] + SCRIPTS["accented"] + "Ελλάδα", (BODY,), []),
        (SCRIPTS["Arabic"], (BODY, "Noto Naskh Arabic"), []),
        (SCRIPTS["Chinese"] + SCRIPTS["Arabic"], (BODY, "Noto Naskh Arabic", "Noto Sans CJK SC"), []),
        ("ქართული", (BODY,), ["Georgian"]),
    ],
)
def test_chosen_by_script(words: str, families: tuple[str, ...], missing: list[str]) -> None:
    found = chosen(words, ["Noto Naskh Arabic", "Noto Sans CJK SC"])
    assert (found.families, [each.name for each in found.missing]) == (families, missing)
    assert found.system == (len(families) > 1)


def test_each_missing_script_has_a_sentence() -> None:
    remarks = chosen("".join(each.letters.pattern[1] for each in KNOWN), []).remarks
    assert len(remarks) == len(KNOWN)
    assert all("install fonts-noto-" in remark for remark in remarks)


@pytest.mark.parametrize(
    ("words", "way"),
    [("", "ltr"), ("12 (a)", "ltr"), (SCRIPTS["Arabic"], "rtl"), ("12. יש", "rtl"), ("UPR: يوصي", "ltr")],
)
def test_direction(words: str, way: str) -> None:
    assert direction(words) == way
