"""Questions to the stored network. Connections that were taken back do not count anywhere."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.network.tables import Connection, ConnectionContact, Contact


def last_contact_date(session: Session, contact_id: str) -> date | None:
    """The person's local date of the newest connection with that contact, or None."""
    return session.scalar(
        select(func.max(Connection.happened_on))
        .join(ConnectionContact, ConnectionContact.connection_id == Connection.id)
        .where(ConnectionContact.contact_id == contact_id, Connection.undone_at.is_(None))
    )


def last_contact_dates(session: Session, person_id: str) -> dict[str, date]:
    """For every contact with a connection, its id and the local date of the newest one."""
    rows = session.execute(
        select(ConnectionContact.contact_id, func.max(Connection.happened_on))
        .join(Connection, Connection.id == ConnectionContact.connection_id)
        .where(ConnectionContact.person_id == person_id, Connection.undone_at.is_(None))
        .group_by(ConnectionContact.contact_id)
    )
    return {row[0]: row[1] for row in rows}


def active(session: Session, person_id: str, today: date, days: int) -> set[str]:
    """Ids of contacts with a connection within the last `days` days, today included."""
    since = today - timedelta(days)
    return {contact_id for contact_id, day in last_contact_dates(session, person_id).items() if day > since}


def connections_on(session: Session, contact_ids: Sequence[str], day: date) -> list[Connection]:
    """Connections of one local date that any of these contacts was part of, oldest first."""
    # Not by a join and DISTINCT: PostgreSQL cannot compare the columns that hold JSON.
    with_them = select(ConnectionContact.connection_id).where(ConnectionContact.contact_id.in_(contact_ids))
    return list(
        session.scalars(
            select(Connection)
            .where(Connection.id.in_(with_them), Connection.happened_on == day, Connection.undone_at.is_(None))
            .order_by(Connection.logged_at)
        )
    )


def last_logged(session: Session, person_id: str) -> Connection | None:
    """The connection that was logged last and not taken back, or None."""
    return session.scalar(
        select(Connection)
        .where(Connection.person_id == person_id, Connection.undone_at.is_(None))
        .order_by(Connection.logged_at.desc(), Connection.happened_on.desc(), Connection.id)
        .limit(1)
    )


def replaced_by(session: Session, connection: Connection) -> Connection | None:
    """The connection that this one was kept in place of, by a correction; None for all others."""
    # A correction keeps the one and takes back the other at one and the same moment.
    wanted = (
        Connection.person_id == connection.person_id,
        Connection.id != connection.id,
        Connection.undone_at == connection.logged_at,
    )
    return session.scalar(select(Connection).where(*wanted).order_by(Connection.logged_at.desc()).limit(1))


def replacement_of(session: Session, connection: Connection) -> Connection | None:
    """The connection that was kept in place of this one, by a correction; None for all others."""
    wanted = (Connection.person_id == connection.person_id, Connection.logged_at == connection.undone_at)
    return session.scalar(select(Connection).where(*wanted, Connection.id != connection.id).limit(1))


def people_in(session: Session, connection: Connection) -> list[Contact]:
    """Who was part of a connection, in the order in which they were added."""
    return list(
        session.scalars(
            select(Contact)
            .join(ConnectionContact, ConnectionContact.contact_id == Contact.id)
            .where(ConnectionContact.connection_id == connection.id)
            .order_by(Contact.created_at, Contact.id)
        )
    )
