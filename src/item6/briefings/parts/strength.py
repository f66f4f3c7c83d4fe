"""How strongly was asked: action categories, how each stands, and specific asks that are not supported."""

from __future__ import annotations

from item6.briefings.asks import SPECIFIC, Joint, asks_of, joint, strongest, varied
from item6.briefings.document import Block, Heading, Paragraph, Runs
from item6.briefings.parts.pictures import positions_of, strength_picture, within
from item6.briefings.phrases import joined, of_unit, say, words
from item6.briefings.subject import Subject
from item6.terms.answers import NOTED, PARTLY, PENDING

_SHOWN = 3


def strengths(subject: Subject) -> list[Block]:
    """The share of specific asks, the picture, and the strongest that are noted; nothing where no category is known."""
    if subject.row is None or not any(subject.whole.places.values("action")):
        return []
    blocks: list[Block] = [Heading(words("strength.heading")), Paragraph(how_specific(subject))]
    if not subject.is_pending:
        counted = {action: positions_of(subject, within=within("action", str(action))) for action in (5, 4, 3, 2, 1)}
        blocks.append(strength_picture(subject, counted))
    blocks.append(Paragraph(say("strength.how"), "small"))
    specific = asks_of(subject, within("action", str(SPECIFIC)))
    open_ones = [each for each in strongest(joint(specific)) if each.position in (NOTED, PARTLY)]
    if open_ones:
        blocks.append(Heading(words("strength.open"), 2))
        blocks += [each.entry() for each in _of_most(open_ones)]
    elif subject.is_pending and specific:
        blocks.append(Heading(words("strength.pending"), 2))
        waiting = [each for each in strongest(joint(specific)) if each.position == PENDING]
        blocks += [each.entry() for each in _of_most(waiting)]
    return blocks


def _of_most(asks: list[Joint]) -> list[Joint]:
    return varied(sorted(asks, key=lambda each: -len(each.states)), _SHOWN)


def how_specific(subject: Subject) -> Runs:
    """How many ask for something specific, and how those stand; nothing where no category is known."""
    if not subject.whole.places.values("action"):
        return ()
    specific = within("action", str(SPECIFIC))
    count = subject.sure("specific")
    told = say(
        "strength.lead", count=count, received=of_unit(subject.sure("received")), share=subject.sure("specific_share")
    )
    if subject.is_pending or not count.numerator:
        return told
    noted = say("strength.noted", count=subject.sure("noted", within=specific),
                share=subject.sure("noted_share", within=specific), all=subject.sure("noted_share"))  # fmt: skip
    return joined(*told, *noted)
