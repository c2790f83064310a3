"""What is asked of Kith in the middle of a practice, and what the practice itself answers."""

from __future__ import annotations

from datetime import timedelta

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.skills.addressing import WRITING, is_greeting, speaks_to_kith
from bot.skills.exercise import current_run, open_place, say_nothing_open
from bot.skills.format import ChoiceStep, Cite
from bot.skills.moves import finish_step, say_where, show, step_back
from bot.skills.place import Place
from bot.skills.steps.choosing import picks_an_option
from bot.skills.taps import say_stopped
from bot.skills.wishes import wish_in

OWN = frozenset({"skip", "repeat", "back", "why", "help", "stop", "greet"})
"""Intents that a running practice answers itself, by `serve`."""
LONG_PAUSE = timedelta(minutes=30)
"""After that long a "hi" in a scene comes from someone who is back, not from one who greets the partner."""


def is_interruption(turn: Turn, intent: str, confidence: float, text: str) -> bool:
    """Whether `text`, typed while a practice runs, speaks to Kith and is no answer to its step."""
    run = current_run(turn.session, turn.person.id)
    place = Place.of(turn, run) if run is not None else None
    if place is None:
        return True
    step = place.step
    if isinstance(step, ChoiceStep) and picks_an_option(place, step, text):
        return False
    wish = wish_in(text)
    if (wish == "on" and step.kind != "role_play") or (wish == "yes" and step.kind not in WRITING):
        return False  # "next" after reading leaves nothing out; only a partner in a scene would take it for a turn
    if is_greeting(text) and (step.kind != "role_play" or turn.now - place.run.updated_at > LONG_PAUSE):
        return True
    return speaks_to_kith(step.kind, intent, confidence, text)


def serve(turn: Turn, intent: str, text: str) -> None:
    """Answer one of the practice's own requests. Raises KeyError for an intent not in `OWN`."""
    turn.in_exercise = True
    place = open_place(turn)
    if place is None:
        return
    answers = {"skip": _skip, "repeat": show, "back": step_back, "why": _why, "help": _help, "stop": say_stopped}
    if is_greeting(text):
        say_where(place, "skills.welcome_back")
    elif intent != "greet":
        answers[intent](place)
    else:
        show(place)


def serve_skip(turn: Turn, text: str) -> None:
    """The intent `skip`."""
    serve(turn, "skip", text)


def serve_repeat(turn: Turn, text: str) -> None:
    """The intent `repeat`."""
    serve(turn, "repeat", text)


def serve_back(turn: Turn, text: str) -> None:
    """The intent `back`."""
    serve(turn, "back", text)


def serve_why(turn: Turn, text: str) -> None:
    """The intent `why`; outside a practice there is nothing to give a reason for."""
    if current_run(turn.session, turn.person.id) is None:
        turn.in_exercise = True
        say_nothing_open(turn)
    else:
        serve(turn, "why", text)


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


def _ways_out(place: Place) -> list[Button]:
    return [
        place.button("skills.buttons.back", "back"),
        place.button("skills.buttons.skip", "skip"),
        place.button("skills.buttons.stop", "stop"),
    ]
