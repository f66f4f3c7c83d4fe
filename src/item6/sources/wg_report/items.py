"""From the numbered skeleton to recommendations: items of lists, and places of the dialogue that lead-ins name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from item6.sources.brackets import Group, find_groups
from item6.sources.context import Context, Range
from item6.sources.wg_report.dialogue import Citation, Spoken, read_spoken
from item6.sources.wg_report.structure import Block
from item6.sources.wg_report.texts import Draft, split_texts
from item6.sources.wording import trim
from item6.terms.issues import Issue, issue
from item6.terms.recommendations import Recommendation, Text
from item6.terms.state_mentions import find_names

_FEW = 3
"""So many words after the last bracket are a slip or a heading; more are said to be left out."""


def listed(context: Context, block: Block, groups: Sequence[Group]) -> tuple[Recommendation, list[Issue]]:
    """The recommendation of an item of a list, and what was odd about it.

    groups: brackets of States in the item. A main paragraph without a list counts as an item of its own number.
    """
    number = f"{block.main}.{block.sub}" if block.sub else str(block.main)
    drafts, rest = split_texts(context.text, block.words, block.end, groups)
    texts = tuple(_text(context, part, draft) for part, draft in enumerate(drafts, 1))
    end = groups[-1].end if groups else block.end
    recommendation = Recommendation(number, block.printed, "listed", texts, context.passage((block.start, end)))
    return recommendation, list(_remarks(context, block, number, groups, rest))


def _text(context: Context, part: int, draft: Draft) -> Text:
    passage = context.passage(*_tight(context.text, draft.ranges))
    return Text(part, trim(passage.words), draft.states, draft.printed, passage)


def _tight(text: str, ranges: Sequence[Range]) -> Iterator[Range]:
    """Ranges without white space at their edges, so that a picture marks no empty line."""
    for start, end in ranges:
        words = text[start:end]
        left = len(words) - len(words.lstrip())
        yield (start + left, max(start + left, end - (len(words) - len(words.rstrip()))))


def _remarks(context: Context, block: Block, number: str, groups: Sequence[Group], rest: Range) -> Iterator[Issue]:
    place = context.place(block.start, number)
    if block.sub and block.printed.rstrip(".") not in (number, str(block.sub)):
        yield issue("item.number_corrected", place, {"printed": block.printed, "number": number})
    for group in groups:
        for spelling, state in group.near:
            yield issue("item.state_misspelled", place, {"spelling": " ".join(spelling.split()), "state": state})
        if group.leftover:
            yield issue("item.state_unknown", place, {"words": group.leftover})
    if not groups:
        yield issue("item.no_state", place)
    elif not any(letter.isalpha() for letter in context.text[block.words : groups[0].start]):
        yield issue("item.no_words", place)
    left = trim(context.wording.unfold(context.text[slice(*rest)]))
    if len(left.split()) > _FEW:
        yield issue("item.words_left", context.place(rest[0], number, left), {"words": left[:120]})


# "With regard to the recommendation of Switzerland reflected in paragraph 35"
_RECOMMENDATION_OF = re.compile(
    r"\s*(?:with\s+regards?\s+to|regarding|concerning)\s+the\s+recommendations?\s+of\s+(?:the\s+)?", re.IGNORECASE
)


def item_groups(context: Context, block: Block) -> list[Group]:
    """The brackets of recommending States in an item."""
    return find_groups(context.text, block.words, block.end, frozenset([context.review.state]))


def named_in_words(context: Context, block: Block) -> list[Group]:
    """The State that an item without brackets names as the one whose recommendation it takes up."""
    opening = _RECOMMENDATION_OF.match(context.text, block.words, block.end)
    named = find_names(context.text[opening.end() : opening.end() + 60]) if opening else ()
    if not named or named[0].start > 0:
        return []
    return [Group(block.end, block.end, (named[0].iso3,), (named[0].spelling,))]


def spoken(
    context: Context, paragraphs: Mapping[int, Range], citations: Sequence[Citation]
) -> tuple[list[Recommendation], list[Issue]]:
    """The recommendations that stand only in the dialogue, and an Issue for each place that was not found."""
    found, issues = [], []
    for citation in citations:
        parts = read_spoken(context.text, paragraphs, citation, context.review.state)
        texts = tuple(_spoken_text(context, part, said) for part, said in enumerate(parts, 1))
        if texts:
            ranges = [said.words for said in parts]
            passage = context.passage((ranges[0][0], ranges[-1][1]))
            found.append(Recommendation(citation.number, citation.number, "dialogue", texts, passage))
        else:
            issues.append(issue("dialogue.not_found", context.place(0, citation.number), {"number": citation.number}))
    return found, issues


def _spoken_text(context: Context, part: int, said: Spoken) -> Text:
    words = context.wording.words(said.words)
    for opening in ("that ", "to "):
        words = words.removeprefix(opening)
    named = " ".join(context.text[slice(*said.named)].split())
    return Text(part, words, (said.state,), (named,), context.passage(*_tight(context.text, [said.words]), said.named))
