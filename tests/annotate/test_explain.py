from __future__ import annotations

import pytest

from item6.annotate import annotate
from item6.annotate.explain import explain


def test_rules_and_weights_are_shown() -> None:
    found = explain("Abolish the death penalty in Ruritania")
    [issue] = [each for each in found.issues if each.asserted]
    assert issue.label == "Death penalty"
    assert [(sign.pattern, sign.words, sign.strong) for sign in issue.signs] == [
        ("death penalty", "death penalty", True)
    ]
    assert issue.parts[0][0] in {"r:Death penalty", "p:Death penalty:death penalty"}
    assert issue.parts[0][1] > 0
    assert (found.action.label, [sign.words for sign in found.action.signs]) == ("5", ["abolish"])


@pytest.mark.parametrize("text", ["", "Plant trees", "Ratify OP-CAT and free the prisoners", "Abolir la peine de mort"])
def test_it_explains_what_was_given(text: str) -> None:
    found, labelled = explain(text), annotate(text)
    assert [each.label for each in found.issues if each.asserted] == [each.label for each in labelled.issues]
    assert [each.label for each in found.issues if not each.asserted] == [each.label for each in labelled.suggested]
    assert (int(found.action.label), found.doubt) == (labelled.action, labelled.doubt)
