"""What was asked: the issues of a review, how many of each were received, and how they stand."""

from __future__ import annotations

from item6.briefings.document import Block, Column, Heading, Paragraph, Runs, Table, Text
from item6.briefings.parts.outcome import note, position_columns, shown_positions
from item6.briefings.parts.pictures import issues_picture, positions_of, within
from item6.briefings.phrases import in_a_row, number, say, words
from item6.briefings.subject import BOTH, Subject
from item6.measures.groups import Group, grouped
from item6.measures.places import Places

_TOP = 12
_DRAWN = 10


def topics_of(subject: Subject, most: int = _TOP) -> tuple[str, list[Group]]:
    """The key that topics are known by, and those of the review, the most frequent first; `` where none are known."""
    for key in ("issue", "theme"):
        found = said_of(subject.whole.places, key)
        if found:
            return key, found[:most]
    return "", []


def said_of(places: Places, key: str) -> list[Group]:
    """The labels of a key, the most frequent first, without those that are no topics."""
    return [each for each in grouped(places, key, ()) if is_topic(each.value)]


def is_topic(label: str) -> bool:
    """Whether a label says what was asked, and can stand in a filter, which quotes in it would end."""
    return label not in ("General", "Other") and '"' not in label


def issues(subject: Subject) -> list[Block]:
    """What was asked for most, as a sentence, a picture and a table."""
    if subject.row is None:
        return []
    key, groups = topics_of(subject)
    if not groups:
        return [Heading(words("issues.heading")), Paragraph(say("issues.unknown"))]
    blocks: list[Block] = [Heading(words("issues.heading")), Paragraph(most_asked(subject, key, groups))]
    if not subject.is_pending:
        refused = most_noted(subject, key, groups)
        if refused:
            blocks.append(Paragraph(refused))
        rows = [(each.value, positions_of(subject, within=within(key, each.value))) for each in groups[:_DRAWN]]
        blocks.append(issues_picture(subject, rows))
    blocks += [issue_table(subject, key, groups), Paragraph(say(f"issues.how_{key}"), "small")]
    return blocks


def most_asked(subject: Subject, key: str, groups: list[Group]) -> Runs:
    """What most numbers were on."""
    parts = [
        say("issues.one", issue=each.value, count=subject.sure("received", within=within(key, each.value)))
        for each in groups[:5]
    ]
    return say("issues.most", parts=in_a_row(parts))


def most_noted(subject: Subject, key: str, groups: list[Group]) -> Runs:
    """Issues of which the largest share is noted, of those with five or more; nothing where none is, or all pend."""
    if subject.is_pending:
        return ()
    shares = []
    for each in groups:
        chosen = within(key, each.value)
        share = subject.sure("noted_share", within=chosen)
        if each.received >= _ENOUGH and share.numerator and share.value is not None:
            shares.append((share.value, each.value, share))
    shares.sort(key=lambda found: (-found[0], found[1]))
    parts = [
        say("issues.share", issue=issue, count=subject.sure("noted", within=within(key, issue)),
            received=subject.sure("received", within=within(key, issue)), share=share)
        for _, issue, share in shares[:3]
    ]  # fmt: skip
    return say("issues.noted", parts=in_a_row(parts)) if parts else ()


_ENOUGH = 5
"""Recommendations of which a share says something."""


def issue_table(subject: Subject, key: str, groups: list[Group]) -> Table:
    """A row for each topic: received in both units, and how the numbers stand."""
    names = shown_positions(subject)
    columns = (
        Column(words(f"issues.column_{key}"), width=3.2),
        Column(words("column.received"), True),
        Column(words("column.pairs"), True),
        *position_columns(names),
    )
    rows: list[tuple[Runs, ...]] = []
    for each in groups:
        chosen = within(key, each.value)
        received = (subject.sure("received", unit, chosen) for unit in BOTH)
        counts = (subject.sure(name, within=chosen) for name in names)
        rows.append(((Text(each.value),), *((number(figure),) for figure in (*received, *counts))))
    return Table(words("issues.caption", title=subject.title), columns, tuple(rows), note(subject, *BOTH))
