"""Opening a published record and asking it. Values are plain and frozen; nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any

from item6.record import beside, counting, search, standing
from item6.record.contents import Alias, Position
from item6.record.errors import RecordTooOld
from item6.record.facets import PAIRS, Facets
from item6.record.folders import find_folder
from item6.record.manifest import read_manifest
from item6.record.rows import ExportRowRow, Hit, Hits, LabelRow, RecommendationRow, ReviewRow
from item6.record.store import FILE, Store
from item6.terms.annotations import Annotation
from item6.terms.answers import STAGES, Answer
from item6.terms.decisions import Decision
from item6.terms.documents import Document
from item6.terms.issues import Issue
from item6.terms.links import Alike
from item6.terms.names import RecommendationName, ReviewName
from item6.terms.passages import Passage
from item6.terms.recommendations import Commitment, Speaker, StatedTotal

_WITH_DECISIONS = 2
"""The version of the schema that brought aliases and decisions."""

_WITH_LABELS = 3
"""The version of the schema that brought labels and rows of exports."""

_WITH_FACETS = 4
"""The version of the schema that brought facets and labels of our own."""


def open_record(home: Path, which: str = "current") -> Record:
    """The record `which` of the workspace: `current`, a hash, or at least four digits of its beginning.

    RecordNotFound where there is none, RecordNewer where this program is too old for it, RecordDamaged where its
    files are missing or no more what they were. Opening reads the manifest, not the record.
    """
    folder = find_folder(home, which)
    return Record(folder, read_manifest(folder))


class Record:
    """A published record, which never changes. A context manager; may be asked from several threads.

    hash: its name. folder: where it lies. manifest: as in manifest.json. Everything raises RecordDamaged where the
    file cannot be read. Stages are those of STAGES: `report` is what the report itself says, `later` all that is
    known; a stage without an answer of its own stands as the one before it, an unknown one is a ValueError.
    """

    def __init__(self, folder: Path, manifest: dict[str, Any]) -> None:
        self.folder = folder
        self.hash = folder.name
        self.manifest = manifest
        self.schema_version: int = manifest["schema_version"]
        self._store = Store(folder / FILE)
        self._counting = counting.Counting(self._store)

    def __enter__(self) -> Record:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file."""
        self._store.close()

    def reviews(self) -> list[ReviewRow]:
        """All reviews, by State and cycle."""
        return self._reviews("")

    def review(self, name: ReviewName) -> ReviewRow | None:
        """One review, None where the record holds no report of it."""
        return next(iter(self._reviews("WHERE x.state = ? AND x.cycle = ?", name.state, name.cycle)), None)

    def recommendations(self, review: ReviewName, stage: str = "report") -> list[RecommendationRow]:
        """Recommendations of a review in order of their numbers; empty for a review that is not in the record."""
        return self._recommendations(review, stage)

    def recommendation(self, name: RecommendationName, stage: str = "report") -> RecommendationRow | None:
        """One recommendation with all its texts, whether the name has a part or not; None where there is none.

        A number of the draft gives what became of it in the report.
        """
        found = self._recommendations(name.review, stage, "AND r.number = ?", name.number)
        if not found and (known := self.resolve(name)) != name:
            return self.recommendation(known, stage)
        return found[0] if found else None

    def resolve(self, name: RecommendationName) -> RecommendationName:
        """The name that the report in force has for it; the name itself where nothing else is known of it."""
        if beside.is_listed(self._store, name):
            return name
        known = {each.number for each in self.aliases(name.review) if each.alias == name.number and each.number}
        return replace(name, number=known.pop()) if len(known) == 1 else name

    def aliases(self, review: ReviewName) -> list[Alias]:
        """Other names of the numbers of a review, such as those of its draft, also of numbers that are no more."""
        with self._store.understood():
            return beside.aliases_of(self._store, review) if self.schema_version >= _WITH_DECISIONS else []

    def decisions(self) -> list[Decision]:
        """What people decided, by file and line, as it went into this record."""
        with self._store.understood():
            return beside.decisions_in(self._store) if self.schema_version >= _WITH_DECISIONS else []

    def recommendations_at(
        self, facets: Facets, places: Iterable[int], stage: str = "report"
    ) -> list[RecommendationRow]:
        """The recommendations at these places, some hundreds at most, of whatever reviews: in the order of names."""
        _check_stage(stage)
        with self._store.understood():
            return standing.recommendations_at(self._store, [facets.rank_of(place) for place in places], stage)

    def neighbours(self, name: RecommendationName) -> tuple[str | None, str | None]:
        """The numbers before and after one in its review; None at its ends."""
        with self._store.understood():
            return beside.neighbours_of(self._store, name)

    def stages(self, name: RecommendationName) -> dict[str, set[str]]:
        """The stages at which an answer gave the number, or one of its texts, its position, in order.

        With the State's words there, normalised.
        """
        with self._store.understood():
            return standing.stages_of(self._store, name.review, name.number)

    def positions(self, review: ReviewName, stage: str = "report", number: str | None = None) -> list[Position]:
        """The table of (text, State) of a review, from which every unit is counted; one row for a collective text.

        The stage of each is that of its answer: `stage` or an earlier one. number: only its rows.
        """
        _check_stage(stage)
        with self._store.understood():
            return standing.positions_of(self._store, review, stage, number)

    def commitments(self, review: ReviewName) -> list[Commitment]:
        """Voluntary commitments, as printed."""
        with self._store.understood():
            return beside.commitments_of(self._store, review)

    def speakers(self, review: ReviewName) -> list[Speaker]:
        """States that took the floor, each once, as printed."""
        with self._store.understood():
            return beside.speakers_of(self._store, review)

    def totals(self, review: ReviewName) -> list[StatedTotal]:
        """Numbers that the documents themselves state."""
        with self._store.understood():
            return beside.totals_of(self._store, review)

    def answers(self, review: ReviewName, number: str | None = None) -> list[Answer]:
        """All answers read, also from documents that were set aside: by stage, date of the document, as printed.

        number: only those to this number, and those to the review as a whole.
        """
        with self._store.understood():
            return beside.answers_of(self._store, review, number)

    def labels(self, review: ReviewName, number: str | None = None) -> list[LabelRow]:
        """What matrices say beside the answer (themes, affected persons, goals): by number, then as printed.

        number: only its labels, with and without part. Empty for records made before labels were kept.
        """
        with self._store.understood():
            return beside.labels_of(self._store, review, number) if self.schema_version >= _WITH_LABELS else []

    def annotations(self, review: ReviewName, number: str | None = None) -> list[Annotation]:
        """Labels of our own, asserted and suggested: by number, part, kind and value. number: only its labels."""
        with self._store.understood():
            return beside.annotations_of(self._store, review, number) if self.schema_version >= _WITH_FACETS else []

    def alike(self, name: RecommendationName) -> list[Alike]:
        """Texts of other cycles that are worded like those of a number, or like one of them: the nearest first.

        Each as it was found, the later text first. Empty for records made before texts were compared.
        """
        with self._store.understood():
            return beside.links_of(self._store, self.resolve(name)) if self.schema_version >= _WITH_FACETS else []

    def export_rows(self, review: ReviewName) -> list[ExportRowRow]:
        """Rows of UPR Info's exports on a review, by export and row; empty for records made before they were kept."""
        with self._store.understood():
            return beside.export_rows_of(self._store, review) if self.schema_version >= _WITH_LABELS else []

    def facets(self, reviews: Sequence[ReviewName] | None = None, base: str = PAIRS) -> Facets:
        """The sets of places from which everything is counted (`item6.record.facets`).

        reviews: only these, in this order, None for the whole record. base: one of BASES.
        RecordTooOld for records made before there were facets.
        """
        if self.schema_version < _WITH_FACETS:
            raise RecordTooOld(f"{self.folder}: this record was made before figures; build it again")
        with self._store.understood():
            return self._counting.facets(base, reviews)

    def counted_reviews(self, base: str, states: Sequence[str]) -> list[ReviewName]:
        """The reviews of these States under review (ISO3) that have places, by State and cycle."""
        if self.schema_version < _WITH_FACETS:
            return []
        with self._store.understood():
            return counting.reviews_of(self._store, base, states)

    def holding_words(self, facets: Facets, query: str) -> int:
        """The set of those places whose text holds what is typed, as `search` understands it."""
        with self._store.understood():
            return self._counting.holding_words(facets, query)

    def numbered(self, facets: Facets, number: str) -> int:
        """The set of those places that have a number (`28.212`), or numbers that begin so (`28.*`)."""
        with self._store.understood():
            return counting.numbered(self._store, facets, number)

    def names_of(self, facets: Facets, places: int, unit: str) -> list[str]:
        """The names of what stands at these places: numbers, texts, texts with their State, or rows of an export."""
        with self._store.understood():
            return counting.names_of(self._store, facets, places, unit)

    def pair_names(self, facets: Facets) -> list[tuple[ReviewName, str, int | None, str | None]]:
        """(review, number, part, State) of every place; part and State None where there is none."""
        with self._store.understood():
            return counting.pair_names(self._store, facets)

    def superseded(self, review: ReviewName) -> list[str]:
        """SHA-256 of the documents of a review that others replace: drafts, earlier issues."""
        with self._store.understood():
            return beside.superseded_by(self._store, review)

    def documents(self) -> list[Document]:
        """All documents read, by file name."""
        with self._store.understood():
            return beside.documents_in(self._store)

    def issues(self) -> list[Issue]:
        """All Issues, by file and place in it."""
        with self._store.understood():
            return beside.issues_in(self._store)

    def passage(self, name: RecommendationName) -> Passage | None:
        """Where a recommendation, or one of its texts, stands in the document; None where there is no such name.

        A number of the draft gives the place in the report.
        """
        with self._store.understood():
            return beside.passage_of(self._store, name) or beside.passage_of(self._store, self.resolve(name))

    def search(
        self,
        query: str,
        *,
        review: ReviewName | None = None,
        state: str | None = None,
        stage: str = "report",
        limit: int = 50,
    ) -> Hits:
        """Texts that hold all words of the query, in the order of names: the first `limit`, and how many there are.

        query: words; "quoted words" stand together; -word keeps out; begin* completes. Case, accents and
        punctuation do not matter, and nothing typed is an error. review or state (ISO3 of the State under review)
        narrow it.
        """
        _check_stage(stage)
        wanted = search.parse_query(query)
        with self._store.understood():
            texts = standing.texts_of(self._store, review=review, state=state)
            found, total = search.find(self._store, wanted, texts, max(limit, 0))
            return Hits(tuple(self._hit(rank, words, stage) for rank, words in found), total)

    def _recommendations(
        self, review: ReviewName, stage: str, where: str = "", *arguments: str
    ) -> list[RecommendationRow]:
        _check_stage(stage)
        with self._store.understood():
            return standing.recommendations_of(self._store, review, stage, where, *arguments)

    def _hit(self, rank: int, words: str, stage: str) -> Hit:
        state, cycle, number, part = self._store.rows(
            "SELECT v.state, v.cycle, r.number, t.part FROM text t JOIN recommendation r ON r.id = t.recommendation"
            " JOIN review v ON v.id = t.review WHERE t.id = ?",
            rank,
        )[0]
        review = ReviewName(state, cycle)
        stands = standing.standing(self._store, (rank, rank), stage)[rank]
        return Hit(
            RecommendationName(review, number, part),
            words,
            tuple(stand[1] for stand in stands if stand[1]),
            standing.position_of(stands),
        )

    def _reviews(self, where: str, *arguments: str | int) -> list[ReviewRow]:
        rows = self._store.rows(
            "SELECT x.state, x.cycle, x.session, x.symbol, d.sha256, d.file,"
            " x.numbers, x.texts, x.state_recommendations"
            f" FROM review x JOIN document d ON d.id = x.document {where} ORDER BY x.id",
            *arguments,
        )
        return [ReviewRow(ReviewName(row[0], row[1]), *row) for row in rows]


def _check_stage(stage: str) -> None:
    if stage not in STAGES:
        raise ValueError(f"{stage}: not a stage of the State's answers; stages are {', '.join(STAGES)}")
