"""One briefing: what is asked for, to the bytes of a file and its name."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import partial

from item6.briefings.asked import Asked, Kind
from item6.briefings.kinds import KINDS
from item6.briefings.writers import WRITERS
from item6.briefings.writers.pictures import chart_files
from item6.measures.published import totals_of
from item6.record.reader import Record
from item6.terms.names import ReviewName


class BriefingError(ValueError):
    """A briefing that cannot be made of what was asked. what: what is wrong. hint: what to do."""

    def __init__(self, what: str, hint: str) -> None:
        super().__init__(f"{what}: {hint}")
        self.what, self.hint = what, hint


def brief(
    record: Record,
    review: ReviewName,
    kind: str,
    *,
    form: str = "docx",
    theme: str = "",
    state: str = "",
    stage: str = "",
    session: int = 0,
) -> bytes:
    """The file of one briefing.

    kind: a name of KINDS. form: one of its formats. The rest as in Asked. BriefingError for an unknown kind or format,
    for what the kind needs and was not given, and for a review that is not in the record; WriterMissing where a format
    needs a package that is not installed.
    """
    return made(kind_named(kind), Asked(record, review, theme, state, stage, session), form)


def kind_named(name: str) -> Kind:
    """A kind by its name. BriefingError naming those that there are."""
    if name not in KINDS:
        raise BriefingError(f"no kind of briefing is called “{name}”", f"they are {', '.join(KINDS)}")
    return KINDS[name]


def made(kind: Kind, asked: Asked, form: str) -> bytes:
    """The file of a kind. BriefingError and WriterMissing as in `brief`."""
    if form not in kind.formats:
        raise BriefingError(f"{kind.name} is not written as {form}", f"its formats are {', '.join(kind.formats)}")
    check(kind, asked)
    return next(content for _, content in files(kind, asked, [form]))()


def files(
    kind: Kind, asked: Asked, forms: Iterable[str], *, charts: bool = False
) -> Iterator[tuple[str, Callable[[], bytes]]]:
    """Name and content of each file of a briefing, the content made when it is asked for.

    charts: also of its charts, as SVG and PNG, with their tables as CSV. BriefingError where the record does not give
    the briefing; a content raises WriterMissing where its format needs a package that is not installed.
    """
    name = stem(kind, asked)
    if kind.document is None:
        make = kind.file
        assert make is not None, f"{kind.name} makes neither a document nor a file"
        yield from ((f"{name}.{form}", partial(make, asked)) for form in forms)
        return
    document = kind.document(asked)
    yield from ((f"{name}.{form}", partial(WRITERS[form], document)) for form in forms)
    if charts:
        for end, content in chart_files(document):
            yield f"{name}-{end}", content


def check(kind: Kind, asked: Asked) -> None:
    """BriefingError where the kind cannot be made of what is asked."""
    given = {"theme": asked.theme, "state": asked.state, "session": asked.session}
    for need in kind.needs:
        if not given[need]:
            raise BriefingError(f"{kind.name} needs {_NEEDS[need][0]}", f"give it with {_NEEDS[need][1]}")
    if "session" in kind.needs:
        return
    if asked.record.review(asked.review) is None and totals_of(asked.record, asked.review) is None:
        raise BriefingError(f"the record has no review {asked.review}", "add its report with: item6 build FILE")
    if kind.file is not None and asked.record.review(asked.review) is None:
        what = f"{kind.name} is made of a list, and of {asked.review} the record has published totals only"
        raise BriefingError(what, "add its report with: item6 build FILE")


_NEEDS = {
    "theme": ("a theme", """--theme 'theme:"Right to education"'"""),
    "state": ("a recommending State", "--by STATE"),
    "session": ("a session", "--session N"),
}


def stem(kind: Kind, asked: Asked) -> str:
    """The name of a file without its ending: `CHN-3-briefing`, with theme and State where the kind needs them.

    Letters, digits and hyphens only, so that every system can keep it.
    """
    first = f"session-{asked.session}" if "session" in kind.needs else str(asked.review)
    about = [asked.theme.partition(":")[2] or asked.theme] if "theme" in kind.needs else []
    about += [asked.state] if "state" in kind.needs else []
    return "-".join([first, kind.name, *filter(None, map(_word, about))])[:120]


def _word(said: str) -> str:
    """`right-to-education`; the code of a State stays as it is."""
    bare = unicodedata.normalize("NFKD", said).encode("ascii", "ignore").decode()
    bare = bare if re.fullmatch("[A-Z]{3}", bare) else bare.lower()
    return re.sub(r"[^A-Za-z0-9]+", "-", bare)[:60].strip("-")
