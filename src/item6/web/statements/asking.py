"""The form of a check: what was sent, understood, or what to correct, field by field."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass, field
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext

from item6.checks.reading import LONGEST
from item6.checks.resolving import Context
from item6.terms import states
from item6.web.building.incoming import called
from item6.web.languages.saying import grouped

LONGEST_TEXT = 1_000_000
"""Characters of a text that is pasted."""
CARRIED = 4_000_000
"""Bytes of a file that the page with the verdicts carries along, so that it can be asked for in other forms."""
FORMS = ("page", "html", "docx", "jsonl")

_LATEST_CYCLE = 9
_TITLE = 300
_NAME = 80


@dataclass
class Asked:
    """What was sent. data: the file, empty where a text was pasted. typed: each field as it was typed.

    wrong: for each field what to correct. context: as far as nothing is wrong.
    """

    text: str = ""
    data: bytes = b""
    name: str = ""
    form: str = "page"
    keep: bool = False
    typed: dict[str, str] = field(default_factory=dict)
    wrong: dict[str, str] = field(default_factory=dict)
    context: Context = field(default_factory=Context)
    too_large: bool = False

    @property
    def carried(self) -> str:
        """The file as text, for a form; empty where it is too large to be carried."""
        return base64.b64encode(self.data).decode() if 0 < len(self.data) <= CARRIED else ""


def asked(request: HttpRequest) -> Asked:
    """What a form asks for. Nothing of it is written anywhere."""
    sent = request.POST
    typed = {key: sent.get(key, "")[:_TITLE].strip() for key in ("state", "cycle", "as_of", "title")}
    made = Asked(form=sent.get("form", "page"), keep=sent.get("keep") == "yes", typed=typed)
    if made.form not in FORMS:
        made.form = "page"
    _take_words(made, request)
    _understand(made)
    return made


def _take_words(made: Asked, request: HttpRequest) -> None:
    sent, uploaded = request.POST, request.FILES.get("file")
    made.text = sent.get("text", "").replace("\r\n", "\n")
    made.name = _called(sent.get("name") or made.typed["title"] or made.text.strip()[:_NAME].partition("\n")[0])
    if uploaded is not None:
        made.name = called(getattr(uploaded, "name", None) or "")
        if (uploaded.size or 0) > LONGEST:
            made.too_large = True
            made.wrong["file"] = gettext("This file is larger than 20 MB. Send the statement without its pictures.")
            return
        made.data = uploaded.read()
    elif sent.get("carried"):
        made.data = _carried(sent["carried"])
    if made.data and made.text.strip():
        made.wrong["file"] = gettext("Both a text and a file were given. Leave one of them out.")
    elif not made.data and not made.text.strip():
        made.wrong["text"] = gettext("There is no text yet. Paste one, or choose a file.")
    elif len(made.text) > LONGEST_TEXT:
        made.too_large = True
        most = grouped(LONGEST_TEXT)
        made.wrong["text"] = gettext("This text is longer than %(most)s characters. Check it in parts.") % {
            "most": most
        }


def _called(words: str) -> str:
    """A name made of words, which are no path."""
    if not words.strip():
        return gettext("Pasted text")
    cut = words if len(words) < _NAME else words[: _NAME - 1].rpartition(" ")[0] + "…"
    return called(cut.replace("/", "∕").replace("\\", "∖"))


def _carried(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)[:CARRIED]
    except (binascii.Error, ValueError):
        return b""


def _understand(made: Asked) -> None:
    """State, cycle, date and title."""
    typed = made.typed
    code = typed["state"].upper()
    state = code if code in states.STATES else states.find(typed["state"]) if typed["state"] else ""
    if state is None:
        near = states.suggest(typed["state"])
        hint = gettext("Did you mean %(near)s?") % {"near": ", ".join(near[:3])} if near else ""
        said = gettext("No State is called “%(typed)s”. Give its name or its code, such as CHN.")
        made.wrong["state"] = " ".join(filter(None, (said % {"typed": typed["state"]}, hint)))
    cycle = (
        int(typed["cycle"]) if typed["cycle"].isascii() and typed["cycle"].isdigit() and len(typed["cycle"]) < 3 else 0
    )
    if typed["cycle"] and not 1 <= cycle <= _LATEST_CYCLE:
        made.wrong["cycle"] = gettext("A cycle is a number such as 3 or 4.")
    if typed["as_of"] and not _is_day(typed["as_of"]):
        made.wrong["as_of"] = gettext("A date is written like 2024-06-26.")
    if not made.wrong:
        made.context = Context(state or "", cycle or None, typed["as_of"], typed["title"])


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
