"""Free text while a question is open: its answer, a question back, a wish to drop it, or something else."""

from __future__ import annotations

import pytest

from bot.conversation.heard import Entity
from bot.conversation.turn import Turn, current_turn
from bot.gateway.routes import ROUTES
from tests.unit.conversation.conftest import ACTIONS, Somebody, tracker_of


@pytest.fixture
def asked(somebody: Somebody) -> Somebody:
    """Somebody who was asked for the name of a new contact."""
    somebody.means("add_contact", "add someone")
    assert somebody.waits_for() is not None
    return somebody


def flow_of(somebody: Somebody) -> str:
    waiting = somebody.waits_for()
    return waiting["flow"] if waiting else ""


def test_the_answer_goes_to_the_question(asked: Somebody) -> None:
    assert "Ottilie" in asked.types("Ottilie", {"edit_contact": 0.3, "add_contact": 0.29})


def test_unsure_words_are_left_to_the_open_question(asked: Somebody) -> None:
    asked.types("Ottilie from next door", {"edit_contact": 0.3, "add_contact": 0.29})
    assert "Something else" not in asked.titles()


def test_a_question_about_kith_is_served_and_the_question_stays_open(asked: Somebody) -> None:
    asked.means("who_reads", "who can read this?")
    assert flow_of(asked) == "network.name"


def test_a_question_back_is_served_and_the_question_stays_open(asked: Somebody) -> None:
    asked.means("ask_back", "what do you mean by someone?")
    assert flow_of(asked) == "network.name"


def test_a_name_that_sounds_like_a_question_back_is_the_answer(asked: Somebody) -> None:
    assert "Whitney" in asked.means("ask_back", "Whitney")


def test_a_clear_wish_for_something_else_ends_the_question(asked: Somebody) -> None:
    asked.means("see_network", "show me my network")
    assert flow_of(asked) != "network.name"


def test_the_question_to_confirm_hears_a_change_of_mind_itself(somebody: Somebody) -> None:
    somebody.means("log_connection", "I rang Ben yesterday for an hour")
    assert flow_of(somebody) == "network.confirm"
    somebody.means("change_mind", "forget it")
    assert flow_of(somebody) == ""


def test_a_correction_of_what_is_to_be_confirmed_is_the_answer(somebody: Somebody) -> None:
    somebody.means("log_connection", "I rang Ben yesterday for an hour")
    said = somebody.means("correct", "no, it was on the day before, on Friday")
    assert "Ben" in said
    assert flow_of(somebody) == "network.confirm"


def test_the_entities_that_were_heard_stand_on_the_turn(somebody: Somebody) -> None:
    found = [{"entity": "person", "value": "Ben", "start": 4, "end": 7}]
    heard_of: list[Entity] = []

    def act(turn: Turn) -> None:
        reset = current_turn.set(turn)
        try:
            ACTIONS["action_greet"].run(None, tracker_of("hey Ben", {"greet": 0.9}, entities=found), {})
        finally:
            current_turn.reset(reset)
        heard_of.extend(turn.entities)

    somebody.does(act)
    assert heard_of == [Entity("person", "Ben", 4, 7)]


def test_every_rule_has_an_action_that_is_served() -> None:
    assert "action_ask_which" in ACTIONS
    assert {f"action_{intent}" for intent in ROUTES.intents} <= ACTIONS.keys()


def test_words_that_sound_like_going_back_are_the_practices_answer(somebody: Somebody) -> None:
    somebody.practises("your_words")
    somebody.means("step_back", "I was tense when you came back so late. Could you text me next time?")
    assert somebody.step() == "your_words"
    assert "Try again" in somebody.titles()


def test_a_wish_to_go_back_goes_back(somebody: Somebody) -> None:
    somebody.practises("your_words")
    somebody.means("step_back", "go back")
    assert somebody.step() == "which_one"


def test_words_that_sound_like_going_back_answer_an_open_question(asked: Somebody) -> None:
    asked.means("step_back", "Backer")
    assert "Backer" in "".join(asked.said)


def test_without_anything_open_going_back_is_said_to_be_impossible(somebody: Somebody) -> None:
    somebody.means("step_back", "go back")
    assert "No practice" in somebody.said[0]


@pytest.mark.parametrize("unsure", [True, False])
def test_a_plain_form_settles_what_the_engine_mixes_up(somebody: Somebody, unsure: bool) -> None:
    somebody.practises("the_kitchen")
    ranking = {"start_practice": 0.4, "step_back": 0.3, "later": 0.2}
    somebody.hears("continue the practice tonight", ranking, unsure=unsure)
    assert somebody.step() == "", "put aside, its place kept"


def test_a_plain_form_that_the_engine_does_not_think_of_changes_nothing(somebody: Somebody) -> None:
    somebody.practises("your_words")
    somebody.hears("never mind", {"deny": 0.5, "stop": 0.2, "skip": 0.1, "change_mind": 0.09}, unsure=False)
    assert somebody.step() == "your_words"
