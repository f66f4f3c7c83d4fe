"""Which State, review and stage a claim speaks of: by its sentence, the sentences before it, the title, the date."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from item6.checks.claims import Claim
from item6.checks.cues import cues_of
from item6.checks.cycles import Known, Said, current_of_day, cycle_of_day, cycles_said, held, sessions_said
from item6.checks.dates import dates
from item6.checks.demonyms import named_states
from item6.checks.giving import givers
from item6.checks.language import language_of
from item6.checks.sentences import SentenceSpan
from item6.terms.names import ReviewName

_CLAUSE = 40
"""Setting: characters as which the end of a clause counts, between a claim and the cycle that is named for it."""
_UNSURE = 60
"""Setting: the same for a year or date that does not say that it is of a review."""


_OF_SESSIONS = ("average", "reviews")
"""Roles that are of several reviews together."""


@dataclass(frozen=True, slots=True)
class Context:
    """What the user says of a statement. state: ISO3 code. as_of: ISO date of the statement. Empty where not said."""

    state: str = ""
    cycle: int | None = None
    as_of: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class About:
    """What a claim is about. state: ISO3 code or empty. review: None where unsure. stage: stated, or empty.

    others: further reviews of this State that the sentence names. day: ISO date of the text, empty where it has none.
    session: of the Working Group, where the claim is about all of its reviews together; None elsewhere.
    """

    state: str = ""
    review: ReviewName | None = None
    stage: str = ""
    others: tuple[ReviewName, ...] = ()
    day: str = ""
    session: int | None = None


@dataclass
class _Thread:
    """What the sentences so far have been about."""

    state: str = ""
    cycles: dict[str, int] = field(default_factory=dict)
    date: str = ""
    session: int | None = None


def resolved(
    sentences: Sequence[SentenceSpan], claims: Iterable[Claim], context: Context, known: Mapping[str, Known]
) -> list[About]:
    """What each claim is about, in their order. claims: of these sentences, in order. known: reviews by State."""
    thread = _begun(context, known)
    mine: dict[int, list[Claim]] = {}
    for claim in claims:
        mine.setdefault(claim.sentence, []).append(claim)
    found: dict[Claim, About] = {}
    for at, sentence in enumerate(sentences):
        found |= _of_sentence(sentence, mine.get(at, ()), thread, context, known)
    return [found[claim] for each in mine.values() for claim in each]


def _begun(context: Context, known: Mapping[str, Known]) -> _Thread:
    """The thread as title and options begin it."""
    language = language_of(context.title)
    named = named_states(context.title, language)
    state = context.state or (named[0].iso3 if named else "")
    thread = _Thread(state, {}, context.as_of)
    thread.session = _session(context.title, language)
    said = cycles_said(context.title, state, known, cues_of(language))
    if state and said and not context.cycle:
        thread.cycles[state] = said[0].cycle
    return thread


def _of_sentence(
    sentence: SentenceSpan, claims: Sequence[Claim], thread: _Thread, context: Context, known: Mapping[str, Known]
) -> dict[Claim, About]:
    text, cues = sentence.text, sentence.cues
    gave = givers(text, cues)
    named = [
        each
        for each in named_states(text, sentence.language)
        if each.start not in gave and not cues.giver.search(text[: each.start])
    ]
    states = _states(sentence, claims, [(each.start, each.iso3) for each in named], thread.state)
    stage = "report" if cues.first_stage.search(text) else ""
    compared = cues.compared.search(text)
    found = {}
    for before, claim, state in zip([None, *claims], claims, states, strict=False):
        said = cycles_said(text, state, known, cues, _now(state, thread, known))
        said = [each for each in said if not _is_of_compared(each, before, claim, sentence)]
        cycle = _cycle(claim, claim.start - sentence.start, said, compared.start() if compared else len(text), sentence)
        if cycle is None:
            cycle = _fallback(claim, state, thread, context, known)
        elif claim.kind != "comparison":
            thread.cycles[state] = cycle
        review = ReviewName(state, cycle) if state and cycle else None
        named_too = dict.fromkeys(ReviewName(state, each.cycle) for each in said if state and each.cycle != cycle)
        found[claim] = About(state, review, stage, tuple(named_too), context.as_of)
    session = _session(text, sentence.language) or thread.session
    if session and not named and not context.state:
        found = {claim: replace(each, session=session) if not each.state or claim.role in _OF_SESSIONS else each
                 for claim, each in found.items()}  # fmt: skip
    _with_their_wholes(claims, found)
    _go_on(sentence, [each.iso3 for each in named], thread, known, context)
    return found


def _session(text: str, language: str) -> int | None:
    """The one session of the Working Group that a text names."""
    said = {number for _, _, number, is_council in sessions_said(text, cues_of(language)) if not is_council}
    return said.pop() if len(said) == 1 else None


def _with_their_wholes(claims: Sequence[Claim], found: dict[Claim, About]) -> None:
    """Gives a part the review of the number that it is a part of: `284 of the 346 recommendations`."""
    by_start = {each.start: each for each in claims}
    for claim in claims:
        whole = by_start.get(claim.whole) if claim.whole is not None else None
        if whole is not None:
            found[claim] = found[whole]


def _go_on(
    sentence: SentenceSpan, named: Sequence[str], thread: _Thread, known: Mapping[str, Known], context: Context
) -> None:
    """What the next sentences take from this one."""
    told, told_date = bool(context.cycle), bool(context.as_of)
    session = _session(sentence.text, sentence.language)
    thread.session = session or (None if named else thread.session)
    if named:
        thread.state = named[0]
    if not told_date and (not thread.date or sentence.cues.review.search(sentence.text)):
        days = [
            each.iso
            for each in dates(sentence.text, sentence.cues.dates)
            if len(each.iso) > len("2024") and each.iso[0] != "-"
        ]
        thread.date = days[-1] if days else thread.date
    said = [each for each in cycles_said(sentence.text, thread.state, known, sentence.cues) if each.sure]
    if said and thread.state and not told:
        thread.cycles[thread.state] = said[0].cycle


def _states(
    sentence: SentenceSpan, claims: Sequence[Claim], named: Sequence[tuple[int, str]], before: str
) -> list[str]:
    """The State of each claim: the last one named before it, else the first of the sentence, else that of before."""
    counts = [each for each in claims if each.kind in ("count", "share") and each.unit != "States"]
    if sentence.cues.respectively.search(sentence.text) and len(named) > 1:
        many = min(len(counts), len(named))
        pairs = zip(counts[-many:], named[-many:], strict=True) if many > 1 else ()
        in_turn = {claim: state for claim, (_, state) in pairs}
        return [in_turn.get(claim, named[0][1]) for claim in claims]
    said: list[str] = []
    for claim, after in zip(claims, [*claims[1:], None], strict=False):
        at, until = claim.start - sentence.start, after.start - sentence.start if after else len(sentence.text)
        earlier = [state for place, state in named if place < at]
        given = [state for place, state in named if at < place < until and _is_given(sentence, at, place)]
        said.append(given[0] if given else earlier[-1] if earlier else named[0][1] if named else before)
    return said


def _is_given(sentence: SentenceSpan, at: int, place: int) -> bool:
    """Whether a State behind a claim is the one that it was given to: `290 recommendations to Kenya`."""
    between = sentence.text[at:place]
    return bool(sentence.cues.recipient.search(between)) and not sentence.cues.clause.search(between)


def _cycle(claim: Claim, at: int, said: Sequence[Said], compared: int, sentence: SentenceSpan) -> int | None:
    """The cycle that a sentence names for a claim: behind the words of a comparison for what is compared."""
    if claim.kind == "comparison" and not claim.is_change:
        after = [each for each in said if each.start >= at] or [each for each in said if each.start > compared]
        return after[0].cycle if after else None
    mine = [each for each in said if each.start < compared] if at < compared else list(said)
    if claim.is_change:  # the cycle behind a change is the one that it is counted from
        earlier = [each for each in said if each.start < at]
        behind = [each.cycle + 1 for each in said if each.start >= at]
        return min(earlier, key=lambda each: at - each.start).cycle if earlier else next(iter(behind), None)
    if claim.kind == "date":
        own = [each for each in said if each.start == at]
        named = [each for each in mine if not each.is_date]
        mine = [each for each in named if each.start < at][-1:] or named[:1] or own or mine
    return min(mine, key=lambda each: _distance(each, claim, sentence)).cycle if mine else None


def _is_of_compared(said: Said, before: Claim | None, claim: Claim, sentence: SentenceSpan) -> bool:
    """Whether a cycle is that of the figure before, which is compared with: `from 150 in the second cycle to 200`."""
    if before is None or before.kind != "comparison" or before.is_change or claim.kind in ("comparison", "date"):
        return False
    return before.end <= sentence.start + said.start < claim.start


def _distance(said: Said, claim: Claim, sentence: SentenceSpan) -> int:
    """How far a cycle that is named stands from a claim: clauses between them, and years alone, count as words more."""
    start, end = claim.start - sentence.start, claim.end - sentence.start
    between = sentence.text[end : said.start] if said.start >= end else sentence.text[said.start : start]
    clauses = sum(1 for _ in sentence.cues.clause.finditer(between))
    return len(between) + _CLAUSE * clauses + (0 if said.sure else _UNSURE)


def _now(state: str, thread: _Thread, known: Mapping[str, Known]) -> int | None:
    """The review spoken of so far, else the one of the day of the text: what `the previous review` is counted from."""
    return thread.cycles.get(state) or (current_of_day(thread.date, held(state, known)) if thread.date else None)


def _fallback(claim: Claim, state: str, thread: _Thread, context: Context, known: Mapping[str, Known]) -> int | None:
    """The cycle where the sentence names none; one less for what it compares with."""
    cycle = context.cycle or thread.cycles.get(state)
    if cycle is None and thread.date and state:
        cycle = cycle_of_day(thread.date, held(state, known))
    if claim.kind == "comparison" and cycle and not claim.is_change:
        return cycle - 1 or None
    return cycle
