"""Somebody leaves the list, or died: asked about once, and nothing is lost."""

from __future__ import annotations

import pytest

from tests.unit.people.whole_talk import Whole


def test_taking_somebody_off_is_asked_once(whole: Whole) -> None:
    tom = whole.knows("Tom")
    assert "Shall I take Tom off" in whole.means("edit_contact", "Tom and I are not friends any more")
    assert tom.standing == "open"
    whole.answers("yes please")
    assert tom.standing == "ended"
    whole.taps("Bring back")
    assert tom.standing == "open"


@pytest.mark.parametrize("typed", ["no", "later", "hm"])
def test_anything_but_a_yes_leaves_them_in_the_end(whole: Whole, typed: str) -> None:
    tom = whole.knows("Tom")
    whole.means("edit_contact", "delete Tom")
    whole.answers(typed)
    if whole.waits_for():
        whole.answers(typed)
    assert tom.standing == "open"
    assert whole.waits_for() is None


def test_a_death_is_asked_about_met_with_condolence_and_ends_the_reminders(whole: Whole) -> None:
    rosa = whole.knows("Rosa")
    assert "I am so sorry" in whole.means("edit_contact", "Rosa died last week")
    assert rosa.standing == "open"
    said = whole.taps("Yes, sadly")
    assert "sorry" in said
    assert "!" not in said
    assert rosa.standing == "died"
    assert whole.reminders() == []


def test_a_death_that_was_misread_changes_nothing(whole: Whole) -> None:
    rosa = whole.knows("Rosa")
    whole.means("edit_contact", "Rosas plant is dead, move Rosa to ring 1")
    whole.taps("No, not that")
    assert rosa.standing == "open"
    assert len(whole.reminders()) == 1


def test_a_death_that_was_a_mistake_is_taken_back(whole: Whole) -> None:
    rosa = whole.knows("Rosa")
    whole.means("edit_contact", "Rosa died")
    whole.answers("yes")
    whole.taps("I was mistaken")
    assert rosa.standing == "open"


def test_another_wish_comes_before_the_question(whole: Whole) -> None:
    tom = whole.knows("Tom")
    whole.means("edit_contact", "remove Tom")
    whole.answers("show me my rings", "see_network", sure=True)
    assert tom.standing == "open"
    assert whole.waits_for() is None
