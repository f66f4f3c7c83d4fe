"""The labels of a record's texts: those that item6 gives, and in their place those that people decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from item6.annotate import Labelled, annotate_all
from item6.reconcile.whole import Reconciled
from item6.terms.annotations import SURE, Annotation
from item6.terms.decisions import Decision
from item6.terms.labels import ACTION, ISSUE
from item6.terms.names import ReviewName
from item6.terms.recommendations import Text


@dataclass(frozen=True, slots=True)
class _Labelling:
    """One text, what item6 says of it, and what people decided. Later decisions win."""

    review: ReviewName
    number: str
    part: int
    given: Labelled
    decided: tuple[Decision, ...]

    def annotations(self) -> Iterator[Annotation]:
        """Issues, asserted or suggested, and one action."""
        issues = next((each for each in reversed(self.decided) if each.issues is not None), None)
        action = next((each for each in reversed(self.decided) if each.words("action")), None)
        if issues:
            yield from (self._decided(issues, ISSUE, value) for value in issues.issues or ())
        else:
            given = self.given
            yield from (self._given(ISSUE, each.label, each.confidence, True) for each in given.issues)
            yield from (self._given(ISSUE, each.label, each.confidence, False) for each in given.suggested)
        if action:
            yield self._decided(action, ACTION, action.words("action"))
        else:
            sure = self.given.action_confidence
            yield self._given(ACTION, str(self.given.action), sure, not self.given.doubt)

    def _given(self, kind: str, value: str, confidence: float, asserted: bool) -> Annotation:
        thousandths = round(confidence * 1000)
        return Annotation(self.review, self.number, self.part, kind, value, thousandths, asserted)

    def _decided(self, decision: Decision, kind: str, value: str) -> Annotation:
        why = f"decided by {decision.who}, {decision.when}: {decision.why}"
        return Annotation(self.review, self.number, self.part, kind, value, SURE, True, why)


def labels_of(reviews: Iterable[Reconciled]) -> Iterator[Annotation]:
    """The labels of all texts of reports in force."""
    listed = list(_texts(reviews))
    given = annotate_all(text.words for _, _, text in listed)
    for (review, number, text), labelled in zip(listed, given, strict=True):
        decided = tuple(
            each for each in review.labelled if each.target.number == number and each.target.part in (None, text.part)
        )
        yield from _Labelling(review.review, number, text.part, labelled, decided).annotations()


def _texts(reviews: Iterable[Reconciled]) -> Iterator[tuple[Reconciled, str, Text]]:
    for review in reviews:
        for recommendation in review.report.recommendations:
            for text in recommendation.texts:
                yield review, recommendation.number, text
