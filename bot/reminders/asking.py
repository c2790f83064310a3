"""`/remind`: set a reminder for someone, list what is coming, call one off."""

from __future__ import annotations

from datetime import date

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.contacts import find_contacts
from bot.network.grammar import Misused, read_command
from bot.network.tables import Contact
from bot.people.hours import is_quiet
from bot.reminders.dates import moment_in_words
from bot.reminders.planning import plan_one_off
from bot.reminders.rhythm import stop_for
from bot.reminders.rows import REACH_OUT, contact_of, planned, reminder_of
from bot.reminders.when import AlreadyPast, Unclear, When, read_when
from bot.reminders.wording import title_of

LONGEST_LIST = 15
MOST_CHOICES = 8


def remind(turn: Turn, argument: str) -> None:
    """`/remind NAME on=WHEN`, `/remind list`, `/remind stop ID`."""
    first, _, rest = argument.strip().partition(" ")
    if first.lower() == "list" and not rest.strip():
        list_coming(turn)
    elif first.lower() == "stop" and "=" not in rest:
        call_off(turn, rest)
    else:
        _set(turn, argument)


def list_coming(turn: Turn, text: str = "") -> None:
    """Everything that is to come, soonest first."""
    rows = planned(turn.session, turn.person)
    if not rows:
        turn.say("reminders.list.empty")
        return
    lines = [turn.words("people.settings.now.paused")] if turn.person.paused_at else []
    lines.append(turn.words("reminders.list.head"))
    for row in rows[:LONGEST_LIST]:
        when = moment_in_words(turn, row.planned_at)
        lines.append(turn.words("reminders.list.item", number=row.id, what=title_of(turn, row), when=when))
    if len(rows) > LONGEST_LIST:
        lines.append(turn.words("reminders.list.more", count=len(rows) - LONGEST_LIST))
    turn.say_text("\n".join([*lines, turn.words("reminders.list.foot")]))


def call_off(turn: Turn, number: str) -> None:
    """`/remind stop ID`: a regular reminder ends for its contact, any other just this once."""
    number = number.strip()
    if not (number.isascii() and number.isdigit() and len(number) <= 9):
        turn.say("reminders.command.stop_how")
        return
    reminder = reminder_of(turn.session, turn.person, int(number))
    if reminder is None or reminder.status != "planned":
        turn.say("reminders.command.stop_none")
        return
    contact = contact_of(turn.session, reminder)
    if reminder.kind == REACH_OUT and contact is not None:
        stop_for(turn, contact)
        return
    reminder.status = "cancelled"
    turn.say("reminders.command.stopped", what=title_of(turn, reminder))


def tap_call_off(turn: Turn, number: int) -> None:
    """The button under a reminder that was just set."""
    call_off(turn, str(number))


def set_one_off(turn: Turn, contact_id: str, on: str, minute: int | None) -> None:
    """A tapped choice of a person, for a moment said before: `on` is an ISO date."""
    contact = turn.session.get(Contact, contact_id)
    if contact is None or contact.person_id != turn.person.id:
        turn.say("reminders.stale.contact_gone")
        return
    day = date.fromisoformat(on)
    if day < turn.local_now.date():
        turn.say("reminders.command.past")
    else:
        set_for(turn, contact, When(day, minute))


def set_for(turn: Turn, contact: Contact, when: When) -> None:
    """Keep the reminder and say its real moment, which quiet hours may have moved."""
    if contact.standing != "open":
        turn.say("reminders.command.left_out", name=contact.name)
        return
    row = plan_one_off(turn.session, turn.person, contact, when.day, when.minute, turn.now)
    person = turn.person
    moved = when.minute is not None and is_quiet(when.minute, person.quiet_from_minute, person.quiet_until_minute)
    key = "set_moved" if moved else "set"
    call_it_off = Button("reminders.buttons.call_off", "reminders.call_off", {"number": row.id})
    when_words = moment_in_words(turn, row.planned_at)
    turn.say(f"reminders.command.{key}", name=contact.name, when=when_words, buttons=[call_it_off])


def choose_among(turn: Turn, contacts: list[Contact], name: str, when: When) -> None:
    """Several bear that name: which one?"""
    buttons = [
        Button(
            f"{contact.name} ({contact.relation})" if contact.relation else contact.name or name,
            "reminders.set",
            {"contact_id": contact.id, "on": when.day.isoformat(), "minute": when.minute},
        )
        for contact in contacts[:MOST_CHOICES]
    ]
    turn.say("reminders.command.which", name=name, buttons=buttons)


def _set(turn: Turn, argument: str) -> None:
    try:
        written = read_command(argument, ["on"])
        if not written.words:
            turn.say("reminders.command.how")
            return
        if "on" not in written.values:
            turn.say("reminders.command.no_when", name=_quoted(written.words))
            return
        when = read_when(written.values["on"], turn.local_now)
    except Misused as misuse:
        turn.say(misuse.key, **misuse.values)
    except Unclear:
        turn.say("reminders.command.bad_when")
    except AlreadyPast:
        turn.say("reminders.command.past")
    else:
        _set_by_name(turn, written.words, when)


def _set_by_name(turn: Turn, name: str, when: When) -> None:
    found = find_contacts(turn.session, turn.person.id, name)
    if not found:
        turn.say("reminders.command.nobody", name=name, quoted=_quoted(name))
    elif len(found) > 1:
        choose_among(turn, found, name, when)
    else:
        set_for(turn, found[0], when)


def _quoted(name: str) -> str:
    return f'"{name}"' if " " in name else name
