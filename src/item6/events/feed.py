"""A coalition's published events as an Atom feed (RFC 4287)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID, uuid5
from xml.etree import ElementTree as ET

from item6.briefings.writers.cleaning import plain

ATOM = "http://www.w3.org/2005/Atom"
TYPE = "application/atom+xml"
_OURS = UUID("0b7e4f5e-95d3-5c19-8f0a-2f6f0d6d5a11")
"""The namespace of the names of entries."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event in a feed. uid: of its calendar file, the same for life. summary: when, where and what, plain words.

    published, updated: moments with their zones. language: of title and summary. categories: such as its status.
    """

    uid: str
    title: str
    address: str
    summary: str
    published: datetime
    updated: datetime
    language: str = ""
    categories: tuple[str, ...] = ()


def feed(name: str, *, address: str, page: str, language: str, told: Iterable[Told], begun: datetime) -> bytes:
    """The feed, newest change first. name: whose events. address: the feed's own. begun: what it says before any event.

    ValueError for a moment without a zone.
    """
    every = sorted(told, key=lambda each: each.updated, reverse=True)
    root = ET.Element("feed", {"xmlns": ATOM, "xml:lang": language})
    _add(root, "id", address)
    _add(root, "title", name)
    _add(root, "updated", _moment(max((each.updated for each in every), default=begun)))
    ET.SubElement(ET.SubElement(root, "author"), "name").text = plain(name)
    ET.SubElement(root, "link", {"rel": "self", "type": TYPE, "href": address})
    if page:
        ET.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": page})
    for each in every:
        entry = ET.SubElement(root, "entry", {"xml:lang": each.language} if each.language else {})
        _add(entry, "id", uuid5(_OURS, each.uid).urn)
        _add(entry, "title", each.title)
        ET.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": each.address})
        _add(entry, "published", _moment(each.published))
        _add(entry, "updated", _moment(each.updated))
        for category in each.categories:
            ET.SubElement(entry, "category", {"term": category})
        _add(entry, "summary", each.summary)
    whole: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return whole


def _add(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, name).text = plain(words)


def _moment(moment: datetime) -> str:
    if moment.tzinfo is None:
        raise ValueError("the moment needs a zone")
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
