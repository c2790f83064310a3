"""From step to step: showing one, going on, going back, and the end."""

from __future__ import annotations

from datetime import date

from bot.counselling import assignments
from bot.skills.place import Place
from bot.skills.quoting import quoted
from bot.skills.steps import KINDS
from bot.skills.steps.plan_questions import day_in_words


def show(place: Place, lead: str = "") -> None:
    """The step at which the person is, in full, under a line that says where that is."""
    view = KINDS[place.step.kind].view(place, place.step)
    head = f"{lead}\n\n{place.where}" if lead else place.where
    place.turn.say_text(f"{head}\n\n{view.text}", buttons=view.buttons)


def say_where(place: Place, lead_key: str) -> None:
    """The step in short, for someone who comes back to it."""
    view = KINDS[place.step.kind].view(place, place.step)
    lead = place.turn.words(lead_key, title=place.module.title, where=place.where)
    place.turn.say_text(f"{lead}\n\n{view.short}", buttons=view.buttons)


def finish_step(place: Place, lead: str = "") -> None:
    """Go to the next step, or end the run after the last."""
    if place.index + 1 < len(place.module.steps):
        _go_to(place, place.index + 1, lead)
    else:
        _complete(place)


def step_back(place: Place) -> None:
    """Go to the step before; from the first one there is nowhere to go."""
    if place.index == 0:
        show(place, lead=place.words("first_step"))
    else:
        _go_to(place, place.index - 1, "")


def _go_to(place: Place, index: int, lead: str) -> None:
    place.run.step_index = index
    place.run.updated_at = place.turn.now
    show(place, lead)


def _complete(place: Place) -> None:
    run, turn = place.run, place.turn
    run.state = "completed"
    run.ended_at = run.updated_at = turn.now
    if run.assignment_id is not None:
        assignments.mark_completed(turn.session, run.assignment_id, turn.now)
    plan = _plan_kept(place)
    if plan is None:
        place.say("completed.plain", title=place.module.title)
    else:
        day = day_in_words(date.fromisoformat(plan["on"]), turn.person.locale)
        place.say("completed.with_plan", title=place.module.title, name=quoted(plan["name"]), day=day)


def _plan_kept(place: Place) -> dict[str, str] | None:
    kept = (place.kept_at(step.id) for step in place.module.steps if step.kind == "plan")
    return next((plan for plan in kept if plan.get("stage") == "done"), None)
