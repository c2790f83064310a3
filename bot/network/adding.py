"""Adding people: quick, name first. A rhythm may come with the name, else the ring's is taken and can be changed."""

from __future__ import annotations

import re
from dataclasses import asdict
from typing import Any

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.errors import UsageError
from bot.network.contacts import (
    LONGEST_NAME,
    Changes,
    add_contact,
    clean_name,
    edit_contact,
    find_contacts,
    list_contacts,
)
from bot.network.parse_wish import Wish, parse_wish
from bot.network.reporting import MOST_CHOICES, as_label, coming_up
from bot.network.tables import Contact
from bot.network.wording import named_apart, names_words, rhythm_of
from bot.people.short_answers import says_later, says_no, says_skip, says_yes
from bot.understanding.hearing.who import Heard

_NOBODY = re.compile(
    r"\b(?:nobody|no ?one|anybody|anyone|none|idk|dunno|no idea|not sure)\b|\b(?:don't|dont|do not) (?:have|know)\b",
    re.IGNORECASE,
)
_AND_IN_SHORT = re.compile(r"(?<=\w) n (?=\w)|(?<=\w) \+ (?=\w)")
_NO_NAME = re.compile(
    r"\?|^(?:i|i'm|im|we|you|what|how|why|when|can|could|do|is|are|it|that|this|there|yes|yeah|yh|ok|okay|thanks"
    r"|thank you|hi|hello|hey|please|add)\b",
    re.IGNORECASE,
)
"""No name begins like that: it is a question, a sentence, or a word of courtesy."""

RHYTHMS = ((7, "week"), (30, "month"), (0, "never"))


def add_from_text(turn: Turn, text: str) -> None:
    """ "Add Ben, every two weeks": adds at once, or asks for a name."""
    wish = _wish(turn, _AND_IN_SHORT.sub(" and ", text))
    if not wish.people:
        ask_name(turn, Changes(ring=wish.ring, ideal_days=wish.every_days))
    elif len(wish.people) == 1:
        person = wish.people[0]
        add_one(turn, person.name, Changes(relation=person.relation, ring=wish.ring, ideal_days=wish.every_days))
    else:
        _add_several(turn, wish)


def ask_name(turn: Turn, fields: Changes | None = None) -> None:
    """Ask whom to add; what is known about them already waits with the question."""
    turn.wait_for("network.name", fields=asdict(fields or Changes()))
    turn.say("network.add.who", buttons=[Button("network.buttons.not_now", "network.leave")])


def answer_name(turn: Turn, text: str, fields: dict[str, Any] | None = None) -> None:
    """The typed name, with or without a rhythm."""
    if says_later(text) or says_skip(text) or says_no(text):
        turn.stop_waiting()
        turn.say("network.left")
        return
    if _NOBODY.search(text):
        turn.say("network.add.nobody_known", buttons=[Button("network.buttons.not_now", "network.leave")])
        return
    if _NO_NAME.search(text):
        if not turn.serve_otherwise():
            turn.say("network.log.who_unclear", buttons=[Button("network.buttons.not_now", "network.leave")])
        return
    wish, known = _wish(turn, text), Changes(**(fields or {}))
    person = wish.people[0] if len(wish.people) == 1 else None
    every = known.ideal_days if wish.every_days is None else wish.every_days
    ring = wish.ring or known.ring
    relation = person.relation if person else None
    # Whatever is no sentence may be a label: "someone from the choir".
    add_one(turn, person.name if person else text, Changes(relation=relation, ring=ring, ideal_days=every))


def add_one(turn: Turn, name: str, fields: Changes, *, anyway: bool = False) -> None:
    """Add one person, unless somebody of that name is there: then ask whether it is the same."""
    label = _label(turn, name)
    if label is None:
        return
    turn.stop_waiting()
    same = [] if anyway else find_contacts(turn.session, turn.person.id, label)
    if same:
        _ask_same(turn, label, same, fields)
        return
    contact = add_contact(
        turn.session,
        turn.person,
        label,
        now=turn.now,
        relation=fields.relation,
        ring=fields.ring or 2,
        ideal_days=fields.ideal_days,
        max_days=fields.max_days,
    )
    _say_added(turn, contact, asked=fields.ideal_days is None)


