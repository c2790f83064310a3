"""/log keeps at once what leaves no question open."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.network.contacts import add_contact
from bot.network.tables import Connection, Contact
from bot.people.tables import Person
from bot.store.clock import VirtualClock
from tests.unit.network.conftest import Talk


@pytest.fixture(autouse=True)
def ben(session: Session, person: Person, clock: VirtualClock) -> Contact:
    return add_contact(session, person, "Ben", now=clock.now(), ideal_days=14)


def kept(session: Session) -> list[Connection]:
    return list(session.scalars(select(Connection)))


def test_everything_can_be_given_at_once(talk: Talk, session: Session) -> None:
    said = talk.commands("/log Ben on=yesterday minutes=20 channel=call by=them felt=4")
    (one,) = kept(session)
    assert (one.happened_on, one.minutes, one.channel, one.started_by, one.feeling, one.source) == (
        date(2026, 2, 28),
        20,
        "call",
        "them",
        4,
        "command",
    )
    assert "I'll bring Ben up again on Sat 14 Mar." in said


@pytest.mark.parametrize(
    ("on", "day"),
    [
        ("today", date(2026, 3, 1)),
        ("last tuesday", date(2026, 2, 24)),
        ("2026-02-12", date(2026, 2, 12)),
        ('"3 days ago"', date(2026, 2, 26)),
    ],
)
def test_the_day_may_be_written_in_words(talk: Talk, session: Session, on: str, day: date) -> None:
    talk.commands(f"/log Ben on={on}")
    assert kept(session)[0].happened_on == day


@pytest.mark.parametrize(
    ("command", "answer"),
    [
        ("/log Ben minutes=-5", "from 1 to 1440"),
        ("/log Ben on=tomorrow", "still to come"),
        ("/log Ben on=2030-01-01", "still to come"),
        ("/log Ben on=elephants", "couldn't read that day"),
        ("/log Ben felt=9", "from 1 (hard) to 5"),
        ("/log Ben by=nobody", "by=me or by=them"),
        ("/log Ben mood=good", "on, minutes, channel, by, felt"),
        ("/log on=today", "Who was it?"),
        ("/log " + "x" * 300, "up to 60 characters"),
    ],
)
def test_a_wrong_value_is_answered_and_nothing_kept(talk: Talk, session: Session, command: str, answer: str) -> None:
    assert answer in talk.commands(command)
    assert kept(session) == []


def test_an_unknown_name_is_asked_about(talk: Talk, session: Session) -> None:
    assert talk.commands("/log Zoe") == "Zoe, today. I'd add Zoe to your people. Right?"
    talk.types("yes")
    assert len(kept(session)) == 1


def test_a_second_one_on_a_day_is_questioned(talk: Talk, session: Session) -> None:
    talk.commands("/log Ben")
    assert "Is this another one?" in talk.commands("/log Ben")
    assert len(kept(session)) == 1


def test_two_names_may_be_joined(talk: Talk, session: Session, person: Person, clock: VirtualClock) -> None:
    add_contact(session, person, "Ana", now=clock.now())
    talk.commands("/log Ben and Ana channel=coffee")
    assert kept(session)[0].channel == "in_person"


def test_without_anything_it_asks(talk: Talk, session: Session) -> None:
    assert talk.commands("/log").startswith("Who was it, when and how?")
    assert talk.types("I rang Ben yesterday") == "Ben, yesterday, call. Right?"


def test_asking_can_be_left(talk: Talk) -> None:
    talk.commands("/log")
    assert talk.types("not now") == "All right, we leave it."
    assert talk.person.waiting_for is None


def test_a_whole_sentence_is_heard_like_any_other(talk: Talk) -> None:
    assert talk.commands("/log I rang Ben yesterday for 20 minutes") == "Ben, yesterday, call, 20 minutes. Right?"
