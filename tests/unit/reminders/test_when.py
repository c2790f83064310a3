"""Moments to come are read from words; what is unclear or past is refused."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.errors import UsageError
from bot.reminders.when import AlreadyPast, Unclear, find_when, read_when

NOW = datetime(2026, 3, 1, 9, 0, tzinfo=ZoneInfo("Europe/Berlin"))  # a Sunday


@pytest.mark.parametrize(
    ("text", "day", "minute"),
    [
        ("tomorrow", "2026-03-02", None),
        ("on friday", "2026-03-06", None),
        ("sunday", "2026-03-08", None),
        ("sunday evening", "2026-03-08", 19 * 60),
        ("tonight", "2026-03-01", 20 * 60),
        ("friday at six", "2026-03-06", 18 * 60),
        ("friday at 9", "2026-03-06", 9 * 60),
        ("fri 6pm", "2026-03-06", 18 * 60),
        ("in three weeks", "2026-03-22", None),
        ("in a fortnight", "2026-03-15", None),
        ("in an hour", "2026-03-01", 10 * 60),
        ("20 March at 7pm", "2026-03-20", 19 * 60),
        ("2026-12-24", "2026-12-24", None),
        ("13/03", "2026-03-13", None),
        ("29 feb", "2028-02-29", None),
    ],
)
def test_a_moment_in_words(text: str, day: str, minute: int | None) -> None:
    when = read_when(text, NOW)
    assert (when.day, when.minute) == (date.fromisoformat(day), minute)


@pytest.mark.parametrize(
    "text", ["", "banana", "5", "march", "03/04", "31 feb", "2026-02-30", "friday 25:00", "2999-01-01"]
)
def test_what_is_unclear_is_refused(text: str) -> None:
    with pytest.raises(Unclear):
        read_when(text, NOW)


@pytest.mark.parametrize("text", ["2025-01-01", "3 days ago", "2026-02-28 18:00"])
def test_what_is_past_is_refused(text: str) -> None:
    with pytest.raises((AlreadyPast, Unclear)):
        read_when(text, NOW)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("remind me to call mum on Sunday", "2026-03-08"),
        ("remind me in three weeks to call Ben", "2026-03-22"),
        ("nudge me about Ben", None),
    ],
)
def test_a_moment_inside_a_sentence(text: str, day: str | None) -> None:
    when = find_when(text, NOW)
    assert (when.day if when else None) == (date.fromisoformat(day) if day else None)


PIECES = st.sampled_from(["on", "at", "in", "6", "31", "days", "friday", "may", "7pm", "25:00", "next", "\u202e", "0"])


@settings(max_examples=40, deadline=None)
@given(st.lists(PIECES | st.text(max_size=6), max_size=5).map(" ".join))
def test_any_text_is_read_or_refused_and_never_lies_in_the_past(text: str) -> None:
    try:
        assert read_when(text, NOW).day >= NOW.date()
    except UsageError as refusal:
        assert text not in str(refusal) or len(text) < 3  # nobody's words in an error
