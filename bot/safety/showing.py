"""Shows where help is when the person asks for it, and the way back when they want it."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.people import onboarding
from bot.safety import places
from bot.skills import exercise, runs


def safe(turn: Turn, argument: str = "") -> None:
    """Serve /safe: what Kith is, the emergency number, the country's lines, the directory."""
    _show(turn, "safety.safe")


def show(turn: Turn) -> None:
    """Serve the buttons that lead to the same."""
    _show(turn, "safety.safe")


def more(turn: Turn) -> None:
    """Serve "other places": all that is known for the person."""
    _show(turn, "safety.more")


def back(turn: Turn) -> None:
    """Serve the wish to go back: to where the person was, or gently outward where nothing is open."""
    turn.stop_waiting()
    if onboarding.must_onboard(turn.person):
        onboarding.begin(turn)
    elif _has_practice(turn):
        exercise.resume(turn)
    else:
        turn.say("safety.outward")


def not_now(turn: Turn) -> None:
    """Serve "not now": no more about it."""
    turn.say("safety.concern.not_now")


def _show(turn: Turn, key: str) -> None:
    lines = places.country_of(turn).of_kind(places.EVERY_LINE)
    buttons = [] if turn.person.age_band == "minor" else [Button("safety.buttons.back", "safety.back", once=False)]
    turn.say(key, places=places.places(turn, lines, directories=2), buttons=buttons, kind="crisis")


def _has_practice(turn: Turn) -> bool:
    session, person_id = turn.session, turn.person.id
    running = exercise.current_run(session, person_id)
    return running is not None or runs.kept_run(session, person_id, turn.content.modules) is not None
