"""Organisations of a coalition as they are stored. Each row belongs to one coalition; what is personal stands apart."""

from __future__ import annotations

from django.db import models

from item6.organisations.folding import folded
from item6.organisations.nouns import STATUSES, UNKNOWN, Contact, Organisation
from item6.web.people.models import Coalition, Person


class OrganisationRow(models.Model):
    """An organisation. `version` counts its edits: who saves an older one is shown what changed meanwhile.

    `into` is the organisation that people said it is one with; such a row is shown nowhere, and comes back when the
    merge is undone.
    """

    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="organisations")
    version = models.PositiveIntegerField(default=1)
    into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="taken_in")
    name = models.CharField(max_length=300)
    names = models.JSONField(default=list)  # [[language, text], ...]
    former = models.JSONField(default=list)  # [text, ...]
    ecosoc_name = models.CharField(max_length=300, blank=True)
    country = models.CharField(max_length=120, blank=True)  # in its own words
    code = models.CharField(max_length=3, blank=True)  # ISO3 of the State it is counted under
    status = models.CharField(max_length=8, default=UNKNOWN, choices=[(each, each) for each in STATUSES])
    year = models.PositiveSmallIntegerField(null=True)
    website = models.CharField(max_length=500, blank=True)
    domains = models.JSONField(default=list)  # [domain, ...]
    notes = models.TextField(blank=True)
    order = models.CharField(max_length=300)  # the folded name, by which lists are in order
    findable = models.TextField()  # every name and domain, folded, one on each line
    begun = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Listed by name within a coalition."""

        indexes = (models.Index(fields=["coalition", "order"], name="organisations_by_name"),)

    def __str__(self) -> str:
        return self.name

    def value(self) -> Organisation:
        """The organisation that the row holds, with its contacts."""
        return Organisation(
            name=self.name, names=tuple((language, text) for language, text in self.names), former=tuple(self.former),
            ecosoc_name=self.ecosoc_name, country=self.country, code=self.code, status=self.status, year=self.year,
            website=self.website, domains=tuple(self.domains), notes=self.notes,
            contacts=tuple(each.value() for each in self.contacts.all()),
        )  # fmt: skip

    def value_names(self) -> tuple[str, ...]:
        """All its names, without asking for its contacts."""
        texts = (text for _, text in self.names)
        return tuple(dict.fromkeys(filter(None, (self.name, *texts, *self.former, self.ecosoc_name))))

    def take(self, value: Organisation) -> None:
        """Puts the fields of an organisation into the row, without its contacts; saves nothing."""
        self.name, self.ecosoc_name, self.country, self.code = value.name, value.ecosoc_name, value.country, value.code
        self.status, self.year, self.website, self.notes = value.status, value.year, value.website, value.notes
        self.names, self.former = [list(each) for each in value.names], list(value.former)
        self.domains = list(value.domains)
        self.order = folded(value.name)[:300]
        self.findable = "\n".join([*map(folded, value.every_name), *value.domains])


class ContactRow(models.Model):
    """Somebody who speaks for an organisation: personal data, erased with the row. `came_from`: before a merge."""

    organisation = models.ForeignKey(OrganisationRow, on_delete=models.CASCADE, related_name="contacts")
    came_from = models.ForeignKey(OrganisationRow, on_delete=models.SET_NULL, null=True, related_name="+")
    person = models.CharField(max_length=200, blank=True)
    post = models.CharField(max_length=200, blank=True)
    email = models.EmailField(max_length=254, blank=True)
    phone = models.CharField(max_length=60, blank=True)
    language = models.CharField(max_length=40, blank=True)
    consent = models.DateField(null=True)

    class Meta:
        """In the order in which they were entered."""

        ordering = ("pk",)

    def value(self) -> Contact:
        """The contact that the row holds."""
        consent = self.consent.isoformat() if self.consent else ""
        return Contact(self.person, self.post, self.email, self.phone, self.language, consent)


class Change(models.Model):
    """What somebody changed in an organisation, and when. Of contacts and notes only that they were changed."""

    organisation = models.ForeignKey(OrganisationRow, on_delete=models.CASCADE, related_name="changes")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    did = models.CharField(max_length=12)  # entered, edited, imported, merged, unmerged
    fields = models.JSONField(default=dict)  # {field: [before, after]}; {"contacts": null}


class Merge(models.Model):
    """That two rows are one organisation, said by a person; `before` and `after` are what undoing it needs."""

    kept = models.ForeignKey(OrganisationRow, on_delete=models.CASCADE, related_name="merges")
    gone = models.ForeignKey(OrganisationRow, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)
    undone = models.DateTimeField(null=True)
    before = models.JSONField(default=dict)  # fields of the kept row that the merge changed
    after = models.JSONField(default=dict)


class Apart(models.Model):
    """That two rows, `a` the lower number, are different organisations, said by a person; asked no more."""

    a = models.ForeignKey(OrganisationRow, on_delete=models.CASCADE, related_name="+")
    b = models.ForeignKey(OrganisationRow, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        """Said once."""

        constraints = (models.UniqueConstraint(fields=["a", "b"], name="said_apart_once"),)


class Draft(models.Model):
    """A spreadsheet that was read and not yet taken in. Removed when it is, or after a day."""

    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    made = models.DateTimeField(auto_now_add=True)
    file = models.CharField(max_length=200)
    lines = models.JSONField(default=dict)  # as `item6.web.organisations.importing` writes them
