"""The audit log: one line for each thing seen, changed or exported, without what it contains."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, NoReturn

from django.db import models

from item6.web.people.models import Coalition, Person


class NeverChanged(TypeError):
    """Somebody tried to change or delete what the audit log holds."""

    def __init__(self) -> None:
        super().__init__("lines of the audit log are added, never changed or deleted; item6.web.audit.keeping purges")


class Lines(models.QuerySet["Entry"]):
    """Lines to be read."""

    def update(self, **values: Any) -> NoReturn:
        """Refused."""
        raise NeverChanged

    def bulk_update(self, objs: Iterable[Entry], fields: Iterable[str], batch_size: int | None = None) -> NoReturn:
        """Refused."""
        raise NeverChanged

    def update_or_create(self, *given: Any, **values: Any) -> NoReturn:
        """Refused."""
        raise NeverChanged

    def bulk_create(self, objs: Iterable[Entry], *given: Any, **options: Any) -> NoReturn:
        """Refused: it could write over lines; `noting.note` adds them."""
        raise NeverChanged

    def delete(self) -> NoReturn:
        """Refused."""
        raise NeverChanged

    def _raw_delete(self, using: str | None) -> NoReturn:
        raise NeverChanged


class Entry(models.Model):
    """Who did what to which object, when. Lines are added and never changed.

    A person who is deleted leaves lines without a name; a coalition that has lines can be closed and not deleted.
    """

    at = models.DateTimeField(auto_now_add=True)
    coalition = models.ForeignKey(Coalition, on_delete=models.PROTECT, null=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.SET_NULL, null=True, related_name="+")
    did = models.CharField(max_length=12)  # saw, changed, exported, refused, entered
    what = models.CharField(max_length=60)  # the name of the route, or of the act
    object = models.CharField(max_length=120, blank=True)  # the object's name in addresses; never its words
    status = models.PositiveSmallIntegerField(default=0)  # of the answer

    objects: ClassVar[models.Manager[Entry]] = Lines.as_manager()

    class Meta:
        """Read by coalition, the last first."""

        indexes = (
            models.Index(fields=["coalition", "-id"], name="audit_by_coalition"),
            models.Index(fields=["at"], name="audit_by_time"),
        )

    def save(self, *given: Any, **options: Any) -> None:
        """Adds the line. NeverChanged for one that stands."""
        if not self._state.adding:
            raise NeverChanged
        super().save(*given, **options | {"force_insert": True})

    def delete(self, *given: Any, **options: Any) -> NoReturn:
        """Refused."""
        raise NeverChanged
