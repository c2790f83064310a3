"""Stopping, coming back, old buttons: a practice never loses its place and always says where it is."""

from __future__ import annotations

import pytest

from bot.conversation.turn import Turn
from bot.people.tables import Person
from bot.skills import exercise, interruptions
from bot.skills.routes import ROUTES
from bot.store.clock import VirtualClock
from tests.unit.skills.conftest import Practice


def test_stop_keeps_the_place_and_resume_takes_it_up(practice: Practice, clock: VirtualClock) -> None:
    practice.to_step("your_words")
    practice.turn(lambda turn: interruptions.serve(turn, "stop", "stop"))
    assert practice.run.state == "stopped"
    assert "4 of 7" in practice.text
    clock.advance(days=3)
    practice.tap("Go on where I was")
    assert practice.run.state == "running"
    assert practice.step_id == "your_words"
    assert "4 of 7" in practice.text


def test_a_silent_stop_keeps_the_place_too(practice: Practice, new_turn: object) -> None:
    practice.to_step("the_kitchen")
    turn = practice.turn(exercise.stop_and_keep)
    assert turn.replies == []
    assert practice.run.state == "stopped"


def test_a_button_of_an_earlier_step_shows_where_we_are(practice: Practice) -> None:
    practice.begin()
    practice.tap("Next")
    practice.do("skills.next", run=practice.run.id, step="three_parts")
    assert practice.step_id == "two_ways"
    assert "another step" in practice.text
    assert "2 of 7" in practice.text


def test_a_button_of_an_earlier_run_shows_where_we_are(practice: Practice) -> None:
    practice.begin()
    practice.do("skills.choose", run="0" * 32, step="which_one", option="says_it")
    assert "earlier practice" in practice.text
    assert practice.step_id == "three_parts"


@pytest.mark.parametrize(
    "verb", ["next", "skip", "back", "stop", "here", "choose", "retry", "plan_when", "again_scene"]
)
def test_a_button_of_a_finished_practice_is_answered(practice: Practice, verb: str) -> None:
    practice.begin()
    run = practice.run
    run.state = "completed"
    practice.do(f"skills.{verb}", run=run.id, step="three_parts")
    assert "No practice is open" in practice.text
    assert practice.titles() == ["Say it with I"]


def test_a_button_of_another_kind_of_step_is_answered(practice: Practice) -> None:
    practice.begin()
    practice.do("skills.retry", run=practice.run.id, step="three_parts", at=1)
    assert "1 of 7" in practice.text


def test_back_goes_one_step_back_and_not_before_the_first(practice: Practice) -> None:
    practice.begin()
    practice.tap("Next")
    practice.turn(lambda turn: interruptions.serve(turn, "step_back", "back"))
    assert practice.step_id == "three_parts"
    practice.turn(lambda turn: interruptions.serve(turn, "step_back", "back"))
    assert "first step already" in practice.text


def test_why_gives_the_reason_of_the_step_and_the_sources(practice: Practice) -> None:
    practice.to_step("the_kitchen")
    practice.turn(lambda turn: interruptions.serve(turn, "why", "why this?"))
    assert "nothing can break" in practice.text
    assert "10.7717/peerj.4831" in practice.text
    practice.tap("Go on")
    assert "Robin" in practice.text


@pytest.mark.parametrize(
    "step", ["three_parts", "two_ways", "which_one", "your_words", "the_kitchen", "for_real", "to_keep"]
)
def test_help_repeat_and_reminding_work_at_every_step(practice: Practice, step: str) -> None:
    practice.to_step(step)
    for serve in (
        lambda turn: interruptions.serve(turn, "help", "help"),
        lambda turn: interruptions.serve(turn, "repeat", "repeat"),
        exercise.remind_where,
    ):
        turn = practice.turn(serve)
        assert turn.in_exercise
        assert len(turn.replies) == 1
        assert " of 7" in practice.text
        assert practice.buttons()
    assert practice.step_id == step


def test_help_offers_the_ways_out(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.turn(lambda turn: interruptions.serve(turn, "help", "help"))
    assert practice.titles() == ["One step back", "Skip this", "Stop for today"]
    practice.tap("Stop for today")
    assert practice.run.state == "stopped"


def test_requests_outside_a_practice_are_answered(practice: Practice) -> None:
    for intent in ("skip", "repeat", "step_back", "why", "start_practice"):
        practice.turn(lambda turn, intent=intent: ROUTES.intents[intent](turn, intent))  # type: ignore[misc]
        assert practice.titles() == ["Say it with I"]


def test_reminding_is_silent_where_nothing_runs(practice: Practice) -> None:
    assert practice.turn(exercise.remind_where).replies == []


def test_a_stopped_run_whose_version_is_gone_is_not_offered(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.run.module_version = 99
    practice.turn(exercise.stop_and_keep)
    practice.turn(exercise.resume)
    assert "No practice is open" in practice.text


def test_a_tap_in_the_practice_closes_an_open_question(practice: Practice, person: Person) -> None:
    practice.begin()
    person.waiting_for = {"flow": "people.name", "args": {}}
    practice.tap("Next")
    assert person.waiting_for is None


def test_an_answer_that_names_an_option_is_no_interruption(practice: Practice) -> None:
    practice.to_step("which_one")

    def asks(turn: Turn) -> None:
        text = "I was upset when I saw my messages open. I'd like you to ask me first."
        assert not interruptions.is_interruption(turn, "log_connection", 0.99, text)
        assert interruptions.is_interruption(turn, "help", 0.9, "help")

    practice.turn(asks)


def test_every_button_of_a_practice_leads_somewhere(practice: Practice) -> None:
    practice.begin()
    for _ in range(7):
        known = {button.do for button in practice.buttons()} <= set(ROUTES.taps)
        assert known
        practice.do("skills.skip", run=practice.run.id, step=practice.step_id)
