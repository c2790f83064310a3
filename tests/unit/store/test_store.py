"""What the subjects rely on in a store: whole transactions, UTC, sealed words, ids that are never used again."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, StatementError

from bot.counselling.tables import Assignment
from bot.errors import KeyDestroyed, StoreError
from bot.gateway.chats import open_chat
from bot.gateway.tables import Chat, InboxRow
from bot.people.tables import Person
from bot.privacy.keys import KeyVault
from bot.store.clock import VirtualClock
from bot.store.database import Database

PHRASE = "the violet teapot sings"


@pytest.fixture
def person_id(store: Database, keys: KeyVault, clock: VirtualClock) -> str:
    with store.begin() as session:
        return str(open_chat(session, keys, "terminal", "sam", clock.now()).person_id)


def test_a_block_that_ends_is_kept(store: Database, person_id: str) -> None:
    with store.begin() as session:
        session.get_one(Person, person_id).zone = "Europe/Berlin"
    with store.begin() as session:
        assert session.get_one(Person, person_id).zone == "Europe/Berlin"


def test_a_block_that_raises_leaves_nothing(store: Database, person_id: str) -> None:
    with pytest.raises(ZeroDivisionError), store.begin() as session:
        session.get_one(Person, person_id).zone = "Europe/Berlin"
        session.flush()
        _ = 1 / 0
    with store.begin() as session:
        assert session.get_one(Person, person_id).zone is None


def test_what_a_reader_changes_is_not_kept(store: Database, person_id: str) -> None:
    with store.read() as session:
        session.get_one(Person, person_id).zone = "Europe/Berlin"
    with store.read() as session:
        assert session.get_one(Person, person_id).zone is None


def test_a_reader_does_not_wait_for_a_writer(store: Database, person_id: str) -> None:
    with store.begin() as writing:
        writing.get_one(Person, person_id).zone = "Europe/Berlin"
        writing.flush()
        with store.read() as reading:
            assert reading.get_one(Person, person_id).zone is None


def test_writers_of_one_row_wait_for_each_other(store: Database, person_id: str) -> None:
    def count_up() -> None:
        for _ in range(10):
            with store.begin() as session:
                session.get_one(Person, person_id, with_for_update=True).daily_cap += 1

    threads = [threading.Thread(target=count_up) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.read() as session:
        assert session.get_one(Person, person_id).daily_cap == 2 + 40


def test_a_time_comes_back_as_it_was_in_utc(store: Database, person_id: str) -> None:
    tokyo = datetime(2026, 3, 1, 9, 30, 15, 123456, tzinfo=timezone(timedelta(hours=9)))
    with store.begin() as session:
        session.get_one(Person, person_id).paused_at = tokyo
    with store.read() as session:
        stored = session.get_one(Person, person_id).paused_at
        assert stored == tokyo
        assert stored is not None
        assert stored.utcoffset() == timedelta(0)


def test_a_time_without_a_zone_is_refused(store: Database, person_id: str) -> None:
    with pytest.raises(StatementError, match="a stored time must be aware"), store.begin() as session:
        session.get_one(Person, person_id).paused_at = datetime(2026, 3, 1, 9, 0)  # noqa: DTZ001


def test_a_calendar_date_stays_that_date(store: Database, person_id: str, clock: VirtualClock) -> None:
    with store.begin() as session:
        row = Assignment(
            person_id=person_id,
            module_id="m",
            module_version=1,
            due_date=date(2026, 12, 31),
            assigned_by="lee",
            created_at=clock.now(),
        )
        session.add(row)
    with store.read() as session:
        assert session.get_one(Assignment, row.id).due_date == date(2026, 12, 31)


@pytest.mark.parametrize("words", [PHRASE, "", "שלום 👋 \u202e", "a\x00b", "x" * 100_000], ids=ascii)
def test_sealed_words_come_back_as_they_were(words: str, store: Database, person_id: str) -> None:
    with store.begin() as session:
        session.get_one(Person, person_id).name = words
    with store.read() as session:
        assert session.get_one(Person, person_id).name == words


def test_sealed_json_comes_back_as_it_was(store: Database, person_id: str) -> None:
    question = {"flow": "people.name", "args": {"n": 1, "none": None, "list": ["ä", 2.5, True]}}
    with store.begin() as session:
        session.get_one(Person, person_id).waiting_for = question
    with store.read() as session:
        assert session.get_one(Person, person_id).waiting_for == question


def test_in_the_database_the_words_are_not_to_be_found(store: Database, person_id: str) -> None:
    with store.begin() as session:
        session.get_one(Person, person_id).name = PHRASE
    with store.read() as session:
        raw = bytes(session.execute(text("select name_sealed from people")).scalar_one())
    assert PHRASE.encode() not in raw


def test_without_its_key_nothing_of_a_person_can_be_read(store: Database, keys: KeyVault, person_id: str) -> None:
    with store.begin() as session:
        session.get_one(Person, person_id).name = PHRASE
    keys.destroy_key(person_id)
    with store.read() as session, pytest.raises(KeyDestroyed):
        _ = session.get_one(Person, person_id).name


def test_sealed_words_cannot_be_moved_to_another_person(
    store: Database, keys: KeyVault, person_id: str, clock: VirtualClock
) -> None:
    with store.begin() as session:
        session.get_one(Person, person_id).name = PHRASE
        other = str(open_chat(session, keys, "terminal", "eve", clock.now()).person_id)
    with store.begin() as session:
        session.execute(
            text("update people set name_sealed = (select name_sealed from people where id = :mine) where id = :other"),
            {"mine": person_id, "other": other},
        )
    with store.read() as session, pytest.raises(StoreError):
        _ = session.get_one(Person, other).name


def test_an_id_is_never_used_again(store: Database, person_id: str, clock: VirtualClock) -> None:
    def put(update_id: str) -> int:
        with store.begin() as session:
            chat = session.query(Chat).one()
            row = InboxRow(
                chat_id=chat.id,
                person_id=person_id,
                channel="terminal",
                update_id=update_id,
                kind="text",
                body="hi",
                received_at=clock.now(),
            )
            session.add(row)
            session.flush()
            return row.id

    last = put("1")
    with store.begin() as session:
        session.delete(session.get_one(InboxRow, last))
    assert put("2") > last


def test_a_row_of_a_chat_that_is_not_there_is_refused(store: Database, person_id: str, clock: VirtualClock) -> None:
    row = InboxRow(
        chat_id=4711,
        person_id=person_id,
        channel="terminal",
        update_id="u",
        kind="text",
        body=PHRASE,
        received_at=clock.now(),
    )
    with pytest.raises(IntegrityError) as said, store.begin() as session:
        session.add(row)
    assert "hi" not in str(said.value.params)


def test_an_error_of_the_database_quotes_nobody(store: Database, person_id: str) -> None:
    with pytest.raises(Exception, match="people") as said, store.begin() as session:
        session.execute(text("insert into people (id, pathway) values (:id, :words)"), {"id": "x", "words": PHRASE})
    assert PHRASE not in str(said.value).partition("DETAIL")[0]
    assert "parameters hidden" in str(said.value)


def test_the_present_moment_is_always_utc(clock: VirtualClock) -> None:
    assert clock.now().tzinfo is UTC
