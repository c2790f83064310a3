"""Distress without present danger, what cannot be read, and people who are too young."""

from __future__ import annotations

from collections.abc import Callable

from sqlalchemy import select

from bot.conversation.turn import Turn
from bot.safety import protocol
from bot.safety.detect import assess
from bot.safety.tables import SafetyEvent
from bot.skills.tables import ExerciseRun
from bot.store.clock import VirtualClock

CONCERN = assess("I feel so hopeless")
NewTurn = Callable[[], Turn]


def test_concern_brings_one_gentle_question_with_an_offer(turn: Turn) -> None:
    turn.say_text("Here is your feedback.")
    protocol.notice_concern(turn, CONCERN)
    assert len(turn.replies) == 2
    assert turn.replies[-1].text.count("?") == 1
    assert [button.do for button in turn.replies[-1].buttons] == ["safety.show", "safety.not_now"]


def test_concern_makes_no_third_message(turn: Turn) -> None:
    turn.say_text("Here is your feedback.")
    turn.say_text("Next step.")
    protocol.notice_concern(turn, CONCERN)
    assert len(turn.replies) == 2
    assert "/safe" in turn.replies[-1].text


def test_concern_is_spoken_of_once_a_day(new_turn: NewTurn, clock: VirtualClock) -> None:
    protocol.notice_concern(new_turn(), CONCERN)
    again = new_turn()
    protocol.notice_concern(again, CONCERN)
    clock.advance(hours=25)
    next_day = new_turn()
    protocol.notice_concern(next_day, CONCERN)
    assert (len(again.replies), len(next_day.replies)) == (0, 1)


def test_concern_is_noted_each_time(new_turn: NewTurn) -> None:
    protocol.notice_concern(new_turn(), CONCERN)
    turn = new_turn()
    protocol.notice_concern(turn, CONCERN)
    assert [event.level for event in turn.session.scalars(select(SafetyEvent))] == ["concern", "concern"]


def test_concern_lets_the_exercise_go_on_and_holds_nothing(turn: Turn, run: ExerciseRun) -> None:
    protocol.notice_concern(turn, CONCERN)
    assert run.state == "running"
    assert turn.person.held_until is None


def test_concern_adds_nothing_to_an_answer_in_crisis(turn: Turn) -> None:
    turn.say_text("112", kind="crisis")
    protocol.notice_concern(turn, CONCERN)
    assert len(turn.replies) == 1


def test_what_cannot_be_read_carries_one_sentence_with_the_countrys_number(turn: Turn) -> None:
    assert protocol.urgent_line(turn) == "If it is urgent, type it, or call 112."


def test_what_cannot_be_read_names_several_numbers_where_the_country_is_unknown(turn: Turn) -> None:
    turn.person.zone = None
    assert "999 in the UK" in protocol.urgent_line(turn)


def test_someone_younger_gets_a_kind_no_and_lines_for_their_age(turn: Turn) -> None:
    protocol.younger_person(turn)
    text = turn.replies[0].text
    assert "18" in text and "Nummer gegen Kummer" in text and "112" in text.splitlines()
    assert len(turn.replies) == 1


def test_someone_younger_in_an_unknown_country_gets_the_directory(turn: Turn) -> None:
    turn.person.zone = None
    protocol.younger_person(turn)
    assert "findahelpline.com" in turn.replies[0].text
