"""The intent `change_mind`: what is open is dropped, a practice keeps its place, and something else is offered."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.last_saved import Saved, reminder_behind, saved_things
from bot.network.undoing import take_back_saved, told
from bot.people import onboarding
from bot.people.age import is_minor, meet_younger_person
from bot.people.explaining import explain
from bot.people.short_answers import says_later, says_no, says_skip, says_yes
from bot.people.talk import ideas
from bot.privacy import erase_flow, export_flow
from bot.reminders.dates import moment_in_words
from bot.skills import exercise

FLOW = "people.take_back"

DROPPED = {
    "network.confirm": "noted_nothing", "network.report": "noted_nothing", "network.who": "noted_nothing",
    "network.which": "noted_nothing", "network.name": "nobody_added", "network.same": "nobody_added",
    "reminders.who": "nothing_set", "reminders.when": "nothing_set", "reminders.add": "nothing_set",
    "reminders.tried_add": "nobody_added", "reminders.change": "unchanged", "network.edit_who": "unchanged",
    "network.edit_what": "unchanged", "network.parting": "unchanged", "skills.gate": "no_practice",
}  # fmt: skip
"""What is no longer done, by the question that is dropped; for all others `left`."""


def change_mind(turn: Turn, text: str) -> None:
    """Drop what is open; offer to take back what was saved in the last minutes; else ask what it shall be instead."""
    turn.in_exercise = True  # nothing leads back to what was just dropped
    question = turn.person.waiting_for
    if is_minor(turn.person):
        meet_younger_person(turn)
    elif question is not None and question["flow"] != "network.felt":
        _drop(turn, question["flow"], question["args"])
    elif exercise.current_run(turn.session, turn.person.id) is not None:
        turn.stop_waiting()
        exercise.stop_and_keep(turn)
        resume = Button("general.buttons.resume_practice", "skills.resume")
        turn.say("general.change_mind.practice", buttons=[resume, *ideas(turn)[::2]])
    elif saved := saved_things(turn):
        _offer_undo(turn, saved[0])
    else:
        turn.stop_waiting()
        turn.say("general.change_mind.nothing", buttons=ideas(turn))


def answer(turn: Turn, text: str) -> None:
    """The typed answer to "shall I take it back?"."""
    saved = saved_things(turn)
    turn.stop_waiting()
    if says_yes(text) and saved:
        take_back_saved(turn, saved[0])
    elif says_no(text) or says_later(text) or says_skip(text) or turn.otherwise is None:
        turn.say("general.change_mind.kept")
    else:
        turn.otherwise.serve()


def leave(turn: Turn) -> None:
    """ "Leave it" under the same question."""
    if turn.person.waiting_for and turn.person.waiting_for["flow"] == FLOW:
        turn.stop_waiting()
    turn.say("general.change_mind.kept")


def _drop(turn: Turn, flow: str, args: dict[str, object]) -> None:
    if flow.startswith("safety."):
        explain(turn, flow)  # in danger nothing is waved away
    elif flow == erase_flow.QUESTION:
        erase_flow.keep(turn)
    elif flow == export_flow.QUESTION:
        export_flow.keep_out(turn)
    elif "start" in (args.get("place"), args.get("walk")) and onboarding.must_onboard(turn.person):
        onboarding.put_off(turn)
    else:
        turn.stop_waiting()
        kept = isinstance(draft := args.get("draft"), dict) and draft.get("replaces")
        dropped = turn.words(f"general.dropped.{'unchanged' if kept else DROPPED.get(flow, 'left')}")
        turn.say_text(f"{dropped} {turn.words('general.change_mind.what_else')}", buttons=ideas(turn))


def _offer_undo(turn: Turn, saved: Saved) -> None:
    turn.wait_for(FLOW)
    take_back = Button("network.buttons.take_back", *_way_back(saved))
    leave_it = Button("network.buttons.keep", "people.leave_saved")
    turn.say("general.change_mind.saved", what=_what(turn, saved), buttons=[take_back, leave_it])


def _way_back(saved: Saved) -> tuple[str, dict[str, object]]:
    if saved.connection is not None:
        return "network.undo", {"connection": saved.connection.id}
    if saved.added is not None:
        return "network.end", {"contact": saved.added.id}
    assert saved.way_back is not None  # one of the three is there
    return saved.way_back.do, saved.way_back.args


def _what(turn: Turn, saved: Saved) -> str:
    reminder, name = reminder_behind(turn, saved), saved.contact.name if saved.contact else ""
    if saved.connection is not None:
        return told(turn, saved.connection)
    if reminder is not None:
        when = moment_in_words(turn, reminder.planned_at)
        return turn.words("general.change_mind.reminder", name=name, when=when)
    return turn.words("general.change_mind.added" if saved.added else "general.change_mind.entry", name=name)
