"""What the world sees of an event: its page, its files, its calendar entry, and the feed of a coalition's events.

Everything here is made of `Event.public()`. Opening a page changes nothing, and no page asks another site for anything.
"""

from __future__ import annotations

import json
from datetime import UTC
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from django.utils.safestring import SafeString, mark_safe
from django.views.decorators.http import require_safe

from item6.briefings.writers import WriterMissing
from item6.events import feed, open_graph, telling, zones
from item6.events.posters.composing import lead_of
from item6.events.posters.nouns import CARD
from item6.events.public import PublicEvent
from item6.events.schema_org import schema_org
from item6.events.times import NoTime
from item6.events.timetable import timetable
from item6.events.voice import Voice
from item6.terms.names import ReviewName
from item6.web.events import checking, papers
from item6.web.events.beside import ways_of
from item6.web.events.feeds import coalition_of, feed_address
from item6.web.events.models import Event
from item6.web.events.states import PUBLISHED, WITHDRAWN
from item6.web.events.voices import LANGUAGES, said_in, voice
from item6.web.languages import saying
from item6.web.letters.models import Letter
from item6.web.letters.publishing import is_public
from item6.web.public.texts import as_html


@require_safe
def page(request: HttpRequest, address: str) -> HttpResponse:
    """The event, in the language of the reader or in the one asked for; 410 where it was taken down."""
    event = _event(address)
    if event.state == WITHDRAWN:
        return render(request, "events/gone.html", status=410)
    with translation.override(_language(request)):
        return render(request, "events/page.html", _page(request, event))


@require_safe
def note(request: HttpRequest, address: str) -> HttpResponse:
    """The concept note by itself, to read and to print."""
    event = _published(address)
    if not event.whole().concept_note.strip():
        raise Http404("concept note")
    with translation.override(_language(request)):
        shown, said = said_in(event.public()), voice()
        found = {
            **_head(event, shown, said), "note": as_html(shown.concept_note, below=1),
            "files": _files(event, ("concept-note",), (said.language,)),
        }  # fmt: skip
        return render(request, "events/note.html", found)


@require_safe
def file(request: HttpRequest, address: str, name: str, language: str, form: str) -> HttpResponse:
    """A flyer, square, card or concept note in a language."""
    event = _published(address)
    if language not in LANGUAGES or (name == "concept-note" and not event.whole().concept_note.strip()):
        raise Http404(name)
    try:
        contents = papers.paper(event, name, language, form)
    except KeyError:
        raise Http404(form) from None
    except WriterMissing as error:
        return HttpResponse(str(error), content_type="text/plain; charset=utf-8", status=503)
    response = HttpResponse(contents, content_type=papers.TYPES[form])
    how = "inline" if form == "png" else "attachment"
    response.headers["Content-Disposition"] = f'{how}; filename="{name}-{language}.{form}"'
    return response


@require_safe
def calendar(request: HttpRequest, address: str) -> HttpResponse:
    """The event for calendars; 404 while day or time are not known."""
    event = _published(address)
    try:
        contents = papers.calendar(event)
    except NoTime as error:
        raise Http404(str(error)) from None
    response = HttpResponse(contents, content_type=papers.TYPES["ics"])
    response.headers["Content-Disposition"] = 'attachment; filename="event.ics"'
    return response


@require_safe
def atom(request: HttpRequest, link: str) -> HttpResponse:
    """The published events of a coalition as a feed."""
    coalition = coalition_of(link)
    if coalition is None or coalition.closed:
        raise Http404("feed")
    rows = Event.objects.filter(coalition=coalition, state=PUBLISHED, published__isnull=False)
    told = [_told(each) for each in rows.order_by("-changed")[:50]]
    made = feed.feed(
        coalition.name, address=feed_address(coalition), page=settings.SERVER.address, language="en", told=told,
        begun=coalition.begun,
    )  # fmt: skip
    return HttpResponse(made, content_type=f"{feed.TYPE}; charset=utf-8")


