"""Serves an ASGI app on a loopback port from a thread of its own, and stops as the real app does."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

START_SECONDS = 10


def free_port() -> int:
    """A port that nothing listens on just now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """A running server. `app.state.closing`, if there is one, is set before it stops."""

    def __init__(self, app: Starlette, port: int | None = None) -> None:
        self.port = port or free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self._app = app
        config = uvicorn.Config(app, host="127.0.0.1", port=self.port, log_level="critical", lifespan="off")
        self._server = uvicorn.Server(config)
        self._thread = threading.Thread(target=self._server.run, daemon=True)

    def start(self) -> Served:
        """Come back once it answers."""
        self._thread.start()
        until = time.monotonic() + START_SECONDS
        while not self._server.started:
            if time.monotonic() > until or not self._thread.is_alive():
                raise RuntimeError(f"no server came up on port {self.port}")
            time.sleep(0.01)
        return self

    def stop(self) -> float:
        """Stop; gives back the seconds it took."""
        began = time.monotonic()
        closing = getattr(self._app.state, "closing", None)
        if closing is not None:
            closing.set()
        self._server.should_exit = True
        self._thread.join(START_SECONDS)
        return time.monotonic() - began


@contextmanager
def serving(app: Starlette, port: int | None = None) -> Iterator[Served]:
    """Serve for the length of a with block."""
    served = Served(app, port).start()
    try:
        yield served
    finally:
        served.stop()
