"""The run of a practice: begin, answer, interrupt, stop, come back. All of its state is in its row."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.counselling import assignments
from bot.errors import ContentError
from bot.people import onboarding
from bot.skills import gate, runs
from bot.skills.format import Module
from bot.skills.moves import finish_step, say_where, show
from bot.skills.place import Place
from bot.skills.runs import current_run
from bot.skills.steps import KINDS
from bot.skills.tables import ExerciseRun


def start(turn: Turn, module_id: str, assignment_id: int | None = None, *, fresh: bool = False) -> None:
    """Begin a practice, or lead back to it where it is running or kept. Asks first for what must be known."""
    turn.in_exercise = True
    turn.stop_waiting()
    if not onboarding.age_known(turn.person):
        onboarding.ask_age(turn)
        return
    try:
        module = turn.content.modules.get(module_id)
    except ContentError:
        turn.say("skills.unknown", buttons=practice_buttons(turn))
        return
    earlier = None if fresh else _earlier_run(turn, module_id)
    if earlier is not None:
        _lead_back(turn, earlier, assignment_id)
    elif module.towards_a_person:
        gate.ask(turn, module_id, assignment_id)
    else:
        begin(turn, module, assignment_id)


def begin(turn: Turn, module: Module, assignment_id: int | None) -> None:
    """A new run at its first step. One that was running is kept for later."""
    turn.person.onboarding_put_off = True  # whoever practises is not led back to the first questions; /start has them
    runs.drop_kept_runs(turn.session, turn.person.id, module.id, turn.now)
    run = runs.new_run(turn.session, turn.person.id, module, assignment_id, turn.now)
    _mark_started(turn, run)
    turn.say("skills.intro", title=module.title, objective=module.objective, minutes=module.minutes_left(0))
    show(Place(turn, run, module))


def take_answer(turn: Turn, text: str) -> None:
    """Give typed words to the step at which the person is."""
    turn.in_exercise = True
    place = open_place(turn)
    if place is not None and KINDS[place.step.kind].take(place, place.step, text):
        finish_step(place)


def remind_where(turn: Turn) -> None:
    """After something else was served: one short message with the open step; nothing where none is running."""
    turn.in_exercise = True
    run = current_run(turn.session, turn.person.id)
    place = Place.of(turn, run) if run is not None else None
    if place is not None:
        say_where(place, "skills.back_here")
    elif run is not None:
        _say_version_gone(turn, run)


def stop_and_keep(turn: Turn) -> None:
    """Stop the run that is going on, its place kept. Says nothing."""
    runs.stop(current_run(turn.session, turn.person.id), turn.now)


def resume(turn: Turn) -> None:
    """Take up the run that is going on, or else the one stopped last, where it was."""
    turn.in_exercise = True
    turn.stop_waiting()
    if not onboarding.age_known(turn.person):
        onboarding.ask_age(turn)
        return
    person_id, library = turn.person.id, turn.content.modules
    run = current_run(turn.session, person_id) or runs.kept_run(turn.session, person_id, library)
    if run is None:
        say_nothing_open(turn)
        return
    run.state = "running"
    run.updated_at = turn.now
    place = Place.of(turn, run)
    if place is None:
        _say_version_gone(turn, run)
        return
    _mark_started(turn, run)
    say_where(place, "skills.welcome_back")


def open_place(turn: Turn) -> Place | None:
    """Where the person is in the running practice; None, having said why, where there is nowhere to be."""
    run = current_run(turn.session, turn.person.id)
    if run is None:
        say_nothing_open(turn)
        return None
    place = Place.of(turn, run)
    if place is None:
        _say_version_gone(turn, run)
    return place


def say_nothing_open(turn: Turn) -> None:
    """No practice is going on; what could be."""
    kept = runs.kept_run(turn.session, turn.person.id, turn.content.modules)
    if kept is not None:
        title = turn.content.modules.get(kept.module_id).title
        turn.say("skills.one_is_kept", title=title, buttons=[Button("skills.buttons.resume", "skills.resume")])
    else:
        turn.say("skills.nothing_open", buttons=practice_buttons(turn))


def has_kept_run(turn: Turn) -> bool:
    """Whether a stopped practice can be taken up again."""
    return runs.kept_run(turn.session, turn.person.id, turn.content.modules) is not None


def practice_buttons(turn: Turn) -> list[Button]:
    """A button for each practice there is."""
    library = turn.content.modules
    return [Button(library.get(name).title, "skills.start", {"module": name}) for name in library.ids()]


def _earlier_run(turn: Turn, module_id: str) -> ExerciseRun | None:
    running = current_run(turn.session, turn.person.id)
    if running is not None and running.module_id == module_id:
        return running
    return runs.kept_run(turn.session, turn.person.id, turn.content.modules, module_id)


def _lead_back(turn: Turn, run: ExerciseRun, assignment_id: int | None) -> None:
    """Practice that was begun earlier counts for an assignment that came later."""
    if run.assignment_id is None:
        run.assignment_id = assignment_id
    place = Place.of(turn, run)
    if place is None:
        _say_version_gone(turn, run)
    elif run.state == "running":
        _mark_started(turn, run)
        say_where(place, "skills.already_here")
    else:
        fresh = {"module": run.module_id, "assignment_id": assignment_id, "fresh": True}
        buttons = [
            Button("skills.buttons.resume", "skills.resume", {"run": run.id}),
            Button("skills.buttons.fresh", "skills.start", fresh),
        ]
        turn.say("skills.was_kept", title=place.module.title, where=place.where, buttons=buttons)


def _mark_started(turn: Turn, run: ExerciseRun) -> None:
    if run.assignment_id is not None:
        assignments.mark_started(turn.session, run.assignment_id, turn.now)


def _say_version_gone(turn: Turn, run: ExerciseRun) -> None:
    """A run finishes on the version that it began with; where that is no longer kept, a fresh start is offered."""
    run.state, run.ended_at = "dropped", turn.now
    again = {"module": run.module_id, "assignment_id": run.assignment_id, "fresh": True}
    there = run.module_id in turn.content.modules.ids()
    buttons = [Button("skills.buttons.fresh", "skills.start", again)] if there else practice_buttons(turn)
    turn.say("skills.version_gone", buttons=buttons)


__all__ = [
    "begin",
    "current_run",
    "has_kept_run",
    "open_place",
    "practice_buttons",
    "remind_where",
    "resume",
    "say_nothing_open",
    "start",
    "stop_and_keep",
    "take_answer",
]
