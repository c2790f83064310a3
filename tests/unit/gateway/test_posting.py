"""What goes to the engine beside a text: a moment, a zone and places, never a name."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.gateway.gateway import Gateway
from bot.gateway.tables import Chat
from bot.network.contacts import add_contact, set_standing
from bot.people.tables import Person
from bot.store.clock import VirtualClock
from bot.store.database import Database
from tests.unit.gateway.conftest import StandInEngine, Visitor


class ListeningEngine(StandInEngine):
    """Remembers what was posted beside each text."""

    def __init__(self) -> None:
        super().__init__()
        self.beside: dict[str, dict[str, Any]] = {}

    async def say(self, sender_id: str, text: str, metadata: dict[str, Any]) -> None:
        self.beside[text] = json.loads(json.dumps(metadata))
        await super().say(sender_id, text, metadata)


@pytest.fixture
def engine() -> ListeningEngine:
    return ListeningEngine()


@pytest.fixture
def befriended(gateway: Gateway, visitor: Visitor, database: Database, clock: VirtualClock) -> Visitor:
    """A visitor in Tokyo who knows Ben and 愛子, and wants nothing to do with Kim."""
    with database.begin() as session:
        person = session.get_one(Person, session.get_one(Chat, visitor.chat_id).person_id)
        person.zone = "Asia/Tokyo"
        for name in ("Ben", "愛子", "Kim"):
            contact = add_contact(session, person, name, now=clock.now())
        set_standing(session, person, contact, "unsafe", clock.now())
    return visitor


async def test_the_person_s_moment_and_zone_go_along(
    befriended: Visitor, engine: ListeningEngine, clock: VirtualClock
) -> None:
    await befriended.sends("hello there")
    beside = engine.beside["hello there"]
    assert (beside["now"], beside["zone"], beside["known"]) == (clock.now().isoformat(), "Asia/Tokyo", [])


async def test_known_names_are_told_by_their_places_in_the_posted_text(
    befriended: Visitor, engine: ListeningEngine
) -> None:
    await befriended.sends("  🙂 rang ben and Kim, then 愛子\n")
    text = "🙂 rang ben and Kim, then 愛子"
    beside = engine.beside[text]
    assert [text[start:end] for start, end in beside["known"]] == ["ben", "愛子"]
    assert "ben" not in json.dumps(beside).lower()


async def test_a_new_session_is_told_nothing_of_it(befriended: Visitor, engine: ListeningEngine) -> None:
    await befriended.sends("hello there")
    assert engine.beside["/session_start"] == {"inbox_id": None}
