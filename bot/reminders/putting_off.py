"""Something that Kith brought up is put off in words: "tonight", "tomorrow", "in two hours", or just "later"."""

from __future__ import annotations

import re
from datetime import UTC, datetime, time

from bot.conversation.turn import Turn
from bot.reminders import offers, snoozing
from bot.reminders.answers import record, set_plan
from bot.reminders.dates import moment_in_words
from bot.reminders.planning import plan_again
from bot.reminders.rows import ASSIGNMENT_DUE, OFFER
from bot.reminders.tables import Reminder
from bot.reminders.when import When, find_when

_CHOICES = (
    ("in_an_hour", re.compile(r"\b(?:in )?(?:an|one|1) ?h(?:ou)?r?\b|\bin a bit\b|\bin a (?:little )?while\b")),
    (
        "tonight",
        re.compile(r"\b(?:to|2)ni(?:ght|te)\b|\b(?:this|in the|later this) evening\b|\bafter (?:work|dinner)\b"),
    ),
    (
        "tomorrow",
        re.compile(r"\b(?:tomorrow|tomorow|tommorow|tommorrow|tmrw|tmr|tmw|2moro+w?)\b(?! (?:at|morn|even|after|\d))"),
    ),
)


def put_off(turn: Turn, reminder: Reminder, text: str) -> None:
    """Put a sent reminder off until the moment that the text names; ask until when, where it names none."""
    plain = " ".join(text.casefold().split())
    choice = next((until for until, pattern in _CHOICES if pattern.search(plain)), None)
    when = find_when(plain, turn.local_now)
    if reminder.kind in (OFFER, ASSIGNMENT_DUE) and choice is None and when is None:
        offers.later(turn, reminder.id)
    elif choice is not None:
        snoozing.snooze(turn, reminder.id, choice)
    elif when is not None:
        _snooze_to(turn, reminder, when)
    else:
        snoozing.later(turn, reminder.id)


def names_a_moment(turn: Turn, text: str) -> bool:
    """Whether a text says until when."""
    plain = " ".join(text.casefold().split())
    return any(pattern.search(plain) for _, pattern in _CHOICES) or find_when(plain, turn.local_now) is not None


def _snooze_to(turn: Turn, reminder: Reminder, when: When) -> None:
    record(turn, reminder, None, status="snoozed")
    set_plan(turn, reminder, "planned")
    earliest = None
    if when.minute is not None:
        local = datetime.combine(when.day, time(*divmod(when.minute, 60)), tzinfo=turn.zone)
        earliest = local.astimezone(UTC)
    following = plan_again(
        turn.session, turn.person, reminder, when.day, turn.now, at_minute=when.minute, earliest=earliest
    )
    turn.say("reminders.later.set", when=moment_in_words(turn, following.planned_at))
