"""A conversation without gateway and engine: taps, commands and typed answers go straight to the routes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from bot.conversation.reply import Button, Reply
from bot.conversation.turn import Turn
from bot.people.routes import ROUTES
from bot.people.tables import Person
from bot.store.clock import VirtualClock
from tests.unit.people.whole_talk import whole


@dataclass
class Talk:
    """What one person does, and what they last saw."""

    make_turn: Callable[[], Turn]
    person: Person
    replies: list[Reply] = field(default_factory=list)

    def command(self, name: str, argument: str = "") -> str:
        """Type `/name argument`; gives back everything that was said."""
        return self._serve(lambda turn: ROUTES.commands[name](turn, argument))

    def says(self, text: str) -> str:
        """Type an answer to the open question."""
        question = self.person.waiting_for
        assert question is not None, "no question is open"
        return self._serve(lambda turn: ROUTES.answers[question["flow"]](turn, text, **question["args"]))

    def means(self, intent: str, text: str = "") -> str:
        """Say something that the engine understood as an intent."""
        return self._serve(lambda turn: ROUTES.intents[intent](turn, text))

    def taps(self, title: str) -> str:
        """Tap the button of that title in the latest messages."""
        return self.press(self.button(title))

    def press(self, button: Button) -> str:
        """Tap a button, perhaps of long ago."""
        return self._serve(lambda turn: ROUTES.taps[button.do](turn, **button.args))

    def button(self, title: str) -> Button:
        """The button of that title in the latest messages."""
        return self.buttons()[title]

    def buttons(self) -> dict[str, Button]:
        """The buttons of the latest messages by title."""
        messages = self.make_turn().content.messages
        return {messages.title(button.title): button for reply in self.replies for button in reply.buttons}

    def _serve(self, serve: Callable[[Turn], None]) -> str:
        turn = self.make_turn()
        serve(turn)
        turn.session.flush()
        assert 1 <= len(turn.replies) <= 2, "one message or two, never none and never more"
        self.replies = turn.replies
        return "\n".join(reply.text for reply in turn.replies)


@pytest.fixture
def talk(new_turn: Callable[[], Turn], person: Person) -> Talk:
    """Sam, who is through with onboarding."""
    return Talk(new_turn, person)


@pytest.fixture
def newcomer(talk: Talk, clock: VirtualClock) -> Talk:
    """Somebody who has not met Kith yet."""
    talk.person.name = talk.person.zone = None
    talk.person.onboarding_step, talk.person.age_band = "welcome", "unknown"
    return talk


__all__ = ["whole"]
