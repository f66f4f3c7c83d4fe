"""What people call a review or a State, to its name; with the nearest ones where there is none."""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence

from item6.cli.messages import Misuse, program, say
from item6.measures.published import Published, published_of
from item6.measures.reviewed import year_of
from item6.record.reader import Record
from item6.record.rows import ReviewRow
from item6.terms import states
from item6.terms.calendar import SESSIONS, cycle_of_session
from item6.terms.names import RecommendationName, ReviewName, parse_recommendation_name, parse_review_name
from item6.terms.states import name_of
from item6.terms.symbols import parse_symbol

_YEAR = re.compile(r"(.+?)[\s,]+\(?((?:19|20)\d\d)\)?")


def find_state(text: str) -> str:
    """ISO3 code of a State named by name or code. Misuse that names the nearest ones otherwise."""
    code = text.strip().upper()
    found = code if code in states.STATES else states.find(text)
    if found is None:
        raise Misuse(
            f"no State is called “{text}”", _nearest(states.suggest(text), "give its name or its code, such as CHN")
        )
    return found


def find_review(record: Record, text: str) -> ReviewRow:
    """The review that `CHN-3`, `chn-3`, `China 2018` or `China` (the latest one) names in the record.

    A symbol of one of its documents names it too, that of its draft as well. Misuse where the record holds none,
    naming what it holds of that State or the nearest names.
    """
    rows = record.reviews()
    name = parse_review_name(text) or _by_symbol(record, text)
    if name is not None:
        return _by_name(rows, name, text)
    dated = _YEAR.fullmatch(text.strip())
    of_state = _of_state(rows, dated[1] if dated else text)
    if dated:
        return _by_year(record, of_state, int(dated[2]), text)
    latest = max(of_state, key=lambda row: row.cycle)
    if len(of_state) > 1:
        others = ", ".join(str(row.name) for row in of_state if row is not latest)
        say(f"{text}: this is {latest.name}, the latest review in the record; also there: {others}")
    return latest


def published_only(record: Record, text: str) -> Published | None:
    """The published totals of a review of which the record has nothing else; None where it has, or has not even them.

    text: `CHN-4`, or State and year (`China 2024`).
    """
    name = parse_review_name(text) or _by_sessions(text)
    return published_of(record, name) if name else None


def name_review(record: Record | None, text: str) -> ReviewName:
    """The review that a text names, in the record or not: `CHN-4`, `China 2024`. Misuse where it names none.

    A year names a review where all sessions of that year belong to one cycle.
    """
    name = parse_review_name(text)
    if name is not None and name.state in states.STATES:
        return name
    if name is None:
        found = _by_sessions(text)
        if found is not None:
            return found
        if record is not None:
            return find_review(record, text).name
    raise Misuse(f"“{text}” names no review", "write it like CHN-3, or State and year")


def _by_sessions(text: str) -> ReviewName | None:
    dated = _YEAR.fullmatch(text.strip())
    code = (states.find(dated[1]) or _only_code(dated[1])) if dated else None
    if dated is None or code is None:
        return None
    cycles = {cycle_of_session(session.number) for session in SESSIONS.values() if session.year == int(dated[2])}
    cycle = cycles.pop() if len(cycles) == 1 else None
    return ReviewName(code, cycle) if cycle else None


def _by_symbol(record: Record, text: str) -> ReviewName | None:
    symbol = parse_symbol(text)
    if symbol is None:
        return None
    return next((each.review for each in record.documents() if each.review and each.symbol == str(symbol)), None)


def find_recommendation(record: Record, text: str) -> RecommendationName:
    """The recommendation or text of a name such as `CHN-3#28.212/1`, also `China 2018#28.212`; Misuse otherwise.

    A number of the draft gives the number of the report, and is said to.
    """
    name = parse_recommendation_name(text)
    if name is None:
        review, sign, number = text.partition("#")
        head = f"XXX-1#{number}"
        parsed = parse_recommendation_name(head) if sign else None
        if parsed is None:
            raise Misuse(
                f"“{text}” names no recommendation", "write it like CHN-3#28.212, or CHN-3#28.212/1 for one text"
            )
        name = RecommendationName(find_review(record, review).name, parsed.number, parsed.part)
    row = _by_name(record.reviews(), name.review, str(name.review))
    known = record.resolve(name)
    if known != name:
        say(f"{name}: this is {known} in {row.symbol or row.file}")
        name = known
    found = record.recommendation(RecommendationName(row.name, name.number))
    if found is None:
        _say_what_became(record, name)
        numbers = [each.number for each in record.recommendations(row.name)]
        near = difflib.get_close_matches(name.number, numbers, n=3)
        raise Misuse(
            f"{row.name} has no recommendation {name.number}",
            _nearest(near, f"see them with: {program()} show {row.name} --list"),
        )
    if name.part is not None and name.part > len(found.texts):
        raise Misuse(f"{row.name}#{name.number} has no text {name.part}", f"it has {len(found.texts)}")
    return name


def _say_what_became(record: Record, name: RecommendationName) -> None:
    """Misuse that says so for a number of the draft that is no more."""
    if any(each.alias == name.number and each.number is None for each in record.aliases(name.review)):
        raise Misuse(
            f"{name.number} of the draft is not in the report of {name.review}",
            f"see what became of the others with: {program()} reconcile {name.review} --notes",
        )


def _by_name(rows: Sequence[ReviewRow], name: ReviewName, text: str) -> ReviewRow:
    found = next((row for row in rows if row.name == name), None)
    if found is not None:
        return found
    of_state = [str(row.name) for row in rows if row.state == name.state]
    if of_state:
        raise Misuse(f"the record has no review {name}", f"of {name_of(name.state)} it holds {', '.join(of_state)}")
    near = difflib.get_close_matches(str(name), [str(row.name) for row in rows], n=3, cutoff=0.6)
    raise Misuse(f"the record has no review {name}", _nearest(near, f"add its report with: {program()} build FILE"))


def _of_state(rows: Sequence[ReviewRow], text: str) -> list[ReviewRow]:
    code = text.strip().upper()
    iso3 = code if any(row.state == code for row in rows) else states.find(text) or _only_code(text)
    if iso3 is None:
        in_record = {name_of(row.state): row for row in rows}
        near = difflib.get_close_matches(text.strip().title(), in_record, n=3, cutoff=0.6)
        raise Misuse(
            f"no State is called “{text}”",
            _nearest(near or states.suggest(text), "give its name, or a review such as CHN-3"),
        )
    found = sorted((row for row in rows if row.state == iso3), key=lambda row: row.cycle)
    if not found:
        raise Misuse(f"the record has no review of {name_of(iso3)}", f"add its report with: {program()} build FILE")
    return found


def _only_code(text: str) -> str | None:
    code = text.strip().upper()
    return code if code in states.STATES else None


def _by_year(record: Record, rows: Sequence[ReviewRow], year: int, text: str) -> ReviewRow:
    years = {row.name: year_of(record, row) for row in rows}
    found = [row for row in rows if years[row.name] == year]
    if not found:
        held = ", ".join(f"{name} ({at or 'year not known'})" for name, at in years.items())
        raise Misuse(f"the record has no review “{text}”", f"of {name_of(rows[0].state)} it holds {held}")
    return found[-1]


def _nearest(near: Sequence[str], otherwise: str) -> str:
    if not near:
        return otherwise
    return f"did you mean {' or '.join(filter(None, (', '.join(near[:-1]), near[-1])))}?"
