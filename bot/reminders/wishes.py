"""Wishes in free text: "remind me to call mum on Sunday", "stop reminding me about Ben". Asks for what is missing."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.errors import UsageError
from bot.network.adding import add_from_text, add_one, say_contact_rhythm
from bot.network.contacts import Changes, edit_contact
from bot.network.tables import Contact
from bot.people.short_answers import says_later, says_no, says_skip
from bot.reminders import asking
from bot.reminders.asking import MOST_CHOICES, set_for, set_one_off
from bot.reminders.ending import stop_reminding
from bot.reminders.newcomers import FLOW as NEWCOMER
from bot.reminders.newcomers import offer_to_add, someone_new
from bot.reminders.when import When, find_when, read_when
from bot.reminders.whom import leave_button, named_in, own_contact, people_of, without_name
from bot.understanding.hearing.rhythm import hear_rhythm
from bot.understanding.hearing.who import Heard

_TIME_WORDS = re.compile(
    r"\b(?:on|at|in|by|around|today|tonight|tomorrow|tmrw|next|this|every|mon|tue|wed|thu|fri|sat|sun)\w*\b|\d",
    re.IGNORECASE,
)
_QUESTIONS = (
    "reminders.who", "reminders.when", NEWCOMER, "reminders.tried_who", "reminders.tried_add", "reminders.change"
)  # fmt: skip
"""Those that "Leave it" closes."""
CHOICES = {"today": 0, "tomorrow": 1, "in_a_week": 7}


def remind(turn: Turn, argument: str) -> None:
    """`/remind`: in its own grammar, or in plain words ("/remind Ben tomorrow at 6pm")."""
    first, _, rest = argument.strip().partition(" ")
    first = first.casefold()
    if first == "stop" and named_in(rest, people_of(turn)) is not None:
        stop_reminding(turn, rest)
        return
    if "=" in argument or first in ("list", "stop") or not argument.strip():
        asking.remind(turn, argument)
    else:
        remind_me(turn, argument, bare=True)


def remind_me(turn: Turn, text: str, *, bare: bool = False) -> None:
    """Set a reminder from a sentence; whoever or whenever is missing is asked for, whoever is new is offered."""
    people = people_of(turn)
    contact = named_in(text, people)
    rhythm = hear_rhythm(text.casefold())
    when = find_when(without_name(text, contact), turn.local_now)
    someone = None if contact else someone_new(text) or (someone_new(_opening(text), bare=True) if bare else None)
    if rhythm is not None:
        _set_rhythm(turn, text, contact, someone, rhythm[0])
    elif someone is not None:
        offer_to_add(turn, someone, when)
    elif not people:
        turn.say("reminders.ask.nobody_yet", buttons=[Button("reminders.buttons.add_someone", "network.add")])
    elif contact is None:
        _ask_who(turn, people, when)
    elif when is None:
        ask_when(turn, contact)
    else:
        set_for(turn, contact, when)


def _set_rhythm(turn: Turn, text: str, contact: Contact | None, someone: Heard | None, days: int) -> None:
    """ "Every two weeks" is no single reminder: it is how often the person wants to be in touch."""
    if contact is not None:
        edit_contact(turn.session, turn.person, contact, Changes(ideal_days=days), turn.now)
        say_contact_rhythm(turn, "network.edit.done", contact)
    elif someone is not None:
        add_one(turn, someone.name, Changes(relation=someone.relation, ideal_days=days))
    else:
        add_from_text(turn, text)


def _opening(text: str) -> str:
    """The name at the beginning of "Ben tomorrow at 6pm"."""
    return _TIME_WORDS.split(text, maxsplit=1)[0]


def take_who(turn: Turn, text: str, on: str | None = None, minute: int | None = None, tries: int = 0) -> None:
    """The typed answer to "who?"."""
    contact = named_in(text, people_of(turn))
    when = When(date.fromisoformat(on), minute) if on else None
    if contact is not None:
        turn.stop_waiting()
        _go_on(turn, contact, on, minute)
    elif says_no(text) or says_later(text) or says_skip(text) or tries > 0:
        leave(turn)
    elif turn.serve_otherwise():
        return
    elif someone := someone_new(text, bare=True):
        offer_to_add(turn, someone, when)
    else:
        turn.wait_for("reminders.who", **({"on": on, "minute": minute} if on else {}), tries=tries + 1)
        turn.say("reminders.ask.who_again", buttons=[leave_button()])


def pick_who(turn: Turn, contact_id: str, on: str | None = None, minute: int | None = None) -> None:
    """The tapped answer to "who?"."""
    _close_question(turn)
    contact = own_contact(turn, contact_id)
    if contact is not None:
        _go_on(turn, contact, on, minute)


def take_when(turn: Turn, text: str, contact_id: str, tries: int = 0) -> None:
    """The typed answer to "when?"."""
    contact = own_contact(turn, contact_id)
    if contact is None:
        turn.stop_waiting()
        return
    try:
        when = read_when(text, turn.local_now)
    except UsageError:
        _ask_when_again(turn, text, contact_id, tries)
        return
    turn.stop_waiting()
    set_for(turn, contact, when)


def _ask_when_again(turn: Turn, text: str, contact_id: str, tries: int) -> None:
    if says_no(text) or says_later(text) or says_skip(text) or tries > 0:
        leave(turn)
    elif not turn.serve_otherwise():
        turn.wait_for("reminders.when", contact_id=contact_id, tries=tries + 1)
        turn.say("reminders.ask.when_again", buttons=[leave_button()])


def pick_when(turn: Turn, contact_id: str, days: int) -> None:
    """The tapped answer to "when?": so many days from today, at the person's hour."""
    _close_question(turn)
    contact = own_contact(turn, contact_id)
    if contact is not None:
        set_for(turn, contact, When(turn.local_now.date() + timedelta(days=days), None))


def leave(turn: Turn) -> None:
    """Nothing is set."""
    _close_question(turn)
    turn.say("reminders.ask.left")


def _go_on(turn: Turn, contact: Contact, on: str | None, minute: int | None) -> None:
    if on is None:
        ask_when(turn, contact)
    else:
        set_one_off(turn, contact.id, on, minute)


def _close_question(turn: Turn) -> None:
    """A button may be old: a question of another kind that is open by now stays open."""
    waiting = turn.person.waiting_for
    if waiting and waiting["flow"] in _QUESTIONS:
        turn.stop_waiting()


def _ask_who(turn: Turn, people: list[Contact], when: When | None) -> None:
    said = {"on": when.day.isoformat(), "minute": when.minute} if when else {}
    buttons = [
        Button(contact.name or "", "reminders.pick_who", {"contact_id": contact.id, **said})
        for contact in people[:MOST_CHOICES]
    ]
    turn.wait_for("reminders.who", **said)
    turn.say("reminders.ask.who", buttons=[*buttons, leave_button()])


def ask_when(turn: Turn, contact: Contact) -> None:
    """Ask on which day."""
    buttons = [
        Button(f"reminders.buttons.{key}", "reminders.pick_when", {"contact_id": contact.id, "days": days})
        for key, days in CHOICES.items()
    ]
    turn.wait_for("reminders.when", contact_id=contact.id)
    turn.say("reminders.ask.when", name=contact.name, buttons=[*buttons, leave_button()])
