"""What an addendum gives beside the classes: words, explanations, totals, Issues, tables of every layout."""

from __future__ import annotations

import pytest
from addendum_texts import addendum, table_addendum

from item6.terms.passages import DocxCell


def explained(words: str, language: str = "en") -> dict[str | None, str]:
    return {answer.target.number: answer.explanation for answer in addendum(words, language).answers}


@pytest.mark.parametrize(
    ("words", "explanations"),
    [
        (
            "115.1 Accepted. Two schools were built.\n115.2 Noted.",
            {"115.1": "Accepted. Two schools were built.", "115.2": "Noted."},
        ),
        (
            "Ruritania accepts recommendations 115.1 and 115.2.\nRec. 115.2 See recommendation 115.9.",
            {"115.1": "", "115.2": "See recommendation 115.9."},
        ),
        (
            "Ruritania notes recommendation 115.1. The law is new. Nobody asked for it.",
            {"115.1": "The law is new. Nobody asked for it."},
        ),
        (
            "Ruritania notes recommendations 115.1 and 115.2. It wishes to give the following information.",
            {"115.1": "", "115.2": ""},
        ),
        ("Ruritania notes recommendation 115.1: the law is new.", {"115.1": "the law is new."}),
        (
            "115.1 Build a school (Chile, Peru).\nNoted\nThere is one.\n115.2 Sell a ship (Peru)\nAccepted",
            {"115.1": "Noted There is one.", "115.2": "Accepted"},
        ),
        (
            "115.1 Build a school\nRecommendation\nNoted\n115.2 Noted",
            {"115.1": "Build a school Recommendation Noted", "115.2": "Noted"},
        ),
    ],
)
def test_explanations(words: str, explanations: dict[str | None, str]) -> None:
    assert explained(words) == explanations


def test_the_words_of_the_state_and_their_place() -> None:
    (answer,) = addendum(
        "1. The Government thanks all.\n2. For now, it notes recommendation 115.1, as the law is new."
    ).answers
    assert answer.as_written == "notes recommendation 115.1, as the law is new"
    assert answer.passage.words == "For now, it notes recommendation 115.1, as the law is new."
    assert (answer.passage.page, answer.stage, answer.source, answer.date) == (2, "addendum", "written", "2015-06-03")


@pytest.mark.parametrize(
    ("words", "totals"),
    [
        (
            "The report contains 163 recommendations. It accepts 142 recommendations and notes 21 recommendations.",
            {"received": 163, "supported": 142, "noted": 21},
        ),
        (
            f"Ruritania accepts 142 recommendations. {'It thanks all delegations. ' * 8}It notes 21 recommendations.",
            {"supported": 142, "noted": 21},
        ),
        (
            "Of the 254 recommendations, Ruritania supports 217 recommendations and notes 37.",
            {"received": 254, "supported": 217},
        ),
        ("There remain 157, of which 124 are now supported and 33 noted.", {"supported_now": 124, "noted_now": 33}),
        (
            "Ruritania supports 5 of the 8 recommendations that were left and notes 3.",
            {"supported_now": 5, "noted_now": 3},
        ),
        (
            "The report contains 8 recommendations. Ruritania supports 5 of the 8 recommendations and notes 3.",
            {"received": 8, "supported": 5, "noted": 3},
        ),
        ("Le rapport contient 56 recommandations.", {"received": 56}),
        ("Ruritania acepta 45 recomendaciones y toma nota de 11 recomendaciones.", {"supported": 45, "noted": 11}),
        ("Ruritania accepts recommendations 1 to 5.", {}),
        ("Ruritania has 12 schools and 115.5 million trees.", {}),
    ],
)
def test_totals(words: str, totals: dict[str, int]) -> None:
    assert {total.measure: total.value for total in addendum(words).totals} == totals


@pytest.mark.parametrize(
    ("words", "issues"),
    [
        ("Ruritania accepts recommendation 115.1.", []),
        ("Rec. 115.1 Schools matter.\nRec. 115.2 Accepted.", ["addendum.unclear 115.1"]),
        (
            "Ruritania welcomes recommendations 115.1 and 115.2.",
            ["addendum.unclear 115.1", "addendum.unclear 115.2", "addendum.no_answers None"],
        ),
        ("Ruritania accepts recommendations 115.1–115.3, except 115.2.", ["addendum.unclear 115.2"]),
        (
            "Recommendations 115.1, 115.2 and 115.3 are accepted and noted respectively.",
            [*(f"addendum.unclear 115.{n}" for n in (1, 2, 3)), "addendum.no_answers None"],
        ),
        ("Ruritania accepts recommendation 115.1. The remaining recommendations are noted.", ["addendum.rest None"]),
        ("Ruritania accepts recommendation 115.1 and notes 115.2. The remaining recommendations are noted.", []),
        ("Ruritania accepts all recommendations.", ["addendum.rest None", "addendum.no_answers None"]),
        ("All recommendations enjoy the support of Ruritania, except 115.3, which is noted.", ["addendum.rest None"]),
        ("Ruritania thanks the Council.", ["addendum.no_answers None"]),
    ],
)
def test_issues(words: str, issues: list[str]) -> None:
    assert [f"{issue.key} {issue.place.number}" for issue in addendum(words).issues] == issues


