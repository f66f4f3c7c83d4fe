"""Words that tell how a sentence of recommendations goes on after a bracket of States."""

from __future__ import annotations

import re

VERBS = frozenset(
    """
    abolish abrogate accede accelerate accept achieve acknowledge act adapt address adhere adjust adopt advance align
    allocate allow amend apply appoint approve assess avoid ban become begin bring build call carry cease clarify combat
    commit commute complete comply conclude condemn conduct consider consolidate consult continue cooperate create
    criminalise criminalize declare decriminalise decriminalize dedicate define deepen demonstrate design designate
    develop devote disseminate do draft draw elaborate eliminate embark empower enable enact encourage end enforce
    engage enhance ensure envisage eradicate establish evaluate examine exert expand expedite explore express extend
    facilitate fight finalise finalize find focus follow formalize formulate foster fulfil further give grant guarantee
    halt harmonise harmonize have hold honour identify implement impose improve include incorporate increase inform
    initiate institute integrate intensify introduce invest investigate invite issue join keep launch lift maintain
    make mainstream modify monitor move organise organize participate pass pay permit persevere prepare present
    preserve prevent prioritise prioritize proceed prohibit promote promulgate prosecute protect provide publish punish
    pursue put raise ratify realise realize recognise recognize reconsider redouble reduce reform refrain regulate
    reinforce reinstate release remove renew repeal replace report request respect respond restore review revise revoke
    safeguard seek set share sign speed start step stop strengthen strive study submit support suspend sustain tackle
    take train undertake update uphold urge use withdraw work
    """.split()
)
"""First words of recommendations, in the plain form."""

ADVERBS = frozenset(
    """
    actively also as effectively expeditiously favourably finally first formally fully further immediately likewise
    positively promptly quickly rapidly soon speedily strictly subsequently swiftly then thereby thereafter to urgently
    """.split()
)
"""Words that stand before the verb of a recommendation."""

_WORD = re.compile(r"[A-Za-z][\w’'-]*")


def starts_with_verb(words: str) -> bool:
    """Whether the words begin a further demand: "ratify", "to sign", "fully implement", "signing"."""
    for word in _WORD.findall(words[:80])[:3]:
        plain = word.lower()
        if plain in VERBS or _from_participle(plain):
            return True
        if plain not in ADVERBS:
            return False
    return False


def _from_participle(word: str) -> bool:
    """"ratifying" and "acceding" count as "ratify" and "accede"."""
    stem = word.removesuffix("ing")
    return stem != word and (stem in VERBS or stem + "e" in VERBS)
