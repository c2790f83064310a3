"""Whom words or a button mean, among the people whom a reminder may be about."""

from __future__ import annotations

import re

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.contacts import list_contacts
from bot.network.tables import Contact


def people_of(turn: Turn) -> list[Contact]:
    """Those whom a reminder may be about."""
    return [contact for contact in list_contacts(turn.session, turn.person.id) if contact.standing == "open"]


def named_in(text: str, people: list[Contact]) -> Contact | None:
    """The one whose name, or else first name, stands in the text; None where none or several fit."""
    plain = text.casefold()
    for shorten in (str, _first_word):
        named = [contact for contact in people if _stands_in(shorten(contact.name or ""), plain)]
        longest = max((len(contact.name or "") for contact in named), default=0)
        best = [contact for contact in named if shorten is _first_word or len(contact.name or "") == longest]
        if len(best) == 1:
            return best[0]
    return None


def _first_word(name: str) -> str:
    return name.partition(" ")[0]


def _stands_in(name: str, plain: str) -> bool:
    return bool(name) and re.search(rf"(?<!\w){re.escape(name.casefold())}(?!\w)", plain) is not None


def without_name(text: str, contact: Contact | None) -> str:
    """The text without the name, which may be May or June."""
    if contact is None or not contact.name:
        return text
    return re.sub(rf"(?<!\w){re.escape(contact.name)}(?!\w)", "them", text, count=1, flags=re.IGNORECASE)


def own_contact(turn: Turn, contact_id: str) -> Contact | None:
    """The contact behind a button; None, having said so, where it is gone."""
    contact = turn.session.get(Contact, contact_id)
    if contact is None or contact.person_id != turn.person.id:
        turn.say("reminders.stale.contact_gone")
        return None
    return contact


def leave_button() -> Button:
    """ "Leave it", under every question."""
    return Button("reminders.buttons.leave", "reminders.leave")
