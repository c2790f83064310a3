"""What channels hand to the gateway and what they get from it. Knows no channel."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, Protocol

from bot.conversation.reply import Document, Picture

IncomingKind = Literal["text", "tap", "edited", "voice", "picture", "sticker", "file", "contact", "other"]

MAX_TEXT = 8_000
"""Characters kept of one message; channels refuse longer ones with a sentence."""


@dataclass(frozen=True)
class Incoming:
    """One thing a person sent. `body` is the text, the caption, or for a tap the button's token.

    `update_id` is the channel's own id of it: the same id twice is the same thing.
    """

    channel: str
    address: str
    update_id: str
    kind: IncomingKind
    body: str
    zone_hint: str | None = None


@dataclass(frozen=True)
class OutButton:
    """A button as a channel shows it."""

    title: str
    token: str
    spent: bool = False


@dataclass(frozen=True)
class OutgoingMessage:
    """One message to a person, as a channel shows it."""

    id: int
    chat_id: int
    text: str
    buttons: tuple[tuple[OutButton, ...], ...]
    kind: str
    at: datetime
    picture: Picture | None = None
    document: Document | None = None

    @property
    def picture_alt(self) -> str | None:
        """What the picture shows, in words."""
        return self.picture.alt if self.picture else None

    @property
    def document_name(self) -> str | None:
        """The attached file's name."""
        return self.document.filename if self.document else None


@dataclass(frozen=True)
class HistoryItem:
    """One message of a chat, either way, for showing an earlier conversation again."""

    direction: Literal["in", "out"]
    id: int
    text: str
    at: datetime
    buttons: tuple[tuple[OutButton, ...], ...] = ()
    picture_alt: str | None = None
    document_name: str | None = None
    kind: str = "reply"


class PushChannel(Protocol):
    """A channel that must be sent to, such as Telegram. Pull channels read the transcript instead."""

    name: str

    async def send(self, address: str, message: OutgoingMessage, picture: bytes | None) -> str | None:
        """Deliver; gives back the channel's own id. Raises TryLater or Undeliverable."""
        ...

    async def show_typing(self, address: str) -> None:
        """Show that an answer is under way; must not raise."""
        ...

    async def spend_buttons(self, address: str, remote_id: str) -> None:
        """Take the buttons off a message that was answered; must not raise."""
        ...