def add_anyway(turn: Turn, name: str, fields: dict[str, Any]) -> None:
    """It is somebody else of the same name."""
    add_one(turn, name, Changes(**fields), anyway=True)


def take_same(turn: Turn, contact: str, fields: dict[str, Any]) -> None:
    """It is the person who is there already: only what was said anew is changed."""
    turn.stop_waiting()
    known = turn.session.get(Contact, contact)
    if known is None:
        turn.say("network.gone")
        return
    edit_contact(turn.session, turn.person, known, Changes(**fields), turn.now)
    say_contact_rhythm(turn, "network.add.same_kept", known)


def answer_same(turn: Turn, text: str, contact: str, name: str, fields: dict[str, Any]) -> None:
    """Yes or no, typed, to "is this the same Anna?"."""
    if says_yes(text) or "same" in text.lower().split():
        take_same(turn, contact, fields)
    elif says_later(text) or says_skip(text):
        turn.stop_waiting()
        turn.say("network.left")
    elif says_no(text) or {"else", "new", "another", "different", "other"} & set(text.lower().split()):
        add_anyway(turn, name, fields)
    else:
        _ask_same(turn, name, find_contacts(turn.session, turn.person.id, name), Changes(**fields))


def set_rhythm(turn: Turn, contact: str, days: int) -> None:
    """A rhythm was tapped."""
    known = turn.session.get(Contact, contact)
    if known is None:
        turn.say("network.gone")
        return
    edit_contact(turn.session, turn.person, known, Changes(ideal_days=days), turn.now)
    say_contact_rhythm(turn, "network.edit.done", known)


def say_contact_rhythm(turn: Turn, key: str, contact: Contact) -> None:
    """Say how often a contact is brought up, and when next."""
    words = turn.words(key, name=contact.name, rhythm=rhythm_of(turn, contact))
    turn.say_text(" ".join([words, *coming_up(turn, [contact])]))


def _wish(turn: Turn, text: str) -> Wish:
    return parse_wish(text, [contact.name or "" for contact in list_contacts(turn.session, turn.person.id)])


def _label(turn: Turn, name: str) -> str | None:
    """The name as it will be kept; says what is wrong and asks again where it cannot be."""
    try:
        return as_label(clean_name(name))
    except UsageError:
        turn.wait_for("network.name")
        buttons = [Button("network.buttons.not_now", "network.leave")]
        turn.say("network.add.too_long" if name.strip() else "network.add.who", most=LONGEST_NAME, buttons=buttons)
        return None


def _ask_same(turn: Turn, label: str, same: list[Contact], fields: Changes) -> None:
    args = asdict(fields)
    turn.wait_for("network.same", contact=same[0].id if same else "", name=label, fields=args)
    choices = [
        Button(named_apart(turn, contact), "network.take_same", {"contact": contact.id, "fields": args})
        for contact in same[:MOST_CHOICES]
    ]
    someone_new = Button("network.buttons.someone_new", "network.add_anyway", {"name": label, "fields": args})
    turn.say("network.log.same", name=label, buttons=[*choices, someone_new])


def _say_added(turn: Turn, contact: Contact, *, asked: bool) -> None:
    words = [turn.words("network.add.done", name=contact.name, rhythm=rhythm_of(turn, contact))]
    words += coming_up(turn, [contact])
    buttons = []
    if asked:
        words.append(turn.words("network.add.other_rhythm"))
        buttons = [
            Button(f"network.buttons.{name}", "network.every", {"contact": contact.id, "days": days})
            for days, name in RHYTHMS
        ]
    turn.say_text(" ".join(words), buttons=buttons)


def _add_several(turn: Turn, wish: Wish) -> None:
    """Several new people at once; those whose name is there already are left as they are."""
    turn.stop_waiting()
    added = [contact for person in wish.people if (contact := _add_new(turn, person, wish)) is not None]
    if not added:
        turn.say("network.add.all_there")
        return
    turn.say("network.add.several", who=names_words(turn, [contact.name or "" for contact in added]))


def _add_new(turn: Turn, person: Heard, wish: Wish) -> Contact | None:
    if len(person.name) > LONGEST_NAME or find_contacts(turn.session, turn.person.id, person.name):
        return None
    return add_contact(
        turn.session,
        turn.person,
        as_label(person.name),
        now=turn.now,
        relation=person.relation,
        ring=wish.ring or 2,
        ideal_days=wish.every_days,
    )
