"""A gateway that answers from a table, at once or when told to, and forgets nothing while servers come and go."""

from __future__ import annotations

import asyncio
import secrets
import struct
import zlib
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from bot.conversation.reply import Document, Picture
from bot.gateway.messages import HistoryItem, Incoming, OutButton, OutgoingMessage

START = datetime(2026, 3, 1, 9, 0, tzinfo=UTC)


class FakeWatch:
    """Wakes a listener that may live in another thread's event loop."""

    def __init__(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._event = asyncio.Event()

    def ring(self) -> None:
        self._loop.call_soon_threadsafe(self._event.set)

    async def changed(self, timeout: float) -> bool:
        try:
            await asyncio.wait_for(self._event.wait(), timeout)
        except TimeoutError:
            return False
        self._event.clear()
        return True


class FakeGateway:
    """Chats by address. Each text gets the answers of `script`, or is repeated; a tap is answered with its title."""

    def __init__(self) -> None:
        self.received: list[Incoming] = []
        self.script: dict[str, list[OutgoingMessage]] = {}
        self.documents: dict[int, Document] = {}
        self.holding = False
        """While True nothing is answered: the chat is typing and not idle."""
        self._chats: dict[tuple[str, str], int] = {}
        self._history: dict[int, list[HistoryItem]] = {}
        self._out: dict[int, list[OutgoingMessage]] = {}
        self._waiting: dict[int, list[Incoming]] = {}
        self._watches: dict[int, set[FakeWatch]] = {}
        self._known: set[tuple[str, str]] = set()
        self._last = 0

    async def receive(self, incoming: Incoming) -> bool:
        if (incoming.channel, incoming.update_id) in self._known:
            return False
        self._known.add((incoming.channel, incoming.update_id))
        self.received.append(incoming)
        chat_id = self.open_chat(incoming.channel, incoming.address)
        self._remember(chat_id, incoming)
        self._waiting[chat_id].append(incoming)
        if not self.holding:
            self.answer(chat_id)
        self._ring(chat_id)
        return True

    def open_chat(self, channel: str, address: str) -> int:
        chat_id = self._chats.setdefault((channel, address), len(self._history) + 1)
        self._history.setdefault(chat_id, [])
        self._out.setdefault(chat_id, [])
        self._waiting.setdefault(chat_id, [])
        return chat_id

    def find_chat(self, channel: str, address: str) -> int | None:
        return self._chats.get((channel, address))

    def transcript(
        self, chat_id: int, after: int = 0, limit: int = 200, known: Collection[int] = ()
    ) -> Sequence[OutgoingMessage]:
        return [message for message in self._out[chat_id] if message.id > after and message.id not in known][:limit]

    def count_after(self, chat_id: int, after: int) -> int:
        return len(self.transcript(chat_id, after))

    def history(self, chat_id: int, limit: int = 50) -> Sequence[HistoryItem]:
        return self._history[chat_id][-limit:]

    @contextmanager
    def watch(self, chat_id: int) -> Iterator[FakeWatch]:
        watch = FakeWatch()
        watches = self._watches.setdefault(chat_id, set())
        watches.add(watch)
        try:
            yield watch
        finally:
            watches.discard(watch)

    def is_typing(self, chat_id: int) -> bool:
        return bool(self._waiting[chat_id])

    def is_idle(self, chat_id: int) -> bool:
        return not self._waiting[chat_id]

    async def picture(self, chat_id: int, outbox_id: int) -> bytes | None:
        found = [m for m in self._out[chat_id] if m.id == outbox_id and m.picture]
        return rings_png() if found else None

    def document(self, chat_id: int, outbox_id: int) -> Document | None:
        return next((m.document for m in self._out[chat_id] if m.id == outbox_id), None)

    # What a test does to it.

    def the_chat(self) -> int:
        """The one chat there is."""
        (chat_id,) = self._chats.values()
        return chat_id

    def listeners(self) -> int:
        return sum(len(watches) for watches in self._watches.values())

    def say(self, chat_id: int, message: OutgoingMessage) -> int:
        """Kith says something; gives back its id."""
        self._last += 1
        rows = tuple(tuple(replace(b, token=b.token or secrets.token_urlsafe(12)) for b in r) for r in message.buttons)
        kept = replace(message, id=self._last, chat_id=chat_id, buttons=rows, at=self._now())
        self._out[chat_id].append(kept)
        self._history[chat_id].append(
            HistoryItem(
                "out", kept.id, kept.text, kept.at, kept.buttons, kept.picture_alt, kept.document_name, kept.kind
            )
        )
        self._ring(chat_id)
        return kept.id

    def answer(self, chat_id: int) -> None:
        """Answer all that waits."""
        while self._waiting[chat_id]:
            incoming = self._waiting[chat_id][0]
            text = self._title(chat_id, incoming.body) if incoming.kind == "tap" else incoming.body
            for message in self.script.get(text, [says(f"You said: {text}")]):
                self.say(chat_id, message)
            self._waiting[chat_id].pop(0)
        self._ring(chat_id)

    def erase(self, channel: str, address: str) -> None:
        chat_id = self._chats.pop((channel, address))
        self._ring(chat_id)

    def _remember(self, chat_id: int, incoming: Incoming) -> None:
        text = self._title(chat_id, incoming.body) if incoming.kind == "tap" else incoming.body
        if incoming.kind == "tap":
            self._history[chat_id] = [_spend(item, incoming.body) for item in self._history[chat_id]]
        self._history[chat_id].append(HistoryItem("in", len(self.received), text, self._now(), kind=incoming.kind))

    def _title(self, chat_id: int, token: str) -> str:
        buttons = [b for m in self._out[chat_id] for row in m.buttons for b in row]
        return next((b.title for b in buttons if b.token == token), "an old button")

    def _now(self) -> datetime:
        return START + timedelta(seconds=self._last + len(self.received))

    def _ring(self, chat_id: int) -> None:
        for watch in list(self._watches.get(chat_id, ())):
            watch.ring()


def says(
    text: str,
    *titles: str,
    alt: str | None = None,
    file: Document | None = None,
    kind: str = "reply",
) -> OutgoingMessage:
    """A message of Kith's for a script, with buttons of these titles in one row."""
    row = tuple(OutButton(title, "") for title in titles)
    picture = Picture("rings", {}, alt) if alt else None
    return OutgoingMessage(0, 0, text, (row,) if row else (), kind, START, picture, file)


def rings_png(size: int = 480) -> bytes:
    """A small picture of three rings, drawn without any library."""
    middle = size / 2
    lines = b"".join(
        b"\0"
        + bytes(
            channel
            for x in range(size)
            for channel in ((47, 99, 84) if _on_a_ring(x - middle, y - middle, size) else (255, 253, 249))
        )
        for y in range(size)
    )
    header = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", header), (b"IDAT", zlib.compress(lines)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data)) for name, data in parts
    )


def _on_a_ring(x: float, y: float, size: int) -> bool:
    distance = (x * x + y * y) ** 0.5 / size
    return any(abs(distance - ring) < 0.006 for ring in (0.15, 0.3, 0.45)) or distance < 0.03


def _spend(item: HistoryItem, token: str) -> HistoryItem:
    if not any(b.token == token for row in item.buttons for b in row):
        return item
    return replace(item, buttons=tuple(tuple(replace(b, spent=True) for b in row) for row in item.buttons))
