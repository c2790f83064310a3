"""The action route: only the engine may call, each call is one transaction, and no words go back through Rasa."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from rasa_sdk.interfaces import ActionExecutionRejection
from sqlalchemy import select

from bot.conversation.reply import Button
from bot.conversation.routes import Routes
from bot.conversation.turn import Content, Turn
from bot.engine.action_route import ActionRoute
from bot.gateway import inbox
from bot.gateway.answering import Answering
from bot.gateway.chats import open_chat
from bot.gateway.messages import Incoming
from bot.gateway.tables import Chat, InboxRow, OutboxRow
from bot.people.tables import Person
from bot.privacy.keys import KeyVault
from bot.settings import Settings
from bot.store.clock import VirtualClock
from bot.store.database import Database

TOKEN = "a-token-that-only-app-and-engine-know"


def _greet(turn: Turn, text: str) -> None:
    turn.say_text(f"Hello, you said {text}", buttons=[Button("Practise", "go")])


def _ask(turn: Turn, text: str) -> None:
    turn.say_text("What is their name?")
    turn.wait_for("name")


def _reject(turn: Turn, text: str) -> None:
    raise ActionExecutionRejection("action_stop", "not now")


def _take_name(turn: Turn, text: str) -> None:
    turn.stop_waiting()
    turn.say_text(f"{text} it is.")


ROUTES = Routes(intents={"greet": _greet, "add_contact": _ask, "stop": _reject}, answers={"name": _take_name})


class Route:
    """The route over a real store, called as the engine calls it."""

    def __init__(self, client: httpx.AsyncClient, answering: Answering, vault: KeyVault) -> None:
        self.client, self.answering, self.vault = client, answering, vault
        self.database, self.clock = answering.database, answering.clock
        with self.database.begin() as session:
            chat = open_chat(session, vault, "terminal", "sam", self.clock.now())
            person = session.get_one(Person, chat.person_id)
            person.onboarding_step, person.age_band = None, "adult"
            self.sender, self.chat_id, self.person_id = chat.sender_id, chat.id, person.id
        self._count = 0

    def arrives(self, text: str) -> int:
        """A text is kept; gives back the id of its row."""
        self._count += 1
        with self.database.begin() as session:
            incoming = Incoming("terminal", "sam", f"u{self._count}", "text", text)
            row = inbox.keep(session, session.get_one(Chat, self.chat_id), incoming, self.clock.now())
            assert row is not None
            return row.id

    async def call(
        self, action: str, text: str = "hi", inbox_id: int | None = None, intent: str = "greet", token: str = TOKEN
    ) -> httpx.Response:
        """One action call in the shape of Rasa 3.6.21 with selective domain: without a domain."""
        message = {
            "text": text,
            "intent": {"name": intent, "confidence": 0.9},
            "metadata": {} if inbox_id is None else {"inbox_id": inbox_id},
        }
        tracker = {"sender_id": self.sender, "latest_message": message, "slots": {}, "events": []}
        body: dict[str, Any] = {"next_action": action, "sender_id": self.sender, "tracker": tracker}
        return await self.client.post("/webhook", json=body, headers={"Authorization": f"Bearer {token}"})

    def said(self) -> list[str]:
        """All that was put into the outbox, in order."""
        with self.database.begin() as session:
            return [row.body["text"] for row in session.scalars(select(OutboxRow).order_by(OutboxRow.id))]

    def state_of(self, inbox_id: int) -> str:
        with self.database.begin() as session:
            return session.get_one(InboxRow, inbox_id).state


@pytest.fixture
async def route(
    database: Database, clock: VirtualClock, content: Content, settings: Settings, vault: KeyVault
) -> AsyncIterator[Route]:
    answering = Answering(database, clock, content, settings, ROUTES, random.Random(1))
    app = ActionRoute(answering, vault, TOKEN).app()
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://actions") as client:
        yield Route(client, answering, vault)


@pytest.mark.parametrize("token", ["", "wrong", TOKEN[:-1], TOKEN + "x", "töken", TOKEN.upper()])
async def test_a_stranger_is_refused(token: str, route: Route) -> None:
    inbox_id = route.arrives("hi")
    headers = {b"Authorization": f"Bearer {token}".encode("latin-1")}
    answer = await route.client.post("/webhook", json={"next_action": "action_greet"}, headers=headers)
    assert answer.status_code == 401
    assert route.state_of(inbox_id) == "waiting"


async def test_without_a_token_nobody_gets_in(route: Route) -> None:
    assert (await route.client.post("/webhook", json={})).status_code == 401


async def test_health_is_open_and_tells_nothing_but_that(route: Route) -> None:
    answer = await route.client.get("/health")
    assert (answer.status_code, answer.json()) == (200, {"ready": True})


async def test_a_reply_goes_to_the_outbox_and_no_words_to_the_engine(route: Route) -> None:
    inbox_id = route.arrives("hi")
    answer = await route.call("action_greet", "hi", inbox_id)
    assert (answer.status_code, answer.json()) == (200, {"events": [], "responses": []})
    assert route.said() == ["Hello, you said hi"]
    assert route.state_of(inbox_id) == "answered"


async def test_a_call_for_a_row_that_is_answered_does_nothing(route: Route) -> None:
    inbox_id = route.arrives("hi")
    await route.call("action_greet", "hi", inbox_id)
    answer = await route.call("action_greet", "hi", inbox_id)
    assert answer.status_code == 200
    assert route.said() == ["Hello, you said hi"]


async def test_a_call_for_a_row_that_is_gone_does_nothing(route: Route) -> None:
    assert (await route.call("action_greet", "hi", 4711)).status_code == 200
    assert route.said() == []


async def test_an_answer_to_an_open_question_goes_to_its_handler(route: Route) -> None:
    await route.call("action_add_contact", "add someone", route.arrives("add someone"))
    await route.call("question_form", "Ben", route.arrives("Ben"), intent="small_talk")
    assert route.said() == ["What is their name?", "Ben it is."]


async def test_an_action_that_is_not_there_is_an_apology_and_loses_nothing(route: Route) -> None:
    inbox_id = route.arrives("hi")
    assert (await route.call("action_nosuch", "hi", inbox_id)).status_code == 200
    assert route.state_of(inbox_id) == "failed"
    assert len(route.said()) == 1


async def test_an_action_that_is_not_there_is_404_outside_a_turn(route: Route) -> None:
    answer = await route.call("action_nosuch")
    assert answer.status_code == 404
    assert answer.json() == {"error": "no action called action_nosuch", "action_name": "action_nosuch"}


async def test_an_action_that_declines_is_400_outside_a_turn(route: Route) -> None:
    answer = await route.call("action_stop", intent="stop")
    assert (answer.status_code, answer.json()["action_name"]) == (400, "action_stop")


async def test_in_rasas_own_shell_the_words_come_back(route: Route) -> None:
    answer = await route.call("action_greet", "hi")
    assert answer.json() == {"events": [], "responses": [{"text": "Hello, you said hi\n[Practise]"}]}
    assert route.said() == []


async def test_a_session_starts_with_no_form_where_nothing_is_open(route: Route) -> None:
    answer = await route.call("action_session_start")
    assert answer.json() == {
        "events": [{"event": "session_started"}, {"event": "action", "name": "action_listen"}],
        "responses": [],
    }
    with route.database.begin() as session:
        chat = session.get_one(Chat, route.chat_id)
        assert (chat.engine_loop, chat.engine_turns) == ("", 0)


async def test_a_session_starts_with_the_form_that_our_tables_name(route: Route) -> None:
    await route.call("action_add_contact", "add someone", route.arrives("add someone"))
    events = (await route.call("action_session_start")).json()["events"]
    assert {"event": "active_loop", "name": "question_form"} in events
    with route.database.begin() as session:
        assert session.get_one(Chat, route.chat_id).engine_loop == "question_form"


async def test_a_session_of_somebody_who_was_erased_starts_empty(route: Route) -> None:
    with route.database.begin() as session:
        session.get_one(Chat, route.chat_id).person_id = None
    answer = await route.call("action_session_start")
    assert [event["event"] for event in answer.json()["events"]] == ["session_started", "action"]


async def test_a_session_of_a_stranger_starts_empty(route: Route) -> None:
    route.sender = "f" * 32
    answer = await route.call("action_session_start")
    assert [event["event"] for event in answer.json()["events"]] == ["session_started", "action"]
