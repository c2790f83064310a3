"""What happens by the clock: reminders fall due, assignments expire, erasures are finished. Each tick is short, and
safe to run twice. The scheduler only calls them; the simulator calls them in virtual time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversation.turn import Turn
from bot.counselling.assignments import expire_overdue
from bot.errors import EngineError
from bot.gateway.answering import Answering
from bot.gateway.chats import PUSH_CHANNELS, chat_for
from bot.people.tables import Person
from bot.privacy.forgetting import finish_erasures
from bot.privacy.keys import KeyVault
from bot.privacy.tables import Erasure
from bot.reminders import firing
from bot.reminders.tables import Reminder

LONGEST_ENGINE_TURN = timedelta(seconds=30)
"""The engine saves a conversation when its turn ends: what it is asked to forget before that would come back."""


class Forgetter(Protocol):
    """The engine, as far as erasures need it."""

    async def forget(self, sender_id: str) -> None: ...


@dataclass(frozen=True)
class Tick:
    """One thing to do now and then."""

    name: str
    run: Callable[[], Awaitable[None]]
    every_seconds: int


class Ticks:
    """All ticks of one app."""

    def __init__(self, answering: Answering, vault: KeyVault, engine: Forgetter) -> None:
        self._answering = answering
        self._vault = vault
        self._engine = engine

    def all(self) -> list[Tick]:
        """For the scheduler."""
        return [
            Tick("reminders", self.remind, 15),
            Tick("expiries", self.expire, 300),
            Tick("erasures", self.finish_erasures, 60),
        ]

    async def run_all(self) -> None:
        """Each once, in order: for the simulator."""
        for tick in self.all():
            await tick.run()

    def next_moment(self) -> datetime | None:
        """When the next reminder falls due or runs out; None where nothing is planned."""
        with self._answering.database.begin() as session:
            return firing.next_moment(session)

    async def remind(self) -> None:
        """Send what is due; close what nobody answered."""
        now = self._answering.clock.now()
        touched: set[int] = set()

        def deliver(turn: Turn, reminder: Reminder) -> None:
            row = self._answering.put_replies(turn, reminder_id=reminder.id)
            if row is not None:
                reminder.outbox_id = row.id
                touched.add(turn.chat.id)
                if turn.chat.channel not in PUSH_CHANNELS:
                    firing.mark_sent(turn.session, reminder.id, now)

        with self._answering.database.begin() as session:
            firing.close_unanswered(session, now)
            firing.fire_due(session, now, self._turn_for, deliver)
        for chat_id in touched:
            self._answering.news(chat_id)

    async def expire(self) -> None:
        """Close assignments whose time is over."""
        with self._answering.database.begin() as session:
            expire_overdue(session, self._answering.clock.now())

    async def finish_erasures(self) -> None:
        """Finish what a crash interrupted, and have the engine forget those who were erased."""
        now = self._answering.clock.now()
        with self._answering.database.begin() as session:
            finish_erasures(session, self._vault, now)
            waiting = session.scalars(
                select(Erasure.sender_id).where(
                    Erasure.engine_forgot_at.is_(None), Erasure.asked_at <= now - LONGEST_ENGINE_TURN
                )
            ).all()
        for sender_id in waiting:
            try:
                await self._engine.forget(sender_id)
            except EngineError:
                return  # it is away; the next tick asks again
            with self._answering.database.begin() as session:
                session.get_one(Erasure, sender_id).engine_forgot_at = now

    def _turn_for(self, session: Session, person: Person) -> Turn | None:
        chat = chat_for(session, person)
        return None if chat is None else self._answering.open_turn(session, chat, person)
