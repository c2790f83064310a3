"""A person talking with the network's room alone: typed words go to the open question, or else to an intent."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest

from bot.conversation.interruptions import Otherwise
from bot.conversation.reply import Button, Reply
from bot.conversation.turn import Turn
from bot.network.routes import ROUTES
from bot.people.tables import Person
from tests.unit.people.whole_talk import whole


@dataclass
class Talk:
    """Plays turns and remembers what was said last."""

    new_turn: Callable[[], Turn]
    person: Person
    replies: list[Reply] = field(default_factory=list)

    def types(self, text: str, intent: str = "log_connection") -> str:
        """Free text: the answer to an open question, else what the engine would take for `intent`.

        With a question open, an intent that is named was heard for sure.
        """
        turn = self.new_turn()
        if self.person.waiting_for:
            waiting = self.person.waiting_for
            meant = intent != "log_connection" or waiting["flow"] == "network.felt"
            turn.otherwise = Otherwise(intent, lambda: ROUTES.intents[intent](turn, text), clear=meant, sure=meant)
            ROUTES.answers[waiting["flow"]](turn, text, **waiting["args"])
        elif text.startswith("/"):
            name, _, argument = text[1:].partition(" ")
            ROUTES.commands[name](turn, argument.strip())
        else:
            ROUTES.intents[intent](turn, text)
        return self._heard(turn)

    def commands(self, text: str) -> str:
        """A command, which changes the subject."""
        self.person.waiting_for = None
        return self.types(text)

    def taps(self, title: str) -> str:
        """A button of the last replies, by its words."""
        return self.taps_button(self.button(title))

    def taps_button(self, button: Button) -> str:
        turn = self.new_turn()
        ROUTES.taps[button.do](turn, **button.args)
        return self._heard(turn)

    def button(self, title: str) -> Button:
        """A button under the last replies."""
        return next(button for button in self.buttons() if self.title(button) == title)

    def titles(self) -> list[str]:
        """The words on all buttons under the last replies."""
        return [self.title(button) for button in self.buttons()]

    def buttons(self) -> list[Button]:
        return [button for reply in self.replies for button in reply.buttons]

    def title(self, button: Button) -> str:
        return self.new_turn().content.messages.title(button.title)

    @property
    def said(self) -> str:
        """All words of the last replies."""
        return "\n".join(reply.text for reply in self.replies)

    def _heard(self, turn: Turn) -> str:
        self.replies = turn.replies
        turn.session.flush()
        return self.said


@pytest.fixture
def talk(new_turn: Callable[[], Turn], person: Person) -> Talk:
    return Talk(new_turn, person)


__all__ = ["whole"]
