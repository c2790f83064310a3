"""Pauses that were meant to last so long: they end by the clock, and what came due meanwhile comes once, late."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from bot.people.tables import Person
from bot.reminders.planning import replan_times

PEOPLE_AT_ONCE = 200
"""How many pauses one call ends, so that its transaction stays short; the next call ends the next ones."""


def end_pauses(session: Session, now: datetime) -> int:
    """End every pause whose time is over at `now` (UTC); counts them."""
    over = select(Person).where(*_ends_by_itself(), Person.paused_until <= now).order_by(Person.id)
    people = session.scalars(over.limit(PEOPLE_AT_ONCE).with_for_update(skip_locked=True)).all()
    for person in people:
        person.paused_at = person.paused_until = None
        replan_times(session, person, now)
    session.flush()
    return len(people)


def next_end(session: Session) -> datetime | None:
    """The moment in UTC at which the next pause ends by itself, or None."""
    return session.scalar(select(func.min(Person.paused_until)).where(*_ends_by_itself()))


def _ends_by_itself() -> list[ColumnElement[bool]]:
    # An end before the beginning is left over from an earlier pause: this one was meant to last.
    return [Person.paused_at.is_not(None), Person.paused_until > Person.paused_at]
