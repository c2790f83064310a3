"""Free text about one known person."""

from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from bot.network.about_one import serve_about_one
from bot.network.contacts import add_contact
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.store.clock import VirtualClock
from tests.unit.network.conftest import Talk


@pytest.fixture
def carl(session: Session, person: Person, clock: VirtualClock) -> Contact:
    add_contact(session, person, "Brother", now=clock.now())
    return add_contact(session, person, "Carl", now=clock.now())


def test_a_rhythm_is_changed(talk: Talk, carl: Contact) -> None:
    turn = talk.new_turn()
    assert serve_about_one(turn, "change Carl to every month")
    assert carl.ideal_days == 30


def test_a_relation_is_kept(talk: Talk, carl: Contact) -> None:
    assert serve_about_one(talk.new_turn(), "Carl is my brother")
    assert carl.relation == "family"


def test_somebody_is_taken_off_the_list_after_a_question(talk: Talk, carl: Contact) -> None:
    assert serve_about_one(talk.new_turn(), "take Carl off my list")
    assert carl.standing == "open"
    talk.types("yes")
    assert carl.standing == "ended"


def test_a_question_shows_how_things_stand(talk: Talk, carl: Contact) -> None:
    turn = talk.new_turn()
    assert serve_about_one(turn, "when did I last see Carl?")
    assert turn.replies[0].text.startswith("Carl: ")


@pytest.mark.parametrize("typed", ["hello there", "Carl and brother came", "x " * 30 + "Carl"])
def test_nobody_or_several_are_left_alone(talk: Talk, carl: Contact, typed: str) -> None:
    turn = talk.new_turn()
    assert not serve_about_one(turn, typed)
    assert turn.replies == []
