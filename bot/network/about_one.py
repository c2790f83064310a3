"""Free text about one person who is known: how often, what they are, off the list, or just how things stand."""

from __future__ import annotations

import re

from bot.conversation.turn import Turn
from bot.network import contact_command, parting
from bot.network.adding import say_contact_rhythm
from bot.network.contacts import Changes, edit_contact, list_contacts
from bot.network.tables import Contact
from bot.understanding.hearing.relations import relation_named
from bot.understanding.hearing.rhythm import hear_rhythm

LONGEST_WORDS = 14

_OFF = re.compile(r"\b(?:off (?:my|the) list|remove|delete|take \w+ (?:off|out)|out of my|lost touch for good)\b")
_IS_MY = re.compile(r"\b(?:is|was|are|'s) (?:my|our|a) (?P<word>[\w-]+)\b")


def serve_about_one(turn: Turn, text: str) -> bool:
    """Serve words that name exactly one person among the person's people; False where they name none or several."""
    contact, plain = _named(turn, text), text.casefold().replace("’", "'")
    if contact is None or len(plain.split()) > LONGEST_WORDS:
        return False
    rhythm, is_my = hear_rhythm(plain), _IS_MY.search(plain)
    relation = relation_named(is_my["word"]) if is_my else None
    if _OFF.search(plain):
        parting.ask(turn, contact, "ended")
    elif rhythm is not None:
        edit_contact(turn.session, turn.person, contact, Changes(ideal_days=rhythm[0]), turn.now)
        say_contact_rhythm(turn, "network.edit.done", contact)
    else:
        if relation is not None:
            edit_contact(turn.session, turn.person, contact, Changes(relation=relation), turn.now)
        contact_command.show(turn, contact.id)
    return True


def _named(turn: Turn, text: str) -> Contact | None:
    people = list_contacts(turn.session, turn.person.id)
    found = [
        one for one in people if one.name and re.search(rf"(?<!\w){re.escape(one.name)}(?!\w)", text, re.IGNORECASE)
    ]
    if len(found) > 1:  # "Carl is my brother", where somebody is called Brother, is about Carl
        found = [
            one for one in found if not re.search(rf"\b(?:my|our) {re.escape(one.name or '')}", text, re.IGNORECASE)
        ]
    return found[0] if len(found) == 1 else None
