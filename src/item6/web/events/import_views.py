"""An announcement, pasted: what was read of it, beside the words it was read from; then a draft of the event."""

from __future__ import annotations

from dataclasses import replace

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from item6.events.reading import LONGEST, read_announcement
from item6.events.tasks import usual
from item6.organisations.folding import clean
from item6.web.audit.noting import CHANGED, note
from item6.web.events import passages, writing
from item6.web.events.views import all_events, to_event
from item6.web.events.wording import LANGUAGES, field_words
from item6.web.people.member_views import crumbs_of, here
from item6.web.people.models import Coalition

ASKED = ("title", "day", "start", "format", "organisers", "languages", "price", "audience", "registration")
"""What every announcement should say."""


@require_http_methods(["GET", "HEAD", "POST"])
def paste(request: HttpRequest, coalition: str) -> HttpResponse:
    """The box for an announcement; by POST what was read of it, or the draft that is made of it."""
    acting, place = here(request)
    text = clean(request.POST.get("text", ""))
    page = {"place": place, "crumbs": crumbs_of(place, all_events(place)), "text": text, "most": LONGEST,
            "languages": list(LANGUAGES.items())}  # fmt: skip
    if request.method != "POST":
        return render(request, "events/import.html", page)
    if not text.strip():
        page["trouble"] = gettext("Paste the words of an announcement.")
        return render(request, "events/import.html", page, status=400)
    draft = read_announcement(text)
    if request.POST.get("do") == "begin" and draft.readings:
        left_out = {int(each) for each in request.POST.getlist("without") if each.isdecimal() and len(each) < 5}
        kept = replace(draft, readings=tuple(read for number, read in enumerate(draft.readings, 1)
                                             if number not in left_out))  # fmt: skip
        file = kept.event
        file = replace(file, title=file.title or gettext("An event without a title"), tasks=usual(file))
        row = writing.begin(coalition=Coalition.objects.get(pk=place.coalition), file=file)
        note(CHANGED, "event-import", person=acting.person, coalition=place.coalition, object=str(row.pk))
        return to_event(place, row)
    if not draft.readings:
        page["trouble"] = gettext("Nothing of an event was found in these words. Is it an announcement, in English?")
        return render(request, "events/import.html", page, status=400)
    read = {each.field for each in draft.readings}
    page |= {
        "found": passages.found_in(draft), "pieces": list(passages.marked(draft)), "cut": len(text) > LONGEST,
        "missing": [field_words(name) for name in ASKED if name not in read],
        "doubts": sum(bool(each.doubt) for each in draft.readings),
    }  # fmt: skip
    return render(request, "events/import.html", page)
