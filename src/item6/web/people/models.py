"""What the server knows of people and coalitions."""

from __future__ import annotations

from typing import ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models

from item6.web.people.roles import ROLES


def _chosen(*values: str) -> list[tuple[str, str]]:
    return [(value, value) for value in values]


def folded(email: str) -> str:
    """An address as it is compared: without spaces around it, in small letters."""
    return email.strip().casefold()


class People(BaseUserManager["Person"]):
    """Makes and finds people by address."""

    def create_user(self, email: str, password: str | None = None, **fields: object) -> Person:
        """A person with this address, who signs in by password once, or by passkey alone where none is given."""
        person = self.model(email=folded(email), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        """The person with this address."""
        return self.get(email=folded(username or ""))


class Person(AbstractBaseUser):
    """Somebody with an account. What they may do stands in their memberships."""

    email = models.EmailField(unique=True, max_length=254)
    name = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=8, blank=True)  # empty: what the browser asks for
    time_zone = models.CharField(max_length=64, blank=True)  # empty: Geneva
    is_active = models.BooleanField(default=True)
    keeper = models.BooleanField(default=False)
    begun = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "email"

    def __str__(self) -> str:
        return self.name or self.email


class Coalition(models.Model):
    """A coalition; all that people make belongs to one. Its files lie in `coalitions/SLUG` of the workspace."""

    slug = models.SlugField(unique=True, max_length=40)
    name = models.CharField(max_length=200)
    begun = models.DateTimeField(auto_now_add=True)
    closed = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A person's role in a coalition."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="memberships")
    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=_chosen(*ROLES))
    begun = models.DateTimeField(auto_now_add=True)

    class Meta:
        """A person has one role in a coalition."""

        constraints = (models.UniqueConstraint(fields=["person", "coalition"], name="one_role_in_a_coalition"),)


class Invitation(models.Model):
    """An invitation into a coalition, by a link that holds a token; only the token's hash is kept."""

    coalition = models.ForeignKey(Coalition, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(max_length=254)
    role = models.CharField(max_length=12, choices=_chosen(*ROLES))
    token = models.CharField(max_length=64, unique=True)  # SHA-256, hex
    by = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    made = models.DateTimeField(auto_now_add=True)
    until = models.DateTimeField()
    taken = models.DateTimeField(null=True, blank=True)
    withdrawn = models.DateTimeField(null=True, blank=True)


class Session(AbstractBaseSession):
    """A browser that is signed in.

    `session_key` is the SHA-256 of what the cookie holds: a copy of this table opens no door.
    """

    session_key = models.CharField(max_length=64, primary_key=True)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="sessions")
    coalition = models.ForeignKey(Coalition, on_delete=models.SET_NULL, null=True, related_name="+")  # worked in
    device = models.CharField(max_length=80, blank=True)  # "Firefox on Linux", for the list of one's sessions
    begun = models.DateTimeField(auto_now_add=True)
    seen = models.DateTimeField(auto_now_add=True)  # to the hour
