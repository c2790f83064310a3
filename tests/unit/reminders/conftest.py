"""A post office for reminders: keeps what was delivered, and lets virtual time run from one moment to the next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversation.reply import Reply
from bot.conversation.turn import Turn
from bot.network.contacts import add_contact
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.reminders.firing import close_unanswered, fire_due, mark_sent, next_moment
from bot.reminders.routes import ROUTES
from bot.reminders.tables import Reminder
from bot.store.clock import VirtualClock
from tests.unit.people.whole_talk import whole


@dataclass
class Delivered:
    """One message that went out."""

    at: datetime
    reminder: Reminder
    reply: Reply


@dataclass
class Post:
    """Stands for gateway, scheduler and a channel that takes everything."""

    session: Session
    clock: VirtualClock
    new_turn: Callable[[], Turn]
    out: list[Delivered] = field(default_factory=list)
    has_chat: bool = True
    arrives: bool = True
    numbers: count[int] = field(default_factory=lambda: count(1))

    def make_turn(self, session: Session, person: Person) -> Turn | None:
        return self.new_turn() if self.has_chat else None

    def deliver(self, turn: Turn, reminder: Reminder) -> None:
        reminder.outbox_id = next(self.numbers)
        for reply in turn.replies:
            self.out.append(Delivered(turn.now, reminder, reply))

    def tick(self) -> int:
        """What the scheduler does at the present moment."""
        now = self.clock.now()
        close_unanswered(self.session, now)
        before = len(self.out)
        said = fire_due(self.session, now, self.make_turn, self.deliver)
        if self.arrives:
            for delivered in self.out[before:]:
                mark_sent(self.session, delivered.reminder.id, now)
        return said

    def run(self, **span: float) -> list[Delivered]:
        """Let time pass, tick by tick; gives back what went out meanwhile."""
        before, end = len(self.out), self.clock.now() + timedelta(**span)
        for _ in range(10_000):
            moment = next_moment(self.session)
            if moment is None or moment > end:
                break
            self.clock.advance_to(moment)
            self.tick()
        else:
            raise AssertionError("time does not get on")
        self.clock.advance_to(end)
        return self.out[before:]

    def tap(self, title: str, message: Delivered | Reply | None = None) -> list[Reply]:
        """Tap a button of a message, the newest by default."""
        message = message or self.out[-1]
        reply = message.reply if isinstance(message, Delivered) else message
        button = next(button for button in reply.buttons if self.title(button.title) == title)
        turn = self.new_turn()
        ROUTES.taps[button.do](turn, **button.args)
        self.session.flush()
        return turn.replies

    def says(self, text: str) -> list[Reply]:
        """Send `/remind` with these arguments."""
        turn = self.new_turn()
        ROUTES.commands["remind"](turn, text)
        self.session.flush()
        return turn.replies

    def title(self, key: str) -> str:
        return self.new_turn().content.messages.title(key)

    def rows(self) -> list[Reminder]:
        return list(self.session.scalars(select(Reminder).order_by(Reminder.id)))

    def planned(self) -> list[Reminder]:
        return [row for row in self.rows() if row.status == "planned"]


@pytest.fixture
def post(session: Session, clock: VirtualClock, new_turn: Callable[[], Turn]) -> Post:
    return Post(session, clock, new_turn)


@pytest.fixture
def ben(session: Session, person: Person, clock: VirtualClock) -> Contact:
    """Ring 2, every two weeks, added on Sunday 1 March 2026: due on Sunday 15 March at 18:00 in Berlin."""
    return add_contact(session, person, "Ben", now=clock.now())


__all__ = ["whole"]
