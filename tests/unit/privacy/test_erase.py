"""Erasing leaves nothing of a person, finishes after a crash, and a rollback loses nothing."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import Table, func, select
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from bot.errors import KeyDestroyed
from bot.gateway.tables import Chat, InboxRow, OutboxRow
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.privacy.coverage import NOT_PERSONAL
from bot.privacy.erase import Receipt, erase_person
from bot.privacy.forgetting import finish_erasures
from bot.privacy.keys import KeyVault
from bot.privacy.tables import Erasure, KeyToDestroy
from bot.store.base import new_id
from bot.store.clock import VirtualClock
from bot.store.database import Database
from bot.store.tables import metadata
from tests.unit.privacy.whole_person import add_messages, add_reply, fill_every_table

PERSONAL = [table for table in metadata.sorted_tables if table.name not in NOT_PERSONAL]
SAM, KIM = "a" * 32, "b" * 32


class Busy:
    """A vault whose database cannot be written just now."""

    def destroy_key(self, person_id: str) -> None:
        raise OperationalError("busy", None, Exception("database is locked"))


class Home:
    """Two people, each with a row in every table, in a store of which every transaction is seen."""

    def __init__(self, database: Database, vault: KeyVault, clock: VirtualClock) -> None:
        self.database, self.vault, self.clock = database, vault, clock
        with database.begin() as session:
            for person_id in (SAM, KIM):
                self._move_in(session, person_id)

    def _move_in(self, session: Session, person_id: str) -> None:
        now = self.clock.now()
        self.vault.create_key(person_id)
        person = Person(id=person_id, created_at=now, zone="Europe/Berlin", name="Sam")
        chats = [
            Chat(person_id=person_id, channel=channel, address_hash=person_id, address="x", created_at=now)
            for channel in ("terminal", "telegram")
        ]
        session.add_all([person, *chats])
        session.flush()
        fill_every_table(session, person, chats[0], now)
        add_messages(session, person_id, chats[1], now)

    def erase(self, session: Session, *, in_chat: bool = True, vault: KeyVault | Busy | None = None) -> Receipt:
        person = session.get_one(Person, SAM)
        chat = session.scalars(select(Chat).where(Chat.person_id == SAM, Chat.channel == "terminal")).one()
        return erase_person(session, vault or self.vault, person, self.clock.now(), chat if in_chat else None)

    def finish(self) -> int:
        with self.database.begin() as session:
            return finish_erasures(session, self.vault, self.clock.now())


@pytest.fixture
def home(database: Database, vault: KeyVault, clock: VirtualClock) -> Home:
    return Home(database, vault, clock)


def count(session: Session, table: Table, person_id: str) -> int:
    column = table.c.id if table.name == "people" else table.c.person_id
    return session.scalar(select(func.count()).select_from(table).where(column == person_id)) or 0


def test_no_table_holds_a_row_of_the_person_any_more(home: Home) -> None:
    with home.database.begin() as session:
        assert [table.name for table in PERSONAL if not count(session, table, SAM)] == []
        home.erase(session)
    with home.database.begin() as session:
        assert [table.name for table in PERSONAL if count(session, table, SAM)] == []


def test_another_person_keeps_every_row(home: Home) -> None:
    with home.database.begin() as session:
        before = [count(session, table, KIM) for table in PERSONAL]
        home.erase(session)
        assert [count(session, table, KIM) for table in PERSONAL] == before


def test_the_key_is_destroyed_with_the_commit_and_not_before(home: Home) -> None:
    with home.database.begin() as session:
        home.erase(session)
        assert SAM in home.vault.living()
    assert home.vault.living() == {KIM}
    with pytest.raises(KeyDestroyed):
        home.vault.seal(SAM, b"x", "people.name_sealed")


def test_a_rolled_back_erasure_loses_neither_rows_nor_key(home: Home) -> None:
    with pytest.raises(RuntimeError), home.database.begin() as session:
        home.erase(session)
        raise RuntimeError
    assert home.finish() == 0
    with home.database.begin() as session:
        assert session.get_one(Person, SAM).name == "Sam"


def test_a_savepoint_alone_destroys_no_key(home: Home) -> None:
    with pytest.raises(RuntimeError), home.database.begin() as session:
        with session.begin_nested():
            home.erase(session)
        raise RuntimeError
    assert SAM in home.vault.living()


def test_an_erasure_rolled_back_to_a_savepoint_destroys_no_key(home: Home) -> None:
    with home.database.begin() as session:
        inner = session.begin_nested()
        home.erase(session)
        inner.rollback()
    assert SAM in home.vault.living()


def test_a_process_that_dies_before_the_key_is_destroyed_finishes_at_the_next_start(home: Home) -> None:
    with home.database.begin() as session:
        home.erase(session, vault=Busy())
    assert SAM in home.vault.living()
    assert home.finish() == 1
    assert SAM not in home.vault.living()


def test_finishing_removes_the_mark_and_may_be_repeated(home: Home) -> None:
    with home.database.begin() as session:
        home.erase(session)
    assert (home.finish(), home.finish()) == (1, 0)
    with home.database.begin() as session:
        assert session.scalars(select(KeyToDestroy)).all() == []


def test_what_was_written_meanwhile_goes_when_it_is_finished(home: Home) -> None:
    with home.database.begin() as session:
        home.erase(session, vault=Busy())
    with home.database.begin() as session:
        session.add(Contact(person_id=SAM, name="Late", created_at=home.clock.now()))
    home.finish()
    with home.database.begin() as session:
        assert count(session, metadata.tables["contacts"], SAM) == 0


def test_the_engine_is_told_to_forget_each_chat(home: Home) -> None:
    with home.database.begin() as session:
        senders = set(session.scalars(select(Chat.sender_id).where(Chat.person_id == SAM)))
        home.erase(session)
        assert {row.sender_id for row in session.scalars(select(Erasure))} == senders
        assert all(row.engine_forgot_at is None for row in session.scalars(select(Erasure)))


def test_only_the_receipts_chat_stays_and_is_nobodys(home: Home) -> None:
    with home.database.begin() as session:
        old = set(session.scalars(select(Chat.sender_id).where(Chat.person_id == SAM)))
        home.erase(session)
        kept = session.scalars(select(Chat).where(Chat.address_hash == SAM)).one()
        assert (kept.channel, kept.person_id, kept.engine_loop) == ("terminal", None, "?")
        assert kept.sender_id not in old


def test_an_operators_erasure_keeps_no_chat(home: Home) -> None:
    with home.database.begin() as session:
        receipt = home.erase(session, in_chat=False)
        assert session.scalars(select(Chat).where(Chat.address_hash == SAM)).all() == []
        assert receipt.channel is None


def test_the_receipt_says_what_was_erased_and_when_backups_go_dark(home: Home) -> None:
    with home.database.begin() as session:
        receipt = home.erase(session)
    assert receipt.erased["contacts"] == 1
    assert receipt.erased["inbox"] == 6
    assert receipt.erased["chats"] == 2
    assert receipt.backups_dark_on == date(2026, 3, 31)
    assert receipt.channel == "terminal"


def test_a_stray_write_to_an_erased_row_has_no_effect(home: Home) -> None:
    with home.database.begin() as session:
        row = session.scalars(select(InboxRow).where(InboxRow.person_id == SAM)).first()
        person = session.get_one(Person, SAM)
        home.erase(session)
        assert row is not None
        row.state = "answered"
        person.last_seen_at = home.clock.now()
        person.waiting_for = None


def test_the_receipt_can_be_kept_and_read_after_the_key_is_gone(home: Home) -> None:
    with home.database.begin() as session:
        home.erase(session)
        _say_receipt(session, home)
    with home.database.begin() as session:
        receipt = session.scalars(select(OutboxRow).where(OutboxRow.person_id.is_(None))).one()
        assert receipt.body["text"] == "A receipt"


def test_a_delivered_receipt_and_its_chat_go_after_a_day(home: Home) -> None:
    with home.database.begin() as session:
        home.erase(session)
        _say_receipt(session, home)
    home.clock.advance(hours=23)
    home.finish()
    assert _receipt_chats(home) == 1
    home.clock.advance(hours=2)
    home.finish()
    assert _receipt_chats(home) == 0


def test_a_receipt_that_cannot_be_delivered_goes_after_a_week(home: Home) -> None:
    with home.database.begin() as session:
        home.erase(session)
        _say_receipt(session, home)
        session.scalars(select(OutboxRow).where(OutboxRow.person_id.is_(None))).one().state = "planned"
    home.clock.advance(days=6)
    home.finish()
    assert _receipt_chats(home) == 1
    home.clock.advance(days=2)
    home.finish()
    assert _receipt_chats(home) == 0


def test_who_writes_again_in_that_chat_is_somebody_new_and_stays(home: Home) -> None:
    with home.database.begin() as session:
        home.erase(session)
        _say_receipt(session, home)
        session.scalars(select(Chat).where(Chat.person_id.is_(None))).one().person_id = new_id()
    home.clock.advance(days=30)
    home.finish()
    assert _receipt_chats(home) == 1


def _say_receipt(session: Session, home: Home) -> None:
    chat = session.scalars(select(Chat).where(Chat.person_id.is_(None))).one()
    add_reply(session, None, chat, home.clock.now(), 1, "receipt")


def _receipt_chats(home: Home) -> int:
    with home.database.begin() as session:
        return len(session.scalars(select(Chat).where(Chat.address_hash == SAM)).all())
