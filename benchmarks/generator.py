"""A made-up record of any size: made-up words, real names of States, the same for the same seed.

Nothing is taken from documents but their proportions: some 210 numbers in a review, one number in eight with
several texts, some 1.4 States to a text, 25 words long, one word in half of the texts and one pair in a third.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Iterator
from itertools import accumulate

from item6.record.contents import Contents, Position, ReviewSource
from item6.terms.annotations import Annotation
from item6.terms.answers import POSITION_OF
from item6.terms.documents import Document, Reading
from item6.terms.names import ReviewName
from item6.terms.passages import Passage, PdfPlace, Span
from item6.terms.recommendations import Recommendation, Text
from item6.terms.states import STATES

COMMON = "rigato"
"""In about half of the texts."""
PHRASE = "humela rigato"
"""In about a third of the texts."""
RARE = "zyxaro"
"""In one text of twenty thousand."""

_SYLLABLES = [first + vowel for first in "bdfgklmnprstv" for vowel in "aeiou"]
_WORDS = 9000
_TEXT_LENGTH = (12, 40)
_ANSWERS = ("accepted", "accepted", "accepted", "noted", "rejected", "accepted_in_part", "no_answer")


def made_up(recommendations: int = 300_000, reviews: int = 1_400, seed: int = 6) -> Contents:
    """Contents with that many numbered recommendations, spread over that many reviews."""
    dice = random.Random(seed)
    names = [ReviewName(state, cycle) for cycle in range(1, reviews // len(STATES) + 2) for state in sorted(STATES)]
    sizes = _sizes(dice, recommendations, reviews)
    words = _Words(dice)
    made = [_review(dice, words, name, size) for name, size in zip(names, sizes, strict=False)]
    readings = tuple(reading for reading, _ in made)
    sources = tuple(ReviewSource(name, _hash(name)) for name, _ in zip(names, sizes, strict=False))
    positions = tuple(position for _, found in made for position in found)
    return Contents(readings, sources, positions, annotations=tuple(_annotations(dice, readings)))


def _sizes(dice: random.Random, total: int, count: int) -> list[int]:
    """Numbers of each review: between a third and five thirds of the mean, adding up to the total."""
    shares = list(accumulate(dice.uniform(1, 5) for _ in range(count)))
    ends = [round(total * share / shares[-1]) for share in shares]
    return [end - start for start, end in zip([0, *ends], ends, strict=False)]


class _Words:
    """Draws texts, in which the tenth word is ten times rarer than the first."""

    def __init__(self, dice: random.Random) -> None:
        self._dice = dice
        self._words = list(
            {"".join(dice.choices(_SYLLABLES, k=dice.choice((2, 2, 3, 3, 4)))): None for _ in range(_WORDS)}
        )
        self._weights = list(accumulate(1 / rank for rank in range(1, len(self._words) + 1)))

    def text(self) -> str:
        dice = self._dice
        words = dice.choices(self._words, cum_weights=self._weights, k=dice.randint(*_TEXT_LENGTH))
        chance = dice.random()
        if chance < 0.5:
            words.insert(dice.randrange(len(words)), PHRASE if chance < 0.33 else COMMON)
        if dice.random() < 1 / 20_000:
            words.append(RARE)
        return " ".join(words).capitalize()


def _review(dice: random.Random, words: _Words, name: ReviewName, size: int) -> tuple[Reading, list[Position]]:
    symbol, source = f"A/HRC/{10 + 4 * name.cycle}/{dice.randint(2, 30)}", _hash(name)
    document = Document(
        f"{name}.pdf", source, "pdf", "wg_report", symbol, False, name, 12 * name.cycle, "2014-11-05", 5 + size // 12
    )
    main = dice.randint(60, 150)
    recommendations = [
        Recommendation(f"{main}.{sub}", f"{main}.{sub}", "listed", texts, texts[0].passage)
        for sub in range(1, size + 1)
        for texts in [tuple(_texts(dice, words, symbol, source, 4 + sub // 12))]
    ]
    return Reading(document, tuple(recommendations)), list(_positions(dice, name, source, recommendations))


def _texts(dice: random.Random, words: _Words, symbol: str, source: str, page: int) -> Iterator[Text]:
    states = list(STATES)
    for part in range(1, 1 + dice.choices((1, 2, 3), (88, 9, 3))[0]):
        found = tuple(dice.sample(states, dice.choices((0, 1, 2, 3, 5), (1, 75, 14, 6, 4))[0]))
        printed = words.text()
        start = dice.randint(0, 2000)
        place = PdfPlace((Span(page, start, start + len(printed)),), "pdfium 1")
        brackets = (f"({', '.join(STATES[state].name for state in found)})",) if found else ()
        yield Text(part, printed, found, brackets, Passage(symbol, source, place, printed))


def _positions(
    dice: random.Random, name: ReviewName, source: str, recommendations: list[Recommendation]
) -> Iterator[Position]:
    for recommendation in recommendations:
        said = dice.choice(_ANSWERS)
        for text in recommendation.texts:
            for state in text.states or (None,):
                yield Position(
                    name, recommendation.number, text.part, state, "report", POSITION_OF[said], said.replace("_", " "),
                    said, source, text.passage.page,
                )  # fmt: skip


def _annotations(dice: random.Random, readings: Iterable[Reading]) -> Iterator[Annotation]:
    """An action category and one to four of fifty issues for each text, some three in a hundred only suggested."""
    issues = [f"Issue {number}" for number in range(1, 51)]
    weights = list(accumulate(1 / rank for rank in range(1, 51)))
    for reading in readings:
        for recommendation in reading.recommendations:
            for text in recommendation.texts:
                of_text = (reading.document.review, recommendation.number, text.part)
                yield Annotation(*of_text, "action", str(dice.randint(1, 5)), 900, True)  # type: ignore[arg-type]  # a report's review
                for issue in dict.fromkeys(dice.choices(issues, cum_weights=weights, k=dice.randint(1, 4))):
                    confidence = dice.randint(300, 1000)
                    yield Annotation(*of_text, "issue", issue, confidence, confidence > 320)  # type: ignore[arg-type]  # a report's review


def _hash(name: ReviewName) -> str:
    return hashlib.sha256(str(name).encode()).hexdigest()
