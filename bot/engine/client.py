"""The app's side of the engine: posts a message, asks whether it is well, asks it to forget."""

from __future__ import annotations

import asyncio
from typing import Any

import httpx

from bot.errors import EngineError, EngineNotReady

TURN_SECONDS = 20.0
"""A warm turn takes some 20 ms; beyond this the engine counts as stuck."""
PAUSE_SECONDS = 0.25


class EngineClient:
    """Speaks to one engine. Holds no conversation state."""

    def __init__(self, base_url: str, token: str) -> None:
        self._client = httpx.AsyncClient(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(TURN_SECONDS, connect=2.0),
            trust_env=False,
        )

    async def say(self, sender_id: str, text: str, metadata: dict[str, Any]) -> None:
        """Give one message to the engine and wait until its turn is over. Answers come through the action route.

        Raises EngineNotReady where it cannot be reached or is loading, EngineError where the turn failed.
        """
        answer = await self._ask(
            "POST", "/webhooks/kith/message", {"sender": sender_id, "message": text, "metadata": metadata}
        )
        if answer.status_code != httpx.codes.OK:
            raise EngineError(f"the engine answered {answer.status_code} to a message")

    async def forget(self, sender_id: str) -> None:
        """Delete what the engine keeps of one conversation. Raises EngineNotReady, EngineError."""
        answer = await self._ask("POST", "/webhooks/kith/forget", {"sender": sender_id})
        if answer.status_code != httpx.codes.OK:
            raise EngineError(f"the engine answered {answer.status_code} to a request to forget")

    async def is_well(self) -> bool:
        """Whether it has its model and its tracker store really stores."""
        try:
            answer = await self._ask("GET", "/webhooks/kith/health")
        except EngineError:
            return False
        return answer.status_code == httpx.codes.OK and bool(answer.json().get("ready"))

    async def wait_until_well(self) -> None:
        """Come back once the engine is well."""
        while not await self.is_well():  # noqa: ASYNC110  # another process becomes well, no event of ours
            await asyncio.sleep(PAUSE_SECONDS)

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def _ask(self, method: str, path: str, body: dict[str, Any] | None = None) -> httpx.Response:
        try:
            answer = await self._client.request(method, path, json=body)
        except httpx.ReadTimeout:
            raise EngineError("the engine took too long over a turn") from None
        except httpx.HTTPError as problem:
            raise EngineNotReady(f"the engine cannot be reached ({type(problem).__name__})") from None
        if answer.status_code == httpx.codes.SERVICE_UNAVAILABLE:
            raise EngineNotReady("the engine is loading")
        return answer
