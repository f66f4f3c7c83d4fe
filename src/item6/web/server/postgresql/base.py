"""The class that Django looks for in the package that the setting names."""

from __future__ import annotations

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """Asks `SELECT 1` before a request only where the server has said something, as it does when it ends.

    Between requests a server says nothing to who asked nothing, so a quiet socket is an open one: a question to the
    operating system, instead of one to the database in each request. A network that breaks in silence is not found
    this way; the request that meets it fails, and the next one has a new connection.
    """

    health_check_done: bool

    def close_if_health_check_failed(self) -> None:
        """Closes a connection that was ended from the other side."""
        if self.connection is not None and not self.health_check_done and self._is_quiet():
            self.health_check_done = True
        super().close_if_health_check_failed()

    def _is_quiet(self) -> bool:
        if self.connection.closed or not hasattr(select, "poll"):  # which Windows has not
            return False
        waiting = select.poll()
        waiting.register(self.connection.fileno(), select.POLLIN)
        return not waiting.poll(0)
