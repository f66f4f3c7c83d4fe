"""What a link to an event shows where it is shared: Open Graph (ogp.me) and the few names that other readers use."""

from __future__ import annotations

from item6.events import telling
from item6.events.posters.composing import lead_of
from item6.events.public import PublicEvent
from item6.events.voice import Voice

CARD_SIZE = (1200, 630)
_LOCALES = {"en": "en_GB", "fr": "fr_FR", "es": "es_ES", "ar": "ar_AR"}
_SHORT = 200


def open_graph(event: PublicEvent, voice: Voice, *, page: str, card: str, site: str, others: tuple[str, ...] = ()
               ) -> tuple[tuple[str, str], ...]:  # fmt: skip
    """Property and content of each element. card: address of its picture, or empty. others: languages of the page."""
    status = telling.status(event, voice)
    title = f"{status}: {event.title}" if status else event.title
    found = [
        ("og:type", "website"), ("og:title", title), ("og:url", page), ("og:site_name", site),
        ("og:description", description(event, voice)),
        ("og:locale", _LOCALES.get(voice.language, voice.language)),
        *(("og:locale:alternate", _LOCALES.get(each, each)) for each in others if each != voice.language),
    ]  # fmt: skip
    if card:
        wide, high = map(str, CARD_SIZE)
        found += [("og:image", card), ("og:image:type", "image/png"), ("og:image:width", wide),
                  ("og:image:height", high), ("og:image:alt", alternative(event, voice))]  # fmt: skip
    return tuple(found)


def description(event: PublicEvent, voice: Voice) -> str:
    """When and where, then what it is about, in some two hundred characters."""
    place = ", ".join(telling.where(event, voice))
    head = ". ".join(filter(None, (", ".join(telling.when(event, voice)), place)))
    lead = lead_of(event, max(80, _SHORT - len(head)))
    return ". ".join(filter(None, (head, lead)))


def alternative(event: PublicEvent, voice: Voice) -> str:
    """The words on the card."""
    said = (telling.kicker(event, voice), telling.status(event, voice), event.title,
            ", ".join(telling.when(event, voice)), ", ".join(telling.where(event, voice)))  # fmt: skip
    return ". ".join(filter(None, said))