def _told(event: Event) -> feed.Told:
    shown = event.public()
    with translation.override(shown.language if shown.language in LANGUAGES else "en"):
        said = voice()
        assert event.published is not None, "published events alone are told"
        status = telling.status(shown, said)
        return feed.Told(
            uid=event.uid, title=f"{status}: {shown.title}" if status else shown.title,
            address=papers.page_address(event), summary=open_graph.description(shown, said),
            published=event.published, updated=event.changed, language=shown.language, categories=(shown.status,),
        )  # fmt: skip


def _page(request: HttpRequest, event: Event) -> dict[str, Any]:
    shown, said = said_in(event.public()), voice()
    return {
        **_head(event, shown, said),
        **_times(request, shown, said),
        "lead": lead_of(shown, 2000) if shown.summary else "",
        "ways": ways_of(event), "facts": telling.facts(shown, said),
        "note": as_html(shown.concept_note, below=2), "safety": as_html(shown.safety),
        "slots": list(timetable(shown)),
        "groups": [(each, _organisers(each, said)) for each in telling.groups(shown, said)],
        "speakers": [(telling.speaker_named(each, said), telling.post_of(each), telling.speaking(each, said))
                     for each in shown.speakers],
        "following": _following(event), "follow_up": shown.follow_up, "follows": _public_or_none(event.follows),
        "review": _review(shown), "themes": shown.themes, "letters": _letters(event, shown),
        "report": as_html(shown.report), "checked": (checked := checking.published(event)),
        "statement": as_html(checked.text) if checked else "",
        "recordings": [(each, said.language_named(each.language) if each.language else "")
                       for each in shown.recordings if each.address.startswith(("https://", "http://"))],
        "files": _files(event, ("concept-note",) if shown.concept_note else (), (said.language,)),
        "posters": [(each, translation.get_language_info(each)["name_local"],
                     _files(event, ("flyer", "square"), (each,))) for each in LANGUAGES],
        "shares": _shares(shown.title, papers.page_address(event, said.language)),
        "share_address": papers.page_address(event),
        "alternative": open_graph.alternative(shown, said),
        "card_path": papers.file_address(event, CARD, said.language, "png"),
        "asked_language": said.language if "language" in request.GET else "", "webcal": _webcal(event),
    }  # fmt: skip


def _head(event: Event, shown: PublicEvent, said: Voice) -> dict[str, Any]:
    """What every page of the event has: its title, what became of it, and what programs read."""
    page_address = papers.page_address(event)
    card = settings.SERVER.address.rstrip("/") + papers.file_address(event, CARD, said.language, "png")
    properties = open_graph.open_graph(
        shown, said, page=page_address, card=card, site=event.coalition.name, others=LANGUAGES
    )
    return {
        "shown": shown, "address": event.address, "kicker": telling.kicker(shown, said), "properties": properties,
        "status": telling.status(shown, said), "former": telling.former(shown, said), "card": card,
        "description": open_graph.description(shown, said), "page_address": page_address,
        "structured": _structured(event, shown, card, said), "coalition": event.coalition.name,
        "feed": feed_address(event.coalition), "languages": LANGUAGES,
        "when": telling.when(shown, said, "UTC"), "where": telling.where(shown, said),
    }  # fmt: skip


def _structured(event: Event, shown: PublicEvent, card: str, said: Voice) -> SafeString:
    """JSON-LD that can stand in a page; empty where day, time or place are not known."""
    moved = shown.former if shown.status == "rescheduled" else ""
    try:
        found = schema_org(
            shown, papers.page_address(event), previous_start=moved,
            description=open_graph.description(shown, said), image=card,
        )  # fmt: skip
    except NoTime:
        return SafeString("")
    written = json.dumps(found, ensure_ascii=False)
    for sign in "<>&\u2028\u2029":
        written = written.replace(sign, f"\\u{ord(sign):04x}")
    return mark_safe(written)  # nothing in it can end the element


