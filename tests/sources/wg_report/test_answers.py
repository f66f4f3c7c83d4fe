from __future__ import annotations

import pytest

from item6.sources.wg_report.answers import Verdict, read_verdict
from item6.terms.answers import PENDING, POSITION_OF


def normalised(text: str, only: str | None = None) -> str | None:
    found = read_verdict(text, 0, len(text), only=only)
    return found.normalised if found else None


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # support
        ("The recommendations listed below enjoy the support of Ruritania:", "accepted"),
        ("The recommendations that enjoyed the support of Ruritania are these:", "accepted"),
        ("The following enjoy the full support of Ruritania:", "accepted"),
        ("The following recommendations enjoy its support:", "accepted"),
        ("The following were examined by Ruritania and enjoy\nthe support of Ruritania:", "accepted"),
        ("The recommendations below were accepted by Ruritania:", "accepted"),
        ("The following recommendations are supported by Ruritania:", "accepted"),
        ("Ruritania accepts the recommendations that follow:", "accepted"),
        ("The delegation agreed on the following:", "accepted"),
        # support, and how far things are
        (
            "These enjoy the support of Ruritania, which considers that they are already implemented:",
            "accepted_implemented",
        ),
        ("These enjoy the support of Ruritania and have been implemented:", "accepted_implemented"),
        (
            "These enjoy the support of Ruritania, which considers that they are already implemented or in the process "
            "of implementation:",
            "accepted_being_implemented",
        ),
        ("These enjoy the support of Ruritania and are being implemented:", "accepted_being_implemented"),
        ("Recommendation 61.1 has already been implemented.", "accepted_implemented"),
        ("Ruritania regards 61.1 and 61.2 as already fully implemented.", "accepted_implemented"),
        ("Recommendation 61.1 is in the process of being implemented.", "accepted_being_implemented"),
        # refusal
        ("The recommendations below did not enjoy the support of Ruritania:", "rejected"),
        ("The recommendations below do not enjoy the\nsupport of Ruritania:", "rejected"),
        ("The recommendations below would not enjoy the full support of Ruritania:", "rejected"),
        ("Recommendation 61.1 did not enjoy its support.", "rejected"),
        ("Recommendation 61.1 cannot be accepted.", "rejected"),
        ("Ruritania can not accept recommendation 61.1.", "rejected"),
        ("Ruritania could not support recommendation 61.1.", "rejected"),
        ("The recommendations below were not supported by Ruritania:", "rejected"),
        ("The recommendations below were rejected by Ruritania:", "rejected"),
        ("Ruritania rejects the recommendations below:", "rejected"),
        ("The recommendations below were not accepted:", "rejected"),
        # a refusal beside support is a refusal
        ("61.1 is already implemented and did not enjoy the support of Ruritania.", "rejected"),
        ("Ruritania accepts many but rejects these:", "rejected"),
        # an answer is announced
        (
            "The following recommendations will be examined by Ruritania, which will respond in due time, but no later "
            "than the tenth session of the Council:",
            "no_answer",
        ),
        ("Ruritania will provide its responses in due time:", "no_answer"),
        ("Ruritania will further examine the recommendations below:", "no_answer"),
        ("The response of Ruritania will be included in the outcome report:", "no_answer"),
        ("Ruritania would study the following:", "no_answer"),
        ("These will be further considered by Ruritania:", "no_answer"),
        # noted, which beside an announcement means no more than heard
        ("The following recommendations are noted by Ruritania:", "noted"),
        ("The recommendations below have been noted:", "noted"),
        ("Ruritania takes note of the following:", "noted"),
        ("Ruritania notes these recommendations.", "noted"),
        ("Ruritania notes those recommendations and will provide the response in due time.", "no_answer"),
        ("These are noted and will be examined by Ruritania:", "no_answer"),
        ("These are noted; Ruritania said that they are being implemented:", "noted"),
        # the premise is disputed
        ("Recommendations 61.1 and 61.2 are not relevant.", "disputed"),
        ("Recommendation 61.1 is not applicable to Ruritania.", "disputed"),
        ("These recommendations are based on incorrect information.", "disputed"),
        ("They are noted, but are either not relevant or too late.", "disputed"),
        # nothing is said
        ("In the course of the discussion, the following recommendations were made to Ruritania:", None),
        ("Ruritania thanked all for their support.", None),
        ("The delegation mentioned the accepted practice of rejecting nothing.", None),
        ("Note was made of it; a response had been given.", None),
        ("", None),
    ],
)
def test_standard_sentences(sentence: str, expected: str | None) -> None:
    assert normalised(sentence) == expected
    assert expected is None or expected in POSITION_OF


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The following will be examined by Ruritania:", "no_answer"),
        ("These enjoy the support of Ruritania; its response to others will be provided:", "no_answer"),
        ("These enjoy the support of Ruritania:", None),
        ("These did not enjoy the support of Ruritania:", None),
        ("These have already been implemented.", None),
        ("", None),
    ],
)
def test_only_announcements(sentence: str, expected: str | None) -> None:
    assert normalised(sentence, PENDING) == expected


