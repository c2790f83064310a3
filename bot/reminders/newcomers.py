"""A reminder for somebody who is not among the person's people yet: who that is, and the offer to add them."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.errors import UsageError
from bot.network.contacts import add_contact, find_contacts
from bot.people.short_answers import says_later, says_no, says_skip, says_yes
from bot.reminders.asking import set_for
from bot.reminders.when import When, find_when
from bot.understanding.hearing.name_words import NO_ONE, NOT_NAMES
from bot.understanding.hearing.relations import relation_named
from bot.understanding.hearing.who import Heard

FLOW = "reminders.add"
MOST_NAME_WORDS = 4

_VERB = (
    r"(?i:\b(?:call|ring|phone|telephone|text|message|msg|write(?: to)?|e-?mail|meet|see|visit|of|about|contact|invite"
    r"|thank|tell|(?:talk|speak) (?:to|with)|reach out to|check in (?:with|on)|get in touch with|2 call|2 text))"
)
_SOMEONE = re.compile(
    rf"{_VERB}\s+(?P<my>(?i:my|our)\s+)?(?P<first>[^\W\d_][\w'’-]*)(?P<rest>(?:\s+[^\W\d_a-z][\w'’-]*){{0,3}})"
)
_BARE = re.compile(r"(?P<my>(?i:my|our)\s+)?(?P<first>[^\W\d_][\w'’-]*)(?P<rest>(?:\s+[^\W\d_][\w'’-]*){0,2})[\s.!]*")


def someone_new(text: str, *, bare: bool = False) -> Heard | None:
    """Whom a wish to be reminded names, though nobody of that name is known; `bare` reads a name and nothing else."""
    match = _BARE.fullmatch(text.strip()) if bare else _SOMEONE.search(text)
    if match is None:
        return None
    relation, later = relation_named(match["first"]), [w for w in match["rest"].split() if w.lower() not in NOT_NAMES]
    if match["first"].lower() in NO_ONE | NOT_NAMES or says_yes(text) or says_no(text):
        return None
    first = re.sub(r"['’]s$", "", match["first"])
    words = later if relation and later else [first, *later]
    return Heard(" ".join(words), match.start("first"), match.end(), relation)


def offer_to_add(turn: Turn, someone: Heard, when: When | None) -> None:
    """Ask whether to add them and set the reminder in one go."""
    name = someone.name[:1].upper() + someone.name[1:]
    args: dict[str, Any] = {
        "name": name,
        "relation": someone.relation,
        "on": when.day.isoformat() if when else None,
        "minute": when.minute if when else None,
    }
    turn.wait_for(FLOW, **args)
    buttons = [Button("reminders.buttons.add", FLOW, args), Button("reminders.buttons.leave", "reminders.leave")]
    turn.say("reminders.ask.add" if when else "reminders.ask.add_first", name=name, buttons=buttons)


def take_adding(turn: Turn, text: str, name: str, relation: str | None, on: str | None, minute: int | None) -> None:
    """The typed answer to the offer."""
    when = None if on else find_when(text, turn.local_now)
    if when is not None:
        add(turn, name, relation, when.day.isoformat(), when.minute)
    elif says_yes(text):
        add(turn, name, relation, on, minute)
    elif says_no(text) or says_later(text) or says_skip(text) or not turn.serve_otherwise():
        turn.stop_waiting()
        turn.say("reminders.ask.left")


def add(turn: Turn, name: str, relation: str | None, on: str | None, minute: int | None) -> None:
    """Add them, and set the reminder, or ask for its day. A button from long ago adds nobody twice."""
    from bot.reminders.wishes import ask_when  # it leads here for names that it does not know

    waiting = turn.person.waiting_for
    if waiting and waiting["flow"] == FLOW:
        turn.stop_waiting()
    known = find_contacts(turn.session, turn.person.id, name)
    try:
        contact = known[0] if known else add_contact(turn.session, turn.person, name, now=turn.now, relation=relation)
    except UsageError:
        turn.say("reminders.ask.left")
        return
    day = date.fromisoformat(on) if on else None
    if day is None or day < turn.local_now.date():
        ask_when(turn, contact)
    else:
        set_for(turn, contact, When(day, minute))


__all__ = ["FLOW", "add", "offer_to_add", "someone_new", "take_adding"]
