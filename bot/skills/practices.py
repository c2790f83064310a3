"""`/practise`: go on, begin the one that was named, or choose."""

from __future__ import annotations

import re

from bot.conversation.turn import Turn
from bot.people import stopping
from bot.skills import exercise


def practise(turn: Turn, argument: str) -> None:
    """`/practise [MODULE]`, by id or title."""
    turn.in_exercise = True
    named = argument.strip()
    found = find_module(turn, named)
    if found is not None:
        exercise.start(turn, found)
    elif named:
        turn.say("skills.unknown", buttons=exercise.practice_buttons(turn))
    elif exercise.current_run(turn.session, turn.person.id) is not None:
        exercise.resume(turn)
    else:
        _offer(turn)


def start_practice(turn: Turn, text: str) -> None:
    """The wish to practise, in free text; a title in it is understood."""
    if "remind" in text.casefold():
        stopping.end_pause(turn)  # "start reminders again"
        return
    practise(turn, find_module(turn, text) or "")


def find_module(turn: Turn, named: str) -> str | None:
    """The module whose id or title stands in the text."""
    plain = _plain(named)
    for module_id in turn.content.modules.ids():
        title = _plain(turn.content.modules.get(module_id).title)
        if plain and (plain in (_plain(module_id), title) or f" {title} " in f" {plain} "):
            return module_id
    return None


def _offer(turn: Turn) -> None:
    turn.person.onboarding_put_off = True  # asked for practice, they are not led back to the first questions
    if exercise.has_kept_run(turn):
        exercise.say_nothing_open(turn)
        return
    buttons = exercise.practice_buttons(turn)
    if len(buttons) == 1:
        module = turn.content.modules.get(turn.content.modules.ids()[0])
        turn.wait_for("people.one_offer", do="skills.start")  # a typed yes means this practice
        turn.say(
            "skills.only_one",
            title=module.title,
            objective=module.objective,
            minutes=module.minutes_left(0),
            buttons=buttons,
        )
    else:
        turn.say("skills.choose", buttons=buttons)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())
