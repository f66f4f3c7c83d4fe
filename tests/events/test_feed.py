"""The feed, held against what RFC 4287 asks of one."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from xml.etree import ElementTree as ET

import pytest

from item6.events.feed import ATOM, Told, feed

BEGUN = datetime(2027, 1, 1, tzinfo=UTC)
FEED, PAGE = "https://zenda.example/events/of/1-abc.atom", "https://zenda.example/"
RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)")
ONCE = {"feed": ("id", "title", "updated"), "entry": ("id", "title", "updated", "published", "summary")}


def told(number: int, **changed: object) -> Told:
    known = {
        "uid": f"event{number}@item6", "title": f"Event <b>{number}</b> & more", "address": f"{PAGE}events/{number}",
        "summary": "Monday.\nRoom XX\x0b", "published": BEGUN, "updated": BEGUN + timedelta(days=number),
        "language": "fr", "categories": ("cancelled",),
    }  # fmt: skip
    return Told(**{**known, **changed})


def made(*events: Told) -> ET.Element:
    return ET.fromstring(feed("Coalition <of> Zenda", address=FEED, page=PAGE, language="en", told=events, begun=BEGUN))


def troubles(root: ET.Element) -> list[str]:
    """What is against RFC 4287: section 4.1.1 for a feed, 4.1.2 for an entry, 3.3 for dates, 4.2.7 for links."""
    found = [] if root.tag == f"{{{ATOM}}}feed" else ["no feed"]
    entries = root.findall(f"{{{ATOM}}}entry")
    for kind, each in [("feed", root), *(("entry", entry) for entry in entries)]:
        found += [f"{kind}: {len(each.findall(f'{{{ATOM}}}{name}'))} {name}" for name in ONCE[kind]
                  if len(each.findall(f"{{{ATOM}}}{name}")) != 1]  # fmt: skip
        found += [f"{kind}: {date.text}" for name in ("updated", "published")
                  for date in each.findall(f"{{{ATOM}}}{name}") if not RFC3339.fullmatch(date.text or "")]  # fmt: skip
        links = [(link.get("rel"), link.get("type"), link.get("href", "")) for link in each.findall(f"{{{ATOM}}}link")]
        found += [f"{kind}: {link}" for link in links if not link[2].startswith("https://")]
        found += [f"{kind}: two links alike" for link in set(links) if links.count(link) > 1]
        found += ["no alternate" for _ in (1,) if kind == "entry" and "alternate" not in [link[0] for link in links]]
    names = [each.text or "" for each in root.iter(f"{{{ATOM}}}id")]
    found += [f"no absolute name: {each}" for each in names if ":" not in each or " " in each]
    found += ["names twice"] if len(set(names)) != len(names) else []
    found += ["no author"] if root.find(f"{{{ATOM}}}author/{{{ATOM}}}name") is None else []
    known = {"id", "title", "updated", "author", "link", "entry", "published", "summary", "category", "name", "feed"}
    return found + [each.tag for each in root.iter() if each.tag.removeprefix(f"{{{ATOM}}}") not in known]


def test_a_feed_of_three_and_of_none() -> None:
    root = made(told(1), told(3), told(2))
    assert troubles(root) == []
    assert root.findtext(f"{{{ATOM}}}updated") == "2027-01-04T00:00:00Z"
    titles = [each.findtext(f"{{{ATOM}}}title") for each in root.iter(f"{{{ATOM}}}entry")]
    assert titles == ["Event <b>3</b> & more", "Event <b>2</b> & more", "Event <b>1</b> & more"]
    assert root.find(f"{{{ATOM}}}entry").get("{http://www.w3.org/XML/1998/namespace}lang") == "fr"
    empty = made()
    assert (troubles(empty), empty.findtext(f"{{{ATOM}}}updated")) == ([], "2027-01-01T00:00:00Z")


def test_an_entry_keeps_its_name_when_all_else_changes() -> None:
    changed = told(1, title="Another", address=f"{PAGE}x", updated=BEGUN + timedelta(days=9))
    names = [made(each).findtext(f"{{{ATOM}}}entry/{{{ATOM}}}id") for each in (told(1), changed, told(2))]
    assert names[0] == names[1] != names[2]


def test_what_the_checks_notice() -> None:
    root = made(told(1), told(1))
    assert "names twice" in troubles(root)
    root.remove(root.find(f"{{{ATOM}}}id"))
    assert "feed: 0 id" in troubles(root)
    with pytest.raises(ValueError, match="needs a zone"):
        made(told(1, updated=datetime(2027, 1, 1)))
