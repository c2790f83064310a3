"""Stopping and pausing: always there, never a reproach, and nothing is lost by either."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.people import onboarding
from bot.people.age import is_minor
from bot.reminders.planning import replan_times
from bot.skills import exercise


def stop(turn: Turn, argument: str = "") -> None:
    """`/stop` and the wish to stop: the running practice is kept for later, else the open question is put aside."""
    question = turn.person.waiting_for
    turn.in_exercise = True  # nothing leads back to what was just stopped
    if exercise.current_run(turn.session, turn.person.id) is not None:
        turn.stop_waiting()
        exercise.stop_and_keep(turn)
        turn.say("general.stop.practice", buttons=[Button("general.buttons.resume", "skills.resume")])
    elif onboarding.must_onboard(turn.person) and not is_minor(turn.person):
        onboarding.put_off(turn)
    elif question is not None:
        turn.stop_waiting()
        turn.say("general.stop.question")
    else:
        buttons = [] if turn.person.paused_at else [Button("general.buttons.pause", "people.pause")]
        turn.say("general.stop.nothing", buttons=buttons)


def pause(turn: Turn, argument: str = "") -> None:
    """`/pause`, or `/pause resume`: reminders rest until the person says so."""
    wish = argument.strip().casefold()
    if wish in ("resume", "end", "off", "stop"):
        end_pause(turn)
    elif wish:
        turn.say("general.pause.unknown")
    elif turn.person.paused_at is not None:
        turn.say("general.pause.already", buttons=[_go_on()])
    else:
        turn.person.paused_at = turn.now
        turn.say("general.pause.paused", buttons=[_go_on()])


def serve_wish_to_pause(turn: Turn, text: str) -> None:
    """The intent `pause_kith`: free text is no argument, and the question that was open is asked again."""
    pause(turn)
    onboarding.remind_where(turn)


def end_pause(turn: Turn) -> None:
    """Reminders again; what came due meanwhile is not counted up."""
    was_paused, turn.person.paused_at = turn.person.paused_at is not None, None
    replan_times(turn.session, turn.person, turn.now)
    turn.say("general.pause.over" if was_paused else "general.pause.not_paused")


def _go_on() -> Button:
    return Button("general.buttons.end_pause", "people.end_pause")
