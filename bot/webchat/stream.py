"""The stream of server-sent events of one chat: its messages by id, typing, idle. Whoever reconnects says the last id
they saw, so nothing is lost over a broken line or a restart."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator

from bot.gateway.messages import OutgoingMessage
from bot.webchat.ports import ChatGateway, Watch
from bot.webchat.shapes import event, message_shape
from bot.webchat.visitors import Visitor

HEARTBEAT_SECONDS = 15.0
"""Below the idle limits of common proxies; also how soon a dead line is noticed."""

LATE_IDS = 50
"""On PostgreSQL two transactions may commit in another order than their ids; so far back is looked again."""

PAGE = 200


class Stream:
    """What one listener has been told so far."""

    def __init__(self, gateway: ChatGateway, visitor: Visitor, chat_id: int, after: int) -> None:
        self._gateway = gateway
        self._visitor = visitor
        self._chat_id = chat_id
        self._start = after
        self._cursor = after
        self._told: set[int] = set()
        self._typing = False
        self._idle = False
        self._gone = False

    async def events(
        self, closing: asyncio.Event, *, until_idle: bool = False, heartbeat: float = HEARTBEAT_SECONDS
    ) -> AsyncIterator[str]:
        """Events until `closing` is set, the chat is gone or, with `until_idle`, everything is answered."""
        yield "retry: 1000\n\n"
        with self._gateway.watch(self._chat_id) as watch:
            while not closing.is_set():
                news = list(self._news())
                for one in news or [": still here\n\n"]:
                    yield one
                if self._gone or (until_idle and self._idle):
                    return
                await _wait(watch, closing, heartbeat)

    def _news(self) -> Iterator[str]:
        # Asked before the messages are read: what is idle now has all its answers in the store already.
        idle = self._gateway.is_idle(self._chat_id)
        typing = self._gateway.is_typing(self._chat_id)
        stored = self._gateway.count_after(self._chat_id, self._from())
        if stored > len(self._told):
            for message in self._new_messages():
                yield event("message", message_shape(message), message.id)
        if typing != self._typing:
            self._typing = typing
            yield event("typing", {"on": typing})
        if idle and not self._idle:
            yield event("idle", {})
        self._idle = idle
        # A chat with new messages is not gone; one that is idle without any may be.
        self._gone = idle and stored <= len(self._told) and self._is_gone()
        if self._gone:
            yield event("gone", {})

    def _new_messages(self) -> Iterator[OutgoingMessage]:
        after = self._from()
        while page := self._gateway.transcript(self._chat_id, after, PAGE, known=self._told):
            self._told.update(message.id for message in page)
            yield from page
            after = page[-1].id
            self._cursor = max(self._cursor, after)
        self._told = {told for told in self._told if told > self._from()}

    def _from(self) -> int:
        """The id after which messages are looked for again."""
        return max(self._start, self._cursor - LATE_IDS)

    def _is_gone(self) -> bool:
        """Whether the person had everything erased, or was joined with another chat."""
        return self._gateway.find_chat(self._visitor.channel, self._visitor.address) != self._chat_id


async def _wait(watch: Watch, closing: asyncio.Event, seconds: float) -> None:
    """Until something changed, the app closes, or so many seconds."""
    waits = [asyncio.ensure_future(watch.changed(seconds)), asyncio.ensure_future(closing.wait())]
    try:
        done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for one in done:
            one.result()
    finally:
        for one in waits:
            one.cancel()
