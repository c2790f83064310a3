"""The server's HTTP side: reads a call, performs it, answers; long polls; posts to a webhook."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from typing import Any

import httpx

from tests.bot_api.faults import Faults
from tests.bot_api.forms import Call, read_call
from tests.bot_api.methods import perform
from tests.bot_api.rules import Refusal, bad, check_names
from tests.bot_api.world import World

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[dict[str, Any]]]
Send = Callable[[dict[str, Any]], Awaitable[None]]

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"


class Poll:
    """One long poll that waits."""

    def __init__(self) -> None:
        self.news = asyncio.Event()
        self.ended_by = ""


class BotApi:
    """The ASGI application."""

    def __init__(self, token: str, world: World, faults: Faults, calls: list[Call]) -> None:
        self._token = token
        self._world = world
        self._faults = faults
        self._calls = calls
        self._poll: Poll | None = None
        self.on_call: Callable[[], None] = lambda: None

    def tell(self) -> None:
        """There is a new update (in the server's thread)."""
        if self._poll is not None:
            self._poll.news.set()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        body = await _body(receive)
        token, _, method = scope["path"].removeprefix("/bot").partition("/")
        headers = {name.decode().lower(): value.decode() for name, value in scope["headers"]}
        call = read_call(method, headers.get("content-type", ""), scope["query_string"], body, time.monotonic())
        self._calls.append(call)
        await self._faults.reach("before", call)
        failure = self._faults.next_failure(call)
        if failure is None or failure.done_first:
            call.answer = await self._perform(token, call)
        elif failure.refusal is not None:
            call.answer = failure.refusal.as_json()
        self.on_call()
        await self._faults.reach("after", call)
        if failure is not None and failure.refusal is None:
            await _until_the_caller_leaves(receive)
            return
        await _answer(send, call.answer)
        await self._faults.reach("written", call)

    async def _perform(self, token: str, call: Call) -> dict[str, Any]:
        try:
            if token != self._token:
                raise Refusal(401, "Unauthorized")
            check_names(call)
            result = await self._get_updates(call) if call.method == "getUpdates" else perform(self._world, call)
        except Refusal as refusal:
            return refusal.as_json()
        except (ValueError, TypeError) as problem:
            return bad(f"test server could not read the call: {problem}").as_json()
        if call.method == "setWebhook":
            self._end_poll("terminated by setWebhook request")
        return {"ok": True, "result": result}

    async def _get_updates(self, call: Call) -> list[dict[str, Any]]:
        if self._world.webhook:
            why = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            raise Refusal(409, f"Conflict: {why}")
        # As the real server: the newer poll wins, the older one hears of it.
        self._end_poll("terminated by other getUpdates request; make sure that only one bot instance is running")
        poll = self._poll = Poll()
        offset, limit = int(call.params.get("offset", 0)), int(call.params.get("limit", 100))
        deadline = time.monotonic() + float(call.params.get("timeout", 0))
        if not 1 <= limit <= 100:
            raise bad("test server: limit must be 1 to 100")
        while True:
            if batch := self._batch(offset, limit, call.params.get("allowed_updates")):
                return batch
            if not await _news_before(poll, deadline):
                return []
            if poll.ended_by:
                raise Refusal(409, f"Conflict: {poll.ended_by}")

    def _end_poll(self, why: str) -> None:
        if self._poll is not None:
            self._poll.ended_by = why
            self._poll.news.set()
            self._poll = None

    def _batch(self, offset: int, limit: int, allowed: list[str] | None) -> list[dict[str, Any]]:
        with self._world.lock:
            self._world.confirm_below(offset)
            wanted = [update for update in self._world.updates if not allowed or set(allowed) & update.keys()]
            return wanted[:limit]

    async def deliver_to_webhook(self) -> None:
        """Posts updates one after the other, and repeats each until it is answered with success."""
        async with httpx.AsyncClient(trust_env=False) as client:
            while True:
                webhook = self._world.webhook
                update = next(iter(list(self._world.updates)), None)
                if not webhook or update is None:
                    await asyncio.sleep(0.01)
                elif await _posted(client, webhook, update):
                    with self._world.lock:
                        self._world.confirm_below(int(update["update_id"]) + 1)
                else:
                    await asyncio.sleep(0.05)


async def _body(receive: Receive) -> bytes:
    body, more = b"", True
    while more:
        message = await receive()
        body, more = body + message.get("body", b""), message.get("more_body", False)
    return body


async def _answer(send: Send, answer: dict[str, Any]) -> None:
    body = json.dumps(answer).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    status = 200 if answer.get("ok") else int(answer.get("error_code", 500))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})


async def _until_the_caller_leaves(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _news_before(poll: Poll, deadline: float) -> bool:
    try:
        await asyncio.wait_for(poll.news.wait(), max(deadline - time.monotonic(), 0))
    except TimeoutError:
        return False
    poll.news.clear()
    return True


async def _posted(client: httpx.AsyncClient, webhook: dict[str, Any], update: dict[str, Any]) -> bool:
    headers = {SECRET_HEADER: webhook["secret_token"]} if "secret_token" in webhook else {}
    try:
        answer = await client.post(webhook["url"], json=update, headers=headers)
    except httpx.HTTPError:
        return False
    return answer.is_success
