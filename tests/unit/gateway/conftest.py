"""A gateway over a real store, with a stand-in for the engine and routes of its own."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable
from typing import Any

import pytest

from bot.conversation.reply import Button
from bot.conversation.routes import Routes
from bot.conversation.turn import Content, Turn
from bot.errors import EngineError, EngineNotReady
from bot.gateway.answering import Answering, wanted_form
from bot.gateway.gateway import Gateway
from bot.gateway.messages import Incoming, IncomingKind, OutgoingMessage
from bot.gateway.tables import Chat
from bot.people.tables import Person
from bot.privacy.keys import KeyVault
from bot.settings import Settings
from bot.store.clock import VirtualClock
from bot.store.database import Database


class StandInEngine:
    """Answers every text through the action route's own way in, and can be away or fail."""

    def __init__(self) -> None:
        self.heard: list[str] = []
        self.away = False
        self.mute = False
        self.fails = 0
        self.answering: Answering | None = None

    async def say(self, sender_id: str, text: str, metadata: dict[str, Any]) -> None:
        if self.away:
            raise EngineNotReady("away")
        self.heard.append(text)
        assert self.answering is not None
        if text == "/session_start":
            self._start_session(sender_id)
        elif self.fails:
            self.fails -= 1
            raise EngineError("failed")
        elif not self.mute:
            self.answering.answer(metadata["inbox_id"], lambda turn: turn.say_text(f"You said: {text}"))

    async def wait_until_well(self) -> None:
        self.away = False

    async def forget(self, sender_id: str) -> None:
        self.heard.append(f"forget {sender_id}")

    def _start_session(self, sender_id: str) -> None:
        assert self.answering is not None
        with self.answering.database.begin() as session:
            chat = session.query(Chat).filter_by(sender_id=sender_id).one()
            chat.engine_loop = wanted_form(session, session.get_one(Person, chat.person_id))
            chat.engine_turns = 0


def _offer(turn: Turn, argument: str) -> None:
    turn.say_text(
        "Tea or coffee?", buttons=[Button("Tea", "pick", {"what": "tea"}), Button("Coffee", "pick", {"what": "coffee"})]
    )


def _pick(turn: Turn, what: str) -> None:
    turn.say_text(f"Here is your {what}.")


def _break(turn: Turn, argument: str) -> None:
    turn.person.zone = "Asia/Tokyo"
    raise ValueError("secret words")


def _ask(turn: Turn, argument: str) -> None:
    turn.say_text("How are you?")
    turn.wait_for("mood")


ROUTES = Routes(commands={"offer": _offer, "break": _break, "ask": _ask}, taps={"pick": _pick})


@pytest.fixture
def engine() -> StandInEngine:
    return StandInEngine()


@pytest.fixture
def answering(database: Database, clock: VirtualClock, content: Content, settings: Settings) -> Answering:
    return Answering(database, clock, content, settings, ROUTES, random.Random(1))


@pytest.fixture
async def gateway(answering: Answering, vault: KeyVault, engine: StandInEngine) -> AsyncIterator[Gateway]:
    engine.answering = answering
    gateway = Gateway(answering, vault, engine)
    yield gateway
    await gateway.stop()


class Visitor:
    """Somebody who is through with onboarding and writes through one channel."""

    def __init__(self, gateway: Gateway, database: Database, channel: str = "terminal") -> None:
        self.gateway, self.database, self.channel = gateway, database, channel
        self.chat_id = gateway.open_chat(channel, "sam")
        with database.begin() as session:
            person = session.get_one(Person, session.get_one(Chat, self.chat_id).person_id)
            person.onboarding_step, person.age_band = None, "adult"
        self._count = 0
        self._seen = 0

    async def sends(self, body: str, kind: IncomingKind = "text", update_id: str | None = None) -> list[str]:
        """Send one thing, wait until all is answered, and give back what came."""
        self._count += 1
        await self.gateway.receive(Incoming(self.channel, "sam", update_id or f"u{self._count}", kind, body))
        await self.gateway.settle()
        return [message.text for message in self.news()]

    def news(self) -> list[OutgoingMessage]:
        """What came since the last look."""
        messages = self.gateway.transcript(self.chat_id, after=self._seen)
        self._seen = messages[-1].id if messages else self._seen
        return messages

    def tokens(self) -> dict[str, str]:
        """Titles and tokens of the newest message with buttons."""
        for message in reversed(self.gateway.transcript(self.chat_id)):
            if message.buttons:
                return {button.title: button.token for row in message.buttons for button in row}
        return {}


@pytest.fixture
def visitor(gateway: Gateway, database: Database) -> Visitor:
    return Visitor(gateway, database)


@pytest.fixture
def new_visitor(gateway: Gateway, database: Database) -> Callable[[str], Visitor]:
    return lambda channel: Visitor(gateway, database, channel)
