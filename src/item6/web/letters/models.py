"""Letters as they are stored. Every change of a signature goes through `item6.web.letters.signing`."""

from __future__ import annotations

import secrets

from django.db import models

from item6.letters.kinds import KINDS
from item6.letters.signatories import LONGEST_SORT, ORGANISATION, PERSON, STATUSES, UNKNOWN
from item6.web.letters.states import AFTER, ASKED, DRAFT, STEPS
from item6.web.people.models import Coalition, Person


def _new_salt() -> str:
    """What makes the links of one row."""
    return secrets.token_hex(16)


def _chosen(values: object) -> list[tuple[str, str]]:
    return [(value, value) for value in values]  # type: ignore[attr-defined]  # any collection of names


class Letter(models.Model):
    """A letter. `address` is its name on public pages, which cannot be guessed.

    `organisations` and `persons` are how many signatures are counted, `removed` how often one has left them; the
    database changes them with the signature (item6.web.letters.counting). `secret` signs its list; `listed` holds the
    head and seals of the list published last, without names, and `relist` that it is to be published anew behind the
    pages. `list_number` is of that list, where a query asks for it.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="letters")
    address = models.CharField(max_length=40, unique=True)
    kind = models.CharField(max_length=20, choices=_chosen(KINDS))
    title = models.CharField(max_length=300)
    addressees = models.JSONField(default=list)
    agenda_item = models.CharField(max_length=100, blank=True)
    session = models.CharField(max_length=100, blank=True)
    slot = models.CharField(max_length=200, blank=True)  # of an oral statement: when it is spoken,
    reader = models.CharField(max_length=200, blank=True)  # by whom,
    video = models.CharField(max_length=200, blank=True)  # and what is shown where nobody can speak
    language = models.CharField(max_length=8, default="en")
    persons_may_sign = models.BooleanField(default=False)
    shown_by = models.CharField(max_length=10, default="status", choices=_chosen(("status", "place", "alphabet")))
    contacts = models.JSONField(default=list)
    press_contacts = models.JSONField(default=list)  # in the press version alone
    deadline = models.DateTimeField(null=True)
    embargo = models.DateTimeField(null=True)
    purge = models.DateField(null=True)
    state = models.CharField(max_length=10, default=DRAFT, choices=_chosen(STEPS))
    opened = models.PositiveIntegerField(null=True)  # number of the version with which it was opened first
    reason = models.TextField(blank=True)  # why it was opened although a figure differs from the record
    organisations = models.PositiveIntegerField(default=0)
    persons = models.PositiveIntegerField(default=0)
    removed = models.PositiveIntegerField(default=0)
    secret = models.CharField(max_length=64)
    listed = models.JSONField(null=True)
    relist = models.BooleanField(default=False)
    edition = models.PositiveIntegerField(default=1)  # counts edits of these fields
    begun = models.DateTimeField(auto_now_add=True)
    list_number: int | None

    def __str__(self) -> str:
        return self.title


class Version(models.Model):
    """The text of a letter in its language, as it was saved; never changed. The last one is the letter's text.

    `passed_over`: another text was proposed before all who had signed agreed to this one, so it was never published.

    `translations` hold the same in other languages; signatures are bound to this text. Where Figures stand in it by
    their names, `text` and `translations` hold their values, `sources` what was written ("" for the text, else by
    language), and `figures` each name with its value and the reference that computes it again.
    """

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    text = models.TextField()
    hash = models.CharField(max_length=64)
    translations = models.JSONField(default=dict)
    sources = models.JSONField(default=dict)
    figures = models.JSONField(default=list)
    addendum = models.BooleanField(default=False)  # stands beside the text that was signed, and changes it not
    passed_over = models.BooleanField(default=False)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Numbered from 1 within a letter."""

        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=["letter", "number"], name="one_version_of_a_number"),)


