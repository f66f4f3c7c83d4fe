"""Changes of a letter and its text. Each names what it writes; views only call them."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone
from django.utils.translation import gettext

from item6.briefings.texts import settled
from item6.letters.kinds import KINDS
from item6.letters.texts import hash_of
from item6.proofs import Secret
from item6.web.letters.approving import approved, needs_approval
from item6.web.letters.models import Comment, Letter, Signature, Version
from item6.web.letters.states import COUNTED, FROZEN, OPEN, STEPS, WRITABLE
from item6.web.people.models import Coalition, Person

FIELDS = (
    "title", "addressees", "agenda_item", "session", "slot", "reader", "video", "language", "persons_may_sign",
    "shown_by", "contacts", "press_contacts", "deadline", "embargo", "purge",
)  # fmt: skip
"""Of a letter, which people edit."""


class Figures(NamedTuple):
    """Figures that stand in a text by their names: `sources` and `figures` of a Version."""

    sources: Mapping[str, str]
    figures: Sequence[Mapping[str, str]]


NO_FIGURES = Figures({}, [])


class Text(NamedTuple):
    """A version without its words."""

    pk: int
    number: int
    hash: str
    addendum: bool


class NotNow(ValueError):
    """A change that the state of the letter does not allow; the text says why and what to do."""


class Behind(ValueError):
    """Somebody else saved a newer edition or version meanwhile; nothing was written."""


@transaction.atomic
def begin(
    *, coalition: Coalition, kind: str, title: str, text: str, by: Person | None, figures: Figures = NO_FIGURES,
    translations: Mapping[str, str] = MappingProxyType({}),
) -> Letter:  # fmt: skip
    """A new letter with its first version. KeyError for a kind that is none."""
    letter = Letter.objects.create(
        coalition=coalition, kind=KINDS[kind].name, title=title, address=secrets.token_urlsafe(12),
        secret=Secret.new().seed,
    )  # fmt: skip
    Version.objects.create(
        letter=letter, number=1, text=settled(text), hash=hash_of(text), translations=_settled(translations), by=by,
        **figures._asdict(),
    )  # fmt: skip
    return letter


def edit(*, letter: Letter, edition: int, fields: Mapping[str, Any]) -> None:
    """Writes fields of a letter. edition: the one that was edited; Behind where it is no longer the last."""
    values = {name: value for name, value in fields.items() if name in FIELDS}
    if not Letter.objects.filter(pk=letter.pk, edition=edition).update(**values, edition=F("edition") + 1):
        raise Behind("somebody saved this letter meanwhile")


@transaction.atomic
def write(
    *, letter: Letter, text: str, translations: Mapping[str, str], by: Person | None, after: int,
    addendum: bool = False, figures: Figures = NO_FIGURES, renewed: bool = False,
) -> Version:  # fmt: skip
    """Saves a text as the next version. after: the number of the version that was edited; Behind where it is not last.

    figures: those that stand in the text. renewed: only their values changed, which a frozen text allows.

    While a letter is open, a new text is a proposal: signatures stay with the version that was signed, and it cannot be
    published until they consent (`signing.consent`) or unless it is an addendum, which stands beside that text.
    """
    held = Letter.objects.select_for_update().get(pk=letter.pk)
    last = latest(letter)
    if last.number != after:
        raise Behind("somebody saved a version meanwhile")
    if addendum and held.state in WRITABLE:
        raise NotNow(gettext("An addendum stands beside a text that was signed: this one can still be changed itself."))
    kept = _settled(translations)
    same = (settled(text), kept, figures.sources) == (last.text, last.translations, last.sources)
    if same and not addendum:
        return last
    if held.state == FROZEN and not renewed:
        raise NotNow(gettext("The text is frozen: go back to comments to change it."))
    if not addendum and held.opened is not None and waiting_for_consent(held):
        Version.objects.filter(pk=signed_version(held).pk).update(passed_over=True)
    return Version.objects.create(
        letter=letter, number=last.number + 1, text=settled(text), hash=hash_of(text), translations=kept, by=by,
        addendum=addendum, **figures._asdict(),
    )  # fmt: skip


def _settled(translations: Mapping[str, str]) -> dict[str, str]:
    """As they are kept: those that have words."""
    return {language: settled(words) for language, words in translations.items() if words.strip()}


def latest(letter: Letter) -> Version:
    """The version saved last."""
    found = letter.versions.last()
    assert found is not None  # a letter begins with one
    return found


def signed_version(letter: Letter) -> Version:
    """The version that people sign now: the last one that is no addendum."""
    found = letter.versions.filter(addendum=False).last()
    assert found is not None
    return found


def comment(*, version: Version, person: Person, words: str) -> Comment:
    """A remark on a version."""
    return Comment.objects.create(version=version, person=person, words=words)


def comments_of(letter: Letter) -> QuerySet[Comment]:
    """All that was said of the text as it is now, and what of earlier versions is not settled."""
    now = latest(letter).number
    every = Comment.objects.filter(version__letter=letter).select_related("person", "version", "settled_by")
    return every.filter(Q(version__number=now) | Q(settled=None)).order_by("pk")


def unsettled(letter: Letter) -> QuerySet[Comment]:
    """What was said and is not settled."""
    return Comment.objects.filter(version__letter=letter, settled=None)


def settle(*, comment: Comment, by: Person, settled: bool = True) -> bool:
    """Says that a comment is settled, or takes that back; False where it was so already. NotNow of a frozen text."""
    if comment.version.letter.state not in WRITABLE:
        raise NotNow(gettext("The text is frozen: go back to comments first."))
    rows = Comment.objects.filter(pk=comment.pk, settled__isnull=settled)
    return bool(rows.update(settled=timezone.now() if settled else None, settled_by=by if settled else None))


@transaction.atomic
def move(
    *, letter: Letter, to: str, reason: str = "", differing: int = 0, unsettled: bool = False
) -> None:  # fmt: skip
    """Takes a letter to its next state.

    differing: how many of its figures differ from the record; to open it in spite of them needs a reason. unsettled:
    freeze it although comments are not settled. NotNow where the state does not follow, the reason is missing, comments
    are not settled, or the organisation that lends its name has not approved a statement to the Council.
    """
    held = Letter.objects.select_for_update().get(pk=letter.pk)
    if to not in STEPS[held.state]:
        raise NotNow(gettext("The letter is in another state by now: look at its page again."))
    if to == OPEN and differing and not reason.strip():
        raise NotNow(
            gettext("A figure of this text differs from the record: correct it, or say why it is opened as it is.")
        )
    if to == FROZEN and not unsettled and Comment.objects.filter(version__letter=held, settled=None).exists():
        raise NotNow(gettext("Comments are not settled: settle them, or say that the text is frozen all the same."))
    if to == OPEN and needs_approval(held) and approved(held) is None:
        raise NotNow(
            gettext("The organisation with ECOSOC status that lends its name has not approved this title and text yet.")
        )
    held.state, held.reason = to, reason.strip() if to == OPEN else held.reason
    if to == OPEN and held.opened is None:
        held.opened = signed_version(held).number
    held.save(update_fields=["state", "reason", "opened"])
    letter.state, letter.reason, letter.opened = held.state, held.reason, held.opened


def texts_of(letter: Letter) -> list[Text]:
    """Its versions in their order, without their words."""
    return list(map(Text._make, letter.versions.values_list("pk", "number", "hash", "addendum")))


def bound_to_another_text(letter: Letter, texts: Sequence[Text] = ()) -> QuerySet[Signature]:
    """The counted signatures that were given to another text than the one that would be published now."""
    every = texts or texts_of(letter)
    now = next(each.hash for each in reversed(every) if not each.addendum)
    others = [each.pk for each in every if each.hash != now]  # mostly none, and then no signature is asked for
    return letter.signatures.filter(state=COUNTED, version__in=others).select_related("letter")


def waiting_for_consent(letter: Letter, texts: Sequence[Text] = ()) -> int:
    """How many they are: nothing is published until they consent or leave."""
    return bound_to_another_text(letter, texts).count()


def is_open(letter: Letter) -> bool:
    """Whether it can be signed: open, and not past its deadline."""
    return letter.state == OPEN and (letter.deadline is None or timezone.now() <= letter.deadline)
