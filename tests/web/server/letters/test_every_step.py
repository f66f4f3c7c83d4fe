"""Whatever people do in whatever order: the count is the rows, and both are the published list."""

from __future__ import annotations

import json
from itertools import count
from pathlib import Path

import pytest
from databases import databases_of_process
from django.test import override_settings
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    Bundle,
    RuleBasedStateMachine,
    consumes,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from people_for_tests import member

from item6.letters.signatories import PERSON
from item6.proofs import verify
from item6.web.letters import publishing, signing, writing
from item6.web.letters.models import Asked, Letter, Signature
from item6.web.letters.signing import Given
from item6.web.letters.states import CLOSED, COUNTED, FROZEN, OPEN
from item6.web.letters.writing import NotNow
from item6.web.people.coalitions import begin

_COALITIONS = count(1)


class Steps(RuleBasedStateMachine):
    """Open, sign, confirm, approve, refuse, restore, merge, withdraw, deny, edit, consent, close, publish."""

    signatures: Bundle[int] = Bundle("signatures")

    @initialize()
    def open(self) -> None:
        number = next(_COALITIONS)
        coalition = begin(f"coalition-{number}", f"Coalition {number}")
        self.by = member(coalition, "coordinator", email=f"by{number}@example.org")
        self.letter = writing.begin(coalition=coalition, kind="open-letter", title="T", text="A.", by=self.by)
        self.letter.persons_may_sign = True
        self.letter.save()
        writing.move(letter=self.letter, to=FROZEN)
        writing.move(letter=self.letter, to=OPEN)
        self.before: bytes | None = None
        self.gone = set[str]()

    def row(self, number: int) -> Signature:
        return Signature.objects.select_related("letter").get(pk=number)

    @rule(
        target=signatures,
        name=st.sampled_from("ABCDEF"),
        person=st.booleans(),
        known=st.booleans(),
        hidden=st.booleans(),
    )
    def ask(self, name: str, person: bool, known: bool, hidden: bool) -> int:
        number = Signature.objects.count()
        email = f"{name}{number}@{name}.example".lower()
        if known:
            Asked.objects.get_or_create(letter=self.letter, email=email)
        kind = PERSON if person else "organisation"
        given = Given(name=f"Marker{number:05d}{name}", email=email, kind=kind, withheld=hidden)
        self.letter.refresh_from_db()
        if self.letter.state != OPEN:
            writing.move(letter=self.letter, to=OPEN)
        made = signing.ask(letter=self.letter, given=given, network="")
        assert made is not None
        return int(made.pk)

    @rule(number=signatures)
    def confirm(self, number: int) -> None:
        try:
            signing.confirm(signature=self.row(number))
        except NotNow:
            assert self.row(number).letter.state == CLOSED

    @rule(number=signatures, how=st.sampled_from([signing.approve, signing.vouch, signing.refuse, signing.restore]))
    def decide(self, number: int, how: object) -> None:
        how(signature=self.row(number), by=self.by, reason="because")

    @rule(number=signatures, into=signatures)
    def merge(self, number: int, into: int) -> None:
        try:
            signing.merge(signature=self.row(number), into=self.row(into), by=self.by, reason="the same")
        except NotNow:
            assert number == into or self.row(into).state != COUNTED

    @rule(number=consumes(signatures), how=st.sampled_from([signing.withdraw, signing.deny]))
    def end(self, number: int, how: object) -> None:
        name = self.row(number).name
        if how(signature=self.row(number)):
            self.gone.add(name)

    @rule(words=st.sampled_from(["A.", "B.", "C."]))
    def edit(self, words: str) -> None:
        last = writing.latest(self.letter).number
        writing.write(letter=self.letter, text=words, translations={}, by=self.by, after=last)

    @rule(number=signatures)
    def consent(self, number: int) -> None:
        signing.consent(signature=self.row(number))

    @rule()
    def close(self) -> None:
        self.letter.refresh_from_db()
        if self.letter.state == OPEN:
            writing.move(letter=self.letter, to=CLOSED)

    @rule()
    def publish(self) -> None:
        waiting = writing.waiting_for_consent(self.letter)
        try:
            made = publishing.signed_list(self.letter)
        except NotNow:
            assert waiting
            return
        assert not waiting
        packed = json.dumps(made).encode()
        found = verify(packed, previous=self.before)
        assert found.problems == []
        counted = Signature.objects.filter(letter=self.letter, state=COUNTED)
        assert sum(made["head"]["counted"].values()) == counted.count()
        assert {each["name"] for each in found.names} == set(
            counted.filter(withheld=False).values_list("name", flat=True)
        )
        assert not any(name in packed.decode() for name in self.gone)
        self.before = packed

    @invariant()
    def the_count_is_the_rows(self) -> None:
        held = Letter.objects.get(pk=self.letter.pk)
        rows = Signature.objects.filter(letter=held, state=COUNTED)
        persons = rows.filter(kind=PERSON).count()
        assert (held.organisations, held.persons) == (rows.count() - persons, persons)
        shown = publishing.signatories(held)
        assert len(shown) == rows.count()
        assert self.gone.isdisjoint(each.name for each in shown)


@pytest.mark.parametrize("kind", ["sqlite", pytest.param("postgresql", marks=pytest.mark.full)])
def test_every_step(kind: str, tmp_path: Path) -> None:
    with databases_of_process().empty(kind, tmp_path), override_settings(ITEM6_HOME=tmp_path):
        run_state_machine_as_test(Steps, settings=settings(max_examples=12, stateful_step_count=20, deadline=None))
