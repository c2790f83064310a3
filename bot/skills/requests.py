"""What can be asked of a running practice at any step: leave out, go back, explain, put off, and the like."""

from __future__ import annotations

from collections.abc import Callable

from bot.conversation.reply import Button
from bot.skills import exercise
from bot.skills.format import Cite, PractiseStep
from bot.skills.moves import finish_step, show, step_back
from bot.skills.place import Place
from bot.skills.steps import KINDS
from bot.skills.taps import say_stopped


def _skip(place: Place) -> None:
    finish_step(place, lead=place.words("skipped"))


def _why(place: Place) -> None:
    reasons = place.module.why_it_works
    place.say(
        "why",
        [place.button("skills.buttons.go_on", "here")],
        step=place.step.why,
        text=reasons.text,
        sources="\n".join(_cited(cite) for cite in reasons.cites),
    )


def _cited(cite: Cite) -> str:
    doi = f" doi.org/{cite.doi}" if cite.doi else ""
    return f"{cite.source}: {cite.finding}{doi}"


def _help(place: Place) -> None:
    place.say(f"help.{place.step.kind}", _ways_out(place), where=place.where)


def _explain(place: Place) -> None:
    """What the step wants, in short, with its example where it has one."""
    step, view = place.step, KINDS[place.step.kind].view(place, place.step)
    shown = step.rewrite if isinstance(step, PractiseStep) else view.short
    place.turn.say_text(f"{place.turn.words(f'understanding.explain.{step.kind}')}\n\n{shown}", buttons=view.buttons)


def _leave_for_else(place: Place) -> None:
    """Something else instead: the practice is put aside, its place kept."""
    exercise.stop_and_keep(place.turn)
    today = Button("general.buttons.today", "people.today")
    buttons = [today, place.button("skills.buttons.resume", "resume")]
    place.turn.say("understanding.put_aside.for_else", title=place.module.title, buttons=buttons)


def _leave_for_later(place: Place) -> None:
    exercise.stop_and_keep(place.turn)
    buttons = [place.button("skills.buttons.resume", "resume")]
    place.turn.say("understanding.put_aside.for_later", title=place.module.title, where=place.where, buttons=buttons)


def _redo(place: Place) -> None:
    """The last answer at this step anew; where there is none, one step back."""
    step, kept = place.step, place.kept
    kind = KINDS[step.kind]
    if step.kind == "practise" and kept.get("tries"):
        kind.tap(place, step, "retry", {})
    elif step.kind == "role_play" and kept.get("said"):
        kind.tap(place, step, "retry", {"at": len(kept["said"])})
    elif step.kind == "plan" and kept.get("stage") == "done":
        kind.tap(place, step, "plan_anew", {})
    elif step.kind == "plan" and kept:
        place.forget()
        show(place)
    elif step.kind == "choice" and kept.get("picked"):
        show(place)
    else:
        step_back(place)


def _ways_out(place: Place) -> list[Button]:
    return [
        place.button("skills.buttons.back", "back"),
        place.button("skills.buttons.skip", "skip"),
        place.button("skills.buttons.stop", "stop"),
    ]


ANSWERS: dict[str, Callable[[Place], None]] = {
    "skip": _skip,
    "repeat": show,
    "step_back": step_back,
    "why": _why,
    "help": _help,
    "ask_back": _explain,
    "correct": _redo,
    "stop": say_stopped,
    "change_mind": _leave_for_else,
    "later": _leave_for_later,
}
"""What is asked, by intent, and its answer."""
