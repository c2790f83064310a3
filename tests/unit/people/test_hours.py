"""Times of day and quiet hours as people type them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.people.hours import is_quiet, read_quiet, read_time, show_time, spell_out


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("18:00", ["18:00"]),
        ("6 pm", ["18:00"]),
        ("6pm", ["18:00"]),
        ("around 7 p.m.", ["19:00"]),
        ("18", ["18:00"]),
        ("18h", ["18:00"]),
        ("noon", ["12:00"]),
        ("midnight", ["00:00"]),
        ("7 in the evening", ["19:00"]),
        ("at 6 in the morning", ["06:00"]),
        ("09:30", ["09:30"]),
        ("8", ["08:00", "20:00"]),
        ("six", ["06:00", "18:00"]),
        ("half past 6", ["06:30", "18:30"]),
        ("12 am", ["00:00"]),
        ("12 pm", ["12:00"]),
        ("evening", []),
        ("25", []),
        ("", []),
    ],
)
def test_a_time_is_read_and_a_bare_hour_stays_open(text: str, times: list[str]) -> None:
    assert [show_time(minute) for minute in read_time(text)] == times


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("9 in the evening to 9", ("21:00", "09:00")),
        ("22-8", ("22:00", "08:00")),
        ("22:00–08:00", ("22:00", "08:00")),
        ("from 10pm until 8am", ("22:00", "08:00")),
        ("nine to nine", ("21:00", "09:00")),
        ("11-7", ("23:00", "07:00")),
        ("12 to 7", ("00:00", "07:00")),
        ("1 to 9", ("01:00", "09:00")),
        ("midnight till 8", ("00:00", "08:00")),
        ("8am-4pm", ("08:00", "16:00")),
        ("half past ten to 8", ("22:30", "08:00")),
        ("none", ("00:00", "00:00")),
        ("22:00 to 22:00", None),
        ("9", None),
        ("when I sleep", None),
        ("", None),
    ],
)
def test_quiet_hours_are_read_as_a_night(text: str, quiet: tuple[str, str] | None) -> None:
    found = read_quiet(text)
    assert (found and tuple(show_time(minute) for minute in found)) == quiet


def test_quiet_hours_may_run_over_midnight_or_not_or_not_exist() -> None:
    assert is_quiet(23 * 60, 22 * 60, 8 * 60)
    assert not is_quiet(8 * 60, 22 * 60, 8 * 60)
    assert is_quiet(10 * 60, 8 * 60, 16 * 60)
    assert not is_quiet(0, 0, 0)


@given(st.integers(0, 24 * 60 - 1))
def test_a_time_spelt_out_is_read_in_one_way_only(minute: int) -> None:
    assert read_time(spell_out(minute)) == [minute]


@given(st.text(max_size=60))
def test_whatever_is_typed_stays_within_a_day(text: str) -> None:
    assert all(0 <= minute < 24 * 60 for minute in (*read_time(text), *(read_quiet(text) or ())))
