"""Cities, countries and zones as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.people.tables import Person
from bot.people.zones import find_places, is_zone, offer_zone, place_of


@pytest.mark.parametrize(
    ("text", "zones"),
    [
        ("Berlin", ["Europe/Berlin"]),
        ("Berlin, Germany", ["Europe/Berlin"]),
        ("berlin germany", ["Europe/Berlin"]),
        ("I live in Leeds", ["Europe/London"]),
        ("near leeds, england", ["Europe/London"]),
        ("new york", ["America/New_York"]),
        ("NYC", ["America/New_York"]),
        ("LA", ["America/Los_Angeles"]),
        ("Paris", ["Europe/Paris"]),
        ("paris, texas", ["America/Chicago"]),
        ("Portland, Oregon", ["America/Los_Angeles"]),
        ("portland or", ["America/Los_Angeles"]),
        ("Portland", ["America/Los_Angeles", "America/New_York", "America/Chicago"]),
        ("Cambridge", ["Europe/London", "America/Toronto", "America/New_York"]),
        ("london, ontario, canada", ["America/Toronto"]),
        ("Washington DC", ["America/New_York"]),
        ("Bombay", ["Asia/Kolkata"]),
        ("München", ["Europe/Berlin"]),
        ("Koln", ["Europe/Berlin"]),
        ("sao paulo", ["America/Sao_Paulo"]),
        ("St Louis, Missouri", ["America/Chicago"]),
        ("Москва", ["Europe/Moscow"]),
        ("東京", ["Asia/Tokyo"]),
        ("Europe/Berlin", ["Europe/Berlin"]),
        ("america/new york", ["America/New_York"]),
        ("UTC", ["UTC"]),
        ("UTC+2", ["Etc/GMT-2"]),
        ("utc -3", ["Etc/GMT+3"]),
        ("GMT+5:30", ["Asia/Kolkata"]),
        ("UTC+15", []),
        ("EST", ["America/New_York"]),
        ("CET", ["Europe/Berlin"]),
        ("Germany", ["Europe/Berlin"]),
        ("the UK", ["Europe/London"]),
        ("India", ["Asia/Kolkata"]),
        ("Spain", ["Europe/Madrid", "Atlantic/Canary", "Africa/Ceuta"]),
        ("USA", ["America/New_York", "America/Los_Angeles", "America/Chicago"]),
        ("who reads this?", []),
        ("asdfgh", []),
        ("🙂", []),
        ("", []),
        ("x" * 5000, []),
    ],
)
def test_a_place_is_found_or_up_to_three_or_none(text: str, zones: list[str]) -> None:
    assert [place.zone for place in find_places(text)] == zones


def test_every_place_offered_has_a_real_zone_and_a_label() -> None:
    for text in ("Portland", "Spain", "UTC+2", "IST", "Georgia"):
        assert all(is_zone(place.zone) and place.label for place in find_places(text))


def test_a_zone_is_shown_as_a_person_would_say_it() -> None:
    assert place_of("America/New_York") == "New York"
    assert place_of("Etc/GMT-2") == "UTC+2"


def test_what_the_browser_says_is_kept_until_the_person_says_otherwise(person: Person) -> None:
    assert not offer_zone(person, "Asia/Tokyo")
    assert person.zone == "Europe/Berlin"
    person.zone = None
    assert not offer_zone(person, "Mars/Olympus")
    assert offer_zone(person, "Asia/Tokyo")
    assert person.zone == "Asia/Tokyo"


@settings(deadline=None)  # the first look-up reads all cities
@given(st.text(max_size=40))
def test_whatever_is_typed_is_no_error(text: str) -> None:
    assert len(find_places(text)) <= 3
