"""A talk with a partner whose tension moves."""

from __future__ import annotations

import pytest

from bot.skills.partner import move_of
from tests.unit.skills.conftest import Practice


def test_good_turns_lower_the_tension_and_bad_ones_raise_it(practice: Practice) -> None:
    practice.to_step("the_kitchen")
    practice.type("I know you had a hard week.")
    low = practice.run.progress["the_kitchen"]["said"][-1]["tension"]
    assert low < 5
    assert "down from 5 to 3" in practice.text
    practice.type("You are such a slob. You never clean up.")
    assert practice.run.progress["the_kitchen"]["said"][-1]["tension"] > low
    assert "Tension went up" in practice.text


def test_a_turn_can_be_taken_back(practice: Practice) -> None:
    practice.to_step("the_kitchen")
    practice.type("I was tense this morning.")
    before = practice.run.progress["the_kitchen"]["said"]
    practice.type("You are such a slob.")
    practice.tap("Try that turn again")
    assert practice.run.progress["the_kitchen"]["said"] == before
    assert before[-1]["answer"] in practice.text


def test_an_old_button_takes_no_other_turn_back(practice: Practice) -> None:
    practice.to_step("the_kitchen")
    practice.type("I was tense this morning.")
    practice.type("Could you wash them?")
    practice.do("skills.retry", run=practice.run.id, step="the_kitchen", at=1)
    assert len(practice.run.progress["the_kitchen"]["said"]) == 2
    assert "another turn" in practice.text


ENDS = {
    "Tea?": [
        "I know you had a rough week.",
        "I was tense this morning.",
        "Could you wash them now?",
        "Thank you so much",
    ],
    "in a bit": ["fine by me then", "well it is what it is", "I do not know now", "so be it then"],
    "less loud": ["You never clean.", "You are so lazy.", "You idiot.", "Shut up."],
}


@pytest.mark.parametrize(
    ("ending", "words"), [("Tea?", ENDS["Tea?"]), ("an hour", ENDS["in a bit"]), ("less loud", ENDS["less loud"])]
)
def test_the_talk_ends_as_the_state_has_it(practice: Practice, ending: str, words: list[str]) -> None:
    practice.to_step("the_kitchen")
    for said in words:
        practice.type(said)
    assert ending in practice.text
    assert "Tension, turn by turn" in practice.text
    assert practice.titles() == ["Next", "Try that turn again", "Play it again"]


def test_the_debrief_quotes_the_turn_that_moved_it(practice: Practice) -> None:
    practice.to_step("the_kitchen")
    for said in ("fine by me then", "I know you had a rough week.", "fine by me then", "fine by me then"):
        practice.type(said)
    assert "Turn 2 eased it most: “I know you had a rough week.”" in practice.text


def test_the_partner_never_says_a_line_twice_while_there_are_others(practice: Practice) -> None:
    practice.to_step("the_kitchen")
    for _ in range(3):
        practice.type("well it is what it is")
    lines = [turn["line"] for turn in practice.run.progress["the_kitchen"]["said"]]
    assert len(set(lines)) == 3


def test_the_scene_can_be_played_again(practice: Practice) -> None:
    practice.to_step("the_kitchen")
    for _ in range(4):
        practice.type("You idiot.")
    practice.tap("Play it again")
    assert practice.run.progress["the_kitchen"].get("said", []) == []
    assert "rotten week" in practice.text


def test_a_hard_word_drowns_out_a_soft_one() -> None:
    assert move_of(["i_statement", "concrete_request", "blame"]) == "blames"
    assert move_of(["i_statement", "concrete_request"]) == "asks"
    assert move_of([]) == "plain"
