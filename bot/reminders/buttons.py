"""The buttons under a reminder."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.reminders.rows import ABOUT_A_CONTACT, PLAN
from bot.reminders.tables import Reminder


def first_answers(reminder: Reminder) -> list[Button]:
    """Under a reminder that names nobody."""
    who = "what" if reminder.kind == PLAN else "who"
    return [button(who, "show", reminder), button("done", "done", reminder), button("later", "later", reminder)]


def answers(reminder: Reminder) -> list[Button]:
    """Under a reminder that says whom it is about."""
    last = ("not_now", "stop") if reminder.kind in ABOUT_A_CONTACT else ("drop",)
    return [button(verb, verb, reminder) for verb in ("done", "tried", "later", *last)]


def offer_answers(reminder: Reminder) -> list[Button]:
    """Under an offered practice."""
    return [
        button("start", "start_offer", reminder),
        button("offer_later", "offer_later", reminder),
        button("decline", "decline_offer", reminder),
    ]


def button(title: str, verb: str, reminder: Reminder) -> Button:
    """One answer to one reminder."""
    # Not spent by one tap: an old nudge may be tapped again and then says what has happened since.
    return Button(f"reminders.buttons.{title}", f"reminders.{verb}", {"reminder_id": reminder.id}, once=False)
