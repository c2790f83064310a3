"""What the web chat and the terminal need of the gateway, and nothing more, so that tests can stand in for it."""

from __future__ import annotations

from collections.abc import Awaitable, Collection, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from bot.conversation.reply import Document
from bot.gateway.messages import HistoryItem, Incoming, OutgoingMessage


class Watch(Protocol):
    """Tells when something about one chat has changed: a new message, typing, or nothing left to answer."""

    def changed(self, timeout: float) -> Awaitable[object]:
        """Wait for a change since the last call, or `timeout` seconds."""
        ...


class ChatGateway(Protocol):
    """The part of the gateway that a channel uses which people read from, rather than one that must be sent to."""

    async def receive(self, incoming: Incoming) -> bool:
        """Store what came; False when it was stored before. Makes chat and person on first sight."""
        ...

    def find_chat(self, channel: str, address: str) -> int | None:
        """The chat's id, or None where there is none (yet, or any more)."""
        ...

    def transcript(
        self, chat_id: int, after: int = 0, limit: int = 200, known: Collection[int] = ()
    ) -> Sequence[OutgoingMessage]:
        """Messages to the person with an id above `after` that are not `known`, in the order of their ids."""
        ...

    def count_after(self, chat_id: int, after: int) -> int:
        """How many messages to the person have an id above `after`: cheaper than reading them."""
        ...

    def history(self, chat_id: int, limit: int = 50) -> Sequence[HistoryItem]:
        """The latest messages both ways, oldest first."""
        ...

    def watch(self, chat_id: int) -> AbstractContextManager[Watch]:
        """Watch a chat; changes count from the moment of entering."""
        ...

    def is_typing(self, chat_id: int) -> bool:
        """Whether an answer is under way."""
        ...

    def is_idle(self, chat_id: int) -> bool:
        """Whether everything the person sent has been answered."""
        ...

    async def picture(self, chat_id: int, outbox_id: int) -> bytes | None:
        """A message's picture as PNG."""
        ...

    def document(self, chat_id: int, outbox_id: int) -> Document | None:
        """A message's attached file."""
        ...