class Comment(models.Model):
    """What a member says of a version."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="comments")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    words = models.TextField()
    made = models.DateTimeField(auto_now_add=True)
    settled = models.DateTimeField(null=True)
    settled_by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")


class Approval(models.Model):
    """That an organisation with ECOSOC status lends its name to a title and a text: which, who said so, and when."""

    version = models.ForeignKey(Version, on_delete=models.CASCADE, related_name="approvals")
    title = models.CharField(max_length=300)
    organisation = models.CharField(max_length=300)
    person = models.CharField(max_length=200)
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(auto_now_add=True)


class Signature(models.Model):
    """A signature, from the form on the public page to the list. `salt` makes the links in its mails.

    `key` is what the name is compared by, `sort` what lists are ordered by, the same in every database. `network` is
    the prefix of the address it came from, erased after `purge`.
    """

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="signatures")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, default=ORGANISATION, choices=_chosen((ORGANISATION, PERSON)))
    state = models.CharField(max_length=10, default=ASKED, choices=_chosen(AFTER))
    before = models.CharField(max_length=10, blank=True)  # the state before it was refused or merged
    into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, related_name="taken_in")
    name = models.CharField(max_length=300)
    key = models.CharField(max_length=300)
    sort = models.BinaryField(max_length=LONGEST_SORT, default=b"")
    place = models.CharField(max_length=120, blank=True)
    code = models.CharField(max_length=3, blank=True)
    status = models.CharField(max_length=8, default=UNKNOWN, choices=_chosen(STATUSES))
    year = models.PositiveSmallIntegerField(null=True)
    ecosoc_name = models.CharField(max_length=300, blank=True)
    website = models.CharField(max_length=500, blank=True)
    signer = models.CharField(max_length=200, blank=True)
    capacity = models.CharField(max_length=200, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    withheld = models.BooleanField(default=False)
    language = models.CharField(max_length=8, default="en")
    salt = models.CharField(max_length=32)
    network = models.CharField(max_length=50, blank=True)
    seal_salt = models.CharField(max_length=64, blank=True)
    seal_secret = models.CharField(max_length=64, blank=True)
    mails = models.PositiveSmallIntegerField(default=0)
    mailed = models.DateTimeField(null=True)
    asked = models.DateTimeField()
    confirmed = models.DateTimeField(null=True)
    counted = models.DateTimeField(null=True)
    ended = models.DateTimeField(null=True)
    why = models.CharField(max_length=300, blank=True)  # of the last decision, by a person
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")

    class Meta:
        """One signature of a name from an address; lists are read by state."""

        constraints = (
            models.UniqueConstraint(
                fields=["letter", "email", "key"], condition=~models.Q(email=""), name="one_signature_of_a_name"
            ),
        )
        indexes = (
            models.Index(fields=["letter", "state", "id"], name="signatures_by_state"),
            models.Index(fields=["letter", "network", "asked"], name="signatures_by_network"),
            models.Index(fields=["letter", "state", "kind", "withheld", "sort", "id"], name="signatures_in_order"),
            models.Index(fields=["letter", "version", "state"], name="signatures_by_text"),
        )


class Tombstone(models.Model):
    """What stays of an entry that a published list held and that is no longer counted: its seal's secrets, no name."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="tombstones")
    kind = models.CharField(max_length=12)
    on = models.DateField()
    salt = models.CharField(max_length=64)
    secret = models.CharField(max_length=64)


class Asked(models.Model):
    """An organisation that was asked to sign, at an address that the coalition knows. `salt` makes its link."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="asked")
    name = models.CharField(max_length=300, blank=True)
    email = models.EmailField(max_length=254)
    made = models.DateTimeField(auto_now_add=True)
    sent = models.DateTimeField(null=True)
    reminded = models.PositiveSmallIntegerField(default=0)
    declined = models.DateTimeField(null=True)
    salt = models.CharField(max_length=32, default=_new_salt)

    class Meta:
        """An address is asked once for each letter."""

        constraints = (models.UniqueConstraint(fields=["letter", "email"], name="asked_once"),)


class Sheet(models.Model):
    """A spreadsheet of signatories that was read and not taken in: what each of its rows says. Removed after a day."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="sheets")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    file = models.CharField(max_length=200)
    lines = models.JSONField()
    made = models.DateTimeField(auto_now_add=True)


class Sent(models.Model):
    """That a letter was handed to somebody, and what they answered, in their own words."""

    letter = models.ForeignKey(Letter, on_delete=models.CASCADE, related_name="sent")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    to = models.CharField(max_length=300)
    how = models.CharField(max_length=100, blank=True)
    on = models.DateField()
    answer = models.TextField(blank=True)
    answered = models.DateField(null=True)
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
