"""Comments in a Word file, at places of its running text; everything else stays byte for byte as it was.

A range is marked between runs (ECMA-376 part 1, 17.13.4): where it begins or ends inside of one, the run is split and
both halves keep its properties. In links and tracked insertions the marks stand inside; what cannot be split (a
formula, a content control, a field, a word with its reading above it) is marked as a whole.
"""

from __future__ import annotations

import posixpath
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape, quoteattr

from item6.files.body import Body
from item6.files.docx import main_part, story_of
from item6.files.docx_making import UNPRINTABLE
from item6.files.docx_markup import W, child, whole
from item6.files.docx_words import letters, paragraph_pieces, printed
from item6.files.errors import Unreadable
from item6.files.markup_places import Placed, placed
from item6.files.package import Package

_SPLIT_IN = frozenset(W + name for name in ("p", "hyperlink", "ins", "moveTo", "smartTag", "customXml", "bdo", "dir"))
"""What may hold marks between the runs in it."""
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on characters `start` (included) to `end` (excluded) of the text that `read_docx` gives.

    lines: its paragraphs, each of pieces (words, whether they are bold).
    """

    start: int
    end: int
    lines: tuple[tuple[tuple[str, bool], ...], ...]


@dataclass(frozen=True, slots=True)
class Author:
    """Who comments. date: ISO date and time, or empty."""

    name: str
    initials: str
    date: str = ""


def add_comments(data: bytes, comments: Sequence[Comment], author: Author) -> bytes:
    """The Word file with comments added. Unreadable as `read_docx`, for parts that the text does not need too."""
    if not comments:
        return data
    package = Package(data)
    main = main_part(package)
    contents = package.part(main)
    if contents is None:
        raise Unreadable("file.damaged", why="it has no text part")
    source = placed(contents, main)
    try:
        marks = _Marks(package, main, source)
        parts = _comment_parts(package, main, source, [(each, author) for each in comments])
        for number, each in zip(parts.numbers, comments, strict=True):
            marks.add(each, number)
        return package.with_parts({main: marks.written(), **parts.changed})
    except RecursionError as error:
        raise Unreadable("file.damaged", why="its parts are nested without end") from error


@dataclass(frozen=True, slots=True)
class _Place:
    """A character of the text. at: its place in the letters of the element that prints it. last: of them."""

    element: Element
    at: int
    is_first: bool
    is_last: bool


@dataclass
class _Edit:
    """What is put in at one place: ends, then starts, then whole comments. run: that is split there."""

    ends: bytes = b""
    starts: bytes = b""
    whole: bytes = b""
    run: Element | None = None

    @property
    def marks(self) -> bytes:
        return self.ends + self.starts + self.whole


class _Marks:
    """Marks that are put into the text part."""

    def __init__(self, package: Package, main: str, source: Placed) -> None:
        story = story_of(package, main, source.root)
        self._source = source
        self._body = Body(tuple(line for _, line in story.lines))
        self._paragraphs = [paragraph for paragraph, _ in story.lines]
        self._styles = story.styles
        self._pieces: dict[int, tuple[list[int], list[tuple[str, Element]]]] = {}
        self._letters: dict[Element, list[int]] = {}
        self._between: dict[int, _Edit] = {}
        self._inside: dict[Element, dict[int, _Edit]] = {}

    def add(self, comment: Comment, number: int) -> None:
        """Marks the range of a comment."""
        first = next(self._places(range(comment.start, comment.end)), None)
        last = next(self._places(range(comment.end - 1, comment.start - 1, -1)), None)
        if first is None or last is None:
            self._add_to_paragraph(comment, number)
            return
        start = self._mark(first.element, b"commentRangeStart", number)
        end = self._mark(last.element, b"commentRangeEnd", number) + self._refer(last.element, number)
        self._before(first).starts += start
        self._after(last).ends += end

    def written(self) -> bytes:
        """The part with its marks."""
        edits = [(at, at, self._put_between(edit)) for at, edit in self._between.items()]
        edits += [(*self._extent(element), self._put_inside(element, cuts)) for element, cuts in self._inside.items()]
        pieces, at = [], 0
        for start, end, put in sorted(edits):
            pieces += [self._source.content[at:start], put]
            at = end
        return b"".join([*pieces, self._source.content[at:]])

    def _places(self, characters: range) -> Iterator[_Place]:
        """The places of those characters that stand in the file: not of list numbers, nor of line ends."""
        for offset in characters:
            found = self._place(offset)
            if found is not None:
                yield found

    def _place(self, offset: int) -> _Place | None:
        line = self._body.line_at(offset)
        within = offset - self._body.starts[line] + self._body.lines[line].start
        starts, pieces = self._pieces_of(line)
        at = bisect_right(starts, within) - 1
        if within < 0 or at < 0 or within - starts[at] >= len(pieces[at][0]):
            return None
        text, element = pieces[at]
        return _Place(element, within - starts[at], within == starts[at], within - starts[at] == len(text) - 1)

    def _pieces_of(self, line: int) -> tuple[list[int], list[tuple[str, Element]]]:
        if line not in self._pieces:
            pieces = [each for each in paragraph_pieces(self._paragraphs[line], self._styles) if each[0]]
            starts, at = [], 0
            for text, _ in pieces:
                starts.append(at)
                at += len(text)
            self._pieces[line] = starts, pieces
        return self._pieces[line]

    def _add_to_paragraph(self, comment: Comment, number: int) -> None:
        """Where nothing of the range stands in the file, as of a list number: at the beginning of the paragraph."""
        paragraph = self._paragraphs[self._body.line_at(comment.start)]
        properties = child(paragraph, "pPr")
        at = self._source.places[paragraph].inner if properties is None else self._source.places[properties].end
        marks = (self._mark(paragraph, name, number) for name in (b"commentRangeStart", b"commentRangeEnd"))
        self._between.setdefault(at, _Edit()).whole += b"".join(marks) + self._refer(paragraph, number)

    def _before(self, place: _Place) -> _Edit:
        run = self._run(place.element)
        if run is None:
            return self._at(self._source.places[self._atom(place.element)].start)
        if not place.is_first and self._is_plain(place.element):
            return self._cut(place.element, self._letters_of(place.element)[place.at])
        before = [each for each in run if each.tag != W + "rPr"]
        if before[0] is place.element:
            return self._at(self._source.places[run].start)
        return self._at(self._source.places[place.element].start, run)

    def _after(self, place: _Place) -> _Edit:
        run = self._run(place.element)
        if run is None:
            return self._at(self._source.places[self._atom(place.element)].end)
        if not place.is_last and self._is_plain(place.element):
            return self._cut(place.element, self._letters_of(place.element)[place.at] + 1)
        if run[-1] is place.element:
            return self._at(self._source.places[run].end)
        return self._at(self._source.places[place.element].end, run)

    def _letters_of(self, element: Element) -> list[int]:
        if element not in self._letters:
            self._letters[element] = letters(element)
        return self._letters[element]

    def _at(self, at: int, run: Element | None = None) -> _Edit:
        edit = self._between.setdefault(at, _Edit())
        edit.run = run if run is not None else edit.run
        return edit

    def _cut(self, element: Element, at: int) -> _Edit:
        return self._inside.setdefault(element, {}).setdefault(at, _Edit())

    def _run(self, element: Element) -> Element | None:
        """The run that may be split at an element: its parent, where all around it may hold marks."""
        run = self._source.parents[element]
        return run if run.tag == W + "r" and self._atom(element) is run else None

    def _atom(self, element: Element) -> Element:
        """What is marked as a whole: the child of the innermost of those around it that may all hold marks."""
        around = [element]
        while around[-1].tag != W + "p" or len(around) == 1:
            around.append(self._source.parents[around[-1]])
        at = len(around) - 1
        while at > 1 and around[at - 1].tag in _SPLIT_IN:
            at -= 1
        return around[at - 1]

    def _is_plain(self, element: Element) -> bool:
        return element.tag == W + "t" and not len(element)

    def _mark(self, near: Element, name: bytes, number: int) -> bytes:
        prefix = self._prefix(near)
        return b'<%s%s %sid="%d"/>' % (prefix, name, self._attribute(prefix), number)

    def _refer(self, near: Element, number: int) -> bytes:
        prefix = self._prefix(near)
        return b"<%sr>%s</%sr>" % (prefix, self._mark(near, b"commentReference", number), prefix)

    def _prefix(self, near: Element) -> bytes:
        """The prefix of Word's own markup around an element."""
        while not near.tag.startswith(W) and near in self._source.parents:
            near = self._source.parents[near]
        return self._source.prefix(near)

    def _attribute(self, prefix: bytes) -> bytes:
        """The prefix of attributes: where Word's markup has none, attributes need one of their own."""
        return prefix or b'xmlns:w="%s" w:' % self._source.usual(W[1:-1]).encode()

    def _put_between(self, edit: _Edit) -> bytes:
        if edit.run is None:
            return edit.marks
        return self._close(edit.run) + edit.marks + self._open(edit.run)

    def _put_inside(self, element: Element, cuts: dict[int, _Edit]) -> bytes:
        run = self._source.parents[element]
        name, text = self._source.name(element), element.text or ""
        begin, last = printed(element)
        ends = [*sorted(cuts), last]
        pieces = [_text(name, text[begin : ends[0]])]
        for at, end in pairwise(ends):
            pieces.append(self._close(run) + cuts[at].marks + self._open(run))
            pieces.append(_text(name, text[at:end]))
        return b"".join(pieces)

    def _extent(self, element: Element) -> tuple[int, int]:
        place = self._source.places[element]
        return place.start, place.end

    def _close(self, run: Element) -> bytes:
        return b"</%s>" % self._source.name(run)

    def _open(self, run: Element) -> bytes:
        properties = child(run, "rPr")
        return self._source.opening(run) + (b"" if properties is None else self._source.written(properties))


