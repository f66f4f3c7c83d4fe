"""The table of what programs can ask: addresses, parameters, forms. Addresses, checks and OpenAPI are made from it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext_noop

from item6.measures.scope import ALL_STAGES
from item6.terms.figures import UNITS
from item6.web.explorer.order import ORDERS

_LONGEST = 2000
"""Signs of a filter, as on pages."""


@dataclass(frozen=True, slots=True)
class Parameter:
    """Something that can be asked. schema: what it may be, by which it is checked too; all are strings but integers."""

    name: str
    about: str
    schema: Mapping[str, Any]
    example: str = ""
    required: bool = False


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One address. path: below /api/v1, with its parameters in braces. form: the answer's, in api.schema.json."""

    name: str
    path: str
    summary: str
    about: str
    form: str
    example: str
    parts: Sequence[Parameter] = ()
    query: Sequence[Parameter] = field(default_factory=tuple)

    @property
    def pattern(self) -> str:
        """The regular expression of its address, without the first slash."""
        patterns = {part.name: part.schema["pattern"].strip("^$") for part in self.parts}
        filled = re.sub(
            r"\{(\w+)\}", lambda found: f"(?P<{found[1]}>{patterns[found[1]]})", re.sub(r"\.", r"\.", self.path)
        )
        return rf"^api/v1{filled}\Z"


_REVIEW = Parameter(
    "review", gettext_noop("State and cycle of the review."),
    {"type": "string", "pattern": "^[A-Z]{3}-[1-9][0-9]?$"}, "XRU-2",
)  # fmt: skip
_NUMBER = Parameter(
    "number", gettext_noop("Number of the recommendation; one of the draft gives what became of it."),
    {"type": "string", "pattern": "^[0-9][0-9a-z.()]{0,24}$"}, "115.1",
)  # fmt: skip
_CODE = Parameter("code", gettext_noop("ISO 3166-1 alpha-3 code."), {"type": "string", "pattern": "^[A-Z]{3}$"}, "CHE")
_Q = Parameter(
    "q", gettext_noop("A filter, as pages and commands understand it; left out, it selects everything."),
    {"type": "string", "maxLength": _LONGEST}, "state:XRU by:WEOG -position:supported",
)  # fmt: skip
_AFTER = Parameter(
    "after", gettext_noop("Where to go on: `next` of the page before, with the same filter and order."),
    {"type": "string", "pattern": r"^[0-9a-f]{16}\.[0-9a-f]{12}\.[0-9]{1,7}$"},
)  # fmt: skip


def _limit(usual: int, most: int, about: str) -> Parameter:
    return Parameter("limit", about, {"type": "integer", "minimum": 1, "maximum": most, "default": usual}, str(usual))


_PAGE = _limit(100, 500, gettext_noop("How many at most."))

ENDPOINTS = (
    Endpoint(
        "about", "/about", gettext_noop("The record that answers"),
        gettext_noop("Its hash, when it was built, what it holds, and the version of item6."), "about", "/about",
    ),
    Endpoint(
        "reviews", "/reviews", gettext_noop("All reviews"),
        gettext_noop("Every review of the record with its counts, by State and cycle."), "reviews", "/reviews",
    ),
    Endpoint(
        "review", "/reviews/{review}", gettext_noop("One review"),
        gettext_noop("Outcome, totals, speakers, problems and all recommendations, as `item6 show` gives them."
                     " Where only published totals are known, these."),
        "review", "/reviews/XRU-2", parts=(_REVIEW,),
    ),
    Endpoint(
        "recommendation", "/reviews/{review}/recommendations/{number}", gettext_noop("One recommendation"),
        gettext_noop("Its texts, the answers stage by stage as `item6 answers` gives them, and where each stands."),
        "recommendation", "/reviews/XRU-2/recommendations/115.1", parts=(_REVIEW, _NUMBER),
    ),
    Endpoint(
        "recommendations", "/recommendations", gettext_noop("What a filter selects"),
        gettext_noop("Numbered recommendations in pages. The pages of one list are of one record, even where a new"
                     " one is published in between."),
        "recommendations", "/recommendations?q=state:XRU&limit=2",
        query=(
            _Q,
            Parameter("order", gettext_noop("By name, the latest reviews first, by position, or the most specific"
                      " asks first."), {"type": "string", "enum": list(ORDERS), "default": ""}, "newest"),
            _AFTER, _PAGE,
        ),
    ),
    Endpoint(
        "count", "/count", gettext_noop("Figures of a filter"),
        gettext_noop("Measures of whatever a filter selects, as `item6 figures` gives them, without rows. The"
                     " reference of each opens it."),
        "count", "/count?q=state:XRU%20cycle:2&measure=supported,noted",
        query=(
            _Q,
            Parameter("measure", gettext_noop("Names of measures with commas between; left out, the usual ones."),
                      {"type": "string", "maxLength": _LONGEST}, "supported,noted_share"),
            Parameter("unit", gettext_noop("What is counted."),
                      {"type": "string", "enum": list(UNITS), "default": UNITS[0]}, "texts"),
            Parameter("stage", gettext_noop("Answers up to this stage; left out, all that are known."),
                      {"type": "string", "enum": list(ALL_STAGES)}, "report"),
            Parameter("as_of", gettext_noop("As known on a day."), {"type": "string", "format": "date"}, "2016-06-30"),
        ),
    ),
    Endpoint(
        "figure", "/figures", gettext_noop("A figure opened"),
        gettext_noop("Computes a figure again in the record that it names, with the names of its rows, the words and"
                     " pages of the first ones, and what changed since, as `item6 explain` does."),
        "figure",
        "/figures?ref=supported%401%3Funit%3Dnumbers%26stage%3Dlater%26as_of%3D%26scope%3Dstate%3AXRU%23{record}",
        query=(
            Parameter("ref", gettext_noop("The reference, whole and percent-encoded."),
                      {"type": "string", "minLength": 1, "maxLength": 4000}, required=True),
            _limit(20, 200, gettext_noop("How many rows are opened at most; the names are always all there.")),
        ),
    ),
    Endpoint(
        "state", "/states/{code}", gettext_noop("One State"),
        gettext_noop("Its reviews, whom it recommended to, and on what, as received and answered."),
        "state", "/states/CHE", parts=(_CODE,),
    ),
    Endpoint(
        "documents", "/documents", gettext_noop("The documents that were read"),
        gettext_noop("By file name, in pages."),
        "documents", "/documents", query=(_AFTER, _PAGE),
    ),
    Endpoint(
        "problems", "/problems", gettext_noop("What could not be taken as it stands"),
        gettext_noop("Issues of the build, those first that ask for something, in pages."), "problems", "/problems",
        query=(_AFTER, _PAGE),
    ),
)  # fmt: skip
"""Everything that programs can ask of the record."""

BY_NAME: Mapping[str, Endpoint] = {each.name: each for each in ENDPOINTS}
