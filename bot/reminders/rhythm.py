"""Changing how often someone is brought up, from a reminder: less often, not at all, and again."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.tables import Contact
from bot.reminders.answers import record
from bot.reminders.cadence import cadence_of
from bot.reminders.calendar import FURTHEST_DAYS
from bot.reminders.dates import moment_in_words
from bot.reminders.planning import replan_contact
from bot.reminders.rows import ABOUT_A_CONTACT, REACH_OUT, attempts, cancel_planned, contact_of, reminder_of, subject_of
from bot.reminders.tables import Reminder


def less_often(turn: Turn, reminder_id: int) -> None:
    """Double the interval, from now on."""
    reminder = reminder_of(turn.session, turn.person, reminder_id)
    contact = _contact(turn, reminder)
    if reminder is None or contact is None:
        return
    days = cadence_of(contact).ideal_days
    if days == 0:
        turn.say("reminders.less_often.never", name=contact.name)
        return
    if reminder.answer != "less_often":  # the same button tapped twice asks for it once
        record(turn, reminder, "less_often")
        days = min(2 * days, FURTHEST_DAYS)
        _change(contact, days)
    again = _replan(turn, contact)
    if again is not None:
        turn.say("reminders.less_often.set", days=days, next=moment_in_words(turn, again.planned_at))


def stop(turn: Turn, reminder_id: int) -> None:
    """Never bring this person up again, unless asked."""
    reminder = reminder_of(turn.session, turn.person, reminder_id)
    contact = _contact(turn, reminder)
    if reminder is not None and contact is not None:
        record(turn, reminder, "stop")
        stop_for(turn, contact)


def stop_for(turn: Turn, contact: Contact) -> None:
    """No more reminders about a contact, with a way back."""
    args = {"contact_id": contact.id, "days": contact.ideal_days}
    if contact.ideal_days != 0:
        _change(contact, 0)
    for kind in ABOUT_A_CONTACT:
        cancel_planned(attempts(turn.session, turn.person, subject_of(contact), kind))
    _replan(turn, contact)
    again = Button("reminders.buttons.start_again", "reminders.start_again", args)
    turn.say("reminders.stop.set", name=contact.name, buttons=[again])


def start_again(turn: Turn, contact_id: str, days: int | None) -> None:
    """Take a stop back: `days` is the contact's own interval from before, None its ring's."""
    contact = turn.session.get(Contact, contact_id)
    if contact is None or contact.person_id != turn.person.id:
        turn.say("reminders.stale.contact_gone")
        return
    if contact.standing != "open":
        turn.say("reminders.stale.left_alone", name=contact.name)
        return
    if contact.ideal_days == 0:
        _change(contact, days or None)
    again = _replan(turn, contact)
    if again is not None:
        every = cadence_of(contact).ideal_days
        turn.say("reminders.stop.again", name=contact.name, days=every, next=moment_in_words(turn, again.planned_at))


def _contact(turn: Turn, reminder: Reminder | None) -> Contact | None:
    contact = contact_of(turn.session, reminder) if reminder is not None else None
    if contact is None:
        turn.say("reminders.stale.contact_gone")
    elif contact.standing != "open":
        turn.say("reminders.stale.left_alone", name=contact.name)
        return None
    return contact


def _change(contact: Contact, days: int | None) -> None:
    contact.ideal_days = days
    contact.cadence_version += 1


def _replan(turn: Turn, contact: Contact) -> Reminder | None:
    turn.session.flush()
    tomorrow = turn.local_now.date() + timedelta(days=1)
    replan_contact(turn.session, turn.person, contact, turn.now, not_before=tomorrow)
    rows = attempts(turn.session, turn.person, subject_of(contact), REACH_OUT)
    return next((row for row in rows if row.status == "planned"), None)
