"""Small signs in a push channel that may be lost: that an answer is under way, that a question was answered."""

from __future__ import annotations

import asyncio
from collections.abc import Coroutine

from sqlalchemy import select

from bot.gateway.messages import PushChannel
from bot.gateway.tables import ButtonToken, Chat, InboxRow, OutboxRow
from bot.store.database import Database


class Courtesies:
    """The signs of one push channel."""

    def __init__(self, database: Database, channel: PushChannel) -> None:
        self._database = database
        self._channel = channel
        self._beside: set[asyncio.Task[None]] = set()

    def slow(self, chat_id: int) -> None:
        """An answer takes a while: show that it is under way."""
        with self._database.read() as session:
            chat = session.get(Chat, chat_id)
            address = chat.address if chat is not None and chat.channel == self._channel.name else None
        if address is not None:
            self._do_beside(self._channel.show_typing(address))

    def tapped(self, inbox_id: int) -> None:
        """A button was tapped: take the buttons off its message."""
        with self._database.read() as session:
            found = session.execute(
                select(Chat, OutboxRow.remote_id)
                .join(InboxRow, InboxRow.chat_id == Chat.id)
                .join(OutboxRow, OutboxRow.chat_id == Chat.id)
                .join(ButtonToken, ButtonToken.outbox_id == OutboxRow.id)
                .where(
                    InboxRow.id == inbox_id,
                    InboxRow.channel == self._channel.name,
                    ButtonToken.used_at == InboxRow.answered_at,
                    OutboxRow.remote_id.is_not(None),
                )
                .limit(1)
            ).first()
            address, remote_id = (found[0].address, found[1]) if found else (None, None)
        if address is not None and remote_id is not None:
            self._do_beside(self._channel.spend_buttons(address, remote_id))

    def _do_beside(self, sign: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(sign)
        self._beside.add(task)
        task.add_done_callback(self._beside.discard)
