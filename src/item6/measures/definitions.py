"""The measures: every number that item6 gives, defined once.

A measure picks members of a scope (see `item6.measures.places`). A share is a measure over what was received. A
definition that changes what it counts gets a new version, so that a figure quoted before still says what it meant.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from item6.measures.places import Places
from item6.measures.tongue import ENGLISH, Tongue
from item6.terms.answers import NOTED, PARTLY, PENDING, SUPPORTED

SHARE = "_share"
"""Ends the name of the share of a measure: `not_supported_share`."""


@dataclass(frozen=True, slots=True)
class Measure:
    """One definition.

    title: what it is called in a table. said: the verb of a sentence, after "were". definition: one sentence.
    members: what it picks. answers: whether it rests on answers, so that nothing can be said while all is pending.
    in_words: whether it rests on the State's own words, which other people's readings do not have.
    """

    name: str
    title: str
    said: str
    definition: str
    members: Callable[[Places], int]
    answers: bool = True
    in_words: bool = False
    version: int = 1


def _position(*positions: str) -> Callable[[Places], int]:
    def members(places: Places) -> int:
        found = 0
        for position in positions:
            found |= places.with_("position", position)
        return found

    return members


def _class(*classes: str) -> Callable[[Places], int]:
    return lambda places: places.answered_with(classes)


_ALL_PARTS = "A number or text counts where the State says so of all its parts."

_DEFINED = (
    Measure("received", "received", "received", "Everything that the scope selects, in the unit.",
            lambda places: places.members, answers=False),
    Measure("supported", "supported", "supported",
            "What enjoys the support of the State under review as a whole (A/HRC/RES/5/1, annex, para. 32).",
            _position(SUPPORTED)),
    Measure("in_part", "supported in part", "supported in part",
            "Accepted in part or in principle, and numbers or texts whose parts were answered differently.",
            _position(PARTLY)),
    Measure("noted", "noted", "noted",
            "What is noted and not supported (A/HRC/RES/5/1, annex, para. 32), whatever words the State uses for it.",
            _position(NOTED)),
    Measure("pending", "pending", "still to be answered", "What no answer has been read to.",
            _position(PENDING), answers=False),
    Measure("not_supported", "not supported (noted or rejected)", "not supported (noted or rejected)",
            "What the State notes or rejects, in the UN's class: noted. What it supports in part is not in it.",
            _position(NOTED)),
    Measure("not_supported_or_in_part", "not fully supported", "not supported, or only in part",
            "What is noted or rejected, and what is supported in part only.", _position(NOTED, PARTLY)),
    Measure("accepted", "accepted in the State's words", "accepted in the State's words",
            f"What the State says it accepts, is putting into practice or has put into practice. {_ALL_PARTS}",
            _class("accepted", "accepted_being_implemented", "accepted_implemented"), in_words=True),
    Measure("implemented", "accepted as already done or being done", "accepted as already done or being done",
            f"What the State accepts and says it is putting, or has put, into practice. {_ALL_PARTS}",
            _class("accepted_being_implemented", "accepted_implemented"), in_words=True),
    Measure("rejected", "rejected in the State's words", "rejected in the State's words",
            f"What the State says it rejects, does not accept or cannot accept. {_ALL_PARTS}",
            _class("rejected"), in_words=True),
    Measure("noted_in_words", "noted in the State's words", "noted in the State's words",
            f"What the State says it notes, without saying that it rejects it. {_ALL_PARTS}",
            _class("noted"), in_words=True),
    Measure("disputed", "disputed in the State's words", "disputed in the State's words",
            f"What the State says rests on a mistake, or does not concern it. {_ALL_PARTS}",
            _class("disputed"), in_words=True),
    Measure("specific", "asking for something specific", "asking for something specific",
            "What asks for a specific measure: UPR Info's action category 5. A number counts where a text of it does.",
            lambda places: places.with_("action", "5"), answers=False),
)  # fmt: skip

MEASURES: Mapping[str, Measure] = MappingProxyType({measure.name: measure for measure in _DEFINED})
"""The measures by name, in the order of tables."""


@dataclass(frozen=True, slots=True)
class Other:
    """A measure that is no set of members: what it is called, and its definition."""

    name: str
    title: str
    definition: str
    version: int = 1


OTHERS: Mapping[str, Other] = MappingProxyType(
    {
        each.name: each
        for each in (
            Other("recommending_states", "recommending States",
                  "States that made at least one of the recommendations that the scope selects."),
            Other("speakers", "States that took the floor",
                  "States that the reports list as having made statements in the interactive dialogue."),
            Other("reviews", "reviews", "Reviews of which the scope selects anything."),
            Other("reversed_to_noted", "supported before, noted now",
                  "State-recommendations of the later review that are noted, where the same State's on the same issue"
                  " in the earlier review were all supported, and all of its on that issue are noted now."),
            Other("reversed_to_supported", "noted before, supported now",
                  "State-recommendations of the later review that are supported, where the same State's on the same"
                  " issue in the earlier review were all noted, and all of its on that issue are supported now."),
            Other("newly_supported", "supported since the report",
                  "What is supported as a whole and stood otherwise in the report of the Working Group."),
            Other("newly_in_part", "supported in part since the report",
                  "What is supported in part and stood otherwise in the report of the Working Group."),
            Other("newly_noted", "noted since the report",
                  "What is noted and stood otherwise in the report of the Working Group."),
        )
    }
)  # fmt: skip
"""Measures that count something else than members."""


def base_of(name: str) -> tuple[str, bool]:
    """The measure that a name is of, and whether it is its share. KeyError for an unknown name."""
    if name in MEASURES or name in OTHERS:
        return name, False
    base = name.removesuffix(SHARE)
    if base == name or base not in MEASURES or base == "received":
        raise KeyError(name)
    return base, True


def names() -> list[str]:
    """All names, shares among them."""
    shares = [f"{name}{SHARE}" for name in MEASURES if name != "received"]
    return [*MEASURES, *shares, *OTHERS]


SHARE_DEFINED = "As a share of all that was received: {definition}"
"""The definition of a share."""


def usual() -> list[str]:
    """Those that do not compare with an earlier review or stage, each with its share after it."""
    shares = [name for each in MEASURES for name in ([each, f"{each}{SHARE}"] if each != "received" else [each])]
    return [*shares, *(name for name in OTHERS if not name.startswith(("reversed", "newly")))]


def definition(name: str, tongue: Tongue = ENGLISH) -> str:
    """What a measure counts, in a sentence or two. KeyError for an unknown name."""
    base, share = base_of(name)
    text = MEASURES[base].definition if base in MEASURES else OTHERS[base].definition
    said = tongue.say("definition", text)
    if not share:
        return said
    return tongue.say("definition", SHARE_DEFINED).format(definition=f"{said[0].lower()}{said[1:]}")
