"""From contents in any order to the rows of a record, in the order of names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from json import JSONEncoder

from item6.record import others
from item6.record.contents import Alias, Contents, Position, ReviewSource
from item6.record.errors import ContentsRefused
from item6.record.schema import ALIKE, OURS, POSITION_CODES, STAGE_CODES, TABLES, Row, Value
from item6.terms.annotations import Annotation
from item6.terms.answers import Answer
from item6.terms.decisions import Decision
from item6.terms.documents import Document, Reading
from item6.terms.issues import Issue, Place, issue
from item6.terms.labels import Label
from item6.terms.links import Alike
from item6.terms.names import RecommendationName, ReviewName, number_key
from item6.terms.passages import Passage, locator_to_json
from item6.terms.recommendations import Recommendation, Speaker, Text, fingerprint

Rows = dict[str, list[Row]]
"""Rows of every table, by its name."""


def arrange(contents: Contents) -> Rows:
    """The rows of every table. The same contents in any order give the same rows.

    Recommendations, speakers and commitments come from the report in force of each review; commitments, speakers and
    totals also from its other documents, such as the addendum, but not from superseded ones. ContentsRefused where
    contents contradict themselves (a review named twice, a position or a label of a text that does not exist).
    """
    readings = _once(contents.readings)
    tables = _Tables({reading.document.sha256: rank for rank, reading in enumerate(readings, 1)})
    tables.rows["document"] = [_document(rank, reading.document) for rank, reading in enumerate(readings, 1)]
    issues = {found for reading in contents.readings for found in reading.issues} | set(contents.issues)
    issues |= _left_out(readings, contents.reviews)
    ranks = _reviews(tables, contents.reviews, readings, issues)
    _positions(tables, contents.positions, ranks)
    _answers(tables, readings)
    _aliases(tables, contents.aliases, ranks)
    _decisions(tables, contents.decisions)
    _others(tables, contents, readings, ranks)
    tables.rows["link"] = _links(tables, contents.links, ranks)
    tables.rows["issue"] = [_issue(rank, found) for rank, found in enumerate(sorted(issues, key=_issue_order), 1)]
    return {table: [_storable(row) for row in rows] for table, rows in tables.rows.items()}


@dataclass
class _Tables:
    """Rows as they grow. documents: rank by SHA-256. passages and texts: rank by what they are."""

    documents: dict[str, int]
    rows: Rows = field(default_factory=lambda: {table: [] for table in TABLES})
    passages: dict[Passage, int] = field(default_factory=dict)
    texts: dict[tuple[int, str, int], int] = field(default_factory=dict)
    states: dict[int, tuple[str, ...]] = field(default_factory=dict)

    def document(self, sha256: str) -> int:
        """Rank of a document; ContentsRefused where no reading is of it."""
        try:
            return self.documents[sha256]
        except KeyError:
            raise ContentsRefused(f"no reading is of the document {sha256}, which is named as a source") from None

    def passage(self, passage: Passage) -> int:
        """Rank of a passage, which is stored where it is new."""
        rank = self.passages.get(passage)
        if rank is None:
            rank = self.passages[passage] = len(self.passages) + 1
            document = self.document(passage.document)
            locator = compact(locator_to_json(passage.locator))
            self.rows["passage"].append((rank, document, passage.symbol, locator, passage.words))
        return rank

    def add(self, table: str, *values: Value) -> int:
        """A new row with the next rank before its values."""
        rank = len(self.rows[table]) + 1
        self.rows[table].append((rank, *values))
        return rank


compact: Callable[[object], str] = JSONEncoder(ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode
"""JSON without spaces, keys sorted."""


def _once(readings: Iterable[Reading]) -> list[Reading]:
    """One reading for each SHA-256, the one with the first file name, in the order of the hashes."""
    kept: dict[str, Reading] = {}
    for reading in sorted(readings, key=lambda reading: (reading.document.sha256, reading.document.file)):
        if reading.document.sha256:
            kept.setdefault(reading.document.sha256, reading)
    return list(kept.values())


def _left_out(readings: Iterable[Reading], sources: Iterable[ReviewSource]) -> set[Issue]:
    """An Issue for each report whose recommendations no review takes up."""
    known = {sha256 for source in sources for sha256 in (source.report, *source.superseded)}
    return {
        issue("record.left_out", Place(reading.document.file), {"count": len(reading.recommendations)})
        for reading in readings
        if reading.recommendations and reading.document.family == "wg_report" and reading.document.sha256 not in known
    }


def _document(rank: int, document: Document) -> Row:
    review = document.review
    return (
        rank, document.sha256, document.file, document.format, document.family, document.symbol, int(document.draft),
        review.state if review else None, review.cycle if review else None,
        document.session, document.date, document.pages, document.language,
    )  # fmt: skip


def _reviews(
    tables: _Tables, sources: Sequence[ReviewSource], readings: Sequence[Reading], issues: set[Issue]
) -> dict[ReviewName, int]:
    """Rows of the reviews and all that hangs on their documents; the rank of each review."""
    by_hash = {reading.document.sha256: reading for reading in readings}
    ranks: dict[ReviewName, int] = {}
    for rank, source in enumerate(sorted(sources, key=lambda source: source.review), 1):
        if source.review in ranks:
            raise ContentsRefused(f"two sources are named for the review {source.review}")
        ranks[source.review] = rank
        tables.document(source.report)
        report = by_hash[source.report]
        recommendations = list(_numbered_once(report, issues))
        counts = (
            len(recommendations),
            sum(len(each.texts) for each in recommendations),
            sum(len(_each_once(text.states)) for each in recommendations for text in each.texts),
        )
        name, document = source.review, report.document
        tables.add(
            "review", name.state, name.cycle, document.session, document.symbol, tables.document(source.report), *counts
        )
        tables.rows["superseded"] += [(rank, older) for older in sorted(map(tables.document, set(source.superseded)))]
        _recommendations(tables, rank, recommendations)
        _beside(tables, rank, _documents_of(source, readings))
    return ranks


def _numbered_once(report: Reading, issues: set[Issue]) -> Iterator[Recommendation]:
    """Recommendations, a number that stands twice brought together, with an Issue that says so."""
    kept: dict[str, Recommendation] = {}
    file = report.document.file
    said = {each.place.number for each in issues if each.key == _TWICE and each.place.file == file}
    for found in report.recommendations:
        first = kept.get(found.number)
        if first is None:
            kept[found.number] = found
            continue
        if found.number not in said:
            place = Place(file, found.passage.page, found.number)
            issues.add(issue(_TWICE, place, {"number": found.number}))
        texts = (*first.texts, *found.texts)
        numbered = tuple(replace(text, part=part) for part, text in enumerate(texts, 1))
        kept[found.number] = replace(first, texts=numbered)
    return iter(kept.values())


_TWICE = "count.number_twice"


def _recommendations(tables: _Tables, review: int, recommendations: Sequence[Recommendation]) -> None:
    printed = {each.number: place for place, each in enumerate(recommendations, 1)}
    for each in sorted(recommendations, key=lambda each: (number_key(each.number), each.number)):
        rank = tables.add(
            "recommendation", review, each.number, each.number_as_printed, each.kind, printed[each.number],
            each.passage.page, tables.passage(each.passage),
        )  # fmt: skip
        for text in sorted(each.texts, key=lambda text: text.part):
            _text(tables, review, rank, each.number, text)


def _text(tables: _Tables, review: int, recommendation: int, number: str, text: Text) -> None:
    states = _each_once(text.states)
    rank = tables.add(
        "text", review, recommendation, text.part, text.passage.page, fingerprint(text.words),
        compact(text.states_as_written), tables.passage(text.passage),
    )  # fmt: skip
    if tables.texts.setdefault((review, number, text.part), rank) != rank:
        raise ContentsRefused(f"two texts of number {number} are both part {text.part}")
    tables.states[rank] = states
    tables.rows["words"].append((rank, text.words))
    tables.rows["text_state"] += [(rank, printed, state) for printed, state in enumerate(states, 1)]


def _each_once(states: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(states))


def _documents_of(source: ReviewSource, readings: Sequence[Reading]) -> list[Reading]:
    """Readings of a review that count, the report in force first, then by date."""

    def order(reading: Reading) -> tuple[bool, str, str]:
        document = reading.document
        return document.sha256 != source.report, document.date or "", document.sha256

    aside = set(source.superseded)
    mine = (
        reading
        for reading in readings
        if reading.document.sha256 == source.report
        or (reading.document.review == source.review and reading.document.sha256 not in aside)
    )
    return sorted(mine, key=order)


def _beside(tables: _Tables, review: int, readings: Sequence[Reading]) -> None:
    """Commitments, speakers (each State once) and stated totals."""
    for printed, pledge in enumerate((each for reading in readings for each in reading.commitments), 1):
        tables.rows["commitment"].append((review, printed, pledge.number, pledge.words, tables.passage(pledge.passage)))
    speakers: dict[str, Speaker] = {}
    for speaker in (each for reading in readings for each in reading.speakers):
        speakers.setdefault(speaker.state, speaker)
    for printed, speaker in enumerate(speakers.values(), 1):
        tables.rows["speaker"].append((review, printed, speaker.state, tables.passage(speaker.passage)))
    for printed, total in enumerate((each for reading in readings for each in reading.totals), 1):
        tables.rows["stated_total"].append((review, printed, total.measure, total.value, tables.passage(total.passage)))


def _positions(tables: _Tables, positions: Iterable[Position], ranks: dict[ReviewName, int]) -> None:
    wordings = sorted({(position.as_written, position.normalised) for position in positions})
    tables.rows["wording"] = [(rank, *wording) for rank, wording in enumerate(wordings, 1)]
    wording_of = {wording: rank for rank, wording in enumerate(wordings, 1)}
    rows: dict[tuple[int, str, int], Row] = {}
    for each in positions:
        text = tables.texts.get((ranks.get(each.review, 0), each.number, each.part))
        if text is None or each.state not in (tables.states[text] or (None,)):
            raise ContentsRefused(f"a position is of {_place(each)}, which no report in force holds")
        key = (text, each.state or "", STAGE_CODES[each.stage])
        wording = wording_of[each.as_written, each.normalised]
        document = tables.document(each.document) if each.document else None
        row = (*key, POSITION_CODES[each.position], wording, document, each.page)
        if rows.setdefault(key, row) != row:
            raise ContentsRefused(f"two positions are given for {_place(each)} at the stage {each.stage}")
    tables.rows["position"] = [rows[key] for key in sorted(rows)]


def _place(position: Position) -> str:
    return f"{position.review}#{position.number}/{position.part} by {position.state or 'no State'}"


def _answers(tables: _Tables, readings: Sequence[Reading]) -> None:
    """Answers of all documents, also superseded ones, by review, stage, date of the document, as printed."""
    dated = sorted(readings, key=lambda reading: (reading.document.date or "", reading.document.sha256))
    answers = [answer for reading in dated for answer in reading.answers]
    for answer in sorted(answers, key=lambda answer: (answer.review, STAGE_CODES[answer.stage])):
        tables.add("answer", *_answer(tables, answer))


def _answer(tables: _Tables, answer: Answer) -> Row:
    review, target = answer.review, answer.target
    return (
        review.state, review.cycle, target.number, target.part, target.state, POSITION_CODES[answer.position],
        answer.as_written, answer.normalised, answer.explanation, STAGE_CODES[answer.stage],
        tables.document(answer.document), answer.revision, answer.date, answer.source, tables.passage(answer.passage),
    )  # fmt: skip


def _aliases(tables: _Tables, aliases: Iterable[Alias], ranks: dict[ReviewName, int]) -> None:
    """Other names of numbers; those of reviews that are not in the record are left out."""
    rows: dict[tuple[int, str, int], Row] = {}
    for each in aliases:
        if each.review in ranks:
            key = (ranks[each.review], each.alias, tables.document(each.document))
            if rows.setdefault(key, (*key, each.number, each.how)) != (*key, each.number, each.how):
                raise ContentsRefused(f"{each.review}: {each.alias} is given two meanings by one document")
    tables.rows["alias"] = [rows[key] for key in sorted(rows)]


def _decisions(tables: _Tables, decisions: Iterable[Decision]) -> None:
    """Decisions, by the hash of their file and by line."""
    for each in sorted(set(decisions), key=lambda each: (each.document, each.line)):
        review, target = each.review, each.target
        tables.add(
            "decision", tables.document(each.document), each.line, each.kind, review.state, review.cycle, target.number,
            target.part, target.state, compact(dict(each.said)), each.source, each.why, each.who, each.when,
        )  # fmt: skip


def _others(tables: _Tables, contents: Contents, readings: Sequence[Reading], ranks: Mapping[ReviewName, int]) -> None:
    """Labels, those of others and our own, and rows of exports."""
    labels = others.labels(contents.reviews, readings)
    known = sorted({_vocabulary(label) for _, _, label in labels} | {_our_own(each) for each in contents.annotations})
    tables.rows["label"] = [(rank, *each) for rank, each in enumerate(known, 1)]
    label_of = {each: rank for rank, each in enumerate(known, 1)}
    tables.rows["labelled"] = [
        (review.state, review.cycle, printed, each.number, each.part, label_of[_vocabulary(each)],
         tables.passage(each.passage))
        for review, printed, each in labels
    ]  # fmt: skip
    tables.rows["export_row"] = [
        (review.state, review.cycle, printed, tables.document(each.passage.document), each.row, each.recommending,
         each.words, each.response, each.action, compact(each.issues))
        for review, printed, each in others.export_rows(contents.reviews, readings)
    ]  # fmt: skip
    _annotations(tables, contents.annotations, ranks, label_of)


def _annotations(
    tables: _Tables,
    annotations: Iterable[Annotation],
    ranks: Mapping[ReviewName, int],
    label_of: Mapping[tuple[str, str, str], int],
) -> None:
    """Labels of our own; ContentsRefused for one of a text that no report in force holds, or one given twice."""
    rows: dict[tuple[int, int], Row] = {}
    for each in annotations:
        text = tables.texts.get((ranks.get(each.review, 0), each.number, each.part))
        if text is None:
            raise ContentsRefused(f"a label is of {each.review}#{each.number}/{each.part}, which no report holds")
        key = (text, label_of[_our_own(each)])
        row = (*key, each.confidence, int(each.asserted), each.why)
        if rows.setdefault(key, row) != row:
            raise ContentsRefused(f"{each.review}#{each.number}/{each.part}: {each.value} is given twice, differently")
    tables.rows["annotation"] = [rows[key] for key in sorted(rows)]


def _links(tables: _Tables, links: Iterable[Alike], ranks: Mapping[ReviewName, int]) -> list[Row]:
    """Texts that are worded alike, by their names; ContentsRefused where one is of no report in force."""
    for name in (each for link in links for each in (link.name, link.other)):
        if not _is_text(tables, name, ranks):
            raise ContentsRefused(f"a tie is to {name}, which no report holds")
    near: dict[tuple[str, str], int] = {}
    for each in links:
        pair = str(each.name), str(each.other)
        near[pair] = max(each.hundredths, near.get(pair, 0))
    return [(*pair, ALIKE, str(near[pair]), OURS, "") for pair in sorted(near)]


def _is_text(tables: _Tables, name: RecommendationName, ranks: Mapping[ReviewName, int]) -> bool:
    return name.part is not None and (ranks.get(name.review, 0), name.number, name.part) in tables.texts


def _our_own(annotation: Annotation) -> tuple[str, str, str]:
    return OURS, annotation.kind, annotation.value


def _vocabulary(label: Label) -> tuple[str, str, str]:
    return label.source, label.kind, label.value


def _issue(rank: int, found: Issue) -> Row:
    place = found.place
    return rank, found.key, place.file, place.page, place.number, place.words, compact(dict(found.arguments))


def _issue_order(found: Issue) -> tuple[object, ...]:
    place, number = found.place, found.place.number
    page = (place.page is not None, place.page or 0)
    label = (number is not None, number_key(number or ""), number or "")
    return place.file, page, label, found.key, place.words, found.arguments


def _storable(row: Row) -> Row:
    """The row, with halves of characters (file names in no known encoding) as replacement characters."""
    try:
        for value in row:
            if type(value) is str and not value.isascii():
                value.encode()
    except UnicodeEncodeError:
        return tuple(_whole(value) if isinstance(value, str) else value for value in row)
    return row


def _whole(value: str) -> str:
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
