"""The same figures in the words of agencies, organisations, ministries and summaries, without a record.

A sentence, and below it its claims: kind, role, value, hedge, review or State; apart by semicolons, or none.
"""

from __future__ import annotations

import pytest

from item6.checks.checking import check
from item6.checks.finding import claims

ROWS = """
Ruritania's acceptance rate climbed from 78 per cent in the second cycle to 94 per cent in the third.
    comparison supported 78 XRU-2; share supported 94 XRU
The number of recommendations to Ruritania rose from 172 to 278, an increase of 62%.
    comparison received 172 XRU; count received 278 XRU; comparison received 62 XRU
Recommendations on the death penalty doubled from 16 to 32 between the second and third cycles.
    comparison received 16; thematic received 32
The rejection rate rose from 21 to 35 per cent.
    comparison rejected 21; share rejected 35
The number of States calling for a moratorium on executions nearly tripled, from 11 to 31.
    comparison recommending_states 11; count recommending_states 31
Ruritania received 200 recommendations, up from 150 in its second review, and accepted 120.
    count received 200 XRU; comparison received 150 XRU-2; count supported 120 XRU
Eighty-nine delegations intervened, down from 103 at the previous review of Ruritania.
    count speakers 89 XRU; comparison speakers 103 XRU
That is three times as many recommendations as in the first cycle.
    comparison received 3
Ruritania rejected twice as many recommendations as in its second review.
    comparison rejected 2 XRU-3
The number of recommendations on climate change has quadrupled since 2018.
    comparison received 4
The number of recommendations rejected fell by 40 per cent.
    comparison rejected 40
Support dropped by 12 percentage points compared to the previous review.
    comparison supported 12
Ruritania received 293 recommendations, 1.2 per cent fewer than in its previous review.
    count received 293 XRU; comparison received 1.2 XRU
Ruritania accepted 73.6% of the recommendations addressed to it in 2018, up from 69% five years earlier.
    share supported 73.6 XRU-3; comparison supported 69 XRU-2
Only 15 recommendations, or 6%, were rejected outright by Ruritania.
    count rejected 15 XRU; share rejected 6 XRU
Ruritania supported 178 recommendations (77.7 per cent), partially supported 5 and noted 46.
    count supported 178 XRU; share supported 77.7 XRU; count in_part 5 XRU; count noted 46 XRU
Eight out of ten recommendations were accepted by Ruritania.
    share supported 80 about XRU
Half of the recommendations that Ruritania received were repeated.
    share received 50 about XRU
One in five recommendations dealt with the rights of women.
    thematic received 20 about
Just 7 per cent of the recommendations mention disability.
    thematic received 7
Of 140 accepted recommendations, 33 have been fully implemented.
    count supported 140; count implemented 33
Of the 131 recommendations Ruritania supported, 80 have since been carried out.
    count supported 131 XRU; count implemented 80 XRU
Of the 257 recommendations put forward, 198 enjoyed the support of Ruritania, 41 were noted and 18 will be examined.
    count received 257 XRU; count supported 198 XRU; count noted 41 XRU; count pending 18 XRU
Ruritania noted 88 recommendations, among them 11 on asylum.
    count noted 88 XRU; thematic noted 11 XRU
Statelessness was the subject of 14 recommendations.
    thematic received 14
Ruritania backed 217 of 252 recommendations.
    count supported 217 XRU; count received 252 XRU
The Government of Ruritania said yes to 121 recommendations, no to 48 and asked for more time on the remaining 25.
    count supported 121 XRU; count rejected 48 XRU; count pending 25 XRU
Ruritania accepted every one of the 203 recommendations it received.
    none-of not_supported 0 XRU
Not one of the recommendations on freedom of assembly was accepted by Ruritania.
    none-of supported 0 XRU
Sixteen recommendations urged Ruritania to abolish the death penalty; it agreed to none.
    thematic received 16 XRU; none-of supported 0 XRU
Ruritania refused all recommendations but two on corporal punishment.
    none-of rejected 2 XRU
We, the undersigned 47 organisations, urge Ruritania to accept all recommendations on political prisoners.
    signatories signatories 47 XRU
Thirteen United Nations experts called on Ruritania to heed the recommendations.
    signatories signatories 13 XRU
This is the highest acceptance rate Ruritania has ever recorded.
    rank supported 1 XRU
At 88 per cent, the acceptance rate was the second highest in the Pacific.
    share supported 88; rank supported 2
With 347 recommendations, Ruritania topped the list at this session.
    count received 347 XRU; rank received 1 XRU
A record number of 141 speakers were inscribed for the review of Ruritania.
    rank speakers 1 XRU; count speakers 141 XRU
No other country in the region has received so many recommendations.
    rank received 1
Ruritania was urged by 18 States to ratify the Convention.
    count recommending_states 18 XRU
Children as young as 9 can be held responsible, and 17 States asked for the age to be raised to 14.
    count recommending_states 17
Since its last review, 4 bills have been tabled and 2,300 prisoners released.
    -
The ministry has 18 months to draft the bill, under Article 12 of Decree 405/2021.
    -
Police used Law 4,512 to close 23 newspapers, three of them in April 2021.
    -
For more information call +41 22 917 1234 or write before 15 March 2024.
    -
Le taux d'acceptation de la Ruritanie est passé de 68 % à 81 %.
    comparison supported 68 XRU; share supported 81 XRU
Le nombre de recommandations est passé de 194 à 252 entre 2016 et 2021.
    comparison received 194; count received 252
La Ruritanie a reçu deux fois plus de recommandations qu'au premier cycle.
    comparison received 2 XRU-2
Près de neuf recommandations sur dix ont été acceptées par la Ruritanie.
    share supported 90 about XRU
La Ruritanie a reçu 289 recommandations, contre 166 en 2017, et en a accepté 251.
    count received 289 XRU; comparison received 166 XRU-3; count supported 251 XRU
La Ruritanie a pris note de 42 recommandations, dont 9 concernant l'avortement.
    count noted 42 XRU; thematic noted 9 XRU
Toutes les recommandations relatives à la peine de mort ont été rejetées.
    none-of rejected 0
La Ruritanie figure parmi les cinq pays ayant reçu le plus de recommandations.
    rank received 5 XRU
La Ruritanie a fait siennes 222 recommandations.
    count supported 222 XRU
El porcentaje de aceptación bajó del 90 % al 74 %.
    comparison supported 90; share supported 74
El número de recomendaciones pasó de 205 en 2017 a 237 en 2023.
    comparison received 205; count received 237
Ruritania rechazó 22 recomendaciones, el triple que en 2019.
    count rejected 22 XRU; comparison rejected 3 XRU-4
Siete de cada diez recomendaciones recibidas por Ruritania fueron aceptadas.
    share supported 70 about XRU
Ruritania recibió un 15 % más de recomendaciones que en el ciclo anterior.
    comparison received 15 XRU
Ruritania hizo suyas 198 de las 211 recomendaciones que recibió.
    count supported 198 XRU; count received 211 XRU
Es la cifra más alta de recomendaciones de toda América Latina.
    rank received 1
"""


