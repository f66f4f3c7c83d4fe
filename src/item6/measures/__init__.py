"""Every number, defined once: a record and a scope to a Figure."""
