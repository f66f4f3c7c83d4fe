"""From here on the database keeps the count of a letter."""

from __future__ import annotations

from typing import Any

from django.db import migrations

from item6.web.letters.counting import keep_count


def _begin(apps: Any, schema_editor: Any) -> None:
    keep_count(schema_editor.connection.alias)


class Migration(migrations.Migration):
    """After each migration it is made anew as well; this one lets older databases be known as such."""

    dependencies = [("letters", "0001_initial")]
    operations = [migrations.RunPython(_begin, migrations.RunPython.noop)]
