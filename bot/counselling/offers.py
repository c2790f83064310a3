"""Telling a person what was suggested to them, why, and letting them choose."""

from __future__ import annotations

from bot.conversation.reply import Button, Reply
from bot.conversation.turn import Content, Turn
from bot.counselling import assignments
from bot.counselling.tables import Assignment
from bot.errors import ContentError
from bot.privacy.dates import date_in_words
from bot.reminders.rows import OFFER, attempts, cancel_planned, subject_of
from bot.skills.exercise import start as start_exercise


def offer_reply(assignment: Assignment, content: Content, locale: str) -> Reply:
    """The offer as a message: what, how long, until when, from whom, and the reason, in the counsellor's words.

    Raises ContentError where that practice is no longer there.
    """
    module, texts = content.modules.get(assignment.module_id), content.messages
    key = "counselling.offer.plain" if assignment.due_date is None else "counselling.offer.by"
    due = date_in_words(assignment.due_date, locale) if assignment.due_date else ""
    lines = [texts.text(key, who=assignment.assigned_by, title=module.title, minutes=module.minutes, due=due)]
    if assignment.reason:
        lines.append(texts.text("counselling.offer.why", reason=assignment.reason))
    args = {"assignment_id": assignment.id}
    return Reply(
        text="\n".join(lines),
        kind="offer",
        buttons=(
            Button("counselling.buttons.start", do="counselling.start", args=args),
            Button("counselling.buttons.later", do="counselling.later", args=args),
            Button("counselling.buttons.decline", do="counselling.decline", args=args),
        ),
    )


def offer(turn: Turn, assignment: Assignment) -> None:
    """Say the offer now, in this turn, and not once more by a reminder. One whose practice is gone is taken back."""
    try:
        turn.replies.append(offer_reply(assignment, turn.content, turn.person.locale))
    except ContentError:
        assignments.withdraw(turn.session, assignment.id, turn.now)
        turn.say("counselling.gone")
        return
    assignments.mark_offered(turn.session, assignment.id, turn.now)
    cancel_planned(attempts(turn.session, turn.person, subject_of(assignment), OFFER))


def start(turn: Turn, assignment_id: int) -> None:
    """Begin what was suggested."""
    assignment = assignments.open_assignment(turn.session, turn.person.id, assignment_id)
    if assignment is None:
        turn.say("counselling.gone")
    else:
        start_exercise(turn, assignment.module_id, assignment_id=assignment.id)


def later(turn: Turn, assignment_id: int) -> None:
    """Not now; it stays open."""
    assignment = assignments.open_assignment(turn.session, turn.person.id, assignment_id)
    turn.say("counselling.gone" if assignment is None else "counselling.later")


def decline(turn: Turn, assignment_id: int) -> None:
    """Not at all; nobody sulks."""
    if assignments.open_assignment(turn.session, turn.person.id, assignment_id) is None:
        turn.say("counselling.gone")
    else:
        assignments.decline(turn.session, assignment_id, turn.now)
        turn.say("counselling.declined")
