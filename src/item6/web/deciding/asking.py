"""The form of a decision: what was typed to the values of a line, checked against the record, or to what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext

from item6.decisions.reading import decision
from item6.organisations.folding import clean
from item6.reconcile.decided import mark_of
from item6.reconcile.numbers import Numbers
from item6.record.reader import Record
from item6.terms import states
from item6.terms.answers import POSITION_OF, STAGES
from item6.terms.decisions import TOTALS
from item6.terms.labels import ACTIONS
from item6.terms.names import RecommendationName, ReviewName, parse_recommendation_name, parse_review_name

_EVERY = ("review", "source", "why", "when")
FIELDS = {
    "answer": ("number", "position", "words", "explanation", "state", "stage", "date", "oral"),
    "correct": ("number", "states", "new_number"),
    "label": ("number", "issues", "action"),
    "totals": TOTALS,
}
"""What each kind asks besides review, source, reason and day."""
_LONGEST = 4000


class Asked:
    """What was typed, the values of the line that it makes, and what is wrong: a sentence for each field."""

    def __init__(self, kind: str, typed: Mapping[str, str], record: Record | None, who: str) -> None:
        self.kind = kind
        names = (*_EVERY, *FIELDS[kind])
        self.typed = {name: clean(typed.get(name, "")).strip()[:_LONGEST] for name in names}
        self.wrong: dict[str, str] = {}
        self._record = record
        self.values = self._values(who)
        if not self.wrong:
            try:
                decision({name: value for name, value in self.values.items() if value is not None})
            except ValueError as error:
                self.wrong["review"] = gettext("This is no decision yet: %(why)s.") % {"why": error}

    def _values(self, who: str) -> dict[str, Any]:
        for name in ("source", "why"):
            if not self.typed[name]:
                self.wrong[name] = _needed(name)
        review = self._review()
        common = {"kind": self.kind, "review": str(review) if review else "", "source": self.typed["source"],
                  "why": self.typed["why"], "who": who, "when": self.typed["when"]}  # fmt: skip
        if self.kind == "totals":
            return common | {name: self._count(name) for name in TOTALS}
        return (
            common
            | self._target(review)
            | {"answer": self._answer, "correct": self._correct, "label": self._label}[self.kind]()
        )

    def _review(self) -> ReviewName | None:
        found = parse_review_name(self.typed["review"])
        if found is None or found.state not in states.STATES:
            self.wrong["review"] = gettext("Write the review like CHN-3: the State’s code and the cycle.")
            return None
        return found

    def _target(self, review: ReviewName | None) -> dict[str, Any]:
        """Number, part and fingerprint, as far as the record knows them."""
        name = parse_recommendation_name(f"{review or 'XXX-1'}#{self.typed['number'].removesuffix('.')}")
        if name is None:
            self.wrong["number"] = gettext("Write the number like 28.212, or 28.212/2 for its second text.")
            return {}
        mark = None
        if self._record is not None and review is not None and self._record.review(review) is not None:
            name = self._known(self._record, name)
            found = self._record.recommendation(name)
            if found is None or (name.part or 1) > len(found.texts):
                said = gettext("%(review)s has no recommendation %(number)s. Look at its page for the right number.")
                self.wrong["number"] = said % {"review": review, "number": self.typed["number"]}
                return {}
            mark = mark_of(((text.part, text.words) for text in found.texts), name.part)
        return {"number": name.number, "part": name.part, "fingerprint": mark}

    def _known(self, record: Record, name: RecommendationName) -> RecommendationName:
        numbers = Numbers(each.number for each in record.recommendations(name.review))
        whole, remark = numbers.resolve(name.number)
        return RecommendationName(name.review, whole, name.part) if whole and not remark else record.resolve(name)

    def _answer(self) -> dict[str, Any]:
        if self.typed["position"] not in POSITION_OF:
            self.wrong["position"] = gettext("Choose what the State answered.")
        return {
            "position": self.typed["position"], "words": self.typed["words"] or None,
            "explanation": self.typed["explanation"] or None, "state": self._state("state"),
            "stage": self.typed["stage"] if self.typed["stage"] in STAGES else None, "date": self.typed["date"] or None,
            "oral": self.typed["oral"] == "yes" or None,
        }  # fmt: skip

    def _correct(self) -> dict[str, Any]:
        typed = [each.strip() for each in self.typed["states"].replace(";", ",").split(",") if each.strip()]
        codes = [states.find(each) or each.upper() for each in typed]
        unknown = next((each for each, code in zip(typed, codes, strict=True) if code not in states.STATES), None)
        if unknown:
            self.wrong["states"] = _no_state(unknown)
        if not typed and not self.typed["new_number"]:
            self.wrong["states"] = gettext("Write its States, or its right number.")
        return {"states": codes or None, "new_number": self.typed["new_number"] or None}

    def _label(self) -> dict[str, Any]:
        issues = [each.strip() for each in self.typed["issues"].split(",") if each.strip()]
        action = self.typed["action"]
        if action and action not in map(str, ACTIONS):
            self.wrong["action"] = gettext("Categories are 1 to 5.")
        if not issues and not action:
            self.wrong["issues"] = gettext("Write its issues, or choose its category.")
        return {"issues": issues or None, "action": int(action) if action and not self.wrong.get("action") else None}

    def _count(self, name: str) -> int | None:
        typed = self.typed[name]
        if typed.isascii() and typed.isdigit() and len(typed) < 6:
            return int(typed)
        if typed or name == "received":
            self.wrong[name] = gettext("Write a whole number.")
        return None

    def _state(self, name: str) -> str | None:
        typed = self.typed[name]
        if not typed:
            return None
        code = states.find(typed) or typed.upper()
        if code not in states.STATES:
            self.wrong[name] = _no_state(typed)
        return code


def _needed(name: str) -> str:
    return {
        "source": gettext("Write where it can be checked: recording and minute, page, address."),
        "why": gettext("Write the reason, for those who read it later."),
    }[name]


def _no_state(typed: str) -> str:
    return gettext("No State is called “%(typed)s”. Write its name or its code, such as CHL.") % {"typed": typed[:60]}
