"""Sentences of our own in three languages, and the claims that must be found in them, without a record."""

from __future__ import annotations

import pytest

from item6.checks.checking import check

# A sentence, and below it its claims: kind, role, value, hedge, review or State; apart by semicolons.
ENGLISH = """
Ruritania accepted 110 of 200 recommendations.
    count supported 110 XRU; count received 200 XRU
Ruritania has accepted 110 out of the 200 recommendations made to it.
    count supported 110 XRU; count received 200 XRU
Of the 200 recommendations, Ruritania supported 110.
    count received 200 XRU; count supported 110 XRU
Out of a total of 200 recommendations received, Ruritania endorsed 110 and noted 90.
    count received 200 XRU; count supported 110 XRU; count noted 90 XRU
Of 200 recommendations received, 110 enjoyed the support of Ruritania and 90 were noted.
    count received 200 XRU; count supported 110 XRU; count noted 90 XRU
Ruritania received 200 recommendations, of which it accepted 110.
    count received 200 XRU; count supported 110 XRU
Ruritania got 200 recommendations, 110 of which were accepted.
    count received 200 XRU; count supported 110 XRU
Some 200 recommendations were made to Ruritania; 110 of them were accepted.
    count received 200 about XRU; count supported 110 XRU
110 out of 200 recommendations had been accepted by Ruritania.
    count supported 110 XRU; count received 200 XRU
110 recommendations were accepted, 60 were noted and 30 were rejected.
    count supported 110; count noted 60; count rejected 30
Ruritania accepted 110 recommendations, partially accepted 12, noted 48 and rejected 30.
    count supported 110 XRU; count in_part 12 XRU; count noted 48 XRU; count rejected 30 XRU
Ruritania accepted 110 recommendations in full and 12 in part.
    count supported 110 XRU; count in_part 12 XRU
Ruritania agreed to implement 110 recommendations, took note of 60 and declined 30.
    count supported 110 XRU; count noted 60 XRU; count rejected 30 XRU
Ruritania noted 60 recommendations.
    count noted 60 XRU
Ruritania turned down 30 recommendations.
    count rejected 30 XRU
Ruritania refused to accept 30 recommendations.
    count not_supported 30 XRU
Ruritania did not accept 90 recommendations.
    count not_supported 90 XRU
Ruritania has not supported 90 of the 200 recommendations.
    count not_supported 90 XRU; count received 200 XRU
Ruritania was unable to support 90 recommendations.
    count not_supported 90 XRU
90 recommendations did not enjoy the support of Ruritania.
    count not_supported 90 XRU
Ruritania deferred its answer to 24 recommendations.
    count pending 24 XRU
24 recommendations were left pending by Ruritania.
    count pending 24 XRU
24 recommendations remain under consideration by Ruritania.
    count pending 24 XRU
Ruritania will examine 24 recommendations and provide responses in due time.
    count pending 24 XRU
Ruritania accepted one hundred and ten recommendations.
    count supported 110 XRU
Ruritania accepted twenty-one recommendations and rejected seven.
    count supported 21 XRU; count rejected 7 XRU
Ruritania received 1,250 recommendations.
    count received 1250 XRU
Ruritania received 1'250 recommendations.
    count received 1250 XRU
Ruritania received 1 250 recommendations.
    count received 1250 XRU
Ruritania accepted 55% of the recommendations.
    share supported 55 XRU
Ruritania accepted 55 per cent of all recommendations at its third review.
    share supported 55 XRU-3
55.5 percent of the recommendations were accepted by Ruritania.
    share supported 55.5 XRU
Ruritania accepted 110 recommendations (55%).
    count supported 110 XRU; share supported 55 XRU
Ruritania accepted 110, or 55%, of the recommendations.
    count supported 110 XRU; share supported 55 XRU
Half of the recommendations were rejected by Ruritania.
    share rejected 50 about XRU
Ruritania supported more than half of the recommendations.
    share supported 50 least XRU
Nearly two thirds of the recommendations enjoyed the support of Ruritania.
    share supported 66.7 about XRU
Ruritania accepted three quarters of the recommendations.
    share supported 75 about XRU
One in three recommendations was rejected by Ruritania.
    share rejected 33.3 about XRU
Ruritania rejected a majority of the recommendations.
    share rejected 50 least XRU
Four fifths of the recommendations were supported by Ruritania.
    share supported 80 about XRU
The acceptance rate of Ruritania was 55% at its third review.
    share supported 55 XRU-3
The rejection rate is 45%, higher than in 2018 - 30%.
    share rejected 45; comparison rejected 30
Ruritania accepted 55% of the recommendations, compared with 70% in the second cycle.
    share supported 55 XRU; comparison supported 70 XRU-2
Ruritania received 200 recommendations, up from 150 in its second review.
    count received 200 XRU; comparison received 150 XRU-2
Ruritania received 200 recommendations, 50 more than in its second review.
    count received 200 XRU; comparison received 50 XRU-3
Ruritania received 200 recommendations, an increase of 50 over the second cycle.
    count received 200 XRU; comparison received 50 XRU-3
Support rose from 40% to 55% of recommendations, an increase of 15 percentage points.
    comparison supported 40; share supported 55; comparison supported 15
80 States took the floor in the review of Ruritania.
    count speakers 80 XRU
Eighty delegations participated in Ruritania's review.
    count speakers 80 XRU
In total 80 countries made statements during the review of Ruritania.
    count speakers 80 XRU
Ruritania received 200 recommendations from 75 States.
    count received 200 XRU; count recommending_states 75 XRU
Recommendations came from 75 countries in the review of Ruritania.
    count recommending_states 75 XRU
Ruritania received 24 recommendations on the death penalty.
    thematic received 24 XRU
Ruritania rejected 12 recommendations calling for a moratorium on executions.
    thematic rejected 12 XRU
Seventeen recommendations concerned torture in Ruritania's review.
    thematic received 17 XRU
Twelve recommendations called on Ruritania to ratify the convention.
    thematic received 12 XRU
None of the accepted recommendations address torture.
    none-of supported 0
Not a single recommendation on torture was accepted by Ruritania.
    none-of supported 0 XRU
Ruritania did not accept any of the recommendations on torture.
    none-of supported 0 XRU
Ruritania rejected all recommendations on torture.
    none-of rejected 0 XRU
Ruritania accepted all recommendations but one.
    none-of not_supported 1 XRU
All but two recommendations were accepted by Ruritania.
    none-of not_supported 2 XRU
Most recommendations went to Ruritania (200), Kenya (190) and Monaco (18).
    rank received 1 XRU; count received 200 XRU; count received 190 KEN; count received 18 MCO
Kenya and Monaco received 190 and 18 recommendations respectively.
    count received 190 KEN; count received 18 MCO
Ruritania received the highest number of recommendations of all States.
    rank received 1 XRU
Ruritania was among the top five in recommendations received.
    rank received 5 XRU
Ruritania had the second-highest share of rejected recommendations.
    rank rejected 2 XRU
On average, States received 180 recommendations.
    count average 180
Ruritania initially accepted 80 recommendations.
    count supported 80 XRU
Ruritania accepted at least 110 recommendations.
    count supported 110 least XRU
Ruritania accepted nearly 120 recommendations.
    count supported 120 about XRU
Ruritania accepted fewer than 120 recommendations.
    count supported 120 most XRU
Ruritania was reviewed on 22 January 2024.
    date review 2024-01-22 XRU-4
The review of Ruritania took place on January 22, 2024.
    date review 2024-01-22 XRU-4
Ruritania's third review was held in May 2019.
    date review 2019-05 XRU-3
The report was adopted by the Council in March 2012 at its 19th session of the Human Rights Council.
    date adoption 2012-03; date council_session 19
The second cycle (2012-2016) brought Ruritania 200 recommendations.
    date cycle 2012/2016 XRU-2; count received 200 XRU-2
The letter was signed by 321 civil society groups from 60 countries.
    signatories signatories 321; signatories countries 60
A coalition of 20 human rights organisations wrote to the Council.
    signatories signatories 20
The statement was delivered on behalf of 29 NGOs.
    signatories signatories 29
Fifteen UN experts and 40 NGOs signed the appeal.
    signatories signatories 15; signatories signatories 40
Ruritania implemented 40 of the 110 accepted recommendations.
    count implemented 40 XRU; count supported 110 XRU
Ruritania has done nothing on 52 of the recommendations.
    count not_implemented 52 XRU
Ruritania made 8 voluntary pledges.
    count commitments 8 XRU
Ruritania accepted 110 recommendations. Of those, 40 concern women.
    count supported 110 XRU; thematic received 40 XRU
Ruritania received 200 recommendations. It accepted 110 and noted the remaining 90.
    count received 200 XRU; count supported 110 XRU; count noted 90 XRU
The conference takes place on March 3 in Room XX of the Palais.
    date event --03-03; date room XX
The 45th session of the Working Group was held in January 2024.
    -
According to the UN, Ruritania received 200 recommendations; 110 were accepted.
    count received 200 XRU; count supported 110 XRU
Of these 200 recommendations, 110 have been accepted, whereas 90 have been noted.
    count received 200; count supported 110; count noted 90
The government welcomed 110 recommendations while it dismissed 90.
    count supported 110; count rejected 90
Ruritania said yes to 110 recommendations and no answer was given to 5.
    count supported 110 XRU; count pending 5 XRU
Ruritania heard 200 recommendations and backed none of them.
    count received 200 XRU; none-of supported 0 XRU
Article 19 published 12 pages on Ruritania in 2019.
    -
Ruritania has 24 million people and 5 treaties.
    -
"""
FRENCH = """
La Ruritanie a accepté 110 des 200 recommandations.
    count supported 110 XRU; count received 200 XRU
La Ruritanie a accepté 110 recommandations sur 200.
    count supported 110 XRU; count received 200 XRU
Sur 200 recommandations, la Ruritanie en a appuyé 110.
    count received 200 XRU; count supported 110 XRU
Sur les 200 recommandations reçues, 110 ont été acceptées et 90 ont été notées.
    count received 200; count supported 110; count noted 90
La Ruritanie a reçu 200 recommandations, dont 110 ont été acceptées.
    count received 200 XRU; count supported 110 XRU
110 recommandations ont été acceptées, 60 notées et 30 rejetées.
    count supported 110; count noted 60; count rejected 30
La Ruritanie a accepté 110 recommandations, en a accepté partiellement 12, a pris note de 48 et en a rejeté 30.
    count supported 110 XRU; count in_part 12 XRU; count noted 48 XRU; count rejected 30 XRU
La Ruritanie a pris note de 60 recommandations.
    count noted 60 XRU
La Ruritanie a rejeté 30 recommandations.
    count rejected 30 XRU
La Ruritanie n’a pas accepté 90 recommandations.
    count not_supported 90 XRU
90 recommandations n’ont pas recueilli l’appui de la Ruritanie.
    count not_supported 90 XRU
24 recommandations restent en suspens.
    count pending 24
La Ruritanie a accepté cent dix recommandations.
    count supported 110 XRU
La Ruritanie a accepté quatre-vingt-dix-sept recommandations et en a rejeté vingt et une.
    count supported 97 XRU; count rejected 21 XRU
La Ruritanie a reçu 1 250 recommandations.
    count received 1250 XRU
La Ruritanie a reçu 1.250 recommandations.
    count received 1250 XRU
La Ruritanie a accepté 55 % des recommandations.
    share supported 55 XRU
La Ruritanie a accepté 55,5 pour cent des recommandations.
    share supported 55.5 XRU
La Ruritanie a accepté 110 recommandations (55 %).
    count supported 110 XRU; share supported 55 XRU
La Ruritanie a accepté 110 recommandations, soit 55 % du total.
    count supported 110 XRU; share supported 55 XRU
La moitié des recommandations ont été rejetées par la Ruritanie.
    share rejected 50 about XRU
Près de deux tiers des recommandations ont été acceptées par la Ruritanie.
    share supported 66.7 about XRU
Plus de la moitié des recommandations ont été acceptées par la Ruritanie.
    share supported 50 least XRU
Le taux d’acceptation de la Ruritanie est de 55 % au troisième cycle.
    share supported 55 XRU-3
La Ruritanie a accepté 55 % des recommandations, contre 70 % au deuxième cycle.
    share supported 55 XRU; comparison supported 70 XRU-2
La Ruritanie a reçu 200 recommandations, soit 50 de plus qu’au deuxième cycle.
    count received 200 XRU; comparison received 50 XRU-3
80 États ont pris la parole lors de l’examen de la Ruritanie.
    count speakers 80 XRU
La Ruritanie a reçu 200 recommandations de 75 États.
    count received 200 XRU; count recommending_states 75 XRU
La Ruritanie a reçu 24 recommandations sur la peine de mort.
    thematic received 24 XRU
Aucune des recommandations acceptées ne porte sur la torture.
    none-of supported 0
La Ruritanie n’a accepté aucune recommandation sur la torture.
    none-of supported 0 XRU
La Ruritanie a rejeté toutes les recommandations sur la torture.
    none-of rejected 0 XRU
La Ruritanie a accepté toutes les recommandations sauf une.
    none-of not_supported 1 XRU
Le plus de recommandations sont allées à la Ruritanie (200), au Kenya (190) et à Monaco (18).
    rank received 1 XRU; count received 200 XRU; count received 190 KEN; count received 18 MCO
Le Kenya et Monaco ont reçu respectivement 190 et 18 recommandations.
    count received 190 KEN; count received 18 MCO
La Ruritanie a reçu le plus grand nombre de recommandations.
    rank received 1 XRU
La Ruritanie a accepté au moins 110 recommandations.
    count supported 110 least XRU
La Ruritanie a accepté environ 120 recommandations.
    count supported 120 about XRU
La Ruritanie a été examinée le 22 janvier 2024.
    date review 2024-01-22 XRU-4
L’examen de la Ruritanie a eu lieu en mai 2019.
    date review 2019-05 XRU-3
La 45e session du Groupe de travail s’est tenue en janvier 2024.
    -
La lettre a été signée par 321 organisations de 60 pays.
    signatories signatories 321; signatories countries 60
Quinze experts et 40 ONG ont signé l’appel.
    signatories signatories 15; signatories signatories 40
Le gouvernement kényan a accepté 110 recommandations lors de son troisième EPU.
    count supported 110 KEN-3
La Ruritanie a mis en œuvre 40 recommandations.
    count implemented 40 XRU
La Ruritanie avait initialement accepté 80 recommandations.
    count supported 80 XRU
"""
SPANISH = """
Ruritania aceptó 110 de las 200 recomendaciones.
    count supported 110 XRU; count received 200 XRU
De 200 recomendaciones, Ruritania apoyó 110.
    count received 200 XRU; count supported 110 XRU
De las 200 recomendaciones recibidas, 110 fueron aceptadas y 90 fueron anotadas.
    count received 200; count supported 110; count noted 90
Ruritania recibió 200 recomendaciones, de las cuales aceptó 110.
    count received 200 XRU; count supported 110 XRU
110 recomendaciones fueron aceptadas, 60 anotadas y 30 rechazadas.
    count supported 110; count noted 60; count rejected 30
Ruritania aceptó 110 recomendaciones, aceptó parcialmente 12, tomó nota de 48 y rechazó 30.
    count supported 110 XRU; count in_part 12 XRU; count noted 48 XRU; count rejected 30 XRU
Ruritania ha aceptado 110 recomendaciones y ha rechazado 90.
    count supported 110 XRU; count rejected 90 XRU
Ruritania tomó nota de 60 recomendaciones.
    count noted 60 XRU
Ruritania rechazó 30 recomendaciones.
    count rejected 30 XRU
Ruritania no aceptó 90 recomendaciones.
    count not_supported 90 XRU
90 recomendaciones no contaron con el apoyo de Ruritania.
    count not_supported 90 XRU
24 recomendaciones quedaron pendientes.
    count pending 24
Ruritania aceptó ciento diez recomendaciones.
    count supported 110 XRU
Ruritania aceptó noventa y siete recomendaciones y rechazó veintiuna.
    count supported 97 XRU; count rejected 21 XRU
Ruritania recibió 1 250 recomendaciones.
    count received 1250 XRU
Ruritania recibió 1.250 recomendaciones.
    count received 1250 XRU
Ruritania aceptó el 55 % de las recomendaciones.
    share supported 55 XRU
Ruritania aceptó el 55,5 por ciento de las recomendaciones.
    share supported 55.5 XRU
Ruritania aceptó 110 recomendaciones (55 %).
    count supported 110 XRU; share supported 55 XRU
Ruritania aceptó 110 recomendaciones, es decir, 55 % del total.
    count supported 110 XRU; share supported 55 XRU
La mitad de las recomendaciones fueron rechazadas por Ruritania.
    share rejected 50 about XRU
Casi dos tercios de las recomendaciones fueron aceptadas por Ruritania.
    share supported 66.7 about XRU
Más de la mitad de las recomendaciones fueron aceptadas por Ruritania.
    share supported 50 least XRU
La tasa de aceptación de Ruritania es del 55 % en el tercer ciclo.
    share supported 55 XRU-3
Ruritania aceptó el 55 % de las recomendaciones, frente al 70 % del segundo ciclo.
    share supported 55 XRU; comparison supported 70 XRU-2
Ruritania recibió 200 recomendaciones, 50 más que en el segundo ciclo.
    count received 200 XRU; comparison received 50 XRU-3
80 Estados tomaron la palabra en el examen de Ruritania.
    count speakers 80 XRU
Ruritania recibió 200 recomendaciones de 75 Estados.
    count received 200 XRU; count recommending_states 75 XRU
Ruritania recibió 24 recomendaciones sobre la pena de muerte.
    thematic received 24 XRU
Ninguna de las recomendaciones aceptadas aborda la tortura.
    none-of supported 0
Ruritania no aceptó ninguna recomendación sobre la tortura.
    none-of supported 0 XRU
Ruritania rechazó todas las recomendaciones sobre la tortura.
    none-of rejected 0 XRU
Ruritania aceptó todas las recomendaciones salvo una.
    none-of not_supported 1 XRU
Las recomendaciones fueron para Ruritania (200), Kenia (190) y Mónaco (18).
    count received 200 XRU; count received 190 KEN; count received 18 MCO
Kenia y Mónaco recibieron 190 y 18 recomendaciones, respectivamente.
    count received 190 KEN; count received 18 MCO
Ruritania recibió el mayor número de recomendaciones.
    rank received 1 XRU
Ruritania aceptó al menos 110 recomendaciones.
    count supported 110 least XRU
Ruritania aceptó alrededor de 120 recomendaciones.
    count supported 120 about XRU
Ruritania fue examinada el 22 de enero de 2024.
    date review 2024-01-22 XRU-4
El examen de Ruritania tuvo lugar en mayo de 2019.
    date review 2019-05 XRU-3
El 45.º período de sesiones del Grupo de Trabajo se celebró en enero de 2024.
    -
La carta fue firmada por 321 organizaciones de 60 países.
    signatories signatories 321; signatories countries 60
Quince expertos y 40 ONG firmaron el llamamiento.
    signatories signatories 15; signatories signatories 40
El gobierno keniano aceptó 110 recomendaciones en su tercer examen.
    count supported 110 KEN-3
Ruritania implementó 40 recomendaciones.
    count implemented 40 XRU
Ruritania aceptó inicialmente 80 recomendaciones.
    count supported 80 XRU
"""


