"""What comes in, what goes out, and which button means what."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from bot.store.base import PERSON_ID, Base, SealedJson, SealedText, new_id

NEVER_REUSED = {"sqlite_autoincrement": True}
"""Ids stay unique after an erasure: readers remember the last one they saw."""


class Chat(Base):
    """One chat in one channel. The engine knows it only by `sender_id`."""

    __tablename__ = "chats"
    __table_args__ = (UniqueConstraint("channel", "address_hash"), NEVER_REUSED)

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[str | None] = mapped_column(PERSON_ID, index=True)
    """None once the person was erased, while their receipt is still under way."""
    channel: Mapped[str] = mapped_column(String(16))
    address_hash: Mapped[str] = mapped_column(String(64))
    address_sealed: Mapped[bytes]
    sender_id: Mapped[str] = mapped_column(String(32), default=new_id, unique=True)
    engine_loop: Mapped[str] = mapped_column(String(32), default="?")
    """The form the engine believes to be active; "" for none, "?" when a failure left it unknown."""
    engine_turns: Mapped[int] = mapped_column(default=0)
    """Turns since the engine's last session start."""
    told_to_wait: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]

    address = SealedText()

    @property
    def seal_under(self) -> None:
        """Addresses are sealed by the installation: they must outlive the person until the receipt is delivered."""
        return None


class InboxRow(Base):
    """One thing a person sent, kept before anything is done with it."""

    __tablename__ = "inbox"
    __table_args__ = (UniqueConstraint("channel", "update_id"), Index(None, "chat_id", "state", "id"), NEVER_REUSED)

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    person_id: Mapped[str] = mapped_column(PERSON_ID, index=True)
    channel: Mapped[str] = mapped_column(String(16))
    update_id: Mapped[str] = mapped_column(String(64))
    kind: Mapped[str] = mapped_column(String(16))
    """text, tap, edited, voice, picture, sticker, file, contact, other."""
    body_sealed: Mapped[bytes]
    received_at: Mapped[datetime]
    state: Mapped[str] = mapped_column(String(12), default="waiting")
    """waiting -> answered | failed."""
    attempts: Mapped[int] = mapped_column(default=0)
    answered_at: Mapped[datetime | None]

    body = SealedText()


class OutboxRow(Base):
    """One message to a person. `planned -> sending -> sent | failed | uncertain`; a reply found `sending` after a
    crash becomes `uncertain` and is repeated in a row of its own, a reminder is not."""

    __tablename__ = "outbox"
    __table_args__ = (Index(None, "state", "channel", "id"), Index(None, "chat_id", "id"), NEVER_REUSED)

    id: Mapped[int] = mapped_column(primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"))
    channel: Mapped[str] = mapped_column(String(16))
    person_id: Mapped[str | None] = mapped_column(PERSON_ID, index=True)
    inbox_id: Mapped[int | None] = mapped_column(index=True)
    reminder_id: Mapped[int | None] = mapped_column(index=True)
    kind: Mapped[str] = mapped_column(String(12))
    """reply, notice, crisis, reminder, offer, receipt."""
    body_sealed: Mapped[bytes]
    state: Mapped[str] = mapped_column(String(12), default="planned")
    attempts: Mapped[int] = mapped_column(default=0)
    not_before: Mapped[datetime | None]
    created_at: Mapped[datetime]
    sent_at: Mapped[datetime | None]
    repeats: Mapped[int | None]
    remote_id: Mapped[str | None] = mapped_column(String(64))
    """The channel's own id of the sent message."""

    body = SealedJson()
    """{"text", "buttons": [[{"title", "token"}, ...], ...], "picture": {...} | None}."""


class ButtonToken(Base):
    """What a tapped button means. The channel sees only the token."""

    __tablename__ = "button_tokens"

    token: Mapped[str] = mapped_column(String(32), primary_key=True)
    chat_id: Mapped[int] = mapped_column(ForeignKey("chats.id"), index=True)
    person_id: Mapped[str] = mapped_column(PERSON_ID, index=True)
    outbox_id: Mapped[int | None] = mapped_column(index=True)
    payload_sealed: Mapped[bytes]
    created_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    once: Mapped[bool] = mapped_column(default=True)
    """Whether a tap on the message spends it."""

    payload = SealedJson()
    """{"do": verb, "args": {...}, "title": ...}."""
