"""Which of several due reminders comes first, and which have lost their point meanwhile."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from bot.conversation.turn import Turn
from bot.network.tables import Contact
from bot.reminders.cadence import next_due, overdue
from bot.reminders.rows import ASSIGNMENT_DUE, OFFER, ONE_OFF, PLAN, REACH_OUT, assignment_of, contact_of, plan_of
from bot.reminders.tables import Reminder

ASKED_FOR_FIRST = {ONE_OFF: 0, PLAN: 1, ASSIGNMENT_DUE: 2, OFFER: 3, REACH_OUT: 4}
OUTERMOST = 3


def by_urgency(turn: Turn, reminders: Iterable[Reminder]) -> list[Reminder]:
    """What the person asked for first, then overdue before due, inner ring first, oldest first."""
    return sorted(reminders, key=lambda reminder: _urgency(turn, reminder))


def _urgency(turn: Turn, reminder: Reminder) -> tuple[int, bool, int, datetime, int]:
    contact = contact_of(turn.session, reminder)
    late = contact is not None and overdue(turn.session, turn.person, contact, turn.local_now.date())
    ring = contact.ring if contact else OUTERMOST
    return ASKED_FOR_FIRST[reminder.kind], not late, ring, reminder.planned_at, reminder.id


def still_wanted(turn: Turn, reminder: Reminder) -> bool:
    """Whether what it is about still stands, so that nothing untimely is said."""
    if reminder.kind in (OFFER, ASSIGNMENT_DUE):
        return _assignment_stands(turn, reminder)
    contact = contact_of(turn.session, reminder)
    if reminder.kind == PLAN:
        plan = plan_of(turn.session, reminder)
        return plan is not None and plan.state == "planned" and (contact is None or contact.standing == "open")
    return contact is not None and _contact_stands(turn, reminder, contact)


def _contact_stands(turn: Turn, reminder: Reminder, contact: Contact) -> bool:
    if reminder.kind == REACH_OUT:
        return next_due(turn.session, turn.person, contact) == reminder.due_date
    return contact.standing == "open"


def _assignment_stands(turn: Turn, reminder: Reminder) -> bool:
    assignment = assignment_of(turn.session, reminder)
    if assignment is None or assignment.module_id not in turn.content.modules.ids():
        return False
    begun_is_fine = ("started",) if reminder.kind == ASSIGNMENT_DUE else ()
    return assignment.state in ("assigned", "offered", *begun_is_fine)
