"""The state behind the server: chats, messages, updates and their confirmation."""

from __future__ import annotations

import threading
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any

from tests.bot_api.forms import Call
from tests.bot_api.rules import Refusal, bad, check_keyboard

BOT = {"id": 4242, "is_bot": True, "first_name": "Kith", "username": "kith_test_bot"}
MOST_A_SECOND = 30


@dataclass
class Sent:
    """One message that the bot sent."""

    message_id: int
    chat_id: int
    method: str
    text: str
    """Text or caption."""
    buttons: list[list[dict[str, str]]]
    file: bytes = b""
    filename: str = ""

    @property
    def titles(self) -> list[str]:
        """The titles of its buttons."""
        return [button["text"] for row in self.buttons for button in row]


@dataclass
class World:
    """All that Telegram would know. `lock` guards it: tests and server run in different threads."""

    lock: threading.RLock = field(default_factory=threading.RLock)
    chats: dict[int, str] = field(default_factory=dict)
    """Chats the bot may write to, with their types."""
    blocked: set[int] = field(default_factory=set)
    sent: list[Sent] = field(default_factory=list)
    updates: deque[dict[str, Any]] = field(default_factory=deque)
    """Not yet confirmed."""
    known_updates: dict[int, dict[str, Any]] = field(default_factory=dict)
    taps_open: set[str] = field(default_factory=set)
    webhook: dict[str, Any] = field(default_factory=dict)
    next_update: int = 1000
    next_message: int = 1
    recent: deque[float] = field(default_factory=deque)

    def add_update(self, kind: str, content: dict[str, Any]) -> int:
        """Queue an update; gives back its id."""
        with self.lock:
            self.next_update += 1
            update = {"update_id": self.next_update, kind: content}
            self.known_updates[self.next_update] = update
            self.updates.append(update)
            return self.next_update

    def new_message_id(self) -> int:
        """Message ids grow over everything that is said."""
        with self.lock:
            self.next_message += 1
            return self.next_message

    def confirm_below(self, offset: int) -> None:
        """Forget updates, as getUpdates with that offset does; a negative one keeps only so many from the end."""
        while self.updates and (
            len(self.updates) > -offset if offset < 0 else int(self.updates[0]["update_id"]) < offset
        ):
            self.updates.popleft()

    def reachable(self, call: Call) -> int:
        """The chat's id. Refuses unknown chats and those who blocked the bot."""
        chat_id = int(call.params.get("chat_id", 0))
        if chat_id not in self.chats:
            raise bad("chat not found")
        if chat_id in self.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        return chat_id

    def keep_to_the_rate(self) -> None:
        """Refuses more than 30 messages within a second."""
        now = time.monotonic()
        while self.recent and self.recent[0] < now - 1:
            self.recent.popleft()
        if len(self.recent) >= MOST_A_SECOND:
            raise Refusal(429, "Too Many Requests: retry after 1", retry_after=1)
        self.recent.append(now)

    def send(self, call: Call, text: str, file: bytes = b"", filename: str = "") -> dict[str, Any]:
        """Keep a message of the bot, and give it back as Telegram does."""
        chat_id, buttons = self.reachable(call), check_keyboard(call.params.get("reply_markup"))
        self.keep_to_the_rate()
        sent = Sent(self.new_message_id(), chat_id, call.method, text, buttons, file, filename)
        self.sent.append(sent)
        return self.as_message(sent)

    def as_message(self, sent: Sent) -> dict[str, Any]:
        """A sent message as JSON."""
        message = {
            "message_id": sent.message_id,
            "date": int(time.time()),
            "from": BOT,
            "chat": {"id": sent.chat_id, "type": self.chats[sent.chat_id], "first_name": "Person"},
            "text" if sent.method == "sendMessage" else "caption": sent.text,
        }
        return {**message, "reply_markup": {"inline_keyboard": sent.buttons}} if sent.buttons else message
