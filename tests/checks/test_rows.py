"""Sentences of our own, the claims in them and the verdicts on the hand-counted record."""

from __future__ import annotations

import pytest

from item6.checks.checking import check
from item6.record.reader import Record

# A sentence, and its claims: text | kind | role | value | review or State | verdict
# fmt: off
ROWS: list[tuple[str, list[str]]] = [
    ("China supported 290 of the 428 recommendations of its 2024 review.", [
        "290 | count | supported | 290 | CHN-4 | matches",
        "428 | count | received | 428 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China received 428 recommendations, accepted "
     "290, partially accepted 8, noted 32 and rejected 98.", [
        "428 | count | received | 428 | CHN-4 | matches",
        "290 | count | supported | 290 | CHN-4 | matches",
        "8 | count | in_part | 8 | CHN-4 | matches",
        "32 | count | noted | 32 | CHN-4 | matches",
        "98 | count | rejected | 98 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China received 418 recommendations, accepted "
     "290, partially accepted 8, noted 32 and rejected 98.", [
        "418 | count | received | 418 | CHN-4 | does not add up",
        "290 | count | supported | 290 | CHN-4 | matches",
        "8 | count | in_part | 8 | CHN-4 | matches",
        "32 | count | noted | 32 | CHN-4 | matches",
        "98 | count | rejected | 98 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China accepted two hundred and ninety recommendations.", [
        "two hundred and ninety | count | supported | 290 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China accepted 209 recommendations.", [
        "209 | count | supported | 209 | CHN-4 | differs",
    ]),
    ("At its fourth UPR China did not support 130 recommendations.", [
        "130 | count | not_supported | 130 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China rejected 130 recommendations.", [
        "130 | count | rejected | 130 | CHN-4 | matches on another count",
    ]),
    ("At its fourth UPR China accepted 298 recommendations fully or partially.", [
        "298 | count | supported_or_in_part | 298 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China accepted 298 recommendations.", [
        "298 | count | supported | 298 | CHN-4 | matches on another count",
    ]),
    ("At its fourth UPR China rejected 30% of the recommendations.", [
        "30% | share | rejected | 30 | CHN-4 | matches on another count",
    ]),
    ("At its fourth UPR China accepted 67.8 per cent of all recommendations.", [
        "67.8 per cent | share | supported | 67.8 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China accepted 67.7% of all recommendations.", [
        "67.7% | share | supported | 67.7 | CHN-4 | within rounding",
    ]),
    ("At its fourth UPR China accepted 76% of all recommendations.", [
        "76% | share | supported | 76 | CHN-4 | differs",
    ]),
    ("At its fourth UPR China accepted more than 280 recommendations.", [
        "280 | count | supported | 280 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China accepted around 300 recommendations.", [
        "300 | count | supported | 300 | CHN-4 | within rounding",
    ]),
    ("China accepted 290 recommendations.", [
        "290 | count | supported | 290 | CHN | needs State or cycle",
    ]),
    ("The government accepted 290 recommendations.", [
        "290 | count | supported | 290 |  | needs State or cycle",
    ]),
    ("At its fourth UPR China received 428 recommendations from 163 countries.", [
        "428 | count | received | 428 | CHN-4 | matches",
        "163 | count | recommending_states | 163 | CHN-4 | not in the record",
    ]),
    ("At its fourth UPR 163 States took the floor on China.", [
        "163 | count | speakers | 163 | CHN-4 | not in the record",
    ]),
    ("San Marino received four recommendations at its first review.", [
        "four | count | received | 4 | SMR-1 | matches",
    ]),
    ("San Marino received 4 recommendations in 2009.", [
        "4 | count | received | 4 | SMR-1 | matches",
    ]),
    ("San Marino received 3 recommendations at its first review.", [
        "3 | count | received | 3 | SMR-1 | depends on a definition",
    ]),
    ("San Marino received one recommendation at its first review.", [
        "one | count | received | 1 | SMR-1 | differs",
    ]),
    ("At its first review San Marino accepted 3 of the 4 recommendations.", [
        "3 | count | supported | 3 | SMR-1 | matches",
        "4 | count | received | 4 | SMR-1 | matches",
    ]),
    ("At its first review San Marino accepted 2 of the 4 recommendations.", [
        "2 | count | supported | 2 | SMR-1 | differs",
        "4 | count | received | 4 | SMR-1 | matches",
    ]),
    ("At its first review San Marino accepted 1 of the 4 recommendations.", [
        "1 | count | supported | 1 | SMR-1 | superseded",
        "4 | count | received | 4 | SMR-1 | matches",
    ]),
    ("Of the 4 recommendations of its first review, San Marino initially accepted 1.", [
        "4 | count | received | 4 | SMR-1 | matches",
        "1 | count | supported | 1 | SMR-1 | matches",
    ]),
    ("Of the 4 recommendations of its first review, San Marino rejected 1 and accepted 3.", [
        "4 | count | received | 4 | SMR-1 | matches",
        "1 | count | rejected | 1 | SMR-1 | matches",
        "3 | count | supported | 3 | SMR-1 | matches",
    ]),
    ("At its first review San Marino rejected 2 of the 4 recommendations.", [
        "2 | count | rejected | 2 | SMR-1 | differs",
        "4 | count | received | 4 | SMR-1 | matches",
    ]),
    ("At its first review San Marino supported 75% of the recommendations.", [
        "75% | share | supported | 75 | SMR-1 | matches",
    ]),
    ("At its first review San Marino supported 74% of the recommendations.", [
        "74% | share | supported | 74 | SMR-1 | depends on a definition",
    ]),
    ("At its first review San Marino supported half of the recommendations.", [
        "half | share | supported | 50 | SMR-1 | depends on a definition",
    ]),
    ("At its first review San Marino supported three quarters of the recommendations.", [
        "three quarters | share | supported | 75 | SMR-1 | matches",
    ]),
    ("In the second cycle San Marino received 5 recommendations.", [
        "5 | count | received | 5 | SMR-2 | matches",
    ]),
    ("In the second cycle San Marino received six recommendations.", [
        "six | count | received | 6 | SMR-2 | matches on another count",
    ]),
    ("In the second cycle San Marino received 8 recommendations.", [
        "8 | count | received | 8 | SMR-2 | depends on a definition",
    ]),
    ("In the second cycle San Marino received 40 recommendations.", [
        "40 | count | received | 40 | SMR-2 | differs",
    ]),
    ("In the second cycle San Marino supported 3 recommendations.", [
        "3 | count | supported | 3 | SMR-2 | sources of record disagree",
    ]),
    ("In the second cycle San Marino supported 1 recommendation in full and 2 in part.", [
        "1 | count | supported | 1 | SMR-2 | matches",
        "2 | count | in_part | 2 | SMR-2 | matches",
    ]),
    ("In the second cycle San Marino supported 4 recommendations.", [
        "4 | count | supported | 4 | SMR-2 | matches on another count",
    ]),
    ("In the second cycle 3 States spoke in the review of San Marino.", [
        "3 | count | speakers | 3 | SMR-2 | matches",
    ]),
    ("In the second cycle 7 delegations participated in the review of San Marino.", [
        "7 | count | speakers | 7 | SMR-2 | depends on a definition",
    ]),
    ("San Marino received 5 recommendations in 2014, up from 4 in its first review.", [
        "5 | count | received | 5 | SMR-2 | matches",
        "4 | comparison | received | 4 | SMR-1 | matches",
    ]),
    ("San Marino received 5 recommendations in 2014, up from 3 in its first review.", [
        "5 | count | received | 5 | SMR-2 | matches",
        "3 | comparison | received | 3 | SMR-1 | depends on a definition",
    ]),
    ("Switzerland made two recommendations to San Marino in 2014.", [
        "two | count | received | 2 | SMR-2 | matches",
    ]),
    ("In 2014 Kenya made 2 recommendations to San Marino.", [
        "2 | count | received | 2 | SMR-2 | matches",
    ]),
    ("In 2014 Kenya made 3 recommendations to San Marino.", [
        "3 | count | received | 3 | SMR-2 | differs",
    ]),
    ("San Marino's 2014 review ended in July. Switzerland and Kenya had made three recommendations.", [
        "three | count | received | 3 | SMR-2 | matches",
    ]),
    ("Switzerland and Kenya made 4 recommendations to San Marino in 2014.", [
        "4 | count | received | 4 | SMR-2 | matches on another count",
    ]),
    ("In 2014 San Marino received 3 recommendations from Switzerland and Kenya.", [
        "3 | count | received | 3 | SMR-2 | matches",
    ]),
    ("En 2014, la Suisse a fait deux recommandations à Saint-Marin.", [
        "deux | count | received | 2 | SMR-2 | matches",
    ]),
    ("En 2014 Suiza hizo dos recomendaciones a San Marino.", [
        "dos | count | received | 2 | SMR-2 | matches",
    ]),
    ("San Marino's 2014 review: recommendations from 3 States.", [
        "3 | count | recommending_states | 3 | SMR-2 | matches",
    ]),
    ("San Marino's second review was held in May 2014 and led to 5 recommendations.", [
        "May 2014 | date | review | 2014-05 | SMR-2 | matches",
        "5 | count | received | 5 | SMR-2 | matches",
    ]),
    ("San Marino's second review was held in May 2015.", [
        "May 2015 | date | review | 2015-05 | SMR-2 | differs",
    ]),
    ("San Marino was reviewed on 30 April 2014.", [
        "30 April 2014 | date | review | 2014-04-30 | SMR-2 | matches",
    ]),
    ("San Marino was reviewed on 30 April 2013 for its second review.", [
        "30 April 2013 | date | review | 2013-04-30 | SMR-2 | differs",
    ]),
    ("At its second review San Marino noted 1 recommendation on the death penalty.", [
        "1 | thematic | noted | 1 | SMR-2 | matches",
    ]),
    ("At its second review San Marino received 2 recommendations on the death penalty.", [
        "2 | thematic | received | 2 | SMR-2 | matches",
    ]),
    ("At its second review San Marino received 7 recommendations on the death penalty.", [
        "7 | thematic | received | 7 | SMR-2 | depends on a definition",
    ]),
    ("At its second review San Marino received 3 recommendations on the maps of the moon.", [
        "3 | thematic | received | 3 | SMR-2 | depends on a definition",
    ]),
    ("At its second review San Marino did not accept any of the recommendations on the death penalty.", [
        "did not accept any | none-of | supported | 0 | SMR-2 | matches",
    ]),
    ("None of the accepted recommendations of San Marino's second review address torture.", [
        "None of the | none-of | supported | 0 | SMR-2 | depends on a definition",
    ]),
    ("At its first review San Marino rejected all recommendations made by Switzerland.", [
        "rejected all recommendations | none-of | rejected | 0 | SMR-1 | differs",
    ]),
    ("At its fourth UPR China rejected all recommendations on torture.", [
        "rejected all recommendations | none-of | rejected | 0 | CHN-4 | not in the record",
    ]),
    ("The letter was signed by 214 human rights groups from 44 countries.", [
        "214 | signatories | signatories | 214 |  | not in the record",
        "44 | signatories | countries | 44 |  | not in the record",
    ]),
    ("The statement was made on behalf of 29 NGOs.", [
        "29 | signatories | signatories | 29 |  | not in the record",
    ]),
    ("The letter was signed by 50 UN experts.", [
        "50 | signatories | signatories | 50 |  | not in the record",
    ]),
    ("At its first review San Marino received the highest number of recommendations ever.", [
        "the highest number of recommendations | rank | received | 1 | SMR-1 | depends on a definition",
    ]),
    ("At its first review San Marino implemented 2 recommendations.", [
        "2 | count | implemented | 2 | SMR-1 | not in the record",
    ]),
    ("Support rose from 22% to 56% of recommendations, an increase of 34%.", [
        "22% | comparison | supported | 22 |  | needs State or cycle",
        "56% | share | supported | 56 |  | needs State or cycle",
        "34% | comparison | supported | 34 |  | does not add up",
    ]),
    ("Support rose from 22% to 56% of recommendations, an increase of 34 percentage points.", [
        "22% | comparison | supported | 22 |  | needs State or cycle",
        "56% | share | supported | 56 |  | needs State or cycle",
        "34 percentage points | comparison | supported | 34 |  | needs State or cycle",
    ]),
    ("Ruritania accepted 50 of 200 recommendations (25%).", [
        "50 | count | supported | 50 | XRU | needs State or cycle",
        "200 | count | received | 200 | XRU | needs State or cycle",
        "25% | share | supported | 25 | XRU | needs State or cycle",
    ]),
    ("Ruritania accepted 50 of 200 recommendations (35%).", [
        "50 | count | supported | 50 | XRU | needs State or cycle",
        "200 | count | received | 200 | XRU | needs State or cycle",
        "35% | share | supported | 35 | XRU | does not add up",
    ]),
    ("Ruritania received 50 recommendations and accepted 60.", [
        "50 | count | received | 50 | XRU | does not add up",
        "60 | count | supported | 60 | XRU | needs State or cycle",
    ]),
    ("Ruritania received 50 recommendations, of which it accepted 30 and noted 15.", [
        "50 | count | received | 50 | XRU | needs State or cycle",
        "30 | count | supported | 30 | XRU | needs State or cycle",
        "15 | count | noted | 15 | XRU | needs State or cycle",
    ]),
    ("Kenya received 253 recommendations in its second cycle.", [
        "253 | count | received | 253 | KEN-2 | not in the record",
    ]),
    ("France received 1'250 recommendations in its second cycle.", [
        "1'250 | count | received | 1250 | FRA-2 | not in the record",
    ]),
    ("France received 1 250 recommendations in its second cycle.", [
        "1 250 | count | received | 1250 | FRA-2 | not in the record",
    ]),
    ("Monaco accepted the one recommendation of its second review.", [
        "one | count | supported | 1 | MCO-2 | matches",
    ]),
    ("Monaco and San Marino received 1 and 5 recommendations in the second cycle respectively.", [
        "1 | count | received | 1 | MCO-2 | matches",
        "5 | count | received | 5 | SMR-2 | matches",
    ]),
    ("In the second cycle the most recommendations went to Monaco (1), San Marino (5) and Kenya (253).", [
        "the most recommendations | rank | received | 1 | MCO-2 | depends on a definition",
        "1 | count | received | 1 | MCO-2 | matches",
        "5 | count | received | 5 | SMR-2 | matches",
        "253 | count | received | 253 | KEN-2 | not in the record",
    ]),
    ("The side event takes place on March 3 at 9 am.", [
        "March 3 | date | event | --03-03 |  | not in the record",
    ]),
    ("The 45th session of the Working Group began on 22 January 2024.", []),
    ("Article 5 was read on page 12 for 30 minutes.", []),
    ("The weather was fine in 2014.", []),
    ("San Marino enjoyed 5 days of sun.", []),
    ("At its fourth UPR China accepted 290 recommendations. It noted 32 and rejected 98 of them.", [
        "290 | count | supported | 290 | CHN-4 | matches",
        "32 | count | noted | 32 | CHN-4 | matches",
        "98 | count | rejected | 98 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China accepted 290 recommendations. Of these, 12 concern torture.", [
        "290 | count | supported | 290 | CHN-4 | matches",
        "12 | thematic | received | 12 | CHN-4 | not in the record",
    ]),
    ("In its addendum to the second review, San Marino left 1 recommendation pending.", [
        "1 | count | pending | 1 | SMR-2 | superseded",
    ]),
    ("At its first review San Marino left 3 recommendations pending.", [
        "3 | count | pending | 3 | SMR-1 | matches",
    ]),
    ("At its first review San Marino rejected 1 recommendation made by Switzerland.", [
        "1 | count | rejected | 1 | SMR-1 | matches",
    ]),
    ("Half of the recommendations of San Marino's first review were rejected.", [
        "Half | share | rejected | 50 | SMR-1 | differs",
    ]),
    ("The Sammarinese delegation said that 3 recommendations enjoyed support and 1 "
     "did not enjoy its support at the first review of San Marino.", [
        "3 | count | supported | 3 | SMR-1 | matches",
        "1 | count | not_supported | 1 | SMR-1 | matches",
    ]),
    ("San Marino's previous review led to 4 recommendations, its second review to 5 recommendations.", [
        "4 | count | received | 4 | SMR-1 | matches",
        "5 | count | received | 5 | SMR-2 | matches",
    ]),
    ("Out of 428 recommendations, China's fourth review saw 290 "
     "accepted, 8 partially accepted, 32 noted and 98 rejected.", [
        "428 | count | received | 428 | CHN-4 | matches",
        "290 | count | supported | 290 | CHN-4 | matches",
        "8 | count | in_part | 8 | CHN-4 | matches",
        "32 | count | noted | 32 | CHN-4 | matches",
        "98 | count | rejected | 98 | CHN-4 | matches",
    ]),
    ("428 recommendations were made to China at its fourth UPR; 130 did not enjoy its support.", [
        "428 | count | received | 428 | CHN-4 | matches",
        "130 | count | not_supported | 130 | CHN-4 | matches",
    ]),
    ("China has not accepted 130 of the 428 recommendations that it received at its fourth UPR.", [
        "130 | count | not_supported | 130 | CHN-4 | matches",
        "428 | count | received | 428 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China accepted 20% of the recommendations, noted 32 and rejected 98 of 428.", [
        "20% | share | supported | 20 | CHN-4 | differs",
        "32 | count | noted | 32 | CHN-4 | matches",
        "98 | count | rejected | 98 | CHN-4 | matches",
        "428 | count | received | 428 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China received 428 recommendations, 290 (67.8%) of which were accepted.", [
        "428 | count | received | 428 | CHN-4 | matches",
        "290 | count | supported | 290 | CHN-4 | matches",
        "67.8% | share | supported | 67.8 | CHN-4 | matches",
    ]),
    ("At its fourth UPR China received 428 recommendations and accepted 290, or 78%, of them.", [
        "428 | count | received | 428 | CHN-4 | matches",
        "290 | count | supported | 290 | CHN-4 | matches",
        "78% | share | supported | 78 | CHN-4 | does not add up",
    ]),
    ("At least 100 recommendations to China at its fourth UPR were not supported.", [
        "100 | count | not_supported | 100 | CHN-4 | matches",
    ]),
    ("All but one of the recommendations of San Marino's second review were accepted.", [
        "All but one | none-of | not_supported | 1 | SMR-2 | not in the record",
    ]),
    ("Switzerland and 15 other organisations signed the letter.", [
        "15 | signatories | signatories | 15 | CHE | not in the record",
    ]),
    ("At its fourth UPR China committed to implement 290 recommendations.", [
        "290 | count | supported | 290 | CHN-4 | matches",
    ]),
    ("China's review in January 2024 ended with 428 recommendations. The "
     "government accepted 290 of them. The remaining 138 were not accepted.", [
        "January 2024 | date | review | 2024-01 | CHN-4 | matches",
        "428 | count | received | 428 | CHN-4 | matches",
        "290 | count | supported | 290 | CHN-4 | matches",
        "138 | count | not_supported | 138 | CHN-4 | matches on another count",
    ]),
    ("At its first review San Marino accepted all recommendations made by Kenya.", [
        "accepted all recommendations | none-of | not_supported | 0 | SMR-1 | matches",
    ]),
    ("At its first review San Marino accepted all recommendations made by Switzerland but one.", [
        "accepted all recommendations | none-of | not_supported | 1 | SMR-1 | matches",
    ]),
    ("At its first review San Marino accepted all recommendations made by Switzerland.", [
        "accepted all recommendations | none-of | not_supported | 0 | SMR-1 | differs",
    ]),
    ("Of China's 428 recommendations in the fourth cycle, 290 were accepted, "
     "eight accepted in part, 32 noted and the remaining 98 rejected outright.", [
        "428 | count | received | 428 | CHN-4 | matches",
        "290 | count | supported | 290 | CHN-4 | matches",
        "eight | count | in_part | 8 | CHN-4 | matches",
        "32 | count | noted | 32 | CHN-4 | matches",
        "98 | count | rejected | 98 | CHN-4 | matches",
    ]),
    ("During its UPR in January 2024, 161 countries spoke on China.", [
        "January 2024 | date | review | 2024-01 | CHN-4 | matches",
        "161 | count | speakers | 161 | CHN-4 | not in the record",
    ]),
    ("Beijing turned down 98 recommendations and merely noted another 32 at its fourth UPR.", [
        "98 | count | rejected | 98 | CHN-4 | matches",
        "32 | count | noted | 32 | CHN-4 | matches",
    ]),
    ("The acceptance rate at China's fourth UPR was 67.8%, compared with 82.1% in 2018.", [
        "67.8% | share | supported | 67.8 | CHN-4 | matches",
        "82.1% | comparison | supported | 82.1 | CHN-3 | not in the record",
    ]),
    ("China supported two thirds of the recommendations at its fourth UPR.", [
        "two thirds | share | supported | 66.7 | CHN-4 | within rounding",
    ]),
    ("More than half of the recommendations to China in the fourth cycle were supported.", [
        "More than half | share | supported | 50 | CHN-4 | matches",
    ]),
    ("China's delegation, 40 people strong, heard 428 recommendations in the fourth cycle.", [
        "428 | count | received | 428 | CHN-4 | matches",
    ]),
    ("The 2018 review of China produced 346 recommendations; 284 were accepted and 62 noted.", [
        "346 | count | received | 346 | CHN-3 | not in the record",
        "284 | count | supported | 284 | CHN-3 | not in the record",
        "62 | count | noted | 62 | CHN-3 | not in the record",
    ]),
    ("Seventeen recommendations concerned Tibet in China's fourth UPR.", [
        "Seventeen | thematic | received | 17 | CHN-4 | not in the record",
    ]),
    ("At its fourth UPR China agreed to 290 recommendations and refused 98.", [
        "290 | count | supported | 290 | CHN-4 | matches",
        "98 | count | rejected | 98 | CHN-4 | matches",
    ]),
    ("A group of 12 UN experts and 40 NGOs wrote to 5 embassies in 2023.", [
        "12 | signatories | signatories | 12 |  | not in the record",
        "40 | signatories | signatories | 40 |  | not in the record",
    ]),
    ("In its fourth UPR cycle China accepted 290 recommendations (68 per cent).", [
        "290 | count | supported | 290 | CHN-4 | matches",
        "68 per cent | share | supported | 68 | CHN-4 | matches",
    ]),
    ("San Marino received 5 recommendations at its second review, 1 more than at its first.", [
        "5 | count | received | 5 | SMR-2 | matches",
        "1 | comparison | received | 1 | SMR-2 | matches",
    ]),
    ("San Marino received 5 recommendations at its second review, an increase of 25%.", [
        "5 | count | received | 5 | SMR-2 | matches",
        "25% | comparison | received | 25 | SMR-2 | matches",
    ]),
    ("The recommendations to San Marino rose from 4 in its first review to 5 in its second review.", [
        "4 | comparison | received | 4 | SMR-1 | matches",
        "5 | count | received | 5 | SMR-2 | matches",
    ]),
    ("San Marino received twice as many recommendations as in its first review.", [
        "twice as many | comparison | received | 2 | SMR-2 | depends on a definition",
    ]),
    ("San Marino received 4 recommendations in 2009 and 5 in 2014.", [
        "4 | count | received | 4 | SMR-1 | matches",
        "5 | count | received | 5 | SMR-2 | matches",
    ]),
    ("San Marino's second review was held in 2015.", [
        "2015 | date | review | 2015 | SMR-2 | differs",
    ]),
    ("San Marin a reçu 4 recommandations lors de son premier EPU.", [
        "4 | count | received | 4 |  | needs State or cycle",
    ]),
    ("Saint-Marin a reçu 4 recommandations lors de son premier EPU et en a accepté 3.", [
        "4 | count | received | 4 | SMR-1 | matches",
        "3 | count | supported | 3 | SMR-1 | matches",
    ]),
    ("En su segundo examen San Marino recibió 5 recomendaciones.", [
        "5 | count | received | 5 | SMR-2 | matches",
    ]),
    ("Lors de son deuxième EPU, Saint-Marin a pris note d’une recommandation sur la peine de mort.", [
        "une | thematic | noted | 1 | SMR-2 | matches",
    ]),
    ("San Marino accepted all recommendations at its first review.", [
        "accepted all recommendations | none-of | not_supported | 0 | SMR-1 | differs",
    ]),
    ("None of the recommendations of San Marino's first review have been implemented.", [
        "None of the | none-of | supported | 0 | SMR-1 | not in the record",
    ]),
]
# fmt: on


@pytest.mark.parametrize(("sentence", "expected"), ROWS, ids=range(len(ROWS)))
def test_claims_and_verdicts(record: Record, sentence: str, expected: list[str]) -> None:
    found = []
    for each in check(sentence, record):
        claim, about = each.claim, str(each.about.review or each.about.state)
        found.append(" | ".join((claim.text, claim.kind, claim.role, claim.printed, about, each.verdict.verdict)))
    assert found == expected
