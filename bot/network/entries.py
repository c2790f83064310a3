"""What is noted about somebody, as it stands: said in words, changed, and put back as it was."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.contacts import Changes, edit_contact
from bot.network.reporting import coming_up
from bot.network.tables import Contact
from bot.network.wording import rhythm_of
from bot.reminders.planning import replan_contact


@dataclass(frozen=True)
class Entry:
    """Everything about a contact that a person can change, exactly as kept; None days mean the ring's."""

    name: str | None
    relation: str | None
    ring: int
    ideal_days: int | None
    max_days: int | None

    @classmethod
    def of(cls, contact: Contact) -> Entry:
        """As it stands."""
        return cls(contact.name, contact.relation, contact.ring, contact.ideal_days, contact.max_days)


def change(turn: Turn, contact: Contact, changes: Changes) -> None:
    """Change an entry, say what it is now, and offer the way back."""
    before = Entry.of(contact)
    edit_contact(turn.session, turn.person, contact, changes, turn.now)
    back = Button("network.buttons.as_it_was", "network.restore", {"contact": contact.id, "entry": asdict(before)})
    renamed = before.name != contact.name
    words = turn.words("network.edit.renamed" if renamed else "network.edit.now", **_values(turn, contact, before))
    turn.say_text(" ".join([words, *coming_up(turn, [contact])]), buttons=[back])


def restore(turn: Turn, contact: str, entry: dict[str, Any]) -> None:
    """The button that takes a change back."""
    known = turn.session.get(Contact, contact)
    if known is None or known.person_id != turn.person.id:
        turn.say("network.gone")
        return
    turn.stop_waiting()
    put_back(turn, known, Entry(**entry))
    turn.say("network.edit.restored", name=known.name, facts=facts(turn, known))


def put_back(turn: Turn, contact: Contact, entry: Entry) -> None:
    """Make an entry what it was. Says nothing."""
    contact.name, contact.relation, contact.ring = entry.name, entry.relation, entry.ring
    contact.ideal_days, contact.max_days = entry.ideal_days, entry.max_days
    contact.cadence_version += 1
    turn.session.flush()
    replan_contact(turn.session, turn.person, contact, turn.now)


def facts(turn: Turn, contact: Contact) -> str:
    """ "friend, close ring, every two weeks"."""
    parts = [turn.words(f"network.relations.{contact.relation}")] if contact.relation else []
    return ", ".join([*parts, turn.words(f"network.rings.{contact.ring}"), rhythm_of(turn, contact)])


def _values(turn: Turn, contact: Contact, before: Entry) -> dict[str, str | None]:
    return {"name": contact.name, "before": before.name, "facts": facts(turn, contact)}
