"""Words that tell how a sentence of recommendations goes on after a bracket of States."""

from __future__ import annotations

import re

VERBS = frozenset(
    """
    abide abolish abrogate accede accelerate accept accord achieve acknowledge act adapt add address adhere
    adjust administer adopt advance agree align alleviate allocate allow amend amplify analyse analyze anchor
    answer apologize appeal apply appoint approve arrange ascertain ask assess assign assist assume assure
    attach attain attract avoid await award ban become begin bolster borrow bring broaden build call cancel
    capitalize carry cater cease change choose circulate clarify close codify collaborate collect combat comment
    commit commute compensate compile complete comply concentrate conclude condemn conduct confirm conform
    consent consider consolidate consult contemplate continue contribute convene cooperate coordinate correct
    counter create criminalise criminalize curb curtail decide declare decrease decriminalise decriminalize
    dedicate deepen defend define delegitimize deliver demobilize demonstrate denounce deploy derive design
    designate deter determine develop devote direct disaggregate disband discard disclose discontinue discuss
    dismantle display disseminate distribute diversify do double draft draw educate elaborate elevate eliminate
    embark emphasize employ empower enable enact encompass encourage end endeavour endorse enforce engage
    enhance enjoy enlarge enlist enrich enrol ensue ensure entrench entrust envisage envision equip eradicate
    erase escalate establish evaluate examine exchange exclude execute exempt exercise exert exhaust expand
    expedite expel explain exploit explore expose express extend facilitate favour fight fill finalise finalize
    find fix focus follow forge formalise formalize formulate forward foster free fulfil fulfill fund
    gather generate give go grant guarantee halt harmonise harmonize harness have heed help hire hold honour
    identify ignore illustrate implement impose improve incite include incorporate increase incriminate indicate
    induce inform infuse initiate inject insert insist inspect instil institute instruct integrate intensify
    internalize interpret intervene introduce invest investigate invite involve issue join justify keep launch
    lay lead learn legalize legislate lessen liberalize lift limit link listen lobby look lower mainstream
    maintain make maximize measure meet mend minimize mitigate mobilise mobilize moderate modernize modify
    monitor motivate move multiply negotiate normalize note notify nurture observe obtain offer open
    operationalise operationalize oppose optimize organise organize outlaw overcome overhaul override oversee
    pardon participate pass pave pay penalize perform permit persevere persist plan popularize prepare present
    preserve prevent prioritise prioritize privilege proceed produce professionalize prohibit prolong promote
    prompt promulgate propose prosecute protect provide publicise publicize publish punish pursue put quash
    question raise ratify re-establish reach react read readjust reaffirm realise realize reassess rebuild
    receive recognise recognize recommend reconcile reconsider reconstruct record recover recruit rectify
    redefine redirect redouble redress reduce refer reflect reform refrain refuse regard register regularize
    regulate rehabilitate reinforce reinstate reintegrate reinvigorate reiterate reject relax release relocate
    rely remain remedy remember remind remove render renew renounce reopen reorganize repair repatriate repeal
    replace reply report represent reprimand request rescind resettle resist resolve resort respect respond
    restart restore restrain restrict restructure resume retain rethink retract retrain return reunite revert
    review revise revisit revitalize revoke reward safeguard sanction satisfy save scale scrap screen secure
    seek sensitize separate serve set settle share shelter shorten show shut sign solicit solve specialize
    specify speed spread standardize start stay step stimulate stipulate stop streamline strengthen stress
    strive study submit subscribe subsidize substitute suggest supervise supply support suppress surrender
    suspend sustain swap synchronize systematize tackle take target teach terminate train transfer transform
    translate transmit transpose treat try turn uncover undertake update uphold uproot urge use utilise utilize
    vacate validate verify vet vote waive warrant welcome widen win withdraw work write
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
    for word in _WORD.findall(words[:80])[:4]:
        plain = word.lower()
        if plain in VERBS or _from_participle(plain):
            return True
        if plain not in ADVERBS:
            return False
    return False


def verb_phrase_end(words: str) -> int:
    """Offset after the leading verbs, with what joins them: "Sign and ratify| treaties", "Promote| child rights"."""
    end = 0
    for word in _WORD.finditer(words[:120]):
        plain = word[0].lower()
        verb = plain in VERBS or _from_participle(plain)
        if not (verb or plain in ADVERBS or plain in ("and", "or", "to")):
            break
        end = word.end() if verb else end
    return end


def ends_with_verb(words: str) -> bool:
    """Whether the last word is a verb that takes its object without "of": "ratify", "joining"."""
    last = _WORD.findall(words[-40:].lower())[-1:]
    return bool(last) and (last[0] in VERBS or _from_participle(last[0]))


def _from_participle(word: str) -> bool:
    """Whether it is the participle of one of VERBS: "ratifying", "acceding"."""
    stem = word.removesuffix("ing")
    return stem != word and (stem in VERBS or stem + "e" in VERBS)
