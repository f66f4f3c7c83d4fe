"""Side events for tests: made up, with somebody under a pseudonym, and with all that must not be seen outside."""

from __future__ import annotations

from dataclasses import replace

from item6.events.nouns import (
    BE_RECORDED,
    COUNCIL,
    FREE,
    HYBRID,
    MODERATOR,
    PERMANENT_MISSION,
    SHOW_NAME,
    Event,
    Organiser,
    Part,
    Recording,
    Session,
    Speaker,
    Task,
    Words,
)

LEGAL_NAME, PSEUDONYM = "Rósa Margarete Hentzau", "Ms Wren"
JOIN_LINK = "https://meet.example.org/j/8842119?pwd=q7Lz"

EVENT = Event(
    title="Ruritania before its review: the courts of Zenda", session=Session(COUNCIL, 67), day="2027-03-15",
    start="14:00", end="15:30", duration=90, room="Room XXVI", venue="Palais des Nations", format=HYBRID,
    organisers=(
        Organiser("Zenda Mothers", "ZM", status="special", consultative=True, year=2009, books=True),
        Organiser("Hentzau Circle", role="co-organiser", status="none", consultative=False),
        Organiser("Strelsau Bar Association", role="co-sponsor"),
        Organiser("Permanent Mission of Graustark", role=PERMANENT_MISSION),
    ),
    programme=(Part("Welcome", 10, "14:00", "Flavia Elphberg"), Part("Testimony", 30), Part("Panel", 30),
               Part("Questions and answers", 20)),
    speakers=(
        Speaker("Flavia Elphberg", "director", "", MODERATOR, "Zenda Mothers", consents=(SHOW_NAME, BE_RECORDED)),
        Speaker(LEGAL_NAME, "former judge", "Ruritania", pseudonym=PSEUDONYM, consented="by letter, 2027-01-04"),
        Speaker("Black Michael", "lawyer", "Ruritania", organisation="Strelsau Bar Association"),
    ),
    languages=("en", "fr"), interpretation=("es", "ils"), captions=True, price=FREE,
    audience="All delegates and accredited organisations", dial_in="none",
    summary="What became of the recommendations on the courts.",
    concept_note="# Why now\n\nThe courts of Zenda sit behind *closed doors*.\n\n- Who judges\n- Who watches",
    accessibility="The room has no steps. Tell us what you need.", safety="Do not film the left half of the room.",
    recorded=True, platform="Zoom", contact="events@zenda.example", review="CHN-3", themes=("Courts",),
    recordings=(
        Recording("The panel", "https://video.example.org/panel", shows=("Flavia Elphberg",)),
        Recording("Testimony", "https://video.example.org/testimony", shows=(LEGAL_NAME,)),
    ),
    translations=(
        Words("fr", "La Ruritanie avant son examen : les tribunaux de Zenda", "Ce qu’il en est advenu."),
        Words("ar", "روريتانيا قبل استعراضها: محاكم زندا", "ما آلت إليه التوصيات بشأن المحاكم."),
    ),
    tasks=(Task("approval", hours=840), Task("guest list", hours=48), Task("", "Order tea for the interpreters", 24)),
    notes="The driver is called Sapt.",
)  # fmt: skip
"""Complete, hybrid, in winter time; without the link to join."""

WITH_LINK = replace(EVENT, join_link=JOIN_LINK)

SECRETS = (LEGAL_NAME, "Hentzau, R", "Rosa Hentzau", "Black Michael", JOIN_LINK, "8842119", "Sapt", "Order tea",
           "by letter, 2027-01-04", "video.example.org/testimony")  # fmt: skip
"""What no public output may hold."""
