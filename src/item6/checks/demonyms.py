"""States in running text, also by what their people and governments are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from item6.terms.state_mentions import find_names

_ADJECTIVES = """
AFG Afghan; ALB Albanian; DZA Algerian; ARG Argentine; ARM Armenian; AUS Australian; AUT Austrian; AZE Azerbaijani;
BHR Bahraini; BGD Bangladeshi; BLR Belarusian; BEL Belgian; BTN Bhutanese; BOL Bolivian; BIH Bosnian; BRA Brazilian;
BGR Bulgarian; BDI Burundian; KHM Cambodian; CMR Cameroonian; CAN Canadian; TCD Chadian; CHL Chilean; CHN Chinese;
CHN Beijing; COL Colombian; HRV Croatian; CUB Cuban; CYP Cypriot; CZE Czech; DNK Danish; NLD Dutch; EGY Egyptian;
ERI Eritrean; EST Estonian; ETH Ethiopian; FIN Finnish; FRA French; GEO Georgian; DEU German; GRC Greek;
HTI Haitian; HND Honduran; HUN Hungarian; ISL Icelandic; IND Indian; IDN Indonesian; IRN Iranian; IRQ Iraqi;
IRL Irish; ISR Israeli; ITA Italian; JPN Japanese; JOR Jordanian; KAZ Kazakh; KEN Kenyan; KWT Kuwaiti; LAO Lao;
LVA Latvian; LBN Lebanese; LBY Libyan; LTU Lithuanian; MYS Malaysian; MDV Maldivian; MLT Maltese; MEX Mexican;
MDA Moldovan; MNG Mongolian; MAR Moroccan; NPL Nepali; NPL Nepalese; NIC Nicaraguan; NGA Nigerian; NOR Norwegian;
PAK Pakistani; PER Peruvian; PHL Philippine; POL Polish; PRT Portuguese; QAT Qatari; ROU Romanian; RUS Russian;
RWA Rwandan; SAU Saudi; SEN Senegalese; SRB Serbian; SGP Singaporean; SVK Slovak; SVN Slovenian; SOM Somali;
ESP Spanish; LKA Sri Lankan; SDN Sudanese; SWE Swedish; CHE Swiss; SYR Syrian; TZA Tanzanian; THA Thai;
TUN Tunisian; TUR Turkish; UGA Ugandan; UKR Ukrainian; GBR British; USA American; UZB Uzbek; VEN Venezuelan;
VNM Vietnamese; YEM Yemeni; ZMB Zambian; ZWE Zimbabwean; PRK North Korean; KOR South Korean; SAU Kingdom of Saudi
"""
_BY_WORD: Mapping[str, str] = {
    word: code for code, _, word in (each.strip().partition(" ") for each in _ADJECTIVES.split(";"))
}
_WORDS = re.compile(rf"\b(?:{'|'.join(sorted(_BY_WORD, key=len, reverse=True))})\b(?! Court)")


@dataclass(frozen=True, slots=True)
class Named:
    """A State named at a place of a text."""

    start: int
    end: int
    iso3: str


def named_states(text: str) -> list[Named]:
    """The States that a text names, from left to right, each place once."""
    found = [Named(each.start, each.end, each.iso3) for each in find_names(text)]
    taken = [(each.start, each.end) for each in found]
    for each in _WORDS.finditer(text):
        if not any(start < each.end() and each.start() < end for start, end in taken):
            found.append(Named(each.start(), each.end(), _BY_WORD[each[0]]))
    return sorted(found, key=lambda each: each.start)