def test_spaces_are_any_white_space() -> None:
    assert normalised("did not\n enjoy  the \t support") == "rejected"


BEFORE, SENTENCE, AFTER = (
    "Ruritania studied them. ",
    "The recommendations below enjoy the support of Ruritania:",
    "\n1. Accept the rejected plan, which will be examined and is noted (Chile).",
)


def test_places() -> None:
    text = BEFORE + SENTENCE + AFTER
    start, end = len(BEFORE), len(BEFORE + SENTENCE)
    assert read_verdict(text, 0, end) == Verdict("accepted", start, end, text.index("enjoy"))
    assert read_verdict(text, start, end) == Verdict("accepted", start, end, text.index("enjoy"))
    assert read_verdict(text, 0, start) is None


@pytest.mark.parametrize(
    ("text", "sentence", "told"),
    [
        ("It was glad. It rejects 61.1. It was tired.", "It rejects 61.1.", "rejects 61.1."),
        ("It was glad: It rejects No. 1 of the list", "It rejects No. 1 of the list", "rejects No. 1 of the list"),
        ("It is glad.\nThese are noted.\n", "These are noted.", "are noted."),
        ("These are noted for now", "These are noted for now", "are noted for now"),
        ("These enjoy the support of it:\n• Build", "These enjoy the support of it:", "enjoy the support of it:"),
        ("Of 61.1 and 61.2 both are noted.  ", "Of 61.1 and 61.2 both are noted.", "are noted."),
    ],
)
def test_sentences_around_the_telling_words(text: str, sentence: str, told: str) -> None:
    found = read_verdict(text, 0, len(text))
    assert found is not None
    assert (text[found.start : found.end], text[found.at : found.end]) == (sentence, told)


@pytest.mark.parametrize(
    ("words", "normalised"),
    [
        ("Ruritania did not accept the following recommendations:", "rejected"),
        ("Ruritania is unable to accept the recommendations below:", "rejected"),
        ("Ruritania is not in a position to accept the recommendations below:", "rejected"),
        ("Ruritania was not able to accept the following recommendation:", "rejected"),
        ("Ruritania does not support the recommendations below:", "rejected"),
        ("The recommendations below do not have the support of Ruritania:", "rejected"),
        ("The recommendation below has been accepted in part:", "accepted_in_part"),
        ("The recommendations below enjoy in part the support of Ruritania:", "accepted_in_part"),
        ("Ruritania partially supported the recommendations below:", "accepted_in_part"),
        ("The recommendations below enjoy the support of Ruritania in principle:", "accepted_in_principle"),
        ("Ruritania has accepted the recommendations below:", "accepted"),
    ],
)
def test_refusals_in_other_words_and_acceptance_by_halves(words: str, normalised: str) -> None:
    verdict = read_verdict(words, 0, len(words))
    assert verdict is not None and verdict.normalised == normalised
