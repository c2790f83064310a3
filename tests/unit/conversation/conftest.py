"""One person in one chat, answered as in the running app but for the engine: what it heard is told by the test."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher
from sqlalchemy import select

from actions.forms import ExerciseForm, QuestionForm
from actions.intents import intent_actions
from bot.conversation.turn import Content, Turn, current_turn
from bot.gateway import inbox
from bot.gateway.answering import Answering, wanted_form
from bot.gateway.chats import open_chat
from bot.gateway.dispatch import plan_for
from bot.gateway.messages import Incoming
from bot.gateway.routes import ROUTES
from bot.gateway.tables import ButtonToken, Chat, InboxRow, OutboxRow
from bot.people.tables import Person
from bot.privacy.keys import KeyVault
from bot.settings import Settings
from bot.skills import exercise
from bot.skills.place import Place
from bot.store.clock import VirtualClock
from bot.store.database import Database

FORMS: dict[str, Action] = {
    "exercise_form": ExerciseForm(ROUTES.intents),
    "question_form": QuestionForm(ROUTES.intents, ROUTES.answers),
}
ACTIONS: dict[str, Action] = {action.name(): action for action in intent_actions(ROUTES.intents)}


def tracker_of(text: str, ranking: dict[str, float], *, unsure: bool = False, **more: Any) -> Tracker:
    """What Rasa sends with an action call, as far as it is read; where it is unsure, nlu_fallback stands first."""
    guesses = [{"name": name, "confidence": confidence} for name, confidence in ranking.items()]
    if unsure:
        guesses.insert(0, {"name": "nlu_fallback", "confidence": 0.35})
    message = {"text": text, "intent": guesses[0] if guesses else {}, "intent_ranking": guesses, **more}
    return Tracker("sender", {}, message, [], False, None, {}, "action_listen")


@dataclass
class Somebody:
    """An adult who is through with the first questions."""

    answering: Answering
    vault: KeyVault
    chat_id: int = 0
    person_id: str = ""
    said: list[str] = field(default_factory=list)
    """The words of the latest answer."""
    _count: int = 0

    def arrive(self) -> None:
        with self.answering.database.begin() as session:
            chat = open_chat(session, self.vault, "terminal", "sam", self.answering.clock.now())
            person = session.get_one(Person, chat.person_id)
            person.onboarding_step, person.age_band, person.name = None, "adult", "Sam"
            self.chat_id, self.person_id = chat.id, person.id

    def types(self, text: str, ranking: dict[str, float] | None = None) -> str:
        """Type something that the engine is not sure of; without a ranking it has no idea at all."""
        return self._types(text, ranking or {"out_of_scope": 0.1}, unsure=True)

    def means(self, intent: str, text: str, confidence: float = 0.9) -> str:
        """Type something that the engine hears clearly."""
        return self._types(text, {intent: confidence}, unsure=False)

    def hears(self, text: str, ranking: dict[str, float], *, unsure: bool) -> str:
        """Type something of which the engine thinks that."""
        return self._types(text, ranking, unsure=unsure)

    def acts(self, action: str, text: str, ranking: dict[str, float]) -> str:
        """Type something for which the engine calls that action, whatever form is open."""
        return self._send("text", text, tracker_of(text, ranking), action)

    def taps(self, title: str) -> str:
        """Tap a live button of the latest answer that has it."""
        with self.answering.database.begin() as session:
            buttons = select(ButtonToken).where(ButtonToken.chat_id == self.chat_id, ButtonToken.used_at.is_(None))
            tokens = [b.token for b in session.scalars(buttons) if b.payload["title"] == title]
        return self._send("tap", tokens[-1], None)

    def command(self, text: str) -> str:
        """Type a command."""
        return self._send("text", text, None)

    def titles(self) -> list[str]:
        """The buttons of the latest answer."""
        with self.answering.database.begin() as session:
            rows = session.scalars(select(OutboxRow).where(OutboxRow.inbox_id == self._newest(session)))
            return [b["title"] for row in rows for line in row.body["buttons"] for b in line]

    def payloads(self) -> list[Any]:
        """What every button that was ever shown carries."""
        with self.answering.database.begin() as session:
            return [button.payload for button in session.scalars(select(ButtonToken))]

    def waits_for(self) -> dict[str, Any] | None:
        """The open question."""
        with self.answering.database.begin() as session:
            waiting: dict[str, Any] | None = session.get_one(Person, self.person_id).waiting_for
            return waiting

    def practises(self, step: str = "three_parts") -> None:
        """Begin a practice, up to that step."""
        self.does(lambda turn: exercise.begin(turn, turn.content.modules.get("say_it_with_i"), None))
        while self.step() != step:
            self.does(_skip)

    def step(self) -> str:
        """The step at which the running practice is; empty where none is running."""
        found: list[str] = []
        self.does(lambda turn: found.append(_step_of(turn)))
        return found[0]

    def does(self, serve: Callable[[Turn], None]) -> None:
        with self.answering.database.begin() as session:
            person, chat = session.get_one(Person, self.person_id), session.get_one(Chat, self.chat_id)
            serve(self.answering.open_turn(session, chat, person))

    def _types(self, text: str, ranking: dict[str, float], *, unsure: bool) -> str:
        return self._send("text", text, tracker_of(text, ranking, unsure=unsure))

    def _send(self, kind: Any, body: str, tracker: Tracker | None, action: str = "") -> str:
        self._count += 1
        with self.answering.database.begin() as session:
            incoming = Incoming("terminal", "sam", f"u{self._count}", kind, body)
            row = inbox.keep(session, session.get_one(Chat, self.chat_id), incoming, self.answering.clock.now())
            assert row is not None
            inbox_id, plan = row.id, plan_for(session, row, ROUTES)
        if plan.dangerous:
            self.answering.answer_danger(inbox_id)
            return self._hear(inbox_id)
        with self.answering.turn(inbox_id) as turn:
            assert turn is not None
            if plan.serve is not None:
                plan.serve(turn)
            else:
                assert tracker is not None
                _act(turn, tracker, action)
        return self._hear(inbox_id)

    def _hear(self, inbox_id: int) -> str:
        with self.answering.database.begin() as session:
            assert session.get_one(InboxRow, inbox_id).state == "answered"
            rows = session.scalars(select(OutboxRow).where(OutboxRow.inbox_id == inbox_id).order_by(OutboxRow.id))
            self.said = [row.body["text"] for row in rows]
        assert 1 <= len(self.said) <= 2, "one message or two, never none and never more"
        return "\n".join(self.said)

    def _newest(self, session: Any) -> Any:
        return session.scalar(select(InboxRow.id).order_by(InboxRow.id.desc()).limit(1))


def _act(turn: Turn, tracker: Tracker, action: str) -> None:
    """As the engine would: a form where our tables say that one is open, else the action of the rule."""
    form = "" if action else wanted_form(turn.session, turn.person)
    intent = tracker.latest_message["intent"].get("name")
    name = action or ("action_ask_which" if intent == "nlu_fallback" else f"action_{intent}")
    reset = current_turn.set(turn)
    try:
        (FORMS[form] if form else ACTIONS[name]).run(CollectingDispatcher(), tracker, {})
    finally:
        current_turn.reset(reset)


def _step_of(turn: Turn) -> str:
    run = exercise.current_run(turn.session, turn.person.id)
    place = Place.of(turn, run) if run is not None else None
    return place.step.id if place is not None else ""


def _skip(turn: Turn) -> None:
    run = exercise.current_run(turn.session, turn.person.id)
    assert run is not None
    run.step_index += 1


@pytest.fixture
def somebody(
    database: Database, clock: VirtualClock, content: Content, settings: Settings, vault: KeyVault
) -> Somebody:
    """Sam, at the terminal."""
    somebody = Somebody(Answering(database, clock, content, settings, ROUTES, random.Random(5)), vault)
    somebody.arrive()
    return somebody
