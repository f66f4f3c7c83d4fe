"""What decided on the labels of one text, for `item6 annotate --explain`."""

from __future__ import annotations

import argparse
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from rich.console import Console
from rich.text import Text

from item6.cli.lookup import find_recommendation
from item6.cli.messages import Misuse
from item6.cli.output import write_whole
from item6.cli.terminal import clean, print_wrapped
from item6.cli.workspace import current_record
from item6.terms.annotations import Annotation
from item6.terms.labels import ACTION, ISSUE
from item6.terms.names import RecommendationName

if TYPE_CHECKING:
    from item6.annotate.explain import Explained, Reason

_WIDTH = 92
_MOST_PARTS = 6


def explain_text(args: argparse.Namespace, words: str) -> int:
    """Print what decides for words that are given."""
    from item6.annotate.explain import explain

    whole = _as_object(None, words, explain(words), ())
    write_whole(args, whole, lambda console: _print(console, whole))
    return 0


def explain_name(args: argparse.Namespace) -> int:
    """Print what decides for a text of the record, people's decisions included. Misuse where it has several."""
    from item6.annotate.explain import explain

    with current_record(args) as record:
        name = find_recommendation(record, args.explain)
        found = record.recommendation(RecommendationName(name.review, name.number))
        assert found is not None, name
        if name.part is None and len(found.texts) > 1:
            raise Misuse(f"{name} has {len(found.texts)} texts", f"name one of them, such as {name}/1")
        text = found.texts[(name.part or 1) - 1]
        place = (name.number, text.part)
        decided = [each for each in record.annotations(name.review) if (each.number, each.part) == place and each.why]
    whole = _as_object(str(name), text.words, explain(text.words), decided)
    write_whole(args, whole, lambda console: _print(console, whole))
    return 0


def _as_object(name: str | None, words: str, explained: Explained, decided: Sequence[Annotation]) -> dict[str, Any]:
    return {
        "name": name,
        "text": words,
        "doubt": explained.doubt,
        "issues": [_reason(each) for each in explained.issues],
        "action": _reason(explained.action),
        "named": [{"key": each.key, "kind": each.kind, "words": each.words} for each in explained.named],
        "decided": [_decision(each) for each in decided if each.kind in (ISSUE, ACTION)],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return {
        "label": reason.label,
        "confidence": reason.confidence,
        "asserted": reason.asserted,
        "rules": [{"pattern": each.pattern, "words": each.words, "strong": each.strong} for each in reason.signs],
        "weights": [{"feature": feature, "adds": round(added, 3)} for feature, added in reason.parts],
    }


def _decision(annotation: Annotation) -> dict[str, str]:
    return {"kind": annotation.kind, "label": annotation.value, "why": annotation.why}


def _print(console: Console, whole: dict[str, Any]) -> None:
    if whole["name"]:
        console.print(Text(whole["name"], style="bold"))
    for line in textwrap.wrap(clean(whole["text"]), min(console.width, _WIDTH) - 4):
        console.print(Text(f"  │ {line}"))
    for line in _lines(whole):
        said = line.lstrip()
        indent = " " * (len(line) - len(said))
        print_wrapped(console, said, indent, f"{indent}  ")


def _lines(whole: dict[str, Any]) -> Iterator[str]:
    if whole["doubt"]:
        yield f"nothing is asserted: {whole['doubt']}"
    for reason in whole["issues"]:
        state = "asserted" if reason["asserted"] else "suggested"
        yield f"{reason['label']}: {state}, confidence {reason['confidence']:.1%}"
        yield from _evidence(reason)
    action = whole["action"]
    yield f"action {action['label']}: confidence {action['confidence']:.1%}"
    yield from _evidence(action)
    for each in whole["named"]:
        yield f"names the {each['kind']} {each['key']}: “{each['words']}”"
    for each in whole["decided"]:
        yield f"in the record: {each['kind']} {each['label']}, {each['why']}"


def _evidence(reason: dict[str, Any]) -> Iterator[str]:
    for rule in reason["rules"]:
        kind = "rule" if rule["strong"] else "hint"
        yield f"    {kind} “{rule['pattern']}” meets “{rule['words']}”"
    parts = [part for part in reason["weights"] if part["adds"] > 0][:_MOST_PARTS]
    if parts:
        said = [f"{part['feature']} {part['adds']:+.2f}" for part in parts]
        yield f"    weighs most: {', '.join(said)}"
