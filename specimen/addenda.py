"""The addenda to the two reports, and what a reader has to find in each.

Every State answers in a style of its own, and Ruritania changes its style from review to review. The folder
`variants/` holds the second addendum in further styles and languages, with the same answers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from layout import Cover
from script import Answered, Block
from word import Front

Row = dict[str, object]

_VIEWS = (
    "Views on conclusions and/or recommendations, voluntary commitments and replies presented by the State under review"
)

POSITIONS = {
    "accepted": "supported",
    "accepted_being_implemented": "supported",
    "accepted_implemented": "supported",
    "accepted_in_part": "supported/noted",
    "accepted_in_principle": "supported/noted",
    "noted": "noted",
    "rejected": "noted",
    "no_answer": "pending",
}
"""The class of each normalised form, written out here so that the expected rows depend on no code of item6."""

FIRST = Cover(
    symbol="A/HRC/14/901/Add.1",
    issued="28 May 2010",
    session="Fourteenth session",
    programme="Universal periodic review",
    job="GE.10-00902 (E)",
    year=2010,
    addendum="Addendum",
    views=_VIEWS,
)
SECOND = Cover(
    symbol="A/HRC/29/917/Add.1",
    issued="3 June 2015",
    session="Twenty-ninth session",
    programme="Universal periodic review",
    job="GE.15-00918 (E)",
    year=2015,
    addendum="Addendum",
    views=_VIEWS,
)
SECOND_IN_FRENCH = replace(
    SECOND,
    issued="3 juin 2015",
    session="Vingt-neuvième session",
    programme="Examen périodique universel",
    job="GE.15-00918 (F)",
    addendum="Additif",
    views=(
        "Observations sur les conclusions et/ou recommandations, engagements exprimés et réponses de l’État examiné"
    ),
    language="fr",
    nations="Nations Unies",
    assembly="Assemblée générale",
    distribution="Distr. générale",
    original="Original : français",
    council="Conseil des droits de l’homme",
    agenda="Point 6 de l’ordre du jour",
    report="Rapport du Groupe de travail sur l’Examen périodique universel",
    reviewed="Ruritanie",
)
SECOND_IN_SPANISH = Front(
    "Naciones Unidas",
    SECOND.symbol,
    "Asamblea General",
    "Distr. general\n3 de junio de 2015\n\nOriginal: español",
    ("Consejo de Derechos Humanos", "29º período de sesiones", "Tema 6 de la agenda", "Examen periódico universal"),
    (
        "Informe del Grupo de Trabajo sobre el Examen Periódico Universal",
        "Ruritania",
        "Adición",
        "Opiniones sobre las conclusiones y/o recomendaciones, compromisos voluntarios y respuestas del Estado "
        "examinado",
    ),
    "Adición: Ruritania (specimen)",
)
SECOND_AS_TABLE = Front(
    "United Nations",
    SECOND.symbol,
    "General Assembly",
    "Distr.: General\n3 June 2015\n\nOriginal: English",
    ("Human Rights Council", "Twenty-ninth session", "Agenda item 6", "Universal periodic review"),
    ("Report of the Working Group on the Universal Periodic Review", "Ruritania", "Addendum", _VIEWS),
    "Addendum: Ruritania (specimen)",
)


def placed(block: Block) -> Block:
    """The block with a mark where each number of its answers is printed, or where it begins."""
    words = block.words
    for answer in reversed(block.answers):
        at = 0 if block.kind == "answer" else max(words.find(answer.printed.partition("–")[0]), 0)
        words = f"{words[:at]}⟦answer:{answer.number}⟧{words[at:]}"
    if block.totals:
        words = f"⟦paragraph:{block.label}⟧{words}"
    return replace(block, words=words)


def answer_rows(blocks: Iterable[Block], pages: Mapping[str, int]) -> Iterator[Row]:
    """Every answer that a reader finds, in printed order.

    number: as the addendum prints it, without final dot. resolved: the recommendation's number in the report.
    """
    for block in blocks:
        for answer in block.answers:
            place = f"answer:{answer.number}"
            yield {
                "number": _as_read(answer),
                "resolved": answer.number,
                "position": POSITIONS[answer.normalised],
                "normalised": answer.normalised,
                "as_written": answer.as_written,
                "explanation": answer.explanation,
                "page": pages.get(place),
            }


def _as_read(answer: Answered) -> str:
    """The number of one recommendation: the printed one without dot, or one out of a range."""
    return answer.number if "–" in answer.printed else answer.printed.rstrip(".")


def answered(blocks: Iterable[Block]) -> dict[str, tuple[str, str]]:
    """Position and paragraph of the addendum by number of the report; what is still left open is left out."""
    return {
        answer.number: (POSITIONS[answer.normalised], block.paragraph)
        for block in blocks
        for answer in block.answers
        if answer.normalised != "no_answer"
    }
