"""While a question is open: what is its answer, and what is something else."""

from __future__ import annotations

import pytest

from bot.conversation.interruptions import ABOUT_KITH, interrupts_question


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
