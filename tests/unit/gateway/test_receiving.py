"""What comes in is kept once, answered in order, and never without an answer."""

from __future__ import annotations

import asyncio

import pytest
from sqlalchemy import select

from bot.gateway.gateway import Gateway
from bot.gateway.messages import Incoming
from bot.gateway.tables import Chat, InboxRow
from bot.people.tables import Person
from bot.store.database import Database
from tests.unit.gateway.conftest import StandInEngine, Visitor


async def test_a_text_is_answered_through_the_engine(visitor: Visitor) -> None:
    assert await visitor.sends("Hello there") == ["You said: Hello there"]


async def test_the_same_update_twice_is_one_message(visitor: Visitor) -> None:
    await visitor.sends("Hello", update_id="7")
    assert await visitor.sends("Hello", update_id="7") == []


async def test_messages_of_one_chat_are_answered_in_order(visitor: Visitor, gateway: Gateway) -> None:
    for number in range(5):
        await gateway.receive(Incoming("terminal", "sam", f"n{number}", "text", f"message {number}"))
    await gateway.settle()
    assert [m.text for m in visitor.news()] == [f"You said: message {number}" for number in range(5)]


async def test_while_the_engine_is_away_the_person_is_told_once_and_nothing_is_lost(
    visitor: Visitor, engine: StandInEngine, gateway: Gateway
) -> None:
    back = asyncio.Event()
    engine.away = True

    async def until_back() -> None:
        await back.wait()
        engine.away = False

    engine.wait_until_well = until_back  # type: ignore[method-assign]
    for number in range(3):
        await gateway.receive(Incoming("terminal", "sam", f"n{number}", "text", f"message {number}"))
    await asyncio.sleep(0.05)
    waiting = visitor.news()
    assert [m.kind for m in waiting] == ["notice"]
    back.set()
    await gateway.settle()
    assert [m.text for m in visitor.news()] == [f"You said: message {number}" for number in range(3)]


async def test_an_engine_that_says_nothing_ends_in_an_apology_not_in_silence(
    visitor: Visitor, engine: StandInEngine
) -> None:
    engine.mute = True
    [answer] = await visitor.sends("Hello")
    assert "didn't work" in answer


async def test_a_failed_engine_turn_is_tried_again(visitor: Visitor, engine: StandInEngine) -> None:
    engine.fails = 1
    assert await visitor.sends("Hello") == ["You said: Hello"]


async def test_what_was_unanswered_at_a_crash_is_taken_up_again(
    visitor: Visitor, gateway: Gateway, engine: StandInEngine, database: Database
) -> None:
    engine.away = True
    engine.wait_until_well = asyncio.Event().wait  # type: ignore[assignment,method-assign]
    await gateway.receive(Incoming("terminal", "sam", "x", "text", "Hello"))
    await gateway.stop()
    engine.away = False
    gateway.take_up_work()
    await gateway.settle()
    assert "You said: Hello" in [m.text for m in visitor.news()]


async def test_an_error_in_a_turn_is_apologised_for_and_leaves_no_effect(
    visitor: Visitor, database: Database, caplog: pytest.LogCaptureFixture
) -> None:
    [answer] = await visitor.sends("/break")
    assert "didn't work" in answer
    assert "secret" not in caplog.text
    with database.begin() as session:
        assert session.scalars(select(Person.zone)).one() is None
        assert session.scalars(select(InboxRow.state)).one() == "failed"


async def test_danger_is_answered_at_once_while_the_engine_is_dead(visitor: Visitor, engine: StandInEngine) -> None:
    engine.away = True
    await visitor.gateway.receive(Incoming("terminal", "sam", "d", "text", "I want to kill myself tonight"))
    assert "crisis" in [m.kind for m in visitor.news()]


@pytest.mark.parametrize("kind", ["edited", "picture"])
async def test_danger_is_read_in_edits_and_captions(visitor: Visitor, kind: str) -> None:
    await visitor.sends("I am going to kill myself", kind=kind)  # type: ignore[arg-type]
    assert "crisis" in [m.kind for m in visitor.gateway.transcript(visitor.chat_id)]


async def test_danger_is_read_in_a_commands_argument(visitor: Visitor) -> None:
    await visitor.sends("/offer I want to kill myself")
    assert "crisis" in [m.kind for m in visitor.gateway.transcript(visitor.chat_id)]


async def test_the_engine_is_told_of_an_open_question_before_the_next_text(
    visitor: Visitor, engine: StandInEngine, database: Database
) -> None:
    await visitor.sends("/ask")
    with database.begin() as session:
        assert session.scalars(select(Chat.engine_loop)).one() == "question_form"


async def test_the_engines_session_is_kept_short(visitor: Visitor, engine: StandInEngine, database: Database) -> None:
    await visitor.sends("Hello")
    with database.begin() as session:
        session.scalars(select(Chat)).one().engine_turns = 15
    before = engine.heard.count("/session_start")
    await visitor.sends("Hello again")
    assert engine.heard.count("/session_start") == before + 1


async def test_no_text_that_begins_with_a_slash_reaches_the_engine(visitor: Visitor, engine: StandInEngine) -> None:
    for text in ('/stop{"a":1}', "/session_start", "  /restart", "/offer", "/unknown thing", "/", "//"):
        await visitor.sends(text)
    assert set(engine.heard) <= {"/session_start"}
    assert engine.heard.count("/session_start") <= 1
