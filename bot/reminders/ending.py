"""The wish that reminders about someone end: named, or chosen by a button."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.reminders.asking import MOST_CHOICES
from bot.reminders.rhythm import stop_for
from bot.reminders.rows import ABOUT_A_CONTACT, contact_of, planned
from bot.reminders.whom import leave_button, named_in, own_contact, people_of


def stop_reminding(turn: Turn, text: str) -> None:
    """No more reminders about the one who is named; asks who, where nobody is."""
    contact = named_in(text, people_of(turn))
    if contact is not None:
        stop_for(turn, contact)
        return
    rows = [row for row in planned(turn.session, turn.person) if row.kind in ABOUT_A_CONTACT]
    found = [contact_of(turn.session, row) for row in rows]
    contacts = {contact.id: contact for contact in found if contact is not None}
    if not contacts:
        turn.say("reminders.ask.stop_none")
        return
    buttons = [
        Button(contact.name or "", "reminders.stop_for", {"contact_id": contact.id})
        for contact in list(contacts.values())[:MOST_CHOICES]
    ]
    turn.say("reminders.ask.stop_who", buttons=[*buttons, leave_button()])


def pick_stop(turn: Turn, contact_id: str) -> None:
    """The tapped answer to "whose nudges shall I stop?"."""
    contact = own_contact(turn, contact_id)
    if contact is not None:
        stop_for(turn, contact)
