"""What a person answers to an offered practice: start, tomorrow, or not at all."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.turn import Turn
from bot.counselling import assignments
from bot.counselling.tables import Assignment
from bot.reminders.answers import record
from bot.reminders.dates import moment_in_words
from bot.reminders.planning import plan_again
from bot.reminders.rows import assignment_of
from bot.reminders.staleness import open_reminder
from bot.reminders.tables import Reminder
from bot.skills import exercise


def start(turn: Turn, reminder_id: int) -> None:
    """Begin the practice."""
    found = _open_offer(turn, reminder_id)
    if found is not None:
        reminder, assignment = found
        record(turn, reminder, "start")
        exercise.start(turn, assignment.module_id, assignment_id=assignment.id)


def later(turn: Turn, reminder_id: int) -> None:
    """Offer it again tomorrow, at the person's hour."""
    found = _open_offer(turn, reminder_id)
    if found is not None:
        reminder, _ = found
        record(turn, reminder, None, status="snoozed")
        tomorrow = turn.local_now.date() + timedelta(days=1)
        again = plan_again(turn.session, turn.person, reminder, tomorrow, turn.now)
        turn.say("reminders.offer.later", when=moment_in_words(turn, again.planned_at))


def decline(turn: Turn, reminder_id: int) -> None:
    """Put it away; nobody sulks."""
    found = _open_offer(turn, reminder_id)
    if found is not None:
        reminder, assignment = found
        record(turn, reminder, "decline")
        assignments.decline(turn.session, assignment.id, turn.now)
        turn.say("reminders.offer.declined")


def _open_offer(turn: Turn, reminder_id: int) -> tuple[Reminder, Assignment] | None:
    """The offer and its assignment while it can still be answered; otherwise says what has become of it."""
    reminder = open_reminder(turn, reminder_id)
    assignment = assignment_of(turn.session, reminder) if reminder is not None else None
    return None if reminder is None or assignment is None else (reminder, assignment)
