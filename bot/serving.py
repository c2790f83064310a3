"""Serves ASGI apps on loopback sockets inside a loop that is ours: uvicorn without its signal handling."""

from __future__ import annotations

import asyncio
import contextlib
import socket
from collections.abc import AsyncIterator, Iterator
from typing import Any

import uvicorn

from bot.errors import SettingsError

LOOPBACK = "127.0.0.1"
GRACE_SECONDS = 3
BACKLOG = 512


class _Server(uvicorn.Server):
    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Signals belong to the app."""
        yield


def bind(setting: str, port: int) -> socket.socket:
    """A listening socket on loopback. Raises SettingsError with the setting's name where the port is taken."""
    # The protocol is named: asyncio switches Nagle's delay off (40 ms a reply) only where it reads IPPROTO_TCP.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((LOOPBACK, port))
        listener.listen(BACKLOG)
    except OSError as problem:
        listener.close()
        raise SettingsError(
            f"{setting} is wrong: port {port} cannot be used ({problem.strerror}). "
            f"Stop what uses it, or choose another: {setting}={port + 1}"
        ) from None
    return listener


@contextlib.asynccontextmanager
async def serve(app: Any, listener: socket.socket) -> AsyncIterator[None]:
    """Serve `app` on the socket for as long as the block runs."""
    server = _Server(
        uvicorn.Config(
            app,
            interface="asgi3",  # uvicorn's own guess is wrong for a bound method
            log_level="warning",
            access_log=False,
            lifespan="off",
            timeout_graceful_shutdown=GRACE_SECONDS,
        )
    )
    task = asyncio.create_task(server.serve(sockets=[listener]), name="web")
    while not server.started and not task.done():  # noqa: ASYNC110  # uvicorn tells it by this flag only
        await asyncio.sleep(0.01)
    try:
        yield
    finally:
        server.should_exit = True
        await task
