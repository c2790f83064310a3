"""Lets a channel wait for news of one chat without asking the database over and over."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager


class Watch:
    """One listener of one chat."""

    def __init__(self) -> None:
        self._event = asyncio.Event()

    def ring(self) -> None:
        """Something changed."""
        self._event.set()

    async def changed(self, timeout: float) -> bool:
        """Wait for news, at most `timeout` seconds; False where none came."""
        try:
            await asyncio.wait_for(self._event.wait(), timeout)
        except TimeoutError:
            return False
        self._event.clear()
        return True


class Watchers:
    """All listeners, by chat."""

    def __init__(self) -> None:
        self._by_chat: defaultdict[int, set[Watch]] = defaultdict(set)

    @contextmanager
    def watch(self, chat_id: int) -> Iterator[Watch]:
        """Listen to a chat for as long as the block runs."""
        watch = Watch()
        self._by_chat[chat_id].add(watch)
        try:
            yield watch
        finally:
            self._by_chat[chat_id].discard(watch)
            if not self._by_chat[chat_id]:
                del self._by_chat[chat_id]

    def ring(self, chat_id: int) -> None:
        """Tell everyone who listens to the chat."""
        for watch in self._by_chat.get(chat_id, ()):
            watch.ring()
