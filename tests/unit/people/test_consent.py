"""Consent: off until given, by category, with the wording's version."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from bot.people.consent import CATEGORIES, current, decide, has_consent
from bot.people.tables import Consent, Person
from bot.store.clock import VirtualClock
from tests.unit.people.conftest import Talk


def test_everything_is_off_until_given(session: Session, person: Person) -> None:
    assert not any(has_consent(session, person.id, category) for category in CATEGORIES)


def test_the_latest_decision_holds_and_the_earlier_ones_are_kept(
    session: Session, person: Person, clock: VirtualClock
) -> None:
    decide(session, person, "progress", True, clock.now(), "1")
    decide(session, person, "progress", False, clock.now(), "1")
    decide(session, person, "progress", True, clock.now(), "2")
    assert has_consent(session, person.id, "progress")
    assert current(session, person.id)["progress"].version == "2"
    assert session.scalar(select(func.count()).select_from(Consent)) == 3


def test_the_same_decision_twice_is_kept_once(session: Session, person: Person, clock: VirtualClock) -> None:
    first = decide(session, person, "progress", True, clock.now(), "1")
    assert decide(session, person, "progress", True, clock.now(), "1") is first


def test_one_persons_consent_is_not_anothers(session: Session, person: Person, clock: VirtualClock) -> None:
    decide(session, person, "progress", True, clock.now(), "1")
    assert not has_consent(session, "b" * 32, "progress")


def test_an_unknown_category_is_refused(session: Session, person: Person, clock: VirtualClock) -> None:
    with pytest.raises(ValueError, match="programme_figures"):
        has_consent(session, person.id, "everything")
    with pytest.raises(ValueError, match="everything"):
        decide(session, person, "everything", True, clock.now(), "1")


def test_consent_shows_every_category_with_its_version(talk: Talk) -> None:
    said = talk.command("consent")
    assert said.count("wording 1") == len(CATEGORIES)
    assert said.count(": off") == len(CATEGORIES)


def test_a_category_can_be_given_and_withdrawn_in_one_line(talk: Talk, session: Session) -> None:
    assert talk.command("consent", "progress on").startswith("Lessons done: on")
    assert has_consent(session, talk.person.id, "progress")
    assert "on since 1 March 2026" in talk.command("consent")
    talk.command("consent", "progress off")
    assert not has_consent(session, talk.person.id, "progress")


def test_a_decision_about_an_earlier_wording_is_shown_as_such(
    talk: Talk, session: Session, clock: VirtualClock
) -> None:
    decide(session, talk.person, "progress", True, clock.now(), "0")
    assert "earlier wording 0" in talk.command("consent")


def test_an_unknown_word_after_consent_is_met_with_the_list(talk: Talk) -> None:
    assert "programme_figures" in talk.command("consent", "everything on")


def test_going_through_all_of_them_keeps_each_decision(talk: Talk, session: Session) -> None:
    talk.command("consent")
    talk.taps("Go through them")
    for place, _ in enumerate(CATEGORIES):
        talk.taps("Yes, share" if place % 2 else "Keep off")
    given = [category for category in CATEGORIES if has_consent(session, talk.person.id, category)]
    assert given == list(CATEGORIES[1::2])
    assert talk.person.waiting_for is None


def test_typed_answers_do_as_well_and_enough_is_enough(talk: Talk, session: Session) -> None:
    talk.command("consent")
    talk.taps("Go through them")
    talk.says("yes")
    assert "share it, or keep it off" in talk.says("what does that mean for me")
    talk.taps("That's enough")
    assert list(current(session, talk.person.id)) == ["programme_figures"]


def test_all_can_be_turned_off_at_once(talk: Talk, session: Session) -> None:
    talk.command("consent", "alerts on")
    talk.command("consent", "answers on")
    talk.command("consent")
    talk.taps("Keep all off")
    assert not any(has_consent(session, talk.person.id, category) for category in CATEGORIES)


def test_a_button_keeps_the_version_that_was_shown(talk: Talk, session: Session) -> None:
    talk.command("consent", "progress")
    button = talk.button("Yes, share")
    talk.press(type(button)(button.title, button.do, {**button.args, "version": "0"}))
    assert current(session, talk.person.id)["progress"].version == "0"


def test_a_button_of_a_category_that_is_gone_is_answered(talk: Talk) -> None:
    talk.command("consent", "progress")
    button = talk.button("Yes, share")
    assert "earlier" in talk.press(type(button)(button.title, button.do, {**button.args, "category": "gone"}))
