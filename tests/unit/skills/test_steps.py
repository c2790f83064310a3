"""Reading, choosing and writing: good answers, poor ones and odd ones."""

from __future__ import annotations

import pytest

from bot.skills import exercise
from tests.unit.skills.conftest import Practice

ODD = [
    "",
    "   ",
    "😀😀😀",
    "...",
    "ok then",
    "x" * 5000,
    "{quote} %s \\",
    "لا أحب أن تتأخر كل يوم",
    "\u202eabc def ghi",
    "a\x00b c d",
]
LONG = "I was sad when you left. " * 200


def test_the_options_keep_their_order(practice: Practice) -> None:
    practice.to_step("which_one")
    order = practice.run.progress["which_one"]["order"]
    first = practice.text
    practice.turn(exercise.stop_and_keep)
    practice.turn(exercise.resume)
    assert practice.run.progress["which_one"]["order"] == order
    for line in first.splitlines():
        if line.startswith(("A.", "B.", "C.")):
            assert line in practice.text


def test_a_wrong_pick_gets_its_reason_and_another_go(practice: Practice) -> None:
    practice.to_step("which_one")
    practice.do("skills.choose", run=practice.run.id, step="which_one", option="feels_that")
    assert "verdict" in practice.text
    assert len(practice.titles()) == 3
    assert practice.step_id == "which_one"


def test_an_option_that_does_not_exist_does_no_harm(practice: Practice) -> None:
    practice.to_step("which_one")
    practice.do("skills.choose", run=practice.run.id, step="which_one", option="gone")
    assert practice.buttons()


@pytest.mark.parametrize("text", ODD)
@pytest.mark.parametrize("step", ["three_parts", "which_one", "your_words", "the_kitchen", "for_real", "to_keep"])
def test_odd_text_is_answered_at_every_step(practice: Practice, step: str, text: str) -> None:
    practice.to_step(step)
    practice.type(text)
    assert practice.replies
    assert all(reply.text.strip() for reply in practice.replies)
    assert len(practice.text) < 1500


def test_feedback_names_what_worked_before_what_to_change(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type("I was sad on Friday. You are so selfish.")
    assert practice.text.index("I was sad on Friday") < practice.text.index("You are so selfish")
    assert practice.titles() == ["Try again", "Next"]


def test_what_is_missing_is_asked_for_one_at_a_time(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type("I was sad when you left on Friday.")
    assert practice.text.count("One thing") == 1
    assert "what you would like" in practice.text


def test_one_way_to_say_it_comes_after_the_second_own_try(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type("You never wash your cups.")
    assert "One way to build it" not in practice.text
    practice.tap("Try again")
    practice.type("You are so lazy about the cups.")
    assert "One way to build it" in practice.text
    assert [len(reply.buttons) for reply in practice.replies] == [0, 2]


def test_one_way_to_say_it_is_shown_only_once(practice: Practice) -> None:
    practice.to_step("your_words")
    for _ in range(3):
        practice.type("You never wash your cups.")
    assert "One way to build it" not in practice.text


@pytest.mark.parametrize(("text", "step"), [("yes", "your_words"), ("no", "the_kitchen"), ("next", "the_kitchen")])
def test_the_offer_of_another_try_can_be_answered_in_words(practice: Practice, text: str, step: str) -> None:
    practice.to_step("your_words")
    practice.type("You never wash your cups.")
    practice.type(text)
    assert practice.step_id == step


def test_i_feel_that_you_gets_a_word_of_its_own(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type("I feel that you don’t respect me at all.")
    assert "verdict" in practice.text


def test_a_doubtful_find_is_hedged(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type("You make me so angry about the cups.")
    assert "may have misread" in practice.text


def test_a_long_text_is_kept_whole_and_quoted_short(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type(LONG)
    assert practice.written[0].words == LONG
    assert len(practice.text) < 500
