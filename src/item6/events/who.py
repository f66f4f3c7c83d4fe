"""Organisers with their status, and people who speak."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from item6.events.drafts import Reading
from item6.events.lines import Labelled
from item6.events.nouns import CO_ORGANISER, CO_SPONSOR, MODERATOR, ORGANISER, SPEAKER, Organiser, Speaker
from item6.organisations.nouns import GENERAL, NONE, ROSTER, SPECIAL, UNKNOWN

_ROLES = {"organiser": ORGANISER, "co-organiser": CO_ORGANISER, "co-sponsor": CO_SPONSOR}

_SMALL = r"(?:of|for|the|and|des?|du|la|le|et|on|to|against|in|del|y|&|d’|d')"
_CAP = r"(?:(?<![A-Za-z])[A-ZÀ-Þ][\w’'.À-ÿ-]{0,40})"
_NAME = rf"{_CAP}(?:[^\S\n]+(?:{_SMALL}[^\S\n]+){{0,3}}{_CAP}){{0,11}}"
_ALONE = _NAME.replace("|the|and|", "|the|").replace("|&|", "|")
_BRACKETS = r"(?:\s*\((?P<brackets>[^()\n]{1,80})\))?"
_WITH_NEXT = rf"(?:the\s+|The\s+)?(?P<name>{_NAME}){_BRACKETS}"

_VERBS = (
    (r"(?:is|are|will be) (?:organi[sz]ing|hosting|convening|holding)|organi[sz]es?\b|hosts?\b|convenes?\b"
     r"|invites? you|cordially invites?|has the (?:honou?r|pleasure) (?:to invite|of inviting)", ORGANISER),
    (r"(?:is|are)\s+(?:[a-z]+ to be )?(?:a |the )?co-?(?:organi[sz]ers?|hosts?)"
        r"|co-?organi[sz]es?\b|co-?hosts?\b", CO_ORGANISER),
    (r"(?:is|are)\s+(?:[a-z]+ to be )?(?:a )?co-?sponsors?|co-?sponsors?\b", CO_SPONSOR),
)  # fmt: skip
_DOING = tuple((re.compile(rf"{_WITH_NEXT},?\s+(?:{verbs})"), role) for verbs, role in _VERBS)
_DONE_BY = tuple(
    (re.compile(rf"\b(?:{words})\s+(?P<list>[^.\n;]+(?:\.(?=[a-z])[^.\n;]+)*)", re.IGNORECASE), role)
    for words, role in (
        (r"(?<!co-)(?<!co)(?:organi[sz]ed|hosted|convened)(?: jointly)? by", ORGANISER),
        (r"(?:co-?organi[sz]ed|co-?hosted)(?: jointly)? by|in (?:partnership|cooperation"
            r"|collaboration) with|together with",
         CO_ORGANISER),
        (r"(?:co-)?sponsored by|with the support of", CO_SPONSOR),
    )
)  # fmt: skip
_BY_STATUS = re.compile(
    r"NGOs? (?P<without>with(?:out|\s+no)|holding|having|with|in) (?:ECOSOC|consultative)[\w ]{0,20}?status"
    r"\s*(?:,?\s*(?:such as|like|including|are)|:)\s*(?P<list>.+?)"
    r"(?=,?\s+(?:as )?well as NGOs|,?\s+and NGOs|\s+(?:will|would|are|is|have|has|play)\b|[.;\n]|$)"
)
_INVITING = re.compile(
    rf"(?:^|(?<=\.\s)|(?<=\n))(?:The\s+"
    rf"|the\s+)?(?P<list>{_ALONE}{_BRACKETS.replace('?P<brackets>', '?:')}(?:,?\s+(?:and|&"
    rf"|,)\s+(?:the\s+)?{_ALONE}{_BRACKETS.replace('?P<brackets>', '?:')}){{0,6}})"
    r",?\s+(?:(?:both |all )?NGOs? (?P<without>with(?:out|\s+no)?|in"
    r"|having) (?:[a-z]+ )?(?:ECOSOC|consultative)[\w ]{0,20}?status,?\s+)?"
    r"(?:invite|(?:have|has) the (?:honou?r|pleasure)|(?:are|is) (?:pleased|delighted|happy"
    r"|honou?red) to invite|cordially invite|request)",
)
_NO_NAME = re.compile(r"(?:we|they|it|this|the|our|a|an|and|or|in|on|at|as|for|to|from|with)$", re.IGNORECASE)
_STOP = re.compile(
    r",?\s+(?:in the margins|on the|on \d|during|at the|will|as part|ahead of|in [A-Z]"
    r"|to be held|takes? place|on [A-Z]"
    r"|in (?:partnership|cooperation|collaboration) with|together with|with the support"
    r"|and co-?(?:sponsored|organi|hosted))\b.*",
    re.DOTALL,
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_NOT_STATUS = re.compile(
    r"\b(?:without|no|not|non)\b.{0,20}(?:status|ecosoc)|^(?:no|none|without)(?: status)?$|not accredited",
    re.IGNORECASE,
)
_COUNTRY = re.compile(r"\((?P<country>[^()\d]{2,40})\)")
_TITLES = re.compile(
    r"(?:Mr|Ms|Mrs|Dr|Prof|Professor|Sir|Lord|Lady|H\.E|Amb|Ambassador|The Hon|Rev)\b\.?", re.IGNORECASE
)


def read_organisers(text: str, given: Sequence[Labelled]) -> Iterator[Reading]:
    """Organisers, co-organisers and co-sponsors, each name once: what a label introduces, else what sentences say."""
    found = [each for each in given if each.kind in _ROLES]
    readings = [read for each in found for read in _listed(each.text, each.start, _ROLES[each.kind])]
    if not readings or all(read.value.role != ORGANISER for read in readings if isinstance(read.value, Organiser)):
        readings = [*_in_prose(text), *readings]
    seen: set[str] = set()
    for read in sorted(readings, key=lambda each: each.start):
        assert isinstance(read.value, Organiser)
        key = (read.value.acronym or read.value.name).casefold()
        if key not in seen and read.value.name.casefold() not in seen:
            seen |= {key, read.value.name.casefold()}
            yield read


def _in_prose(text: str) -> Iterator[Reading]:
    for form, role in _DOING:
        for found in form.finditer(text):
            if not _NO_NAME.match(found["name"]) and "\n" not in found["name"]:
                end = found.end("brackets") + 1 if found["brackets"] else found.end("name")
                yield from _listed(text[found.start("name") : end], found.start("name"), role)
    for found in _INVITING.finditer(text):
        yield from _with_status(found)
    for form, role in _DONE_BY:
        for found in form.finditer(text):
            words = _STOP.sub("", found["list"])
            if re.match(r"(?:the\s+)?[A-ZÀ-Þ]", words):
                yield from _listed(words, found.start("list"), role)
    for found in _BY_STATUS.finditer(text):
        yield from _with_status(found)


def _with_status(found: re.Match[str]) -> Iterator[Reading]:
    """The organisations of a list of whose status, ECOSOC or none, one sentence speaks."""
    said = found["without"]
    has = None if said is None else not said.lower().startswith(("without", "with no"))
    for read in _listed(found["list"], found.start("list"), ORGANISER):
        assert isinstance(read.value, Organiser)
        known = read.value
        status = NONE if has is False and known.status == UNKNOWN else known.status
        consultative = known.consultative if has is None else has
        value = Organiser(known.name, known.acronym, ORGANISER, status, consultative, known.year)
        yield Reading("organisers", value, read.start, read.end, read.doubt)


def _listed(words: str, start: int, role: str) -> Iterator[Reading]:
    """The organisations of a list in one line."""
    for begin, end, doubt in _split(words):
        organiser = _organiser(words[begin:end], role)
        if organiser:
            yield Reading("organisers", organiser, start + begin, start + end, doubt)


def _split(words: str) -> Iterator[tuple[int, int, str]]:
    """Begin and end of each name: between commas, semicolons and the last `and`, never within brackets."""
    begin, depth, ends = 0, 0, list[tuple[int, int]]()
    for found in re.finditer(
        r"[()]|;\s*|,\s+(?:and\s+|as\s+well\s+as\s+)?|\s+[/|]\s+|\s+and\s+(?=the\s+[A-Z])|\s+(?:&|and)\s+(?=[A-Z])",
        words,
    ):
        sign = found[0].strip()
        depth += {"(": 1, ")": -1}.get(sign, 0)
        if depth > 0 or sign in "()" or _belongs(words, found, begin):
            continue
        ends.append((begin, found.start()))
        begin = found.end()
    for first, last in (*ends, (begin, len(words))):
        yield from _run_together(words, first, last)


def _belongs(words: str, found: re.Match[str], begin: int) -> bool:
    """`Association for Truth and Mercy`: an `and` within a name, which is not the last of a list with commas."""
    if found[0].strip() not in ("and", "&") or re.match(r"the\s", words[found.end() :]):
        return False
    left, right = words[begin : found.start()], words[found.end() :]
    if left.rstrip().endswith(")") or "(" in left:
        return False
    if re.match(r"the\s", words) and re.search(r"\sand the\s", words):
        return True
    if re.search(r"[,;]", re.sub(r"\([^)]*\)", "", right)):
        return True
    open_end = re.search(rf"\b(?:{_SMALL[3:-1]})\s+(?:[A-Za-z-]+\s+)?[A-Z][\w-]*$", left)
    return bool(open_end) and len(right.split()) < 3 and not re.fullmatch(r"[A-Z]{2,}.*", right.strip())


def _run_together(words: str, first: int, last: int) -> Iterator[tuple[int, int, str]]:
    """Names that stand behind each other without a comma, told apart by brackets and by acronyms before the name."""
    cuts = [first]
    part = words[first:last]
    for found in re.finditer(r"\)\s+(?=[A-Z])|(?<=\s)(?=[A-Z][A-Za-z]{2,}\s+[A-Z])", part):
        if found[0] or _is_acronym(part[found.start() :]):
            cuts.append(first + found.end())
    doubt = "the text does not set these names apart" if len(cuts) > 1 else ""
    for begin, end in zip(cuts, [*cuts[1:], last], strict=True):
        stripped = words[begin:end].rstrip()
        lead = len(stripped) - len(stripped.lstrip())
        if stripped.strip():
            yield begin + lead, begin + len(stripped), doubt


def _is_acronym(words: str) -> int:
    """Length of an acronym that the words behind it spell out: `TTRA Transplant Tourism ...`; 0 where it is none."""
    token, _, rest = words[:200].partition(" ")
    initials = "".join(word[0] for word in re.findall(r"[A-Z][\w-]*", rest))[: len(token)]
    return len(token) if len(token) > 2 and initials.upper() == token.upper() else 0


def _organiser(words: str, role: str) -> Organiser | None:
    """A name, with an acronym and a status in brackets or behind a dash."""
    inside = [(found[1] or found[2] or "").strip() for found in re.finditer(r"\(([^()]*)\)|\[([^\]]*)\]", words)]
    outside = re.sub(r"\s*(?:\([^()]*\)|\[[^\]]*\])", "", words)
    name, _, tail = re.sub(r"^(?:the|and|by|NGOs?)\s+", "", outside.strip(" .*_,;\t"), flags=re.IGNORECASE).partition(
        " – "
    )
    if re.search(r"status|ECOSOC", tail, re.IGNORECASE):
        inside.append(tail)
    elif tail:
        name = f"{name} – {tail}"
    if found := re.search(r",?\s+(?:an? NGO )?(?:with|in|holding) (?:\w+ )?(?:ECOSOC|consultative).*", name):
        inside.append(found[0])
        name = name[: found.start()]
    acronym, status, consultative, year = "", UNKNOWN, None, None
    for note in inside:
        if _says_status(note):
            status, consultative, year = _status(note)
        for piece in re.split(r"[,;]\s*", note):
            if (
                re.fullmatch(r"[A-Z][A-Za-z&-]{1,11}", piece.strip())
                and sum(map(str.isupper, piece)) > 1
                and piece != "ECOSOC"
            ):
                acronym = piece.strip()
    if length := _is_acronym(name):
        acronym, name = name[:length], name[length:].strip()
    elif not acronym and re.match(r"[A-Z]{2,}$", inside[0] if inside else ""):
        acronym = inside[0]
    if (whole := _expanded(name, inside)) != name:
        name, acronym = whole, name
    if len(name) < 3 or not re.match(r"[A-ZÀ-Þ\d“\"]", name) or len(name) > 140:
        return None
    return Organiser(name, acronym if acronym != name else "", role, status, consultative, year)


def _expanded(name: str, inside: Sequence[str]) -> str:
    """`DAFOH (Doctors Against ...)`: the long name stands in brackets, and is what it is called by."""
    if re.fullmatch(r"[A-Z]{2,10}", name):
        return next((note for note in inside if len(note.split()) > 2 and not _says_status(note)), name)
    return name


def _says_status(note: str) -> bool:
    return bool(re.search(r"ECOSOC|status|\b(?:special|general|roster)\b|not accredited", note, re.IGNORECASE)) or bool(
        _NOT_STATUS.search(note)
    )


def _status(note: str) -> tuple[str, bool | None, int | None]:
    year = _YEAR.search(note)
    since = int(year[0]) if year else None
    if _NOT_STATUS.search(note):
        return NONE, False, None
    for status in (GENERAL, SPECIAL, ROSTER):
        if re.search(rf"\b{status}\b", note, re.IGNORECASE):
            return status, True, since
    return UNKNOWN, True, since


def read_speakers(given: Sequence[Labelled]) -> Iterator[Reading]:
    """People whom a label introduces: one in a line, or several in a line with posts in brackets."""
    for each in given:
        if each.kind not in ("speaker", "moderator"):
            continue
        role = MODERATOR if each.kind == "moderator" else SPEAKER
        place = 0
        for piece in re.split(r";\s*", each.text):
            begin = each.text.index(piece, place)
            place = begin + len(piece)
            if speaker := _speaker(piece, role):
                yield Reading("speakers", speaker, each.start + begin, each.start + place)


def _speaker(words: str, role: str) -> Speaker | None:
    if re.match(r"(?:and|a|an|the)\s", words):
        return None
    country = _COUNTRY.search(words)
    if re.search(r"\((?:moderator|chair)\)|\bmoderat(?:or|ion|ing|es)\b", words, re.IGNORECASE):
        role = MODERATOR
    plain = _COUNTRY.sub("", words).replace("**", "").strip(" .")
    name, _, post = re.sub(r"\s+[–—-]\s+", ", ", plain, count=1).partition(", ")
    bare = _TITLES.sub("", name).strip(" .")
    if not re.match(r"[A-ZÀ-Þ“\"]", bare) or len(bare.split()) > 6 or bare.endswith(":"):
        return None
    where = country["country"].strip() if country else ""
    if re.fullmatch(r"moderator|chair|tbc|pseudonym|online|by video", where, re.IGNORECASE):
        where = ""
    return Speaker(name.strip(), re.sub(r"\s{2,}", " ", post).strip(" ,"), where, role)
