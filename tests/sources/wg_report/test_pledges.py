from __future__ import annotations

import pytest
from bodies import EXTRACTOR, body, page_texts, whole

from item6.sources.wg_report.pledges import read_pledges
from item6.sources.wording import Wording
from item6.terms.passages import Passage, PdfPlace, Span
from item6.terms.recommendations import Commitment

LEAD = "63. Ruritania made the following voluntary commitments:\n"


def pledges(text: str) -> list[tuple[str, str]]:
    """Number and words of each."""
    made = body(text)
    found = read_pledges(made, whole(made), Wording(made.text), "A/HRC/29/917", "0" * 64)
    return [(commitment.number, commitment.words) for commitment in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{LEAD}1. To hold talks;\n2. To build a school.", [("63.1", "To hold talks"), ("63.2", "To build a school")]),
        (
            f"{LEAD}(a) To hold\ntalks (Chile);\n(b) To build a school.",
            [("63(a)", "To hold talks (Chile)"), ("63(b)", "To build a school")],
        ),
        (f"{LEAD}63.1. To build;\n63.2 To sing.", [("63.1", "To build"), ("63.2", "To sing")]),
        (
            f"{LEAD}• To build;\n\uf0b7 To sing;\n– To paint;\n- To rest.",
            [("63.1", "To build"), ("63.2", "To sing"), ("63.3", "To paint"), ("63.4", "To rest")],
        ),
        ("63. Ruritania will build.\n64. It will sing.", [("63", "Ruritania will build"), ("64", "It will sing")]),
        (f"{LEAD}(a) To build:\n(i) a school;\n(ii) a road.", [("63(i)", "a school"), ("63(ii)", "a road")]),
        (f"{LEAD}1. To build;\n64. It also promised:\n1. To sing.", [("63.1", "To build"), ("64.1", "To sing")]),
        ("1. To build;\n2. To sing.", [("1", "To build"), ("2", "To sing")]),
        # numbers in the words
        ("63. It will build 20 or\n64 schools by\n2030.", [("63", "It will build 20 or 64 schools by 2030")]),
        (f"{LEAD}1. To build a well-\nknown school", [("63.1", "To build a well-known school")]),
        # nothing but a lead-in, nothing at all
        (LEAD, []),
        ("", []),
    ],
)
def test_commitments(text: str, expected: list[tuple[str, str]]) -> None:
    assert pledges(text) == expected


def test_passages() -> None:
    made = body("III. Voluntary pledges\n63. Ruritania will build", "a school;\n64. It will sing")
    region = made.text.index("63."), len(made.text)
    found = read_pledges(made, region, Wording(made.text), "A/HRC/29/917", "0" * 64)
    places = [PdfPlace((Span(1, 28, 48), Span(2, 0, 9)), EXTRACTOR), PdfPlace((Span(2, 15, 27),), EXTRACTOR)]
    texts = page_texts(made)
    printed = [[texts[span.page][span.start : span.end] for span in place.spans] for place in places]
    assert printed == [["Ruritania will build", "a school;"], ["It will sing"]]
    assert found == tuple(
        Commitment(number, words, Passage("A/HRC/29/917", "0" * 64, place, words))
        for number, words, place in zip(
            ("63", "64"), ("Ruritania will build a school", "It will sing"), places, strict=True
        )
    )


def test_only_the_region_is_read() -> None:
    made = body("62. It may build.\n63. It will sing.\n64. It rests.")
    region = made.text.index("63."), made.text.index("64.")
    assert [found.number for found in read_pledges(made, region, Wording(made.text), None, "0" * 64)] == ["63"]
