"""How States write their answers: each row the words of an addendum and the answers that they give."""

from __future__ import annotations

import pytest
from addendum_texts import told

LISTS = [
    ("Ruritania accepts recommendations 115.1, 115.2 and 115.4.", "accepted 115.1 115.2 115.4"),
    ("Ruritania accepts recommendation 115.1.", "accepted 115.1"),
    ("Ruritania accepts the following recommendations: 115.1, 115.2.", "accepted 115.1 115.2"),
    ("Ruritania supports recommendations 115.1–115.4.", "accepted 115.1 115.2 115.3 115.4"),
    ("Ruritania supports recommendations 115.1-4.", "accepted 115.1 115.2 115.3 115.4"),
    ("Ruritania supports recommendations 115.1 — 115.3.", "accepted 115.1 115.2 115.3"),
    ("Ruritania supports recommendations 115.1 to 115.3.", "accepted 115.1 115.2 115.3"),
    ("Ruritania supports recommendations 115.1 through 115.3.", "accepted 115.1 115.2 115.3"),
    ("Ruritania supports recommendations 115.1 up to 115.3.", "accepted 115.1 115.2 115.3"),
    ("Ruritania supports recommendations from 115.1 to 115.3.", "accepted 115.1 115.2 115.3"),
    ("Ruritania supports recommendations 115.9–\n115.11.", "accepted 115.9 115.10 115.11"),
    ("Ruritania supports recommendations 115.9\n–11 and 115.13.", "accepted 115.9 115.10 115.11 115.13"),
    ("Ruritania supports recommendations 115.9- 11,\n115.13.", "accepted 115.9 115.10 115.11 115.13"),
    ("Ruritania supports recommendations 115.9\ufffe11.", "accepted 115.9 115.10 115.11"),
    ("Ruritania supports recommendations 115.9 to\n115.11.", "accepted 115.9 115.10 115.11"),
    ("Ruritania supports recommendations 115.1,115.2,115.3-4.", "accepted 115.1 115.2 115.3 115.4"),
    ("Ruritania supports recommendations 115.1; 115.2; 115.3.", "accepted 115.1 115.2 115.3"),
    ("Ruritania supports recommendations 115.1/115.2/115.3.", "accepted 115.1 115.2 115.3"),
    ("Ruritania supports recommendations 115.1 & 115.2.", "accepted 115.1 115.2"),
    ("Ruritania supports recommendations 115.1 115.2 115.3.", "accepted 115.1 115.2 115.3"),
    ("Ruritania supports recommendations 115.1. 115.2. 115.3. It thanks all.", "accepted 115.1 115.2 115.3"),
    ("Ruritania supports recommendations 115.1., 115.2. and 115.3.", "accepted 115.1 115.2 115.3"),
    ("Ruritania supports recommendations 115.1, 2, 5–7 and 9.", "accepted 115.1 115.2 115.5 115.6 115.7 115.9"),
    ("Ruritania supports recommendations Nos. 115.1 and 115.2.", "accepted 115.1 115.2"),
    ("Ruritania supports recommendations number 115.1 and number 115.2.", "accepted 115.1 115.2"),
    ("Ruritania supports the recommendations in paragraphs 115.1 and 115.2.", "accepted 115.1 115.2"),
    ("Ruritania supports the recommendations contained in paragraphs 115.1 and 115.2.", "accepted 115.1 115.2"),
    ("Ruritania supports the recommendations listed under numbers 115.1 and 115.2.", "accepted 115.1 115.2"),
    ("Ruritania supports recommendation 115.1 as well as recommendation 115.2.", "accepted 115.1 115.2"),
    ("Ruritania supports recommendations 115.1, 115.2, 115.2 and 115.1.", "accepted 115.1 115.2"),
    ("Ruritania accepts recommendations 1–5, 14–\n16, 20.", "accepted 1 2 3 4 5 14 15 16 20"),
    ("Ruritania accepts recommendations 150 – 152, 159.", "accepted 150 151 152 159"),
    ("Ruritania accepts recommendations 1, 2 and 3.", "accepted 1 2 3"),
    ("Ruritania accepts recommendations No. 1, 2 and 3.", "accepted 1 2 3"),
    ("Ruritania accepts recommendations numbered 7 and 12.", "accepted 7 12"),
    ("Ruritania accepts recommendation 7, concerning prisons.", "accepted 7"),
    ("Ruritania accepts recommendation 7 concerning 12 prisons.", "accepted 7"),
    ("Ruritania accepts recommendations 1 and 2 of paragraph 71.", "accepted 71.1 71.2"),
    ("In paragraph 71, recommendations 1 and 2 are accepted.", "accepted 71.1 71.2"),
    ("Ruritania accepts recommendations 6.1, 6.2 and 6.10.", "accepted 6.1 6.2 6.10"),
    ("Ruritania accepts recommendations 115. 1 and 115.2, 115.3.", "accepted 115.1 115.2 115.3"),
    ("Ruritania accepts Recs. 115.1 and 115.2.", "accepted 115.1 115.2"),
    (
        "Ruritania accepts recommendations 115.1–3.\n2. It notes recommendation 115.4.",
        "accepted 115.1 115.2 115.3; noted 115.4",
    ),
]
CLASSES = [
    ("Ruritania notes recommendation 115.1.", "noted 115.1"),
    ("Ruritania takes note of recommendation 115.1.", "noted 115.1"),
    ("Ruritania takes due note of recommendations 115.1 and 115.2.", "noted 115.1 115.2"),
    ("Recommendations 115.1 and 115.2 are noted.", "noted 115.1 115.2"),
    ("Recommendation 115.1 has been noted.", "noted 115.1"),
    ("Recommendation 115.1 is supported.", "accepted 115.1"),
    ("Recommendation 115.1 enjoys the support of Ruritania.", "accepted 115.1"),
    ("The following recommendations enjoy the support of Ruritania: 115.1, 115.2.", "accepted 115.1 115.2"),
    ("Recommendations 115.1–2 do not enjoy the support of Ruritania.", "rejected 115.1 115.2"),
    ("Ruritania does not accept recommendation 115.1.", "rejected 115.1"),
    ("Ruritania does not support recommendation 115.1.", "rejected 115.1"),
    ("Ruritania cannot accept recommendation 115.1.", "rejected 115.1"),
    ("Ruritania can not accept recommendation 115.1.", "rejected 115.1"),
    ("Ruritania is not in a position to accept recommendation 115.1.", "rejected 115.1"),
    ("Ruritania is unable to accept recommendation 115.1.", "rejected 115.1"),
    ("Ruritania rejects recommendation 115.1.", "rejected 115.1"),
    ("Recommendations 115.1 and 115.2 are rejected.", "rejected 115.1 115.2"),
    ("Recommendation 115.1 cannot be accepted.", "rejected 115.1"),
    ("Recommendation 115.1 is not accepted.", "rejected 115.1"),
    ("Recommendation 115.1 is not supported.", "rejected 115.1"),
    ("Ruritania partially accepts recommendation 115.1.", "accepted_in_part 115.1"),
    ("Ruritania accepts recommendation 115.1 in part.", "accepted_in_part 115.1"),
    ("Ruritania accepts recommendation 115.1 partially.", "accepted_in_part 115.1"),
    ("Recommendations 115.1 and 115.2 are partially accepted.", "accepted_in_part 115.1 115.2"),
    ("Recommendation 115.1 is accepted in part.", "accepted_in_part 115.1"),
    ("Ruritania partly supports recommendations 115.1 and 115.2.", "accepted_in_part 115.1 115.2"),
    ("Ruritania accepts in principle recommendation 115.1.", "accepted_in_principle 115.1"),
    ("Ruritania accepts recommendation 115.1 in principle.", "accepted_in_principle 115.1"),
    ("Recommendation 115.1 is accepted in principle.", "accepted_in_principle 115.1"),
    ("Recommendation 115.1 is accepted and already implemented.", "accepted_implemented 115.1"),
    ("Ruritania accepts recommendation 115.1, which has already been implemented.", "accepted_implemented 115.1"),
    ("Ruritania accepts recommendation 115.1. It has already been implemented.", "accepted_implemented 115.1"),
    ("Ruritania accepts recommendation 115.1, which is being implemented.", "accepted_being_implemented 115.1"),
    (
        "Ruritania accepts recommendations 115.1–2. They are in the process of being implemented.",
        "accepted_being_implemented 115.1 115.2",
    ),
    (
        "Ruritania accepts recommendations 115.1–2 and considers that they are already implemented "
        "or in the process of "
        "implementation.",
        "accepted_being_implemented 115.1 115.2",
    ),
    ("Recommendation 115.1 is out of date.", "disputed 115.1"),
    ("Recommendation 115.1 is factually incorrect.", "disputed 115.1"),
    ("Recommendation 115.1 is still under consideration.", "no_answer 115.1"),
    ("Accepted: 115.1, 115.2. Noted: 115.3.", "accepted 115.1 115.2; noted 115.3"),
    ("Supported: 115.1, 115.2; noted: 115.3.", "accepted 115.1 115.2; noted 115.3"),
    ("Supported – 115.1 and 115.2; noted – 115.3.", "accepted 115.1 115.2; noted 115.3"),
    ("Ruritania agrees to recommendations 115.1 and 115.2.", "accepted 115.1 115.2"),
]
SEVERAL = [
    (
        "Ruritania accepts recommendations 115.1 and 115.2 and notes recommendation 115.3.",
        "accepted 115.1 115.2; noted 115.3",
    ),
    ("Ruritania accepts 115.1, 115.2 and notes 115.3.", "accepted 115.1 115.2; noted 115.3"),
    ("Ruritania accepts recommendation 115.1, notes recommendation 115.2.", "accepted 115.1; noted 115.2"),
    (
        "Ruritania accepts recommendations 115.1 and 115.2, partially accepts 115.3, and rejects 115.4.",
        "accepted 115.1 115.2; accepted_in_part 115.3; rejected 115.4",
    ),
    ("Recommendations 115.1 and 115.2 are accepted, 115.3 is noted.", "accepted 115.1 115.2; noted 115.3"),
    ("Recommendations 115.1 and 115.2 are accepted while 115.3 is noted.", "accepted 115.1 115.2; noted 115.3"),
    ("Recommendations 115.1 and 115.2 are accepted and 115.3 noted.", "accepted 115.1 115.2; noted 115.3"),
    ("Ruritania accepts recommendation 115.1, while 115.2 is noted.", "accepted 115.1; noted 115.2"),
    ("Recommendation 115.1 (accepted), recommendation 115.2 (noted).", "accepted 115.1; noted 115.2"),
    ("Recommendation 115.1: accepted; recommendation 115.2: noted.", "accepted 115.1; noted 115.2"),
    ("Recommendations 115.1 and 115.2 are accepted and noted respectively.", "accepted 115.1; noted 115.2"),
    (
        "Recommendations 115.1, 115.2 and 115.3 are accepted, noted and rejected, respectively.",
        "accepted 115.1; noted 115.2; rejected 115.3",
    ),
    ("Recommendations 115.1–3 and 115.5 are respectively accepted and noted.", ""),
    ("Recommendations 115.1, 115.2 and 115.3 are accepted and noted respectively.", ""),
    ("Ruritania accepts recommendations 115.1–115.5, except 115.3.", "accepted 115.1 115.2 115.4 115.5"),
    ("Ruritania accepts recommendations 115.1–5 (except 115.3).", "accepted 115.1 115.2 115.4 115.5"),
    ("Ruritania accepts recommendations 115.1–5, except for recommendation 115.3.", "accepted 115.1 115.2 115.4 115.5"),
    (
        "Ruritania accepts recommendations 115.1 to 115.5, with the exception of 115.2 and 115.3.",
        "accepted 115.1 115.4 115.5",
    ),
    (
        "Ruritania accepts recommendations 115.1–5 with the exception of recommendations 115.2 and "
        "115.3, which are noted.",
        "accepted 115.1 115.4 115.5; noted 115.2 115.3",
    ),
    (
        "With the exception of recommendation 115.3, Ruritania accepts recommendations 115.1–5.",
        "accepted 115.1 115.2 115.4 115.5",
    ),
    ("Except for 115.3, recommendations 115.1–5 are accepted.", "accepted 115.1 115.2 115.4 115.5"),
    ("Ruritania accepts recommendations 1–5, excluding 3.", "accepted 1 2 4 5"),
    (
        "All recommendations in 115.1–115.4 enjoy the support of Ruritania, except 115.2.",
        "accepted 115.1 115.3 115.4",
    ),
    ("Ruritania accepts the first part of recommendation 115.3.", "accepted_in_part 115.3"),
    ("Ruritania notes the second part of recommendation 115.3.", "accepted_in_part 115.3"),
    (
        "Ruritania accepts the first part of recommendation 115.3 and notes the second part of recommendation 115.3.",
        "accepted_in_part 115.3",
    ),
    (
        "Ruritania accepts recommendations 115.1, 115.2 and the first part of recommendation 115.3.",
        "accepted 115.1 115.2; accepted_in_part 115.3",
    ),
    (
        "Ruritania accepts recommendation 115.3. However, it cannot accept the second part.",
        "accepted_in_part 115.3",
    ),
    ("The second part of recommendation 115.3 is not accepted.", "accepted_in_part 115.3"),
    ("Recommendation 115.3 (a) is accepted, recommendation 115.3 (b) is noted.", "accepted_in_part 115.3"),
    (
        "Ruritania accepts recommendations 115.1 and 115.2. The second part of recommendation 115.2 is noted.",
        "accepted 115.1; accepted_in_part 115.2",
    ),
    (
        "Ruritania notes recommendations 115.1 and 115.2. Correction: recommendation 115.2 is accepted.",
        "noted 115.1; accepted 115.2",
    ),
    (
        "Ruritania accepts in principle recommendations 115.1 and 115.2 and notes 115.3.",
        "accepted_in_principle 115.1 115.2; noted 115.3",
    ),
    (
        "Ruritania accepts recommendation 115.1, which is being implemented, and recommendation "
        "115.2, which has already "
        "been implemented.",
        "accepted_being_implemented 115.1; accepted_implemented 115.2",
    ),
]
PROSE = [
    ("With regard to recommendation 115.3, Ruritania accepts it.", "accepted 115.3"),
    ("With regard to recommendation 115.3, Ruritania is not in a position to accept it.", "rejected 115.3"),
    ("As for recommendation 115.3, the Government takes note of it.", "noted 115.3"),
    ("Concerning recommendations 115.3 and 115.4, Ruritania accepts them in part.", "accepted_in_part 115.3 115.4"),
    ("Regarding recommendation 115.3 on prisons, it is accepted.", "accepted 115.3"),
    ("Recommendation 115.3 asks for a law. Ruritania accepts this recommendation.", "accepted 115.3"),
    ("Recommendation 115.3 asks for a law. The law would be the third. Ruritania notes it.", "noted 115.3"),
    ("Recommendations 115.3 and 115.4 concern prisons. These recommendations are rejected.", "rejected 115.3 115.4"),
    ("Regarding 115.1, Ruritania accepts it; regarding 115.2, Ruritania notes it.", "accepted 115.1; noted 115.2"),
    ("In response to recommendation 115.3, Ruritania accepts the recommendation.", "accepted 115.3"),
    ("Ruritania accepts recommendation 115.1 (see also recommendation 115.7).", "accepted 115.1"),
    ("Ruritania accepts recommendation 115.1. See also recommendations 115.7 and 115.8.", "accepted 115.1"),
    ("Ruritania accepts recommendation 115.1 and notes that it has 12 prisons.", "accepted 115.1"),
]
LABELS = [
    ("115.1 Accepted.\n115.2 Noted.\n115.3 Not accepted.", "accepted 115.1; noted 115.2; rejected 115.3"),
    ("115.1: Accepted\n115.2: Noted", "accepted 115.1; noted 115.2"),
    ("115.1 – Accepted\n115.2 – Noted", "accepted 115.1; noted 115.2"),
    ("115.1\nAccepted\n115.2\nNoted", "accepted 115.1; noted 115.2"),
    ("115.1.\nSupported\n115.2.\nNoted", "accepted 115.1; noted 115.2"),
    ("Rec. 115.1 Accepted.\nRec. 115.2 Noted.", "accepted 115.1; noted 115.2"),
    ("Rec. 18 Accepted.\nRec. 19 Noted.", "accepted 18; noted 19"),
    ("Recommendation 18: accepted.\nRecommendation 19: noted.", "accepted 18; noted 19"),
    ("Recommendation No. 18: Accepted.\nRecommendation No. 19: Noted.", "accepted 18; noted 19"),
    ("Recs. 6–8 Accepted.\nRec. 9 Noted.", "accepted 6 7 8; noted 9"),
    ("Response to recommendation 18: Accepted.", "accepted 18"),
    ("115.1–3 Accepted.\n115.4, 115.5 Noted.", "accepted 115.1 115.2 115.3; noted 115.4 115.5"),
    (
        "115.1 Build a school (Chile).\nAccepted\n115.2 Sell a ship (Peru, Mexico).\nNoted\nShips are few.",
        "accepted 115.1; noted 115.2",
    ),
    (
        "115.1 Accept the inquiry procedure (Chile).\nNot accepted\n115.2 Reject violence (Peru).\nSupported",
        "rejected 115.1; accepted 115.2",
    ),
    (
        "115.1. Build a school (Chile)\nPosition: Supported. Two were built.\n115.2. Sell a ship "
        "(Peru)\nPosition: Noted.",
        "accepted 115.1; noted 115.2",
    ),
    (
        "115.1 Ruritania accepts this recommendation.\n115.2 Ruritania cannot accept this "
        "recommendation, since it is late.",
        "accepted 115.1; rejected 115.2",
    ),
    (
        "115.1 Accepted, already implemented.\n115.2 Accepted; being implemented.",
        "accepted_implemented 115.1; accepted_being_implemented 115.2",
    ),
    (
        "115.1 Partially accepted.\n115.2 Accepted in part.\n115.3 Supported in principle.",
        "accepted_in_part 115.1 115.2; accepted_in_principle 115.3",
    ),
    (
        "1. Ruritania accepts the recommendation.\n2. Ruritania cannot accept the recommendation.\n"
        "3., 4. Ruritania accepts these recommendations.",
        "accepted 1 3 4; rejected 2",
    ),
    (
        "1. Ruritania accepts the recommendation.\n2., 3., Ruritania accepts these recommendations.\n4., 5.\n"
        "6. Ruritania notes the recommendation.\n7. Ruritania accepts the recommendation.",
        "accepted 1 2 3 4 5 7; noted 6",
    ),
    (
        "1. Ruritania accepts the recommendation on schools. Ruritania cannot accept the recommendation on ships.\n"
        "2. Ruritania accepts the recommendation.\n3. Ruritania accepts the recommendation.",
        "accepted_in_part 1; accepted 2 3",
    ),
    (
        "Ruritania accepts recommendations 115.1–3.\nRec. 115.1 It has been implemented.",
        "accepted_implemented 115.1; accepted 115.2 115.3",
    ),
    ("Ruritania accepts recommendations 115.1–3.\n115.2\nSee recommendation 115.9.", "accepted 115.1 115.2 115.3"),
    ("Ruritania notes recommendations 115.1–3.\n115.2\nThis has been implemented.", "noted 115.1 115.2 115.3"),
    ("Ruritania accepts recommendations 30 and 31.\nRec. 30 See recommendation 24.", "accepted 30 31"),
    ("115.1 Accepted.\nRuritania notes recommendations 115.7 and 115.9.", "accepted 115.1; noted 115.7 115.9"),
]
HEADINGS = [
    (
        "I. Accepted recommendations\n115.1, 115.2, 115.3\nII. Noted recommendations\n115.4",
        "accepted 115.1 115.2 115.3; noted 115.4",
    ),
    ("Accepted\n115.1, 115.2–4\nNoted\n115.5", "accepted 115.1 115.2 115.3 115.4; noted 115.5"),
    (
        "A. Supported recommendations\n115.1 Build a school (Chile)\n115.2 Build a bridge (Peru)\nB. "
        "Noted recommendations\n115.3 Sell a ship (Peru)",
        "accepted 115.1 115.2; noted 115.3",
    ),
    (
        "Recommendations that enjoy the support of Ruritania\n115.1\n115.2\nRecommendations that do "
        "not enjoy the support of Ruritania\n115.3",
        "accepted 115.1 115.2; rejected 115.3",
    ),
    ("Recommendations which are accepted and already implemented\n115.1\n115.2", "accepted_implemented 115.1 115.2"),
    ("Partially accepted recommendations\n115.1 The law says a part of it.", "accepted_in_part 115.1"),
    (
        "Noted recommendations\nRecommendation 115.1: The law is new.\nRecommendation 115.2: There is no law.",
        "noted 115.1 115.2",
    ),
    (
        "The following recommendations enjoy the support of Ruritania:\n115.1 Build a school "
        "(Chile);\n115.2 Build a bridge (Peru).\nThe following recommendations are noted:\n115.3 "
        "Sell a ship (Peru).",
        "accepted 115.1 115.2; noted 115.3",
    ),
    ("I. Accepted recommendations\n115.1, 115.2\nII. Other matters\n115.3, 115.4", "accepted 115.1 115.2"),
    ("Noted recommendations\n115.1\nAccepted\n115.2\nNoted", "accepted 115.1; noted 115.2"),
    ("Annex: table of responses\n115.1 Supported\n115.2 Noted\n115.3 Supported", "accepted 115.1 115.3; noted 115.2"),
    (
        "Accepted recommendations\nThe Government has read recommendations 115.1 and 115.2 with care.",
        "accepted 115.1 115.2",
    ),
]
FRENCH = [
    ("La Ruritanie accepte les recommandations 115.1 et 115.2.", "accepted 115.1 115.2"),
    ("La Ruritanie accepte les recommandations 115.1 à 115.3.", "accepted 115.1 115.2 115.3"),
    ("La Ruritanie accepte les recommandations nos 115.1 et 115.2.", "accepted 115.1 115.2"),
    ("La Ruritanie accepte les recommandations figurant aux paragraphes 115.1 et 115.2.", "accepted 115.1 115.2"),
    ("La Ruritanie prend note des recommandations 115.1, 115.2 et 115.3.", "noted 115.1 115.2 115.3"),
    (
        "Les recommandations 115.1 et 115.2 sont acceptées, la recommandation 115.3 est notée.",
        "accepted 115.1 115.2; noted 115.3",
    ),
    ("Les recommandations 115.1 et 115.2 recueillent l’adhésion de la Ruritanie.", "accepted 115.1 115.2"),
    ("Les recommandations 115.1 et 115.2 ne recueillent pas l’adhésion de la Ruritanie.", "rejected 115.1 115.2"),
    ("La Ruritanie n’accepte pas la recommandation 115.1.", "rejected 115.1"),
    ("La Ruritanie ne peut pas accepter la recommandation 115.1.", "rejected 115.1"),
    ("La Ruritanie ne peut accepter la recommandation 115.1.", "rejected 115.1"),
    ("La Ruritanie rejette les recommandations 115.1 et 115.2.", "rejected 115.1 115.2"),
    ("La Ruritanie accepte partiellement la recommandation 115.1.", "accepted_in_part 115.1"),
    ("La recommandation 115.1 est acceptée en partie.", "accepted_in_part 115.1"),
    ("La Ruritanie accepte en principe la recommandation 115.1.", "accepted_in_principle 115.1"),
    (
        "La Ruritanie accepte les recommandations 115.1 à 115.5, à l’exception de la recommandation 115.3.",
        "accepted 115.1 115.2 115.4 115.5",
    ),
    ("La Ruritanie accepte les recommandations 115.1 à 115.3, sauf la recommandation 115.2.", "accepted 115.1 115.3"),
    (
        "La Ruritanie accepte la recommandation 115.1, qui est en cours de mise en œuvre.",
        "accepted_being_implemented 115.1",
    ),
    ("La Ruritanie accepte la recommandation 115.1, qui a déjà été mise en œuvre.", "accepted_implemented 115.1"),
    ("La Ruritanie accepte la première partie de la recommandation 115.1.", "accepted_in_part 115.1"),
    ("115.1 Acceptée\n115.2 Notée\n115.3 Non acceptée", "accepted 115.1; noted 115.2; rejected 115.3"),
    ("Recommandation 115.1 : Acceptée.\nRecommandation 115.2 : Rejetée.", "accepted 115.1; rejected 115.2"),
    (
        "I. Recommandations acceptées\n115.1, 115.2\nII. Recommandations notées\n115.3",
        "accepted 115.1 115.2; noted 115.3",
    ),
    ("Les recommandations 115.1 et 115.2 sont respectivement acceptée et notée.", "accepted 115.1; noted 115.2"),
    ("En ce qui concerne la recommandation 115.3, la Ruritanie en prend note.", "noted 115.3"),
    ("La Ruritanie prend note que les lois sont nouvelles.", ""),
]
SPANISH = [
    ("Ruritania acepta las recomendaciones 115.1 y 115.2.", "accepted 115.1 115.2"),
    ("Ruritania acepta las recomendaciones 115.1 a 115.3.", "accepted 115.1 115.2 115.3"),
    ("Ruritania acepta las recomendaciones núms. 115.1 y 115.2.", "accepted 115.1 115.2"),
    ("Ruritania acepta las recomendaciones que figuran en los párrafos 115.1 y 115.2.", "accepted 115.1 115.2"),
    ("Ruritania toma nota de las recomendaciones 115.1, 115.2 y 115.3.", "noted 115.1 115.2 115.3"),
    ("Las recomendaciones 115.1 y 115.2 cuentan con el apoyo de Ruritania.", "accepted 115.1 115.2"),
    ("Las recomendaciones 115.1 y 115.2 no cuentan con el apoyo de Ruritania.", "rejected 115.1 115.2"),
    ("Ruritania no acepta la recomendación 115.1.", "rejected 115.1"),
    ("Ruritania no puede aceptar la recomendación 115.1.", "rejected 115.1"),
    ("Ruritania rechaza la recomendación 115.1.", "rejected 115.1"),
    ("Ruritania acepta parcialmente la recomendación 115.1.", "accepted_in_part 115.1"),
    ("Ruritania acepta en principio la recomendación 115.1.", "accepted_in_principle 115.1"),
    ("La recomendación 115.1 es aceptada y la recomendación 115.2 es rechazada.", "accepted 115.1; rejected 115.2"),
    (
        "Ruritania acepta las recomendaciones 115.1 a 115.5, con excepción de la recomendación 115.3.",
        "accepted 115.1 115.2 115.4 115.5",
    ),
    ("Ruritania acepta las recomendaciones 115.1 a 115.3, salvo la recomendación 115.2.", "accepted 115.1 115.3"),
    ("Ruritania acepta la recomendación 115.1, que está en proceso de aplicación.", "accepted_being_implemented 115.1"),
    ("Ruritania acepta la recomendación 115.1, que ya se ha aplicado.", "accepted_implemented 115.1"),
    ("Ruritania acepta la primera parte de la recomendación 115.1.", "accepted_in_part 115.1"),
    ("115.1 Aceptada\n115.2 Se toma nota\n115.3 No aceptada", "accepted 115.1; noted 115.2; rejected 115.3"),
    ("Recomendación 115.1: Aceptada.\nRecomendación 115.2: Rechazada.", "accepted 115.1; rejected 115.2"),
    (
        "I. Recomendaciones aceptadas\n115.1, 115.2\nII. Recomendaciones de las que se toma nota\n115.3",
        "accepted 115.1 115.2; noted 115.3",
    ),
    ("Las recomendaciones 115.1 y 115.2 son respectivamente aceptada y rechazada.", "accepted 115.1; rejected 115.2"),
    ("Con respecto a la recomendación 115.3, Ruritania toma nota de ella.", "noted 115.3"),
]
NO_ANSWERS = [
    "Ruritania accepts 142 recommendations and notes 21.",
    "Of the recommendations, 12 are accepted and 3 are noted.",
    "Recommendations: 12 are accepted, 3 noted.",
    "Ruritania ratified Convention No. 189 and accepts its obligations.",
    "Ruritania accepts the Convention (No. 174) and Convention No. 118.",
    "Ruritania accepted resolution 60.7 and resolution 60.8.",
    "Deaths fell from 15.1 per 100,000 to 15.4 per 100,000, which is accepted.",
    "Spending rose by 15.1 per cent and by 15.3 per cent, as is noted.",
    "On 12 May 2015 the Government accepted the report.",
    "On 12.05.2015 and 13.05.2015 the Government noted the report.",
    "Article 15.1 and article 15.2 of the Constitution are accepted by all.",
    "Targets 16.1 and 16.3 of the Sustainable Development Goals are supported by the Government.",
    "Ruritania notes that 12 recommendations of the Ombudsman were carried out.",
    "Ruritania accepts general recommendation No. 35 as a guide.",
    "Ruritania accepts ILO Recommendation No. 202.",
    "Ruritania accepts Recommendation No. 28 of the Committee.",
    "See recommendation 115.3, which is accepted elsewhere.",
    "Ruritania noted the views of 12 States.",
    "The report contains 163 recommendations.",
    "Ruritania accepts the recommendations contained in paragraph 115 of the report.",
    "The remaining recommendations are noted.",
    "Ruritania supports a budget of $15.1 million and of $15.3 million.",
    "Ruritania noted in paragraph 12 that schools are open.",
    "Ruritania welcomes recommendations 115.1 and 115.2.",
    "Ruritania thanks for recommendation 115.3 and will read it.",
    "Recommendation 115.3 has already been implemented.",
    "The law was accepted by 115 votes to 12.",
    "Ruritania accepts 3 of the 5 visits of 2015.",
]


ROWS = [
    *(
        (words, "en", answers)
        for table in (LISTS, CLASSES, SEVERAL, PROSE, LABELS, HEADINGS)
        for words, answers in table
    ),
    *((words, "fr", answers) for words, answers in FRENCH),
    *((words, "es", answers) for words, answers in SPANISH),
    *((words, "en", "") for words in NO_ANSWERS),
]


@pytest.mark.parametrize(("words", "language", "answers"), ROWS)
def test_every_style(words: str, language: str, answers: str) -> None:
    assert told(words, language) == answers
