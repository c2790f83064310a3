"""Reminders that went out a short while ago and wait for an answer."""

from __future__ import annotations

from sqlalchemy import select

from bot.conversation.turn import Turn
from bot.reminders.outcomes import REACTION_TIME
from bot.reminders.staleness import is_open
from bot.reminders.tables import Reminder


def sent_lately(turn: Turn) -> list[Reminder]:
    """Those of the last day that nobody has answered and that can still be answered, newest first."""
    wanted = (
        Reminder.person_id == turn.person.id,
        Reminder.status.in_(("sent", "uncertain")),
        Reminder.claimed_at > turn.now - REACTION_TIME,
    )
    rows = turn.session.scalars(
        select(Reminder).where(*wanted).order_by(Reminder.claimed_at.desc(), Reminder.id.desc())
    )
    return [row for row in rows if is_open(turn, row)]
