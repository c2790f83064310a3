"""A proxy between app and engine that lets a test step in at exact points of an exchange.

It passes bytes on unchanged and hides nothing: when one side goes, the other is told, as if they spoke directly.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Literal, Self

Point = Literal["request", "passed", "answer", "answered"]
"""request: it is whole here, nothing of it there. passed: it is in the other side's socket. answer and answered: the
same for what comes back."""

LOOPBACK = "127.0.0.1"
LIMIT = 4_000_000
GONE = (asyncio.IncompleteReadError, ConnectionError)


@dataclass(frozen=True)
class Request:
    """One request that passes."""

    line: str
    body: bytes

    @property
    def json(self) -> dict[str, Any]:
        """Its body; {} where there is none."""
        content: dict[str, Any] = json.loads(self.body or b"{}")
        return content


@dataclass
class Hook:
    """What to do once, when the first matching request comes to a point."""

    point: Point
    do: Callable[[], None]
    when: Callable[[Request], bool]
    swallow: bool
    done: bool = False


class Swallowed(ConnectionError):
    """A hook keeps the message from going on."""


class Proxy:
    """Listens on a port of its own; `upstream` is the port that it passes everything on to."""

    def __init__(self) -> None:
        self.upstream = 0
        self.port = 0
        self.requests: list[Request] = []
        self._hooks: list[Hook] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="proxy", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        starting = asyncio.start_server(self._serve, LOOPBACK, 0, limit=LIMIT)
        self._server = asyncio.run_coroutine_threadsafe(starting, self._loop).result()
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    def __exit__(self, *_: object) -> None:
        asyncio.run_coroutine_threadsafe(self._close(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    def at(
        self, point: Point, do: Callable[[], None], when: Callable[[Request], bool], *, swallow: bool = False
    ) -> None:
        """Call `do` once at a point. With `swallow` the message goes no further and both sides are cut off.

        `do` runs in the proxy's own thread: until it comes back, nothing passes at all.
        """
        self._hooks.append(Hook(point, do, when, swallow))

    async def _close(self) -> None:
        self._server.close()
        others = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)

    async def _serve(self, client: asyncio.StreamReader, to_client: asyncio.StreamWriter) -> None:
        try:
            upstream, to_upstream = await asyncio.open_connection(LOOPBACK, self.upstream, limit=LIMIT)
        except OSError:
            to_client.close()
            return
        asked: list[Request] = []
        pumps = [
            asyncio.create_task(self._pass_requests(client, to_upstream, asked)),
            asyncio.create_task(self._pass_answers(upstream, to_client, asked)),
        ]
        try:
            await asyncio.wait(pumps, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for pump in pumps:
                pump.cancel()
            await asyncio.gather(*pumps, return_exceptions=True)
            to_client.close()
            to_upstream.close()

    async def _pass_requests(
        self, client: asyncio.StreamReader, upstream: asyncio.StreamWriter, asked: list[Request]
    ) -> None:
        with suppress(*GONE):
            while True:
                raw, request = await _read(client)
                asked.append(request)
                self.requests.append(request)
                self._reach("request", request)
                await _write(upstream, raw)
                self._reach("passed", request)

    async def _pass_answers(
        self, upstream: asyncio.StreamReader, client: asyncio.StreamWriter, asked: list[Request]
    ) -> None:
        with suppress(*GONE):
            while True:
                raw, _ = await _read(upstream)
                self._reach("answer", asked[0])
                await _write(client, raw)
                self._reach("answered", asked.pop(0))

    def _reach(self, point: Point, request: Request) -> None:
        for hook in self._hooks:
            if not hook.done and hook.point == point and hook.when(request):
                hook.done = True
                hook.do()
                if hook.swallow:
                    raise Swallowed


async def _read(source: asyncio.StreamReader) -> tuple[bytes, Request]:
    """One whole request or answer. Both sides give a length; nothing comes in chunks."""
    head = await source.readuntil(b"\r\n\r\n")
    first, *lines = head.decode("latin-1").split("\r\n")
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
    assert "transfer-encoding" not in headers, "the proxy reads no chunks"
    body = await source.readexactly(int(headers.get("content-length", 0)))
    return head + body, Request(first, body)


async def _write(target: asyncio.StreamWriter, raw: bytes) -> None:
    target.write(raw)
    await target.drain()
