"""The direct question and its answers."""

from __future__ import annotations

import pytest

from bot.conversation.turn import Turn
from bot.safety import protocol, question
from bot.safety.detect import assess
from bot.safety.routes import ROUTES

FAMILIES = ("suicide", "harm", "others", "home", "danger", "body", "mind", "someone")


def _stage(turn: Turn) -> object:
    return turn.person.waiting_for and turn.person.waiting_for["args"]["stage"]


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("answer", question.ANSWERS)
def test_every_answer_in_every_family_has_words(turn: Turn, family: str, answer: str) -> None:
    question.tapped(turn, family, answer)
    assert len(turn.replies) == 1
    assert turn.replies[0].kind == "crisis"
    assert turn.replies[0].text.count("?") <= 1


def test_its_buttons_are_served_without_the_engine(turn: Turn) -> None:
    protocol.answer_in_crisis(turn, assess("I want to die"))
    for reply in turn.replies:
        assert all(button.do in ROUTES.taps for button in reply.buttons)


def test_a_yes_brings_the_emergency_number_and_asks_who_could_be_there(turn: Turn) -> None:
    question.tapped(turn, "suicide", "yes")
    assert "112" in turn.replies[0].text.splitlines()
    assert _stage(turn) == "company"


def test_a_no_closes_the_question(turn: Turn) -> None:
    question.ask(turn, "suicide")
    question.tapped(turn, "suicide", "no")
    assert turn.person.waiting_for is None


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("yes", "yes"),
        ("Yes, every day", "yes"),
        ("no", "no"),
        ("No.", "no"),
        ("maybe", "unsure"),
        ("I’m not sure", "unsure"),
    ],
)
def test_a_typed_answer_is_read(turn: Turn, typed: str, key: str) -> None:
    question.typed(turn, typed, family="suicide", stage="direct")
    opening = turn.words(f"safety.suicide.{key}", emergency="")[:30]
    assert turn.replies[0].text.startswith(opening)


def test_an_answer_that_cannot_be_read_is_not_asked_for_again(turn: Turn) -> None:
    question.ask(turn, "suicide")
    question.typed(turn, "it rains", family="suicide", stage="direct")
    assert turn.person.waiting_for is None
    assert "112" in turn.replies[-1].text.splitlines()


@pytest.mark.parametrize(("typed", "key"), [("my sister", "someone"), ("nobody really", "nobody"), ("no", "nobody")])
def test_who_could_be_there_is_read_from_typed_words(turn: Turn, typed: str, key: str) -> None:
    question.typed(turn, typed, family="suicide", stage="company")
    assert turn.replies[0].text == turn.words(
        f"safety.company.{key}", emergency="Emergency services, day and night\n112"
    )


def test_words_typed_after_a_second_block_are_heard(turn: Turn) -> None:
    question.listen(turn, "suicide")
    question.typed(turn, "I am too tired to call", family="suicide", stage="open")
    assert turn.replies[0].text.startswith("Thank you for saying that.")


def test_an_old_button_leaves_the_question_of_another_subject_open(turn: Turn) -> None:
    turn.wait_for("people.name")
    question.tapped(turn, "suicide", "no")
    assert turn.person.waiting_for["flow"] == "people.name"
