"""What was said in a chat, for channels that are looked at (web, terminal) rather than sent to."""

from __future__ import annotations

import asyncio
from collections.abc import Collection

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from bot.conversation.reply import Document
from bot.gateway import outbox
from bot.gateway.messages import HistoryItem, OutgoingMessage
from bot.gateway.pictures import draw
from bot.gateway.tables import ButtonToken, InboxRow, OutboxRow
from bot.store.database import Database

_COUNT_AFTER = text("SELECT count(*) FROM outbox WHERE chat_id = :chat AND id > :after AND state != 'uncertain'")


class Transcripts:
    """Reads chats; the base of the gateway."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def transcript(
        self, chat_id: int, after: int = 0, limit: int = 200, known: Collection[int] = ()
    ) -> list[OutgoingMessage]:
        """Messages to the person with an id above `after` that are not `known`, in order."""
        with self._database.read() as session:
            rows = session.scalars(
                select(OutboxRow)
                .where(
                    OutboxRow.chat_id == chat_id,
                    OutboxRow.id > after,
                    OutboxRow.id.not_in(known),
                    OutboxRow.state != "uncertain",
                )
                .order_by(OutboxRow.id)
                .limit(limit)
            ).all()
            spent = outbox.spent_tokens(session, [row.id for row in rows])
            return [outbox.shown(row, spent) for row in rows]

    def count_after(self, chat_id: int, after: int) -> int:
        """How many messages to the person have an id above `after`: cheaper than reading them."""
        with self._database.read() as session:
            return session.scalar(_COUNT_AFTER, {"chat": chat_id, "after": after}) or 0

    def history(self, chat_id: int, limit: int = 50) -> list[HistoryItem]:
        """The last messages both ways, oldest first."""
        said = [_item(message) for message in self._newest(chat_id, limit)] + self._heard(chat_id, limit)
        said.sort(key=lambda item: (item.at, item.direction == "out", item.id))
        return said[-limit:]

    async def picture(self, chat_id: int, outbox_id: int) -> bytes | None:
        """The picture of a message as PNG, drawn outside the event loop; None where there is none."""
        message = self._message(chat_id, outbox_id)
        if message is None or message.picture is None:
            return None
        return await asyncio.to_thread(draw, message.picture)

    def document(self, chat_id: int, outbox_id: int) -> Document | None:
        """The file of a message; None where there is none."""
        message = self._message(chat_id, outbox_id)
        return message.document if message else None

    def _message(self, chat_id: int, outbox_id: int) -> OutgoingMessage | None:
        with self._database.read() as session:
            row = session.get(OutboxRow, outbox_id)
            return outbox.shown(row) if row is not None and row.chat_id == chat_id else None

    def _newest(self, chat_id: int, limit: int) -> list[OutgoingMessage]:
        with self._database.read() as session:
            first = session.scalar(
                select(OutboxRow.id)
                .where(OutboxRow.chat_id == chat_id)
                .order_by(OutboxRow.id.desc())
                .offset(limit)
                .limit(1)
            )
        return self.transcript(chat_id, after=first or 0, limit=limit)

    def _heard(self, chat_id: int, limit: int) -> list[HistoryItem]:
        with self._database.read() as session:
            rows = session.scalars(
                select(InboxRow).where(InboxRow.chat_id == chat_id).order_by(InboxRow.id.desc()).limit(limit)
            ).all()
            return [HistoryItem("in", row.id, _words(session, row), row.received_at, kind=row.kind) for row in rows]


def _words(session: Session, row: InboxRow) -> str:
    if row.kind != "tap":
        return row.body or ""
    button = session.get(ButtonToken, row.body)
    return str(button.payload["title"]) if button else ""


def _item(message: OutgoingMessage) -> HistoryItem:
    return HistoryItem(
        direction="out",
        id=message.id,
        text=message.text,
        at=message.at,
        buttons=message.buttons,
        picture_alt=message.picture_alt,
        document_name=message.document_name,
        kind=message.kind,
    )
