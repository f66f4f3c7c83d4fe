"""The nouns as plain JSON, in the forms that docs/schemas describes; what other programs may rely on."""

from __future__ import annotations

from dataclasses import fields, replace
from fractions import Fraction
from typing import Any

from item6.terms.figures import Figure
from item6.terms.issues import Issue
from item6.terms.names import RecommendationName, ReviewName
from item6.terms.passages import DocxCell, DocxParagraph, JsonPlace, PdfPlace, SheetCell, locator_to_json
from item6.terms.recommendations import Text, fingerprint

_LOCATORS = (PdfPlace, DocxParagraph, DocxCell, SheetCell, JsonPlace)


def as_json(noun: Any) -> Any:
    """A frozen noun of `terms`, or a tuple of them, as dictionaries, lists, strings, numbers and None.

    Names become strings, locators what `locator_to_json` gives, fractions `numerator/denominator`; a Text gets its
    fingerprint, a Figure its value and reference, an Issue its code, severity and sentences. TypeError for what is
    no noun.
    """
    match noun:
        case None | str() | int():
            return noun
        case Fraction():
            return str(noun)
        case ReviewName() | RecommendationName():
            return str(noun)
        case tuple():
            return [as_json(part) for part in noun]
        case Issue():
            return _issue(noun)
        case Text():
            return _fields(noun) | {"fingerprint": fingerprint(noun.words)}
        case Figure():
            sentence = {"key": noun.sentence.key, "arguments": dict(noun.sentence.arguments)}
            made = replace(noun, rows=tuple(noun.rows))
            return _fields(made) | {"value": as_json(noun.value), "reference": noun.reference, "sentence": sentence}
    return locator_to_json(noun) if isinstance(noun, _LOCATORS) else _fields(noun)


def _fields(noun: Any) -> dict[str, Any]:
    return {field.name: as_json(getattr(noun, field.name)) for field in fields(noun)}


def _issue(found: Issue) -> dict[str, Any]:
    said = {"code": found.code, "severity": found.severity, "key": found.key}
    sentences = {"arguments": dict(found.arguments), "message": found.message, "hint": found.hint}
    return said | _fields(found.place) | sentences
