"""What was suggested is shown with its reason, and the person chooses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from bot.conversation.turn import Turn
from bot.counselling import offers
from bot.counselling.assignments import assign, decline
from bot.counselling.routes import ROUTES
from bot.counselling.tables import Assignment
from bot.reminders.tables import Reminder

NewTurn = Callable[[], Turn]


@pytest.fixture
def assignment(new_turn: NewTurn) -> Assignment:
    turn = new_turn()
    return assign(
        turn.session,
        turn.person,
        "say_it_with_i",
        due=date(2026, 3, 15),
        reason="You said mornings are loud",
        assigned_by="Ana",
        now=turn.now,
        content=turn.content,
    )


def test_an_offer_says_who_what_until_when_and_why(new_turn: NewTurn, assignment: Assignment) -> None:
    turn = new_turn()
    offers.offer(turn, assignment)
    text = turn.replies[0].text
    for part in ("Ana", turn.content.modules.get("say_it_with_i").title, "15 March 2026", "You said mornings are loud"):
        assert part in text
    assert turn.replies[0].kind == "offer"
    assert assignment.state == "offered"


def test_an_offer_without_date_and_reason_stays_short(new_turn: NewTurn, assignment: Assignment) -> None:
    assignment.due_date, assignment.reason = None, None
    turn = new_turn()
    offers.offer(turn, assignment)
    assert "until" not in turn.replies[0].text
    assert "Why" not in turn.replies[0].text


def test_what_was_offered_in_the_talk_is_not_offered_again_by_a_reminder(
    new_turn: NewTurn, assignment: Assignment
) -> None:
    turn = new_turn()
    offers.offer(turn, assignment)
    planned = turn.session.scalars(select(Reminder.kind).where(Reminder.status == "planned")).all()
    assert planned == ["assignment_due"]


def test_start_begins_the_practice_for_that_assignment(
    new_turn: NewTurn, assignment: Assignment, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[tuple[str, int | None]] = []
    monkeypatch.setattr(offers, "start_exercise", lambda turn, name, assignment_id: begun.append((name, assignment_id)))
    ROUTES.taps["counselling.start"](new_turn(), assignment_id=assignment.id)
    assert begun == [("say_it_with_i", assignment.id)]


def test_one_whose_practice_is_gone_is_taken_back(new_turn: NewTurn, assignment: Assignment) -> None:
    assignment.module_id = "juggling"
    turn = new_turn()
    offers.offer(turn, assignment)
    assert assignment.state == "withdrawn"
    assert "off your list" in turn.replies[0].text


def test_later_keeps_it(new_turn: NewTurn, assignment: Assignment) -> None:
    turn = new_turn()
    ROUTES.taps["counselling.later"](turn, assignment_id=assignment.id)
    assert assignment.state == "assigned"
    assert "/today" in turn.replies[0].text


def test_a_no_takes_it_off_the_list(new_turn: NewTurn, assignment: Assignment) -> None:
    turn = new_turn()
    ROUTES.taps["counselling.decline"](turn, assignment_id=assignment.id)
    assert assignment.state == "declined"


@pytest.mark.parametrize("do", sorted(ROUTES.taps))
def test_an_old_button_is_answered_clearly(new_turn: NewTurn, assignment: Assignment, do: str) -> None:
    turn = new_turn()
    decline(turn.session, assignment.id, turn.now)
    ROUTES.taps[do](turn, assignment_id=assignment.id)
    assert "off your list by now" in turn.replies[0].text
