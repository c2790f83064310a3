"""An offer that a plain "yes" takes up: "Shall we do something small?", typed as well as tapped."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.network.adding import ask_name
from bot.people.short_answers import says_later, says_no, says_skip, says_yes
from bot.people.today import FIRST_PRACTICE, offer_one_thing
from bot.reminders import newcomers, wishes
from bot.skills import exercise

FLOW = "people.one_offer"

_TAKE_UP: dict[str, Callable[[Turn], None]] = {
    "network.add": ask_name,
    "people.today": offer_one_thing,
    "skills.start": lambda turn: exercise.start(turn, FIRST_PRACTICE),
}


def offer(turn: Turn, words: str, buttons: Sequence[Button]) -> None:
    """Say it, and let a typed yes mean the first button. In a practice, what is typed belongs to the practice."""
    turn.say_text(words, buttons=buttons)
    if exercise.current_run(turn.session, turn.person.id) is None and buttons[0].do in _TAKE_UP:
        turn.wait_for(FLOW, do=buttons[0].do)


def answer(turn: Turn, text: str, do: str) -> None:
    """A typed answer: yes, no, the name of someone, or something else altogether."""
    turn.stop_waiting()
    if says_yes(text) and do in _TAKE_UP:
        _TAKE_UP[do](turn)
    elif says_no(text) or says_later(text) or says_skip(text):
        turn.say("general.not_now")
    elif (
        do == "network.add" and newcomers.someone_new(text, bare=True) and not (turn.otherwise and turn.otherwise.clear)
    ):
        wishes.remind_me(turn, text, bare=True)
    elif turn.otherwise is not None:
        turn.otherwise.serve()
    else:
        turn.say("general.not_now")
