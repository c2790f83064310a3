"""The questions about hours: when reminders come, and when Kith keeps quiet."""

from __future__ import annotations

from bot.conversation.turn import Turn
from bot.people.hours import is_quiet, read_quiet, read_time, show_time, spell_out
from bot.people.short_answers import says_no
from bot.people.steps import Choice, Kept, Place, Step, ask_which, say_unclear
from bot.reminders.planning import replan_times


def _take_reminders(turn: Turn, text: str, place: Place) -> Kept | None:
    times = read_time(text)
    awake = [minute for minute in times if not _in_quiet_hours(turn, minute)]
    if len(times) > 1 and len(awake) == 1:
        times = awake
    if not times:
        say_unclear(turn, REMINDERS, place)
        return None
    if len(times) > 1:
        ask_which(turn, REMINDERS, place, "which", [_choice(time) for time in times])
        return None
    return _keep_reminders(turn, times[0])


def _keep_reminders(turn: Turn, minute: int) -> Kept:
    turn.person.reminder_minute = minute
    replan_times(turn.session, turn.person, turn.now)
    if _in_quiet_hours(turn, minute):
        until = show_time(turn.person.quiet_until_minute)
        return Kept("people.reminders.kept_but_quiet", {"time": show_time(minute), "until": until})
    return Kept("people.reminders.kept", {"time": show_time(minute)})


def _take_quiet(turn: Turn, text: str, place: Place) -> Kept | None:
    quiet = read_quiet(text)
    if quiet is None and says_no(text):
        return Kept("people.quiet.kept", _quiet_values(turn))  # no to a change
    if quiet is None:
        say_unclear(turn, QUIET, place)
        return None
    turn.person.quiet_from_minute, turn.person.quiet_until_minute = quiet
    replan_times(turn.session, turn.person, turn.now)
    if quiet[0] == quiet[1]:
        return Kept("people.quiet.kept_none")
    if _in_quiet_hours(turn, turn.person.reminder_minute):
        time = show_time(turn.person.reminder_minute)
        return Kept("people.quiet.kept_over_reminders", {"time": time, "until": show_time(quiet[1])})
    return Kept("people.quiet.kept", _quiet_values(turn))


def _choice(minute: int) -> Choice:
    return Choice(show_time(minute), spell_out(minute))


def _in_quiet_hours(turn: Turn, minute: int) -> bool:
    return is_quiet(minute, turn.person.quiet_from_minute, turn.person.quiet_until_minute)


def _quiet_values(turn: Turn) -> dict[str, str]:
    person = turn.person
    return {"start": show_time(person.quiet_from_minute), "until": show_time(person.quiet_until_minute)}


REMINDERS = Step(
    "reminders",
    _take_reminders,
    choices=lambda turn: [_choice(hour * 60) for hour in (10, 18, 20)],
    values=lambda turn: {"time": show_time(turn.person.reminder_minute)},
)
QUIET = Step(
    "quiet",
    _take_quiet,
    choices=lambda turn: [Choice(f"people.quiet.{night}", night) for night in ("21-9", "22-8", "23-7")],
    values=_quiet_values,
    no_means_skip=False,
)
