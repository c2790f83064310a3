"""Messages in an outbox, a reminder behind one, and a push channel that does as it is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.conversation.messages import Messages
from bot.conversation.reply import Reply
from bot.gateway import outbox
from bot.gateway.messages import OutgoingMessage
from bot.gateway.tables import Chat, OutboxRow
from bot.network.contacts import add_contact
from bot.people.tables import Person
from bot.reminders.planning import replan_contact
from bot.reminders.tables import Reminder
from bot.store.clock import Clock

PUSHED = "telegram"


def push_chat(session: Session, person: Person, clock: Clock, address: str = "7") -> Chat:
    """A chat that must be sent to."""
    chat = Chat(person_id=person.id, channel=PUSHED, address_hash=address, address=address, created_at=clock.now())
    session.add(chat)
    session.flush()
    return chat


def write(
    session: Session,
    chat: Chat,
    text: str,
    clock: Clock,
    messages: Messages,
    reminder_id: int | None = None,
    **how: Any,
) -> OutboxRow:
    """Put one message into the outbox; `how` are further fields of the reply."""
    reply = Reply(text, **how)
    return outbox.put(
        session,
        chat,
        reply,
        now=clock.now(),
        messages=messages,
        person_id=chat.person_id,
        reminder_id=reminder_id,
    )


def reminder_under_way(session: Session, person: Person, clock: Clock) -> Reminder:
    """A reminder about somebody, handed over for sending."""
    contact = add_contact(session, person, "Ben", now=clock.now(), ideal_days=14)
    reminder = replan_contact(session, person, contact, clock.now())
    assert reminder is not None
    reminder.status, reminder.claimed_at = "sending", clock.now()
    session.flush()
    return reminder


def states(session: Session) -> list[tuple[str, str]]:
    """Text and state of every row, in order."""
    return [(row.body["text"], row.state) for row in session.scalars(select(OutboxRow).order_by(OutboxRow.id))]


@dataclass
class ToldChannel:
    """Takes every message, unless it was told to fail first."""

    name: str = PUSHED
    taken: list[str] = field(default_factory=list)
    pictures: list[bytes | None] = field(default_factory=list)
    failures: list[Exception] = field(default_factory=list)
    """Raised one after the other before anything is taken."""
    meanwhile: Callable[[], None] = lambda: None
    """What happens while a message is under way."""

    async def send(self, address: str, message: OutgoingMessage, picture: bytes | None) -> str | None:
        self.meanwhile()
        if self.failures:
            raise self.failures.pop(0)
        self.taken.append(message.text)
        self.pictures.append(picture)
        return f"{address}-{len(self.taken)}"

    async def show_typing(self, address: str) -> None:
        """Nothing to show."""

    async def spend_buttons(self, address: str, remote_id: str) -> None:
        """Nothing to take off."""
