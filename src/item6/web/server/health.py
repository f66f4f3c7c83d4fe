"""Whether the server can do its work, for who watches over it: yes or no, and nothing else."""

from __future__ import annotations

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from item6.record.errors import RecordError
from item6.web.explorer import records
from item6.web.people.models import Coalition
from item6.web.server import schema


@require_safe
def health(request: HttpRequest) -> HttpResponse:
    """200 where database and record can be read and the schema fits, 503 where not."""
    well = _is_well()
    return HttpResponse("ok\n" if well else "not ok\n", status=200 if well else 503, content_type="text/plain")


def _is_well() -> bool:
    try:
        if schema.standing() != schema.FITS:
            return False
        Coalition.objects.exists()
        record = records.current()
        if record is not None:
            record.reviews()
    except (DatabaseError, RecordError, OSError):
        return False
    return True
