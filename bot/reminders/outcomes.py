"""What became of a reminder once it was handed over: sent, failed, uncertain, or left without an answer."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.counselling.assignments import mark_offered
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.reminders.cadence import next_due
from bot.reminders.calendar import local_date
from bot.reminders.pauses import next_end
from bot.reminders.planning import plan_again
from bot.reminders.rows import OFFER, REACH_OUT, assignment_of, attempts, contact_of, may_be_reminded, zone_of
from bot.reminders.tables import Reminder

REACTION_TIME = timedelta(hours=24)
BACK_OFF_DAYS = {1: 2, 2: 4}
"""After so many attempts without a reaction, the next comes so many days later; after the third, silence."""
MOST_FAILURES = 3
"""A reminder that no channel took so often is given up until its due date moves."""
ROWS_AT_ONCE = 500


def mark_sent(session: Session, reminder_id: int, now: datetime) -> None:
    """Its message reached the channel. A tap may have been faster: an answer stays an answer."""
    for row in _of_same_message(session, reminder_id):
        row.sent_at = row.sent_at or now
        if row.status == "sending":
            row.status = "sent"
        assignment = assignment_of(session, row)
        if assignment is not None:
            mark_offered(session, assignment.id, now)


def mark_failed(session: Session, reminder_id: int, now: datetime) -> None:
    """The channel refused it for good: it is tried anew the next day, a few times."""
    for row in _of_same_message(session, reminder_id):
        if row.status == "sending":
            row.status = "failed"
            if _count(session, row, ("failed",)) < MOST_FAILURES and _is_current(session, row):
                person = session.get_one(Person, row.person_id)
                plan_again(session, person, row, local_date(now, zone_of(person)) + timedelta(days=1), now)


def mark_uncertain(session: Session, reminder_id: int, now: datetime) -> None:
    """Nobody can say whether it arrived: it is not repeated, and counts as an attempt without a reaction."""
    for row in _of_same_message(session, reminder_id):
        if row.status == "sending":
            row.status = "uncertain"
            _back_off(session, row, now)


def close_unanswered(session: Session, now: datetime) -> int:
    """Close what has been without a reaction for a day and plan the next attempt, if there is one; counts them."""
    wanted = (Reminder.status == "sent", Reminder.sent_at <= now - REACTION_TIME)
    rows = session.scalars(select(Reminder).where(*wanted).order_by(Reminder.id).limit(ROWS_AT_ONCE)).all()
    for row in rows:
        row.status = "unanswered"
        _back_off(session, row, now)
    session.flush()
    return len(rows)


def next_moment(session: Session) -> datetime | None:
    """The earliest moment in UTC at which something can be due or closed, or a pause ends; None for nothing at all."""
    sent_at = session.scalar(select(func.min(Reminder.sent_at)).where(Reminder.status == "sent"))
    moments = [sent_at + REACTION_TIME] if sent_at else []
    waiting = (
        select(func.min(Reminder.planned_at), Person.held_until)
        .join(Person, Person.id == Reminder.person_id)
        .where(Reminder.status == "planned", *may_be_reminded(None))
        .group_by(Person.id, Person.held_until)
    )
    moments += [max(planned_at, held or planned_at) for planned_at, held in session.execute(waiting)]
    moments += [moment for moment in (next_end(session),) if moment is not None]
    return min(moments, default=None)


def _of_same_message(session: Session, reminder_id: int) -> Sequence[Reminder]:
    """The reminder, and those that shared its digest."""
    row = session.get(Reminder, reminder_id)
    if row is None:
        return []
    if row.outbox_id is None:
        return [row]
    return session.scalars(select(Reminder).where(Reminder.outbox_id == row.outbox_id)).all()


def _back_off(session: Session, row: Reminder, now: datetime) -> None:
    pause = BACK_OFF_DAYS.get(_count(session, row, ("unanswered", "uncertain")))
    if pause is None or row.kind not in (REACH_OUT, OFFER) or not _is_current(session, row):
        return
    person = session.get_one(Person, row.person_id)
    plan_again(session, person, row, _closed_on(row, person, now) + timedelta(days=pause), now)


def _closed_on(row: Reminder, person: Person, now: datetime) -> date:
    # Counted from when it fell due for closing, so that an outage does not stretch the pauses.
    sent = row.sent_at or row.claimed_at or now
    return local_date(sent + REACTION_TIME, zone_of(person))


def _count(session: Session, row: Reminder, statuses: tuple[str, ...]) -> int:
    person = session.get_one(Person, row.person_id)
    same = attempts(session, person, row.subject, row.kind)
    return sum(other.due_date == row.due_date and other.status in statuses for other in same)


def _is_current(session: Session, row: Reminder) -> bool:
    """Whether another attempt makes sense: nothing has moved on, and none is to come."""
    person = session.get_one(Person, row.person_id)
    if any(other.status == "planned" for other in attempts(session, person, row.subject, row.kind)):
        return False
    assignment = assignment_of(session, row)
    if assignment is not None:
        return assignment.state in ("assigned", "offered")
    contact = contact_of(session, row)
    return contact is None or _contact_waits(session, person, row, contact)


def _contact_waits(session: Session, person: Person, row: Reminder, contact: Contact) -> bool:
    if row.kind == REACH_OUT:
        return next_due(session, person, contact) == row.due_date
    return contact.standing == "open"
