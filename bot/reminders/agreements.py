"""Plans reminders of what was agreed: a contact planned in a practice, an assignment. Used through `planning`."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from bot.counselling.tables import Assignment
from bot.people.tables import Person
from bot.reminders.calendar import local_date
from bot.reminders.rows import ASSIGNMENT_DUE, OFFER, PLAN, add_attempt, attempts, cancel_planned, subject_of, zone_of
from bot.reminders.tables import Plan, Reminder

AFTER_PLANNING = timedelta(hours=2)
"""A plan for this very day is brought up again after that long, not in the same breath."""

STILL_TO_OFFER = ("assigned", "offered")
STILL_TO_DO = (*STILL_TO_OFFER, "started")
DAY = timedelta(days=1)


def plan_for_plan(session: Session, person: Person, plan: Plan, now: datetime) -> Reminder | None:
    """Remind of a planned contact on its day at the person's hour; None where that is over or was done before."""
    rows = attempts(session, person, subject_of(plan), PLAN)
    wanted = plan.state == "planned"
    cancel_planned(row for row in rows if not wanted or row.due_date != plan.on_date)
    if not wanted:
        return None
    for row in rows:
        if row.due_date == plan.on_date and row.status != "cancelled":
            return row if row.status == "planned" else None
    soon = now + AFTER_PLANNING
    return add_attempt(session, person, subject_of(plan), PLAN, due=plan.on_date, now=now, earliest=soon)


def plan_assignment(session: Session, person: Person, assignment: Assignment, now: datetime) -> Reminder | None:
    """Offer an assignment in the next allowed window, and remind the day before it is due; gives back the offer."""
    _plan_last_day(session, person, assignment, now)
    offers = attempts(session, person, subject_of(assignment), OFFER)
    if assignment.state not in STILL_TO_OFFER:
        cancel_planned(offers)
        return None
    offer = next((row for row in offers if row.status == "planned"), None)
    if offer is None and all(row.status == "cancelled" for row in offers):
        today = local_date(now, zone_of(person))
        # Midnight has passed, so this means: as soon as the quiet hours allow.
        offer = add_attempt(session, person, subject_of(assignment), OFFER, due=today, now=now, at_minute=0)
    return offer


def _plan_last_day(session: Session, person: Person, assignment: Assignment, now: datetime) -> None:
    subject, due = subject_of(assignment), assignment.due_date
    rows = attempts(session, person, subject, ASSIGNMENT_DUE)
    wanted = due is not None and assignment.state in STILL_TO_DO
    cancel_planned(row for row in rows if not wanted or row.due_date != due)
    if due is None or not wanted or any(row.due_date == due and row.status != "cancelled" for row in rows):
        return
    if due - DAY > local_date(now, zone_of(person)):  # nearer than that, the offer itself names the day
        add_attempt(session, person, subject, ASSIGNMENT_DUE, due=due, now=now, on=due - DAY)
