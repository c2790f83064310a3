"""Stopping and pausing: always there, never a reproach, and nothing is lost by either."""

from __future__ import annotations

from datetime import datetime

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.people import onboarding
from bot.people.age import is_minor
from bot.people.hours import show_time
from bot.people.pause_words import pause_end
from bot.reminders.dates import day_in_words, moment_in_words
from bot.reminders.planning import replan_times
from bot.reminders.rows import planned
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
    """`/pause`, `/pause 2 weeks`, or `/pause resume`: reminders rest until then, or until the person says so."""
    wish = argument.strip().casefold()
    if wish in ("resume", "end", "off", "stop"):
        end_pause(turn)
        return
    until = pause_end(wish, turn.local_now)
    if wish and until is None:
        turn.say("general.pause.unknown")
    else:
        _pause(turn, until)


def serve_wish_to_pause(turn: Turn, text: str) -> None:
    """The intent `pause_kith`: as long as the text says; the question that was open is asked again."""
    _pause(turn, pause_end(text, turn.local_now))
    onboarding.remind_where(turn)


def end_pause(turn: Turn) -> None:
    """Reminders again; what came due meanwhile is not counted up."""
    was_paused = turn.person.paused_at is not None
    turn.person.paused_at = turn.person.paused_until = None
    replan_times(turn.session, turn.person, turn.now)
    key = "general.pause.over" if was_paused else "general.pause.not_paused"
    turn.say_text(" ".join([turn.words(key), *_what_is_on(turn)]))


def serve_wish_to_resume(turn: Turn, text: str) -> None:
    """The intent `resume_kith`; the question that was open is asked again."""
    end_pause(turn)
    onboarding.remind_where(turn)


def _pause(turn: Turn, until: datetime | None) -> None:
    person = turn.person
    if until is None and person.paused_at is not None:
        turn.say("general.pause.already", buttons=[_go_on()])
        return
    person.paused_at, person.paused_until = turn.now, until
    if until is None:
        turn.say("general.pause.paused", buttons=[_go_on()])
    else:
        turn.say("general.pause.paused_until", day=_end_in_words(turn, until), buttons=[_go_on()])


def _end_in_words(turn: Turn, until: datetime) -> str:
    """The day of the end, with its time where that is this very day."""
    local = until.astimezone(turn.zone)
    return moment_in_words(turn, until) if local.date() == turn.local_now.date() else day_in_words(turn, local.date())


def _what_is_on(turn: Turn) -> list[str]:
    """When reminders come, and the next one that is planned."""
    person, coming = turn.person, planned(turn.session, turn.person)
    words = [turn.words("general.pause.hours", time=show_time(person.reminder_minute), cap=person.daily_cap)]
    if coming:
        words.append(turn.words("general.pause.next", when=moment_in_words(turn, coming[0].planned_at)))
    return words


def _go_on() -> Button:
    return Button("general.buttons.end_pause", "people.end_pause")