def _text(name: bytes, text: str) -> bytes:
    return b'<%s xml:space="preserve">%s</%s>' % (name, escape(text, {"\r": "&#13;"}).encode(), name)


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts that comments need, changed or new, and the number of each comment."""

    changed: dict[str, bytes] = field(default_factory=dict)
    numbers: list[int] = field(default_factory=list)


def _comment_parts(package: Package, main: str, source: Placed, comments: Sequence[tuple[Comment, Author]]) -> _Parts:
    """Comments beside those that the file has; a part for them where it has none."""
    there = [name for name in package.related(main, "comments") if name.lower() in package.names]
    taken = {whole(each.get(W + "id"), -1) for each in source.root.iter() if each.get(W + "id") and _is_mark(each)}
    if there:
        before = placed(package.part(there[0]) or b"", there[0])
        taken |= {whole(each.get(W + "id"), -1) for each in before.root}
        numbers = _free(taken, len(comments))
        return _Parts({there[0]: _appended(before, _listed(comments, numbers, source))}, numbers)
    numbers = _free(taken, len(comments))
    name = _new_name(package, main)
    content = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:comments xmlns:w="%s">%s</w:comments>' % (
        source.usual(W[1:-1]).encode(), _listed(comments, numbers, source),
    )  # fmt: skip
    return _Parts({name: content, **_registered(package, main, name, source)}, numbers)


def _is_mark(element: Element) -> bool:
    return element.tag in (W + "commentRangeStart", W + "commentRangeEnd", W + "commentReference")


def _free(taken: set[int], count: int) -> list[int]:
    """The first numbers that no comment has."""
    found: list[int] = []
    number = 0
    while len(found) < count:
        if number not in taken:
            found.append(number)
        number += 1
    return found


def _listed(comments: Sequence[tuple[Comment, Author]], numbers: Sequence[int], source: Placed) -> bytes:
    """Elements `w:comment`; every one says itself what its prefix means, whatever stands around it."""
    listed, space = [], source.usual(W[1:-1])
    for number, (comment, author) in zip(numbers, comments, strict=True):
        date = f" w:date={quoteattr(author.date)}" if author.date else ""
        named = f"w:author={quoteattr(author.name)} w:initials={quoteattr(author.initials)}"
        paragraphs = "".join(f"<w:p>{''.join(map(_run, line))}</w:p>" for line in comment.lines)
        listed.append(f'<w:comment xmlns:w="{space}" w:id="{number}" {named}{date}>{paragraphs}</w:comment>')
    return "".join(listed).encode()


def _run(piece: tuple[str, bool]) -> str:
    words, bold = piece[0].translate(UNPRINTABLE), piece[1]
    properties = "<w:rPr><w:b/></w:rPr>" if bold else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(words)}</w:t></w:r>'


def _appended(source: Placed, content: bytes) -> bytes:
    """The part with content at the end of its root."""
    place, name = source.places[source.root], source.name(source.root)
    if place.inner == place.end:  # `<w:comments .../>`
        opening = source.content[place.start : place.end - 2]
        return source.content[: place.start] + opening + b">" + content + b"</%s>" % name
    return source.content[: place.closing] + content + source.content[place.closing :]


def _new_name(package: Package, main: str) -> str:
    names = (posixpath.join(posixpath.dirname(main), f"comments{at}.xml") for at in ("", *map(str, range(1, 1000))))
    return next(name for name in names if name.lower() not in package.names)


def _registered(package: Package, main: str, name: str, source: Placed) -> dict[str, bytes]:
    """The list of types and the relationships of the text, with a new part."""
    folder, base = posixpath.split(main)
    relations = posixpath.join(folder, "_rels", f"{base}.rels")
    types = placed(package.part("[Content_Types].xml") or b"", "[Content_Types].xml")
    override = f'<Override xmlns="{_PACKAGE}/content-types" PartName={quoteattr("/" + name)} ContentType="{_TYPE}"/>'
    before = package.part(relations) or f'<Relationships xmlns="{_PACKAGE}/relationships"/>'.encode()
    found = placed(before, relations)
    ids = {each.get("Id") for each in found.root}
    own = next(each for each in (f"rIdComments{at}" for at in range(len(ids) + 1)) if each not in ids)
    relation = (
        f'<Relationship xmlns="{_PACKAGE}/relationships" Id="{own}" Type="{source.usual(_RELATIONS)}/comments" '
        f"Target={quoteattr(posixpath.basename(name))}/>"
    )
    return {
        "[Content_Types].xml": _appended(types, override.encode()),
        relations: _appended(found, relation.encode()),
    }
