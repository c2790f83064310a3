"""Wishes to add somebody are read with their rhythm and ring."""

from __future__ import annotations

import pytest

from bot.network.parse_wish import parse_wish
from bot.understanding.hearing.rhythm import hear_rhythm


@pytest.mark.parametrize(
    ("text", "names", "days"),
    [
        ("add Ben, every two weeks", ["Ben"], 14),
        ("I want to keep in touch with my friend Ben every fortnight", ["Ben"], 14),
        ("add my sister Anna", ["Anna"], None),
        ("add ben every week", ["ben"], 7),
        ("put Ben on my list, twice a month", ["Ben"], 15),
        ("Ben every other week", ["Ben"], 14),
        ("add Ben and Jo, monthly", ["Ben", "Jo"], 30),
        ("add mum every Sunday", ["mum"], 7),
        ("I'd like to see Dr. Khan once a month", ["Dr. Khan"], 30),
        ("add Ben, no reminders", ["Ben"], 0),
        ("anna maria", ["anna maria"], None),
        ("add someone", [], None),
        ("add a friend", [], None),
        ("add", [], None),
    ],
)
def test_a_wish_names_people_and_how_often(text: str, names: list[str], days: int | None) -> None:
    wish = parse_wish(text, ["Mum"])
    assert ([person.name for person in wish.people], wish.every_days) == (names, days)


@pytest.mark.parametrize(("text", "ring"), [("add Ben, ring 3", 3), ("add Ben, very close", 1), ("add Ben", None)])
def test_a_ring_is_taken_where_it_is_said(text: str, ring: int | None) -> None:
    assert parse_wish(text, []).ring == ring


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("every day", 1),
        ("every 10 days", 10),
        ("every three months", 90),
        ("each week", 7),
        ("three times a week", 2),
        ("once a year", 365),
        ("every 9999 years", 3660),
        ("every 0 days", 1),
        ("never", 0),
    ],
)
def test_a_rhythm_is_a_number_of_days(text: str, days: int) -> None:
    heard = hear_rhythm(text)
    assert heard is not None
    assert heard[0] == days
