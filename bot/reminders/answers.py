"""The plain answers to a reminder: who is it, done, not now, drop it."""

from __future__ import annotations

from datetime import date, timedelta

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.connections import log_connection
from bot.network.tables import Contact
from bot.reminders.aftermath import ask_how_it_was
from bot.reminders.buttons import button
from bot.reminders.cadence import cadence_of
from bot.reminders.dates import moment_in_words
from bot.reminders.planning import plan_again
from bot.reminders.rows import PLAN, REACH_OUT, attempts, cancel_planned, contact_of, plan_of, reminder_of
from bot.reminders.staleness import is_open, next_in_words, open_reminder
from bot.reminders.tables import Reminder
from bot.reminders.wording import say_opened_digest, say_who

LONGEST_REST_DAYS = 7
"""After "not now" or a try that did not work, it comes up again within a week."""
REASONS = ("busy", "low", "uneasy")


def show(turn: Turn, reminder_id: int) -> None:
    """Say whom it is about, with a first line to edit and every answer."""
    reminder = open_reminder(turn, reminder_id)
    if reminder is not None:
        say_who(turn, reminder)


def show_digest(turn: Turn, reminder_ids: list[int]) -> None:
    """Name those in a digest that are not settled yet."""
    known = [reminder_of(turn.session, turn.person, reminder_id) for reminder_id in reminder_ids]
    waiting = [reminder for reminder in known if reminder is not None and is_open(turn, reminder)]
    if waiting:
        say_opened_digest(turn, waiting)
    else:
        turn.say("reminders.digest.empty")


def done(turn: Turn, reminder_id: int) -> None:
    """They were in touch: log it for today in one tap, say what comes next, and ask how it was."""
    reminder = open_reminder(turn, reminder_id)
    if reminder is None:
        return
    record(turn, reminder, "done")
    set_plan(turn, reminder, "done")
    contact = contact_of(turn.session, reminder)
    if contact is None:
        turn.say("reminders.done.nobody")
        return
    source = "plan" if reminder.kind == PLAN else "reminder"
    connection = log_connection(
        turn.session, turn.person, [contact], on=turn.local_now.date(), now=turn.now, source=source
    )
    _say_noted(turn, contact)
    ask_how_it_was(turn, connection)


def not_now(turn: Turn, reminder_id: int) -> None:
    """Leave it for a while; a reason is welcome and not needed."""
    reminder = open_reminder(turn, reminder_id)
    if reminder is None:
        return
    record(turn, reminder, "not_now")
    reasons = [_reason_button(reason, reminder) for reason in REASONS]
    if reminder.kind != REACH_OUT:
        turn.say("reminders.not_now.noted_open", buttons=reasons)
        return
    following = rest(turn, reminder, contact_of(turn.session, reminder))
    turn.say(
        "reminders.not_now.noted",
        when=moment_in_words(turn, following.planned_at),
        buttons=[*reasons, button("less_often", "less_often", reminder), button("stop", "stop", reminder)],
    )


def give_reason(turn: Turn, reminder_id: int, reason: str) -> None:
    """Why not now."""
    reminder = reminder_of(turn.session, turn.person, reminder_id)
    if reminder is None or reason not in REASONS:
        turn.say("reminders.stale.gone")
        return
    reminder.reason = reason
    turn.say(f"reminders.not_now.{reason}")


def drop(turn: Turn, reminder_id: int) -> None:
    """Let a plan go."""
    reminder = open_reminder(turn, reminder_id)
    if reminder is not None:
        record(turn, reminder, "drop")
        set_plan(turn, reminder, "dropped")
        turn.say("reminders.plan_dropped")


def record(turn: Turn, reminder: Reminder, answer: str | None, status: str = "answered") -> None:
    """Keep the answer on the row, in place of an earlier one; what was still to come of the same is called off."""
    rows = attempts(turn.session, turn.person, reminder.subject, reminder.kind)
    cancel_planned(row for row in rows if row.due_date == reminder.due_date)
    reminder.status, reminder.answer, reminder.answered_at = status, answer, turn.now


def _say_noted(turn: Turn, contact: Contact) -> None:
    following = next_in_words(turn, contact)
    if following:
        turn.say("reminders.done.noted", name=contact.name, next=following)
    else:
        turn.say("reminders.done.noted_no_next", name=contact.name)


def set_plan(turn: Turn, reminder: Reminder, state: str) -> None:
    """Give the plan behind a reminder, if there is one, a new state."""
    plan = plan_of(turn.session, reminder)
    if plan is not None:
        plan.state = state


def rest(turn: Turn, reminder: Reminder, contact: Contact | None) -> Reminder:
    """Bring it up again within a week."""
    ideal = cadence_of(contact).ideal_days if contact else 0
    days = min(ideal or LONGEST_REST_DAYS, LONGEST_REST_DAYS)
    return again(turn, reminder, turn.local_now.date() + timedelta(days=days))


def again(turn: Turn, reminder: Reminder, on: date) -> Reminder:
    """Bring it up again on the local date `on`, at the person's hour."""
    return plan_again(turn.session, turn.person, reminder, on, turn.now)


def _reason_button(reason: str, reminder: Reminder) -> Button:
    args = {"reminder_id": reminder.id, "reason": reason}
    return Button(f"reminders.buttons.{reason}", "reminders.reason", args, once=False)
