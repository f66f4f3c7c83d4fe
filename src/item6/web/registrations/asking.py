"""What organisers ask besides name and address: a few questions of their own, as they are stored and answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from django.utils.translation import gettext

from item6.organisations.folding import clean

LINE, CHOICE, TICK = KINDS = ("line", "choice", "tick")
MOST = 6
_LONGEST_LABEL, _LONGEST_ANSWER, _MOST_CHOICES = 200, 300, 20


@dataclass(frozen=True, slots=True)
class Question:
    """key: by which answers are kept. listed: whether the answer stands on the guest list for UN security."""

    key: str
    label: str
    kind: str = LINE
    choices: tuple[str, ...] = ()
    needed: bool = False
    listed: bool = False


def questions_in(stored: Sequence[Mapping[str, Any]]) -> list[Question]:
    """The questions of a desk."""
    return [Question(**{**each, "choices": tuple(each["choices"])}) for each in stored]


def stored(questions: Sequence[Question]) -> list[dict[str, Any]]:
    """The same as a desk keeps them."""
    return [{**asdict(each), "choices": list(each.choices)} for each in questions]


def questions_typed(typed: Mapping[str, str], before: Sequence[Question]) -> tuple[list[Question], dict[str, str]]:
    """The questions of the organisers' form, and what is wrong, by field. Keys of questions that stay are kept.

    An empty label takes a question away; answers to it are no longer shown.
    """
    found, wrong = [], dict[str, str]()
    keys = {each.key for each in before}
    free = iter(each for number in range(1, 1000) if (each := f"q{number}") not in keys)
    for place in range(MOST):
        label = " ".join(clean(typed.get(f"label-{place}", "")).split())
        if not label:
            continue
        kind = typed.get(f"kind-{place}", LINE)
        lines = clean(typed.get(f"choices-{place}", "")).splitlines()
        choices = tuple(dict.fromkeys(line for each in lines if (line := " ".join(each.split())[:100])))
        key = typed.get(f"key-{place}", "")
        if len(label) > _LONGEST_LABEL:
            wrong[f"label-{place}"] = gettext("This is too long; at most %(most)s characters.") % {
                "most": _LONGEST_LABEL
            }
        if kind == CHOICE and not 2 <= len(choices) <= _MOST_CHOICES:
            wrong[f"choices-{place}"] = gettext("Write between 2 and 20 answers to choose from, one in a line.")
        found.append(
            Question(
                key if key in keys else next(free), label, kind if kind in KINDS else LINE,
                choices if kind == CHOICE else (), bool(typed.get(f"needed-{place}")),
                bool(typed.get(f"listed-{place}")),
            )
        )  # fmt: skip
    return found, wrong


def answers_typed(typed: Mapping[str, str], questions: Sequence[Question]) -> tuple[dict[str, str], dict[str, str]]:
    """What somebody answered, and what is wrong, by field (`answer-KEY`)."""
    answers, wrong = dict[str, str](), dict[str, str]()
    for each in questions:
        answer = " ".join(clean(typed.get(f"answer-{each.key}", "")).split())
        if each.kind == TICK:
            answer = "yes" if answer else ""
        if each.kind == CHOICE and answer and answer not in each.choices:
            wrong[f"answer-{each.key}"] = gettext("Choose one of the list.")
        elif len(answer) > _LONGEST_ANSWER:
            said = gettext("This is too long; at most %(most)s characters.") % {"most": _LONGEST_ANSWER}
            wrong[f"answer-{each.key}"] = said
        elif each.needed and not answer:
            wrong[f"answer-{each.key}"] = gettext("The organisers need an answer here.")
        elif answer:
            answers[each.key] = answer
    return answers, wrong
