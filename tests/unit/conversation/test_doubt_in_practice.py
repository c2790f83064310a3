"""In a practice: where one reads, unsure words are asked about; the practice keeps its place and is led back to."""

from __future__ import annotations

import pytest

from tests.unit.conversation.conftest import Somebody

UNSURE = {"remind_me": 0.31, "see_contacts": 0.29, "thanks": 0.05}
REMIND, PEOPLE = "Set a reminder", "See your people"


@pytest.fixture
def reader(somebody: Somebody) -> Somebody:
    """Somebody at the first step, which is to be read."""
    somebody.practises()
    return somebody


def test_unsure_words_while_reading_are_asked_about(reader: Somebody) -> None:
    reader.types("ana and friday", UNSURE)
    assert reader.titles() == [REMIND, PEOPLE, "Something else"]
    assert reader.step() == "three_parts"


def test_meanings_that_are_left_to_the_step_are_not_asked_about(reader: Somebody) -> None:
    reader.types("ana and friday", {"remind_me": 0.3, "thanks": 0.29, "small_talk": 0.28})
    assert reader.titles() == [REMIND, "Something else"]


def test_where_the_best_meaning_is_the_steps_own_it_answers_itself(reader: Somebody) -> None:
    reader.types("interesting that is", {"small_talk": 0.33, "remind_me": 0.3})
    assert reader.titles() == ["Next"]


def test_where_nothing_is_plausible_the_step_says_how_to_go_on(reader: Somebody) -> None:
    reader.types("mmpf", {"out_of_scope": 0.2, "remind_me": 0.05})
    assert reader.titles() == ["Next"]
    assert reader.step() == "three_parts"


def test_after_the_meaning_was_served_it_leads_back(reader: Somebody) -> None:
    reader.types("ana and friday", UNSURE)
    reader.taps(PEOPLE)
    assert "Say it with I" in reader.said[-1]
    assert reader.step() == "three_parts"


def test_the_steps_own_answer_is_still_heard_while_the_question_is_open(reader: Somebody) -> None:
    reader.types("ana and friday", UNSURE)
    reader.types("next", UNSURE)
    assert reader.step() == "two_ways"
    assert reader.waits_for() is None


@pytest.mark.parametrize(
    ("intent", "text", "step"), [("step_back", "go back", "three_parts"), ("stop", "stop here", "")]
)
def test_what_is_asked_of_the_practice_is_served_while_the_question_is_open(
    somebody: Somebody, intent: str, text: str, step: str
) -> None:
    somebody.practises("two_ways")
    somebody.types("ana and friday", UNSURE)
    somebody.means(intent, text)
    assert somebody.step() == step


def test_again_not_understood_offers_to_go_on_other_words_or_to_stop(reader: Somebody) -> None:
    reader.types("ana and friday", UNSURE)
    reader.types("grmbl", UNSURE)
    assert reader.titles() == ["Go on", "In other words", "Stop for today"]
    assert len(reader.said) == 1
    assert reader.step() == "three_parts"
    assert reader.waits_for() is None


@pytest.mark.parametrize(
    ("title", "step"), [("Go on", "three_parts"), ("In other words", "three_parts"), ("Stop for today", "")]
)
def test_each_of_these_ways_is_served(reader: Somebody, title: str, step: str) -> None:
    reader.types("ana and friday", UNSURE)
    reader.types("grmbl", UNSURE)
    reader.taps(title)
    assert reader.step() == step
    if step:
        assert "Say it with I" in reader.said[-1]


def test_a_third_in_a_row_keeps_these_ways(reader: Somebody) -> None:
    reader.types("ana and friday", UNSURE)
    reader.types("grmbl", UNSURE)
    assert "/help" in reader.types("brmpf", UNSURE)
    assert reader.titles() == ["Go on", "In other words", "Stop for today"]


def test_neither_leads_back_to_the_step(reader: Somebody) -> None:
    reader.types("ana and friday", UNSURE)
    reader.types("neither")
    assert "Say it with I" in reader.said[-1]
    assert reader.step() == "three_parts"


@pytest.mark.parametrize("step", ["your_words", "the_kitchen", "for_real", "to_keep"])
def test_in_free_writing_unsure_words_are_the_answer(somebody: Somebody, step: str) -> None:
    somebody.practises(step)
    somebody.types("Ana on Friday and I was sad about it", UNSURE)
    assert "Something else" not in somebody.titles()


def test_a_meaning_of_the_practice_is_served_by_the_practice(somebody: Somebody) -> None:
    somebody.practises("two_ways")
    somebody.types("that before thing", {"step_back": 0.3, "repeat": 0.29})
    somebody.taps("Go back a step")
    assert somebody.step() == "three_parts"


def test_of_a_corrected_pick_only_the_letter_is_taken(somebody: Somebody) -> None:
    somebody.practises("which_one")
    somebody.means("correct", "no, I meant B")
    assert somebody.step() == "which_one"
    assert "Which one do you mean" not in somebody.said[0]
    assert "Next" in somebody.titles()
