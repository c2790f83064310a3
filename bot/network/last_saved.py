"""What was saved last, whatever it was: a contact that was told, somebody new, a reminder, a changed entry."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network import queries
from bot.network.contacts import SHOWN_STANDINGS
from bot.network.entries import Entry
from bot.network.tables import Connection, ConnectionContact, Contact
from bot.people.last_said import A_DAY, FRESH, Said, said_lately
from bot.reminders.rows import ONE_OFF, contact_of, reminder_of
from bot.reminders.tables import Reminder

CALL_OFF, RESTORE, REOPEN, START_AGAIN = (
    "reminders.call_off",
    "network.restore",
    "network.reopen",
    "reminders.start_again",
)
"""Buttons that take back what the message above them says was done."""


@dataclass(frozen=True)
class Saved:
    """One thing that was saved at `at`: exactly one of `connection`, `added` and `way_back` is there."""

    at: datetime
    connection: Connection | None = None
    added: Contact | None = None
    way_back: Button | None = None
    """The button that takes it back."""
    contact: Contact | None = None
    """Whom a reminder or a changed entry is about."""


def last_saved(turn: Turn) -> Saved | None:
    """The newest thing that was saved and still stands; None for nothing."""
    return next(iter(_newest_first(turn)), None)


def saved_things(turn: Turn) -> list[Saved]:
    """The newest of each kind that was saved so short a while ago that "it" can mean it, newest first."""
    return [saved for saved in _newest_first(turn) if turn.now - saved.at <= FRESH]


def _newest_first(turn: Turn) -> list[Saved]:
    found = [saved for saved in (_told(turn), _step(turn), _added(turn)) if saved is not None]
    return sorted(found, key=lambda saved: saved.at, reverse=True)


def reminder_behind(turn: Turn, saved: Saved) -> Reminder | None:
    """The reminder that was set, where that was what was saved."""
    if saved.way_back is None or saved.way_back.do != CALL_OFF:
        return None
    return reminder_of(turn.session, turn.person, saved.way_back.args["number"])


def _told(turn: Turn) -> Saved | None:
    connection = queries.last_logged(turn.session, turn.person.id)
    return None if connection is None else Saved(connection.logged_at, connection=connection)


def _added(turn: Turn) -> Saved | None:
    """Somebody who was added by name, not along with a contact that was told."""
    along = exists().where(
        ConnectionContact.contact_id == Contact.id,
        ConnectionContact.connection_id == Connection.id,
        Connection.logged_at == Contact.created_at,
    )
    wanted = (
        Contact.person_id == turn.person.id,
        Contact.standing.in_(SHOWN_STANDINGS),
        Contact.created_at >= turn.now - FRESH,
        ~along,
    )
    newest = turn.session.scalar(select(Contact).where(*wanted).order_by(Contact.created_at.desc()).limit(1))
    return None if newest is None else Saved(newest.created_at, added=newest, contact=newest)


def _step(turn: Turn) -> Saved | None:
    return next((saved for said in said_lately(turn, A_DAY) if (saved := _in_force(turn, said)) is not None), None)


def _in_force(turn: Turn, said: Said) -> Saved | None:
    """What a message says was done, where that was not taken back or overtaken since."""
    button = said.button(CALL_OFF, RESTORE, START_AGAIN, REOPEN)
    if button is None or (button.do == REOPEN and len(said.buttons) > 1):  # somebody's card offers it, too
        return None
    if button.do == CALL_OFF:
        reminder = reminder_of(turn.session, turn.person, button.args["number"])
        stands = reminder is not None and reminder.status == "planned" and reminder.kind == ONE_OFF
        contact = contact_of(turn.session, reminder) if reminder is not None else None
    else:
        contact = turn.session.get(Contact, button.args.get("contact") or button.args.get("contact_id"))
        stands = contact is not None and _differs(contact, button)
    return Saved(said.at, way_back=button, contact=contact) if stands else None


def _differs(contact: Contact, way_back: Button) -> bool:
    if way_back.do == RESTORE:
        return Entry.of(contact) != Entry(**way_back.args["entry"])
    if way_back.do == START_AGAIN:
        return contact.standing == "open" and contact.ideal_days == 0
    return contact.standing != "open"