def rows(block: str) -> list[tuple[str, str]]:
    lines = block.strip().splitlines()
    return [(said, found.strip()) for said, found in zip(lines[::2], lines[1::2], strict=True)]


@pytest.mark.parametrize(("sentence", "expected"), [*rows(ENGLISH), *rows(FRENCH), *rows(SPANISH)])
def test_claims(sentence: str, expected: str) -> None:
    found = []
    for each in check(sentence, None):
        claim, about = each.claim, str(each.about.review or each.about.state)
        found.append(" ".join(filter(None, (claim.kind, claim.role, claim.printed, claim.hedge, about))))
    assert "; ".join(found) == ("" if expected == "-" else expected)


@pytest.mark.parametrize(("block", "language"), [(ENGLISH, "en"), (FRENCH, "fr"), (SPANISH, "es")])
def test_the_language_of_a_text_is_told(block: str, language: str) -> None:
    said = [sentence for sentence, _ in rows(block)]
    assert {each.claim.language for each in check(" ".join(said), None)} == {language}


def test_a_sentence_in_another_language_is_read_in_it() -> None:
    text = (
        "The review of Ruritania ended with 200 recommendations, which the government answered in June. "
        "« La Ruritanie a accepté 110 recommandations et en a rejeté 90 », a déclaré la coalition. "
        "The coalition said that the government had accepted 110 of the recommendations."
    )
    found = [(each.claim.printed, each.claim.role, each.claim.language) for each in check(text, None)]
    assert found == [
        ("200", "received", "en"), ("110", "supported", "fr"), ("90", "rejected", "fr"), ("110", "supported", "en"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("sentence", "wrong", "why"),
    [
        ("The 45th session of the Working Group was held in January 2014.", "2014-01", "2024-01-22 and 2024-02-13"),
        ("It was adopted at the 19th session of the Human Rights Council in March 2011.", "2011-03", "2012-02 and"),
        ("Le rapport a été adopté à la 19e session du Conseil en mars 2011.", "2011-03", "2012-02 and 2012-04"),
        (
            "El informe fue aprobado en el 19.º período de sesiones del Consejo en marzo de 2011.",
            "2011-03",
            "2012-02 and",
        ),
        ("Ruritania received 200 recommendations in the second cycle (2008-2012).", "2008/2012", "from 2012 to 2016"),
        ("Ruritania received 200 recommendations in the third cycle (2017-2022).", "", ""),
        ("It was adopted at the 19th session of the Human Rights Council in March 2012.", "", ""),
        ("It was adopted at the 19th session of the Human Rights Council in 2012.", "", ""),
        ("Support rose from 40% to 55% of recommendations, an increase of 15%.", "15", "15 points, or 38 %"),
        ("L’appui est passé de 40 % à 55 % des recommandations, une hausse de 15 %.", "15", "15 points, or 38 %"),
        ("El apoyo subió del 40 % al 55 % de las recomendaciones, un aumento del 15 %.", "15", "15 points, or 38 %"),
        (
            "Ruritania received 50 recommendations, accepted 30 and noted 15. "
            "On the six recommendations that were rejected there was no consensus.",
            "50",
            "30 + 15 + 6 = 51",
        ),
        (
            "Ruritania received 50 recommendations, accepted 30 and noted 15. "
            "On the five recommendations that were rejected there was no consensus.",
            "",
            "",
        ),
        (
            "Ruritania received 50 recommendations, accepted 30 and noted 15. In its previous cycle it rejected 6.",
            "",
            "",
        ),
        ("La Ruritanie a reçu 50 recommandations et en a accepté 60.", "50", "60, more than 50"),
        ("Ruritania recibió 50 recomendaciones y aceptó 60.", "50", "60, more than 50"),
        ("La Ruritanie a accepté 110 des 200 recommandations (45 %).", "45", "110 of 200 is 55.0 %"),
    ],
)
def test_what_does_not_add_up(sentence: str, wrong: str, why: str) -> None:
    found = [each for each in check(sentence, None) if each.verdict.verdict == "does not add up"]
    assert [each.claim.printed for each in found] == ([wrong] if wrong else [])
    assert all(why in each.verdict.why for each in found)
