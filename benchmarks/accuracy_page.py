"""What was measured, as Markdown: the tables that are printed and stand in docs/accuracy.md."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from accuracy_causes import ANSWER, EXPORT, MEANINGS, Cause, Explained, Remaining
from accuracy_scores import PARTS, Disagreement, Run, Spoken, is_set_aside

_SIDES = {EXPORT: "export", "read": "item6", ANSWER: "answer"}
_UNEXPLAINED = "not explained yet"


@dataclass(frozen=True)
class Measured:
    """Everything that one run of the measurement found."""

    reports: int
    texts: int
    runs: Mapping[tuple[str, bool], Run]
    matrices: Mapping[str, Sequence[str]]
    answers: tuple[Disagreement, ...]
    spoken: Spoken
    explained: Explained


def page(found: Measured) -> str:
    """The generated part of docs/accuracy.md."""
    parts = (_summary(found), _scores(found), _answers(found), _matrices(found), _speakers(found), *_errors(found))
    return "\n\n".join(parts)


def _summary(found: Measured) -> str:
    aside, rest = (found.runs[part, False].overall.reports for part in ("aside", "rest"))
    return (
        f"{found.reports} reports read, {found.texts:,} texts. The export knows {aside + rest} of these reports: "
        f"{aside} in the third set aside, {rest} in the other two thirds."
    )


def _scores(found: Measured) -> str:
    head = ["which reports", "", "reports", "pairs in the export", "read", "matched", "precision", "recall", "F1"]
    rows: list[Sequence[object]] = []
    for part, title in PARTS.items():
        normal, strict = found.runs[part, False], found.runs[part, True]
        for score, narrow in zip(normal.scores, strict.scores, strict=True):
            group = "all cycles" if score.group == "ALL" else score.group
            counts = (score.reports, f"{score.export:,}", f"{score.read:,}", f"{score.matched:,}")
            shares = (score.precision, score.recall, score.f1, score.accepted_f1, narrow.f1)
            rows.append([title, group, *counts, *map(_share, shares)])
    return "### Texts and States\n\n" + _table([*head, "F1, splits accepted", "F1, strict"], rows)


def _answers(found: Measured) -> str:
    rows = []
    for part, title in PARTS.items():
        run = found.runs[part, False]
        given, equal = run.given / run.overall.matched, run.equal / run.given
        rows.append([title, f"{run.given:,} of {run.overall.matched:,} = {given:.1%}", f"{run.equal:,} = {equal:.2%}"])
    named = [
        [each.document, each.number, each.pairs, each.ours, each.final, _cause(cause)]
        for error, cause in found.explained.errors
        for each in found.answers
        if (error.side, error.document, error.number, error.key)
        == (ANSWER, each.document, each.number, f"{each.ours}>{each.final}")
    ]
    head = ["report", "paragraph", "pairs", "the report, as item6 reads it", "final answer", "what the report says"]
    given = ["which reports", "answer given in the report, of matched pairs", "of these equal to the final answer"]
    return (
        f"### Answers\n\n{_table(given, rows)}\n\n"
        f"The {sum(each.pairs for each in found.answers)} pairs that are not equal, by paragraph:\n\n"
        f"{_table(head, named)}"
    )


def _matrices(found: Measured) -> str:
    rows = [[name.replace("_", " ").capitalize(), said[-1]] for name, said in found.matrices.items()]
    return "### Against the matrices\n\n" + _table(["matrix", "numbers and sets of States"], rows)


def _speakers(found: Measured) -> str:
    spoken = found.spoken
    rows = [[document.removesuffix(".pdf"), read, stated] for document, read, stated in spoken.differing]
    return (
        f"### States that took the floor\n\n{spoken.stating} reports state how many delegations spoke. In "
        f"{spoken.equal} of them item6 reads as many States; these are the others:\n\n"
        + _table(["report", "read", "stated"], rows)
    )


def _errors(found: Measured) -> Iterator[str]:
    pairs = [(error, cause) for error, cause in found.explained.errors if error.side != ANSWER]
    parts = (("all", None), ("aside", True), ("rest", False))
    counts = {
        part: Counter(
            cause.cause if cause else _UNEXPLAINED
            for error, cause in pairs
            if aside in (None, is_set_aside(error.document))
        )
        for part, aside in parts
    }
    rows: list[Sequence[object]] = [
        [name, MEANINGS.get(name, ""), *(counts[part][name] for part in counts)]
        for name in (*MEANINGS, _UNEXPLAINED)
        if counts["all"][name]
    ]
    rows.append(["together", "", *(counts[part].total() for part in counts)])
    yield "### The remaining errors by cause\n\n" + _table(["cause", "", "all", "set aside", "the rest"], rows)
    wrong = [(error, cause) for error, cause in pairs if not cause or cause.cause == "reader"]
    other = [(error, cause) for error, cause in pairs if cause and cause.cause != "reader"]
    yield "### Where item6 is wrong, one by one\n\n" + _listed(wrong)
    words = [[each.document, each.number, each.state, each.note] for each in found.explained.words]
    yield (
        "### Texts that match, and are wrong all the same\n\n"
        + _table(["report", "number", "State", "what is wrong"], words)
    )
    yield "### Where the export differs, one by one\n\n" + _listed(other)


def _listed(errors: Iterable[tuple[Remaining, Cause | None]]) -> str:
    rows = [
        [
            f"{error.document}{' *' if is_set_aside(error.document) else ''}",
            cause.number if cause else error.number,
            error.state.strip("()").replace("NONE", "none"),
            _SIDES[error.side],
            error.key,
            _cause(cause),
        ]
        for error, cause in errors
    ]
    return _table(["report", "number", "State", "left over in", "fingerprint", "cause"], rows)


def _cause(cause: Cause | None) -> str:
    if cause is None:
        return f"**{_UNEXPLAINED}**"
    named = "" if cause.cause in ("reader", "final answer differs") else cause.cause
    return ": ".join(filter(None, (named, cause.note)))


def _share(value: float) -> str:
    return f"{value:.4f}"


def _table(head: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(map(str, line))} |" for line in lines)
