"""When two names may be those of one organisation: an exact key, acronyms, slips. Suggested to a person only.

Likeness of whole names is not used: on public names of organisations it found fewer true pairs than the key, and many
wrong ones, since chapters of a network differ in one word. Nothing here merges anything.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from item6.organisations.folding import folded, words_of
from item6.organisations.likeness import misspelt
from item6.terms import states

LEGAL_FORMS = frozenset(
    """
    ab ag aisbl aps as asbl bv cic company corp corporation coop eood ev ez fcra ggmbh gmbh inc incorporated kft kg lda
    limited llc llp ltd mbh mtu nfp npc npo nv onlus oy plc pbc pte pty ry sa sarl sas sd sl spa srl stichting vzw zs
    ано нко ооо оо роо моо го бо οε αε αμκε εε 유한회사 주식회사 사단법인 재단법인
    """.split()
)
"""Words that say what an organisation is in law, folded."""
_LEGAL_ENDINGS = ("股份有限公司", "有限责任公司", "有限公司", "株式会社", "一般社団法人", "公益財団法人")
"""The same in scripts that set no space between words."""

_SMALL = frozenset("the and & et und y e i и و".split())
"""Articles and conjunctions."""
_SKIPPED = _SMALL | frozenset(
    """
    a an of for in on to at by with from de des du la le les l d en pour el los las del por para der die das fur von im
    zu di da do dos em no na per il lo gli dei della delle для по за в на من في على
    """.split()
)
"""Words whose first letters an acronym may leave out."""

_BRACKETS = re.compile(r"[(\[（【][^()\[\]（）【】]*[)\]）】]")
_PARTS = re.compile(r"\s+[-–—|/:]\s+|\s*[–—|]\s*|:\s+")
_ACRONYM = re.compile(r"[^\W\d_](?:[.\-]?[^\W_]){1,9}\.?")
_LEAST, _MOST_WITH_ACRONYM = 3, 12
"""Letters of an acronym that is compared; organisations of one acronym beyond which it tells nothing."""


WHY = ("name", "acronym", "spelling")
"""Why two may be one, the surest first."""


@dataclass(frozen=True, slots=True)
class Alike:
    """Two organisations that may be one. why: one of WHY, `name` for the same key. words: the two names that say so."""

    a: int
    b: int
    why: str
    words: tuple[str, str]


def key_of(name: str) -> str:
    """The key: folded words in order of the alphabet, without brackets, legal forms, articles and conjunctions.

    Of a name that is nothing else, all of its words.
    """
    whole = words_of(_without_brackets(name)) or words_of(name)
    kept = [each for each in map(_without_ending, whole) if each not in LEGAL_FORMS and each not in _SMALL]
    return " ".join(sorted(kept or whole))


def keys_of(name: str) -> frozenset[str]:
    """The key of a name, and that of what is left when an acronym is set apart: `HRR – Human Rights in Ruritania`."""
    found = {key_of(name)}
    parts = _PARTS.split(_without_brackets(name).strip())
    if len(parts) > 1:
        rest = [each for each in parts if not _is_acronym(each.strip())]
        if rest and len(rest) < len(parts):
            found.add(key_of(" ".join(rest)))
    return frozenset(filter(None, found))


def place_of(name: str) -> str | None:
    """ISO3 of the State that a bracket of the name holds: chapters of a network say so where they are."""
    inside = (found[0][1:-1].strip() for found in _BRACKETS.finditer(name))
    return next((code for each in inside if (code := states.find(each))), None)


def acronyms_of(name: str) -> frozenset[str]:
    """Acronyms that the name shows, folded: the whole name, a bracket, or a part set apart, in capitals."""
    shown = [name.strip(), *(found[0][1:-1].strip() for found in _BRACKETS.finditer(name))]
    shown += [each.strip() for each in _PARTS.split(_without_brackets(name))]
    return frozenset("".join(words_of(each)) for each in shown if _is_acronym(each) and states.find(each) is None)


def initials_of(name: str) -> frozenset[str]:
    """First letters of the words of the name: of all, and without small words."""
    without = _without_brackets(name)
    if _is_acronym(without.strip()):
        return frozenset()
    every = [each for each in words_of(without) if each not in LEGAL_FORMS]
    long = [each for each in every if each not in _SKIPPED]
    made = {"".join(each[0] for each in chosen) for chosen in (every, long)}
    return frozenset(each for each in made if len(each) >= _LEAST)


def alike(names: Mapping[int, Sequence[str]]) -> list[Alike]:
    """The pairs of organisations that may be one, each once: of the same key first, then by acronym, then misspelt.

    names: all names of each organisation, by its number. Two that say in brackets that they are in different States
    are not.
    """
    found: dict[tuple[int, int], Alike] = {}
    for pair in (*_by_key(names), *_by_acronym(names), *_by_spelling(names)):
        found.setdefault((pair.a, pair.b), pair)
    return sorted(found.values(), key=lambda pair: (WHY.index(pair.why), pair.a, pair.b))


def _by_spelling(names: Mapping[int, Sequence[str]]) -> Iterator[Alike]:
    telling = {number: [(name, _telling(name)) for name in said] for number, said in names.items()}
    for a, b, name, other in misspelt(telling):
        if len({place_of(name), place_of(other)} - {None}) < 2:
            yield Alike(a, b, "spelling", (name, other))


def _telling(name: str) -> list[str]:
    """The words of a name in its order, without brackets, legal forms and small words."""
    words = [_without_ending(each) for each in words_of(_without_brackets(name)) or words_of(name)]
    return [each for each in words if each not in LEGAL_FORMS and each not in _SKIPPED] or words


def _by_key(names: Mapping[int, Sequence[str]]) -> Iterator[Alike]:
    holders: dict[str, dict[int, str]] = defaultdict(dict)
    for number, said in names.items():
        for name in said:
            for key in keys_of(name):
                holders[key].setdefault(number, name)
    for held in holders.values():
        for a, b in combinations(sorted(held), 2):
            places = {place_of(held[a]), place_of(held[b])} - {None}
            if len(places) < 2:
                yield Alike(a, b, "name", (held[a], held[b]))


def _by_acronym(names: Mapping[int, Sequence[str]]) -> Iterator[Alike]:
    short = _holders(names, acronyms_of)
    long = _holders(names, initials_of)
    for acronym, held in short.items():
        others = long.get(acronym, {})
        if len(acronym) < _LEAST or len(held) + len(others) > _MOST_WITH_ACRONYM:
            continue
        for a, name in held.items():
            for b, other in others.items():
                if a != b:
                    first, second = sorted(((a, name), (b, other)))
                    yield Alike(first[0], second[0], "acronym", (first[1], second[1]))


def _holders(names: Mapping[int, Sequence[str]], of: Callable[[str], Iterable[str]]) -> dict[str, dict[int, str]]:
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for number, said in names.items():
        for name in said:
            for each in of(name):
                found[each].setdefault(number, name)
    return found


def _without_brackets(name: str) -> str:
    """Between letters of scripts that set no spaces, nothing is left of a bracket."""
    return _BRACKETS.sub(lambda found: "" if found[0][0] in "（【" else " ", name)


def _is_acronym(text: str) -> bool:
    """One word with at least two capitals and no more small letters than capitals: `HRR`, `H.R.R.`, `CAPLC`, `AIrr`."""
    if not _ACRONYM.fullmatch(text):
        return False
    capitals = sum(sign.isupper() for sign in text)
    return capitals >= 2 and capitals >= sum(sign.islower() for sign in text)


def _without_ending(word: str) -> str:
    ending = next((each for each in map(folded, _LEGAL_ENDINGS) if word.endswith(each) and word != each), "")
    return word.removesuffix(ending) if ending else word
