"""Sends what is planned for a push channel: in order, retried until it is clear what became of each message.

One at a time over all chats, so that a kill leaves at most one message whose fate is unknown.
"""

from __future__ import annotations

import asyncio
import logging
from datetime import datetime

from sqlalchemy.exc import SQLAlchemyError

from bot.errors import KithError, TryLater, Undeliverable
from bot.gateway import outbox
from bot.gateway.messages import OutgoingMessage, PushChannel
from bot.gateway.pictures import draw
from bot.gateway.tables import Chat, OutboxRow
from bot.people.tables import Person
from bot.reminders import firing
from bot.store.clock import Clock
from bot.store.database import Database

log = logging.getLogger(__name__)

LONGEST_NAP_SECONDS = 5.0
"""How long a planned row may lie unnoticed when another process (a command) planned it."""
PAUSE_AFTER_FAILURE_SECONDS = 5.0
GROWING_PAUSE = 0.0
"""Tells the outbox to choose the pause."""


class Delivery:
    """Empties the outbox into one push channel."""

    def __init__(self, database: Database, clock: Clock, channel: PushChannel) -> None:
        self._database = database
        self._clock = clock
        self._channel = channel
        self._wake = asyncio.Event()

    def ring(self, _chat_id: int) -> None:
        """Something may be waiting."""
        self._wake.set()

    def recover(self) -> None:
        """Deal with what a crash left half sent, before anything else is sent."""
        now = self._clock.now()
        with self._database.begin() as session:
            for row in outbox.recover(session, self._channel.name, now):
                if row.reminder_id is not None:
                    firing.mark_uncertain(session, row.reminder_id, now)

    async def run(self) -> None:
        """Deliver for ever; ends by cancellation, between two messages or in the middle of one."""
        while True:
            try:
                self.recover()
                while True:
                    if not await self.deliver_next():
                        await self._nap()
            except (SQLAlchemyError, KithError) as problem:
                # An edge: a store that is locked for a moment must not end the delivery of everything.
                log.error("delivery failed: channel=%s error=%s", self._channel.name, type(problem).__name__)
                await asyncio.sleep(PAUSE_AFTER_FAILURE_SECONDS)

    async def deliver_next(self) -> bool:
        """Send the next message that may go now; False where there is none."""
        claimed = self._claim()
        if claimed is None:
            return False
        row_id, address, message = claimed
        try:
            remote_id = await self._channel.send(address, message, await _drawn(message))
        except TryLater as wait:
            self._put_back(row_id, wait)
        except Undeliverable as refusal:
            log.warning("undeliverable: outbox=%s chat_gone=%s", row_id, refusal.chat_gone)
            self._give_up(row_id, chat_gone=refusal.chat_gone)
        except Exception as problem:
            # An edge: one message that a channel cannot cope with must not hold up everybody else's.
            log.error("sending failed: outbox=%s error=%s", row_id, type(problem).__name__)
            self._put_back(row_id, TryLater("the channel failed", GROWING_PAUSE, maybe_arrived=True))
        else:
            self._mark_sent(row_id, remote_id)
        return True

    def _claim(self) -> tuple[int, str, OutgoingMessage] | None:
        with self._database.begin() as session:
            row = outbox.claim_next(session, self._channel.name, self._clock.now())
            if row is None:
                return None
            return row.id, session.get_one(Chat, row.chat_id).address or "", outbox.shown(row)

    def _put_back(self, row_id: int, wait: TryLater) -> None:
        now = self._clock.now()
        with self._database.begin() as session:
            row = session.get(OutboxRow, row_id)
            if row is None:  # the person was erased while it was under way
                return
            if wait.maybe_arrived and row.reminder_id is not None:
                row.state = "uncertain"
                firing.mark_uncertain(session, row.reminder_id, now)
                return
            if wait.maybe_arrived:
                outbox.record_uncertain_attempt(session, row, now)
            outbox.put_back(row, now, wait.seconds or None)

    def _mark_sent(self, row_id: int, remote_id: str | None) -> None:
        now = self._clock.now()
        with self._database.begin() as session:
            row = session.get(OutboxRow, row_id)
            if row is None:  # the person was erased while it was under way
                return
            row.state, row.sent_at, row.remote_id = "sent", now, remote_id
            if row.reminder_id is not None:
                firing.mark_sent(session, row.reminder_id, now)

    def _give_up(self, row_id: int, *, chat_gone: bool) -> None:
        now = self._clock.now()
        with self._database.begin() as session:
            row = session.get(OutboxRow, row_id)
            if row is None:
                return
            row.state = "failed"
            if row.reminder_id is not None:
                firing.mark_failed(session, row.reminder_id, now)
            person = session.get(Person, row.person_id) if row.person_id else None
            if chat_gone and person is not None:
                person.unreachable_since = now

    async def _nap(self) -> None:
        with self._database.read() as session:
            next_try = outbox.next_moment(session, self._channel.name)
        try:
            await asyncio.wait_for(self._wake.wait(), _seconds_until(next_try, self._clock.now()))
        except TimeoutError:
            return
        self._wake.clear()


async def _drawn(message: OutgoingMessage) -> bytes | None:
    """The message's picture as PNG; None where it has none, or one that cannot be drawn: its words go without."""
    if message.picture is None:
        return None
    try:
        return await asyncio.to_thread(draw, message.picture)
    except Exception as problem:
        log.error("drawing failed: outbox=%s error=%s", message.id, type(problem).__name__)
        return None


def _seconds_until(moment: datetime | None, now: datetime) -> float:
    if moment is None:
        return LONGEST_NAP_SECONDS
    return min(max((moment - now).total_seconds(), 0.05), LONGEST_NAP_SECONDS)
