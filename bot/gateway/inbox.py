"""What came in: kept before anything is done with it, once per update, in order per chat."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.gateway.messages import MAX_TEXT, Incoming
from bot.gateway.tables import Chat, InboxRow


def keep(session: Session, chat: Chat, incoming: Incoming, now: datetime) -> InboxRow | None:
    """Store it; None where this update is known already."""
    known = session.scalar(
        select(InboxRow.id).where(InboxRow.channel == incoming.channel, InboxRow.update_id == incoming.update_id)
    )
    if known is not None:
        return None
    row = InboxRow(
        chat_id=chat.id,
        person_id=chat.person_id,
        channel=incoming.channel,
        update_id=incoming.update_id,
        kind=incoming.kind,
        body=incoming.body[:MAX_TEXT],
        received_at=now,
    )
    session.add(row)
    session.flush()
    return row


def next_waiting(session: Session, chat_id: int) -> InboxRow | None:
    """The oldest row of the chat that has no answer yet."""
    return session.scalar(
        select(InboxRow).where(InboxRow.chat_id == chat_id, InboxRow.state == "waiting").order_by(InboxRow.id).limit(1)
    )


def chats_waiting(session: Session) -> list[int]:
    """Chats with something unanswered, for taking up work after a start."""
    return list(session.scalars(select(InboxRow.chat_id).where(InboxRow.state == "waiting").distinct()))


def close(row: InboxRow, now: datetime, state: Literal["answered", "failed"] = "answered") -> None:
    """The row has its answer (or its apology)."""
    row.state = state
    row.answered_at = now
