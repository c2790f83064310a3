"""Delivery into a push channel: in order, tried again, given up for good, and never ended by one bad message."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager, suppress

import pytest
from sqlalchemy import delete, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.conversation.messages import Messages
from bot.conversation.reply import Picture
from bot.errors import TryLater, Undeliverable
from bot.gateway import delivery as module
from bot.gateway.delivery import Delivery
from bot.gateway.tables import Chat, OutboxRow
from bot.people.tables import Person
from bot.privacy.keys import KeyVault
from bot.reminders.tables import Reminder
from bot.store.base import new_id
from bot.store.clock import VirtualClock
from bot.store.database import Database
from tests.unit.gateway.letters import ToldChannel, push_chat, reminder_under_way, states, write

Put = Callable[..., int]


@pytest.fixture
def channel() -> ToldChannel:
    return ToldChannel()


@pytest.fixture
def delivery(database: Database, clock: VirtualClock, channel: ToldChannel) -> Delivery:
    return Delivery(database, clock, channel)


@pytest.fixture
def put(database: Database, vault: KeyVault, clock: VirtualClock, messages: Messages) -> Put:
    """Commits a message to a person of that address; gives back its id."""

    def into(text: str, address: str = "7", *, reminded: bool = False, **how: object) -> int:
        with database.begin() as session:
            chat = _chat(session, vault, clock, address)
            person = session.get_one(Person, chat.person_id)
            reminder_id = reminder_under_way(session, person, clock).id if reminded else None
            return write(session, chat, text, clock, messages, reminder_id, **how).id

    return into


def _chat(session: Session, vault: KeyVault, clock: VirtualClock, address: str) -> Chat:
    known = session.scalar(select(Chat).where(Chat.address_hash == address))
    if known is not None:
        return known
    person = Person(id=new_id(), created_at=clock.now(), zone="Europe/Berlin", onboarding_step=None)
    vault.create_key(person.id)
    session.add(person)
    session.flush()
    return push_chat(session, person, clock, address)


async def deliver_all(delivery: Delivery) -> None:
    """Send whatever may go now."""
    while await delivery.deliver_next():
        pass


def kept(database: Database) -> list[tuple[str, str]]:
    """Text and state of every row."""
    with database.begin() as session:
        return states(session)


def reminder_status(database: Database) -> str:
    """What became of the first reminder."""
    with database.begin() as session:
        return session.scalars(select(Reminder.status).order_by(Reminder.id)).first() or ""


async def test_messages_arrive_in_order_and_are_marked_as_sent(
    delivery: Delivery, put: Put, channel: ToldChannel, database: Database
) -> None:
    first = put("one")
    put("two")
    await deliver_all(delivery)
    assert channel.taken == ["one", "two"]
    with database.begin() as session:
        assert session.get_one(OutboxRow, first).remote_id == "7-1"
    assert {state for _, state in kept(database)} == {"sent"}


async def test_a_message_that_could_not_go_is_tried_again_before_what_follows_it(
    delivery: Delivery, put: Put, channel: ToldChannel, clock: VirtualClock
) -> None:
    put("one")
    put("two")
    put("elsewhere", "8")
    channel.failures = [TryLater("down", 0)]
    await deliver_all(delivery)
    assert channel.taken == ["elsewhere"]
    clock.advance(seconds=2)
    await deliver_all(delivery)
    assert channel.taken == ["elsewhere", "one", "two"]


async def test_a_wait_that_the_channel_asks_for_is_kept(
    delivery: Delivery, put: Put, channel: ToldChannel, clock: VirtualClock
) -> None:
    put("one")
    channel.failures = [TryLater("slow down", 30)]
    await deliver_all(delivery)
    clock.advance(seconds=29)
    await deliver_all(delivery)
    assert channel.taken == []
    clock.advance(seconds=1)
    await deliver_all(delivery)
    assert channel.taken == ["one"]


async def test_nothing_is_marked_uncertain_where_the_channel_surely_took_nothing(
    delivery: Delivery, put: Put, channel: ToldChannel, database: Database
) -> None:
    put("one")
    channel.failures = [TryLater("refused", 0)]
    await deliver_all(delivery)
    assert kept(database) == [("one", "planned")]


async def test_a_reply_that_may_have_arrived_is_marked_and_sent_again(
    delivery: Delivery, put: Put, channel: ToldChannel, clock: VirtualClock, database: Database
) -> None:
    put("one")
    channel.failures = [TryLater("the line broke", 0, maybe_arrived=True)]
    await deliver_all(delivery)
    clock.advance(seconds=2)
    await deliver_all(delivery)
    assert channel.taken == ["one"]
    assert kept(database) == [("one", "sent"), ("one", "uncertain")]


async def test_a_reminder_that_may_have_arrived_is_not_sent_again(
    delivery: Delivery, put: Put, channel: ToldChannel, clock: VirtualClock, database: Database
) -> None:
    put("Ben?", reminded=True, kind="reminder")
    channel.failures = [TryLater("the line broke", 0, maybe_arrived=True)]
    await deliver_all(delivery)
    clock.advance(hours=1)
    await deliver_all(delivery)
    assert channel.taken == []
    assert kept(database) == [("Ben?", "uncertain")]
    assert reminder_status(database) == "uncertain"


async def test_a_reminder_that_arrived_is_known_to_have(delivery: Delivery, put: Put, database: Database) -> None:
    put("Ben?", reminded=True, kind="reminder")
    await deliver_all(delivery)
    assert reminder_status(database) == "sent"


async def test_a_refused_message_is_given_up_and_the_next_one_goes(
    delivery: Delivery, put: Put, channel: ToldChannel, database: Database
) -> None:
    put("one")
    put("two")
    channel.failures = [Undeliverable("too odd", chat_gone=False)]
    await deliver_all(delivery)
    assert kept(database) == [("one", "failed"), ("two", "sent")]
    with database.begin() as session:
        assert session.scalars(select(Person.unreachable_since)).all() == [None]


async def test_a_chat_that_is_gone_makes_its_person_unreachable(
    delivery: Delivery, put: Put, channel: ToldChannel, clock: VirtualClock, database: Database
) -> None:
    put("Ben?", reminded=True, kind="reminder")
    channel.failures = [Undeliverable("blocked", chat_gone=True)]
    await deliver_all(delivery)
    with database.begin() as session:
        assert session.scalars(select(Person.unreachable_since)).all() == [clock.now()]
    assert reminder_status(database) == "failed"


async def test_a_crisis_message_overtakes_what_waits(delivery: Delivery, put: Put, channel: ToldChannel) -> None:
    put("one", "8")
    put("two")
    put("help", kind="crisis")
    await deliver_all(delivery)
    assert channel.taken == ["help", "one", "two"]


@pytest.mark.parametrize("failure", [None, TryLater("down", 0), Undeliverable("gone", chat_gone=True)])
async def test_somebody_erased_while_their_message_is_under_way_is_no_trouble(
    delivery: Delivery, put: Put, channel: ToldChannel, database: Database, failure: Exception | None
) -> None:
    put("one")
    channel.failures = [failure] if failure else []

    def erase() -> None:
        with database.begin() as session:
            session.execute(delete(OutboxRow))

    channel.meanwhile = erase
    await deliver_all(delivery)
    assert kept(database) == []


async def test_after_a_kill_in_the_middle_of_a_send_the_reply_is_marked_and_sent_again(
    delivery: Delivery, put: Put, channel: ToldChannel, database: Database
) -> None:
    put("one")
    channel.failures = [asyncio.CancelledError()]  # type: ignore[list-item]  # as the end of the process cuts it off
    with suppress(asyncio.CancelledError):
        await delivery.deliver_next()
    assert kept(database) == [("one", "sending")]
    delivery.recover()
    await deliver_all(delivery)
    assert channel.taken == ["one"]
    assert kept(database) == [("one", "sent"), ("one", "uncertain")]


async def test_after_a_kill_in_the_middle_of_a_send_the_reminder_stays_uncertain(
    delivery: Delivery, put: Put, channel: ToldChannel, database: Database
) -> None:
    put("Ben?", reminded=True, kind="offer")
    channel.failures = [asyncio.CancelledError()]  # type: ignore[list-item]  # as the end of the process cuts it off
    with suppress(asyncio.CancelledError):
        await delivery.deliver_next()
    delivery.recover()
    await deliver_all(delivery)
    assert channel.taken == []
    assert reminder_status(database) == "uncertain"


async def test_a_message_that_breaks_the_channel_holds_up_nobody_else(
    delivery: Delivery, put: Put, channel: ToldChannel, clock: VirtualClock
) -> None:
    put("one")
    put("elsewhere", "8")
    channel.failures = [ValueError("not as agreed")]
    await deliver_all(delivery)
    assert channel.taken == ["elsewhere"]
    clock.advance(seconds=2)
    await deliver_all(delivery)
    assert channel.taken == ["elsewhere", "one"]


async def test_a_picture_that_cannot_be_drawn_goes_in_words(delivery: Delivery, put: Put, channel: ToldChannel) -> None:
    put("Your people.", picture=Picture("no such kind", {}, "Ben is close."))
    await deliver_all(delivery)
    assert (channel.taken, channel.pictures) == (["Your people."], [None])


class Locked:
    """A database that fails once."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self.read = database.read
        self.fails = 1

    @contextmanager
    def begin(self) -> Iterator[Session]:
        if self.fails:
            self.fails -= 1
            raise OperationalError("BEGIN IMMEDIATE", None, Exception("database is locked"))
        with self._database.begin() as session:
            yield session


@pytest.fixture
async def locked(
    database: Database, clock: VirtualClock, channel: ToldChannel, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Delivery]:
    """A delivery that runs over a store which is locked at first."""
    monkeypatch.setattr(module, "PAUSE_AFTER_FAILURE_SECONDS", 0.01)
    delivery = Delivery(Locked(database), clock, channel)  # type: ignore[arg-type]
    task = asyncio.create_task(delivery.run())
    yield delivery
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task


async def test_a_store_that_is_locked_for_a_moment_does_not_end_delivery(
    locked: Delivery, put: Put, channel: ToldChannel
) -> None:
    put("one")
    async with asyncio.timeout(5):
        while not channel.taken:  # noqa: ASYNC110  # the delivery is a task of its own
            await asyncio.sleep(0.01)


async def test_a_ring_wakes_delivery_at_once(locked: Delivery, put: Put, channel: ToldChannel) -> None:
    await asyncio.sleep(0.1)  # it naps by now, for seconds
    put("one")
    locked.ring(1)
    async with asyncio.timeout(1):
        while not channel.taken:  # noqa: ASYNC110  # the delivery is a task of its own
            await asyncio.sleep(0.01)
