"""The words that tell what a number of a statement counts: of recommendations, of shares, of those who took part."""

from __future__ import annotations

import re

_TO = r"(?:accept|support|endors|approv|agree|enjoy|embrac|adopt|commit)"
_NOT = (
    r"(?:(?:did|does|do|has|have|had|was|were|is|are|been|be|could|can|would|will)\s*(?:not|n['’]t)|cannot|not|"
    r"un(?:able|willing)\s+to|declin\w+\s+to|refus\w+\s+to|fail\w*\s+to)"
)
_WHEN = r"(?:\w+ly\s+|been\s+|able\s+to\s+|be\s+|able to\s+|yet\s+|to\s+|taken\s+)"

_STATUS = (
    ("supported_or_in_part", r"(?:fully|entirely|wholly) (?:or|and|and/or) (?:partially|partly)(?:\s+\w+ed)?"),
    ("not_supported", rf"{_NOT}\s+{_WHEN}{{0,3}}{_TO}\w*|(?:non|un)[- ]?accepted|unsupported"),
    ("rejected", rf"{_NOT}\s+{_WHEN}{{0,2}}(?:follow|compl|consider)\w*(?:\s+through)?"),
    ("not_implemented", rf"(?:{_NOT}\s+{_WHEN}{{0,2}}implement\w*|no progress|ignored|unimplemented|done nothing)"),
    ("implemented_in_part", r"(?:partial(?:ly)?|partly)\s+(?:implement|complet|fulfil)\w*"),
    ("in_part", rf"(?:partial(?:ly)?|partly)(?:\s+{_TO}\w*)?|{_TO}\w*\s+(?:partial(?:ly)?|partly|in part)|in part\b"),
    ("pending", r"defer\w*|pending|examin\w*|under (?:\w+ )?(?:consideration|study|review|examination)|careful "
     r"consideration|no clear (?:position|response)|postpon\w*|respond(?:ed|ing)? to|provide (?:a )?responses?|"
     r"for (?:later|further) (?:study|response)|give consideration|kept open|left open"),
    ("rejected", r"reject\w*|dismiss\w*|refus\w*|oppos\w+|declin\w+|turn\w* down|disapprov\w*"),
    ("noted", r"noted\b|noting\b|notes?\b(?!\s+that|\s*:|\s+of\b)|(?:took|takes?|taken|taking) note"),
    ("supported", r"(?:given|received) (?:\w+ly |its )?support\w*"),
    ("supported", rf"{_TO}\w*\s+to\s+(?:\w+\s+)?(?:implement|receive|follow|fulfil)\w*"),
    ("implemented", r"implement\w*|fulfil\w*|complet\w+|carried out|acted (?:up)?on"),
    ("supported", rf"{_TO}\w*|welcom\w+|support|favou?r\w*"),
    ("received", r"receiv\w*|made\b|makes?\b|making\b|issu(?:ed?|ing)\b|given\b|gave\b|provided\b|presented\b|"
     r"submitt\w+|put forward|contain\w*|includ\w*|total(?:led|ed)? of|in total|formulated|addressed|faced|got\b|"
     r"list of|warrant\w*|report with|generat\w+|out of|total recommendations|offered|extended"),
)  # fmt: skip
"""Roles with the words of each, the first that stands at a place wins."""

STATUS = re.compile("|".join(f"(?P<s{at}>\\b(?:{words}))" for at, (_, words) in enumerate(_STATUS)), re.IGNORECASE)
"""Any word of a role."""


def role_of(found: re.Match[str]) -> str:
    """The role whose words a match of STATUS has."""
    return next(_STATUS[int(name[1:])][0] for name, words in found.groupdict().items() if words is not None)


_ADVERBS = r"(?:(?!partial)\w+ly\s+|also\s+|then\s+|since\s+|all\s+)*"
_BEING = r"(?:were|was|are|is|been|being|be|got|enjoy(?:s|ed|ing)?|had|have|has)"
ADJACENT = re.compile(
    rf"^\s*(?:of (?:them|these|those|which|the recommendations)\s+|others?\s+|more\s+|recommendations?\s+|total\s+)*"
    rf"(?:(?:{_BEING})\s+)*{_ADVERBS}(?={STATUS.pattern.replace('?P<', '?P<a')})",
    re.IGNORECASE,
)
"""What may stand between a number and the word of its role: `23 were noted`, `43 others under consideration`."""

PASSIVE = re.compile(
    rf"\b(?:{_BEING}\s+)+{_ADVERBS}(?={STATUS.pattern.replace('?P<', '?P<p')})"
    rf"|\b(?:recommendations?|ones)\s+(?:that\s+|which\s+)?(?:it|they|we|the \w+|[A-Z]\w+)\s+(?:had\s+|has\s+|have\s+)?"
    rf"(?={STATUS.pattern.replace('?P<', '?P<q')})|(?=\benjoy\w*\b)|(?=\bas (?:enjoying|accepted|noted|rejected))",
)
"""A verb after the number that says what became of what it counts."""

BARRIER = re.compile(
    r"\b(?:out )?of which\b|;|\bwhile\b|\bwhereas\b|\bof these\b|\bof those\b|—|\bamong (?:them|which)\b"
)
"""What begins another statement: words behind it are not about the number before it."""

