"""Days and moments as a person reads them, on their own wall clock."""

from __future__ import annotations

from datetime import date, datetime

from babel.dates import format_date

from bot.conversation.turn import Turn
from bot.people.hours import show_time


def day_in_words(turn: Turn, day: date) -> str:
    """ "today", "tomorrow", or "Sunday 15 March", with the year where it is another one."""
    today = turn.local_now.date()
    near = {0: "today", 1: "tomorrow"}.get((day - today).days)
    if near is not None:
        return turn.content.messages.text(f"reminders.days.{near}")
    pattern = "EEEE d MMMM" if day.year == today.year else "EEEE d MMMM y"
    return format_date(day, pattern, locale=turn.person.locale)


def moment_in_words(turn: Turn, moment: datetime) -> str:
    """ "tomorrow at 18:00"."""
    local = moment.astimezone(turn.zone)
    time = show_time(local.hour * 60 + local.minute)
    return turn.content.messages.text("reminders.days.at", day=day_in_words(turn, local.date()), time=time)
