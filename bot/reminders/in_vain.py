"""The intent `tried_in_vain`: they tried to reach someone and got no answer. Kind words, no blame, no contact noted."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.errors import UsageError
from bot.network.adding import add_one
from bot.network.contacts import Changes
from bot.network.tables import Contact
from bot.network.whom import choices, people_named, unknown_name
from bot.people.short_answers import says_later, says_no, says_skip, says_yes
from bot.reminders.cadence import next_due
from bot.reminders.newcomers import someone_new
from bot.reminders.rows import ONE_OFF, REACH_OUT, add_attempt, contact_of, subject_of
from bot.reminders.sent import sent_lately
from bot.reminders.tables import Reminder
from bot.reminders.tries import say_what_helps, tried
from bot.reminders.whom import leave_button, people_of

WHO, ADD = "reminders.tried_who", "reminders.tried_add"


def tried_in_vain(turn: Turn, text: str) -> None:
    """Find whom they tried to reach, and answer that; nobody who is not on the list is forced onto it."""
    turn.stop_waiting()
    named = people_named(turn, text)
    waiting = [contact for reminder in sent_lately(turn) if (contact := contact_of(turn.session, reminder)) is not None]
    asked_about = [contact for contact in named if contact in waiting]
    stranger = None if named else _stranger(turn, text)
    if len(named) == 1 or len(asked_about) == 1:
        with_contact(turn, (named if len(named) == 1 else asked_about)[0])
    elif named:
        turn.wait_for(WHO)
        turn.say("reminders.in_vain.which", buttons=[*choices(turn, named, "reminders.tried_with"), leave_button()])
    elif stranger is not None:
        _offer_to_add(turn, stranger)
    elif len(waiting) == 1:
        with_contact(turn, waiting[0])
    else:
        _ask_who(turn)


def with_contact(turn: Turn, contact: Contact) -> None:
    """A try with somebody on the list. A reminder about them that waits for an answer has it by this."""
    if contact.standing != "open":
        turn.say("reminders.in_vain.left_alone", name=contact.name)
        return
    reminder = next((row for row in sent_lately(turn) if contact_of(turn.session, row) is contact), None)
    if reminder is not None:
        tried(turn, reminder.id)
    else:
        say_what_helps(turn, _told_by_themselves(turn, contact))


def tap_with(turn: Turn, contact: str) -> None:
    """Whoever was tapped in answer to "who was it?"."""
    _close_question(turn)
    known = turn.session.get(Contact, contact)
    if known is None or known.person_id != turn.person.id:
        turn.say("reminders.stale.contact_gone")
    else:
        with_contact(turn, known)


def take_who(turn: Turn, text: str, tries: int = 0) -> None:
    """The typed answer to "who was it?"."""
    named = people_named(turn, text)
    leaves = says_no(text) or says_later(text) or says_skip(text)
    stranger = None if named or leaves else someone_new(text, bare=True)
    if len(named) == 1:
        turn.stop_waiting()
        with_contact(turn, named[0])
    elif leaves or tries > 0:
        _leave(turn)
    elif turn.serve_otherwise():
        return
    elif stranger is not None and not named:
        _offer_to_add(turn, stranger.name)
    else:
        turn.wait_for(WHO, tries=tries + 1)
        turn.say("reminders.ask.who_again", buttons=[leave_button()])


def add(turn: Turn, name: str) -> None:
    """They want that one on their list."""
    _close_question(turn)
    try:
        add_one(turn, name, Changes())
    except UsageError:
        turn.say("reminders.ask.left")


def take_adding(turn: Turn, text: str, name: str) -> None:
    """The typed answer to the offer to add them."""
    if says_yes(text):
        add(turn, name)
    elif says_no(text) or says_later(text) or says_skip(text) or not turn.serve_otherwise():
        _leave(turn)


def _told_by_themselves(turn: Turn, contact: Contact) -> Reminder:
    """A row for a try that no reminder led to, so that it counts like the others and the next one waits for it."""
    due = next_due(turn.session, turn.person, contact)
    kind, today = (REACH_OUT if due else ONE_OFF), turn.local_now.date()
    row = add_attempt(
        turn.session,
        turn.person,
        subject_of(contact),
        kind,
        due=due or today,
        now=turn.now,
        on=today,
        version=contact.cadence_version,
    )
    row.planned_at, row.status = turn.now, "answered"
    return row


def _offer_to_add(turn: Turn, name: str) -> None:
    turn.wait_for(ADD, name=name)
    buttons = [Button("reminders.buttons.add", ADD, {"name": name}), leave_button()]
    turn.say("reminders.in_vain.not_listed", name=name, buttons=buttons)


def _ask_who(turn: Turn) -> None:
    people = people_of(turn)
    if not people:
        turn.say("reminders.in_vain.nobody_listed", buttons=[Button("reminders.buttons.add_someone", "network.add")])
        return
    turn.wait_for(WHO)
    turn.say("reminders.in_vain.who", buttons=[*choices(turn, people, "reminders.tried_with"), leave_button()])


def _stranger(turn: Turn, text: str) -> str | None:
    someone = someone_new(text)
    return someone.name[:1].upper() + someone.name[1:] if someone is not None else unknown_name(turn, text)


def _leave(turn: Turn) -> None:
    turn.stop_waiting()
    turn.say("reminders.ask.left")


def _close_question(turn: Turn) -> None:
    """A button may be old: a question of another kind that is open by now stays open."""
    if turn.person.waiting_for and turn.person.waiting_for["flow"] in (WHO, ADD):
        turn.stop_waiting()
