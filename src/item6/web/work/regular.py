"""What is done regularly, of no feature in particular."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.backends.base import SessionBase
from django.utils import timezone
from django.utils.module_loading import import_string

from item6.web.work.kinds import kind
from item6.web.work.models import Worker

_FORGOTTEN = timedelta(days=1)


@kind("sessions.clear", every=timedelta(hours=6))
def clear_sessions() -> None:
    """Removes sessions that have run out."""
    from django.conf import settings

    store: type[SessionBase] = import_string(f"{settings.SESSION_ENGINE}.SessionStore")
    store.clear_expired()


@kind("workers.forget", every=timedelta(days=1))
def forget_workers() -> None:
    """Removes processes that have not been seen for a day."""
    Worker.objects.filter(seen__lt=timezone.now() - _FORGOTTEN).delete()
