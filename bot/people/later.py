"""The intent `later`: what was just offered or asked is put off, and nothing is owed."""

from __future__ import annotations

from bot.conversation.reply import Button
from bot.conversation.turn import Turn
from bot.counselling import offers
from bot.people import onboarding
from bot.people.age import is_minor, meet_younger_person
from bot.people.explaining import explain
from bot.people.last_said import Said, last_offered
from bot.privacy import erase_flow, export_flow
from bot.reminders.putting_off import names_a_moment, put_off
from bot.reminders.rows import reminder_of
from bot.reminders.sent import sent_lately
from bot.reminders.staleness import is_open
from bot.reminders.tables import Reminder
from bot.skills import exercise


def later(turn: Turn, text: str) -> None:
    """Put off the open question, the running practice, or what was brought up last, until the moment that is named."""
    turn.in_exercise = True  # nothing leads back to what was just put off
    question = turn.person.waiting_for
    offered = last_offered(turn)
    reminder = _reminder_meant(turn, offered)
    if is_minor(turn.person):
        meet_younger_person(turn)
    elif question is not None:
        _put_question_off(turn, question["flow"])
    elif exercise.current_run(turn.session, turn.person.id) is not None:
        exercise.stop_and_keep(turn)
        turn.say("general.later.practice", buttons=[Button("general.buttons.resume", "skills.resume")])
    elif onboarding.must_onboard(turn.person):
        onboarding.put_off(turn)
    elif reminder is not None:
        put_off(turn, reminder, text)
    elif offered is not None and (suggestion := offered.button("counselling.later")) is not None:
        offers.later(turn, **suggestion.args)
    else:
        turn.say("general.later.no_alarm" if names_a_moment(turn, text) else "general.later.fine")


def _put_question_off(turn: Turn, flow: str) -> None:
    if flow.startswith("safety."):
        explain(turn, flow)
    elif flow == erase_flow.QUESTION:
        erase_flow.keep(turn)
    elif flow == export_flow.QUESTION:
        export_flow.keep_out(turn)
    elif flow.startswith("people.") and onboarding.must_onboard(turn.person):
        onboarding.put_off(turn)
    else:
        turn.stop_waiting()
        turn.say("general.later.question")


def _reminder_meant(turn: Turn, offered: Said | None) -> Reminder | None:
    """The reminder on the screen: the one whose buttons were shown last, else the newest that waits for an answer.

    None where something else was offered since.
    """
    shown = (
        next((one.args["reminder_id"] for one in offered.buttons if "reminder_id" in one.args), None)
        if offered
        else None
    )
    if shown is not None:
        reminder = reminder_of(turn.session, turn.person, shown)
        return reminder if reminder is not None and reminder.status != "answered" and is_open(turn, reminder) else None
    newest = next(iter(sent_lately(turn)), None)
    overtaken = offered is not None and newest is not None and newest.claimed_at and offered.at > newest.claimed_at
    return None if overtaken else newest
