"""The State's words for each class of answer, in English, French and Spanish: the table that everything is read by.

What stands first in a table claims its words first: a refusal holds the words of an acceptance ("cannot accept").
`N` stands where the text has a list of numbers.
"""

from __future__ import annotations

import re

LIST = "Ж"
"""Stands for a list of numbers in the words that are looked at; a letter of no language that is read."""


def telling(*patterns: str) -> re.Pattern[str]:
    """One pattern of several, any white space for each space, `N` for a list of numbers."""
    joined = "|".join(patterns).replace(" ?", r"\s*").replace(" ", r"\s+").replace("N", LIST)
    return re.compile(joined, re.IGNORECASE)


def words(*patterns: str) -> re.Pattern[str]:
    """`telling` of patterns that all begin where a word does, which is asked once for all of them."""
    return telling(rf"\b(?:{'|'.join(patterns)})")


def of_lower_case(pattern: re.Pattern[str]) -> re.Pattern[str]:
    """The pattern for words in lower case, which is found in a third of the time."""
    return re.compile(pattern.pattern.replace(LIST, LIST.lower()))


_REC = (
    r"(?:the |these |this |those |its |following |above |all |other |both |with appreciation |\d+ |remaining |"
    r"(?:first |second |third |last |latter )*(?:part|half)s? of )*"
    r"(?:recommendations?|recs?\b|N\b)"
)
_ENGLISH = (
    (
        "accepted_in_part",
        telling(
            r"\b(?:partial(?:ly)?|partly) (?:accept|support|enjoy|agree|not(?:es|ed))\w*",
            r"\b(?:accept|support|agree)(?:s|d|ed)?[ -](?:\w+ ){0,4}?(?:in[ -]part|partially|partly)\b",
            r"\baccept(?:s|ed)? (?:only )?(?:a |the first |the second )?parts? of\b",
            r"\benjoys? (?:\w+ ){0,3}?partial support\b|\benjoys? (?:[\w’']+ ){1,7}?(?:in part|partially)\b",
            r"\bpartial (?:acceptance|support)\b",
            r"\b(?:accepted|supported)/noted\b",
            r"\bN,? \W?in part\b(?! because| due)",
        ),
    ),
    (
        "accepted_in_principle",
        telling(
            r"\b(?:accept|support|agree)\w*,?[ -](?:[\w’']+,? ){0,5}?in[ -]principle\b",
            r"\bin principle,? (?:accept|support|agree)\w*",
            r"\bin principle\b(?=,? \W?N\b)|\bN,? \W?in principle\b",
        ),
    ),
    (
        "no_answer",
        telling(
            r"\b(?:cannot|can not|could not),?(?:[^.;]{0,40}?) make a definitive statement",
            r"\b(?:is|are|remains?|still) under (?:consideration|examination|review by the government)\b",
            r"\b(?:is|are|remains?) (?:still|currently) being (?:considered|examined|studied)\b",
            r"\b(?:will|shall) (?:be )?(?:further )?(?:considered|examined|studied) (?:at a later|in due|before|by)\b",
            r"\bresponses? will be (?:provided|given|submitted)\b",
            r"\b(?:no|not yet an?|cannot take an?|not yet (?:taken|in a position to take) a) "
            r"(?:final |definitive )?"
            r"position on\b",
        ),
    ),
    (
        "rejected",
        words(
            r"(?:do|does|did|can|could|is|are|was|were|has|have|will|would|shall|may)(?: ?not|n[’']t)"
            r"(?:,? at (?:this|present|the present)[^,;.]{0,30},?)?"
            r"(?: be| been| in a position to| able to| yet| currently| fully| ready to| prepared to| therefore)* "
            r"(?:accept|support|agree|endors|enjoy|approv|favour|in favour)\w*",
            r"(?:accept|support|endorse)s? neither\b",
            r"cannot,?(?: (?:at (?:this|present)|for|because of|owing to)[^,;.]{0,40},?)?"
            r"(?: be| fully| currently| therefore)* (?:accept|support|agree|endors|enjoy)\w*",
            r"not(?: (?:(?!only )\w+ly|yet|able|be|been|in a position|to|prepared|ready|willing|now|hereby))* "
            r"(?:accept|support|agree|endors|enjoying|enjoy the|enjoy its|"
            r"meet (?:with )?(?:the|its)|meeting|have (?:the |its )?support|receiv|command)\w*",
            r"unable to (?:accept|support)|disagrees?\b|opposed to N",
            r"recommendations? (?:which|that) [^.;:]{0,40}?\breject(?:s|ed)?\b",
            r"(?:is|are) not in a position to\b",
            rf"(?:reject|refuse)(?:s|ed|d|ing)?:? {_REC}",
            r"(?:is|are|was|were|be|been|being|and|hereby|therefore) rejected\b|N\W+rejected\b",
            r"rejected(?= ?[:–-] ?(?:N|rec))|rejected recommendations?\b|rejects (?:it|them)\b",
            r"(?:not|neither) (?:accepted|supported|acceptable|endorsed)\b",
            r"unacceptable\b",
            rf"declines? (?:to accept|{_REC})",
        ),
    ),
    (
        "disputed",
        telling(
            r"\b(?:N|recommendations?|is|are|was|were|it|this),? (?:is |are |was |were |considered )*"
            r"(?:out of date|outdated|not relevant|irrelevant|inapplicable|not applicable|incomprehensible|"
            r"factually (?:wrong|incorrect)|based on (?:false|wrong|incorrect|inaccurate))\w*",
            r"\bdisputes? (?:the premises? of )?(?:the |this |these )*(?:recommendations?|N\b)",
        ),
    ),
    (
        "noted",
        words(
            rf"not(?:es|e|ed|ing):? (?:only |simply )?{_REC}",
            r"(?:takes?|taken|took|taking) (?:due )?note(?! that)\b",
            r"notes? (?:it|them)\b",
            r"(?:is|are|was|were|be|been|has been|have been|now|and|merely|only|simply|N|hereby|duly|therefore) "
            r"(?:duly )?noted\b(?! that| in (?:the|its|our))",
            r"N\W+noted\b(?! that)|recommendations?,? (?:that |which |\w+ ){0,3}?noted\b(?! that)",
            r"(?<=[:–—]\s)noted\b(?! that)",
            r"noted(?= ?[:–-] ?(?:N|rec))",
        ),
    ),
    (
        "accepted",
        words(
            r"accept(?:s|ed|ing|able)?\b",
            rf"support(?:s|ed|ing)?:? (?:fully )?{_REC}|approv(?:es?|ed|ing) {_REC}",
            r"(?:is|are|was|were|be|been|now|immediately|fully|N|hereby|and|therefore) (?:fully )?supported\b(?! by)",
            r"N\W+supported\b",
            r"supported(?= ?[:–-] ?(?:N|rec))",
            r"supports (?:it|them)\b",
            r"enjoy(?:s|ed|ing)? (?:the |its |our |their )?(?:full )?support\b",
            r"(?:has|have|having|with) the (?:full )?support of\b|(?:has|have) [\w-]+[’']s? (?:full )?support\b",
            r"(?:is|are) in a position to (?:accept|support)\b",
            rf"agrees? (?:to|with) {_REC}|concurs? with {_REC}|endors(?:es?|ed) {_REC}|"
            rf"support (?:for|to|of) {_REC}|(?:is|are|N) (?:fully )?endorsed\b",
            r"express(?:es|ed)? (?:its |their |our )?(?:full )?support\b",
            r"meets? (?:with )?(?:the |its |our )?(?:full )?(?:approval|support|agreement)\b",
            r"enjoy(?:s|ed|ing)? (?:[\w-]+[’']s? )(?:full )?support\b",
        ),
    ),
)
_REC_FR = r"(?:les? |la |l\W|ces |cette |toutes |suivantes? |aux? )*(?:recommandations?|N\b)"
_FRENCH = (
    (
        "accepted_in_part",
        telling(
            r"\b(?:accept|appu)\w* (?:[\w’']+ ){0,4}?(?:qu[’'])?(?:en partie|partiellement)\b",
            r"\b(?:partiellement|en partie) (?:accept|appuy)\w*",
            r"\bacceptation partielle\b|\bN,? \W?(?:en partie|partiellement)\b",
        ),
    ),
    (
        "accepted_in_principle",
        telling(r"\b(?:accept|appu)\w* (?:[\w’']+ ){0,5}?(?:en|sur le) principe\b", r"\bN,? \W?en principe\b"),
    ),
    (
        "no_answer",
        telling(
            r"\b(?:sont|est|restent?|demeurent?) (?:encore |actuellement |toujours )?"
            r"(?:à l\W(?:examen|étude)|en cours d\Wexamen)\b",
            r"\bn[’'e] ?(?:a|est) pas (?:encore )?(?:pris|en mesure de prendre) (?:de )?position\b",
        ),
    ),
    (
        "rejected",
        telling(
            r"\bn[e’']? ?(?:peu[tx]|peuvent|saurai(?:t|ent)|est|sont)(?: donc)?"
            r"(?: pas| être| en mesure d[’'e]| malheureusement)* ?"
            r"(?:accept|appuy|approuv|adhér|souscri)\w*",
            r"\bn[’'] ?(?:accepte|appuie|approuve|adhère)\w*|\bne pas (?:accepter|appuyer|soutenir|approuver)\b",
            r"\bn[’'e] ?\w+ pas favorables?\b",
            r"\bne (?:recueill|bénéfici|souscri|rencontr)\w* pas\b",
            r"\b(?:rejet(?:te|tent|ée?s?|ons)|refus(?:e|ent|ée?s?))\b",
            r"\bnon (?:acceptée?s?|appuyée?s?)\b|\bn.ont pas été acceptée?s?\b|\bn.est pas acceptée\b",
        ),
    ),
    (
        "noted",
        telling(
            r"\b(?:prend|prends|prennent|prenons|prendre|prise?s?) "
            r"(?:en |bonne |dûment |simplement )*(?:note|acte)(?! que| du fait)\b",
            r"\b(?:est|sont|été|dûment|N|et) (?:simplement )?notées?\b|\bN\W+notées?\b",
            rf"\bnotées?(?= ?[:–-] ?(?:N|rec))|\brecommandations? notées?\b|\bnote {_REC_FR}",
        ),
    ),
    (
        "accepted",
        telling(
            r"\baccept(?:e|ent|ée?s?|ons)\b",
            rf"\bappu(?:ie|ient|yons) {_REC_FR}|\bl(?:es|’|')? ?appuie\b",
            r"\b(?:est|sont|été|N) appuyées?\b|\bN\W+appuyées?\b|\bappuyées?(?= ?[:–-] ?(?:N|rec))|"
            r"\brecommandations? appuyées?\b",
            r"\b(?:recueill\w+|bénéfici\w+|rencontr\w+|reçoi\w+|emport\w+) (?:de )?"
            r"(?:l\W(?:appui|adhésion|assentiment|agrément)|le soutien|du soutien)",
            rf"\b(?:souscrit|souscrivent|adhère|adhérons|favorables?(?: à)?|accepter|soutient|approuve) "
            rf"{_REC_FR}",
            r"\b(?:accord|apport|donn|exprim)\w* (?:tout )?son (?:plein )?(?:appui|soutien|adhésion|accord)\b",
        ),
    ),
)
_REC_ES = r"(?:las? |estas? |todas |siguientes |de |a )*(?:recomendaci(?:ón|ones)|N\b)"
_SPANISH = (
    (
        "accepted_in_part",
        telling(
            r"\b(?:acept|apoya)\w* (?:\w+ ){0,4}?(?:en parte|parcialmente)\b",
            r"\b(?:parcialmente|en parte) (?:acept|apoya)\w*",
            r"\baceptación parcial\b|\bN,? \W?(?:en parte|parcialmente)\b",
        ),
    ),
    (
        "accepted_in_principle",
        telling(r"\b(?:acept|apoya)\w* (?:\w+ ){0,5}?en principio\b", r"\bN,? \W?en principio\b"),
    ),
    (
        "no_answer",
        telling(
            r"\b(?:está|están|siguen?|quedan?|continúan?) (?:aún |todavía )?(?:en estudio|en examen|pendientes?)\b",
            r"\bno ha (?:adoptado|tomado) (?:aún |todavía )?(?:una )?posición\b",
        ),
    ),
    (
        "rejected",
        telling(
            r"\bno (?:se )?(?:las? )?(?:acept\w*|apoya\w*|(?:puede|pueden|podemos)(?: ser)? (?:acept|apoy)\w*|"
            r"(?:cuenta|cuentan) con (?:el|su) apoyo|(?:goza|gozan) del?|"
            r"est[áa]n? en condiciones de (?:acept|apoy)\w*|"
            r"(?:puede |pueden )?(?:da|dar|presta|prestar|brinda|brindar|otorga|otorgar) su apoyo)",
            rf"\brechaza(?:n|mos)? {_REC_ES}|\b(?:se|la|las) rechazan?\b|"
            r"\b(?:son|fueron|sido|es|fue|están?|quedan?|y|N) rechazadas?\b|\bN\W+rechazadas?\b|"
            r"\brechazadas?(?= ?[:–-] ?(?:N|rec))|\brecomendaci(?:ón|ones) rechazadas?\b",
            r"\bno (?:son|es|han sido|fueron|ha sido) (?:acept|apoya)\w*|\bno aceptadas?\b",
        ),
    ),
    (
        "noted",
        telling(
            r"\b(?:toma|toman|tomamos|tomado|tomó|tomar) (?:debida |buena )?nota(?! de que)\b",
            r"\btomad[oa]s? nota\b|\b(?:N|son|quedan?|y) (?:meramente )?(?:notadas?|anotadas?)\b|"
            r"\bN\W+a?notadas?\b|"
            r"\ba?notadas?(?= ?[:–-] ?(?:N|rec))|\brecomendaci(?:ón|ones) a?notadas?\b",
        ),
    ),
    (
        "accepted",
        telling(
            rf"\bacepta(?:n|mos|das?|ble|bles|do)?\b|\b(?:aceptar|apoyar) {_REC_ES}",
            r"\b(?:da|dan|dar|presta|brinda|otorga|expresa|manifiesta)n? su (?:pleno )?apoyo\b",
            rf"\bapoya(?:n|mos)? {_REC_ES}|\b(?:la|las) apoyan?\b|\b(?:son|fueron|sido|es|N) apoyadas?\b|"
            r"\bN\W+apoyadas?\b|\bapoyadas?(?= ?[:–-] ?(?:N|rec))|\brecomendaci(?:ón|ones) apoyadas?\b",
            r"\b(?:cuenta|cuentan) con (?:el|su) (?:pleno )?apoyo",
            r"\b(?:goza|gozan) del? (?:su )?(?:pleno )?apoyo",
        ),
    ),
)
CLASSES_OF = {"en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH}
LANGUAGES = frozenset(CLASSES_OF)
