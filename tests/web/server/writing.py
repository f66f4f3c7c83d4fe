"""A process that writes: lines of the audit log, each told on standard output once it is acknowledged.

    python writing.py NAME

With ITEM6_HOME and ITEM6_DATABASE. Ends when it is killed, or when the database does not answer any more.
"""

from __future__ import annotations

import os
import sys
from itertools import count

import django


def main(name: str) -> None:
    """Writes until it cannot."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "item6.web.server.settings"
    django.setup()
    from django.db import DatabaseError, transaction

    from item6.web.audit import noting

    print("ready", flush=True)
    for number in count(1):
        try:
            with transaction.atomic():
                noting.note("saw", "first", person=None, coalition=None, object=f"{name} {number}")
                noting.note("saw", "second", person=None, coalition=None, object=f"{name} {number}")
        except DatabaseError:
            return
        print(f"{name} {number}", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
