"""While a question is open: what is its answer, and what is something else."""

from __future__ import annotations

import pytest

from bot.conversation.interruptions import (
    ABOUT_KITH,
    LEFT_TO_THE_QUESTION,
    WISHES,
    interrupts_question,
    is_clear_wish,
    is_sure_wish,
)


@pytest.mark.parametrize("intent", sorted(ABOUT_KITH))
def test_a_clear_question_about_kith_is_served_first(intent: str) -> None:
    assert interrupts_question(intent, 0.9, "tell me about that please")


@pytest.mark.parametrize("intent", sorted(ABOUT_KITH))
def test_an_unsure_guess_is_the_answer(intent: str) -> None:
    assert not interrupts_question(intent, 0.59, "tell me about that please")


@pytest.mark.parametrize("intent", ["greet", "small_talk", "add_contact", "log_connection", "affirm", "out_of_scope"])
def test_anything_else_is_the_answer(intent: str) -> None:
    assert not interrupts_question(intent, 1.0, "Ben and I had coffee")


def test_a_name_that_looks_like_a_question_about_kith_is_the_answer() -> None:
    assert not interrupts_question("who_reads", 0.9, "Hugh")


def test_the_word_help_alone_is_a_wish_for_help() -> None:
    assert interrupts_question("help", 0.9, "help")


@pytest.mark.parametrize(("text", "stops"), [("stop", True), ("stop that now please", True), ("please stop", True)])
def test_a_short_stop_stops(text: str, stops: bool) -> None:
    assert interrupts_question("stop", 0.9, text) is stops


def test_a_long_sentence_with_a_stop_in_it_is_the_answer() -> None:
    assert not interrupts_question("stop", 0.9, "I want them to stop shouting at me every evening")


@pytest.mark.parametrize("text", ["what do you mean?", "an example please", "does it matter which name I give you"])
def test_a_question_about_the_question_is_served_first(text: str) -> None:
    assert interrupts_question("ask_back", 0.9, text)


@pytest.mark.parametrize("text", ["forget it", "never mind", "oh I changed my mind"])
def test_a_short_change_of_mind_drops_the_question(text: str) -> None:
    assert interrupts_question("change_mind", 0.9, text)


def test_a_long_sentence_about_a_change_of_mind_is_the_answer() -> None:
    assert not interrupts_question("change_mind", 0.9, "my sister changed her mind about the wedding again")


@pytest.mark.parametrize("intent", ["ask_back", "change_mind"])
def test_a_question_that_hears_everything_hears_these_too(intent: str) -> None:
    assert not interrupts_question(intent, 0.99, "forget it then", hears_everything=True)


@pytest.mark.parametrize("intent", ["help", "who_reads", "stop"])
def test_a_question_that_hears_everything_still_lets_kith_be_asked(intent: str) -> None:
    assert interrupts_question(intent, 0.99, "please tell me", hears_everything=True)


@pytest.mark.parametrize("intent", ["later", "correct", "edit_contact", "tried_in_vain", "add_contact"])
def test_what_is_served_without_asking_stays_an_answer_while_a_question_is_open(intent: str) -> None:
    assert not interrupts_question(intent, 0.99, "move it to tomorrow")


@pytest.mark.parametrize("intent", sorted(WISHES))
def test_every_wish_is_clear_enough_where_the_words_are_no_answer(intent: str) -> None:
    assert is_clear_wish(intent, 0.7, "tell me more please")
    assert not is_clear_wish(intent, 0.5, "tell me more please")


@pytest.mark.parametrize("intent", sorted(LEFT_TO_THE_QUESTION))
def test_what_the_open_question_knows_best_is_never_taken_from_it(intent: str) -> None:
    assert not is_sure_wish(intent, 0.99, "no, it was on Wednesday, not on Tuesday")
    assert is_sure_wish("see_network", 0.99, "show me my network")
