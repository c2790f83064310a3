"""Talks to the running app over HTTP, as the web page does: says lines, taps buttons, reads the stream of events."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import AsyncIterator
from typing import Any
from urllib.parse import quote

import httpx

from bot.errors import ChannelError

Message = dict[str, Any]
"""A message as `bot.webchat.shapes` writes it."""

RETRY_SECONDS = 0.5
LONGEST_RETRY_SECONDS = 5.0
PATIENCE_SECONDS = 120.0
"""How long a line that is down (a restart, say) is waited for."""

TIMEOUT = httpx.Timeout(20.0, read=60.0)
"""The stream sends a heartbeat every 15 seconds; four missed ones mean that the line is dead."""


class Refused(ChannelError):
    """The app did not take a line; the message says why and what to do."""


class Client:
    """One person's line to Kith. Ids make sure that what is sent again after a broken line counts once."""

    def __init__(self, http: httpx.AsyncClient, zone: str | None) -> None:
        self._http = http
        self._zone = zone
        self.last = 0
        """The id of the last message read."""

    @classmethod
    def connect(
        cls,
        base_url: str,
        token: str,
        name: str,
        *,
        zone: str | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> Client:
        """A client for the app at `base_url`, writing as `name`. Nothing is sent yet."""
        headers = {"Authorization": f"Bearer {token}", "X-Kith-Name": quote(name)}
        # The app is on this machine: a proxy of the environment must not stand between.
        http = httpx.AsyncClient(
            base_url=base_url, headers=headers, timeout=TIMEOUT, transport=transport, trust_env=False
        )
        return cls(http, zone)

    async def close(self) -> None:
        """Hang up."""
        await self._http.aclose()

    async def history(self) -> dict[str, Any]:
        """{"started", "last", "items", "welcome"}; reading goes on after it.

        Raises ChannelError if the app does not answer or does not know the token.
        """
        try:
            past = _answer(await self._http.get("/chat/history"))
        except httpx.TransportError:
            raise ChannelError(f"Kith does not answer at {self._http.base_url}. Start it with: kith up") from None
        self.last = past["last"]
        return past

    async def say(self, text: str) -> None:
        """Send a line. Raises Refused if it cannot be taken, ChannelError if the app stays away."""
        await self._post("/chat/say", {"text": text})

    async def tap(self, token: str) -> None:
        """Tap a button. Raises as `say` does."""
        await self._post("/chat/tap", {"token": token})

    async def replies(self) -> AsyncIterator[Message]:
        """Messages until everything said so far is answered. Raises ChannelError if the app stays away."""
        async for message in self._read(until="idle"):
            yield message

    async def listen(self) -> AsyncIterator[Message]:
        """Messages for as long as the app is there. Raises ChannelError if it stays away."""
        async for message in self._read(until=""):
            yield message

    async def file(self, url: str) -> bytes:
        """An attached file."""
        response = await self._http.get(url)
        response.raise_for_status()
        return response.content

    async def _post(self, path: str, body: dict[str, str]) -> None:
        body = {"id": uuid.uuid4().hex, **({"zone": self._zone} if self._zone else {}), **body}
        patience = _Patience()
        while True:
            try:
                response = await self._http.post(path, json=body)
            except httpx.TransportError:
                await patience.wait()
                continue
            if response.status_code < 500:
                _answer(response)
                return
            await patience.wait()

    async def _read(self, until: str) -> AsyncIterator[Message]:
        patience = _Patience()
        while True:
            try:
                async for name, data in self._events(until):
                    patience = _Patience()
                    if name == "message" and data["id"] > self.last:
                        self.last = data["id"]
                        yield data
                    elif name == "gone":
                        self.last = 0
                        return
                    elif name == until:
                        return
            except httpx.TransportError:
                pass
            await patience.wait()

    async def _events(self, until: str) -> AsyncIterator[tuple[str, Any]]:
        params = {"after": str(self.last), "until": until}
        async with self._http.stream("GET", "/chat/stream", params=params) as response:
            if response.status_code == httpx.codes.NOT_FOUND:
                yield "gone", {}
                return
            if response.is_error:
                await response.aread()
                _answer(response)
            name = "message"
            async for line in response.aiter_lines():
                if line.startswith("event: "):
                    name = line.removeprefix("event: ")
                elif line.startswith("data: "):
                    yield name, json.loads(line.removeprefix("data: "))


class _Patience:
    """Growing pauses, up to a limit in all."""

    def __init__(self) -> None:
        self._pause = RETRY_SECONDS
        self._waited = 0.0

    async def wait(self) -> None:
        """Pause once more. Raises ChannelError once it has been too long."""
        if self._waited >= PATIENCE_SECONDS:
            raise ChannelError("Kith has stopped answering. See whether `kith up` still runs, then chat again.")
        await asyncio.sleep(self._pause)
        self._waited += self._pause
        self._pause = min(self._pause * 2, LONGEST_RETRY_SECONDS)


def _answer(response: httpx.Response) -> dict[str, Any]:
    """The JSON of a good answer. Raises Refused or ChannelError with the app's own sentence."""
    try:
        answer: dict[str, Any] = response.json()
    except ValueError:
        raise ChannelError(f"{response.url.copy_with(query=None)} is not Kith's. Is another program there?") from None
    if response.status_code in (httpx.codes.UNPROCESSABLE_ENTITY, httpx.codes.REQUEST_ENTITY_TOO_LARGE):
        raise Refused(str(answer.get("message")))
    if response.is_error:
        raise ChannelError(str(answer.get("message")))
    return answer
