"""What has happened since a reminder was sent, told when an old one is tapped."""

from __future__ import annotations

from datetime import date

from sqlalchemy import func, select

from bot.conversation.turn import Turn
from bot.network.tables import Connection, ConnectionContact, Contact
from bot.reminders.agreements import STILL_TO_OFFER
from bot.reminders.cadence import next_due
from bot.reminders.calendar import local_date
from bot.reminders.dates import day_in_words
from bot.reminders.rows import ABOUT_A_CONTACT, PLAN, REACH_OUT, assignment_of, contact_of, plan_of, reminder_of
from bot.reminders.tables import Reminder


def open_reminder(turn: Turn, reminder_id: int) -> Reminder | None:
    """The reminder, if there is still something to answer; otherwise None, and what happened since was said."""
    reminder = reminder_of(turn.session, turn.person, reminder_id)
    if reminder is None:
        turn.say("reminders.stale.gone")
    elif reminder.kind in ABOUT_A_CONTACT:
        return reminder if _contact_is_open(turn, reminder) else None
    elif reminder.kind == PLAN:
        return reminder if _plan_is_open(turn, reminder) else None
    else:
        return reminder if _offer_is_open(turn, reminder) else None
    return None


def is_open(turn: Turn, reminder: Reminder) -> bool:
    """Whether there is still something to answer; says nothing."""
    said_before = len(turn.replies)
    still_open = open_reminder(turn, reminder.id) is not None
    del turn.replies[said_before:]
    return still_open


def next_in_words(turn: Turn, contact: Contact) -> str | None:
    """The day when the contact is due next, or None for never."""
    due = next_due(turn.session, turn.person, contact)
    return day_in_words(turn, max(due, turn.local_now.date())) if due else None


def _contact_is_open(turn: Turn, reminder: Reminder) -> bool:
    contact = contact_of(turn.session, reminder)
    if contact is None:
        turn.say("reminders.stale.contact_gone")
        return False
    if contact.standing != "open":
        turn.say("reminders.stale.left_alone", name=contact.name)
        return False
    day = _contact_since(turn, reminder, contact)
    if day is not None:
        _tell_of_contact(turn, contact, day)
    return day is None


def _tell_of_contact(turn: Turn, contact: Contact, day: date) -> None:
    name, shown, following = contact.name, day_in_words(turn, day), next_in_words(turn, contact)
    if following:
        turn.say("reminders.stale.logged", name=name, day=shown, next=following)
    else:
        turn.say("reminders.stale.logged_no_next", name=name, day=shown)


def _contact_since(turn: Turn, reminder: Reminder, contact: Contact) -> date | None:
    """The day of a contact that was logged after the reminder went out and answers it."""
    if reminder.claimed_at is None:
        return None
    day = turn.session.scalar(
        select(func.max(Connection.happened_on))
        .join(ConnectionContact, ConnectionContact.connection_id == Connection.id)
        .where(
            ConnectionContact.contact_id == contact.id,
            Connection.undone_at.is_(None),
            Connection.logged_at >= reminder.claimed_at,
        )
    )
    if day is None:
        return None
    due = next_due(turn.session, turn.person, contact)
    moved_on = reminder.kind == REACH_OUT and due is not None and due > reminder.due_date
    return day if moved_on or day >= local_date(reminder.claimed_at, turn.zone) else None


def _plan_is_open(turn: Turn, reminder: Reminder) -> bool:
    plan = plan_of(turn.session, reminder)
    if plan is None:
        turn.say("reminders.stale.gone")
    elif plan.state == "done":
        turn.say("reminders.stale.plan_done")
    elif plan.state == "dropped":
        turn.say("reminders.stale.plan_dropped")
    else:
        return True
    return False


def _offer_is_open(turn: Turn, reminder: Reminder) -> bool:
    assignment = assignment_of(turn.session, reminder)
    if assignment is None or assignment.module_id not in turn.content.modules.ids():
        turn.say("reminders.stale.gone")
        return False
    if assignment.state in STILL_TO_OFFER:
        return True
    turn.say(f"reminders.stale.offer_{assignment.state}")
    return False
