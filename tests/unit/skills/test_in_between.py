"""At each kind of step: what comes in between, and answers that only sound like it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.skills.addressing import WRITING
from bot.skills.interruptions import is_interruption, is_own, may_ask_which, serve
from bot.skills.runs import current_run, kept_run
from tests.unit.skills.conftest import GOOD, Practice

TABLE = yaml.safe_load((Path(__file__).parent / "in_between.yml").read_text(encoding="utf-8"))
STEPS = {
    "teach": "three_parts",
    "example": "two_ways",
    "choice": "which_one",
    "practise": "your_words",
    "role_play": "the_kitchen",
    "plan": "for_real",
    "reflect": "to_keep",
}
LEAST_TEXTS = 80
HEARD_AT = 0.9


def interrupting(kind: str) -> list[list[Any]]:
    return [*TABLE["everywhere"], *TABLE["kinds"][kind]["interrupts"]]


def answering(kind: str) -> list[list[Any]]:
    return [*(TABLE["written"] if kind in WRITING else ()), *TABLE["kinds"][kind]["answers"]]


def interrupts(practice: Practice, intent: str, text: str, confidence: float = HEARD_AT) -> bool:
    return is_interruption(practice.new_turn(), intent, confidence, text)


@pytest.mark.parametrize("kind", STEPS)
def test_the_table_is_large_and_even(kind: str) -> None:
    between, answers = interrupting(kind), answering(kind)
    assert len(between) + len(answers) >= LEAST_TEXTS
    assert min(len(between), len(answers)) >= LEAST_TEXTS / 2
    assert not {text for _, text, *_ in between} & {text for _, text, *_ in answers}


@pytest.mark.parametrize("kind", STEPS)
def test_what_speaks_to_kith_interrupts(kind: str, practice: Practice) -> None:
    practice.to_step(STEPS[kind])
    assert [heard for heard in interrupting(kind) if not interrupts(practice, *heard)] == []


@pytest.mark.parametrize("kind", STEPS)
def test_what_only_sounds_like_it_is_the_answer(kind: str, practice: Practice) -> None:
    practice.to_step(STEPS[kind])
    assert [heard for heard in answering(kind) if interrupts(practice, *heard)] == []


@pytest.mark.parametrize("kind", STEPS)
def test_a_question_back_explains_the_step_and_keeps_it(kind: str, practice: Practice) -> None:
    practice.to_step(STEPS[kind])
    practice.turn(lambda turn: serve(turn, "ask_back", "what do you mean?"))
    assert len(practice.replies) == 1
    assert practice.buttons()
    assert practice.step_id == STEPS[kind]


def test_a_question_back_at_ones_own_words_gives_the_steps_example(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.turn(lambda turn: serve(turn, "ask_back", "for example?"))
    assert "rinse yours at night" in practice.text
    assert not practice.written, "the question is not taken for a try"


@pytest.mark.parametrize("intent", ["later", "change_mind"])
@pytest.mark.parametrize("kind", STEPS)
def test_later_and_something_else_put_the_practice_aside_and_keep_the_place(
    kind: str, intent: str, practice: Practice
) -> None:
    practice.to_step(STEPS[kind])
    practice.turn(lambda turn: serve(turn, intent, "not this lesson"))
    assert current_run(practice.session, practice.person.id) is None
    library = practice.new_turn().content.modules
    assert kept_run(practice.session, practice.person.id, library) is not None
    practice.tap("Go on where I was")
    assert practice.step_id == STEPS[kind]


def test_a_try_can_be_corrected(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type("You always leave your cups in the sink.")
    practice.turn(lambda turn: serve(turn, "correct", "let me correct my answer"))
    assert practice.step_id == "your_words"
    practice.type(GOOD)
    assert "change nothing" in practice.text or "just like that" in practice.text


def test_a_turn_in_a_scene_can_be_corrected(practice: Practice) -> None:
    practice.to_step("the_kitchen")
    practice.type("You always leave your mess for me.")
    practice.turn(lambda turn: serve(turn, "correct", "I made a typo in my last sentence"))
    assert practice.run.progress["the_kitchen"]["said"] == []


def test_a_pick_can_be_corrected(practice: Practice) -> None:
    practice.to_step("which_one")
    practice.type("A")
    practice.turn(lambda turn: serve(turn, "correct", "I picked the wrong one"))
    assert practice.step_id == "which_one"
    assert {"A", "B", "C"} <= set(practice.titles())


def test_a_half_made_plan_can_be_corrected(practice: Practice) -> None:
    practice.to_step("for_real")
    practice.type("Ben")
    practice.turn(lambda turn: serve(turn, "correct", "can I change my answer"))
    assert practice.run.progress["for_real"].get("stage", "who") == "who"
    assert "Who will it be" in practice.text


def test_a_finished_plan_can_be_corrected(practice: Practice) -> None:
    practice.to_step("for_real")
    for answer in ("Ben", "yes", "tomorrow", "Hello Ben, can we talk?"):
        practice.type(answer)
    assert practice.run.progress["for_real"]["stage"] == "done"
    practice.turn(lambda turn: serve(turn, "correct", "can I change my answer"))
    assert practice.run.progress["for_real"]["stage"] == "who"


def test_where_nothing_was_answered_yet_a_correction_goes_one_step_back(practice: Practice) -> None:
    practice.to_step("which_one")
    practice.turn(lambda turn: serve(turn, "correct", "let me correct my last answer"))
    assert practice.step_id == "two_ways"


def test_a_correction_of_something_noted_before_is_not_the_practices_own() -> None:
    assert is_own("correct", "I made a typo")
    assert not is_own("correct", "no, it was Wednesday")


@pytest.mark.parametrize("typed", ["no, I meant {}", "sorry, {}", "I think it is {}", "oh wait, {}", "{}"])
def test_a_letter_is_found_behind_what_leads_up_to_it(typed: str, practice: Practice) -> None:
    from bot.skills.interruptions import take_answer

    practice.to_step("which_one")
    practice.type("hm")
    letter = next(button.title for button in practice.buttons() if button.args.get("option") == "says_it")
    practice.turn(lambda turn: take_answer(turn, typed.format(letter)))
    assert "what you saw" in practice.text


@pytest.mark.parametrize("step", ["your_words", "the_kitchen", "for_real", "to_keep"])
def test_in_free_writing_nothing_is_asked_back(step: str, practice: Practice) -> None:
    practice.to_step(step)
    assert not may_ask_which(practice.new_turn(), "remind_me", "something with friday and ana")


def test_where_one_reads_unsure_words_may_be_asked_about(practice: Practice) -> None:
    practice.to_step("three_parts")
    assert may_ask_which(practice.new_turn(), "remind_me", "something with friday and ana")
    assert not may_ask_which(practice.new_turn(), "small_talk", "hm, interesting")
    assert not may_ask_which(practice.new_turn(), "skip", "next")


def test_a_not_now_after_a_try_goes_on_as_before(practice: Practice) -> None:
    practice.to_step("your_words")
    practice.type("You always leave your cups in the sink.")
    assert not interrupts(practice, "later", "not now")
    practice.type("not now")
    assert practice.step_id == "the_kitchen"
