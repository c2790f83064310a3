"""Who looked at what, and when; and telling the person."""

from __future__ import annotations

from datetime import datetime
from typing import Literal, get_args

from sqlalchemy import desc, func, select
from sqlalchemy.orm import Session

from bot.conversation.turn import Turn
from bot.privacy.dates import moment_in_words
from bot.privacy.tables import Look

What = Literal[
    "progress", "answers", "network_numbers", "network_names", "check_ins", "alerts", "messages", "export", "profile"
]
"""What can be looked at: the consent categories that show something, a whole export, and the person's entry."""
SHOWN = 5


def record_look(session: Session, person_id: str, who: str, what: What, now: datetime) -> Look:
    """Record that somebody looked. `who` is a name that the person will recognise, with the role."""
    if what not in get_args(What):
        raise ValueError(f"a look is at one of {get_args(What)}")
    look = Look(person_id=person_id, looked_at=now, who=who[:64], what=what)
    session.add(look)
    session.flush()
    return look


def tell_who_saw(turn: Turn, argument: str = "") -> None:
    """Say who looked at the person's things, newest first."""
    theirs = Look.person_id == turn.person.id
    count = turn.session.scalar(select(func.count()).select_from(Look).where(theirs)) or 0
    newest = turn.session.scalars(select(Look).where(theirs).order_by(desc(Look.looked_at), desc(Look.id)).limit(SHOWN))
    lines = [_line(turn, look) for look in newest]
    if not lines:
        turn.say("privacy.who_saw.nobody")
    elif count > SHOWN:
        turn.say("privacy.who_saw.some_of_many", lines="\n".join(lines), count=count)
    else:
        turn.say("privacy.who_saw.all", lines="\n".join(lines))


def _line(turn: Turn, look: Look) -> str:
    what = turn.words(f"privacy.looked_at.{look.what}")
    when = moment_in_words(look.looked_at, turn.zone, turn.person.locale)
    return turn.words("privacy.who_saw.line", when=when, who=look.who, what=what)
