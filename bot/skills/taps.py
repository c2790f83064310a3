"""The buttons of a practice. One that belongs to another run or step is answered with where the person is now."""

from __future__ import annotations

from typing import Any

from bot.conversation.turn import Turn
from bot.errors import ContentError
from bot.people import onboarding
from bot.skills import exercise, gate
from bot.skills.moves import finish_step, say_where, step_back
from bot.skills.place import Place
from bot.skills.steps import KINDS


def start(turn: Turn, module: str, assignment_id: int | None = None, fresh: bool = False) -> None:
    """Begin a practice."""
    exercise.start(turn, module, assignment_id, fresh=fresh)


def answer_gate(turn: Turn, answer: str, module: str, assignment_id: int | None = None) -> None:
    """The answer to "might this person harm you?"."""
    turn.in_exercise = True
    turn.stop_waiting()
    if not onboarding.age_known(turn.person):
        onboarding.ask_age(turn)
    elif answer != "no":
        gate.lead_to_safety(turn, module, assignment_id)
    elif _is_running(turn, module):
        exercise.start(turn, module, assignment_id)
    else:
        _begin(turn, module, assignment_id)


def type_gate(turn: Turn, text: str, module: str, assignment_id: int | None = None) -> None:
    """The same answer, typed."""
    answer = gate.read_answer(text)
    if answer is None:
        gate.ask_again(turn, module, assignment_id)
    elif answer == "later":
        not_today(turn)
    else:
        answer_gate(turn, answer, module, assignment_id)


def go_on(turn: Turn, run: str, step: str) -> None:
    """ "Next"."""
    place = _place(turn, run, step)
    if place is not None:
        finish_step(place)


def skip(turn: Turn, run: str, step: str) -> None:
    """ "Skip this"."""
    place = _place(turn, run, step)
    if place is not None:
        finish_step(place, lead=place.words("skipped"))


def back(turn: Turn, run: str, step: str) -> None:
    """ "One step back"."""
    place = _place(turn, run, step)
    if place is not None:
        step_back(place)


def here(turn: Turn, run: str, step: str) -> None:
    """ "Go on": the open step once more."""
    place = _place(turn, run, step)
    if place is not None:
        say_where(place, "skills.here")


def stop(turn: Turn, run: str, step: str) -> None:
    """ "Stop for today"."""
    place = _place(turn, run, step)
    if place is not None:
        say_stopped(place)


def say_stopped(place: Place) -> None:
    """Stop, and say that the place is kept."""
    exercise.stop_and_keep(place.turn)
    place.say("stopped", [place.button("skills.buttons.resume", "resume")], title=place.module.title, where=place.where)


def resume(turn: Turn, run: str | None = None, step: str | None = None) -> None:
    """ "Go on where I was". Whichever run is open now is meant: an old button is no way back in time."""
    exercise.resume(turn)


def not_today(turn: Turn) -> None:
    """ "Not today"."""
    turn.in_exercise = True
    turn.stop_waiting()
    turn.say("skills.not_today")


def in_step(verb: str) -> Any:
    """The handler for a button that belongs to one kind of step."""

    def tap(turn: Turn, run: str, step: str, **args: Any) -> None:
        place = _place(turn, run, step)
        if place is None:
            return
        if KINDS[place.step.kind].tap(place, place.step, verb, args):
            finish_step(place)
        elif not turn.replies:
            say_where(place, "skills.here")

    return tap


def _place(turn: Turn, run: str, step: str) -> Place | None:
    """Where the person is, if the button belongs there; None once it was said where they are instead."""
    turn.in_exercise = True
    turn.stop_waiting()
    place = exercise.open_place(turn)
    if place is None or (place.run.id == run and place.step.id == step):
        return place
    say_where(place, "skills.stale" if place.run.id == run else "skills.stale_run")
    return None


def _is_running(turn: Turn, module_id: str) -> bool:
    running = exercise.current_run(turn.session, turn.person.id)
    return running is not None and running.module_id == module_id


def _begin(turn: Turn, module_id: str, assignment_id: int | None) -> None:
    try:
        module = turn.content.modules.get(module_id)
    except ContentError:
        turn.say("skills.unknown", buttons=exercise.practice_buttons(turn))
        return
    exercise.begin(turn, module, assignment_id)
