"""Decides what to remind of and when, and keeps that as rows. At most one attempt about a thing is to come at a time.

Whatever changes a due date (a logged contact, an undone one, an edited cadence, a new standing) calls in here;
nothing that was sent is ever planned again.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.network.queries import last_contact_date
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.reminders.agreements import plan_assignment, plan_for_plan
from bot.reminders.cadence import cadence_of, last_touch, next_due
from bot.reminders.calendar import local_date
from bot.reminders.rows import (
    ONE_OFF,
    REACH_OUT,
    add_attempt,
    attempts,
    cancel_planned,
    contact_of,
    planned,
    set_moment,
    subject_of,
    zone_of,
)
from bot.reminders.tables import Plan, Reminder

AFTER_ASKING = timedelta(hours=1)
"""What is asked for "today" comes after that long where the person's hour has passed."""

LEAVES_THE_DAY_FREE = ("done", "contact", "stop", "less_often")
"""Answers after which the same due date may be planned anew: what they stood for was undone or changed."""

DAY = timedelta(days=1)


def replan_contact(
    session: Session, person: Person, contact: Contact, now: datetime, *, not_before: date | None = None
) -> Reminder | None:
    """Bring a contact's rows in line with its last contact, cadence and standing; gives back what is to come.

    `not_before` is a local date. Where that due date has had its attempts already, nothing is planned.
    """
    if contact.standing != "open":
        _leave_alone(session, person, contact)
        return None
    rows = attempts(session, person, subject_of(contact), REACH_OUT)
    due = next_due(session, person, contact)
    _settle(rows, contact, due, now)
    _settle_plans(session, person, contact, now)
    cancel_planned(row for row in rows if row.due_date != due)
    if due is None:
        return None
    same_day = [row for row in rows if row.due_date == due]
    waiting = next((row for row in same_day if row.status == "planned"), None)
    if waiting is not None:
        waiting.cadence_version = contact.cadence_version
        return waiting
    if not all(_leaves_free(row) for row in same_day):
        return None
    first = _first_day(session, person, contact, rows, now) or due
    return add_attempt(
        session,
        person,
        subject_of(contact),
        REACH_OUT,
        due=due,
        now=now,
        on=max(due, first, not_before or due),
        version=contact.cadence_version,
    )


def plan_again(
    session: Session,
    person: Person,
    reminder: Reminder,
    on: date,
    now: datetime,
    *,
    at_minute: int | None = None,
    earliest: datetime | None = None,
) -> Reminder:
    """Another attempt on the local date `on`, in place of any that was to come for the same due date.

    Where the contact has no due date any more, it is a reminder for this once.
    """
    contact = contact_of(session, reminder) if reminder.kind == REACH_OUT else None
    due = next_due(session, person, contact) if contact else reminder.due_date
    if contact is not None and due is None:
        return plan_one_off(session, person, contact, on, at_minute, now)
    due = due or reminder.due_date
    rows = attempts(session, person, reminder.subject, reminder.kind)
    cancel_planned(row for row in rows if row.due_date == due)
    return add_attempt(
        session,
        person,
        reminder.subject,
        reminder.kind,
        due=due,
        now=now,
        on=on,
        at_minute=at_minute,
        earliest=earliest,
        version=reminder.cadence_version,
    )


def plan_one_off(
    session: Session, person: Person, contact: Contact, on: date, minute: int | None, now: datetime
) -> Reminder:
    """Remind once of a contact on a local date, at a minute of that day or at the person's hour."""
    subject, soon = subject_of(contact), None if minute is not None else now + AFTER_ASKING
    for row in attempts(session, person, subject, ONE_OFF):
        if row.status == "planned" and row.due_date == on:
            row.at_minute = minute
            set_moment(row, person, now, soon)
            return row
    return add_attempt(session, person, subject, ONE_OFF, due=on, now=now, at_minute=minute, earliest=soon)


def replan_times(session: Session, person: Person, now: datetime) -> None:
    """Work out anew when each row to come is sent, after the person's zone, hour or quiet hours have changed."""
    for row in planned(session, person):
        set_moment(row, person, now)


def _leaves_free(row: Reminder) -> bool:
    return row.status == "cancelled" or (row.status == "answered" and row.answer in LEAVES_THE_DAY_FREE)


def _settle(rows: Sequence[Reminder], contact: Contact, due: date | None, now: datetime) -> None:
    """A reminder that waits for a reaction has it, once a contact has moved the due date on."""
    for row in rows:
        moved_on = due is not None and row.due_date < due and row.cadence_version == contact.cadence_version
        if row.status in ("sent", "snoozed") and moved_on:
            row.status, row.answer, row.answered_at = "answered", "contact", now


def _settle_plans(session: Session, person: Person, contact: Contact, now: datetime) -> None:
    """A plan is done once a contact with its person is known from its day or later."""
    last = last_contact_date(session, contact.id)
    for plan in _open_plans(session, person, contact):
        if last is not None and plan.on_date <= last:
            plan.state = "done"
            plan_for_plan(session, person, plan, now)


def _leave_alone(session: Session, person: Person, contact: Contact) -> None:
    subjects = {subject_of(contact), *(subject_of(plan) for plan in _open_plans(session, person, contact))}
    cancel_planned(row for row in planned(session, person) if row.subject in subjects)


def _open_plans(session: Session, person: Person, contact: Contact) -> Sequence[Plan]:
    wanted = (Plan.person_id == person.id, Plan.contact_id == contact.id, Plan.state == "planned")
    return session.scalars(select(Plan).where(*wanted)).all()


def _first_day(
    session: Session, person: Person, contact: Contact, rows: Sequence[Reminder], now: datetime
) -> date | None:
    """Tomorrow, where a reminder since the last contact came already, so that an edit never brings a second at once."""
    zone, last = zone_of(person), last_touch(session, person, contact)
    if any(row.claimed_at is not None and local_date(row.claimed_at, zone) >= last for row in rows):
        return local_date(now, zone) + DAY
    return None


__all__ = [
    "cadence_of",
    "plan_again",
    "plan_assignment",
    "plan_for_plan",
    "plan_one_off",
    "replan_contact",
    "replan_times",
]
