"""Connections are kept once, taken back, put back; last contact dates and due dates follow."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.errors import UsageError
from bot.network import queries
from bot.network.connections import log_connection, redo, undo_last
from bot.network.contacts import add_contact
from bot.network.tables import Connection, Contact
from bot.people.tables import Person
from bot.reminders.tables import Reminder
from bot.store.clock import VirtualClock

TODAY = date(2026, 3, 1)
YESTERDAY = date(2026, 2, 28)


@pytest.fixture
def ben(session: Session, person: Person, clock: VirtualClock) -> Contact:
    return add_contact(session, person, "Ben", now=clock.now(), ideal_days=14)


def due(session: Session, contact: Contact) -> list[date]:
    rows = select(Reminder.due_date).where(Reminder.subject == f"contact:{contact.id}", Reminder.status == "planned")
    return list(session.scalars(rows))


def test_a_logged_contact_moves_the_due_date(
    session: Session, person: Person, clock: VirtualClock, ben: Contact
) -> None:
    log_connection(session, person, [ben], on=YESTERDAY, now=clock.now())
    assert due(session, ben) == [date(2026, 3, 14)]


def test_an_older_contact_logged_later_does_not_move_it_back(
    session: Session, person: Person, clock: VirtualClock, ben: Contact
) -> None:
    log_connection(session, person, [ben], on=YESTERDAY, now=clock.now())
    log_connection(session, person, [ben], on=date(2026, 2, 1), now=clock.now())
    assert queries.last_contact_date(session, ben.id) == YESTERDAY
    assert due(session, ben) == [date(2026, 3, 14)]


def test_the_same_id_is_kept_once(session: Session, person: Person, clock: VirtualClock, ben: Contact) -> None:
    first = log_connection(session, person, [ben], on=TODAY, now=clock.now(), connection_id="c" * 32)
    again = log_connection(session, person, [ben, ben], on=YESTERDAY, now=clock.now(), connection_id="c" * 32)
    assert again is first
    assert session.scalar(select(func.count()).select_from(Connection)) == 1


def test_tomorrow_cannot_be_logged(session: Session, person: Person, clock: VirtualClock, ben: Contact) -> None:
    with pytest.raises(UsageError):
        log_connection(session, person, [ben], on=date(2026, 3, 2), now=clock.now())


def test_a_contact_with_nobody_cannot_be_logged(session: Session, person: Person, clock: VirtualClock) -> None:
    with pytest.raises(UsageError):
        log_connection(session, person, [], on=TODAY, now=clock.now())


def test_taking_back_brings_the_earlier_due_date_back(
    session: Session, person: Person, clock: VirtualClock, ben: Contact
) -> None:
    log_connection(session, person, [ben], on=YESTERDAY, now=clock.now())
    clock.advance(minutes=1)
    log_connection(session, person, [ben], on=TODAY, now=clock.now())
    undone = undo_last(session, person, clock.now())
    assert undone is not None
    assert queries.last_contact_date(session, ben.id) == YESTERDAY
    assert due(session, ben) == [date(2026, 3, 14)]


def test_what_was_taken_back_can_be_put_back(
    session: Session, person: Person, clock: VirtualClock, ben: Contact
) -> None:
    kept = log_connection(session, person, [ben], on=TODAY, now=clock.now())
    undo_last(session, person, clock.now())
    redo(session, person, kept, clock.now())
    assert due(session, ben) == [date(2026, 3, 15)]


def test_there_may_be_nothing_to_take_back(session: Session, person: Person, clock: VirtualClock) -> None:
    assert undo_last(session, person, clock.now()) is None


def test_activity_forgets_what_was_taken_back(
    session: Session, person: Person, clock: VirtualClock, ben: Contact
) -> None:
    log_connection(session, person, [ben], on=TODAY, now=clock.now())
    assert queries.active(session, person.id, TODAY, 30) == {ben.id}
    undo_last(session, person, clock.now())
    assert queries.active(session, person.id, TODAY, 30) == set()


def test_everybody_in_a_connection_is_kept_with_it(
    session: Session, person: Person, clock: VirtualClock, ben: Contact
) -> None:
    ana = add_contact(session, person, "Ana", now=clock.now())
    kept = log_connection(session, person, [ana, ben], on=TODAY, now=clock.now())
    assert {one.name for one in queries.people_in(session, kept)} == {"Ana", "Ben"}