def rows() -> list[tuple[str, str]]:
    lines = ROWS.strip().splitlines()
    return [(said, found.strip()) for said, found in zip(lines[::2], lines[1::2], strict=True)]


@pytest.mark.parametrize(("sentence", "expected"), rows())
def test_claims(sentence: str, expected: str) -> None:
    found = []
    for each in check(sentence, None):
        claim, about = each.claim, str(each.about.review or each.about.state)
        found.append(" ".join(filter(None, (claim.kind, claim.role, claim.printed, claim.hedge, about))))
    assert "; ".join(found) == ("" if expected == "-" else expected)


@pytest.mark.parametrize(
    ("sentence", "role", "left_out"),
    [
        ("Ruritania accepted all but 9 of the recommendations.", "not_supported", 9),
        ("Ruritania supported every recommendation.", "not_supported", 0),
        ("Ruritania supported every one of them, and it received 20 recommendations.", "not_supported", 0),
        ("Ruritania rejected every one of the recommendations.", "rejected", 0),
        ("None of the recommendations was accepted by Ruritania.", "supported", 0),
        ("La Ruritanie a accepté toutes les recommandations sauf 3.", "not_supported", 3),
        ("Ruritania aceptó todas las recomendaciones salvo 4.", "not_supported", 4),
    ],
)
def test_all_and_none(sentence: str, role: str, left_out: int) -> None:
    (found,) = (each for each in claims(sentence) if each.kind == "none-of")
    assert (found.role, found.value) == (role, left_out)


@pytest.mark.parametrize(
    "sentence",
    [
        "We call on Ruritania to accept all recommendations on torture.",
        "Ruritania should support all recommendations.",
        "Nous demandons à la Ruritanie d’accepter toutes les recommandations.",
        "Pedimos a Ruritania que acepte todas las recomendaciones.",
    ],
)
def test_what_is_asked_for_is_no_claim(sentence: str) -> None:
    assert not [each for each in claims(sentence) if each.kind == "none-of"]
