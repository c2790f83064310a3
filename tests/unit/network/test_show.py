"""The network in words, as a list and as data for the picture."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from sqlalchemy.orm import Session

from bot.conversation.reply import Picture
from bot.network.connections import log_connection
from bot.network.contacts import add_contact
from bot.network.pictures import draw_rings
from bot.network.tables import Contact
from bot.people.tables import Person
from bot.store.clock import VirtualClock
from tests.unit.network.conftest import Talk

TODAY = date(2026, 3, 1)


@pytest.fixture
def circle(session: Session, person: Person, clock: VirtualClock) -> dict[str, Contact]:
    """Four people: seen today, 40 days ago, 200 days ago and not yet noted."""
    people = {}
    for name, ring, days in (("Mum", 1, 0), ("Ben", 2, 40), ("Jo", 3, 200), ("Ana", 2, None)):
        people[name] = add_contact(session, person, name, now=clock.now(), ring=ring)
        clock.advance(minutes=1)
        if days is not None:
            log_connection(session, person, [people[name]], on=TODAY - timedelta(days), now=clock.now())
    return people


def picture(talk: Talk) -> Picture:
    found = talk.replies[0].picture
    assert found is not None
    return found


def test_with_nobody_the_first_goal_is_one_name(talk: Talk) -> None:
    assert "The first goal is one name" in talk.commands("/network")
    assert talk.taps("Add someone").startswith("Who would you like to add?")


def test_the_words_say_how_many_and_who_stands_where(talk: Talk, circle: dict[str, Contact]) -> None:
    said = talk.types("show my network", "see_network")
    assert "4 people are in your circle. You were in touch with 1 of them in the last 30 days, and with 2" in said
    assert "Close: Mum." in said
    assert "Middle: Ben and Ana." in said
    assert "Outer: Jo." in said


def test_one_who_would_like_a_hello_is_named(talk: Talk, circle: dict[str, Contact]) -> None:
    assert "Jo might like a hello: the last time was Wed 13 Aug 2025." in talk.commands("/network")


def test_somebody_paused_is_not_brought_up(talk: Talk, circle: dict[str, Contact]) -> None:
    circle["Jo"].standing = circle["Ben"].standing = "paused"
    assert "might like a hello" not in talk.commands("/network")


def test_the_picture_fades_by_when_somebody_was_seen(talk: Talk, circle: dict[str, Contact]) -> None:
    talk.commands("/network")
    seen = {one["label"]: one["seen"] for one in picture(talk).data["people"]}
    assert seen == {"Mum": "recent", "Ben": "season", "Jo": "long", "Ana": "unknown"}


def test_the_picture_can_be_drawn_from_its_data(talk: Talk, circle: dict[str, Contact]) -> None:
    talk.commands("/network")
    assert draw_rings(picture(talk).data).startswith(b"\x89PNG")


def test_a_screen_reader_gets_the_same_facts(talk: Talk, circle: dict[str, Contact]) -> None:
    talk.commands("/network")
    alt = picture(talk).alt
    assert "Close: Mum (last 30 days)." in alt
    assert "Jo (longer ago)" in alt


def test_two_of_a_name_are_told_apart(talk: Talk, session: Session, person: Person, clock: VirtualClock) -> None:
    for relation in ("family", "friend"):
        add_contact(session, person, "Anna", now=clock.now(), relation=relation)
        clock.advance(minutes=1)
    assert "Anna (family) and Anna (friend)" in talk.commands("/network")


def test_the_list_has_a_line_each(talk: Talk, circle: dict[str, Contact]) -> None:
    said = talk.types("who is on my list", "see_contacts")
    assert said.splitlines()[0] == "Mum: every week, last today"
    assert len(said.splitlines()) == 4


def test_a_long_list_is_names_by_ring(talk: Talk, session: Session, person: Person, clock: VirtualClock) -> None:
    for number in range(30):
        add_contact(session, person, f"Friend {number}", now=clock.now(), ring=number % 3 + 1)
    said = talk.commands("/contact list")
    assert len(said.splitlines()) == 3
    assert all(f"Friend {number}" in said for number in range(30))
    assert "2 more" in talk.commands("/network")
