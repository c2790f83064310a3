"""A reminder that was just set, corrected in words: "no, on friday", "at 7 instead", "I meant Ben"."""

from __future__ import annotations

import re

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.kept_reports import affirmed
from bot.people.short_answers import says_later, says_no, says_skip, says_yes
from bot.reminders.asking import set_for
from bot.reminders.dates import moment_in_words
from bot.reminders.rows import contact_of, reminder_of
from bot.reminders.tables import Reminder
from bot.reminders.when import When, find_when
from bot.reminders.whom import leave_button, named_in, people_of, without_name

FLOW = "reminders.change"
_PAST = re.compile(r"\b(?:was|were|had|did|called|rang|met|saw|spoke|talked)\b", re.IGNORECASE)
_A_DAY = re.compile(
    r"\b(?:to(?:day|night|morrow)|tmrw|mon|tue|wed|thu|fri|sat|sun|day|week|month|fortnight|jan|feb|mar|apr|may|jun|jul"
    r"|aug|sep|oct|nov|dec|in (?:an?|\d+))\w*\b|\d{4}-\d{2}|\b\d{1,2}(?:st|nd|rd|th)\b|\d[/.]\d{1,2}\b(?!\s*[ap]m)",
    re.IGNORECASE,
)


def correct_reminder(turn: Turn, text: str, reminder: Reminder) -> bool:
    """Set it anew as `text` says, in place of what was set; False where it names no other person or moment."""
    contact = contact_of(turn.session, reminder)
    if contact is None or reminder.status != "planned" or _PAST.search(text):
        return False
    said = affirmed(text)
    other = named_in(said, people_of(turn)) or contact
    when = _moment(turn, without_name(said, other), reminder)
    if other is contact and when is None:
        return False
    turn.stop_waiting()
    reminder.status = "cancelled"
    set_for(turn, other, when or When(reminder.on_date or reminder.due_date, reminder.at_minute))
    return True


def ask_what(turn: Turn, reminder: Reminder) -> None:
    """Show the reminder, and ask what should be different about it."""
    contact = contact_of(turn.session, reminder)
    turn.wait_for(FLOW, number=reminder.id)
    turn.say(
        "reminders.change.what",
        name=contact.name if contact else "",
        when=moment_in_words(turn, reminder.planned_at),
        buttons=[Button("reminders.buttons.call_off", "reminders.call_off", {"number": reminder.id}), leave_button()],
    )


def take_change(turn: Turn, text: str, number: int, tries: int = 0) -> None:
    """The typed answer to `ask_what`."""
    reminder = reminder_of(turn.session, turn.person, number)
    if reminder is not None and correct_reminder(turn, text, reminder):
        return
    leaves = says_yes(text) or says_no(text) or says_later(text) or says_skip(text)
    if reminder is None or reminder.status != "planned" or leaves or tries > 0:
        turn.stop_waiting()
        turn.say("reminders.change.stays")
    elif not turn.serve_otherwise():
        turn.wait_for(FLOW, number=number, tries=tries + 1)
        turn.say("reminders.ask.when_again", buttons=[leave_button()])


def _moment(turn: Turn, text: str, reminder: Reminder) -> When | None:
    """The new moment; a time alone is meant for the day that was set, a day alone for the time that was set."""
    when = find_when(text, turn.local_now)
    if when is None:
        return None
    if _A_DAY.search(text) is None:
        return When(max(reminder.on_date or reminder.due_date, turn.local_now.date()), when.minute)
    return When(when.day, reminder.at_minute if when.minute is None else when.minute)