def test_other_languages_give_numbers_only() -> None:
    reading = addendum("Рекомендации 115.1, 115.2 и 115.5.", "ru")
    assert reading.answers == ()
    (issue,) = reading.issues
    assert issue.message == "answers in Russian are not understood: numbers named: 115.1, 115.2, 115.5"


TABLES = [
    ([["No.", "Position"], ["115.1", "Accepted"], ["115.2", "Noted"]], "115.1 accepted  | 115.2 noted "),
    ([["Position", "No."], ["Accepted", "1"], ["Noted", "2"]], "1 accepted  | 2 noted "),
    ([["115.1", "Accepted"], ["115.2", "Not accepted"]], "115.1 accepted  | 115.2 rejected "),
    (
        [
            ["Recommendation", "Response", "Comments"],
            ["115.1. Build (Chile)", "Supported", "Two."],
            ["115.2. Sell (Peru)", "Noted", ""],
        ],
        "115.1 accepted Two. | 115.2 noted ",
    ),
    ([["Recommendation", "Response"], ["115.1 Build", "Accepted. Two were built."]], "115.1 accepted Two were built."),
    (
        [["Recommendation", "Position"], ["115.1, 115.2", "Accepted"], ["115.3–5", "Noted"]],
        "115.1 accepted  | 115.2 accepted  | 115.3 noted  | 115.4 noted  | 115.5 noted ",
    ),
    (
        [["Recommendation", "Position"], ["Prisons", ""], ["115.1 Open", "Noted"], ["115.2 Shut", "^"]],
        "115.1 noted  | 115.2 noted ",
    ),
    (
        [["Recommendation", "Accepted", "Noted"], ["115.1", "x", ""], ["115.2", "", "✓"]],
        "115.1 accepted  | 115.2 noted ",
    ),
    ([["Accepted", "Noted"], ["115.1, 115.2", "115.3"]], "115.1 accepted  | 115.2 accepted  | 115.3 noted "),
    (
        [
            ["Recommandation", "Position", "Observations"],
            ["115.1 Bâtir", "Acceptée", "Deux."],
            ["115.2 Vendre", "Notée", ""],
        ],
        "115.1 accepted Deux. | 115.2 noted ",
    ),
    (
        [
            ["Recomendación", "Posición", "Comentarios"],
            ["115.1 Hacer", "Aceptada", "Dos."],
            ["115.2 Vender", "Se toma nota", ""],
        ],
        "115.1 accepted Dos. | 115.2 noted ",
    ),
    (
        [
            ["Recommendation", "Position"],
            ["115.1", "Partially accepted"],
            ["115.2", "Supported in principle"],
            ["115.3", "Supported – already implemented"],
        ],
        "115.1 accepted_in_part  | 115.2 accepted_in_principle  | 115.3 accepted_implemented ",
    ),
    (
        [["Recommendation", "Position"], ["115.1", "Ruritania does not accept this recommendation."]],
        "115.1 rejected Ruritania does not accept this recommendation.",
    ),
    ([["Year", "Deaths"], ["2014", "15.1"], ["2015", "15.4"]], ""),
]


@pytest.mark.parametrize(("rows", "answers"), TABLES)
def test_tables(rows: list[list[str]], answers: str) -> None:
    language = "fr" if rows[0][0] == "Recommandation" else "es" if rows[0][0] == "Recomendación" else "en"
    reading = table_addendum(rows, language=language)
    found = [f"{a.target.number} {a.normalised} {a.explanation}" for a in reading.answers]
    assert " | ".join(found) == answers
    assert {type(answer.passage.locator) for answer in reading.answers} <= {DocxCell}


def test_the_words_of_the_state_end_with_their_sentence() -> None:
    """What follows under the number explains; an acceptance in part is told by all of it."""
    made = addendum(
        "1. Ruritania accepts the recommendation. A law was passed in May.\n"
        "2. Ruritania accepts the recommendation on ships. It cannot accept the one on bridges.\n"
        "3. Ruritania cannot accept this recommendation. It has no sea.\n"
    )
    assert [each.as_written for each in made.answers] == [
        "accepts the recommendation",
        "accepts the recommendation on ships. It cannot accept the one on bridges",
        "cannot accept this recommendation",
    ]
