"""Which meanings are worth a question."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.doubt.plausible import CLOSE_BEHIND, LEAST_PLAUSIBLE, MOST_MEANINGS, plausible
from bot.conversation.heard import Guess


def ranked(**confidences: float) -> list[Guess]:
    guesses = [Guess(intent, confidence) for intent, confidence in confidences.items()]
    return sorted(guesses, key=lambda guess: -guess.confidence)


def test_two_near_meanings_are_both_asked_about_best_first() -> None:
    assert plausible(ranked(remind_me=0.31, later=0.33, today=0.04)) == ["later", "remind_me"]


def test_a_meaning_far_behind_the_best_is_left_out() -> None:
    assert plausible(ranked(remind_me=0.34, later=0.34 * CLOSE_BEHIND - 0.001)) == ["remind_me"]


def test_nothing_is_plausible_where_all_are_weak() -> None:
    assert plausible(ranked(remind_me=LEAST_PLAUSIBLE - 0.001, later=0.1, today=0.09)) == []


def test_nothing_is_plausible_without_a_ranking() -> None:
    assert plausible([]) == []


def test_out_of_scope_is_never_asked_about() -> None:
    assert plausible(ranked(out_of_scope=0.3, later=0.29)) == ["later"]


def test_far_ahead_out_of_scope_leaves_nothing_to_ask() -> None:
    assert plausible(ranked(out_of_scope=0.34, later=0.13)) == []


def test_what_makes_no_sense_here_is_left_out() -> None:
    assert plausible(ranked(affirm=0.3, later=0.29), leave_out={"affirm"}) == ["later"]


@given(st.lists(st.floats(0, 1), min_size=1, max_size=39))
def test_there_are_never_more_than_three_and_none_is_weak(confidences: list[float]) -> None:
    ranking = ranked(**{f"intent_{place}": confidence for place, confidence in enumerate(confidences)})
    meanings = plausible(ranking)
    assert len(meanings) <= MOST_MEANINGS
    by_intent = {guess.intent: guess.confidence for guess in ranking}
    assert all(by_intent[meaning] >= LEAST_PLAUSIBLE for meaning in meanings)
    assert meanings == [guess.intent for guess in ranking][: len(meanings)]


@pytest.mark.parametrize("extra", range(4, 8))
def test_of_many_alike_the_best_three_are_asked_about(extra: int) -> None:
    assert len(plausible([Guess(f"intent_{place}", 0.14) for place in range(extra)])) == MOST_MEANINGS
