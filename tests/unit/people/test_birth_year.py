"""Years of birth as people type them, in 2026."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.birth_year import Birth, read_birth


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("1984", [1984]),
        ("born in 1984", [1984]),
        ("I was born in 1984, in May", [1984]),
        ("84", [1984]),
        ("'84", [1984]),
        ("born 84", [1984]),
        ("in 84", [1984]),
        ("12.5.1984", [1984]),
        ("1984-05-12", [1984]),
        ("12/05/84", [1984]),
        ("I'm 42", [1984]),
        ("i’m 42", [1984]),
        ("im 42", [1984]),
        ("42 years old", [1984]),
        ("aged 70", [1956]),
        ("07", [2007]),
        ("99", [1999]),
        ("42", [1942, 1984]),
        ("20", [2020, 2006]),
        ("2030", []),
        ("1850", []),
        ("2024", []),
        ("hello", []),
        ("", []),
        ("🙂", []),
        ("I'm 3", []),
    ],
)
def test_a_year_is_found_or_both_readings_or_none(text: str, years: list[int]) -> None:
    assert [birth.year for birth in read_birth(text, 2026)] == years


@pytest.mark.parametrize(
    ("birth", "band"),
    [
        (Birth(1984), "adult"),
        (Birth(1961), "older"),
        (Birth(1962), "adult"),
        (Birth(2007), "adult"),
        (Birth(2008), None),
        (Birth(2009), "minor"),
        (Birth(2008, age=18), "adult"),
        (Birth(2009, age=17), "minor"),
        (Birth(1961, age=65), "older"),
    ],
)
def test_the_band_turns_on_the_birthday_only_in_the_18th_year(birth: Birth, band: str | None) -> None:
    assert birth.band(2026) == band


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_at_most_two_possible_years(text: str) -> None:
    births = read_birth(text, 2026)
    assert len(births) <= 2
    assert all(1911 <= birth.year <= 2021 for birth in births)
