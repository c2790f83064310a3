"""The intent `edit_contact`: free text that changes what is noted about somebody. Asks for what it did not hear."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import Any

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.errors import UsageError
from bot.network import contact_command, entries, parting
from bot.network.contacts import RINGS, SHOWN_STANDINGS, Changes, list_contacts
from bot.network.edit_words import Edit, hear_edit
from bot.network.last_saved import saved_things
from bot.network.tables import Contact
from bot.network.whom import anybody_named, choices, means_the_last_one, unknown_name
from bot.people.short_answers import says_later, says_no, says_skip
from bot.reminders.cadence import cadence_of
from bot.reminders.calendar import FURTHEST_DAYS
from bot.reminders.rhythm import stop_for

WHO, WHAT = "network.edit_who", "network.edit_what"


def edit_from_text(turn: Turn, text: str) -> None:
    """Do what the text says about the one whom it names; ask who, where it names nobody or several."""
    named = anybody_named(turn, _without_new_name(text))
    edit = hear_edit(text, _words_for(named))
    spoken_of = _spoken_of(turn, text) if not named else None
    stranger = unknown_name(turn, _without_new_name(text)) if not named else None
    turn.stop_waiting()
    if len(named) == 1 or spoken_of is not None:
        apply(turn, spoken_of or named[0], edit)
    elif named:
        turn.wait_for(WHO, edit=asdict(edit), among=[one.id for one in named])
        buttons = choices(turn, named, "network.edit_as_said", edit=asdict(edit))
        turn.say("network.edit.which", buttons=[*buttons, _leave()])
    elif stranger is not None and stranger != edit.name:
        add = Button("network.buttons.add", "network.add_anyway", {"name": stranger, "fields": _fields_for_new(edit)})
        turn.say("network.edit.not_listed", name=stranger, buttons=[add, _leave()])
    else:
        _ask_who(turn, edit)


def apply(turn: Turn, contact: Contact, edit: Edit) -> None:
    """Change the entry as it was said, and say what it is now. Where nothing was heard, show it with its buttons."""
    if edit.standing in ("ended", "died"):
        parting.ask(turn, contact, edit.standing)
    elif edit.standing == "paused":
        contact_command.pause(turn, contact.id)
    elif contact.standing not in SHOWN_STANDINGS:
        _bring_back(turn, contact, edit)
    elif edit.standing == "open" and contact.standing == "paused":
        contact_command.reopen(turn, contact.id)
    elif edit.says_nothing or edit == Edit(standing="open"):
        ask_what(turn, contact)
    elif edit.ideal_days == 0:
        stop_for(turn, contact)
    else:
        _change(turn, contact, edit)


def as_said(turn: Turn, contact: str, edit: dict[str, Any]) -> None:
    """Somebody was tapped for a change that was said before."""
    known = turn.session.get(Contact, contact)
    turn.stop_waiting()
    if known is None or known.person_id != turn.person.id:
        turn.say("network.gone")
    else:
        apply(turn, known, Edit(**edit))


def answer_who(turn: Turn, text: str, edit: dict[str, Any], among: list[str] | None = None, tries: int = 0) -> None:
    """The typed name of whoever is meant, perhaps with what shall change."""
    named = [one for one in anybody_named(turn, text) if among is None or one.id in among]
    heard = hear_edit(text, _words_for(named))
    if among is not None and len(named) != 1:  # "the colleague", of two who are called Anna
        known = [one for one_id in among if (one := turn.session.get(Contact, one_id)) is not None]
        relation = hear_edit(f"it is {text}", []).relation
        named = [one for one in known if relation is not None and one.relation == relation] or named
    if len(named) == 1:
        said = Edit(**edit)
        as_said(turn, named[0].id, asdict(heard if said.says_nothing else said))
    elif says_no(text) or says_later(text) or says_skip(text) or tries > 0:
        turn.stop_waiting()
        turn.say("network.left")
    elif not turn.serve_otherwise():
        turn.wait_for(WHO, edit=edit, among=among, tries=tries + 1)
        turn.say("network.edit.who_unclear", buttons=[_leave()])


def answer_what(turn: Turn, text: str, contact: str, tries: int = 0) -> None:
    """The typed answer to "what shall change?"."""
    known = turn.session.get(Contact, contact)
    heard = hear_edit(text, [known.name or ""]) if known is not None else Edit()
    if heard.name is None and heard.standing is None:
        heard = replace(heard, relation=hear_edit(f"it is {text}", []).relation)  # "colleague, every month"
    if known is not None and not heard.says_nothing:
        turn.stop_waiting()
        apply(turn, known, heard)
    elif known is None or says_no(text) or says_later(text) or says_skip(text) or tries > 0:
        turn.stop_waiting()
        turn.say("network.left")
    elif not turn.serve_otherwise():
        turn.wait_for(WHAT, contact=contact, tries=tries + 1)
        turn.say("network.edit.what_unclear", name=known.name, buttons=[_leave()])


def _bring_back(turn: Turn, contact: Contact, edit: Edit) -> None:
    """Only somebody who was taken off the list comes back on a word; whoever died or is unsafe stays left out."""
    if contact.standing == "ended" and edit.standing == "open":
        contact_command.reopen(turn, contact.id)
        return
    back = Button("network.buttons.bring_back", "network.reopen", {"contact": contact.id})
    turn.say("network.edit.left_out", name=contact.name, buttons=[back] if contact.standing == "ended" else [])


def _change(turn: Turn, contact: Contact, edit: Edit) -> None:
    ring = edit.ring or (min(max(contact.ring - edit.closer, RINGS[0]), RINGS[-1]) if edit.closer else None)
    changes = Changes(edit.name, edit.relation, ring, _days(contact, edit))
    try:
        entries.change(turn, contact, changes)
    except UsageError:  # a name that cannot be one
        ask_what(turn, contact)


def _days(contact: Contact, edit: Edit) -> int | None:
    """The new rhythm in days; "more often" halves it, "less often" doubles it."""
    ideal = cadence_of(contact).ideal_days
    if edit.ideal_days is not None or not edit.often or not ideal:
        return edit.ideal_days
    return max(1, ideal // 2) if edit.often > 0 else min(2 * ideal, FURTHEST_DAYS)


def _ask_who(turn: Turn, edit: Edit) -> None:
    people = list_contacts(turn.session, turn.person.id)
    if not people:
        turn.say("network.nobody", buttons=[Button("network.buttons.add", "network.add")])
        return
    turn.wait_for(WHO, edit=asdict(edit))
    buttons = choices(turn, people, "network.edit_as_said", edit=asdict(edit))
    turn.say("network.edit.who", buttons=[*buttons, _leave()])


def ask_what(turn: Turn, contact: Contact) -> None:
    """Their card, with its buttons; words do as well."""
    contact_command.show(turn, contact.id)
    turn.wait_for(WHAT, contact=contact.id)
    turn.say("network.edit.what")


def _spoken_of(turn: Turn, text: str) -> Contact | None:
    """Whoever was added, changed or shown in the last minutes, where the text says "her" or "it"."""
    if not means_the_last_one(text):
        return None
    return next((saved.contact for saved in saved_things(turn) if saved.contact is not None), None)


def _without_new_name(text: str) -> str:
    """The text without the name that somebody shall get, which may be another's name already."""
    new = hear_edit(text, []).name
    return text if new is None else text.replace(new, "", 1) if text.count(new) == 1 else text


def _words_for(named: list[Contact]) -> list[str]:
    return [word for one in named for word in (one.name or "", (one.name or "").partition(" ")[0])]


def _fields_for_new(edit: Edit) -> dict[str, Any]:
    return asdict(Changes(relation=edit.relation, ring=edit.ring, ideal_days=edit.ideal_days))


def _leave() -> Button:
    return Button("network.buttons.not_now", "network.leave")
