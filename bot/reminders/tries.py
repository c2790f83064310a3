"""After "I tried": no blame; a smaller step, room for the other, or another go."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.turn import Turn
from bot.network.tables import Contact
from bot.reminders.answers import again, record, rest, set_plan
from bot.reminders.buttons import button
from bot.reminders.cadence import cadence_of, last_touch
from bot.reminders.calendar import local_date
from bot.reminders.dates import moment_in_words
from bot.reminders.rows import ABOUT_A_CONTACT, REACH_OUT, attempts, contact_of, subject_of
from bot.reminders.staleness import open_reminder
from bot.reminders.tables import Reminder

TRIES_BEFORE_ROOM = 2
"""After so many tries without an answer, the other may need room."""


def tried(turn: Turn, reminder_id: int) -> None:
    """They tried and it did not work. After the second time it stays quiet until the next contact."""
    reminder = open_reminder(turn, reminder_id)
    if reminder is not None:
        say_what_helps(turn, reminder)


def say_what_helps(turn: Turn, reminder: Reminder) -> None:
    """Keep that it was tried, say something kind, and offer what may help."""
    record(turn, reminder, "tried")
    set_plan(turn, reminder, "tried")
    contact = contact_of(turn.session, reminder)
    if contact is not None and _tries(turn, reminder, contact) >= TRIES_BEFORE_ROOM:
        turn.say("reminders.tried.room", name=contact.name)
        return
    buttons = [button(verb, f"tried_{verb}", reminder) for verb in ("smaller", "room", "tomorrow")]
    if reminder.kind == REACH_OUT:
        following = rest(turn, reminder, contact)
        turn.say("reminders.tried.ask", when=moment_in_words(turn, following.planned_at), buttons=buttons)
    else:
        turn.say("reminders.tried.ask_open", buttons=buttons)


def smaller_step(turn: Turn, reminder_id: int) -> None:
    """A line that asks for nothing."""
    if open_reminder(turn, reminder_id) is not None:
        turn.say("reminders.tried.smaller")


def give_room(turn: Turn, reminder_id: int) -> None:
    """Leave the other alone for a whole interval."""
    reminder = open_reminder(turn, reminder_id)
    if reminder is None:
        return
    contact = contact_of(turn.session, reminder)
    if reminder.kind != REACH_OUT or contact is None:
        turn.say("reminders.tried.given_room_open")
        return
    following = again(turn, reminder, turn.local_now.date() + timedelta(days=cadence_of(contact).ideal_days))
    turn.say("reminders.tried.given_room", when=moment_in_words(turn, following.planned_at))


def try_tomorrow(turn: Turn, reminder_id: int) -> None:
    """Have another go tomorrow."""
    reminder = open_reminder(turn, reminder_id)
    if reminder is not None:
        set_plan(turn, reminder, "planned")
        following = again(turn, reminder, turn.local_now.date() + timedelta(days=1))
        turn.say("reminders.later.set", when=moment_in_words(turn, following.planned_at))


def _tries(turn: Turn, reminder: Reminder, contact: Contact) -> int:
    """How many tries in a row did not work, since the last contact, whatever it was that led to them."""
    since = last_touch(turn.session, turn.person, contact)
    kinds = {reminder.kind, *ABOUT_A_CONTACT}
    subjects = {reminder.subject, subject_of(contact)}
    rows = [row for kind in kinds for subject in subjects for row in attempts(turn.session, turn.person, subject, kind)]
    return sum(
        row.answer == "tried" and row.answered_at is not None and local_date(row.answered_at, turn.zone) >= since
        for row in rows
    )