RECOMMENDATIONS = re.compile(r"\b(?:re)?commendations?\b|\brecs\b", re.IGNORECASE)
REVIEW = re.compile(
    r"\bUPR\b|\bUniversal Periodic(?:al)? Review|\binteractive dialogue|\bWorking Group\b|\breview", re.I
)
"""What shows that a sentence is about the Universal Periodic Review."""

PLEDGES = re.compile(r"^\s*(?:\w+\s+){0,2}?(?:pledges|commitments)\b", re.IGNORECASE)
STATES = re.compile(
    r"^\s*(?:(?:different|other|foreign|participating|speaking|evaluating|recommending|of the|UN|U\.N\.|United|Nations|"
    r"\(UN\))\s+){0,4}(?:member[ -]?states?|states(?! of\b)|countries|governments|delegations|speakers|nations)\b",
    re.IGNORECASE,
)
SPOKE = re.compile(
    r"took the floor|taking the floor|take the floor|taken the floor|spoke\b|participat\w+|interven\w+|made statements|"
    r"making statements|deliver\w*|taken part|took part|speaking|speakers?\b|addressed",
    re.IGNORECASE,
)
"""Those who took part, not only those who recommended."""
RECOMMENDED = re.compile(r"\b(?:from|by)\s+(?:\w+\s+){0,4}$", re.IGNORECASE)

SIGNATORIES = re.compile(
    r"^\s*(?:(?:[A-Z][\w.’'-]*|independent|international|local|national|other|partner|like-minded|human|rights|civil|"
    r"society|non-?governmental|leading|different|global|regional|member|rights-based|women[’']s)\s+){0,5}?"
    r"(?:organi[sz]ations?|NGOs?|CSOs?|groups|associations|experts|rapporteurs|institutions|signatories|networks|"
    r"coalitions)\b",
)
IN_BRACKETS = re.compile(r"[\w’'.]\s*\((?:with )?$")
"""A number in brackets after what it is about."""

COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|up from|down from|(?:higher|lower|more|less|fewer) than (?:in )?"
    r"(?=(?:the |its |\d{4}\b))|"
    r"increas\w+ (?:of|by)|decreas\w+ (?:of|by)|drop\w* (?:of|by)|r[io]se (?:of|by)|against|as opposed to|"
    r"in contrast to|in comparison (?:with|to))",
    re.IGNORECASE,
)
"""From here on numbers are of another cycle, or of a change."""

TOPIC = re.compile(
    r"^\s*(?:[\w-]+\s+){0,3}?recommendations?\s+(?:received\s+|made\s+)?(?:(?:that|which)\s+)?(?P<link>on\b"
    r"(?! (?:a |the )?(?:whole|wide|broad|various))|regarding|relat(?:ed|ing) to|concerning|about|"
    r"call(?:ed|ing|s)? (?:for|on|upon)|dealt with|deal(?:ing)? with|address(?:ed|ing)?|ask(?:ed|ing) (?:for|it)|"
    r"urg(?:ed|ing)|for the|to abolish|to ratify|start(?:ing)? with)\s+(?P<topic>[^.;]{3,80})",
    re.IGNORECASE,
)
START = re.compile(
    r"^\s*(?:recommendations\s+)?(?:that\s+)?(?P<link>start(?:ed|ing)? with|call(?:ed|ing)? for|concern(?:ed|ing)?|"
    r"relat(?:ed?|ing) to|address(?:ed)?|deal(?:t|ing)? with|focus(?:ed)? on)\s+(?P<topic>[^.;]{3,80})",
    re.IGNORECASE,
)
GENERAL = re.compile(r"various|range|human rights (?:issues|concerns)|thematic|international level|whole|Geneva", re.I)
"""Topics that are none."""

NONE_OF = re.compile(
    r"\b(?:none of (?:the|which|these|those|its)|not a single|not any|(?:did|does|has|have) not (?:\w+ )?accept(?:ed)? "
    r"any|(?:reject|accept|not|support|dismiss)\w* (?:\w+ )?all (?:\w+ )?(?:recommendations|those|of the)|"
    r"all (?:\w+ )?recommendations [^.;]{0,60}?but one|all but (?:one|two|three)|"
    r"and all (?:of )?those\b(?= (?:\w+ ){0,2}(?:by|from)))",
    re.IGNORECASE,
)
RANK = re.compile(
    r"\b(?:the |is |as |being )?(?P<place>(?:second|third|fourth|fifth)[- ])?(?P<best>highest|largest|biggest|lowest)\b"
    r"(?: \w+){0,3} (?:number|proportion|share|rate|amount|recommendations)|\btop (?P<top>three|five|ten|two)\b|"
    r"\b(?:broke|previous|set|new|held) (?:the |a )?record\b|\bfirst (?:State|country)\b(?= (?:\w+ ){0,4}to)|"
    r"\bmost recommendations\b|\btops the\b|\bleaders are\b|\bdrew the most\b|"
    r"\b(?:most|highest) \w+ (?:ever|in history)",
    re.IGNORECASE,
)
