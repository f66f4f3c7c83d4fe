"""Who recommended: regional groups, the States that made most, and how theirs stand."""

from __future__ import annotations

from item6.briefings.document import Block, Column, Heading, Paragraph, Runs, Table, Text
from item6.briefings.parts.outcome import note, position_columns, shown_positions
from item6.briefings.parts.pictures import states_picture, within
from item6.briefings.phrases import number, say, words
from item6.briefings.subject import BOTH, Subject
from item6.measures.groups import Group, grouped
from item6.terms.states import name_of

_TOP, _FEW = 15, 5
_PAIRS = BOTH[1]


def recommending(subject: Subject) -> list[Block]:
    """The picture with all of them, the groups, and those who made most."""
    if subject.row is None:
        return []
    places = subject.measured(_PAIRS).places
    found = _most_active(subject)
    if not found:
        return [Heading(words("states.heading")), Paragraph(who_recommended(subject))]
    made = {each.value: subject.sure("received", _PAIRS, within("by", each.value)) for each in found}
    blocks: list[Block] = [Heading(words("states.heading")), Paragraph(who_recommended(subject))]
    blocks.append(_table(subject, "group", grouped(places, "group", ())))
    top = [each for each in found if each.received > 1][:_TOP] or found[:_FEW]
    blocks.append(_table(subject, "by", top))
    if len(found) > len(top):
        blocks.append(Paragraph(say("states.others"), "small"))
    blocks.append(states_picture(subject, made))
    return blocks


def _most_active(subject: Subject) -> list[Group]:
    found = grouped(subject.measured(_PAIRS).places, "by", ())
    return sorted(found, key=lambda each: (-each.received, name_of(each.value)))


def who_recommended(subject: Subject) -> Runs:
    """How many States, how many spoke, and who made most."""
    found = _most_active(subject)
    if not found:
        return say("states.nobody")
    most = [each.value for each in found if each.received == found[0].received]
    first = subject.sure("received", _PAIRS, within("by", most[0]))
    told = say("states.lead", count=subject.sure("recommending_states"), pairs=subject.sure("received", _PAIRS))
    spoke = subject.sure("speakers")
    floor = say("states.floor", count=spoke) if spoke.value else ()
    if len(most) > 3 or first.numerator < 2:
        return (*told, *floor)
    names = ", ".join(map(name_of, most))
    return (*told, *floor, *say("states.most" if len(most) == 1 else "states.most_each", states=names, count=first))


def _table(subject: Subject, key: str, groups: list[Group]) -> Table:
    names = shown_positions(subject)
    if names:
        names = (names[0], "supported_share", *names[1:])
    columns = (
        Column(words(f"states.column_{key}"), width=3.0),
        Column(words("states.made"), True),
        *position_columns(names),
    )
    rows: list[tuple[Runs, ...]] = []
    for each in groups:
        chosen = within("by", each.value)
        figures = (subject.sure(name, _PAIRS, chosen) for name in ("received", *names))
        called = name_of(each.value) if key == "by" else each.value
        rows.append(((Text(called),), *((number(figure),) for figure in figures)))
    return Table(words(f"states.caption_{key}", title=subject.title), columns, tuple(rows), note(subject, _PAIRS))
