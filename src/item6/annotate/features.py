"""What the linear models see of a text: features, each a short string.

Issues: words, pairs of words, and flags of the written rules (which hold a colon or a bar, as no word does).
Action: the first words, where they stand, and the verbs with what follows them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from item6.annotate.action import Verb, Verbs
from item6.annotate.rules import TREATY, Signs

_MOST_FLAGGED = 5
"""Issues that the rules assert, from which on their number makes no difference."""

_HEAD = 8
_NEAR = 12
"""Words after a verb that belong to it."""


def word_features(words: Sequence[str]) -> list[str]:
    """Words and pairs of neighbours, each as often as it stands there."""
    return [*words, *(f"{one} {other}" for one, other in pairwise(words))]


def rule_features(signs: Signs) -> list[str]:
    """Flags of what the rules see, each once, sorted."""
    asserted = sorted(signs.issues)
    treaties = sum(each.kind == TREATY for each in signs.named)
    flags = {f"p:{sign.issue}:{sign.pattern}" for sign in signs.met}
    flags |= {f"h:{sign.issue}" for sign in signs.met if not sign.strong}
    flags |= {f"x:{issue}" for issue in signs.excluded}
    flags |= {f"n:{each.key}" for each in signs.named}
    flags |= {f"r:{issue}" for issue in asserted}
    flags |= {f"{one}|{other}" for place, one in enumerate(asserted) for other in asserted[place + 1 :]}
    flags |= {f"nt:{min(treaties, 4)}", f"ri:{min(len(asserted), _MOST_FLAGGED)}", f"s:{'|'.join(asserted)}"}
    return sorted(flags)


def action_features(words: Sequence[str], verbs: Verbs) -> list[str]:
    """First words and verbs, each once, sorted."""
    return sorted({*_first_words(words), *_verbs(words, verbs)})


def _first_words(words: Sequence[str]) -> Iterator[str]:
    for many in (1, 2, 3):
        yield f"f{many}:{' '.join(words[:many])}"
    for place, word in enumerate(words[:6]):
        yield f"{place}:{word}"
    head = words[: _HEAD + 1]
    for word in head[:_HEAD]:
        yield f"b:{word}"
    for one, other in pairwise(head):
        yield f"b:{one} {other}"


def _verbs(words: Sequence[str], verbs: Verbs) -> Iterator[str]:
    first, second = verbs.first, verbs.second
    kind = first.category if first else 0
    yield f"rule:{verbs.category}"
    yield f"verb:{kind}"
    yield f"verbs:{kind}{second.category if second else 0}"
    for verb in filter(None, (first, second)):
        yield from _with_object(words, verb, is_first=verb is first)
    for word, verb in verbs.means:
        yield f"means:{kind}{verb.category}"
        yield f"means:{kind}{word}{verb.category}"
        yield f"means:{kind}{words[verb.place]}"
    for word, verb in verbs.later:
        yield f"later:{kind}{word}{verb.category}"
    seen = sorted({verb.category for verb in verbs.known.values()})
    specific = sum(verb.category == max(seen) for verb in verbs.known.values()) if seen else 0
    yield f"all:{kind}:{''.join(map(str, seen))}"
    yield f"many:{kind}:{min(specific, 3)}"


def _with_object(words: Sequence[str], verb: Verb, *, is_first: bool) -> Iterator[str]:
    """The verb, and the verb with each word near it: “adopt ... law” is another act than “adopt ... measures”."""
    name = words[verb.place]
    yield f"{'v' if is_first else 'v2'}:{name}"
    after = words[verb.place + 1 :]
    for word in after[:_NEAR]:
        yield f"v:{name}+{word}"
    if is_first:
        for place, word in enumerate(after[:4], 1):
            yield f"v{place}:{name}+{word}"
        for word in after[_NEAR:]:
            yield f"far:{name}+{word}"
