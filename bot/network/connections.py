"""Real contact, as reported: log it, take it back, put it back. Each change replans the reminders of those in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.errors import UsageError
from bot.network import queries
from bot.network.tables import Connection, ConnectionContact, Contact
from bot.people.tables import Person
from bot.reminders import planning
from bot.store.base import new_id


def log_connection(
    session: Session,
    person: Person,
    contacts: Sequence[Contact],
    *,
    on: date,
    now: datetime,
    at: datetime | None = None,
    channel: str | None = None,
    minutes: int | None = None,
    started_by: str | None = None,
    support_received: Sequence[str] = (),
    support_given: Sequence[str] = (),
    feeling: int | None = None,
    note: str | None = None,
    source: str = "said",
    connection_id: str | None = None,
) -> Connection:
    """Keep one connection on the person's local date `on`, and move the due dates of everybody in it.

    A given `connection_id` makes logging safe to repeat: what is kept under it already is given back untouched.
    Raises UsageError where nobody was part of it or the day is still to come.
    """
    kept = session.get(Connection, connection_id) if connection_id else None
    if kept is not None:
        return kept
    if not contacts:
        raise UsageError("A connection needs at least one contact")
    if on > now.astimezone(ZoneInfo(person.zone or "UTC")).date():
        raise UsageError("A connection cannot lie in the future")
    connection = Connection(
        id=connection_id or new_id(),
        person_id=person.id,
        happened_on=on,
        happened_at=at,
        channel=channel,
        minutes=minutes,
        started_by=started_by,
        support_received=list(support_received),
        support_given=list(support_given),
        feeling=feeling,
        note=note,
        logged_at=now,
        source=source,
    )
    session.add(connection)
    session.flush()
    for contact_id in dict.fromkeys(contact.id for contact in contacts):
        session.add(ConnectionContact(connection_id=connection.id, contact_id=contact_id, person_id=person.id))
    _replan(session, person, connection, now)
    return connection


def undo_last(session: Session, person: Person, now: datetime) -> Connection | None:
    """Take back the connection that was logged last; gives it back, or None where there is none."""
    connection = queries.last_logged(session, person.id)
    if connection is not None:
        take_back(session, person, connection, now)
    return connection


def take_back(session: Session, person: Person, connection: Connection, now: datetime) -> None:
    """Take back one connection; the row stays, so that it can be put back."""
    connection.undone_at = now
    _replan(session, person, connection, now)


def redo(session: Session, person: Person, connection: Connection, now: datetime) -> None:
    """Put a connection back that was taken back."""
    connection.undone_at = None
    _replan(session, person, connection, now)


def _replan(session: Session, person: Person, connection: Connection, now: datetime) -> None:
    session.flush()
    for contact in queries.people_in(session, connection):
        planning.replan_contact(session, person, contact, now)
