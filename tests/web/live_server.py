"""A server that answers browsers: the application in this process, over the test's database."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished
from django.db import connections
from django.test import override_settings
from waitress.server import create_server


def _close(**signal: object) -> None:
    """Closes what a thread of the server opened, which nobody could close once it has ended."""
    if threading.current_thread() is not threading.main_thread():
        connections.close_all()


def _end(server: Any) -> None:
    """Ends its loop, in the loop's own thread: closed from another one, it might wait for a file that is closed."""
    for channel in list(server.active_channels.values()):
        channel.handle_close()
    server.close()


@contextmanager
def running() -> Iterator[str]:
    """Its address, which passkeys accept: http://localhost:PORT. Threads open their own connections."""
    server = create_server(WSGIHandler(), host="127.0.0.1", port=0, threads=4)
    address = f"http://localhost:{server.effective_port}"
    config = replace(settings.SERVER, address=address)
    with override_settings(SERVER=config, ALLOWED_HOSTS=["localhost", "127.0.0.1"], CSRF_TRUSTED_ORIGINS=[address]):
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        request_finished.connect(_close)
        try:
            yield address
        finally:
            server.trigger.pull_trigger(lambda: _end(server))
            thread.join()
            server.task_dispatcher.shutdown()
            request_finished.disconnect(_close)
