"""The conclusions of a report: every list with its lead-in, what follows the lists, and the answers that both give."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import groupby

from item6.sources.context import Context
from item6.sources.wg_report.answers import Verdict, read_verdict
from item6.sources.wg_report.comments import is_comment, named_numbers
from item6.sources.wg_report.dialogue import Citation, find_paragraphs, read_citations
from item6.sources.wg_report.items import item_groups, listed, named_in_words, spoken
from item6.sources.wg_report.structure import Block
from item6.terms.answers import PENDING, POSITION_OF, SUPPORTED, Answer, Target
from item6.terms.issues import Issue, issue
from item6.terms.recommendations import Recommendation

_RECOMMENDS = re.compile(r"\brecommend", re.IGNORECASE)
_CONCLUSIONS = re.compile(r"\bconclusions\b", re.IGNORECASE)
_COLON = re.compile(r":\s*\n")


@dataclass
class Conclusions:
    """What was taken out of the conclusions so far, in printed order.

    unanswered: numbers of lists whose own lead-in gives no answer, for a later paragraph to answer.
    """

    recommendations: list[Recommendation] = field(default_factory=list)
    answers: list[Answer] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)
    numbers: set[str] = field(default_factory=set)

    def add(self, found: Recommendation) -> bool:
        """Take a recommendation, unless its number is taken already."""
        if found.number in self.numbers:
            return False
        self.numbers.add(found.number)
        self.recommendations.append(found)
        return True


def read_conclusions(context: Context, blocks: Sequence[Block], dialogue: tuple[int, int]) -> Conclusions:
    """Recommendations and answers of the conclusions.

    blocks: the numbered skeleton. dialogue: range of the summary of the dialogue, to which lead-ins refer.
    """
    result = Conclusions()
    for _, group in groupby(blocks, key=lambda block: block.main):
        head, *items = group
        _read_paragraph(context, result, head, items, dialogue, blocks[0].main)
    return result


def _read_paragraph(
    context: Context, result: Conclusions, head: Block, items: Sequence[Block], dialogue: tuple[int, int], first: int
) -> None:
    """One main paragraph with its list, if it has one."""
    text = context.text
    lead = text[head.words : head.end]
    verdict = read_verdict(text, head.words, head.end)
    if items and _CONCLUSIONS.search(lead) and not _RECOMMENDS.search(lead):
        result.issues.append(issue("list.conclusions", context.place(head.start, str(head.main))))
        return
    lead_cites = _citations(context, [(head.words, head.end)], first)
    agreed = verdict is not None and verdict.normalised == "accepted" and not lead_cites
    numbers, comments = _read_items(context, result, items, lead, agreed=agreed)
    cited = [] if numbers else lead_cites
    cited += _citations(context, [(block.words, block.end) for block in comments], first)
    if cited and (verdict or comments):
        numbers += _read_spoken(context, result, cited, dialogue)
    if not items and not cited:
        numbers += _read_alone(context, result, head)
    if numbers and verdict:
        _answer(context, result, verdict, numbers)
    elif numbers:
        result.unanswered += numbers
    elif verdict and not cited:
        _read_statement(context, result, verdict, head)


def _read_items(
    context: Context, result: Conclusions, items: Sequence[Block], lead: str, *, agreed: bool
) -> tuple[list[str], list[Block]]:
    """Take the items of a list; numbers that were taken, and items that are comments of the State.

    agreed: the lead-in says that the State accepts what follows; then nothing in the list is a mere comment.
    """
    numbers, comments = [], []
    for block in items:
        groups = item_groups(context, block)
        words = context.text[block.words : block.end]
        closes = bool(groups) and not words[groups[-1].end - block.words :].strip(" \n;.,")
        if not agreed and is_comment(words, context.reviewed_names, has_states=bool(groups), closes=closes, lead=lead):
            comments.append(block)
            continue
        groups = groups or named_in_words(context, block)
        recommendation, remarks = listed(context, block, groups)
        result.issues += remarks
        if result.add(recommendation):
            numbers.append(recommendation.number)
        else:
            place = context.place(block.start, recommendation.number, words)
            result.issues.append(issue("item.number_twice", place, {"number": recommendation.number}))
    return numbers, comments


def _citations(context: Context, ranges: Sequence[tuple[int, int]], first: int) -> list[Citation]:
    """Paragraphs of the dialogue named in the ranges; those of the conclusions themselves are not meant."""
    found = [citation for start, end in ranges for citation in read_citations(context.text, start, end)]
    return [citation for citation in found if citation.paragraph < first]


def _read_spoken(
    context: Context, result: Conclusions, cited: Sequence[Citation], dialogue: tuple[int, int]
) -> list[str]:
    paragraphs = find_paragraphs(context.text, (0, dialogue[1]))
    fresh = [citation for citation in cited if citation.number not in result.numbers]
    recommendations, issues = spoken(context, paragraphs, fresh)
    result.issues += issues
    return [recommendation.number for recommendation in recommendations if result.add(recommendation)]


def _read_alone(context: Context, result: Conclusions, head: Block) -> list[str]:
    """A single recommendation that follows its lead-in without a number of its own; it has the paragraph's."""
    colon = _COLON.search(context.text, head.words, head.end)
    if not colon:
        return []
    block = Block(head.main, 0, head.printed, head.start, colon.end(), head.end)
    groups = item_groups(context, block)
    if not groups:
        return []
    recommendation, remarks = listed(context, block, groups)
    result.issues += remarks
    return [recommendation.number] if result.add(recommendation) else []


def _read_statement(context: Context, result: Conclusions, verdict: Verdict, head: Block) -> None:
    """A paragraph after the lists: on numbers that it names, else on the lists that have no answer yet."""
    known = frozenset(result.numbers)
    mains = tuple(dict.fromkeys(int(n.partition(".")[0]) for n in known if "." in n))
    before = tuple(sorted(main for main in mains if main < head.main))
    named = named_numbers(context.text[head.words : head.end], known, before)
    before_run = 0
    for numbers, start, end in named:
        own = read_verdict(context.text, head.words + start, head.words + end)
        own = own or read_verdict(context.text, head.words + before_run, head.words + start) or verdict
        before_run = start
        _answer(context, result, own, _supported(result, numbers) if own.bare else numbers)
    if not named and result.unanswered:
        pending = read_verdict(context.text, head.words, head.end, only=PENDING)
        _answer(context, result, pending or verdict, result.unanswered)
        result.unanswered.clear()


def _supported(result: Conclusions, numbers: Sequence[str]) -> list[str]:
    """Those of the numbers that the State supports: only for them does "already implemented" add to the answer."""
    latest = {answer.target.number: answer.position for answer in result.answers}
    return [number for number in numbers if latest.get(number) == SUPPORTED]


def _answer(context: Context, result: Conclusions, verdict: Verdict, numbers: Sequence[str]) -> None:
    passage = context.passage((verdict.start, verdict.end))
    as_written = context.wording.unfold(context.text[verdict.at : verdict.end]).rstrip(" :.;")
    for number in numbers:
        result.answers.append(
            Answer(
                review=context.review,
                target=Target(number),
                position=POSITION_OF[verdict.normalised],
                as_written=as_written,
                normalised=verdict.normalised,
                explanation="",
                stage="report",
                document=context.sha256,
                revision=0,
                date=context.date,
                passage=passage,
            )
        )
