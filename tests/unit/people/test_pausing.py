"""A pause as long as was said, and its end."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.people.pause_words import pause_end
from tests.unit.people.whole_talk import Whole

SUNDAY = datetime(2026, 3, 1, 10, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("said", "days"),
    [
        ("2 weeks", 14),
        ("pause for two weeks", 14),
        ("go quiet for a fortnight please", 14),
        ("no messages for a couple of days", 2),
        ("stop for 10 days", 10),
        ("I'm away the next month", 30),
        ("pause it for an hour", 1 / 24),
        ("three hundred years? no, 900 years", 366),
    ],
)
def test_a_length_is_heard(said: str, days: float) -> None:
    assert pause_end(said, SUNDAY) == SUNDAY + timedelta(days=days)


@pytest.mark.parametrize(
    ("said", "day", "hour"),
    [
        ("pause until Friday", 6, 0),
        ("quiet till tomorrow", 2, 0),
        ("until friday at 6pm", 6, 18),
        ("over the weekend", 2, 0),
    ],
)
def test_an_end_is_heard(said: str, day: int, hour: int) -> None:
    assert pause_end(said, SUNDAY) == datetime(2026, 3, day, hour, tzinfo=UTC)


@pytest.mark.parametrize("said", ["", "pause", "no more messages for now", "until I say so", "until further notice"])
def test_without_an_end_there_is_none(said: str) -> None:
    assert pause_end(said, SUNDAY) is None


def test_the_command_sets_that_length_and_says_until_when(whole: Whole) -> None:
    assert "Quiet until Sunday 15 March" in whole.command("pause", "2 weeks")
    assert whole.person.paused_until == whole.clock.now() + timedelta(days=14)


def test_so_does_free_text(whole: Whole) -> None:
    assert "Quiet until" in whole.means("pause_kith", "I'm on holiday, go quiet for 2 weeks")
    assert whole.person.paused_at is not None


def test_a_longer_pause_takes_the_place_of_a_shorter_one(whole: Whole) -> None:
    whole.command("pause", "2 days")
    whole.command("pause", "2 weeks")
    assert whole.person.paused_until == whole.clock.now() + timedelta(days=14)


def test_a_length_that_cannot_be_read_pauses_nothing(whole: Whole) -> None:
    assert "/pause 2 weeks" in whole.command("pause", "blue")
    assert whole.person.paused_at is None


def test_the_end_of_a_pause_says_what_is_on_again(whole: Whole) -> None:
    whole.knows("Ben")
    whole.command("pause", "2 weeks")
    said = whole.means("resume_kith", "I'm back, you can write again")
    assert "18:00" in said
    assert "Saturday 14 March" in said
    assert (whole.person.paused_at, whole.person.paused_until) == (None, None)


def test_without_a_pause_it_says_kindly_that_messages_are_on(whole: Whole) -> None:
    said = whole.means("resume_kith", "you can write again")
    assert "on" in said
    assert "not paused" in said


def test_the_settings_say_until_when(whole: Whole) -> None:
    whole.command("pause", "2 weeks")
    assert "paused until Sunday 15 March" in whole.command("settings")
