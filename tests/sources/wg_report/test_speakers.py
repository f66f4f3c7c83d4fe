from __future__ import annotations

import pytest
from bodies import body, page_texts, whole

from item6.sources.wg_report.speakers import read_speakers, read_totals
from item6.terms.passages import Passage, PdfPlace
from item6.terms.recommendations import StatedTotal

NOTHING = (0, 0)


def speakers(text: str, reviewed: str | None = "XRU") -> str:
    made = body(text)
    return " ".join(speaker.state for speaker in read_speakers(made, whole(made), reviewed, "A/HRC/29/917", "0" * 64))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("6. Chile welcomed the law. Peru asked about it.", "CHL PER"),
        ("6. Chile welcomed the law.\n7. Peru asked about it.\n8. Chile thanked it.", "CHL PER"),
        ("6. The United Kingdom of Great Britain and Northern Ireland and others spoke.", "GBR"),
        ("6. The Lao People’s Democratic\nRepublic spoke. The Sudan spoke.", "LAO SDN"),
        ("6. Guinea-Bissau spoke. Guinea spoke. Papua New Guinea spoke.", "GNB GIN PNG"),
        ("6. It asked “why not?” Mali spoke. It said “no.” Togo spoke.", "MLI TGO"),
        # the State under review answers, and others are spoken of
        ("6. Ruritania thanked Chile. The Republic of Ruritania spoke.", ""),
        ("6. In Togo it rains. As Cuba said, the law of Peru is old. He liked Chile.", ""),
        ("6. Chilean schools were praised. Irish law too.", ""),
        # a list of those who spoke
        (
            "6. Statements were made by the representatives of Chile, Peru and the Republic of\nKorea. Togo asked.",
            "CHL PER KOR TGO",
        ),
        ("6. Statements were delivered by Bosnia and Herzegovina, and Mali.", "BIH MLI"),
        ("6. Statements were made by Chile, Ruritania and Peru", "CHL PER"),
        ("", ""),
    ],
)
def test_speakers(text: str, expected: str) -> None:
    assert speakers(text) == expected


def test_the_first_place_counts() -> None:
    made = body(
        "5. Peru spoke.", "6. Chile spoke. Peru spoke.\n7. Chile thanked all. The\nIslamic Republic of Iran spoke."
    )
    start = made.text.index("6.")
    found = read_speakers(made, (start, len(made.text)), None, "A/HRC/29/917", "0" * 64)
    texts = page_texts(made)
    places = []
    for speaker in found:
        locator = speaker.passage.locator
        assert isinstance(locator, PdfPlace)
        (span,) = locator.spans
        places.append((speaker.state, speaker.passage.words, span.page, texts[span.page][span.start : span.end]))
    assert places == [
        ("CHL", "Chile", 2, "Chile"),
        ("PER", "Peru", 2, "Peru"),
        ("IRN", "Islamic Republic of Iran", 2, "Islamic Republic of Iran"),
    ]


def totals(dialogue: str, conclusions: str = "") -> dict[str, int]:
    made = body(f"{dialogue}\n{conclusions}")
    end = min(len(dialogue), len(made.text))
    found = read_totals(made, (0, end), (end, len(made.text)), "A/HRC/29/917", "0" * 64)
    return {total.measure: total.value for total in found}


@pytest.mark.parametrize(
    ("dialogue", "expected"),
    [
        ("6. During the interactive dialogue, 69 delegations made statements.", 69),
        ("6. During the dialogue, 14\ndelegations made\nstatements.", 14),
        ("6. Statements were made by 43 delegations.", 43),
        ("6. Statements were delivered by 103 States.", 103),
        ("6. Statements were made by forty-three countries.", 43),
        ("6. In all, forty-three delegations made statements.", 43),
        ("6. Forty delegations took the floor.", 40),
        ("6. Twelve States took the floor.", 12),
        ("6. Nineteen delegations delivered statements.", 19),
        ("6. Some delegations made statements; 3 delegations made more.", 3),
        # no number
        ("6. A number of delegations made statements.", None),
        ("6. Statements were made by several delegations.", None),
        ("6. All 5 delegations were glad.", None),
        ("6. The 3 members of the delegation made statements.", None),
        ("", None),
    ],
)
def test_delegations_that_spoke(dialogue: str, expected: int | None) -> None:
    assert totals(dialogue, "60. Nine delegations made statements.") == (
        {} if expected is None else {"speakers": expected}
    )


@pytest.mark.parametrize(
    ("conclusions", "expected"),
    [
        (
            "60. Of the 56 recommendations received, 40 enjoy the support of Ruritania, 16 have been noted.",
            {"received": 56, "supported": 40, "noted": 16},
        ),
        ("60. Ruritania received 56 recommendations.", {"received": 56}),
        (
            "60. In total of 56 recommendations, 40 recommendations enjoyed\nits support and 16 of them were noted.",
            {"received": 56, "supported": 40, "noted": 16},
        ),
        ("60. Of them, 40 of which enjoy the support of Ruritania.", {"supported": 40}),
        ("60. The recommendations enjoy the support of Ruritania; they are noted.", {}),
        ("", {}),
    ],
)
def test_recommendations_that_are_counted(conclusions: str, expected: dict[str, int]) -> None:
    assert totals("6. Of the 3 recommendations received, 2 enjoy its support.", conclusions) == expected


def test_passages_of_totals() -> None:
    made = body("6. Then 69\ndelegations made statements.")
    locator = made.locate((8, 27))
    assert read_totals(made, whole(made), NOTHING, None, "0" * 64) == (
        StatedTotal("speakers", 69, Passage(None, "0" * 64, locator, "69 delegations made")),
    )
