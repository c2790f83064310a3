"""Reading and writing reminder rows: one row an attempt, one live attempt a subject and kind. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import Session

from bot.counselling.tables import Assignment
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.reminders.calendar import Hours, next_allowed, when_to_send
from bot.reminders.tables import Plan, Reminder

REACH_OUT, ONE_OFF, PLAN, OFFER, ASSIGNMENT_DUE = "reach_out", "one_off", "plan", "offer", "assignment_due"
ABOUT_A_CONTACT = (REACH_OUT, ONE_OFF)


def subject_of(thing: Contact | Plan | Assignment) -> str:
    """The subject under which reminders about it are kept: `contact:ID`, `plan:ID` or `assignment:ID`."""
    kind = {Contact: "contact", Plan: "plan", Assignment: "assignment"}[type(thing)]
    return f"{kind}:{thing.id}"


def contact_of(session: Session, reminder: Reminder) -> Contact | None:
    """The contact that a reminder is about; None where it is about nobody, or they were removed."""
    plan = plan_of(session, reminder)
    if plan is not None:
        return session.get(Contact, plan.contact_id) if plan.contact_id else None
    contact_id = _id_in(reminder, "contact")
    return session.get(Contact, contact_id) if contact_id else None


def plan_of(session: Session, reminder: Reminder) -> Plan | None:
    """The plan that a reminder is about, or None."""
    plan_id = _id_in(reminder, "plan")
    return session.get(Plan, int(plan_id)) if plan_id else None


def assignment_of(session: Session, reminder: Reminder) -> Assignment | None:
    """The assignment that a reminder is about, or None."""
    assignment_id = _id_in(reminder, "assignment")
    return session.get(Assignment, int(assignment_id)) if assignment_id else None


def reminder_of(session: Session, person: Person, reminder_id: int) -> Reminder | None:
    """That reminder, if it is this person's."""
    reminder = session.get(Reminder, reminder_id)
    return reminder if reminder is not None and reminder.person_id == person.id else None


def zone_of(person: Person) -> ZoneInfo:
    """The person's zone; UTC until they told it."""
    return ZoneInfo(person.zone or "UTC")


def hours_of(person: Person) -> Hours:
    """The person's wall clock."""
    return Hours(zone_of(person), person.reminder_minute, person.quiet_from_minute, person.quiet_until_minute)


def may_be_reminded(now: datetime | None) -> list[ColumnElement[bool]]:
    """Conditions on Person: neither paused nor unreachable nor under age, nor (where `now` is given) held at `now`."""
    conditions = [Person.paused_at.is_(None), Person.unreachable_since.is_(None), Person.age_band != "minor"]
    if now is not None:
        conditions.append(or_(Person.held_until.is_(None), Person.held_until <= now))
    return conditions


def attempts(session: Session, person: Person, subject: str, kind: str) -> list[Reminder]:
    """Every attempt about a subject, oldest first."""
    return list(
        session.scalars(
            select(Reminder)
            .where(Reminder.person_id == person.id, Reminder.subject == subject, Reminder.kind == kind)
            .order_by(Reminder.id)
        )
    )


def planned(session: Session, person: Person) -> list[Reminder]:
    """What is still to come for a person, soonest first."""
    return list(
        session.scalars(
            select(Reminder)
            .where(Reminder.person_id == person.id, Reminder.status == "planned")
            .order_by(Reminder.planned_at, Reminder.id)
        )
    )


def add_attempt(
    session: Session,
    person: Person,
    subject: str,
    kind: str,
    *,
    due: date,
    now: datetime,
    on: date | None = None,
    at_minute: int | None = None,
    earliest: datetime | None = None,
    version: int = 1,
) -> Reminder:
    """One more attempt: meant for the local date `on` (the due date, if None), never before `earliest`."""
    row = Reminder(
        person_id=person.id,
        subject=subject,
        kind=kind,
        due_date=due,
        attempt=_next_number(session, person, subject, kind, due),
        on_date=None if on == due else on,
        at_minute=at_minute,
        cadence_version=version,
        status="planned",
    )
    set_moment(row, person, now, earliest)
    session.add(row)
    session.flush()
    return row


def set_moment(row: Reminder, person: Person, now: datetime, earliest: datetime | None = None) -> None:
    """Work out `planned_at` from the row's local date and minute: late but once where that has passed."""
    hours = hours_of(person)
    moment = when_to_send(row.on_date or row.due_date, now, hours, row.at_minute)
    row.planned_at = next_allowed(max(moment, earliest or moment), hours)


def cancel_planned(rows: Iterable[Reminder]) -> None:
    """Cancel those that are still to come; what was sent stays as it is."""
    for row in rows:
        if row.status == "planned":
            row.status = "cancelled"


def _next_number(session: Session, person: Person, subject: str, kind: str, due: date) -> int:
    numbers = (row.attempt for row in attempts(session, person, subject, kind) if row.due_date == due)
    return 1 + max(numbers, default=0)


def _id_in(reminder: Reminder, kind: str) -> str | None:
    found, _, its_id = reminder.subject.partition(":")
    return its_id if found == kind else None
