"""The whole app on either database: every command of a person's day, a reminder that falls due, export and erasure."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from bot.app import App
from bot.conversation.turn import Content
from bot.gateway.gateway import NoEngine
from bot.gateway.messages import Incoming, OutgoingMessage
from bot.gateway.routes import ROUTES
from bot.gateway.tables import Chat, InboxRow
from bot.people.tables import Person
from bot.privacy.coverage import rows_of
from bot.settings import Settings
from bot.store.clock import VirtualClock
from bot.store.migrate import KEYS, STORE
from bot.store.tables import metadata
from tests.unit.store.conftest import Databases

ARGUMENTS = {"contact": "add Ben ring=2 every=14d", "log": "Ben on=yesterday minutes=20", "remind": "list"}


class Day:
    """One person's day with an app."""

    def __init__(self, app: App, clock: VirtualClock) -> None:
        self.app, self.clock = app, clock
        self.chat_id = app.gateway.open_chat("terminal", "sam")
        with app.database.begin() as session:
            person = session.get_one(Person, session.get_one(Chat, self.chat_id).person_id)
            person.onboarding_step, person.age_band, person.zone = None, "adult", "Europe/Berlin"
            self.person_id = person.id
        self._count = self._seen = 0

    async def sends(self, body: str, kind: str = "text") -> list[OutgoingMessage]:
        """Send one thing; gives back what came."""
        self._count += 1
        incoming = Incoming("terminal", "sam", f"u{self._count}", "tap" if kind == "tap" else "text", body)
        await self.app.gateway.receive(incoming)
        await self.app.gateway.settle()
        return self.news()

    def news(self) -> list[OutgoingMessage]:
        messages = self.app.gateway.transcript(self.chat_id, after=self._seen)
        self._seen = messages[-1].id if messages else self._seen
        return messages

    def states(self) -> set[str]:
        """States of all that came in."""
        with self.app.database.read() as session:
            return set(session.scalars(select(InboxRow.state).distinct()))


@pytest.fixture
async def day(
    databases: Databases, migrated: dict[Path, str], clock: VirtualClock, content: Content, tmp_path: Path
) -> AsyncIterator[Day]:
    settings = Settings(
        _env_file=None,
        KITH_HOME=tmp_path,
        DATABASE_URL=databases.like(migrated[STORE]),
        KITH_KEYS_URL=databases.like(migrated[KEYS]),
    )
    app = App.build(settings, engine=NoEngine(), clock=clock, chance=random.Random(7), content=content)
    yield Day(app, clock)
    await app.close()


async def test_every_command_is_answered(day: Day) -> None:
    for command in ("contact", *sorted(ROUTES.commands)):
        for argument in ("", ARGUMENTS.get(command, "")):
            assert await day.sends(f"/{command} {argument}".strip()), command
    assert day.states() == {"answered"}


async def test_every_button_of_every_command_is_answered(day: Day) -> None:
    await day.sends("/contact add Ben ring=2 every=14d")
    for command in sorted(ROUTES.commands.keys() - {"erase"}):
        for message in await day.sends(f"/{command} {ARGUMENTS.get(command, '')}".strip()):
            for button in [button for row in message.buttons for button in row]:
                await day.sends(button.token, kind="tap")
    assert day.states() == {"answered"}


async def test_a_reminder_falls_due_and_a_tap_moves_the_next_one(day: Day) -> None:
    await day.sends("/contact add Ben ring=2 every=14d")
    due = day.app.ticks.next_moment()
    assert due is not None
    assert due - day.clock.now() > timedelta(days=10)
    day.clock.advance_to(due)
    await day.app.ticks.run_all()
    [reminder] = day.news()
    titles = {button.title: button.token for row in reminder.buttons for button in row}
    await day.sends(titles["Done"], kind="tap")
    later = day.app.ticks.next_moment()
    assert later is not None
    assert later > due
    assert day.states() == {"answered"}


async def test_danger_is_answered_without_the_engine(day: Day) -> None:
    [message, *_] = await day.sends("I want to kill myself")
    assert message.kind == "crisis"


async def test_an_erasure_leaves_no_row_of_the_person_and_no_key(day: Day) -> None:
    await day.sends("/contact add Ben ring=2 every=14d")
    await day.sends("/log Ben on=yesterday")
    for _ in range(3):
        messages = await day.sends("/erase")
        for button in [b for message in messages for row in message.buttons for b in row]:
            if "erase" in button.title.lower():
                messages = await day.sends(button.token, kind="tap")
    await day.app.ticks.run_all()
    assert day.person_id not in day.app.vault.living()
    with day.app.database.read() as session:
        for table in metadata.sorted_tables:
            mine = rows_of(table, day.person_id)
            if mine is not None:
                assert session.scalar(select(func.count()).select_from(table).where(mine)) == 0, table.name
