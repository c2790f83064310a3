"""Putting a reminder off: an hour, tonight, tomorrow."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.reminders.answers import again, record, set_plan
from bot.reminders.dates import moment_in_words
from bot.reminders.planning import plan_again
from bot.reminders.staleness import open_reminder
from bot.reminders.tables import Reminder

EVENING = 20 * 60
"""The minute that "tonight" means."""


def later(turn: Turn, reminder_id: int) -> None:
    """Ask until when."""
    reminder = open_reminder(turn, reminder_id)
    if reminder is None:
        return
    still_evening_to_come = _minute(turn.local_now) < EVENING - 60
    choices = ("in_an_hour", "tonight", "tomorrow") if still_evening_to_come else ("in_an_hour", "tomorrow")
    buttons = [_snooze_button(choice, reminder) for choice in choices]
    turn.say("reminders.later.ask", buttons=buttons)


def snooze(turn: Turn, reminder_id: int, until: str) -> None:
    """Remind again in an hour, tonight or tomorrow; quiet hours may move that, so the real moment is said."""
    reminder = open_reminder(turn, reminder_id)
    if reminder is None:
        return
    record(turn, reminder, None, status="snoozed")
    set_plan(turn, reminder, "planned")
    moment = _snoozed_until(turn, until)
    if moment is None:
        following = again(turn, reminder, turn.local_now.date() + timedelta(days=1))
    else:
        following = _at_moment(turn, reminder, moment)
    turn.say("reminders.later.set", when=moment_in_words(turn, following.planned_at))


def _at_moment(turn: Turn, reminder: Reminder, moment: datetime) -> Reminder:
    local = moment.astimezone(turn.zone)
    day, minute = local.date(), _minute(local)
    return plan_again(turn.session, turn.person, reminder, day, turn.now, at_minute=minute, earliest=moment)


def _snoozed_until(turn: Turn, until: str) -> datetime | None:
    in_an_hour = turn.now + timedelta(hours=1)
    if until == "in_an_hour":
        return in_an_hour
    if until == "tonight":
        evening = datetime.combine(turn.local_now.date(), time(*divmod(EVENING, 60)), tzinfo=turn.zone)
        return max(in_an_hour, evening.astimezone(UTC))
    return None


def _minute(local: datetime) -> int:
    return local.hour * 60 + local.minute


def _snooze_button(until: str, reminder: Reminder) -> Button:
    return Button(f"reminders.buttons.{until}", "reminders.snooze", {"reminder_id": reminder.id, "until": until})
