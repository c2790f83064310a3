"""Coming days, as people type them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.skills.days import read_day, weekend

SUNDAY = date(2026, 3, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", date(2026, 3, 1)),
        ("Tonight, I think", date(2026, 3, 1)),
        ("tomorrow", date(2026, 3, 2)),
        ("the day after tomorrow", date(2026, 3, 3)),
        ("on Friday", date(2026, 3, 6)),
        ("wed", date(2026, 3, 4)),
        ("sunday", date(2026, 3, 1)),
        ("next Friday", date(2026, 3, 6)),
        ("Friday next week", date(2026, 3, 6)),
        ("next week", date(2026, 3, 8)),
        ("at the weekend", date(2026, 3, 1)),
        ("next weekend", date(2026, 3, 8)),
        ("in 3 days", date(2026, 3, 4)),
        ("in two weeks", date(2026, 3, 15)),
        ("in a month", date(2026, 3, 31)),
        ("12 March", date(2026, 3, 12)),
        ("on the 12th of march", date(2026, 3, 12)),
        ("March 12th", date(2026, 3, 12)),
        ("2 January", date(2027, 1, 2)),
        ("2026-04-30", date(2026, 4, 30)),
    ],
)
def test_a_day_is_read(text: str, day: date) -> None:
    assert read_day(text, SUNDAY) == day


@pytest.mark.parametrize(
    "text", ["", "soon", "30 February", "2026-13-01", "when I feel like it", "in some days", "99 May"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text, SUNDAY) is None


@given(st.text(max_size=80), st.dates(date(2020, 1, 1), date(2100, 1, 1)))
def test_no_text_breaks_it(text: str, today: date) -> None:
    read_day(text, today)


@given(st.dates(date(2020, 1, 1), date(2100, 1, 1)))
def test_the_weekend_is_at_most_five_days_away(today: date) -> None:
    assert 0 <= (weekend(today) - today).days <= 5
    assert weekend(today).weekday() >= 5
