"""The age gate: 18 and over, met kindly, and not to be talked away."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from bot.conversation.reply import Button
from bot.people import onboarding
from bot.people.age import age_known, ask_age
from tests.unit.people.conftest import Talk
from tests.unit.people.test_onboarding import at


@pytest.mark.parametrize("typed", ["2012", "I'm 15", "16", "born 2010"])
def test_someone_younger_is_given_help_lines_and_marked(newcomer: Talk, typed: str) -> None:
    at(newcomer, "year").says(typed)
    assert newcomer.person.age_band == "minor"
    assert newcomer.person.waiting_for is None
    assert not age_known(newcomer.person)


def test_nothing_in_the_chat_takes_the_mark_away(newcomer: Talk) -> None:
    at(newcomer, "year")
    buttons = newcomer.buttons()
    newcomer.says("2012")
    attempts: list[Callable[[], str]] = [
        lambda: newcomer.command("start"),
        lambda: newcomer.command("settings", "year 1984"),
        lambda: newcomer.command("settings"),
        lambda: newcomer.command("today"),
        lambda: newcomer.command("help"),
        lambda: newcomer.means("greet"),
        lambda: newcomer.press(buttons["Skip"]),
        lambda: newcomer.press(Button("x", "people.choose", {"step": "year", "value": "1984", "place": "start"})),
    ]
    for attempt in attempts:
        attempt()
        assert newcomer.person.age_band == "minor"
    assert onboarding.must_onboard(newcomer.person)


def test_in_the_18th_year_the_birthday_decides(newcomer: Talk) -> None:
    at(newcomer, "year").says("2008")
    assert newcomer.person.age_band == "unknown"
    newcomer.taps("Yes")
    assert newcomer.person.age_band == "adult"
    assert newcomer.person.onboarding_step == "consent"


def test_before_the_18th_birthday_it_is_too_early(newcomer: Talk) -> None:
    at(newcomer, "year").says("2008")
    newcomer.says("not yet")
    assert newcomer.person.age_band == "minor"


def test_the_birthday_may_be_left_open_and_is_asked_before_practice(newcomer: Talk) -> None:
    at(newcomer, "year").says("2008")
    newcomer.taps("Skip")
    assert newcomer.person.onboarding_step == "consent"
    assert not age_known(newcomer.person)


def test_a_number_that_may_be_an_age_is_asked_about(newcomer: Talk) -> None:
    at(newcomer, "year").says("20")
    newcomer.taps("I am 20")
    assert newcomer.person.age_band == "adult"


def test_before_the_first_practice_the_year_is_asked_again(newcomer: Talk) -> None:
    newcomer.person.onboarding_step = None
    turn = newcomer.make_turn()
    ask_age(turn)
    newcomer.replies = turn.replies
    said = newcomer.says("1984")
    assert age_known(newcomer.person)
    assert "Say it with I" in said


def test_before_the_first_practice_not_now_is_an_answer(newcomer: Talk) -> None:
    newcomer.person.onboarding_step = None
    turn = newcomer.make_turn()
    ask_age(turn)
    newcomer.replies = turn.replies
    newcomer.taps("Not now")
    assert newcomer.person.waiting_for is None
    assert not age_known(newcomer.person)


def test_an_adult_may_correct_the_year(talk: Talk) -> None:
    talk.command("settings", "year 1950")
    assert talk.person.age_band == "older"
