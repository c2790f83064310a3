"""Calendar dates become moments on the person's wall clock, in every zone and through every change of clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.reminders.calendar import (
    Cadence,
    Hours,
    cadence_for,
    due_date,
    is_overdue,
    is_quiet,
    moment_for,
    next_allowed,
    when_to_send,
)

ZONES = sorted(zone for zone in available_timezones() if zone not in {"localtime", "Factory"})
MINUTES = st.integers(0, 1439)
DAYS = st.dates(date(1971, 1, 1), date(2037, 12, 1))


def hours_in(zone: str, minute: int = 18 * 60, quiet_from: int = 21 * 60, quiet_until: int = 9 * 60) -> Hours:
    return Hours(ZoneInfo(zone), minute, quiet_from, quiet_until)


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


HOURS = st.builds(hours_in, st.sampled_from(ZONES), MINUTES, MINUTES, MINUTES)
MOMENTS = st.datetimes(datetime(1971, 1, 1), datetime(2037, 12, 1), timezones=st.just(UTC))  # noqa: DTZ001


@pytest.mark.parametrize(
    ("ring", "ideal", "longest", "expected"),
    [
        (1, None, None, Cadence(7, 14)),
        (2, None, None, Cadence(14, 30)),
        (3, None, None, Cadence(30, 90)),
        (2, 0, None, Cadence(0, 30)),
        (2, 3, 0, Cadence(3, 0)),
        (1, 60, None, Cadence(60, 60)),
        (1, 10**9, None, Cadence(0, 14)),
    ],
)
def test_a_ring_gives_the_intervals_that_the_contact_does_not(
    ring: int, ideal: int | None, longest: int | None, expected: Cadence
) -> None:
    assert cadence_for(ring, ideal, longest) == expected


@pytest.mark.parametrize(
    ("last", "days", "expected"),
    [
        ("2026-01-31", 30, "2026-03-02"),
        ("2028-02-15", 14, "2028-02-29"),
        ("2026-12-25", 14, "2027-01-08"),
        ("2026-03-22", 7, "2026-03-29"),
    ],
)
def test_due_dates_run_over_month_ends_and_leap_days(last: str, days: int, expected: str) -> None:
    assert due_date(date.fromisoformat(last), days) == date.fromisoformat(expected)


def test_zero_means_never() -> None:
    assert due_date(date(2026, 3, 1), 0) is None
    assert not is_overdue(date(2020, 3, 1), Cadence(7, 0), date(2026, 3, 1))


def test_overdue_begins_on_the_day_of_the_longest_interval() -> None:
    cadence = Cadence(7, 14)
    assert not is_overdue(date(2026, 3, 1), cadence, date(2026, 3, 14))
    assert is_overdue(date(2026, 3, 1), cadence, date(2026, 3, 15))


@pytest.mark.parametrize(
    ("day", "zone", "minute", "expected"),
    [
        ("2026-03-01", "Europe/Berlin", 18 * 60, "2026-03-01T17:00"),
        ("2026-03-28", "Europe/Berlin", 18 * 60, "2026-03-28T17:00"),
        ("2026-03-29", "Europe/Berlin", 18 * 60, "2026-03-29T16:00"),
        ("2026-10-25", "Europe/Berlin", 18 * 60, "2026-10-25T17:00"),
        ("2026-03-29", "Europe/Berlin", 150, "2026-03-29T01:30"),  # 02:30 does not exist: 03:30
        ("2026-10-25", "Europe/Berlin", 150, "2026-10-25T00:30"),  # 02:30 comes twice: the first
        ("2026-03-01", "Asia/Kolkata", 18 * 60, "2026-03-01T12:30"),
        ("2026-03-01", "Asia/Kathmandu", 18 * 60, "2026-03-01T12:15"),
        ("2026-03-01", "Australia/Lord_Howe", 18 * 60, "2026-03-01T07:00"),
        ("2026-07-01", "Australia/Lord_Howe", 18 * 60, "2026-07-01T07:30"),
        ("2026-03-01", "Pacific/Kiritimati", 18 * 60, "2026-03-01T04:00"),
        ("2011-12-30", "Pacific/Apia", 18 * 60, "2011-12-31T04:00"),  # a day that Samoa left out
        ("2026-03-08", "America/New_York", 18 * 60, "2026-03-08T22:00"),
    ],
)
def test_the_hour_is_the_persons_own(day: str, zone: str, minute: int, expected: str) -> None:
    awake = hours_in(zone, minute, quiet_from=0, quiet_until=0)
    assert moment_for(date.fromisoformat(day), awake) == utc(expected)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        ("2026-03-01T17:00", "2026-03-01T17:00"),
        ("2026-03-01T20:00", "2026-03-02T08:00"),  # 21:00 in Berlin is the first quiet minute
        ("2026-03-01T19:59", "2026-03-01T19:59"),
        ("2026-03-01T03:00", "2026-03-01T08:00"),
        ("2026-03-01T08:00", "2026-03-01T08:00"),
        ("2026-03-28T22:00", "2026-03-29T07:00"),  # nine o'clock comes an hour sooner that night
    ],
)
def test_quiet_hours_end_in_the_morning(moment: str, expected: str) -> None:
    assert next_allowed(utc(moment), hours_in("Europe/Berlin")) == utc(expected)


def test_a_quiet_end_that_the_clock_shows_twice_lies_ahead() -> None:
    hours = hours_in("Europe/Berlin", quiet_from=60, quiet_until=150)
    in_the_second_hour = utc("2026-10-25T01:10")
    assert next_allowed(in_the_second_hour, hours) == utc("2026-10-25T01:30")


def test_what_is_past_is_sent_in_the_next_allowed_window() -> None:
    hours = hours_in("Europe/Berlin")
    assert when_to_send(date(2026, 2, 1), utc("2026-03-01T12:00"), hours) == utc("2026-03-01T12:00")
    assert when_to_send(date(2026, 2, 1), utc("2026-03-01T23:00"), hours) == utc("2026-03-02T08:00")
    assert when_to_send(date(2026, 3, 2), utc("2026-03-01T12:00"), hours) == utc("2026-03-02T17:00")


@given(day=DAYS, hours=HOURS)
def test_a_moment_is_never_in_quiet_hours(day: date, hours: Hours) -> None:
    assert not is_quiet(moment_for(day, hours), hours)


@given(day=DAYS, zone=st.sampled_from(ZONES), minute=MINUTES)
def test_a_moment_shows_the_wanted_minute_or_lies_just_after_a_gap(day: date, zone: str, minute: int) -> None:
    moment = moment_for(day, hours_in(zone, minute, quiet_from=0, quiet_until=0))
    local = moment.astimezone(ZoneInfo(zone))
    if (local.date(), local.hour * 60 + local.minute) != (day, minute):
        before = (moment - timedelta(hours=26)).astimezone(ZoneInfo(zone)).utcoffset()
        assert before != local.utcoffset()


@given(moment=MOMENTS, hours=HOURS)
def test_the_next_allowed_moment_is_not_earlier_and_at_most_two_days_away(moment: datetime, hours: Hours) -> None:
    allowed = next_allowed(moment, hours)
    assert moment <= allowed <= moment + timedelta(days=2, hours=2)
    assert not is_quiet(allowed, hours)
    assert next_allowed(allowed, hours) == allowed


@given(day=DAYS, now=MOMENTS, hours=HOURS)
def test_nothing_is_planned_in_the_past(day: date, now: datetime, hours: Hours) -> None:
    assert when_to_send(day, now, hours) >= now


@given(day=DAYS, zone=st.sampled_from(ZONES), minute=MINUTES)
def test_later_days_have_later_moments(day: date, zone: str, minute: int) -> None:
    hours = hours_in(zone, minute)
    assert moment_for(day, hours) <= moment_for(day + timedelta(days=1), hours)
