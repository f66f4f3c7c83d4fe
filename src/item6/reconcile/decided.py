"""What people's decisions change: answers that no document holds, corrected numbers and States, published totals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from item6.record.contents import Alias
from item6.terms.answers import POSITION_OF, Answer
from item6.terms.decisions import Decision
from item6.terms.documents import Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.names import number_key
from item6.terms.passages import JsonPlace, Passage
from item6.terms.recommendations import Recommendation, Text, fingerprint


@dataclass(frozen=True, slots=True)
class Corrected:
    """A report with the corrections in force, and the numbers that they changed as aliases."""

    report: Reading
    aliases: tuple[Alias, ...]
    issues: tuple[Issue, ...]


def corrected(report: Reading, decisions: Iterable[Decision], files: Mapping[str, str]) -> Corrected:
    """The report as its corrections have it. files: name of the file of each SHA-256, for Issues."""
    listed = list(report.recommendations)
    aliases: list[Alias] = []
    issues: list[Issue] = []
    for decision in decisions:
        if decision.kind != "correct":
            continue
        objection = _objection(decision, listed, files)
        if objection:
            issues.append(objection)
            continue
        listed = _apply(decision, listed)
        new = decision.words("new_number")
        if new and all(each.number != decision.target.number for each in listed):
            aliases.append(Alias(decision.review, decision.target.number or "", new, decision.document, "corrected"))
    return Corrected(replace(report, recommendations=tuple(listed)), tuple(aliases), tuple(issues))


def answers_of(
    decisions: Iterable[Decision], listed: Sequence[Recommendation], files: Mapping[str, str]
) -> tuple[list[Answer], list[Issue]]:
    """The answers that people entered, as answers of the file of decisions, and what stands against some of them."""
    answers, issues = [], []
    for decision in decisions:
        if decision.kind != "answer":
            continue
        objection = _objection(decision, listed, files)
        if objection:
            issues.append(objection)
        else:
            answers.append(_answer(decision))
    return answers, issues


def labels_of(
    decisions: Iterable[Decision], listed: Sequence[Recommendation], files: Mapping[str, str]
) -> tuple[list[Decision], list[Issue]]:
    """The decisions on labels that are in force, in their order, and what stands against the others."""
    found = [(each, _objection(each, listed, files)) for each in decisions if each.kind == "label"]
    return [each for each, said in found if said is None], [said for _, said in found if said is not None]


def differing_totals(
    decisions: Iterable[Decision], counted: Mapping[str, int] | None, files: Mapping[str, str]
) -> list[Issue]:
    """Published totals whose parts do not add up, or that were counted otherwise.

    counted: `received` as counted in the record; None where the review is known by published totals only.
    """
    issues = []
    for decision in decisions:
        if decision.kind != "totals":
            continue
        place = Place(files.get(decision.document, ""))
        said: dict[str, object] = {"line": decision.line, "review": decision.review}
        received, *parts = decision.totals.values()
        if parts and sum(parts) != received:
            issues.append(issue("decision.parts_differ", place, {**said, "received": received, "sum": sum(parts)}))
        if counted and counted["received"] != received:
            figures = {"stated": received, "counted": counted["received"], "measure": "in all"}
            issues.append(issue("decision.total_differs", place, {**said, **figures}))
    return issues


def mark_of(texts: Iterable[tuple[int, str]], part: int | None) -> str:
    """The fingerprint by which a decision knows the words it was made for: of one text, or of all under the number.

    texts: part and words of each.
    """
    return fingerprint(" ".join(words for each, words in texts if part in (None, each)))


def _objection(decision: Decision, listed: Iterable[Recommendation], files: Mapping[str, str]) -> Issue | None:
    """Why a decision is not in force: what it decides on is not there, or has become another text."""
    target = decision.target
    place = Place(files.get(decision.document, ""), None, target.number)
    found = next((each for each in listed if each.number == target.number), None)
    said = {"line": decision.line, "review": decision.review, "number": target.number}
    if found is None or not _holds(found, decision):
        named = f"{target.number}/{target.part}" if target.part else target.number
        whole = f"{named} of {target.state}" if target.state else named
        return issue("decision.no_target", place, {**said, "number": whole})
    mark = decision.words("fingerprint")
    if mark and mark != mark_of(((text.part, text.words) for text in found.texts), target.part):
        return issue("decision.other_text", place, {"line": decision.line, "number": target.number})
    return None


def _holds(found: Recommendation, decision: Decision) -> bool:
    target = decision.target
    texts = [text for text in found.texts if target.part in (None, text.part)]
    return bool(texts) and (target.state is None or any(target.state in text.states for text in texts))


def _apply(decision: Decision, listed: Sequence[Recommendation]) -> list[Recommendation]:
    """The list with one correction. A text that gets another number follows the texts already there."""
    number, part = decision.target.number, decision.target.part
    states = dict(decision.said).get("states")
    new_number = decision.words("new_number") or number
    old = next(each for each in listed if each.number == number)
    chosen = [text for text in old.texts if part in (None, text.part)]
    if states is not None:
        codes = tuple(code for code in str(states).split(";") if code)
        chosen = [replace(text, states=codes) for text in chosen]
    if new_number == number:
        by_part = {text.part: text for text in (*old.texts, *chosen)}
        return [replace(old, texts=tuple(by_part.values())) if each is old else each for each in listed]
    rest = [text for text in old.texts if part is not None and text.part != part]
    before = next((each for each in listed if each.number == new_number), None)
    moved = _numbered(
        before or replace(old, number=str(new_number), texts=()), [*(before.texts if before else ()), *chosen]
    )
    kept = [_numbered(old, rest)] if rest else []
    others = [each for each in listed if each is not old and each is not before]
    return sorted([*others, *kept, moved], key=lambda each: _place_in(listed, each, old))


def _numbered(recommendation: Recommendation, texts: Iterable[Text]) -> Recommendation:
    """The recommendation with these texts, counted anew."""
    return replace(recommendation, texts=tuple(replace(text, part=part) for part, text in enumerate(texts, 1)))


def _place_in(listed: Sequence[Recommendation], each: Recommendation, old: Recommendation) -> tuple[int, object]:
    """The place in the list; what got a new number stands after the one it was taken from."""
    places = {known.number: place for place, known in enumerate(listed)}
    return places.get(each.number, places[old.number]), number_key(each.number)


def _answer(decision: Decision) -> Answer:
    words, said = decision.words("words"), dict(decision.said)
    position = decision.words("position")
    passage = Passage(None, decision.document, JsonPlace(f"/{decision.line - 1}"), words)
    return Answer(
        decision.review, decision.target, POSITION_OF[position], words, position, decision.words("explanation"),
        decision.words("stage"), decision.document, 0, decision.words("date") or None, passage,
        "oral" if said.get("oral") else "written",
    )  # fmt: skip
