"""A person talking with all of Kith but the engine; what Kith says is kept in the outbox, as in a real chat."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.conversation.interruptions import Otherwise
from bot.conversation.reply import Button, Reply
from bot.conversation.turn import Turn
from bot.gateway import outbox
from bot.gateway.routes import ROUTES
from bot.gateway.tables import OutboxRow
from bot.network.contacts import add_contact
from bot.network.tables import Connection, Contact
from bot.people.tables import Person
from bot.reminders.firing import fire_due, mark_sent
from bot.reminders.tables import Reminder
from bot.store.clock import VirtualClock


@dataclass
class Whole:
    """Plays turns, a minute apart, and remembers what was said last."""

    new_turn: Callable[[], Turn]
    person: Person
    clock: VirtualClock
    replies: list[Reply] = field(default_factory=list)

    def means(self, intent: str, text: str) -> str:
        """Free text that the engine took for an intent."""
        return self._serve(lambda turn: ROUTES.intents[intent](turn, text))

    def answers(self, text: str, intent: str = "out_of_scope", *, sure: bool = False) -> str:
        """Free text while a question is open; `intent` is what the engine takes it for."""
        question = self.person.waiting_for
        assert question is not None, "no question is open"

        def serve(turn: Turn) -> None:
            turn.otherwise = Otherwise(intent, lambda: ROUTES.intents[intent](turn, text), clear=sure, sure=sure)
            ROUTES.answers[question["flow"]](turn, text, **question["args"])

        return self._serve(serve)

    def command(self, name: str, argument: str = "") -> str:
        self.person.waiting_for = None
        return self._serve(lambda turn: ROUTES.commands[name](turn, argument))

    def taps(self, title: str) -> str:
        return self.press(self.buttons()[title])

    def press(self, button: Button) -> str:
        return self._serve(lambda turn: ROUTES.taps[button.do](turn, **button.args))

    def buttons(self) -> dict[str, Button]:
        """The buttons of the last messages by title."""
        messages = self.new_turn().content.messages
        return {messages.title(button.title): button for reply in self.replies for button in reply.buttons}

    def waits_for(self) -> str | None:
        """The question that is open."""
        return self.person.waiting_for["flow"] if self.person.waiting_for else None

    def knows(self, name: str, **fields: object) -> Contact:
        """Somebody on the list for a day already."""
        turn = self.new_turn()
        long_ago = turn.now - timedelta(days=1)
        return add_contact(turn.session, self.person, name, now=long_ago, **fields)  # type: ignore[arg-type]

    def told(self) -> list[Connection]:
        """What is kept of contacts, and was not taken back."""
        return list(self.new_turn().session.scalars(select(Connection).where(Connection.undone_at.is_(None))))

    def reminders(self, status: str = "planned", kind: str | None = None) -> list[Reminder]:
        rows = self.new_turn().session.scalars(select(Reminder).where(Reminder.status == status).order_by(Reminder.id))
        return [row for row in rows if kind in (None, row.kind)]

    def lets_pass(self, **span: float) -> None:
        """Let time go by, and whatever is due then goes out."""
        self.clock.advance_to(self.clock.now() + timedelta(**span))
        turn = self.new_turn()
        fire_due(turn.session, turn.now, lambda session, person: self.new_turn(), self._deliver)
        for row in self.reminders("sending"):
            mark_sent(turn.session, row.id, turn.now)

    def _deliver(self, turn: Turn, reminder: Reminder) -> None:
        self._put(turn)
        reminder.outbox_id = turn.session.scalar(select(func.max(OutboxRow.id)))

    def _serve(self, serve: Callable[[Turn], None]) -> str:
        self.clock.advance_to(self.clock.now() + timedelta(minutes=1))
        turn = self.new_turn()
        serve(turn)
        turn.session.flush()
        assert 1 <= len(turn.replies) <= 2, "one message or two, never none and never more"
        self._put(turn)
        self.replies = turn.replies
        return "\n".join(reply.text for reply in turn.replies)

    def _put(self, turn: Turn) -> None:
        for reply in turn.replies:
            outbox.put(
                turn.session,
                turn.chat,
                reply,
                now=turn.now,
                messages=turn.content.messages,
                person_id=self.person.id,
            )
        turn.session.flush()


@pytest.fixture
def whole(new_turn: Callable[[], Turn], person: Person, clock: VirtualClock) -> Whole:
    """Sam, who is through with onboarding."""
    return Whole(new_turn, person, clock)