def _times(request: HttpRequest, shown: PublicEvent, said: Voice) -> dict[str, Any]:
    """The moments, and the reader's own time: chosen, or guessed where the browser's language says a country."""
    known = telling.moments(shown)
    if known is None:
        return {"moment": None}
    first, last = known
    asked = request.GET.get("zone", "")[:60]
    chosen = asked if zones.is_zone(asked) else ""
    zone = chosen or ("" if asked else zones.guessed(request.headers.get("Accept-Language", ""), first))
    there = zones.local(first, zone) if zone else None
    own = zones.local(first, shown.zone)
    return {
        "moment": first.astimezone(UTC), "last": last.astimezone(UTC) if last else None,
        "zone": zone, "chosen": chosen, "no_zone": bool(asked and not chosen), "zones": zones.choices(),
        "your_day": said.day(there.day) if there else "", "same": bool(there and there.offset == own.offset),
        "ahead": own.offset, "your_hours": telling.hours(first, last, zone, said) if zone else "",
    }  # fmt: skip


def _review(shown: PublicEvent) -> str:
    """`Ruritania, cycle 3`; empty without a review."""
    state, _, cycle = shown.review.rpartition("-")
    return saying.review(ReviewName(state, int(cycle))) if state and cycle.isdigit() else ""


def _organisers(group: telling.Group, said: Voice) -> list[tuple[str, str, str]]:
    """Name, what is said of its status, and its site."""
    return [
        (telling.name_of(each), telling.held(each, said),
         each.website if each.website.startswith(("https://", "http://")) else "")
        for each in group.organisers
    ]  # fmt: skip


def _files(event: Event, names: tuple[str, ...], languages: tuple[str, ...]) -> list[tuple[str, str, str]]:
    """Name, form and address of each file."""
    forms = {"concept-note": ("pdf", "docx")}
    return [
        (name, form, papers.file_address(event, name, language, form))
        for language in languages for name in names for form in forms.get(name, ("pdf", "png"))
    ]  # fmt: skip


def _letters(event: Event, shown: PublicEvent) -> list[tuple[str, str]]:
    """Title and address of the letters that it speaks of, as far as they are public."""
    rows = Letter.objects.filter(coalition_id=event.coalition_id, address__in=shown.letters).order_by("pk")
    return [(row.title, reverse("letter-published", kwargs={"address": row.address})) for row in rows if is_public(row)]


def _following(event: Event) -> list[tuple[str, str]]:
    """Title and address of the published events that follow."""
    rows = event.followed_by.filter(state=PUBLISHED).order_by("begins")
    return [(row.public().title, reverse("event-page", kwargs={"address": row.address})) for row in rows]


def _public_or_none(event: Event | None) -> tuple[str, str] | None:
    if event is None or event.state != PUBLISHED:
        return None
    return event.public().title, reverse("event-page", kwargs={"address": event.address})


def _shares(title: str, address: str) -> list[tuple[str, str]]:
    """Where a link can be shared, and how: plain links, which load nothing before they are pressed."""
    words, link = quote(title, safe=""), quote(address, safe="")
    return [
        ("E-mail", f"mailto:?subject={words}&body={words}%0A{link}"),
        ("WhatsApp", f"https://wa.me/?text={words}%20{link}"),
        ("Telegram", f"https://t.me/share/url?url={link}&text={words}"),
        ("Bluesky", f"https://bsky.app/intent/compose?text={words}%20{link}"),
        ("Facebook", f"https://www.facebook.com/sharer/sharer.php?u={link}"),
        ("X", f"https://x.com/intent/post?url={link}&text={words}"),
    ]


def _webcal(event: Event) -> str:
    """The calendar file as an address that calendars follow: they ask for it again, and learn of changes."""
    path = reverse("event-calendar", kwargs={"address": event.address})
    return f"webcal://{settings.SERVER.address.partition('://')[2].rstrip('/')}{path}"


def _language(request: HttpRequest) -> str:
    asked = request.GET.get("language", "")
    return asked if asked in LANGUAGES else translation.get_language() or "en"


def _event(address: str) -> Event:
    event = Event.objects.select_related("coalition", "follows").filter(address=address).first()
    if event is None or event.coalition.closed or event.state not in (PUBLISHED, WITHDRAWN):
        raise Http404("event")
    return event


def _published(address: str) -> Event:
    event = _event(address)
    if event.state != PUBLISHED:
        raise Http404("event")
    return event
