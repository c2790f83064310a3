"""The intent `correct`: what was saved or asked last is not right. Says what it is now; never leaves it unheard."""

from __future__ import annotations

import re
from dataclasses import asdict

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network import contact_command, editing_by_words, entries, parting, reports
from bot.network.contacts import Changes
from bot.network.drafts import Draft
from bot.network.edit_words import Edit, hear_edit
from bot.network.entries import Entry
from bot.network.kept_reports import affirmed, correct_at_once, propose_corrected
from bot.network.last_saved import REOPEN, RESTORE, START_AGAIN, Saved, last_saved, reminder_behind, saved_things
from bot.network.queries import people_in
from bot.network.tables import Connection, Contact
from bot.network.undoing import told
from bot.network.whom import people_named
from bot.people import onboarding, settings
from bot.reminders import correcting, rhythm
from bot.understanding.hearing.name_words import NO_ONE, NOT_NAMES, OPENERS

_NEW = r"(?P<new>[^\W\d_][\w'’-]+(?:\s+[^\W\d_a-z][\w'’-]*){0,3})"
_OPENING = (
    r"(?i:(?:(?:no|nope|sorry|oops|actually|wait|ah|oh)[\s,.!]+)*"
    r"(?:(?:it|that|her name|his name|name)(?:['’]?s|\s+is)\s+)?)"
)
_MEANT = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?i:\bmean[t]?\s+){_NEW}",
        rf"^\s*{_OPENING}{_NEW}\s*(?:,?\s*(?i:not|with|and not)\b.*)?[.!]?$",
    )
)
"""A name alone, or after "I meant", is the name that was meant."""
_OF_THEMSELVES = re.compile(r"\b(?:my name(?: is|'s)|call me|i live in|my time ?zone|my quiet hours)\b", re.IGNORECASE)
"""A word on an answer about the person, given before."""


def correct(turn: Turn, text: str) -> None:
    """Correct what is being confirmed, else what was saved in the last minutes; else ask what should be changed."""
    waiting = turn.person.waiting_for
    if waiting and waiting["flow"] == "network.confirm":
        reports.answer_confirm(turn, text, **waiting["args"])
    elif _OF_THEMSELVES.search(text):
        turn.stop_waiting()
        settings.serve_wish(turn, text)
        onboarding.remind_where(turn)
    elif not any(_corrected(turn, text, saved) for saved in saved_things(turn)) and not _corrects_older(turn, text):
        _ask_what(turn)


def _corrected(turn: Turn, text: str, saved: Saved) -> bool:
    """Whether the text corrected that very thing."""
    if saved.connection is not None:
        return correct_at_once(turn, text, saved.connection)
    reminder = reminder_behind(turn, saved)
    if reminder is not None:
        return correcting.correct_reminder(turn, text, reminder)
    return saved.contact is not None and _correct_entry(turn, text, saved, saved.contact)


def _corrects_older(turn: Turn, text: str) -> bool:
    """Whether it fits what was told longer ago; then it is asked about first."""
    saved = last_saved(turn)
    return saved is not None and saved.connection is not None and propose_corrected(turn, text, saved.connection)


def _correct_entry(turn: Turn, text: str, saved: Saved, contact: Contact) -> bool:
    said = affirmed(text).strip(" ,;.!")
    other = next((one for one in people_named(turn, said) if one is not contact), None)
    if other is not None:
        return _move_to(turn, saved, contact, other)
    edit, name = hear_edit(said, [contact.name or ""]), _meant_name(said)
    if edit.says_nothing and name is not None and name.casefold() != (contact.name or "").casefold():
        edit = Edit(name=name)
    if edit.says_nothing:
        return False
    turn.stop_waiting()
    editing_by_words.apply(turn, contact, edit)
    return True


def _move_to(turn: Turn, saved: Saved, wrong: Contact, meant: Contact) -> bool:
    """It was the wrong person: put theirs back, and do it to the one who was meant. False where that is unclear."""
    way_back = saved.way_back
    if way_back is None:
        return False
    turn.stop_waiting()
    if way_back.do == RESTORE:
        before, after = asdict(Entry(**way_back.args["entry"])), asdict(Entry.of(wrong))
        changed = {name: value for name, value in after.items() if value != before[name] and value is not None}
        entries.put_back(turn, wrong, Entry(**before))
        entries.change(turn, meant, Changes(**changed))
    elif way_back.do == START_AGAIN:
        rhythm.start_again(turn, **way_back.args)
        rhythm.stop_for(turn, meant)
    elif way_back.do == REOPEN:
        standing = wrong.standing
        contact_command.reopen(turn, wrong.id)
        if standing == "paused":
            contact_command.pause(turn, meant.id)
        else:
            parting.ask(turn, meant, standing)
    return True


def _ask_what(turn: Turn) -> None:
    """Show what was saved last, and ask what should be changed about it."""
    saved = last_saved(turn)
    reminder = reminder_behind(turn, saved) if saved is not None else None
    if saved is None:
        turn.stop_waiting()
        turn.say("network.correct.nothing", buttons=[Button("network.buttons.in_touch_with", "network.log")])
        onboarding.remind_where(turn)
    elif saved.connection is not None:
        _ask_about_told(turn, saved.connection)
    elif reminder is not None:
        correcting.ask_what(turn, reminder)
    elif saved.contact is not None:
        editing_by_words.ask_what(turn, saved.contact)


def _ask_about_told(turn: Turn, kept: Connection) -> None:
    draft = Draft.of(kept, people_in(turn.session, kept))
    turn.wait_for("network.confirm", draft=draft.as_args())
    buttons = [
        Button("network.buttons.take_back", "network.undo", {"connection": kept.id}),
        Button("network.buttons.right_so", "network.drop", {"draft": draft.as_args()}),
    ]
    turn.say("network.correct.what", what=told(turn, kept), buttons=buttons)


def _meant_name(text: str) -> str | None:
    for pattern in _MEANT:
        match = pattern.search(text)
        if match is not None and match["new"].split()[0].lower() not in NO_ONE | NOT_NAMES | OPENERS:
            return match["new"]
    return None
